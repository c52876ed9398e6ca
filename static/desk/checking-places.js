// Where an excerpt stands in a field. The server names a place by its words and how many equal ones
// come before it, every stretch of space counted as one space; so a place is found again although
// the text around it has changed meanwhile, and in the editor's own tree as well as in a plain field.
(() => {
  "use strict";
  const BLOCKS = new Set(["P", "H2", "H3", "BLOCKQUOTE", "UL", "OL", "LI"]);
  const SPACE = /\s/;
  const squashed = (text) => text.replace(/\s+/g, " ");

  // Characters with the way back: starts[i] and ends[i] say where a character of text[i] stands.
  class Written {
    constructor() { this.text = []; this.starts = []; this.ends = []; }
    add(letter, start, end) {
      const space = SPACE.test(letter);
      const last = this.text.length - 1;
      if (space && (last < 0 || this.text[last] === " ")) {
        if (last >= 0 && end !== null) {
          this.starts[last] ??= start;
          this.ends[last] = end;
        }
        return;
      }
      this.text.push(space ? " " : letter);
      this.starts.push(start);
      this.ends.push(end);
    }
    // The stretch of the excerpt with that many equal ones before it, or null where it is gone.
    find(excerpt, turn) {
      const wanted = squashed(excerpt);
      if (!wanted) return null;
      this.joined ??= this.text.join("");
      let at = this.joined.indexOf(wanted);
      for (; turn > 0 && at >= 0; turn -= 1) at = this.joined.indexOf(wanted, at + 1);
      return at < 0 ? null : [at, at + wanted.length];
    }
    start(at) { return this.starts.slice(at).find((one) => one !== null); }
    end(at) { return this.ends.slice(0, at).findLast((one) => one !== null); }
  }

  function ofField(field) {
    const written = new Written();
    // UTF-16 units on both sides, as selections count them too.
    for (let at = 0; at < field.value.length; at += 1) written.add(field.value[at], at, at + 1);
    return written;
  }

  function ofEditor(root) {
    const written = new Written();
    const gap = () => written.add(" ", null, null);
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        for (let at = 0; at < node.data.length; at += 1) written.add(node.data[at], [node, at], [node, at + 1]);
        return;
      }
      const block = BLOCKS.has(node.nodeName);
      if (block || node.nodeName === "BR") gap();
      if (node.nodeName === "LI") { written.add("-", null, null); gap(); }
      node.childNodes.forEach(walk);
      if (block) gap();
    };
    walk(root);
    return written;
  }

  const editorOf = (field) => field?.closest(".prose-editor")?.querySelector(".ProseMirror[contenteditable]") || null;
  const isText = (field) => field?.matches("textarea, input[type=text], input:not([type])");

  // All places of the given remarks in one field: [{remark, from, to}] or with a DOM range.
  function placesIn(field, remarks) {
    const root = editorOf(field);
    if (!root && !isText(field)) return [];
    const written = root ? ofEditor(root) : ofField(field);
    return remarks.flatMap((remark) => {
      const found = written.find(remark.dataset.excerpt, Number(remark.dataset.turn));
      if (!found) return [];
      const [start, end] = [written.start(found[0]), written.end(found[1])];
      if (start === undefined || end === undefined) return [];
      if (!root) return [{ remark, from: start, to: end }];
      const range = document.createRange();
      range.setStart(...start);
      range.setEnd(...end);
      return [{ remark, range }];
    });
  }

  window.Checking = { editorOf, placesIn };
})();
