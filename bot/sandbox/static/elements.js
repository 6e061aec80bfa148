// Interactive Block Kit elements. Buttons and selects act at once; inputs keep their value in scope.state.
import { el, safeUrl, uid } from "./dom.js";
import { textObject } from "./mrkdwn.js";
import { confirmed } from "./confirm.js";

export function control(element, block, scope) {
  const draw = ELEMENTS[element.type];
  return draw ? draw(element, block, scope) : el("span", { class: "unknown", text: `[${element.type}]` });
}

const plain = (object) => (object ? object.text : "");

function keep(scope, block, element, value) {
  if (!scope.state) return;
  scope.state[block.block_id] ??= {};
  scope.state[block.block_id][element.action_id] = { type: element.type, ...value };
}
const kept = (scope, block, element) => scope.state?.[block.block_id]?.[element.action_id];

// What a field holds now: what was done to it (clearing it, too), else what it came with.
function current(scope, block, element, field, initial) {
  const before = kept(scope, block, element);
  if (before && field in before) return before[field];
  if (initial !== undefined && initial !== null) keep(scope, block, element, { [field]: initial });
  return initial ?? null;
}

// In an actions/section block (or a dispatching input) a change is an interaction; else only state.
async function changed(scope, block, element, value) {
  keep(scope, block, element, value);
  const interactive = block.type !== "input" || block.dispatch_action;
  const nothing = Object.values(value).every((v) => v === null || v === "");
  if (!interactive || nothing) return; // choosing the placeholder is no interaction
  if (element.confirm && !(await confirmed(element.confirm))) return;
  scope.act({ block_id: block.block_id, action_id: element.action_id, type: element.type, ...value });
}

function attributes(scope, element) {
  return {
    id: scope.id || uid("el"),
    "aria-describedby": scope.describedBy || null,
    "aria-invalid": scope.invalid ? "true" : null,
    "data-action-id": element.action_id,
  };
}

const ELEMENTS = { button, overflow, static_select: select, external_select: external, multi_static_select: multi,
  multi_external_select: multi, users_select: picker, conversations_select: picker, channels_select: picker,
  datepicker: (e, b, s) => typed(e, b, s, "date", "selected_date", e.initial_date),
  timepicker: (e, b, s) => typed(e, b, s, "time", "selected_time", e.initial_time),
  plain_text_input: textInput, number_input: textInput, email_text_input: textInput, url_text_input: textInput,
  file_input: fileInput, checkboxes: choices, radio_buttons: choices, image: (e) => el("img", { class: "thumb", src: safeUrl(e.image_url || ""), alt: e.alt_text || "" }) };

function button(e, b, scope) {
  if (e.url && safeUrl(e.url)) {
    return el("a", { class: `btn ${e.style || ""}`, href: safeUrl(e.url), target: "_blank", rel: "noopener noreferrer" }, textObject(e.text));
  }
  const node = el("button", { type: "button", class: `btn ${e.style || ""}`, "aria-label": e.accessibility_label || null, "data-action-id": e.action_id,
    onclick: async () => {
      if (node.ariaBusy === "true" || (e.confirm && !(await confirmed(e.confirm)))) return;
      node.ariaBusy = "true"; // not disabled: a disabled button loses the focus
      await scope.act({ block_id: b.block_id, action_id: e.action_id, type: "button", value: e.value, text: e.text });
      node.ariaBusy = "false";
    } }, textObject(e.text));
  return node;
}

function overflow(e, b, scope) {
  const menu = el("details", { class: "overflow" }, el("summary", { "aria-label": "More", text: "⋯" }),
    el("div", { class: "menu" }, e.options.map((o) => el("button", { type: "button", onclick: () => {
      menu.open = false;
      changed(scope, b, e, { selected_option: o });
    } }, textObject(o.text)))));
  return menu;
}

function allOptions(e) {
  return e.option_groups ? e.option_groups.flatMap((g) => g.options) : e.options || [];
}

function optionNodes(e, selected) {
  const one = (o) => el("option", { value: o.value, selected: selected?.value === o.value, text: plain(o.text) });
  if (!e.option_groups) return (e.options || []).map(one);
  return e.option_groups.map((g) => el("optgroup", { label: plain(g.label) }, g.options.map(one)));
}

function select(e, b, scope) {
  const selected = current(scope, b, e, "selected_option", e.initial_option);
  return el("select", { ...attributes(scope, e), onchange: (event) => {
    const chosen = allOptions(e).find((o) => o.value === event.target.value);
    changed(scope, b, e, { selected_option: chosen || null });
  } }, el("option", { value: "", text: plain(e.placeholder) || "Select an option" }), optionNodes(e, selected));
}

function picker(e, b, scope) {
  const users = e.type === "users_select";
  const list = users ? scope.users() : scope.channels().filter((c) => c.type === "channel");
  const kind = users ? "user" : e.type === "channels_select" ? "channel" : "conversation";
  const field = `selected_${kind}`;
  const chosen = current(scope, b, e, field, e[`initial_${kind}`]);
  return el("select", { ...attributes(scope, e), onchange: (event) => changed(scope, b, e, { [field]: event.target.value || null }) },
    el("option", { value: "", text: plain(e.placeholder) || "Choose" }),
    list.map((item) => el("option", { value: item.id, selected: item.id === chosen, text: item.real_name || item.name })));
}

