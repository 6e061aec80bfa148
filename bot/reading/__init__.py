"""What people type becomes a Reading: one boolean expression over actions and one want.

Text -> `tokens` -> `spans` (by the `lexicon`) -> `compose` -> expression and want. Every content
word and every negation must be claimed by a span; what is left is asked about, never dropped.
Nothing here knows a store, Slack, or a fact of one partnership: names and years come from the plan.
"""
