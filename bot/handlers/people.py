"""`/csp history REF`, `/csp person @name`: the record of deeds, and what is held about people."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from bot.blocks import forms, messages
from bot.blocks import people as drawn
from bot.core.errors import Invalid
from bot.core.plan import ref_key
from bot.handlers.caller import who_is
from bot.handlers.home import Home
from bot.handlers.press import Press, pressed
from bot.handlers.router import Ask, Reply, Router, Verb, Wish
from bot.services import members, people, trail
from bot.services.context import Context

_PERSON = re.compile(r"^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>\s*$")


class People:
    """The audit trail, personal data, and giving roles in a form."""

    def __init__(self, context: Context, router: Router, home: Home) -> None:
        self._context = context
        self._router = router
        self._home = home
        router.add(
            [
                Verb(
                    ("history",),
                    "/csp history REF",
                    "what has happened to an action; for coordinators its audit trail",
                    self.history,
                ),
                Verb(
                    ("person",),
                    "/csp person [@name]",
                    "what I hold about you; coordinators: about anybody, and erasing them",
                    self.person,
                    wish=Wish.PEOPLE,
                    strangers=True,
                ),
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to [Erase this person] and the form for members."""
        bolt.action(drawn.FORGET)(pressed(self.forget))
        bolt.action(re.compile(f"^{drawn.ADD}(:|$)"))(pressed(self.open_form))
        bolt.view(drawn.FORM)(self.submit)

    def history(self, ask: Ask) -> Reply | None:
        """The audit trail for a coordinator; for others the question of the same words."""
        if not ask.text:
            raise Invalid("ref", "Which action is it about?", "`/csp history REF`")
        named = ref_key(ask.text) or re.fullmatch(r"\S*\d\S*", ask.text)
        if not ask.caller.is_coordinator or ask.shared or not named:
            return self._router.question(replace(ask, text=f"history {ask.text}"))
        lines = trail.history(self._context, ask.caller, ask.text)
        context = self._context.of(ask.caller)
        show, labels = context.timetable.show, context.labels
        names = members.names(self._context, ask.caller.workspace)
        return Reply.of(drawn.trail(ask.text.strip().upper(), lines, show, labels, names))

    def person(self, ask: Ask) -> Reply:
        """What is held about the asker, or about the person a coordinator names."""
        match = _PERSON.match(ask.text)
        if ask.text and match is None:
            raise Invalid("person", "I did not find a person in that.", "`/csp person @name`")
        user = match[1] if match else ask.caller.user
        about = people.held_about(self._context, ask.caller, user)
        may_erase = ask.caller.is_coordinator
        context = self._context.of(ask.caller)
        show, labels = context.timetable.show, context.labels
        names = members.names(self._context, ask.caller.workspace)
        shown = drawn.held_about(about, show, labels, names, may_erase=may_erase)
        return replace(Reply.of(shown), private=True)

    def forget(self, press: Press) -> None:
        """[Erase this person]."""
        refs = ", ".join(people.named_in(self._context, press.caller, press.value))
        label = people.forget(self._context, press.caller, press.value)
        text = (
            f"Erased. What they did stays on record as done by a {label}. "
            "Their messages in Slack are Slack's and theirs."
        )
        if refs:
            text += f" What was written of {refs} still names them; `/csp redact REF` takes it out."
        press.instead(messages.notice(text))

    def open_form(self, press: Press) -> None:
        """[Add a member] on Home, and [Add somebody] for the agency nobody can report for."""
        agencies = members.to_choose(self._context, press.caller)
        press.open(drawn.form(agencies, press.value))

    def submit(
        self, ack: Ack, view: dict[str, Any], context: BoltContext, client: WebClient
    ) -> None:
        """The form was sent: saved, then said."""
        user, agency, role = drawn.read_form(view)
        name, _ = who_is(client, user) if user else ("", "")
        member = members.assign(self._context, context["caller"], user, agency, role, name)
        described = members.in_words(self._context, context["workspace"], member)
        _, blocks = messages.assigned(user, described)
        ack(response_action="update", view=forms.said_view("Saved", blocks))
        self._home.refresh(context["caller"], client)
