"""Evidence that counts beside a harm only: what tells one person of a role apart from all others of
it, by a deed, by where they are from, by whose kin they are.

"The client who walked here from Sudan" is nobody's business until something befalls them: with a
harm, an illness or what a caseworker does for them it is one client's case.
"""

from __future__ import annotations

from bot.disclosure.evidence_words import CLUB, KIN, LEADS, MARKING, ONE, POST, THEIRS, WORK
from bot.disclosure.kind_of_evidence import evidence_of

_THE = r"\b(?:the|that|this|our)"
_HEAD = r"(?:(?:^|[.!?:;(-] |\n)(?:an? )?|\b(?:the|that|this|our|an?|one) )"
"""What a telling begins with: an article, or nothing where a sentence does."""
_MODS = r"(?:[\w'-]{2,14} ){0,3}?"
_DONE = (
    r"(?:used to|cannot|can't|won't|was|were|had|has|have|is|lives?|lived|got|lost|won|ran|fell|"
    r"came|went|left|"
    r"told|saw|met|found|took|swam|broke|drove|flew|fled|hid|kept|rode|sang|sold|stole|"
    r"threw|woke|wrote|bit|bought|caught|did|fought|gave|made|spoke|held|hit|stood|stuck|"
    r"(?!attend|complet|want|need|help|support|report|us|organis|design|chair|answer|fill|visit|"
    r"plan|train|volunteer)[a-z]{2,11}ed)"
)
"""A verb that tells of one past, and not of whoever attends or reports."""
_BODY = (
    r"(?!(?:[\w'-]{2,14} ){0,2}?(?:advert|area|board|borough|case stud(?:y|ie)|charity|cohort|"
    r"council|county|"
    r"district|film|force|forum|group|industry|leaflet|list|majority|meeting|mural|ministry|"
    r"office|pack|panel|"
    r"partnership|past|photo|pilot|plan|play|police|poster|programme|project|public|quarter|"
    r"region|sample|scheme|"
    r"scenario|same|service|study|survey|team|town|trust|video|ward|year)s?\b)"
)
TOLD_APART = evidence_of(
    3,
    rf"{_THE} {_MODS}{ONE},? (?:who|that) {_DONE}\b",
    rf"{_HEAD}{_MODS}{ONE} (?:who used to|whose [a-z]+)\b",
    rf"{_HEAD}{_MODS}{ONE} (?!born|based)[a-z]{{3,10}}(?:ed|en|wn) (?:at|from|in|off|on|out|"
    r"over|under) [^.!?,;\n]{3,50} (?:has|had|is|isn't|keeps|wants|was|won't)\b",
    rf"{_THE} {_MODS}{ONE} (?:at|behind|from|in|off|on|outside|over|under) (?:the|a|an|our) "
    rf"{_BODY}[a-z]{{3}}",
    rf"\b{MARKING} {_MODS}(?:{WORK}|{POST}) (?:at|from|in|on|with|who)\b",
    rf"\b(?:one|two|three|some) of (?:the|our|their) {_MODS}(?:(?:{THEIRS}|{WORK}|{POST})s?|"
    r"[a-z]{0,8}(?:ladies|men|women|wives|volunteers|workers|learners))\b",
    rf"\b(?:{WORK}|{POST}) (?:at|behind the bar (?:at|of)|from|in|of) (?:the )?(?-i:[A-Z][\w']+"
    r"(?: [A-Z][\w']+){0,2}) (?:(?:has|had) been|is|was|got|gets) (?!in post|keen|to|"
    r"trained|vacant)",
    rf"{_THE} (?:[a-z]{{3,10}} )?{CLUB} (?:{LEADS}|{WORK}|{POST})\b",
    rf"{_THE} [a-z]{{3,10}} {ONE}s {KIN}\b",
    refers=True,
)
