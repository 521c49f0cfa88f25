// Runs before all scripts of a page and logs the paint time of each question or report.
{
  const WANTED = [
    "[data-screen=item] fieldset h2",
    "[data-screen=shared] h2",
    "#survey .sd-question__title",
    "#plain h2",
  ].join();
  const CHOICE = "input[type=radio]";
  /** Painted texts with their times. */
  const paints = [];
  let released = 0;
  let tries = 0;
  let before;

  const root = () => document.querySelector("boussole-assessment")?.shadowRoot ?? document;
  const shown = () => {
    const found = [...root().querySelectorAll(WANTED)].at(-1);
    return found?.getClientRects().length ? found.textContent : undefined;
  };
  /** Calls back after the current frame is painted. */
  const painted = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(undefined);
  };
  const frame = () => {
    const now = shown();
    if (now !== undefined && now !== before) {
      before = now;
      painted((at) => paints.push({ now, at }));
    } else if (globalThis.isEager && paints.length === 1) {
      // A different choice each time: a chosen one dispatches no change.
      const choices = root().querySelectorAll(CHOICE);
      const choice = choices[tries++ % choices.length];
      // SurveyJS advances only after `mousedown`.
      choice?.dispatchEvent(new MouseEvent("mousedown", { bubbles: true }));
      choice?.click();
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  addEventListener("pointerup", ({ timeStamp }) => (released = timeStamp), true);

  globalThis.paintLog = {
    /** Paint times, once there are `count`. */
    until: async (count) => {
      while (paints.length < count) await new Promise(requestAnimationFrame);
      return paints.map(({ at }) => at);
    },
    /** Time from the last tap to the last paint, and the number of paints. */
    last: () => [paints.at(-1).at - released, paints.length],
    /** Centre of the label of a choice, in the window. */
    place: (index) => {
      const label = root().querySelectorAll(CHOICE)[index].closest("label");
      label.scrollIntoView({ block: "center" });
      const { x, y, width, height } = label.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    },
  };
}
