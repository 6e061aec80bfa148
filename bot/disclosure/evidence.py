"""What may be said of one person, and how much each kind of it tells: the table of `portraits`."""

from __future__ import annotations

from bot.disclosure.ages import AGE
from bot.disclosure.evidence_words import (
    BESIDE,
    EVENT,
    GRAVE,
    HONOURS,
    KIN,
    KINS,
    LEADS,
    LOOK,
    MARKING,
    OCCUPATIONS,
    ONE,
    PEOPLE,
    POST,
    POSTS,
    PRONOUNS,
    PUBLIC_DEEDS,
    SIGN,
    SMALL_VENUE,
    THEIRS,
    UNITS,
    WORK,
    WORN,
)
from bot.disclosure.harms import GOOD_WORKS, HARMS
from bot.disclosure.homes import KIND, WHICH
from bot.disclosure.kind_of_evidence import evidence_of as _evidence
from bot.disclosure.lists import any_of
from bot.disclosure.singled_out import SINGLED_OUT
from bot.disclosure.specific import SPECIFIC
from bot.disclosure.told_apart import TOLD_APART

PERSON = _evidence(1, rf"\b{ONE}", singles=False, refers=True)
PRONOUN = _evidence(2, rf"\b(?:{any_of(PRONOUNS)})\b", singles=False, refers=True)
EVIDENCE = (
    PERSON,
    PRONOUN,
    AGE,
    _evidence(
        4,
        rf"\b(?:the only|only one|just one|only|sole|the lone|(?:the|that|our|their|its) one|"
        r"the single(?! (?:mums?|mothers?|dads?|fathers?|parents?|people|persons?|adults?|men|man|"
        r"wom[ae]n|homeless)\b)) "
        rf"(?:[\w'-]{{2,14}} ){{0,3}}?(?:{ONE}|{WORK}\b|ones?\b(?! (?:outstanding|left|missing|"
        rf"remaining|red|"
        r"amber|green|overdue|late|open|still|not|yet)\b))",
        r"\bis the one (?:who|that)\b",
        r"\bonly the one\b|\b(?:he|she|they)(?:'s|'re| is| are| was| were) the only ones?\b",
        r"\bthe (?:additional|extra|other|new|latest|remaining|last|exception|odd) (?:one|case|"
        r"victim)? ?"
        r"(?:is|was|being)\b",
        refers=True,
    ),
    _evidence(
        4,
        rf"\bonly (?:two|three|four|[234]) (?:[\w'-]{{2,14}} ){{0,3}}?"
        rf"(?:families|{any_of(PEOPLE)}s)\b",
        refers=True,
    ),
    _evidence(
        5,
        rf"\b(?:(?:two|both|the|these|those|our) (?:[a-z]{{3,10}} )?(?:{any_of(PEOPLE)})|{KIN})s,? "
        r"\(?(?:both )?(?:aged |of )?"
        r"\d{1,2}(?:, \d{1,2}){0,3},? (?:and|&) \d{1,2}\b",
        rf"\b(?:two|three|four|[2-4]) (?:[a-z]{{3,10}} )?(?:{any_of(PEOPLE, KINS)})s"
        r"(?: [^.!?\n]{3,60})?"
        r",? \(?(?:both|all) (?:(?:aged|are|were) )?\d{1,2}(?=[.,;)]|$)",
        refers=True,
    ),
    _evidence(
        4,
        rf"\bone of (?:the|our|their|its|her|his) (?:\w+ )?(?:{POST}|{WORK})s\b",
        rf"\bone of our (?:\w+ )?(?:{any_of(PEOPLE)})s\b",
        refers=True,
    ),
    _evidence(
        3,
        rf"\bsame (?:[\w'-]{{2,14}} )?{ONE}",
        r"\b(?:one|single|sole) [^.!?\n]{3,40}?, an? ",
        rf"\bone {ONE}, the |\bthe same (?:ones|lot|two|pair|crowd|people)\b",
        rf"\b(?:one|1)[,:;-] ?(?:the|an?) (?:[\w'-]{{2,14}} ){{0,2}}?{ONE}",
        rf"\b{KIN} of (?:the|a|an|our) (?:[a-z]{{2,12}} )?(?:{POST}|{WORK})\b",
        rf"\b(?:{POST}|{WORK})'?s' ?{THEIRS}\b|\b(?:{POST}|{WORK})(?:'s|s) (?:(?:former|ex|old|"
        rf"young|eldest|youngest|late|own|new)[- ])?{THEIRS}\b",
        r"\b(?:(?:the|our|a) (?!children|women|men|people|girls|boys)[a-z-]{3,14}|cllr|councillor|"
        r"(?:chief )?exec(?:utive)?|mp|pcso|inspector|[a-z]{4,9} member)'s (?:[a-z]{3,9} )?"
        r"(?:aunt|uncle|nephew|niece|son|daughter|wife|husband|widow|widower|brother|boyfriend|"
        r"girlfriend|mother|father|mum|dad|grandson|granddaughter|stepson|stepdaughter|cousin)\b",
    ),
    _evidence(
        4,
        rf"\b(?:the|that) {LOOK} (?:one|{ONE}) (?:with|in) (?:the|an?|his|her) ",
        rf"\b{ONE} (?:well )?known for\b",
        rf"\b(?:the|that) (?:[\w'-]{{2,14}} )?{ONE} (?:convicted|jailed|cleared|acquitted|"
        r"sentenced|imprisoned|killed|murdered|drowned|stabbed|shot|"
        r"found (?:at|in|on|under|behind|near|dead))\b",
        refers=True,
    ),
    _evidence(
        2,
        rf"\b(?:is|was|it's) the (?:[a-z]{{2,12}} )?(?:{ONE}|{WORK}|one) "
        r"(?:from|at|in|off|with|who|on|for) ",
        rf"\b(?:is|was|it's) the (?:[a-z]{{2,12}} )?(?:{ONE}|{WORK})(?=[.,;!?]|$)",
        r"\b(?:is|was) the one [a-z]{3,12}(?:ed|ing)\b",
    ),
    _evidence(
        3,
        r"\b(?:is|was|'s) the (?:youngest|oldest|eldest|smallest|biggest|ringleader)\b",
        rf"\bthe (?:youngest|oldest|eldest|newest) (?:member|player|cadet|{ONE})",
        refers=True,
    ),
    _evidence(
        4,
        r"\b(?:the|our|that|one|a) (?:regular (?:from|at|in|on|off)|frequent (?:caller|attender|"
        r"flyer|visitor)|usual one)\b",
        refers=True,
    ),
    _evidence(
        4,
        rf"\b(?:{ONE}|family|case|one) (?:(?:that|who|whom) )?(?:we|you|i|they) "
        r"(?:(?:all|are|had|have|just|still|were) ){0,2}(?!need|want|hir|recruit|fund|employ|train|"
        r"pa[iy]|invit|ask|thank|appoint|had\b)(?:[a-z]{3,12}(?:ed|ing)|caught|found|had|heard|"
        r"lost|met|"
        r"nicked|put|saw|sent|spoke|talked|told|took)\b",
        rf"\b{ONE} (?:mentioned|discussed|raised|flagged|talked about|spoken of) (?:last|earlier|"
        rf"before|"
        r"at|in|on|previously|yesterday|above|below)\b",
        rf"\b{ONE} (?:from|at) (?:the )?last (?:meeting|time|week|month|panel)\b",
        refers=True,
    ),
    _evidence(
        2,
        rf"\b(?:two|three|four|both|the|those) (?:[a-z]{{2,10}} )?(?:{any_of(PEOPLE, KINS)})s "
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
        r"\b(?:cellar|attic|loft|box|basement|top|back|spare) (?:bed)?(?:room|flat)\b",
    ),
    _evidence(
        1,
        r"\b(?:warning|caution|summons|injunction|cpn|cpw|abc|pin|ban)s?\b[^.!?\n]{0,20} "
        rf"(?:to|on|for) the {POST}\b",
        singles=False,
    ),
    _evidence(
        1,
        rf"\b(?:the|our|that|this) (?:[\w'-]{{2,14}} )?{ONE},? (?:who|whose|with (?:a|an|the|one|"
        r"two|three|four|five|six|no|his|her))\b",
    ),
    _evidence(
        2,
        rf"\b(?:{ONE}|{WORK})(?: is| was|,? who)? (?:[\w']{{1,8}} )?(?:with|wi|w/?|has|in a|uses "
        rf"a|walks with|"
        r"without) (?:(?:a|an|the|one|no|his|her|only|bad|missing) ){0,2}"
        rf"(?:[a-z-]{{2,12}} )?{SIGN}\b",
        rf"\b{ONE} in (?:the|an?|his|her) (?:[\w'-]{{2,14}} ){{0,2}}?{WORN}\b",
        r"\b(?:neck|face|facial|hand|knuckle|swallow) tattoos?\b|\btattoo of\b",
        r"\b[4-7] ?(?:ft|foot)(?: ?\d{1,2})?\b"
        r"(?! (?:[a-z]+ )?(?:fence|wall|hedge|gate|high|wide|deep))",
        r"\b(?:four|five|six|seven|[4-7]) ?(?:ft|foot|feet) (?:nothing|\w+ inch)|"
        r"\b(?:\w+ months? gone|in labour)\b",
        r"\b(?:from|in) (?:his|her|the|a) (?:mobility scooter|walking frame|wheelchair)\b",
        rf"\b(?:walks with|uses|leans on) (?:an?|two) {SIGN}\b",
    ),
    _evidence(
        2,
        rf"\b{MARKING} (?:[\w'-]{{2,14}} ){{0,3}}?(?:{ONE}|{WORK}\b)",
        rf"\b(?:{ONE}|(?:{any_of(PEOPLE, KINS)})s) (?:in|from|of) (?:the|last|that) "
        rf"(?:[\w'-]{{2,14}} ){{0,2}}?{EVENT}\b",
        r"\bone of (?:them|these|those|the [a-z]{2,6})(?: (?:on|in) the list| there)?"
        r"(?: is|'s| was) an?\b",
        rf"\b{ONE},? (?:who (?:is|was) |is |was )?{MARKING}\b",
        rf"\b(?:{ONE}|{WORK}) who (?:lost|won|uses|wears|walks|runs?|owns?|keeps?|transferred|"
        rf"teaches|"
        rf"was on the news)\b",
        rf"\b(?:{KIN}|family|parents|relatives|friends?) of (?:the|a|an|one|our) {ONE} "
        r"(?:who|that|from|[a-z]{3,10}ed)\b",
        rf"\b(?:the|our) (?:[a-z]{{3,8}} )?{ONE} (?:from|at|in|behind|by) (?:the )?[\w'-]{{3,14}}"
        rf"(?: [\w'-]{{3,14}})? (?:has|had|is|was)(?: (?:been|just|now))? (?:{any_of(GRAVE)})\b",
        r"\b(?:twins|triplets|twin (?:sisters|brothers|boys|girls|sons|daughters))\b",
        rf"\b(?:{ONE} (?:from|at|in|behind|above)|who runs?|who owns?|"
        rf"(?:who|that) works? (?:at|in)) the (?:[a-z]{{3,10}} )?{SMALL_VENUE}\b",
    ),
    _evidence(
        2,
        rf"\b(?:the|our|a|an|one|that|local|village|its) (?:[a-z]{{2,10}} )?"
        rf"(?:{POST}|{WORK} (?:at|from|in))\b(?!'s)",
        refers=True,
    ),
    _evidence(
        2,
        rf"\b{ONE} (?:(?:living|who lives?|staying|lives) )?(?:in |at )?(?:the |a )?"
        rf"(?:house |flat |bungalow |one )?{BESIDE}",
        rf"\b(?:the|a) {WHICH} {KIND}\b",
        rf"\b(?:{KIND}|van|camper|shed|boat|car) (?:{BESIDE}|by|under) ",
        r"\b(?:refuge|hostel|room|bed|bay|plot|pitch|berth|mooring|pod) \d+\b",
        r"\b(?:pontoon|mooring|berth|pitch|pod|bay) (?-i:[A-Z])\b",
    ),
    _evidence(
        1,
        r"\bunder[- ]\d{1,2}s\b",
        r"\b(?:her|his|their) (?:\w+ ){0,2}(?:children|kids|baby|toddler|sons?|daughters?|twins)\b",
        rf"\b(?:her|his) (?:own )?{KIN}\b",
        rf"\b(?:mum|mother|father|dad|parent|gran\w*|widow\w*) of (?:\d|{UNITS}\b)",
        rf"\b(?:{any_of(PEOPLE, KINS)})'s {KIN}\b|\b{KIN} of (?:the|a|an|one|our) ",
    ),
    _evidence(
        1,
        r"(?-i:\b(?:in|at|from|on|of|off|near|outside|for) (?:the )?(?:[Vv]illage of )?(?!Jan|Feb|"
        r"Mar\b|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Council|"
        r"Police)(?:St |Saint )?[A-Z][a-z]{2,}[\w']*)",
        r"\bvillage\b|\bhamlet\b|\bthe parish\b",
        r"\b(?:at|from|in|on|of) the (?:[a-z]{3,10} ){0,2}?(?:primary|secondary|academy|school|"
        r"site|scheme|unit|ward|care home|almshouses?|hospice|nursery|flats|mosque|church|"
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
        r"[Pp]erson|[Bb]aby|[Mm]other|[Ss]uspect|[Ss]ubject|[Mm]ale|[Ff]emale|[Cc]ustomer|"
        r"[Ll]earner|"
        r"[Pp]upil|[Ss]tudent) (?:[A-Z]|\d{1,2})(?![\w.-])(?! [A-Z]))",
    ),
    _evidence(
        2,
        r"\b[\w-]{2,14}'s (?:aunt|boys?|brother|cousin|dad|daughter|father|girls?|grandson|"
        r"husband|kids?|lads?|lass|mother|mum|nephew|niece|sister|son|uncle|wife) "
        r"(?:is|was|were|has been|have been) (?:[a-z]{3,12}ing (?:(?:the|a|an|his|her|with|at|"
        r"round) )|(?:in|on|with|behind) the (?!choir|team|panel|committee|audience|parade|play))",
        singles=False,
    ),
    *SINGLED_OUT,
    *SPECIFIC,
    TOLD_APART,
    *HARMS,
    GOOD_WORKS,
    _evidence(-4, rf"\b(?:{any_of(HONOURS)})\b", singles=False),
    _evidence(
        -3,
        rf"\b(?:{any_of(PUBLIC_DEEDS)}|(?<!be )(?<!been )(?<!was )(?:offered|opened))\b",
        rf"\b(?:{POST}|{WORK}|{LEADS})(?: (?:at|from|in|of) [\w' ]{{3,40}}?)? (?:has |have |will |"
        rf"also )?"
        r"(?:(?:asked|requested|wants)(?! after| (?:for|to) (?:an? |her |his |be )?(?:[\w-]{2,15} "
        r"){0,2}(?:orders?|injunction|protection|refuge|rehous\w+|moved?|divorce|alarm))|supports?|"
        r"agreed|raised|invited|hosts?|wrote|signed|contacted|fitted|spoke (?:about|at|to)|"
        r"(?:said|says|told (?:us|pupils|the))(?! (?:that )?(?:he|she|his|her|him|the|an?|one|our)"
        r"\b)|"
        r"met|is keen|report(?:s|ed)?(?! (?:that|harassment|bullying|being|him|her|them|that|he|"
        r"she)\b))\b",
        rf"\b(?:(?<!who )runs (?:the |an? |our )?|"
        rf"(?<!who )run the )(?!(?:[a-z]{{3,10}} )?{SMALL_VENUE}\b)",
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
    PRONOUNS
    | {name.rpartition("-")[2] for name in PEOPLE | POSTS | KINS | OCCUPATIONS}
    | {f"{name.rpartition('-')[2]}s" for name in PEOPLE | POSTS | OCCUPATIONS}
    | {"families"}
)
