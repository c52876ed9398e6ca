// A session that ends while somebody writes must not cost them their words. What a form sends is
// also kept in this tab until the next page of the desk arrives; when the sign-in page came between,
// it is put back. Photos cannot be kept: a browser does not let a page choose files.
(() => {
  "use strict";
  const KEY = "wartapas-sent";
  const kept = (field) => field.name && !["password", "file", "submit"].includes(field.type) && field.name !== "csrfmiddlewaretoken";
  const fieldsOf = (form) => [...form.elements].filter(kept);
  const ticks = (field) => field.type === "checkbox" || field.type === "radio";

  function keep(form) {
    const values = fieldsOf(form).filter((field) => !ticks(field) || field.checked).map((field) => [field.name, field.value]);
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ path: new URL(form.action).pathname, values }));
    } catch { /* a full or forbidden store is no reason to hinder saving */ }
  }

  // Rows of people that were added on the page must be there before their words can come back.
  function grow(form, values) {
    const rows = form.querySelector(".person-rows");
    const wanted = Number(values.find(([name]) => name === "people-TOTAL_FORMS")?.[1] || 0);
    const one = form.querySelector("template.person-row")?.innerHTML;
    for (let at = rows?.children.length; one && at < Math.min(wanted, 100); at += 1) {
      rows.insertAdjacentHTML("beforeend", one.replaceAll("__prefix__", at));
    }
  }

  function putBack(form, values) {
    grow(form, values);
    for (const field of fieldsOf(form)) {
      const sent = values.filter(([name]) => name === field.name).map(([, value]) => value);
      if (ticks(field)) field.checked = sent.includes(field.value);
      else if (sent.length) field.value = sent[0];
    }
  }

  function look() {
    const found = JSON.parse(sessionStorage.getItem(KEY) || "null");
    sessionStorage.removeItem(KEY);
    const signedIn = document.referrer.startsWith(`${location.origin}/akun/`);
    if (!found || !signedIn || found.path !== location.pathname) return;
    const form = document.querySelector(".desk-page form.text-form");
    if (!form) return;
    putBack(form, found.values);
    document.getElementById("put-back")?.removeAttribute("hidden");
  }

  // Before DOMContentLoaded: the text editor then reads its field as it was put back.
  document.addEventListener("readystatechange", () => {
    if (document.readyState === "interactive") look();
  });
  document.addEventListener("submit", (event) => {
    if (event.target.closest(".desk-page") && event.target.method === "post") keep(event.target);
  });
})();
