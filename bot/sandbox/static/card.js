// "What to try": five steps, each with a button that starts it.
import { el, swap } from "./dom.js";

export function drawCard(node, state, tryIt) {
  const open = localStorage.getItem("card") !== "closed";
  const steps = state.card || [];
  swap(node, el("details", { open, ontoggle: (e) => localStorage.setItem("card", e.target.open ? "open" : "closed"), "data-testid": "card" },
    el("summary", {}, "What to try"),
    el("ol", {}, steps.map((step, index) => el("li", {}, el("strong", { text: step.title }), el("p", { text: step.text }),
      step.try || step.clock || step.place ? el("button", { type: "button", class: "btn small", "data-testid": `try-${index + 1}`, onclick: () => tryIt(step) }, "Try it") : null)))));
}
