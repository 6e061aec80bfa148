"""Half past midnight in summer time is still yesterday in UTC; nobody there says so."""

from __future__ import annotations

from datetime import date

from tests.partnership import Partnership


def test_what_is_reported_after_midnight_in_summer_is_of_the_new_day_everywhere(
    partnership: Partnership,
) -> None:
    partnership.clock.move_to(partnership.clock.now().replace(hour=0, minute=30))
    today = partnership.clock.today()
    kelly = partnership.person("U0KELLY")
    kelly.types("/csp update ASB3 amber Two sites surveyed, the third waits for power.")
    day, before = f"{today.day} {today:%B}", date.fromordinal(today.toordinal() - 1)
    shown = []
    for question in ("ASB3", "history ASB3", "latest updates", "updates this week", "log"):
        kelly.types(f"/csp {question}")
        shown.append(kelly.last())
    shown.append(kelly.reads(kelly.opens_home()))
    kelly.types("/csp redact ASB3")
    shown.append(kelly.last())
    kelly.types("/csp update ASB3")
    shown.append(kelly.reads())
    assert any(day[:6] in text for text in shown)
    wrong = [text for text in shown if f"{before.day} {before:%B}"[:6] in text]
    assert not wrong, wrong
