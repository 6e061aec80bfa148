"""The words a plan is made of in Welsh, put into English: headings, statuses, months, quarters.

Partnerships in Wales write in either language or both. Names and sentences stay as they are.
"""

from __future__ import annotations

import re

_WORDS = {
    # headings (Welsh Government's and councils' bilingual plans use these for the fields)
    "blaenoriaeth": "priority", "blaenoriaethau": "priority", "thema": "theme",
    "amcan": "objective", "amcanion": "objective", "nod": "aim",
    "cyf": "ref", "cyfeirnod": "ref", "rhif": "no",
    "cam gweithredu": "action", "camau gweithredu": "action", "gweithred": "action",
    "gweithgaredd": "activity", "gweithgareddau": "activity", "tasg": "task",
    "arweinydd": "lead", "arweiniol": "lead", "sefydliad arweiniol": "lead agency",
    "swyddog arweiniol": "lead officer", "asiantaeth arweiniol": "lead agency",
    "yn gyfrifol": "responsible", "perchennog": "owner",
    "partner": "partner", "partneriaid": "partners", "partneriaid cefnogol": "partners",
    "erbyn": "by when", "erbyn pryd": "by when", "pryd": "when", "amserlen": "timescale",
    "dyddiad": "date", "dyddiad cwblhau": "completion date", "dyddiad cau": "deadline",
    "dyddiad targed": "target date", "dyddiad cychwyn": "start date",
    "llinell sylfaen": "baseline", "gwaelodlin": "baseline", "targed": "target",
    "mesur": "measure", "mesurau": "measure", "mesur llwyddiant": "success measure",
    "mesurau llwyddiant": "success measure", "dangosydd": "indicator",
    "dangosyddion": "indicator", "canlyniad": "outcome", "canlyniadau": "outcome",
    "adnoddau": "resources", "cyllid": "funding", "cost": "cost",
    "statws": "status", "cynnydd": "progress", "diweddariad": "update", "sylwadau": "comments",
    # statuses
    "gwyrdd": "green", "ambr": "amber", "oren": "amber", "melyn": "amber", "coch": "red",
    "glas": "blue", "ar y trywydd iawn": "on track", "ar y trywydd": "on track",
    "mewn perygl": "at risk", "oddi ar y trywydd": "off track", "cwblhawyd": "complete",
    "wedi'i gwblhau": "complete", "wedi'i chwblhau": "complete", "wedi ei gwblhau": "complete",
    "wedi gorffen": "complete", "heb ddechrau": "not started", "ar y gweill": "in progress",
    "wedi'i ohirio": "deferred", "gohiriwyd": "deferred",
}  # fmt: skip
_TIMES = {
    "ionawr": "january", "chwefror": "february", "mawrth": "march", "ebrill": "april",
    "mai": "may", "mehefin": "june", "gorffennaf": "july", "awst": "august", "medi": "september",
    "hydref": "october", "tachwedd": "november", "rhagfyr": "december", "chwarter": "quarter",
    "gwanwyn": "spring", "haf": "summer", "gaeaf": "winter", "parhaus": "ongoing",
    "diwedd": "end of", "erbyn": "by",
}  # fmt: skip
"""Times within a text. "Hydref" is October and autumn: the month, as in dates, is meant."""
_TIME = re.compile(rf"\b(?:{'|'.join(_TIMES)})\b", re.IGNORECASE)
_AFTER_THEM = re.compile(r"[’‘`´]")


def in_english(text: str) -> str:
    """The English of a heading or status in Welsh; empty for any other text."""
    plain = " ".join(_AFTER_THEM.sub("'", text).lower().strip(" .:?").split())
    return _WORDS.get(plain, "")


def times_in_english(text: str) -> str:
    """A text with the months, quarters and seasons it names in Welsh named in English."""
    return _TIME.sub(lambda match: _TIMES[match[0].lower()].capitalize(), text)
