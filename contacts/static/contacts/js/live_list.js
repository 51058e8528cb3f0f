/* Search as you type: asks for the same page with what stands in the form, and takes over its rows and its count.
   Without this file the form's button does the same. */

const WAIT_MS = 250;
const PARTS = [".filters__result", "[data-live-part]"];

function address(form) {
  const chosen = [...new FormData(form)].filter(([, value]) => value !== "");
  const query = new URLSearchParams(chosen).toString();
  return window.location.pathname + (query ? `?${query}` : "");
}

function keepTrue(list) {
  const form = list.querySelector("form");
  let waiting = 0;
  let asked = null;

  async function show() {
    asked?.abort();
    asked = new AbortController();
    const url = address(form);
    try {
      const answer = await fetch(url, { signal: asked.signal });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of PARTS) {
        const next = page.querySelector(`[data-live-list] ${part}`);
        if (next) list.querySelector(part).replaceChildren(...next.childNodes);
      }
      window.history.replaceState(null, "", url);
    } catch (error) {
      if (error.name !== "AbortError") form.querySelector("button").hidden = false;
    }
  }

  form.addEventListener("input", (event) => {
    if (event.target.type !== "search") return;
    clearTimeout(waiting);
    waiting = setTimeout(show, WAIT_MS);
  });
}

document.querySelectorAll("[data-live-list]").forEach(keepTrue);
