"""Talk that is not about the plan's actions: danger, people, chat. Only data.

The same form as `cues`: a line is one way of saying it, in normalised text.
"""

from __future__ import annotations

import re

from bot.questions.cues import lines
from bot.questions.words_common import words_of

_WHO = (
    "(?:family|families|man|woman|men|women|lads?|boys?|girls?|kids?|tenants?|couple|lady|bloke|\
      guy|"
    "victims?|offenders?|suspects?|mum|mother|dad|father|husband|wife|teenager|pensioner|resident|"
    "neighbours?|person|people|household|child|children|baby|clients?|perpetrators?|hoarders?|\
      dealers?)"
)
_STREET = (
    "(?:street|st|road|rd|avenue|ave|close|lane|drive|way|court|gardens|crescent|terrace|place|"
    "grove|walk|mews|rise)"
)
_DID = (
    "(?:reported|complained|complaining|grassed|rang in|called it in|phoned in|did it|arrested|"
    "lives|"
    "live|stabbed|died|killed|jumped|reoffended|relapsed|discussed|referred|moved|evicted|rehoused|"
    "housed|charged|convicted|sectioned|caught|living)"
)

PERSONAL = lines(
    r"""
(?:phone|mobile|telephone|contact) numbers?(?! for (?:the )?(?:police|csu|council))
(?:give|send|get|need|want|have|what is) (?:me |us )?(?!the |an? |your |our |my |any |this |\
  that )\w+ \
  (?:mobile|phone|home number|email address)$|^(?!the |an? |your |our )\w+ (?:mobile|\
    home) ?(?:number|phone)?$
(?:home )?address(?:es)? (?:of|for|where)|(?:his|her|their) (?:home )?address|the address
(?:which|what) (?:address|house|flat|refuge|hostel)
(?:which|what) number(?! (?:is|was|did|has|have|are) \w+ ?\d)(?! (?:are|were|do|did|of|should|\
  have|shall|will) (?:we|they|you|the|our|it))
date of birth|dob|nhs number|national insurance|number plate of
who (?:has |have |had |was |were |is |are |got |been |it that )*\
  (?!reported (?:in|for|last|this|since|on time|late|back|lately|recently|so far|yet|everything|\
  all|nothing)\b){did}(?!.*\b(?:update|quarter|q[1-4]|red|amber|green|complete|date|deadline|\
    target|\
  action)\b)
who (?:made|gave) the (?:complaint|report|allegation|call|tip off)
(?:a list of |the |full )?names? (?:and \w+ )?of (?:the |all |any |every |each )?(?:\w+ )?{who}
(?:give|tell|send|get|need|want) (?:me |us )?(?:the |all the |their |his |her )?names?
what (?:is|was|are) (?:the |that )?{who}(?: is| was)? name|what (?:is|was) (?:his|her|their) names?
(?<!men )(?<!people )(?<!those )(?<!anyone )(?<!residents )(?<!adults )(?<!someone )\
  who (?:is|was|are|were) (?:the |that |those |these )?{who}
who (?:the |our |those )?{who} (?:is|are|was|were)|(?:the|our|an?) informants?|the source (?:in|\
  for|of)
who are (?:the )?(?:nominals?|ocg members|burglars|survivors|ones? on)
who (?:is|was|are|were) (?:on|in) (?:the )?(?:iom|marac|cohort|panel list|list|register|\
  prevent list|refuge)
my neighbours? .*(?:list|register|cohort|panel|marac|known)
^(?!how many)(?!.*(?:{work}|\bwe|happened|target|measure|due|deadline|finished) on the)\
  (?!.*(?:red|amber|green|overdue|o(?:n|ff) track|at risk|not started|complete))(?!on the)\
  (?:.* )?on the (?!(?:action|to do|task|red|amber|green|overdue|\
  priority|risk|\
  partner|whole|full|same|short|agency)\b)\w+ (?:list|register|caseload|cohort)
(?:flat|apartment|bedsit|plot) \d+[a-z]?(?! (?:days?|weeks?|months?|percent|actions?))
(?:which|what) (?:family|families|household|households|tenants?|lads?|boys?|girls?|man|woman|\
  men|women|couple|residents?|neighbours?) (?:on|in|at|from|near|round|down|up|keeps?|has|have)
(?:marac|abuse|dv|safeguarding) cases? (?:in|on|at|from|near) (?:my|our|the|a)|everyone on the
(?:which|what) (?:pupil|student|schoolboy|schoolgirl|officer) (?:was|is|got|has|did)
list of (?:victims|names|offenders|addresses|suspects|nominals|families)
(?:which|what) (?:of (?:the|our|your|those|these) )?{who}(?!\w)(?! (?:is|are) this)\
  (?:.*{did}| is| are| was| were|$)
where (?:is|are) (?:the |our |her |a |local |your )*(?:refuges?|safe houses?|women's refuge)
^(?!how many)(?:.* )?(?:people|cases?|names|families) (?:\w+ )?(?:discussed|heard|talked about) \
  (?:at|by|in) (?:the |our )?(?:\w+ )?(?:marac|panel|csu|tasking|meeting)
{told} (?:about|on|with|for) {whose} (?:\w+ )?{client}(?:$| (?:at|in|by|last|yesterday|today|on))
what (?:happened|has happened|is happening|is going on) (?:to|with|at) \
  (?:the|that|those|my|this) (?:[a-z]+ ){0,2}{who}
the (?!whole |entire |troubled )[a-z]+ (?:family|household) \
  (?:at|in|on|from|near|who|with|case|down|up)
(?:at|from|in|of) (?:number|no|flat) \d+[a-z]?
where (?:does |do |did |is )?(?:the |that |this |an? )?{who}(?: \w+){0,6} (?:lives?|living|stays?|\
  staying|moved|went|\
  is now)
where (?:is|was|has|have|are|did|does|were) (?:she|he|the {who}|that {who}) ?(?:been |\
  now )?(?:liv|stay|mov|hous|re|go)\w*
(?:is|was|are|were|she|he|they|if) (?:\w+ ){0,3}known to \
  (?:the )?(?:police|services|social services|you|us|officers)
criminal record|been in prison|previous convictions|got form
(?:the|that) case of (?:the|a|that)|(?:about|in|on|of) case (?:number )?\d+|(?:victims?|\
  offenders?|perpetrators?|\
  witness(?:es)?|informants?) (?:say|said|tell|told)
who (?:is|are) (?:the |our )?(?:\w+ ){1,2}(?:offenders?|perpetrators?|victims?|suspects?|\
  nominals?|hoarders?|\
  dealers?|callers?)$
(?:has|have|was|were|did) (?:the|that|this) {who}(?: \w+){0,4} (?:been )?(?:arrested|charged|\
  evicted|\
  sectioned|rehoused|convicted|sentenced|recalled|released|jailed)
what (?:medication|meds|drugs|treatment) (?:is|was|are) (?:he|she|the|my|that)
^(?!how many)(?:.* )?(?:who|people|names|kids|families|anyone)(?: (?!can|could|should|may|\
  to)\w+){0,4} referred \
  to (?:prevent|channel|marac|the panel|probation|early help)
(?:is|was) (?:the|that|her|his|my) {who} (?:out of (?:prison|jail|custody|hospital|nick)|\
  still (?:in|at|with|\
  on)|on (?:licence|bail|a tag)|back (?:in|with|home))
what school (?:does|do|is|did)
(?:marac|case|crime|custody) (?:number|ref|reference|file|notes|papers|minutes|details)
details (?:of|on|about) (?:the|that|a) (?:case|victim|family|incident|offender|suspect|suicide|\
  death|rape|assault|arrest|stabbing|murder)
(?:list|show|give)(?: me| us)?(?: of)?(?: the| all the| all)? (?:\w+ )?(?:nominals|suspects)
(?:the|that) {who} (?:at|from|on|in|who|that) (?:number )?(?:flat )?\d+
(?:number |flat |at |from )?\d{1,4}[a-z]? (?:[a-z]+ ){1,3}{street}
(?:who|{who}) .*(?:at|on|in|of|from) (?!the |a |our |my |your |this |their |\
  any )(?:[a-z]+ ){1,2}(?:avenue|ave|close|lane|street|road(?! show)|rd|\
  crescent|terrace|gardens|drive|grove|mews)
""",
    who=_WHO,
    street=_STREET,
    work="(?:leads?|leading|progress|reported|report|news|latest|hear|heard|working|update[ds]?|\
      told)",
    did=_DID,
    told="(?:said|say|known?|record(?:ed)?|written|told|decided?|discuss(?:ed)?|done)",
    whose="(?:my|our|his|her|this|that|a|the)",
    client="(?:client|victim|tenant|patient|lad|girl|boy|man|woman|family|son|daughter|husband|"
    "wife|mum|dad|nan|case)",
)
"""Questions about identifiable people: the plan holds none, and the bot must not be a way in."""

