"""Who is named at their work: a councillor, an officer, a speaker. Their names are public as long
as nothing of a case is told with them."""

from __future__ import annotations

import re

from bot.disclosure.lists import any_of, listed
from bot.disclosure.patterns import Pattern
from bot.disclosure.text import Note
from bot.disclosure.workers import does_harm, serves

_PUBLIC, _WORKS = listed("public_offices"), listed("work_of_officers")
_COPULAS = frozenset({"is", "was", "are", "were"})
_DETERMINERS = frozenset({"the", "our", "its", "their", "a", "new"})
_DEPARTMENTS = (
    r"comms|communications|democratic services|environmental health|finance|highways|"
    r"legal(?: services)?|licensing|procurement|public health|street (?:care|scene)|"
    r"trading standards"
)
"""Where nobody but officers is from."""
_OFFICE_AFTER = Pattern(
    r" \((?:the )?(?-i:[A-Z])[\w&'-]{1,19}(?: [\w&'-]{1,20}){0,3}(?<! on)(?<! in) (?:aid|authority|"
    r"charity|constabulary|council|foundation|homes|housing|nhs|partnership|police|probation|"
    r"service|society|team|trust|university)\)|"
    r",? (?:\(|on )?ext(?:ension|n)?\.? ?\d{2,5}\b|"
    r"(?:, | \(|, the | \(the | (?:is|becomes|will be) (?:now )?(?:the|our) (?:(?:new|acting|"
    r"interim) )?| (?:(?:has|was|is|been) ){0,2}(?:appointed|began|begins|confirmed|joined|joins|"
    r"made|promoted|returns|seconded|started|starts)(?: as| to)? (?:(?:the|our|an?) )?(?:new )?)"
    r"(?:the )?(?:police and crime|chief exec|community safety|head of |"
    rf"(?:fire|health|police|housing|probation|education|social care|council|youth service|"
    rf"schools|planning|IT|HR|{_DEPARTMENTS})(?:\)|(?=, ))|(?-i:[A-Z]{{2,8}}\))|"
    r"(?:portfolio holder|chair|leader|mayor|commissioner|head ?teacher|district commander|"
    r"ward member|councillor|mp|chief (?:constable|inspector)|inspector|sergeant|"
    r"(?:[\w&'-]{2,20} ){0,3}(?:manager|officer|co-?ordinator|director|adviser|advisor|"
    r"consultant|solicitor|surveyor|engineer|analyst|"
    r"(?:[\w&'-]{2,20} ){1,3}(?<!gang )(?<!ring )lead(?:er)?))"
    r"(?=[,.;:)]|$| (?:of|for|at|from|in|with|and|who|on|based)\b| [-(]))|"
    r" (?:of|from|at) (?-i:(?:[A-Z][\w&'-]{1,19} ){1,3})"
    rf"(?:{any_of(listed('firm_endings'))})\b|"
    r" (?:of|for) (?:public health|the (?:university|college|trust|charity)\b|(?-i:[A-Z]{3,8}\b))|"
    r", (?:(?:our|the|a) )?(?:council|trust|force|county|borough|district|partnership|police|nhs) "
    rf"(?:{any_of(listed('occupations'))})(?=[,.;:)]|$)|"
    r" (?:from|at|in) (?:the )?(?:(?-i:[A-Z][A-Za-z]{0,6}[A-Z]\b)|council(?! (?:est|flat|hous))|"
    rf"county(?=[,.;]|$| (?:about|for|on|re|to|who|has|will|is)\b)|"
    rf"(?:borough|city|county|district) council|"
    rf"police|constabulary|home office|{_DEPARTMENTS})\b",
    re.IGNORECASE,
)
_TO_DO = Pattern(
    r" to (?:chase|book|send|draft|circulate|invite|order|print|present|minute|publish|update|"
    r"report back|share|forward|arrange|prepare|feed back|liaise|table|proof-?read|upload) "
)
"""What minutes give an officer to do."""
_SHORTLY = (
    r"(?: \([A-Z][\w'& ]{1,24}\)| (?:from|at|of|"
    r"for|in) (?:the )?[A-Z][\w&'-]{1,20}(?: [A-Z][\w&'-]{1,20}){0,3}|"
    r" (?:from|at|in) (?:the )?[a-z]{3,14}(?: [a-z]{3,12})?)?(?: and [A-Z]\w+(?: "
    r"[A-Z]\w+){0,2}(?: \([A-Z][\w ]{1,24}\)| (?:from|at) the [a-z]{3,14}(?: [a-z]{3,12})?)?)?,? "
    r"(?:(?:is|are|will|will be|has|have|had|been|also|now|kindly|then) ){0,3}"
)
"""What may stand between somebody and what they do: where they are from, who is with them."""
_CHAIRS = Pattern(
    rf"(?:, [^,.;\n]{{3,50}},)?{_SHORTLY}(?:chair(?:s|ed)?\b|(?<=will )present\b|"
    r"(?:the|our|its) (?:[a-z-]{2,14} ){0,3}?(?:(?:point of )?contact|(?<!gang )(?<!ring )lead|"
    r"link|spoc)\b|(?:sits on|join(?:s|ed)) (?:the|our) (?:board|committee|panel|partnership|"
    r"team)\b|no longer works here\b|"
    r"present(?:s|ed)? (?:the|a|an|this|our|to)|minute[sd]?\b|(?:sent|gave|sends) (?:her |his |"
    r"their )?"
    r"apologies|sp(?:eak(?:s|ing)?|oke) (?:about|at|on|to)\b|"
    r"ste(?:ps|pped) (?:down|up) as |g[ai]ves? (?:the|a|"
    r"an) (?:[\w-]+ )?"
    r"(?:figures|totals|data|numbers|results|feedback|talk|update|briefing|input|presentation|"
    r"speech|"
    r"overview|lecture|blessing|address|reading|keynote|"
    r"demonstration|demo|tour|vote of thanks)|"
    r"(?:led|ran|running|leading|hosting|delivering|delivers?|delivered|facilitates?|facilitated|"
    r"hosts?|hosted) (?:the|a|an|our|"
    r"this|two|"
    r"three|four|five|six|\d+) (?:\w+ )?(?:sessions?|meetings?|workshops?|training|briefings?|"
    r"courses?|talks?|events?|stalls?|groups?|clubs?|prayers?|vigils?|walks?|rides?|parades?|"
    r"services?|tours?)|"
    r"agree[sd]? to (?:sponsor|chair|lead|draft|fund|host|own)|"
    r"signed (?:the|our|a) (?:\w+ )?(?:compact|protocol|charter|agreement|pledge)|"
    r"left the (?:authority|charity|constabulary|council|force|organisation|partnership|service|"
    r"trust)\b)"
)
"""What officers do at meetings."""
_HANDLES = Pattern(
    rf"{_SHORTLY}(?:approv|arrang|book|buil|check|circulat|clos|collat|commission|compil|confirm|"
    r"creat|deliver|design|develop|draft|edit|evaluat|finalis|fit|fix|hand|hold|install|issu|judg|"
    r"launch|lead|led|look(?:ing|s|ed)? after|maintain|manag|minut|open|order|organis|overs[ae]|"
    r"prepar|present|procur|produc|promot|publish|purchas|put|ran|renew|review|revis|roll|run|send|"
    r"sent|set|shar|sign(?:s|ed|ing)? off|sort|submit|suppl|tak(?:es?|ing) (?:on|over)|test|"
    r"took (?:on|over)|track|unveil|updat|went thr|writ|wrot)\w* "
    r"(?!(?:his|her|him|them|their)\b)(?:up |out |off |over |on |in |for ){0,2}"
    rf"(?:[\w&'-]{{1,16}} ){{0,4}}?(?:{any_of(_WORKS)})s?\b"
    rf"|{_SHORTLY}(?:launched|opened|unveiled|judged|booked) (?:the|our|an?) (?:\w+ )?(?:building|"
    r"centre|garden|hall|hub|office|pitch|room|shelter|venue)\b"
)
"""A deed whose object is work: "has finalised the lighting spec", "booked the sports hall"."""
_RANKED = Pattern(
    r"\b(?:PC|PS|DC|DS|WPC|PCSO|CSO|SC|Sgt|Con|Insp)\.? ?\d{2,6},? $"
    r"|\b(?i:head|director|manager|commissioner|lead) (?:of|for) (?:the )?[a-z&' ]{3,30},? $"
)
"""A rank and a collar number, or a post: "PC 9211 Holt", "Head of housing Ros Tully"."""
_WORK_BEFORE = Pattern(
    r"\b(?:update from|(?:briefing|input|presentation|session|slides|talk|training|workshop)"
    r"(?: for [\w' -]{2,30}?)? (?:(?:booked|delivered|given|led|run|arranged|agreed) )?(?:by|from|"
    r"(?<=ed )with)|"
    r"(?:minutes?|notes?|report|paper|plan|bid|strategy|survey|map|logo|slides|leaflet|"
    r"photos?|artwork|mural|"
    r"figures|data) (?:taken|written|drafted|prepared|compiled|produced|agreed|presented|checked|"
    r"designed|"
    r"supplied|drawn up) by|(?:chaired|presented|facilitated|opened|launched|seconded|proposed|"
    r"hosted|moderated|judged|minuted) by|apologies(?: were| received| sent)?(?: from|:)|(?:chair|"
    r"minutes|present|"
    r"attended|attendees|minute taker|note taker|in attendance|cc|author|action owner|owner|lead|"
    r"leads|speakers?|trainers?|presenters?|hosts?|facilitators?|main contact):|"
    r"(?:contact|lead|link|spoc) (?:for|on) (?:[\w'-]{1,16} ){1,4}?is|"
    r"(?:thanks|thank you|well done|congratulations|welcome|farewell|goodbye)(?: again)? to) "
    r"(?:(?:(?-i:[A-Z])[\w.'-]{0,19}|all|both|colleagues|our|the|everyone|you)"
    r"(?: \([\w &]{2,24}\))?(?:,| and|&)? ){0,9}$",
    re.IGNORECASE,
)
"""Who does what officers do at meetings, after it."""
_OFFICE_IS = Pattern(
    rf"\b(?:new|acting|interim|our|the|its|their) (?:[\w-]{{2,16}} ){{0,2}}?(?:{any_of(_PUBLIC)}) "
    r"(?:for|of|in|at|on) (?:[\w'-]{1,16} ){1,3}?(?:is|was|will be|remains) $",
    re.IGNORECASE,
)
"""Like "our new inspector for the north is"."""
_HANDOVER = Pattern(
    r"\bhand-?over\b|\bhand(?:s|ed|ing)? (?:[\w'-]{2,14} ){1,3}over (?:from|to)\b|"
    r"\btak(?:es?|ing|en) over (?:this|the) |\b(?:tak(?:es|en|ing|e)|took|hand(?:s|ed|ing)) "
    r"(?:it |this )?over (?:as|from|the|to)\b"
    r"|\b(?:has|have|is) (?:moved|moving|transferred)(?: on| across)? to (?-i:[A-Z])|"
    r"\bretir(?:es|ed|ing)\b|\b(?:steps|stepping|stands|standing|stepped(?= down as)) down\b"
    r"|\b(?:lead|chair|contact|owner|post|role)(?:ship)? (?:change|goe|move|passe|transfer)[sd]?\b"
    r"|\b(?:replac|succeed)(?:es|ed|ing|s)\b|\bstand(?:s|ing) in for\b|\bcover(?:s|ing) for\b",
    re.IGNORECASE,
)
"""Who holds a post, and who held it before: of each of them that is their work."""
_SEAT = Pattern(
    r"\b(?:as|from|off|on|to) (?:the|our|its|a) (?:[\w&'-]{2,16} ){0,2}?(?:board|cabinet|committee|"
    r"executive|forum|panel|partnership|(?:delivery|reference|scrutiny|steering|strategy|sub|task|"
    r"working)[ -]?group)\b|\b(?:the|this) (?:action|portfolio|priority|work ?stream)s?\b",
    re.IGNORECASE,
)
"""A member's seat or an officer's task, which one holds after another."""
_TO_A_BODY = Pattern(
    r"(?: has| have| is| will be)? (?:now )?(?:mov(?:ed|es|ing) (?:on|across) to|(?:left|leaves|"
    r"leaving) for|transferred to|joins? (?:us )?from) (?:the )?(?:[a-z]{3,12} )?(?:ambulance "
    r"service|(?:borough|city|county|district|parish)(?: council)?|council|constabulary|fire "
    r"service|health (?:board|trust)|nhs|police|probation)\b(?! (?:estate|flat|house|housing))",
    re.IGNORECASE,
)
"""Like "has moved on to the county": from one body that employs officers to another."""
_OF_A_PANEL = Pattern(
    r"(?i:\b(?:interview(?:ing)?|judging|selection|recruitment) panel:|\b(?:panel(?: members)?|"
    r"assessors|interviewers|judges) (?:is|are|was|were|will be)|"
    r"\b(?:short-?list(?:ed|ing)|interviews|judging|marking|(?:bids|interviews) "
    r"[a-z]{3,8}) by|\bpanel (?:made up of|consists of|includes)) "
    r"(?:[A-Z][\w.'-]{0,19},? |and |& |the ){0,12}$"
)
"""Like "Panel is Ann Cox and Dr Lee": who chooses, among others who do."""
_OF_SEVERAL = Pattern(
    rf"\b(?i:cllrs|pcs|pcsos|(?:board|committee|panel|ward) members|(?:{any_of(_PUBLIC)})s) "
    r"(?:[A-Z][\w'-]{1,19}(?: [A-Z][\w'-]{1,19})?(?:,? and |,? & |, )){1,5}$"
)
"""Like "Councillors Barton and ...": the office of several is said once."""
_STANDS_IN = Pattern(
    r"\bacting (?:up|as|into)\b|\bon (?:\w{4,9} )?leave\b|\bback ?fill\w*|"
    r"\bcover(?:s|ed|ing)? (?:the|our) |"
    r"\b(?:cover|deputis|stand)(?:s|e[sd]|ed|ing)? (?:in )?for (?-i:[A-Z])|\bsecond(?:ed|ment)\b",
    re.IGNORECASE,
)
"""Who does a colleague's work: of both of them it is that."""
_HANDED_TO = Pattern(
    rf"\bhand(?:s|ed|ing)? (?:[\w&'-]{{1,16}} ){{0,4}}?(?:{any_of(_WORKS)})s? "
    r"(?:over |on |across )?to $",
    re.IGNORECASE,
)
MADE_UP = (
    r"\b(?:(?:an?|the|our|this|with|of|about|follows) (?:[\w-]{2,14} )?(?:made[ -]up|invented)|"
    r"fictional|fictitious|hypothetical|imaginary|imagined|(?:in|for) (?:the|a|this) scenario|"
    r"role[- ]?play\w*|"
    r"dummy (?:casualty|patient|victim)|"
    r"actors? (?:playing|plays?|as))\b"
)
_MADE_UP = Pattern(rf"{MADE_UP}[^.!?\n]{{0,60}}$", re.IGNORECASE)
"""Like "a made up victim called Sam"."""
_AFFAIRS = Pattern(
    r"\b(?:drugs?|weed|party|dealer|gang|"
    r"(?:he|she)(?! (?:(?:is|will|has|can|would) )?(?:(?:also|now|already) )?(?:agreed|attend|"
    r"be at|be our|be the|chair|come|cover|join|keen|lead|our|present|replac|retir|start|take|"
    r"the new)\w*\b)|"
    r"(?:his|her)(?! (?:book|charity|colleague|crew|officer|paper|part|post|presentation|project|"
    r"research|role|"
    r"sergeant|staff|talk|"
    r"team|volunteer|ward|work)s?\b)|"
    r"him|mum|dad|tenant|resident|statement|witness\w*|bail|tag|custody|tenancy|"
    r"police about|reported|(?-i:refuge)|neighbours?)\b",
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
    r"(?<!about )(?<!about domestic )(?<!on )(?<!on domestic )\b(?:arrest\w*|victims?(?!(?:'s?|"
    r"') (?:champion|commissioner|charter)| support)|assault\w*|"
    r"abus\w*|complain\w*|threaten\w*|charged|cautioned|"
    r"stalk\w*|(?:his|her) (?:wife|husband|son|daughter|ex|partner|home|house)|"
    r"drunk|sectioned|self[- ]harm\w*|t(?:ake|aken|ook) (?:him|her|the (?:boy|girl|lad|lass))|"
    r"suspect\w*|stab\w*|harass\w*)\b"
    rf"(?!(?: crime)? (?:{any_of(listed('role_endings'), _WORKS)}|awareness|"
    r"charity|forum|prevention|project|reduction|referral centre|session|statistics|work)s?\b)|"
    r"'s (?:wife|husband|son|daughter|ex|"
    r"partner|home|house|boy|girl|mother|brother|lads?|kids?|nephew|niece|sister|father)\b",
    re.IGNORECASE,
)


