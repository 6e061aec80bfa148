"""One text, one guard, every door: what is held at one is held at all, and stands nowhere.

A phone number with signs nobody sees within it, and a link that holds a name, are brought to each
door by which words come in; a figure so small that it points at somebody to each for figures.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

import pytest

from bot.core.access import HOME, Caller
from bot.core.errors import Refused
from bot.core.quarters import Quarter
from bot.core.unseen import without_unseen
from bot.services import drafting, learning, members, plans, proposals, sign_off
from bot.store.tables import metadata
from tests.files.conftest import workbook
from tests.partnership import CHANNEL, Partnership
from tests.talks.test_plan_files import presses

TEXTS = {
    "Ring 077\u202c00 900\u200b618 first": "900618",
    "As in https://news.example/2018/Zebedee-Quillfeather-charged": "Quillfeather",
}
Door = Callable[[Partnership, str], None]


def kelly(csp: Partnership) -> Caller:
    return members.identify(csp.bot.store, HOME, "U0KELLY")


def one_line(csp: Partnership, text: str) -> None:
    csp.person("U0HELEN").types(f"/csp update ASB3 amber {text}")


def two_lines(csp: Partnership, text: str) -> None:
    csp.person("U0HELEN").types(f"/csp update ASB3 amber {text}\nASB4 green All is well")


def direct_message(csp: Partnership, text: str) -> None:
    csp.person("U0HELEN").writes_to_the_bot(f"update ASB3 amber {text}")


def mention(csp: Partnership, text: str) -> None:
    csp.person("U0HELEN").types(f"<@{csp.workspace.bot}> update ASB3 amber {text}")


def form_field(name: str) -> Door:
    def fill(csp: Partnership, text: str) -> None:
        helen = csp.person("U0HELEN")
        helen.types("/csp update ASB3")
        helen.fills(**{"status": "off_track", "note": "Late", name: text})
        helen.submits()
        helen.closes()  # after which it is no draft either

    return fill


def shortcut(csp: Partnership, text: str) -> None:
    helen = csp.person("U0HELEN")
    helen.types(text)
    message = csp.workspace.channel(CHANNEL).messages[-1]
    csp.acts.shortcut("U0HELEN", "save_as_update", CHANNEL, message["ts"])
    helen.closes()


def edit_field(name: str, ref: str = "ASB3") -> Door:
    def fill(csp: Partnership, text: str) -> None:
        person = csp.person("U0KELLY")
        person.types(f"/csp edit {ref}")
        person.fills(**{"text": "Put three cameras up", "why": "Agreed", name: text})
        person.submits()

    return fill


def proposed(csp: Partnership, text: str) -> None:
    grace = members.identify(csp.bot.store, HOME, "U0GRACE")
    proposals.propose(csp.bot.context, grace, "DA1", due="1 December 2018", why=text)


def setting(name: str) -> Door:
    def fill(csp: Partnership, text: str) -> None:
        person = csp.person("U0KELLY")
        person.types("/csp settings")
        person.fills(**{name: text})
        person.submits()

    return fill


def file_with(name: str, content: str) -> Door:
    def store(csp: Partnership, text: str) -> None:
        context = csp.bot.context
        read = plans.preview(context, HOME, content.replace("TEXT", text).encode(), name)
        plans.apply(context, kelly(csp), read)

    return store


def dropped_file(csp: Partnership, text: str) -> None:
    content = f'date,ref,agency,status,note\n2018-05-14,ASB3,SDC,On track,"{text}"\n'
    csp.drops("U0KELLY", "history.csv", content.encode())
    presses(csp, "U0KELLY", "Store")


def chosen_heading(csp: Partnership, text: str) -> None:
    context = csp.bot.context
    content = f"Ref,Priority,{text},Lead\nA1,Burglary,Leaflets to every home,Kent Police\n"
    wishes = plans.Wishes({text: "action"})
    read = plans.preview(context, HOME, content.encode(), "plan.csv", wishes=wishes)
    plans.apply(context, kelly(csp), read)


def comment(ref: str) -> Door:
    def write(csp: Partnership, text: str) -> None:
        sign_off.comment(csp.bot.context, kelly(csp), Quarter(2018, 1), {ref: text})

    return write


def attested(csp: Partnership, text: str) -> None:
    sign_off.attest(csp.bot.context, kelly(csp), Quarter(2018, 1), "SDC", source=text)


def taught_word(csp: Partnership, text: str) -> None:
    learning.teach(csp.bot.context, kelly(csp), text, "Substance Misuse")


def unplaced_question(csp: Partnership, text: str) -> None:
    learning.keep_unplaced(csp.bot.context, kelly(csp), text)


def closed_draft(csp: Partnership, text: str) -> None:
    typed = {"status": "on_track", "note": text, "evidence": text}
    drafting.keep_draft(csp.bot.context, kelly(csp), "ASB3", typed)


PLAN = "Ref,Priority,Action,Lead,By when,Risks\n"
DOORS: dict[str, Door] = {
    "command": one_line,
    "several updates at once": two_lines,
    "direct message": direct_message,
    "mention": mention,
    "form, note": form_field("note"),
    "form, reason": form_field("reason"),
    "form, corrective action": form_field("corrective_action"),
    "shortcut": shortcut,
    "edit, wording": edit_field("text"),
    "edit, lead": edit_field("leads"),
    "edit, date": edit_field("timescale"),
    "edit, why it is corrected": edit_field("why"),
    "plan, name of a priority": file_with(
        "plan.csv", f'{PLAN}A1,"TEXT",Leaflets,Kent Police,June 2018,None\n'
    ),
    "plan, action": file_with("plan.csv", f'{PLAN}A1,Burglary,"TEXT",Kent Police,June 2018,None\n'),
    "plan, further column": file_with(
        "plan.csv", f'{PLAN}A1,Burglary,Leaflets,Kent Police,June 2018,"TEXT"\n'
    ),
    "history": file_with(
        "history.csv",
        'date,ref,agency,status,note\n2018-05-14,ASB3,SDC,On track,"TEXT"\n',
    ),
    "return": file_with("return.csv", 'Ref,Status,Progress\nASB3,Green,"TEXT"\n'),
    "file in a direct message": dropped_file,
    "heading that was chosen": chosen_heading,
    "sign-off, comment on top": comment(""),
    "sign-off, comment on an action": comment("ASB3"),
    "sign-off, how word was given": attested,
    "taught word": taught_word,
    "settings, a status's word": setting("word:on_track"),
    "settings, whose report papers are": setting("report_of"),
    "question nobody could place": unplaced_question,
    "draft": closed_draft,
}


def stored(csp: Partnership) -> str:
    """Every row of every table, as it is seen."""
    with csp.bot.store.reading(HOME) as records:
        rows = (records.connection.execute(t.select()) for t in metadata.sorted_tables)
        return without_unseen("\n".join(str(tuple(row)) for table in rows for row in table))


def written(csp: Partnership) -> str:
    """Everything the bot wrote, as it is seen."""
    ours = [
        message
        for channel in csp.workspace.conversations()
        for message in channel.messages
        if message["user"] == csp.workspace.bot
    ]
    return without_unseen(str(ours))


def brought(csp: Partnership, door: str, text: str) -> str:
    """Bring a text to a door; what is refused there."""
    try:
        DOORS[door](csp, text)
    except Refused as refused:
        return without_unseen(str(refused))
    return ""


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("door", DOORS)
def test_what_is_held_at_one_door_is_held_at_every_one(
    partnership: Partnership, door: str, text: str
) -> None:
    refusal = brought(partnership, door, text)
    assert TEXTS[text] not in refusal
    assert TEXTS[text] not in stored(partnership)
    assert TEXTS[text] not in written(partnership)


def test_a_list_of_agencies_brings_names_of_officers_and_no_number(
    partnership: Partnership,
) -> None:
    content = 'code,name,aliases\nSDC,Sevenoaks District Council,"TEXT"\nZQ,"TEXT"\n'
    for text, mark in TEXTS.items():
        file_with("agencies.csv", content)(partnership, text)
        assert (mark in stored(partnership)) == (mark == "Quillfeather")


@pytest.mark.parametrize("door", DOORS)
def test_words_about_nobody_come_in_at_every_door(partnership: Partnership, door: str) -> None:
    """So that the test above cannot pass because a door is shut."""
    harmless = {
        "edit, lead": "Kent Police",
        "edit, date": "31 October 2018",
        "taught word": "needles",
        "heading that was chosen": "What is done",
        "settings, a status's word": "Going well",
    }
    text = harmless.get(door, "Leaflets went to every home")
    before = stored(partnership)
    DOORS[door](partnership, text)
    if door == "shortcut":  # the form is open; it was closed, and that is a draft
        text = "Leaflets"
    assert text.lower() in stored(partnership).lower().replace(before.lower(), "")


FEW = ("2", "2.0", "+2", "\u00a32", "2%")


def figure_in_form(csp: Partnership, figure: str) -> None:
    grace = csp.person("U0GRACE")
    grace.types("/csp update DA1")
    grace.fills(**{"status": "on_track", "note": "The work goes on", "reading:DA1/1": figure})
    grace.submits()
    grace.closes()


def quarters_column(csp: Partnership, figure: str) -> None:
    under = ["RAG", "Update", "Figure"]
    rows = [
        [*[""] * 6, "Q1 2018-19", "", "", "Q2 2018-19", "", ""],
        ["Ref", "Priority", "Action", "Lead", "By when", "Measure", *under, *under],
        ["DA1", "Domestic Abuse", "Support", "DAVSS", "May 2018", "Clients", "G", "On", figure],
    ]
    content = workbook(("Plan", rows), merged=["G1:I1", "J1:L1"])
    read = plans.preview(csp.bot.context, HOME, content, "plan.xlsx")
    plans.apply(csp.bot.context, kelly(csp), read)


FIGURES: dict[str, Door] = {
    "form": figure_in_form,
    "history": file_with(
        "history.csv",
        'date,ref,agency,status,note,reading\n2018-05-14,DA1,DAVSS,On track,Goes on,"TEXT"\n',
    ),
    "return": file_with("return.csv", 'Ref,Status,Progress,Reading\nDA1,Green,Goes on,"TEXT"\n'),
    "plan, quarter's column": quarters_column,
}


def figures(csp: Partnership) -> list[float]:
    """Every figure that is stored, of DA1."""
    with csp.bot.store.reading(HOME) as records:
        updates = [u for u in records.plans.record() if u.ref == "DA1"]
    return [reading.value for update in updates for reading in update.readings]


@pytest.mark.parametrize("figure", FEW)
@pytest.mark.parametrize("door", FIGURES)
def test_a_count_of_so_few_in_a_sensitive_priority_is_held_at_every_door(
    partnership: Partnership, door: str, figure: str
) -> None:
    FIGURES[door](partnership, figure)
    assert figures(partnership) == []
    with partnership.bot.store.reading(HOME) as records:
        assert "reading" not in str(records.drafts.find("U0GRACE", "DA1 in 2018-19"))


@pytest.mark.parametrize("figure", FEW)
def test_nor_is_it_kept_in_a_column_beside_the_plan(partnership: Partnership, figure: str) -> None:
    plan = (
        "Ref,Priority,Action,Lead,By when,Cases\nDA1,Domestic Abuse,Support,DAVSS,May 2018,TEXT\n"
    )
    file_with("plan.csv", plan)(partnership, figure)
    assert f"'{figure}'" not in stored(partnership)
    assert "[held back]" in stored(partnership)


@pytest.mark.parametrize("door", FIGURES)
def test_other_figures_come_in_at_every_door(partnership: Partnership, door: str) -> None:
    FIGURES[door](partnership, "38")
    assert figures(partnership) == [38.0]


ABOUT_FEW = "Two residents came"
"""Nothing in it says what it is about: its priority does."""
IN_A_SENSITIVE_PRIORITY: dict[str, Door] = {
    "command": lambda csp, text: csp.person("U0GRACE").types(f"/csp update DA1 amber {text}"),
    "edit, wording": edit_field("text", "DA1"),
    "edit, why it is corrected": edit_field("why", "DA1"),
    "proposal, why": proposed,
    "sign-off, comment on an action": comment("DA1"),
    "plan, action": file_with("plan.csv", f'{PLAN}D1,Domestic Abuse,"TEXT",SDC,June 2018,None\n'),
    "plan, further column": file_with(
        "plan.csv", f'{PLAN}D1,Domestic Abuse,Leaflets,SDC,June 2018,"TEXT"\n'
    ),
    "plan, measure": file_with(
        "plan.csv",
        f'{PLAN.strip()},Measure\nD1,Domestic Abuse,Leaflets,SDC,June 2018,None,"TEXT"\n',
    ),
}


@pytest.mark.parametrize("door", IN_A_SENSITIVE_PRIORITY)
def test_a_handful_of_people_is_held_where_the_priority_is_sensitive(
    partnership: Partnership, door: str
) -> None:
    with suppress(Refused):
        IN_A_SENSITIVE_PRIORITY[door](partnership, ABOUT_FEW)
    assert ABOUT_FEW not in stored(partnership)
    IN_A_SENSITIVE_PRIORITY[door](partnership, "Nine residents came")
    assert "Nine residents came" in stored(partnership)


BASELINE = "Ref,Priority,Action,Lead,By when,Measure,Baseline,Target\nD1,{},Support,SDC,Q4,{}\n"


@pytest.mark.parametrize(
    ("priority", "figures", "stays"),
    [
        ("Domestic Abuse", "Repeat victims,3,0", (None, 0.0)),
        ("Domestic Abuse", "Repeat victims,13,9", (13.0, 9.0)),
        ("Domestic Abuse", "Sessions held,9,4", (9.0, 4.0)),  # a target counts nobody yet
        ("Burglary", "Homes visited,3,4", (3.0, 4.0)),
    ],
)
def test_a_baseline_is_held_as_a_reading_is(
    partnership: Partnership, priority: str, figures: str, stays: tuple[float | None, float]
) -> None:
    read = plans.preview(
        partnership.bot.context, HOME, BASELINE.format(priority, figures).encode(), "plan.csv"
    )
    assert read.plan is not None
    measure = read.plan.actions[0].measures[0]
    assert (measure.baseline, measure.target) == stays
    assert ("small_number" in {p.code for p in read.problems}) == (stays[0] is None)


def test_whoever_imports_may_confirm_that_a_small_figure_is_about_nobody(
    partnership: Partnership,
) -> None:
    context = partnership.bot.context
    content = b"date,ref,agency,status,note,reading\n2018-05-14,DA1,DAVSS,On track,Goes on,2\n"
    read = plans.preview(context, HOME, content, "history.csv", not_personal=True)
    plans.apply(context, kelly(partnership), read)
    assert figures(partnership) == [2.0]


def test_a_fingerprint_of_what_was_asked_about_cannot_be_guessed(
    partnership: Partnership, tmp_path: Any
) -> None:
    """The form carries it through Slack; each database has a secret of its own."""

    def asked(csp: Partnership) -> str:
        helen = csp.person("U0HELEN")
        helen.types("/csp update ASB3")
        helen.fills(status="on_track", note="Spoke with Dean Hartnell about the damage")
        helen.submits()
        return str(helen.view["private_metadata"])

    second = Partnership(f"sqlite:///{tmp_path / 'second.sqlite3'}", date(2018, 5, 14))
    try:
        assert "asked" in asked(partnership)
        assert asked(partnership) == asked(partnership)
        assert asked(partnership) != asked(second)
    finally:
        second.close()
