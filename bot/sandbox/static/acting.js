// What people do with elements, sent to the server; what it refuses is shown as Slack would.
import { base64, post } from "./api.js";
import { el } from "./dom.js";
import { app } from "./state.js";

export function viewScope(view, state) {
  return {
    state,
    act: (action) => told(post("action", { action, state: { values: state }, container: { type: "view", view_id: view.id } })),
    options: (block_id, action_id, value) => post("options", { block_id, action_id, value, container: { type: "view", view_id: view.id } }),
    attach: async (file) => told(post("attach", { name: file.name, content: await base64(file) })),
    users: () => app.state.users, channels: () => app.state.conversations,
  };
}

// Whatever the server refuses is shown as Slack would: a short note at the bottom.
export async function told(promise) {
  try {
    const answer = await promise;
    if (answer && answer.ok === false && answer.error) toast(answer.error);
    return answer;
  } catch (fault) {
    toast(fault.message);
    return { ok: false };
  }
}

function toast(text) {
  const note = el("div", { class: "toast", role: "alert", "data-testid": "toast", text });
  document.body.append(note);
  setTimeout(() => note.remove(), 6000);
}
