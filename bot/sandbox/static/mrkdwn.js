// Slack's mrkdwn as DOM nodes. Entities are decoded last, into text nodes only.
import { el, safeUrl } from "./dom.js";
import { emoji } from "./emoji.js";
import { marked } from "./marks.js";

let directory = { users: new Map(), channels: new Map() };
export function setDirectory(users, channels) {
  directory = { users: new Map(users.map((u) => [u.id, u])), channels: new Map(channels.map((c) => [c.id, c])) };
}

export const decode = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
const words = (text) => marked(emoji(decode(text)));

const TOKEN = /(```[\s\S]+?```)|(`[^`\n]+`)|(<[^<>\s][^<>]*>)|(?<![\w*])\*([^*\n]+)\*(?![\w*])|(?<![\w_])_([^_\n]+)_(?![\w_])|(?<![\w~])~([^~\n]+)~(?![\w~])/;

export function inline(text) {
  const nodes = [];
  let rest = text;
  for (let match; (match = TOKEN.exec(rest)); rest = rest.slice(match.index + match[0].length)) {
    if (match.index) nodes.push(words(rest.slice(0, match.index)));
    const [, pre, code, angle, bold, italic, strike] = match;
    if (pre) nodes.push(el("pre", {}, document.createTextNode(decode(pre.slice(3, -3).replace(/^\n/, "")))));
    else if (code) nodes.push(el("code", {}, document.createTextNode(decode(code.slice(1, -1)))));
    else if (angle) nodes.push(reference(angle.slice(1, -1)));
    else if (bold) nodes.push(el("strong", {}, inline(bold)));
    else if (italic) nodes.push(el("em", {}, inline(italic)));
    else if (strike) nodes.push(el("s", {}, inline(strike)));
  }
  if (rest) nodes.push(words(rest));
  return nodes;
}

function reference(inside) {
  const [target, label] = inside.split("|");
  if (target.startsWith("@")) {
    const user = directory.users.get(target.slice(1));
    return el("span", { class: "mention", text: `@${user ? user.real_name || user.name : target.slice(1)}` });
  }
  if (target.startsWith("#")) {
    const channel = directory.channels.get(target.slice(1));
    return el("span", { class: "mention", text: `#${channel ? channel.name : label || target.slice(1)}` });
  }
  if (target.startsWith("!date^")) return words(label || target);
  if (target.startsWith("!")) return el("span", { class: "mention loud", text: `@${target.slice(1)}` });
  const url = safeUrl(decode(target));
  if (!url) return words(`<${inside}>`);
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, words(label || target));
}

export function mrkdwn(text) {
  const out = [];
  let quoted = null;
  const blocks = text.split(/(```[\s\S]+?```)/);
  for (const block of blocks) {
    if (block.startsWith("```")) { out.push(...inline(block)); quoted = null; continue; }
    const lines = block.split("\n");
    lines.forEach((line, index) => {
      const quote = line.match(/^(?:&gt;|>)\s?(.*)$/);
      if (quote) {
        if (!quoted) { quoted = el("blockquote"); out.push(quoted); } else quoted.append(el("br"));
        quoted.append(...inline(quote[1]));
        return;
      }
      quoted = null;
      out.push(...inline(line));
      if (index < lines.length - 1) out.push(el("br"));
    });
  }
  return out;
}

export const textObject = (object) => {
  if (!object) return [];
  if (typeof object === "string") return [words(object)];
  return object.type === "mrkdwn" ? mrkdwn(object.text) : [marked(object.emoji === false ? object.text : emoji(object.text))];
};