TITLED = re.compile(r"\b(?:(?i:mr|mrs|ms)\.? (?i:[a-z])|(?:Miss|Master) [A-Z])")
"""A title with a name."""
ABOUT_PERSON = lines(r"""
victims?|survivor|offender|suspect|perpetrator|tenant|dealing|dealer|causing|trouble|missing|barred
known|arrested|living|lives?|case|file|housed|moved|evicted|convict\w*|charged|record|history|\
  relapsed
drinking|using|referred|on (?:the )?(?:list|marac|iom|panel|cohort|register)|tell me (?:about|\
  everything)
who is|who was|where|what happened|what did|how is|still|dangerous|partner|husband|wife|children|\
  kids|treatment|\
  attend\w*
engag\w*|reoffend\w*|happened to|his|her|he|she|marac|prison|custody|out yet|been|seen|has|did|\
  was|does|say
""")

OF_WORK = lines(r"updat\w+|leads?|leading|actions?|[a-z]{2,3} ?\d{1,2}")
"""An officer may be named in a question about work: "has Kelly updated ASB3"."""

PLAN_TALK = lines(r"""
plans?|planned|actions?|priority|covered|covers?|what are we|are we doing|we doing|who leads|\
  leads?|owner
on track|updates?|progress|strategy|what is being done|what are (?:you|they)|anything (?:on|\
  about|for|in)
work on|doing about|overdue|target|how many|which|compare|versus|vs|what is happening|helping|\
  the partnership do|\
  prevention|messages
""")
"""Talk about the plan, not about something happening to the speaker."""
TOLD = lines(r"""
(?:there (?:is|are)|some\w*|he|she|they|it is|an?|my|i|we|help|please|two|three|the)
""")
"""Begins an account of something, not a question about the plan."""
NOW = lines(r"""
right now|as (?:we speak|i type)|happening now|at this (?:very )?moment|going on now|just (?:now|\
  this minute)|urgent(?:ly)?
help(?: me| us| please)?$|^help|please help|need help|(?:come|be|please|get here) quick\w*|quick!|\
  this minute|still (?:here|\
  outside|inside)
""")
DANGER = lines(r"""
fight\w*|knife|gun|stab\w*|attack\w*|hitting|beating|beaten|punch\w*|threaten\w*|\
  strangl\w*|bleeding
kick\w*|batter\w*|the door (?:in|down)|stabbing|lamping|knocking lumps
unconscious|collapsed|overdos\w*|od|not breathing|smash\w*|break(?:ing)? in\w*|brok\w+ in\w*|\
  burglar\w*|intruder
on fire|set fire|fire|jump\w*|kill\w*|rob\w*|mugg\w*|weapon|machete|bomb|shoot\w*|shot|screaming|\
  hurt\w*
following me|chasing|suicidal|end it|dying|raped?|assault\w*|drunk\w*|dealing|stealing|nicking|\
  dumping|crash\w*
""")
VICTIM = lines(
    r"""
i (?:have|just|was|am|got|being|been) (?:just |been |being |got )*(?:burgled|robbed|mugged|\
  attacked|assaulted|raped)
i (?:have|just|was|am|got|being|been) (?:just |been |being |got )*(?:stabbed|beaten|hit|\
  threatened|followed|stalked)
i (?:have|just|was|am|got|being|been) (?:just |been |being |got )*(?:scammed|conned|spiked|\
  abused|groomed|hurt|punched)
i am (?:scared|frightened|in danger|hurt|afraid|not safe)|(?:scared|afraid|frightened) of my
my (?:husband|wife|partner|boyfriend|girlfriend|ex|dad|father|mum|son|bloke|fella) .*(?:hit\w*|\
  beat\w*|threat\w*|hurt\w*)
my (?:husband|wife|partner|boyfriend|girlfriend|ex|dad|father|mum|son|bloke|fella) .*(?:punch\w*|\
  kick\w*|strangl\w*|kill)
my (?:\w+ )?(?:house|flat|shed|car|van|bike|phone|bag|purse|garage|home|shop|bin|\
  converter) .*{taken}
(?:someone|somebody|some \w+|he|she|they|a man|men|people) (?:is |are |has |\
  have )*(?:just )?{doing}(?! (?:while|when|whilst|last|to the|and took|and stole))
(?:about to|going to|threatening to|trying to|wants to) (?:jump|kill|stab|hurt|shoot|\
  break in|get in|hit (?!\d|the target|our|target))
(?:following|chasing|attacking|threatening|hitting|hurting|strangling) me
(?:he|she|they|someone|somebody|bloke|man|ex) (?:has |have |is |keeps? |just |did |)*(?:hit|\
  punch\w*|kick\w*|slap\w*|bit|pushed|grabbed|stabbed|strangled|choked|cut|hurt\w*|beat\w*) me
(?:i am|we are|me) (?:\w+ )?(?:hiding|trapped|barricaded) (?:in|from|under|behind|inside|with)
(?:there is|there are|with) (?:an? |some )?(?:\w+ ){0,3}(?:with|has|have|carrying|waving) \
  (?:an? )?(?:knife|knives|gun|machete|weapon|sword|axe)
(?:has|have) just (?:hit|punched|attacked|beaten|stabbed|threatened|kicked|strangled|raped|robbed)
there is (?:an? |some )?(?:\w+ )?fire (?:in|on|at|behind|near|by|outside|under)(?: \w+)+$
there is (?:been )?(?:an? |some |another )?(?:\w+ )?(?:fight|stabbing|attack|assault|riot|brawl|\
  robbery|\
  break in)(?: \w+){0,4}$
(?:house|flat|building|block|car|van|kitchen|shed|school) .*(?:is|are) on fire|is on fire
unconscious|not breathing|bleeding|smell of (?:burning|gas|smoke)|smell gas|went up in flames
(?:{one}) (?:has |have |is |just |being |getting |been )*(?:collapsed|overdosed|passed out|fitting|\
  stopped breathing|having a fit|getting beaten|beaten up|turned blue)
(?:{one}|a \w+) (?:has |have |is |was |got )*(?:just |now )?(?:been )?(?:stabbed|shot|attacked|\
  glassed|\
  assaulted|mugged|robbed|run over|knocked down|raped)(?! (?:last|on|in|at) )
(?:{one}) is (?:just |now )?being (?:beaten|attacked|robbed|stabbed|mugged|assaulted|\
  strangled|chased)
(?:kicking|breaking|smashing|banging|hammering|battering) (?:down |in |on |at )?(?:my|our) \
  (?:\w+ )?(?:door|window|gate)
(?:{one}) (?:will|can|does|is) not (?:wak\w*|breath\w*|respond\w*|moving)|unresponsive
trying to (?:get|break|force|climb|kick) (?:\w+ )?(?:in|into|through) (?:my|our|next door)
(?:smoke|flames) (?:is |are )?(?:coming|pouring|billowing|pumping|shooting|rising|everywhere|in my)
my (?:\w+ )?(?:daughter|son|child|kid|mum|dad|husband|wife|boy|girl|nan|grandad) .*(?:missing|\
  not come home)
(?:car|bike|van|moped|phone|bag|caravan|trailer|quad) (?:has |have |is )?just (?:been|\
  got) (?:stolen|\
  nicked|taken|broken into)
my (?:ex|ex \w+|husband|wife|partner|boyfriend|girlfriend) is (?:outside|at|back at|\
  banging on) (?:my|the) \
  (?:door|house|window|flat)|i can smell (?:burning|gas|smoke)
\w+ \w+ .*what (?:do|should) i do(?: now)?$
standing on the (?:bridge|edge|parapet|platform edge|roof)|on the (?:bridge|roof) .*jump
(?:she|he|they) (?:is|are) (?:too |so |really )?(?:scared|frightened|terrified|afraid|petrified)
(?:partner|husband|wife|ex|boyfriend|girlfriend|dad|father|bloke) (?:just )?(?:hit|punched|beat|\
  attacked|kicked|strangled) \
  (?:her|him|them) (?:last night|today|this morning|again|just now|tonight)
(?:has |have )?(?:taken|took|swallowed|had) (?:all |too many )?(?:of )?(?:his|her|their|my|some|\
  loads of|a load of|the) \
  (?:\w+ )?(?:tablets|pills|meds|medication|overdose)
^(?!(?:what|which|who|where|when|how|why)\b)(?:.* )?(?:has|having|got|with|carrying|waving|holding|\
  brandishing|pulled) (?:got )?(?:an?|the) {arms}(?! \
  (?:crime|bins?|carrying|arches|sweep|problem|issue))
(?:fighting|armed|chasing|threatening|attacking)(?: \w+){0,4} with (?:knives|guns|machetes|axes|\
  bats|\
  hammers|swords|weapons|blades)
(?:just|now) (?:rung|rang|called|phoned|texted|told|messaged|came|come|walked|run|ran|been|seen|\
  heard)\
  (?: \w+){0,14} {danger}
(?:has|have|was|were|is|are|got|getting) (?:just |now )?(?:been |being )?(?:collapsed|unconscious|\
  bleeding|overdosed|robbed|stabbed|mugged|attacked|shot|dragged|pulled|snatched|glassed|assaulted)\
  (?: \w+){0,5} (?:now|just now|minutes? ago|outside|upstairs|in the (?:hall\w*|street|road|\
    car park|\
  office|reception|toilets?|foyer|corridor))
(?:has|have) just (?:been )?(?:robbed|stabbed|mugged|attacked|shot|dragged|pulled|snatched|\
  assaulted|\
  pushed|thrown|hit|jumped|collapsed|fallen|taken)
(?:there is|there are) (?:people|lads|kids|men|someone|somebody|a \w+)(?: \w+)? (?:climbing|\
  breaking|smashing|\
  fighting|attacking|stealing)(?: \w+)* (?:now|outside)
(?:i|we) can (?:see|hear)(?: \w+){0,6} (?:screaming|shouting for help|fighting|breaking|smashing|\
  climbing|attacking|gunshots?|shots|being|stealing|robbing|setting)
(?:will|can|does|would) not wake(?: up)?|(?:shed|bins?|car|house|flat|building|garage|hedge|field|\
  barn|\
  kitchen|van|caravan|shop|roof) (?:is |are )?on fire
(?:taken|had|took) an overdose|(?:wants?|going|about|ready|threatening) to (?:end it|end his|\
  end her|\
  end their|die|top (?:him|her|them)self)
(?:is|was|are) (?:kicking|smashing|breaking|trying|banging|battering|hammering|forcing) (?:down |\
  in |at |\
  on )?(?:the |her |his |their |my )(?:\w+ )?(?:door|window|gate)s?
(?:in|at|round) my (?:\w+ )?(?:garden|house|drive|door|shed|hallway|kitchen|\
  flat)(?: \w+){0,3} (?:trying|\
  shouting|threatening|smashing|with)
(?:do|does) not feel safe|(?:is|are|was) not safe (?:at home|here|now|there|tonight)
(?:there is|there are)(?: \w+){0,3} on fire
(?:there is|there are|i think|we think)(?: \w+){0,5} (?:is |are |been |being )?(?:on fire|stabbed|\
  shot|fighting|attacked|robbed|beaten up)$
(?:is|are) on fire|(?:they are|he is|she is|someone is|somebody is|kids are|lads are) (?:setting|\
  starting) \
  (?:fire|fires|light)
(?:need|want|get|send) (?:the )?(?:police|ambulance|help|fire brigade|officers?) (?:now|here|\
  quick\w*|\
  asap|urgently|please)
said (?:he|she|they|hed|shed|theyd)(?: will| would| is going to| are going to)? (?:stab|kill|hurt|\
  shoot|\
  burn|\
  smash) (?:me|my|us)
(?:will|would|can|could|does|did) not (?:open|unlock) the door (?:and|because|cos)|\
  inside with (?:her|him|\
  them|the kids)|(?:will|would) not let (?:her|him|them|me) (?:out|go|leave)
(?:exposing|flashing|dumping|attacking|fighting|smashing|threatening|stealing|\
  driving)(?: \w+){1,8} \
  (?:now|just now|at the moment)$
(?:dad|mum|father|mother|stepdad|partner|boyfriend|husband|uncle|ex) (?:hits?|beats?|hurts?|\
  punches|\
  kicks) (?:him|her|them|me)(?: \w+){0,6} (?:scared|frightened|afraid|terrified)
(?:drunk|drunken) (?:driver|bloke|man|woman|lad) (?:has |have )?just (?:left|driven|got|drove)
kill (?:me|myself|himself|herself|themselves)(?! .*prevent)|i want to die|end my life
""",
    arms=r"(?:knife|gun|machete|weapon|axe|sword|hammer|bat|shotgun|firearm|blade)",
    danger=r"(?:knife|gun|machete|hit|hits|hitting|beat\w*|kick\w*|attack\w*|threaten\w*|tablets|"
    r"pills|overdose\w*|end it|kill\w*|suicid\w*|follow\w+|chas\w+|collapsed|bleeding|burgled|\
      robbed|"
    r"stabbed|raped|strangl\w*|smash\w*|break\w* in)",
    one="lad|girl|boy|man|woman|bloke|kid|mate|friend|neighbour|guy|she|he|someone|somebody|lady|\
      child|"
    "teenager|pensioner|my \\w+",
    taken=r"(?:broken into|burgled|stolen|nicked|robbed|set on fire|smashed|vandalised|taken|gone)",
    doing=r"(?:breaking in\w*|broken in|broke in|smashing|attacking|attacked|stabbed|being \w+ed|"
    r"got a (?:knife|gun|"
    r"machete)|threatening|collapsed|bleeding|at my door|following me|chasing|overdosed)",
)
REPORT = lines(
    r"""
(?:want|need|like|trying|where do i|how do i|how can i|can i|how do we|who do i|where can i|way|\
  how) {to}report {thing}
(?:where|how|who) (?:do|does|can|should|would|could|must|did) (?!staff|front|partner|officers|\
  agenc|leads?)(?:\w+ ){1,2}report {thing}
report a (?:crime|theft|burglary|stolen|break|fight|robbery|mugging|assault|fly|missing)\w*
(?:who|what number|which number) (?:do|should|shall|can|would) (?:i|we) (?:call|ring|phone|tell|\
  dial|report)(?! (?:to )?(?:about|for|regarding|re) (?!an? |my |some))
(?<!agency )(?<!organisation )(?<!partner )(?<!team )(?<!body )(?:should|shall|do) i \
  (?:call|ring|phone|dial)|who to (?:call|ring|phone|tell)
(?:^|please |should i |do i |need to |can you |can someone )(?:call|ring|dial|phone|\
  send) (?:me )?(?:999|the police|an ambulance|police|help|\
  the fire brigade)(?! every)
send (?:someone|somebody|a car|an officer|officers)|is this an emergency|it is an emergency
""",
    to=r"(?:\w+ ){0,3}",
    thing=r"(?:an? |my |some|this|it|that|the |drug|anti|asb|fly|suspicious|dumped|abuse|someone|"
    r"hate|crime|theft|$)"
    r"(?!.*\b(?:progress|quarter|q[1-4]|action|update|reading|figures)\b)\w*",
)