// A typeahead as an ARIA combobox: type, arrow keys, Enter.
function external(e, b, scope) {
  const list = el("ul", { class: "suggestions", role: "listbox", id: uid("list"), hidden: true });
  const start = current(scope, b, e, "selected_option", e.initial_option);
  let marked = -1, shown = [], asked = 0;
  const input = el("input", { ...attributes(scope, e), type: "text", role: "combobox", autocomplete: "off", "aria-expanded": "false",
    "aria-controls": list.id, "aria-autocomplete": "list", placeholder: plain(e.placeholder), value: start ? plain(start.text) : "" });
  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); marked = -1; };
  const choose = (o) => { input.value = plain(o.text); close(); changed(scope, b, e, { selected_option: o }); };
  const mark = (index) => {
    marked = (index + shown.length) % shown.length;
    list.querySelectorAll("[role=option]").forEach((node, i) => {
      node.setAttribute("aria-selected", String(i === marked));
      if (i === marked) { input.setAttribute("aria-activedescendant", node.id); node.scrollIntoView({ block: "nearest" }); }
    });
  };
  const ask = async () => {
    if (input.value.length < (e.min_query_length ?? 3)) return close();
    const mine = ++asked;
    const found = await scope.options(b.block_id, e.action_id, input.value);
    if (mine !== asked) return;
    const groups = found.option_groups || [{ options: found.options || [] }];
    shown = groups.flatMap((g) => g.options);
    list.replaceChildren(...groups.flatMap((g) => [
      ...(g.label ? [el("li", { class: "group", role: "presentation", text: plain(g.label) })] : []),
      ...g.options.map((o) => el("li", { role: "option", id: uid("opt"), onmousedown: (event) => { event.preventDefault(); choose(o); } }, textObject(o.text))),
    ]));
    if (!shown.length) list.replaceChildren(el("li", { class: "group", text: "Nothing found" }));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  };
  input.addEventListener("input", () => { keep(scope, b, e, { selected_option: null }); ask(); }); // other words: nothing chosen
  input.addEventListener("focus", ask);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden || !shown.length) return;
    if (event.key === "ArrowDown") { event.preventDefault(); mark(marked + 1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); mark(marked - 1); }
    else if (event.key === "Enter") { event.preventDefault(); choose(shown[Math.max(marked, 0)]); }
    else if (event.key === "Escape") { event.stopPropagation(); close(); }
  });
  if (e.focus_on_load) setTimeout(() => input.focus(), 0);
  return el("div", { class: "typeahead" }, input, list);
}

function multi(e, b, scope) {
  const chosen = current(scope, b, e, "selected_options", e.initial_options) || [];
  return el("select", { ...attributes(scope, e), multiple: true, onchange: (event) => {
    const values = new Set([...event.target.selectedOptions].map((o) => o.value));
    changed(scope, b, e, { selected_options: allOptions(e).filter((o) => values.has(o.value)) });
  } }, allOptions(e).map((o) => el("option", { value: o.value, selected: chosen.some((c) => c.value === o.value), text: plain(o.text) })));
}

function typed(e, b, scope, type, field, initial) {
  const value = current(scope, b, e, field, initial) || "";
  const label = plain(e.placeholder);
  const node = el("input", { ...attributes(scope, e), type, value, title: label || null, "aria-label": scope.id ? null : label,
    onchange: (event) => changed(scope, b, e, { [field]: event.target.value || null }) });
  return b.type === "input" ? node : el("span", { class: "labelled" }, el("span", { class: "hint", text: label }), node);
}

function textInput(e, b, scope) {
  const value = current(scope, b, e, "value", e.initial_value) || "";
  const common = { ...attributes(scope, e), placeholder: plain(e.placeholder), maxlength: e.max_length || null,
    oninput: (event) => keep(scope, b, e, { value: event.target.value || null }) };
  if (e.multiline) return el("textarea", { ...common, rows: "3" }, document.createTextNode(value));
  return el("input", { ...common, type: "text", value, inputmode: e.type === "number_input" ? "decimal" : null,
    onkeydown: (event) => {
      if (event.key === "Enter" && b.dispatch_action) {
        event.preventDefault();
        scope.act({ block_id: b.block_id, action_id: e.action_id, type: e.type, value: event.target.value });
      }
    } });
}

// A file is uploaded as it is chosen; the form holds what the server says of it.
function fileInput(e, b, scope) {
  const names = (files) => (files || []).map((file) => file.name).join(", ");
  const chosen = el("span", { class: "hint", role: "status", text: names(current(scope, b, e, "files")) });
  const accept = (e.filetypes || []).map((type) => `.${type}`).join(",");
  const input = el("input", { ...attributes(scope, e), type: "file", accept: accept || null, onchange: async () => {
    const [file] = input.files;
    const answer = file && (await scope.attach(file));
    const files = answer?.file ? [answer.file] : [];
    keep(scope, b, e, { files });
    chosen.textContent = names(files);
  } });
  return el("span", { class: "labelled" }, input, chosen);
}

function choices(e, b, scope) {
  const radio = e.type === "radio_buttons";
  const name = uid("choice");
  const before = radio ? [current(scope, b, e, "selected_option", e.initial_option)].filter(Boolean) : current(scope, b, e, "selected_options", e.initial_options) || [];
  const picked = new Set(before.map((o) => o.value));
  return el("fieldset", { class: "choices" }, e.options.map((o) => el("label", {},
    el("input", { type: radio ? "radio" : "checkbox", name, checked: picked.has(o.value), onchange: (event) => {
      if (radio) return changed(scope, b, e, { selected_option: o });
      if (event.target.checked) picked.add(o.value); else picked.delete(o.value);
      return changed(scope, b, e, { selected_options: e.options.filter((x) => picked.has(x.value)) });
    } }), el("span", {}, textObject(o.text)), o.description ? el("small", {}, textObject(o.description)) : null)));
}
