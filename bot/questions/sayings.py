"""Other ways of saying what the cues know: "pieces of work" are actions, "wrapped up" is complete.

It only shapes the grammar of a question; what a question is about is looked for in its own words.
"""

from __future__ import annotations

import re

_SAYINGS = r"""
actions = tasks|items|(?:pieces|bits) of work|work ?items|work ?streams|deliverables
actions = action points|to dos|work packages
action = task|item|(?:piece|bit) of work|work ?stream|deliverable|action point|work package
how many = what(?: is| was| are)?(?: the)?(?: total| overall| whole)? (?:number|count|tally) of
completed = completes
what is \1 = what (an? [\w ]{2,30}?|[a-z]{3,5}) (?:is|are)(?: in \w+ terms)?$
how many = count of(?= our| the| actions| all| red| amber| green)
percent of = how much of(?= .*\b(?:{status}|overdue|not started|finished|completed?|done)\b)
completed = (?:signed|closed|ticked|crossed|finished)(?: and \w+)? off|wrapped up|closed out
completed = put to bed|done and dusted|over and done with|finished with
completed \1 = (?:done|closed|finished) (ones|actions)
\1 completed = ({asked} {been}(?: now| already| fully| all)?) (?:done|closed)(?: so far| already|$)
\1 = {rated}(?<!who marked)(?: as)? ({status})
no update = never bothered|did not bother|can not be bothered
no update = (?:not a|no) (?:word|peep|sign|dicky ?bird)(?= |$)(?: yet| back| so far)?(?: from)?
what does \1 support = what is ((?:the )?\w+(?: \w+){0,3}) (?:contributing|bringing to the table)$
what does \1 lead = (?:what|which actions) (?:falls?|sits?) (?:to|with) ((?:the )?\w+(?: \w+){0,3})$
partners = supporters|contributors|supporting agencies|helpers
partner = supporter|contributor|supporting agency
led by = (?:headed|owned|run|managed|overseen|looked after|fronted)(?: up)? by
led by = in the (?:hands|charge) of
\1 leads = (who|that|agency|which) (?:runs|owns|heads|oversees|looks after|{in_charge})(?: up)?
\1 leads = (who|that|agency) (?:takes|has|is) the lead (?:on|for)
who leads = (?:who|{which_body}) {should} (?:\w+ ){1,3}{contact}(?: about| regarding| re)?
who leads = {which_body} (?:runs|delivers|handles|picked up|takes on|deals with|does)
who leads = who (?:would|will|might|should) know(?: (?:most|more|something|anything))?(?: about)?
who leads = who (?:has |have )?(?:picked up|taken on|signed up for)
who leads = (?:i need |give me )?(?:a |the )?(?:name|contact)(?: of| for| at)? the {body} for
\1 who leads = (.{3,60}) belongs? to (?:who|whom|which agency)$
who leads = whose {job} is(?! it| that| this| more)(?: to)?
due = (?:falling|coming|becoming|falls|comes|fall|come) due|due (?:for|to) {finish}
due = (?:scheduled|set|timetabled) (?:for|to) {finish}
due \1 = (?:with|have|has|got) (?:an? |its |their )?{deadline} ((?:in|by|before|for)? ?{time})
due \1 = ending (in|by|before|this|next)
by = (?:no|not) later than|at the latest by
before \1 = (?:ahead of|in time for|this side of|in the run up to) ({time})
in \1 = (?:during|over|throughout|within|across|in the course of) ({time})
compare \1 = (?:put|set|show|line up|place) (.{2,40}?) side by side(?: with)?
compare \1 and \2 = (?:put|set|line up) (.{2,40}?) (?:next to|beside|alongside|against) (.+)
how is = what is the (?:score|story|state of play|situation|latest position) (?:with|on|of|for)
how is = what is the state of
how is = where have we got to (?:with|on)|how goes|how fares
slipped = been (?:delayed|put back|pushed back|rescheduled|extended)
slipped = had (?:its|their|the) (?:due )?dates? (?:moved|changed|put back)
baselines = starting (?:figures|points|numbers|values|positions)
baseline = starting (?:figure|point|number|value|position)
"""
"""What it is read as, and the ways it is put; a group of the right side may be kept by number."""
_PARTS = {
    "asked": r"(?:which|what|percent|how many|any|all)(?: \w+){0,3}",
    "been": r"(?:is|are|have been|has been|been|got|was|were)",
    "status": r"red|amber|green|complete|off track|at risk|on track",
    "rated": r"(?:rated|flagged(?: up)?|marked|showing|shown|graded|coded|classed|scored)",
    "which_body": r"(?:which|what) (?:agency|partner|organisation|team|body|department)",
    "body": r"(?:agency|lead|organisation|team|body)",
    "should": r"(?:do|does|should|can|could|would|shall|will|must)",
    "contact": r"(?:ring|call|phone|ask|e ?mail|contact|go to|turn to|approach|"
    r"(?:speak|talk|write) (?:to|with))",
    "in_charge": r"is (?:in charge of|responsible for|accountable for|leading|heading|running)",
    "job": r"(?:job|responsibility|baby|remit|patch|task)",
    "finish": r"(?:completion|delivery|(?:be )?(?:done|finish(?:ed)?|completed?|end|delivered))",
    "deadline": r"(?:deadlines?|due dates?|end dates?)",
    "time": r"(?:(?:this|last|next|the (?:\w+ )?)\s?(?:quarter|month|week|year)|q[1-4]|april|"
    r"may|june|july|august|september|october|november|december|january|february|march|christmas|"
    r"easter|autumn|winter|spring|summer)",
}
_PLAN_ITSELF = re.compile(r"\b(?:who|when)\b.*\b(?:plan|strategy|assessment)\b")
"""The plan itself is signed off by a committee, not completed."""


def _read() -> tuple[tuple[re.Pattern[str], str], ...]:
    text = _SAYINGS.strip()
    for name, part in _PARTS.items():
        text = text.replace(f"{{{name}}}", part)
    rows = (row.split(" = ", 1) for row in text.splitlines())
    return tuple((re.compile(rf"(?<!\w)(?:{ways})(?!\w)"), read_as) for read_as, ways in rows)


_READ_AS = _read()


def as_usual(said: str) -> str:
    """A normalised text in the words the cues know."""
    for pattern, usual in _READ_AS:
        if usual != "completed" or not _PLAN_ITSELF.search(said):
            said = pattern.sub(usual, said)
    return said
