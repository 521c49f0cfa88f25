/** Contents of a release, inserted by the build. File names are relative to the script. */
interface Release {
  app: string;
  /** The stand-alone page; empty where there is none. */
  page: string;
  wasm: string;
  /** Colours of the house that scripts use: see crates/core/src/colours.rs. */
  colours: Record<"lightPaper" | "darkPaper" | "lightAccent", string>;
  /** Titles of the questionnaires, by id and locale. */
  titles: Record<string, Record<string, string>>;
  /** Packs by questionnaire, form and locale: what their questions show; all of it where there are no rests. */
  packs: Record<string, Record<string, Record<string, string>>>;
  /** Rests of the packs, by questionnaire and locale; none where the packs are whole. */
  rests?: Record<string, Record<string, string>>;
  /** File of each part of the program. */
  parts: Record<string, string>;
  /** Texts and style of the lazy screens, by locale: those of all, and those of one alone. */
  screens: Record<string, Record<string, string>>;
  /** File with the names of `Later`. */
  later: string;
  /** Script for pages that set colours or a root font size. */
  theme: string;
  /** Texts of the panel, by locale and key. */
  failure: Record<string, Record<string, string>>;
  /** Lines that disclose to the reader what the page receives, by locale and extent. */
  host: Record<string, Record<string, string>>;
  /** Texts of the offer of a newer release, by locale and key. */
  update: Record<string, Record<"ready" | "reload" | "later", string>>;
  /** Script of the stand-alone page in a kiosk. */
  kiosk: string;
  /** Texts of the kiosk around the widget, by locale and key; in its script alone. */
  kioskTexts: Record<string, Record<string, string>>;
  /** Module of the pages for publishers; in their scripts alone. */
  publishing: string;
  /** Module that draws QR codes. */
  code: string;
  /** Texts of the organiser's screen, titles and descriptions of its page, and names of the languages, by locale. */
  room: Record<"texts" | "titles" | "descriptions" | "names", Record<string, string>>;
  /** Script that reads files of the organiser; in the script of that page alone. */
  roomFiles: string;
  /** Web app manifests, by locale. */
  manifests: Record<string, string>;
  /** Files that the service worker caches; in its script alone. */
  worker: { version: string; pages: Record<string, string>; files: string[] };
  /** Options of the embed page; in its script alone. */
  embed: EmbedFacts;
  /** Options of the poster page; in its script alone. */
  poster: Omit<EmbedFacts, "scripts">;
}

/** Names of the files that are loaded on demand. */
interface Later {
  /** Reader of a host's questionnaire: a script, and the module that checks it. */
  own: { script: string; wasm: string };
  /** Texts of the widget, by locale, for packs that are made in the browser. */
  languages: Record<string, string>;
  /** Packs of released versions, by questionnaire, version, form and locale. */
  older: Record<string, Record<string, Record<string, Record<string, string>>>>;
  /** Their rests, by questionnaire, version and locale; none where the packs are whole. */
  olderRests?: Record<string, Record<string, Record<string, string>>>;
  /** Module that reads QR codes where the browser can't. */
  scan: string;
}
interface EmbedFacts {
  /** Fingerprinted name and digest of each script for hosts. */
  scripts: Record<"boussole.js" | "boussole-frame.js", { file: string; integrity: string }>;
  /** Languages of the texts; the default is first. */
  languages: string[];
  /** Questionnaires and their forms; the defaults are first. */
  questionnaires: { id: string; forms: EmbedForm[]; texts: Record<string, QuestionnaireTexts> }[];
  /** Texts of the page, by locale and key. */
  texts: Record<string, Record<string, string>>;
}
interface EmbedForm {
  id: string;
  items: number;
  minutes: number;
}
interface QuestionnaireTexts {
  title: string;
  summary: string;
  /** Names of the principles. */
  principles: string[];
}
declare const BOUSSOLE_RELEASE: Release;

/** Scope of a service worker; the library of TypeScript for it excludes that of pages. */
interface WorkerScope {
  registration: ServiceWorkerRegistration;
  clients: {
    claim(): Promise<void>;
    matchAll(which: { type: "window"; includeUncontrolled: boolean }): Promise<unknown[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: WorkerEvent) => void): void;
  addEventListener(type: "message", listener: (event: WorkerEvent & MessageEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: WorkerEvent & WorkerFetch) => void): void;
}
interface WorkerEvent {
  waitUntil(work: Promise<unknown>): void;
}
interface WorkerFetch {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** Names of the files that the npm package loads on demand: see xtask/src/npm/package.rs. */
declare module "boussole-names" {
  export const names: Later & Pick<Release, "screens">;
}

declare module "*.css" {
  const text: string;
  export default text;
}

declare module "boussole-style" {
  const text: string;
  export default text;
}
