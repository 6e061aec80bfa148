"""What a source or intelligence says of offenders, and where they or their goods are."""

from __future__ import annotations

import re

from bot.disclosure.evidence_words import ONE, POST, WORK
from bot.disclosure.lists import any_of, listed
from bot.disclosure.patterns import Pattern

_I = re.IGNORECASE
TRADE = Pattern(
    r"\b(?:suppl(?:y|ier|iers|ied|ying)|deal(?:er|ers|ing|s)?|drugs?|cannabis|heroin|crack|"
    r"cocaine|wraps?|"
    r"runners?|rivals?|feud\w*|grudge|debts?|turf|stabb\w*|shooting|machetes?|knives|knife|"
    r"weapons?|guns?|burgl\w*|robb\w*|ket|nos|stash\w*|cuckoo\w*|elders|youngers|nominals|"
    r"phones? (?:was|were|seized)|seized|raided|arrested|disrupt\w*|dismantl\w*)\b",
    _I,
)
"""What tells a group of offenders from one of a road's neighbours or cleaners."""
_PREMISES = listed("premises")
PLACE = Pattern(
    r"\b[A-Z][\w'-]+ (?:Road|Street|Lane|Approach|Avenue|Close|Hill|Parade|Way|Park|Estate|"
    r"Farm|Station|High Street)\b|\b(?:above|behind|inside|into|near|outside|under) the [A-Z][a-z]+"
    r"|\b(?:at|on|in|of|for|to|into|from|outside|behind|above|inside|near|by|off|against) "
    r"(?:(?:the|a|an|one|two|three|four|five|six|both|all|that|this|some|"
    r"several|his|her|\d{1,2}) )?"
    rf"(?:\w+ ){{0,3}}?(?:{any_of(_PREMISES)})(?:s|es)?\b"
    rf"|^(?:[\w'-]+ ){{0,3}}?(?:{any_of(_PREMISES)})(?:s|es)?\b"
)
DATED = Pattern(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tues?|weds?|thurs?|fri|tomorrow|tonight|"
    r"at dawn|(?:next|this) (?:week|month)|all (?:week|weekend|night)|"
    r"weekend|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|"
    r"nov|dec)[a-z]*|\d{1,2}(?:st|nd|rd|th)|\d{1,2}/\d{1,2}|\d{1,2}(?:[.:]\d\d)? ?[ap]m|"
    r"[012]\d[.:]?[0-5]\d(?: hours| hrs)|"
    r"(?:in|before) the morning|half term|first light|(?:after|before|by|over) (?:christmas|"
    r"easter|new year|xmas))\b",
    _I,
)
_SOURCE = Pattern(
    r"\b(?:chis(?! (?:policy|audit|training|authorit|regime|form|code|inspection|guidance|"
    r"handler))|covert human(?! intelligence (?:law|polic|code|training|brief))|(?:our|an|the|a|"
    r"my|his|police) informant\b(?! (?:polic|training|handl|"
    r"regime|management|payment)\w*)|"
    r"informants? (?:inside|within|in|say|says|said|told|tells|reports)|(?:our|the|a|"
    r"one) source (?:in|inside|within|close|says|said|tells|told|reports|has|is)|"
    r"source (?:in|inside|within|close to) |(?<=our )source (?:at|on|near) |sources? (?:says?|"
    r"said|tells?|reports?) |"
    r"(?:have|has|got) (?:someone|somebody|a man|a contact|an? \w+) (?:inside|on the inside)|"
    r"undercover (?:officer|buyer)s? (?:is|are|will|has|bought|buys?)|tracker (?:is |"
    r"has been )?(?:on|fitted)|anpr marker|"
    r"(?:we|officers|police|detectives) (?:are|is) (?:still )?(?:watching|following) (?!what|how|"
    r"whether|this|progress)|under (?:surveillance|observation|watch)|observation (?:point|post)|"
    r"(?:one|he|she|him|her|buyer|driver|seller|customer|lodger|tenant|barman) (?:is|was|are) "
    r"(?:actually )?one of ours|our (?:man|woman|lad|girl|person|buyer|friend) (?:inside|goes|is|"
    r"will|gets|has been)|(?:watching|(?:to|and|will|can) (?:watch|see)) who(?:ever)? (?:comes|"
    r"goes|turns|collects|picks)|"
    r"(?:not|don'?t|never|avoid|without) (?:to )?(?:alert|spook|tip\w* off|scar\w* off)(?:ing)? "
    r"(?:the (?!press|public|media|papers|residents|community|market|schools?\b)|him|her|them\b)|"
    r"(?:surveillance|observations?|obs|watch|stake-?out|cover)\b[^.!?\n]{0,40} (?:was|were|got|is|"
    r"has been|have been) (?:compromised|blown|burn(?:t|ed)|rumbled|clocked|spotted)|"
    r"(?:cell[- ]?sites?|anpr|phone data|triangulation|the tracker|telematics) (?:data |work |"
    r"hits? )?(?:puts?|places?) (?:him|her|his|them|the|both)|"
    r"(?:so|that) (?:we|officers|police|detectives|(?:the|our) team) can (?:follow|watch|trail|"
    r"catch) (?:the (?:van|car|lorry|man|lad|buyer|courier|runner|dealer|driver|seller)|him|her|"
    r"them)\b(?! up)|"
    r"(?:reliable|trusted|inside|good|confidential) (?:contact|caller) (?:says?|said|tells?|told|"
    r"reports?)|phones?(?: [\w ]{1,40})? (?:is|are) (?:being )?(?:tapped|"
    r"monitored|intercepted))\b",
    _I,
)
_WORKER = (
    rf"\b(?:{WORK}|{POST}|{ONE}|(?:bar|door|kitchen|night|shop) staff|regulars?)\b"
    r"[^.!?\n]{0,40}?"
)
_TELLS_US = Pattern(
    rf"{_WORKER} (?:feed|gave|giv|let|pass|ring|send|slip|tell|text|tip|told)\w* "
    r"(?:us|me|officers|police|pcsos?)(?: (?:about|all|good|know|on|some|the)){0,3} "
    r"(?:info(?:rmation)?|intel|names|off|(?:number )?plates|regs?|tips?|when|who|"
    r"what (?:he|she|they|the (?:boys|buyers|dealers?|gang|lads|line|runners?)))\b"
    rf"|{_WORKER} (?:is|was|as) (?:our|the|my) (?:best |main |only )?(?:contact|ears|eyes|mole|"
    r"snout|source)\b(?! (?:for|of)\b)",
    _I,
)
"""Who works there and tells us: "the barmaid at the Plough who gives us the info"."""
_OF_DEALERS = Pattern(
    r"\b(?:what (?:he|she|they|the [a-z]+) (?:say|do|plan|bring|sell)s?|when (?:he|she|they)|"
    r"who (?:buy|come|deal|go|run|sell|suppl|turn)\w*|dealers?|runners?|gear|pills|vapes|weed|"
    r"(?:number )?plates|regs?|the names|parties|do not share|don'?t share)\b",
    _I,
)
"""What those tell who watch others."""
_FROM_ONE = Pattern(
    r"\bour (?:[a-z]{2,9} )?(?:info(?:rmation)?|intel|tips?)\b(?! [a-z]{3,8}s\b)[^.!?\n]{0,30} "
    rf"from (?:[a-z]{{1,12}} ){{0,3}}?{_WORKER} (?:at|behind|in|on|who)\b",
    _I,
)
_HIDDEN = Pattern(
    r"\b(?:covert|hidden|secret) (?:camera|microphone|mic|device|recorder)s? (?:(?:is|are|was|"
    r"were|has|have|been|goes|go|sits?|now|still) ){1,3}(?:(?:put|set|placed|fitted|hidden|up) )?"
    r"(?:in|on|at|behind|inside|facing|up|under|over) (?!use\b|place\b|order\b|line\b)"
    r"|\b(?:camera|mic|microphone|recorder)s? (?:(?:is|are|now|hidden|put) ){0,2}(?:in|inside|"
    r"behind|"
    r"under) (?:the|an?|his|her|their) (?:[\w-]{2,12} )?(?:bird ?box|nest ?box|hedge|bush(?:es)?|"
    r"trees?|smoke (?:alarm|detector)|clock|teddy|planter|wheelie bin|parcel)\b"
    r"|\b(?:wire|bug|probe|listening device) (?:(?:is|was|goes|now) ){0,2}(?:in|on|under|inside) "
    r"(?:the|his|her|their) (?:[\w-]{2,12} )?"
    rf"(?:{any_of(_PREMISES)}|car|van|lorry|lounge|kitchen|cell|room|phone)\b",
    _I,
)
_FROM_WITHIN = Pattern(
    r"\b(?:someone|somebody|one|a (?:member|man|woman|lad|contact)) (?:in|inside|from|within|of|"
    r"close to) "
    r"the (?:ocg|gang|group|line|crew|network) (?:has |is )?(?:phoned|told|tipped|rang|talk\w+|"
    r"gave|"
    r"gives|speak\w+|spoke)\b",
    _I,
)
_LEARNT = Pattern(
    r"\b(?:intel(?:ligence)?|information|whisper|tip[- ]?off|word|(?:source|police|street|local) "
    r"(?:report|talk))s?(?: (?:received|in|today|now|locally|on the street))? (?:(?:is|are|says?|"
    r"suggests?|indicates?|puts?|points?|reckons?|has|have)\b|that\b)"
    r"|\b(?:crimestoppers|intel|tip)(?: [\w']{2,8}){0,3}:",
    _I,
)
_HEARSAY = Pattern(
    r"\b(?:hearing|we hear|i hear|(?:we|i)(?:'re|'m|'ve been| are| am| have been) told|"
    r"(?:(?:is|are) said|thought|believed) to be|we (?:think|believe|suspect)) ",
    _I,
)
_GOODS = Pattern(
    r"\b(?:gear|cash|takings|money|goods|stock|kit|bikes|firearms?|phones|sim cards|girls|women|"
    r"passports)\b",
    _I,
)
_OF_THEM = Pattern(
    r"\b(?:they|he|she|them|him|her|it|the (?:group|gang|line|crew|phone|graft|family|brothers|"
    r"lad|boy|girl|dealer|"
    r"seller|runner|elder|courier|driver|boss|couple|landlord|owner)s?|(?:the|an?|his|her) "
    rf"(?:[\w-]{{2,14}} )?(?:{any_of(listed('occupations'), listed('sole_posts'))})s?)\b|"
    r"'s (?:stash|gear)\b",
    _I,
)
_WHEREABOUTS = Pattern(
    r"\b(?:(?:is|are|was|were|be|been|being|get|gets|kept|hidden|stored|stashed|buried|moved|gone|"
    r"left|dropped|taken|put|puts?)(?: [\w']{1,12}){0,3}?) (?:at|in|under|behind|inside|beneath|"
    r"above|to|into|over|round|up|down) (?:the|a|an|his|her|their|one|that)\b",
    _I,
)
"""What was learnt, of whom, and where it is."""
_CONTRABAND, _GOODS_OF_ALL = listed("contraband"), listed("goods")
_FROM_A_SOURCE = Pattern(
    r"\b(?:chis|informants?|informers?|grass(?:es)?|moles?|snouts?|narks?|sources?|crimestoppers|"
    r"intel(?:ligence)?|word|whispers?|rumours?|tip[- ]?offs?|reporting)"
    r"(?: [\w'-]{1,12}){0,4}? (?:is|are|says?|tells?|told|suggests?|indicates?|puts?|places?|"
    r"points?|reckons?|has|have|names?|reports?|received|that)\b|\b(?:grass|mole|nark) said\b|"
    r"\baccording to (?:\w{1,9} )?(?:intel\w*|informants?|informers?|sources?)\b|"
    r"\b(?:tip|tip[- ]off|intel|source|informant|chis|crimestoppers)(?: [\w']{2,8}){0,3}:",
    _I,
)
_HEARD = Pattern(
    r"\b(?:(?:caller|info(?:rmation)?) (?:[\w'-]{1,12} ){0,4}?(?:is|says?|said|states?|that|"
    r"rec'?d|received)\b|(?:rang|called|phoned|wrote)(?: in| us)? to say\b|according to|"
    r"(?:we|i)(?:'re|'ve been| are| have been| am| was| were) told\b|"
    r"we (?:think|believe|suspect|hear)\b)",
    _I,
)
_WHOSE = r"(?:\b(?:the|his|her|their|its|these|those|an?|some|stolen|illicit|illegal|counterfeit)"
_THEN = (
    r"(?= (?:is|are|was|were|be|comes?|goes|go|gets?|moves?|in|at|on|under|behind|over|above|by|"
    r"near|inside|kept|stored|hidden|left)\b|[,.;]|$)"
)
_CONTRABAND_OF_THEIRS = Pattern(
    rf"{_WHOSE}(?: [\w'-]{{2,14}}){{0,2}}?|:) (?:{any_of(_CONTRABAND)}){_THEN}"
    r"|\b(?:girls|women|lads|kids) (?:is|are) (?:being )?(?:taken|kept|held|moved)\b"
    rf"|\b(?:bag|box|case|load|lorry|pallet|van)(?:s|es|"
    rf"ies)? of (?:{any_of(_CONTRABAND, _GOODS_OF_ALL)})\b"
    r"|\b(?:cannabis|drugs?|weed) (?:factory|farm|grow|lab)\b|\bstash\w*\b|"
    r"\bstolen [a-z-]{3,12} (?:is|are)\b|\b(?:gear|(?:shot|hand)?guns?|machetes?)\b",
    _I,
)
_GOODS_OF_THEIRS = Pattern(
    rf"{_WHOSE}(?: [\w'-]{{2,14}}){{0,2}}?|:) (?:{any_of(_GOODS_OF_ALL)}){_THEN}", _I
)
_WHERE = Pattern(
    r"\b(?:in|behind|at|under|over|above|below|beneath|inside|near|by|next to|beside|via|on|to|"
    r"into|from|off|down) (?:(?:the|an?|his|her|their) (?!(?:[\w-]{2,14} ){0,2}?(?:areas?|district|"
    r"borough|county|town|city|force|region|communit(?:y|ies)|economy|increase|rise|decline|"
    r"website|web ?site|reports?|agenda|plan|return|quarter|past|week|month|year|public|past)\b)|"
    r"(?-i:[A-Z][a-z])|\d)|\bas where\b",
    _I,
)


