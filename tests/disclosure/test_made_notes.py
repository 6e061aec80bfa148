"""Notes made from parts, so that what is true of them is known: who it is, what tells them apart
from others, what befell them, where."""

from __future__ import annotations

from itertools import product

import pytest

from bot.disclosure.check import check

PERSONS = (
    "The client; That lad; Our witness; The tenant; The complainant; This resident; The old boy; "
    "The young woman; That pupil; The suspect; The couple; The grandmother; The student; The "
    "victim"
)
OF_NO_CASE = "The client; The tenant; This resident; The young woman; The student; The couple"
APART = (
    "who walked here from Eritrea; whose van was burnt; from the model shop; on the sailing "
    "course; who got stuck on the cliff; that swam out to the buoy; who used to keep goats; in "
    "the murder trial; who cannot hear; behind the bakery; we moved in spring"
)
BEFELL = (
    "has been refused asylum; is sleeping rough; was spat at; has had a stroke; is in rehab; has "
    "been groomed online; is too frightened to go out; has been evicted; is on dialysis; was "
    "robbed on Friday; is self harming again; has withdrawn the statement; has gone missing"
)
DID = (
    "came to the open day; asked for a leaflet about scams; liked the talk on stalking; filled in "
    "the survey on fire safety; took the course on hate crime; was at the picnic"
)
MERELY_APART = "from the model shop; on the sailing course; from the college; who chairs the panel"
OF_NOBODY = "A client; Any resident; Each tenant; Every pupil; A victim; Any student"
MAY = (
    "who is assaulted can ring the line; who has dementia may need a carer; with asthma must be "
    "asked about damp; in arrears should see the adviser; who is stalked can have an alarm"
)


def made(*parts: str) -> list[str]:
    return [" ".join(row) + "." for row in product(*(part.split("; ") for part in parts))]


def test_who_is_told_apart_from_others_and_what_befell_them_is_held() -> None:
    assert [note for note in made(PERSONS, APART, BEFELL) if not check(note)] == []


@pytest.mark.parametrize(
    "parts", [(PERSONS, DID), (OF_NO_CASE, MERELY_APART, DID), (OF_NOBODY, MAY)]
)
def test_what_they_did_in_public_and_what_anybody_may_do_pass(parts: tuple[str, ...]) -> None:
    assert [note for note in made(*parts) if check(note)] == []


HOMES = (
    "The tall thin house; A caravan; Her flat; The converted chapel; The end cottage; His barge; "
    "The annexe; The old mill; The bungalow; A static; That maisonette"
)
NEAR = (
    "between the bank and the chip shop; behind the doctor's; opposite the bandstand; over the "
    "wool shop; as you come into Fairmead; halfway up Pound Hill; next to the surgery on Elm "
    "Road; by the lock at Denby; beside the chapel; facing the duck pond in Nettlestone"
)
LIVED_IN = (
    "where she lives; has three men sleeping on the floor; is where the children were found; and "
    "mum is not answering; had police called to the husband; and he is hiding there"
)
OF_USE = (
    "is now the youth hub; is for sale; will open as a museum; hosted the charity quiz; is a "
    "void; has been demolished; was refurbished"
)


def test_a_home_by_its_looks_and_what_is_near_is_held() -> None:
    assert [note for note in made(HOMES, NEAR, LIVED_IN) if not check(note)] == []


def test_a_house_that_is_of_use_or_empty_passes() -> None:
    homes = HOMES.replace("Her flat; ", "").replace("His barge; ", "")
    assert [note for note in made(homes, NEAR, OF_USE) if check(note)] == []


SO_FEW = "Two; 3; A couple of; This year four; 2x; So far three"
SO_MANY = "Thirty one; 31; Some 140; A third of; More than sixty; Fewer and fewer"
PERSONS_COUNTED = "girls; women; lads; families; mums; service users; pensioners; Roma men; kids"
FROM = "in Ashcombe; from Tolpuddle; on the Marsh estate; at the hub in Wyke; from one street"
SUFFERED = (
    "have been groomed online; are in refuge; overdosed last week; disclosed abuse; "
    "had children removed; are being exploited; have come forward; were made to carry"
)
COUNTED = (
    "Two women's groups; Three men's sheds; 4 baby boxes; Two suicide prevention walks; "
    "3 family hubs; Two in three victims; One forced marriage unit trainer; 4 refuge bedrooms"
)
OF_WORK = "were funded; are new this year; came to the launch; feature in the report on abuse"


def test_so_few_persons_of_a_place_are_held() -> None:
    notes = made(SO_FEW, PERSONS_COUNTED, FROM, SUFFERED)
    assert [note for note in notes if not check(note)] == []


@pytest.mark.parametrize("parts", [(SO_MANY, PERSONS_COUNTED, FROM, SUFFERED), (COUNTED, OF_WORK)])
def test_many_persons_and_few_things_pass(parts: tuple[str, ...]) -> None:
    assert [note for note in made(*parts) if check(note)] == []


STEPS = (
    "Warrants; A raid; Plain clothes; An unmarked car; Test purchases; The arrests; A sniffer dog"
)
TO_COME = (
    "planned at the car wash on Thursday; next week at the takeaway, keep it quiet; due at the "
    "caravan site on the 9th; set for the two flats on Corve Street, they do not know"
)
SOURCES = (
    "Intel says; Word is; Source says; Crimestoppers call:; The whisper is that; Informant says"
)
OF_OFFENDERS = (
    "the line runs out of the barbers; they have moved the gear to a lock up in Mill Yard; "
    "the phone comes on behind the Plough at 3pm; the guns are under the shed; he is in the loft"
)
OVER = (
    "were held in May; was executed last year; were reported in the annual review; was in the film"
)


@pytest.mark.parametrize("parts", [(STEPS, TO_COME), (SOURCES, OF_OFFENDERS)])
def test_what_is_still_to_come_and_what_a_source_says_are_held(parts: tuple[str, ...]) -> None:
    assert [note for note in made(*parts) if not check(note)] == []


def test_what_is_over_and_public_passes() -> None:
    assert [note for note in made(STEPS, OVER) if check(note)] == []
