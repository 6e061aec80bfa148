// Channels, the direct message with the bot, and its App Home.
import { avatar, el, swap } from "./dom.js";

export function drawSidebar(node, state, place, open) {
  const channels = state.conversations.filter((c) => c.type === "channel");
  const dm = state.conversations.find((c) => c.type === "im");
  const me = state.users.find((u) => u.id === state.me);
  swap(node,
    el("div", { class: "whoami" }, avatar(me.real_name), el("div", {}, el("strong", { text: me.real_name }), el("small", { text: me.title }))),
    el("h2", { text: "Channels" }),
    el("ul", {}, channels.map((c) => el("li", {}, item(`# ${c.name}`, c.unread, place.kind === "channel" && place.id === c.id, () => open({ kind: "channel", id: c.id }), `channel-${c.name}`)))),
    el("h2", { text: "Apps" }),
    el("ul", {}, el("li", {}, item([avatar(state.bot.name, true, 20), state.bot.name], dm?.unread || 0, place.kind === "bot", () => open({ kind: "bot", id: dm?.id, tab: dm?.unread ? "messages" : "home" }), "app-bot"))),
    state.banner ? el("p", { class: "banner", role: "note", text: state.banner }) : null);
}

function item(label, unread, current, onclick, testid) {
  return el("button", { type: "button", class: `item${unread ? " unread" : ""}`, "aria-current": current ? "page" : null, onclick, "data-testid": testid },
    el("span", {}, label), unread ? el("span", { class: "count", "aria-label": `${unread} unread`, text: String(unread) }) : null);
}
