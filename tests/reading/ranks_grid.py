"""The agency or the priority that has most or fewest of a kind of action, or does something most:
what is counted x which end x how it is put.

The truth is worked out from the plan and its dated updates, with nothing the reader uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.core.plan import EVERYONE
from bot.core.progress import Standing
from bot.core.status import Status
from tests.reading.conftest import Book
from tests.reading.time_grid import is_overdue


@dataclass(frozen=True)
class Ranked:
    """A text, the names that head its answer, all that tie, and their number."""

    text: str
    names: frozenset[str]
    number: float


def _names(on: Book, number: Callable[[Standing], float], group: str) -> dict[str, float]:
    """The sum of a number over the actions of each agency that leads some, or of each priority."""
    sums: dict[str, float] = {}
    plan = on.progress.plan
    for s in on.progress.standings:
        action = s.action
        codes = (action.priority,) if group == "priority" else action.leads
        if group == "partner":
            codes = action.partners
        for code in codes:
            if code == EVERYONE:
                continue
            name = plan.priority(code).short if group == "priority" else plan.called(code)
            sums[name] = sums.get(name, 0) + number(s)
    return sums


def _one_if(held: Callable[[Standing], bool]) -> Callable[[Standing], float]:
    return lambda s: float(held(s))


def _bodies(on: Book) -> Iterator[tuple[str, Callable[[Standing], float]]]:
    """What is counted, and the ways of asking for the most and the fewest of it, of agencies and
    priorities alike."""
    today = on.today
    yield (
        "reds|actions that are red|red actions|off track actions",
        _one_if(lambda s: s.status is Status.OFF_TRACK),
    )
    yield (
        "ambers|amber actions|actions at risk",
        _one_if(lambda s: s.status is Status.AT_RISK),
    )
    yield (
        "greens|green actions|actions on track",
        _one_if(lambda s: s.status is Status.ON_TRACK),
    )
    yield (
        "overdue actions|actions overdue|late actions|actions past their date",
        _one_if(lambda s: is_overdue(s, today)),
    )
    yield (
        "finished actions|completed actions|actions done|complete ones",
        _one_if(lambda s: s.status is Status.COMPLETE),
    )
    yield (
        "actions never reported on|actions with no update|actions nobody has reported on",
        _one_if(lambda s: not s.updates),
    )
    yield (
        "actions whose date has moved|moved dates|actions with a moved date",
        _one_if(lambda s: bool(s.moves)),
    )


ASKED = ("which {body} has the most {things}", "which {body} has most {things}",
         "which {body} has more {things} than any other", "the {body} with the most {things}",
         "which {body} tops the table for {things}", "who has the most {things}",
         "which of the {bodies} has the greatest number of {things}",
         "which {body} comes top for {things}", "what {body} has got the most {things}",
         "which {body} has the highest number of {things}")  # fmt: skip
FEWEST = ("which {body} has the fewest {things}", "which {body} has fewer {things} than any other",
          "which {body} has the least {things}", "the {body} with the fewest {things}")  # fmt: skip
BODIES = {"agency": ("agency", "agencies"), "priority": ("priority", "priorities")}


def bodies(on: Book) -> Iterator[Ranked]:
    """Agencies and priorities by how many actions of a kind they have."""
    for group, (body, several) in BODIES.items():
        for ways, number in _bodies(on):
            sums = _names(on, number, group)
            for at, things in enumerate(ways.split("|")):
                for step in range(4):
                    frame = ASKED[(4 * at + step) % len(ASKED)]
                    if "who " in frame and group == "priority":
                        continue
                    text = frame.format(body=body, bodies=several, things=things)
                    yield _headed(text, sums, max)
                frame = FEWEST[at % len(FEWEST)]
                yield _headed(frame.format(body=body, things=things), sums, min)


def _headed(text: str, sums: Mapping[str, float], choose: Callable[..., float]) -> Ranked:
    extreme = choose(sums.values())
    names = frozenset(name for name, value in sums.items() if value == extreme)
    return Ranked(text, names, extreme)


def doings(on: Book) -> Iterator[Ranked]:
    """Agencies and priorities by what they do: lead, support, send, finish, keep quiet."""
    leads, themes = _names(on, lambda s: 1, "agency"), _names(on, lambda s: 1, "priority")
    helped = _names(on, lambda s: 1, "partner")
    done = _one_if(lambda s: s.status is Status.COMPLETE)
    silent = _one_if(lambda s: not s.updates)
    sent = _sent(on)
    ways: tuple[tuple[Mapping[str, float], str], ...] = (
        (leads, "who leads the most|which agency leads most actions|who leads more than anyone else"
         "|which agency leads more actions than any other|who has the most to lead"
         "|who tops the table for actions led|which agency leads the highest number of actions"
         "|who has the longest list of actions to lead|which organisation leads the most"),
        (helped, "who supports the most|which agency supports most actions|who is a partner on the"
         " most actions|which agency supports more actions than any other|who is named as a partner"
         " most often|who backs up the most actions|which agency is down as a partner on most"),
        (sent, "who has sent the most updates|which agency has sent in most updates|who has sent in"
         " more updates than anyone else|who has put in the most updates|which agency has given us"
         " the most updates|who reports the most|who has reported most often|which agency tops the"
         " table for updates sent|who updates us the most|who sends the most updates"),
        (_names(on, done, "agency"),
         "who has finished the most|which agency has completed the most|who has"
         " ticked the most off|which agency has got the most done|who has closed the most off"
         "|which agency has finished more than any other|who has signed off the most"),
        (_names(on, done, "priority"),
         "which priority has ticked the most off|which priority has finished the"
         " most|which priority has got most done|which priority has completed more than any other"
         "|which priority has signed the most off|which theme has closed the most off"),
        (_names(on, silent, "priority"),
         "which priority has the most we have heard nothing on|which priority has"
         " the most without an update|which priority has the most still to report"),
        (themes, "which priority has the most actions|which priority is the biggest|which priority"
         " has more actions than any other|what is the biggest priority|which priority has most in"
         " it|which theme has the longest list of actions"),
    )  # fmt: skip
    for sums, said in ways:
        for text in said.split("|"):
            yield _headed(text, sums, max)


def _sent(on: Book) -> dict[str, float]:
    """The updates each lead agency sent."""
    sums: dict[str, float] = {}
    plan = on.progress.plan
    for standing in on.progress.standings:
        for update in standing.updates:
            if update.agency in standing.action.leads:
                name = plan.called(update.agency)
                sums[name] = sums.get(name, 0) + 1
    return sums
