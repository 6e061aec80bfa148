// Small helpers to build DOM. Text is always textContent: what people type is data, never markup.

export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") node.className = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "text") node.textContent = value;
    else if (name in node && typeof value === "boolean") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false));
  return node;
}

export function swap(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter(Boolean));
  return node;
}

// Draw something anew, and give the focus back to the control that had it.
export function redraw(draw) {
  const before = document.activeElement;
  const back = finder(before);
  draw();
  if (before && !before.isConnected) back()?.focus();
}

// How to find a control again after it was drawn anew: by its test id, else by its words.
export function finder(node) {
  const { testid, actionId } = node?.dataset || {};
  const label = node?.getAttribute?.("aria-label") || node?.textContent;
  return () => {
    if (node?.isConnected) return node;
    if (testid) return document.querySelector(`[data-testid="${CSS.escape(testid)}"]`);
    const alike = actionId ? [...document.querySelectorAll(`[data-action-id="${CSS.escape(actionId)}"]`)] : [];
    return alike.find((other) => (other.getAttribute("aria-label") || other.textContent) === label) || alike[0];
  };
}

export function announce(text) {
  document.getElementById("announce").textContent = text;
}

let counter = 0;
export const uid = (prefix) => `${prefix}-${++counter}`;

export function safeUrl(url) {
  return /^(https?:|mailto:)/i.test(url) ? url : "";
}

const COLOURS = ["#5b3a8c", "#1d6f8a", "#8a4b1d", "#2f6f3e", "#8a1d4b", "#3a4f8c", "#6b6b1d", "#444b52"];

export function avatar(name, bot = false, size = 36) {
  const initials = name.replace(/^(Dr|Cllr|Insp\.?|Mr|Mrs|Ms)\s+/i, "").split(/\s+/)
    .map((w) => w[0] || "").slice(0, 2).join("").toUpperCase();
  let sum = 0;
  for (const c of name) sum += c.charCodeAt(0);
  const node = el("span", { class: `avatar${bot ? " bot" : ""}`, "aria-hidden": "true", text: bot ? "" : initials });
  node.style.setProperty("--size", `${size}px`);
  node.style.setProperty("--tone", COLOURS[sum % COLOURS.length]);
  return node;
}
