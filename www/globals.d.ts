/** What a release is made of; the build puts it in. File names are relative to the script. */
interface Release {
  app: string;
  wasm: string;
  /** The files of each part of the program that is loaded later. */
  parts: Record<string, string[]>;
  /** By questionnaire, form and locale. */
  packs: Record<string, Record<string, Record<string, string>>>;
  /** Released versions, by questionnaire, version, form and locale. */
  older: Record<string, Record<string, Record<string, Record<string, string>>>>;
  /** The texts of the rooms beyond the report, by locale, and their style. */
  rooms: Record<string, string>;
  roomStyle: string;
  /** What is said when the program can't run, by locale and key. */
  failure: Record<string, Record<string, string>>;
}
declare const BOUSSOLE_RELEASE: Release;

/** The wasm-bindgen output; see src/edge/element.rs. */
declare module "boussole-glue" {
  export default function init(options: { module_or_path: URL }): Promise<unknown>;
  /** What the program exports, once it runs. */
  export function initSync(): WebAssembly.Exports & { __indirect_function_table: WebAssembly.Table };
  export function onFailure(failed: (message: string) => void): void;
  export function mount(
    root: Element,
    pack: unknown,
    page: string,
    readsLinks: boolean,
    kept: string | undefined,
    shell: Shell,
  ): Widget;
  /** What the program asks of the element. */
  export interface Shell {
    translate(locale: string): Promise<void>;
    pursue(form: string): Promise<void>;
    find(questionnaire: string, form: string, version: number): Promise<unknown>;
    rooms(locale: string): Promise<unknown>;
  }
  export interface Widget {
    setPack(pack: unknown): void;
    unmount(): string | undefined;
  }
}

declare module "boussole-style" {
  const text: string;
  export default text;
}