def is_made_up(note: Note, place: int) -> bool:
    """Whether who is named at `place` was made up, for a lesson or a play."""
    return bool(_MADE_UP.search(note.text, max(place - 80, 0), place))


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
    handed = _HANDED_TO.search(note.text, max(place - 80, 0), place)
    at_work = (
        handed
        or _HANDLES.match(note.text, end)
        or _WORK_BEFORE.search(note.text, max(place - 120, 0), place)
        or _TO_DO.match(note.text, end)
        or _STANDS_IN.search(note.text, *around)
        or _TO_A_BODY.match(note.text, end)
        or _OF_A_PANEL.search(note.text, max(place - 120, 0), place)
        or (_HANDOVER.search(note.text, *around) and _names_a_post(note, *around))
    )
    return bool(at_work) and not _AFFAIRS.search(note.text, *around)


def _serves(note: Note, first: int, last: int) -> bool:
    """Whether who is named is told of at their post, and nobody's affairs are."""
    start = note.words[first].start
    affairs = _AFFAIRS.search(note.text, *note.around(start))
    return not affairs and serves(note, start, note.words[last - 1].end)


def _names_a_post(note: Note, start: int, end: int) -> bool:
    seat = _SEAT.search(note.text, start, end)
    return bool(seat) or any(w.low in _PUBLIC for w in note.words if start <= w.start < end)


