"""Numbers and codes that point at one person: phones, plates, postcodes, references, births.

Formats are the public ones (national telephone numbering plan, DVLA and DVA plates, postcode
alphabet, HMRC prefix rules, the NHS number's modulus 11 check). Shape decides where it is telling
by itself; where other things look alike (an order number, a road, a date) the words around decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.disclosure.text import Note, Span
from bot.disclosure.words import is_word

_I = re.IGNORECASE
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d|'?\d\d"
FULL_DATE = (
    rf"(?:\d{{1,2}}(?P<s>[./ -])\d{{1,2}}(?P=s)(?P<y1>{_YEAR})"
    rf"|{_DAY},? (?:of )?{_MONTH}\.?,? (?P<y2>{_YEAR})|{_MONTH} {_DAY},? (?P<y3>{_YEAR})"
    r"|(?P<y4>(?:19|20)\d\d)[-/.]\d\d[-/.]\d\d)\b"
)
_BORN = re.compile(
    rf"\b(?:d\.? ?o\.? ?b\b\.?|date of birth|birth ?date|born|birthday|"
    rf"b\.)(?: date)?[\s:;,=(-]{{0,4}}"
    rf"(?:(?:is|was|of|on|as|given as)[\s:]{{1,2}}){{0,2}}"
    rf"(?P<date>{FULL_DATE}|\d{{6}}(?:\d\d)?\b|{_DAY} (?:of )?{_MONTH}\b|in (?:19|20)\d\d\b)",
    _I,
)
_BORN_LATER = re.compile(
    rf"(?P<date>{FULL_DATE}) (?:is|was|as) (?:his|her|their|the|my) (?:d\.?o\.?b|"
    rf"date of birth|birth)",
    _I,
)
_ASIDE = re.compile(rf"(?:\(|, |- )(?P<date>{FULL_DATE})(?=\s?[),;.]|$| -)", _I)

_PHONE = re.compile(
    r"(?<![\w/£.-])(?:\+\d{1,3}|00\d\d|\(?0)(?:[\s().-]{0,3}\d){7,12}(?![\d/])|"
    r"(?<![\w/£.-])7\d{3} ?\d{3} ?\d{3}\b"
)
_PHONE_CUE = re.compile(r"\b(?:phone|mobile|mob|text|ring|call|tel|number|contact)\w*\b", _I)
_SERVICE = re.compile(r"0(?:800|808|3\d\d|84\d|87\d|500)")
_PUBLISHED = re.compile(
    r"\b(?:help ?line|hot ?line|switchboard|reception|contact centre|call centre|leaflet|poster|"
    r"sticker|website|web page|published|front context|main (?:line|number)|office|council|"
    r"advice line|csu|safety (?:unit|team)|control room|duty (?:context|line|team)|"
    r"out[- ]of[- ]hours|reporting line|newsletter|sign)s?\b",
    _I,
)
_PRIVATE = re.compile(
    r"\b(?:his|her|their|home|family|mum|dad|daughter|son|victim|tenant|him|she|he|"
    r"resident)\b",
    _I,
)
_EMAIL = re.compile(r"[\w.+%'-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,5}", _I)
_ROLE_BOX = re.compile(r"[^@]+@(?:[\w-]+\.)*(?:gov|police|nhs)\.uk$", _I)

_POSTCODE = re.compile(r"\b([A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?)[ -]{0,2}(\d[ABD-HJLNP-UW-Z]{2})\b", _I)
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th|wd|gb|tb)$", _I)

_VEHICLE_CUE = re.compile(
    r"\b(?:reg|regs|registration|registered|vrm|index|plates?|number ?plate|cars?|vans?|"
    r"lorry|lorries|"
    r"truck|moped|scooter|motor ?bikes?|motorcycles?|bike|quad|trailer|transit|pick-?up|4x4|tipper|"
    r"taxi|minicab|caravan|horsebox|tractor|driver|driving|drove|drives|parked|ford|vauxhall|bmw|"
    r"audi|golf|fiesta|focus|corsa|astra|escort|volvo|land rover|range rover|mercedes|renault|clio|"
    r"peugeot|citroen|nissan|toyota|honda|vw|skoda|seat|fiat|jaguar|mini|kia|sprinter|bedford|"
    r"vehicles?|estate car|saloon|hatchback|convoy)\b",
    _I,
)
_PLATES = (
    re.compile(r"(?<![\w-])([A-HJ-PR-Y]{2}\d{2})([ -]?)([A-HJ-PR-Z]{3})(?![\w-])", _I),
    re.compile(r"(?<![\w-])([A-HJ-NPR-TV-Y]\d{2,3})( ?)([A-HJ-PR-Z]{3})(?![\w-])", _I),
    re.compile(r"(?<![\w-])([A-HJ-PR-Z]{3})( ?)(\d{1,3}[A-HJ-NPR-TV-Y])(?![\w-])", _I),
    re.compile(r"(?<![\w-])([B-HJ-NPR-TV-Y] \d{2,3})( )([A-HJ-PR-Z]{3})(?![\w-])"),
    re.compile(r"(?<![\w-])([A-Z]I[A-Z]|[A-Z]{1,2}Z|[A-Z]{2}I)( ?)(\d{2,4})(?![\w/-])"),
)
_DECLARED = re.compile(
    r"\b(?:reg(?:istration|istered)?(?: mark| no\.?| number| plate)?|(?:number )?plates?|index|vrm)"
    r"(?:\s(?:is|was|of|no\.?|number|given as|reads|ends?|ending)|[\s:,-]){0,3}\s?"
    r"([A-Z]{1,3} ?\d{1,4}[A-Z]?|\d{1,4} ?[A-Z]{1,3}|[A-Z]{1,2}\d{1,3} ?[A-Z]{3})(?![\w-])",
    _I,
)
_MAKE_THEN = re.compile(
    r"\b(?i:ford|vauxhall|bmw|audi|golf|fiesta|focus|corsa|astra|escort|volvo|rover|"
    r"mercedes|jaguar|"
    r"bentley|renault|transit|fiat|mini|beetle|car|van|lorry|truck|taxi|trailer)[, (]{1,2}"
    r"([A-Z]{2,3} \d{2,4}|\d{2,4} [A-Z]{2,3})(?![\w-])"
)
_LOCAL_AREAS = ("TN", "BR", "DA", "ME", "CT", "SE", "RH")

_NINO = re.compile(r"(?<!\w)([A-Z]{2})[ -]?(\d\d)[ -]?(\d\d)[ -]?(\d\d)[ -]?([A-D])?(?!\w)", _I)
_NINO_CUE = re.compile(r"\b(?:nino|n\.?i\.?|national insurance|insurance)\b", _I)
_NOT_ISSUED = frozenset({"BG", "GB", "NK", "KN", "TN", "NT", "ZZ"})
_NHS = re.compile(r"(?<![\w/-])(\d{3})([ -]?)(\d{3})([ -]?)(\d{4})(?![\w/])")
_NHS_CUE = re.compile(r"\b(?:nhs|patient|hospital)\b[^\n]{0,25}$", _I)
_NHS_AFTER = re.compile(r"\W{0,3}(?:is |as |was )?(?:an? |the |his |her )?nhs\b", _I)
_ORDER_CUE = re.compile(
    r"\b(?:po|order|invoice|account|asset|licence|job|grant|charity|ref\w*)\b[^.\n]{0,15}$", _I
)

_REF_WORDS = r"(?:ref(?:erence|s)?|number|numbers|no\.?|nos\.?|num|record|id|report|#|is|was|under)"
_OF_DATE = rf"(?:(?: of|,)? (?:the )?{_DAY}(?: (?:of )?{_MONTH}|/\d{{1,2}})(?:[ /](?:20)?\d\d\b)?)?"
_CODE = r"(?:[A-Z]{1,5}[/ -]?)?\d[A-Z\d]{0,14}(?:[/-][A-Z\d]{1,12}){0,4}"
_CASE_REF = re.compile(
    rf"\b(?:(?:cad|custody|storm|athena|genesis|niche|pnc|pnd|crn|urn|cris|"
    rf"cro)(?:[\s:]{{1,2}}{_REF_WORDS}){{0,3}}"
    rf"|(?:crime|crimestoppers|incident|case|log|arrest|court|report|intel(?:ligence)?|occurrence|summons|"
    rf"bail|prison|"
    rf"exhibit|investigation|offence|police|call),?(?: log|"
    rf" report)?(?:[\s:]{{1,2}}{_REF_WORDS}){{1,3}})"
    rf"[\s:#-]{{1,3}}(?P<ref>{_CODE}{_OF_DATE})(?![\w/])",
    _I,
)
_LOG_OF = re.compile(
    rf"\b(?:cad|log|incident|call|serial)s?\s(?P<ref>\d{{1,5}}(?: of|"
    rf",) (?:the )?{_DAY} (?:of )?{_MONTH}\b)",
    _I,
)
_LOG_THEN = re.compile(rf"\blog\s(?P<ref>{_CODE})\b(?! \w)", _I)
_REPORT_NUMBER = re.compile(
    r"\b(?:intel(?:ligence)?|incident|crime|custody|cad) (?:(?:log|report|record) )?"
    r"(?P<ref>(?!20\d\d/)\d{1,4}[/-]\d{3,6})(?![\w/-])",
    _I,
)
_BARE_REF = re.compile(
    r"(?<![\w/-])(?:\d{2}/[A-Z]{2}/\d{3,6}/\d{2}|\d{2}[A-Z]{0,2}/\d{4,6}/\d{2}|"
    r"[A-Z]{2}/\d{4,6}/\d{2}|\d{2}[A-Z]{2}\d?/\d{3,6}/\d{2}"
    r"|(?:19|20)\d{6}-\d{3,5}|[TSA]20\d{6}|\d{2}[A-Z]{2}\d{7,9}|\d{2}/\d{5,7}[A-Z]|[A-Z]\d{4}[A-Z]{2})(?![\w/-])"
)

_PAPERS = re.compile(
    r"\b(?:passport|driving licen[cs]e|blue badge|brp|id card|sort code|iban|"
    r"(?:bank|rent|benefit|savings|current) account|(?:bank|debit|credit|payment|oyster) card)"
    r"(?: (?:no\.?|number|num|ref|ending|ends|in|is|was)){0,3}[\s:]{1,2}"
    r"(?P<ref>[A-Z]{0,4}\d[A-Z\d]{0,20}(?:[ -]\d{1,8}){0,5})\b",
    _I,
)
_LAST_DIGITS = re.compile(
    r"\b(?:mobile|phone|number|card) (?:ends?|ending)(?: in| with)? (?P<ref>\d{3,4})\b", _I
)
_IP = re.compile(r"\bip(?: address)?[\s:]{1,2}(?P<ref>\d{1,3}(?:\.\d{1,3}){3})\b", _I)
_ONLINE = re.compile(
    r"\b(?:insta(?:gram)?|snap(?:chat)?|tiktok|facebook|fb|twitter|telegram|discord|xbox|username)"
    r"(?: (?:handle|name|account|profile|user|is|of|called|tag)){0,3}[\s:]{1,2}[\"'@]{0,2}"
    r"(?P<ref>(?=[\w.]*[\d_])[a-z][\w.]{2,28}\w)",
    _I,
)
"""A name on the internet: with a figure or an underscore, unlike a body's own account."""
_PARTIAL_PLATE = re.compile(
    r"\b(?:moped|scooter|car|van|bike|reg(?:istration)?|index|plate|vrm)"
    r"(?: (?:starts?|starting|begins?|beginning|ends?|ending)(?: with| in)?)?"
    r"[\s:]{1,2}(?P<ref>[A-Z]{2}\d{2})\b(?! \d)"
)


