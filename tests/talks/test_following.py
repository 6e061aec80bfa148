"""Following up: in the same place, for a quarter of an hour; and long lists by the page."""

from __future__ import annotations

from datetime import timedelta

from tests.partnership import Partnership


def test_a_follow_up_goes_on_with_the_question_before(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    anne.types("/csp what does the fire service lead on")
    assert "ASB10" in anne.last()
    anne.types("/csp and the police?")
    assert "OCG1" in anne.last()
    assert "ASB10" not in anne.last()


def test_after_a_quarter_of_an_hour_it_must_be_asked_in_full(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    anne.types("/csp update on the training one")
    partnership.clock.move_to(partnership.clock.now() + timedelta(minutes=16))
    anne.types("/csp 1")
    assert "SAF1:" not in anne.last()


def test_a_typed_number_chooses_what_was_offered(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    anne.types("/csp update on the training one")
    first = anne.last().splitlines()[1].split(" ")[1].strip(":")
    anne.types("/csp 1")
    assert anne.last().startswith(first)


def test_one_persons_follow_up_is_not_anothers(partnership: Partnership) -> None:
    anne, helen = partnership.person("U0CLLR"), partnership.person("U0HELEN")
    anne.types("/csp what does the fire service lead on")
    helen.types("/csp and in Q1?")
    assert "ASB10" not in helen.sees()[-1]["text"]


def test_a_long_list_is_paged(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    anne.types("/csp which actions have no update")
    first = anne.sees()[-1]
    buttons = [e for b in first["blocks"] if b["type"] == "actions" for e in b["elements"]]
    labels = [button["text"]["text"] for button in buttons]
    more = next(label for label in labels if "ore" in label)
    anne.clicks(more, message=first)
    second = anne.sees()[-1]
    assert second["text"] != first["text"]
    assert len(first["blocks"]) < 20
