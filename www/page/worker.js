// Service worker of the stand-alone page: caches one release, whole, and answers from it with or without a network.
// Requests other than for its pages and for fingerprinted names pass to the network.

const { version, pages, files } = BOUSSOLE_RELEASE.worker;
const worker = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;
/** Prefix of the caches of this folder: other folders of the origin may hold releases too. */
const family = `boussole ${scope} `;
const name = family + version;
/** Fingerprinted name, of any release. */
const fingerprinted = /-([0-9a-f]{8})\.\w+$/;

/**
 * Fetches a file and checks its digest: a newer release may have replaced it, or a Wi-Fi may answer with its sign-in page.
 * @param {string} path
 * @param {string} [fingerprint] first eight hexadecimal digits of its SHA-256
 */
async function fetchChecked(path, fingerprint) {
  const response = await fetch(new URL(path, scope), { cache: fingerprint ? "no-cache" : "default" });
  if (!response.ok || response.redirected) throw new Error(`${response.url}: ${response.status}`);
  const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  const hexadecimal = [...new Uint8Array(digest, 0, 4)].map((byte) => byte.toString(16).padStart(2, "0"));
  if (hexadecimal.join("") !== (fingerprint ?? fingerprinted.exec(path)?.[1])) throw new Error(`${response.url}: of another release`);
  return response;
}

/** Caches the release, one file after the other. Files of other caches are not fetched again. */
async function cacheRelease() {
  const cache = await caches.open(name);
  for (const path in pages) await cache.put(new URL(path, scope), await fetchChecked(path, pages[path]));
  for (const path of files) {
    const url = new URL(path, scope);
    const known = await caches.match(url, { ignoreVary: true });
    await cache.put(url, known ?? (await fetchChecked(path)));
  }
}

/**
 * Deletes other releases if no more pages are open than those of this one; returns whether it did.
 * @param {number} ours
 */
async function deleteOthers(ours) {
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.length > ours) return false;
  const others = (await caches.keys()).filter((each) => each.startsWith(family) && each !== name);
  await Promise.all(others.map((each) => caches.delete(each)));
  return true;
}

/** Deletes other releases after a reload: for a moment, both the old and the new page are counted. */
async function settle() {
  for (let tries = 0; tries < 15; tries++) {
    if (await deleteOthers(1)) return;
    await new Promise((done) => setTimeout(done, 1000));
  }
}

/**
 * @param {Request} request
 * @param {() => Promise<Response | undefined>} cached
 */
const answer = async (request, cached) => (await cached()) ?? fetch(request);

worker.addEventListener("install", (event) => event.waitUntil(cacheRelease()));

// Pages that loaded before their worker are claimed. Their later requests are for fingerprinted names, so none of them can
// receive a file of another release.
worker.addEventListener("activate", (event) => event.waitUntil(deleteOthers(0).then(() => worker.clients.claim())));

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
  } else if (fingerprinted.test(path)) {
    event.respondWith(answer(request, () => caches.match(url, { ignoreVary: true })));
  }
});
