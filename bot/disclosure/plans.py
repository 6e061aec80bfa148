"""Plans against crime that a note would give away.

Held: a step that is still to come, told with its place, its day or its secrecy; what a source or
intelligence says of offenders; an order to keep away from a place that is watched. Plans in general
and what is over and public pass.
"""

from __future__ import annotations

import re

from bot.disclosure.intelligence import DATED, PLACE, SOURCES, gives_away_a_source
from bot.disclosure.lists import any_of, listed
from bot.disclosure.patterns import Pattern, likely

_I = re.IGNORECASE
_PREMISES = listed("premises")
_STRIKE = Pattern(
    r"\b(?:warrants?|(?:dawn |drugs? )?raid(?:s|ed|ing)?|arrests?(?! referral)|"
    r"arrest (?:phase|day)|"
    r"strike (?:day|team)|(?:drugs?|police|enforcement|dawn|covert) op(?:eration)?s?|"
    r"observations?(?! (?:that|made))|drugs dogs?|sniffer dogs?|"
    r"search(?:es)? (?:of|at|warrant)|surveillance(?! camera)|covert\w*|plain[ -]?clothes|"
    r"sting|stake-?out|undercover|controlled delivery|(?:test|undercover) buys?|executive action|"
    r"doors?(?: (?:at|in|on) [\w' ]{3,25}?)? (?:go|goes|going|to go) in|"
    r"(?:officers|police|detectives|the team|bailiffs|immigration) (?:will|are to|are going "
    r"to) (?:enter|search|force|storm|break into|hit) (?:[\w-]+ ){0,3}?(?:buildings?|"
    rf"(?:{any_of(_PREMISES)})s?)\b|"
    r"long lens(?:es)?|night vision|thermal imag\w+|"
    r"(?:one|two|three|four|some) of us in the|"
    r"(?:next|first|second|third|another) (?:buy|drop)(?!-| (?:is |was )?"
    r"(?:complete\w*|done|finished|made))|"
    r"the knock|hidden (?:camera|microphone)s?|cameras? hidden|(?:enforcement|dawn) visit|"
    r"cameras? (?:[\w ]{1,30} )?(?:is|are) hidden|"
    r"(?:camera|officer|team|us|we)s?\b[^.!?\n]{0,30} in the (?:trees|bushes|hedge|undergrowth|"
    r"loft|"
    r"attic|rafters|roof space)|"
    r"(?:police|officers|team|immigration|hmrc|nca|glaa|trading standards|detectives|firearms|"
    r"enforcement) (?:\w+ ){0,3}?(?:hits?|go(?:es)? (?:to|in|into)) "
    rf"(?:\w+ ){{0,3}}?(?:{any_of(_PREMISES)})|"
    r"more (?:arrests|nicks|lifts)|(?:to|will|gets?) (?:be )?(?:lift|nick|arrest)(?:ed)? (?:the|"
    r"him|her|"
    r"them|two|three|four|both|all)|(?:he|she|they)(?:'s|'re|'ll| is| are| will)(?: due)?(?: to)? "
    r"(?:be(?:ing)? )?(?:picked up|lifted|nicked)|"
    r"(?:gets?|getting|be|being) (?:hit|raided|busted|turned over|spun)|swoop|tracker|obs|"
    r"unmarked (?:car|van|vehicle)s?|drones? (?:with \w+ )?(?:going )?(?:up|"
    r"out|to go|will|goes|over)|"
    r"closure orders?|injunctions?|listening device|intercept\w*|tagging team|seizure|"
    r"(?:will|to) (?:hit(?! (?:\w+ )?(?:targets?|\d))|bust|raid|swoop)|plot up|sit up on|(?:put|"
    r"putting) (?:the|a) doors? in|through the door|do(?:ing)? the doors?)\b"
    r"(?! (?:courses?|data|figures|giveaway|kits?|schemes?|skills|statistics|guidance|polic(?:y|"
    r"ies)|protocols?|procedures?|templates?|"
    r"training|totals?|rates?|numbers?|reports?)\b)",
    _I,
)
_TEST = Pattern(
    r"\b(?:test[- ]purchas\w+|mystery shop\w*|decoys?|spot checks?|inspection|sales tests?|"
    r"under-?age (?:sales|buys?)|multi-agency visit|joint visit|visit by immigration|"
    r"immigration (?:(?:is|are|will) )?visit\w*|unannounced (?:multi-agency |joint )?(?:visits?|"
    r"inspections?|checks?)|"
    r"(?:\d\d|fifteen|sixteen)[- ]year[- ]olds? (?:in|into|to buy|to ask))\b",
    _I,
)
_AHEAD = Pattern(
    r"\b(?:will|to (?:come|follow)|being (?:\w+ed|drawn|sought|sworn)|(?:is|are) visiting|(?:is|"
    r"are|due|"
    r"going|about|plan|plans|planned|planning|intends?|hope|hoping|"
    r"ready) to|to be \w+|"
    r"(?:set|planned|due|fixed|booked|scheduled|lined up|pencilled in|arranged|down) (?:at|for|on|"
    r"in)|"
    r"(?:is|are) (?:set|planned|due|fixed|booked|going|scheduled|arranged|lined up|on|in|at|"
    r"pencilled)|"
    r"(?:go|goes|going) (?:in|live|through|ahead)|next (?:week|month|(?:mon|tue|wed|thu|fri|"
    r"sat|sun)\w*)|"
    r"tomorrow|tonight|starts?|begins?|gets? (?:raided|hit|searched|done|busted|visited)|"
    r"(?:runs?|lasts?|valid|continues?|on) (?:to|until|till)|"
    r"this (?:coming )?(?:mon|tue|wed|thu|fri|sat|sun)\w*)\b",
    _I,
)
_OVER = Pattern(
    r"\b(?:was|were|had|has|have|last|since|fell|rose|took|made|found|held|"
    r"(?<!being )(?!(?:planned|booked|arranged|scheduled|intended|agreed|expected|proposed|needed|"
    r"unmarked)\b)\w{3,}ed)\b",
    _I,
)
_TOLD = (
    r"(?:told|shared|warned|mentioned|discussed|announced|advertised|publicised|circulated|"
    r"repeated|passed on|released|posted|known|said)"
)
_HUSHED = Pattern(
    r"\b(?:not (?:yet )?known to|not (?:yet )?(?:been )?(?:aware|told|informed|warned)|"
    r"unaware|(?:has|have|with|had) no (?:idea|clue|inkling)|none the wiser|in the dark|"
    r"unsuspecting|(?:not|n'?t) (?:yet )?(?:clocked|noticed|spotted|twigged|realised)|"
    r"let [\w ']{2,30} "
    r"(?:know|find out|hear)|(?:do|does|must|should)(?: not|n'?t) (?:yet )?"
    r"(?:hear|learn|know\b(?! (?:if|whether|how|what|when|about|the))|tell|share|warn|publicise|"
    rf"advertise|announce|circulate|mention|be {_TOLD})|not to (?:know|hear|share|tell|be {_TOLD})|"
    r"(?:nobody|no one|none)\b[^.]{0,30}\b(?:told|know|knows)|keep (?:it|this)? ?(?:quiet|"
    r"secret|to (?:yoursel\w+|(?:this|our|the) (?:group|room|team|panel|meeting))|between us)|"
    r"keep (?:patrols|officers|wardens|staff|uniforms?) (?:away|out|clear)|tip(?:ped|"
    r"ping)? (?:him |her |them )?off|(?:get|gets|got) wind|without (?:warning|telling|notice)|"
    r"(?:keep|leave) (?:it|this) off|nothing (?:on|to) (?:social media|facebook|the press)|"
    r"say nothing|only (?:[a-z']{1,15} ){1,5}knows?\b(?! (?:if|whether|how|what|about))|"
    r"stay (?:away|clear)|hush|under wraps|not for sharing|in secret)\b",
    _I,
)
_EMBARGOED = Pattern(r"\b(?:before|until|till|ahead of|embargo\w*)\b", _I)
"""A day up to which news is kept back is no day on which something is to happen."""
_VEILED = Pattern(
    r"\b(?:unannounced|undercover|unmarked|no (?:warning|notice)|confidential|secret(?:ly)?|"
    r"quietly)\b",
    _I,
)
_SHOWN = Pattern(
    r"\b(?:assembly|demo(?:nstration)?|display|exhibition|fair|fete|open (?:day|evening)|"
    r"show)s?\b(?! of\b)"
    r"(?! (?:up|him|her|them)\b)",
    _I,
)
"""Where what else is a strike is only shown to people."""
_EXPECTED = Pattern(
    r"\b(?:coursers|poachers|dealers?|thieves|burglars?|robbers?|smugglers?|traffickers|gang|ocg|"
    r"nominals|shipment|(?:lot|batch|load|consignment|delivery|run|group) of (?:girls|women|men|"
    r"workers|lads|gear|drugs|pills|guns|fags|migrants))\b[^.!?\n]{0,40}?\b(?:due|expected|coming|"
    r"arriv\w+|back|turn(?:s|ing)? up|"
    r"landing|meeting)\b",
    _I,
)
"""Offenders who are waited for."""
_STAND_OFF = Pattern(
    r"\b(?:hold(?:ing)? (?:off|fire|back)|stand(?:ing)? (?:off|down|back)|"
    r"(?:leave|leaving|let|keep) (?:[\w'-]{1,12} ){1,4}?(?:where (?:it is|they are)|alone|be|run|"
    r"until|for now|for the moment|as (?:it|they) (?:is|are)|open|clear)|"
    r"(?:do not|don't|not to|no one is to|nobody goes?) (?:go (?:in|near)|visit|approach|"
    r"touch|enter|inspect|call)|(?:pull|keep|move) (?:the |all |our )?(?:[\w'-]{3,12} )?"
    r"(?:patrols?|wardens?|officers?|staff|uniforms?)|"
    r"(?:no|nobody|no one) (?:is )?(?:to )?(?:uniforms?|patrols?|visits?|marked cars?|"
    r"call|go) (?:near|at|in|on|around|to|the))\b",
    _I,
)
_WATCHERS = Pattern(
    r"\b(?:police|nca|immigration|hmrc|detectives?|surveillance|intel\w*|regional unit|"
    r"crime squad|rocu|glaa|customs|informant|source|officers have|"
    r"the (?:job|case) is (?:live|running)|"
    r"evidence|watch(?:ed|ing)?)\b",
    _I,
)
"""An order to keep away from a place, and who is at work there."""


