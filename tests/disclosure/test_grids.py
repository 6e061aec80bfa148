"""The guard in grids: names, places and numbers of every kind in sentences of every kind.

Everything here is invented: telephone numbers are of Ofcom's drama ranges, NHS numbers of the test
range.
"""

from __future__ import annotations

from itertools import product

import pytest

from bot.areas import load_area
from bot.disclosure.check import KnownNames, check

NAMES = (
    "Amara Nwosu; Kwabena Mensah; Hodan Farah; Gurpreet Dhillon; Ayesha Siddiqui; Piotr Zielinski; "
    "Ionut Popescu; Viktor Kovalenko; Wei Zhang; Nguyen Van Hung; Yusuf Demir; Omar al-Rashid; "
    "João Silva; Rhys ap Gwilym; Siobhan O'Rourke; Morag MacLeod; Paddy Loveridge; Grace Hope; "
    "Savannah Cooper-Smith; Kayleigh Marsh; Gary Woods; Tracey Fields; Frank King; Dawn French; "
    "Joy Banks; Bill Bridges; T. Ogunleye; R J Whitcombe; Mrs Adebayo; Miss Harkness"
)
TOLD = (
    "{} has been served with a warning letter.; Spoke to {} about the parties.; {} was arrested.; "
    "Visited {} at home, no reply.; Tenant {} is in arrears.; The victim, {}, wants to stay put.; "
    "Letter sent to {} on 4 June.; We think {} is dealing from the flat.; Suspect is {}.; "
    "Perpetrator named as {}.; {} (14) keeps going missing.; Referred {} to early help.; "
    "{} told us he owes money.; No engagement from {} this month.; Support plan in place for {}.; "
    "{} - repeat victim, panel to review.; Youth worker is seeing {} weekly.; {} has relapsed.; "
    "Statement taken from {}.; Agreed at panel that {} goes on the list.; {} is back in custody."
)
PLACES = (
    "Lee Park; St Mark's Church; Gary Woods Hall; Swanley Park; Knole Park; Alexandra House; "
    "Victoria Park; Charles Street; Emily Jackson Close; Churchill School; Wilmot Road; "
    "Shoreham Village Hall; Farningham Woods; West Kingsdown; Lady Boswell's school; Ide Hill; "
    "Bligh's Meadow; Hever Castle; Chartwell; St John's Hill; Bessels Green"
)
OF_PLACES = (
    "Session held at {} on 4 June.; CCTV at {} reviewed after eight weeks.; New signs at {}.; "
    "Patrols stepped up around {} in August.; {} hosted the workshop for 40 staff.; "
    "Fly-tip cleared from {}.; Two fires at {} this quarter.; Work at {} has started.; "
    "{}: drug litter down by a third.; Lighting fixed near {}."
)
BODIES = (
    "Kent Police; Moat Homes; Kenward Trust; DAVSS; Crimestoppers; Look Ahead; Porchlight; Age UK; "
    "Citizens Advice; Victim Support; Network Rail; Barnardo's; Tesco; Arriva; Home Office; "
    "White Ribbon; Catch22; Rotary Club; Women's Institute; NHS England; Medway Council"
)
OF_BODIES = (
    "Met with {} to plan the day.; {} has agreed to fund it.; {} will lead from April.; "
    "Spoke to {} about the contract.; Letter sent to {} about parking.; {} told us it has moved.; "
    "Engagement from {} has been good.; Support plan agreed with {}.; Waiting for {} to sign."
)


def in_every(frames: str, things: str) -> list[str]:
    return [frame.format(thing) for frame, thing in product(frames.split("; "), things.split("; "))]


def test_every_kind_of_name_is_held_in_every_kind_of_sentence() -> None:
    assert [text for text in in_every(TOLD, NAMES) if not check(text)] == []


@pytest.mark.parametrize("spelt", ["small", "large"])
def test_a_name_is_held_however_it_is_written(spelt: str) -> None:
    said = "spoke to {} again about the noise; {} was arrested on tuesday; suspect is {}"
    undotted = "; ".join(name for name in NAMES.split("; ") if len(name.split()[0].strip(".")) > 1)
    names = undotted.lower() if spelt == "small" else undotted.upper()
    assert [text for text in in_every(said, names) if not check(text)] == []


def test_places_pass_in_every_kind_of_sentence() -> None:
    known = KnownNames(places=load_area("sevenoaks").names)
    assert [text for text in in_every(OF_PLACES, PLACES) if check(text, known=known)] == []


def test_bodies_pass_in_every_kind_of_sentence() -> None:
    assert [text for text in in_every(OF_BODIES, BODIES) if check(text)] == []


NUMBERS = {
    "phone": (
        "07700 900461; 07700900461; +44 7700 900461; 0044 7700 900461; 07700-900-461; "
        "(01632) 960123; 020 7946 0321; 0113 496 0999; 077 0090 0461",
        "Call her on {} after six.; Mobile {}.; Ring the neighbour: {}.; no answer on {} again",
    ),
    "dob": (
        "12/03/1988; 12.03.88; 3/4/07; 12th March 1988; 12 Mar 88; 1988-03-12",
        "DOB {}.; Born {}, lives with nan.; Date of birth {} confirmed.; male b. {} stopped",
    ),
    "vehicle": (
        "KV12 ABC; kv12abc; KX17-WTF; A123 BCD; M482KPO; P 45 XYZ; BKT 417S; AXI 1234; DA64 TEN",
        "White van {} seen at both.; Reg {}.; Plate {} on the CCTV.; Driver of {} was dealing.",
    ),
    "address": (
        "14 Larch Close; Flat 3, 22 Elm Court; 22a High Street; 9 The Green; 3 Woodland Rise; "
        "No 5 Farm Cottages; number 27 Cherry Walk; Flat 12 Bevan House",
        "He lives at {}.; Visited {}, no reply.; Closure notice on {}.; Hoarding at {} is worse.",
    ),
    "postcode": (
        "TN13 1HG; TN131HG; tn13 1hg; BR8 7AB; ME19 5QQ",
        "Most calls come from {}.; Burglary at {} again.; Sanctuary kit fitted, {}.",
    ),
    "nhs_number": (
        "999 123 4560; 9991234560; 999-123-4560",
        "NHS number {} on the form.; Patient {} discharged.; nhs {} referred",
    ),
    "ni_number": (
        "QQ123456C; AB 12 34 56 C; ab123456c; PW481516B",
        "NI number {}.; nino {} passed to DWP; Claim under {} stopped.",
    ),
    "crime_ref": (
        "46/12345/18; CAD 1183 of 12 Aug; custody ref KP/1234/18; incident 12-0445; "
        "log 233 of 4 September",
        "See {} for details.; Linked to {}.; Reported under {}, no further action.",
    ),
    "operation": (
        "Op Larkspur; Operation Tidewater; op nightjar; Operation Blue Heron",
        "{} starts on Monday.; Warrants under {} next week.; Part of {}, keep quiet.",
    ),
}


@pytest.mark.parametrize("kind", NUMBERS)
def test_every_form_of_a_number_is_held(kind: str) -> None:
    things, frames = NUMBERS[kind]
    wrong = [
        text
        for text in in_every(frames, things)
        if kind not in {finding.kind for finding in check(text)}
    ]
    assert wrong == []
