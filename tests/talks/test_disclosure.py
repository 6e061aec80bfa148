"""The guard in conversation: what it holds is not stored, is said kindly, and nothing is lost."""

from __future__ import annotations

from datetime import date, timedelta

from bot.core.access import HOME, Caller, Role
from bot.core.plan import Update
from bot.sandbox.faults import Fault
from bot.services import members
from bot.store.tables import metadata
from tests.partnership import CHANNEL, Partnership

NAMED = "Spoke with Dean Hartnell and his mother about the damage"
PHONED = "Resident can be reached on 07700 900123"


def record(partnership: Partnership) -> tuple[Update, ...]:
    with partnership.bot.store.reading(HOME) as records:
        return records.plans.record()


def everything_stored(partnership: Partnership) -> bytes:
    folder = partnership.folder
    return b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())


def test_a_phone_number_in_the_form_is_held_under_its_field_and_nothing_is_stored(
    partnership: Partnership,
) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3")
    helen.fills(status="on_track", note="Two cameras are up", corrective_action=PHONED)
    errors = helen.submits()
    assert list(errors) == ["corrective_action"]
    assert "phone number" in errors["corrective_action"]
    assert "900123" not in errors["corrective_action"]
    assert record(partnership) == ()

    helen.fills(corrective_action="The neighbourhood team will call")
    assert helen.submits() == {}
    assert "Saved: ASB3" in helen.reads()


