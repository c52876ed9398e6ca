// Boxes over a photo, in shares of its sides: drawn, moved and resized by finger, mouse and keys.
// What each face is called and answered is the page's matter (faces.js); here are only rectangles.
const Boxes = (() => {
  "use strict";
  const LEAST = 0.008;
  const STEP = 0.005;
  const TAPPED = 0.1; // a tap in place of a drag: a box so wide, in shares of the shorter side

  const within = (value, low, high) => Math.min(high, Math.max(low, value));
  const round = (value) => Math.round(value * 1e5) / 1e5;

  function clipped({ x, y, width, height }) {
    const wide = within(width, LEAST, 1);
    const high = within(height, LEAST, 1);
    return { x: within(x, 0, 1 - wide), y: within(y, 0, 1 - high), width: wide, height: high };
  }

  const read = (value) => {
    const [x, y, width, height] = value.split(" ").map(Number);
    return { x, y, width, height };
  };
  const write = (box) => [box.x, box.y, box.width, box.height].map(round).join(" ");

  function place(element, box) {
    element.style.left = `${box.x * 100}%`;
    element.style.top = `${box.y * 100}%`;
    element.style.width = `${box.width * 100}%`;
    element.style.height = `${box.height * 100}%`;
  }

  function share(stage, event) {
    const frame = stage.getBoundingClientRect();
    return { x: within((event.clientX - frame.left) / frame.width, 0, 1), y: within((event.clientY - frame.top) / frame.height, 0, 1) };
  }

  // One drag from press to release; ``follow`` is told the distance in shares, ``end`` when it is over.
  function drag(stage, target, event, follow, end = () => {}) {
    const from = share(stage, event);
    target.setPointerCapture?.(event.pointerId);
    const move = (next) => {
      if (next.pointerId !== event.pointerId) return;
      const to = share(stage, next);
      follow(to.x - from.x, to.y - from.y, to);
    };
    const stop = (next) => {
      if (next.pointerId !== event.pointerId) return;
      target.removeEventListener("pointermove", move);
      for (const name of ["pointerup", "pointercancel"]) target.removeEventListener(name, stop);
      end(next.type === "pointerup");
    };
    target.addEventListener("pointermove", move);
    for (const name of ["pointerup", "pointercancel"]) target.addEventListener(name, stop);
    event.preventDefault();
  }

  function press(stage, element, event, box, changed) {
    const resizing = event.target.tagName === "I";
    drag(stage, element, event, (right, down) => {
      changed(clipped(resizing
        ? { ...box, width: Math.min(box.width + right, 1 - box.x), height: Math.min(box.height + down, 1 - box.y) }
        : { ...box, x: box.x + right, y: box.y + down }));
    });
  }

  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  // The box after an arrow key: moved, or with Shift resized; null for any other key.
  function nudged(box, event) {
    const arrow = ARROWS[event.key];
    if (!arrow) return null;
    const [right, down] = arrow.map((one) => one * STEP * (event.ctrlKey ? 5 : 1));
    return clipped(event.shiftKey
      ? { ...box, width: box.width + right, height: box.height + down }
      : { ...box, x: box.x + right, y: box.y + down });
  }

  function around(stage, { x, y }) {
    const { width, height } = stage.getBoundingClientRect();
    const side = TAPPED * Math.min(width, height);
    const [wide, high] = [side / width, side / height];
    return clipped({ x: x - wide / 2, y: y - high / 2, width: wide, height: high });
  }

  // Draws a new box with the pressed pointer; a tap puts one of common size around the spot.
  function draw(stage, event, made) {
    const ghost = document.createElement("span");
    ghost.className = "box drawn";
    stage.append(ghost);
    const from = share(stage, event);
    let box = null;
    drag(stage, stage, event, (right, down, to) => {
      box = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(right), height: Math.abs(down) };
      place(ghost, box);
    }, (whole) => {
      ghost.remove();
      if (!whole) return;
      const tapped = !box || (box.width < 2 * LEAST && box.height < 2 * LEAST);
      made(tapped ? around(stage, from) : clipped(box));
    });
  }

  return { around, draw, nudged, place, press, read, share, write };
})();
