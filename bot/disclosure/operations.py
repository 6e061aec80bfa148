"""Operations and groups under investigation, and plans that a note would give away.

Held: a named operation or group, a step against crime that is still to come, a source. Public
schemes, plans in general and what is over and public pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.disclosure.homes import ROAD
from bot.disclosure.lists import any_of, listed
from bot.disclosure.names import FAMILY
from bot.disclosure.patterns import Pattern
from bot.disclosure.text import Note, Span
from bot.disclosure.words import TYPES, is_word

_I = re.IGNORECASE

_OP_NAME = Pattern(
    r"\b(?:operation|ops?)\.? (?P<name>[A-Za-z][a-z'-]+|[A-Z]{4,})(?P<more> [A-Z][a-z]+)?", _I
)
_CAMPAIGN = Pattern(
    r"(?:,|:| is| was)? (?:(?:(?:the|a|an|our) )?(?:[\w'-]{2,15} ){0,5}?)?(?:campaign|awareness|"
    r"roadshow|exhibition|museum|film|anniversary|"
    r"leaflets?|posters?|week of action)\b"
)
"""What is said to the public; the name was made for it."""
_IN_PUBLIC = Pattern(
    r"\b(?:campaign|roadshow|on the (?:radio|news|television|tv)|in (?:all )?the (?:papers|news|"
    r"press|media)|"
    r"(?:as|was|were|been|is) (?:advertised|publicised|announced)|public (?:scheme|event|"
    r"operation|name)|"
    r"press release|(?:announced|publicised|advertised) (?:by|in|on|to)|leaflets?|"
    r"posters?|given out|awareness|published|"
    r"on (?:the|our|its|their) (?:[\w'-]{2,15} ){0,2}(?:web ?site|web ?pages?|facebook|"
    r"social media))\b",
    _I,
)
_PUBLIC_OPS = listed("public_operations")
_GROUP_NAME = Pattern(
    r"\b(?:[Tt]he )?[\"']?(?P<name>(?:[A-Z][\w'-]+|[A-Z]{1,3}\d{1,3})(?: [A-Z][\w'-]+)?)[\"']? "
    r"(?P<type>(?:OCG|organised crime group|crime group|crime family|gang|crew|mob|firm|"
    r"drug line|drugs line|county line|line|network))\b"
    r"(?! (?:of|passengers|commuters|stations?|trains?|platforms?|services?)\b)"
)
_GROUP_CALLED = Pattern(
    r"\b(?:ocg|gang|crew|line|network|group|mob|lads|youths|boys|dealers) (?:is |was |are )?"
    r"(?:call(?:s|ed|ing)? (?:themselves|itself)|known as|called|named|"
    r"branded|under the name|"
    r"using the name) (?:the )?[\"']?(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)",
    _I,
)
_GROUP_NUMBER = Pattern(
    r"\b(?:OCG|organised crime group|crime group)[ -]?(?:no\.?|number|ref\.?|id|#)?[ -]?"
    r"(?:[A-Z]{1,4}[/-]?)?\d{2,6}(?:[/-]\w{1,8}){0,2}\b(?! (?:of|members|nominals|groups|per)\b)",
    _I,
)
_CODENAME = Pattern(r"\b(?:code ?named?|codename is)[ :]{1,2}[\"']?(?P<name>[A-Z][\w'-]+)")
_ROAD = Pattern(ROAD)
_TRADE = Pattern(
    r"\b(?:suppl(?:y|ier|iers|ied|ying)|deal(?:er|ers|ing|s)?|drugs?|cannabis|heroin|crack|cocaine|wraps?|"
    r"runners?|rivals?|feud\w*|grudge|debts?|turf|stabb\w*|machetes?|knives|knife|"
    r"weapons?|guns?|burgl\w*|robb\w*|ket|nos|stash\w*|cuckoo\w*|elders|youngers|nominals|"
    r"phones? (?:was|were|seized)|seized|raided|arrested|disrupt\w*|dismantl\w*)\b",
    _I,
)
"""What tells a group of offenders from one of a road's neighbours or cleaners."""
_OFFENDERS = frozenset(
    {"ocg", "gang", "mob", "organised crime group", "crime group", "crime family"}
)
_BANDS = listed("bands")
_LINE_NOT = listed("not_a_line")
_PREMISES = listed("premises")
_STRIKE = Pattern(
    r"\b(?:warrants?|(?:dawn |drugs? )?raid(?:s|ed|ing)?|arrests?(?! referral)|"
    r"arrest (?:phase|day)|"
    r"strike (?:day|team)|(?:drugs?|police|enforcement|dawn|covert) op(?:eration)?s?|"
    r"observations?(?! (?:that|made))|drugs dogs?|sniffer dogs?|"
    r"search(?:es)? (?:of|at|warrant)|surveillance(?! camera)|covert\w*|plain[ -]?clothes|"
    r"sting|stake-?out|"
    r"undercover|controlled delivery|(?:test|undercover) buys?|executive action|"
    r"doors? (?:go|goes|going) in|"
    r"the knock|hidden (?:camera|microphone)s?|cameras? hidden|(?:enforcement|dawn) visit|"
    r"cameras? (?:[\w ]{1,30} )?(?:is|are) hidden|"
    r"in the (?:trees|bushes|hedge|undergrowth)|"
    r"(?:police|officers|team|immigration|hmrc|nca|glaa|trading standards|detectives|firearms|"
    r"enforcement) (?:\w+ ){0,3}?(?:hits?|go(?:es)? (?:to|in|into)) "
    rf"(?:\w+ ){{0,3}}?(?:{any_of(_PREMISES)})|"
    r"swoop|tracker|obs|unmarked (?:car|van|vehicle)s?|drones? (?:with \w+ )?(?:going )?(?:up|"
    r"out|to go|will|goes|over)|"
    r"closure orders?|injunctions?|listening device|intercept\w*|tagging team|seizure|"
    r"(?:will|to) (?:hit|bust|raid|swoop)|plot up|sit up on|(?:put|putting) (?:the|a) doors? in|"
    r"through the door|do(?:ing)? the doors?)\b"
    r"(?! (?:data|figures|statistics|guidance|polic(?:y|ies)|protocols?|procedures?|templates?|"
    r"training|totals?|rates?|numbers?|reports?)\b)",
    _I,
)
_TEST = Pattern(
    r"\b(?:test[- ]purchas\w+|mystery shop\w*|decoys?|spot checks?|inspection|sales tests?|"
    r"under-?age (?:sales|buys?)|multi-agency visit|joint visit|visit by immigration|"
    r"immigration visit|unannounced (?:multi-agency |joint )?(?:visits?|inspections?|checks?)|"
    r"(?:\d\d|fifteen|sixteen) year olds into)\b",
    _I,
)
_DATED = Pattern(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tues?|weds?|thurs?|fri|tomorrow|tonight|"
    r"at dawn|(?:next|"
    r"this) (?:week|month)|all (?:week|weekend|night)|"
    r"weekend|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|"
    r"nov|dec)[a-z]*|"
    r"\d{1,2}(?:st|nd|rd|th)|\d{1,2}/\d{1,2}|\d{1,2}(?:[.:]\d\d)? ?[ap]m|"
    r"[012]\d[.:]?[0-5]\d(?: hours| hrs)|"
    r"(?:in|before) the morning|half term|first light)\b",
    _I,
)
_AHEAD = Pattern(
    r"\b(?:will|(?:is|are|due|going|about|plan|plans|planned|planning|intends?|hope|hoping|"
    r"ready) to|to be \w+|"
    r"(?:set|planned|due|fixed|booked|scheduled|lined up|pencilled in|arranged|down) (?:for|on|in)|"
    r"(?:is|are) (?:set|planned|due|fixed|booked|going|scheduled|arranged|lined up|on|in|at|"
    r"pencilled)|"
    r"(?:go|goes|going) (?:in|live|through|ahead)|next (?:week|month|(?:mon|tue|wed|thu|fri|"
    r"sat|sun)\w*)|"
    r"tomorrow|tonight|starts?|begins?|gets? (?:raided|hit|searched|done|busted|visited)|"
    r"(?:runs?|lasts?|valid|continues?|on) (?:to|until|till)|"
    r"this (?:coming )?(?:mon|tue|wed|thu|fri|sat|sun)\w*)\b",
    _I,
)
_OVER = Pattern(
    r"\b(?:was|were|had|has|have|last|since|fell|rose|took|made|found|held|"
    r"(?!(?:planned|booked|arranged|scheduled|intended|agreed|expected|proposed|needed|unmarked)\b)\w{3,}ed)\b",
    _I,
)
_PLACE = Pattern(
    r"\b[A-Z][\w'-]+ (?:Road|Street|Lane|Approach|Avenue|Close|Hill|Parade|Way|Park|Estate|"
    r"Farm|Station|High Street)\b"
    r"|\b(?:at|on|in|of|for|to|into|from|outside|behind|above|inside|near|by|off|against) "
    r"(?:(?:the|a|an|one|two|three|four|five|six|both|all|that|this|some|"
    r"several|his|her|\d{1,2}) )?"
    rf"(?:\w+ ){{0,3}}?(?:{any_of(_PREMISES)})(?:s|es)?\b"
    rf"|^(?:[\w'-]+ ){{0,3}}?(?:{any_of(_PREMISES)})(?:s|es)?\b"
)
_TOLD = (
    r"(?:told|shared|warned|mentioned|discussed|announced|advertised|publicised|circulated|"
    r"repeated|passed on|released|posted|known|said)"
)
_HUSHED = Pattern(
    r"\b(?:not (?:yet )?known to|not (?:yet )?(?:been )?(?:aware|told|informed|warned)|"
    r"unaware|(?:has|have|with|had) no (?:idea|clue|inkling)|none the wiser|in the dark|"
    r"unsuspecting|(?:do|does|must|should)(?: not|n'?t) (?:yet )?"
    r"(?:hear|learn|know\b(?! (?:if|whether|how|what|when|about|the))|tell|share|warn|publicise|"
    rf"advertise|announce|circulate|mention|be {_TOLD})|not to (?:know|hear|share|tell|be {_TOLD})|"
    r"(?:nobody|no one|none)\b[^.]{0,30}\b(?:told|know|knows)|keep (?:it|this)? ?(?:quiet|"
    r"secret|to yoursel\w+|between us)|"
    r"keep (?:patrols|officers|wardens|staff|uniforms?) (?:away|out|clear)|tip(?:ped|"
    r"ping)? (?:him |her |them )?off|without (?:warning|telling|notice)|"
    r"(?:keep|leave) (?:it|this) off|nothing (?:on|to) (?:social media|facebook|the press)|"
    r"say nothing|only (?:[a-z']{1,15} ){1,5}knows?\b(?! (?:if|whether|how|what|about))|"
    r"stay (?:away|clear)|hush|under wraps|not for sharing|in secret)\b",
    _I,
)
_EMBARGOED = Pattern(r"\b(?:before|until|till|ahead of|embargo\w*)\b", _I)
"""A day up to which news is kept back is no day on which something is to happen."""
_VEILED = Pattern(
    r"\b(?:unannounced|undercover|unmarked|no (?:warning|notice)|confidential|secret(?:ly)?|"
    r"quietly)\b",
    _I,
)
_SOURCE = Pattern(
    r"\b(?:chis(?! (?:policy|audit|training|authorit|regime|form|code|inspection|guidance|"
    r"handler))|covert human|(?:our|an|the|a|police) informant|"
    r"informants? (?:inside|within|in|say|says|said|told|tells|reports)|(?:our|the|a|"
    r"one) source (?:in|inside|within|close|says|said|tells|told|reports|has|is)|"
    r"source (?:in|inside|within|close to) |(?<=our )source (?:at|on|near) |sources? (?:says?|"
    r"said|tells?|reports?) |"
    r"(?:have|has|got) (?:someone|somebody|a man|a contact|an? \w+) (?:inside|on the inside)|"
    r"undercover (?:officer|buyer)s? (?:is|are|will|has|bought|buys?)|tracker (?:is |"
    r"has been )?(?:on|fitted)|anpr marker|"
    r"(?:we|officers|police|detectives) (?:are|is) (?:still )?(?:watching|following) (?!what|how|"
    r"whether|this|progress)|under (?:surveillance|observation)|observation (?:point|post)|"
    r"(?:reliable|trusted|inside|good|confidential) (?:contact|caller) (?:says?|said|tells?|told|"
    r"reports?)|"
    r"phones?(?: [\w ]{1,40})? (?:is|are) (?:being )?(?:tapped|"
    r"monitored|intercepted))\b",
    _I,
)


