"""Documents in and out: preview, apply in one transaction, export."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import field, replace
from datetime import datetime

from bot.core.access import Caller, Role
from bot.core.dataclass import dataclass
from bot.core.errors import NotFound, Refused
from bot.core.plan import Agency, Update
from bot.core.progress import Progress
from bot.disclosure.check import check
from bot.disclosure.update_guard import delicate_in
from bot.files.agencies import read_agencies, with_agencies, with_names
from bot.files.building import Options, build_plan
from bot.files.difference import Change
from bot.files.imported import Imported
from bot.files.kinds import kind_of
from bot.files.opening import open_document
from bot.files.own import build_own, is_own
from bot.files.screening import screened
from bot.files.sheet import Document, Ticker
from bot.services.comparing import (
    EVERYTHING,
    compared,
    continued,
    outcome,
    undecided,
)
from bot.services.context import Context
from bot.services.entries import carried_words, fresh
from bot.services.headings import plain_choices
from bot.services.known import known_to_a_file
from bot.services.live_reminders import after_import
from bot.services.reading_updates import read_updates
from bot.services.retrospect import in_retrospect
from bot.services.storing import Seen, may_store, require_seen
from bot.services.years import (
    effect,
    effect_of_updates,
    held_words,
    plan_for,
    save_version,
)
from bot.store.store import Records


def host(context: Context) -> Caller:
    """Whoever runs the bot's machine: imports by command line speak with a coordinator's right."""
    return Caller(context.home, "file", Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What whoever imports has said about a file: headings and the fields they are read as, the
    sheet, the year the file is for, that names in it are no private persons', whose return it is
    when it does not say, and known agencies with names that are theirs."""

    headings: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""
    against: str = ""
    not_personal: bool = False
    agency: str = ""
    joined: tuple[Agency, ...] = ()


def preview(
    context: Context,
    workspace: str,
    content: bytes,
    name: str,
    tick: Ticker | None = None,
    *,
    not_personal: bool = False,
    wishes: Wishes | None = None,
) -> Imported:
    """What a file holds, its problems by place, and its difference from the plan that is held;
    nothing is stored. Raises Refused.

    What the disclosure guard holds is left out of what `apply` stores; `not_personal` confirms that
    names and small counts in the file are not about private persons.
    """
    asked = wishes or Wishes(not_personal=not_personal)
    document = open_document(content, name, tick)
    with context.store.reading(workspace) as records:
        held = _held(context, records)
        listed = records.settings.agencies()
        choices = records.settings.headings() | plain_choices(asked.headings)
    read = _read(context, workspace, document, held, listed, asked, choices)
    plan = read.plan or (held.plan if held else None)
    with context.store.reading(workspace) as records:
        known = known_to_a_file(context, records, plan)
        delicate = _delicate(records, read)
    confirmed = asked.not_personal or not_personal
    shown = screened(read, known, not_personal=confirmed, delicate=delicate)
    difference = compared(shown, _against(context, workspace, shown, asked))
    return replace(
        difference,
        choices=plain_choices(asked.headings),
        joined=asked.joined,
        effect=_effect(context, workspace, difference),
    )


def _delicate(records: Records, read: Imported) -> frozenset[str]:
    """What is about sensitive subjects in the file's plan and in those held, which it may be an
    update of: markings are only there."""
    held = [records.plans.of(version.year) for version in records.plans.held()]
    plans = [progress.plan for progress in held if progress] + ([read.plan] if read.plan else [])
    return frozenset().union(*map(delicate_in, plans))


def _effect(context: Context, workspace: str, read: Imported) -> tuple[str, ...]:
    """What storing would supersede or join, and what it changes of ended quarters; of a new version
    the difference says the rest."""
    today = context.today()
    with context.store.reading(workspace) as records:
        if read.agencies:
            held = records.plans.held()
            return (f"The list joins the agencies by code, name or alias. {held_words(held)}",)
        # The statuses of a plan's own columns are news only where the record says otherwise.
        entries = fresh(records, read.record, () if read.plan else read.updates, "")
        if read.plan is None:
            quarters = {update.quarter for update in read.updates}
            joined = effect_of_updates(records, quarters, today)
            return (*joined, *in_retrospect(records, entries, None, today))
        first, *others = effect(records, read.plan, today)
        held_one = records.plans.of(read.plan.year)
        if held_one is None:
            return (first, *others, *carried_words(records, read.record))
        version = read.plan if read.changes else None
        late = in_retrospect(records, entries, version, today)
        return (first, *carried_words(records, read.record), *late)


def _read(
    context: Context,
    workspace: str,
    document: Document,
    held: Progress | None,
    listed: tuple[Agency, ...],
    asked: Wishes,
    choices: dict[str, str],
) -> Imported:
    if is_own(document) and not asked.sheet:
        return build_own(document, context.today())
    kind = kind_of(document, choices)
    if kind == "agencies" and not asked.sheet:
        return Imported(kind, agencies=read_agencies(document))
    if kind in {"history", "return"}:
        return read_updates(
            context, workspace, document, held, history=kind == "history", agency=asked.agency
        )
    year = int(asked.against[:4]) if asked.against[:4].isdigit() else None
    options = Options(choices, asked.sheet, year)
    known = with_names(listed, asked.joined)
    if held is None:
        return build_plan(document, known, context.today(), options)
    if held.plan.illustrative:
        # What the sample calls its agencies is known to a file of the sample's partnership alone.
        read = build_plan(document, known, context.today(), options)
        if not (read.plan and read.plan.partnership == held.plan.partnership):
            return read
    own = with_names(held.plan.agencies, asked.joined)
    return build_plan(document, own, context.today(), options)


