"""The small words that say what is being asked: patterns over normalised text, nothing else.

`bot.core.words.normal` has already written out contractions and phone spellings. Each group of
patterns stands for one thing a member may want; `questions` decides between them.
"""

from __future__ import annotations

import re

from bot.core.status import Status


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


_WHO = r"(?:family|families|man|woman|lad|lads|boy|girl|kid|tenant|couple|lady|bloke|guy|victim|"
_WHO += r"victims|offender|offenders|suspect|suspects|mum|mother|dad|father|husband|wife|teenager|"
_WHO += r"pensioner|resident|neighbours?|person|people|household|child|baby|client|perpetrator)"
STREET = r"(?:street|st|road|rd|avenue|ave|close|lane|drive|way|court|gardens|crescent|terrace|"
STREET += r"place|grove|walk|mews|rise)"

PERSONAL = _any(
    r"\b(?:phone|mobile|telephone|contact) numbers?\b(?! for (?:the )?(?:police|csu|council))",
    r"\b(?:home )?address(?:es)? (?:of|for|where)\b|\b(?:his|her|their) (?:home )?address\b|"
    r"\bwhich (?:address|house|flat|refuge|hostel)\b|\bwhat (?:address|refuge)\b",
    r"\bdate of birth\b|\bdob\b|\bnhs number\b|\bnational insurance\b|\bnumber plate of\b",
    r"\bwho (?:has |have |had |was |is )?(?:it that )?(?:reported|complained|complaining|grassed|"
    r"rang in|called it in|phoned in|made the (?:complaint|report|allegation|call)|did it|was "
    r"arrested|arrested|is living|lives|live|got stabbed|been stabbed|was stabbed|got arrested|"
    r"been arrested|died|killed|jumped)\b(?!.*\b(?:update|quarter|q[1-4]|progress)\b)",
    r"\bnames? of (?:the |all |any |every |each )?(?!action|priorit|lead|agenc|measure|partner|plan|"
    r"scheme|csp|unit|group)",
    rf"\bwhat (?:is|was|are) (?:the |that )?{_WHO}(?: is| was)? name\b|\bwho is (?:the|that) {_WHO}\b",
    r"\bwho are (?:the )?(?:victims?|offenders?|famil|dealers?|suspects?|hoarders?|perpetrators?|"
    r"nominals?|people|clients?|ocg members|burglars|kids|lads|survivors|ones? on)\b",
    r"\bwho (?:is|was|are) (?:on|in) the (?:iom|marac|cohort|panel list|list|register|prevent list)\b",
    r"\bwho (?:is|was|are) (?:in|on) (?:the )?(?:iom|marac) (?:cohort|list|cases?)\b",
    r"\bwho (?:was|were|is|are|got|has been) (?:discussed|referred|moved|evicted|rehoused|housed|"
    r"charged|convicted|sectioned|caught)\b",
    r"\blist of (?:victims|names|offenders|addresses|suspects|nominals|families)\b",
    r"\bwhich (?:family|families|household|households|kids?|lads?|boys?|girls?|tenants?|residents?|"
    r"victims?|offenders?|person|man|woman|pupils?|children|people|clients?)\b(?! (?:is|are) this)",
    rf"\bwhat (?:happened|has happened|is happening) (?:to|with) (?:the|that|those|my) {_WHO}\b",
    rf"\bwhere (?:is|was|has|have|are|did|does) (?:she|he|the {_WHO}|that {_WHO}) ?(?:been |now )?"
    r"(?:living|live|staying|moved|housed|rehoused|gone|go|hiding)",
    r"\bknown to (?:the )?(?:police|services|social services|you|us|officers)\b",
    r"\bcriminal record\b|\bbeen in prison\b|\bprevious convictions\b|\bgot form\b",
    r"\b(?:marac|case|crime|custody) (?:number|ref|reference|file|notes|papers|minutes|details)\b",
    r"\bdetails (?:of|on|about) (?:the|that|a) (?:case|victim|family|incident|offender|suspect)\b",
    rf"\bthe {_WHO} (?:at|from|on|in|who|that) (?:number )?(?:flat )?\d+\b",
    rf"\b(?:number |flat |at |from )?\d{{1,4}}[a-z]? (?:[a-z]+ ){{1,3}}{STREET}\b",
    rf"\b(?:who|{_WHO})\b.*\b(?:at|on|in|of|from) (?!the |a )(?:[a-z]+ ){{1,2}}"
    r"(?:avenue|ave|close|road|rd|crescent|terrace|gardens|drive|grove|mews)\b",
)
"""Questions about identifiable people: the plan holds none, and the bot must not be a way in."""

