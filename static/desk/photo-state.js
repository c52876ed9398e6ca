// Shows a photo of the writing page once it is ready, and reloads nothing: what is being typed stays.
(() => {
  "use strict";
  const ASK_AGAIN = 2000;
  const PATIENCE = 150; // questions; after five minutes only a reload tells more

  async function watch(shown, asked = 0) {
    try {
      const state = await (await fetch(shown.dataset.photoState, { redirect: "error" })).json();
      const coming = shown.querySelector(".photo-coming");
      if (state.ready && coming) {
        const image = document.createElement("img");
        image.src = state.picture;
        image.alt = "";
        coming.replaceWith(image);
      }
      if (state.told) {
        const badge = shown.querySelector(".badge");
        if (badge) badge.textContent = state.told;
      }
      if (state.ready) return;
    } catch { /* asked again below */ }
    if (asked < PATIENCE) setTimeout(() => watch(shown, asked + 1), ASK_AGAIN);
  }

  for (const shown of document.querySelectorAll("[data-photo-state]")) watch(shown);
})();
