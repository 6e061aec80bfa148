"""What persons, and no bodies, are told of by those who watch a street."""

from __future__ import annotations

ON_THE_STREET = (
    r" (?:is|are|was|were|has|have|had|both|been|also|still|again|all)(?: (?:both|been|also|still|"
    r"again|now|all|the ones)){0,3}? ?(?:seen|selling|dealing|carrying|stealing|threatening|"
    r"running (?:the|from|drugs|it)|arrested|stopped|hanging|drinking|supplying|recruiting|"
    r"collecting|holding|named|"
    r"smoking|fighting|shouting|robbing|fallen out|falling out|the (?:two|ones|pair) (?:who|that)|"
    r"back (?:on|at|in|outside|by|near|behind|with|to)|banned|moved|out of prison|riding)\b"
    r"| (?:fell out|owes?|grassed|turned up|got (?:into|nicked|jumped|stabbed|out)|came out|"
    r"want(?:s|ed)? "
    r"(?:his|her|their)|beat up|jumped|robbed|stabbed|know(?:s)? who)\b"
)
"""What somebody was seen at, or did to somebody else."""

HABITS = (
    r" (?:both |often |still |now |usually |regularly )?(?:sleeps?|begs?|deals?|sells?|drinks?|"
    r"smokes?|hangs?|lives?|stays?|carr(?:y|ies)|runs? (?:the|drugs|a) |collects?|threatens?)\b"
)
"""What somebody does again and again."""
