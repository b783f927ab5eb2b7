"use strict";
// Keys, the pane beside a table, forms that send themselves, copy buttons. Every page works without it.
const rows = () => [...document.querySelectorAll("main a.open")].filter((row) => row.offsetParent !== null);
const typing = (event) => event.target.closest("input, textarea, select, [contenteditable]") !== null;

function step(by) {
  const all = rows();
  if (!all.length) return;
  const at = all.indexOf(document.activeElement);
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

const follow = (selector) => document.querySelector(selector)?.click();

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const acts = {
    "/": () => document.getElementById("q")?.select(),
    j: () => step(1),
    k: () => step(-1),
    "[": () => follow("a[rel=prev]"),
    "]": () => follow("a[rel=next]"),
    "?": () => document.getElementById("keys")?.showModal(),
  };
  const button = document.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
  if (button) {
    event.preventDefault();
    button.click();
  } else if (Object.hasOwn(acts, event.key)) {
    event.preventDefault();
    acts[event.key]();
  }
});

const pane = document.getElementById("peek");
let asked = 0;
async function peek(row) {
  const mine = ++asked;
  const answer = await fetch("/peek/" + encodeURIComponent(row));
  if (!answer.ok || mine !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  pane.replaceChildren(...page.body.childNodes);
}
if (pane) {
  document.addEventListener("focusin", (event) => {
    const row = event.target.dataset?.row;
    if (row && getComputedStyle(pane).display !== "none") peek(row);
  });
  const first = document.querySelector("main a[data-row]");
  if (first && getComputedStyle(pane).display !== "none") peek(first.dataset.row);
}

for (const end of document.querySelectorAll("input[data-day]")) {
  const form = end.form;
  const day = form.elements[end.dataset.day];
  const edge = end.dataset.day === "since" ? end.min : end.max;
  end.addEventListener("input", () => { day.value = end.value + end.dataset.end; });
  end.addEventListener("change", () => {
    if (end.value === edge) day.value = "";
    form.requestSubmit();
  });
}

for (const form of document.querySelectorAll("form[data-auto]")) {
  form.addEventListener("change", () => form.requestSubmit());
  form.querySelector("button")?.classList.add("unseen");
}

for (const button of document.querySelectorAll("button.copy")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    const before = button.textContent;
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = before; }, 1500);
  });
}
