"""A file of who is who: one row a person, with their agency and role."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

from bot.core.access import Role
from bot.core.dataclass import dataclass
from bot.core.errors import Refused
from bot.core.members import ROLE_WORDS, Member, role_named
from bot.core.plan import Plan
from bot.core.unseen import storable
from bot.disclosure.check import check

COLUMNS = ("slack_id", "email", "name", "agency", "role")
_SLACK_ID = re.compile(r"[UW][A-Z0-9]{1,31}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row as written. `number`: its line in the file; `agency` may name several with ";"."""

    number: int
    slack_id: str
    email: str
    name: str
    agency: str
    role: str

    def member(self, plan: Plan, users: Mapping[str, str]) -> Member | str:
        """The member this row makes, or what is wrong with it. `users`: e-mail -> Slack id."""
        user = self.slack_id or users.get(self.email, "")
        if not user:
            return f"row {self.number}: no Slack account is known for '{self.email}'"
        if not _SLACK_ID.fullmatch(user):
            return f"row {self.number}, slack_id: '{user[:40]}' is no Slack member ID"
        if not all(finding.confirmable for finding in check(self.name)):
            return f"row {self.number}, name: more than a name stands in it; leave the rest out"
        role = role_named(self.role)
        if role is None or not self.role:
            known = ", ".join(ROLE_WORDS)
            return f"row {self.number}, role: '{self.role}' is none of {known}"
        codes: list[str] = []
        for name in filter(None, map(str.strip, self.agency.split(";"))):
            agency = plan.agency_named(name)
            if agency is None:
                return f"row {self.number}, agency: the plan names no agency '{name}'"
            codes.append(agency.code)
        wanted, deputy = role
        if wanted is Role.LEAD and not codes:
            return f"row {self.number}, agency: a lead needs an agency"
        return Member(user, wanted, tuple(codes), self.name, self.email, deputy=deputy)


def is_people(content: bytes) -> bool:
    """Whether a file's first line has the columns of a people file."""
    first = content[:4_000].decode("utf-8-sig", errors="replace").partition("\n")[0]
    return _has_columns(first.split(_separator(first)))


def _separator(first: str) -> str:
    """What stands between the columns, by the line of their headings."""
    return max(",;\t", key=first.count)


def _heading(name: str) -> str:
    """Like "slack_id" for "Slack ID", "email" for "E-mail"."""
    return re.sub(r"\s", "_", name.strip().strip('"').lower()).replace("e-mail", "email")


def _has_columns(names: Iterable[str]) -> bool:
    headings = set(map(_heading, names))
    return {"agency", "role"} <= headings and bool({"slack_id", "email"} & headings)


def read_people(content: str) -> tuple[Row, ...]:
    """The rows of a people file (columns `slack_id,email,name,agency,role`; `slack_id` or `email`
    is enough). Raises Refused when it has not these columns."""
    text = storable(content).lstrip("\ufeff")
    rows = csv.DictReader(io.StringIO(text), delimiter=_separator(text.partition("\n")[0]))
    if not _has_columns(rows.fieldnames or ()):
        raise Refused(
            "This file has not the columns of a people file.",
            f"The first row must be: {','.join(COLUMNS)} (slack_id or email is enough).",
        )
    return tuple(_rows(rows))


def _rows(rows: csv.DictReader[str]) -> Iterator[Row]:
    for number, row in enumerate(rows, start=2):
        cells = {_heading(str(key)): (value or "").strip() for key, value in row.items() if key}
        values = {name: cells.get(name, "") for name in COLUMNS}
        yield Row(number, **values | {"role": values["role"].lower()})
