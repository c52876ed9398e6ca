// Marks and answers the faces of one photo. Saving keeps the page where it is; when it fails, every
// box stays and can be saved again. Without this file the boxes are listed with their answers.
(() => {
  "use strict";
  const ASK_AGAIN = 1500;
  const ANSWERS = ["staff", "public_figure", "consent", "blur"];

  function start(page) {
    const form = page.querySelector("#marking");
    const inside = page.querySelector("#marking-inside");
    const pattern = page.querySelector("#new-face");
    let stage = null;
    let told = null;
    let tool = "";
    let made = 0;
    let dirty = false;

    const card = (name) => inside.querySelector(`.face[data-name="${name}"]`);
    const boxOf = (name) => stage.querySelector(`.box[data-name="${name}"]`);
    const field = (name) => inside.querySelector(`[name="${name}-box"]`);

    function tell(sentence, failed = false) {
      if (failed) touch(); // a submit has told desk.js that nothing is unsaved
      told.textContent = sentence;
      told.classList.toggle("failed", failed);
    }

    function touch() {
      dirty = true;
      tell(page.dataset.unsaved);
      form.dispatchEvent(new Event("input", { bubbles: true })); // desk.js guards the form by it
    }

    function choose(name) {
      for (const one of inside.querySelectorAll(".chosen")) one.classList.remove("chosen");
      card(name)?.classList.add("chosen");
      boxOf(name)?.classList.add("chosen");
    }

    function put(name, box) {
      field(name).value = Boxes.write(box);
      Boxes.place(boxOf(name), box);
      touch();
    }

    function count() {
      const kept = [...inside.querySelectorAll(".face")].filter((one) => !one.classList.contains("removed"));
      kept.forEach((one, place) => {
        one.querySelector(".face-number").textContent = place + 1;
        boxOf(one.dataset.name).querySelector("b").textContent = place + 1;
      });
      inside.querySelector(".no-faces").hidden = kept.length > 0;
    }

    function add(box) {
      const name = `new-${made}`;
      const fresh = document.createElement("template");
      fresh.innerHTML = pattern.innerHTML.replaceAll("new-__N__", name);
      made += 1;
      inside.querySelector(".face-list").append(fresh.content);
      const element = document.createElement("button");
      element.type = "button";
      element.className = "box";
      element.dataset.name = name;
      element.innerHTML = "<b></b><i></i>";
      element.setAttribute("aria-label", page.dataset.box);
      stage.append(element);
      paint(name);
      put(name, box);
      count();
      use("");
      choose(name);
      element.focus({ preventScroll: true });
    }

    function paint(name) {
      const answer = card(name).querySelector(`[name="${name}-answer"]:checked`)?.value;
      const element = boxOf(name);
      for (const one of [...ANSWERS, "open"]) element.classList.toggle(`is-${one}`, one === (answer || "open"));
    }

    function remove(name, gone = true) {
      const one = card(name);
      if (name.startsWith("new-") && gone) {
        boxOf(name).remove();
        one.remove();
      } else {
        one.querySelector(`[name="${name}-removed"]`).checked = gone;
        one.classList.toggle("removed", gone);
        boxOf(name).hidden = gone;
      }
      touch();
      count();
    }

    function use(next) {
      tool = next;
      stage.classList.toggle("adding", tool === "add");
      stage.classList.toggle("aiming", tool === "focal");
      for (const button of inside.querySelectorAll("[data-tool]")) button.setAttribute("aria-pressed", String(button.dataset.tool === tool));
      const hint = inside.querySelector(".tool-hint");
      hint.textContent = hint.dataset[tool] || "";
    }

    function aim(event) {
      const { x, y } = Boxes.share(stage, event);
      inside.querySelector("[name=focal]").value = `${x.toFixed(3)} ${y.toFixed(3)}`;
      const mark = stage.querySelector(".focal");
      mark.style.left = `${x * 100}%`;
      mark.style.top = `${y * 100}%`;
      touch();
      use("");
      event.preventDefault();
    }

    function pressed(event) {
      if (event.button > 0) return;
      if (tool === "add") { Boxes.draw(stage, event, add); return; }
      if (tool === "focal") { aim(event); return; }
      const element = event.target.closest(".box");
      if (!element) return;
      const { name } = element.dataset;
      element.focus({ preventScroll: true });
      choose(name);
      Boxes.press(stage, element, event, Boxes.read(field(name).value), (box) => put(name, box));
    }

    function keyed(event) {
      if (event.key === "Escape" && tool) { use(""); return; }
      const element = event.target.closest(".box");
      if (!element) return;
      const { name } = element.dataset;
      const box = Boxes.nudged(Boxes.read(field(name).value), event);
      if (box) put(name, box);
      else if (event.key === "Delete" || event.key === "Backspace") remove(name);
      else return;
      event.preventDefault();
    }

    function clicked(event) {
      const wanted = event.target.closest("[data-tool]")?.dataset.tool;
      if (wanted === "add" && event.detail === 0) add(Boxes.around(stage, { x: 0.5, y: 0.5 })); // by key
      else if (wanted) use(tool === wanted ? "" : wanted);
    }

    function changed(event) {
      const { name } = event.target.closest(".face")?.dataset || {};
      if (!name) return;
      if (event.target.name === `${name}-removed`) remove(name, event.target.checked);
      else { paint(name); choose(name); touch(); }
    }

    function ready() {
      stage = inside.querySelector(".stage");
      told = inside.querySelector(".marking-told");
      inside.querySelector(".tools").hidden = false;
      stage.addEventListener("pointerdown", pressed);
      stage.addEventListener("keydown", keyed);
      use("");
    }

    function saved(answer) {
      dirty = false;
      if (answer.go) { location.assign(answer.go); return; }
      inside.innerHTML = answer.inside;
      history.replaceState(null, "", answer.address);
      form.action = answer.address;
      made = 0;
      ready();
      tell(answer.told);
    }

    async function save(event) {
      event.preventDefault();
      const sent = new FormData(form, event.submitter);
      const buttons = [...form.querySelectorAll("button:not(.box)")];
      buttons.forEach((one) => { one.disabled = true; });
      tell(page.dataset.saving);
      try {
        const answer = await fetch(form.action || location.href, { method: "POST", body: sent, headers: { Accept: "application/json" }, redirect: "error" });
        if (answer.ok) saved(await answer.json());
        else if (answer.status === 409) tell((await answer.json()).told, true);
        else tell(page.dataset.failed, true);
      } catch {
        tell(page.dataset.failed, true);
      }
      buttons.forEach((one) => { one.disabled = false; });
    }

    async function watch() {
      if (!form.dataset.state) return;
      try {
        const state = await (await fetch(form.dataset.state, { headers: { Accept: "application/json" } })).json();
        const bar = inside.querySelector("#search-progress");
        if (bar) bar.value = state.progress;
        if ((state.searched || state.given_up) && !dirty) { location.reload(); return; }
      } catch { /* the link to reload stays */ }
      setTimeout(watch, ASK_AGAIN);
    }

    form.addEventListener("submit", save);
    inside.addEventListener("click", clicked);
    inside.addEventListener("change", changed);
    ready();
    setTimeout(watch, ASK_AGAIN);
  }

  const page = document.querySelector(".faces-page");
  if (page) start(page);
})();
