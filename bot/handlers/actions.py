"""Reporting progress: the one-line command, the form, its buttons, the shortcut, Undo."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient

from bot.blocks import forms, kit, messages, reminders
from bot.core.access import Caller
from bot.core.errors import HeldByGuard, Invalid, Refused
from bot.core.plan import ref_key
from bot.core.reporting import ProgressDraft
from bot.core.status import Status, take_status
from bot.core.years import in_year, take_when
from bot.handlers.home import Home
from bot.handlers.router import Ask, Reply, Router, Verb
from bot.services import drafting, progress
from bot.services.collecting import quarter_named
from bot.services.context import Context


class Actions:
    """The conversation about one action's progress."""

    def __init__(self, context: Context, router: Router, home: Home) -> None:
        self._context = context
        self._router = router
        self._home = home
        router.add(
            [
                Verb(
                    ("update", "report"),
                    "/csp update REF STATUS what has happened",
                    "report progress; without the rest, in a form",
                    self.update,
                )
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to the form and everything that opens or follows it."""
        bolt.action(re.compile(f"^{messages.OPEN_FORM}(:|$)"))(self.open_form)
        bolt.action(reminders.UPDATE)(self.open_form)
        bolt.action(forms.ACTION)(self.choose)
        bolt.options(forms.ACTION)(self.suggest)
        bolt.view(forms.FORM)(self.submit)
        bolt.view_closed(forms.FORM)(self.closed)
        bolt.shortcut(forms.SHORTCUT)(self.from_message)
        bolt.action(messages.UNDO)(self.undo)
        bolt.action(reminders.SAME_AS_LAST)(self.same_as_last)

    def update(self, ask: Ask) -> Reply | None:
        """`update [REF [STATUS [what has happened]]]`; what names no action is a question."""
        if not ask.text:
            return self._open(ask, "", {})
        ref, rest = _take_ref(ask.text)
        if not ref:
            return self._router.question(replace(ask, text=f"update {ask.text}"))
        year, named, rest = take_when(rest)
        ref = in_year(ref, year) if year else ref
        quarter = quarter_named(self._context, ask.caller.workspace, named)
        status, note = take_status(rest)
        typed = {"status": status or "", "note": note if status else rest, "source": ask.route}
        typed |= {"quarter": quarter.label} if quarter else {}
        if status is None and rest:
            facts = drafting.form_facts(self._context, ask.caller, ref)
            raise Invalid(
                "status",
                f"I understood {facts.standing.action.ref}, but '{rest.split()[0]}' is no status.",
                f"Type for example `/csp update {facts.standing.action.ref} amber "
                f"{rest}`: green, amber, red, complete, not started, deferred or cancelled.",
            )
        if status is None or not note or status is Status.OFF_TRACK:
            return self._open(ask, ref, typed)
        draft = ProgressDraft(ref, status, note, quarter=quarter, source=ask.route)
        try:
            return self._saved(
                progress.report_progress(self._context, ask.caller, draft, delivery=ask.delivery)
            )
        except HeldByGuard as held:
            return self._held(ask, ref, typed, held)

    def open_form(
        self,
        ack: Ack,
        body: dict[str, Any],
        action: dict[str, Any],
        context: BoltContext,
        client: WebClient,
        respond: Respond,
    ) -> None:
        """An [Update] button, wherever it stands."""
        ask = Ask(context["caller"], "", client, "button", trigger_id=body.get("trigger_id", ""))
        reply = self._open(ask, action.get("value") or "", {})
        if reply is not None:
            respond(text=reply.text, blocks=list(reply.blocks), replace_original=False)
        ack()

    def choose(
        self, ack: Ack, body: dict[str, Any], context: BoltContext, client: WebClient
    ) -> None:
        """An action was chosen in the typeahead: the form becomes the one for that action."""
        view = body["view"]
        typed = forms.typed_in(view)
        shown = self._form(context["caller"], typed["ref"], typed)
        client.views_update(view_id=view["id"], hash=view["hash"], view=shown)
        ack()

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
        except HeldByGuard as held:
            if not held.confirmable:
                raise
            again = self._form(caller, draft.ref, forms.typed_in(view), held)
            ack(response_action="update", view=again)
            return
        except Refused:
            raise
        except Exception:
            self._keep(caller, view)
            raise
        reply = self._saved(saved)
        ack(response_action="update", view=forms.said_view("Saved", list(reply.blocks)))
        self._home.refresh(caller, client)

    def closed(self, ack: Ack, view: dict[str, Any], context: BoltContext) -> None:
        """The form was closed unsent: what was typed is kept for a day."""
        self._keep(context["caller"], view)
        ack()

    def from_message(
        self, ack: Ack, shortcut: dict[str, Any], context: BoltContext, client: WebClient
    ) -> None:
        """ "Save as action update": the form, with the message's text and its link as evidence."""
        message = shortcut["message"]
        link = client.chat_getPermalink(
            channel=shortcut["channel"]["id"], message_ts=message["ts"]
        )["permalink"]
        typed = {
            "note": kit.unescape(message.get("text", "")),
            "evidence": link,
            "source": "shortcut",
        }
        ask = Ask(context["caller"], "", client, "shortcut", trigger_id=shortcut["trigger_id"])
        self._open(ask, "", typed)
        ack()

    def undo(
        self,
        ack: Ack,
        body: dict[str, Any],
        action: dict[str, Any],
        context: BoltContext,
        client: WebClient,
        respond: Respond,
    ) -> None:
        """[Undo]: the confirmation is replaced by what holds again."""
        back = progress.undo(self._context, context["caller"], action["value"])
        text, blocks = messages.taken_back(
            back.before, back.after, self._context.labels, back.address
        )
        if body.get("view"):
            view = forms.said_view("Taken back", blocks)
            client.views_update(view_id=body["view"]["id"], view=view)
            self._home.refresh(context["caller"], client)
        else:
            respond(text=text, blocks=blocks, replace_original=True)
        ack()

    def same_as_last(
        self,
        ack: Ack,
        body: dict[str, Any],
        action: dict[str, Any],
        context: BoltContext,
        respond: Respond,
    ) -> None:
        """[Same as last quarter] under a reminder: recorded as an update like any other."""
        container = body.get("container", {})
        delivery = f"same:{container.get('message_ts', '')}:{action['value']}"
        saved = progress.same_as_last(
            self._context, context["caller"], action["value"], delivery=delivery
        )
        reply = self._saved(saved)
        respond(text=reply.text, blocks=list(reply.blocks), replace_original=False)
        ack()

    def _open(self, ask: Ask, ref: str, typed: forms.Typed) -> Reply | None:
        return ask.open(self._form(ask.caller, ref, typed), ref)

    def _held(self, ask: Ask, ref: str, typed: forms.Typed, held: HeldByGuard) -> Reply | None:
        """What the guard holds of a one-line update: in the form with what was typed, where one
        can be opened; else said, and the person's own message is there to correct."""
        if ask.trigger_id and ask.open(self._form(ask.caller, ref, typed, held), ref) is None:
            return None
        return Reply.of(messages.notice(str(held), ("Open the form", messages.OPEN_FORM, ref)))

    def _form(
        self, caller: Caller, ref: str, typed: forms.Typed, held: HeldByGuard | None = None
    ) -> forms.View:
        """The form for an action (or to choose one), filled with what was typed before."""
        facts = drafting.form_facts(self._context, caller, ref) if ref else None
        kept = drafting.kept_draft(self._context, caller, facts.address if facts else "")
        filled = {**kept, **{name: text for name, text in typed.items() if text}}
        note = "I kept what you typed last time." if kept and not typed.get("note") else ""
        if facts is None:
            drafting.may_report_something(caller)
            quarters = drafting.quarters(self._context, caller)
            return forms.update_form(None, quarters, self._context.labels, filled, note=note)
        note = note or facts.remark
        if filled.get("status") == Status.OFF_TRACK and not filled.get("reason"):
            note = note or "Off track needs a reason and a corrective action."
        return forms.update_form(
            facts.standing,
            facts.quarters,
            self._context.labels,
            filled,
            address=facts.address,
            note=note,
            held=held,
        )

    def _keep(self, caller: Caller, view: dict[str, Any]) -> None:
        typed = forms.typed_in(view)
        drafting.keep_draft(self._context, caller, typed.get("ref", ""), typed)

    def _saved(self, saved: progress.Reported) -> Reply:
        drawn = messages.saved(
            saved.before,
            saved.after,
            saved.update,
            self._context.labels,
            illustrative=saved.illustrative,
            address=saved.address,
            twin=saved.twin,
        )
        return replace(Reply.of(drawn), private=saved.sensitive)


def _take_ref(text: str) -> tuple[str, str]:
    """The reference at the start ("asb 3", "ASB-03", "1.3") and the rest as written."""
    words = text.split(maxsplit=2)
    if ref_key(words[0]):
        return words[0], text[len(words[0]) :].strip()
    pair = " ".join(words[:2])
    if len(words) > 1 and words[1].strip(":,").isdigit() and ref_key(pair.strip(":,")):
        return pair.strip(":,"), words[2] if len(words) > 2 else ""
    return "", text
