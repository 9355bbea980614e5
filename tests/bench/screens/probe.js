// Runs in the measured page before its own scripts: notes when things come and stand on the screen, and how the line fares.
(() => {
  const noted = { list: 0, map: 0, lives: 0, longest: 0, hears: false, heard: [], rows: {} };
  window.noted = noted;
  const clock = () => performance.timeOrigin + performance.now();

  /** Tells the instant after the frame in which what was just changed is painted. */
  const painted = (tell) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => tell(performance.now());
      port2.postMessage(0);
    });

  // What comes over the line, in the page's own hands: kept as it is while `hears`, and read afterwards.
  const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
  Object.defineProperty(MessagePort.prototype, "onmessage", {
    configurable: true,
    set(hear) {
      set.call(this, (event) => {
        if (noted.hears && event.data?.kind === "heard") noted.heard.push([clock(), event.data.text]);
        hear(event);
      });
    },
  });

  const SHOWN = "[data-ticket], [data-town]";
  const note = (node) => {
    if (!(node instanceof Element)) return;
    for (const row of [node, ...node.querySelectorAll(SHOWN)]) {
      if (!row.matches(SHOWN)) continue;
      if (!noted.list) painted((at) => (noted.list ||= at));
      const name = row.dataset.ticket;
      if (!name || name in noted.rows) continue;
      noted.rows[name] = { stood: clock(), seen: 0 };
      row.querySelector(".line-title")?.setAttribute("elementtiming", name);
    }
  };
  // The browser's own word for when a row's title was on the screen.
  new PerformanceObserver((entries) => {
    for (const { identifier, renderTime } of entries.getEntries())
      if (noted.rows[identifier]) noted.rows[identifier].seen ||= performance.timeOrigin + renderTime;
  }).observe({ type: "element", buffered: true });

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

  /**
   * What an event does to a list, without the page's own scripts: in a copy of it that nobody renders a row comes at the
   * top and the last one goes, and back again, so many times. The page is of no use afterwards.
   */
  window.byHand = async (times, gap) => {
    const shown = document.querySelector(".lines");
    const copy = shown.cloneNode(true);
    shown.replaceWith(copy);
    const all = copy.firstElementChild;
    const rows = [...all.children];
    const spare = rows[0].cloneNode(true);
    const height = rows[0].offsetHeight;
    for (let turn = 0; turn < times; turn += 1) {
      await new Promise((go) => setTimeout(() => requestAnimationFrame(go), gap));
      const row = spare.cloneNode(true);
      row.querySelector(".line-title").textContent += turn;
      rows.splice(turn % 2 ? rows.length : 0, 0, row);
      all.append(row);
      rows.splice(turn % 2 ? 0 : rows.length - 1, 1)[0].remove();
      rows.forEach((each, at) => {
        each.style.transform = `translateY(${at * height}px)`;
      });
    }
  };

  /** The milliseconds between the frames that come within so long. */
  window.framesFor = (milliseconds) =>
    new Promise((tell) => {
      const gaps = [];
      const began = performance.now();
      let last = began;
      const frame = () => {
        const now = performance.now();
        gaps.push(now - last);
        last = now;
        if (now - began < milliseconds) requestAnimationFrame(frame);
        else tell(gaps);
      };
      requestAnimationFrame(frame);
    });
})();
