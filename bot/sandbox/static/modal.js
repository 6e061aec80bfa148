// Modals: a stack of views, a focus trap, errors under the right field; what was typed is kept.
import { post } from "./api.js";
import { el, finder } from "./dom.js";
import { renderBlocks } from "./blocks.js";
import { told, viewScope } from "./acting.js";
import { textObject } from "./mrkdwn.js";

const stack = []; // {view, state, errors}
let opener = () => null;
const root = () => document.getElementById("modal-root");
const top = () => stack[stack.length - 1];

export function openModal(view) {
  if (!stack.length) opener = finder(document.activeElement);
  const same = stack.findIndex((entry) => entry.view.id === view.id);
  if (same >= 0) stack[same].view = view;
  else stack.push({ view, state: {}, errors: {} });
  draw(true);
}

export function updateModal(view) {
  const entry = stack.find((e) => e.view.id === view.id);
  if (!entry) return openModal(view);
  // As in Slack: inputs of the same block and action keep what was typed.
  const blocks = new Set(view.blocks.map((b) => b.block_id));
  for (const id of Object.keys(entry.state)) if (!blocks.has(id)) delete entry.state[id];
  Object.assign(entry, { view, errors: {} });
  const field = document.activeElement?.closest("[data-testid^='field-']")?.dataset.testid;
  draw(true);
  if (field) root().querySelector(`[data-testid="${CSS.escape(field)}"]`)?.querySelector("input, select, textarea")?.focus();
}

export function closeModal(viewId) {
  const index = viewId ? stack.findIndex((e) => e.view.id === viewId) : 0;
  if (index < 0) return;
  stack.splice(index);
  draw(true);
}

// Wherever the focus is: a click beside the form must not take Escape away from it.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || !stack.length || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  dismiss();
});

async function dismiss() {
  const { view } = stack.pop();
  draw(true);
  await told(post("close", { view_id: view.id }));
}

async function submit(button) {
  const entry = top();
  button.disabled = true;
  button.classList.add("working");
  const answer = await told(post("submit", { view_id: entry.view.id, state: { values: entry.state } }));
  if (top() === entry) {
    entry.errors = answer.errors || {};
    draw(!answer.errors); // the button that was pressed is gone: the keyboard goes on in the form
    if (answer.errors) root().querySelector("[aria-invalid=true]")?.focus();
  }
}

function draw(moveFocus) {
  const entry = top();
  document.body.classList.toggle("modal-open", Boolean(entry));
  if (!entry) {
    root().replaceChildren();
    (opener() || document.querySelector("#main .composer textarea, #main [role=tab]"))?.focus();
    return;
  }
  const { view } = entry;
  const scroll = root().querySelector(".modal-body")?.scrollTop || 0;
  const scope = { ...viewScope(view, entry.state), errors: entry.errors };
  const general = Object.keys(entry.errors).length ? el("p", { class: "modal-error", role: "alert", text: "Please look at the marked fields." }) : null;
  const dialog = el("form", { class: "modal", role: "dialog", "aria-modal": "true", "aria-labelledby": "modal-title", "data-testid": "modal",
    onsubmit: (e) => { e.preventDefault(); if (view.submit) submit(dialog.querySelector(".submit")); } },
  el("header", {}, el("h2", { id: "modal-title" }, textObject(view.title)), el("button", { type: "button", class: "plain", "aria-label": "Close", onclick: dismiss }, "✕")),
  el("div", { class: "modal-body blocks" }, general, renderBlocks(view.blocks, scope)),
  el("footer", {}, el("button", { type: "button", class: "btn", "data-testid": "modal-close", onclick: dismiss }, textObject(view.close || { type: "plain_text", text: "Close" })),
    view.submit ? el("button", { type: "submit", class: "btn primary submit", "data-testid": "modal-submit" }, textObject(view.submit)) : null));
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Tab") trap(event, dialog);
  });
  root().replaceChildren(el("div", { class: "backdrop" }, dialog));
  dialog.querySelector(".modal-body").scrollTop = scroll;
  if (moveFocus) (dialog.querySelector(".modal-body input, .modal-body select, .modal-body textarea") || dialog.querySelector("button")).focus();
}

function trap(event, dialog) {
  const reachable = [...dialog.querySelectorAll("a[href], button:not([disabled]), input, select, textarea, summary")].filter((n) => n.offsetParent !== null);
  const [first, last] = [reachable[0], reachable[reachable.length - 1]];
  if (event.shiftKey && document.activeElement === first) { event.preventDefault(); last.focus(); }
  else if (!event.shiftKey && document.activeElement === last) { event.preventDefault(); first.focus(); }
}
