"""An agency keeps the name its file gives; what looks like another is asked about, not joined."""

from __future__ import annotations

import pytest

from bot.core.plan import Plan
from bot.files.codes import code_for
from bot.files.imported import Imported
from bot.files.previewing import preview_words
from bot.files.whose_return import agencies_told
from bot.sample import sample_plan
from bot.sample.loading import load_sample
from bot.services import plans
from bot.services.context import Context

HEAD = "Ref,Priority,Action,Lead,Partners,Timescale\n"
LIST = "Code,Name,Aliases\nNCC,Northshire County Council,{}\nNP,Northshire Police,\n"


def _plan(*leads: str) -> bytes:
    rows = (f"A{n},Safety,Hold talk {n},{lead},,Ongoing\n" for n, lead in enumerate(leads, 1))
    return f"Action plan 2018-19\n\n{HEAD}{''.join(rows)}".encode()


def _read(context: Context, content: bytes) -> Imported:
    return plans.preview(context, context.home, content, "plan.csv")


def _store(context: Context, content: bytes) -> None:
    plans.apply(context, plans.host(context), _read(context, content))


def _held(context: Context) -> Plan:
    with context.store.reading(context.home) as records:
        return records.plans.plan(context.today())


@pytest.mark.parametrize("after_the_sample", [False, True])
def test_plain_names_stay_as_they_are_written(context: Context, after_the_sample: bool) -> None:
    if after_the_sample:
        load_sample(context, context.home)
    names = ["Police", "The Council", "CCG", "Probation"]
    effect = _read(context, _plan(*names)).effect
    assert ("It takes the place of the sample plan." in effect) == after_the_sample
    _store(context, _plan(*names))
    plan = _held(context)
    assert [plan.called(code) for action in plan.actions for code in action.leads] == names
    assert sorted(agency.name for agency in plan.agencies) == sorted(names)


def test_a_name_that_looks_like_a_listed_one_is_asked_about_and_joined_when_the_list_says_so(
    context: Context,
) -> None:
    _store(context, LIST.format("").encode())
    content = _plan("The Council", "Northshire Police")
    words = preview_words(_read(context, content))
    assert "'The Council': is this Northshire County Council (NCC)?" in words
    assert "'Northshire Police'" not in words
    _store(context, content)
    assert _held(context).called(_held(context).actions[0].leads[0]) == "The Council"
    _store(context, LIST.format("The Council").encode())
    assert _held(context).actions[0].leads == ("NCC",)
    assert not _read(context, content).proposals


@pytest.mark.parametrize(
    ("names", "asked"),
    [
        (["Sevenoaks District Council", "SDC Environmental"], "'SDC Environmental': is this Seven"),
        (["Schools and colleges", "Schools"], "'Schools': is this Schools and colleges"),
        (["Ashby Town Council", "Ford Town Council", "Council"], "Ashby Town Council"),
        (["West Mind", "East Mind"], ""),
        (["Kent Police", "Kent Police and Crime Commissioner"], "'Kent Police': is this"),
        (["Fire Service", "Youth Service"], ""),
    ],
)
def test_only_a_part_of_a_name_or_its_initials_is_asked_about(
    context: Context, names: list[str], asked: str
) -> None:
    proposals = _read(context, _plan(*names)).proposals
    assert asked in " ".join(proposals) if asked else not proposals


def test_every_preview_says_what_storing_would_do(context: Context) -> None:
    first = _read(context, _plan("Police"))
    assert first.effect[0] == "I hold no plan yet. This is the first."
    assert "in force at once" in first.effect[1]
    assert "I hold no plan yet" in _read(context, LIST.format("").encode()).effect[0]
    _store(context, _plan("Police"))
    again = _read(context, _plan("Police", "Fire"))
    version = "It is a new version of the 2018-19 plan in force (1 action, 0 updates)."
    assert again.effect[0] == version
    history = b"Ref,Date,Quarter,Agency,Status,Update\nA1,2018-06-01,Q1 2018-19,Police,green,Done\n"
    joined = "Its updates join the 2018-19 plan in force (1 action, 0 updates)."
    assert _read(context, history).effect[0] == joined
    for read in (first, again):
        assert read.effect[0] in preview_words(read)


def test_a_code_made_from_initials_is_no_word() -> None:
    assert code_for("Wellbeing Help Office", set()) != "WHO"
    assert code_for("Mental Health Trust", set()) == "MHT"


@pytest.mark.parametrize(("listed", "code"), [(False, ""), (True, "TBC")])
def test_a_code_that_is_also_a_way_of_saying_nobody_is_the_listed_agency(
    context: Context, listed: bool, code: str
) -> None:
    if listed:
        _store(context, b"Code,Name,Aliases\nTBC,Trentside Borough Council,\n")
    _store(context, _plan("TBC", "Northshire Police"))
    assert "".join(_held(context).actions[0].leads) == code


def test_two_listed_agencies_that_share_an_alias_stay_two(context: Context) -> None:
    listed = b"Code,Name,Aliases\nICB,Northshire Care Board,nhs\nMHT,Northshire Trust,nhs; mht\n"
    _store(context, listed)
    _store(context, _plan("ICB", "MHT"))
    _store(context, listed)
    assert [action.leads for action in _held(context).actions] == [("ICB",), ("MHT",)]


def test_the_title_of_a_return_names_its_agency_by_the_longest_name_in_it() -> None:
    plan = sample_plan()
    for agency in plan.agencies:
        title = f"{agency.name} quarterly return, Q1 2018-19"
        assert agencies_told([title], plan) == (agency.code,), title


def test_of_two_new_names_one_called_after_the_other_it_is_asked_once(context: Context) -> None:
    content = _plan("NCC", "NCC Housing", "NCC Licensing")
    words = preview_words(_read(context, content))
    assert "'NCC Housing': is this NCC (NCC)?" in words
    assert "'NCC': is this" not in words
    assert "new agencies: NCC, NCC Housing" in words


def test_a_return_of_two_agencies_side_by_side_is_of_both(context: Context) -> None:
    _store(context, _plan("Licensing", "Trading Standards"))
    plan = _held(context)
    both = tuple(code for action in plan.actions for code in action.leads)
    assert agencies_told(["Q2 update from Licensing and Trading Standards"], plan) == both
    assert agencies_told(["Licensing, Trading Standards: return"], plan) == both
    assert len(agencies_told(["Return to the Trading Standards by Licensing"], plan)) == 1


def test_a_council_whose_kind_is_shortened_is_asked_about(context: Context) -> None:
    words = preview_words(_read(context, _plan("Northshire DC", "Northshire District Council")))
    assert "'Northshire DC': is this Northshire District Council" in words


def test_a_list_says_which_agencies_are_responsible_authorities(context: Context) -> None:
    rows = b"Code,Name,Aliases,Responsible authority\nNDC,North Council,,Yes\nNYT,North Youth,,No\n"
    listed = plans.preview(context, context.home, rows, "agencies.csv").agencies
    assert [(a.code, a.responsible) for a in listed] == [("NDC", True), ("NYT", False)]