def operations(note: Note) -> Iterator[Span]:
    """Named operations and groups; whole sentences that tell what is still to come."""
    named = [*_operations(note), *_groups(note)]
    yield from named
    for start, end in note.sentences:
        already = any(start <= part.start < end for part in named)
        if not already and _gives_away_plans(note.text[start:end]):
            yield Span("operation", start, end)


def _operations(note: Note) -> Iterator[Span]:
    for match in _OP_NAME.finditer(note.text):
        name = match.group("name")
        if (
            name.lower() in _PUBLIC_OPS
            or (name.islower() and is_word(name))
            or name.lower() in {"of", "and"}
            or _CAMPAIGN.match(note.text, match.end("name"))
            or _is_told_in_public(note, match)
        ):
            continue
        if name.islower() and match.group()[:2].istitle() and is_word(name):
            continue
        more = match.group("more")
        long = (
            bool(more)
            and more[1].isupper()
            and more.strip().lower() not in TYPES
            and not is_word(more.strip().lower())
        )
        yield Span("operation", match.start(), match.end() if long else match.end("name"))


def _is_told_in_public(note: Note, match: re.Match[str]) -> bool:
    """Whether its sentence says that everybody was told of it, and nothing of a strike."""
    sentence = note.around(match.start())
    public = _IN_PUBLIC.search(note.text, *sentence)
    return bool(public) and not (
        _STRIKE.search(note.text, *sentence) or _HUSHED.search(note.text, *sentence)
    )


