// Runs in the measured page before its own scripts: notes when things stand on the screen, and how the line fares.
(() => {
  const noted = { list: 0, map: 0, lives: 0, longest: 0, rows: {} };
  window.noted = noted;

  /** Tells the instant after the frame in which what was just changed is painted. */
  const painted = (tell) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => tell(performance.now());
      port2.postMessage(0);
    });

  const SHOWN = "[data-ticket], [data-town]";
  const note = (node) => {
    if (!(node instanceof Element)) return;
    for (const row of [node, ...node.querySelectorAll(SHOWN)]) {
      if (!row.matches(SHOWN)) continue;
      const name = row.dataset.ticket ?? "town";
      if (name in noted.rows) continue;
      noted.rows[name] = 0;
      painted((at) => {
        noted.rows[name] = performance.timeOrigin + at;
        noted.list ||= at;
      });
    }
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "childList") for (const node of addedNodes) note(node);
      else if (target.dataset.connection === "live") noted.lives += 1;
      else if (target.dataset.view && target.matches(".map-box")) noted.map ||= performance.now();
    }
  }).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["data-view", "data-connection"],
  });
  new PerformanceObserver((seen) => {
    for (const { duration } of seen.getEntries()) noted.longest = Math.max(noted.longest, duration);
  }).observe({ type: "longtask", buffered: true });
})();
