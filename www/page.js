// The stand-alone page: element and program in one file, and in the address what it shows.

import { follow, read } from "./address.js";
import { control } from "./app.js";
import { define } from "./element.js";

const element = document.querySelector("boussole-assessment");
if (element) read(element);
define(() => Promise.resolve(control), undefined, true);
if (element) follow(element);
