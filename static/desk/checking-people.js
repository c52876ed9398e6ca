// The people of a release: rows come and go, and a finding that asks who somebody is can be answered
// with one tap. Without this file a few empty rows stand ready.
(() => {
  "use strict";
  const section = () => document.querySelector("[data-checks-people]");
  const rows = () => [...section().querySelectorAll(".person-rows > .person")];
  const part = (row, name) => row.querySelector(`[name$="-${name}"]`);

  function add(name, value) {
    const total = section().querySelector("[name=people-TOTAL_FORMS]");
    const empty = rows().find((row) => !part(row, "name").value);
    const row = empty || fresh(Number(total.value));
    if (!empty) total.value = Number(total.value) + 1;
    row.hidden = false;
    part(row, "name").value = name;
    part(row, "part").value = value;
    suit(row);
    return row;
  }

  function fresh(number) {
    const copy = section().querySelector("template.person-row").innerHTML.replaceAll("__prefix__", number);
    section().querySelector(".person-rows").insertAdjacentHTML("beforeend", copy);
    return prepare(rows().at(-1));
  }

  // Age and consent are asked only where they matter.
  function suit(row) { row.dataset.part = part(row, "part").value; }

  function prepare(row) {
    const remove = row.querySelector(".remove-person");
    remove.hidden = false;
    remove.addEventListener("click", () => {
      part(row, "name").value = "";
      row.hidden = true;
      part(row, "name").dispatchEvent(new Event("change", { bubbles: true }));
      section().querySelector(".add-person").focus();
    });
    part(row, "part").addEventListener("change", () => suit(row));
    suit(row);
    return row;
  }

  // Take somebody in under the name that stands in the text.
  function declare(name, value) {
    const told = name.replace(/\s+/g, " ").trim();
    const same = rows().find((row) => !row.hidden && part(row, "name").value.trim().toLowerCase() === told.toLowerCase());
    if (same && value) {
      part(same, "part").value = value;
      suit(same);
    }
    const row = same || add(told, value);
    part(row, "name").dispatchEvent(new Event("change", { bubbles: true }));
    return row;
  }

  // Take somebody in and ask who it is.
  function enlist(name) {
    const row = declare(name, "");
    row.scrollIntoView({ block: "center" });
    part(row, "part").focus({ preventScroll: true });
  }

  document.addEventListener("DOMContentLoaded", () => {
    if (!section()) return;
    for (const row of rows()) {
      prepare(row);
      if (!part(row, "name").value && !row.matches(".has-errors")) row.hidden = true;
    }
    const button = section().querySelector(".add-person");
    button.hidden = false;
    button.addEventListener("click", () => part(add("", ""), "name").focus());
  });

  Object.assign(window.Checking, { declare, enlist });
})();
