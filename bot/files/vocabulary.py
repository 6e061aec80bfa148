"""What a heading names: the field of the plan its words mean most strongly.

A heading is judged by all its words, not by the first that fits: "Lead partner" is a lead, since
who leads says more than who takes part. What stands in brackets counts only where the rest says
nothing. Whatever no field is meant by stays a column of its own ("").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bot.files.bilingual import sides
from bot.files.welsh import in_english

FURTHER = "further"
"""The field of a column beside the plan: kept with its heading, never dropped."""
PERIODS = frozenset({"year_figure", "month", "quarter_text"})
"""Fields of headings that name a period and nothing else."""
OF_QUARTER = {"status": "quarter_rag", "reading": "quarter_reading", "target": "quarter_target"}
"""A field -> that of a column which holds it for one quarter; all others are "quarter_text"."""
TICKED = "ticked"
"""The field of a column whose ticks say the status, beside the first of such."""
EARLIER = "earlier"
"""The field of a column of statuses as they were before."""
NOT_READ = "none"
"""What somebody types for a column that is not to be read."""
FROM_RECORD = "(from the record)"
"""Ends the headings of an export's columns that repeat what the record says: they are not read."""
_OWN = ("ref", "previous_ref", "priority", "objective", "description", "lead", "partners",
        "timescale", "resources", "measure", "outcome", "baseline", "target",
        "baseline_target", "source",
        "status", "progress", "start", "reading", "new_due", "date", "quarter", "agency",
        "reason", "corrective_action", FURTHER)  # fmt: skip
FIELDS = {name: name for name in _OWN} | {
    NOT_READ: "", "action": "description", "due": "timescale", "due date": "timescale",
    "by when": "timescale", "reference": "ref", "leads": "lead", "lead agency": "lead",
    "partner": "partners", "rag": "status", "update": "progress", "theme": "priority",
    "kpi": "measure", "cost": "resources", "timescale_raw": "timescale", "lead_raw": "lead",
    "partners_raw": "partners", "status_raw": "status", "resources_raw": "resources",
}  # fmt: skip
"""What a field may be called when a column is chosen for it -> the field."""
_QUARTER = r"\b(?:q|qtr|quarter) ?([1-4])\b"
_MONTHS_OF = {"apr": 1, "jul": 2, "oct": 3, "jan": 4}
_ENDS = {1: "jun", 2: "sep", 3: "dec", 4: "mar"}
_SPAN = re.compile(r"\b(apr|jul|oct|jan)[a-z]*(?: 20\d\d)? ?(?:-|to) ?(jun|sep|dec|mar)[a-z]*\b")
_ORDINALS = {"1st": "1", "first": "1", "one": "1", "2nd": "2", "second": "2", "two": "2",
             "3rd": "3", "third": "3", "three": "3", "4th": "4", "fourth": "4",
             "four": "4"}  # fmt: skip
_STATUS = (
    r"(?:\bb?rag\b|^traffic light|^on track|\bstatus\b|^(?:overall |delivery |progress )?rating\b)"
)
_PLANNED = re.compile(
    r"^(?!.*\b(?:status|rag|progress|met|achieved|actuals?|updates?|comments?)\b)"
    r".*\b(?:milestones?|planned|deliverables?|targets)\b"
)
"""What is to be done in a quarter, and no update of it."""
_FIGURES = re.compile(r"^\S+(?: [1-4])? (?:actuals?|outturn|figures?)$")
"""The figures of a quarter: "Q1 actual", "Quarter 2 outturn"."""
_EARLIER = re.compile(
    rf"(?m)^(?=.*{_STATUS}).*\b(?:(?<!since )last (?:quarter|period|year|time|meeting|report)|"
    r"(?:at|from) (?:the )?(?:start|outset|beginning)|start(?:ing)? (?:of|position|point)|"
    r"start(?:ing)?$|^start(?:ing)?|initial|opening|previous|prior|original)\b"
)
"""A status as it was before: no column of how things stand."""

