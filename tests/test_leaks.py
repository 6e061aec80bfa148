"""Nothing leaks: markers are planted, a whole year is lived, and everything is searched for them.

Three kinds: words the guard held (they may be nowhere), words of a sensitive action (nowhere but in
the database and before those with a right), and secrets (nowhere at all). What people typed into
Slack themselves is theirs and is not searched.
"""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from datetime import date
from zipfile import ZipFile

import pytest

from bot.core.access import HOME
from bot.core.unseen import without_unseen
from bot.logs import QUIET, JsonLines
from bot.services import learning, plans, progress
from bot.services.drafting import kept_draft
from bot.services.members import identify
from tests.partnership import CHANNEL, Partnership

pytestmark = pytest.mark.slow

HELD = {
    "phone": "Call the aunt on 07700 900987",
    "name": "Spoke with Zebedee Quillfeather about the damage to his door",
    "plate": "Seen in a car, reg QX19 ZZB",
    "case": "See crime ref 46/998877/18",
    "unseen": "Ring 077\u202c00 900\u200b654 first",
    "link": "As in https://news.example/2018/Thaddeus-Wimpole-charged?page=2",
}
HELD_MARKS = ("900987", "Quillfeather", "QX19", "998877", "900654", "Wimpole")
SENSITIVE_TEXT = "Xylophone premises were visited"
SENSITIVE_REASON = "Quinquereme of Nineveh"
SENSITIVE_MARKS = ("Xylophone", "Quinquereme", "re-deployable CCTV")
SECRET_MARKS = ("sandbox-signing-secret",)
EVENING = date(2019, 4, 20)


class Logged:
    """Everything that is logged by anybody, as the product writes it."""

    def __init__(self) -> None:
        self.stream = io.StringIO()
        self._handler = logging.StreamHandler(self.stream)
        self._handler.setFormatter(JsonLines())

    def __enter__(self) -> Logged:
        root = logging.getLogger()
        self._level = root.level
        root.addHandler(self._handler)
        root.setLevel(logging.DEBUG)
        for name in QUIET:
            logging.getLogger(name).setLevel(logging.WARNING)
        return self

    def __exit__(self, *_: object) -> None:
        root = logging.getLogger()
        root.removeHandler(self._handler)
        root.setLevel(self._level)

    @property
    def text(self) -> str:
        return self.stream.getvalue()


def plant_held(year: Partnership) -> None:
    """Every door a text can come in by."""
    helen, kelly = year.person("U0HELEN"), year.person("U0KELLY")
    member = identify(year.bot.store, HOME, "U0HELEN")
    for text in HELD.values():
        helen.types(f"/csp update ASB2 amber {text}")
        helen.submits()
        helen.closes()
        helen.writes_to_the_bot(f"update ASB2 amber {text}")
        helen.types(f"<@{year.workspace.bot}> update ASB2 amber {text}")
        helen.types("/csp update ASB2")
        helen.fills(status="off_track", note="Late", reason=text, corrective_action=text)
        helen.submits()
        helen.closes()
        helen.types("/csp update ASB2")
        helen.fills(note=text, reason="Written in a hurry")
        helen.closes()  # unsent: a draft
        assert "hurry" in str(kept_draft(year.bot.context, member, "ASB2 in 2018-19"))
        helen.types(text)
        message = year.workspace.channel(CHANNEL).messages[-1]
        year.acts.shortcut("U0HELEN", "save_as_update", CHANNEL, message["ts"])
        helen.closes()
        kelly.types(f'/csp teach "{text[:50]}" = Substance Misuse')
        learning.keep_unplaced(year.bot.context, plans.host(year.bot.context), text)
        csv = f'date,ref,agency,status,note\n2018-05-15,ASB2,SDC,On track,"{text}"\n'
        read = plans.preview(year.bot.context, HOME, csv.encode(), "history.csv")
        plans.apply(year.bot.context, plans.host(year.bot.context), read)


