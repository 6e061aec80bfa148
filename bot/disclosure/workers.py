"""Who is named beside a post or a body of theirs, and does its work: "Youth workers A and B took
the bus out", "C (town clerk, D)", "E from the bowls club". What befalls them is theirs alone."""

from __future__ import annotations

import re

from bot.disclosure.evidence_words import MILD, SEVERE
from bot.disclosure.health import HEALTH
from bot.disclosure.lists import any_of, listed
from bot.disclosure.patterns import Pattern
from bot.disclosure.text import Note

_POSTS = listed("posts_of_service")
_POST = (
    rf"(?i:{any_of(_POSTS)}|(?:case|charity|church|community|council|detached|"
    r"development|engagement|family|health|housing|key|link|neighbourhood|outreach|play|project|"
    r"recovery|schools|social|street|support|tenancy|trust|welfare|youth)[ -]worker)(?:e?s)?"
)
_WHERE = (
    r"(?i:comms|communications|education|environmental health|finance|fire|health|highways|housing|"
    r"legal|licensing|planning|police|probation|public health|trading standards)"
)
_NAME = r"[A-Z][\w'-]{1,19}(?: [A-Z][\w'-]{1,19}){0,2}"
_BEFORE = Pattern(rf"\b{_POST}:? (?:{_NAME}(?:,? and |,? & |, ))*$")
_TITLED = Pattern(rf"{_POST} [A-Z]")
_BESIDE = Pattern(
    rf",? ?\((?:(?i:the|our|an?) )?(?:[\w'&-]{{2,16}} ){{0,3}}(?:{_POST}|{_WHERE})"
    r"(?:,? [^()]{1,40})?\)"
    rf"|, (?:(?i:the|our|an?) )?(?:(?!former\b|ex\b)[\w'&-]{{2,16}} ){{0,3}}{_POST}"
    r"(?: (?:at|for|in|of|to) (?:the )?[A-Z][\w'&-]*(?: [A-Z][\w'&-]*| of| the){0,4})?(?=,|$)"
    rf"| - (?:the )?(?:{_POST}|{_WHERE}) - "
)
_PLACED = Pattern(rf"\((?:[\w'&-]{{2,16}} ){{0,3}}{_POST},? (?:(?:at|for|in|of) )?$")
"""What a post is of: "(parish clerk, Ambley)"."""
_OF_A_BODY = Pattern(
    rf"(?:,? and {_NAME})? (?:from|at|of|with) (?:(?:the|our) )?(?:[\w&'-]{{2,16}} ){{0,3}}"
    r"(?i:association|band|brownies|cadets|charity|choir|church|club|council|food ?bank|forum|"
    r"group|guides|lions|mosque|partnership|project|rotary|scouts|services?|society|team(?! of)|"
    r"temple|trust|(?-i:WI))\b(?!')"
)
_BEFALLS = Pattern(
    r"\b(?:was|were|been|being|got|gets|(?:is|are)(?= \w+ed\b))(?: (?:also|again|then|now))? "
    r"(?!appointed|asked|awarded|based|booked|commended|employed|funded|given|invited|involved|"
    r"joined|nominated|paired|praised|presented|seconded|thanked|trained)"
    r"(?:\w{2,}ed|beaten|caught|found|hit|hurt|seen|stung|taken|told)\b"
)
_HARM = Pattern(rf"\b(?:{SEVERE}|{MILD})\b", re.IGNORECASE)
_HARMS = Pattern(
    r" ?\((?:aged? )?\d{1,2}(?: ?(?:yo|yrs?|years? old))?\)|, (?:aged? )?\d{1,2}(?=[,.;]|$)|"
    r"(?: ?\([^()]{1,60}\)|, [^,]{1,60},)?"
    r"(?: (?:also|been|had|has|is|just|keeps|now|then|was)){0,3} "
    rf"(?:[a-z]{{3,9}} (?=cancer))?(?!moved|paid)(?:{SEVERE}|{MILD})\b"
    rf"|[^.!?\n]{{1,60}}\b\d\d[- ]year[- ]old\b|[^.!?,\n]{{0,16}}(?:{'|'.join(HEALTH)})",
    re.IGNORECASE,
)
"""What they themselves did; of others it is what their work is about. An officer's age is not told
with their work."""


def serves(note: Note, start: int, end: int) -> bool:
    """Whether who is named in `text[start:end]` holds a post or acts for a body, and nothing is
    told to have befallen them."""
    before = max(start - 100, 0), start
    posted = (
        _TITLED.match(note.text, start)
        or _BEFORE.search(note.text, *before)
        or _PLACED.search(note.text, *before)
        or _BESIDE.match(note.text, end)
    )
    if not (posted or _OF_A_BODY.match(note.text, end)):
        return False
    around = note.around(start)
    harmed = not posted and _HARM.search(note.text, *around)
    return not (harmed or _BEFALLS.search(note.text, *around))


def does_harm(note: Note, end: int) -> bool:
    """Whether who is named up to `end` is told to have done or suffered something."""
    return _HARMS.match(note.text, end) is not None
