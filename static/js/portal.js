// Small comforts. Every page reads and works without this file.
"use strict";

// The menu of a narrow screen folds behind its button.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-menu]");
  if (!button) return;
  const menu = document.getElementById(button.getAttribute("aria-controls"));
  const open = menu.toggleAttribute("data-open");
  button.setAttribute("aria-expanded", String(open));
});

document.addEventListener("click", async (event) => {
  const print = event.target.closest("[data-print]");
  if (print) window.print();

  const copy = event.target.closest("[data-copy]");
  if (copy) {
    await navigator.clipboard.writeText(copy.dataset.copy);
    copy.textContent = "已复制";
  }
});

// After a refused form the reader, by eye or by screen reader, starts at what is wrong.
document.addEventListener("DOMContentLoaded", () => {
  document.querySelector(".error-summary")?.focus();
});
document.addEventListener("htmx:afterSwap", (event) => {
  event.detail.elt.querySelector?.(".error-summary")?.focus();
});
