"""What ails one person: an illness somebody has, what they take for it, where they are for it."""

from __future__ import annotations

from bot.disclosure.evidence_words import ONE
from bot.disclosure.lists import any_of, listed

_CONDITIONS = listed("conditions")
_CONDITION = rf"(?:{any_of(_CONDITIONS)})"
_WHAT_SORT = r"(?:(?!the |[a-z-]+ed )[a-z-]{1,14} ){0,3}?"
HEALTH = (
    r"\b(?:has|had|having|got|gets|getting|suffers?(?: from)?|diagnosed with|dying of|died of|"
    r"(?:living|off(?: [a-z]{2,6}){0,2}) with|on|recovering from|survived) "
    rf"{_WHAT_SORT}{_CONDITION}\b",
    rf"\b(?:his|her|\w's) {_WHAT_SORT}{_CONDITION}\b",
    rf"\b(?:the|that|our) {_WHAT_SORT}{ONE} with {_WHAT_SORT}{_CONDITION}\b",
    r"\b(?:is|was|been|being|gets?|got|now|just|still|him|her) (?:again |now |just |re-?)?"
    r"(?:sectioned|diagnosed|hospitali[sz]ed|admitted|sedated|intubated|bed-?bound|house-?bound|"
    r"incontinent|pregnant|terminally ill|miscarrying|detoxing|suicidal|psychotic|manic|"
    r"self[ -]harming)\b",
    r"\b(?:lost|losing|loses) (?:the|her|his|their|a) (?:baby|leg|foot|toes?|fingers?|arm|sight|"
    r"eyesight|hearing|speech|memory)\b",
    r"\b(?:stopped|stops|refus\w+|not|missed|missing|off|without) (?:taking )?(?:all )?(?:his|her) "
    r"(?:\w{2,12} )?(?:tablets|pills|meds|medication|injections?|insulin|lithium|methadone)\b",
    r"\bback (?:on|in) (?:the |a )?(?:psychiatric |mental health )?(?:ward|hospital|hospice)\b",
    r"\b(?:in|into|out of) (?:icu|itu|intensive care|a coma|labour|rehab|the hospice)\b",
    r"\b(?:signed|been) off (?:sick|work|with)\b",
    r"\b(?:too|very|seriously|gravely|critically) (?:ill|poorly|unwell)\b",
    r"\b(?:hip|knee|heart|eye|brain|back|bowel) (?:op|operation|surgery)\b",
    r"\b(?:not |un)fit to (?:plead|be interviewed|stand trial)\b",
)
"""As it is told of somebody, and not of what a course is about."""
