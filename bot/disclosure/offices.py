"""Who is named at their work: a councillor, an officer, a speaker. Their names are public as long
as nothing of a case is told with them."""

from __future__ import annotations

import re

from bot.disclosure.lists import any_of, listed
from bot.disclosure.patterns import Pattern
from bot.disclosure.text import Note

_PUBLIC = listed("public_offices")
_COPULAS = frozenset({"is", "was", "are", "were"})
_DETERMINERS = frozenset({"the", "our", "its", "their", "a", "new"})
_DEPARTMENTS = (
    r"comms|communications|democratic services|environmental health|finance|highways|"
    r"legal(?: services)?|licensing|procurement|public health|trading standards"
)
"""Where nobody but officers is from."""
_OFFICE_AFTER = Pattern(
    r",? (?:\(|on )?ext(?:ension|n)?\.? ?\d{2,5}\b|"
    r"(?:, | \(|, the | \(the )(?:the )?(?:police and crime|chief exec|community safety|head of |"
    rf"(?:fire|health|police|housing|probation|education|social care|council|youth service|"
    rf"schools|planning|IT|HR|{_DEPARTMENTS})(?:\)|(?=, ))|(?-i:[A-Z]{{2,8}}\))|"
    r"(?:portfolio holder|chair|leader|mayor|commissioner|head ?teacher|district commander|"
    r"ward member|councillor|mp|chief (?:constable|inspector)|inspector|sergeant|"
    r"(?:[\w&'-]{2,20} ){0,3}(?:manager|officer|co-?ordinator|director|adviser|advisor|"
    r"consultant|solicitor|surveyor|engineer|analyst|"
    r"(?:[\w&'-]{2,20} ){1,3}lead))"
    r"(?=[,.;:)]|$| (?:of|for|at|from|in|with|and|who|on|based)\b| [-(]))|"
    r" (?:of|for) (?:public health|the (?:university|college|trust|charity)\b|(?-i:[A-Z]{3,8}\b))|"
    r", (?:(?:our|the|a) )?(?:council|trust|force|county|borough|district|partnership|police|nhs) "
    rf"(?:{any_of(listed('occupations'))})(?=[,.;:)]|$)|"
    r" (?:from|at|in) (?:the )?(?:(?-i:[A-Z][A-Za-z]{0,6}[A-Z]\b)|council(?! (?:est|flat|hous))|"
    rf"police|fire service|{_DEPARTMENTS}|"
    r"(?:[\w&'-]{2,20} ){1,3}team)\b",
    re.IGNORECASE,
)
_TO_DO = Pattern(
    r" to (?:chase|book|send|draft|circulate|invite|order|print|present|minute|publish|update|"
    r"report back|share|forward|arrange|prepare|feed back|liaise|table|proof-?read|upload) "
)
"""What minutes give an officer to do."""
_CHAIRS = Pattern(
    r"(?: \([A-Z][\w ]{1,24}\)| (?:from|at|of|"
    r"for) (?:the )?[A-Z][\w&'-]{1,20}(?: [A-Z][\w&'-]{1,20}){0,3}|"
    r" (?:from|at) the [a-z]{3,12}(?: [a-z]{3,12})?)?(?: and [A-Z]\w+(?: "
    r"[A-Z]\w+){0,2}(?: \([A-Z][\w ]{1,24}\))?)?,? "
    r"(?:(?:will|has|have|had|also|now|kindly|then) ){0,2}(?:chair(?:s|ed)?\b|(?<=will )present\b|"
    r"present(?:s|ed)? (?:the|a|an|this|our|to)|minute[sd]?\b|(?:sent|gave|sends) (?:her |his |"
    r"their )?"
    r"apologies|(?:wrote|drafts?|drafted|writes) (?:the|a|an|our|this) (?:\w+ )?(?:report|paper|"
    r"plan|bid|strategy|guide|article|policy)|(?:will )?(?:speaks?|spoke) (?:at|to)|gave (?:the|a|"
    r"an) (?:[\w-]+ )?"
    r"(?:figures|totals|data|numbers|results|feedback|talk|update|briefing|presentation|speech|"
    r"overview|lecture|blessing|address|reading|keynote|"
    r"demonstration|demo|tour|vote of thanks)|"
    r"(?:led|ran|"
    r"is (?:running|leading|delivering|hosting)|delivers?|delivered|facilitates?|facilitated|"
    r"hosts?|hosted) (?:the|a|an|our|"
    r"this|two|"
    r"three|four|five|six|\d+) (?:\w+ )?(?:sessions?|meetings?|workshops?|training|briefings?|"
    r"courses?|talks?|events?|stalls?|groups?|clubs?|prayers?|vigils?|walks?|rides?|parades?|services?|tours?)|"
    r"agree[sd]? to (?:sponsor|chair|lead|draft|fund|host|own)|"
    r"(?:signed|launched|opened|unveiled|judged) (?:off )?(?:the|our|a) (?:\w+ )?(?:compact|"
    r"protocol|charter|"
    r"agreement|pledge|campaign|scheme|hub|centre|event|conference|exhibition|fair|contest|"
    r"competition|shelter|office|building|garden|plan|strategy))"
)
"""What officers do at meetings."""
_RANKED = Pattern(
    r"\b(?:PC|PS|DC|DS|WPC|PCSO|CSO|SC|Sgt|Con|Insp)\.? ?\d{2,6},? $"
    r"|\b(?i:head|director|manager|commissioner|lead) (?:of|for) (?:the )?[a-z&' ]{3,30},? $"
)
"""A rank and a collar number, or a post: "PC 9211 Holt", "Head of housing Ros Tully"."""
_WORK_BEFORE = Pattern(
    r"\b(?:(?:minutes?|notes?|report|paper|plan|bid|strategy|survey|map|logo|slides|leaflet|"
    r"photos?|artwork|mural|"
    r"figures|data) (?:taken|written|drafted|prepared|compiled|produced|agreed|presented|checked|"
    r"designed|"
    r"supplied|drawn up) by|(?:chaired|presented|facilitated|opened|launched|seconded|proposed|"
    r"hosted|moderated|judged|minuted) by|apologies(?: were| received| sent)?(?: from|:)|(?:chair|"
    r"minutes|present|"
    r"attended|attendees|minute taker|note taker|in attendance|cc|author|action owner|owner|lead|"
    r"leads|speakers?|trainers?|presenters?|hosts?|facilitators?|main contact):|"
    r"(?:thanks|thank you|well done|congratulations|welcome|farewell|goodbye)(?: again)? to) "
    r"(?:[A-Z][\w.'-]{0,19}(?: \([\w &]{2,24}\))?(?:,| and|&)? ){0,9}$",
    re.IGNORECASE,
)
"""Who does what officers do at meetings, after it."""
_HANDOVER = Pattern(
    r"\b(?:tak(?:es|en|ing|e)|took|hand(?:s|ed|ing)) (?:it |this )?over (?:as|from|the|to)\b"
    r"|\b(?:has|have|is) (?:moved|moving|transferred) to (?-i:[A-Z])|\bretir(?:es|ed|ing)\b"
    r"|\b(?:replac|succeed)(?:es|ed|ing|s)\b|\bstand(?:s|ing) in for\b|\bcover(?:s|ing) for\b",
    re.IGNORECASE,
)
"""Who holds a post, and who held it before: of each of them that is their work."""
_MADE_UP = Pattern(
    r"\b(?:made[ -]up|fictional|fictitious|imaginary|invented)\b[^.!?\n]{0,60}$", re.IGNORECASE
)
"""Like "a made up victim called Sam"."""
_AFFAIRS = Pattern(
    r"\b(?:he|she|his|her|him|mum|dad|tenant|resident|statement|witness\w*|bail|tag|custody|"
    r"tenancy|"
    r"police about|reported|refuge|neighbours?)\b",
    re.IGNORECASE,
)
"""What is told of somebody, and of nobody's work."""
_A_FIRM = Pattern(
    r",? (?:& (?:[Ss]ons?|[Cc]o|[Dd]aughters?|[Bb]ros|[Pp]artners|[Aa]ssociates)|and (?:Sons?|Co|"
    r"Bros|Partners|"
    r"Daughters?|Associates)|(?i:ltd|limited|plc|llp|solicitors|builders|contractors|(?:estate|"
    r"letting) agents|"
    r"architects|surveyors|(?:community|reading|book|youth|walking|running|support|residents'?|"
    r"tenants'?|"
    r"women's|men's|sports?|boxing|football|faith|heritage|arts?|music|dance|drama|gardening|"
    r"cycling) (?:group|"
    r"club|society|project|trust|forum|centre|network|association|league|academy|school|choir|hub)|"
    r"electricals|roofing|scaffolding|removals|motors))\b(?! who)"
)
"""What makes a name that of a firm."""
_CASE = Pattern(
    r"\b(?:arrest\w*|victims?(?!(?:'s?|') (?:champion|commissioner|charter)| support)|assault\w*|"
    r"abus\w*|complain\w*|threaten\w*|charged|cautioned|"
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


def _is_at_work(note: Note, place: int, end: int) -> bool:
    """Whether what stands beside it tells of officers' work, and nobody's affairs are told."""
    around = note.around(place)
    at_work = (
        _WORK_BEFORE.search(note.text, max(place - 120, 0), place)
        or _TO_DO.match(note.text, end)
        or (_HANDOVER.search(note.text, *around) and _names_a_post(note, *around))
    )
    return bool(at_work) and not _AFFAIRS.search(note.text, *around)


def _names_a_post(note: Note, start: int, end: int) -> bool:
    return any(word.low in _PUBLIC for word in note.words if start <= word.start < end)


def in_public_role(note: Note, at: int, end: int) -> bool:
    """A councillor or officer in their public role, with nothing of a case in the sentence."""
    words = note.words
    titled = at > 0 and words[at - 1].low in _PUBLIC and words[at].gap in {" ", ". ", ": "}
    titled = titled or bool(at and _RANKED.search(note.text, 0, words[at].start))
    titled = titled or _is_apposed(note, at, end)
    named_as = at > 1 and words[at - 1].low in _COPULAS and words[at - 2].low in _PUBLIC
    within = any(word.low in _PUBLIC for word in words[at : max(at + 1, end - 1)])
    after = words[end - 1].end
    made_up = _MADE_UP.search(note.text, max(words[at].start - 80, 0), words[at].start)
    if made_up or _A_FIRM.match(note.text, after):
        return True
    office = _OFFICE_AFTER.match(note.text, after) or _CHAIRS.match(note.text, after)
    at_work = office or _is_at_work(note, words[at].start, after)
    if not (titled or named_as or within or at_work):
        return False
    return not _CASE.search(note.text, *note.around(words[at].start))
