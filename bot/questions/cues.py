"""The small words that say what is asked of the plan: patterns over normalised text, only data.

`bot.questions.words.normal` has already written out contractions and phone spellings. A line of a
block is one way of saying it, matched as whole words; `questions` decides between the groups.
"""

from __future__ import annotations

import re

from bot.core.status import Status


def lines(block: str, **names: str) -> re.Pattern[str]:
    """One pattern from a block: each line an alternative of whole words; `{names}` filled in.

    A backslash at a line's end joins the next line to it.
    """
    joined = re.sub(r"\\\n\s*", "", block)
    parts = [part.strip() for part in joined.strip().splitlines()]
    for name, value in names.items():
        parts = [part.replace("{" + name + "}", value) for part in parts]
    return re.compile("|".join(rf"(?<!\w)(?:{part})(?!\w)" for part in parts))


_SHOULD = "(?:should|supposed to|meant to|needs? to|must|has to|have to)"

STATUS: tuple[tuple[re.Pattern[str], tuple[Status | None, ...]], ...] = (
    (
        lines(r"""
        (?:red|reds|off track|offtrack|off target|failing|failed)(?! (?:diesel|lion|tape))
        """),
        (Status.OFF_TRACK,),
    ),
    (
        lines(r"""
        (?<!adults )(?<!adult )(?<!children )(?<!land )(?<!people )(?<!child )\
          at risk(?! of (?!missing|not|slipping|failing|being late))
        (?:amber|ambers|atrisk|yellow|orange)
        """),
        (Status.AT_RISK,),
    ),
    (
        lines(r"""
        (?:green|greens|on track|ontrack|on target|on schedule|going to plan)\
          (?! (?:belt|spaces?|to))(?! for (?:the (?:target|year|deadline|end|date)|our|its|this|\
            an?|completion|\
          delivery|q[1-4]))
        """),
        (Status.ON_TRACK,),
    ),
    (
        lines(r"""
        (?<!not )(?<!yet )(?:complete|completed|finished|closed|achieved|ticked off)
        (?<!not )(?<!and )blues?
        (?<!not )(?:all done|wrapped up|fully done|is done|are done|been done|done and dusted)
        (?<!not )(?<!been )delivered
        did (?:we|they|you|i|the \w+|\w+) (?:\w+ )?(?:finish|complete|close|deliver|achieve)
        (?:on track|green|complete\w*|finished) (?:or|and|plus) (?:already )?done
        done (?:or|and|plus) (?:on track|green)
        (?:percent|percentage|how many(?: of)?) (?:actions |of )?(?:\w+ ){0,4}done(?: so far| \
          already| overall|$)
        """),
        (Status.COMPLETE,),
    ),
    (
        lines(r"""
        not (?:yet |been )*(?:started|begun|got going|kicked off)|unstarted
        (?:yet|still) to (?:start|begin)
        """),
        (Status.NOT_STARTED,),
    ),
    (lines(r"(?:deferred|on hold|paused|postponed|suspended|put off)"), (Status.DEFERRED,)),
    (lines(r"(?:cancelled|dropped|abandoned|scrapped)"), (Status.CANCELLED,)),
    (
        lines(r"""
        in trouble|struggling|slipping|problems?|issues?|worr\w+|concerns?|going wrong|badly
        (?:biggest|top|main|key) (?:\w+ )?risks?|not (?:going|doing) (?:so |too |very )?well|\
          falling behind|fallen behind|\
          behind|bad news|\
          needs? attention|stuck|trouble|(?:un)?likely to (?:miss|slip|fail|be late|make it)
        not on track|not on schedule|not green
        """),
        (Status.OFF_TRACK, Status.AT_RISK),
    ),
    (
        lines(
            r"(?<!not )going well|(?<!not )doing well|(?:many|which|what|all|any|rest|most|ones|\
              actions) (?:is|are) (?:all )?\
          (?:fine|ok|okay|alright|good)$|\
          good news|went well|success stories|successes|wins"
        ),
        (Status.ON_TRACK, Status.COMPLETE),
    ),
)
"""Words -> statuses; the last two groups are weak: they need a plural question beside them."""

