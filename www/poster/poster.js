// Page of the poster and the slide: see crates/publishing/src/poster/. It runs in the browser, and sends no data.

import { PosterPage } from "boussole-publishing";
import { show } from "../shared/publishing.js";

show(BOUSSOLE_RELEASE.poster, PosterPage);