def test_every_field_that_is_held_is_named_at_once(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3")
    helen.fills(status="on_track", note=PHONED, reason="See crime ref 46/123456/18")
    assert set(helen.submits()) == {"note", "reason"}


def test_a_name_can_be_confirmed_as_not_personal_and_that_is_on_record(
    partnership: Partnership,
) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3")
    helen.fills(status="on_track", note=NAMED)
    assert helen.submits() == {}
    assert "Not saved yet" in helen.reads()
    assert helen.values()["note"]["note"]["value"] == NAMED
    assert record(partnership) == ()

    assert helen.submits() == {}  # sent again without the confirmation: asked again
    assert record(partnership) == ()
    helen.fills(confirmed="yes")
    helen.submits()
    assert "Saved: ASB3" in helen.reads()
    with partnership.bot.store.reading(HOME) as records:
        (line,) = (e for e in records.audit.all() if e.deed == "confirm not personal")
    assert (line.actor, line.subject, line.after) == ("U0HELEN", "ASB3", "name")


def test_a_confirmation_covers_only_what_was_asked_about(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3")
    helen.fills(status="on_track", note=NAMED)
    helen.submits()
    helen.fills(confirmed="yes", note="Spoke with Tracey Holloway about the damage")
    helen.submits()
    assert "Not saved yet" in helen.reads()
    assert record(partnership) == ()


def test_an_identifier_cannot_be_confirmed(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3")
    helen.fills(status="on_track", note=f"{NAMED}. {PHONED}")
    errors = helen.submits()
    assert list(errors) == ["note"]
    assert "confirmed" not in helen.values()


def test_a_one_line_update_that_is_held_opens_the_form_with_what_was_typed(
    partnership: Partnership,
) -> None:
    helen = partnership.person("U0HELEN")
    helen.types(f"/csp update ASB3 amber {PHONED}")
    assert "phone number" in helen.reads()
    assert helen.values()["note"]["note"]["value"] == PHONED
    helen.fills(note="A resident asked for a call back")
    assert helen.submits() == {}
    assert [u.note for u in record(partnership)] == ["A resident asked for a call back"]


def test_a_direct_message_that_is_held_is_answered_without_repeating_it(
    partnership: Partnership,
) -> None:
    helen = partnership.person("U0HELEN")
    helen.writes_to_the_bot(f"update ASB3 amber {PHONED}")
    assert "I have not saved this" in helen.letters()[-1]
    assert "900123" not in helen.letters()[-1]
    assert record(partnership) == ()


def test_what_is_held_reaches_no_draft_and_no_file(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3")
    helen.fills(status="on_track", note=PHONED, reason="The supplier is late")
    helen.submits()
    helen.closes()
    assert b"900123" not in everything_stored(partnership)

    helen.types("/csp update ASB3")
    assert helen.values()["reason"]["reason"]["value"] == "The supplier is late"
    assert not helen.values()["note"]["note"].get("value")


def test_a_count_under_five_in_a_sensitive_subject_is_asked_about(
    partnership: Partnership,
) -> None:
    grace = partnership.person("U0GRACE")
    grace.types("/csp update DA1")
    grace.fills(status="on_track", note="Clients were seen", **{"reading:DA1/1": "3"})
    grace.submits()
    assert "So few people" in grace.reads()
    grace.fills(confirmed="yes")
    grace.submits()
    assert "Saved: DA1" in grace.reads()


def test_agencies_roads_and_help_lines_pass(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types(
        "/csp update ASB3 green Briefed Kent Police and West Kent Housing at Argyle Road; "
        "leaflets give Crimestoppers 0800 555 111"
    )
    assert "Saved: ASB3" in helen.last()


def test_a_redaction_takes_the_words_out_of_the_record_and_of_every_message(
    any_partnership: Partnership,
) -> None:
    helen, kelly = (any_partnership.person(name) for name in ("U0HELEN", "U0KELLY"))
    wrong = "The unit on the corner with the blue door & gate, where the tools are locked away"
    helen.writes_to_the_bot(f"update ASB3 amber {wrong}")
    any_partnership.bot.tick()
    bot = any_partnership.workspace.bot
    kelly.types(f"<@{bot}> ASB3")
    assert any("blue door" in m["text"] for m in kelly.sees())

    kelly.types("/csp redact asb3")
    kelly.clicks("Redact")
    assert "Redacted" in kelly.last()
    assert [u.note for u in record(any_partnership)] == ["[redacted]"]
    any_partnership.bot.tick()  # the messages follow in the background
    posted = [m for c in any_partnership.workspace.conversations() for m in c.messages]
    ours = [m for m in posted if m["user"] == bot and "only_for" not in m]
    assert len(ours) == 3  # the answer to Helen, the notice, the answer in a thread
    assert not any("blue door" in str(m) for m in ours)
    assert [u.note for u in record(any_partnership)] == ["[redacted]"]
    with any_partnership.bot.store.reading(HOME) as records:
        assert not any("blue door" in row.payload for row in records.outbox.recent())
        assert "redact" in {line.deed for line in records.audit.about("ASB3")}

    kelly.types("/csp redact ASB3")
    assert "No update of ASB3 holds any words" in kelly.last()


def test_a_redaction_before_the_post_goes_out_reaches_the_post_and_the_summary(
    partnership: Partnership,
) -> None:
    helen, kelly = (partnership.person(name) for name in ("U0HELEN", "U0KELLY"))
    helen.types("/csp update ASB3 amber The corner house with the blue door")
    partnership.live_until(date(2018, 7, 12))
    kelly.types("/csp redact ASB3")
    kelly.clicks("Redact")
    partnership.bot.tick()
    kelly.types("/csp summary Q1")
    assert "blue door" not in str(kelly.sees())
    assert "blue door" not in str(partnership.workspace.channel(CHANNEL).messages[-1])


def test_a_redaction_takes_the_fields_of_its_update_and_nothing_that_only_resembles_them(
    any_partnership: Partnership,
) -> None:
    helen, kelly = (any_partnership.person(name) for name in ("U0HELEN", "U0KELLY"))
    helen.types("/csp update ASB3 green The route is rerouted and open")
    helen.types("/csp update ASB3 amber route")
    any_partnership.bot.tick()
    kelly.types("/csp redact ASB3")
    kelly.clicks("Redact")  # the latest comes first
    any_partnership.bot.tick()
    notes = [u.note for u in record(any_partnership)]
    assert notes == ["The route is rerouted and open", "[redacted]"]
    posted = str([m["text"] for m in any_partnership.workspace.channel(CHANNEL).messages])
    assert "[redacted]" in posted
    assert "The route is rerouted and open" in posted


def test_an_update_of_long_ago_can_be_chosen_too(partnership: Partnership) -> None:
    helen, kelly = (partnership.person(name) for name in ("U0HELEN", "U0KELLY"))
    for number in range(18):
        partnership.clock.move_to(partnership.clock.now() + timedelta(hours=1))
        helen.types(f"/csp update ASB3 amber Visit {number + 101} {'was made again ' * 60}")
    kelly.types("/csp redact ASB3")
    (first,) = (u for u in record(partnership) if "Visit 101 " in u.note)
    buttons = [b for b in kelly.sees()[-1]["blocks"] if b["type"] == "actions"]
    assert len(buttons) == 18
    assert buttons[-1]["elements"][0]["value"] == first.id


def test_the_same_words_elsewhere_are_listed_first_and_go_only_when_confirmed(
    partnership: Partnership,
) -> None:
    helen, kelly = (partnership.person(name) for name in ("U0HELEN", "U0KELLY"))
    helen.types("/csp update ASB3 amber The house with the blue door")
    kelly.types("/csp update MH1 green The house with the blue door")
    kelly.types("/csp redact ASB3")
    kelly.clicks("Redact")
    assert "Nothing is redacted yet" in kelly.last()
    assert "MH1" in kelly.last()
    assert "[redacted]" not in {u.note for u in record(partnership)}
    kelly.clicks("Only the one I chose")
    assert [u.note for u in record(partnership)] == ["[redacted]", "The house with the blue door"]

    helen.types("/csp update ASB3 amber Number nine again")
    kelly.types("/csp update MH1 green Number nine again")
    kelly.types("/csp redact ASB3")
    kelly.clicks("Redact")
    kelly.clicks("All 2")
    assert [u.note for u in record(partnership)][2:] == ["[redacted]", "[redacted]"]


def test_a_sweep_goes_on_where_slack_asked_it_to_wait_and_the_log_says_how_far_it_is(
    partnership: Partnership,
) -> None:
    helen, kelly = (partnership.person(name) for name in ("U0HELEN", "U0KELLY"))
    bot = partnership.workspace.bot
    helen.types("/csp update ASB3 amber The corner house with the blue door")
    partnership.bot.tick()
    for _ in range(3):
        kelly.types(f"<@{bot}> ASB3")
    partnership.slack.faults.let_pass("conversations.replies", 1)
    partnership.slack.faults.plan("conversations.replies", Fault.RATE_LIMITED, "30")
    kelly.types("/csp redact ASB3")
    kelly.clicks("Redact")
    partnership.bot.tick()
    assert said_of("blue door", partnership)
    kelly.types("/csp log")
    assert "redaction of ASB3: going through my messages" in kelly.last()

    partnership.bot.tick()  # not before the thirty seconds are over
    assert said_of("blue door", partnership)
    partnership.clock.move_to(partnership.clock.now() + timedelta(seconds=31))
    partnership.bot.tick()
    assert not said_of("blue door", partnership)
    partnership.bot.tick()
    assert "The redaction of ASB3 is complete" in kelly.letters()[-1]
    kelly.types("/csp log")
    assert "redaction of ASB3: complete, 4 messages changed" in kelly.last()
    assert "blue door" not in every_row(partnership)


def every_row(partnership: Partnership) -> str:
    """Every row of every table."""
    with partnership.bot.store.reading(HOME) as records:
        rows = (records.connection.execute(t.select()) for t in metadata.sorted_tables)
        return "\n".join(str(row) for table in rows for row in table)


def said_of(words: str, partnership: Partnership) -> list[str]:
    """What the bot has said for everybody that holds the words."""
    posted = [m for c in partnership.workspace.conversations() for m in c.messages]
    bot = partnership.workspace.bot
    ours = [m for m in posted if m["user"] == bot and "only_for" not in m]
    return [m["text"] for m in ours if words in str(m)]


def test_only_a_coordinator_redacts(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3 amber The corner house")
    helen.types("/csp redact ASB3")
    assert "Only a coordinator" in helen.last()


def test_the_partnerships_own_people_may_be_named(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3 green Kelly Marsh and Grace Okafor chose two sites")
    assert "Saved: ASB3" in helen.last()
    helen.types("/csp update ASB3 green Kelly Marshall chose two sites")
    assert "Not saved yet" in helen.reads()


def test_a_newcomers_name_vouches_for_nobody_until_a_coordinator_has_confirmed_them(
    partnership: Partnership,
) -> None:
    context = partnership.bot.context
    stranger = Caller(HOME, "U0NEW", Role.UNKNOWN)
    members.propose(context, stranger, "DAVSS", "Dean Hartnell")
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3 green Dean Hartnell chose two sites")
    assert "Not saved yet" in helen.reads()
    kelly = members.identify(partnership.bot.store, HOME, "U0KELLY")
    members.decide(context, kelly, "U0NEW", "DAVSS", confirm=True)
    helen.types("/csp update ASB3 green Dean Hartnell chose two sites")
    assert "Saved: ASB3" in helen.last()


def test_several_held_parts_stand_each_on_a_line_of_its_own(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3")
    helen.fills(status="on_track", note=f"{NAMED}. {PHONED}")
    error = helen.submits()["note"]
    assert error.count("\n• “") == 2
