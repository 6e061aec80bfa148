"""The words that ask about figures, and about the plan as a document rather than its progress.

The same form as `cues`: a line is one way of saying it, in normalised text. Only data.
"""

from __future__ import annotations

import re

from bot.questions.cues import lines

MEASURE = lines(r"""
targets?(?! hard)|measures?|measured|measuring|baselines?|kpis?|indicators?|readings?|figures?|\
  numbers?
against|vs|versus|progress to|how far|(?:to|we|be|been|it|they) hit|metrics?|tally|\
  score|stats|success looks?|outcomes?|trained|goals?
how (?:will|do|would|can|could|shall) (?:we|you|i|anyone|they) (?:know|tell|judge|measure)
what does (?:success|good|done) look like|(?:counts|count) as success|success (?:is )?(?:judged|\
  measured|assessed|defined)|judged
aim|aiming|aims|how close|up or down|given out|did we get|managed|counting|counted|achieved against
""")
SET = lines(r"targets?|goals?|aims?|baselines?")
"""What a measure is to reach: the same in every quarter."""
MEASURES_OF = lines(r"""
(?:targets|measures|kpis|indicators|success measures)(?! (?:hit|met|missed|reached))
(?:measures?|targets?|kpi|indicator) (?:for|of)|success measure
how (?:will|do|would|can|could|shall) (?:we|you|i|anyone|they) (?:know|tell|judge|measure)
what does (?:success|good) look like
""")
"""The measures of all that an agency leads, rather than its actions."""
TARGETS_MET = lines(r"""
(?:measures?|targets?) (?:is|are) (?:doing |going )?(?:the )?(?:best|well)
(?:which|what|any|list|show|how many|percentage|percent) (?:\w+ ){0,4}(?:targets?|measures?|\
  goals?|figures?)(?: \w+){0,4} (?<!not )(?<!not yet )(?<!not being )\
  (?:hit|met|meet|achieved|reached|exceeded|beaten|(?<!a )(?<!the )meeting|passed|above|over|\
    ahead|beat|beating|past|over|smashed|topped)
(?:targets?|measures?|figures) (?:are |is )?(?:already )?(?:at|on|above|over) target
""")
TARGETS_MISSED = lines(r"""
shortfalls?|(?:measures?|targets?) (?:is|are) (?:doing |going )?(?:the )?(?:worst|badly)
(?:targets?|measures?|figures) (?:that are |still )?(?:behind|below|under|short of|off) \
  (?:the |their |its )?target
(?:nearest|closest|furthest|farthest)(?: \w+){0,2} (?:to|from|off) (?:hitting|meeting|reaching|\
  missing|\
  (?:its|their|the) target)
(?:which|what|any|list|show|how many|percentage|percent) (?:\w+ ){0,4}(?:targets?|measures?|\
  goals?|figures?)(?: \w+){0,4} \
  (?:miss(?:ed|ing)?|short|behind|below|furthest|farthest|nearest|closest|not (?:been |being |\
    yet |we |they )*(?:hit|met|\
    meet|meeting|reached|on target)|failed|failing|off target)
""")
NO_READING = lines(r"""
(?:no|without(?: an?| any)?|missing(?: an?)?|not had(?: an?| any)?|lacking) \
  (?:readings?|figures?|numbers?|data|results?)
measures? (?:\w+ )?(?:with )?nothing (?:recorded|reported|against|in|yet)
""")
"""How the measures stand, rather than the actions."""
PLAN_GAPS = lines(r"""
(?:gaps|holes|defects|weaknesses|weak (?:points|spots)|loose ends|missing|untidy|wrong|problems?|\
  flaws) (?:\w+ )?(?:in|with|from|about) (?:the|our|this) (?:action )?plan(?: itself)?$
(?:does|is|are|has) the plan (?:itself )?(?:lack|miss|leave out|missing|lacking)(?: itself)?$
plan (?:itself|health)|health of the plan|quality of the plan|how complete is the plan
(?:incomplete|half filled|badly written|untidy) (?:rows|actions in the plan|plan)
""")
MEASURE_KIND = re.compile(
    r"\b(outcome|output|milestone)s? (?:measures?|targets?|indicators?|rather|actions|ones)\b"
    r"|\b(?:measures?|actions?|which|ones) (?:\w+ )?(?:are|as|is) (?:an? )?"
    r"(outcome|output|milestone)s?\b"
)