_LAID_ON = Pattern(
    r"\b(?:surveillance(?! (?:camera|polic|code))|obs (?:at|continue|go|in|on|remain|stay|still)|"
    r"covert(?!\w* (?:\w+ )?(?:code|guidance|polic))\w*|observations? (?:at|on|continue)"
    r"(?! the (?:draft|paper|plan|proposal|report))|undercover (?!car|cycl|market|park|seat)|uc|"
    r"unmarked|tracker|bug (?:in|is|on|under)|cloned|stake-?out|plot(?:ted)? up|"
    r"(?:sat|sitting) on the|watching (?!brief|for|how|out|what)|the arrests?|"
    r"arrests? (?:will|to|phase|plan\w*|follow)|(?:will|to|we|and) (?:nick|lift|arrest"
    r"(?! the (?:decline|drop|fall|rise|slide|spread|trend)))|"
    r"(?:to|will) be (?:arrested|lifted|nicked)|(?:strike|lift|warrant) (?:is |will |planned|on)|"
    r"hit (?:it|them)|doors? (?:go|goes|going) in|(?:we|they) (?:act|strike|(?:go|move)(?: in)?"
    r"(?= (?:when|once|as|the moment)\b)))\b",
    _I,
)
"""What is laid on against offenders, or will be."""
_FIRST = Pattern(
    r"\b(?:(?:once|when|until|till|as soon as|the moment|with|then) (?:the|we|they|he|she|our|his|"
    r"her|that|cps)|(?:continues?|goes on|remains?|stays?|still (?:live|on|running)|is live|"
    r"now identified))\b",
    _I,
)
"""What it waits for, or that it goes on."""
_AGAINST = Pattern(
    r"\b(?:boss|buyer|buys?|courier|drop|exchange|gear|group|handset|lab|line|load|money man|"
    r"nominals?|ocg|phone|runner|seller|shipment|stash|supplier|suspects?|"
    rf"{any_of(_PREMISES, listed('contraband'))})s?\b",
    _I,
)
_COVERT = Pattern(
    r"\b(?:(?:directed )?surveillance (?:auth\w*|is|on|request\w*|team)|cell[ -]?sit(?:ed|ing)|"
    r"(?:is|are|being|get) (?:bugged|tailed|followed by (?:police|officers|detectives)))\b",
    _I,
)
"""What gives itself away whenever it is told, though nothing is waited for."""
_DONE = Pattern(r"\b(?:was|were|had|last|since|ago)\b", _I)
_CLAUSES = Pattern(r"[,;:]\s| - | and ")


