"""The form for all that an agency has to report, and "all as last quarter"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.blocks import agency_form as drawn
from bot.blocks import forms
from bot.blocks import typed_updates as outcomes_drawn
from bot.blocks.confirming import Question
from bot.blocks.fields import Typed
from bot.blocks.messages import Drawn
from bot.core.access import Caller
from bot.core.carried import parts
from bot.core.errors import HeldByGuard, Invalid, Refused, Unlikely
from bot.core.progress import count, show_date
from bot.core.quarters import Quarter
from bot.core.years import in_year
from bot.handlers.home import Home
from bot.handlers.press import Press, pressed
from bot.handlers.quarters import quarter_of
from bot.handlers.router import LATE_TRIGGERS
from bot.handlers.typed_updates import update_line
from bot.services import agency_form, drafting
from bot.services.agency_form import Page
from bot.services.context import Context
from bot.services.typed_updates import Outcome

View = forms.View


class AgencyForm:
    """The conversation about everything an agency has to report."""

    def __init__(self, context: Context, home: Home) -> None:
        self._context = context
        self._home = home

    def register(self, bolt: App) -> None:
        """Listen to the form, to what opens it, and to the list of what stays as it was."""
        bolt.action(re.compile(f"^{drawn.OPEN}(:|$)"))(pressed(self.open))
        bolt.action(drawn.STATUS)(pressed(self.choose_status))
        bolt.view(drawn.FORM)(self.submit)
        bolt.view_closed(drawn.FORM)(self.closed)
        bolt.action(drawn.REPEAT)(pressed(self.ask_repeat))
        bolt.view(drawn.REPEAT)(self.repeat)

    def open(self, press: Press) -> None:
        """[Report them in one form]: its first page; in a view it takes the view's place."""
        caller = press.caller
        label, agency, *_ = parts(press.value, 2)
        quarter = quarter_of(self._context, caller, label)
        page = agency_form.page(self._context, caller, quarter, agency)
        view = self._drawn(caller, page, {row.ref: row.typed for row in page.rows}, _intro(page))
        if press.view.get("type") == "modal":
            press.redraw(view)
        else:
            _opened(press, view, drawn.too_late(quarter, agency))

    def choose_status(self, press: Press) -> None:
        """A status was chosen: its progress is required now, and off track opens its fields."""
        again = self._again(press.caller, press.view, drawn.refs_in(press.view), ())
        if drawn.shape(again) != drawn.shape(press.view):
            press.redraw(again)

    def submit(self, ack: Ack, view: View, context: BoltContext, client: WebClient) -> None:
        """The page was sent: saved together, or all that is wrong said at once."""
        caller: Caller = context["caller"]
        quarter = quarter_of(self._context, caller, drawn.about(view)["quarter"])
        drafts = drawn.drafts(view, quarter)
        try:
            delivery = f"view:{view['id']}:{view['hash']}"
            outcomes = (
                agency_form.save(self._context, caller, quarter, drafts, delivery) if drafts else ()
            )
        except Invalid as refused:
            self._wrong(ack, caller, view, refused)
            return
        except Refused:
            raise
        except Exception:
            self._keep(caller, view)
            raise
        self._go_on(ack, caller, view, outcomes)
        self._home.refresh(caller, client)

    def closed(self, ack: Ack, view: View, context: BoltContext) -> None:
        """The form was closed unsent: what was typed is there for a day."""
        self._keep(context["caller"], view)
        ack()

    def ask_repeat(self, press: Press) -> None:
        """[All as last quarter]: which they are, before anything is saved."""
        caller = press.caller
        label, *_ = parts(press.value, 1)
        quarter = quarter_of(self._context, caller, label)
        able = agency_form.repeatable(self._context, caller, quarter)
        labels = self._context.of(caller).labels
        view = drawn.repeat_form(quarter, able.rows, able.others, labels)
        _opened(press, view, drawn.too_late(quarter, ""))

    def repeat(self, ack: Ack, view: View, context: BoltContext, client: WebClient) -> None:
        """The list was agreed to."""
        caller = context["caller"]
        label, refs = drawn.repeat_sent(view)
        quarter = quarter_of(self._context, caller, label)
        outcomes = agency_form.repeat(self._context, caller, quarter, refs)
        ack(
            response_action="update",
            view=self._outcome(caller, outcomes, self._page(caller, quarter)),
        )
        self._home.refresh(caller, client)

    def _wrong(self, ack: Ack, caller: Caller, view: View, refused: Invalid) -> None:
        wrong = [(one.field, str(one)) for one in (refused, *refused.others)]
        if errors := drawn.errors(view, wrong):
            ack(response_action="errors", errors=errors)
            return
        lines = [f"{field.rpartition(':')[2]}: {text}" for field, text in wrong]
        again = self._again(caller, view, drawn.refs_in(view), lines)
        ack(response_action="update", view=again)

    def _go_on(self, ack: Ack, caller: Caller, view: View, outcomes: Sequence[Outcome]) -> None:
        """What was not saved stays with what was typed; else the next page, else what was saved."""
        left = [outcome for outcome in outcomes if outcome.refused]
        if left:
            ack(response_action="update", view=self._left(caller, view, outcomes))
        elif following := self._following(caller, view):
            saved = [f"Saved {count(len(outcomes), 'update')}."] if outcomes else []
            shown = {row.ref: row.typed for row in following.rows}
            page = self._drawn(caller, following, shown, [*saved, *_intro(following)])
            ack(response_action="update", view=page)
        elif outcomes:
            ack(
                response_action="update",
                view=self._outcome(caller, outcomes, self._behind(caller, view)),
            )
        else:
            ack(response_action="errors", errors=drawn.nothing_chosen(view))

    def _following(self, caller: Caller, view: View) -> Page | None:
        """The next page, when any action waits behind this one."""
        page = self._behind(caller, view, drawn.about(view)["after"])
        return page if page and page.rows else None

    def _behind(self, caller: Caller, view: View, after: str = "") -> Page | None:
        about = drawn.about(view)
        quarter = quarter_of(self._context, caller, about["quarter"])
        return self._page(caller, quarter, about["agency"], after)

    def _page(
        self, caller: Caller, quarter: Quarter, agency: str = "", after: str = ""
    ) -> Page | None:
        """The page behind a reference, of an agency or one's own; None when all is reported."""
        try:
            return agency_form.page(self._context, caller, quarter, agency, after=after)
        except Refused:
            return None

    def _left(self, caller: Caller, view: View, outcomes: Sequence[Outcome]) -> View:
        refs = {in_year(ref, drawn.about(view)["year"]): ref for ref in drawn.refs_in(view)}
        saved = [refs[o.draft.ref] for o in outcomes if not o.refused]
        left = {refs[o.draft.ref]: o.refused for o in outcomes if o.refused}
        lines = [f"Saved: {', '.join(saved)}."] if saved else []
        lines.append(f"Not saved yet: {', '.join(left)}. What you typed is below.")
        questions = tuple(_questions(left))
        lines += [
            f"{ref}: {refused}" for ref, refused in left.items() if not isinstance(refused, _ASKED)
        ]
        return self._again(caller, view, list(left), lines, questions)

    def _again(
        self,
        caller: Caller,
        view: View,
        refs: Sequence[str],
        intro: Sequence[str],
        questions: Sequence[Question] = (),
    ) -> View:
        """The form with what was typed."""
        about = drawn.about(view)
        quarter = quarter_of(self._context, caller, about["quarter"])
        page = agency_form.page(
            self._context, caller, quarter, about["agency"], after=about["after"], refs=refs
        )
        return drawn.form(
            [(row.standing, drawn.typed_rows(view).get(row.ref, {})) for row in page.rows],
            self._context.of(caller).labels,
            about=about,
            intro=intro or drawn.intro_of(view),
            more=page.more,
            memory=forms.typed_in(view),
            questions=questions,
        )

    def _drawn(
        self, caller: Caller, page: Page, typed: dict[str, Typed], intro: Sequence[str]
    ) -> View:
        about = {
            "quarter": page.quarter.label,
            "year": page.year,
            "agency": page.agency,
            "after": page.rows[-1].ref,
        }
        rows = [(row.standing, typed.get(row.ref, {})) for row in page.rows]
        return drawn.form(
            rows, self._context.of(caller).labels, about=about, intro=intro, more=page.more
        )

    def _outcome(self, caller: Caller, outcomes: Sequence[Outcome], left: Page | None) -> View:
        lines = [update_line(outcome, self._context.of(caller).labels) for outcome in outcomes]
        _, blocks = outcomes_drawn.outcome(lines)
        to_go = drawn.to_go(left.to_go, left.quarter) if left else []
        return forms.said_view("Saved", [*blocks, *to_go])

    def _keep(self, caller: Caller, view: View) -> None:
        year = drawn.about(view)["year"]
        for ref, typed in drawn.typed_rows(view).items():
            drafting.keep_draft(self._context, caller, in_year(ref, year), typed)


