"""What a follow-up goes on with, over replicas, restarts and a process that is killed: the later
question counts, and never a set that nobody asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.access import Caller, Role
from bot.core.status import Labels
from bot.core.timetable import Timetable
from bot.messages.reply import Answer
from bot.sample import sample_plan
from bot.services import conversations
from bot.services.answers import answer
from bot.services.context import Context
from bot.store.store import Store

pytestmark = pytest.mark.slow

START = datetime(2018, 10, 10, 9, tzinfo=UTC)
POLICE = Caller("w", "U1", Role.LEAD, ("KP",))


class Clock:
    """A clock that goes on a second each time it is asked."""

    def __init__(self) -> None:
        self.at = START

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


class Replica:
    """One process of the bot; `killed` leaves what it had not written unwritten."""

    def __init__(self, url: str, clock: Clock) -> None:
        self.store = Store(url)
        zone = Timetable(ZoneInfo("Europe/London"))
        self.context = Context(store=self.store, now=clock.now, timetable=zone, labels=Labels())

    def asked(self, text: str) -> Answer:
        """The answer to a question of the same person in the same place."""
        return answer(self.context, POLICE, text, place="C1")

    def writes(self) -> None:
        """What is done a moment after the answer."""
        conversations.write(self.context)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def replicas(any_url: str, clock: Clock) -> Iterator[tuple[Replica, Replica]]:
    """Two processes on one database that holds the sample plan."""
    both = Replica(any_url, clock), Replica(any_url, clock)
    with both[0].store.writing("w") as records:
        records.plans.save(sample_plan(), START)
    yield both
    for replica in both:
        replica.store.close()


Replicas = tuple[Replica, Replica]
FIRST, SECOND = "actions led by fire", "actions led by the council with no update"


def test_once_written_any_replica_goes_on_with_it(replicas: Replicas) -> None:
    one, other = replicas
    led = one.asked(FIRST).refs
    one.writes()
    assert other.asked("how many is that?").title.startswith(str(len(led)))
    assert set(other.asked("who leads those?").refs) == set(led)


def test_a_process_killed_before_it_wrote_leaves_nothing_to_go_on_with(replicas: Replicas) -> None:
    one, restarted = replicas
    led = set(one.asked(FIRST).refs)
    then = restarted.asked("who leads those?")
    assert not led & set(then.refs)


def test_after_a_kill_the_answer_names_the_older_set_it_goes_on_with(replicas: Replicas) -> None:
    one, restarted = replicas
    one.asked(FIRST)
    one.writes()
    one.asked(SECOND)  # and killed
    assert "Fire & Rescue" in restarted.asked("which of those have no update?").text


def test_a_reading_written_late_does_not_replace_a_later_one(replicas: Replicas) -> None:
    slow, quick = replicas
    slow.asked(FIRST)
    led = set(quick.asked(SECOND).refs)
    quick.writes()
    slow.writes()
    for replica in replicas:
        assert set(replica.asked("who leads those?").refs) == led


def test_what_another_replica_was_asked_since_counts_before_what_is_noted_here(
    replicas: Replicas,
) -> None:
    one, other = replicas
    one.asked(FIRST)
    led = set(other.asked(SECOND).refs)
    other.writes()
    assert set(one.asked("who leads those?").refs) == led


def test_after_a_clock_was_put_back_the_last_question_counts(
    replicas: Replicas, clock: Clock
) -> None:
    one, restarted = replicas
    one.asked(FIRST)
    one.writes()
    clock.at = START - timedelta(minutes=5)
    assert "Fire & Rescue" in restarted.asked("which of those have no update?").text
    led = set(restarted.asked(SECOND).refs)
    assert set(restarted.asked("who leads those?").refs) == led
    restarted.writes()
    assert set(one.asked("who leads those?").refs) == led


def test_what_cannot_be_written_now_is_written_with_the_next(
    replicas: Replicas, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = replicas
    led = set(one.asked(FIRST).refs)
    with monkeypatch.context() as full:
        full.setattr(Store, "writing", _full)
        with pytest.raises(OSError, match="full"):
            one.writes()
        for _ in range(30):  # however long: only the last are kept
            one.asked("who leads those?")
    assert set(one.asked("who leads those?").refs) == led
    one.writes()
    assert set(other.asked("who leads those?").refs) == led


def _full(*_: object) -> None:
    raise OSError("disk full")


@pytest.mark.parametrize("written", [True, False])
def test_of_two_listed_the_other_one_is_the_one_not_asked_about(
    replicas: tuple[Replica, Replica], written: bool
) -> None:
    """Whether or not what was asked meanwhile has been written yet."""
    first, second = replicas if written else (replicas[0], replicas[0])
    first.asked("which actions does Kent County Council lead on domestic abuse")
    if written:
        first.writes()
    second.asked("when is DA2 due")
    if written:
        second.writes()
    assert first.asked("and the other one").refs == ("DA8",)