def identifiers(note: Note) -> Iterator[Span]:
    """Every code in a note that leads to one person, household or police record."""
    text = note.text
    yield from _emails(text)
    if not any(sign.isdigit() for sign in text):
        return
    yield from _births(text)
    yield from _papers(text)
    yield from _nhs_numbers(text)
    yield from _insurance(text)
    yield from _phones(note)
    yield from _references(text)
    yield from _postcodes(text)
    yield from _vehicles(note)


def _emails(text: str) -> Iterator[Span]:
    if "@" not in text:
        return
    for match in _EMAIL.finditer(text):
        if not (_ROLE_BOX.match(match.group()) and _is_role(match.group().partition("@")[0])):
            yield Span("email", match.start(), match.end())


def _is_role(box: str) -> bool:
    return all(is_word(piece.lower()) for piece in re.split(r"[._\d-]+", box) if piece)


def _births(text: str) -> Iterator[Span]:
    for pattern in (_BORN, _BORN_LATER):
        for match in pattern.finditer(text):
            yield Span("dob", *match.span("date"))
    for match in _ASIDE.finditer(text):
        if _year(match) <= 2012:
            yield Span("dob", *match.span("date"))


def _year(match: re.Match[str]) -> int:
    """The year of a full date; two figures up to 12 are this century, the rest the last."""
    written = next(match.group(name) for name in ("y1", "y2", "y3", "y4") if match.group(name))
    year = int(written.strip("'"))
    if year >= 100:
        return year
    return 2000 + year if year <= 12 or 13 <= year <= 30 else 1900 + year


