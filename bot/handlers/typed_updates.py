"""Updates typed in one message, at every door: saved where they are clear; else nothing is, and a
button opens the form with what was understood. Several are shown together and saved together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from slack_bolt import App

from bot.blocks import messages
from bot.blocks import typed_updates as drawing
from bot.blocks.fields import Typed
from bot.blocks.typed_updates import SAVE_ALL, UpdateLine
from bot.core.access import Caller
from bot.core.errors import HeldByGuard, Refused, Unlikely
from bot.core.reporting import OFF_TRACK_NEEDS, ProgressDraft
from bot.core.status import Labels, Status
from bot.handlers.actions import Actions
from bot.handlers.press import Press, pressed
from bot.handlers.router import Ask, Reply, Router, Run, Verb, Wish
from bot.services import drafting, progress
from bot.services.collecting import quarter_named
from bot.services.context import Context
from bot.services.typed_updates import (
    Doubt,
    Outcome,
    TypedUpdate,
    check_several,
    keep_several,
    report_several,
    typed_updates,
)

NOTHING = "Nothing was saved."
LONGEST = 80
"""Letters of a note that is repeated in the line to send."""
STATUSES = "green, amber, red, complete, not started, deferred or cancelled"


class TypedUpdates:
    """The conversation about what people type to report progress."""

    def __init__(self, context: Context, router: Router, actions: Actions) -> None:
        self._context = context
        self._router = router
        self._actions = actions
        router.claim(self.claims)
        router.add(
            [
                Verb(
                    ("update", "report"),
                    "/csp update REF STATUS what has happened",
                    "report progress, one line for each action; without the rest, in a form",
                    self.update,
                    wish=Wish.REPORT,
                )
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to [Save all]."""
        bolt.action(SAVE_ALL)(pressed(self.save_all))

    def update(self, ask: Ask) -> Reply | None:
        """`update [REF [STATUS [what has happened]]]`; what reports nothing is a question."""
        if not ask.text:
            return self._actions.open(ask, "", {})
        return self._router.question(replace(ask, text=f"update {ask.text}"))

    def claims(self, ask: Ask) -> Run | None:
        """What to do with a message that attempts to report; None: it is no update."""
        updates = typed_updates(self._context, ask.caller, ask.text)
        return partial(self._take, updates=updates) if updates else None

    def save_all(self, press: Press) -> None:
        """[Save all]: saved in one go, and the outcome of each said in the place of the button."""
        outcomes = report_several(self._context, press.caller, press.value)
        labels = self._context.of(press.caller).labels
        press.instead(drawing.outcome([update_line(o, labels) for o in outcomes]))

    def _take(self, ask: Ask, *, updates: tuple[TypedUpdate, ...]) -> Reply | None:
        try:
            return self._several(ask, updates) if len(updates) > 1 else self._one(ask, updates[0])
        except HeldByGuard:
            raise
        except Refused as refused:
            reply = Reply.of(messages.notice(f"{NOTHING} {refused}"))
            return replace(reply, private=True)

    def _one(self, ask: Ask, update: TypedUpdate) -> Reply | None:
        draft = self._draft(ask, update)
        if update.ref and _is_begun(update):
            return self._open(ask, draft)
        if update.doubt:
            return self._ask_back(ask, draft, _problem(update))
        try:
            return self._actions.saved(
                ask.caller,
                progress.report_progress(self._context, ask.caller, draft, delivery=ask.delivery),
            )
        except (HeldByGuard, Unlikely) as asked:
            return self._actions.ask_back(ask, draft.ref, _typed(draft), asked)

    def _open(self, ask: Ask, draft: ProgressDraft) -> Reply | None:
        """The form at once, for what is only incomplete; where it cannot be, a button to it."""
        reply = self._actions.open(ask, draft.ref, _typed(draft)) if ask.trigger_id else None
        if ask.trigger_id and reply is None:
            return None
        return self._ask_back(ask, draft, _lacking(draft))

    def _ask_back(self, ask: Ask, draft: ProgressDraft, problem: str) -> Reply:
        """Nothing was saved; what was understood waits in the form."""
        if draft.ref:
            address = drafting.form_facts(self._context, ask.caller, draft.ref).address
        else:
            drafting.may_report_something(ask.caller)
            address = ""
        drafting.keep_draft(self._context, ask.caller, address, _typed(draft))
        label = f"Open the form for {draft.ref}" if draft.ref else "Open the form"
        button = (label, messages.OPEN_FORM, address)
        reply = Reply.of(messages.notice(f"{NOTHING} {problem}", button))
        return replace(reply, private=True)

    def _several(self, ask: Ask, updates: Sequence[TypedUpdate]) -> Reply:
        drafts = [self._draft(ask, update) for update in updates]
        doubts = [_problem(update) if update.doubt else "" for update in updates]
        clear = [draft for draft, doubt in zip(drafts, doubts, strict=True) if not doubt]
        checked = {id(o.draft): o for o in check_several(self._context, ask.caller, clear)}
        outcomes = [checked.get(id(draft), Outcome(draft)) for draft in drafts]
        labels = self._context.of(ask.caller).labels
        lines = [update_line(o, labels, doubt) for o, doubt in zip(outcomes, doubts, strict=True)]
        ready = [o.draft for o, line in zip(outcomes, lines, strict=True) if not line.problem]
        key = keep_several(self._context, ask.caller, ready) if ready else ""
        reply = Reply.of(drawing.proposed(lines, key))
        secret = any(o.sensitive or o.refused for o in outcomes)
        return replace(reply, private=secret)

    def _draft(self, ask: Ask, update: TypedUpdate) -> ProgressDraft:
        caller: Caller = ask.caller
        quarter = update.quarter and quarter_named(self._context, caller.workspace, update.quarter)
        return ProgressDraft(
            ref=update.ref,
            status=update.status,
            note=update.note,
            reason=update.reason,
            corrective_action=update.corrective_action,
            quarter=quarter or None,
            source=ask.route,
        )


