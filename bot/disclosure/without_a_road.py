"""Homes whose address names no road of England's kinds: Welsh, Gaelic and Irish ones, townships,
rows of houses called by one word."""

from __future__ import annotations

from collections.abc import Iterator

from bot.disclosure.homes import COUNTED, ROAD, about_a_home, speaks_of_somebody
from bot.disclosure.lists import any_of, listed
from bot.disclosure.patterns import Pattern, likely
from bot.disclosure.text import Note, Span
from bot.disclosure.words import is_word

_ONE_WORD = Pattern(
    r"\b(?:at|outside|from|behind|opposite|to|near|of|visited|"
    r"address) (?P<home>\d{1,4}[a-h]? [A-Z][a-z]{3,19})\b(?! [A-Z])"
)
_CELTIC = Pattern(
    r"(?<![\w:.,£/+-])(?:(?:No\.?|Number|Rhif) )?\d{1,4}[a-h]?,? (?:Heol|Ffordd|Stryd|Lon|Clos|"
    r"Maes|Bryn|"
    r"Rhodfa|Cwrt|Cae|Parc|Rhes|Trem|Min|Dan|Tan|Tai|Pen|Ty|Tal|Llwyn|Gerddi|Cwm|Coed|Erw|Nant|"
    r"Rhiw|Sgwar|Y|Yr|An|Na|Sraid|Rathad|Bothar|Pairc|Ceann|Baile|Druim|Cnoc|Gleann)"
    r"(?:[ -](?:(?:y|yr|na|nan|an|a)[ -])?(?:[ht]-)?(?:[A-Z][a-z]{1,14}|las|fawr|fach|newydd|hir|"
    r"wen|ddu)){1,3}\b"
)
"""Like "7 Maes y Coed", "3 An Cnoc": in Welsh, Gaelic and Irish the kind of road comes first."""
_CELTIC_HOUSE = Pattern(
    r"\b(?P<home>(?:Ty|Tyn|Ty'n|Tyddyn|Bwthyn|Fferm|Tigh|Taigh)[ -](?:(?:y|yr|na|an)[ -])?"
    r"[A-Z][a-z]{2,14}, (?:[A-Z][a-z]{2,14}(?: (?:y|yr|na|an) (?=[A-Z]))?[ ,.]?){1,3})"
)
"""Like "Ty Newydd, Heol y Bont": a Welsh or Gaelic house."""
_TOWNSHIP = Pattern(
    r"(?:^|[,.;:] |\b(?:at|to|from|outside|in) )(?P<home>\d{1,4}[a-h]? (?:Upper|Lower|Nether|Over|"
    r"Mid|Middle|North|South|East|West|Easter|Wester|Back|New) [A-Z][a-z]{3,14})"
    r"(?=[,.;]|$| (?:has|had|is|was)\b)"
)
_PLACED = Pattern(r"(?:^|[.;:] )(?P<home>\d{1,4}[a-h]? [A-Z][a-z]{3,19}), (?=[A-Z][a-z])")
"""Like "3 Balnagask, Torry": a row of houses that is called by one word."""
_NUMBER_IN = Pattern(
    rf"\b(?P<home>(?i:number|no\.?) ?\d{{1,4}}[a-h]? (?:on|in|at) (?:{ROAD}|"
    rf"the (?:[A-Z][a-z]+ )?(?:"
    r"Braes?|Green|Close|Crescent|Drive|Avenue|Row|Square|Terrace|Mews|Grove|Parade|Lane|"
    r"Street)))\b(?! (?:agenda|list|plan|league|table|programme|survey|priorit\w+)\b)"
)
_A_NEIGHBOUR = Pattern(
    r"\b(?:(?i:except|bar|apart from|all but|not|like|than|especially|only)(?: for)? "
    r"(?P<home>(?i:no\.?|number) ?\d{1,4}[a-h]?)\b"
    r"|(?P<whose>(?<!tion )(?<!ority )(?<!asure )(?i:no\.|number) ?\d{1,4}[a-h]?)"
    r"(?=,? (?:who|is|has|have|are|keeps?|again|says?|rang|wants?)\b))"
)
"""Like "all of Fern Row except no. 17": a house of a road that is named."""
_OF_ONE = Pattern(
    r"\b(?i:his|her|she|he)\b[^.!?\n]{0,60}?[,(] ?(?P<home>(?i:no\.?|"
    r"number) ?\d{1,4}[a-h]?)(?=[,.;)]|$)"
    r"|(?P<box>\b(?i:p\.?o\.? ?box) ?\d{1,6})\b(?=[^.!?\n]{0,60}?\b(?:his|her|he|she)\b)"
)
"""Like "her bin, no 46": a number of one man or woman."""
_PERSONS = any_of(listed("person_words"), listed("kin"))
_NAMED_DWELLING = Pattern(
    rf"\b(?P<home>(?:[A-Z][a-z']{{1,19}} ){{1,2}}(?:Cottage|Bungalow|Farmhouse))(?:'s)?"
    rf"(?=(?: (?i:{_PERSONS}|couple|gent)s?)\b(?! (?i:association|group|panel|meeting|forum))|"
    rf"[,:.;]|$)"
)
"""Like "Hazel Cottage tenants": where somebody is spoken of."""
_ROAD = Pattern(ROAD)
_GATE = Pattern(r"(?<![\w:.,£/+-])\d{1,4}[a-h]? (?:Nether|Kirk|Market|Over|Cow|Sea|Bridge)gate\b")


def without_a_road(note: Note) -> Iterator[Span]:
    """Every home that is addressed so."""
    yield from _in_one_word(note)
    for pattern in likely((_CELTIC, _GATE), note.text):
        for match in pattern.finditer(note.text):
            if not COUNTED.match(note.text, match.end()):
                yield Span("address", *match.span())
    for match in _CELTIC_HOUSE.finditer(note.text):
        if about_a_home(note, match.start()):
            yield Span("address", *match.span("home"))
    for match in _NAMED_DWELLING.finditer(note.text):
        of_persons = note.text[match.end() : match.end() + 1] == " "
        if of_persons or speaks_of_somebody(note, match.start()):
            yield Span("address", *match.span("home"))
    for match in _A_NEIGHBOUR.finditer(note.text):
        if _ROAD.search(note.text, *note.around(match.start())):
            yield Span("address", *match.span(match.lastgroup or 0))
    for match in _OF_ONE.finditer(note.text):
        yield Span("address", *match.span(match.lastgroup or 0))
    for match in _NUMBER_IN.finditer(note.text):
        yield Span("address", *match.span("home"))


def _in_one_word(note: Note) -> Iterator[Span]:
    """A number and a place of one word that nobody knows, or of two."""
    for pattern in likely((_ONE_WORD, _TOWNSHIP, _PLACED), note.text):
        for match in pattern.finditer(note.text):
            word = match.group("home").split()[-1].lower()
            known = is_word(word) or note.is_place(word)
            counted = COUNTED.match(note.text, match.end("home"))
            at_home = pattern is not _PLACED or about_a_home(note, match.start())
            if at_home and not known and not counted:
                yield Span("address", *match.span("home"))