NAMED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Master|mr|mrs|ms|miss)\b\.? [A-Za-z][a-z]+|"
    r"\b[A-Z][a-z]{2,} (?:O'|Mc|Mac|De )?[A-Z][a-z]{2,}(?:'s)?\b"
)
"""A title with a name, or two capitalised words: a person only beside `ABOUT_PERSON`."""
ABOUT_PERSON = _any(
    r"\bknown\b|\barrested\b|\bliv(?:es|e|ing)\b|\bcase\b|\bfile\b|\bhoused\b|\bmoved\b|\bevicted\b",
    r"\bconvict|\bcharged\b|\brecord\b|\bhistory\b|\brelapsed\b|\bdrinking\b|\busing\b|\breferred\b",
    r"\bon (?:the )?(?:list|marac|iom|panel|cohort|register)\b|\btell me (?:about|everything)\b",
    r"\bwhere (?:is|does|did|was)\b|\bwhat happened\b|\bwhat did\b|\bhow is\b|\bstill with\b|\bdangerous\b",
    r"\bpartner\b|\bhusband\b|\bwife\b|\bchildren\b|\bkids\b|\btreatment\b|\battend|\bengag|\breoffend",
    r"\bhappened to\b|\bhis\b|\bher\b|\bhe\b|\bshe\b|\bmarac\b|\bprison\b|\bcustody\b|\bout yet\b",
)

PLAN_TALK = re.compile(
    r"\b(?:plan|plans|planned|action|actions|priority|covered|cover|covers|what are we|are we doing|"
    r"we doing|who leads|who is the lead|lead|owner|on track|update|updates|progress|strategy|"
    r"what is being done|what are (?:you|they)|anything (?:on|about|for|in)|work on|doing about)\b"
)
"""Talk about the plan, not about something happening to the speaker."""

NOW = _any(
    r"\bright now\b|\bas we speak\b|\bhappening now\b|\bat this (?:very )?moment\b|\bgoing on now\b",
    r"\bin progress\b(?=.*\b(?:break|burglar|fight|attack|crime|theft))|\bjust (?:now|this minute)\b",
    r"\bhelp me\b|\bplease help\b|\bneed help now\b|\bquick\b|\burgent(?:ly)?\b(?!.*\baction)",
)
DANGER = _any(
    r"\b(?:fight|fighting|fights|knife|gun|stab\w*|attack\w*|hitting|beating|punch\w*|kicking|"
    r"threaten\w*|strangl\w*|bleeding|unconscious|collapsed|overdos\w*|od'?d|not breathing|"
    r"smash\w*|breaking in\w*|break in|broke in|burglar\w*|intruder|on fire|set fire|fire|jump|kill\w*|"
    r"rob\w*|mugg\w*|weapon|machete|bomb|shoot\w*|shot|screaming|hurt\w*|following me|chasing|"
    r"suicidal|end it|dying|raped?|assault\w*|drunk\w*)\b"
)
VICTIM = _any(
    r"\bi (?:have |just |was |am |have just |have been |am being |got |just got )+(?:been |being )?"
    r"(?:burgled|robbed|mugged|attacked|assaulted|raped|stabbed|beaten|hit|threatened|followed|"
    r"stalked|scammed|conned|spiked|abused|groomed|hurt|punched|scared|frightened|in danger|afraid)",
    r"\bmy (?:husband|wife|partner|boyfriend|girlfriend|ex|dad|father|mum|son|bloke|fella)\b[a-z ]*"
    r"\b(?:is |keeps |has |just |will |hits|hit|hitting|beats|beat|threat|hurt|punch|kick|strangl)",
    r"\bmy (?:house|flat|shed|car|van|bike|phone|bag|purse|garage|home|shop|bin|catalytic converter)"
    r"[a-z ]*\b(?:broken into|burgled|stolen|nicked|robbed|set on fire|smashed|vandalised|taken|been "
    r"done)\b",
    r"\b(?:someone|somebody|some bloke|some lad|some guy|he|she|they|a man|two men|theyre) (?:is |are |has |"
    r"have )?(?:just )?(?:breaking into|broken into|broke into|smashing|attacking|attacked|stabbed|"
    r"being (?:attacked|stabbed|beaten|robbed|mugged)|got a (?:knife|gun|machete)|going to (?:jump|kill)|"
    r"threatening|trying to (?:get in|break in|kill|kick)|about to jump|collapsed|bleeding|at my door)",
    r"\bstanding on the (?:bridge|edge|platform edge|parapet)\b|\bgoing to (?:jump|kill (?:me|himself|"
    r"herself|themselves|myself))\b|\bkill myself\b|\bi want to die\b|\bend my life\b",
    r"\bi am (?:scared|frightened|being|in danger|hurt)\b|\bscared of my\b|\bafraid of my\b",
)
REPORT = _any(
    r"\b(?:want|need|like|trying|where do i|how do i|how can i|can i|how do we|who do i|where can i|"
    r"way to|how to)\b(?: \w+){0,3} report(?: a| an| my| some\w*| this| it| that| the| drug| anti| "
    r"fly| suspicious|ing|$)(?!.*\b(?:progress|quarter|q[1-4]|action|update|reading|figures)\b)",
    r"\breport a (?:crime|theft|burglary|stolen|break|fight|robbery|mugging|assault|fly|missing)",
    r"\b(?:who do i|who should i|who shall i|do i|should i|shall i|which number do i) (?:call|ring|phone|"
    r"tell|contact|dial)\b|\bwho to (?:call|ring|phone)\b",
    r"\b(?:call|ring|dial|phone|send) (?:me )?(?:999|the police|an ambulance|police|help|the fire brigade)"
    r"\b(?!.*every)|\bemergency\b(?! services)(?=.*\b(?:help|number|call|is|need|an)\b)",
    r"\bsend (?:someone|somebody|a car|an officer|officers)\b",
)

