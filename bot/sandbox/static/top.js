// The bar at the top: who I am, what day it is, and the clock's buttons.
import { el, redraw, swap } from "./dom.js";

export function drawTop(node, state, { switchTo, moveClock }) {
  const people = state.users.filter((u) => !u.is_bot);
  const clock = state.clock;
  const date = el("input", { type: "date", "aria-label": "Move the clock to", value: clock.now.slice(0, 10), min: clock.now.slice(0, 10), "data-testid": "clock-date" });
  const go = (event) => { event.preventDefault(); if (date.value) moveClock(date.value); };
  redraw(() => swap(node,
    el("div", { class: "brand" }, el("img", { src: "/static/icon.svg", alt: "" }), el("strong", { text: state.team.name }), el("span", { class: "badge", text: "Demo" })),
    el("button", { type: "button", class: "btn small to-card", "data-testid": "to-card", "aria-controls": "card",
      onclick: () => { document.body.classList.toggle("with-card"); document.querySelector("#card summary")?.focus(); } }, "What to try"),
    el("label", { class: "acting" }, "Acting as ",
      el("select", { "data-testid": "acting-as", onchange: (e) => switchTo(e.target.value) },
        people.map((u) => el("option", { value: u.id, selected: u.id === state.me, text: `${u.real_name} · ${u.title}` })))),
    el("div", { class: "clock", role: "group", "aria-label": "The demo's clock" },
      el("span", { class: "today", "data-testid": "today" }, clock.label, el("small", { text: clock.quarter })),
      el("button", { type: "button", class: "btn small", "data-testid": "next-working-day", onclick: () => moveClock("next_working_day") }, "Next working day"),
      el("button", { type: "button", class: "btn small", "data-testid": "next-quarter-end", onclick: () => moveClock("next_quarter_end") }, "Next quarter end"),
      el("form", { onsubmit: go }, date, el("button", { class: "btn small", "data-testid": "clock-go" }, "Go")))));
}

// The clock is being moved: which day is lived through, and how far that is.
export function showMoving(node, { label, share }) {
  const today = node.querySelector(".today");
  if (!today) return;
  const bar = today.querySelector("progress") || el("progress", { max: "1", "aria-label": "Moving the clock", "data-testid": "moving" });
  bar.value = share;
  today.replaceChildren(label, bar);
}
