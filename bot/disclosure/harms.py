"""What befell somebody, or what they did: the weights of `evidence` without which an age or a
village tells on nobody. Also good works, which weigh against it."""

from __future__ import annotations

from bot.disclosure.evidence_words import (
    DONE_IN_PUBLIC,
    KINS,
    MILD,
    ONE,
    PEOPLE,
    POST,
    SEVERE,
    WORK,
)
from bot.disclosure.health import HEALTH
from bot.disclosure.kind_of_evidence import evidence_of
from bot.disclosure.lists import any_of

_SOMEBODYS = r"(?:a|an|the|his|her|their|some|older|another|two|three|four|five|six|\d)"
GOOD_WORKS = evidence_of(-3, rf"\b(?:{any_of(DONE_IN_PUBLIC)})\b", r"\bwho runs?\b", singles=False)
"""Counts where no harm is told."""
HARMS = (
    evidence_of(3, *HEALTH),
    evidence_of(
        2,
        rf"\b{SEVERE}\b",
        rf"\b(?:touched|kissed|undressed|photographed) by (?:his|her|a|the) (?:[\w-]{{2,14}} )?"
        rf"(?:{ONE}|{WORK}|{POST})\b",
        r"\btouching (?:up )?(?:girls|boys|kids|children|women|men|lads)\b",
        rf"\btouching (?:a|the|his|her) (?:[\w-]{{2,14}} )?{ONE}",
        r"\b(?:taking|takes|took|driving|ferrying|moving|bringing|selling|sending) "
        r"(?:[a-z-]{3,12} )?"
        r"(?:girls|schoolgirls|boys|kids)\b",
        r"\b(?:has|have|had|having|got|getting) (?:had )?(?:his|her|their) (?:[\w-]{2,14} ){1,3}?"
        r"(?:put (?:in|through)|kicked in|broken|taken|stolen|cut|burnt|set (?:alight|on fire)|"
        r"(?!paint|measur|repair|mend|fix|fitt|chang|renew|replac|clean|publish|check|mark|servic|"
        r"install|upgrad|answer|fund|grant|sign|approv|extend|accept|assess|review|restor)"
        r"[a-z]{3,12}ed)\b",
        r"\b(?!led|attend|design|visit|watch|support|help|host|organis|deliver|open|fill|complet|"
        r"test|"
        r"rated|sign|fitted|clean|paint|raised|written|given|chosen|own|manag|facilit|co-|chair|"
        r"creat|"
        r"produc|plann|install|plant|answer|start|form|train|fund|assist|present|accompan|staff|"
        r"perform|sponsor|drafted|report|call|review|prepar|ask|welcom|join|us)[a-z]{2,10}(?:ed|"
        r"en) "
        rf"(?:[\w-]{{1,12}} ){{0,4}}?by {_SOMEBODYS} (?:[a-z-]{{3,12}} )?"
        rf"(?:{any_of(PEOPLE, KINS)}|m[ae]n|women|gang)s?\b",
        r"\b(?:carried|dragged|pushed|chased|grabbed|held|cornered|surrounded|pinned|bundled|"
        r"driven|"
        rf"taken|picked up|followed|approached|filmed|tricked|forced) (?:[a-z]{{2,12}} )?by "
        rf"{_SOMEBODYS} "
        rf"(?:[a-z-]{{3,12}} )?(?:{any_of(PEOPLE, KINS)}|m[ae]n|women|gang|group)s?\b",
        rf"\b(?:{ONE}|him|her) (?:[a-z]{{3,10}} )?locked (?:in|up|out)\b",
        r"\b(?:pictures?|photos?|photographs?|videos?|images?|film(?:s|ed|ing)?) (?:of )?(?:the |"
        r"young |"
        r"school |naked )?(?:children|kids|girls|boys|pupils|women|her|him)\b(?!')",
        r"\b(?:no|without|take[ns]?|took|holds|kept|has) (?:(?:his|her|their|the) )?passports?\b",
        r"\bhands? (?:over )?(?:his|her|their) (?:wages|pay|benefits|pension|money)\b",
        singles=False,
    ),
    evidence_of(
        1,
        rf"\b{MILD}\b",
        r"\bthrough (?:(?:the|his|her|their|our|an?) )?(?:front |back )?(?:door|windows?|"
        r"letter ?box)\b",
        r"\b(?:does not|doesn'?t|did not|didn'?t) want (?:it|this|that|anybody|anyone|people)\b",
        r"\b(?:is|are|was|were|put|went|now|stays) on an? (?:[a-z]{2,10} )?plan\b",
        singles=False,
    ),
    evidence_of(
        1,
        r"\b(?:suspects?|suspected|fancy|reckon\w*|we think|"
        r"(?:named?|names|points? to|against) the|(?:thought|believed|known) to be|blam\w+|"
        r"down to|(?:one|it|culprit|ringleader|leader)(?: is| was|'s))\b",
        r"\bis the one [a-z]{3,12}ing\b",
        singles=False,
    ),
)
