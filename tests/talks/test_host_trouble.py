"""A database that is locked, full or only to be read: one plain sentence, and nothing is lost."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import pytest

from bot.core.access import HOME
from bot.schedule import _guarded
from tests.host_trouble import WORDS, trouble
from tests.partnership import Partnership

KINDS = list(WORDS)
NOTE = "Reviews are late. " * 100
"""Long, so that it needs room in the file."""


@pytest.fixture
def in_trouble(
    partnership: Partnership, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Partnership]:
    """A partnership in trouble from now on; what fits into the last free pages is written."""
    partnership.person("U0HELEN").types("/csp update ASB3 green Two cameras are up")
    with trouble(request.param, partnership.bot.store._engine, monkeypatch):
        helen = partnership.person("U0HELEN")
        for number in range(40):
            helen.types(f"/csp update ASB3 amber {number} {NOTE}")
            if WORDS[request.param] in helen.last():
                break
        yield partnership


def confirmed(csp: Partnership) -> list[str]:
    """The notes of which Helen was told that they are saved."""
    told = [m["text"] for m in csp.person("U0HELEN").sees() if "Saved: ASB3" in m["text"]]
    return [text.split("\n")[2][:20] for text in told]


def recorded(csp: Partnership) -> list[str]:
    with csp.bot.store.reading(HOME) as records:
        return [update.note[:20] for update in records.plans.record() if update.ref == "ASB3"]


@pytest.mark.parametrize(("in_trouble", "words"), WORDS.items(), indirect=["in_trouble"])
def test_it_is_said_in_one_sentence_and_what_was_confirmed_is_there(
    in_trouble: Partnership, words: str
) -> None:
    helen = in_trouble.person("U0HELEN")
    assert helen.last().startswith(words)
    assert "not confirmed" in helen.last()
    assert not re.search(r"reference [0-9A-F]{6}|Traceback|sqlite", helen.last())
    assert [note.strip() for note in recorded(in_trouble)] == [
        n.strip() for n in confirmed(in_trouble)
    ]


@pytest.mark.parametrize("in_trouble", KINDS, indirect=True)
def test_questions_are_answered_all_the_same(in_trouble: Partnership) -> None:
    anne = in_trouble.person("U0CLLR")
    anne.types("/csp who leads ASB3")
    assert "Sevenoaks District Council" in anne.last()


@pytest.mark.parametrize(("in_trouble", "words"), WORDS.items(), indirect=["in_trouble"])
def test_a_direct_message_is_answered_with_the_same_sentence(
    in_trouble: Partnership, words: str
) -> None:
    helen = in_trouble.person("U0HELEN")
    helen.writes_to_the_bot(f"update ASB4 amber {NOTE}")
    assert helen.letters()[-1].startswith(words)


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_stays_open_with_what_was_typed_and_is_sent_again(
    partnership: Partnership, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    helen = partnership.person("U0HELEN")
    with trouble(kind, partnership.bot.store._engine, monkeypatch):
        for number in range(40):
            helen.types("/csp update ASB3")
            helen.fills(status="on_track", note=f"{number} {NOTE}")
            helen.submits()
            if WORDS[kind] in helen.reads():
                break
    assert WORDS[kind] in helen.reads()
    before = len(recorded(partnership))
    helen.views.pop()  # the sentence is closed; the form lies beneath it
    assert helen.values()["note"]["note"]["value"].startswith(str(number))
    assert helen.submits() == {}
    assert "Saved: ASB3" in helen.reads()
    assert len(recorded(partnership)) == before + 1


@pytest.mark.parametrize("in_trouble", KINDS, indirect=True)
def test_the_clock_goes_on_and_writes_one_line_without_a_traceback(
    in_trouble: Partnership, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        _guarded(in_trouble.bot.tick)
    assert not [record for record in caplog.records if record.exc_info]
