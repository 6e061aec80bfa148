// Block Kit as DOM: layout blocks here, interactive elements in elements.js.
import { el, safeUrl, uid } from "./dom.js";
import { control } from "./elements.js";
import { inline, mrkdwn, textObject } from "./mrkdwn.js";
import { emoji } from "./emoji.js";

// `scope` carries how to act: {act(action), options(block_id, action_id, value), state, errors}
export function renderBlocks(blocks, scope) {
  return (blocks || []).map((block) => render(block, scope)).filter(Boolean);
}

function render(block, scope) {
  const draw = LAYOUT[block.type];
  const node = draw ? draw(block, scope) : el("div", { class: "blk unknown", text: `[${block.type}]` });
  if (block.block_id) node.dataset.blockId = block.block_id;
  return node;
}

const LAYOUT = {
  header: (b) => el("h3", { class: "blk header" }, textObject(b.text)),
  divider: () => el("hr", { class: "blk" }),
  section: (b, scope) => el("div", { class: `blk section${b.accessory ? " with-accessory" : ""}` },
    el("div", { class: "body" },
      b.text ? el("div", { class: "text" }, textObject(b.text)) : null,
      b.fields ? el("div", { class: "fields" }, b.fields.map((f) => el("div", { class: "field" }, textObject(f)))) : null),
    b.accessory ? el("div", { class: "accessory" }, control(b.accessory, b, scope)) : null),
  context: (b) => el("div", { class: "blk context" }, b.elements.map((e) =>
    e.type === "image" ? image(e, "tiny") : el("span", {}, textObject(e)))),
  actions: (b, scope) => el("div", { class: "blk actions" }, b.elements.map((e) => control(e, b, scope))),
  image: (b) => el("figure", { class: "blk" }, b.title ? el("figcaption", {}, textObject(b.title)) : null, image(b, "wide")),
  markdown: (b) => el("div", { class: "blk section" }, mrkdwn(b.text)),
  rich_text: (b) => el("div", { class: "blk rich" }, b.elements.map(rich)),
  table: (b) => table(b),
  data_visualization: (b) => chart(b),
  file: (b) => el("div", { class: "blk file", text: `📄 ${b.external_id || "file"}` }),
  alert: (b) => el("div", { class: `blk alert ${b.level || ""}`, role: "note" }, textObject(b.text)),
  input: inputBlock,
};

function image(e, size) {
  return el("img", { class: size, src: safeUrl(e.image_url || ""), alt: e.alt_text || "" });
}

function inputBlock(b, scope) {
  const id = uid("field");
  const error = scope.errors?.[b.block_id];
  const describedBy = [b.hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  const field = control(b.element, b, { ...scope, id, describedBy, invalid: Boolean(error) });
  return el("div", { class: `blk input${error ? " invalid" : ""}`, "data-testid": `field-${b.block_id}` },
    el("label", { for: id }, textObject(b.label), b.optional ? el("span", { class: "optional", text: " (optional)" }) : null),
    field,
    error ? el("p", { class: "error", id: `${id}-error`, role: "alert", text: error }) : null,
    b.hint ? el("p", { class: "hint", id: `${id}-hint` }, textObject(b.hint)) : null);
}

function table(b) {
  const [head, ...rows] = b.rows || [];
  const cell = (tag) => (c) => el(tag, tag === "th" ? { scope: "col" } : {},
    c.type === "rich_text" ? c.elements.map(rich) : document.createTextNode(emoji(c.text || "")));
  return el("div", { class: "blk table-wrap" }, el("table", {},
    head ? el("thead", {}, el("tr", {}, head.map(cell("th")))) : null,
    el("tbody", {}, rows.map((row) => el("tr", {}, row.map(cell("td")))))));
}

function chart(b) {
  const { series, axis_config: axis } = b.chart;
  const most = Math.max(1, ...series.flatMap((s) => s.data.map((p) => p.value)));
  const bar = (s, n, place) => {
    const fill = el("span", { class: "fill" });
    fill.style.width = `${(90 * s.data[n].value) / most}%`;
    return el("div", { class: `bar series${place}`, title: s.name }, fill, String(s.data[n].value));
  };
  return el("figure", { class: "blk chart" }, el("figcaption", { text: b.title }),
    el("div", { class: "legend" }, series.map((s, place) => el("span", { class: `series${place}`, text: s.name }))),
    axis.categories.map((name, n) => el("div", { class: "row" }, el("span", { class: "name", text: name }),
      el("div", { class: "bars" }, series.map((s, place) => bar(s, n, place))))));
}

function rich(e) {
  const parts = () => (e.elements || []).map(richPart);
  if (e.type === "rich_text_list") {
    return el(e.style === "ordered" ? "ol" : "ul", {}, e.elements.map((item) => el("li", {}, item.elements.map(richPart))));
  }
  if (e.type === "rich_text_quote") return el("blockquote", {}, parts());
  if (e.type === "rich_text_preformatted") return el("pre", {}, parts());
  return el("div", {}, parts());
}

function richPart(p) {
  if (p.type === "link") return el("a", { href: safeUrl(p.url), target: "_blank", rel: "noopener noreferrer", text: p.text || p.url });
  if (p.type === "emoji") return document.createTextNode(emoji(`:${p.name}:`));
  if (p.type === "user") return el("span", {}, inline(`<@${p.user_id}>`));
  if (p.type === "channel") return el("span", {}, inline(`<#${p.channel_id}>`));
  let node = document.createTextNode(p.text || "");
  const style = p.style || {};
  for (const [name, tag] of [["bold", "strong"], ["italic", "em"], ["strike", "s"], ["code", "code"]]) {
    if (style[name]) node = el(tag, {}, node);
  }
  return node;
}
