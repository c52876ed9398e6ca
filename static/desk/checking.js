// Checks the text while it is being typed: sends the form as it stands, shows what the safeguards
// say beside it, and takes their ready texts over. Without this file the same panel shows the saved
// text, and its buttons are the form's own.
(() => {
  "use strict";
  const PAUSE = 600;
  const AGAIN = 15_000;
  const NARROW = matchMedia("(max-width: 69.99rem)");

  function start(form, panel) {
    const checked = panel.querySelector(".checked");
    const state = panel.querySelector(".checking-state");
    const bar = form.querySelector(".check-bar");
    const title = panel.querySelector("#findings-title");
    const close = panel.querySelector(".close");
    let timer = 0;
    let running = null;
    let shown = "";
    let frame = 0;

    const remarks = () => [...checked.querySelectorAll(".remark")].filter((one) => one.dataset.excerpt && !one.hidden);
    const redraw = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => Checking.draw(remarks()));
    };
    const soon = (pause = PAUSE, more = {}) => {
      clearTimeout(timer);
      timer = setTimeout(run, pause, more);
    };

    function fields(more) {
      const sent = new URLSearchParams(more);
      for (const [name, value] of new FormData(form)) if (typeof value === "string") sent.append(name, value);
      return sent;
    }

    async function run(more) {
      running?.abort();
      const mine = running = new AbortController();
      panel.setAttribute("aria-busy", "true");
      try {
        const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
        const answer = await fetch(form.dataset.check, {
          method: "POST", body: fields(more), headers: { "X-CSRFToken": token }, redirect: "error", signal: mine.signal,
        });
        const told = await answer.text();
        if (answer.status === 413) fail(told);
        else if (answer.ok) show(told);
        else fail(panel.dataset.failed);
      } catch (trouble) {
        if (trouble.name === "AbortError") return; // a newer text is on its way
        fail(navigator.onLine ? panel.dataset.failed : panel.dataset.offline);
      }
      if (running === mine) panel.removeAttribute("aria-busy");
    }

    function fail(sentence) {
      panel.classList.add("old");
      bar?.classList.add("old");
      if (state.textContent !== sentence) state.textContent = sentence;
      soon(AGAIN);
    }

    function show(html) {
      panel.classList.remove("old");
      bar?.classList.remove("old");
      if (html !== shown) replace(html);
      shown = html;
      redraw();
    }

    function replace(html) {
      const focused = checked.contains(document.activeElement) ? document.activeElement : null;
      const key = focused?.closest(".remark")?.dataset.key;
      const value = focused?.value;
      const open = [...checked.querySelectorAll("details[open]")].map((one) => one.className);
      const scrolled = panel.scrollTop;
      const pointed = checked.querySelector(".remark.pointed")?.dataset.key;
      checked.innerHTML = html;
      if (pointed) again("", pointed)?.classList.add("pointed");
      if (panel.matches(".peek") && !checked.querySelector(".pointed")) toggle(false);
      for (const name of open) checked.querySelector(`details.${name}`)?.setAttribute("open", "");
      panel.scrollTop = scrolled;
      tell();
      if (focused) (again(value, key) || title).focus({ preventScroll: true });
    }

    const again = (value, key) => checked.querySelector(`button[value="${CSS.escape(value || "-")}"]`)
      || checked.querySelector(`.remark[data-key="${CSS.escape(key || "-")}"]`);

    function tell() {
      const tally = checked.querySelector(".tally");
      const told = tally.textContent.replace(/\s+/g, " ").trim();
      if (state.textContent !== told) state.textContent = told;
      if (bar) bar.querySelector(".tally").innerHTML = tally.innerHTML;
    }

    // What the next save records: findings left as they are, and findings mended.
    function note(name, remark) {
      const kept = form.elements[name];
      if (name === "left") kept.value = `${kept.value} ${remark.dataset.fingerprint}`.trim();
      else kept.value = JSON.stringify([...JSON.parse(kept.value || "[]"), JSON.parse(remark.dataset.told)]);
    }

    function settle(done, name, more = {}) {
      for (const remark of done) {
        if (name) note(name, remark);
        remark.hidden = true; // until the server has looked at the text again
      }
      shown = ""; // whatever it says, its answer replaces this
      form.dispatchEvent(new Event("change"));
      redraw();
      soon(0, more);
    }

    function press(button) {
      const remark = button.closest(".remark");
      if (button.matches(".list")) { // the answer is the officer's; the finding stays until it is given
        toggle(false);
        Checking.enlist(remark.dataset.excerpt);
        return true;
      }
      if ("mendAll" in button.dataset) settle(Checking.mendAll(checked.querySelectorAll(".remark[data-safe]:not([hidden])")), "taken");
      else if (button.matches(".mend")) settle(Checking.mend(remark, button.dataset.text) ? [remark] : [], "taken");
      else if (button.matches(".who")) {
        Checking.declare(remark.dataset.excerpt, button.dataset.part);
        settle([remark]);
      } else if (button.matches(".leave")) settle([remark], "left", { leave: remark.dataset.fingerprint });
      else if (button.matches(".learn")) settle([remark], "", { learn: button.value });
      else return false;
      title.focus({ preventScroll: true });
      return true;
    }

    function toggle(open) {
      panel.classList.remove("peek");
      panel.classList.toggle("open", open);
      document.documentElement.classList.toggle("checking-open", open && NARROW.matches);
      if (open) title.focus({ preventScroll: true });
    }

    function point(remark) {
      checked.querySelectorAll(".remark.pointed").forEach((one) => one.classList.remove("pointed"));
      remark.classList.add("pointed");
      // On a phone this one alone, so that the text stays in sight and typing can go on.
      if (NARROW.matches) panel.classList.add("open", "peek");
      else remark.scrollIntoView({ block: "nearest" });
    }

    panel.addEventListener("click", (event) => {
      const button = event.target.closest("button[form]");
      if (button && press(button)) event.preventDefault();
      if (event.target.closest(".tally")) panel.classList.remove("peek");
      const link = event.target.closest("a[data-show], .gap a");
      if (!link) return;
      event.preventDefault();
      if (NARROW.matches) toggle(false);
      const remark = link.closest(".remark");
      if (remark) Checking.show(remark);
      else location.hash = link.hash;
    });
    form.addEventListener("click", (event) => {
      const remark = event.target.matches("textarea, input") || event.target.closest(".ProseMirror") ? Checking.tapped(event) : null;
      if (remark) point(remark);
      else if (panel.matches(".peek")) toggle(false);
    });
    bar?.addEventListener("click", (event) => {
      event.preventDefault();
      if (NARROW.matches) toggle(!panel.classList.contains("open"));
      else panel.scrollIntoView({ block: "start" });
    });
    close?.addEventListener("click", () => { toggle(false); bar?.focus({ preventScroll: true }); });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && panel.classList.contains("open")) { toggle(false); bar?.focus({ preventScroll: true }); }
    });
    form.addEventListener("input", (event) => {
      if (panel.matches(".peek") && event.isTrusted) toggle(false);
      redraw();
      soon();
    });
    form.addEventListener("change", () => soon());
    document.addEventListener("prose-editor:ready", () => { redraw(); soon(0); });
    window.addEventListener("online", () => soon(0));
    if (close) close.hidden = false;
    document.documentElement.classList.add("checks");
    redraw();
    soon(0);
    if (location.hash === "#findings" && NARROW.matches) toggle(true); // closed it could not be scrolled to
  }

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form[data-check]");
    const panel = document.getElementById("findings");
    if (form && panel) start(form, panel);
  });
})();
