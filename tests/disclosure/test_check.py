"""What the disclosure guard holds and what it lets pass. Every person and number is made up."""

from __future__ import annotations

import json
import time
from dataclasses import FrozenInstanceError
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.disclosure.check import Finding, KnownNames, as_line, check
from bot.disclosure.english import ENGLISH
from bot.disclosure.wordlist import entries

EXAMPLES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "disclosure_examples.json").read_text(encoding="utf-8")
)


def kinds(text: str, *known: str) -> list[str]:
    return [finding.kind for finding in check(text, known=KnownNames(frozenset(known)))]


def found(text: str, kind: str) -> list[str]:
    return [finding.text for finding in check(text) if finding.kind == kind]


# People ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "Callum Draper", "Shanice Okafor", "Kwabena Asante", "Wiktoria Zielińska", "Xiu Ying Chen",
        "Aoife Ní Dhomhnaill", "Rhodri Bevan", "Sukhwinder Bains", "L. Fairweather",
        "Mrs Thistlewood", "Ryan Osei-Tutu", "Siobhan O'Dwyer", "Bogdan Ilie", "Zsófia Nagy",
        "Pieter van der Berg",
    ],
)  # fmt: skip
def test_a_person_is_found_by_name_whatever_the_origin(name: str) -> None:
    assert found(f"Noise again from {name}, who was spoken to.", "name") == [name]


def test_names_that_are_in_no_list_are_found_by_the_company_they_keep() -> None:
    assert found("Injunction served on Qorvath Zemblin last week.", "name") == ["Qorvath Zemblin"]
    assert found("Her brother Zemblin sends the messages.", "name") == ["Zemblin"]


def test_names_in_small_letters_and_in_capitals_are_found() -> None:
    assert found("lads name is callum draper lives with nan", "name") == ["callum draper"]
    assert found("suspect is qorvath zemblin and he drives a van", "name") == ["qorvath zemblin"]
    assert "name" in kinds("GETHIN PROSSER WAS SEEN SELLING OUTSIDE THE STATION")


def test_a_family_name_may_come_first_and_a_possessive_is_left_out() -> None:
    assert found("Pullen, Gary is due out in May.", "name") == ["Pullen, Gary"]
    assert found("We have concerns about Siobhan O'Dwyer's two youngest.", "name") == [
        "Siobhan O'Dwyer"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The dealer goes by Smurf.",
        "Fat Tony is back on the estate.",
        'A lad known as "Tiny" holds the phone.',
        "They call him Ghost.",
    ],
)
def test_street_names_are_held(text: str) -> None:
    assert kinds(text) == ["nickname"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenward Trust engaged 190 young people at Swanley Park and Bradbourne Lakes.",
        "St John's Hill and St Nicholas ward had the most reports.",
        "May and June were quiet; Summer holidays begin 23 July.",
        "Cllr Thornton opened the skate park. PC Osborne ran the bike stall.",
        "Sarah's Law and Clare's Law leaflets went to every surgery.",
        "Will report in Q3. Mark-up of bikes went well; Grace Church lent the hall.",
        "Edward Street car park and Victoria Road subway had their lights mended.",
        "Harvey's Garage and Lucy's Nails put up posters.",
        "Storm Callum closed the stall early.",
        "West Kent Mind, Look Ahead, Porchlight and Dads Unlimited gave talks.",
    ],
)
def test_bodies_venues_roads_months_and_public_office_pass(text: str) -> None:
    assert kinds(text) == []


def test_a_councillor_does_not_pass_where_the_note_tells_of_a_case() -> None:
    assert "name" in kinds("Councillor Pelham was arrested at home.")


def test_names_the_plan_knows_pass_and_only_whole() -> None:
    text = "Handover from Marta Zelenka Outreach to the wardens."
    assert "name" in kinds(text)
    assert kinds(text, "marta zelenka outreach") == []
    assert "name" in kinds("Marta Brown told staff.", "Marta Zelenka")


def test_no_listed_name_counts_as_plain_english() -> None:
    names = [
        name
        for file in ("given_names", "given_names_doubtful", "family_names")
        for name in entries("bot.disclosure", file)
    ]
    assert not [name for name in names if name in ENGLISH]
    assert all(word in ENGLISH for word in ("invoice", "history", "captain"))


# Identifiers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Ring 020 7946 0718 first.", "020 7946 0718"),
        ("Phone 07700900618.", "07700900618"),
        ("Mobile +44 7700 900 733 now.", "+44 7700 900 733"),
        ("He calls from (01632) 960117 nightly.", "(01632) 960117"),
        ("Aunt: tel.07700900618", "07700900618"),
        ("Mob-07700 900618, after six.", "07700 900618"),
        ("Reached on mob+447700900618.", "+447700900618"),
    ],
)
def test_phone_numbers_are_held(text: str, part: str) -> None:
    assert found(text, "phone") == [part]


