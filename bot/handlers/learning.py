"""Coordinators teach words; everybody can say that an answer was not what they meant."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from bot.blocks import forms, messages
from bot.blocks import learning as drawn
from bot.core.carried import carried, parts
from bot.handlers.home import Home
from bot.handlers.press import Press, pressed
from bot.handlers.router import Ask, Reply, Router, Verb, Wish
from bot.services import learning
from bot.services.context import Context


class Learning:
    """The conversation in which the bot learns."""

    def __init__(self, context: Context, router: Router, home: Home) -> None:
        self._context = context
        self._home = home
        router.add(
            [
                Verb(
                    ("teach",),
                    '/csp teach "needles" = Substance Misuse',
                    "teach me a word: the priority, action or agency it means",
                    self.teach,
                    coordinators=True,
                    wish=Wish.WORDS,
                ),
                Verb(
                    ("unteach",),
                    "/csp unteach needles",
                    "make me forget a taught word; `/csp teach` alone lists them",
                    self.unteach,
                    coordinators=True,
                    wish=Wish.WORDS,
                ),
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to the list on Home, its form, and [That's not what I meant]."""
        bolt.action(messages.NOT_MEANT)(pressed(self.not_meant))
        bolt.action(drawn.MEANS)(pressed(self.means))
        bolt.action(drawn.DISMISS)(pressed(self.dismiss))
        bolt.view(drawn.FORM)(self.submit)

    def teach(self, ask: Ask) -> Reply:
        """`teach "word" = meaning`; alone, the words taught so far."""
        if not ask.text.strip():
            return Reply.of(drawn.words(learning.taught(self._context, ask.caller)))
        word, target = learning.parse_teaching(ask.text)
        meaning = learning.teach(self._context, ask.caller, word, target)
        return Reply.of(drawn.taught(word, meaning))

    def unteach(self, ask: Ask) -> Reply:
        """`unteach word`."""
        word = learning.unteach(self._context, ask.caller, ask.text)
        return Reply.of(messages.notice(f"Forgotten: '{word}' means nothing special to me now."))

    def not_meant(self, press: Press) -> None:
        """[That's not what I meant]: the question is kept for the coordinators."""
        learning.keep_unplaced(self._context, press.caller, press.value)
        text = (
            "Thank you: your coordinators will see the question, without your name. "
            "Try it in other words, or name an action such as `ASB3`."
        )
        press.below(messages.notice(text))

    def means(self, press: Press) -> None:
        """[This means…] on Home."""
        number, text, *_ = parts(press.value, 2)
        view = drawn.form(number, text, learning.meanings(self._context, press.caller))
        press.open(view)

    def dismiss(self, press: Press) -> None:
        """[Dismiss] on Home."""
        learning.settle(self._context, press.caller, carried(press.value, int))
        self._home.refresh(press.caller, press.client)

    def submit(
        self, ack: Ack, view: dict[str, Any], context: BoltContext, client: WebClient
    ) -> None:
        """The form: taught at once."""
        word, target, question = drawn.read(view)
        meaning = learning.teach(self._context, context["caller"], word, target, question)
        self._home.refresh(context["caller"], client)
        _, blocks = drawn.taught(word, meaning)
        ack(response_action="update", view=forms.said_view("Learnt", blocks))
