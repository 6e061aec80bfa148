"""The sample under other names: other agencies, references, priority codes and years are asked the
same questions and answer alike, so that nothing of the one plan stands in the rules."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.config import load_settings
from bot.core.access import Caller, Role
from bot.core.plan import Action, Agency, Plan, Priority
from bot.core.status import Labels
from bot.core.timetable import Timetable
from bot.messages.reply import Answer
from bot.sample import read, sample_plan
from bot.services import plans
from bot.services.answers import answer
from bot.services.context import Context
from bot.services.years import save_version
from bot.store.store import Store
from tests.factories import at

QUESTIONS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "data" / "questions.yaml").read_text(encoding="utf-8")
)
YEARS = 7
TODAY = date(2018, 10, 10)
WORDS = {
    "Sevenoaks": "Millbridge", "Kent": "Arden", "Surrey": "Wolds", "Sussex": "Fells",
    "Medway": "Tamery", "Moat": "Hythe", "Kenward": "Ashlar",
    "Crimestoppers": "Calltellers", "Mind": "Calm",
}  # fmt: skip
"""Proper names within the names of agencies."""
CODES = {
    "SDC": "MDC", "KCC": "ACC", "KP": "AP", "KFRS": "AFRS", "CCG": "ICG",
    "KSSCRC": "AWFCRC", "WKHA": "WAHA", "MOAT": "HYTHE", "DAVSS": "SAVDA",
    "KENWARD": "ASHLAR", "CGL": "GLC", "KMPT": "ATPT", "WKM": "WAC", "KCCTS": "ACCTS",
    "KCCEH": "ACCEH", "KCCW": "ACCW", "PCC": "PFC", "PARISH": "TOWNS", "SCHOOLS": "LEARN",
    "CSTOP": "CTELL", "MEDIATION": "TALKS",
}  # fmt: skip
"""Codes of agencies; CSU and NPS are short forms of the whole field and stay."""
PRIORITIES = {
    "ASB": "NUI", "OCG": "GNG", "SAF": "VUL", "SUB": "DRG", "ACQ": "THF", "MH": "WB", "DA": "HOM"
}  # fmt: skip


ENGLISH_CODES = frozenset({"PARISH", "SCHOOLS", "MEDIATION", "LEARN", "TOWNS", "TALKS"})
"""Codes that are words: names only in capitals."""


class Renaming:
    """Whole words of the one plan -> words of the other, in small letters and as names."""

    def __init__(self, words: dict[str, str], refs: dict[str, str], years: int) -> None:
        small = {o.lower(): n.lower() for o, n in words.items() if o not in ENGLISH_CODES}
        self._words = small | words
        self._refs = {old.lower(): new.lower() for old, new in refs.items()} | refs
        self._years = years
        any_word = "|".join(map(re.escape, sorted(self._words, key=len, reverse=True)))
        any_code = "|".join(map(re.escape, self._refs))
        self._pattern = re.compile(
            rf"\b(?:(?P<code>{any_code})(?P<number>[ -]?\d+(?:/\d)?)|(?P<word>{any_word})"
            r"|(?P<year>20[12]\d)(?P<to>[-/]\d\d\b(?![-/]))?)(?![A-Za-z0-9])"
        )

    def __call__(self, text: str) -> str:
        return self._pattern.sub(self._other, text)

    def _other(self, match: re.Match[str]) -> str:
        if match["code"]:
            return f"{self._refs[match['code']]}{match['number']}"
        if match["word"]:
            return self._words[match["word"]]
        year = int(match["year"]) + self._years
        return f"{year}-{(year + 1) % 100:02d}" if match["to"] else str(year)

    def day(self, day: date | None) -> date | None:
        """The same day in the other year."""
        return day.replace(year=day.year + self._years) if day else None


def _back(words: dict[str, str]) -> dict[str, str]:
    return {new: old for old, new in words.items()}


THERE = Renaming(CODES | WORDS, PRIORITIES, YEARS)
BACK = Renaming(_back(WORDS) | _back(CODES), _back(PRIORITIES), -YEARS)


def _agency(agency: Agency) -> Agency:
    aliases = tuple(map(THERE, agency.aliases))
    return replace(
        agency, code=CODES.get(agency.code, agency.code), name=THERE(agency.name), aliases=aliases
    )


def _priority(priority: Priority) -> Priority:
    code, aliases = PRIORITIES[priority.code], (*priority.aliases, priority.code.lower())
    return replace(priority, code=code, aliases=aliases)


def _action(action: Action) -> Action:
    measures = tuple(
        replace(m, id=THERE(m.id), text=THERE(m.text), source=THERE(m.source))
        for m in action.measures
    )
    return replace(
        action,
        ref=THERE(action.ref),
        priority=PRIORITIES[action.priority],
        text=THERE(action.text),
        leads=tuple(CODES.get(code, code) for code in action.leads),
        lead_raw=THERE(action.lead_raw),
        partners=tuple(CODES.get(code, code) for code in action.partners),
        timescale_raw=THERE(action.timescale_raw),
        due=THERE.day(action.due),
        measures=measures,
    )


def _renamed(plan: Plan) -> Plan:
    starts, ends = THERE.day(plan.starts), THERE.day(plan.ends)
    assert starts
    assert ends
    return replace(
        plan,
        title=THERE(plan.title),
        partnership=THERE(plan.partnership),
        year=THERE(plan.year),
        starts=starts,
        ends=ends,
        agencies=tuple(map(_agency, plan.agencies)),
        priorities=tuple(map(_priority, plan.priorities)),
        actions=tuple(map(_action, plan.actions)),
        facts=tuple((name, THERE(text)) for name, text in plan.facts),
    )


def _history(renamed: bool) -> bytes:
    text = read("history.csv")
    if not renamed:
        return text.encode()
    head, *rows = csv.reader(io.StringIO(text))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([[THERE(cell) for cell in row] for row in rows])
    return out.getvalue().encode()


def _loaded(folder: Path, renamed: bool) -> Context:
    """The sample without its area file, as it is or under other names, with its history."""
    today = THERE.day(TODAY) if renamed else TODAY
    assert today
    store = Store(f"sqlite:///{folder / f'{renamed}.sqlite3'}")
    zone = load_settings(None).zone
    context = Context(store, lambda: at(today.isoformat()), Timetable(zone), Labels())
    plan = replace(sample_plan(), area="")
    with store.writing(context.home) as records:
        save_version(records, _renamed(plan) if renamed else plan, context.now(), today)
    read_history = plans.preview(context, context.home, _history(renamed), "history.csv")
    assert len(read_history.updates) == 46
    plans.apply(context, plans.host(context), read_history)
    return context


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Context, Context]]:
    """The sample, and the sample under other names."""
    folder = tmp_path_factory.mktemp("renamed")
    made = _loaded(folder, renamed=False), _loaded(folder, renamed=True)
    yield made
    for context in made:
        context.store.close()


def _asked(context: Context, text: str, agency: str, role: str) -> Answer:
    return answer(context, Caller(context.home, "U1", Role(role), (agency,)), text)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["id"])
def test_the_sample_under_other_names_answers_alike(
    both: tuple[Context, Context], question: dict[str, Any]
) -> None:
    text, agency, role = question["text"], question["agency"], question["role"]
    here = _asked(both[0], text, agency, role)
    there = _asked(both[1], THERE(text), CODES.get(agency, agency), role)
    assert (there.mode, set(map(BACK, there.refs))) == (here.mode, set(here.refs)), there.text
    assert set(question.get("refs", [])) <= set(here.refs)
    assert len(there.choices) == len(here.choices)
    # What is said of the field ("NPS") has its own years and is the same everywhere.
    assert there.text == here.text or _lines(BACK(there.text)) == _lines(here.text)


def _lines(text: str) -> list[str]:
    """Its lines, each as the words it holds: lists are in the order of the names they have."""
    return sorted(" ".join(sorted(re.findall(r"\w+", line))) for line in text.splitlines())
