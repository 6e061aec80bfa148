// "What to try": steps, each with a button that starts it; what loading a plan did is said below it.
import { el, swap } from "./dom.js";

export function drawCard(node, state, tryIt) {
  const open = localStorage.getItem("card") !== "closed";
  const steps = state.card || [];
  swap(node, el("details", { open, ontoggle: (e) => localStorage.setItem("card", e.target.open ? "open" : "closed"), "data-testid": "card" },
    el("summary", {}, "What to try"),
    el("ol", {}, steps.map((step, index) => el("li", {}, el("strong", { text: step.title }), el("p", { text: step.text }),
      el("button", { type: "button", class: "btn small", "data-testid": `try-${index + 1}`, onclick: async (e) => said(e.target, await tryIt(step)) }, step.plan ? "Load it" : "Try it"))))));
}

function said(button, text) {
  if (text) document.querySelector("#card [data-testid=" + button.dataset.testid + "]").after(el("p", { role: "status", "data-testid": "plan-said", text }));
}
