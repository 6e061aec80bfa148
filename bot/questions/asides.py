"""What people say around a question: how they begin, how they hedge, how they end.

"Sorry to ask, but could you remind me who actually leads on county lines please" asks what "who
leads on county lines" asks. Taken away before a question is read; only data and one function.
"""

from __future__ import annotations

import re

from bot.questions.words import tokens
from bot.questions.words_common import words_of

_ASKING = r"(?= (?:wh\w+|w[oa]t\w*|how\w*|if|is|are|was|were|has|have|do|does|did|our|my|"
_ASKING += r"any\w*)\b)"
_PERSON = "(?:me|us|him|her|them|everyone|the (?:chair|committee|board|group|panel|leader|boss))"
_ASKER = (
    r"(?:the )?(?:new )?(?:chair(?:man|woman|person)?|leader|committee|board|cllr|councillors?|"
    r"boss|chief exec\w*|manager|portfolio holder|mayor|clerk|somebody|someone|a (?:member|"
    r"resident|colleague|councillor|parish council)|members|they|"
    r"my (?:boss|manager|chair|colleague|team))"
)
_WANTS = (
    r"(?:(?:has |have |just |is |are |was |were |keeps? |will )*(?:asked|asks|asking|ask)"
    r"(?: (?:me|us|about it))?|(?:wants?|wanted|needs?|would like|is keen|are keen) to know"
    r"(?: (?:if|whether))?|wonders?|(?:is|was|are) wondering)"
)
_BEGINNINGS = (
    r"(?:hi|hello|hey|hiya|morning|good morning|afternoon|good afternoon|evening|good evening)"
    r"(?: (?:all|everyone|everybody|team|folks|mate|bot|there|again|guys))?"
    r"(?=[,!.:;\-]|\s+(?:what|who|how|which|when|where|why|can|could|would|any|is|are|do|does|did|"
    r"has|have|just|quick|sorry|please|show|list|give|i|the|so)\b)",
    r"(?:just )?(?:a )?(?:really |very )?(?:quick|daft|silly|stupid|small|simple|dumb) "
    r"(?:one|question|q|query|check|thing)(?: (?:for you|from me|about this))?",
    r"question|query|another question|another one|next question|one more(?: (?:thing|question))?"
    r"(?=\s*[,:;\-.])",
    r"sorry(?: (?:to (?:ask|bother|trouble|pester|be a pain)(?: you)?(?: again)?|if "
    r"(?:this|it) (?:is|has been)[^,]*))?(?:,? but)?",
    r"excuse me|apologies|forgive me|pardon me",
    r"(?:i am |i'm |im |was |i was |i have been |i've been |just )*(?:checking|wondering|asking|"
    r"curious|trying to (?:find out|work out|understand|remember))"
    r"(?: (?:if|whether) (?:you|anyone|someone) (?:can|could|would|might|know)s?)?",
    r"i (?:just )?wondered(?: (?:if|whether) (?:you|anyone) (?:can|could|know))?",
    r"(?:please )?(?:can|could|would|will|might) (?:you|someone|anyone|somebody|u) (?:please |"
    r"kindly |just |quickly |possibly |help me )*(?:tell|show|remind|give|send|let|explain to|"
    rf"inform|advise|update|confirm to|check for|find out for) {_PERSON}(?: know)?"
    r"(?!,? (?:on|about|with)\b)",
    r"(?:can|could|would) (?:you|someone|anyone) (?:please |kindly |just |quickly )*(?:confirm|"
    r"check|clarify|advise|find out|look up)(?: (?:for (?:me|us)))?(?! the)",
    rf"(?:please |kindly |just )*(?:tell|remind|let) {_PERSON}(?: know)?{_ASKING}",
    r"do (?:you|we|u) (?:happen to )?know|does any(?:one|body) (?:happen to )?know|d'?you know",
    rf"(?:have you )?(?:any|an|got any|have you got any|no) (?:idea|clue)s?{_ASKING}",
    r"any chance (?:you|someone) (?:can|could) (?:tell|show|remind|give) (?:me|us)",
    r"i (?:(?:just|really|also|still) )*(?:need|want|wish|(?:would|'d) (?:like|love)|am meant|have|"
    r"am trying|have been asked|was asked) to (?:know|find out|check|ask|understand|see if)",
    r"i(?:'d| would) (?:like|love) to know|i want to know|i need to know|help me understand",
    rf"i(?:'ve| have) been asked(?: by [a-z ]{{2,30}}?)?(?:(?=[,:;])|(?: if| whether)?{_ASKING})",
    rf"{_ASKER} {_WANTS}(?:(?=[,:;\-])|(?: if| whether| about)?{_ASKING})",
    r"(?:for|before|ahead of|in time for) (?:(?:my|our|the|a|next|this|tonight's|tomorrow's) )*"
    r"(?:report|minutes|agenda|record|committee|board|meeting|chair|briefing|paper|newsletter|"
    r"return|slides?|one to one|1:1|121)(?: (?:tonight|tomorrow|today|on \w+|this \w+))?"
    r"(?=\s*[,:;\-])",
    r"(?:please|ok|okay|right|well|so|anyway|now then|now|oh|ah|er|erm|um|umm|hmm|listen|look|and|"
    r"also|then|yes|yeah|yep|cool|great|thanks|thank you|cheers|ta|fyi|btw)(?=\s*[,:;!.\-])",
    r"(?:please|ok|okay|so|anyway|oh|er|erm|um|umm|hmm|yeah|btw)(?=\s+[a-z])",
    r"right(?=\s+(?:so|then|what|who|how|which|when))",
    r"out of (?:interest|curiosity)|by the way|while (?:i am|i'm|we are|we're|you are|you're) "
    r"(?:here|at it|on)|to be (?:honest|clear|sure)|if (?:i|you|we) may|if you (?:can|could|know)",
    r"is there any way (?:i|we) (?:can|could) (?:see|find out|know)",
    r"(?:and|or) is it (?:right|true) to say|am i right(?: in thinking)?(?: that)?",
)
_HEDGES = (
    r"actually|currently|basically|honestly|literally|presently|kindly|roughly speaking|"
    r"at all costs|off the top of your head|in your view|as far as you know|to be honest|"
    r"i (?:think|guess|suppose|believe|mean)|if any(?=\s*[?.,]|$)|exactly|precisely|"
    r"on earth|the heck|the hell|in practice|really(?= \w)|please|pls|plz"
)
_ENDINGS = (
    r"please|pls|plz|thanks(?: (?:a lot|so much|very much|in advance|again|all|mate|xx?))?|"
    r"thank you(?: (?:so|very) much)?|thx|cheers|ta|ty|mate|bot|xx?|"
    r"(?:as )?at (?:the moment|present|this (?:moment|point|time|stage))|these days|"
    r"as (?:things|it|we) (?:stands?|is|are|speak)|as of (?:now|today|this (?:week|morning))|"
    r"as we stand|for the time being|nowadays|if you (?:know|can|could|have it|please)|for me|"
    r"right now|by the way|btw|(?:do you|d'?you|does anyone|do we) know|any ideas?|then|"
    r"(?:can|could) you (?:tell me|say|check|help|remind me|let me know)|if possible|"
    r"when you (?:get|have) (?:a )?(?:minute|moment|chance|sec)|asap|tyia|tia|"
    r"i(?:'m| am) (?:just )?(?:curious|asking|wondering)|just (?:curious|wondering|asking)|"
    r"out of (?:interest|curiosity)|in total please|for (?:my|our|the) (?:report|minutes|record|"
    r"paper|briefing|committee|agenda|return|slides|newsletter)|or something|or whatever|and that|"
    r"innit|or what|when (?:it is|it'?s|its) at home|"
    r"ballpark is fine|roughly is fine|roughly|ballpark"
)
_BEGIN = re.compile(rf"^(?:{'|'.join(_BEGINNINGS)})(?!\w)[\s,:;!.\-]*", re.IGNORECASE)
_HEDGE = re.compile(rf"(?<=\w)[\s,]+(?:{_HEDGES})(?!\w),?(?=\s|[?.!]|$)", re.IGNORECASE)
_END = re.compile(rf"(?<=\w)[\s,.!?;\-]+(?:{_ENDINGS})[\s.!]*(\??)[\s.!]*$", re.IGNORECASE)


