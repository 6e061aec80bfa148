"""Files people ask for in Slack: asked for, put into the outbox, made when they are sent."""

from __future__ import annotations

from bot.core.access import Caller, Permission, Role, require
from bot.core.codec import decode
from bot.core.notices import FileRequest
from bot.core.quarters import Quarter
from bot.services.context import Context
from bot.services.outbox import say
from bot.services.pack import pack
from bot.services.plans import export
from bot.services.summaries import preview


def ask_for_pack(context: Context, caller: Caller, quarter: Quarter, delivery: str) -> None:
    """The committee paper of a quarter, to the person who asks. `delivery` is the key under which
    Slack may deliver the request again. Raises NotAllowed, NotFound (no plan), Invalid."""
    frozen = preview(context, caller, quarter).frozen
    draft = "" if frozen else " It is a draft: the quarter has not been closed."
    caption = f"The committee paper of {quarter}.{draft}"
    _put(context, caller, FileRequest("pack", caption, quarter.label), delivery)


def ask_for_export(context: Context, caller: Caller, delivery: str) -> None:
    """The plan, its history and its audit trail as a workbook, to the coordinator who asks.
    Raises NotAllowed."""
    require(caller, Permission.COORDINATE)
    caption = "The plan, its history and its audit trail. It may hold sensitive actions in full."
    _put(context, caller, FileRequest("export", caption), delivery)


def made(context: Context, workspace: str, payload: str) -> dict[str, bytes]:
    """The files of a frozen request: name -> content."""
    request = decode(FileRequest, payload)
    if request.what == "export":
        return {"action-plan.xlsx": export(context, workspace)}
    quarter = Quarter.parse(request.about, today=context.today())
    assert quarter is not None, request.about
    return pack(context, Caller(workspace, "files", Role.OBSERVER), quarter)


def _put(context: Context, caller: Caller, request: FileRequest, delivery: str) -> None:
    now = context.now()
    with context.store.writing(caller.workspace) as records:
        say(records, f"file:{request.what}:{caller.user}:{delivery}", caller.user, request, now)
        subject = f"{request.what}:{request.about}".rstrip(":")
        records.audit.note(now, caller.user, "file sent", subject, route="slack")
