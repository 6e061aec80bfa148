"""Evidence that singles somebody out among a few: by the place several share, by a habit, by a home
that is no road's."""

from __future__ import annotations

from bot.disclosure.evidence_words import KIN, KINS, ONE, PEOPLE, POST, WORK
from bot.disclosure.homes import ROAD
from bot.disclosure.kind_of_evidence import evidence_of
from bot.disclosure.lists import any_of

_SEVERAL = rf"(?:(?:{any_of(PEOPLE, KINS)})(?:s|es)|children|women|men|(?:girl|boy)friends|of them)"
_PARTS = (
    r"(?:victim|survivor|suspect|perpetrator|complainant|offender|abuser|attacker|caller|witness|"
    r"whistle-?blower|informant|source|culprit|thief|dealer|stalker|supplier|ringleader)"
)
_SHARED = (
    r"(?:at|in|from|of|attend\w*|for|on|with|use|share|by) the same (?:[\w'-]{2,14} ){0,2}?[a-z]{3}"
)
_OF_ANYBODY = (
    r"(?:has|is|was|does|needs|wants|gets|reports|rings|calls|feels|wishes|asks|makes|attends|"
    r"comes|"
    r"leads|chairs|helps|supports|volunteers|represents|says|thinks|believes|knows|sees|hears|"
    r"uses|visits|owns|runs|signs|joins|completes|receives|loses|meets)"
)
"""What whoever is meant may do: "the resident who reports it gets a call"."""
_NO_HOME = (
    r"(?:woods?|tents?|shed|car|van|subway|doorway|lay-?by|underpass|barn|boats?|church|churchyard|"
    r"park|stairwell|bandstand|garages?|bus shelter|tunnel|arches|dunes|allotments?|cave|"
    r"lorry|skip)"
)
_COLOUR = r"(?:red|blue|green|yellow|purple|pink|black|white|orange)"
SINGLED_OUT = (
    evidence_of(
        4,
        rf"\b(?:both|two|three|four|[2-4]|all(?: (?:two|three|four|of them))?|the (?:two|three|"
        rf"four))"
        rf"(?: of the)? (?:[\w'-]{{2,14}} ){{0,2}}?{_SEVERAL}(?!')[^.!?\n]{{0,40}}? {_SHARED}",
        rf"\b{_SEVERAL}, (?:all |both )?(?:cousins|brothers|sisters|twins|siblings|flatmates|"
        rf"classmates),? "
        r"(?:in|at|from|of|who|both|are|were)\b",
        r"\ball from the same (?:[\w'-]{2,14} ){0,2}?[a-z]{3}",
        refers=True,
    ),
    evidence_of(
        3,
        rf"\b(?:the|that|our) (?:[\w'-]{{2,14}} ){{0,2}}?{ONE} who (?!{_OF_ANYBODY}\b)"
        r"[a-z]{2,12}s "
        r"(?:up |out )?(?:the|an?|his|her|in|on|at|outside|by|under|for|[a-z]{3,12}s)\b",
        rf"\b(?:{_PARTS}|(?:{_PARTS}'s|his|her) {KIN})(?: (?:also|still|now))? (?:presents|"
        rf"teaches|plays|sings|coaches|reads|captains|"
        r"keeps|serves|conducts|umpires|referees|preaches|manages|works (?:at|in|for|as|on)|drives|"
        r"owns|runs) ",
    ),
    evidence_of(
        3,
        rf"\b(?:the|that) (?:[\w'-]{{2,14}} )?{ONE} (?:at|in|from) the (?:[\w'-]{{2,14}} ){{1,3}}?"
        r"(?:house|cottage|lodge|farm|bungalow|manse|vicarage|rectory|gatehouse)\b"
        r"(?! (?:shop|park|hotel|day|event|team|trust|group|hub|fair|caf[eé])\b)",
    ),
    evidence_of(
        3,
        rf"\b(?:two|three|four|[2-4]|both|all) (?:year|yr)[- ]?\d{{1,2}} {_SEVERAL}",
        refers=True,
    ),
    evidence_of(
        2,
        rf"\b(?:the|that|our) new {ONE}\b",
        rf", the {ONE},",
        refers=True,
    ),
    evidence_of(
        4,
        rf"\bone of (?:the |our |its )?(?:only )?(?:two|three|four|[2-4]) {_SEVERAL}",
        refers=True,
    ),
    evidence_of(
        4,
        r"(?-i:\b[MF](?:, ?\(?| \()\d{1,2}(?=[,;.)])|\b[1-9]\d[MF]\b)",
        refers=True,
    ),
    evidence_of(
        3,
        rf"\b(?:ex|former|retired|trainee)[- ](?:[a-z]{{3,12}}[- ])?(?:{WORK}|{POST}|client|"
        rf"member|player|pupil|resident|student|tenant|teacher|nurse|"
        r"soldier|firefighter|paramedic|police[- ]officer|councillor|[a-z]{3,10}m(?:aster|istress)"
        r")\b",
        refers=True,
    ),
    evidence_of(
        2,
        rf"(?-i:\b(?i:{ONE} (?:outside|opposite|behind|in front of|by)) (?:the )?[A-Z])",
        rf"(?-i:\b(?i:(?:the|that|our) (?:{any_of(PEOPLE, KINS)})(?: [a-z]{{2,10}}){{0,3}} "
        rf"(?:on|at|in|off)) {ROAD})",
    ),
    evidence_of(
        2,
        r"\b(?:lives?|living|sleeps?|sleeping|stay\w*|camp(?:s|ed|ing)?) (?:in|on|at) (?:the|an?|"
        r"his|her) "
        rf"(?:\w{{2,12}} )?{_NO_HOME}\b",
        rf"\b{_COLOUR} (?:front )?(?:door|gates?|roof|fence|shutters|curtains)\b",
    ),
    evidence_of(
        2,
        rf"(?:^|[.!?:;-] )(?:dep(?:uty)?\.? |asst\.? |assistant )?(?:{WORK}|{POST}) (?:of|at|from|"
        rf"in) ",
        refers=True,
    ),
    evidence_of(
        4,
        rf"\b(?:{KIN}|{_PARTS}),? (?:is |was |"
        rf"who is )?(?:an?|(?:(?<=is )|(?<=was ))(?:the|our|my)) (?:[\w-]{{2,12}} )?(?:{WORK}|"
        rf"{POST}|"
        r"surgeon|lawyer|teacher|nurse|soldier|pilot|scientist|policeman|policewoman)\b",
        refers=True,
    ),
    evidence_of(
        3,
        rf"\b{ONE} (?:is |now |who |also ){{0,2}}(?:working|works|volunteer(?:s|ing)|employed|"
        rf"studying|"
        r"lodging) (?:at|in|for|on) (?:the|an?|(?-i:[A-Z])|[a-z]{3,12} (?:here|with us|at)\b)",
        refers=True,
    ),
    evidence_of(
        4,
        r"\b(?:two|three|four|both) (?:from|at|of|in) [^.!?\n]{3,50}?, "
        r"(?:brothers|sisters|cousins|twins|siblings)\b",
        refers=True,
    ),
    evidence_of(
        3,
        rf"\b{_PARTS} (?:[^.!?\n]{{3,40}} )?(?:is|was) (?:an? (?:[a-z-]{{3,12}} )?{ONE}|"
        r"dying|the) (?:with|from|who|in|of) ",
        rf"\b{_PARTS} (?:is|was) (?:an? )?(?![a-z]+(?:ed|ing)\b|safe|known|now|not|back|still|"
        rf"resident)"
        r"[a-z]{3,12}(?: [a-z]{3,12})? (?:with|at|for) (?-i:[A-Z])",
    ),
    evidence_of(
        4, r"(?-i:\b(?i:one|single|only|sole) (?i:household|family|couple) of [A-Z])", refers=True
    ),
    evidence_of(2, r"(?-i:\b(?:in|of|from) (?:class |form |set )?(?:[7-9]|1[0-3])[A-Z]\b)"),
    evidence_of(
        6,
        r"\b(?:you|we|they|people|every(?:one|body))(?:'ll| will|'d)?(?: all| probably| both|"
        r" [io]n "
        r"[\w' ]{3,20})? (?:knows?|guess|remembers?|recognises?) (?:exactly |just )?(?:who (?:i|"
        r"we|it|"
        r"this|that|he|she|they|did|is|was)|who(?=[.,;!?]|$)|which (?:one|[a-z]{3,9} (?:i|we|it|"
        r"this|"
        r"that) (?:is|was|mean)))\b",
        r"\bno names,? but\b",
        refers=True,
    ),
    evidence_of(
        1,
        rf"\b(?:the|our|that) (?:[\w'-]{{2,14}} )?{WORK} (?:who|with (?:the|his|her|an?) "
        r"(?!leads?\b|role|remit|brief|keys?\b|best|most|highest|least|right))",
        refers=True,
    ),
    evidence_of(
        2,
        r"\bwho (?:plays|played|boxes|swims|sings|fights|rides|bowls|dances) (?:[a-z-]{3,12} )?"
        r"(?:for|in|at|with)\b",
        r"\b(?:flat|house|bungalow|caravan|cottage|garden|home) with (?:the|an?) [a-z]{3}",
    ),
    evidence_of(
        2,
        rf"\b(?:the|that) (?:[\w'-]{{2,14}} )?(?:{ONE}|{WORK}) (?:(?:from|in|at|of) the "
        rf"[a-z]{{3,12}} )?"
        r"(?:with|w|w/|wi) (?:the|his|her) (?!most|leads?\b|role|remit|brief|"
        rf"least|highest|lowest|"
        r"right|same|best|worst|keys?\b|support|help|consent|police|council|biggest|"
        r"fewest)[a-z]{3}",
    ),
    evidence_of(
        1,
        r"\b(?:at|in|from) the (?:old )?(?:[a-z]{3,10} )?(?:house|cottage|lodge|farm|bungalow|"
        r"manse|"
        r"vicarage|rectory|gatehouse)\b",
    ),
)
