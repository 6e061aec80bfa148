"""Numbers of one person's papers, bank and devices, and their names on the internet.

Check digits decide where a number has them (IBAN, cards and handsets by ISO 7064 and Luhn); where
it has none, the words before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from ipaddress import AddressValueError, IPv4Address, IPv4Network

from bot.disclosure.names import FAMILY, GIVEN
from bot.disclosure.patterns import Pattern, likely
from bot.disclosure.text import Note, Span
from bot.disclosure.words import is_word

_I = re.IGNORECASE
_NUMBERED = r"(?: (?:no\.?|number|num|ref|ending|ends|in|is|was|of|given as)){0,3}[\s:#]{1,2}"
_OF_ONES_CASE = (
    r"hospital|patient|client|home office|tenancy|benefit|yot|yjs|mash|idva|isva|lado|camhs|"
    r"probation|"
    r"social (?:care|services|work)|claimant|claim|pupil|student|learner|inmate|prisoner|offender|"
    r"service[- ]user|tenant|customer|witness|victim|carer|child|member(?:ship)?|referral"
)
_DOCUMENT = Pattern(
    r"\b(?:passport|driving licen[cs]e|licen[cs]e|badge|brp|id card|upn|utr|uan|arc|ehcp|"
    r"(?:his|her|their|gps|curfew|electronic|bail) tag|ehc plan|tenancy|care plan|mrn|"
    rf"(?:key |door )?fob|locker|pendant|lifeline|key ?card|swipe card|"
    rf"(?:{_OF_ONES_CASE}) (?:case )?(?:id|ref\w*|no\.?|number))"
    rf"{_NUMBERED}(?P<ref>(?:[A-Z]{{1,5}} ?)?\d[A-Z\d]{{0,20}}(?:[ -]\d{{1,8}}){{0,5}})\b",
    _I,
)
_OF_A_BODY = Pattern(
    r"\b(?:os|ordnance survey|premises|software|music|prs|alcohol|event|club|personal|trading) $",
    _I,
)
"""Licences that bodies and premises hold."""
_FOR_A_BODY = Pattern(
    r" (?:for|of|at|held by|issued to) (?:the|our|an?|this) (?:[\w'-]{2,14} ){0,2}(?:premises|pub|"
    r"bar|club|shop|store|event|hotel|restaurant|take-?away|caf[eé]|venue|market|festival)\b",
    _I,
)
_ACCOUNT = Pattern(
    r"\b(?:sort(?: code)?|iban|acc(?:oun)?t?s?|(?:bank|debit|credit|payment|oyster) card)"
    rf"{_NUMBERED}(?P<ref>[A-Z]{{0,4}}\d[A-Z\d]{{1,20}}(?:[ -]\d{{1,8}}){{0,5}})\b",
    _I,
)
_MONEY = Pattern(
    r"\b(?:sort|bank|cards?|drained|mule|quid|fraud\w*|paid|pay|transfer\w*|money|savings|"
    r"victim|benefit|rent)\b",
    _I,
)
_IBAN = Pattern(r"\b[A-Z]{2}\d\d(?:[ -]?[A-Z\d]{4}){2,7}(?:[ -]?[A-Z\d]{1,3})?\b", _I)
_CARD = Pattern(r"(?<![\d.,/£+-])[2-6]\d{3}(?:[ -]?\d){9,15}(?![\d/])")
_AS_ON_A_CARD = Pattern(r"(?<![\d.,/£+-])[2-6]\d{3}([ -])(?:\d{4}\1){2}\d{4}(?![\d/-])")
"""Four groups of four, whatever its check digit: a figure may have been typed wrongly."""
_SORT_CODE = Pattern(r"(?<![\d/-])\d\d-\d\d-\d\d(?=[^\n\d]{1,25}\d{7,8}\b)")
_DRIVER = Pattern(r"\b(?=[A-Z])[A-Z9]{5}[ -]?\d{6}[ -]?[A-Z9]{2}[ -]?\d?[ -]?[A-Z]{2}\b", _I)
_IMEI = Pattern(r"(?<![\d.,/£+-])\d{2}[ -]?\d{6}[ -]?\d{6}[ -]?\d(?![\d/])")
_MAC = Pattern(r"(?<![\w:-])[\dA-F]{2}(?:[:-][\dA-F]{2}){5}(?![\w:-])", _I)
_IP = Pattern(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]*\d)")
_OFFICE_NETWORKS = tuple(map(IPv4Network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")))
_IP_LONG = Pattern(r"(?<![\w:])(?:[\da-f]{1,4}:){4,7}[\da-f]{1,4}(?![\w:])", _I)
_RELEASE = Pattern(
    r"\b(?:version|v|release|firmware|software|build|section|para\w*|clause|update[d]?|"
    r"item)s?\W{0,3}"
    r"(?:to |is |now )?(?:\d[\d.]{0,11}(?: [a-z]{1,12}){0,3}(?:,| and| to| or) ){0,4}$",
    _I,
)
_LAST_DIGITS = Pattern(
    r"\b(?:mobile|mob|phone|tel|handset|sim|line|number|card) (?:ends?|ending)(?: in|"
    r" with)? (?P<ref>\d{3,4})\b",
    _I,
)
_MASKED = Pattern(
    r"\b(?:card|account|mobile|mob|phone|burner|handset|sim|tel|line)(?: [a-z]{2,8})?[ :,(]{0,2}"
    r"[.*xX\u2026]{1,12} ?(?P<ref>\d{3,4})\b",
    _I,
)
_ACCESS = Pattern(
    r"\b(?:key ?safe|door|entry|alarm|gate|lock ?box|pin|access)(?: ?(?:code|number|no\.?|pin))"
    r"(?: (?:at|of|for|to|on)(?: [\w']{1,12}){1,3}?)?(?: is| was|:| =)? ?(?P<ref>\d{4,6})\b",
    _I,
)
"""What opens somebody's door."""
_ONLINE = Pattern(
    r"\b(?:insta(?:gram)?|snap(?:chat)?|tiktok|facebook|fb|twitter|telegram|discord|xbox|vinted|"
    r"depop|onlyfans|grindr|tinder|hinge|bumble|reddit|twitch|kik|wickr|viber|wechat|ebay|gumtree|"
    r"paypal|cash ?app|revolut|whatsapp|"
    r"playstation|psn|steam|roblox|hotmail|gmail|outlook|yahoo|e-?mail|username|gamertag|handle|"
    r"user ?name)(?: (?:handle|name|account|profile|user|is|of|called|tag|begins|starts|ends|"
    r"with)){0,3}[\s:]{1,2}[\"'@]{0,2}"
    r"(?P<ref>(?=[\w.-]{0,30}(?:[\d_]|\w\.\w))[a-z][\w.-]{2,28}\w)",
    _I,
)
"""A name on the internet: with a figure, a point or an underscore, unlike a body's own account."""
_HANDLE = Pattern(r"(?<![\w.@/])@(?P<ref>(?=[\w.]{0,30}[\d_])[a-z][\w.]{2,28}\w)(?!@)", _I)
_SPELT_SIGN = Pattern(
    r"(?<!\w)\w{2,20} ?[\[({](?:underscore|dash|dot)[\])}] ?\w{1,20}|"
    r"\b\w{2,20} underscore \w{1,20}",
    _I,
)
"""Like "jade(underscore)xo"."""
_BY_WHOM = Pattern(
    r"\b(?:insta(?:gram)?|snap(?:chat)?|tiktok|facebook|fb|twitter|telegram|discord|whatsapp|"
    r"youtube|x)(?: \w{2,12}){0,3} (?:by|from|as|under|called|"
    r"named) [\"'@]?(?P<ref>[a-z][\w.]{3,28})\b",
    _I,
)
"""Who posted it; a word there is a body or a role."""
_UNDERSCORED = Pattern(
    r"(?<![\w./@:\\-])(?P<ref>[A-Za-z][A-Za-z\d.]{0,20}_[\w.]{0,20}\w)(?![\w@/\\]|\.\w)"
)
"""A name with an underscore within is somebody's on the internet, unless it names a file."""
_AS_WHOM = Pattern(
    r"\b(?:posts?|posting|posted|plays?|playing|streams?|chats?|messag\w+|appears?|signs? in|"
    r"logs? (?:in|on)|"
    r"known|account|profile|user|followed|added|adds|dms?|found)(?: \w{2,12}){0,2} (?:as|under|"
    r"from|called|named|is|by) "
    r"[\"'@]?(?P<ref>(?=[\w.]{0,28}[_\d])[a-z][\w.]{3,28}\w)",
    _I,
)
"""Like "posts as hill_menace": even of plain words it is somebody's."""
_FILE = Pattern(r"\.[a-z]{2,4}$|^[A-Z\d_]+$", re.ASCII)
_ONES_OWN = Pattern(
    r"\b(?:he|she|his|her|him)\b[^.!?\n]{0,60}?(?<![\w.@/])@(?P<ref>[a-z][\w.]{2,28}\w)(?!@)"
)
"""A name on the internet in small letters, with the one person who uses it."""
_EMAIL = Pattern(r"[\w.+%'-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,5}", _I)
_TOP = r"(?:com|org|net|info|uk|co|gov|me|io|eu|ie|biz|edu|pl|ro|bg|fr|de|es|it|nl)"
_SPELT_EMAIL = Pattern(
    r"(?<![\w.])[\w+-]{1,30}(?:(?:\.|(?: \.|\s?[\[({]dot[\])}]\s?| dot ))[\w+-]{1,30}){0,3}"
    r"(?:\s?[\[({](?:at|@)[\])}]\s?| at )[\w-]{1,40}"
    rf"(?:(?:\.|\s?[\[({{]dot[\])}}]\s?| dot )[\w-]{{1,30}}){{0,2}}"
    rf"(?:\.|\s?[\[({{]dot[\])}}]\s?| dot ){_TOP}\b",
    _I,
)
_DISGUISED = Pattern(r" dot |[\[({](?:dot|at|@)[\])}]", _I)
_SHARED_BOX = Pattern(
    r"(?:info|enquir(?:y|ies)|office|admin|hello|contact|contactus|reception|help|support|mail|"
    r"team|"
    r"bookings?|events?|news|press|volunteer(?:ing|s)?)@",
    _I,
)
"""What a body calls the box that all its people read."""
_ROLE_BOX = Pattern(r"[^@]{1,64}+@(?:[\w-]+\.)*(?:gov|police|nhs)\.uk$", _I)


