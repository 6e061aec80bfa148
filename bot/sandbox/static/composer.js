// The box one writes in: Enter sends, Shift+Enter breaks the line, "/" and "@" complete.
import { get } from "./api.js";
import { el, uid } from "./dom.js";

// `draft` is the key under which what is typed survives a redraw, another channel and a reload.
// `attach` (where files may be dropped) takes a file and the words beside it.
export function composer({ testid, label, state, send, attach, draft }) {
  const list = el("ul", { class: "suggestions up", role: "listbox", id: uid("complete"), hidden: true });
  const box = el("textarea", { rows: "1", placeholder: label, "aria-label": label, "data-testid": testid, "aria-controls": list.id, autocomplete: "off" });
  let shown = [], current = 0;

  const remember = () => (box.value ? sessionStorage.setItem(draft, box.value) : sessionStorage.removeItem(draft));
  box.value = sessionStorage.getItem(draft) || "";
  const grow = () => { box.style.height = "auto"; box.style.height = `${Math.min(box.scrollHeight, 180)}px`; };
  const close = () => { list.hidden = true; shown = []; };
  const complete = (entry) => { box.value = entry.insert; remember(); close(); box.focus(); grow(); };
  const draw = () => {
    list.replaceChildren(...shown.map((entry, index) => el("li", { role: "option", "aria-selected": String(index === current),
      onmousedown: (e) => { e.preventDefault(); complete(entry); } }, el("strong", { text: entry.title }), " ", el("span", { class: "hint", text: entry.about }))));
    list.hidden = !shown.length;
  };
  const look = async () => {
    grow();
    remember();
    const text = box.value;
    if (/^\/\S*$/.test(text)) {
      const { commands } = await get("commands", { q: text });
      if (box.value !== text) return;
      shown = (commands || []).map((c) => ({ title: c.command, about: `${c.usage_hint || ""}  ${c.description || ""}`, insert: `${c.command} ` }));
    } else if (/(^|\s)@[\w-]*$/.test(text)) {
      const begun = text.match(/@([\w-]*)$/)[1].toLowerCase();
      const known = [{ name: state.bot.name, about: "the bot" }, ...state.users.filter((u) => !u.is_bot).map((u) => ({ name: u.name, about: u.real_name }))];
      shown = known.filter((u) => u.name.toLowerCase().startsWith(begun)).slice(0, 6)
        .map((u) => ({ title: `@${u.name}`, about: u.about, insert: text.replace(/@[\w-]*$/, `@${u.name} `) }));
    } else shown = [];
    current = 0;
    draw();
  };
  const submit = async () => {
    const text = box.value.trim();
    if (!text) return;
    box.value = "";
    remember();
    close();
    grow();
    const answer = await send(text.startsWith("/") ? text : mentioned(text, state));
    if (answer?.ok === false && !box.value) { box.value = text; remember(); grow(); }
  };
  box.addEventListener("input", look);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (shown.length) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        current = (current + (event.key === "ArrowDown" ? 1 : -1) + shown.length) % shown.length;
        return draw();
      }
      if (event.key === "Tab" || (event.key === "Enter" && box.value.trim() !== shown[current].title)) { event.preventDefault(); return complete(shown[current]); }
      if (event.key === "Escape") { event.preventDefault(); return close(); }
    }
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); submit(); }
  });
  const pick = el("input", { type: "file", hidden: true, "data-testid": `${testid}-file`, onchange: async () => {
    const [file] = pick.files, text = box.value.trim();
    if (!file) return;
    box.value = "";
    remember();
    await attach(file, text);
    pick.value = "";
  } });
  const clip = attach && el("button", { class: "clip", type: "button", "aria-label": "Attach a file", "data-testid": `${testid}-clip`, onclick: () => pick.click() }, "+");
  return el("form", { class: "composer", onsubmit: (e) => { e.preventDefault(); submit(); } }, list, attach ? pick : null, clip || null, box,
    el("button", { class: "send", type: "submit", "aria-label": "Send", "data-testid": `${testid}-send` }, "➤"));
}

// What Slack's own client sends for the names one has typed.
function mentioned(text, state) {
  const ids = new Map(state.users.map((u) => [u.name, u.id]));
  ids.set(state.bot.name, state.bot.user_id);
  return text.replace(/@([\w-]+)/g, (whole, name) => (ids.has(name) ? `<@${ids.get(name)}>` : whole));
}