def _papers(text: str) -> Iterator[Span]:
    """Passports, bank accounts, cards; names and addresses on the internet."""
    for pattern in (_PAPERS, _LAST_DIGITS, _IP):
        for match in pattern.finditer(text):
            if sum(sign.isdigit() for sign in match.group("ref")) >= 3:
                yield Span("document", *match.span("ref"))
    for match in _ONLINE.finditer(text):
        yield Span("nickname", *match.span("ref"))


def _phones(note: Note) -> Iterator[Span]:
    text = note.text
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if match.group().startswith("+"):
            digits = "0" + digits.removeprefix("44").removeprefix("0")
        elif digits.startswith("00"):
            digits = "0" + digits[4:]
        elif digits[0] == "7":
            digits = "0" + digits if _PHONE_CUE.search(text[: match.start()]) else ""
        dated = re.match(r"\d\d?[./ -]\d\d?[./ -]\d\d", match.group())
        if not 9 <= len(digits) <= 13 or (dated and "." in match.group()) or _SERVICE.match(digits):
            continue
        if digits[:2] in {"01", "02"} and _is_published(note, match.start()):
            continue
        yield Span("phone", match.start(), match.start() + len(match.group().rstrip(" (.-")))


def _is_published(note: Note, place: int) -> bool:
    start, end = note.around(place)
    sentence = note.text[start:end]
    return bool(_PUBLISHED.search(sentence)) and not _PRIVATE.search(sentence)


