"""What the demo's page shows around the workspace: what to try, one step after another, as whom."""

from __future__ import annotations

from datetime import date

OPENS = date(2018, 7, 16)
"""The day a visitor meets, when none is asked for: the first quarter's summary has been posted."""
GUEST, ELSEWHERE = "U0ROSA", "T0ELSEWHERE"
"""Somebody whose own Slack is another one: the commands of this workspace are not hers."""
BANNER = "Sample plan: real priorities, illustrative actions and made-up people."
LOADING = (
    '<!doctype html><html lang="en-GB"><meta charset="utf-8">'
    '<meta http-equiv="refresh" content="1">'
    "<title>partnership-bot</title><p>One moment: the sample plan is being loaded.</p></html>"
)
CARD = (
    {
        "title": "Ask a question",
        "text": "In your own words, from any channel. Only you see the answer.",
        "as": "U0CLLR",
        "try": "/csp how are we doing on domestic abuse?",
    },
    {
        "title": "Look at one action",
        "text": "By its reference, in any spelling: ASB3, asb 3, 1.3.",
        "as": "U0CLLR",
        "try": "/csp asb 3",
    },
    {
        "title": "Report progress in one line",
        "text": "As the council's lead officer. The channel hears of the change of status.",
        "as": "U0HELEN",
        "try": "/csp update ASB3 amber Two reviews are late because of a camera fault",
    },
    {
        "title": "Report in a form",
        "text": "On the bot's Home tab press Update beside an action. Try off track.",
        "as": "U0HELEN",
        "place": "home",
    },
    {
        "title": "Watch the quarter close",
        "text": "Move the clock to 10 October: reminders go out on the way, then the summary.",
        "as": "U0KELLY",
        "clock": date(OPENS.year, 10, 10).isoformat(),
    },
    {
        "title": "Report all in one form",
        "text": "As the lead officer of the police: one form holds all that a reminder asks for.",
        "as": "U0PRIYA",
        "place": "home",
    },
    {
        "title": "Work with a guest",
        "text": "Slack gives a guest from another workspace no commands: she writes to the bot, or "
        "presses Update on its Home tab.",
        "as": GUEST,
        "place": "home",
    },
    {
        "title": "Load next year's plan",
        "text": "As after the Cabinet's approval in February. Nothing changes before 1 April.",
        "as": "U0KELLY",
        "plan": "next",
    },
    {
        "title": "Live through April",
        "text": "Move the clock to 3 April: both years are open. Then, as the council's lead "
        "officer, type /csp update ASB3 green, with a few words, twice.",
        "as": "U0HELEN",
        "clock": date(OPENS.year + 1, 4, 3).isoformat(),
    },
)