def papers(note: Note) -> Iterator[Span]:
    """Papers, bank accounts, cards and devices."""
    text = note.text
    yield from _with_cue(text)
    for pattern in likely(_NUMBERS, text):
        kind, holds = _NUMBERS[pattern]
        for match in pattern.finditer(text):
            if holds(re.sub(r"[ -]", "", match.group())):
                yield Span(kind, *match.span())
    for match in _IP.finditer(text):
        before = text[max(match.start() - 60, 0) : match.start()]
        if _is_public(match.group()) and not _RELEASE.search(before):
            yield Span("document", *match.span())


def _is_public(address: str) -> bool:
    """Whether four figures are an internet address that leads to somebody; those of RFC 1918 are
    any office's own."""
    try:
        host = IPv4Address(address)
    except AddressValueError:
        return False
    return not any(host in network for network in _OFFICE_NETWORKS)


def _is_iban(number: str) -> bool:
    from stdnum import iban  # its tables are large, and few notes have such a number

    return bool(iban.is_valid(number))


def _ends_as_counted(number: str) -> bool:
    """Whether the last figure is the one that Luhn's count of the others gives."""
    from stdnum import luhn

    return bool(luhn.is_valid(number))


_NUMBERS: dict[Pattern, tuple[str, Callable[[str], bool]]] = {
    _IBAN: ("bank", _is_iban),
    _CARD: ("bank", _ends_as_counted),
    _AS_ON_A_CARD: ("bank", bool),
    _SORT_CODE: ("bank", bool),
    _DRIVER: ("document", bool),
    _IMEI: ("document", _ends_as_counted),
    _MAC: ("document", bool),
    _IP_LONG: ("document", bool),
}
"""Numbers of papers by their shape: what kind they are, and what else is true of them."""