_COUNT = r"(?:number|figure|total|count|value|amount|how many|result|actual)s?"
_MEASURE = r"(?:success |performance )?(?:k?pi|measure|indicator|output)"
_BY_NOW = (
    r"(?:so far|to date|now|achieved|reached|done|delivered|(?:for |in )?this (?:quarter|period)|"
    r"(?:by|at) (?:the )?(?:quarter|period)(?: end|'s end)|"
    r"(?:by|at) (?:the )?end of (?:the )?(?:quarter|period))"
)
"""A number as it stands when it is reported."""

# (field, weight, words): of all that fit, the heaviest wins; of equals the first in this list.
_MEANINGS: tuple[tuple[str, int, str], ...] = (
    ("new_due", 7, r"^(?:new|revised|amended) (?:due |target |completion )?(?:date|timescale)"),
    ("original_due", 8, r"^(?:original|initial|first|previous|old|planned|baseline) "
                        r"(?:(?:due|target|completion|end|delivery) )?(?:date|timescale|deadline)"),
    ("parent", 8, r"^parent\b"),
    ("previous_ref", 7, r"^(?:previous|old|last year'?s?|former|alt(?:ernative)?|20\d\d[-/]\d\d) "
                   r"(?:plan )?(?:ref|no|number|action|id)\b"),
    ("ref", 7, r"^(?:(?:action|plan|unique|our|item|task|project)? ?"
               r"(?:ref(?:erence)?(?: (?:no|number|code))?|id|code)|"
               r"(?:action|item|line|task|serial)? ?(?:no|number|nr)|#|s/?n)$"),
    ("year_figure", 7, r"^(?:fy ?)?(?:20)?\d\d[-/](?:20)?\d\d$|^(?:fy ?)?20\d\d$|"
                       r"^year (?:[1-9]|one|two|three|four|five)$"),
    ("month", 7, r"^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
                 r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$"),
    ("date", 7, r"^date (?:of|for|reported|received)\b"),
    ("risk", 7, r"^(?:(?:key|main|description of(?: the)?) )?risks?\b(?! (?:lead|owner))|"
             r"^what (?:could|might|may) go wrong|^(?:threat|hazard)s?$"),
    ("likelihood", 7, r"^likelihood|^probability"),
    ("mitigation", 7, r"^mitigati|^existing controls?$|^controls$"),
    ("quarter", 7, r"^(?:quarter|qtr|period|reporting (?:period|quarter))$"),
    ("baseline_target", 7, r"base ?line.*target|target.*base ?line"),
    ("lead_timescale", 8, r"^(?:lead|who|owner|responsib).*[ /](?:by )?(?:when|time ?scales?|"
                          r"time ?frames?|deadlines?|(?:target |due |completion |end )?dates?)$"),
    ("start", 6, r"^(?:planned |proposed )?(?:start|begin|commence)\w*\b"
                 r"(?! (?:point|position|figure|level|value))|^from$"),
    ("timescale", 6, r"^(?:by )?when\b|time ?scale|time ?frame|time ?line|deadline|\bdue\b|"
                     r"target (?:completion |end |delivery )?date|^target (?:completion|month)|"
                     r"completion|(?:end|finish|delivery|complete by|completed by|review by) date|"
                     r"complete[d]? by|^to be (?:done|finished|completed|delivered)\b|"
                     r"^by$|^end$|^finish$|^term$"),
    ("partners", 6, r"support(?:ing|ed)?\b|^with\b|working with|"
                    r"others? (?:agenc\w+|partners?|bod\w+)|others? involved|contribut|"
                    r"^who\b(?!.*\b(?:leads?|led|owns?|respons\w+)\b).*"
                    r"\b(?:else|help(?:s|ing)?|with|involved|joins?|alongside|assists?|takes)\b|"
                    r"delivery partner|^with whom|\b(?:help|assist|join)ed by|^alongside\b"),
    ("lead", 5, r"lead|\b(?:led|managed) by|responsib|\bown(?:er|ing\b)|^who\b|accountab|"
                r"by whom|^assigned|^agency/?officer|^organisation$|delivered by|"
                r"^(?:named )?(?:officer|person)\b|^body$"),
    ("baseline", 5, r"base ?line|start(?:ing)? (?:point|position|figure|level|value)|"
                    r"where (?:we are|are we) now|last year'?s? figure|^(?:last|previous) year$|"
                    r"^20\d\d[-/]\d\d (?:actual|outturn)|^current (?:figure|level|performance)"),
    ("status", 5, rf"{_STATUS}|^(?:done|finished)$|"
                  r"^how (?:(?:is (?:it|this|that)|are (?:we|things)) (?:going|doing|getting on)|"
                  r"did (?:it|this|that) go)"
                  r"(?: so far| now| at present)?$"),
    ("responsible", 5, r"statutory|responsible authorit"),
    ("type", 4, r"^(?:type|kind|sector)(?: of (?:agency|body|organisation|partner))?$"),
    ("aliases", 5, r"alias|also known|other names|known as|abbreviation"),
    ("corrective_action", 5, r"corrective|remedial|^what will be done"),
    ("reason", 5, r"^reason"),
    ("intent", 5, r"^(?:intent|why (?:it|this) (?:matters|is)|rationale|why$)"),
    ("resources", 4, r"resourc|funding|budget|\bcosts?\b|finance"),
    ("target", 5, r"\b(?:k?pis?|indicator|measure|output) targets?$"),
    ("reading", 5, rf"^(?:{_MEASURE} )?{_COUNT}(?: {_BY_NOW}){{1,2}}$|^{_MEASURE}s? {_BY_NOW}$|"
                   rf"^{_MEASURE} (?:figure|value|reading|result|actual|outturn|score)s?$|"
                   r"^(?:latest|year to date|ytd|cumulative|quarter(?:ly)?(?: end)?|reported|new) "
                   r"(?:figure|reading|number|value|result|total|count|output|score)s?$|"
                   r"^(?:how many|ytd|scores?|results?)$"),
    ("measure", 4, r"measure|how (?:we|will we|you|do we|they) (?:will |can )?"
                   r"(?:know|measure|tell|judge|see|show|check)\b|\bkpis?\b|\w pis?\b|"
                   r"\bknow (?:because|that|if|when|it)\b|^we (?:will|shall) know\b|"
                   r"indicator|success|what (?:will )?good look|evidence of|^outputs?\b|^metric|"
                   r"milestones? and measures"),
    ("progress", 4, r"^what (?:(?:we|you|they)(?: have|'ve)? |(?:has been|was|had been) )?"
                    r"(?:did|done|delivered|achieved|completed|happened)\b"),
    ("ask", 7, r"^(?:help|support|assistance) (?:needed|required|wanted|we need)|^what we need\b"),
    ("source", 4, r"data source|^source|owned data"),
    ("partners", 3, r"partner|^agencies involved|^key agencies|^others$"),
    ("target", 3, r"^targets?\b|target$|target \d|^goal|^aiming for|^aspiration|^ambition|"
                  r"where (?:do |will )?we (?:want|need|aim) to (?:be|get)|"
                  r"^desired (?:position|level)"),
    ("progress", 3, r"progress|update|comment|narrative|^notes?$|position|achieved|"
                    r"what (?:has|have)|remarks|commentary|^(?:latest|last) notes?$"),
    ("agency", 3, r"^(?:lead )?(?:agency|agencies|reporting agency|your agency)$"),
    ("reading", 4, r"^(?:(?:latest|performance|current|actual|measured?|monitoring) )?"
                   r"(?:figure|reading|value)s?$|^numbers$|"
                   r"^(?:actual|result|number this quarter|"
                   r"actual this quarter|performance(?: to date)?|outturn|measure value|data)$"),
    ("description", 3, r"^what (?:we|are we|will we|you|is|needs|must|they|else)|^what$|"
                       r"^how (?:are |will |do )?we\b.*\b(?:do|deliver|achieve)\b"),
    ("objective", 2, r"objective|^aims?\b|^sub-?priorit|^sub-?theme|^goals?$"),
    ("priority", 2, r"priorit|^themes?\b|^strand|work ?stream|^strategic|^outcome area|^pillar|"
                    r"^buckets?\b|^area of (?:work|focus)|^focus area|^category|^section|^topic|"
                    r"^crime type"),
    ("outcome", 2, r"\boutcomes?\b|impact|difference"),
    ("description", 1, r"\bactions?\b|activit|\btasks?\b|^projects?\b|^deliverables?|^description|"
                       r"intervention|initiative|^we (?:will|are going to|plan to)\b|commitment|"
                       r"recommendation|^proposals?$|"
                       r"^steps?\b|^(?:planned |proposed )?work$"),
    ("date", 1, r"^(?:date|date of update|updated|update date|reported)(?: on)?$"),
    ("name", 1, r"^(?:name|agency name|full name|organisation name)$"),
)  # fmt: skip
_COMPILED = tuple((field, weight, re.compile(words)) for field, weight, words in _MEANINGS)
_APOSTROPHE = re.compile(r"[’‘ʼ`´′]")
_SHORTENED = tuple((re.compile(short), f" {word}") for short, word in (
    (r"'ll\b", "will"), (r"'re\b", "are"), (r"'ve\b", "have"), (r"(?<=at|ho|ow|en|re)'s\b", "is"),
))  # fmt: skip
"""Words as they are shortened after "we", "you" and question words ("how we'll know")."""
_BRACKET = re.compile(r"\([^)]*\)?")


@lru_cache(maxsize=4096)
def meaning(text: str) -> tuple[str, int]:
    """The field a heading names and the quarter it is for: ("", 0) for no field, no quarter."""
    plain = _plain(_BRACKET.sub(" ", text)) or _plain(text)
    if not plain or len(plain) > 90:
        return "", 0
    if _EARLIER.search(_plain(text)):
        return EARLIER, 0
    quarter = _quarter(plain)
    field = _heaviest(plain) or _heaviest(_plain(text)) or _of_sides(text)
    if not quarter:
        return field, 0
    if _PLANNED.search(plain):
        return "quarter_target", quarter
    if _FIGURES.search(plain):
        return "quarter_reading", quarter
    return OF_QUARTER.get(field, "quarter_text"), quarter


def _of_sides(text: str) -> str:
    """The field of the first side understood of a heading in two languages, or in Welsh alone."""
    parts = (*sides(text), *map(in_english, (text, *sides(text))))
    return next((field for part in parts if (field := _heaviest(_plain(part)))), "")


def plain_heading(text: str) -> str:
    """A heading as it is looked up by: small letters, single spaces, no punctuation."""
    return _plain(text)


def chosen(text: str, choices: Mapping[str, str]) -> str | None:
    """The field somebody chose for this heading ("" for: do not read it), or None."""
    return "" if is_from_record(text) else choices.get(_plain(text))


def is_from_record(text: str) -> bool:
    """Whether a heading is that of a column in which the bot's own export repeats the record."""
    return text.rstrip().lower().endswith(FROM_RECORD)


def _plain(text: str) -> str:
    plain = _APOSTROPHE.sub("'", text.lower())
    for shortened, word in _SHORTENED:
        plain = shortened.sub(word, plain)
    return " ".join(re.sub(r"[^a-z0-9#/'\- ]+", " ", plain).split()).strip("- ")


def _quarter(plain: str) -> int:
    words = " ".join(_ORDINALS.get(word, word) for word in plain.split())
    words = re.sub(r"\b([1-4]) (?:quarter|qtr)\b", r"q\1", words)
    match = re.search(_QUARTER, words)
    if match:
        return int(match[1])
    span = _SPAN.search(plain)
    number = _MONTHS_OF[span[1]] if span else 0
    return number if span and _ENDS[number] == span[2] else 0


def _heaviest(plain: str) -> str:
    weighed = [(weight, field) for field, weight, words in _COMPILED if words.search(plain)]
    return max(weighed, key=lambda pair: pair[0])[1] if weighed else ""
