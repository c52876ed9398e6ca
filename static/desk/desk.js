// The desk without this file works; with it, long lists can be searched, a half-written text is
// not left by accident, and a link into a closed part opens it.
(() => {
  "use strict";
  const SEARCHED_FROM = 10;

  function searchable(box) {
    const labels = [...box.querySelectorAll("label")];
    if (labels.length < SEARCHED_FROM) return;
    const line = document.createElement("input");
    line.type = "search";
    line.placeholder = box.dataset.searchLabel;
    line.setAttribute("aria-label", box.dataset.searchLabel);
    line.addEventListener("input", () => {
      const wanted = line.value.trim().toLowerCase();
      for (const label of labels) {
        const ticked = label.querySelector("input").checked;
        label.hidden = !ticked && !label.textContent.toLowerCase().includes(wanted);
      }
    });
    line.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
    box.prepend(line);
  }

  function guard(form) {
    let touched = false;
    const touch = () => { touched = true; };
    form.addEventListener("input", touch);
    form.addEventListener("change", touch);
    form.addEventListener("submit", () => { touched = false; });
    window.addEventListener("beforeunload", (event) => {
      if (touched) event.preventDefault();
    });
  }

  function openTarget() {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    for (let part = target; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") part.open = true;
    }
    target.scrollIntoView({ block: "center" });
    const field = target.matches("input, textarea, select") ? target : target.querySelector("input, textarea, select");
    if (field) field.focus({ preventScroll: true });
  }

  // The text editor asks window.gettext for its dialogs' words; its buttons carry English titles.
  const words = () => JSON.parse(document.getElementById("editor-words")?.textContent || "{}");
  window.gettext = window.gettext || ((text) => words()[text] || text);

  function translateEditor() {
    const known = words();
    document.querySelectorAll(".prose-menubar [title]").forEach((button) => {
      const word = known[button.title];
      if (word) { button.title = word; button.setAttribute("aria-label", word); }
    });
    document.querySelectorAll(".prose-menubar__option > *").forEach((option) => {
      option.textContent = known[option.textContent] || option.textContent;
    });
  }

  // Unfold writes a chosen file's name into the nearest text field, which here is one of the story's.
  function keepFileNamesOut(input) { input.hasChangeListener = true; }

  window.addEventListener("load", translateEditor);
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".desk-page input[type=file]").forEach(keepFileNamesOut);
    document.querySelectorAll(".tick-box").forEach(searchable);
    document.querySelectorAll("form[data-guard]").forEach(guard);
    window.addEventListener("hashchange", openTarget);
    openTarget();
  });
})();