def update_line(outcome: Outcome, labels: Labels, doubt: str = "") -> UpdateLine:
    """One update of several: what it says or became, and why it cannot be saved."""
    draft, refused = outcome.draft, outcome.refused
    label = labels.of(draft.status) if draft.status else ""
    heading = f"{draft.ref} {label}".strip()
    if refused is not None or doubt:
        return UpdateLine(heading, problem=doubt or str(refused), ref=draft.ref)
    if outcome.reported is None:
        return UpdateLine(heading, draft.note)
    update = outcome.reported.update
    heading = f"{update.ref} {label}, for {update.quarter}"
    return UpdateLine(heading, update.note, update_id=update.id)


def _is_begun(update: TypedUpdate) -> bool:
    """Whether an update is right as far as it goes: the rest is asked for in the form."""
    if update.doubt is Doubt.NOTE or (update.doubt is Doubt.STATUS and not update.note):
        return True
    red = update.status is Status.OFF_TRACK and not update.doubt
    return red and not (update.reason and update.corrective_action)


def _lacking(draft: ProgressDraft) -> str:
    """What the form asks for beside what was typed."""
    if draft.status is Status.OFF_TRACK:
        return f"{OFF_TRACK_NEEDS} The form asks for both."
    if draft.status is None:
        return "How does it stand, and what has happened? The form asks for both."
    return "What has happened? The form asks for it: one line is enough."


def _typed(draft: ProgressDraft) -> Typed:
    typed = {
        "status": draft.status or "",
        "note": draft.note,
        "reason": draft.reason,
        "corrective_action": draft.corrective_action,
        "source": draft.source,
        "quarter": draft.quarter.label if draft.quarter else "",
    }
    return {name: text for name, text in typed.items() if text}


def _problem(update: TypedUpdate) -> str:
    """Why an attempt is not clear, and what to type."""
    if update.doubt is Doubt.REF or not update.ref:
        return f"I did not find which action this is about. Type {_line(update)}, or use the form."
    if update.doubt is Doubt.NOTE:
        return f"I understood {update.ref}; say in a few words what has happened."
    if update.doubt is Doubt.TWO:
        return f"This speaks of {update.ref} and of another action. Send one line for each."
    if update.doubt is Doubt.DATE:
        return (
            f"A new date for {update.ref} is set in the form, or asked of the coordinators: "
            f"`/csp propose {update.ref}`."
        )
    if update.doubt is Doubt.WORDING:
        return f"I am not sure I read this as you meant it. Type {_line(update)}, or use the form."
    return (
        f"I understood {update.ref}, but not which status it has now: {STATUSES}. "
        f"Type {_line(replace(update, status=None))}, or use the form."
    )


def _line(update: TypedUpdate) -> str:
    """The line to send: what was understood, and a word for what was not."""
    status = update.status.value.replace("_", " ") if update.status else "STATUS"
    plain = update.note and len(update.note) <= LONGEST and not {*"`\n"} & {*update.note}
    note = update.note if plain else "what has happened"
    return f"`update {update.ref or 'REFERENCE'} {status} {note}`"
