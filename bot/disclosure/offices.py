"""Who is named at their work: a councillor, an officer, a speaker. Their names are public as long
as nothing of a case is told with them."""

from __future__ import annotations

import re

from bot.disclosure.lists import listed
from bot.disclosure.patterns import Pattern
from bot.disclosure.text import Note

_PUBLIC = listed("public_offices")
_COPULAS = frozenset({"is", "was", "are", "were"})
_DETERMINERS = frozenset({"the", "our", "its", "their", "a", "new"})
_OFFICE_AFTER = Pattern(
    r"(?:, | \(|, the | \(the )(?:the )?(?:police and crime|chief exec|community safety|head of |"
    r"(?:fire|health|police|housing|probation|education|social care|licensing|council|highways|"
    r"youth service|schools|planning)\)|(?-i:[A-Z]{2,8}\))|"
    r"(?:portfolio holder|chair|leader|mayor|commissioner|head ?teacher|district commander|"
    r"ward member|councillor|mp|chief (?:constable|inspector)|inspector|sergeant|"
    r"(?:[\w&'-]{2,20} ){0,3}(?:manager|officer|co-?ordinator|director|adviser|advisor|"
    r"(?:team|service|policy|strategic) lead))"
    r"(?=[,.;:)]|$| (?:of|for|at|from|in|with|and|who|on|based)\b| [-(]))|"
    r" (?:of|for) (?:public health|the (?:university|college|trust|charity)\b|(?-i:[A-Z]{3,8}\b))|"
    r" (?:from|at) (?:the )?(?:(?-i:[A-Z]{3,8}\b)|council(?! (?:est|flat|hous))|police|"
    r"fire service|"
    r"(?:[\w&'-]{2,20} ){1,3}team)\b",
    re.IGNORECASE,
)
_CHAIRS = Pattern(
    r"(?: \([A-Z][\w ]{1,24}\))?(?: and [A-Z]\w+(?: [A-Z]\w+){0,2}(?: \([A-Z][\w ]{1,24}\))?)?,? "
    r"(?:(?:will|has|have|had|also|now|kindly|then) ){0,2}(?:chair(?:s|ed)?\b|(?<=will )present\b|"
    r"present(?:s|ed)? (?:the|a|an|this|our|to)|minute[sd]?\b|(?:sent|gave|sends) (?:her |his |"
    r"their )?"
    r"apologies|(?:wrote|drafts?|drafted|writes) (?:the|a|an|our|this) (?:\w+ )?(?:report|paper|"
    r"plan|bid|"
    r"strategy|guide|article|policy)|(?:will )?(?:speaks?|spoke) (?:at|to)|gave (?:the|a|"
    r"an) (?:\w+ )?"
    r"(?:talk|update|briefing|presentation|speech|overview|lecture)|"
    r"(?:led|ran|delivers?|delivered|facilitates?|facilitated|hosts?|hosted) (?:the|a|an|our|"
    r"this|two|"
    r"three|four|five|six|\d+) (?:\w+ )?(?:sessions?|meetings?|workshops?|training|briefings?|"
    r"courses?|"
    r"talks?|events?|stalls?)|agree[sd]? to (?:sponsor|chair|lead|draft|fund|host|own)|"
    r"(?:signed|launched|opened|unveiled|judged) (?:off )?(?:the|our|a) (?:\w+ )?(?:compact|"
    r"protocol|charter|"
    r"agreement|pledge|campaign|scheme|hub|centre|event|conference|exhibition|fair|contest|"
    r"competition|"
    r"shelter|office|building|garden|plan|strategy))"
)
"""What officers do at meetings."""
_CASE = Pattern(
    r"\b(?:arrest\w*|victims?(?!(?:'s?|') (?:champion|commissioner|charter)| support)|assault\w*|"
    r"abus\w*|complain\w*|threaten\w*|charged|"
    r"cautioned|"
    r"stalk\w*|(?:his|her) (?:wife|husband|son|daughter|ex|partner|home|house)|"
    r"drunk|sectioned|suspect\w*|stab\w*|harass\w*)\b|'s (?:wife|husband|son|daughter|ex|"
    r"partner|home|house|boy|girl|mother|brother|lads?|kids?|nephew|niece|sister|father)\b",
    re.IGNORECASE,
)


def _is_apposed(note: Note, at: int, end: int) -> bool:
    """Like "our new analyst, Beth Rowan, starts": the office, and between commas who holds it."""
    words = note.words
    if at < 2 or words[at].gap != ", " or words[at - 1].low not in _PUBLIC:
        return False
    closed = note.text[words[end - 1].end : words[end - 1].end + 1] == ","
    return closed and any(word.low in _DETERMINERS for word in words[max(at - 5, 0) : at - 1])


def in_public_role(note: Note, at: int, end: int) -> bool:
    """A councillor or officer in their public role, with nothing of a case in the sentence."""
    words = note.words
    titled = at > 0 and words[at - 1].low in _PUBLIC and words[at].gap in {" ", ". ", ": "}
    titled = titled or _is_apposed(note, at, end)
    named_as = at > 1 and words[at - 1].low in _COPULAS and words[at - 2].low in _PUBLIC
    within = any(word.low in _PUBLIC for word in words[at : max(at + 1, end - 1)])
    after = words[end - 1].end
    office = _OFFICE_AFTER.match(note.text, after) or _CHAIRS.match(note.text, after)
    if not (titled or named_as or within or office):
        return False
    return not _CASE.search(note.text, *note.around(words[at].start))
