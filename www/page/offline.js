// What the stand-alone page does to work without a network: once it can be used and has nothing else to do, it has a service
// worker keep the release (worker.js), and offers a newer one in words. Where a browser has no worker, nothing is missing but that.

import { address } from "../shared/files.js";

/** The worker that answered for this page, if any: its release is that of the page. */
const ours = workers()?.controller;

/** A frame has none: it is the page of others that decides what is kept. */
function workers() {
  try {
    return self === top ? navigator.serviceWorker : undefined;
  } catch {
    // The page is sealed off from what its origin keeps.
  }
}

/** The address of the worker, in the form that the page's policy asks for. */
function script() {
  const { href } = address("worker.js");
  /** @type {any} */
  const { trustedTypes } = globalThis;
  return trustedTypes?.createPolicy("boussole", { createScriptURL: () => href }).createScriptURL(href) ?? href;
}

/**
 * Begins, now that the page can be used.
 * @param {(take: () => void) => void} [tell] is given what has a newer release take over, once there is one
 */
export function prepare(tell = offer) {
  if (!workers()) return;
  const work = () => begin(tell);
  const idle = () => ("requestIdleCallback" in self ? requestIdleCallback(work) : setTimeout(work, 1000));
  if (document.readyState === "complete") idle();
  else addEventListener("load", idle, { once: true });
}

/** @param {(take: () => void) => void} tell */
async function begin(tell) {
  try {
    const registration = await navigator.serviceWorker.register(script(), { updateViaCache: "none" });
    ours?.postMessage("settled");
    // What a browser asks for to install the page is among what is kept, and comes from there.
    navigator.serviceWorker.ready.then(describe);
    const look = () => registration.active && registration.waiting && tell(() => take(registration));
    const watch = () => registration.installing?.addEventListener("statechange", look);
    registration.addEventListener("updatefound", watch);
    watch();
    look();
  } catch (error) {
    // No network, no room or no leave: an assessment needs none of this.
    console.info("Boussole can't be kept for use without a network.", error);
  }
}

/**
 * Says that there is a newer release; only the reader decides when it takes over.
 * @param {() => void} take
 */
function offer(take) {
  const place = document.querySelector(".update");
  const said = place?.querySelector("[role=status]");
  if (!place || !said || said.textContent) return;
  const [reload, later] = [document.createElement("button"), document.createElement("button")];
  const say = () => {
    const words = BOUSSOLE_RELEASE.update[document.documentElement.lang];
    [said.textContent, reload.textContent, later.textContent] = [words.ready, words.reload, words.later];
  };
  const languages = new MutationObserver(say);
  languages.observe(document.documentElement, { attributeFilter: ["lang"] });
  reload.onclick = take;
  later.onclick = () => {
    languages.disconnect();
    said.textContent = "";
    reload.remove();
    later.remove();
  };
  place.append(reload, later);
  say();
}

/** @param {ServiceWorkerRegistration} registration */
function take({ waiting }) {
  // Without one, another page has had it take over meanwhile.
  if (!waiting) return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage("take over");
}

/** Tells the browser how the page is installed, in the language that it is read in. */
function describe() {
  const manifest = Object.assign(document.createElement("link"), { rel: "manifest" });
  const write = () => (manifest.href = address(BOUSSOLE_RELEASE.manifests[document.documentElement.lang]).href);
  new MutationObserver(write).observe(document.documentElement, { attributeFilter: ["lang"] });
  write();
  document.head.append(manifest);
}