_OUTRIGHT = (_SOURCE, _FROM_ONE, _HIDDEN, _FROM_WITHIN)
SOURCES = (*_OUTRIGHT, _TELLS_US, _LEARNT, _HEARSAY, _FROM_A_SOURCE, _HEARD)
"""Without any of these no source is given away."""


def gives_away_a_source(sentence: str) -> bool:
    """Whether a sentence tells of a source, or repeats what one says."""
    if any(p.search(sentence) for p in _OUTRIGHT):
        return True
    of_dealers = TRADE.search(sentence) or _OF_DEALERS.search(sentence)
    watched = of_dealers and _TELLS_US.search(sentence)
    return bool(watched) or _repeats_intelligence(sentence)


def _repeats_intelligence(sentence: str) -> bool:
    """What was learnt of offenders and where they or their goods are: "intel is that they have
    moved the cash to the car wash"; not what intelligence shows of crime as such."""
    if _tells_where(sentence):
        return True
    learnt = _LEARNT.search(sentence)
    if not (learnt or _HEARSAY.search(sentence)):
        return False
    goods = _GOODS.search(sentence) or TRADE.search(sentence)
    if goods and _WHEREABOUTS.search(sentence):
        return True
    somewhere = any(p.search(sentence) for p in (PLACE, DATED, _WHEREABOUTS))
    return bool(learnt and _OF_THEM.search(sentence) and somewhere)


def _tells_where(sentence: str) -> bool:
    """Where something is, by a source, or, of goods that are of crime alone, by anybody."""
    by_a_source = _FROM_A_SOURCE.search(sentence)
    if not (by_a_source or _HEARD.search(sentence)):
        return False
    goods = _CONTRABAND_OF_THEIRS.search(sentence)
    goods = goods or (by_a_source and _GOODS_OF_THEIRS.search(sentence))
    return bool(goods and _WHERE.search(sentence))
