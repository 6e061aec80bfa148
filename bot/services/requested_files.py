"""Files people ask for in Slack: asked for, put into the outbox, made when they are sent."""

from __future__ import annotations

from bot.core.access import RULES, Caller, Permission, Role, require
from bot.core.codec import decode
from bot.core.errors import NotAllowed, NotFound
from bot.core.plan import Agency, Plan
from bot.core.progress import Progress
from bot.core.quarters import Quarter
from bot.files.return_form import return_form
from bot.messages.notices import FileRequest
from bot.services.annual import annual, annual_files
from bot.services.collecting import open_quarter
from bot.services.context import Context
from bot.services.outbox import say
from bot.services.pack import pack
from bot.services.plans import export
from bot.services.summaries import preview
from bot.store.store import Records


def ask_for_pack(context: Context, caller: Caller, quarter: Quarter, delivery: str) -> None:
    """The committee paper of a quarter, to the person who asks. `delivery` is the key under which
    Slack may deliver the request again. Raises NotAllowed, NotFound (no plan), Invalid."""
    frozen = preview(context, caller, quarter).frozen
    draft = "" if frozen else " It is a draft: the quarter has not been closed."
    caption = f"The committee paper of {quarter}.{draft}"
    _put(context, caller, FileRequest("pack", caption, quarter.label), delivery)


def ask_for_annual(context: Context, caller: Caller, year: str, delivery: str) -> None:
    """The annual report of a year ("2018-19"), to the person who asks. Raises as `annual` does."""
    paper = annual(context, caller, year)
    draft = " It is a draft: the year has not been closed." if paper.draft else ""
    caption = f"{paper.title}: {paper.subtitle}.{draft}"
    _put(context, caller, FileRequest("annual", caption, year), delivery)


def ask_for_export(context: Context, caller: Caller, delivery: str) -> None:
    """The plan, its history and its audit trail as a workbook, to the coordinator who asks.
    Raises NotAllowed."""
    require(caller, Permission.COORDINATE)
    caption = "The plan, its history and its audit trail. It may hold sensitive actions in full."
    _put(context, caller, FileRequest("export", caption), delivery)


def ask_for_return(context: Context, caller: Caller, name: str, delivery: str) -> str:
    """A return to fill in for the quarter being collected, of an agency (by code or name) or of the
    caller's own, to the person who asks; what it is. Raises NotAllowed, NotFound."""
    require(caller, Permission.REPORT)
    quarter = open_quarter(context, caller.workspace)
    with context.store.reading(caller.workspace) as records:
        agency = _agency(_of(records, context, quarter).plan, caller, name)
    if not caller.is_coordinator and agency.code not in caller.agencies:
        raise NotAllowed(
            RULES[Permission.REPORT].reason, "You can ask for your own: `/csp return`."
        )
    caption = f"The return of {agency.name} for {quarter}. Fill it in and send it back to me here."
    _put(
        context, caller, FileRequest("return", caption, f"{agency.code} {quarter.label}"), delivery
    )
    return f"the return of {agency.name} for {quarter}"


def _of(records: Records, context: Context, quarter: Quarter) -> Progress:
    return records.plans.covering(quarter) or records.plans.progress(context.today())


def _agency(plan: Plan, caller: Caller, name: str) -> Agency:
    wanted = name or next(iter(caller.agencies), "")
    agency = plan.agency_named(wanted)
    if agency is None:
        raise NotFound(
            f"The plan names no agency '{wanted}'." if wanted else "Whose return is it to be?",
            "Type its name or code, for example `/csp return "
            f"{plan.agencies[0].code if plan.agencies else 'AGENCY'}`.",
        )
    return agency


def made(context: Context, workspace: str, payload: str) -> dict[str, bytes]:
    """The files of a frozen request: name -> content."""
    request = decode(FileRequest, payload)
    if request.what == "export":
        return {"action-plan.xlsx": export(context, workspace)}
    reader = Caller(workspace, "files", Role.OBSERVER)
    if request.what == "annual":
        return annual_files(context, reader, request.about)
    code, _, label = request.about.partition(" ")
    if request.what == "return":
        return _return(context, workspace, code, label)
    quarter = Quarter.parse(request.about, today=context.today())
    assert quarter is not None, request.about
    return pack(context, reader, quarter)


def _return(context: Context, workspace: str, code: str, label: str) -> dict[str, bytes]:
    quarter = Quarter.parse(label, today=context.today())
    assert quarter is not None, label
    with context.store.reading(workspace) as records:
        progress = _of(records, context, quarter)
    agency = progress.plan.agency(code) or Agency(code, code)
    standings = (s for s in progress.led_by([code]) if not (s.status and s.status.closed))
    name = f"return-{code}-{label.replace(' ', '-')}.xlsx"
    return {name: return_form(agency, standings, quarter)}


def _put(context: Context, caller: Caller, request: FileRequest, delivery: str) -> None:
    now = context.now()
    with context.store.writing(caller.workspace) as records:
        say(records, f"file:{request.what}:{caller.user}:{delivery}", caller.user, request, now)
        subject = f"{request.what}:{request.about}".rstrip(":")
        records.audit.note(now, caller.user, "file sent", subject, route="slack")