def in_public_role(note: Note, at: int, end: int, named: tuple[int, int]) -> bool:
    """A councillor or officer in their public role, with nothing of a case in the sentence. The
    run of capitals is `words[at:end]`, who is named in it `words[slice(*named)]`."""
    words = note.words
    titled = at > 0 and words[at - 1].low in _PUBLIC and words[at].gap in {" ", ". ", ": "}
    titled = titled or bool(at and _RANKED.search(note.text, 0, words[at].start))
    titled = titled or bool(at and _OF_SEVERAL.search(note.text, 0, words[at].start))
    titled = titled or _is_apposed(note, at, end)
    titled = titled or bool(_OFFICE_IS.search(note.text, 0, words[at].start))
    named_as = at > 1 and words[at - 1].low in _COPULAS and words[at - 2].low in _PUBLIC
    within = any(word.low in _PUBLIC for word in words[at : max(at + 1, end - 1)])
    after = words[end - 1].end
    if is_made_up(note, words[at].start) or _A_FIRM.match(note.text, after):
        return True
    office = _OFFICE_AFTER.match(note.text, after) or _CHAIRS.match(note.text, after)
    at_work = office or _is_at_work(note, words[at].start, after) or _serves(note, *named)
    if not (titled or named_as or within or at_work):
        return False
    harmed = does_harm(note, words[named[1] - 1].end)
    return not (harmed or _CASE.search(note.text, *note.around(words[at].start)))