@pytest.mark.parametrize(
    "number", ["101", "999", "NHS 111", "0800 555 111", "0808 2000 247", "116 123", "0300 123 4567"]
)
def test_service_numbers_pass(number: str) -> None:
    assert kinds(f"The leaflet gives {number} to callers.") == []


def test_a_switchboard_on_a_poster_passes_and_a_home_line_does_not() -> None:
    assert kinds("Contact Centre 01632 960000 is on the posters.") == []
    assert kinds("Her home line is 01632 960000.") == ["phone"]


@pytest.mark.parametrize(
    "plate",
    ["GK17 XOD", "gk17xod", "M482 KPO", "BKT 417S", "KIZ 4821", "YJ58KDN", "P61WNB", "TJX 88M"],
)
def test_plates_of_every_series_are_held(plate: str) -> None:
    assert found(f"The van {plate} was parked by the barn.", "vehicle") == [plate]


def test_a_dateless_plate_is_held_when_it_is_called_one() -> None:
    assert found("Old Transit, reg 743 HPX, at the gate.", "vehicle") == ["743 HPX"]


@pytest.mark.parametrize(
    "text",
    [
        "Days of action were held in TN13 and BR8 for the hot spots.",
        "A25 and M25 junction 5 were checked, B2026 too.",
        "S17 duty and s.115 wording added, version 2.1.",
        "Asset CAM-0042 went back. PO 4500123987 raised. Invoice 20183344.",
        "Planning reference SE/18/02217/FUL and grant PCC/0147/18 are filed.",
        "Action ASB3 and MH1 are late; DA3 2nd quarter.",
        "Training ran 09:30 to 13:00 on 12.10.2018 in Room 3.",
    ],
)
def test_roads_references_orders_and_outward_codes_pass(text: str) -> None:
    assert kinds(text) == []


def test_full_postcodes_are_held_in_any_case() -> None:
    assert found("Parcels go to br8 7xz weekly.", "postcode") == ["br8 7xz"]
    assert found("BR8 7ZZ had all five.", "postcode") == ["BR8 7ZZ"]


def test_an_nhs_number_needs_its_check_digit_or_its_name() -> None:
    assert kinds("Patient 943 476 5919 was seen.") == ["nhs_number"]
    assert kinds("Number 943 476 5919 on the card.") == ["nhs_number"]
    assert kinds("Number 943 476 5918 on the card.") == []
    assert kinds("NHS number 999-555-0123 is on the note.") == ["nhs_number"]


def test_national_insurance_numbers_follow_the_prefix_rules() -> None:
    assert kinds("Number JG 10 37 59 A seen.") == ["ni_number"]
    assert "ni_number" not in kinds("Number GB103759A seen.")
    assert kinds("His nino is PW481516B.") == ["ni_number"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("CAD 1183 of 12 Aug relates.", "1183 of 12 Aug"),
        ("Crime ref 46/118204/18 is the same.", "46/118204/18"),
        ("Custody record XK/4471/18, released.", "XK/4471/18"),
    ],
)
def test_police_references_are_held(text: str, part: str) -> None:
    assert found(text, "crime_ref") == [part]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Boy, DOB 3/11/2002, with two wraps.", "3/11/2002"),
        ("The pupil (12.9.04) is missing.", "12.9.04"),
        ("Born 9 July 2006, on a plan.", "9 July 2006"),
    ],
)
def test_dates_of_birth_are_held(text: str, part: str) -> None:
    assert found(text, "dob") == [part]


def test_other_dates_pass() -> None:
    assert kinds("Reviewed on 12.9.18 (next 3.10.18), closes 9 November 2018.") == []


@pytest.mark.parametrize("year", [2008, 2018, 2026, 2041])
def test_how_long_ago_a_date_is_goes_by_the_year_it_is_written_in(year: int) -> None:
    def dates(text: str) -> list[str]:
        parts = check(text, known=KnownNames(year=year))
        return [part.text for part in parts if part.kind == "dob"]

    for back in (16, 40):
        for written in (f"4/5/{year - back}", f"4/5/{(year - back) % 100:02}"):
            assert dates(f"The lad ({written}) was seen again.") == [written]
    assert dates(f"The lads' club (4/5/{year - 2}) was seen again.") == []
    assert dates(f"Her tenancy review, 4/5/{year - 3:04}, went well.") == []
    assert dates(f"Her son, 4/5/{year - 9:04}, went well.") == [f"4/5/{year - 9}"]