THANKS = frozenset(
    [
        "thanks",
        "thank",
        "cheers",
        "ta",
        "great",
        "lovely",
        "brilliant",
        "nice",
        "perfect",
        "good",
        "job",
        "ace",
        "fab",
        "cool",
        "helpful",
        "appreciated",
        "wonderful",
        "excellent",
        "super",
        "sorted",
        "sound",
        "champion",
        "magic",
        "spot",
        "bye",
        "goodbye",
        "night",
        "see",
        "later",
        "safe",
        "legend",
        "star",
        "useful",
        "awesome",
        "tidy",
        "sweet",
        "grand",
        "superb",
        "fantastic",
        "welldone",
        "done",
        "well",
        "cheerio",
        "laters",
        "tata",
        "clear",
        "amazing",
        "much",
        "very",
        "appreciate",
        "helped",
        "love",
    ]
)
GREETINGS = frozenset(
    [
        "hi",
        "hello",
        "hey",
        "hiya",
        "morning",
        "afternoon",
        "evening",
        "yo",
        "alright",
        "howdy",
        "oi",
        "greetings",
        "hola",
        "sup",
        "wagwan",
        "ello",
        "day",
    ]
)
SMALL_FILL = frozenset(
    [
        "you",
        "so",
        "much",
        "very",
        "a",
        "the",
        "that",
        "is",
        "it",
        "all",
        "for",
        "that's",
        "one",
        "on",
        "of",
        "bot",
        "mate",
        "there",
        "to",
        "how",
        "are",
        "this",
        "good",
        "me",
        "and",
        "again",
        "really",
        "i",
        "am",
        "now",
        "just",
        "ok",
        "okay",
        "right",
        "everyone",
        "team",
        "folks",
        "everybody",
        "please",
        "what",
        "up",
        "not",
        "bad",
        "was",
        "then",
        "lot",
        "lots",
        "in",
        "at",
        "your",
        "help",
        "man",
        "bruv",
        "guys",
        "sir",
        "going",
        "things",
        "today",
        "bud",
        "pal",
        "have",
        "do",
        "we",
        "be",
        "with",
        "no",
        "problem",
        "worries",
        "yes",
    ]
)
HELP = _any(
    r"^(?:help|help me|please help|menu|options|commands|instructions|start|info)$",
    r"\bwhat (?:can|could|do|will) (?:you|this|it|the bot) (?:do|answer|tell|know|help|cover)\b",
    r"\bwhat (?:can|could|should|do|shall) i (?:ask|type|say|do|put|use)\b",
    r"\bhow (?:do|does|can|should) (?:you|this|it|i use|we use|the bot)(?: \w+){0,3} (?:work|use)?",
    r"\bwho are you\b|\bwhat are you\b|\bare you (?:a |an )?(?:bot|human|robot|real|person|ai)\b",
    r"\bhow do i (?:use|work|ask|get started|start)\b|\bcan you help\b|\bi need (?:some )?help\b$",
    r"\bwhat is this(?: bot| thing)?$|\bwhat sort of (?:questions|things)\b|\bexamples?\b$",
)
UPDATING = re.compile(
    r"^(?:please |can (?:i|you|we) |could (?:i|you|we) |how (?:do|can) (?:i|we) |i (?:want|need) to |"
    r"id like to )?(?:update|mark|set|change|log|record|put|submit|enter|add|turn|make|give|send in|do)"
    r" (?:an? |my |our |the )?(?:update|progress|return|report|status|action|actions|reading|figures)?"
)
HOW_TO_UPDATE = _any(
    r"\bhow (?:do|can|should|would) (?:i|we|you)(?: \w+){0,2} (?:update|log|record|submit|send in|report "
    r"(?:progress|on)|mark|change|enter)\b",
    r"^(?:please )?(?:mark|set|turn|change|make) [a-z]{2,4} ?\d+ (?:as |to |is )?(?:green|amber|red|complete|done|"
    r"blue|on track|at risk|off track)",
    r"\b(?:can|could) (?:you|i) (?:mark|set|change|update)\b",
    r"\bwhere do (?:i|we) (?:put|enter|send|log|submit)\b.*\b(?:update|progress|return|figures)\b",
)

