"""The words that ask for a number, and of what. The same form as `cues`; only data."""

from __future__ import annotations

from bot.questions.cues import lines

COUNT = lines(r"""
how many|number of|no of|tot up|add up|half of|majority of|most of the actions|percent|percentage|\
  per cent|proportion|(?:what )?share of|what share|\
  count|\
  fraction|tally|totals?|^(?:all )?actions by (?:agency|lead|partner)
headline|split (?:by|of)|breakdown|ratio|rag (?:split|totals?|position)
""")
ABOUT_ACTIONS = lines(
    r"actions?|total|totals|altogether|overall|status|headline|breakdown|split|so far|all"
)
COUNTS_ACTIONS = lines(r"""
actions?|ones|items|priorit\w+|agenc\w+|partners?|measures?|targets?|updates?
of (?:them|these|those|the|our|my)|reds?|ambers?|greens?|complete\w*|overdue
late|on track|at risk|off track|not|leads?
percent|percentage|things|have|has|are|is
""")
"""What is counted is actions, or what stands in the plan, not what an action delivers."""
COUNTS_AGENCIES = lines(r"""
how many (?:\w+ )?(?:agencies|partners|organisations|leads|bodies)
""")
COUNTS_UPDATES = lines(r"""
how many (?:\w+ )?(?:updates|reports|returns)(?! (?:are|is) (?:missing|due|outstanding))
""")
LEADS_NOTHING = lines(r"""
(?:which|what|any|list) (?:agencies|partners|organisations|\w+) (?:\w+ ){0,2}(?:leads?|leading) \
  (?:nothing|no actions?|none)
(?:which|what|any|list) (?:agencies|partners|organisations) (?:\w+ )?(?:have|has|got) (?:no|\
  zero) actions?
(?:only|just) supports?|(?:do|does) not lead(?: anything| any\w*)?$
""")
EACH_AGENCY = lines(r"""
rank (?:the )?(?:leads?|agencies|partners|organisations|them)
(?:each|every|per|by|which) (?:agency|partner|organisation|lead|one|agencies)
^(?:all )?actions by (?:agency|lead|partner)
""")