def test_a_private_mail_address_is_held_and_a_public_mailbox_passes() -> None:
    assert kinds("Write to j.kowalczyk84@example.com by Friday.") == ["email"]
    assert kinds("Reports go to community.safety@sevenoaks.gov.uk now.") == []


# Homes -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "9 The Green", "88 Oakdene Avenue", "14 Hollybush Close", "27b Quarry Hill Road",
        "Flat 3, 22 Pinehurst Court", "30-32 London Road",
    ],
)  # fmt: skip
def test_a_house_number_with_its_road_is_held(address: str) -> None:
    assert found(f"Crew went to {address} for the fourth time.", "address") == [address]


@pytest.mark.parametrize(
    "text",
    [
        "CCTV moved from Bradbourne Vale Road car park on 14 August.",
        "Training in Room 3, Argyle Road offices.",
        "Bus route 402 London Road stop was added.",
        "18 High Street shops and 12 Station Road residents signed up.",
        "Visibility day held on 10 June along Swanley High Street.",
        "Leaflets are at the Council Offices, 10 Argyle Road.",
    ],
)
def test_roads_offices_routes_and_counts_pass(text: str) -> None:
    assert kinds(text) == []


# Tellings ----------------------------------------------------------------------------------------


def test_a_marac_case_is_held_and_marac_totals_pass() -> None:
    assert kinds("Case 14 at MARAC was heard again; she has gone back to him.") == ["marac"]
    assert kinds("MARAC met monthly and heard 37 cases, 31 % of them repeats.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Operation Tidewater has two new names.",
        "Warrants at two addresses will be executed on Tuesday morning.",
        "Test purchase at the shop on Station Approach is set for 19 October, not known to them.",
        "The Hartnell OCG has moved.",
    ],
)
def test_what_gives_away_an_operation_or_a_group_is_held(text: str) -> None:
    assert "operation" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Operation Encompass notices reach every school.",
        "Operation of the new cameras begins in November.",
        "Test purchases are planned for the spring term with Trading Standards.",
        "Warrants were used twelve times last year.",
    ],
)
def test_public_schemes_general_plans_and_the_past_pass(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Two girls were referred for CSE this quarter.",
        "The only Syrian family in Thornfield was targeted.",
        "A 15 year old girl from Hextable was found.",
        "One suicide this quarter.",
    ],
)
def test_fewer_than_five_people_in_a_sensitive_subject_are_held(text: str) -> None:
    assert kinds(text) == ["small_cell"]


@pytest.mark.parametrize(
    "text",
    [
        "Nine premises tested, two sold.",
        "Three awareness sessions on domestic abuse, 54 came.",
        "Two safeguarding trainers left.",
        "One in four women will face domestic abuse.",
        "Two IDVA posts are funded; One Stop Shop opened on 24 Tuesdays.",
        "18 to 24 year olds came; Year 9 pupils saw the CSE play.",
    ],
)
def test_counts_of_meetings_premises_courses_and_staff_pass(text: str) -> None:
    assert kinds(text) == []


# What a finding is -------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_writer_may_confirm_names_and_counts_but_never_identifiers() -> None:
    may = {finding.kind: finding.confirmable for finding in _every_finding()}
    assert {kind for kind, yes in may.items() if yes} == {"name", "nickname", "small_cell"}
    assert len(may) == 16


@pytest.mark.slow
def test_every_finding_says_why_and_how_to_write_it_safely() -> None:
    for finding in _every_finding():
        assert finding.why.endswith(".")
        assert finding.advice.endswith(".")


@cache
def _checked() -> list[tuple[dict[str, Any], tuple[Finding, ...]]]:
    """Every example with its findings."""
    return [(example, tuple(check(example["text"]))) for example in EXAMPLES]


def _every_finding() -> list[Finding]:
    return [finding for _, findings in _checked() for finding in findings]


def test_a_finding_cannot_be_changed() -> None:
    (finding,) = check("Phone 07700900618.")
    with pytest.raises(FrozenInstanceError):
        finding.kind = "name"  # type: ignore[misc]


def test_a_line_has_the_shape_the_command_prints() -> None:
    assert as_line("g1", "Phone 07700900618.", 2026) == {
        "id": "g1",
        "held": True,
        "spans": [{"text": "07700900618", "kind": "phone"}],
    }
    assert as_line("g2", "Nil return.", 2026) == {"id": "g2", "held": False, "spans": []}