def _waits(sentence: str) -> bool:
    """Whether something is laid on against a place or people, and waits for what is to come, goes
    on or is covert: "surveillance on the car wash continues, we strike once the money moves"."""
    covert = _COVERT.search(sentence) is not None
    if not ((covert or _FIRST.search(sentence)) and _AGAINST.search(sentence)):
        return False
    begun = 0
    for stop in [*(m.start() for m in _CLAUSES.finditer(sentence)), len(sentence)]:
        clause, begun = sentence[begun:stop], stop
        laid_on = (_COVERT if covert else _LAID_ON).search(clause)
        if laid_on and not _DONE.search(clause):
            return True
    return False


_GIVING_AWAY = (_COVERT, _LAID_ON, *SOURCES, _STAND_OFF, _HUSHED, _EXPECTED, _STRIKE, _TEST)
"""Without any of these nothing is given away, whatever else is told."""


def gives_away_plans(sentence: str) -> bool:
    """Whether a sentence gives away a step still to come, a source or a watched place."""
    if not likely(_GIVING_AWAY, sentence):
        return False
    if gives_away_a_source(sentence) or _waits(sentence):
        return True
    shown = _SHOWN.search(sentence)
    strike, dated = not shown and _STRIKE.search(sentence), DATED.search(sentence)
    placed = PLACE.search(sentence)
    if (placed or dated) and _STAND_OFF.search(sentence) and _WATCHERS.search(sentence):
        return True
    if _HUSHED.search(sentence):
        planned = dated and not _EMBARGOED.search(sentence)
        return bool(strike or placed or planned or _TEST.search(sentence))
    ahead = _AHEAD.search(sentence)
    if dated and _EXPECTED.search(sentence) and not _OVER.search(sentence):
        return True
    if strike and not _OVER.search(sentence):
        return bool(dated or (ahead and placed))
    if strike and ahead:
        return bool(dated or placed)
    if not (ahead and _TEST.search(sentence)):
        return False
    return bool(dated and placed) or bool(_VEILED.search(sentence))
