"""Every row of the outbox appears in Slack once, or somebody is told why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.access import Role
from bot.core.errors import NotAllowed, Refused
from bot.core.members import Member
from bot.core.outgoing import LookupResult, Outgoing, PostResult, PostState
from bot.core.remedies import as_sent_to
from bot.core.status import Labels
from bot.core.timetable import Timetable
from bot.messages.notices import Message
from bot.services import held, post_log
from bot.services.context import Context
from bot.services.delivery import Delivering
from bot.services.outbox import say
from bot.store.store import Store
from tests.factories import TEAM, a_caller
from tests.slack_channel import SlackChannel, accepted_but_lost, answer, lost

NINE = datetime(2018, 7, 10, 8, 0, tzinfo=UTC)
COORDINATOR = a_caller(Role.COORDINATOR, "SDC", user="U0KELLY")


class Hall:
    """A context with a clock that the test moves, one outbox and one Slack."""

    def __init__(self, store: Store) -> None:
        self.moment = NINE
        timetable = Timetable(ZoneInfo("Europe/London"), channel="C1", coordinators=("U0KELLY",))
        self.context = Context(store, lambda: self.moment, timetable, Labels())
        self.slack = SlackChannel()
        self.delivering = Delivering(self.context, self.slack)

    def put(self, *keys: str, channel: str = "C1", kind: type = Message) -> None:
        with self.context.store.writing(TEAM) as records:
            for part, key in enumerate(keys, 1):
                records.outbox.put(
                    key,
                    channel=channel,
                    kind=kind.__name__,
                    payload='{"text":"Hello"}',
                    due_at=self.moment,
                    group=keys[0],
                    part=part,
                    n_parts=len(keys),
                )

    def row(self, key: str) -> Outgoing:
        with self.context.store.reading(TEAM) as records:
            row = records.outbox.get(key)
        assert row is not None
        return row

    def later(self, seconds: float = 31, times: int = 1) -> None:
        for _ in range(times):
            self.moment += timedelta(seconds=seconds)
            self.delivering.deliver()


@pytest.fixture
def hall(any_store: Store) -> Hall:
    return Hall(any_store)


class Notice:
    """A kind of which the coordinators are told when it is held."""


def test_a_row_is_posted_once_and_kept_with_its_time(hall: Hall) -> None:
    hall.put("a")
    hall.delivering.deliver()
    hall.later(times=3)
    assert hall.slack.said() == ["a"]
    assert hall.row("a").state is PostState.SENT
    assert hall.row("a").sent_at == NINE


def test_parts_come_in_order_under_the_first(hall: Hall) -> None:
    hall.put("s:1", "s:2", "s:3")
    hall.delivering.deliver()
    head, *parts = hall.slack.messages
    assert [m.key for m in (head, *parts)] == ["s:1", "s:2", "s:3"]
    assert {m.thread for m in parts} == {head.ts}


def test_a_half_posted_summary_goes_on_at_its_first_missing_part(hall: Hall) -> None:
    hall.put("s:1", "s:2", "s:3")
    hall.slack.faults = [answer(PostState.PENDING, "ratelimited", wait=timedelta(seconds=20))]
    hall.slack.faults.insert(0, lambda slack, row, late: slack.accept(row, None, late))
    hall.delivering.deliver()
    assert hall.slack.said() == ["s:1"]
    hall.later()
    assert hall.slack.said() == ["s:1", "s:2", "s:3"]


def test_slack_is_not_asked_again_before_the_time_it_named(hall: Hall) -> None:
    hall.put("a")
    hall.slack.faults = [answer(PostState.PENDING, "ratelimited", wait=timedelta(seconds=90))]
    hall.delivering.deliver()
    hall.later(seconds=80)
    assert hall.slack.calls == 1
    hall.later(seconds=20)
    assert hall.slack.said() == ["a"]


def test_an_answer_that_was_lost_after_slack_took_the_message_makes_no_second_one(
    hall: Hall,
) -> None:
    hall.put("a")
    hall.slack.faults = [accepted_but_lost]
    hall.delivering.deliver()
    assert hall.row("a").state is PostState.UNCERTAIN
    hall.later(times=5)
    assert hall.slack.said() == ["a"]
    assert hall.row("a").state is PostState.SENT
    assert hall.row("a").ts == hall.slack.messages[0].ts


def test_a_message_that_never_arrived_is_posted_after_three_looks_and_not_before(
    hall: Hall,
) -> None:
    hall.put("a")
    hall.slack.faults = [lost]
    hall.delivering.deliver()
    hall.later(seconds=6)
    hall.later(seconds=16)
    assert hall.slack.calls == 1
    hall.later(seconds=31)
    assert hall.slack.said() == ["a"]


def test_a_row_whose_poster_died_is_looked_for_first(hall: Hall) -> None:
    hall.put("a")
    (row,) = hall.context.store.claim(timedelta(seconds=-1), hall.moment)
    hall.slack.accept(row)
    hall.later(times=3)
    assert hall.slack.said() == ["a"]
    assert hall.row("a").state is PostState.SENT


def test_what_cannot_be_found_out_is_held_and_never_guessed(hall: Hall) -> None:
    hall.put("a", kind=Notice)
    hall.slack.faults = [lost]
    hall.delivering.deliver()
    hall.slack.unreadable = LookupResult(error="missing_scope", mendable=True)
    hall.later(times=6)
    assert "a" not in hall.slack.said()
    assert hall.row("a").state is PostState.HELD


def test_a_channel_that_cannot_be_read_just_now_is_read_later(hall: Hall) -> None:
    hall.put("a")
    hall.slack.faults = [accepted_but_lost]
    hall.delivering.deliver()
    hall.slack.unreadable = LookupResult(error="http_503")
    hall.later(times=4)
    assert hall.row("a").state is PostState.UNCERTAIN
    hall.slack.unreadable = None
    hall.later()
    assert hall.row("a").state is PostState.SENT
    assert hall.slack.said() == ["a"]


def test_a_slow_poster_that_finds_its_row_sent_takes_its_own_message_back(hall: Hall) -> None:
    hall.put("a")

    def somebody_was_faster(slack: SlackChannel, row: Outgoing, late: str) -> PostResult:
        slack.accept(row)
        with hall.context.store.writing(TEAM) as records:
            records.outbox.move(row, PostState.SENT, ts=slack.messages[0].ts, posted_channel="C1")
        return slack.accept(row)

    hall.slack.faults = [somebody_was_faster]
    hall.delivering.deliver()
    assert [m.ts for m in hall.slack.messages] == [hall.row("a").ts]


def test_doubles_found_in_the_channel_are_removed_but_the_first(hall: Hall) -> None:
    hall.put("a")
    hall.slack.faults = [accepted_but_lost]
    hall.delivering.deliver()
    hall.slack.accept(hall.row("a"))
    hall.later()
    assert [m.ts for m in hall.slack.messages] == [hall.row("a").ts]


def test_a_held_post_tells_each_coordinator_once_with_the_remedy(hall: Hall) -> None:
    hall.put("a", kind=Notice)
    hall.slack.faults = [answer(PostState.HELD, "not_in_channel")]
    hall.delivering.deliver()
    hall.later(times=3)
    (told,) = hall.slack.messages
    assert told.channel == "U0KELLY"
    assert "/invite @partnership-bot" in told.payload


def test_a_held_post_goes_out_when_a_coordinator_tries_again(hall: Hall) -> None:
    hall.put("a", kind=Notice)
    hall.slack.faults = [answer(PostState.HELD, "not_in_channel")]
    hall.delivering.deliver()
    with pytest.raises(NotAllowed):
        held.try_again(hall.context, a_caller(), "a")
    held.try_again(hall.context, COORDINATOR, "a")
    hall.later()
    assert "a" in hall.slack.said()
    with pytest.raises(Refused, match="sent already"):
        held.try_again(hall.context, COORDINATOR, "a")


def test_an_invitation_to_the_channel_sends_what_was_held_for_it(hall: Hall) -> None:
    hall.put("a", kind=Notice)
    hall.put("b", channel="C2", kind=Notice)
    # The coordinator's notice of the first may be tried before the second.
    hall.slack.faults = [answer(PostState.HELD, "not_in_channel")] * 3
    hall.delivering.deliver()
    assert held.channel_mended(hall.context, TEAM, "C1") == 1
    hall.later()
    assert "a" in hall.slack.said()
    assert "b" not in hall.slack.said()


def test_what_had_no_channel_goes_to_the_one_that_is_chosen_and_to_no_other(hall: Hall) -> None:
    hall.put("a", channel="", kind=Notice)
    hall.slack.faults = [answer(PostState.HELD, "no_channel")]
    hall.delivering.deliver()
    assert held.channel_mended(hall.context, TEAM, "CRANDOM") == 0
    assert held.channel_mended(hall.context, TEAM, "C1", chosen=True) == 1
    hall.later()
    assert [m.channel for m in hall.slack.messages if m.key == "a"] == ["C1"]


def test_a_revoked_token_pauses_everything_until_slack_accepts_it_again(hall: Hall) -> None:
    hall.put("a")
    hall.put("b")
    hall.slack.faults = [answer(PostState.PENDING, "token_revoked", shut_out=True)]
    hall.slack.welcome = False
    hall.delivering.deliver()
    hall.later(times=4)
    assert hall.slack.calls == 1
    assert "paused" in post_log.lines(hall.context, COORDINATOR)[0].outcome
    assert not held.resume(hall.context, hall.slack, TEAM)
    hall.slack.welcome = True
    assert held.resume(hall.context, hall.slack, TEAM)
    hall.later()
    assert sorted(hall.slack.said()) == ["a", "b"]


def test_a_late_post_says_so_and_one_on_time_does_not(hall: Hall) -> None:
    hall.put("a")
    hall.delivering.deliver()
    hall.put("b")
    hall.moment += timedelta(days=2, hours=3)
    hall.delivering.deliver()
    assert [m.late for m in hall.slack.messages] == [
        "",
        "Late: due 10 July 2018 09:00, posted 12 July 2018 12:00.",
    ]


def test_a_backup_from_before_the_post_adopts_the_message_that_is_there(hall: Hall) -> None:
    hall.put("a")
    before = hall.row("a")
    hall.delivering.deliver()
    sent = hall.row("a")
    with hall.context.store.writing(TEAM) as records:  # what a restore does to the row
        records.outbox.move(
            sent,
            PostState.PENDING,
            attempts=0,
            first_attempt_at=None,
            tried_at=None,
            ts="",
            posted_channel="",
        )
    assert replace(hall.row("a"), sent_at=None) == before
    hall.moment += timedelta(seconds=300)
    Delivering(hall.context, hall.slack).deliver()  # a restore means that the bot began anew
    assert hall.slack.said() == ["a"]
    assert hall.row("a").ts == sent.ts


def test_a_first_try_that_is_merely_late_needs_no_look(hall: Hall) -> None:
    hall.put("a")
    hall.later(seconds=300)
    assert hall.slack.said() == ["a"]
    assert hall.slack.looks == 0


def test_a_look_that_is_cut_short_waits_as_long_as_slack_asks_and_goes_on(hall: Hall) -> None:
    hall.put("a")
    hall.slack.faults = [accepted_but_lost]
    hall.delivering.deliver()
    hall.slack.unreadable = LookupResult(
        error="ratelimited", wait=timedelta(seconds=60), position="1531209990.1"
    )
    hall.later(seconds=6)
    assert hall.row("a").looked_to == "1531209990.1"
    hall.later(seconds=50)
    assert hall.slack.looks == 1
    hall.slack.unreadable = None
    hall.later(seconds=20)
    assert hall.row("a").state is PostState.SENT
    assert hall.slack.said() == ["a"]


def test_a_look_that_finds_no_end_gives_up_and_says_what_to_do(hall: Hall) -> None:
    hall.put("a", kind=Notice)
    hall.slack.faults = [lost]
    hall.delivering.deliver()
    hall.slack.unreadable = LookupResult(error="unfinished", position="1531209990.1")
    hall.later(seconds=3600, times=8)
    row = hall.row("a")
    assert (row.state, row.last_error, row.looked_to) == (PostState.HELD, "unreadable", "")
    (told,) = hall.slack.messages
    assert "Look in the channel" in told.payload
    looks = hall.slack.looks
    hall.later(seconds=3600)
    assert hall.slack.looks == looks


def test_one_row_that_slack_will_never_take_does_not_stop_the_others(hall: Hall) -> None:
    hall.put("a")
    hall.put("b")
    hall.slack.faults = [answer(PostState.DEAD, "msg_too_long")]
    hall.delivering.deliver()
    assert hall.slack.said() == ["b"]


def test_the_ledger_tells_sent_late_held_and_waiting_apart(hall: Hall) -> None:
    with hall.context.store.writing(TEAM) as records:
        records.members.save(Member("U0KELLY", Role.COORDINATOR))
        say(records, "m", "U1", Message("Hello"), hall.moment)
    hall.put("a", kind=Notice)
    hall.slack.faults = [
        answer(PostState.PENDING, "ratelimited", wait=timedelta(hours=1)),
        answer(PostState.HELD, "is_archived"),
    ]
    hall.delivering.deliver()
    told = {entry.what: entry for entry in post_log.lines(hall.context, COORDINATOR)}
    assert told["Notice"].outcome.startswith("held: the channel is archived")
    assert told["Notice"].key == "a"
    assert "waiting" in {e.outcome.split(":")[0] for e in post_log.lines(hall.context, COORDINATOR)}
    hall.later(seconds=3700)
    late = [e for e in post_log.lines(hall.context, COORDINATOR) if "late" in e.outcome]
    assert late[0].outcome == "sent late, 10 July 2018 10:01: 2 tries were needed"
    with pytest.raises(NotAllowed):
        post_log.lines(hall.context, a_caller())


def test_the_log_has_one_line_a_post_and_what_needs_somebody_first(hall: Hall) -> None:
    for number in range(3):
        with hall.context.store.writing(TEAM) as records:
            say(records, f"m{number}", f"U{number}", Message("Hello"), hall.moment)
    hall.delivering.deliver()
    hall.moment += timedelta(hours=1)
    hall.put("a", "b", "c", kind=Notice)
    hall.slack.faults = [lambda s, row, late: s.accept(row), answer(PostState.HELD, "is_archived")]
    hall.delivering.deliver()
    hall.moment += timedelta(hours=1)
    hall.put("late")
    first, *_, letters = post_log.lines(hall.context, COORDINATOR)
    assert (first.what, first.key, first.need) == ("Notice", "b", post_log.Need.PERSON)
    assert "(1 of 3 messages sent)" in first.outcome
    assert (letters.what, letters.times) == ("message “Hello”", 3)


def test_a_post_is_late_because_the_bot_was_not_running_only_where_nothing_says_it_was(
    hall: Hall,
) -> None:
    hall.put("a")
    hall.moment += timedelta(days=1)
    hall.delivering.deliver()
    hall.moment -= timedelta(hours=2)
    hall.put("b")
    hall.delivering.deliver()  # the bot was at work while the first one waited
    hall.moment += timedelta(days=2)
    hall.delivering.deliver()
    outcomes = {line.outcome for line in post_log.lines(hall.context, COORDINATOR)}
    assert "sent late, 11 July 2018 09:00: it waited for other posts" in outcomes


def test_of_a_person_who_cannot_be_written_to_no_channel_is_spoken_of() -> None:
    assert as_sent_to("channel_not_found", "U0GONE") == "user_not_found"
    assert as_sent_to("channel_not_found", "C0CSP") == "channel_not_found"
    assert as_sent_to("invalid_auth", "U0GONE") == "invalid_auth"
