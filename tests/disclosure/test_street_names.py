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


@pytest.mark.parametrize(
    ("held", "passed"),
    [
        ("KB in 9R brings vapes to school.", "The KS3 group in 9R had a talk."),
        ("Her tag number is 77-0912.", "The price tag number is 77."),
        ("EHCP no 7712, mum is appealing.", "EHCP reviews: 77 of 120 done."),
        ("Skoda estate, cream, RFK 22, outside.", "Skoda estate, cream, for the pool."),
        ("He lives in a horsebox in the lay-by on the A26.", "A horsebox blocked the A26."),
        ("Beach hut 61 is being slept in.", "Beach hut 61 was repainted."),
        ("Neighbour at eleven says it is him.", "One household in five has a bell."),
        ("They put the family in rooms 14 and 15.", "The group moved to room 2."),
        ("Mob ends 8812.", "The helpline ends 1 May."),
        ('Saved in her phone as "Plug 2".', 'Saved on the drive as "Plan 2".'),
        ("Spoke to J. Fry about his bail.", "Minutes taken by J. Fry."),
        ("West told us he was hit.", "West Kent told us it was late."),
        ("Ref 2018-TS-00418, elderly male paid.", "Grant ref 2018-TS-00418 was paid."),
        ("Poppy Render (Y9) sends the pics.", "Assemblies (Y9) had the pics."),
        ("They clocked Skunk and two others.", "They met Licensing and two others."),
        ("Cuckoo: 9 Linnet Hse.", "Linnet House, Finch House and Wren House have doors."),
        ("Visited no 6, both deny it.", "Visited no premises, both closed."),
        ("Moped plate covered but WA67 visible.", "Plates were covered but visible."),
        ("Slim has been told to stay off the parade.", "Slim margins were told to the board."),
        ("Zielinska kids not in school.", "Margate kids not in school."),
        ("Karen told us she is scared.", "Karen from Clarion presented the plan."),
        ("Beth to be evicted.", "Agreed: Beth to chase the OPCC."),
        ("Marlon James was arrested.", "Marlon James reading group met."),
        ("Dr Amit Rao, 41, was hit.", "Dr Amit Rao, GP lead, joins."),
        ("Met at narrowboat Kestrel's Rest.", "Narrowboat Watch has 31 members."),
        ("Reg was Yankee Echo six five.", "Golf and India rooms, hotel six."),
        ("Ward 6 bed 11 is the victim.", "Ward 6 beds have 11 leaflets."),
        ("Key fob 0417 is the girl's.", "Key fobs: 20 were issued."),
        ("YOT ref 2217, he missed it.", "YOT had 2217 contacts."),
        ("Warrant 0612/18 is out for him.", "Warrant days: 11 executed."),
        ("Number 41's bins were set alight.", "Number 41 bus has a shelter."),
        ("Mill Cottage, child outside.", "Mill Cottage, the tearoom, joined."),
        ("Placement: Ibis, rm 118, mum plus three.", "Training: Ibis, rm 118, 6 staff."),
        ("Corky's foot is worse.", "Today's foot patrol is later."),
        ("Corky, the one with the scar, sells.", "Housing, the one with funds, pays."),
        ("Was told to ask for Peanut.", "Were told to ask for Housing."),
        ("Spoke to J. Murphy about his son.", "J. Murphy & Sons will dig."),
        ("PC Holt's lad was arrested.", "PC 9211 Holt is the beat officer."),
        ("Owner: Mark Lyle, his tenancy ends.", "Owner: Mark Lyle, toolkit."),
        ("Spoke to Ann Lyle on Tuesday.", "Ask Ann Lyle, ext 4410."),
        ("Ring 020 7946 0833 for her.", "Ring 020 7946 0833 for the team."),
    ],
)
def test_what_points_at_one_is_held_beside_what_does_not(held: str, passed: str) -> None:
    assert check(held)
    assert not check(passed)
