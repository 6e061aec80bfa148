"""Reporting progress: the form, its buttons, the shortcut, Undo."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.blocks import forms, messages, reminders
from bot.blocks.confirming import Question
from bot.blocks.fields import Typed
from bot.core.access import Caller
from bot.core.errors import HeldByGuard, Refused, Unlikely, Unusable
from bot.core.reporting import OFF_TRACK_NEEDS
from bot.core.status import Status
from bot.handlers.home import Home
from bot.handlers.press import Press, pressed
from bot.handlers.references import as_typed
from bot.handlers.router import Ask, Reply
from bot.services import drafting, progress
from bot.services.context import Context
from bot.services.to_report import next_up
from bot.services.typed_updates import typed_updates


class Actions:
    """The conversation about one action's progress."""

    def __init__(self, context: Context, home: Home) -> None:
        self._context = context
        self._home = home

    def register(self, bolt: App) -> None:
        """Listen to the form and everything that opens or follows it."""
        bolt.action(re.compile(f"^{messages.OPEN_FORM}(:|$)"))(pressed(self.open_form))
        bolt.action(reminders.UPDATE)(pressed(self.open_form))
        bolt.action(forms.ACTION)(pressed(self.choose))
        bolt.action(forms.STATUS)(pressed(self.choose_status))
        bolt.options(forms.ACTION)(self.suggest)
        bolt.view(forms.FORM)(self.submit)
        bolt.view_closed(forms.FORM)(self.closed)
        bolt.shortcut(forms.SHORTCUT)(self.from_message)
        bolt.action(messages.UNDO)(pressed(self.undo))
        bolt.action(reminders.SAME_AS_LAST)(pressed(self.same_as_last))

    def open_form(self, press: Press) -> None:
        """An [Update] button, wherever it stands; in a form the form for it takes its place."""
        if press.view.get("type") == "modal":
            press.redraw(self._form(press.caller, press.value, {}))
            return
        ask = Ask(press.caller, "", press.client, "button", trigger_id=press.trigger_id)
        reply = self.open(ask, press.value, {})
        if reply is not None:
            press.below(reply.drawn)

    def choose(self, press: Press) -> None:
        """An action was chosen in the typeahead: the form becomes the one for that action."""
        typed = forms.typed_in(press.view)
        shown = self._form(press.caller, typed.get("ref", ""), typed)
        press.redraw(shown, hash=press.view["hash"])

    def choose_status(self, press: Press) -> None:
        """A status was chosen: off track opens its fields, another closes them."""
        if forms.opens_fields(press.view):
            typed = forms.typed_in(press.view)
            press.redraw(self._form(press.caller, typed.get("ref", ""), typed))

    def suggest(self, ack: Ack, payload: dict[str, Any], context: BoltContext) -> None:
        """The actions this person may update, those awaiting one first."""
        fits = drafting.choices(self._context, context["caller"], payload.get("value", ""))
        shown = [[(c.shown, c.address) for c in some] for some in (fits.awaiting, fits.others)]
        ack(**forms.action_options(*shown))

    def submit(
        self,
        ack: Ack,
        view: dict[str, Any],
        context: BoltContext,
        client: WebClient,
    ) -> None:
        """The form was sent: saved first, then said. What cannot be saved keeps what was typed."""
        caller: Caller = context["caller"]
        try:
            draft = forms.read_update(view, self._context.today())
            delivery = f"view:{view['id']}:{view['hash']}"
            saved = progress.report_progress(self._context, caller, draft, delivery=delivery)
        except (HeldByGuard, Unlikely) as asked:
            if isinstance(asked, HeldByGuard) and not asked.confirmable:
                raise
            again = self._form(caller, draft.ref, forms.typed_in(view), asked)
            ack(response_action="update", view=again)
            return
        except (Refused, Unusable):
            raise
        except Exception:
            self._keep(caller, view)
            raise
        reply = self.saved(caller, saved)
        ack(response_action="update", view=forms.said_view("Saved", list(reply.blocks)))
        self._home.refresh(caller, client)

    def closed(self, ack: Ack, view: dict[str, Any], context: BoltContext) -> None:
        """The form was closed unsent: what was typed is kept for a day."""
        self._keep(context["caller"], view)
        ack()

    def from_message(
        self, ack: Ack, shortcut: dict[str, Any], context: BoltContext, client: WebClient
    ) -> None:
        """ "Save as action update": the form, with what the message says, read as an update where
        it is one, and its link as evidence."""
        caller, message = context["caller"], shortcut["message"]
        text = as_typed(message.get("text", ""), client)
        link = _link(client, shortcut["channel"]["id"], message["ts"])
        ask = Ask(caller, "", client, "shortcut", trigger_id=shortcut["trigger_id"])
        ref, typed = self._read(caller, text)
        self.open(ask, ref, {**typed, "evidence": link, "source": "shortcut"})
        ack()

    def _read(self, caller: Caller, text: str) -> tuple[str, Typed]:
        """The action and the fields of a message that is one clear update the person may send;
        else no action, and all of it as the note."""
        updates = typed_updates(self._context, caller, text)
        update = updates[0] if len(updates) == 1 else None
        if update is None or update.doubt or not update.ref:
            return "", {"note": text}
        if not drafting.may_report(self._context, caller, update.ref):
            return "", {"note": text}
        names = ("status", "note", "reason", "corrective_action")
        return update.ref, {name: str(getattr(update, name) or "") for name in names}

    def undo(self, press: Press) -> None:
        """[Undo]: the confirmation is replaced by what holds again."""
        back = progress.undo(self._context, press.caller, press.value)
        labels = self._context.of(press.caller).labels
        drawn = messages.taken_back(back.before, back.after, labels, back.address)
        if press.view:
            self._home.refresh(press.caller, press.client)
        if press.view or press.action.get("block_id") == "saved":
            press.settle("Taken back", drawn)
        else:
            # Under [Save all] several confirmations stand in one message: the others stay.
            press.below(drawn)

    def same_as_last(self, press: Press) -> None:
        """[Same as last quarter] under a reminder: recorded as an update like any other."""
        delivery = f"same:{press.container.get('message_ts', '')}:{press.value}"
        saved = progress.same_as_last(self._context, press.caller, press.value, delivery=delivery)
        press.below(self.saved(press.caller, saved).drawn)

    def open(self, ask: Ask, ref: str, typed: Typed) -> Reply | None:
        """Open the form for an action, filled with what was typed; else a button that does."""
        return ask.open(self._form(ask.caller, ref, typed), ref)

    def ask_back(self, ask: Ask, ref: str, typed: Typed, asked: Question) -> Reply | None:
        """What a one-line update is asked about: in the form with what was typed, where one can be
        opened; else said, and the person's own message is there to correct."""
        if ask.trigger_id and ask.open(self._form(ask.caller, ref, typed, asked), ref) is None:
            return None
        return Reply.of(messages.notice(str(asked), ("Open the form", messages.OPEN_FORM, ref)))

    def _form(
        self, caller: Caller, ref: str, typed: Typed, asked: Question | None = None
    ) -> forms.View:
        """The form for an action (or to choose one), filled with what was typed before."""
        facts = drafting.form_facts(self._context, caller, ref) if ref else None
        draft = drafting.kept_draft(self._context, caller, facts.address if facts else "")
        filled = {**draft, **{name: text for name, text in typed.items() if text}}
        note = "I kept what you typed last time." if draft and not typed.get("note") else ""
        if facts is None:
            drafting.may_report_something(caller)
            quarters = drafting.quarters(self._context, caller)
            labels = self._context.of(caller).labels
            return forms.update_form(None, quarters, labels, filled, note=note)
        note = note or facts.remark
        if filled.get("status") == Status.OFF_TRACK and not filled.get("reason"):
            note = note or OFF_TRACK_NEEDS
        return forms.update_form(
            facts.standing,
            facts.quarters,
            self._context.of(caller).labels,
            filled,
            address=facts.address,
            note=note,
            asked=asked,
        )

    def _keep(self, caller: Caller, view: dict[str, Any]) -> None:
        typed = forms.typed_in(view)
        drafting.keep_draft(self._context, caller, typed.get("ref", ""), typed)

    def saved(self, caller: Caller, saved: progress.Reported) -> Reply:
        """The confirmation of an update, with the next one to report."""
        following = next_up(self._context, caller, saved)
        drawn = messages.saved(
            saved.before,
            saved.after,
            saved.update,
            self._context.of(caller).labels,
            illustrative=saved.illustrative,
            address=saved.address,
            twin=saved.twin,
            late=saved.late,
            following=(following.ref, following.address, following.to_go) if following else None,
        )
        return replace(Reply.of(drawn), private=saved.sensitive)


def _link(client: WebClient, channel: str, ts: str) -> str:
    """The link to a message; empty where Slack does not tell it, such as in a channel the bot is
    no member of."""
    try:
        return str(client.chat_getPermalink(channel=channel, message_ts=ts)["permalink"])
    except (SlackClientError, OSError):
        return ""