_ASKED = (HeldByGuard, Unlikely)


def _questions(left: Mapping[str, Refused]) -> Iterator[Question]:
    """What is asked back, each field with the reference of its action."""
    for ref, refused in left.items():
        if isinstance(refused, _ASKED):
            named = {f"{field}:{ref}": remark for field, remark in refused.fields.items()}
            if isinstance(refused, HeldByGuard):
                yield HeldByGuard(named, refused.findings)
            else:
                yield Unlikely(named, refused.marks)


def _intro(page: Page) -> list[str]:
    waits = "awaits" if page.to_go == 1 else "await"
    opening = (
        f"{page.names}: {count(page.to_go, 'action')} {waits} an update for {page.quarter}. "
        f"Returns close on {show_date(page.closes)}."
    )
    here = f" This page has {len(page.rows)} of them." if len(page.rows) < page.to_go else ""
    return [f"{opening}{here}", "Leave the status empty for what you report later."]


def _opened(press: Press, view: View, too_late: Drawn) -> None:
    """Open the form, which Slack takes for three seconds after the click, or say it is too late."""
    try:
        press.open(view)
    except SlackApiError as refused:
        if refused.response.get("error") not in LATE_TRIGGERS:
            raise
        text, blocks = too_late
        press.client.chat_postMessage(channel=press.caller.user, text=text, blocks=blocks)