_CLAUSE = re.compile(r"(?<=[.!;:])\s+|\s+[-\u2013]+\s+|,\s+|(?<=\?)\s+")
_ABOUT_ASKING = words_of(
    """
    i im my me we us our you your he she they them it its this that these those here there the a an
    and but so or as at in on of for to from with by off up out round into about over before after
    am is are was were be been being do did have has had got get getting can cannot could would will
    not no just really very bit little again also too please thanks thank advance sorry
    meeting meetings committee board panel paper papers report reports minutes mins agenda briefing
    newsletter slides slide chair chairman leader boss manager colleague colleagues resident
    residents members councillor councillors cllr parish clerk phone call train bus office context
    email new newish post job role head trying prepping preparing prep writing drafting working
    doing late early quick quickly quickest answer reply following tuesday monday wednesday thursday
    friday today morning afternoon evening tonight tomorrow yesterday hour hours ten five two time
    asked asking ask asks wondering wanted want wants need needs tell told know sure find found
    anywhere looking look looked read reading seen see someone somebody starts start starting
    started people public everyone week lost confused rushed hurry rush busy going keep keeps
    question questions one heads notes note plan document spreadsheet understand remember
    forgotten forgot now then back through covering stand standing handover induction
    """
)
"""What people say of themselves and why they ask: a clause of such words alone asks nothing."""
_SO_LONG = re.compile(r"\b\d+ ?(?:mins?|minutes?|hours?|hrs?|pm|am)\b", re.IGNORECASE)
_OPENS = words_of("what which who whose when where why how is are do does did has have any can")


def _asks_nothing(clause: str) -> bool:
    words = tokens(_SO_LONG.sub("", clause))
    if len(words) < 2 or clause.endswith("?") or words[0] in _OPENS:
        return False
    return _ABOUT_ASKING.issuperset(words)


def without_asides(text: str) -> str:
    """`text` without its beginnings, hedges and endings; as it was where little would be left."""
    clauses = _CLAUSE.split(text)
    kept = [clause for clause in clauses if not _asks_nothing(clause)]
    plain = _HEDGE.sub("", " ".join(kept) if kept and len(kept) < len(clauses) else text)
    for pattern, rest in ((_BEGIN, ""), (_END, r"\1")):
        while (shorter := pattern.sub(rest, plain)) != plain and re.search(r"\w", shorter):
            plain = shorter
    return plain
