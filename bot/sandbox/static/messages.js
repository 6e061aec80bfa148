// A list of messages: avatars, times by the demo's clock, threads, what only you can see.
import { me } from "./api.js";
import { avatar, el, redraw } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";
import { renderBlocks } from "./blocks.js";
import { app } from "./state.js";

const moment = (ts) => new Date(Number(ts.split(".")[0]) * 1000);
const zone = () => app.state.clock.zone; // the partnership's, wherever the browser is
const time = (ts) => moment(ts).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone() });
const day = (ts) => moment(ts).toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: zone() });

export function messageList(messages, tools) {
  const list = el("div", { class: "scroll list", id: tools.id, role: "log", "aria-live": "polite", "aria-label": tools.inThread ? "Replies" : "Messages", tabindex: "0" });
  fill(list, messages, tools);
  return list;
}

function fill(list, messages, tools) {
  let before = "";
  const nodes = [];
  for (const message of messages) {
    const today = day(message.ts);
    if (today !== before) nodes.push(el("div", { class: "day", role: "separator" }, el("span", { text: today })));
    before = today;
    nodes.push(one(message, tools));
  }
  if (!messages.length) nodes.push(el("p", { class: "empty", text: "Nothing here yet. Say something." }));
  list.replaceChildren(...nodes);
}

export function upsert(list, messages, message, tools) {
  const index = messages.findIndex((m) => m.ts === message.ts);
  const shown = list.querySelector(`[data-ts="${CSS.escape(message.ts)}"]`);
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 160;
  const last = messages[messages.length - 1];
  if (message.deleted) {
    if (index >= 0) messages.splice(index, 1);
    shown?.remove();
  } else if (index >= 0) {
    messages[index] = { ...messages[index], ...message };
    redraw(() => shown?.replaceWith(one(messages[index], tools)));
  } else {
    messages.push(message);
    messages.sort((a, b) => Number(a.ts) - Number(b.ts));
    if (last && messages[messages.length - 1] === message && day(last.ts) === day(message.ts)) list.append(one(message, tools));
    else redraw(() => fill(list, messages, tools));
  }
  if (atEnd || index < 0) list.scrollTop = list.scrollHeight;
}

function one(message, tools) {
  const user = tools.state.users.find((u) => u.id === message.user) || { real_name: message.user || "", is_bot: true };
  const name = user.is_bot ? tools.state.bot.name : user.real_name;
  return el("article", { class: `message${message.ephemeral ? " ephemeral" : ""}`, "data-ts": message.ts, "data-testid": "message" },
    avatar(name, user.is_bot),
    el("div", { class: "content" },
      el("div", { class: "byline" }, el("strong", { text: name }), user.is_bot ? el("span", { class: "badge", text: "APP" }) : el("span", { class: "role", text: user.title || "" }),
        el("time", { text: time(message.ts) }), message.ephemeral ? el("span", { class: "only-you", text: "Only visible to you" }) : null),
      message.blocks?.length ? el("div", { class: "blocks" }, renderBlocks(message.blocks, tools.scope(message))) : el("div", { class: "text" }, mrkdwn(message.text || "")),
      (message.files || []).map((file) => el("a", { class: "file", href: `/sandbox/file?${new URLSearchParams({ user: me(), file: file.id })}`, download: file.name, "data-testid": "file", text: file.name })),
      message.edited ? el("small", { class: "edited", text: "(edited)" }) : null,
      message.reply_count && !tools.inThread ? el("button", { type: "button", class: "replies", "data-testid": "open-thread", onclick: () => tools.openThread(message) },
        `${message.reply_count} ${message.reply_count === 1 ? "reply" : "replies"}`) : null),
    message.ephemeral ? null : menu(message, tools));
}

function menu(message, tools) {
  const act = (label, onclick) => el("button", { type: "button", onclick }, label);
  return el("div", { class: "hover-menu" },
    tools.inThread ? null : act("Reply in thread", () => tools.openThread(message)),
    tools.state.shortcuts.map((s) => act(s.name, () => tools.shortcut(s.callback_id, message))));
}
