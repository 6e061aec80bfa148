"""What may be said of one person, and how much each kind of it tells: the table of `portraits`."""

from __future__ import annotations

from bot.disclosure.homes import KIND, WHICH
from bot.disclosure.kind_of_evidence import evidence_of as _evidence
from bot.disclosure.lists import any_of, listed

_POSTS, _KINS = listed("sole_posts"), listed("kin")
_PEOPLE, _MARKED = listed("person_words"), listed("markings")
_OCCUPATIONS, _NOT_PERSONS = listed("occupations"), listed("not_one_person")
_SIGNS, _VENUES = listed("signs_of_a_body"), listed("small_venues")
_GRAVE, _LESSER = listed("grave_harms"), listed("lesser_harms")
_PUBLIC_DEEDS, _HONOURS = listed("public_deeds"), listed("honours")
_GOOD_WORKS = listed("good_works")
_PRONOUNS = frozenset({"he", "she", "him", "his", "her", "hers", "himself", "herself"})
_POST = rf"(?:{any_of(_POSTS)})"
_WORK = rf"(?:{any_of(_OCCUPATIONS)})"
_KIN = rf"(?:{any_of(_KINS)})"
_THEIRS = rf"(?:{_KIN}|boys?|girls?|lads?|lass|youngest|eldest|oldest|kids?)"
_NOT_ONE = rf"(?![\w-]| (?:{any_of(_NOT_PERSONS)})s?\b)"
_ONE = rf"(?:{any_of(_PEOPLE, _POSTS, _KINS)}){_NOT_ONE}"
_MARKING = rf"(?:{any_of(_MARKED)})"
_SIGN = rf"(?:{any_of(_SIGNS)})"
_SMALL_VENUE = rf"(?:{any_of(_VENUES)})"
_SEVERE = rf"(?:{any_of(_GRAVE)})"
_MILD = rf"(?:{any_of(_LESSER)})"
_BESIDE = (
    r"(?:next[- ]?door|next to|beside|opp(?:osite|\.)?|facing|across from|above|over|below|behind|"
    r"at the (?:end|top|bottom|back) of|(?:in|at) the (?:end|corner|last|first|middle|top|big|old|"
    r"red|blue|white|green|yellow|black) (?:house|terrace|flat|cottage|bungalow|one))"
)
_EVENT = (
    r"(?:trial|case|murder|stabbing|shooting|fight|attack|assault|robbery|fire|crash|rescue|siege|"
    r"raid|brawl|drowning)"
)
_WORN = (
    r"(?:suit|coat|hat|jacket|tracksuit|hoodie|anorak|top|dress|wig|costume|shirt|turban|burka|hijab|"
    r"uniform|cap|boots|glasses|mask)"
)
_LOOK = (
    r"(?:tall|short|fat|thin|skinny|stocky|dark|bald|older|younger|quiet|scruffy|ginger|blonde?)"
)
_UNITS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"


