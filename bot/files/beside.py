"""Tables that stand beside a plan and hold none of its actions: registers of risks, logs, keys of
colours, glossaries. They are named and never read as actions or priorities."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.files.headings import AS_CHOSEN, BY_HEADING, Heading
from bot.files.levels import names_beside
from bot.files.rag import rag_of
from bot.files.sheet import Row
from bot.files.table import Table

LOG = re.compile(
    r"\b(?:action|decision|issue|change|meeting|risk|lessons?|minutes?|version|document)s?"
    r"(?: and [a-z]+)? (?:log|register|history|control)\b|\bminutes\b|\bmatters arising\b|"
    r"\b(?:equalit(?:y|ies)|privacy|environmental|data protection)\b.*\b(?:impact|assessment)|"
    r"\bactions? (?:from|arising)\b.*\bmeetings?\b|\bmeeting actions?\b|\barchived?\b|^log$|"
    r"^\W*(?:(?:key|main|strategic|top|delivery|our|project) )?(?:risks?|issues?|decisions?|raid|"
    r"lessons(?: learnt| learned)?|budgets?|finances?|spend(?:ing)?|expenditure)"
    r"(?: (?:and|&|/) \w+)?(?: (?:20)?\d\d[-/](?:20)?\d\d)?\W*$",
    re.IGNORECASE,
)
WORKED = {"lead", "partners", "timescale", "target", "status"}
"""Fields of work that stand before no risk in a register of risks."""
_PLANNED = {"priority", "partners", "measure", "baseline", "target"}
MOST = 2
"""Of the fields of a plan that a register of risks does not have."""
_SURE = {BY_HEADING, AS_CHOSEN}
_TERM = re.compile(
    r"^(?:the )?(?:terms?|words?|abbreviations?|acronyms?|initials|phrases?|jargon)\b", re.I
)
_MEANING = re.compile(
    r"mean|definition|explanation|explained|stands? for|in full|full (?:name|title|form)|"
    r"description|plain english",
    re.IGNORECASE,
)


def is_beside(table: Table) -> str:
    """Why a table holds no actions of the plan; empty when it may."""
    above = table.above[-1].alone if table.above else ""
    if LOG.search(above) or _is_register(table.heading):
        return "its table is a log or register"
    fields = {column.field for column in table.heading.columns if column.reason in _SURE}
    planned = "description" in fields and fields & {"lead", "timescale"}
    if is_key(table.rows) and not planned:
        return "its table is a key"
    if not planned and (names_beside(above) or _is_glossary(table)):
        return "its table explains words or names people"
    return ""


def _is_register(heading: Heading) -> bool:
    """Whether the rows are risks: what is done about one stands behind it."""
    first = [heading.index(name) for name in ("risk", "likelihood") if heading.index(name) >= 0]
    acts = heading.index("description")
    if not first or (acts >= 0 and acts < min(first)):
        return False
    rated = heading.fields & {"likelihood", "mitigation"}
    before = {column.field for column in heading.columns if column.index < min(first)}
    return bool(rated) or not (before & WORKED or len(heading.fields & _PLANNED) >= MOST)


def is_key(rows: Iterable[Row]) -> bool:
    """Whether each row is a status or colour, every one once, and what it means."""
    texts = [list(filter(None, row.texts)) for row in rows if not row.alone]
    firsts = [row[0] for row in texts]
    short = all(len(row) <= 3 for row in texts)
    return len(texts) > 1 and short and len(set(firsts)) == len(firsts) and all(map(rag_of, firsts))


def _is_glossary(table: Table) -> bool:
    """Whether it has two columns, a word and what it means, by their headings or since the words
    are the initials of what stands beside them."""
    headings = [column.heading for column in table.heading.columns]
    if len(headings) == 2 and _TERM.search(headings[0]) and _MEANING.search(headings[1]):
        return True
    pairs = [row.labelled for row in table.rows if not row.alone]
    short = [_abbreviates(*pair) for pair in pairs if pair[0]]
    return len(short) > 1 and len(short) == len(pairs) and sum(short) * 2 >= len(short)


def _abbreviates(word: str, full: str) -> bool:
    """Whether a word in capitals is made of the initials of another text, in their order."""
    letters = iter("".join(part[0] for part in re.findall(r"\w+", full)).upper())
    plain = re.sub(r"[^A-Za-z]", "", word)
    return len(plain) > 1 and plain.isupper() and all(letter in letters for letter in plain)