def _with_cue(text: str) -> Iterator[Span]:
    for pattern in likely((_DOCUMENT, _LAST_DIGITS, _MASKED, _ACCESS), text):
        for match in pattern.finditer(text):
            bodies = _OF_A_BODY.search(text, max(match.start() - 20, 0), match.start())
            bodies = bodies or _FOR_A_BODY.match(text, match.end())
            if not bodies and _is_long(match.group("ref")):
                yield Span("document", *match.span("ref"))
    for match in _ACCOUNT.finditer(text):
        plain_account = match.group().lower().startswith("acc")
        if sum(sign.isdigit() for sign in match.group("ref")) >= 4 and (
            not plain_account or _MONEY.search(text)
        ):
            yield Span("bank", *match.span("ref"))


def _is_long(ref: str) -> bool:
    """Whether it has as many signs as no count has that is written so."""
    figures = sum(sign.isdigit() for sign in ref)
    return figures >= 3 or (figures > 1 and len(ref) > 4 and not ref.isdigit())


def online_names(text: str) -> Iterator[Span]:
    """E-mail addresses, written out or disguised, and names on the internet."""
    for match in _EMAIL.finditer(text):
        box = match.group()
        official = _ROLE_BOX.match(box) and _is_role(box.partition("@")[0])
        if not (official or _SHARED_BOX.match(box)):
            yield Span("email", match.start(), match.end())
    for match in _SPELT_EMAIL.finditer(text):
        disguised = _DISGUISED.search(match.group())
        if disguised or not match.group().partition(" ")[0].isalpha():
            yield Span("email", *match.span())
    for pattern in likely((_ONLINE, _HANDLE, _ONES_OWN, _AS_WHOM), text):
        for match in pattern.finditer(text):
            yield Span("nickname", *match.span("ref"))
    yield from (Span("nickname", *match.span()) for match in _SPELT_SIGN.finditer(text))
    for match in _UNDERSCORED.finditer(text):
        if not _FILE.search(match.group("ref")) and not _is_role(match.group("ref")):
            yield Span("nickname", *match.span("ref"))
    for match in _BY_WHOM.finditer(text):
        if not is_word(match.group("ref").lower()):
            yield Span("nickname", *match.span("ref"))


def _is_role(box: str) -> bool:
    return all(_is_of_role(piece.lower()) for piece in re.split(r"[._\d-]+", box) if piece)


def _is_of_role(piece: str) -> bool:
    """A word, or the short form of a unit ("csp"), which nobody is called."""
    short = len(piece) in {3, 4} and piece not in GIVEN and piece not in FAMILY
    return short or is_word(piece)
