"""One case told by its grammar: a bare noun, a relative clause, a post, a secret, a watch kept."""

from __future__ import annotations

import pytest

from bot.disclosure.check import check


@pytest.mark.parametrize(
    ("held", "passed"),
    [
        pytest.param(
            "Nan is raising the little ones since mum went to prison.",
            "Mum and baby groups have moved since the prison visit.",
            id="kin without an article",
        ),
        pytest.param(
            "Husband reads everything and the knife is still in the drawer.",
            "Partner agencies read everything and the knife amnesty is on.",
            id="kin at a habit",
        ),
        pytest.param(
            "The lads who torched the pavilion at Carbury are hiding.",
            "The lads who built the pavilion at Carbury were thanked.",
            id="who did a certain deed",
        ),
        pytest.param(
            "The leader of the scout group was cautioned.",
            "The leader of the scout group asked about cautions.",
            id="who leads a club",
        ),
        pytest.param(
            "One of the two Sikh lads in the sixth form was punched.",
            "One of the two schools in the sixth form trust was visited.",
            id="one of a few",
        ),
        pytest.param(
            "Please don't tell his mother.",
            "Please don't tell applicants.",
            id="a secret kept from kin",
        ),
        pytest.param(
            "He must not find out where they live now.",
            "Bidders must not find out the scores.",
            id="a secret kept from him",
        ),
        pytest.param(
            "Four siblings, all under ten, went into care.",
            "Four sites, all under repair, were closed.",
            id="several of one age",
        ),
        pytest.param(
            "The man with five huskies has been served notice.",
            "Five dogs were found in the flat; notices are up.",
            id="what somebody keeps",
        ),
        pytest.param(
            "The woman from the wool shop has had her window put in.",
            "The wool shop has had its window put in.",
            id="what was done to theirs",
        ),
        pytest.param(
            "An ex-goalkeeper of the town side was sectioned.",
            "The town side's goalkeeper opened the fair.",
            id="who somebody was",
        ),
        pytest.param(
            "The van driver is one of ours.",
            "The van is one of ours.",
            id="somebody under cover",
        ),
        pytest.param(
            "Staff were asked not to alert the guests.",
            "Staff were asked not to alert the press.",
            id="who must not be warned",
        ),
        pytest.param(
            "Observations of the salon were compromised.",
            "Observations of the salon trade were published.",
            id="a watch that was seen",
        ),
        pytest.param(
            "Forced marriage: two, sisters from one street in Burton.",
            "Forced marriage: two sessions from one trainer in Burton.",
            id="so many, and who they are",
        ),
        pytest.param(
            "The girl who reported the swimming coach was bullied.",
            "The girl who reported the fire was thanked.",
            id="who told on somebody",
        ),
        pytest.param(
            "A young Albanian is living in the shed.",
            "A young German shepherd dog lives in the shed.",
            id="where somebody is from",
        ),
        pytest.param(
            "The commodore's nephew is the one filming in the showers.",
            "The commodore's report is the one filed in March.",
            id="kin of anybody",
        ),
        pytest.param(
            "The witness is the barmaid and she leaves alone.",
            "The barmaid joined the course on leaving safely.",
            id="a witness by her work",
        ),
        pytest.param(
            "A girl was dragged upstairs by two men from room 9.",
            "A film was made upstairs by two men from the youth club.",
            id="what was done by whom",
        ),
        pytest.param(
            "There is a wire in the café.",
            "There is a wire in the fence.",
            id="a hidden microphone",
        ),
        pytest.param(
            "Cell site puts him in the lane.",
            "Cell sites serve the lane.",
            id="where a phone was",
        ),
        pytest.param(
            "Officers will enter the units behind the tyre shop on Wednesday.",
            "Officers will enter the figures on Wednesday.",
            id="a door to be entered",
        ),
        pytest.param(
            "A caller says a lad has a pistol.",
            "A leaflet says a tenant has 14 days.",
            id="what is said of one, whoever",
        ),
        pytest.param(
            "The lodger has been taking pictures of the children through the hedge.",
            "The lodgers' group has pictures of the children's mural.",
            id="pictures of children",
        ),
        pytest.param(
            "There is a camera in the bird box.",
            "There is a camera on the bird reserve.",
            id="a hidden camera",
        ),
        pytest.param(
            "The next buy is on Friday at the retail park.",
            "The next buy-in meeting is on Friday at the retail park.",
            id="a buy to come",
        ),
        pytest.param(
            "The doorman with the eye patch at Zeus lets dealers in.",
            "The doorman with the best score at Zeus won a prize.",
            id="what somebody wears at work",
        ),
        pytest.param(
            "The headteacher at Thame said he was assaulted.",
            "The headteacher at Thame said assaults on staff are down.",
            id="what the head says",
        ),
        pytest.param(
            "The one with the limp has been sectioned in Holme.",
            "The one with the lowest cost was sectioned off in Holme.",
            id="the one with a limp",
        ),
        pytest.param(
            "The shop sells to him so that the team can follow the van.",
            "The shop sells tickets so that the team can follow the route.",
            id="why a shop goes on",
        ),
        pytest.param(
            "Drug deaths: a man aged 44.",
            "Drug deaths: 31, average age 44.",
            id="an age of one",
        ),
    ],
)
def test_a_certain_case_is_held_and_what_is_said_of_anybody_passes(held: str, passed: str) -> None:
    assert check(held)
    assert not check(passed)
