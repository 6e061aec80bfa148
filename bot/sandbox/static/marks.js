// The marks of a status, drawn: not every machine has a font with coloured circles. The word that
// follows says the same, so a screen reader is told the word only.
import { el } from "./dom.js";

const MARKS = { "🟢": "green", "🟠": "amber", "🔴": "red", "⚪": "white", "✅": "done", "⏸": "paused", "✖": "cancelled", "▫": "none" };
const MARK = new RegExp(`(${Object.keys(MARKS).join("|")})\\uFE0F?`, "u");

export function marked(text) {
  const whole = document.createDocumentFragment();
  const parts = text.split(MARK);
  parts.forEach((part, number) => {
    if (number % 2) whole.append(el("span", { class: `mark ${MARKS[part]}`, "aria-hidden": "true" }));
    else if (part) whole.append(part.replace(/^\uFE0F/, ""));
  });
  return whole;
}
