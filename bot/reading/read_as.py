"""Turns of phrase read as plainer ones before a text is taken apart: a table of forms, each under a
sentence it is for, with what it is read as."""

from __future__ import annotations

import re

_STATUS = r"(?:red|amber|green|on track|at risk|off track|complete)"
_DAY = r"(?=(?:the )?\d\d?(?:st|nd|rd|th)?[ /])"
_FORMS = (
    # "more reds then ambers"
    (r"\b((?:more|fewer)(?: \w+){1,3}) then(?= \w+(?: \w+)?[?.]?$)", r"\1 than"),
    # "should of been done"
    (r"\b((?:c|sh|w)ould) of\b(?! course)", r"\1 have"),
    # "between the Q1 return and the Q2 one"
    (
        r"\b(between|from) (?:the )?(q[1-4]) [a-z]+ (and|to) (?:the )?(q[1-4])\b"
        r"(?: (?:one|figures?|reports?|returns?|updates?)\b)?",
        r"\1 \2 \3 \4",
    ),
    # "slipped to red from green"
    (rf"\bto ({_STATUS}) from ({_STATUS})\b", r"from \2 to \1"),
    # "red when Q1 closed"
    (
        r"\b(?:when|once|as) (?:the )?(q[1-4]|quarter (?:[1-4]|one|two|three|four))"
        r" (?:closed|ended|finished|was over|was up|shut)\b",
        r"at the end of \1",
    ),
    # "since the last meeting (20 Sept)", "since we last met on 20 September"
    (
        r"\b(since|after|before|at|from) (?:(?:the|our|my) (?:\w+ ){0,3}"
        r"(?:meeting|board|committee|review)|(?:we|the \w+) (?:all )?(?:last )?met)"
        rf"(?:,? which was(?: on)?| on| of|,)? \(?{_DAY}",
        r"\1 ",
    ),
    # "which aren't due until March"
    (
        r"(?:n'?t| not)((?: \w+)? (?:due|ending|finishing|to be done)) (?:un)?till?\b(?! after)",
        r"\1 not until",
    ),
    # "the police aside, what is red"
    (r"^((?:\w+ ){0,3}\w+) (?:aside|excluded|excepted),? ", r"apart from \1, "),
    # "reported in q1 AND q2"
    (r"(?-i:(?<=[a-z1-4] )AND (?:in )?(?=[Qq][1-4]\b))", "and again in "),
    # "no. of reds"
    (r"\bno\. ?of\b", "number of"),
    # "red + amber"
    (r"(?<=[a-z]) \+ (?=[a-z])", " and "),
)
_READ_AS = tuple((re.compile(form, re.IGNORECASE), plain) for form, plain in _FORMS)
_CORRECTED = re.compile(
    r"(?:(?:no|nope|sorry|oops|oh|ah|wait)[\s,.!-]{1,3}){0,3}(?:i|we) mean(?:t)?\b"
    r"(?! to (?!say|ask|type|put)| wh|,? how)(?: to (?:say|ask|type|put))?[\s,:]{0,3}"
    r"|no(?:pe)?(?:\s?[,.]| (?:sorry|wait|actually)\b,?| (?=(?:the \w+ one|that|not)\b))\s{0,3}",
    re.IGNORECASE,
)


def plainer(text: str) -> str:
    """A text as it is read: with "no I meant ..." in front as "and ...", the same of another."""
    text = text.replace("\u2019", "'").strip()
    for form, plain in _READ_AS:
        text = form.sub(plain, text)
    again = _CORRECTED.match(text)
    return f"and {text[again.end() :]}" if again else text