OUTSIDE = _any(
    r"\b(?:weather|forecast|sunny|raining|going to rain|will it rain|snowing|temperature)\b",
    r"\b(?:poem|joke|limerick|haiku|song|sing|recipe|essay|story about|rap|riddle|quiz|crossword)\b",
    r"\b(?:football|cricket|rugby|arsenal|charlton|gillingham|premier league|world cup|olympics|"
    r"eastenders|netflix|bake off|strictly|lottery|horoscope|movie|film)\b(?! sessions)",
    r"\b(?:elections?|brexit|prime minister|next pcc|next commissioner|vote|voted|mp|labour party|tories|tory|"
    r"conservatives|lib dems|politician|general election|referendum|president|the queen|the king)\b",
    r"\b(?:council tax|bins? (?:day|collect\w*|emptied)|bin day|recycling|planning (?:permission|application)|"
    r"parking (?:permit|ticket|fine)|blue badge|pothole|potholes|housing benefit|universal credit|gp "
    r"appointment|passport office|library|swimming pool|school places|street ?lights?|bus times|train "
    r"times|trains running|traffic|opening hours|open (?:on|until|today|tomorrow)|wifi|wi fi|password|"
    r"laptop|printer|parking space|car parking|payroll|annual leave|expenses|salary|salaries|paid)\b"
    r"(?!.*\b(?:theft|nick|stolen|steal|passports? taken)\b)",
    r"\b(?:what|which) (?:time|day) is (?:it|today)\b|\bwhat is the (?:time|date)\b|\bcapital of\b|"
    r"\btranslate\b|\bsquare root\b|\bplus\b.*\bequals\b|\bwhat is \d+ (?:x|times|plus|minus|divided)\b",
    r"\b(?:email|e mail|message|phone|ring|text|book|order|invite|schedule|arrange|chase)\b "
    r"(?:me|us|a|an|the|all|every|kent|sdc|kelly|everyone|them|him|her|my)\b",
    r"\b(?:crime|crimes|offences?|burglar\w*|assaults?|incidents?|arrests?|theft|asb) (?:rates?|stats?|"
    r"statistics|levels?|total|totals)\b|\bclear ?up rate\b|\bdetection rate\b|\barrest rate\b",
    r"\bhow many (?:\w+ )?(?:burglar(?:y|ies)|crimes?|assaults?|offences|thefts|robberies|stabbings?|arrests?|"
    r"arrested|murders?|rapes?|incidents|break ins|muggings?|suicides|overdoses|deaths|drug deaths|"
    r"prosecutions|cautions|convictions|hate crimes|people (?:died|were arrested|were killed|live|have died)|police "
    r"officers|officers|pcsos)\b(?!.*\b(?:offered|target|measure|considered)\b)",
    r"\b(?:is|are) (?:crime|burglary|knife crime|violent crime|asb|antisocial behaviour|anti social behaviour|drugs|"
    r"domestic abuse|theft|shoplifting) (?:going |getting |gone )?(?:up|down|rising|falling|worse|better|"
    r"increasing|decreasing)\b|\bhow safe is\b|\bmost dangerous\b|\bsafest\b",
    r"\bdo you (?:think|like|believe|feel|reckon)\b|\byour opinion\b|\bwhat do you think\b|\bwho is the "
    r"(?:best|worst|most)\b|\bis \w+(?: \w+)? any good\b|\bshould (?:we|i|the council|the police) (?:sack|buy|vote|"
    r"move|stop funding|hire)\b|\buseless\b|\brubbish at\b",
    r"\bnext (?:csp |partnership |board )?meeting\b|\bminutes of\b|\bmeeting (?:minutes|dates?|room|agenda)\b|"
    r"\bwhen (?:is|do|does|are) (?:the |we )?(?:next )?(?:meet|board|meeting)\b|\bagenda\b",
    r"\b(?:next|last|previous) year'?s? plan\b|\b201[0-7]\b(?! (?:18|2018))|\b(?:2019 20|2020|2021|2022|2023|2024|"
    r"2025)\b",
    r"\b(?:other|neighbouring|nearby) (?:councils?|districts?|boroughs?|partnerships?|csps|areas|counties|forces)\b",
    r"\b(?:ignore|forget|disregard) (?:all |your |the |previous |prior )+(?:instructions|rules|prompt)\b|"
    r"\bsystem prompt\b",
)
ELSEWHERE = re.compile(
    r"\b(?:in|for|at|of|does|did|do|is|are|about|by|than|has|have|with|from)\b (?:the )?(?:\w+ )?"
    r"(dartford|gravesham|gravesend|tonbridge|malling|tunbridge wells|maidstone|ashford|swale|"
    r"canterbury|thanet|margate|dover|folkestone|hythe|shepway|medway|chatham|bromley|bexley|"
    r"croydon|greenwich|lewisham|tandridge|reigate|surrey|sussex|essex|hertfordshire|hampshire|"
    r"manchester|birmingham|liverpool|leeds|bristol|scotland|wales|france|reading|brighton|arun|crawley)\b"
)
LAST_YEAR = _any(
    r"\blast year\b|\bprevious years?\b|\byear before\b|\b(?:20)?17 (?:20)?18\b|\byear on year\b|"
    r"\bprior year\b|\bearlier years?\b|\bpast years?\b|\bnext year\b|\b12 months ago\b|\b2017\b"
)

