"""One grammar for every door: command, mention, direct message, button.

A verb is registered together with its help line; what no verb takes is a question.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import StrEnum
from functools import cached_property

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.blocks import messages
from bot.blocks.forms import View
from bot.blocks.help import help_text
from bot.blocks.kit import Block
from bot.core.access import Caller, Permission, allowed, require
from bot.core.dataclass import dataclass

LATE_TRIGGERS = {"expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id"}


@dataclass(frozen=True)
class Reply:
    """What is said back: the complete text and its blocks. `private`: to the asker alone, also
    where everybody reads along."""

    text: str
    blocks: tuple[Block, ...] = ()
    private: bool = False

    @property
    def drawn(self) -> messages.Drawn:
        """The text and the blocks, as `blocks` drew them."""
        return self.text, list(self.blocks)

    @cached_property
    def acknowledgement(self) -> str:
        """The whole body of the acknowledgement of a command, written once: the reply of a drawn
        answer is sent to many. Bolt sends a text alone as it stands."""
        blocks = {"blocks": self.blocks} if self.blocks else {}
        return json.dumps({"text": self.text, "response_type": "ephemeral", **blocks})

    @classmethod
    def of(cls, drawn: messages.Drawn) -> Reply:
        """A reply from what `blocks` drew."""
        text, blocks = drawn
        return cls(text, tuple(blocks))


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing a person said. `delivery` is the key under which Slack may deliver it again;
    `trigger_id` (when there is one) lets a form be opened for three seconds; `shared`: everybody in
    the channel reads the answer."""

    caller: Caller
    text: str
    client: WebClient
    route: str
    delivery: str = ""
    trigger_id: str = ""
    channel: str = ""
    thread: str = ""
    shared: bool = False

    def open(self, view: View, ref: str = "") -> Reply | None:
        """Open a form; where that is not possible (any more), offer a button that can."""
        if self.trigger_id:
            try:
                self.client.views_open(trigger_id=self.trigger_id, view=view)
            except SlackApiError as refused:
                if refused.response.get("error") not in LATE_TRIGGERS:
                    raise
            else:
                return None
        label = f"Open the form for {ref}" if ref else "Open the form"
        text = "That took a moment too long." if self.trigger_id else "The form is one tap away."
        return Reply.of(messages.notice(text, (label, messages.OPEN_FORM, ref)))


COMMAND = "command"
"""The route of what was typed as a slash command."""
Run = Callable[[Ask], Reply | None]


class Wish(StrEnum):
    """What somebody wants to do: the headings of the help, in this order."""

    JOIN = "Join the partnership"
    ASK = "Ask about the plan"
    REPORT = "Report progress"
    QUARTER = "Read a quarter or a year, agree it, put it right"
    CHASE = "See who has not reported"
    CHANGE = "Change the plan, or take it with you"
    PEOPLE = "Say who is who"
    WORDS = "Teach me your words"
    POSTS = "Look after what I post"


@dataclass(frozen=True, slots=True)
class Verb:
    """A word that begins a command. `usage` and `does` are its line in the help, under `wish`;
    `strangers`: it is of use to somebody who is no member yet."""

    names: tuple[str, ...]
    usage: str
    does: str
    run: Run
    coordinators: bool = False
    wish: Wish = Wish.ASK
    strangers: bool = False

    def helps(self, caller: Caller) -> bool:
        """Whether the caller can do something with it: it then stands in their help."""
        if not self.usage or not allowed(caller, Permission.READ):
            return bool(self.usage) and self.strangers
        if self.wish is Wish.REPORT:
            return allowed(caller, Permission.REPORT)
        return self.wish is not Wish.JOIN and (caller.is_coordinator or not self.coordinators)


class Router:
    """Finds the verb of what was said; anything else goes to `question`."""

    def __init__(self, question: Run) -> None:
        self._question = question
        self.verbs: list[Verb] = []
        self._by_name: dict[str, Verb] = {}
        self._claims: list[Callable[[Ask], Run | None]] = []

    def claim(self, claims: Callable[[Ask], Run | None]) -> None:
        """Let `claims` look at everything said before any verb does; what it gives back is run
        in place of verb and question."""
        self._claims.append(claims)

    def add(self, verbs: Iterable[Verb]) -> None:
        """Register verbs. A name may be taken once."""
        for verb in verbs:
            self.verbs.append(verb)
            for name in verb.names:
                if name in self._by_name:
                    raise ValueError(f"two verbs are called {name}")
                self._by_name[name] = verb

    def question(self, ask: Ask) -> Reply | None:
        """Answer as a question, whatever the first word."""
        return self._question(ask)

    def reply(self, ask: Ask) -> Reply | None:
        """What to say back; None when a form was opened instead. Raises Refused."""
        run = self._claimed(ask)
        if run is not None:
            return run(ask)
        rest = ask.text.strip().partition(" ")[2]
        verb = self._verb(ask)
        if verb is None:
            return self._question(ask)
        if verb.coordinators:
            require(ask.caller, Permission.COORDINATE)
        reply = verb.run(replace(ask, text=rest.strip()))
        return replace(reply, private=True) if reply and verb.coordinators else reply

    def takes(self, ask: Ask) -> bool:
        """Whether what was said is a command or an update, and no question."""
        return self._claimed(ask) is not None or self._verb(ask) is not None

    def _claimed(self, ask: Ask) -> Run | None:
        claimed = (claims(ask) for claims in self._claims)
        return next((run for run in claimed if run is not None), None)

    def _verb(self, ask: Ask) -> Verb | None:
        first = ask.text.strip().partition(" ")[0].lower()
        return self._by_name.get(first) or self._by_name.get(first.rstrip(":,.!?"))

    def help(self, ask: Ask) -> Reply:
        """Every command this caller can use, by what they want to do, as it is typed here."""
        caller, slash = ask.caller, ask.route == COMMAND
        usable = [verb for verb in self.verbs if verb.helps(caller)]
        wishes = [
            (wish, tuple((verb.usage, verb.does) for verb in usable if verb.wish is wish))
            for wish in Wish
        ]
        reads, reports = (allowed(caller, p) for p in (Permission.READ, Permission.REPORT))
        lines = [w for w in wishes if w[1]]
        return Reply.of(help_text(lines, reads=reads, reports=reports, slash=slash))