def plant_sensitive(year: Partnership) -> None:
    """A sensitive action with a full record, asked about by those without a right."""
    year.marks("ASB3 sensitive")
    helen = year.person("U0HELEN")
    helen.types("/csp update ASB3")
    helen.fills(
        status="off_track",
        note=SENSITIVE_TEXT,
        reason=SENSITIVE_REASON,
        corrective_action=SENSITIVE_REASON,
    )
    assert helen.submits() == {}


def fail(year: Partnership, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault whose own words quote what somebody wrote."""

    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError(HELD["phone"] + SENSITIVE_TEXT)

    with monkeypatch.context() as patched:
        patched.setattr(progress, "report_progress", broken)
        helen = year.person("U0HELEN")
        helen.types("/csp update ASB1 green All is well")
        helen.writes_to_the_bot("update ASB1 green All is well")


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Partnership, str]]:
    """The year with everything planted; and its log."""
    folder = tmp_path_factory.mktemp("year")
    year = Partnership(f"sqlite:///{folder / 'year.sqlite3'}", date(2018, 5, 14), folder)
    with Logged() as logged, pytest.MonkeyPatch.context() as monkeypatch:
        plant_held(year)
        plant_sensitive(year)
        fail(year, monkeypatch)
        year.live_until(EVENING)
        year.person("U0CLLR").opens_home()
        for question in ("ASB3", "what is off track", "history ASB3", "latest updates"):
            year.person("U0CLLR").types(f"/csp {question}")
        yield year, logged.text
    year.close()


def said_by_the_bot(year: Partnership, *, but_to: tuple[str, ...] = ()) -> str:
    """Every message and Home of the bot's; without those only the named people see."""
    bot = year.workspace.bot
    private = {year.workspace.dm(user).id for user in but_to}
    messages = [
        message
        for channel in year.workspace.conversations()
        if channel.id not in private
        for message in channel.messages
        if message["user"] == bot and message.get("only_for") not in but_to
    ]
    homes = [view for user, view in year.workspace.homes.items() if user not in but_to]
    return json.dumps([messages, homes], ensure_ascii=False, default=str)


def files(year: Partnership) -> bytes:
    return b"".join(p.read_bytes() for p in sorted(year.folder.rglob("*")) if p.is_file())


def as_seen(content: bytes) -> str:
    """What may be read in it, without the signs nobody sees."""
    return without_unseen(content.decode("utf-8", "ignore"))


@pytest.mark.parametrize("mark", HELD_MARKS)
def test_what_was_held_is_nowhere(lived: tuple[Partnership, str], mark: str) -> None:
    year, logged = lived
    assert mark not in without_unseen(said_by_the_bot(year))
    assert mark not in as_seen(files(year))
    assert mark not in without_unseen(logged)
    with ZipFile(io.BytesIO(plans.export(year.bot.context, HOME))) as workbook:
        assert not [name for name in workbook.namelist() if mark in as_seen(workbook.read(name))]


@pytest.mark.parametrize("mark", SENSITIVE_MARKS)
def test_a_sensitive_action_is_told_to_its_lead_and_coordinators_only(
    lived: tuple[Partnership, str], mark: str
) -> None:
    year, logged = lived
    assert mark not in said_by_the_bot(year, but_to=("U0HELEN", "U0KELLY"))
    assert mark not in logged
    assert mark.encode() in files(year)  # the record itself keeps it: the search can find


@pytest.mark.parametrize("mark", SECRET_MARKS)
def test_a_secret_is_nowhere(lived: tuple[Partnership, str], mark: str) -> None:
    year, logged = lived
    everything = (said_by_the_bot(year), logged, str(files(year)), repr(year.settings))
    assert not [text for text in everything if mark in text]
    assert not [text for text in everything if year.workspace.token in text]


def test_the_year_was_really_lived(lived: tuple[Partnership, str]) -> None:
    year, logged = lived
    posted = " ".join(year.channel())
    assert all(f"Q{number} 2018-19" in posted for number in (1, 2, 3, 4))
    assert '"event": "fault"' in logged
    assert "ASB3" in posted
