"""The field's thesaurus: everyday words -> concept -> theme, and themes -> the plan's priorities.

"shed break-in" -> burglary -> acquisitive crime. The words are data in `vocabulary_disorder`,
`_crime`, `_harm`, `_abuse` and `_health`; a plan's own aliases and words are merged with them in
`plan_words`.
Agency names change over the years: older and newer ones stand in `AGENCY_NAMES`.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.questions import (
    vocabulary_abuse,
    vocabulary_crime,
    vocabulary_disorder,
    vocabulary_harm,
    vocabulary_health,
)

PLAIN, PHRASE, TOGETHER, HINT = 3.0, 3.5, 2.6, 0.9
"""Weights: of a word that says the theme outright, of a phrase that does, of words that only
together mean it, and of a word that may point that way."""
SECOND_THEME = 0.55
"""Share of a concept's weight for its second and third theme (county lines: OCG, SAF, SUB)."""


@dataclass(frozen=True, slots=True)
class Term:
    """One way of saying a concept: a phrase, or (`together`) words that need not be adjacent."""

    words: tuple[str, ...]
    weight: float
    together: bool = False


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing people talk about. `themes`: the first is the main one."""

    name: str
    themes: tuple[str, ...]
    terms: tuple[Term, ...]


THEMES: dict[str, tuple[str, ...]] = {
    "asb": ("anti-social behaviour", "antisocial behaviour", "environmental crime", "asb"),
    "ocg": ("organised crime", "serious crime", "ocg", "county lines", "serious violence"),
    "saf": ("safeguarding", "vulnerable", "exploitation", "cse", "prevent", "modern slavery"),
    "sub": ("substance misuse", "drugs", "alcohol", "drug and alcohol"),
    "acq": ("acquisitive crime", "burglary", "theft", "vehicle crime", "doorstep crime", "scams"),
    "mh": ("mental health", "suicide prevention", "wellbeing"),
    "da": ("domestic abuse", "domestic violence", "violence against women"),
}
"""Theme -> the names a plan's priority may carry it under, best first."""

AGENCY_NAMES: dict[str, str] = {
    "SDC": "sevenoaks district council | sevenoaks council | district council | the council | "
    "council | our council | the district | environmental health | council licensing | "
    "council housing team | env health | sdc housing | sdc licensing | sdc environmental",
    "KCC": "kent county council | county council | the county | county hall | social care | kcc",
    "KP": "kent police | police | the police | kent pol | constabulary | district commander | cpt"
    " | police force | officers on the district | kent constabulary",
    "KFRS": "kent fire and rescue service | kent fire and rescue | kent fire | fire brigade | "
    "fire service | fire and rescue | the fire | firefighters | kfrs | brigade",
    "CCG": "ccg | clinical commissioning group | clinical commissioning groups | nhs | health | "
    "the nhs | health service | west kent ccg | dgs ccg | pct | primary care trust | icb | "
    "integrated care board",
    "NPS": "national probation service | national probation | probation | probation service | "
    "probation trust",
    "KSSCRC": "kss crc | crc | community rehabilitation company | rehabilitation company | "
    "kent surrey and sussex community rehabilitation company | probation | probation service",
    "CSU": "community safety unit | csu | csu team | safety unit | community support unit",
    "WKHA": "west kent housing association | west kent housing | west kent ha | wkha | wkh | "
    "housing associations | housing association | housing providers | housing",
    "MOAT": "moat homes | moat housing | moat | housing associations | housing association | "
    "housing providers | housing",
    "DAVSS": "davss | domestic abuse volunteer support services | domestic abuse volunteers | "
    "da volunteers | volunteer support services",
    "KENWARD": "kenward trust | kenward",
    "CGL": "change grow live | cgl | drug and alcohol service provider | cri",
    "KMPT": "kmpt | mental health trust | kent and medway partnership trust | kent and medway nhs "
    "and social care partnership trust",
    "WKM": "west kent mind | sevenoaks mind",
    "KCCTS": "trading standards | kcc trading standards | ts",
    "KCCEH": "early help | kcc early help | ehps | early help and preventative services",
    "KCCW": "community wardens | kcc wardens | community warden service | wardens",
    "PCC": "police and crime commissioner | opcc | pcc | pfcc | commissioner | kent pcc | "
    "police commissioner",
    "PARISH": "parish councils | town councils | parishes | town and parish councils | parish "
    "council | town council",
    "SCHOOLS": "schools and colleges",
    "CSTOP": "crimestoppers | crime stoppers",
    "MEDIATION": "west kent mediation | mediation service",
}
"""Agency code -> names old and new. Used only for the agencies a plan itself lists."""

RENAMED: dict[str, str] = {
    "icb": "NHS integrated care boards replaced CCGs in July 2022",
    "integrated care board": "NHS integrated care boards replaced CCGs in July 2022",
    "pct": "primary care trusts were replaced by CCGs in April 2013",
    "primary care trust": "primary care trusts were replaced by CCGs in April 2013",
    "probation trust": "probation trusts were split into the NPS and the CRCs in 2014",
    "pfcc": "a commissioner who also runs the fire service; Kent's is a PCC",
    "cri": "CRI was renamed Change Grow Live in 2016",
}
"""Name of another time -> the sentence that says so (the answer stays true to the plan's year)."""


_AGES: tuple[tuple[str, str], ...] = (
    (
        "kids kid children child young youth youths youngsters teens teenagers pupils students",
        "children child young pupils schools",
    ),
    ("elderly pensioners old oap oaps older seniors", "older elderly"),
    ("women ladies survivors victims", "survivors victim victims women"),
    ("residents tenants neighbours householders", "residents tenants neighbour estates"),
    ("shops businesses shopkeepers traders", "businesses premises retail"),
    ("farmers farms builders", "farms builders"),
)
PEOPLE: dict[str, tuple[str, ...]] = {
    said: tuple(written.split()) for spoken, written in _AGES for said in spoken.split()
}
"""Whom an action is for, as people say it -> as plans write it: "the kids one" is asked back."""


def _term(text: str) -> Term:
    hint = text.endswith("?")
    parts = [part.strip() for part in text.rstrip("?").split("+")]
    weight = HINT if hint else TOGETHER if len(parts) > 1 else PHRASE if " " in parts[0] else PLAIN
    words = tuple(parts) if len(parts) > 1 else tuple(parts[0].split())
    return Term(words, weight, together=len(parts) > 1)


def _concept(line: str, theme: str) -> Concept:
    head, _, terms = line.partition(":")
    name, _, themes = head.partition("[")
    return Concept(
        name.strip(),
        tuple(themes.strip(" ]").split()) or (theme,),
        tuple(_term(term.strip()) for term in terms.split("|") if term.strip()),
    )


def _read(block: str, theme: str) -> list[Concept]:
    joined = block.replace("\n  ", " ").strip().splitlines()
    return [_concept(line, theme) for line in joined if line.strip()]


_BLOCKS = (
    ("asb", vocabulary_disorder.ASB),
    ("ocg", vocabulary_crime.OCG),
    ("acq", vocabulary_crime.ACQ),
    ("saf", vocabulary_harm.SAF),
    ("da", vocabulary_abuse.DA),
    ("sub", vocabulary_health.SUB),
    ("mh", vocabulary_health.MH),
)
CONCEPTS: tuple[Concept, ...] = tuple(
    concept for theme, block in _BLOCKS for concept in _read(block, theme)
)
