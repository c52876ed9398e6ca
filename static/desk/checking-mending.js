// Puts ready texts into the fields, each step to be undone like typing.
(() => {
  "use strict";
  const editors = new Map();
  document.addEventListener("prose-editor:ready", (event) => {
    editors.set(event.detail.textarea, event.detail.editor);
  });

  const fieldOf = (remark) => document.getElementById(remark.dataset.anchor);
  const placeOf = (remark) => Checking.placesIn(fieldOf(remark), [remark])[0];

  // Taking words out must not leave two spaces where they stood.
  function widened(before, after) {
    const opening = before === "" || /\s/.test(before);
    if (opening && /\s/.test(after)) return [0, 1];
    return opening && before !== "" && (after === "" || /[.,;:!?)]/.test(after)) ? [1, 0] : [0, 0];
  }

  function inField(field, from, to, text) {
    if (!text) {
      const [less, more] = widened(field.value.slice(from - 1, from), field.value.slice(to, to + 1));
      [from, to] = [Math.max(0, from - less), to + more];
    }
    const wanted = field.value.slice(0, from) + text + field.value.slice(to);
    const active = document.activeElement;
    field.focus({ preventScroll: true });
    field.setSelectionRange(from, to);
    document.execCommand(text ? "insertText" : "delete", false, text);
    if (field.value !== wanted) { // beyond the field's length, or no such command
      field.value = wanted;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (active !== field) {
      field.blur();
      active?.focus?.({ preventScroll: true });
    }
  }

  function inEditor(editor, range, text) {
    const { view } = editor;
    let from = view.posAtDOM(range.startContainer, range.startOffset);
    let to = view.posAtDOM(range.endContainer, range.endOffset);
    if (!text) {
      const around = (a, b) => view.state.doc.textBetween(Math.max(0, a), Math.min(b, view.state.doc.content.size), "", "");
      const [less, more] = widened(around(from - 1, from), around(to, to + 1));
      [from, to] = [from - less, to + more];
    }
    const change = view.state.tr;
    view.dispatch(text ? change.insertText(text, from, to) : change.delete(from, to));
  }

  // Put the text where the remark points; false where its words are no longer there.
  function mend(remark, text) {
    const place = placeOf(remark);
    if (!place) return false;
    const field = fieldOf(remark);
    if (!place.range) inField(field, place.from, place.to, text);
    else if (editors.has(field)) inEditor(editors.get(field), place.range, text);
    else return false;
    return true;
  }

  // From the end of each field to its start, so that no mending moves the next one's place.
  function mendAll(remarks) {
    const first = (remark) => remark.querySelector("button.mend").dataset.text;
    const fields = new Set([...remarks].map(fieldOf));
    return [...fields].flatMap((field) => {
      const theirs = [...remarks].filter((remark) => fieldOf(remark) === field);
      const places = field ? Checking.placesIn(field, theirs) : [];
      const later = (a, b) => (a.range ? b.range.compareBoundaryPoints(Range.START_TO_START, a.range) : b.from - a.from);
      return places.sort(later).map((one) => one.remark).filter((remark) => mend(remark, first(remark)));
    });
  }

  // Show the place in the text: the caret goes there, the words are selected.
  function show(remark) {
    const field = fieldOf(remark);
    if (!field) return;
    for (let part = field; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    const place = remark.dataset.excerpt ? placeOf(remark) : null;
    const root = Checking.editorOf(field);
    (root || field).scrollIntoView({ block: "center" });
    if (place?.range) {
      place.range.startContainer.parentElement.scrollIntoView({ block: "center" });
      root.focus({ preventScroll: true });
      document.getSelection().setBaseAndExtent(
        place.range.startContainer, place.range.startOffset, place.range.endContainer, place.range.endOffset,
      );
      return;
    }
    const target = field.matches("input, textarea, select") ? field : field.querySelector("input, textarea, select");
    (root || target || field).focus({ preventScroll: true });
    if (place) field.setSelectionRange(place.from, place.to);
  }

  Object.assign(window.Checking, { mend, mendAll, show });
})();
