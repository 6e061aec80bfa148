"""Updates as people type them: what is meant as one is saved, or it is said that nothing was."""

from __future__ import annotations

import pytest

from bot.core.access import HOME
from bot.core.plan import Update
from tests.partnership import Partnership


def _record(partnership: Partnership) -> tuple[Update, ...]:
    with partnership.bot.store.reading(HOME) as records:
        return records.plans.record()


def _one(partnership: Partnership) -> tuple[str, str, str]:
    (update,) = _record(partnership)
    return update.ref, str(update.status), update.note


SPACES = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "status", "note"),
    [
        ("update ASB3 amber Two reviews are late".replace(" ", SPACES, 3), "at_risk", ""),
        ("update\nASB3 amber Two reviews are late", "at_risk", "Two reviews are late"),
        ("update\tASB3\tamber\tTwo reviews are late", "at_risk", "Two reviews are late"),
        ("update “ASB3” “green” “Cameras are up”", "on_track", "Cameras are up"),
        ("update 'ASB3' amber 'A fault'", "at_risk", "A fault"),
        ("update ASB—3 amber A fault", "at_risk", "A fault"),
        ("update ASB\u22123 amber A fault", "at_risk", "A fault"),
        ("update *ASB3* amber A fault", "at_risk", "A fault"),
        ("update `ASB3` amber A fault", "at_risk", "A fault"),
        ("updtae ASB3 green Cameras are up", "on_track", "Cameras are up"),
        ("ASB3 green Cameras are up", "on_track", "Cameras are up"),
        ("update action ASB3 amber A fault", "at_risk", "A fault"),
        ("update ASB3 green -12% on last year", "on_track", "-12% on last year"),
        ("update ASB3 green :camera: Cameras are up", "on_track", ":camera: Cameras are up"),
        ("update ASB3 - green - Cameras are up", "on_track", "Cameras are up"),
        ("update ASB3: green: Cameras are up", "on_track", "Cameras are up"),
        ("update ASB3 to green now the cameras are up", "on_track", "now the cameras are up"),
        ("mark ASB3 as complete - all sites are done", "complete", "all sites are done"),
        ("pls updte asb 3 to amber - two reviews late", "at_risk", "two reviews late"),
    ],
)
def test_a_command_in_any_shape_is_saved_to_the_letter(
    partnership: Partnership, typed: str, status: str, note: str
) -> None:
    partnership.person("U0HELEN").types(f"/csp {typed}")
    assert _one(partnership) == ("ASB3", status, note or "Two reviews are late")


@pytest.mark.parametrize(
    "typed",
    [
        "<@U0BOT>: update DA1 green 38 clients",
        "<@U0BOT> please update DA1 green 38 clients",
        "<@U0BOT> DA1 is now green, 38 clients",
    ],
)
def test_a_mention_in_any_shape_is_saved(partnership: Partnership, typed: str) -> None:
    partnership.person("U0GRACE").types(typed)
    assert _one(partnership) == ("DA1", "on_track", "38 clients")


@pytest.mark.parametrize(
    "typed",
    [
        "@partnership-bot update DA1 green 38 clients",
        "csp update DA1 green 38 clients",
        "*update DA1 green 38 clients*",
        "DA1 - green - 38 clients",
        "Hi, could you please update DA1 to green: 38 clients",
        "• DA1 → :large_green_circle: 38 clients",
    ],
)
def test_a_direct_message_in_any_shape_is_saved(partnership: Partnership, typed: str) -> None:
    partnership.person("U0GRACE").writes_to_the_bot(typed)
    assert _one(partnership) == ("DA1", "on_track", "38 clients")


@pytest.mark.parametrize(
    "note",
    [
        "delivered 30 of 60 sessions",
        "closed two of five sites",
        "amber to green",
        "a camera is broken",
        "delayed by the supplier",
    ],
)
def test_a_sentence_that_begins_like_a_status_waits_in_the_form(
    partnership: Partnership, note: str
) -> None:
    helen = partnership.person("U0HELEN")
    helen.types(f"/csp update ASB3 {note}")
    assert helen.last().startswith("Nothing was saved.")
    assert _record(partnership) == ()
    helen.clicks("Open the form for ASB3")
    assert helen.values()["note"]["note"]["value"] == note
    helen.fills(status="at_risk")
    assert helen.submits() == {}
    assert _one(partnership) == ("ASB3", "at_risk", note)


def test_what_is_only_incomplete_waits_in_the_form_also_without_a_command(
    partnership: Partnership,
) -> None:
    grace = partnership.person("U0GRACE")
    grace.writes_to_the_bot("update DA1 amber")
    assert grace.letters()[-1].startswith("Nothing was saved.")
    grace.clicks("Open the form for DA1", channel=f"D{grace.id[1:]}")
    grace.fills(note="38 clients")
    assert grace.submits() == {}
    assert _one(partnership) == ("DA1", "at_risk", "38 clients")


def test_off_track_is_reported_in_one_line_with_because_and_we_will(
    partnership: Partnership,
) -> None:
    helen = partnership.person("U0HELEN")
    note = "because the supplier left. We will re-tender in June"
    helen.types(f"/csp update ASB4 red {note}")
    (update,) = _record(partnership)
    assert (update.note, update.reason) == (note, "the supplier left")
    assert update.corrective_action == "We will re-tender in June"
    assert "Saved: ASB4" in helen.last()


