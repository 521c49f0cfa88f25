// The service worker of the stand-alone page: keeps one release, whole, and answers from it whether or not there is a
// network. Whatever the page does not ask for under a name that tells its contents goes to the network as if it were not there.

const { version, pages, files } = BOUSSOLE_RELEASE.worker;
const worker = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;
/** Other folders of this origin may hold releases as well. */
const family = `boussole ${scope} `;
const name = family + version;
/** A name that changes with what is in the file, of whichever release. */
const printed = /-([0-9a-f]{8})\.\w+$/;

/**
 * A file from the network, which is exactly that of this release: neither one of a release that was put there meanwhile nor
 * the sign-in page of a Wi-Fi.
 * @param {string} path
 * @param {string} [print] how the digest of its contents begins
 */
async function fetched(path, print) {
  const response = await fetch(new URL(path, scope), { cache: print ? "no-cache" : "default" });
  if (!response.ok || response.redirected) throw new Error(`${response.url}: ${response.status}`);
  const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  const hexadecimal = [...new Uint8Array(digest, 0, 4)].map((byte) => byte.toString(16).padStart(2, "0"));
  if (hexadecimal.join("") !== (print ?? printed.exec(path)?.[1])) throw new Error(`${response.url}: of another release`);
  return response;
}

/** Keeps the release, one file after the other. What another release has or an earlier try has brought is not fetched again. */
async function keep() {
  const cache = await caches.open(name);
  for (const path in pages) await cache.put(new URL(path, scope), await fetched(path, pages[path]));
  for (const path of files) {
    const url = new URL(path, scope);
    const known = await caches.match(url, { ignoreVary: true });
    await cache.put(url, known ?? (await fetched(path)));
  }
}

/**
 * Lets go of other releases where no more pages are open than those that are surely of this one; whether it did.
 * @param {number} ours
 */
async function tidy(ours) {
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.length > ours) return false;
  const others = (await caches.keys()).filter((each) => each.startsWith(family) && each !== name);
  await Promise.all(others.map((each) => caches.delete(each)));
  return true;
}

/** A page that was reloaded is counted for a moment beside the one that took its place. */
async function settle() {
  for (const seconds of [0, 1, 4]) {
    await new Promise((done) => setTimeout(done, seconds * 1000));
    if (await tidy(1)) return;
  }
}

/**
 * @param {Request} request
 * @param {() => Promise<Response | undefined>} kept
 */
const answer = async (request, kept) => (await kept()) ?? fetch(request);

worker.addEventListener("install", (event) => event.waitUntil(keep()));

// Pages that came before their worker are told of it: what they ask for later is named by its contents, so that none of
// them can get a file of another release.
worker.addEventListener("activate", (event) => event.waitUntil(tidy(0).then(() => worker.clients.claim())));

worker.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(worker.skipWaiting());
  if (event.data === "settled") event.waitUntil(settle());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const [url] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !url.startsWith(scope)) return;
  const path = url.slice(scope.length);
  if (request.mode === "navigate") {
    const page = path.replace(/index\.html$/, "");
    if (!Object.hasOwn(pages, page)) return;
    event.respondWith(answer(request, async () => (await caches.open(name)).match(new URL(page, scope), { ignoreVary: true })));
  } else if (printed.test(path)) {
    event.respondWith(answer(request, () => caches.match(url, { ignoreVary: true })));
  }
});
