// Runs before every script of a page on which one waits to see something, and notes when that was painted.
{
  const WANTED = [
    "[data-screen=item] fieldset h2",
    "[data-screen=shared] h2",
    "#survey .sd-question__title",
    "#plain h2",
  ].join();
  const CHOICE = "input[type=radio]";
  /** Each question, once it was painted: what it says, and when. */
  const paints = [];
  let released = 0;
  let tries = 0;
  let before;

  const root = () => document.querySelector("boussole-assessment")?.shadowRoot ?? document;
  const shown = () => {
    const found = [...root().querySelectorAll(WANTED)].at(-1);
    return found?.getClientRects().length ? found.textContent : undefined;
  };
  /** Calls back once the frame that is being made is done. */
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
      // Another choice each time: one that is chosen already can't be chosen again.
      const choices = root().querySelectorAll(CHOICE);
      const choice = choices[tries++ % choices.length];
      // SurveyJS only goes on by itself where a choice was pressed.
      choice?.dispatchEvent(new MouseEvent("mousedown", { bubbles: true }));
      choice?.click();
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  addEventListener("pointerup", ({ timeStamp }) => (released = timeStamp), true);

  globalThis.seen = {
    /** When each of so many was painted, in order. */
    until: async (count) => {
      while (paints.length < count) await new Promise(requestAnimationFrame);
      return paints.map(({ at }) => at);
    },
    /** How long after the last tap the last one was painted, and how many there are. */
    last: () => [paints.at(-1).at - released, paints.length],
    /** The middle of the label of a choice, in the window. */
    place: (index) => {
      const label = root().querySelectorAll(CHOICE)[index].closest("label");
      label.scrollIntoView({ block: "center" });
      const { x, y, width, height } = label.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    },
  };
}
