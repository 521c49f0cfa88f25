// `import "boussole/react"`: the element is known to JSX. React 19 sets properties, and listens to events by their names.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { BoussoleAssessment, BoussoleEventMap, BoussoleProperties } from "./index.js";

export type * from "./index.js";

/** A property for each event: `onboussole:progress`. */
type Listeners = { [Name in keyof BoussoleEventMap as `on${Name}`]?: (event: BoussoleEventMap[Name]) => void };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "boussole-assessment": DetailedHTMLProps<HTMLAttributes<BoussoleAssessment>, BoussoleAssessment> &
        Partial<BoussoleProperties> &
        Listeners;
    }
  }
}
