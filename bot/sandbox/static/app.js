// The demo page: a small Slack. Every part draws itself from the state.
import { actAs, base64, get, listen, me, post } from "./api.js";
import { app } from "./state.js";
import { told, viewScope } from "./acting.js";
import { announce, el, redraw, swap } from "./dom.js";
import { setDirectory } from "./mrkdwn.js";
import { drawTop, showMoving } from "./top.js";
import { drawSidebar } from "./sidebar.js";
import { drawCard } from "./card.js";
import { messageList, upsert } from "./messages.js";
import { composer } from "./composer.js";
import { closeModal, openModal, updateModal } from "./modal.js";
import { renderBlocks } from "./blocks.js";

const $ = (id) => document.getElementById(id);

async function start(user) {
  delete document.body.dataset.acting; // until everything is drawn for the next person
  actAs(user || localStorage.getItem("acting") || "");
  app.state = await get("state");
  actAs(app.state.me);
  await listen(onEvent, reload); // before anything is drawn, so that nothing that happens is missed
  app.state = await get("state");
  localStorage.setItem("acting", app.state.me);
  setDirectory(app.state.users, app.state.conversations);
  const channels = app.state.conversations.filter((c) => c.type === "channel");
  if (!app.state.conversations.some((c) => c.id === app.place.id)) {
    app.place = { kind: "channel", id: (channels.find((c) => c.is_member) || channels[0])?.id, tab: "home" };
  }
  app.thread = null;
  drawFrame();
  await openPlace(app.place);
  document.body.dataset.acting = me(); // everything is drawn for this person
}

async function reload() {
  app.state = await get("state");
  setDirectory(app.state.users, app.state.conversations);
  drawFrame();
  await openPlace(app.place, true);
}

function drawFrame() {
  drawTop($("top"), app.state, { switchTo: start, moveClock });
  drawSidebar($("sidebar"), app.state, app.place, openPlace);
  drawCard($("card"), app.state, tryIt);
}

export async function openPlace(place, keepThread = false) {
  app.place = place;
  if (!keepThread) app.thread = null;
  const conversation = app.state.conversations.find((c) => c.id === place.id);
  if (conversation && !onHome()) conversation.unread = 0;
  redraw(() => drawSidebar($("sidebar"), app.state, place, openPlace));
  if (onHome()) await drawHome(place);
  else await drawConversation(place);
  if (app.place === place) await drawThread();
}

const onHome = () => app.place.kind === "bot" && app.place.tab === "home";

const botDm = () => app.state.conversations.find((c) => c.type === "im");
const channelId = () => (app.place.kind === "bot" ? botDm()?.id : app.place.id);

function header(title, about, extra) {
  return el("header", { class: "place" }, el("div", {}, el("h1", { text: title }), about ? el("p", { text: about }) : null), extra || null);
}

function tabs() {
  const tab = (name, label) => el("button", { type: "button", role: "tab", "aria-selected": String(app.place.tab === name), "data-testid": `tab-${name}`,
    onclick: () => openPlace({ kind: "bot", id: botDm()?.id, tab: name }) }, label,
    name === "messages" && onHome() && botDm()?.unread ? el("span", { class: "count", text: String(botDm().unread) }) : null);
  return el("div", { class: "tabs", role: "tablist", "aria-label": "App tabs" }, tab("home", "Home"), tab("messages", "Messages"));
}

async function drawHome(place) {
  swap($("main"), header(app.state.bot.name, "App", tabs()), el("div", { id: "messages", class: "scroll home", "data-testid": "home" }, el("p", { class: "empty", text: "Loading…" })));
  const { view } = await get("home");
  if (app.place === place) showHome(view);
}

function showHome(view) {
  const box = $("messages");
  if (!box?.classList.contains("home")) return;
  if (!view) return void swap(box, el("p", { class: "empty", text: "The bot has not drawn its Home yet." }));
  const scope = viewScope(view, {});
  redraw(() => swap(box, el("div", { class: "blocks" }, renderBlocks(view.blocks, scope))));
}

async function drawConversation(place) {
  const conversation = app.state.conversations.find((c) => c.id === channelId());
  const isBot = app.place.kind === "bot";
  app.late = [];
  const { messages } = await get("messages", { channel: conversation.id });
  if (app.place !== place) return; // another place was opened meanwhile
  app.messages = withLate(messages, app.late);
  const head = isBot ? header(app.state.bot.name, "App", tabs()) : header(`# ${conversation.name}`, conversation.topic || conversation.purpose);
  const list = messageList(app.messages, { ...messageTools(), id: "messages" });
  swap($("main"), head, list, composer({
    testid: "composer", label: isBot ? `Message ${app.state.bot.name}` : `Message #${conversation.name}`,
    state: app.state, send: (text) => send(text, conversation.id), attach: isBot ? (file, text) => drop(file, text, conversation.id) : null, draft: `draft ${me()} ${conversation.id}`,
  }));
  list.scrollTop = list.scrollHeight;
}