@pytest.mark.slow
def test_the_examples_are_told_apart_as_well_as_the_partnership_asks() -> None:
    right = wrong = missed = 0
    for example, findings in _checked():
        held = bool(findings)
        right += held and example["hold"]
        wrong += held and not example["hold"]
        missed += example["hold"] and not held
    assert right / (right + missed) >= 0.97, f"recall, {missed} missed"
    assert right / (right + wrong) >= 0.95, f"precision, {wrong} held wrongly"


@pytest.mark.slow
def test_the_parts_of_the_examples_are_pointed_at() -> None:
    pointed = total = 0
    for example, parts in _checked():
        for span in example["spans"]:
            start, end = span["start"], span["start"] + len(span["text"])
            total += 1
            pointed += any(_meets(part, start, end) for part in parts)
    assert pointed / total >= 0.97


@pytest.mark.parametrize(
    ("note", "pointed"),
    [
        ("MARAC heard case 7: high risk, ring her at work", ["MARAC heard case 7"]),
        ("Chair of MARAC has asked us, no. 12 on the list, to be noted", ["no. 12 on the list"]),
        ("He is MAPPA level 2 and has been put in a hostel", ["He is MAPPA level 2"]),
        ("Zeke Marlow, born 4/5/99, whose mum is drunk again", ["Zeke Marlow", "4/5/99"]),
        ("The vicar's son was caught dealing so we went", ["The vicar's son was caught dealing"]),
        ("Rape: 1,020 reports in the county in the year", []),
    ],
)  # fmt: skip
def test_what_is_pointed_at_is_no_more_than_tells(note: str, pointed: list[str]) -> None:
    assert [part.text for part in check(note)] == pointed


def _meets(part: Finding, start: int, end: int) -> bool:
    """Half of the shorter one is shared."""
    shared = min(part.end, end) - max(part.start, start)
    return 2 * shared >= min(end - start, part.end - part.start)


# Whatever is typed -------------------------------------------------------------------------------

PIECES = st.sampled_from(
    ["Callum", "MARAC", "2 girls", "07700 900618", "9 The Green", "Op", "é", "\u200b", "’s", ". ",
     "\n", "CAD 11", "flat 3", "<@U1>", "@", "TN13", "9QZ", "reg", "A", "the", "😀", "Ⅳ", "ﬁ", "İ"]
)  # fmt: skip
TYPED = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=30).map(" ".join))


@given(TYPED)
def test_a_finding_points_at_exactly_the_text_it_quotes(text: str) -> None:
    for finding in check(text):
        assert finding.text == text[finding.start : finding.end] != ""


@given(TYPED)
def test_the_same_text_always_gives_the_same_findings_in_order(text: str) -> None:
    first = check(text)
    assert first == check(text)
    assert [f.start for f in first] == sorted(f.start for f in first)


@given(st.text(max_size=100), st.text(max_size=100))
def test_an_identifier_is_found_in_the_middle_of_anything(before: str, after: str) -> None:
    text = f"{before}\nreach j.kowalczyk84@example.com or 07700 900618 now\n{after}"
    assert {"email", "phone"} <= set(kinds(text))


def test_look_alike_and_unseen_characters_do_not_hide_a_part() -> None:
    assert found("Phone ０７７００９００６１８ please.", "phone") == ["０７７００９００６１８"]
    assert found("\u200b\u200bPhone 07700\u200b900618 please.", "phone") == ["07700\u200b900618"]
    assert found("Seen by Siobhan O’Dwyer’s mum.", "name") == ["Siobhan O’Dwyer"]


@pytest.mark.parametrize(
    "seed",
    ["At Zemblin Qorvath ", "Aa Bb ", "a", "1 a ", "flat 1, ", "Mr ", "Aa van de ",
     "two girls ", "a@", "0 ", "MARAC her. ", "known as ", "1 aaa bbb ", "cad ref ", "12/3/4 ",
     "will on Friday search "],
)  # fmt: skip
@pytest.mark.slow
def test_hostile_text_takes_time_in_proportion_to_its_length(seed: str) -> None:
    short = min(_seconds(seed, 5_000) for _ in range(3))
    long = min(_seconds(seed, 20_000) for _ in range(3))
    assert long < 10 * max(short, 0.002)


def _seconds(seed: str, length: int) -> float:
    text = (seed * length)[:length]
    begun = time.thread_time()  # of the processor: whoever else works on the machine does not count
    check(text)
    return time.thread_time() - begun


def test_a_reference_of_the_plan_is_no_registration() -> None:
    assert check("See NUI10 for more")
    assert not check("See NUI10 for more", known=KnownNames(refs=frozenset({"NUI10"})))


