// Marks findings in the text itself without touching it. In the editor they are custom highlights,
// which change no node; behind plain fields lies a copy of their text, invisible but for its
// underlines. Undo, typing and screen readers know nothing of either.
(() => {
  "use strict";
  const LEVELS = ["long", "could", "should", "must"];
  const LONG = 60; // characters: a whole sentence under a strong line could not be read
  const METRICS = [
    "fontFamily", "fontSize", "fontWeight", "fontStyle", "letterSpacing", "wordSpacing", "lineHeight",
    "textTransform", "textIndent", "tabSize", "paddingTop", "paddingRight", "paddingBottom", "paddingLeft",
    "borderTopWidth", "borderRightWidth", "borderBottomWidth", "borderLeftWidth",
  ];
  const mirrors = new Map();
  let drawn = [];

  const styleOf = ({ dataset }) => (dataset.level !== "must" && dataset.excerpt.length > LONG ? "long" : dataset.level);

  function mirrorOf(field) {
    if (mirrors.has(field)) return mirrors.get(field);
    const mirror = document.createElement("div");
    mirror.className = "mirror";
    mirror.setAttribute("aria-hidden", "true");
    field.parentElement.classList.add("mirrored");
    field.before(mirror);
    mirrors.set(field, mirror);
    field.addEventListener("scroll", () => follow(field, mirror), { passive: true });
    new ResizeObserver(() => fit(field, mirror)).observe(field);
    return mirror;
  }

  function fit(field, mirror) {
    const look = getComputedStyle(field);
    for (const name of METRICS) mirror.style[name] = look[name];
    const bar = field.offsetWidth - field.clientWidth - parseFloat(look.borderLeftWidth) - parseFloat(look.borderRightWidth);
    mirror.style.left = `${field.offsetLeft}px`;
    mirror.style.top = `${field.offsetTop}px`;
    mirror.style.width = `${field.offsetWidth - bar}px`;
    mirror.style.height = `${field.offsetHeight}px`;
    mirror.style.whiteSpace = field.tagName === "INPUT" ? "pre" : "pre-wrap";
    follow(field, mirror);
  }

  function follow(field, mirror) {
    mirror.scrollTop = field.scrollTop;
    mirror.scrollLeft = field.scrollLeft;
  }

  function paint(field, places) {
    if (!places.length && !mirrors.has(field)) return;
    const mirror = mirrorOf(field);
    const pieces = [];
    let done = 0;
    for (const { remark, from, to } of [...places].sort((a, b) => a.from - b.from)) {
      if (from < done) continue; // two findings on the same words: the more serious is drawn already
      const mark = document.createElement("mark");
      mark.className = styleOf(remark);
      mark.textContent = field.value.slice(from, to);
      pieces.push(field.value.slice(done, from), mark);
      done = to;
    }
    mirror.replaceChildren(...pieces, `${field.value.slice(done)}\n`);
    fit(field, mirror);
  }

  function highlight(places) {
    if (!window.CSS?.highlights) return;
    for (const level of LEVELS) {
      const ranges = places.filter((one) => styleOf(one.remark) === level).map((one) => one.range);
      const marks = new Highlight(...ranges);
      marks.priority = LEVELS.indexOf(level);
      CSS.highlights.set(`finding-${level}`, marks);
    }
  }

  // Draw the marks of all remarks in the panel anew, by what stands in the fields now.
  function draw(remarks) {
    const byField = Map.groupBy ? Map.groupBy(remarks, fieldOf) : grouped(remarks);
    for (const field of mirrors.keys()) if (!byField.has(field)) paint(field, []);
    drawn = [];
    const inEditors = [];
    for (const [field, theirs] of byField) {
      if (!field) continue;
      const places = Checking.placesIn(field, theirs);
      drawn.push(...places.map((one) => ({ ...one, field })));
      if (Checking.editorOf(field)) inEditors.push(...places);
      else paint(field, places);
    }
    highlight(inEditors);
  }

  const fieldOf = (remark) => document.getElementById(remark.dataset.anchor);
  function grouped(remarks) {
    const map = new Map();
    for (const one of remarks) map.set(fieldOf(one), [...(map.get(fieldOf(one)) || []), one]);
    return map;
  }

  // The remark whose mark was tapped, or null.
  function tapped({ target, clientX: x, clientY: y }) {
    if (target.closest(".ProseMirror")) {
      const holds = (box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
      return drawn.find((one) => one.range && [...one.range.getClientRects()].some(holds))?.remark || null;
    }
    if (target.selectionStart == null || target.selectionStart !== target.selectionEnd) return null;
    const at = target.selectionStart;
    return drawn.find((one) => one.field === target && one.from <= at && at <= one.to)?.remark || null;
  }

  Object.assign(window.Checking, { draw, tapped });
})();
