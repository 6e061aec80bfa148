"""A list of agencies, and how it joins the agencies a plan has already: by code, name or alias,
never making twins; the leads of the plan follow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.core.plan import Action, Agency, Plan
from bot.files.sheet import Document
from bot.files.table import Table
from bot.files.tables import tables


def read_agencies(document: Document) -> tuple[Agency, ...]:
    """A list of agencies: code, name, type, aliases (separated by semicolons), responsible or
    not."""
    agencies = [agency for table in tables(document) for agency in _agencies(table)]
    return tuple({agency.code: agency for agency in reversed(agencies)}.values())[::-1]


def _agencies(table: Table) -> Iterable[Agency]:
    for row in table.rows:
        code = table.text(row, "ref").upper()
        name = next(filter(None, (table.text(row, n) for n in ("name", "agency", "lead"))), "")
        # "Responsible authority" heads a column of leads in a plan, and of yes and no here.
        statutory = table.text(row, "responsible") or table.text(row, "lead")
        agency = agency_of(code, name, table.text(row, "aliases"), statutory)
        if agency is not None:
            yield replace(agency, kind=table.text(row, "type").lower())


def agency_of(code: str, name: str, aliases: str, responsible: str) -> Agency | None:
    """One row of a list as an agency; None without a code or a name."""
    others = re.split(r"\s*[;|\n]\s*", aliases.strip())
    statutory = responsible.strip().lower() in {"yes", "y", "true", "1", "x"}
    return Agency(code, name, tuple(filter(None, others)), statutory) if code and name else None


def with_agencies(plan: Plan, listed: tuple[Agency, ...], spoken: Iterable[str] = ()) -> Plan:
    """The plan with a list of agencies joined to its own. `spoken`: codes the record or members
    already speak for, which stay; elsewhere the list's code takes the place of the plan's."""
    kept_codes = set(spoken)
    by_code = {agency.code: agency for agency in listed}
    joined = dict(by_code)
    codes: dict[str, str] = {}
    for agency in plan.agencies:
        twin = by_code.get(agency.code) or next((o for o in listed if _same(agency, o)), None)
        if twin is None:
            joined.setdefault(agency.code, agency)
            continue
        code = agency.code if agency.code in kept_codes else twin.code
        codes[agency.code] = code
        joined.pop(twin.code, None)
        joined[code] = _joined(joined.get(code, twin), agency, code)
    actions = tuple(_following(action, codes) for action in plan.actions)
    return replace(plan, agencies=tuple(joined.values()), actions=actions)


def with_names(agencies: Iterable[Agency], joined: Iterable[Agency]) -> tuple[Agency, ...]:
    """Agencies with further names of some of them; one that is not among them is added."""
    names = {agency.code: agency for agency in agencies}
    for agency in joined:
        held = names.setdefault(agency.code, agency)
        aliases = tuple(dict.fromkeys((*held.aliases, *agency.aliases)))
        names[agency.code] = replace(held, aliases=aliases)
    return tuple(names.values())


def _same(one: Agency, other: Agency) -> bool:
    """Whether two entries are one body: a name of one is exactly a code, name or alias of the
    other. A code alone joins only codes, since codes were made up for the plan."""
    named = any(other.is_called(name) for name in (one.name, *one.aliases))
    return named or one.code == other.code or any(one.is_called(n) for n in (other.name,))


def _joined(listed: Agency, held: Agency, code: str) -> Agency:
    names = dict.fromkeys((*listed.aliases, held.name, *held.aliases, listed.code))
    aliases = tuple(name for name in names if name not in {listed.name, code})
    return replace(listed, code=code, aliases=aliases, kind=listed.kind or held.kind)


def _following(action: Action, codes: Mapping[str, str]) -> Action:
    return replace(
        action,
        leads=tuple(dict.fromkeys(codes.get(code, code) for code in action.leads)),
        partners=tuple(dict.fromkeys(codes.get(code, code) for code in action.partners)),
    )