def _against(context: Context, workspace: str, read: Imported, asked: Wishes) -> Progress | None:
    """The plan a document is compared with: of the year named, else of its own year, else the one
    in force. Raises Refused when a year is named and not held."""
    if read.plan is None:
        return None
    with context.store.reading(workspace) as records:
        named = records.plans.of(asked.against) if asked.against else None
        if asked.against and named is None:
            raise Refused(f"I hold no plan of {asked.against}.", held_words(records.plans.held()))
        return named or records.plans.of(read.plan.year) or _held(context, records)


def apply(
    context: Context,
    caller: Caller,
    imported: Imported,
    accept: Collection[str] | None = (EVERYTHING,),
    seen: Seen | None = None,
) -> Imported:
    """Store what was previewed, in one transaction. `accept`: the kinds of change that are stored;
    None: all but those that need a confirmation. `seen`: what the person saw, in Slack. Raises
    NotAllowed, NotFound (no plan yet), Superseded, Refused (stored already)."""
    context = context.of(caller)
    may_store(caller, imported)
    now = context.now()
    route = "slack" if seen else ""
    with context.store.writing(caller.workspace) as records:
        if seen is not None:
            require_seen(records, imported, seen, now)
        left, updates = _stored(context, records, imported, accept)
        entries = fresh(records, imported.record, updates, caller.user)
        if entries:
            records.plans.add_updates(entries, imported.plan.year if imported.plan else "")
            after_import(records, entries, context.timetable, now)
        subject = imported.plan.year if imported.plan else imported.kind
        records.audit.note(
            now, caller.user, "import", f"plan:{subject}", after=imported.kind, route=route
        )
        if imported.not_personal:
            records.audit.note(now, caller.user, "confirm not personal", f"plan:{subject}")
        choices = {name: field for name, field in imported.choices.items() if not check(name)}
        if choices:
            records.settings.keep_headings(choices)
        if imported.joined:
            _keep_names(records, imported.joined, now)
    return replace(imported.stored(), left=left)


def _stored(
    context: Context, records: Records, imported: Imported, accept: Collection[str] | None
) -> tuple[tuple[Change, ...], tuple[Update, ...]]:
    """Store plan or agencies: the changes left out, and the updates that remain to be stored."""
    now, today = context.now(), context.today()
    if imported.agencies:
        _store_agencies(context, records, imported.agencies)
        return (), ()
    if imported.plan is None:
        return (), imported.updates
    held = records.plans.of(imported.plan.year)
    other = imported.against and imported.against != imported.plan.year
    before = records.plans.of(imported.against) if other else None
    if held is None or (held.plan.illustrative and held.plan != imported.plan):
        plan = continued(imported.plan, imported, before, accept)
        save_version(records, with_agencies(plan, records.settings.agencies()), now, today)
        return undecided(imported, accept), imported.updates
    if held.plan == imported.plan and before is None:
        return (), imported.updates
    result = outcome(compared(imported, held), held, accept, now)
    version = result.plan or held.plan
    plan = continued(version, imported, before, accept)
    if result.plan is not None or plan != version:
        save_version(records, plan, now, today)
    return result.left, result.updates


def _store_agencies(context: Context, records: Records, listed: tuple[Agency, ...]) -> None:
    """Keep a list for the plans to come, and join it to those that are held."""
    records.settings.keep_agencies(listed)
    members = {code for member in records.members.all() for code in member.agencies}
    for year in records.plans.held():
        spoken = members | {update.agency for update in records.plans.record(year.year)}
        held = records.plans.of(year.year)
        if held is not None:
            records.plans.save(with_agencies(held.plan, listed, spoken), context.now())


def _keep_names(records: Records, joined: tuple[Agency, ...], now: datetime) -> None:
    """Names that are a known agency's: in the list for the plans to come, and in those held."""
    records.settings.keep_agencies(with_names(records.settings.agencies(), joined))
    for plan in records.plans.all():
        own = [agency for agency in joined if plan.agency(agency.code)]
        named = with_names(plan.agencies, own)
        if named != plan.agencies:
            records.plans.save(replace(plan, agencies=named), now)


def export(context: Context, workspace: str, year: str = "") -> bytes:
    """The plan of a year ("2018-19"; none given: the one people mean today), its history and the
    audit trail as a workbook. Raises NotFound (no such plan)."""
    from bot.files.workbook import workbook

    with context.store.reading(workspace) as records:
        progress = plan_for(records, context.today(), year)
        record = records.plans.record(progress.plan.year)
        return workbook(progress, record, records.taught_words.all(), records.audit.all())


def _held(context: Context, records: Records) -> Progress | None:
    try:
        return records.plans.progress(context.today())
    except NotFound:
        return None
