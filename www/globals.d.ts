/** What a release is made of; the build puts it in. File names are relative to the script. */
interface Release {
  app: string;
  /** The stand-alone page; empty where there is none. */
  page: string;
  wasm: string;
  /** By questionnaire, form and locale. */
  packs: Record<string, Record<string, Record<string, string>>>;
  /** The file of what is named only there: see `Later`. */
  later: string;
  /** The script for pages that want other colours or sizes. */
  theme: string;
  /** What is said when the program can't run, by locale and key. */
  failure: Record<string, Record<string, string>>;
  /** What the reader is told of what the page is told, by locale and extent. */
  host: Record<string, Record<string, string>>;
  /** What the stand-alone page says where there is a newer release, by locale and key. */
  update: Record<string, Record<"ready" | "reload" | "later", string>>;
  /** The script of the stand-alone page in a kiosk. */
  kiosk: string;
  /** What the kiosk says around the widget, by locale and key; no other script has it. */
  attended: Record<string, Record<string, string>>;
  /** The module that draws QR codes. */
  code: string;
  /** The texts of the organiser's screen, by locale, and what its page is called. */
  room: { texts: Record<string, string>; titles: Record<string, string> };
  /** How the stand-alone page is installed, by locale: the name of a file. */
  manifests: Record<string, string>;
  /** What the service worker keeps; no other script has it. */
  worker: { version: string; pages: Record<string, string>; files: string[] };
  /** What the embed page offers; no other script has it. */
  embed: EmbedFacts;
  /** What the page of the poster offers; no other script has it. */
  poster: Omit<EmbedFacts, "scripts">;
}

/** The names of the files that are only loaded when they are asked for. */
interface Later {
  /** What reads a questionnaire of a page's own: a script, and the module that checks it. */
  own: { script: string; wasm: string };
  /** The texts that packs have of the widget, by locale, for those that are made in the browser. */
  languages: Record<string, string>;
  /** The files of each part of the program. */
  parts: Record<string, string[]>;
  /** Released versions, by questionnaire, version, form and locale. */
  older: Record<string, Record<string, Record<string, Record<string, string>>>>;
  /** The texts of the rooms beyond the report, by locale, and their style. */
  rooms: Record<string, string>;
  roomStyle: string;
  /** The module that reads QR codes where the browser can't. */
  scan: string;
}
interface EmbedFacts {
  /** The fingerprinted name of each script that a host takes, and the digest of what is in it. */
  scripts: Record<"boussole.js" | "boussole-frame.js", { file: string; integrity: string }>;
  /** Those of the texts; the default stands first. */
  languages: string[];
  /** Each with its forms; what is the default stands first. */
  questionnaires: { id: string; forms: EmbedForm[]; words: Record<string, EmbedWords> }[];
  /** What the page says, by locale and key. */
  texts: Record<string, Record<string, string>>;
}
interface EmbedForm {
  id: string;
  items: number;
  minutes: number;
}
interface EmbedWords {
  title: string;
  summary: string;
  /** The names of the principles. */
  principles: string[];
}
declare const BOUSSOLE_RELEASE: Release;

/** What a service worker is given; TypeScript describes it in a library that does not go with that of pages. */
interface WorkerScope {
  registration: ServiceWorkerRegistration;
  clients: {
    claim(): Promise<void>;
    matchAll(which: { type: "window"; includeUncontrolled: boolean }): Promise<unknown[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(type: "message", listener: (event: Lasting & MessageEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: Lasting & Fetching) => void): void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** The names of what the npm package loads later; see xtask/src/npm/package.rs. */
declare module "boussole-names" {
  export const names: Omit<Later, "parts">;
}

declare module "*.css" {
  const text: string;
  export default text;
}

declare module "boussole-style" {
  const text: string;
  export default text;
}
