"""Home addresses in a note: a house number and a road, a flat, a named cottage in a lane.

A road alone passes; so do offices, venues, bus routes, rooms, and a number that counts things
("18 High Street shops").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.disclosure.homes import COUNTED, ROAD, about_a_home, homes
from bot.disclosure.lists import any_of, listed
from bot.disclosure.looks import homes_by_looks
from bot.disclosure.patterns import Pattern, likely
from bot.disclosure.text import Note, Span
from bot.disclosure.without_a_road import without_a_road
from bot.disclosure.words import TYPES, is_word

_I = re.IGNORECASE
_ROAD = (
    r"(?:road|rd|street|st|lane|ln|avenue|ave|drive|dr|close|cl|court|ct|crescent|cres|"
    r"gardens|gdns|grove|hill|mews|parade|place|pl|rise|row(?! \d)|square|terrace|view|walk|way|"
    r"green|park|common|approach|"
    r"broadway|mead|meadow|meadows|field|fields|croft|cottages|villas|buildings|heights|"
    r"lodge|house|end|bank|dene|vale|chase|path|circle|circus|quay|wharf|yard|bungalows|flats|"
    r"tower|towers|"
    r"point|mount|ridge|side|garth|wood|orchard|orchards|heath|oval|reach|spinney|strand|"
    r"hse|cotts|bldgs?|mansions|pde|sq|crt|ctyd|courtyard|gr|parks|brae|braes|wynd|vennel|terr|"
    r"tce|loaning|haugh|gait|esplanade|rd\.|ave\.|terr\.)"
)
_THE = (
    r"the (?:green|crescent|drive|street|avenue|close|grove|lane|row|mews|square|terrace|"
    r"broadway|limes|paddock|paddocks|parade|firs|oaks|elms|glebe|ridings|rise|spinney|"
    r"orchard|mount|hill|common|heath|oval|beeches|laurels|croft|meadows?|larches|chase|"
    r"walk|gardens|mead|coppice|hollies|willows)"
)
_IN_WORDS = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
)
_NUMBER = r"\d{1,4}(?:\s?[a-h])?(?:\s?[-/&]\s?\d{1,4}[a-h]?)?"
_NAMED = (
    rf"(?:(?:[a-z'][a-z'.-]{{1,19}} ){{1,3}}{_ROAD}|{_THE}|high street|[a-z']{{3,15}}(?:dene|"
    rf"croft|mead|lands|view|cote|side|hurst|wood|ways?|bank|field|fields|ridge))"
)
_FLAT = r"(?:flat|apartment|apt|maisonette|bedsit|studio)\s?(?:no\.? ?)?(?:\d{1,4}[a-h]?|[a-h]\b)"
_HOUSE = Pattern(
    rf"(?:(?P<flat>{_FLAT})(?:,|,? of|,? at|,? in)? )?(?:\b(?:no\.?|number|house|plot) ?)?"
    rf"(?<![\w:.,£/+-])(?P<number>{_NUMBER}|(?<=number ){_IN_WORDS}),? (?P<road>{_NAMED})\b",
    _I,
)
_STAND = (
    r"(?:pitch|plot|mooring|caravan|static|berth|chalet|cabin|pod|trailer|tourer|yurt|hut|pontoon|"
    r"houseboat|narrow ?boat)"
)
_FLAT_OF = Pattern(
    rf"\b{_FLAT}(?:(?:,|,? of|,? at|,? in)? (?:[A-Z][A-Za-z'-]{{1,19}}(?: |\b)){{1,4}})?|"
    rf"\b(?i:{_STAND}|lodge|villa)(?: no\.?| number)? \d{{1,3}}[a-h]?,?(?: at| on|"
    r" of)?(?: the)? (?:[A-Z][A-Za-z'-]{1,19}(?: |\b)){1,3}|"
    rf"\b(?i:{_STAND})(?: no\.?| number)? \d{{1,3}}[a-h]?,? (?:at|on|of) (?:the |"
    rf"a )?(?:travell?ers?|"
    r"gyps(?:y|ies)|caravan|residential|mobile home|static|(?:[A-Z][A-Za-z'-]{1,19} ?){1,3}?)"
    r"(?:'s|')? (?:site|park)(?: (?:at|in|on|off|by) (?:[A-Z][A-Za-z'-]{1,19}(?: |\b)){1,3})?|"
    r"\b(?i:room|bed|bay|cabin|chalet) \d{1,3}[a-h]?,? (?:at|in|of|on) (?:the |a )?"
    r"(?:[A-Z][\w'-]{1,19} ){0,3}(?i:hostel|hotel|refuge|b&b|guest ?house|foyer|shelter|lodgings)\b"
)
_FLAT_LOW = Pattern(rf"\b{_FLAT}(?![\w%])", _I)
_STUDIO = Pattern("studio", _I)
"""A home, or a room for dance and music."""
_COTTAGE = Pattern(
    rf"\b(?:(?:[A-Z][a-z']{{1,19}} ){{1,2}}(?:(?P<dwelling>Cottage|Bungalow|Villa)|Lodge|House|"
    rf"Farm|Barn)|The (?:Old )?[A-Z][a-z]{{2,14}}(?: House)?)(?:,| (?:on|in|off|up|down))"
    rf" (?:[A-Z][A-Za-z']{{1,19}} ){{1,3}}{_ROAD.replace('(?:road', '(?i:road', 1)}\b"
)
_WHOSE = any_of(listed("person_words"), listed("kin"))
_AND_A_ROAD = Pattern(
    rf",? and (?:{ROAD}|(?:[A-Z][\w'-]{{1,19}} ){{1,2}}(?:House|Lodge|Farm|Barn))\b"
)
"""A row of blocks and roads: "Hill House, Mill Court and Dale Road"."""
_NAMED_HOUSE = Pattern(
    rf"\b(?:at|of|in|to|from) (?P<home>[A-Z][a-z']{{3,14}}(?: [A-Z][a-z']{{2,14}})?,"
    rf" (?:[A-Z][A-Za-z']{{1,19}} ){{1,2}}{_ROAD.replace('(?:road', '(?i:road', 1)})\b"
)
"""Like "at Pippins, Back Lane": a house with a name and no number."""
_ADDRESS_IS = Pattern(
    rf"\b(?i:(?:(?:address|home) (?:for|of) (?:the |his |her )?(?:{_WHOSE})|"
    r"(?:his|her) (?:new )?address)(?: is|:)) "
    r"(?P<home>(?:The )?[A-Z][a-z']{2,14}(?: [A-Z][a-z']{2,14})?,"
    rf" (?:[A-Z][A-Za-z']{{1,19}} ){{1,2}}{_ROAD.replace('(?:road', '(?i:road', 1)})\b"
)
"""Like "address for the keyholder is Old Forge, Back Street"."""
_VISITED = Pattern(
    r"\b(?:visit(?:s|ed)?|attend(?:s|ed)?|calls?|called|went|sent|moved|officers?|crew)"
    r"(?: \w+){0,2} $",
    _I,
)
_AT_NUMBER = Pattern(
    r"\b(?:at|from|outside|to|of|in|behind|opposite|visited|searched|raided|"
    r"entered) (?P<home>(?:no\.?|"
    r"number) ?\d{1,4}[a-h]?|(?<=tenant in )\d{1,3}[a-h]|(?<=tenant at )\d{1,3}[a-h])\b"
    r"|\b(?:flat|house|home|bungalow|caravan|pitch|chalet|door|address)(?: is| was|,|:| at) "
    r"(?P<own>(?:no\.?|number) ?\d{1,4}[a-h]?)\b"
    r"|\b(?P<whose>(?:no\.?|number) ?(?!10's)\d{1,4}[a-h]?)(?='s [a-z])"
    r"|\b(?:hmo|house share|flat share|shared house|squat|digs|bedsits?) (?:at|"
    r"in) (?P<share>\d{1,4}[a-h]?)"
    r"(?=[,.;]|$| with\b| has\b)",
    _I,
)
_BACK_AT = Pattern(
    r"\b(?:back|lives?|living|staying|stays|moved in|sleeping) at (?P<home>\d{1,4}[a-h]?)"
    r"(?=[,.;!?]|$| again\b| with\b)"
)
_ONE_AT = Pattern(
    rf"\b(?:(?:{_WHOSE})s?|lot|pair|them|her|him) (?:(?:at|from|in|of) "
    rf"(?P<home>(?:no\.? ?|number )(?:\d{{1,3}}[a-h]?|{_IN_WORDS})\b)"
    r"(?! (?:in|on) the (?:chart|league|list|table))|"
    rf"at (?P<alone>\d{{1,3}}[a-h]?|{_IN_WORDS}))(?(alone)"
    r"(?= (?:says?|said|is|was|are|has|have|had|rang|who|keeps?|wants?|again|told|reckons?|"
    r"thinks?|won't|"
    r"complain\w*)\b(?! (?:cancelled|late|well|fully|full|busy|postponed))))",
    _I,
)
"""Like "the neighbour at eleven says", "the twins from number six"."""
_HE_OR_SHE = Pattern(r"\b(?:he|she|him|her|his|son|daughter|tenant)\b(?! said)", _I)
"""Like "she is back at 62": a number alone, of somebody."""
_ROAD_THEN_NUMBER = Pattern(
    rf"\b(?P<home>{ROAD}(?:,| -)? \(?(?:at )?(?:no\.?|number) ?\d{{1,4}}[a-h]?)\b(?! (?:bus|route))"
)
"""Like "Maple Drive, number 14": the house after its road."""
_SPELT = Pattern(
    rf"(?<![\w-])(?P<home>(?i:{_IN_WORDS}) (?:[A-Z][A-Za-z'-]{{1,19}} ){{1,3}}"
    rf"{_ROAD.replace('(?:road', '(?i:road', 1)})\b"
)
"""Like "seventeen Albion Terrace": a number in words."""
_AT_THE = Pattern(
    r"\b(?:at|as|of|in|to|from|outside|address(?: is)?|lives?|visited|on)[\s:]{1,2}"
    r"(?P<home>\d{1,3}[a-h]? The [A-Z][a-z]{2,14})\b(?! [A-Z])"
)
"""Like "at 3 The Maltings"."""
_LISTED = Pattern(
    r" (?:on|in|of) (?:the|a|our|this) (?:list|table|queue|plan|chart|league|agenda)", _I
)
_TOTALS = Pattern(r" \d{1,4}(?:,|\.|;|$)")
"""A row of totals goes on: "Harriet Vale 27" after "St Michael's 33"."""
_NOT_HOUSE = Pattern(
    r"\b(?:bus|buses|route|room|rooms|unit|quarter|page|section|item|context|column|lamp|bin|"
    r"bay|stop|year|"
    r"part|form|cctv|camera|site|priority|junction|line|platform|gate|floor|ward|zone|stage|"
    r"phase|by|than|train|version|class|group|over|"
    r"(?<!complaints )(?<!are )(?<!is )(?<!concerns )(?<!calls )about|around|some|nearly|almost|"
    r"another|all|these|those|first|last|other|total|only|total of|\d{1,4} to|(?:units?|columns?|"
    r"lamps?|bays?|bins?|desks?|benches) [\d, ]{1,10}(?:and|to|&|-)|table|figure|action|q|m|a|"
    r"b)\s?,?\s?$",
    _I,
)
_VENUE = (
    r"(?:offices?|library|club|centre|theatre|hall|shops?|store|caf[eé]|church|chapel|school|"
    r"academy|surgery|salon|"
    r"hub|venue|clinic|pub|bar|premises|garage|take-?away|restaurant|off-licence|"
    r"supermarket|newsagents?|"
    r"bank|stall|station|museum|drop-in|council|chemist|pharmacy|bakers?|butchers?|nursery|"
    r"hotel|gym|depot|studio|charity|bookmakers|barbers?|market|kiosk|post office|trust|service|hq)"
)
_VENUE_BEFORE = Pattern(rf"\b{_VENUE}(?:,| at| in| on| \()*\s?(?:number |no\.? ?)?$", _I)
_VENUE_AFTER = Pattern(rf"^(?:,| is| -)? (?:the )?(?:\w+ ){{0,2}}{_VENUE}\b", _I)
_MONTHS = listed("months")
_NO_ROADS = listed("road_like_words")
"""Words that end as names of roads do."""
_LOOSE = listed("loose_words")
_NUMBERED = Pattern(r"[\d,]|umber ")


def addresses(note: Note) -> Iterator[Span]:
    """Every home address in a note."""
    yield from homes(note)
    yield from homes_by_looks(note)
    yield from _spelt(note)
    yield from _cottages(note)
    yield from without_a_road(note)
    if _NUMBERED.search(note.text):
        yield from _written_out(note)
        yield from _short_forms(note)


def _written_out(note: Note) -> Iterator[Span]:
    """A house number and a road, a flat, a cottage in a lane."""
    text = note.text
    for match in _HOUSE.finditer(text):
        if match.group("flat") or _is_home(note, match):
            yield Span("address", match.start(), match.end())
    for pattern in likely((_FLAT_OF, _FLAT_LOW), text):
        for match in pattern.finditer(text):
            if not _STUDIO.match(match.group()) or about_a_home(note, match.start()):
                yield Span("address", match.start(), match.start() + len(match.group().rstrip()))


def _cottages(note: Note) -> Iterator[Span]:
    """A house with a name, in a road."""
    for match in _COTTAGE.finditer(note.text):
        dwelling = match.group("dwelling")
        if not dwelling and _AND_A_ROAD.match(note.text, match.end()):
            continue
        if (
            dwelling
            or _VISITED.search(note.text, 0, match.start())
            or about_a_home(note, match.start())
        ):
            yield Span("address", match.start(), match.end())


def _short_forms(note: Note) -> Iterator[Span]:
    for match in _ADDRESS_IS.finditer(note.text):
        yield Span("address", *match.span("home"))
    for match in _NAMED_HOUSE.finditer(note.text):
        words = match.group("home").partition(",")[0].lower().split()
        known = any(word in TYPES or note.is_place(word) for word in words)
        if not known and about_a_home(note, match.start()):
            yield Span("address", *match.span("home"))
    for match in _BACK_AT.finditer(note.text):
        if _HE_OR_SHE.search(note.text, *note.around(match.start())):
            yield Span("address", *match.span("home"))
    for pattern in likely((_AT_NUMBER, _ROAD_THEN_NUMBER, _AT_THE), note.text):
        for match in pattern.finditer(note.text):
            ours = _VENUE_AFTER.match(note.text[match.end() : match.end() + 30])
            if not (ours or _LISTED.match(note.text, match.end())):
                yield Span("address", *match.span(match.lastgroup or 0))


def _spelt(note: Note) -> Iterator[Span]:
    yield from (
        Span("address", *match.span(match.lastgroup or 0)) for match in _ONE_AT.finditer(note.text)
    )
    for match in _SPELT.finditer(note.text):
        small = match.group("home")[0].islower() or "-" in match.group("home").partition(" ")[0]
        counted = COUNTED.match(note.text, match.end())
        if not counted and (small or about_a_home(note, match.start())):
            yield Span("address", *match.span("home"))


_SEVERAL = Pattern(
    r"(?:bungalow|flat|tower|park|field|meadow|orchard|building|villa|cottage|[a-z]*way|street|"
    r"road|lane|square|estate)s"
)
_ROW = Pattern(r"\b(?:at|of|from) \d{1,4}[a-h]? (?:[a-z']+ ){1,3}(?:cottages|villas)$", _I)
"""Kinds of place in the plural are counted ("14 car parks lit"); not "of 14 mill cottages"."""


def _is_home(note: Note, match: re.Match[str]) -> bool:
    text, road = note.text, match.group("road")
    words = road.split()[:-1]
    before = text[max(match.start() - 40, 0) : match.start()]
    if road.lower() in _NO_ROADS or note.is_place(road.lower()):
        return False
    if (
        words
        and (words[0].lower() in _MONTHS or _LOOSE & {word.lower() for word in words})
        and not road.lower().startswith("the ")
    ):
        return False
    if road.islower() and not _ROW.search(before + match.group()) and _are_counted(note, road):
        return False
    numbered = match.group().lower().startswith(("number", "no"))
    if _TOTALS.match(text, match.end()):
        return False
    if (not numbered and _NOT_HOUSE.search(before)) or COUNTED.match(text, match.end()):
        return False
    if any(word[0].islower() for word in road.split()) and not _reads_as_road(note, road, before):
        return False
    if about_a_home(note, match.start()):
        return True
    return not _VENUE_BEFORE.search(before) and not _VENUE_AFTER.match(
        text[match.end() : match.end() + 30]
    )


def _are_counted(note: Note, road: str) -> bool:
    """Like "6 council flats": what is said of them is plain English, in a note with capitals or of
    what belongs to a body."""
    *kinds, several = road.split()
    if not _SEVERAL.fullmatch(several):
        return False
    owned = any(word in TYPES or word.endswith("ing") for word in kinds)
    careful = any(word.is_capital for word in note.words[1:])
    return owned or (careful and all(is_word(word) for word in kinds))


def _reads_as_road(note: Note, road: str, before: str) -> bool:
    """A road in small letters: short, and led in by a place word or in a small-letter note."""
    if len(road.split()) > 3 or any(
        word.endswith("s") and is_word(word) for word in road.lower().split()[:-1]
    ):
        return False
    led = re.search(
        r"\b(?:at|to|from|of|outside|in|lives?|address(?: is)?|near|behind|visited)\s?,?\s?$",
        before,
        _I,
    )
    return bool(led) or not any(word.is_capital for word in note.words[1:])
