// Embed page: see crates/publishing/src/embed/.

import { EmbedPage } from "boussole-publishing";
import { show } from "../shared/publishing.js";

show(BOUSSOLE_RELEASE.embed, EmbedPage);
