// Notice where the page's own script does not come or run. A classic script in the syntax of 2009: the browser may know no
// newer one. It only selects one of the texts in the page, by an attribute of the root that unavailable.css reads.

(function () {
  /** Longest wait without a word, in milliseconds from the start of the navigation. */
  var WAIT = 8000;
  var root = document.documentElement;
  var isBlocked = false;

  /** Stage of the page's own script, which it sets: see started.js. */
  function stage() {
    return root.getAttribute("data-page");
  }

  /** Whether the browser lacks what all that run the page have: Chrome 98, Firefox 101, Safari 16.4. */
  function isOld() {
    return !("structuredClone" in window && "adoptedStyleSheets" in document);
  }

  /** Whether the page's own script has arrived or failed. Only loading of a page ends with its scripts. */
  function isOver() {
    if (document.readyState === "complete") return true;
    /** @type {HTMLScriptElement | null} */
    var script = document.querySelector("script[type=module]");
    var isTimed = window.performance && "getEntriesByName" in performance;
    /** @type {any} */
    var entry = script && isTimed && performance.getEntriesByName(script.src)[0];
    return Boolean(entry) && entry.responseEnd > 0 && entry.responseStatus >= 400;
  }

  /** @param {string} cause */
  function tell(cause) {
    if (root.getAttribute("data-unavailable") === cause) return;
    root.setAttribute("data-unavailable", cause);
    if (window.console) console.error("Boussole: the page has not started (" + cause + ").");
  }

  /** @param {boolean} [isLate] */
  function look(isLate) {
    if (stage() === "started") return;
    if (location.protocol === "file:") tell("file");
    else if (!stage() && isOver()) tell(isOld() ? "old" : isBlocked ? "blocked" : "missing");
    else if (isLate) tell("slow");
    updateNotice();
  }

  /** Announces the notice, and selects the language of the address where it has that. Repeated at every look and
      once the page is parsed: this script can run before the notice is there. */
  function updateNotice() {
    var notice = document.querySelector(".unavailable");
    if (!notice) return;
    if (root.getAttribute("data-unavailable")) notice.setAttribute("role", "alert");
    var asked = /[?&]lang=([a-z]+)/i.exec(location.search);
    var language = asked && notice.querySelector("[lang=" + asked[1].toLowerCase() + "]");
    if (language && language !== notice.firstChild) notice.insertBefore(language, notice.firstChild);
  }

  document.addEventListener("securitypolicyviolation", function (event) {
    if (event.violatedDirective.indexOf("script") === 0) isBlocked = true;
    look();
  });
  document.addEventListener("DOMContentLoaded", updateNotice);
  look();
  if (document.readyState === "complete") setTimeout(look, 0);
  // The scripts of the page have run, or failed, by then.
  else window.addEventListener("load", function () { setTimeout(look, 0); });
  setTimeout(function () { look(true); }, Math.max(0, WAIT - (window.performance ? performance.now() : 0)));
})();
