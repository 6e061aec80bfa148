// Block Kit's confirm dialog, with the browser's own <dialog>.
import { el } from "./dom.js";
import { textObject } from "./mrkdwn.js";

export function confirmed(confirm) {
  return new Promise((resolve) => {
    const dialog = el("dialog", { class: "confirm" }, el("h2", {}, textObject(confirm.title)), el("p", {}, textObject(confirm.text)),
      el("div", { class: "row" },
        el("button", { type: "button", class: "btn", onclick: () => dialog.close("") }, textObject(confirm.deny)),
        el("button", { type: "button", class: `btn ${confirm.style || "primary"}`, onclick: () => dialog.close("yes") }, textObject(confirm.confirm))));
    dialog.addEventListener("close", () => { resolve(dialog.returnValue === "yes"); dialog.remove(); });
    document.body.append(dialog);
    dialog.showModal();
  });
}
