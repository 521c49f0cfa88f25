// Generated from the types of crates/core by `cargo xtask generate`.

/** Result for a host page that asks for the scores alone: see docs/embedding.md. It says no more than a score-only result link does. */
export type Scores = {
  /** The format, and its version: a change that a reader would trip over gets another number. */
  schema: "urn:boussole:scores:1";
  /** Names the questionnaire. */
  questionnaire: string;
  /** Names the form: `express`, `full`. */
  form: string;
  /** The released version of the questionnaire. */
  version: number;
  /** The language of the texts in this file, as in a `lang` attribute. */
  locale: string;
  /** Title of the questionnaire in that language. */
  title: string;
  /** Day of the result; null where that is not told. */
  day: string | null;
  /** The score-only result link of the same answers, what stands behind `#` in the address. */
  link: string;
  /** The points of the whole and of its principles: see docs/scoring.md. */
  scores: {
    /** Null where no question applies. */
    whole: {
      /** Assured points. */
      assured: number;
      /** Points if every blind spot turned out well. */
      possible: number;
    } | null;
    /** By the id of the principle; null where no question applies. */
    principles: {
      choose: {
        /** Assured points. */
        assured: number;
        /** Points if every blind spot turned out well. */
        possible: number;
      } | null;
      master: {
        /** Assured points. */
        assured: number;
        /** Points if every blind spot turned out well. */
        possible: number;
      } | null;
      build: {
        /** Assured points. */
        assured: number;
        /** Points if every blind spot turned out well. */
        possible: number;
      } | null;
    };
  };
  /** The maturity level of the whole; null where no question applies. */
  level: {
    /** 0 is the lowest. */
    number: number;
    /** Name of the level in the language of the file. */
    name: string;
    /** Blind spots are left, which may raise it. */
    at_least: boolean;
    /** The points alone would give a higher level, but the weakest principle is more than one level below that. */
    held_back: boolean;
  } | null;
};

/** JSON of the widget. All that a result is stands in `link`; the rest is for programs that have no questionnaire at hand. To read a result back, the link is found in the text as in any other: see docs/exports.md and docs/result-link.md. */
export type Result = {
  /** The format, and its version: a change that a reader would trip over gets another number. */
  schema: "urn:boussole:result:1";
  /** Names the questionnaire. */
  questionnaire: string;
  /** Names the form: `express`, `full`. */
  form: string;
  /** The released version of the questionnaire. */
  version: number;
  /** The language of the texts in this file, as in a `lang` attribute. */
  locale: string;
  /** Title of the questionnaire in that language. */
  title: string;
  /** Day of the result; null where that is not told. */
  day: string | null;
  /** Role of the respondent; null where that is not told. */
  role: "general-management" | "it" | "procurement" | "legal" | "business" | "finance" | "security" | null;
  /** The result link of the same answers, what stands behind `#` in the address. It is authoritative: where anything else differs, this counts. */
  link: string;
  /** The points of the whole and of its parts: see docs/scoring.md. */
  scores: {
    /** Null where no question applies. */
    whole: {
      /** The points that are sure: a blind spot counts 0. Rounded once, half up. */
      assured: number;
      /** The points if every blind spot turned out at the highest level; never below `assured`. */
      possible: number;
      /** Number of items answered with a level. */
      known: number;
      /** Number of items that apply: all but those answered “not applicable”. */
      applicable: number;
    } | null;
    /** By the id of the principle; null where no question applies. */
    principles: {
      choose: {
        /** The points that are sure: a blind spot counts 0. Rounded once, half up. */
        assured: number;
        /** The points if every blind spot turned out at the highest level; never below `assured`. */
        possible: number;
        /** Number of items answered with a level. */
        known: number;
        /** Number of items that apply: all but those answered “not applicable”. */
        applicable: number;
      } | null;
      master: {
        /** The points that are sure: a blind spot counts 0. Rounded once, half up. */
        assured: number;
        /** The points if every blind spot turned out at the highest level; never below `assured`. */
        possible: number;
        /** Number of items answered with a level. */
        known: number;
        /** Number of items that apply: all but those answered “not applicable”. */
        applicable: number;
      } | null;
      build: {
        /** The points that are sure: a blind spot counts 0. Rounded once, half up. */
        assured: number;
        /** The points if every blind spot turned out at the highest level; never below `assured`. */
        possible: number;
        /** Number of items answered with a level. */
        known: number;
        /** Number of items that apply: all but those answered “not applicable”. */
        applicable: number;
      } | null;
    };
    /** By the id of the dimension, in the order of the questionnaire; null where no question applies. */
    dimensions: Record<string, {
      /** The points that are sure: a blind spot counts 0. Rounded once, half up. */
      assured: number;
      /** The points if every blind spot turned out at the highest level; never below `assured`. */
      possible: number;
      /** Number of items answered with a level. */
      known: number;
      /** Number of items that apply: all but those answered “not applicable”. */
      applicable: number;
    } | null>;
  };
  /** The maturity level of the whole; null where no question applies. */
  level: {
    /** 0 is the lowest. */
    number: number;
    /** Name of the level in the language of the file. */
    name: string;
    /** Blind spots are left, which may raise it. */
    at_least: boolean;
    /** The points alone would give a higher level, but the weakest principle is more than one level below that. */
    held_back: boolean;
  } | null;
  /** Every item of the form, in the order in which they are asked. */
  items: Array<{
    /** Names the item. */
    id: string;
    /** The number of the level, 0 to 4; `?` for “I don’t know”, `-` for “not applicable”. */
    response: 0 | 1 | 2 | 3 | 4 | "?" | "-";
  }>;
  /** The steps that are kept in the action plan, in their order. */
  plan: Array<{
    /** The item that it is about. */
    item: string;
    /** Next step of the item. */
    step: string;
    /** Owner; empty where that is open. */
    owner: string;
    /** By when. */
    due: string;
  }>;
};

/** An answer to an item: its level, or one of the two others; `null` takes an answer away. */
export type Answer = 0 | 1 | 2 | 3 | 4 | "dont-know" | "not-applicable" | null;

/** Why a method was refused. */
export type BoussoleErrorCode = "not-loaded" | "removed" | "questionnaire" | "unknown-item" | "invalid-answers" | "not-disclosed" | "incomplete" | "unavailable";

/** Questionnaire on the screen: the detail of `ready` and `started`. That of `completed` has the disclosed `result` besides. */
export type Shown = {
  /** The id of the questionnaire. */
  questionnaire: string;
  /** The version of the questionnaire. */
  version: number;
  /** The id of the form. */
  form: string;
  /** The language. */
  locale: string;
};

/** The number of answers: the detail of `progress`. */
export type Progress = {
  /** Number of items with an answer. */
  answered: number;
  /** Number of items of the form. */
  total: number;
};

/** Why the element can't start, or can't go on: the detail of `error`. */
export type Failure = {
  /** The reason, for programs. */
  code: "offline" | "damaged" | "blocked" | "broken" | "questionnaire";
  /** The error, for developers. */
  message: string;
};
