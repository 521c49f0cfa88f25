// What a page may ask of `<boussole-assessment>`, and what it is told.

import type { Answer, BoussoleErrorCode, Failure, Progress, Result, Scores, Shown } from "./result.js";

export type { Answer, BoussoleErrorCode, Failure, Progress, Result, Scores, Shown };

/** What a method is rejected with. */
export interface BoussoleError extends Error {
  name: "BoussoleError";
  code: BoussoleErrorCode;
}

/** What the page may be told of a result; empty is nothing. */
export type Disclosure = "" | "scores" | "answers";

/** The events of the element. All bubble, and leave shadow roots. */
export interface BoussoleEventMap {
  /** The first question is there. */
  "boussole:ready": CustomEvent<Shown>;
  /** The first answer is given. */
  "boussole:started": CustomEvent<Shown>;
  /** The number of answers has changed. */
  "boussole:progress": CustomEvent<Progress>;
  /** The report is shown; with a result where the element discloses one. */
  "boussole:completed": CustomEvent<Shown & { result?: Scores | Result }>;
  /** A link was copied, or handed to the share sheet. */
  "boussole:shared": CustomEvent<null>;
  /** No answer is left. */
  "boussole:reset": CustomEvent<null>;
  /** It can't start, or can't go on. */
  "boussole:error": CustomEvent<Failure>;
}

/** The attributes of the element, as properties. */
export interface BoussoleProperties {
  /** The language: `fr`, `en`. */
  lang: string;
  /** Which questionnaire is asked: `liberte-numerique`, `dependances-ia`. */
  questionnaire: string;
  /** Which of its forms: `express`; `full` for `liberte-numerique`. */
  form: string;
  /** Result links open in this page. In the package they always do: it has no other page. */
  links: boolean;
  /** The folder of a questionnaire of the page's own; it counts for more than `questionnaire`. */
  src: string;
  /** What the page is told of a result; the reader is told so. */
  disclose: Disclosure;
  /** When the program is loaded: near the viewport, or at once. */
  loading: "" | "lazy" | "eager";
  /** An opaque colour, such as `#1f3a5f`. */
  accent: string;
  /** How the keys of the browser's storage begin: 1 to 40 letters, digits, `.`, `-`, `_`. */
  storagePrefix: string;
}

/** The element `<boussole-assessment>`. Its methods load the program where that is still to be done. */
export interface BoussoleAssessment extends HTMLElement, BoussoleProperties {
  lang: string;

  /** Loads; done when the first question can be answered. */
  start(): Promise<void>;
  /** Begins a new assessment; earlier results of the device stay. */
  reset(): Promise<void>;
  /** Shows an item, by its id or its number from 1. */
  goTo(item: string | number): Promise<void>;
  /** Gives answers, by the ids of their items. */
  setAnswers(answers: Record<string, Answer>): Promise<void>;
  /** The result, as far as `disclose` allows. */
  getResult(): Promise<Scores | Result>;

  addEventListener<K extends keyof BoussoleEventMap>(
    type: K,
    listener: (this: BoussoleAssessment, event: BoussoleEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: BoussoleAssessment, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof BoussoleEventMap>(
    type: K,
    listener: (this: BoussoleAssessment, event: BoussoleEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: BoussoleAssessment, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "boussole-assessment": BoussoleAssessment;
  }
}
