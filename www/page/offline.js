// Offline use of the stand-alone page: once it is interactive and idle, it registers the service worker (worker.js), which
// caches the release, and offers a newer one. Browsers without service workers lack only that.

import { localeOf } from "../element/attributes.js";
import { address } from "../shared/files.js";

/** Worker that served this page, if any: both are of the same release. */
const current = workers()?.controller;

/** Workers of the browser; none in a frame, whose host decides about storage. */
function workers() {
  try {
    return self === top ? navigator.serviceWorker : undefined;
  } catch {
    // A sandbox denies access to the origin's storage.
  }
}

/** Address of the worker, as a trusted URL where the page's policy needs one. */
function workerAddress() {
  const { href } = address("worker.js");
  /** @type {any} */
  const { trustedTypes } = globalThis;
  return trustedTypes?.createPolicy("boussole", { createScriptURL: () => href }).createScriptURL(href) ?? href;
}

/**
 * Registers the worker, once the page is idle.
 * @param {Element} element
 * @param {(activate: () => void) => void} [onUpdate] receives the function that activates a newer release, once there is one
 */
export function prepareOffline(element, onUpdate = (activate) => offerUpdate(element, activate)) {
  if (!workers()) return;
  const work = () => register(element, onUpdate);
  const idle = () => ("requestIdleCallback" in self ? requestIdleCallback(work) : setTimeout(work, 1000));
  if (document.readyState === "complete") idle();
  else addEventListener("load", idle, { once: true });
}

/** @param {Element} element @param {(activate: () => void) => void} onUpdate */
async function register(element, onUpdate) {
  try {
    const registration = await navigator.serviceWorker.register(workerAddress(), { updateViaCache: "none" });
    current?.postMessage("settled");
    // Once the cache is filled: the browser fetches the manifest and its icons from there.
    navigator.serviceWorker.ready.then(() => linkManifest(element));
    const look = () => registration.active && registration.waiting && onUpdate(() => activate(registration));
    const watch = () => registration.installing?.addEventListener("statechange", look);
    registration.addEventListener("updatefound", watch);
    watch();
    look();
  } catch (error) {
    // No network, no quota or no permission: the assessment works without a cache.
    console.info("Boussole can't be kept for use without a network.", error);
  }
}

/**
 * Shows that there is a newer release; the reader decides when to activate it.
 * @param {Element} element
 * @param {() => void} activateUpdate
 */
function offerUpdate(element, activateUpdate) {
  const place = document.querySelector(".update");
  const status = place?.querySelector("[role=status]");
  if (!place || !status || status.textContent) return;
  const [reload, later] = [document.createElement("button"), document.createElement("button")];
  const translate = () => {
    const texts = BOUSSOLE_RELEASE.update[localeOf(element)];
    [status.textContent, reload.textContent, later.textContent] = [texts.ready, texts.reload, texts.later];
  };
  const languages = new MutationObserver(translate);
  languages.observe(element, { attributeFilter: ["lang"] });
  reload.onclick = activateUpdate;
  later.onclick = () => {
    languages.disconnect();
    status.textContent = "";
    reload.remove();
    later.remove();
  };
  place.append(reload, later);
  translate();
}

/** @param {ServiceWorkerRegistration} registration */
function activate({ waiting }) {
  // Another page may have activated it meanwhile.
  if (!waiting) return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage("take over");
}

/** Links the manifest of the present language. @param {Element} element */
function linkManifest(element) {
  const manifest = Object.assign(document.createElement("link"), { rel: "manifest" });
  const write = () => (manifest.href = address(BOUSSOLE_RELEASE.manifests[localeOf(element)]).href);
  new MutationObserver(write).observe(element, { attributeFilter: ["lang"] });
  write();
  document.head.append(manifest);
}