STATUS: tuple[tuple[re.Pattern[str], tuple[Status | None, ...]], ...] = (
    (
        _any(
            r"\b(?:red|reds|off track|offtrack|off target|failing|failed)\b"
            r"(?! (?:diesel|flags?|lion|tape))"
        ),
        (Status.OFF_TRACK,),
    ),
    (
        _any(
            r"(?<!adults )(?<!adult )(?<!children )(?<!land )(?<!people )(?<!child )\bat risk\b(?! of)",
            r"\b(?:amber|ambers|atrisk|yellow|orange)\b(?! diesel)",
        ),
        (Status.AT_RISK,),
    ),
    (
        _any(
            r"\b(?:green|greens|on track|ontrack|on target|on schedule|going to plan)\b"
            r"(?! (?:belt|spaces?|to hit|to meet|to reach|for))"
        ),
        (Status.ON_TRACK,),
    ),
    (
        _any(
            r"(?<!not )(?<!yet )(?<!isnt )\b(?:complete|completed|finished|closed|blues?|achieved|ticked off|all "
            r"done|wrapped up|fully done|is done|are done|been done|done and dusted|delivered)\b"
        ),
        (Status.COMPLETE,),
    ),
    (
        _any(
            r"\b(?:not started|not yet started|yet to start|not begun|have not begun|not got going|"
            r"havent started|not been started|unstarted|yet to begin|still to start|not kicked off)\b"
        ),
        (Status.NOT_STARTED,),
    ),
    (_any(r"\b(?:deferred|on hold|paused|postponed|suspended|put off)\b"), (Status.DEFERRED,)),
    (_any(r"\b(?:cancelled|dropped|abandoned|scrapped)\b"), (Status.CANCELLED,)),
    (
        _any(
            r"\b(?:in trouble|struggling|slipping|problems?|issues?|worr\w+|concerns?|going wrong|badly|"
            r"not going well|going badly|falling behind|fallen behind|behind|bad news|need attention|"
            r"needs attention|stuck|not on track|red or amber|amber or red|trouble)\b"
        ),
        (Status.OFF_TRACK, Status.AT_RISK),
    ),
    (
        _any(r"\b(?:going well|doing well|good news|went well|success stories|successes|wins)\b"),
        (Status.ON_TRACK, Status.COMPLETE),
    ),
)
NOT_COMPLETE = _any(
    r"\bnot (?:yet )?(?:complete|completed|finished|done|been (?:completed|finished|done))\b|"
    r"\bincomplete\b|\bunfinished\b|\boutstanding\b|\bstill open\b|\bstill to do\b|\bopen actions\b|"
    r"\bleft to do\b|\bnot closed\b|\bare not complete\b|\bstill not (?:done|finished|complete)\b|"
    r"\bstill (?:in progress|live|going|to be done)\b|\bremaining\b"
)
NO_UPDATE = _any(
    r"\b(?:no|without (?:an|any|a)?|zero|had no|missing(?: an)?|never had (?:an|any)) ?(?:updates?|"
    r"reports?|returns?|reported|progress reported|news|feedback|entry|entries)\b",
    r"\b(?:not|never|yet to|still to|failed to|nobody has|no one has) (?:yet )?(?:been |have |had )?"
    r"(?:an? )?(?:update|updated|updating|report|reported|reporting|sent|submitted|returned|heard|"
    r"heard from|responded|replied|given|filled in)\b",
    r"\b(?:silent|unreported|gone quiet|radio silence|not (?:got|had|received|have) (?:an |any )?"
    r"(?:update|report|news|return))\b|\bheard nothing\b|\bnothing (?:reported|back|heard|in|received)\b|"
    r"\bmissing (?:returns?|updates?|reports?)\b|\bno one (?:has )?(?:updated|reported)\b|\bawaiting\b|"
    r"\bwho (?:still )?owes\b|\bchase\b|\bchasing\b|\bnon (?:reporters|returners|responders)\b|\boutstanding "
    r"(?:returns|updates|reports)\b|\bneeds? (?:updating|an update)\b",
)
HAS_UPDATE = _any(
    r"\b(?:have|has|had) (?:been )?(?:reported|updated|sent (?:in )?(?:an |their )?(?:update|return)s?)"
    r"\b|\bwith an? update\b|\bwho (?:has |have )?(?:updated|reported)\b"
)
OVERDUE = _any(
    r"\boverdue\b|\bover due\b|\boverrun\w*\b|\bpast (?:its|their|the|due|it is)?(?: \w+)? ?(?:due|date|deadline)\b|"
    r"\bmiss(?:ed|ing)? (?:its|their|the|a|our)? ?(?:due |target )?(?:deadlines?|dates?)\b|\bbehind schedule\b|"
    r"\bout of time\b|\bgone (?:over|past)\b|\brunning late\b|\boverran\b|\bran over\b",
    r"\b(?:is|are|running|what|any|anything|all|actions|ones|which|ours|our|mine|everything|how many|"
    r"being|stuff|whats|still|most) late\b(?! (?:at|night|licen))|^late\b|\blate (?:ones|actions|items|stuff)\b",
    r"\bshould have (?:been )?(?:done|finished|completed|closed|happened)(?: by now)?$|\bby now\b",
)
DUE = _any(
    r"\bdue\b|\bdeadlines?\b|\bneeds? (?:doing|to be done|finishing|to finish|to happen)\b|\bto be (?:done|"
    r"finished|completed)\b|\bby when\b|\bcoming up\b|\bupcoming\b|\bshould have (?:been )?(?:done|"
    r"finished|completed|closed)\b|\b(?:has|have|got) to (?:be )?(?:done|finish\w*|happen|complete\w*)\b|\bfinish by\b|"
    r"\bends?\b|\bending\b|\bwhen (?:is|are|does|do|will|should|must)\b|\btimescales?\b|\bwhat date\b|"
    r"\bcompletion date\b|\bexpected\b|\bto do by\b|\bon the horizon\b|\bdo by\b|\bscheduled\b|\bhappening (?:in|"
    r"before|by|this|next)\b|\bwhat is on\b|\bfinish(?:es|ing)?\b"
)
WHEN = re.compile(
    r"\bwhen\b|\bby when\b|\bwhat date\b|\bdeadline\b|\bdue date\b|\bhow long\b|\bdue\b"
)
LEAD = _any(
    r"\bwho(?:se)? (?:is |are |was |has |will |would |should |do i |do we |can |is it that |actually )*(?:the |in |"
    r"got |be |being |been )*(?:leads?|leading|led|responsible|charge|owns?|owner|runs?|running|deals?|dealing|"
    r"handles?|handling|looks? after|looking after|covers?|covering|sorts?|sorting|accountable|on the hook|manages?|"
    r"managing|organis\w+|picks? up|contact|speak|talk|ask|fits?|fitting|teach\w*|visits?|visiting|doing|does|"
    r"got|job|tackl\w+|works? (?:on|with)|working on|delivers?|delivering|carries|clears?|clearing|chases?)\b",
    r"^who\b.*\b(?:lead|responsible|in charge|owner|job|contact|speak to|talk to)\b",
    r"\bwho is (?:on|for|behind|over)\b|\bwhose (?:job|action|responsibility|one)\b|\b(?:the )?lead(?:s)? (?:for|on|"
    r"agency|agencies|officer|body|of|is)\b|\bled by who|\bowner\b|"
    r"\bwhich (?:agency|agencies|organisation|partner|body|team|department|service)\b|\bwhat agency\b|"
    r"\bunder whose\b|\bwho gets\b|\bpoint of contact\b|\bresponsible for\b|\blead for\b",
)
PARTNERS_ASKED = re.compile(
    r"\bwho (?:else )?(?:is |are )?(?:helps?|helping|supports?|supporting|involved|the "
    r"partners?)\b|\bpartners? (?:on|for|of|in)\b|\bwhich partners\b|\bwho else\b"
)
LEADS = re.compile(r"\b(?:leads?|leading|led|responsible|owns?|owned|owner|charge|accountable)\b")
SUPPORTS = re.compile(
    r"\b(?:partner|partners|partnering|supports?|supporting|helps|helping|involved|involve|"
    r"assist\w*|contribut\w*|named|backing)\b"
)
AGENCY_ASKED = _any(
    r"\b(?:action|actions|leads?|leading|led|responsible|own|owns|owner|charge|accountable|partner|partners|support|"
    r"supports|supporting|involved|everything|list|all|to do|on the hook|down to|down for|plate|doing|does|do|for|"
    r"jobs|tasks|work|got|have|has|stuff|contribution|commit\w*|signed up|role|their|by|from|assigned|updated|"
    r"reported|owe|owes|behind|share)\b"
)
MINE = _any(
    r"^(?:my|mine|ours)\b|\bmy (?:actions?|stuff|list|jobs|tasks|ones|updates?|overdue|red|amber|green|own|agency|"
    r"team|organisation|late|outstanding|work|lot)\b|\bour (?:actions?|own|stuff|ones|list|agency|jobs|tasks|"
    r"overdue|late|outstanding|red|amber|team|organisation|lot|trust|service)\b|\bmine\b",
    r"\b(?:am|are) (?:i|we) (?:down for|responsible|leading|the lead|on the hook|signed up|supposed|meant|late|behind|"
    r"overdue|lead)\b|\bdo (?:i|we) (?:lead|own|have to|need to|owe|still owe|have (?:on|left|outstanding|"
    r"coming|due))\b|\b(?:i|we) (?:lead|own|owe|are leading|am leading)\b|\bassigned to (?:me|us)\b|\bfor (?:me|us) to\b|"
    r"\bon (?:my|our) (?:plate|list)\b|\bhave (?:i|we) got (?:to|on|left|due|outstanding|any)\b|\bi have to do\b|\bwe have to do\b|"
    r"\b(?:i|we) need to (?:update|report|do)\b|\bdo (?:i|we) do\b|\bwe last (?:report|say|said|update)|\bdid we (?:last )?"
    r"(?:report|say|tell)\b|\bwe are (?:down|late)\b|\bour (?:outfit|lot|mob|crew)\b",
)
COUNT = re.compile(
    r"\b(?:how many|number of|percent|percentage|per cent|proportion|what share|count|fraction|"
    r"how much|tally|total|totals|headline|split by|breakdown|ratio|what are the numbers)\b"
)
SHARE = re.compile(r"\b(?:percent|percentage|per cent|proportion|share|fraction|ratio|headline)\b")
MEASURE = _any(
    r"\b(?:targets?|measures?|measured|baselines?|kpi|kpis|indicators?|readings?|figures?|numbers?|reached so far|so "
    r"far|against|vs|versus|progress to|how far|hit|metrics?|tally|score|stats|success look|success looks|outcomes?|"
    r"trained|goal|goals|aim|aiming|aims|how close|out of|numbers wise|did we get|managed|achieved against)\b"
)
HISTORY = _any(
    r"\b(?:history|timeline|trail|what happened|last (?:report\w*|said|say|update\w*|heard|word|news|note|entry|time)|"
    r"when did|when was|slip|slipped|slips|moved|moving|pushed back|put back|revised|extended|who marked|who said|"
    r"who updated|who reported|who wrote|who closed|who completed|who set|who turned|who changed|who put|who signed|marked|"
    r"since|story|went (?:red|amber|green)|gone (?:red|amber|green)|go (?:red|amber|green)|turn (?:red|amber|"
    r"green)|turned (?:red|amber|green)|why is|why did|why was|why are|why has|reason|how come|previously|originally|"
    r"original (?:date|deadline)|earlier|used to be|back in|what did|got worse|got better|improved|latest note|come off track)\b"
)
CHANGES = _any(
    r"\b(?:what|which|anything|any|whats|how|has|have|list|show|all)\b(?: \w+){0,4} (?:changed|changes|change|moved|"
    r"different|new|shifted|improved|worsened|got worse|got better|gone backwards|slipped|turned)\b",
    r"\bchanges? (?:since|from|between|this|last|in)\b|\bmovements?\b|\bsince (?:q[1-4]|the last|last)\b|\bsince "
    r"(?:the )?(?:first|second|third) quarter\b",
)
COMPARE = _any(
    r"\bcompar\w*\b|\bversus\b|\bvs\b|\bdifference between\b|\bbetter (?:than|or)\b|\bworse (?:than|or)\b|\bside by "
    r"side\b|\bbetter\b.*\bthan\b|\bfaster than\b|\bmore than\b.*\b(?:police|council|sdc|kp)\b|\bagainst each other\b|\bwho is "
    r"(?:doing )?(?:best|worst|better|worse)\b|\bmost (?:red|behind|overdue)\b|\bbest performing\b|\bworst performing\b"
)
OVERVIEW = _any(
    r"\bpriorities\b|\bpriority (?:list|areas)\b|^plan$|\b(?:whole|entire|overall) plan\b|\bhow (?:are|is) (?:we|it|the "
    r"plan|things|everything) (?:doing|going|looking)(?: overall| so far| this (?:year|quarter))?$|\bwhere are we(?: at)?"
    r"(?: overall)?$|\boverall (?:position|progress|picture|status)\b|\bsummary of (?:the )?plan\b|\boverview$|\bwhat is in "
    r"the plan\b|\bfocus(?:ing)? (?:on )?this year\b|\bhow is the plan\b|\bbig picture\b|\bmain (?:aims|areas|themes)\b"
)
SMALL_TALK_MARK = re.compile(r"[\U0001F300-\U0001FAFF☀-➿❤️\s]+")
FOLLOW = re.compile(
    r"^(?:and|what about|how about|same for|also|but what about|ok and|ok what about|plus|then|only|just|now)\b"
)
GLOSS = _any(
    r"\b(?:stands? for|short for|meaning|means?|definition|define|acronym|abbreviation|jargon|spell out|"
    r"explain|expand|in english|when (?:it|they) says?)\b|=|\bwhat (?:on earth )?(?:is|are|was|were) (?:an? |the )?\w+(?: \w+)?$|"
    r"\bwhat (?:is|are) (?:an? )\w+\b"
)
