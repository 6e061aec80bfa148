"""The five steps of the demo's card, done in a real browser, by mouse and by keyboard."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.blocks import file_form
from bot.sandbox.demo import Demo
from tests.gate import is_missing

pytestmark = pytest.mark.slow

PATIENCE = 300_000.0
"""Milliseconds the browser waits for what must come: a busy machine is no fault."""
SHOTS = Path(__file__).parent / "shots"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Headless Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        is_missing("BROWSER", "install chromium")
    try:
        from playwright.sync_api import expect, sync_playwright
    except ImportError:
        is_missing("PLAYWRIGHT", "uv sync --all-groups")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    """The demo on a free port."""
    made = Demo(tmp_path, monotonic=lambda: 0.0)
    yield made
    made.close()


@pytest.fixture
def page(browser: Any, demo: Demo) -> Iterator[Any]:
    """The page, with nothing on its console but what was meant."""
    opened = browser.new_page(viewport={"width": 1360, "height": 860})
    opened.set_default_timeout(PATIENCE)
    troubles: list[str] = []
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("console", lambda m: troubles.append(m.text) if m.type == "error" else None)
    opened.goto(demo.served.url)
    opened.get_by_test_id("composer").wait_for()
    yield opened
    opened.close()
    assert troubles == []


def _shot(page: Any, name: str) -> None:
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png")


def _last(page: Any, text: str) -> Any:
    """The last message that holds a text, once it is there."""
    found = page.get_by_test_id("message").filter(has_text=text).last
    found.wait_for()
    return found


def _step(page: Any, number: int) -> None:
    page.get_by_test_id(f"try-{number}").click()


def _send_what_was_filled_in(page: Any, begins: str) -> None:
    """Enter, once the step has filled the composer (after changing who acts)."""
    from playwright.sync_api import expect

    composer = page.get_by_test_id("composer")
    expect(composer).to_have_value(re.compile(f"^{begins}"))
    composer.press("Enter")


def test_the_five_steps_of_the_card(page: Any, demo: Demo) -> None:
    # 1. Ask a question.
    _step(page, 1)
    _send_what_was_filled_in(page, "/csp how")
    asked = _last(page, "Domestic Abuse: 8 actions")
    assert "Only visible to you" in asked.inner_text()
    assert page.get_by_test_id("acting-as").input_value() == "U0CLLR"
    _shot(page, "1-ask")

    # 2. Look at one action.
    _step(page, 2)
    _send_what_was_filled_in(page, "/csp asb 3")
    assert "30 September 2018" in _last(page, "Deploy re-deployable CCTV").inner_text()
    _shot(page, "2-action")

    # 3. Report progress in one line.
    _step(page, 3)
    _send_what_was_filled_in(page, "/csp update ASB3")
    assert "At risk" in _last(page, "Saved: ASB3").inner_text()
    demo.bot.tick()
    assert "Reported by" in _last(page, "Reported by Sevenoaks District Council").inner_text()
    _shot(page, "3-report")

    # 4. Report in a form: off track is asked for its reason, and what was typed is kept.
    _step(page, 4)
    page.get_by_test_id("home").get_by_role("button", name="Update action ASB2").click()
    modal = page.get_by_test_id("modal")
    modal.wait_for()
    page.get_by_test_id("field-status").locator("select").select_option("off_track")
    page.get_by_test_id("field-note").locator("textarea").fill("Patrols stopped in May")
    page.get_by_test_id("modal-submit").click()
    modal.get_by_text("Off track needs a reason. Say").wait_for()
    assert page.get_by_test_id("field-note").locator("textarea").input_value() == (
        "Patrols stopped in May"
    )
    _shot(page, "4-form-error")
    page.get_by_test_id("field-reason").locator("input").fill("Officers moved")
    page.get_by_test_id("field-corrective_action").locator("input").fill("Wardens from July")
    page.get_by_test_id("modal-submit").click()
    modal.get_by_text("Saved: ASB2").wait_for()
    _shot(page, "4-form-saved")
    page.get_by_test_id("modal-close").click()

    # 5. Watch the quarter close.
    _step(page, 5)
    page.get_by_test_id("today").filter(has_text="10 October 2018").wait_for()
    page.get_by_test_id("channel-community-safety").click()
    summary = _last(page, "Quarterly summary, Q2 2018-19")
    assert "of 53 actions reported" in summary.inner_text()
    summary.get_by_test_id("open-thread").click()
    page.locator("#replies").get_by_text("Domestic Abuse").first.wait_for()
    _shot(page, "5-summary")


def test_by_keyboard_alone_a_command_is_completed_sent_and_a_form_closed(page: Any) -> None:
    from playwright.sync_api import expect

    page.get_by_test_id("acting-as").select_option("U0HELEN")
    page.locator("body[data-acting=U0HELEN]").wait_for()
    composer = page.get_by_test_id("composer")
    composer.focus()
    page.keyboard.type("/cs")
    page.locator(".composer [role=option]").first.wait_for()
    page.keyboard.press("Tab")
    assert composer.input_value() == "/csp "
    page.keyboard.type("update")
    page.keyboard.press("Enter")
    page.get_by_test_id("modal").wait_for()
    combobox = page.get_by_role("combobox", name="Action")
    assert combobox.evaluate("node => node === document.activeElement")
    page.keyboard.type("graffiti")
    expect(page.locator(".typeahead [role=option]").first).to_contain_text("ASB6")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Update ASB6").wait_for()
    page.keyboard.press("Escape")
    page.get_by_test_id("modal").wait_for(state="detached")


def test_what_people_type_is_never_markup(page: Any) -> None:
    composer = page.get_by_test_id("composer")
    composer.fill("<img src=x onerror=alert(1)> *bold* <script>alert(2)</script>")
    composer.press("Enter")
    message = _last(page, "onerror")
    assert message.locator("img").count() == 0
    assert message.locator("script").count() == 0
    assert message.locator("strong", has_text="bold").count() == 1


def test_at_a_narrow_window_everything_is_still_there(page: Any) -> None:
    page.set_viewport_size({"width": 800, "height": 700})
    page.get_by_test_id("composer").fill("/csp")
    page.get_by_test_id("composer").press("Enter")
    _last(page, "in no particular order")
    _shot(page, "narrow")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 800
    page.get_by_test_id("to-card").click()
    page.get_by_test_id("try-1").click()
    page.get_by_test_id("composer").wait_for()
    said = page.get_by_text("illustrative actions").locator("visible=true")
    said.first.wait_for()
    _shot(page, "narrow-card")


def _act_as(page: Any, user: str) -> None:
    page.get_by_test_id("acting-as").select_option(user)
    page.locator(f"body[data-acting={user}]").wait_for()


def test_what_is_typed_survives_another_channel_the_clock_and_a_reload(page: Any) -> None:
    from playwright.sync_api import expect

    composer = page.get_by_test_id("composer")
    composer.fill("Half a sentence")
    page.get_by_test_id("channel-general").click()
    expect(page.get_by_role("heading", name="# general")).to_be_visible()
    assert composer.input_value() == ""
    page.get_by_test_id("channel-community-safety").click()
    expect(composer).to_have_value("Half a sentence")
    today = page.get_by_test_id("today").inner_text()
    page.get_by_test_id("next-working-day").click()
    expect(page.get_by_test_id("today")).not_to_have_text(today)
    expect(composer).to_have_value("Half a sentence")
    page.reload()
    expect(page.get_by_test_id("composer")).to_have_value("Half a sentence")
    composer.press("Enter")
    _last(page, "Half a sentence")
    page.reload()
    expect(page.get_by_test_id("composer")).to_have_value("")


def test_a_quick_change_of_channel_never_sends_to_the_wrong_one(page: Any, demo: Demo) -> None:
    page.route("**/sandbox/messages?*CSAFETY*", lambda route: route.continue_())
    for name in ("general", "community-safety", "general", "community-safety", "general"):
        page.get_by_test_id(f"channel-{name}").click(no_wait_after=True)
    from playwright.sync_api import expect

    expect(page.get_by_role("heading", name="# general")).to_be_visible()
    page.get_by_test_id("composer").fill("For the general channel")
    page.get_by_test_id("composer").press("Enter")
    _last(page, "For the general channel")
    general = next(c for c in demo.workspace.conversations() if c.name == "general")
    assert [m["text"] for m in general.messages][-1] == "For the general channel"


def test_a_field_that_was_cleared_stays_cleared(page: Any) -> None:
    _act_as(page, "U0HELEN")
    page.get_by_test_id("composer").fill("/csp update ASB3 red The supplier failed")
    page.get_by_test_id("composer").press("Enter")
    note = page.get_by_test_id("field-note").locator("textarea")
    note.wait_for()
    assert note.input_value() == "The supplier failed"
    note.fill("")
    page.get_by_test_id("modal-submit").click()
    page.get_by_test_id("modal").locator(".error").first.wait_for()
    assert note.input_value() == ""


def test_by_keyboard_the_menu_of_a_message_is_reached_and_the_clock_takes_a_typed_date(
    page: Any,
) -> None:
    from playwright.sync_api import expect

    page.get_by_test_id("composer").fill("A camera went up")
    page.get_by_test_id("composer").press("Enter")
    message = _last(page, "A camera went up")
    shortcut = message.get_by_role("button", name="Save as action update")
    shortcut.focus()
    expect(shortcut).to_be_focused()
    expect(message.locator(".hover-menu")).to_have_css("opacity", "1")
    page.get_by_test_id("clock-date").fill("2018-06-25")
    page.get_by_test_id("clock-date").press("Enter")
    expect(page.get_by_test_id("today")).to_contain_text("25 June 2018")


def test_the_focus_returns_to_the_button_that_opened_a_form(page: Any) -> None:
    from playwright.sync_api import expect

    _act_as(page, "U0HELEN")
    page.get_by_test_id("app-bot").click()
    page.get_by_test_id("tab-home").click()
    button = page.get_by_test_id("home").get_by_role("button", name="Update action ASB2")
    button.click()
    page.get_by_test_id("modal").wait_for()
    page.keyboard.press("Escape")
    page.get_by_test_id("modal").wait_for(state="detached")
    expect(button).to_be_focused()


def test_a_message_to_me_is_announced_while_i_look_at_home(page: Any, demo: Demo) -> None:
    _act_as(page, "U0HELEN")
    page.get_by_test_id("app-bot").click()
    page.get_by_test_id("tab-home").click()
    page.get_by_test_id("home").wait_for()
    demo.workspace.post(demo.workspace.dm("U0HELEN"), demo.workspace.bot, "A reminder")
    page.get_by_test_id("tab-messages").locator(".count").wait_for()
    page.get_by_test_id("tab-messages").click()
    _last(page, "A reminder")


def test_a_plan_is_attached_by_the_paper_clip_and_stored(page: Any, demo: Demo) -> None:
    _act_as(page, "U0KELLY")
    page.get_by_test_id("app-bot").click()
    page.get_by_test_id("tab-messages").click()
    page.get_by_test_id("composer-clip").wait_for()
    plan = Path(__file__).parents[1] / "data/plans/sevenoaks-2018-19.xlsx"
    page.get_by_test_id("composer-file").set_input_files(plan)
    page.get_by_test_id("open-thread").last.click()
    thread = page.locator("#thread")
    thread.get_by_text("7 priorities, 53 actions").first.wait_for()
    _shot(page, "8-a-file")
    thread.get_by_role("button", name="Store", exact=True).click()
    thread.get_by_text("Stored. sevenoaks-2018-19.xlsx").wait_for()
    with page.expect_download() as download:
        page.get_by_test_id("file").last.click()
    assert download.value.path().read_bytes() == plan.read_bytes()


def test_a_plan_is_given_in_the_form_of_the_first_day(page: Any, demo: Demo) -> None:
    _act_as(page, "U0KELLY")
    trigger = demo.workspace.trigger("U0KELLY")
    demo.bot.bolt.client.views_open(trigger_id=trigger, view=file_form.form())
    plan = Path(__file__).parents[1] / "data/plans/sevenoaks-2018-19.xlsx"
    field = page.get_by_test_id("field-file")
    field.locator("input[type=file]").set_input_files(plan)
    field.get_by_role("status").filter(has_text=plan.name).wait_for()
    page.get_by_test_id("modal-submit").click()
    page.get_by_test_id("modal").wait_for(state="detached")
    page.get_by_test_id("app-bot").click()
    page.get_by_test_id("tab-messages").click()
    page.get_by_test_id("open-thread").last.click()
    page.locator("#thread").get_by_text("7 priorities, 53 actions").first.wait_for()


def test_a_page_is_drawn_only_once_it_would_hear_of_what_happens(page: Any) -> None:
    held: list[Any] = []
    asked: list[str] = []
    page.route("**/sandbox/events?user=U0KELLY", lambda route: held.append(route))
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_request("**/sandbox/events?user=U0KELLY"):
        page.get_by_test_id("acting-as").select_option("U0KELLY")
    page.evaluate("() => fetch('/sandbox/state').then((answer) => answer.json())")
    assert not [url for url in asked if "/sandbox/messages" in url]
    held[0].continue_()
    page.locator("body[data-acting=U0KELLY]").wait_for()


def test_a_visitor_loads_next_years_plan_and_lives_through_april(page: Any, demo: Demo) -> None:
    demo.move("2019-03-29")
    page.reload()
    page.get_by_test_id("composer").wait_for()
    _step(page, 8)
    page.get_by_test_id("plan-said").get_by_text("It will be in force on 1 April 2019").wait_for()
    _shot(page, "6-next-plan")
    _step(page, 9)
    page.get_by_test_id("today").get_by_text("3 April 2019").wait_for()
    _last(page, "The 2019-20 plan is in force")
    page.get_by_test_id("composer").fill("/csp update ASB3 green All deployments were reviewed")
    page.get_by_test_id("composer").press("Enter")
    assert "There is also ASB3 in 2019-20" in _last(page, "Saved: ASB3").inner_text()
    _shot(page, "7-april")


def test_the_form_for_many_opens_its_fields_and_keeps_where_one_is(page: Any, demo: Demo) -> None:
    from playwright.sync_api import expect

    demo.move("2018-06-20")
    page.reload()
    page.get_by_test_id("composer").wait_for()
    _step(page, 6)
    page.get_by_test_id("home").get_by_role("button", name="Report them in one form").click()
    modal = page.get_by_test_id("modal")
    modal.wait_for()
    second = page.get_by_test_id("field-status:OCG2").locator("select")
    second.focus()
    second.select_option("off_track")
    modal.get_by_text("What is in the way?").wait_for()
    expect(page.get_by_test_id("field-status:OCG2").locator("select")).to_be_focused()
    page.get_by_test_id("field-note:OCG2").locator("textarea").fill("A plan is late")
    _shot(page, "6-many")
    page.get_by_test_id("modal-submit").click()
    modal.get_by_text("Off track needs a corrective action").wait_for()
    page.get_by_test_id("field-reason:OCG2").locator("input").fill("Staff changes")
    page.get_by_test_id("field-corrective_action:OCG2").locator("input").fill("Refresh in July")
    page.get_by_test_id("modal-submit").click()
    modal.get_by_text("Saved 1 update").wait_for()
    _shot(page, "6-many-saved")


def test_the_page_shows_how_far_the_clock_has_come(page: Any) -> None:
    page.get_by_test_id("next-quarter-end").click()
    page.get_by_test_id("moving").wait_for()
    page.get_by_test_id("today").filter(has_text="30 June 2018").wait_for()


def test_on_a_phone_most_of_the_page_is_the_conversation(page: Any) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    shown = page.locator("#main").bounding_box()
    assert shown["height"] > 0.7 * 844
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_test_id("app-bot").click()
    page.get_by_test_id("tab-home").wait_for()
    _shot(page, "8-phone")


def test_by_keyboard_one_goes_on_in_a_form_that_was_saved(page: Any) -> None:
    from playwright.sync_api import expect

    page.get_by_test_id("acting-as").select_option("U0HELEN")
    page.locator("body[data-acting=U0HELEN]").wait_for()
    page.get_by_test_id("composer").fill("/csp update ASB3")
    page.get_by_test_id("composer").press("Enter")
    modal = page.get_by_test_id("modal")
    page.get_by_test_id("field-status").locator("select").select_option("on_track")
    page.get_by_test_id("field-note").locator("textarea").fill("Cameras are up")
    page.get_by_test_id("modal-submit").press("Enter")
    modal.get_by_text("Saved: ASB3").wait_for()
    assert page.evaluate("document.querySelector('.modal').contains(document.activeElement)")
    page.mouse.click(5, 850)  # beside the form
    page.keyboard.press("Escape")
    expect(modal).to_have_count(0)
    expect(page.get_by_test_id("composer")).to_be_focused()