def _groups(note: Note) -> Iterator[Span]:
    for match in _GROUP_NAME.finditer(note.text):
        start = match.start("name")
        quoted = start > 0 and note.text[start - 1] in "\"'"
        if _is_group(note, match.group("name").lower().split(), quoted) or _of_a_place(note, match):
            yield Span("operation", match.start(), match.end())
    for match in _GROUP_NUMBER.finditer(note.text):
        yield Span("operation", *match.span())
    for match in _CODENAME.finditer(note.text):
        yield Span("operation", *match.span("name"))
    for match in _GROUP_CALLED.finditer(note.text):
        if match.group("name")[0].isupper():
            yield Span("operation", *match.span("name"))


def _is_group(note: Note, pieces: list[str], quoted: bool) -> bool:
    """Like "Hartnell", "Vale Boys" or a quoted word; not a place, a railway or "county"."""
    if len(pieces) > 1 and pieces[-1] in _BANDS:
        return True
    named = [piece for piece in pieces if piece not in _LINE_NOT and not note.is_place(piece)]
    if quoted:
        return bool(named)
    return any(not is_word(p) or (p in FAMILY and p not in TYPES) for p in named)


def _of_a_place(note: Note, match: re.Match[str]) -> bool:
    """Like "the Hollow Road crew" or "Thornby gang": known by its patch, and of offenders."""
    name = match.group("name")
    if not (_ROAD.fullmatch(name) or note.is_place(name.lower())):
        return False
    if match.group("type").lower() in _OFFENDERS:
        return True
    crewed = match.group("type").lower() in {"crew", "mob", "firm", "line", "network"}
    return crewed and bool(_TRADE.search(note.text, *note.around(match.start())))


def _gives_away_plans(sentence: str) -> bool:
    """A step against crime still to come, told with its place, its day or its secrecy."""
    if _SOURCE.search(sentence):
        return True
    strike, dated = _STRIKE.search(sentence), _DATED.search(sentence)
    placed = _PLACE.search(sentence)
    if _HUSHED.search(sentence):
        planned = dated and not _EMBARGOED.search(sentence)
        return bool(strike or placed or planned or _TEST.search(sentence))
    ahead = _AHEAD.search(sentence)
    if strike and not _OVER.search(sentence):
        return bool(dated or (ahead and placed))
    if strike and ahead:
        return bool(dated or placed)
    if not (ahead and _TEST.search(sentence)):
        return False
    return bool(dated and placed) or bool(_VEILED.search(sentence))
