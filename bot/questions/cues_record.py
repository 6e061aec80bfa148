"""The words that ask about the record: what changed, what was said when, one side against another.

The same form as `cues`: a line is one way of saying it, in normalised text. Only data.
"""

from __future__ import annotations

from bot.questions.cues import lines
from bot.questions.spans import MONTHS

HISTORY = lines(r"""
(?:all |the )updates (?:for|on|to|about|of)|history|timeline|trail|what happened|when did|\
  when was|slip|slipped|slips|moved|delayed|moving|\
  pushed back|put back
last (?:report\w*|said|say|update\w*|heard|word|news|note|entry|time)|latest note|revised|extended
how (?:many times|often)|how long has|always been|ever been|first status|what went wrong|\
  hold up (?:with|on)
who (?:marked|said|updated|reported|wrote|closed|completed|set|turned|changed|put|signed)|marked|\
  story
since|(?:went|gone|go|turn|turned|going|became) (?:red|amber|green|off track)|reason|how come|\
  previously
(?:was|were|been|has|have|is|are)(?: \w+){0,8} ever (?:been |gone |turned )?\
  (?:red|amber|green|off track|late)
(?:an|any|was there|the) updates? (?:on|for|to|about) (?:\w+ ){1,6}(?:in|since|for|during)
what (?:was|has been|have they|has anyone|did they|did anyone) (?:said|say|told|written|put)
why (?:is|did|was|are|has|were)|originally|(?:original|first|initial) (?:date|deadline)|earlier|\
  used to be|back in|\
  what did
got (?:worse|better)|improved|worsened|getting (?:worse|better|on any better)|improving|worsening
""")
CHANGES = lines(
    r"""
(?:what|which|anything|any|how|has|have|list|show|all)(?: \w+){0,4} (?<!behaviour )(?:changed|\
  changes|change|\
  different(?! (?:agenc|organi|partner|lead|bod))|shifted)
(?:what|which|anything|any|how|list|show|all)(?: \w+){0,4} (?:moved|improved|worsened|turned|\
  new(?! year)|slipped)
(?:what|which|anything|any|how|list|show|all)(?: \w+){0,4} (?:got (?:worse|better)|gone backwards|\
  recovered|bounced back|deteriorated|picked up|turned \
  (?:around|a corner))
^(?:has|have) (?:anything|any|things|we)(?: \w+){0,2} (?:recovered|improved|bounced back|\
  deteriorated|\
  worsened)
(?:went|gone|go|turned|moved|slipped|dropped|fell|changed|flipped) (?:from )?{state} \
  (?:back )?to {state}
(?:what|anything|which|any)(?: \w+){0,3} (?:gone|went|going) backwards
^(?:did|has|have)(?: \w+){1,4} (?:get|got|gotten) (?:better|worse)|^(?:did|has|\
  have)(?: \w+){1,4} improved?$
(?:what|which|anything|any)(?: \w+){0,3} (?:turned|went|gone|became|slipped to) {state}
changes? (?:since|from|between|this|last|in)|movements?|since (?:q[1-4]|the last|last|\
  the \w+ quarter)
""",
    state=r"(?:red|amber|green|off track|at risk|on track|not started)",
)
COMPARE = lines(
    r"""
(?:which|who|what) .*(?:best|worst|most|least|fewest)|q[1-4] v q[1-4]|v
compar\w*|versus|vs|difference between|(?:better|worse|faster|slower) (?:\w+ ){0,3}than|\
  better or worse|\
  side by side
(?:was|were|is|are) (?:the )?(?:\w+ )?quarter .*(?:better|worse)|better .*than|against each other|\
  who is (?:doing )?(?:the )?(?:best|worst|better|worse)|\
  most (?:red|behind)
(?:which|who)(?: \w+){0,5} {more}(?: \w+)* or
or(?: \w+){1,6} (?:which|who)(?: \w+){0,3} {more}
(?:leads?|has|have|got|doing|owns?)(?: \w+){0,3} (?:more|fewer|less)(?: \w+){0,3} than
(?:best|worst|weakest|strongest) (?:performing )?(?:priority|agency|partner|area)|\
  (?:look|looks|looking|fare|fared|stack up|stacks up) (?:against|compared|next to)
(?:best|worst) performing|outperform\w*|doing more than|who is ahead
""",
    more="(?:more|better|worse|further|fewer|less|ahead|behind)",
)
RANK = lines(r"""
(?:which|who|what|whose) (?:\w+ ){0,4}(?:most|fewest|least)(?! recent)
most (?:reds?|ambers?|greens?|completes?|overdue|late|off track|behind)
(?:which|who|what)(?: \w+){0,3} (?:heaviest|biggest|largest|lightest|smallest) (?:load|workload|\
  share|list|\
  burden|slice|chunk)
top of the (?:league|table|list|pile)
""")
_TIME = (
    r"(?:(?:\w+ )?(?:weeks?|months?|quarters?|qtr|years?|fortnight|days?|term|meeting)"
    rf"|spring|summer|autumn|winter|easter|christmas|{'|'.join(MONTHS)})"
)
NEXT_DUE = lines(
    r"""
(?:what|which|when)(?: \w+){0,4} (?:next|first|soonest)(?! {time})(?: \w+)? (?:due|deadline|\
  finish\w*|end\w*)
(?:what|which|when)(?: \w+){0,4} (?:due|finish\w*|ends?) (?:next|first|soonest)(?! {time})
next (?:due date|deadline|action due|to finish)|(?:earliest|soonest|nearest) (?:due dates?|\
  deadlines?)
""",
    time=_TIME,
)
"""The actions whose due date comes first."""
MOST_ACTIONS = lines(r"""
(?:most|fewest|least) (?:actions?|to do|work|on|things)
(?:heaviest|biggest|largest|lightest|smallest) (?:load|workload|share|list|burden|slice|chunk)
(?:leads?|owns?) (?:the )?(?:most|fewest|least)
""")
RANKED = lines(
    r"top of the|who|whose|agenc\w+|partners?|priorit\w+|organisations?|bod(?:y|ies)|\
  leads?|teams?"
)
FEWEST = lines(r"fewest|least|lightest|smallest")
DIFFERENCE = lines(r"difference between|differ|(?:is|are) (?:an? )?\w+ (?:the same as|not) an?")
VERSUS = lines(r"vs|v|versus|compar\w+|against each other")
EACH_PRIORITY = lines(r"(?:each|every|per|by|for all the|rank(?: the)?) priorit(?:y|ies)")
MOVED = lines(r"""
(?:actions|ones|things|that|many|what) (?:have |has |had )?slipped(?: this year)?$
(?:moved|changed|slipped|pushed back|put back|revised|new|extended) (?:its |their |\
  the )?(?:due )?(?:dates?|deadlines?)
(?:due )?(?:dates?|deadlines?) (?:have |has |been |that |which |got )*(?:moved|slipped|changed|\
  pushed back|put back|revised)
(?:which|what|how many|any|all|actions)(?: actions| ones)?(?: have| has)?(?: been)? \
  (?:slipped(?! (?:from|to|back to) )|pushed back|put back|delayed)
""")
LATEST = lines(r"""
latest|last (?:updates?|reports?|news|thing)|(?:hear|heard) (?:anything )?from|(?:say|said|tell us|\
  told us) last
what happened (?:in|during|last|over|since)|who (?:last|most recently) (?:updated|reported)|\
  when was the last (?:update|report)|(?:updated?|reported?) (?:most recently|last)
last update of all|(?:reported|sent|said|updated)(?: \w+){0,2} (?:lately|recently)|\
  sent (?:us )?anything|given us (?:anything|something|owt)
last (?:hear|heard|say|said|tell|told|report\w*)|any news|what is new|news from|recent updates|\
  most recent|(?:show|see|give)(?: me| us)?(?: \w+){1,4} (?:updates|reports)$
""")
SINCE = lines(r"since (?:the )?(?:end of )?(?:q[1-4]|quarter|first|second|third|last)")
REPORTED = lines(r"""
(?:did|has|have) (?:\w+ ){1,5}(?:report|reported|updated?|respond\w*|send anything|sent anything)
what (?:did|has|have) (?:\w+ ){1,5}(?:report|reported|say|said|tell us|told us|send in|sent in)
""")
NEWS = lines(r"updates?|returns?|news|reports?")
"""With an agency and a quarter: what it reported then."""
WHO_BEST = lines(r"""
who is|which of the|which (?:agency|partner|priority)
(?:best|worst|weakest|strongest) (?:performing )?(?:priority|agency|partner)
""")
LAST_YEAR = lines(r"""
last year|previous years?|year before|(?:20)?17 (?:20)?18|year on year|prior year|earlier years?|\
  past years?
12 months ago|(?:than|with|to) last (?:spring|summer|autumn|winter)|2017|this time last year
""")
CHANGED_MANY = lines(r"""
(?:which|what|any|how many|all|list|show|the)(?: of)? (?:the |our |my )?(?:\w+ )?(?:actions|ones|\
  things) (?:that |which )?(?:have |has |had )?\
  (?:changed|improved|worsened|slipped|moved|got|gone|went|turned)
^what (?:has |have )?(?:all )?changed(?: since| in| over| between|$)
""")
"""Changes of many actions: "which actions improved over the summer" is about no one of them."""
SEASON = lines(r"""
(?:over|in|during|this|last) (?:the )?(?:spring|summer|autumn|winter)
""")
"""A time of the year as the time of a change, not as a subject ("summer scheme")."""
CAME_IN = lines(r"""
happened|updates?|updated|reports?|reported|came in|come in|coming in|sent in|submitted|received|\
  news|\
  returns?
what is new|what did we hear|heard|anything new|changed|changes|new since
""")
"""Updates that came in on certain days."""
