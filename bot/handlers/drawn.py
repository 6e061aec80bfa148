"""Answers as they were drawn. While the record does not change, whoever may see the same is given
the very same Answer (see `services.answers`): that one is not drawn again."""

from __future__ import annotations

from threading import Lock

from bot.blocks import messages
from bot.handlers.router import Reply
from bot.messages.reply import Answer

MOST = 500
"""Answers remembered; what was drawn first is forgotten first."""


class DrawnAnswers:
    """Draws each Answer once. The key is the Answer itself, not what it says: rights, versions and
    days are told apart by whoever made it."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._drawn: dict[tuple[int, str, bool], tuple[Answer, Reply]] = {}
        self._lock = Lock()

    def reply(self, answered: Answer, question: str, *, private: bool) -> Reply:
        """The answer to `question` as a message; see `messages.answer`."""
        # An id is one Answer's alone for as long as that one is held here.
        key = (id(answered), question, private)
        drawn = self._drawn.get(key)
        if drawn is None:
            reply = Reply.of(messages.answer(answered, question=question, private=private))
            drawn = answered, reply
            with self._lock:
                if len(self._drawn) >= self._most:
                    self._drawn.pop(next(iter(self._drawn)))
                self._drawn[key] = drawn
        return drawn[1]
