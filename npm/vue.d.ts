// `import "boussole/vue"`: the element is known to templates, with its properties and its events.

import type { HTMLAttributes, PublicProps } from "vue";
import type { BoussoleAssessment, BoussoleEventMap, BoussoleProperties } from "./index.js";

export type * from "./index.js";

/** A property for each event, which a template writes as `@boussole:progress`. */
type Listeners = { [Name in keyof BoussoleEventMap as `on${Capitalize<Name>}`]?: (event: BoussoleEventMap[Name]) => void };

type Component = new () => BoussoleAssessment & {
  /** What a template may set. */
  $props: Omit<HTMLAttributes, keyof BoussoleProperties> & Partial<BoussoleProperties> & Listeners & PublicProps;
};

declare module "vue" {
  interface GlobalComponents {
    "boussole-assessment": Component;
  }
}
