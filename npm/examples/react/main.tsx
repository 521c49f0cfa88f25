// React: the language is a property of the assessment, and its events are properties as well.

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.js";
import "../shared/style.css";

const main = document.querySelector("main");
if (main) {
  createRoot(main).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
