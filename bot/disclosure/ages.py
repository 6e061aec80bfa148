"""How old somebody is, as it may be told: a number beside a person, a school year, a decade."""

from __future__ import annotations

from bot.disclosure.evidence_words import ONE, UNITS
from bot.disclosure.kind_of_evidence import evidence_of

AGE = evidence_of(
    4,
    rf"\b(?:{UNITS}|[a-z]{{3,6}}teen)[- ]year[- ]old\b(?!s)",
    r"\b\d{1,2}[- ]?(?:year|yr|month|mth|week|wk)s?[- ]?old\b(?!s)",
    r"\b\d{1,2} ?(?:yo|y/o|yr ?old)\b",
    r"(?<!average )(?<!mean )(?<!median )(?<!minimum )(?<!maximum )\baged? \d{1,2}\b(?! ?(?:to|-|"
    r"and|or|\+|plus))",
    rf"\b{ONE} (?:of|aged) (?:\d{{1,2}}|{UNITS})\b(?! (?:to|or|and|flats|houses|homes|"
    r"propert|pubs|shops|sites|schools|premises|venues|blocks|buildings|units|clubs|farms))",
    r"\bin (?:his|her) (?:(?:early|mid|late)[- ])?(?:\d0'?s|teens|twenties|thirties|forties|"
    r"fifties|sixties|seventies|eighties|nineties)\b",
    rf"\b{ONE}(?: is| was|,)? (?:in )?(?:(?:early|mid|late)[- ])?[1-9]0'?s\b",
    rf"\b(?:year|yr|y) ?(?:[1-9]|1[0-3]) {ONE}|\b{ONE}(?: is)? in (?:the )?(?:year|yr|y) ?(?:[1-9]|"
    rf"1[0-3])\b",
    r"\bnominal \d{1,2}\b",
    rf"(?:\b{ONE},|(?<!\d, )\b{ONE}) \(?\d{{1,2}}\)?, ",
    rf"\b{ONE},? (?:about|around|roughly|maybe|approx\.?|barely) \d{{1,2}}\b",
    r"(?<!0s), (?:(?:early|mid|late) )?[2-9]0'?s(?=[,.;])(?!, [2-9]0)",
    r"(?-i:(?:^|\b(?:for|with|about|of|to|by|saw|and) )[A-Z]\.? \(\d{1,2}[,;)])",
    r"\b(?:he|she)(?: is| was|'s)(?: only| just| about| nearly| still){0,2} \d{1,2}"
    r"(?=[,.;!?]|$| and\b| now\b)",
    rf"\b{ONE}(?: is| was|'s) (?:only |just |about |nearly )?\d{{1,2}}(?=[,.;!?]|$| and\b| now\b)",
    refers=True,
)
