// Runs before all scripts of a measured page and collects metrics that only the page can read.
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
  const pageMetrics = {
    /** Layout shift without recent input. */
    shift: 0,
    /** Longest time from an input to the next paint, in milliseconds. */
    slowest: 0,
    wasmMemory: () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  };
  globalThis.pageMetrics = pageMetrics;
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
      durationThreshold: 16,
    });
  observe("layout-shift", ({ hadRecentInput, value }) => hadRecentInput || (pageMetrics.shift += value));
  observe("event", ({ interactionId, duration }) => {
    if (interactionId) pageMetrics.slowest = Math.max(pageMetrics.slowest, duration);
  });
}