@pytest.mark.parametrize(
    ("held", "passes"),
    [
        ("The flat opposite the mill in Wickham is boarded up.", "The mill in Wickham is let."),
        ("Owner of Ivy Cottage, Mill Lane, wants a gate.", "Ivy Lane has a new gate."),
        ("Pitch 4 on the Broadmoor site had a visit.", "Pitch 4 at the leisure centre is relaid."),
        ("Born in the last week of May 2007.", "The scheme began in the last week of May 2007."),
        ("His son was born on Boxing Day.", "The shelter is open on Boxing Day."),
        ("Paid by card 4111 2222 3333 4445.", "Budget code 4111 2222 has 3,333 left."),
        ("The moped was K2 DRX.", "The patrol was on the K2 route."),
        ("Incident 88 of 3/2/19 refers.", "Item 88 of the log was closed."),
        ("Two 13 year olds were groomed online.", "Two year 9 groups heard a talk on grooming."),
        ("The lollipop lady in Ashby has been threatened.", "Lollipop crossings were checked."),
        ("'Dodge' and 'Fitz' sleep in the arcade.", "'Dodge' is the name of the art wall."),
        ("Signed off with his tag ZORBO on the wall.", "The tag rugby day had 60 children."),
        ("HARGREAVES family have moved on.", "CHILDREN family days ran twice."),
        ("RB keeps shoplifting from the Spar.", "CSU keeps the log."),
        ("Her account no 71234567 took the quid.", "Account holders of the scheme met."),
        ("Action Fraud gave him NFRC180612345678.", "Action Fraud gave talks to 180."),
        ("Van seen, plate ?K63 H?D.", "Which van? K63 is the route."),
        ("Barge 'Osprey', Mill Wharf, was on fire.", "Barge trips ran from Mill Wharf."),
        ("Moved to plot 12 on the new estate.", "The new estate has 12 lamps."),
        ("Kitowa in year 8 is afraid to go home.", "Pupils in year 8 had a talk."),
        ("DE WITT, Pieter: warned again.", "ASB, Noise: two lists."),
        ("Ring oh one six double three, eight hundred four one two.", "Ring double one two three."),
        ("Threats came from 203.0.113.9.", "Paragraphs 2.4.1.1, 2.4.1.2 and 2.4.1.3 were cut."),
        ("PK from Anvil Lane was there with the younger ones.", "CSU from Anvil Lane moved."),
        ("HB of Anvil Lane was seen with a knife.", "HB at Anvil Lane has new desks."),
        ("Bait car goes out on Anvil Road, not to be passed on.", "Not to be told before 6 May."),
        ("Carer saw Enid Hatch asleep in a cold kitchen.", "Enid Hatch Lane has new lights."),
        ("Part of the plate: begins EA66, ends in J.", "Registration starts MON, ends in July."),
        ("Last three of the plate are KLV.", "Plates on the doors begin with A1."),
        ("Arrests to be made Friday.", "Arrest data will be out Friday."),
        ("Hill House, Mill Lane, the family fled.", "Hill House, Mill Lane and Dale Road are lit."),
        ("The plate ends WZB.", "The year ends WZB in the table."),
        ("The Anvil Road crew are down to one supplier.", "The Anvil Road crew of pickers met."),
        ("The Anvil Road gang are back.", "The Anvil line passengers had leaflets."),
        ("Trailer AIG 4417 was left.", "FOI 4471 was answered; invoice OIC 4471 was paid."),
        ("Mrs Caldwick signed it.", "Caldwick Guardian and Macmillan Nurse signed it."),
        ("Sam slept in the shed.", "Sam the Safety Dog slept in the shed."),
        ("Two lads, 'Pogo' and 'Mal', had it.", "Work for lads, 'Choices' and 'Steps', ran."),
        ("He is on Maple Drive, number 14.", "Maple Drive, number 14 bus, is lit."),
        ("Raid planned at the unit behind the mill, Thursday.", "Raids were held on Thursday."),
        ("Case 9 was heard; he is out on Friday.", "Case 9 was heard by the planning inspector."),
    ],
)  # fmt: skip
def test_what_tells_on_somebody_is_held_and_its_plain_sibling_passes(
    held: str, passes: str
) -> None:
    assert kinds(held)
    assert not kinds(passes)


@pytest.mark.parametrize(
    "text",
    [
        "Tom Barker, Licensing Manager, will bring the paper.",
        "Priya from the CSU has the figures by ward.",
        "The Nelson Abbey school joined the walk.",
        "Ring the customer line on 01632 960 001.",
        "Project ARTHUR got its grant.",
        "Operation Kestrel river safety campaign reached 900 people.",
    ],
)
def test_who_acts_for_a_body_is_no_case(text: str) -> None:
    assert not kinds(text)
