/**
 * What a page keeps from whoever looks at it, in words: cut off, covered, out of reach, written over each other, too small
 * for a thumb. Judges the page as it stands; what can be scrolled down to counts as reachable. Nobody looks for what lies
 * beside a box: only tables that are wider than their box may be moved sideways (`SIDEWAYS`), and lists that say so.
 */
({ least, floats }) => {
  const faults = [];
  const ROOM = 1.5; // fractions of a pixel, and the overhang of a slanted letter
  const SIDEWAYS = "[data-sideways]";
  const CONTROLS = 'button, a[href], input:not([type="hidden"]), select, textarea, summary, [role="option"], [role="slider"]';
  const modal = document.querySelector("dialog:modal");
  const whole = modal ?? document.body;
  const scroller = document.scrollingElement;

  const words = (text) => text.replace(/\s+/g, " ").trim().slice(0, 60);
  const about = (element) => {
    const held = [...element.attributes].filter(({ name }) => /^data-|^name$|^class$/.test(name)).slice(0, 2);
    const marks = held.map(({ name, value }) => `[${name}="${value.slice(0, 40)}"]`).join("");
    return `${element.localName}${marks} ${words(element.textContent || element.getAttribute("aria-label") || "")}`;
  };
  const tell = (fault, element) => faults.push(`${fault}: ${about(element)}`);
  const isHiddenOnPurpose = (element) =>
    element.closest(".visually-hidden, [aria-hidden='true'], .watermark, canvas, noscript, script, style") !== null;
  const isShown = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !isHiddenOnPurpose(element);

  /** The boxes that may hide a part of an element, from within. */
  function* around(element, withItself) {
    let at = element;
    let position = withItself ? "static" : getComputedStyle(element).position;
    if (withItself) yield at;
    if (withItself) position = getComputedStyle(element).position;
    while (at.parentElement && !at.matches("dialog:modal")) {
      at = at.parentElement;
      if (at === document.body) return;
      const style = getComputedStyle(at);
      const isHeld =
        style.transform !== "none" ||
        (position !== "fixed" && (position !== "absolute" || style.position !== "static"));
      if (!isHeld) continue;
      yield at;
      position = style.position;
    }
  }

  const isScrolled = (overflow) => overflow === "auto" || overflow === "scroll";
  const isClipped = (overflow) => overflow === "hidden" || overflow === "clip";

  /** What is seen of a rectangle, what hides the rest for good, and whether the rest can be scrolled to. */
  function seen(element, rectangle, withItself) {
    let { left, top, right, bottom } = rectangle;
    let scrolls = false;
    const cuts = [];
    const cut = (by, axis) => cuts.push({ by, axis });
    for (const box of around(element, withItself)) {
      const style = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      if (style.display === "inline" || style.display === "contents") continue;
      if (isScrolled(style.overflowX) || isScrolled(style.overflowY)) {
        scrolls = true;
        const isBeside = left < edge.left - ROOM || right > edge.right + ROOM;
        if (isScrolled(style.overflowX) && isBeside && !box.matches(SIDEWAYS)) cut(box, "sideways");
      } else {
        if (isClipped(style.overflowX) && (left < edge.left - ROOM || right > edge.right + ROOM)) cut(box, "x");
        if (isClipped(style.overflowY) && (top < edge.top - ROOM || bottom > edge.bottom + ROOM)) cut(box, "y");
      }
      if (style.overflowX !== "visible") [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      if (style.overflowY !== "visible") [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      if (right <= left || bottom <= top) break;
    }
    const isLong = scroller.scrollHeight > innerHeight + 1 && getComputedStyle(scroller).overflowY !== "hidden";
    if (right > left && bottom > top) {
      if (right > innerWidth + ROOM || left < -ROOM) cut(scroller, "x");
      if ((bottom > innerHeight + ROOM || top < -ROOM) && !isLong) cut(scroller, "y");
    }
    [left, right] = [Math.max(left, 0), Math.min(right, innerWidth)];
    [top, bottom] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    return { left, top, right, bottom, cuts, scrolls: scrolls || isLong, isSeen: right > left && bottom > top };
  }

  /** Texts with the lines they are written in; a line is as high as its letters, whatever room it has. */
  function* texts() {
    const walker = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if (!node.nodeValue.trim() || element.closest("option, textarea, title") || !isShown(element)) continue;
      range.selectNodeContents(node);
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const lines = [...range.getClientRects()].filter(({ width }) => width > 1).map((rectangle) => {
        const spare = Math.max(0, rectangle.height - size) / 2;
        const { left, right, top, bottom } = rectangle;
        return { left, right, top: top + spare, bottom: bottom - spare };
      });
      if (lines.length > 0) yield { element, node, lines };
    }
  }

  /** In a title, behind a button beside it, or, where there are no titles, where the line itself leads to. */
  const isToldElsewhere = (box, text) =>
    (least > 0 && text.closest("button, a") !== null) ||
    [box, text].some((element) => element.closest("[title]")) ||
    box.parentElement?.querySelector(":scope > .clamped-more") !== null;

  function judgeTexts(all) {
    const told = new Set();
    for (const { element, lines } of all) {
      for (const line of lines) {
        const part = seen(element, line, true);
        for (const { by, axis } of part.cuts) {
          if (told.has(element) || (by.matches("[data-gives-way]") && !part.isSeen)) continue;
          const style = getComputedStyle(by);
          const isMeant = axis !== "sideways" && (style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none");
          if (isMeant && isToldElsewhere(by, element)) continue;
          told.add(element);
          tell(isMeant ? "shortened, and nothing tells the rest" : `cut off (${axis})`, element);
        }
      }
    }
  }

  /** Whether something opaque lies between a text and what it shares with another one. */
  function isOnOwnGround(element, shared) {
    for (let at = element; at && at !== shared; at = at.parentElement) {
      const { backgroundColor, position } = getComputedStyle(at);
      const isFlat = /^rgb\(|, 1\)$|^color\(/.test(backgroundColor);
      if (isFlat && (position !== "static" || at.matches("dialog"))) return true;
    }
    return false;
  }

  function shared(one, other) {
    let at = one;
    while (at && !at.contains(other)) at = at.parentElement;
    return at;
  }

  function judgeOverlaps(all) {
    const boxes = [];
    for (const { element, lines } of all) {
      for (const line of lines) {
        const part = seen(element, line, true);
        if (part.isSeen) boxes.push({ element, ...part });
      }
    }
    boxes.sort((one, other) => one.top - other.top);
    const told = new Set();
    boxes.forEach((one, at) => {
      for (let next = at + 1; next < boxes.length && boxes[next].top < one.bottom - 3; next += 1) {
        const other = boxes[next];
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - other.top;
        if (one.element === other.element || width < 3 || height < 3 || told.has(one.element)) continue;
        const both = shared(one.element, other.element);
        if (isOnOwnGround(one.element, both) || isOnOwnGround(other.element, both)) continue;
        told.add(one.element);
        tell(`written over “${words(other.element.textContent)}”`, one.element);
      }
    });
  }

  /** What one hits in the middle of what is seen of a control, unless that is the control. */
  function coverOf(control) {
    const part = seen(control, control.getBoundingClientRect(), false);
    if (!part.isSeen) return { part, cover: null };
    const hit = document.elementFromPoint((part.left + part.right) / 2, (part.top + part.bottom) / 2);
    const isOwn = hit === null || control.contains(hit) || hit.contains(control) || hit.closest("label")?.contains(control);
    return { part, cover: isOwn || hit.closest(floats) ? null : hit };
  }

  function judgeControls() {
    for (const control of whole.querySelectorAll(CONTROLS)) {
      const { width, height } = control.getBoundingClientRect();
      if (!isShown(control) || width === 0 || height === 0 || getComputedStyle(control).pointerEvents === "none") continue;
      let { part, cover } = coverOf(control);
      const isBeside = part.cuts.some(({ axis }) => axis === "sideways");
      if (part.scrolls && (!part.isSeen || cover)) {
        const from = [...around(control, false)].map((box) => [box, box.scrollLeft, box.scrollTop]);
        const [x, y] = [scrollX, scrollY];
        control.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
        ({ part, cover } = coverOf(control));
        for (const [box, left, top] of from) box.scrollTo({ left, top, behavior: "instant" });
        scrollTo({ left: x, top: y, behavior: "instant" });
      }
      if (isBeside) tell("reached by scrolling sideways alone", control);
      else if (!part.isSeen) tell("out of reach", control);
      else if (cover) tell(`covered by ${about(cover)}`, control);
    }
  }

  function judgePlaceholders() {
    const pen = document.createElement("canvas").getContext("2d");
    for (const field of whole.querySelectorAll("input[placeholder]")) {
      if (field.value || !isShown(field)) continue;
      const { font, paddingLeft, paddingRight } = getComputedStyle(field);
      pen.font = font;
      const cross = field.type === "search" ? 20 : 0; // the browser keeps room for the sign that empties it
      const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - cross;
      if (pen.measureText(field.placeholder).width > room + ROOM) {
        faults.push(`a hint does not fit its field: ${field.placeholder}`);
      }
    }
  }

  function judgeThumbs() {
    for (const button of whole.querySelectorAll("button, select, summary, a[href], label:has(input)")) {
      if (!isShown(button) || getComputedStyle(button).display === "inline") continue;
      const { width, height } = button.getBoundingClientRect();
      if (width > 0 && (width < least - 0.5 || height < least - 0.5)) {
        tell(`too small for a thumb, ${Math.round(width)} × ${Math.round(height)}`, button);
      }
    }
  }

  if (!modal && scroller.scrollWidth > innerWidth + 1) {
    faults.push(`the page is wider than its window: ${scroller.scrollWidth} of ${innerWidth}`);
  }
  const all = [...texts()];
  judgeTexts(all);
  judgeOverlaps(all);
  judgeControls();
  judgePlaceholders();
  if (least > 0) judgeThumbs();
  return faults;
};
