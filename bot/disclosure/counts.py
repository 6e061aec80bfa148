"""Tiny counts and single people: "two victims", "the only Syrian family", "a 15 year old girl".

Counts under five in sensitive subjects identify; counts of meetings, premises, courses and staff
do not. The clause that singles somebody out is what is pointed at.
"""

from __future__ import annotations

import re

from bot.disclosure.lists import listed
from bot.disclosure.text import Note, Span

_I = re.IGNORECASE
_SMALL = r"(?<![\d.,£:/-])(?:[1-4]|one|two|three|four|a single|just one|only one|sole)"
_WHO = (
    r"(?:victims?|survivors?|child|children|girls?|boys?|young (?:person|people|women|woman|"
    r"men|man|girl|boy)|youths?|teenagers?|"
    r"clients?|referrals?|cases?|disclosures?|suicides?|famil(?:y|ies)|wom[ae]n|m[ae]n|"
    r"residents?|adults?|patients?|pupils?|"
    r"students?|attempts?|perpetrators?|mothers?|fathers?|mums?|dads?|couples?|people|"
    r"persons?|households?|detentions?|"
    r"marriages?|rapes?|homicides?|deaths?|reports?|incidents?|offences?|tenants?|brothers?|"
    r"sisters?|siblings?|workers|nationals?|migrants?|refugees?|lads?|males?|females?|"
    r"overdoses?|workers?|pensioners?|teens?|sleepers?)"
)
_COUNT = re.compile(
    rf"{_SMALL} (?!in (?:\w+ )?(?:\d|ten|five|four|three|six|eight|every)|of \d|out of|"
    rf"stop shop|per cent|percent|%|to one|more than|fewer)"
    rf"(?:of (?:the |our |these )?)?(?:[a-z][a-z'-]{{0,19}} |"
    rf"[A-Z][A-Za-z-]{{1,14}} ){{0,4}}?{_WHO}(?![\w-])"
    rf"(?! (?:course|courses|review|reviews|stud(?:y|ies)|meeting|meetings|session|sessions|"
    rf"worker|workers|training|"
    rf"panel|talk|talks|prevention|awareness|lead|leads|form|forms|conference|conferences|"
    rf"centre|centres|group|groups|officer|officers|support|liaison|champions?|forums?|"
    rf"wardens?|premises|services?|"
    rf"events?|workshops?|posts?|clubs?|hubs?|shops?|teams?|projects?|safety|"
    rf"protection board|first aid|pathways?|routes?|champion)\b)",
    _I,
)
_DELICATE = re.compile(
    r"\b(?:dhr|dardr|cse|cce|sexual\w*|rap(?:e|ed|es|ist)|forced|fgm|hba|honour|traffick\w*|"
    r"modern slavery|slavery|nrm|radicalis\w*|channel|prevent|"
    r"suicid\w*|self[- ]harm\w*|mental\w*|s\.? ?136|section(?:ed)? ?(?:136)?|psychiatric|"
    r"crisis team|domestic|da|dv|stalk\w*|coercive|"
    r"exploit\w*|cuckoo\w*|missing|groom\w*|refuge|safeguard\w*|marac|child protection|"
    r"abus\w*|idva|dash|clare's law|dvds|"
    r"hate|overdos\w*|drug death|hiv|asylum|homicide|county lines?|gang\w*|hidden harm|"
    r"neglect\w*|strangl\w*|honour-based|hoarding|dementia|carrying for|the line|runners?|"
    r"victims?|survivors?|"
    r"sex work\w*|prostitut\w*|eating disorder|miscarr\w*|pregnan\w*|learning disab\w*|"
    r"autis\w*)\b",
    _I,
)
_NOT_COUNT = re.compile(
    r"\b(?:year|years|tier|level|quarter|priority|room|step|phase|section|stage|form|"
    r"version|group|category|q|page|table|type|ward|day|week|no|number|every|each|than|for|"
    r"least|up to|of|(?:one|\d) in)\s?$",
    _I,
)
_NEUTRAL_WITHIN = re.compile(
    r"\b(?:courses?|sessions?|meetings?|events?|trainers?|staff|posts?|workshops?|talks?|"
    r"schools?|premises|agencies|partners?|"
    r"stalls?|leaflets?|walkabouts?|days?|weeks?|months?|hours?|years?|venues?|briefings?|"
    r"visits|fewer|more|measures|actions|jan\w*|feb\w*|"
    r"mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|drop-ins?|"
    r"workers|sites?|places|shops?|cameras?|"
    r"trained|professionals|officers|volunteers|advisers|advisors|teams|projects|trained|"
    r"half-day|pieces?|training|awareness|films?|forms?|in|on|at|for|were|was|about|with|"
    r"and|to|left)\b",
    _I,
)
_ONLY = re.compile(
    r"\b(?:from |by |to )?(?:the|our|their|its) (?:only|one|single|sole|"
    r"last) (?:[\w'-]{1,20} ){0,3}"
    r"(?:family|families|woman|man|user|resident|child|pupil|household|couple|person|mother|"
    r"boy|girl|tenant|student|owner|"
    r"patient|lad|teenager|widow|widower|pensioner|lady|client|service user|mum|dad|father|"
    r"nurse|teacher|shopkeeper|worker|carer|driver|farmer|family's|refugee|nun|priest|imam|vicar|amputee|"
    r"survivor|victim|traveller|muslim|sikh|jew|hindu)s?"
    r"(?! (?:hub|centre|support|services?|worker|room|intervention|court|panel))\b",
    _I,
)
_AGED = re.compile(
    r"\b(?:a|an|the|one|this|another|his|her|their|"
    r"our) (?:[a-z]{2,12} )?(?:(?:\d{1,2})[- ]?(?:year|yr)s?[- ]old|\d{1,2}[- ]?yo)\b"
    r"(?: (?!s\b)(?:[a-z-]{2,15} ){0,2}?(?:boy|girl|man|woman|male|female|lad|widow|widower|"
    r"mother|mum|father|lady|pupil|student|child|resident|girl's|boy's|teenager|son|"
    r"daughter|tenant|pensioner|patient|victim|youth|nan|grandmother|grandfather|carer|"
    r"runner)\b"
    r"| (?:was|is|has|had|who|from|told|said|asked|went|at|in|living)\b)",
    _I,
)
_YEAR_PUPIL = re.compile(
    r"\b(?:a|one|the) (?:year (?:[1-9]|1[0-3]) (?:girl|boy|pupil|student|child)"
    r"|(?:girl|boy|pupil|student|child|lad) in year (?:[1-9]|1[0-3]))\b"
    r"|(?:^|[.!?;:] )(?:\d{1,2} ?(?:yo|yr old|year old|years old)|\d{1,2}-year-old) (?:[a-z]+ )?"
    r"(?:boy|girl|male|female|lad|man|woman|pupil)\b"
    r"|\baged? \d{1,2},? (?:attends|lives|from|mum|dad|his|her|who|he|she)\b"
    r"|\bnominal \d{1,2} (?:in|of|has|is|was|has)\b",
    _I,
)
_MARKED_OUT = re.compile(
    r"\b(?:the|a) (?:[a-z]{2,12} |[A-Z][a-z]{2,12} ){0,2}?(?:family|couple|lady|woman|man|"
    r"mother|widow|household|brothers|lad|boy|girl|old man|owner)"
    r" (?:who (?:runs?|owns?|lives?|moved|live)|(?:that|which) (?:moved|lives?|live|runs?)|"
    r"above|next door to|opposite|in the end house|at the end|behind|living (?:at|in|above|"
    r"next|opposite|behind|on)|with (?:the |a )?(?:disabled|triplets|twins|autistic|"
    r"guide dog|wheelchair))\b"
    r"|\b(?:mother|father|mum|dad|brother|sister|parents|family|widow|son|daughter|wife|"
    r"husband) of the (?:boy|girl|baby|child|lad|man|woman|victim|teenager) (?:who|that|from)\b"
    r"|\b(?:a|the|one|this) (?:young |single )?(?:woman|man|victim|mother|mum|father|dad|survivor|"
    r"client|lady|girl|tenant) and (?:her|his|their) (?:\w+ ){0,2}(?:son|daughter|children|child|"
    r"kids|baby|mother|family)\b"
    r"|\b(?:children|kids|siblings|victims|people|residents|women) from the same "
    r"(?:family|house|household|home|flat)\b"
    r"|\b(?:just|only) one (?:family|household|couple|woman|child|pupil) in [A-Z]"
    r"|\b(?:a|the|one) (?:young |single )?(?:mother|father|mum|dad|parent|gran\w*|widow\w*) of "
    r"(?:\d+|one|two|three|four|five|six|seven|eight)\b"
    r"|\b(?:both|all three|all four) (?:sisters?|brothers?|siblings|twins|triplets|girls|boys|"
    r"children|kids|from (?:one|the same) (?:family|house|household|home))\b"
    r"|\b(?:are|were) (?:both |all |two |three )?(?:sisters|brothers|siblings|twins|triplets|"
    r"cousins|(?:from|of) (?:one|the same) (?:family|house|household|home|road|street|class))\b"
    r"|\bone [^.!?\n]{3,60}?, an? (?:[a-z-]{3,12} ){0,2}(?:firefighter|"
    r"(?:police |prison |council )?officer|teacher|councillor|nurse|doctor|soldier|paramedic|"
    r"publican|vicar|farmer|shopkeeper|"
    r"lecturer|coach|scout leader|driver|landlord|builder|head ?teacher|carer|magistrate|pcso|"
    r"warden|student|pupil|pensioner|grandmother|grandfather|widow\w*|mother|father|refugee)\b"
    r"|\b(?:one|single|sole) (?:\w+ ){0,3}"
    r"(?:referral|victim|case|start|client|suicide|death|survivor|"
    r"child|pupil|resident|tenant|patient|detention|disclosure)[^.!?\n]{0,30}?, an? "
    r"(?:\w+ ){1,3}(?:from|at|in|who|of) "
    r"|\b(?:a|the) (?:child|boy|girl|lad|pupil) (?:of|aged) \d{1,2}\b"
    r"|\b(?:family|couple|man|woman|lady|tenant|resident|widow\w*|brothers) (?:in|at) the "
    r"(?:end|corner|last|first|middle|red|blue|white|green) (?:house|terrace|flat|cottage|bungalow)"
    r"|\ban? (?:nurse|teacher|doctor|officer|carer|priest|vicar|pupil|student|councillor|driver) "
    r"(?:at|from|in) [^.!?\n,]{3,40} (?:disclosed|confided|was abused|was assaulted|is being)\b"
    r"|\bthe (?:pupil|student|resident|tenant|boy|girl|man|woman|lady|lad|teacher|nurse) "
    r"(?:who (?:lost|won|uses|wears|walks with|transferred|teaches|was on the news)|"
    r"with (?:the |a |an |one )(?:prosthetic|stammer|guide dog|wheelchair|limp|hearing))\b"
    r"|\bthe (?:twins|triplets|two (?:sisters|brothers)) (?:from|at|in|of|who|on|were|have|are)\b"
    r"|\b(?:woman|man|lady|girl|boy|client|family|resident|mother|tenant)"
    r" (?:in|at|from) (?:the )?(?:refuge|hostel|room|bed|unit|bay|plot|pitch)"
    r"(?: (?:room|bed|unit))? \d+\b"
    r"|\b(?:the|a) (?:headteacher|head teacher|headmaster|headmistress|deputy head|vicar|"
    r"councillor|landlord|publican|"
    r"shopkeeper|postmaster|caretaker|mayor|butcher|gp|imam|farmer|chairman|lollipop lady)'s"
    r" (?:son|daughter|wife|husband|boy|girl|children|partner|ex|brother|sister)\b",
    _I,
)
_MARKING = (
    r"deaf|blind|disabled|transgender|trans|gay|lesbian|autistic|pregnant|muslim|jewish|"
    r"sikh|hindu|black|asian|chinese|polish|romanian|syrian|afghan|"
    r"iraqi|iranian|somali|nigerian|kurdish|albanian|bulgarian|ukrainian|roma|gypsy|"
    r"traveller|turkish|indian|pakistani|bangladeshi|lithuanian|latvian|"
    r"russian|vietnamese|nepalese|nepali|ghanaian|eritrean|sudanese|ethiopian|jamaican|"
    r"african|italian|spanish|greek|french|german|dutch|moroccan|egyptian|georgian|moldovan|cypriot|"
    r"irish|scottish|welsh|filipino|thai|japanese|korean|brazilian|portuguese|hungarian|slovak|czech"
)
_MARKED_PERSON = re.compile(
    rf"\b(?:the|our|a|an|one|that) (?:[a-z-]{{2,12}} )?(?:{_MARKING}) (?:[a-z-]{{2,12}} )?"
    r"(?:family|couple|woman|man|lady|pupil|student|resident|child|boy|girl|mother|mum|dad|"
    r"father|tenant|lad|teenager|widow|"
    r"household|victim|client|patient|pensioner|shopkeeper|[a-z]{3,14}'s (?:family|wife|son|"
    r"daughter|husband))\b",
    _I,
)
_LETTERED = re.compile(
    r"\b(?:[Cc]hild|[Ff]amily|[Aa]dult|[Vv]ictim|[Rr]esident|[Cc]lient|[Tt]enant|[Mm]other|"
    r"[Pp]atient|[Pp]erson|Mr|Mrs|Ms|Miss) [A-Z](?!\.|[\w-]| (?:and|or) [A-Z]\b)[^.!?\n]{0,120}?"
    r"\b(?:he|she|his|her|hers|him)\b"
)
"""One person behind a letter of whom more is told; "Adult A" of a published review is not."""
_CHECKED = re.compile(
    r"\b(?:PNC|PND|Athena|Genesis|Niche|DBS|police|intelligence) (?:check|search|record|marker)s?\b"
    r"[^.!?\n]{0,60}?\b(?:he|she|his|her|him)\b"
)
"""What a police system says of one person."""
_ONLY_MARKED = re.compile(
    rf"(?:(?:^|[.!?;,] )only|\b(?:just|only) one) (?:[a-z-]{{2,12}} )?(?:{_MARKING}) "
    r"(?:[a-z-]{2,12} )?"
    r"(?:family|couple|woman|man|pupil|student|resident|child|boy|girl|tenant|household)\b",
    _I,
)
_POSTS = "|".join(sorted(listed("sole_posts"))).replace("-", "[ -]")
_SMALL_PLACE = r"(?:the (?:village|hamlet) of )?(?:St )?[A-Z][a-z]+(?:'s)?(?: [A-Z][a-z]+){0,2}"
_FEW_AGED = re.compile(
    r"\b(?:[2-4]|two|three|four) \d{1,2}[- ]?(?:year|yr)s?[- ]olds?\b(?: from [^.!?,\n]{3,40})?", _I
)
_BEFALL = (
    r"(?:target|assault|abus|threaten|victim|stalk|arrest|depress|harass|refer|scam|rob|burgl|rape|"
    r"attack|drink|drunk|suicid|self-harm|groom|charg|beat|violent|scared|afraid|cancer|dement|hospital|section|overdos|ill)\w*|he|she|his|her|him"
)
_SOLE_POST = re.compile(
    rf"\b(?i:the|our|a|one|that) (?:[a-z]{{2,10}} )?(?:{_POSTS})(?:'s (?:\w+ ){{1,2}})?"
    rf"(?: of the [a-z]{{2,12}}(?: [a-z]{{2,12}})?)?,? (?:in|at|of|from) {_SMALL_PLACE}"
    r"[^.!?\n]{0,40}?\b(?:has|have|is|was|were|been|being|disclosed|confided|reported|says?|told|got)"
    rf" (?:\w+ ){{0,4}}?(?:{_BEFALL})\b"
)
"""Who holds a post of which a small place has one, told with what befell or what they did."""
_MARKS = (
    _SOLE_POST,
    _ONLY,
    _AGED,
    _YEAR_PUPIL,
    _MARKED_OUT,
    _MARKED_PERSON,
    _LETTERED,
    _CHECKED,
    _ONLY_MARKED,
)
_CLAUSE_END = re.compile(r"[,;:.!?](?=\s|$)|\s[-(]\s?|\n")


def singled_out(note: Note, start: int, end: int, *, delicate: bool) -> Span | None:
    """The clause of a sentence that leaves only a handful of people it could be. `delicate`: so is
    the subject, whatever the sentence says."""
    text = note.text
    marks = [match.span() for pattern in _MARKS for match in pattern.finditer(text, start, end)]
    if delicate or _DELICATE.search(text, start, end):
        marks += [m.span() for m in _COUNT.finditer(text, start, end) if _counts_people(text, m)]
        marks += [m.span() for m in _FEW_AGED.finditer(text, start, end)]
    if not marks:
        return None
    first, last = min(a for a, _ in marks), max(b for _, b in marks)
    stop = _CLAUSE_END.search(text, last, end)
    return Span("small_cell", first, stop.start() if stop else end)


def _counts_people(text: str, match: re.Match[str]) -> bool:
    before = text[max(match.start() - 12, 0) : match.start()]
    return not _NOT_COUNT.search(before) and not _NEUTRAL_WITHIN.search(match.group())