def _postcodes(text: str) -> Iterator[Span]:
    for match in _POSTCODE.finditer(text):
        outward, inward = match.groups()
        if not _ORDINAL.match(inward) and not (
            inward.islower() and outward.isupper() and is_word(inward)
        ):
            yield Span("postcode", match.start(), match.end())


def _vehicles(note: Note) -> Iterator[Span]:
    text = note.text
    for pattern in _PLATES:
        for match in pattern.finditer(text):
            if _is_plate(note, match):
                yield Span("vehicle", match.start(), match.end())
    for match in _PARTIAL_PLATE.finditer(text):
        if match.group("ref")[:2] not in _LOCAL_AREAS:
            yield Span("vehicle", *match.span("ref"))
    for match in _DECLARED.finditer(text):
        if not any(is_word(piece) for piece in re.findall("[a-z]{2,}", match.group(1).lower())):
            yield Span("vehicle", *match.span(1))
    for match in _MAKE_THEN.finditer(text):
        if not any(is_word(piece.lower()) for piece in re.findall("[A-Z]{2,}", match.group(1))):
            yield Span("vehicle", *match.span(1))


def _is_plate(note: Note, match: re.Match[str]) -> bool:
    first, space, second = match.groups()
    letters = [piece.lower() for piece in re.findall("[A-Za-z]{3}", first + " " + second)]
    whole = first + second
    if any(is_word(piece) for piece in letters):
        before = note.text[max(match.start() - 25, 0) : match.start()]
        return whole.isupper() and bool(_VEHICLE_CUE.search(before))
    start, end = note.around(match.start())
    cued = bool(_VEHICLE_CUE.search(note.text[start:end]))
    if not whole.isupper() and space:
        return cued and (whole.islower() or whole.isupper())
    if re.fullmatch(r"[A-Z]{2,3}(?:19|20)\d\d", whole) or (
        first[:1] in "ABM" and len(first) <= 3 and first[1:].isdigit()
    ):
        return cued
    if space and first[:2].upper() in _LOCAL_AREAS and first[2:].isdigit():
        return cued
    return True


def _insurance(text: str) -> Iterator[Span]:
    for match in _NINO.finditer(text):
        prefix, suffix = match.group(1).upper(), match.group(5)
        cued = bool(_NINO_CUE.search(text[max(match.start() - 40, 0) : match.start()]))
        issued = not set(prefix) & set("DFIQUV") and prefix[1] != "O" and prefix not in _NOT_ISSUED
        if cued or (suffix and (issued or prefix == "QQ")):
            yield Span("ni_number", match.start(), match.end())


def _nhs_numbers(text: str) -> Iterator[Span]:
    for match in _NHS.finditer(text):
        before = text[max(match.start() - 45, 0) : match.start()]
        if _ORDER_CUE.search(before) and not re.search(r"\bnhs\s?(?:no|num|ref)", before, _I):
            continue
        spaced = bool(match.group(2) and match.group(4))
        digits = re.sub(r"\D", "", match.group())
        named = _NHS_CUE.search(before) or _NHS_AFTER.match(text, match.end())
        if named or (_passes_modulus_11(digits) and (spaced or digits[0] != "0")):
            yield Span("nhs_number", match.start(), match.end())


def _passes_modulus_11(digits: str) -> bool:
    """The NHS number's own check: ten figures, weights 10 to 2, remainder taken from 11."""
    check = 11 - sum(int(d) * w for d, w in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check != 10 and check % 11 == int(digits[9])


def _references(text: str) -> Iterator[Span]:
    for pattern in (_CASE_REF, _LOG_OF, _LOG_THEN, _REPORT_NUMBER):
        for match in pattern.finditer(text):
            if sum(sign.isdigit() for sign in match.group("ref")) >= 3:
                yield Span("crime_ref", *match.span("ref"))
    for match in _BARE_REF.finditer(text):
        yield Span("crime_ref", match.start(), match.end())