THANKS = words_of(
    """
    thanks thank cheers ta great lovely brilliant brill nice perfect good job ace fab cool
    m8 xx
    obliged grateful smashing splendid fantastic beauty diamond hero genius
    obliged grateful indebted
    helpful appreciated wonderful excellent super sorted sound champion magic spot bye goodbye
    night see later safe legend star useful awesome tidy sweet grand superb fantastic welldone
    done well cheerio laters tata clear amazing much very appreciate helped love
    """
)
GREETINGS = words_of(
    """
    hi hello hey hiya morning afternoon evening yo alright howdy oi greetings hola sup wagwan
    ello day there u
    """
)
FILL = words_of(
    """
    you so much very a the that is it all for one on of bot mate there to how are this good me
    and again really i am now just ok okay right everyone team folks everybody please what up
    not bad was then lot lots in at your youre help man bruv guys sir going things today bud pal
    have do we be with no problem worries yes hope hoping well keeping x xx
    """
)
HOW_ARE_YOU = frozenset({"how are you", "how are you doing", "how are you today", "what is up"})
NODS = frozenset(
    {"ok", "okay", "yes", "no", "right", "got it", "no problem", "all good", "no worries"}
)
HELP = lines(r"""
(?:what|which) commands(?: \w+){0,3}$|list (?:of )?commands|how do you work
^(?:help|help me|please help|menu|options|commands|instructions|start|info|help please)$
what (?:can|could|do|will) (?:you|this|it|the bot|this bot) (?:do|answer|tell|know|help|\
  cover)(?: (?!about|on|for|with|when|if|to|of)\w+){0,3}(?: with| about| on)?$
what (?:can|could|should|do|shall) i (?:ask|type|say|do|put|use)\
  (?: (?!about|on|for|with|when|if|to|of)\w+){0,3}(?: with| about| on)?$
how (?:do|does|can|should) (?:you|this|it|the bot|this bot|this thing) work|how do i (?:use|work|\
  ask|get started|start)
who are you$|what are you$|(?:who|what) are you (?:bot|exactly|then)$|are you (?:a |an )?(?:bot|\
  human|robot|real|person|ai)|\
  can you help(?: me)?$
i need (?:some )?help$|what is this(?: bot| thing)?$|what sort of (?:questions|things)|(?:show|\
  give) (?:me )?examples?$
""")
HOW_TO_UPDATE = lines(r"""
how (?:do|can|should|would) (?:i|we|you) (?:\w+ ){0,2}(?:update|log|record|submit|send in|mark|\
  change|enter|add)
how (?:do|can|should|would) (?:i|we|you) report (?:progress|on|an update|my|our)
^(?:please )?(?:mark|set|turn|change|make) [a-z]{2,4} ?\d+ (?:as |to |is )?(?:green|amber|red|\
  complete|done|blue|on|at|off).*
(?:can|could) (?:you|i|we) (?:mark|set|change|update|record|log) .*
where do (?:i|we) (?:put|enter|send|log|submit) .*(?:update|progress|return|figures)
""")

EMOJI_ONLY = re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F\u2764\s]+")
