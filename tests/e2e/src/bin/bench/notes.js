// Runs before every script of a page that is measured, and notes what only the page itself can see.
{
  const memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const instantiate = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      for (const exported of Object.values((made.instance ?? made).exports)) {
        if (exported instanceof WebAssembly.Memory) memories.add(exported);
      }
      return made;
    };
  }
  const notes = {
    /** The layout shift that no input explains. */
    shift: 0,
    /** The longest time from a tap to the next paint. */
    slowest: 0,
    wasmMemory: () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  };
  globalThis.notes = notes;
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
      durationThreshold: 16,
    });
  observe("layout-shift", ({ hadRecentInput, value }) => hadRecentInput || (notes.shift += value));
  observe("event", ({ interactionId, duration }) => {
    if (interactionId) notes.slowest = Math.max(notes.slowest, duration);
  });
}
