// Vue: the language is bound to the assessment, whose events are heard as any others.

import { createApp } from "vue";
import App from "./App.vue";
import "../shared/style.css";

createApp(App).mount("main");