NOT_COMPLETE = lines(r"""
not (?:yet )?(?:been )?(?:complete|completed|finished|done|closed)
incomplete|unfinished|outstanding|still open|still to do|open actions|left to do|remaining
still (?:not (?:done|finished|complete)|in progress|live|going|to be done)
""")
NO_UPDATE = lines(r"""
(?:no|without(?: an| any| a)?|zero|had no|missing(?: an)?|never had(?: an| any)?) (?:updates?|\
  reports?|returns?)
(?:no|without(?: an| any| a)?) (?:progress reported|news|feedback|entry|entries)
(?:not|never|yet to|still to|failed to) (?:yet |been |have |had |an? )*(?:update\w*|updating|\
  report\w*)
(?:not|never|yet to|still to|failed to) (?:yet |been |have |had |an? )*(?:sent|submitted|\
  returned|heard)
(?:not|never|yet to|still to|failed to) (?:yet |been |have |had |an? )*(?:responded|replied|\
  filled in)
(?:nobody|no one|noone) (?:has |have )?(?:yet )?(?:updated|reported|sent)
silent|unreported|gone quiet|radio silence|heard nothing|awaiting|non (?:reporters|returners|\
  responders)
(?:said|sent|reported|given us) nothing
(?:do|what do) (?:we|i) (?:still )?owe|(?:does|do) (?:\w+ ){1,4}?(?:still )?owe
(?:have|has) (?:\w+ ){1,4}?(?:updated|reported(?: on)?) (?:everything|all)
(?:not|never) (?:yet |been |have |had )*touched|(?:still )?waiting (?:to hear|for news|\
  on an? update|\
  for an? update)|yet to hear|are (?:we|they|all) (?:all )?up to date
(?:worst|slowest|slow|bad|poor|poorest|laziest|hopeless) (?:at|with|in|for) \
  (?:sending|reporting|updat\w+|replying|responding|returns?|reports?)
still (?:has|have|needs?|got) to (?:report|update|respond|reply|send)
never (?:got round to it|did|replied|got back)|longest since|waiting longest
nothing (?:outstanding|reported|back|heard|in|received|from)|who (?:still )?owes?|chase|chasing
(?:have|has) (?:we|everyone|everybody|all (?:the )?(?:agencies|partners|leads)) \
  (?:all )?(?:updated|reported|sent)
needs? to (?:be )?(?:updated?|report(?:ed)?)
(?:behind|late) (?:with|on|in) (?:the |their |its )?(?:reporting|updat\w+|returns?|reports?)
(?:which|what) (?:actions?|ones?) (?:has|have) (?:been )?wait\w+|^(?:everyone|everybody|all) \
  (?:reported|updated|sent)
(?:who|which \w+) (?:is|are|has|have) (?:all |fully |not |bang |completely |\
  totally )*(?:up to date|reported everything|\
  reported (?:in full|on everything))
(?:missing|outstanding|late) (?:returns?|updates?|reports?)|needs? (?:updating|an update)
""")
NONE_THEN = lines(r"""
miss(?:ed|ing)?(?! (?:\w+ )?(?:targets?|deadlines?|dates?))|skip\w*|nothing|up to date|\
  outstanding|all in
(?:gaps?|holes?|blanks?) in (?:the )?(?:reporting|returns|updates)
""")
"""With a quarter: which actions had no update in it."""
HAS_UPDATE = lines(r"""
(?:have|has|had) (?:been |had )?(?:reported|updated|an? update|updates)|with an? update
(?:have|has|had|with) (?:had )?(?:at least |just |only )?(?:one|some|any|a single|more than one|\
  several) \
  (?:updates?|reports?)
(?:have|has|had) sent (?:in )?(?:an |their )?(?:update|return)s?|who (?:updated|reported)
""")
REPORTED_FOR = lines(r"""
(?:were|was|been|got|have|has|did|who|which \w+|agencies|partners|all) (?:\w+ ){0,3}?(?:updated?|\
  reported?|returned|sent (?:\w+ )?in|submitted|responded)
updates? (?:received |sent |given |made )?(?:in|for|during) (?:the )?(?:q[1-4]|first|second|third|\
  last|this)
""")
"""With a quarter: which actions had an update in it."""
STILL_TO_COME = lines(r"due|deadlines?|by|before|finish(?:es|ing)|should|supposed|expected|coming")
OVERDUE = lines(r"""
overdue|over due|overrun\w*|overran|ran over|behind schedule|out of time|running late
(?:past|beyond|after) (?:its|their|the|our|it is)? ?(?:due|deadline|date|due date|end date)
past due|gone (?:over|past)|should be done by now|by now
miss(?:ed|ing)? (?:its|their|the|a|an|our|any|some|all)? ?(?:due |target )?(?:deadlines?|dates?)
(?:deadlines?|due dates?) (?:that |which )?(?:have |has |had |did |were |was )?(?:\w+ ){0,2}?\
  (?:missed|passed|gone|miss)
(?:is|are|running|what|any|anything|all|actions|ones|ours|mine|everything|many|anyone|anybody|\
  most) late(?! (?:at|night|licen))
late (?:ones|(?:\w+ ){0,3}actions|stuff|on|with|and)|(?:and|but|or) late$|^late$|(?:are|am) (?:we|\
  i) late
""")
DUE = lines(
    r"""
due|deadlines?|by when|coming up|upcoming|timescales?|what date|completion date|expected|do by
needs? (?:doing|finishing|to be done|to finish|to happen)|to be (?:done|finished|completed)
{should} (?:have )?(?:been |be )?(?:done|finish\w*|completed?|closed|happen\w*|report\w*|\
  deliver\w*)
when (?:is|are|does|do|will|should|must)|end(?:s|ed|ing)?|finish(?:es|ing)?|finish by|scheduled|\
  on the horizon
(?:have|has|having|got|need|needs) to (?:do|deliver|finish|complete|get done)(?: \w+){0,2} \
  (?:this|next|by|before|in|till|until)
happening (?:in|before|by|this|next)|got to be done|with an? (?:\w+ ){1,3}(?:date|deadline)|\
  what is on (?:for|in|this|next)|\
  ^anything (?:for|in|by|before|at|on) \w+$
""",
    should=_SHOULD,
)
DUE_DATES = lines(r"due|deadlines?|timescales?|dates?")
DID = lines(r"did (?:we|they|you|i|the \w+|\w+) (?:\w+ )?(?:finish|complete|close|deliver|achieve)")
DUTY = lines(
    r"""
{should} (?:\w+ )?(?:have )?(?:been |be )?\w+
to be (?:done|finished|completed|closed)
""",
    should=_SHOULD,
)
WHEN = lines(
    r"^when|\w\w when$|when (?:is|are|was|were|does|do|will|should|must|has|can|did)"
    r"|how (?:many (?:days|weeks)|much|long)(?: \w+){0,4} (?:late|overdue|left|to go|until|over)"
    r"|by when|what date|deadlines?|(?:due|end|finish|completion) date|how long|due|timescale"
)
LEAD = lines(
    r"""
who(?:se)? {be}(?:leads?|leading|led|responsible|charge|owns?|owner|runs?|running|deals?|dealing)
who(?:se)? {be}(?:handles?|handling|looks? after|looking after|covers?|covering|sorts?|sorting)
who(?:se)? {be}(?:heads?(?: up)?|heading(?: up)?|accountable|on the hook|manages?|managing|\
  organis\w+|picks? up|report\w*|contact|speak|\
  talk|ask)
who(?:se)? {be}(?:fits?|fitting|teach\w*|visits?|visiting|doing|does|got|job|tackl\w+|\
  works? (?:on|with))
who(?:se)? {be}(?:working on|delivers?|delivering|clears?|clearing|has|fund\w*|check\w*|goes|\
  carr\w+)
^who .*(?:leads?|responsible|in charge|owner|job|contact|speak to|talk to)
who (?:do|does|should|can|could|would) (?:\w+ ){1,3}(?:ring|call|phone|ask|e ?mail|contact|speak|\
  talk|write)
who is (?:on|for|behind|over)|whose (?:job|action|responsibility|one)|led by who|owner|who gets
(?:the )?leads? (?:for|on|agency|agencies|officer|body|of|is)|which one leads|(?:that|\
  who) leads? (?!by)|responsible for|\
  (?:is|was) (?:that|it|this) (?:us|ours|them|down to us) or
which (?:agency|agencies|organisations?|orgs?|partners?|body|bodies|teams?|department|services?)|\
  what agency|^(?:who does what|(?:lead agencies|leads))\b|(?<!\bwe )(?<!\bi )(?<!they )leads$
under whose|point of contact|in charge of
""",
    be=r"(?:(?:is|are|was|has|will|would|should|do i|do we|can|the|in|be|being|been|actually|"
    r"meant to|supposed to|due to|down to|to) )*",
)
FIRE_BODY = re.compile(
    r"\bfire(?= (?:vs?\.?|versus|actions?|leads?|do|does|doing|have|has|update[ds]?|"
    r"and (?:the )?police)\b)"
    r"|\bfire(?= (?:red|amber|green|o(?:ff|n) track|at risk|complete|finished|overdue)\b)"
    r"|(?<=led by )fire\b|(?<=completed by )fire\b|(?<=finished by )fire\b|\
      (?<=reported by )fire\b|(?<=owned by )fire\b|(?<=does )fire\b(?= (?:lead|own|have|owe))"
    r"|(?<=has )fire\b(?= (?:got|done|made|had|given|said))"
    r"|(?<=have )fire\b(?= (?:got|done|made|had|given|said))|\bfire(?='s (?:actions|list|measures))"
    r"|(?<=vs )fire\b|(?<=versus )fire\b|(?<=police and )fire\b|(?<=than )fire\b",
    re.IGNORECASE,
)
"""Where "fire" is the service: "fire vs trading standards"."""
PARTNERS_ASKED = lines(r"""
how many (?:partners|supporters|agencies (?:are )?(?:support\w*|help\w*))|number of partners
who (?:else )?(?:is |are )?(?:helps?|helping|supports?|supporting|involved|the partners?)
partners? (?:on|for|of|in)|which partners|who else|who are the partners
""")
LEADS = lines(r"leads?|leading|led|responsible|owns?|owned|owner|charge|accountable|lead on")
OF_A_QUARTER = lines(r"""
(?:sum up|summar\w+|overview|recap|picture|position|state of play|where were we|headlines?)
^q[1-4](?: (?:update|report|results?|please))?$
""")
"""With a quarter: how the whole plan stood at its end."""
SUPPORTS = lines(r"""
partners?|partnering|supports?|supporting|helps|(?<!early )help|helping|assist\w*|contribut\w*|\
  backing
""")
AGENCY_ASKED = lines(r"""
actions?|leads?|leading|led|responsible|own|owns|owner|charge|accountable|partners?|supports?
supporting|helping|involved|everything|list|all|to do|on the hook|down to|down for|plate|does|do
for|doing|we on|works? with|called|renamed|replaced|became|still exist|exist|under
jobs|tasks|work|bits?|name|part|got|have|has|stuff|contribution|commit\w*|signed up|role|their|by|\
  from|assigned
updated|reported|owe|owes|behind|share|targets?|measures?|kpis?
""")
AGENCY_STRICT = lines(r"""
(?:is|are) (?:the )?(?:\w+ ){1,4}(?:in|part of|named in|mentioned in) (?:the|this|our) plan
actions?|leads?|leading|led|owns?|partners?|responsible|supports?|has to do|have to do|down to|\
  down for
compar\w+|(?:better|worse) (?:\w+ ){0,3}than|doing (?:better|worse)|versus|vs|signed up|\
  involved in|on the hook|together|jointly
(?:what|which) (?:part|role) (?:do|does|is|has)|(?:part|role) (?:of|in|on)
(?:asked|expected|supposed|meant|due) to (?:help|do|support|deliver|contribute)
""")
DOING = lines(
    r"(?:what|anything) (?:is|are|has|have|did|do|does) .* (?:doing|done|do|working) "
    r"(?:about|on|for|in|to)"
)
"""What an agency does about something: beside a priority named outright, its actions there."""
BODY_ASKED = lines(r"""
what (?:do|does|are|is) .*(?:do|doing|for|role|part)|(?:do|does|is|are) .*\
  (?:in the plan|part of|on board)
""")
MINE = lines(r"""
^(?:my|mine|ours)$
(?:my|our) (?:actions?(?! plan)|stuff|bits?|name|part|list|jobs|tasks|ones|updates?|overdue|red|\
  amber|green|\
  agency|team|\
  late)|(?:my|our) own(?: actions?| ones| list|$)
(?:my|our) (?:targets?|measures?|figures|deadlines?|due dates?|numbers)
(?:my|our) (?:organisation|outstanding|lot|trust|service|outfit)|(?:by|of|from|and|with) us|us and
(?<!opposite )(?<!next to )(?<!near )(?<!like )(?<!than )(?<!behind )(?<!of )(?:mine|ours)
(?:anything|any|which|what|ones|all|everything|something|list) of (?:mine|ours)
of (?:mine|ours)(?= (?:are|is|that|which|due|late|overdue|have|has|red|amber|green))
(?:am|are) (?:i|we) (?:down (?:for|as|to)|responsible|leading|the lead|on the hook|signed up|\
  supposed|\
  meant|late)
(?:am|are) (?:i|we) (?:behind|overdue|lead)|i have to do|we have to do|we are (?:down|late)
do (?:i|we) (?:lead|own|support|help|partner|contribute|have to|\
  need to(?! chase| speak| talk| ring| contact| nudge| ask)|owe|still owe)
do (?:i|we) have (?:left|outstanding|coming|due)|do (?:i|we) have on(?: (?:our|my)|$)
^what do (?:i|we) (?:\w+ )?do(?: in the plan)?$|what (?:else )?do (?:i|we) do in the plan
(?:i|we) (?:lead|own|owe|are leading|am leading)|(?:assigned|for|down) to (?:me|us)|for (?:me|\
  us) to
on (?:my|our) (?:plate|list)|have (?:i|we) got (?:to(?! with| on)|on$|left|due|\
  outstanding|any)
(?:have|has) (?:i|we|my agency) (?:got )?(?:anything|something|much|owt) (?:to do|on|due|left|\
  outstanding)
(?:i|we) need to (?:update|report|do)|we last (?:report\w*|say|said|update\w*)|\
  did we (?:last )?(?:report|say)
have (?:i|we) (?:not |yet )?(?:said|sent|reported|submitted|told)(?! all)
us or (?:the )?\w+|or us$|belongs? to us|are (?:we|i) up to date|are we (?:doing )?(?:better|\
  worse|ahead|behind) (?:than|of)|\
  are we (?:supporting|partners?|involved)
""")
OURS = lines(r"we|our")
OWN_PART = lines(r"""
i|my|me|mine|lead|leads|leading|led|own|owe|responsible|down (?:for|as|to)|on the hook|partner\w*
support\w*|help\w*|contribut\w*|signed up|involved|(?:by|of|from|and|with) us|us or
our (?:agency|team|organisation|trust|service|outfit|lot|stuff|jobs|tasks|list|plate|own)
we last|did we last (?:report|say)
""")
"""What only an agency says of itself."""
OVERVIEW = lines(r"""
priorities|priority (?:list|areas)|^(?:the )?priority$|^plan$|^what is (?:the|this|\
  our) (?:action )?plan$|\
  (?:whole|entire|overall) plan|summary of (?:the )?plan|\
  ^overview$
how (?:are|is) (?:we|it|the plan|things|everything)(?: all)? (?:doing|going|looking)(?: \w+){0,2}$
where are we(?: at)?(?: overall)?$|plan (?:overview|summary|status|headlines|at a glance)|\
  (?:overview|picture) of (?:the |our )?(?:whole |action )?\
  plan|overall (?:position|progress|picture|status)|what is in the plan
status of (?:everything|it all|the plan|all)|^(?:summary|headlines?)(?: please| for \w+)?$
(?:how many|number of) priorities
^(?:everything|all of it|the plan|the whole plan|list all|show all|rag(?: summary| overview|\
   status)?)$|(?:top|main|biggest|\
  number one|highest|key) \
  priority
what is (?:this|the|our) (?:action )?plan (?:about|for|trying|focus\w*|all about)|plan focus\w*
focus(?:ing)? (?:on )?this year|how is the plan|big picture|main (?:aims|areas|themes)
""")
PLAN_STANDS = lines(r"""
^(?:so )?(?:are|is) (?:we|it|things|everything|everyone|it all|(?:the|our) (?:whole |action |csp )?\
  (?:plan|partnership|csp|strategy))(?: \w+)? (?:on (?:track|target|schedule)|going (?:well|\
    to plan)|\
  doing (?:well|ok))(?: \w+){0,2}$
""")
"""Whether the plan as a whole goes well: how it stands, not a list of what does."""
EVERY_ACTION = lines(r"""
^(?:(?:list|show|give|see)(?: me| us)? )?(?:all(?: of)?|every|the|a full list of|full list of) \
  (?:the |our )?actions?(?: in the plan)?$|^full list$|^(?:list|show) everything$
""")
"""All there is, page by page."""
BY_NAME = lines(r"""
^(?:so |and |ok )?(?:who|whose|which (?:agenc\w+|partners?|organisations?|orgs?|bod\w+|teams?))
(?:the latest|any news|news) (?:on|about|from)
who leads(?: on)?(?: it| this| that| them)?$
^is it (?:\w+ ){1,6}or (?:\w+ ){1,6}(?:that|who) leads?
""")
"""Beside these an agency named with an action is part of what the action is called."""
WHOLE = lines(
    r"priority|section|theme|^p[1-9]|picture|position|overview|summary|overall|how (?:are|is)"
)
PLURAL = lines(r"""
actions|which|any|anything|all|list|everything|ones|show|how many|items|what are|leads|every|\
  each|reds
ambers|greens|who has|who have|agencies|outstanding|give me
what have|what has|what went|worries|concerns|problems|successes|biggest
what (?:should|do|must) (?:i|we) (?:be |need to |have to )?worr\w+|success stories|\
  top (?:\w+ )?risks|what is the biggest risk|what are the biggest
what is the (?:\w+ )?(?:worry|problem|issue|concern|trouble|hold up|bad news|good news)
what is (?:red|amber|green|off|going|behind|struggling|stuck|slipping|wrong|in trouble|at risk|\
  on track|complete|done|overdue|late|due|not|still|left|coming)
""")
ASKED = lines(r"""
^(?:so |and |ok |right )*(?:what|which|where|who|how|any|anything|are|is|have|has|do|does|show|\
  list|give|tell|all|everything|overdue|actions)
actions|ones|items|priority
""")
"""A question or a list, not an account of something: "several agencies are worried about him"."""
RATING = lines(r"""
did (?:we|they|you|i|the \w+|\w+) (?:\w+ )?(?:finish|complete|close|deliver|achieve)
blues?(?: ones| actions| items|$)|reds?|ambers?|greens?|rag|at risk|on track|off track|\
  not started|complete|completed|finished|overdue|\
  no update|status
""")
AT_ALL = lines(r"at all|ever|never|yet|since (?:april|the start)")
WHO_OWES = lines(
    r"who|(?:which )?(?:agenc\w+|partners?) (?:with|have|has|who)|which (?:agenc\w+|partners?)|\
      chas\w+|owes?|everyone|everybody|have we|need to"
)
TOGETHER = lines(r"""
together|jointly|joint|both|between (?:us|them)|shared? (?:by|with|between)|as well as
""")
"""Each of the agencies named must take part, not just one of them."""
NOT_IN = lines(r"""
(?:everything|all|anything|any|actions|ones|priorit\w+|which|what|how many)(?: \w+){0,6} \
  (?:except(?: for)?|apart from|other than|outside(?: of)?|excluding|besides|bar|not in|not under)
""")
"""The priority named after it is left out."""
NOT_OVERDUE = lines(r"not (?:yet )?(?:overdue|late|past its (?:due )?date)|(?:still )?in time")
NOT_BY = lines(r"""
not (?:led|owned|run|done|delivered) by|not (?:for|with|from)
other than|except(?: for)?|apart from|excluding|aside from|besides
""")
