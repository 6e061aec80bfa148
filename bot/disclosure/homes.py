"""A home told without its number: by what is beside it, by its door, or as a point on a map."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.disclosure.evidence_words import LESSER, SEVERE
from bot.disclosure.lists import any_of, listed
from bot.disclosure.patterns import Pattern, likely
from bot.disclosure.text import Note, Span
from bot.disclosure.words import TYPES

KIND = (
    r"(?:terrace|terraced house|house|hoose|bungalow|flat|cottage|semi|maisonette|bedsit|caravan|"
    r"chalet|"
    r"home|farmhouse|farm|door|squat|tent|(?:one|two|three|[123])[- ]bed(?:room)?|lodge|apartment|"
    r"property|council house|static|barge|narrowboat|one|place|gaff|annexe?)"
)
WHICH = (
    r"(?:end|corner|first|second|third|fourth|last|middle|top|upper|lower|ground|basement|upstairs|"
    r"downstairs|left-hand|right-hand|only|big|old|white|red|blue|green|pink|yellow|black|brick|"
    r"detached|semi-detached|boarded[- ]up|empty|pebble-?dashed|thatched|derelict)"
)
BESIDE = (
    r"(?:next door to|next to|beside|by|before|after|(?:just )?past|beyond|opp(?:osite)?|facing|"
    r"across from|above|over|below|under|nearest(?: to)?|behind|"
    r"in front of|at the (?:end|top|bottom|corner|back)|on the (?:left|right|corner|end)|"
    r"two doors (?:up|down|along|away)|(?:with|w/)(?: (?:the|an?))? [a-z]{3,12}(?: [a-z]{3,12})?"
    r"(?: (?:in|on|outside) (?:the|its) [a-z]{3,12}(?: [a-z]{3,12})?)?)"
)
ROAD = (
    r"(?:(?:[A-Z][A-Za-z'-]{1,19} ){1,3}(?:Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Drive|Close|Court|"
    r"Crescent|Gardens|Grove|Hill|Mews|Parade|Place|Rise|Row|Square|Terrace|View|Walk|Way|Green|"
    r"Park|Common|Estate|End|Bank|Broadway|Brow|Buildings|Chase|Croft|Dene|Drove|Fields?|Fold|"
    r"Gate|Heath|Loke|Meadows?|Mount|Orchard|Passage|Path|Promenade|Quay|Ridge|Side|Strand|Top|"
    r"Vale|Wharf|Wynd|Yard)"
    r"|(?:Heol|Ffordd|Stryd|Lon|Clos|Maes|Bryn|Rhodfa|Cwrt|Rue) (?:(?:y|yr|Y|Yr) )?"
    r"[A-Z][a-z]{1,14}(?: [A-Z][a-z]{1,14})?"
    r"|(?:the |[A-Z][a-z]{2,14} )?High Street|The [A-Z][a-z]{2,14})"
)
"""The name of a road as it is written, its kind at its end or, in Welsh and French, before it."""
_CORNER = Pattern(
    rf"\b(?i:(?:door|flat|floor|bungalow|house|bedsit|upstairs|top bell),?[^.!?\n]{{0,30}}?"
    rf"corner of) {ROAD} and {ROAD}"
)
_PEOPLE_AT = Pattern(
    rf"\b(?i:(?:the |an? )?(?:{any_of(listed('person_words'), listed('kin'))})"
    r"(?:,? (?:who )?"
    rf"(?:lives?|living|staying))?(?: in| at)? {BESIDE}) (?:the|a|an|"
    rf"of)(?: [\w'&-]{{1,20}}){{1,4}}? (?:in|on|off|along) {ROAD}"
)
"""Like "the family at the end of the terrace in Mill Row"."""
_WITH_A_SIGN = Pattern(
    rf"\b(?i:(?:the|that) {KIND} (?:on|in|off)) (?:[A-Z][a-z'-]{{2,15}} ?){{1,3}}"
    r"with (?:the|an?) [a-z]{3,12}(?: [a-z]{3,12})?"
)
"""Like "the bungalow on Seaview with the ramp"."""
_VESSEL = (
    r"(?:narrow ?boat|house ?boat|wide ?beam|barge|yacht|cabin cruiser|cruiser|trawler|dinghy)"
)
_MOVABLE = (
    rf"(?:{_VESSEL}|boat|caravan|static|mobile home|motorhome|camper ?van|horsebox|tent|yurt|shed|"
    r"flat|bedsit|room|maisonette|bungalow|cottage)"
)
_BERTH = Pattern(
    rf"\b(?i:(?:{any_of(listed('person_words'), listed('kin'))})(?:,? (?:who )?(?:lives?|living|"
    r"staying))? (?:in|at|on|from|of) (?:the )?(?P<home>(?:berth|mooring|pitch|plot|chalet|"
    r"caravan|static|cabin|bedsit|pod|bungalow|hut) (?:no\.? ?)?\d{1,3}[a-h]?))\b"
)
"""Like "the couple on berth 11"."""
_ROOM = Pattern(
    r"\b(?i:lodging|stay(?:s|ing|ed)?|living|lives|placed|put (?:up|him|her|them|the family)|"
    r"housed|moved (?:him|her|them)|sleeping|hiding|hid)\b[^.!?\n]{1,40}?"
    r"(?P<home>\b(?i:rooms?|beds?|bay|cabin) \d{1,3}[a-h]?(?: (?:and|&) \d{1,3})?)\b"
)
_LIVED_IN = Pattern(
    rf"\b(?i:liv(?:es|ing)|sle(?:eps|pt|eping)|stay(?:s|ing)|camp(?:ed|ing)|dossing|kipping|"
    rf"squatting) "
    rf"(?i:in (?:an?|the|his|her) (?:old |{WHICH} )?(?:{_MOVABLE}|van|car|lorry|garage|container|"
    r"summer ?house|outbuilding|stable|barn|squat)) (?i:in|on|at|by|behind|near|off|under|outside|"
    r"opposite)"
    r" (?:(?:the|a) )?(?:[a-z][\w-]{1,10} ){0,3}?(?:(?:on|off|by|at|behind|near|of) )?(?:the )?"
    r"(?:[A-Z][\w'-]{1,19}(?: [A-Z][\w'-]{1,19}){0,2}|[ABM]\d{1,4}\b)"
)
"""Like "lives in a horsebox in the lay-by on the A26"."""
_STAND_LIVED_IN = Pattern(
    r"\b(?P<home>(?i:beach hut|hut|caravan|static|pitch|plot|berth|mooring|chalet|cabin|pod|"
    r"garage|container|lock-?up|shed|unit|locker|"
    r"container) (?:no\.? ?)?\d{1,3}[a-h]?)\b(?=[^.!?\n]{0,40}?\b(?:slept|sleeping|"
    r"living|lives|lived|sleeps|staying|hiding|squatting|dossing|cuckooed|stash\w*)\b)"
)
_BED_OF_A_WARD = Pattern(
    r"\b(?i:(?:ward|dorm|dormitory|wing|block|landing|house) \w{1,8},? (?:bed|bunk|room|cell|bay|"
    r"(?:top|bottom) bunk)"
    r"(?: \d{1,3}[a-h]?)?|(?:bed|bunk|room|cell|bay) \d{1,3}[a-h]?,? (?:of |on |in )?(?:ward|dorm|"
    r"wing|block|landing) \w{1,8})\b"
)
"""Like "ward 6 bed 11", "dorm 3 top bunk"."""
_ROOM_OF_A_HOTEL = Pattern(
    r"\b(?i:hotel|ibis|travelodge|premier inn|holiday inn|b&b|guest ?house|hostel|placement|"
    r"temp accommodation)\b[^.!?\n]{0,25}?(?P<home>\b(?i:rooms?|rm\.?) ?\d{1,3}[a-h]?)\b"
)
_OLD_HOUSE = Pattern(
    rf"\b(?:{any_of(listed('person_words'), listed('kin'))})"
    r"(?:,? (?:who )?(?:lives?|living|staying))?"
    r" (?:at|in|of) (?P<home>The Old [A-Z][a-z]{2,14}(?: House)?,? (?:in )?[A-Z][a-z'-]{2,19})"
)
"""Like "the couple at The Old Smithy, Thornby"."""
_NTH = Pattern(
    rf"\b{ROAD},? (?i:(?:the )?(?:first|second|third|fourth|last) (?:house |door |one |bungalow )?"
    r"(?:on|from|past|after|before) (?:the )?\w+)"
)
"""Like "Vicarage Close, third on the left"."""
_DOORS_FROM = Pattern(
    rf"\b(?i:(?:one|two|three|four|a few) (?:up|down|along) from)\b [^.!?,\n]{{3,40}}?"
    rf"(?: on| in| at|,) {ROAD}\b"
    r"|\b(?i:(?:one|two|three|four|five|six|\d|a few|next|several) doors? "
    r"(?:up|down|along|away|on(?= from| past|[,.])|past|from|to the (?:left|right)))\b"
    rf"(?:(?i: from| of| past)? [^.!?,\n]{{3,40}}?(?: on| in| at|,) {ROAD}\b)?"
)
"""Like "two doors along from the Red Lion on Church Street"."""
_BOAT = Pattern(
    rf"\b(?:(?i:{_VESSEL}|boat|caravan|motorhome) (?:called |named )?[\"'][A-Z][\w' ]{{1,24}}[\"']"
    rf"|(?i:{_VESSEL}|boat)(?: called| named)? [A-Z][a-z']{{2,14}}(?: (?:of |the )?"
    r"[A-Z][a-z']{2,14}){0,2}(?=,? (?:[a-z]{2,9}ed|at|on|below|above|by|near|has|have|had|is|was|"
    r"were)\b|[,.;]|$))"
    r"(?:,? (?:(?:moored|berthed|tied up|lying) )?(?:(?:at|on|in|below|above|by|near|"
    r"opposite) )?(?:the )?"
    r"(?:[A-Z][\w']{1,19}(?: [A-Z\d][\w']{0,19}){0,3}|(?:lock|bridge|berth|mooring) \d{1,3}\b))?"
)
_NEW_PLOT = Pattern(
    r"\b(?i:at|in|to|from) (?P<home>(?:plot|unit) \d{1,4} (?:on|at|of) (?:the |a )?"
    r"(?:new |old |big )?(?:estate|development|build|site)\b)"
)
_THREE_WORDS = Pattern(
    r"///[a-z]{2,20}\.[a-z]{2,20}\.[a-z]{2,20}\b"
    r"|\b(?i:what ?(?:3|three) ?words|w3w)(?: (?:is|of|at|address))?[\s:]{1,2}"
    r"[a-z]{3,20}\.[a-z]{3,20}\.[a-z]{3,20}\b"
)
_DEGREES = Pattern(
    r"(?<![\d.])[-+]?\d{1,2}\.\d{3,8}\u00b0? ?[NSns]?\s?[,;/ ]\s?"
    r"[-+]?\d{1,3}\.\d{3,8}\u00b0? ?[EWew]?(?![\d.])"
    r"|\b\d{1,2}\u00b0 ?\d{1,2}['\u2032] ?(?:\d{1,2}(?:\.\d{1,3})?[\"\u2033] ?)?[NS],? ?"
    r"\d{1,3}\u00b0 ?\d{1,2}['\u2032] ?(?:\d{1,2}(?:\.\d{1,3})?[\"\u2033] ?)?[EW]\b"
)
_GRID = Pattern(
    r"(?<![\w-])[HNOST][A-HJ-Z] ?(?:(?P<a>\d{3} ?\d{3})|\d{4} ?\d{4}|\d{5} ?\d{5})(?![\w/-])"
)
_TOLD_AS_A_WHOLE = (
    _CORNER,
    _PEOPLE_AT,
    _WITH_A_SIGN,
    _NTH,
    _DOORS_FROM,
    _LIVED_IN,
    _THREE_WORDS,
    _DEGREES,
)
_LIVE_THERE = listed("person_words") - {"driver", "owner", "resident", "rider"}
_SOMEBODY = Pattern(
    rf"\b(?:{any_of(_LIVE_THERE, listed('kin'))}|"
    r"he|she|his|her|him|somebody|someone|lads|girls|boys|kids|children|men|women|couple|lives?|"
    r"living|sleeping|"
    r"cuckoo\w*)\b",
    re.IGNORECASE,
)
_WHERE_SOMEBODY_IS = (_BED_OF_A_WARD, _ROOM_OF_A_HOTEL)
_GRID_CUE = Pattern(r"\b(?:grid|os|ref|at|near|location|map)\b[^.!?\n]{0,20}$", re.IGNORECASE)

_OF_THINGS = frozenset(
    {
        "broke",
        "broken",
        "burnt",
        "damag*",
        "fire",
        "graffiti",
        "housing",
        "lost",
        "moved to",
        "order",
        "paid",
        "smashed",
    }
)
"""What may befall a house in which nobody is."""
_HARM = Pattern(
    rf"\b(?:{SEVERE}|{any_of(LESSER - _OF_THINGS)}|address is|one to watch|watch(?:ed|ing))\b",
    re.IGNORECASE,
)
_OF_USE = Pattern(
    r"\b(?:award|bedrooms|charity|checked|drop-in|for sale|hub|leavers|member|offered|open|ready|"
    r"refurbished|repaired|replaced|scheme|visitors|won|(?:centre|charity|club|group|library|"
    r"office|project|service|surgery|team|unit)s? (?:has |have |is |are )?(?:mov|relocat)(?:ed|es|"
    r"ing))\b",
    re.IGNORECASE,
)
_VACANT = Pattern(
    r"\b(?:bought|demolished|derelict|empty|unoccupied|vacant|voids?)\b",
    re.IGNORECASE,
)
_LIVING = Pattern(
    r"\b(?:lives?|living|lived|cuckoo\w+|stay(?:s|ed|ing)|home|house|household|flat|tenants?|"
    r"resident|occup\w+|he|she|"
    r"his|her|him|family|couple|neighbour|lodger|man|woman|lady|mum|dad|victim|complainant|"
    r"hoard\w*|"
    r"party)\b",
    re.IGNORECASE,
)
COUNTED = Pattern(
    r" (?:shops?|residents|traders|premises|business(?:es)?|households|patrols?|walkabouts?|"
    r"visits?|cameras?|properties|homes|houses|units|stores|stalls|bins|checks|reports|incidents|"
    r"drivers|pubs|"
    r"garages|shelters|car parks?|stops?|lights|columns|meetings|sessions|retailers|owners|tenants|"
    r"members|pupils|students|volunteers|signs|posters|calls|bays|vans|buses|families|"
    r"licensees|schools|cafes|caf[eé]s|restaurants|takeaways|venues|sites|firms|agencies|clubs|"
    r"churches|barbers|salons|landlords|commuters|people|children|parents|cars|vehicles|bikes|"
    r"trees|benches|gates|alleys|lamps|entrances|doors|staff|wardens|schemes|"
    r"[a-z]{3,12}(?:[iey]ers|[^dyf]ers|ists|ors|ians|men|women|ents))\b",
    re.IGNORECASE,
)


def homes(note: Note) -> Iterator[Span]:
    """Every home told by what is near it or by its point on a map."""
    text = note.text
    for pattern in likely(_TOLD_AS_A_WHOLE, text):
        for match in pattern.finditer(text):
            if not is_of_use(note, match.start()):
                yield Span("address", *match.span())
    for match in _BOAT.finditer(text):
        name = match.group().partition(" ")[2].lower()
        if name not in TYPES:  # as in "Narrowboat Watch"
            yield Span("address", *match.span())
    for pattern in likely(_WHERE_SOMEBODY_IS, text):
        for match in pattern.finditer(text):
            if speaks_of_somebody(note, match.start()):
                yield Span("address", *match.span(match.lastgroup or 0))
    for pattern in likely((_NEW_PLOT, _BERTH, _ROOM, _OLD_HOUSE, _STAND_LIVED_IN), text):
        for match in pattern.finditer(text):
            yield Span("address", *match.span("home"))
    for match in _GRID.finditer(text):
        before = text[max(match.start() - 40, 0) : match.start()]
        if not match.group("a") or _GRID_CUE.search(before):
            yield Span("address", *match.span())


def speaks_of_somebody(note: Note, place: int) -> bool:
    """Whether the sentence at a place speaks of somebody who may live there."""
    return _SOMEBODY.search(note.text, *note.around(place)) is not None


def is_somebodys(note: Note, place: int) -> bool:
    """Whether the sentence at a place speaks of somebody, or of what befalls somebody."""
    return speaks_of_somebody(note, place) or bool(_HARM.search(note.text, *note.around(place)))


def is_of_use(note: Note, place: int) -> bool:
    """Whether the sentence at a place speaks of a house for its use, or of one nobody is in."""
    around = note.around(place)
    vacant = _VACANT.search(note.text, *around) and not is_somebodys(note, place)
    return bool(vacant or _OF_USE.search(note.text, *around))


def about_a_home(note: Note, place: int) -> bool:
    """Whether the sentence at a place speaks of living, or of who does."""
    start, end = note.around(place)
    return bool(_LIVING.search(note.text[start:end]))