PERSON = _evidence(1, rf"\b{_ONE}", singles=False, refers=True)
PRONOUN = _evidence(2, rf"\b(?:{any_of(_PRONOUNS)})\b", singles=False, refers=True)
_AGE = _evidence(
    4,
    r"\b\d{1,2}[- ]?(?:year|yr|month|mth|week|wk)s?[- ]?old\b(?!s)",
    r"\b\d{1,2} ?(?:yo|y/o|yr ?old)\b",
    r"\baged? \d{1,2}\b(?! ?(?:to|-|and|or|\+|plus))",
    rf"\b{_ONE} (?:of|aged) (?:\d{{1,2}}|{_UNITS})\b(?! (?:to|or|and))",
    r"\bin (?:his|her) (?:(?:early|mid|late)[- ])?(?:\d0'?s|teens|twenties|thirties|forties|"
    r"fifties|sixties|seventies|eighties|nineties)\b",
    rf"\b{_ONE}(?: is| was|,)? (?:in )?(?:(?:early|mid|late)[- ])?[1-9]0'?s\b",
    rf"\b(?:year|yr) ?(?:[1-9]|1[0-3]) {_ONE}|\b{_ONE}(?: is)? in (?:year|yr) ?(?:[1-9]|1[0-3])\b",
    r"\bnominal \d{1,2}\b",
    rf"\b{_ONE},? \(?\d{{1,2}}\)?, ",
    r"(?<!0s), (?:(?:early|mid|late) )?[2-9]0'?s(?=[,.;])(?!, [2-9]0)",
    r"(?-i:(?:^|\b(?:for|with|about|of|to|by|saw|and) )[A-Z]\.? \(\d{1,2}[,;)])",
    r"\b(?:he|she)(?: is| was|'s)(?: only| just| about| nearly| still){0,2} \d{1,2}"
    r"(?=[,.;!?]|$| and\b| now\b)",
    rf"\b{_ONE}(?: is| was|'s) (?:only |just |about |nearly )?\d{{1,2}}(?=[,.;!?]|$| and\b| now\b)",
    refers=True,
)
GOOD_WORKS = _evidence(-3, rf"\b(?:{any_of(_GOOD_WORKS)})\b", singles=False)
"""Counts where no harm is told."""
HARMS = (
    _evidence(
        2,
        rf"\b{_SEVERE}\b",
        rf"\b(?:touched|kissed|undressed|photographed) by (?:his|her|a|the) (?:[\w-]{{2,14}} )?"
        rf"(?:{_ONE}|{_WORK}|{_POST})\b",
        rf"\btouching (?:a|the|his|her) (?:[\w-]{{2,14}} )?{_ONE}",
        singles=False,
    ),
    _evidence(1, rf"\b{_MILD}\b", singles=False),
)
EVIDENCE = (
    PERSON,
    PRONOUN,
    _AGE,
    _evidence(
        4,
        rf"\b(?:the only|only one|just one|only|sole|(?:the|that|our|their|its) one) "
        rf"(?:[\w'-]{{2,14}} ){{0,3}}?(?:{_ONE}|ones?\b)",
        r"\bis the one (?:who|that)\b",
        r"\bthe (?:additional|extra|other|new|latest|remaining|last|exception|odd) (?:one|case|"
        r"victim)? ?"
        r"(?:is|was|being)\b",
    ),
    _evidence(
        4,
        rf"\bonly (?:two|three|four|[234]) (?:[\w'-]{{2,14}} ){{0,3}}?"
        rf"(?:families|{any_of(_PEOPLE)}s)\b",
        refers=True,
    ),
    _evidence(
        5,
        rf"\b(?:(?:two|both|the|these|those|our) (?:[a-z]{{3,10}} )?(?:{any_of(_PEOPLE)})|"
        rf"{_KIN})s,? "
        r"\(?(?:both )?(?:aged )?"
        r"\d{1,2},? (?:and|&) \d{1,2}\b",
        rf"\b(?:two|three|four) (?:[a-z]{{3,10}} )?(?:{any_of(_PEOPLE, _KINS)})s,? \(?(?:both|all) "
        r"(?:aged )?\d{1,2}\b",
        refers=True,
    ),
    _evidence(
        4, rf"\bone of (?:the|our|their|its|her|his) (?:\w+ )?(?:{_POST}|{_WORK})s\b", refers=True
    ),
    _evidence(
        3,
        rf"\bsame (?:[\w'-]{{2,14}} )?{_ONE}",
        r"\b(?:one|single|sole) [^.!?\n]{3,40}?, an? ",
        rf"\b{_KIN} of (?:the|a|an|our) (?:[a-z]{{2,12}} )?(?:{_POST}|{_WORK})\b",
        rf"\b(?:{_POST}|{_WORK})'?s' ?{_THEIRS}\b|\b(?:{_POST}|{_WORK})(?:'s|s) {_THEIRS}\b",
        rf"\bthe (?!other|{_KIN})[a-z]{{3,12}}(?:er|or|m[ae]n|ist|ian)'s {_THEIRS}\b",
    ),
    _evidence(
        4,
        rf"\b(?:the|that) {_LOOK} (?:one|{_ONE}) (?:with|in) (?:the|an?|his|her) ",
        rf"\b{_ONE} (?:well )?known for\b",
        rf"\b(?:the|that) (?:[\w'-]{{2,14}} )?{_ONE} (?:convicted|jailed|cleared|acquitted|"
        r"sentenced|imprisoned)\b",
        refers=True,
    ),
    _evidence(
        2,
        rf"\b(?:is|was|it's) the (?:[a-z]{{3,12}} )?(?:{_ONE}|{_WORK}|one) "
        r"(?:from|at|in|off|with|who|on) ",
    ),
    _evidence(
        3,
        r"\b(?:is|was|'s) the (?:youngest|oldest|eldest|smallest|biggest|ringleader)\b",
        rf"\bthe (?:youngest|oldest|eldest|only|newest) (?:member|player|cadet|{_ONE})",
        refers=True,
    ),
    _evidence(
        4,
        r"\b(?:the|our|that|one) (?:regular (?:from|at|in|on|off)|frequent (?:caller|attender|"
        r"flyer|visitor)|usual one)\b",
        refers=True,
    ),
    _evidence(
        4,
        rf"\b(?:{_ONE}|family|case|one) (?:(?:that|who|whom) )?(?:we|you|i|they) "
        r"(?:all |have |had )?(?:discussed|mentioned|(?:talked|spoke) (?:about|of)|"
        r"told (?:you|us|them) (?:about|of)|raised|flagged)\b",
        rf"\b{_ONE} (?:from|at) (?:the )?last (?:meeting|time|week|month|panel)\b",
        refers=True,
    ),
    _evidence(
        2,
        rf"\b(?:two|three|four|both|the|those) (?:[a-z]{{2,10}} )?(?:{any_of(_PEOPLE, _KINS)})s "
        r"(?:who|that) (?:run|own|work|live|keep|stay|sleep|park|drink)\b",
        refers=True,
    ),
    _evidence(
        3,
        r"\bwho (?:sleeps|begs|sits|drinks|parks|camps|busks)(?: (?:up|out|rough))? "
        r"(?:by|in|at|on|under|behind|outside|near|beside|opposite)\b",
        r"\b(?:lives?|living|sleep\w*|stay\w*) (?:just )?(?:over|above|under|below|behind|next to) "
        r"(?:the|a)\b",
    ),
    _evidence(
        2,
        r"\b(?:his|her) (?:abuser|attacker|stalker|rapist|perpetrator|pimp|ex)\b(?!-)",
        r"\b(?:cellar|attic|loft|box|basement|top|back|spare) (?:room|flat)\b",
    ),
    _evidence(
        1,
        r"\b(?:warning|caution|summons|injunction|cpn|cpw|abc|pin|ban)s?\b[^.!?\n]{0,20} "
        rf"(?:to|on|for) the {_POST}\b",
        singles=False,
    ),
    _evidence(
        1,
        r"\b(?:suspects?|suspected|fancy|reckon\w*|we think|"
        r"(?:named?|names|points? to|against) the|(?:thought|believed|known) to be|blam\w+|"
        r"down to|(?:one|it|culprit|ringleader|leader)(?: is| was|'s))\b",
        singles=False,
    ),
    _evidence(
        1,
        rf"\b(?:the|our|that|this) (?:[\w'-]{{2,14}} )?{_ONE} (?:who|whose|with (?:a|an|the|one|"
        r"two|three|four|five|six|no|his|her))\b",
    ),
    _evidence(
        2,
        rf"\b{_MARKING} (?:[\w'-]{{2,14}} ){{0,3}}?(?:{_ONE}|{_WORK}\b)",
        rf"\b(?:the|that) {_ONE} who (?:was|got|had been) (?:{any_of(_GRAVE, _LESSER)})\b",
        rf"\b{_ONE} (?:in|from|of) (?:the|last|that) (?:[\w'-]{{2,14}} ){{0,2}}?{_EVENT}\b",
        r"\bone of (?:them|these|those|the [a-z]{2,6})(?: (?:on|in) the list| there)?"
        r"(?: is|'s| was) an?\b",
        rf"\b{_ONE},? (?:who (?:is|was) |is |was )?{_MARKING}\b",
        rf"\b{_ONE}(?: is| was)? (?:[\w']{{1,8}} )?(?:with|wi|w/?|has|in a|uses a|walks with|"
        r"without) (?:(?:a|an|the|one|no|his|her|only|bad|missing) ){0,2}"
        rf"(?:[a-z-]{{2,12}} )?{_SIGN}\b",
        rf"\b(?:{_ONE}|{_WORK}) who (?:lost|won|uses|wears|walks|transferred|teaches|runs|owns|"
        rf"was on the news)\b",
        rf"\b{_ONE} in (?:the|an?|his|her) (?:[\w'-]{{2,14}} ){{0,2}}?{_WORN}\b",
        rf"\b(?:{_KIN}|family|parents|relatives|friends?) of (?:the|a|an|one|our) {_ONE} "
        r"(?:who|that|from)\b",
        r"\b(?:twins|triplets)\b",
        r"\b(?:neck|face|facial|hand|knuckle|swallow) tattoos?\b|\btattoo of\b",
        r"\b[4-7] ?(?:ft|foot)(?: ?\d{1,2})?\b"
        r"(?! (?:[a-z]+ )?(?:fence|wall|hedge|gate|high|wide|deep))",
        rf"\b(?:{_ONE} (?:from|at|in|behind|above)|who runs?|who owns?|"
        rf"(?:who|that) works? (?:at|in)) the (?:[a-z]{{3,10}} )?{_SMALL_VENUE}\b",
    ),
    _evidence(
        2,
        rf"\b(?:the|our|a|an|one|that|local|village|its) (?:[a-z]{{2,10}} )?"
        rf"(?:{_POST}|{_WORK} (?:at|from|in))\b(?!'s)",
        refers=True,
    ),
    _evidence(
        2,
        rf"\b{_ONE} (?:(?:living|who lives?|staying|lives) )?(?:in |at )?(?:the |a )?"
        rf"(?:house |flat |bungalow |one )?{_BESIDE}",
        rf"\b(?:the|a) {WHICH} {KIND}\b",
        rf"\b(?:{KIND}|van|camper|shed|boat|car) (?:{_BESIDE}|by|under) ",
        r"\b(?:refuge|hostel|room|bed|bay|plot|pitch|berth|mooring|pod) \d+\b",
        r"\b(?:pontoon|mooring|berth|pitch|pod|bay) (?-i:[A-Z])\b",
    ),
    _evidence(
        1,
        r"\bunder[- ]\d{1,2}s\b",
        r"\b(?:her|his|their) (?:\w+ ){0,2}(?:children|kids|baby|toddler|sons?|daughters?|twins)\b",
        rf"\b(?:her|his) (?:own )?{_KIN}\b",
        rf"\b(?:mum|mother|father|dad|parent|gran\w*|widow\w*) of (?:\d|{_UNITS}\b)",
        rf"\b(?:{any_of(_PEOPLE, _KINS)})'s {_KIN}\b|\b{_KIN} of (?:the|a|an|one|our) ",
    ),
    _evidence(
        1,
        r"(?-i:\b(?:in|at|from|on|of|off|near|outside|for) (?:the )?(?:[Vv]illage of )?(?!Jan|Feb|"
        r"Mar\b|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Council|"
        r"Police)(?:St |Saint )?[A-Z][a-z]{2,}[\w']*)",
        r"\bvillage\b|\bhamlet\b|\bthe parish\b",
        r"\b(?:at|from|in|on) the (?:[a-z]{3,10} )?(?:primary|secondary|academy|school|mosque|"
        r"church|"
        r"temple|synagogue|grammar|college|sixth form|estate|hostel|hospital|terrace|surgery|"
        r"pub)\b",
    ),
    _evidence(
        1,
        r"\b(?:he|him|his)\b[^.!?\n]{1,80}\b(?:she|her|hers)\b",
        r"\b(?:she|her|hers)\b[^.!?\n]{1,80}\b(?:he|him|his)\b",
    ),
    _evidence(
        2,
        r"(?-i:\b(?:[Cc]lient|[Cc]hild|[Ff]amily|[Aa]dult|[Vv]ictim|[Rr]esident|[Tt]enant|"
        r"[Pp]atient|"
        r"[Pp]erson|[Bb]aby|[Mm]other|[Ss]uspect|[Ss]ubject|[Mm]ale|[Ff]emale|[Cc]ustomer|[Ll]earner|"
        r"[Pp]upil|[Ss]tudent) (?:[A-Z]|\d{1,2})(?![\w.-])(?! [A-Z]))",
    ),
    *HARMS,
    GOOD_WORKS,
    _evidence(-4, rf"\b(?:{any_of(_HONOURS)})\b", singles=False),
    _evidence(
        -3,
        rf"\b(?:{any_of(_PUBLIC_DEEDS)})\b",
        rf"\b(?:{_POST}|{_WORK})(?: (?:at|from|in|of) [\w' ]{{3,40}}?)? (?:has |have |will |also )?"
        r"(?:(?:asked|requested|wants)(?! (?:for|to) (?:an? |her |his |be )?(?:[\w-]{2,15} ){0,2}"
        r"(?:orders?|injunction|protection|refuge|rehous\w+|moved?|divorce|alarm))|supports?|agreed|raised|invited|hosts?|wrote|signed|contacted|"
        r"met|is keen|report(?:s|ed)?(?! (?:him|her|them|that|he|she)\b))\b",
        rf"\b(?:runs (?:the |an? |our )?|(?<!who )run the )(?!(?:[a-z]{{3,10}} )?{_SMALL_VENUE}\b)",
        singles=False,
    ),
)
WITHOUT_WORD = [
    way
    for kind in EVIDENCE
    if kind.refers and kind not in (PERSON, PRONOUN)
    for way in kind.patterns
]
"""What speaks of somebody without a word for a person."""
SOMEBODY = (
    _PRONOUNS
    | {name.rpartition("-")[2] for name in _PEOPLE | _POSTS | _KINS | _OCCUPATIONS}
    | {f"{name.rpartition('-')[2]}s" for name in _PEOPLE | _POSTS | _OCCUPATIONS}
    | {"families"}
)