def test_several_lines_are_shown_together_and_saved_together(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3 green Cameras are up\nASB4 amber Late\n- ASB5: green All in")
    assert "Nothing was saved yet" in helen.last()
    assert _record(partnership) == ()
    helen.clicks("Save all")
    assert [(u.ref, u.note) for u in _record(partnership)] == [
        ("ASB3", "Cameras are up"),
        ("ASB4", "Late"),
        ("ASB5", "All in"),
    ]
    assert "Saved 3 updates." in helen.last()
    helen.clicks("Undo")
    assert "Taken back" in helen.last()


def test_each_of_several_lines_has_its_outcome(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types(
        "/csp update ASB3 green Cameras are up\nOCG1 green All in place\nASB4 closed two of five"
    )
    said = helen.last()
    assert "Only the agency that leads" in said
    assert "not which status it has now" in said
    helen.clicks("Save 1 of 3")
    assert _one(partnership) == ("ASB3", "on_track", "Cameras are up")


def test_only_who_typed_several_updates_may_save_them_and_only_once(
    partnership: Partnership,
) -> None:
    helen, kelly = partnership.person("U0HELEN"), partnership.person("U0KELLY")
    helen.types("<@U0BOT> ASB3 green Cameras are up\nASB4 amber Late start")
    root = next(m for m in helen.sees() if "ASB3" in m["text"])
    shown = partnership.workspace.visible(
        partnership.workspace.channel(helen.place), helen.id, root["ts"]
    )[-1]
    kelly.clicks("Save all", message=shown)
    assert _record(partnership) == ()
    helen.clicks("Save all", message=shown)
    helen.clicks("Save all", message=shown)
    assert len(_record(partnership)) == 2


@pytest.mark.parametrize("door", ["/csp {}", "<@U0BOT> {}"])
@pytest.mark.parametrize(
    "question",
    [
        "is ASB3 green?",
        "which are red",
        "ASB3 amber?",
        "update me on ASB3",
        "any update on ASB3",
        "when was ASB3 last updated",
        "update on ASB3 please",
        "what is the latest update on ASB3",
        "has ASB3 gone green",
        "ASB3",
    ],
)
def test_a_question_stays_a_question(partnership: Partnership, door: str, question: str) -> None:
    cllr = partnership.person("U0CLLR")
    cllr.types(door.format(question))
    said = " ".join(m["text"] for m in cllr.sees())
    assert "Nothing was saved" not in said
    assert cllr.views == []
    assert _record(partnership) == ()


def test_who_may_not_report_is_told_that_nothing_was_saved(partnership: Partnership) -> None:
    cllr = partnership.person("U0CLLR")
    cllr.writes_to_the_bot("ASB3 is now green, cameras up")
    assert cllr.letters()[-1].startswith("Nothing was saved. ")
    assert _record(partnership) == ()


@pytest.mark.parametrize(
    ("typed", "lacking"),
    [
        ("update ASB3 red", "Off track needs a reason and a corrective action."),
        ("update ASB3 green", "What has happened?"),
        ("update ASB3", "How does it stand, and what has happened?"),
    ],
)
def test_where_no_form_opens_it_is_said_what_is_lacking(
    partnership: Partnership, typed: str, lacking: str
) -> None:
    helen = partnership.person("U0HELEN")
    helen.writes_to_the_bot(typed)
    assert lacking in helen.letters()[-1]


DOORS = ("/csp {}", "<@U0BOT> {}", "dm {}")


def _says(partnership: Partnership, door: str, typed: str) -> str:
    """What Helen reads when she types something at a door."""
    helen = partnership.person("U0HELEN")
    if door.startswith("dm"):
        helen.writes_to_the_bot(typed)
        return helen.letters()[-1]
    helen.types(door.format(typed))
    root = next((m["ts"] for m in helen.sees() if m["user"] == helen.id), "")
    return " ".join([*helen.thread(root), helen.last()] if root else [helen.last()])


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    "typed", ["complete: ASB4. All cards are out", "We're done with ASB4 - All cards are out",
              "ASB4 complte: All cards are out", "✅ ASB4, All cards are out"],
)  # fmt: skip
def test_at_every_door_a_status_may_stand_first_or_be_misspelt(
    partnership: Partnership, door: str, typed: str
) -> None:
    _says(partnership, door, typed)
    assert _one(partnership) == ("ASB4", "complete", "All cards are out")


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("ASB4 green amber - All cards are out", "which status it has now"),
        ("ZZ4 complete - All cards are out", "ZZ4"),
        ("on track - everything is going fine", "which action"),
        ("ASB4 halfway through the cards", "ASB4"),
        ("ASB4 waiting for the printer's men", "nothing was saved"),
    ],
)
def test_at_every_door_it_is_said_that_nothing_was_saved(
    partnership: Partnership, door: str, typed: str, why: str
) -> None:
    said = _says(partnership, door, typed)
    assert "nothing was saved" in said.lower()
    assert why.lower() in said.lower()
    assert _record(partnership) == ()


@pytest.mark.parametrize(
    "typed",
    [
        "delivered 12 of the 24 visits on SUB5",
        "we held three sessions for ASB4 in the town",
        "ASB4 three sessions were held in the town",
    ],
)
def test_a_report_without_a_status_is_told_how_to_send_it(
    partnership: Partnership, typed: str
) -> None:
    helen = partnership.person("U0HELEN")
    helen.writes_to_the_bot(typed)
    assert "nothing was saved" in helen.letters()[-1].lower()
    assert _record(partnership) == ()
