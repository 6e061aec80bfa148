"""A word that does what only persons do is somebody's name; a home may move."""

from __future__ import annotations

import pytest

from bot.disclosure.check import check


@pytest.mark.parametrize("name", ["Chunk", "Tinhead", "Bones", "Trainers"])
@pytest.mark.parametrize(
    "told",
    [
        "{} was arrested again for shoplifting.",
        "{} from the flats is on bail.",
        "We hear {} fell out with the others.",
        "The younger lad was jumped by {}.",
        "He says he owes {} money.",
        "Seen in a car with {} at the weekend.",
        "{}'s mum has not seen him.",
    ],
)
def test_whatever_word_somebody_goes_by_is_held(name: str, told: str) -> None:
    assert name in {part.text for part in check(told.format(name))}


@pytest.mark.parametrize(
    "subject", ["Male", "Driver", "Nobody", "Another", "Staff", "Moped", "Tenant", "Accomplice"]
)
@pytest.mark.parametrize("told", ["{} was arrested.", "Later {} got lifted.", "Seen with {}."])
def test_whoever_has_no_name_is_not_called_by_one(subject: str, told: str) -> None:
    assert not check(told.format(subject))


@pytest.mark.parametrize(
    ("held", "passed"),
    [
        ("The girls stay on narrowboat Kestrel's Rest, moored below lock 9.", "Boats at lock 9."),
        ("The caravan behind the Plough is where he sleeps.", "The caravan by the Plough burnt."),
        ("Static no. 44 at Sandy Bay was searched.", "Statics at Sandy Bay were searched."),
        ("The Price family have had a warning.", "The Price review has had a warning."),
        ("Posts as hill_menace.", "The file is hill_menace.docx."),
        ("Interviewed suspect PETROV about tyres.", "Interviewed NACRO about tyres."),
    ],
)
def test_homes_that_move_and_names_as_forms_write_them(held: str, passed: str) -> None:
    assert check(held)
    assert not check(passed)


@pytest.mark.parametrize(
    "told",
    [
        "Whitbread refused planning for the shutters.",
        "Our C.P.O. on Mill Lane has left.",
        "The D.I.Y. in King Street has closed early.",
        "12 council bungalows and 6 playing fields were checked.",
        "Jack Russell microchipping: 34 dogs done.",
    ],
)
def test_what_only_looks_like_somebody_or_a_home_passes(told: str) -> None:
    assert not check(told)
