"""Teaching the bot a word: the list of unplaced questions, and the form [This means…] opens."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from bot.blocks import kit
from bot.blocks.kit import Block
from bot.blocks.messages import Drawn, notice
from bot.core.carried import form_memory

FORM = "teach_form"
MEANS = "teach_means"
DISMISS = "teach_dismiss"
"""Action ids under an unplaced question; the value is JSON [number, text] or the number."""


def unplaced(questions: Sequence[tuple[int, str]]) -> Iterator[Block]:
    """The questions that could not be placed, with [This means…] and [Dismiss]."""
    for number, text in questions:
        yield kit.section(f"“{kit.oneline(text, 200)}”")
        yield kit.actions(
            kit.button("This means…", MEANS, json.dumps([number, text])),
            kit.button("Dismiss", DISMISS, str(number)),
            block_id=f"unplaced:{number}",
        )


def words(taught: Sequence[tuple[str, str]]) -> Drawn:
    """The words taught so far, and how to teach."""
    rows = [f"'{word}' means {target}" for word, target in taught] or ["No word yet."]
    how = (
        'Teach with `/csp teach "needles" = Substance Misuse`, forget with `/csp unteach needles`.'
    )
    return notice("\n".join(["Words I was taught:", *rows, how]))


def form(number: int, text: str, meanings: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The form that says what a word means."""
    options = [kit.option(name, code) for code, name in meanings[:100]]
    return {
        "type": "modal",
        "callback_id": FORM,
        "title": kit.plain("This means…", 24),
        "submit": kit.plain("Teach"),
        "close": kit.plain("Cancel"),
        "private_metadata": json.dumps({"question": number}),
        "blocks": [
            {
                "type": "input",
                "block_id": "word",
                "label": kit.plain("When somebody writes"),
                "hint": kit.plain("Shorten it to the word that matters.", 2000),
                "element": {
                    "type": "plain_text_input",
                    "action_id": "word",
                    "initial_value": text[:60],
                    "max_length": 60,
                },
            },
            {
                "type": "input",
                "block_id": "target",
                "label": kit.plain("they mean"),
                "element": {"type": "static_select", "action_id": "target", "options": options},
            },
        ],
    }


def read(view: dict[str, Any]) -> tuple[str, str, int]:
    """(word, target, number of the question) of a submitted form; empty what was not filled."""
    values = view["state"]["values"]
    question = form_memory(view, "question")["question"]
    chosen = (values.get("target", {}).get("target", {}).get("selected_option") or {}).get("value")
    typed = values.get("word", {}).get("word", {}).get("value")
    return typed or "", chosen or "", question


def taught(word: str, meaning: str) -> Drawn:
    """The confirmation."""
    return notice(f"Learnt: “{word}” means {meaning}. It works from now on.")