async function drawThread() {
  const pane = $("thread");
  pane.hidden = !app.thread;
  document.body.classList.toggle("with-thread", Boolean(app.thread));
  if (!app.thread) return;
  const thread = app.thread;
  const { messages } = await get("messages", { channel: thread.channel, thread_ts: thread.ts });
  if (app.thread !== thread) return;
  app.replies = messages;
  const list = messageList(app.replies, { ...messageTools(), inThread: true, id: "replies" });
  swap(pane, el("header", { class: "place" }, el("h2", { text: "Thread" }),
    el("button", { type: "button", class: "plain", "aria-label": "Close the thread", onclick: () => { app.thread = null; drawThread(); } }, "✕")),
  list, composer({ testid: "thread-composer", label: "Reply…", state: app.state, send: (text) => send(text, thread.channel, thread.ts), draft: `draft ${me()} ${thread.channel} ${thread.ts}` }));
  list.scrollTop = 0; // read from its beginning
}

function messageTools() {
  return {
    state: app.state,
    openThread: (message) => { app.thread = { channel: channelId(), ts: message.thread_ts || message.ts }; drawThread(); },
    shortcut: (callback_id, message) => told(post("shortcut", { callback_id, channel: app.thread?.channel || channelId(), message_ts: message.ts })),
    scope: (message) => ({
      act: (action) => told(post("action", { action, state: { values: {} },
        container: { type: "message", channel: app.thread && message.thread_ts ? app.thread.channel : channelId(), message_ts: message.ts, ephemeral: Boolean(message.ephemeral) } })),
      options: (block_id, action_id, value) => post("options", { block_id, action_id, value, container: { type: "message", channel: channelId(), message_ts: message.ts } }),
      users: () => app.state.users, channels: () => app.state.conversations,
    }),
  };
}

async function drop(file, text, channel) {
  return told(post("drop", { channel, text, name: file.name, content: await base64(file) }));
}

async function send(text, channel, thread_ts) {
  return told(post("send", { channel, text, ...(thread_ts ? { thread_ts } : {}) }));
}

async function moveClock(to) {
  document.body.classList.add("busy");
  const answer = await told(post("clock", { to }));
  document.body.classList.remove("busy");
  if (answer.clock) {
    app.state.clock = answer.clock;
    announce(`It is now ${answer.clock.label}.`);
    await reload();
  }
}

async function loadNextPlan() {
  const answer = await told(post("next_plan", {}));
  if (answer.effect) {
    announce(answer.effect);
    await reload();
  }
  return answer.effect;
}

async function tryIt(step) {
  if (step.as && step.as !== me()) await start(step.as);
  if (step.place || step.clock) document.body.classList.remove("with-card");
  if (step.place === "home") return openPlace({ kind: "bot", id: botDm()?.id, tab: "home" });
  if (step.clock) return moveClock(step.clock);
  if (step.plan) return loadNextPlan();
  if (app.place.kind === "bot" && app.place.tab === "home") await openPlace({ kind: "channel", id: app.state.conversations.find((c) => c.type === "channel").id });
  document.body.classList.remove("with-card");
  const box = document.querySelector("#main .composer textarea");
  box.value = step.try || "";
  box.focus();
}

const HANDLERS = {
  message: (e) => arrived(e.channel, e.message),
  ephemeral: (e) => arrived(e.channel, { ...e.message, ephemeral: true }),
  message_changed: (e) => arrived(e.channel, e.message),
  message_deleted: (e) => arrived(e.channel, { ts: e.ts, deleted: true }),
  view_opened: (e) => openModal(e.view),
  view_updated: (e) => updateModal(e.view),
  view_closed: (e) => closeModal(e.view_id),
  home: (e) => { if (onHome()) showHome(e.view); },
  clock: (e) => { app.state.clock = e.clock; drawTop($("top"), app.state, { switchTo: start, moveClock }); },
  moving: (e) => showMoving($("top"), e),
  unread: (e) => {
    const found = app.state.conversations.find((c) => c.id === e.channel);
    if (!found || (e.channel === channelId() && !onHome())) return;
    found.unread = e.count;
    redraw(() => {
      drawSidebar($("sidebar"), app.state, app.place, openPlace);
      document.querySelector("#main .tabs")?.replaceWith(tabs());
    });
  },
  reset: () => reload(),
};
const onEvent = (event) => HANDLERS[event.type]?.(event);

function arrived(channel, message) {
  const here = channel === channelId() && !onHome();
  if (here) {
    const reply = message.thread_ts && message.thread_ts !== message.ts;
    app.late.push(message);
    if (!$("messages")) return; // the first page is on its way
    if (!reply || message.deleted) upsert($("messages"), app.messages, message, messageTools());
    else bump(message);
  }
  if (app.thread?.channel === channel && (message.thread_ts === app.thread.ts || message.ts === app.thread.ts || message.deleted)) {
    upsert($("replies"), app.replies, message, { ...messageTools(), inThread: true });
  }
}

// What was fetched, with what arrived while it was on its way.
function withLate(messages, late) {
  const known = new Set(messages.map((m) => m.ts));
  const fresh = late.filter((m) => !m.deleted && !known.has(m.ts) && !(m.thread_ts && m.thread_ts !== m.ts));
  return [...messages, ...fresh].sort((a, b) => Number(a.ts) - Number(b.ts));
}

// A reply arrived: its parent shows one more.
async function bump(reply) {
  const parent = app.messages.find((m) => m.ts === reply.thread_ts);
  if (!parent) return;
  const fresh = (await get("messages", { channel: channelId() })).messages.find((m) => m.ts === parent.ts);
  if (fresh) upsert($("messages"), app.messages, fresh, messageTools());
}

start().catch((fault) => swap($("main"), el("p", { class: "empty", text: `The demo could not start: ${fault.message}` })));
