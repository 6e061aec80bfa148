"""Plans against crime that a note would give away.

Held: a step that is still to come, told with its place, its day or its secrecy; what a source or
intelligence says of offenders; an order to keep away from a place that is watched. Plans in general
and what is over and public pass.
"""

from __future__ import annotations

import re

from bot.disclosure.lists import any_of, listed
from bot.disclosure.patterns import Pattern, likely

_I = re.IGNORECASE
TRADE = Pattern(
    r"\b(?:suppl(?:y|ier|iers|ied|ying)|deal(?:er|ers|ing|s)?|drugs?|cannabis|heroin|crack|cocaine|wraps?|"
    r"runners?|rivals?|feud\w*|grudge|debts?|turf|stabb\w*|shooting|machetes?|knives|knife|"
    r"weapons?|guns?|burgl\w*|robb\w*|ket|nos|stash\w*|cuckoo\w*|elders|youngers|nominals|"
    r"phones? (?:was|were|seized)|seized|raided|arrested|disrupt\w*|dismantl\w*)\b",
    _I,
)
"""What tells a group of offenders from one of a road's neighbours or cleaners."""
_PREMISES = listed("premises")
_STRIKE = Pattern(
    r"\b(?:warrants?|(?:dawn |drugs? )?raid(?:s|ed|ing)?|arrests?(?! referral)|"
    r"arrest (?:phase|day)|"
    r"strike (?:day|team)|(?:drugs?|police|enforcement|dawn|covert) op(?:eration)?s?|"
    r"observations?(?! (?:that|made))|drugs dogs?|sniffer dogs?|"
    r"search(?:es)? (?:of|at|warrant)|surveillance(?! camera)|covert\w*|plain[ -]?clothes|"
    r"sting|stake-?out|"
    r"undercover|controlled delivery|(?:test|undercover) buys?|executive action|"
    r"doors? (?:go|goes|going) in|"
    r"the knock|hidden (?:camera|microphone)s?|cameras? hidden|(?:enforcement|dawn) visit|"
    r"cameras? (?:[\w ]{1,30} )?(?:is|are) hidden|"
    r"in the (?:trees|bushes|hedge|undergrowth)|"
    r"(?:police|officers|team|immigration|hmrc|nca|glaa|trading standards|detectives|firearms|"
    r"enforcement) (?:\w+ ){0,3}?(?:hits?|go(?:es)? (?:to|in|into)) "
    rf"(?:\w+ ){{0,3}}?(?:{any_of(_PREMISES)})|"
    r"swoop|tracker|obs|unmarked (?:car|van|vehicle)s?|drones? (?:with \w+ )?(?:going )?(?:up|"
    r"out|to go|will|goes|over)|"
    r"closure orders?|injunctions?|listening device|intercept\w*|tagging team|seizure|"
    r"(?:will|to) (?:hit|bust|raid|swoop)|plot up|sit up on|(?:put|putting) (?:the|a) doors? in|"
    r"through the door|do(?:ing)? the doors?)\b"
    r"(?! (?:data|figures|statistics|guidance|polic(?:y|ies)|protocols?|procedures?|templates?|"
    r"training|totals?|rates?|numbers?|reports?)\b)",
    _I,
)
_TEST = Pattern(
    r"\b(?:test[- ]purchas\w+|mystery shop\w*|decoys?|spot checks?|inspection|sales tests?|"
    r"under-?age (?:sales|buys?)|multi-agency visit|joint visit|visit by immigration|"
    r"immigration visit|unannounced (?:multi-agency |joint )?(?:visits?|inspections?|checks?)|"
    r"(?:\d\d|fifteen|sixteen) year olds into)\b",
    _I,
)
_DATED = Pattern(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tues?|weds?|thurs?|fri|tomorrow|tonight|"
    r"at dawn|(?:next|"
    r"this) (?:week|month)|all (?:week|weekend|night)|"
    r"weekend|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|"
    r"nov|dec)[a-z]*|"
    r"\d{1,2}(?:st|nd|rd|th)|\d{1,2}/\d{1,2}|\d{1,2}(?:[.:]\d\d)? ?[ap]m|"
    r"[012]\d[.:]?[0-5]\d(?: hours| hrs)|"
    r"(?:in|before) the morning|half term|first light)\b",
    _I,
)
_AHEAD = Pattern(
    r"\b(?:will|(?:is|are|due|going|about|plan|plans|planned|planning|intends?|hope|hoping|"
    r"ready) to|to be \w+|"
    r"(?:set|planned|due|fixed|booked|scheduled|lined up|pencilled in|arranged|down) (?:for|on|in)|"
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
    r"(?!(?:planned|booked|arranged|scheduled|intended|agreed|expected|proposed|needed|unmarked)\b)\w{3,}ed)\b",
    _I,
)
_PLACE = Pattern(
    r"\b[A-Z][\w'-]+ (?:Road|Street|Lane|Approach|Avenue|Close|Hill|Parade|Way|Park|Estate|"
    r"Farm|Station|High Street)\b"
    r"|\b(?:at|on|in|of|for|to|into|from|outside|behind|above|inside|near|by|off|against) "
    r"(?:(?:the|a|an|one|two|three|four|five|six|both|all|that|this|some|"
    r"several|his|her|\d{1,2}) )?"
    rf"(?:\w+ ){{0,3}}?(?:{any_of(_PREMISES)})(?:s|es)?\b"
    rf"|^(?:[\w'-]+ ){{0,3}}?(?:{any_of(_PREMISES)})(?:s|es)?\b"
)
_TOLD = (
    r"(?:told|shared|warned|mentioned|discussed|announced|advertised|publicised|circulated|"
    r"repeated|passed on|released|posted|known|said)"
)
_HUSHED = Pattern(
    r"\b(?:not (?:yet )?known to|not (?:yet )?(?:been )?(?:aware|told|informed|warned)|"
    r"unaware|(?:has|have|with|had) no (?:idea|clue|inkling)|none the wiser|in the dark|"
    r"unsuspecting|(?:do|does|must|should)(?: not|n'?t) (?:yet )?"
    r"(?:hear|learn|know\b(?! (?:if|whether|how|what|when|about|the))|tell|share|warn|publicise|"
    rf"advertise|announce|circulate|mention|be {_TOLD})|not to (?:know|hear|share|tell|be {_TOLD})|"
    r"(?:nobody|no one|none)\b[^.]{0,30}\b(?:told|know|knows)|keep (?:it|this)? ?(?:quiet|"
    r"secret|to (?:yoursel\w+|(?:this|our|the) (?:group|room|team|panel|meeting))|between us)|"
    r"keep (?:patrols|officers|wardens|staff|uniforms?) (?:away|out|clear)|tip(?:ped|"
    r"ping)? (?:him |her |them )?off|without (?:warning|telling|notice)|"
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
_SOURCE = Pattern(
    r"\b(?:chis(?! (?:policy|audit|training|authorit|regime|form|code|inspection|guidance|"
    r"handler))|covert human|(?:our|an|the|a|police) informant|"
    r"informants? (?:inside|within|in|say|says|said|told|tells|reports)|(?:our|the|a|"
    r"one) source (?:in|inside|within|close|says|said|tells|told|reports|has|is)|"
    r"source (?:in|inside|within|close to) |(?<=our )source (?:at|on|near) |sources? (?:says?|"
    r"said|tells?|reports?) |"
    r"(?:have|has|got) (?:someone|somebody|a man|a contact|an? \w+) (?:inside|on the inside)|"
    r"undercover (?:officer|buyer)s? (?:is|are|will|has|bought|buys?)|tracker (?:is |"
    r"has been )?(?:on|fitted)|anpr marker|"
    r"(?:we|officers|police|detectives) (?:are|is) (?:still )?(?:watching|following) (?!what|how|"
    r"whether|this|progress)|under (?:surveillance|observation)|observation (?:point|post)|"
    r"(?:reliable|trusted|inside|good|confidential) (?:contact|caller) (?:says?|said|tells?|told|"
    r"reports?)|"
    r"phones?(?: [\w ]{1,40})? (?:is|are) (?:being )?(?:tapped|"
    r"monitored|intercepted))\b",
    _I,
)
_LEARNT = Pattern(
    r"\b(?:intel(?:ligence)?|information|whisper|tip[- ]?off|word|(?:source|police|street|local) "
    r"(?:report|talk))s?(?: (?:received|in|today|now|locally|on the street))? (?:(?:is|are|says?|"
    r"suggests?|indicates?|puts?|points?|reckons?|has|have)\b|that\b)",
    _I,
)
_HEARSAY = Pattern(
    r"\b(?:hearing|we hear|i hear|(?:we|i)(?:'re|'m|'ve been| are| am| have been) told|"
    r"(?:is|are) (?:thought|believed|said) to be|we (?:think|believe|suspect)) ",
    _I,
)
_GOODS = Pattern(
    r"\b(?:gear|cash|takings|money|goods|stock|kit|bikes|firearms?|phones|sim cards|girls|women|"
    r"passports)\b",
    _I,
)
_OF_THEM = Pattern(
    r"\b(?:they|he|she|them|him|her|it|the (?:group|gang|family|brothers|lad|boy|girl|dealer|"
    r"seller|runner|elder|courier|driver|boss|couple|landlord|owner)s?)\b|'s (?:stash|gear)\b",
    _I,
)
_WHEREABOUTS = Pattern(
    r"\b(?:(?:is|are|was|were|been|being|get|gets|kept|hidden|stored|stashed|buried|moved|gone|"
    r"left|dropped|taken|put|puts?)(?: [\w']{1,12}){0,3}?) (?:at|in|under|behind|inside|beneath|"
    r"above|to|into|over|round|up|down) (?:the|a|an|his|her|their|one|that)\b",
    _I,
)
"""What was learnt, of whom, and where it is."""
_EXPECTED = Pattern(
    r"\b(?:coursers|poachers|dealers?|thieves|burglars?|robbers?|smugglers?|traffickers|gang|ocg|"
    r"nominals|shipment)\b[^.!?\n]{0,40}?\b(?:due|expected|coming|arriv\w+|back|turn(?:s|ing)? up|"
    r"landing|meeting)\b",
    _I,
)
"""Offenders who are waited for."""
_STAND_OFF = Pattern(
    r"\b(?:hold(?:ing)? (?:off|fire|back)|stand(?:ing)? (?:off|down|back)|"
    r"(?:leave|leaving|let|keep) (?:[\w'-]{1,12} ){1,4}?(?:alone|be|run|until|for now|"
    r"for the moment|as (?:it|they) (?:is|are)|open|clear)|"
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


_GIVING_AWAY = (
    _SOURCE,
    _LEARNT,
    _HEARSAY,
    _STAND_OFF,
    _HUSHED,
    _EXPECTED,
    _STRIKE,
    _TEST,
)
"""Without any of these nothing is given away, whatever else is told."""


def gives_away_plans(sentence: str) -> bool:
    """Whether a sentence gives away a step still to come, a source or a watched place."""
    if not likely(_GIVING_AWAY, sentence):
        return False
    if _SOURCE.search(sentence) or _repeats_intelligence(sentence):
        return True
    strike, dated = _STRIKE.search(sentence), _DATED.search(sentence)
    placed = _PLACE.search(sentence)
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


def _repeats_intelligence(sentence: str) -> bool:
    """What was learnt of offenders and where they or their goods are: "intel is that they have
    moved the cash to the car wash"; not what intelligence shows of crime as such."""
    learnt, goods = _LEARNT.search(sentence), _GOODS.search(sentence) or TRADE.search(sentence)
    if not (learnt or (goods and _HEARSAY.search(sentence))):
        return False
    if goods and _WHEREABOUTS.search(sentence):
        return True
    somewhere = _PLACE.search(sentence) or _DATED.search(sentence)
    return bool(learnt and _OF_THEM.search(sentence) and somewhere)
