/* What native elements do not do by themselves. Every page works without this file. */

const EXIT_PRESSES = 3;
const EXIT_WITHIN_MS = 1500;

function focusErrorSummary() {
  const summary = document.querySelector("[data-error-summary]");
  if (!summary) return;
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const input = link && document.getElementById(link.hash.slice(1));
    if (!input) return;
    event.preventDefault();
    const field = input.closest(".field") ?? input;
    field.scrollIntoView();
    input.focus({ preventScroll: true });
  });
}

/* A menu that opens over the page closes when the reader goes on: Esc, or focus or a click elsewhere. */
function closeWhenLeft(details) {
  const close = (event) => {
    if (details.open && !details.contains(event.target)) details.open = false;
  };
  document.addEventListener("click", close);
  document.addEventListener("focusin", close);
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary").focus();
    event.stopPropagation();
  });
}

function quickExit(link) {
  const leave = () => {
    document.body.hidden = true;
    window.location.replace(link.href);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let presses = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const now = Date.now();
    presses = [...presses.filter((time) => now - time < EXIT_WITHIN_MS), now];
    if (presses.length >= EXIT_PRESSES) leave();
  });
}

/* On wide windows the sheet is part of the header: an open one would lie on top of it. */
function closeSheetWhenWide(menu) {
  window.matchMedia("(min-width: 64em)").addEventListener("change", (event) => {
    if (event.matches && menu.matches(":popover-open")) menu.hidePopover();
  });
}

focusErrorSummary();
document.querySelectorAll("details[data-closes]").forEach(closeWhenLeft);
document.querySelectorAll("[data-quick-exit]").forEach(quickExit);
document.querySelectorAll(".site-menu[popover]").forEach(closeSheetWhenWide);
