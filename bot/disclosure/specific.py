"""Evidence by grammar: what an article, a bare noun, a relative clause or a secret kept from
somebody tells of one case, whatever befell them."""

from __future__ import annotations

from bot.disclosure.evidence_words import CLUB, KIN, KINS, LEADS, ONE, PEOPLE, THEIRS, UNITS, WORK
from bot.disclosure.kind_of_evidence import evidence_of
from bot.disclosure.lists import any_of

_HEAD = r"(?:^|[.!?:;,(-] |\n|\b(?:but|because|since|that|so|as|when|while|after|if|says|said) )"
"""Where a clause begins."""
_BARE = (
    r"(?:(?!(?:the|an?|any|each|every|no|this|that|our|their|its|his|her|my|your|one|another|some|"
    r"either|which|whose|what|of|for|to|by|with|per|new|single|lone|first|next|all|both|are|is|"
    r"was|were)\b)[a-z-]{3,12} )?"
)
"""One word that says what sort, and no article."""
_TOLD = (
    r"(?:is|isn't|was|wasn't|has|hasn't|had|will|won't|would|wouldn't|does|doesn't|did|didn't|"
    r"can't|cannot|couldn't|must|mustn't|says?|said|tells?|told|thinks?|knows?|wants?|went|gone|"
    r"came|left|lost|got|keeps?|refus\w+|rang|saw|met|hit|found|took|gave|threw|ran|fled|fell|"
    r"broke|bit|kept|sold|stole|drove|wrote|spoke|heard|hid|put|sent|[a-z]{3,12}ed)\b"
    r"(?! (?:invited|welcome|encouraged|expected to|able to))"
)
"""What is told of a subject that is one person: a verb of a certain time."""
_WITHIN = (
    r"(?:,? (?:from|in|at|of|on|with|who|known|living|aged|found|"
    r"seen|taken) [^.!?;\n]{2,50}?,?)?"
)
_GOOD_OF_MANY = (
    r"(?:attend|complete|visit|use|join|r[au]n|le[ad]+|organise|help|support|answer|read|see|saw|"
    r"receive|get|got|fill|sign|report|write|wrote|design|buil[dt]|make|made|clean|chair|host|"
    r"plan|teach|taught|want|need|need|have|had|is|was|are|were|do|did|give|gave|lead|took|take|"
    r"represent|deliver|cover|own|know|knew|train|manage|present|open|ask|call|ha|doe|win|won|"
    r"miss|sat|sit|serve|work|live|responde?|work)(?:s|d|ed)?"
)
_NOT_TO = (
    r"(?:must not|mustn'?t|does not|doesn'?t|do not|don'?t|should not|shouldn'?t|is not to|"
    r"isn'?t to|cannot|can'?t|never to|has no idea|mustn't ever)"
)
_THEM = rf"(?:him|her|(?:(?:the|his|her|my|their) )?(?:{any_of(KINS)}|husband|parents|family))\b"
_ALSO_BODIES = frozenset({"baby", "partner", "twin", "twins"})
"""Words for kin that are used of agencies, clinics and towns as well."""
_OF_PREMISES = frozenset({"owner", "keyholder", "occupier", "publican"})
"""Those premises are spoken of by, in a note on a pub or a mill."""
_TOLD_BARE = (PEOPLE | _ALSO_BODIES) - _OF_PREMISES
_RELATIVE = rf"(?:{any_of(KINS - _ALSO_BODIES)})"
_PEOPLES = (
    r"(?:[A-Z][a-z]{2,9}(?:[aeiou]n|ian|ese)|Afghan|Czech|Filipino|Greek|Iraqi|Israeli|Kurd|Nepali|"
    r"Pakistani|Pole|Romany|Scot|Serb|Slovak|Somali|Spaniard|Swede|Thai|Turk|Yemeni)"
)
"""Where somebody is from, told as a noun."""
SPECIFIC = (
    evidence_of(
        3,
        rf"(?:{_HEAD}|\band ){_BARE}{_RELATIVE}(?![\w-])(?:{_WITHIN} {_TOLD}|'s (?!day\b|own\b)"
        rf"[a-z]|"
        r" [a-z]{2,12}s (?:him|her|his|it|them|he|she|everything|nothing|every)\b)",
        rf"\b(?:my|our) {ONE}'s {THEIRS}\b",
        rf"\b(?:their|his|her|the) (?:eldest|middle one|oldest|youngest) {_TOLD}",
        r"\b(?:two|three|four|five) (?:[a-z]{3,10} )?(?:brothers|sisters|cousins|siblings|stepsons|"
        r"stepbrothers|half-brothers)\b",
        rf"\b(?:both|the two|the three) (?:[\w-]{{2,14}} )?(?:{any_of(PEOPLE, KINS)}|girlfriend)"
        rf"s\b(?!')",
        refers=True,
    ),
    evidence_of(
        2,
        rf"{_HEAD}{_BARE}(?:{any_of(_TOLD_BARE)})(?![\w-]){_WITHIN} {_TOLD}",
        rf"\bthe (?:eldest |youngest |older |younger )?{_RELATIVE} {_TOLD}",
    ),
    evidence_of(
        2,
        rf"\b(?:{any_of(PEOPLE, KINS)})s? who (?!{_GOOD_OF_MANY}\b)[a-z]{{3,12}} "
        r"(?:(?:up|in|out|off|down|into|on|at|to|fire|open) ){0,2}(?:the|his|her|my|our|an?) "
        r"(?!same)[a-z]",
        rf"\b(?:says?|said|told us|reports?|reported|found|heard|thinks?|believes?) (?:that )?"
        rf"(?:an?|one) (?:[\w-]{{2,14}} )?{ONE} (?:has|is|was|had|keeps|gets|will be)\b"
        r"(?! (?:more|less|likely|able|entitled|asked|given|offered|the right|a right))",
        rf"\b(?:an?|one|the|our) (?:[\w-]{{2,14}} )?{ONE}(?: [^.!?\n]{{3,50}}?)? (?:has|have) been "
        r"(?!getting|receiving|working|attending|helping|volunteering|running|leading|offering|"
        r"supporting|using)[a-z]{3,12}ing\b",
        refers=True,
    ),
    evidence_of(
        3,
        rf"\b{ONE} who (?:reported|accused|named|identified|testified against|complained (?:about|"
        rf"of)|"
        rf"gave evidence against) (?:the|his|her|our|a) (?:[\w-]{{2,14}} )?(?:{ONE}|{WORK})\b",
        rf"\b(?:an?|one|this|that) (?:[a-z-]{{3,10}} )?(?-i:{_PEOPLES})(?= (?:is|was|has|who)\b)",
        rf"\bthe (?:[a-z-]{{3,10}} )?(?-i:{_PEOPLES}) (?:who|with (?:the|his|her|an?))\b",
        refers=True,
    ),
    evidence_of(
        4,
        rf"\b(?:the|our|its|their|local|village) (?:[\w-]{{2,14}} )?{LEADS} (?:of|at) "
        rf"(?:the|our|a|its) (?:[\w'-]{{2,14}} ){{0,2}}?{CLUB}\b",
        refers=True,
    ),
    evidence_of(
        4,
        rf"\bone of the (?:{UNITS}|\d) (?:(?:[\w'-]{{2,14}} ){{0,2}}?(?:{any_of(PEOPLE, KINS)})s\b|"
        r"(?:who|that)\b)",
        refers=True,
    ),
    evidence_of(
        2,
        rf"\b(?:with|has|keeps|his|her|their|and) (?:{UNITS}|[2-9]|1\d) (?:[a-z-]{{3,12}} )"
        rf"?(?:dogs|cats|huskies|horses|parrots|"
        r"snakes|ferrets|children|kids|daughters|sons|wives|cars|motorbikes|caravans)\b",
    ),
    evidence_of(
        4,
        rf"\b(?:{UNITS}|both|the|[2-9]) (?:[\w-]{{2,14}} )?(?:{any_of(PEOPLE, KINS)}|children)"
        rf"s?,? (?:all|both) "
        r"(?:under|over|aged|of|at|in)\b",
        rf"\b(?:one|two|three|four|[1-4]), (?:the |both |an? )?(?:[a-z-]{{3,12}} )?"
        rf"(?:{any_of(PEOPLE, KINS)})s? (?:from|in|at|of|on)\b",
        r"\b(?:one|two|three|four|both|some) of the (?:[\w'-]{2,14} )?(?:shift|crew|gang|class|"
        r"squad|"
        r"lodgers|brothers|sisters|girls|boys|lads|children|women|men|family) (?:at|in|from|on|who|"
        r"next|above|below)\b",
        refers=True,
    ),
    evidence_of(
        2,
        r"\b(?:his|her|their|'s) (?:trial|sentence|plea|tag|licence|bail|arrest|conviction|funeral|"
        r"overdose|benefits|tenancy|eviction|marriage|divorce|pregnancy|illness|injuries|debts?|"
        r"release|wages)\b",
        r"\b(?:do not|don'?t|never|not to) (?:ring|call|phone|text|visit|write to|go to|knock at) "
        rf"(?:the (?:house|flat|home|door)|{_THEM})",
    ),
    evidence_of(
        4,
        rf"\b(?:do not|don'?t|never|not to|nobody (?:is )?to) (?:tell|let|inform|alert) {_THEM}",
        rf"\b(?:{ONE}|other side) (?:don'?t|do not|doesn'?t|does not) know\b(?! (?:if|whether|how|"
        r"what|when|where|which|about|who|why|enough|that))",
        rf"(?:\b(?:he|she)|\b{KIN}) (?:[^.!?\n]{{1,40}} )?{_NOT_TO} "
        r"(?:know|find out|hear|learn|be told|discover|get hold of|be given)\b",
        rf"\b(?:keep|keeping|kept) (?:it|this|that|her|them|the (?:new )?(?:address|school|number)"
        rf") "
        rf"(?:secret )?from {_THEM}",
        r"\b(?:asks?|asked|wants|begged) that (?:her|his) [^.!?\n]{3,40} not (?:be )?(?:told|"
        r"know)",
        r"\bwants? (?:his|her) name (?:kept )?out\b",
        refers=True,
    ),
    evidence_of(
        2,
        rf"\b{ONE} on the (?:ground|first|second|third|fourth|fifth|top|bottom|same) (?:floor|"
        rf"landing)\b",
        rf"\b{ONE} (?:in|at|from) the (?:ground|first|second|third|fourth|fifth|top)[- ]floor ",
        r"\b(?:the one|him|her) (?:with|in|on) (?:the|an?|no|one) (?!most|best|least|highest|"
        r"lowest|right|"
        r"wrong|"
        r"same)"
        r"[a-z]{3}",
        rf"\b{ONE} (?:in|at|of|from) (?:the |a )?(?:[a-z-]{{3,12}} ){{0,2}}?(?:flat|flats|room|"
        rf"house|"
        rf"bedsit|one|cottage|caravan|maisonette) (?:over|above|below|under|behind|beside|next to|"
        r"opposite|with)\b",
        rf"\b{ONE} (?:with|over) (?:the|an?) [^.!?\n]{{3,30}} in (?:the|his|her) (?:garden|window|"
        r"drive|yard|porch)\b",
        refers=True,
    ),
)
