"""What persons, and no bodies, are told of by those who watch a street."""

from __future__ import annotations

ON_THE_STREET = (
    r" (?:is|are|was|were|has|have|had|both|been|also|still|again|all)(?: (?:both|been|also|still|"
    r"again|now|all|the ones)){0,3}? ?(?:seen|selling|dealing|carrying|stealing|threatening|"
    r"running (?:the|from|drugs|it)|arrested|stopped|hanging|drinking|supplying|recruiting|"
    r"collecting|holding|named|"
    r"smoking|fighting|shouting|robbing|fallen out|falling out|the (?:two|ones|pair) (?:who|that)|"
    r"back (?:on|at|in|outside|by|near|behind|with|to)|banned|moved|out of prison|riding)\b"
    r"| (?:is|was|are|were) (?:now )?(?:moving|stepping) up\b"
    r"| (?:is|are) (?:taking over|calling) the\b"
    r"| (?:fell out|owes?|grassed|turned up|got (?:into|nicked|jumped|stabbed|out)|came out|"
    r"want(?:s|ed)? (?:his|her|their)|beat up|jumped|robbed|stabbed|know(?:s)? who)\b"
)
"""What somebody was seen at, or did to somebody else."""

HABITS = (
    r" (?:both |often |still |now |usually |regularly )?(?:sleeps?|begs?|deals?|sells?|drinks?|"
    r"smokes?|hangs?|lives?|stays?|carr(?:y|ies)|runs? (?:the|drugs|a) |collects?|threatens?)\b"
)
"""What somebody does again and again."""

OF_PERSONS_ALONE = (
    r"(?: has| had)? (?:(?:is|was|were|got|being|been|gets) (?:now |again |also |just |since |"
    r"been )?(?:arrested|"
    r"lifted|bailed|remanded|sectioned|cautioned|jumped|battered|beaten up|stabbed|groomed|"
    r"kicked out by|"
    r"sent down|banged up|cuckooed|recalled to (?:prison|custody)|released (?:from (?:prison|"
    r"custody|hmp)|on (?:licence|bail|tag)))"
    r"|(?:was|been) told to (?:stay|keep) (?:away|off|out)"
    r"|got (?:nicked|his|her|bail|a tag|recalled)"
    r"|(?:is|was) (?:now |still |back |already )?(?:on (?:bail|tag|remand|the run)|"
    r"in (?:prison|jail|custody)|out (?:of (?:prison|jail)|on (?:bail|tag|licence))|"
    r"back inside(?=[.,;]|$| for)|begging|drunk|pregnant|shotting|grafting|sofa[- ]surfing|"
    r"sleeping (?:rough|at|in|on|behind|under|with)|dealing(?! with)|running the (?:line|"
    r"younger\w*|lads|show)|stay(?:ing)? (?:at|with) (?:his|her)|living (?:with|at) (?:his|her))"
    r"|(?:punched|slapped|headbutted|groped|strangled|bit|spat (?:at|on)|robbed|stabbed|threatened|"
    r"beat|jumped|grabbed) (?:up )?(?:him|her|his|an?|the (?:lad|boy|girl|guard|victim|lads))"
    r"|fell out with|beat up|grassed|moved in with|sleeps (?:rough|in|at|on|behind|under|"
    r"with)|deals (?:from|off|outside)|lives with (?:his|her)|lost (?:his|her)|owes (?:him|her|"
    r"his)|(?:wants|wanted|needs|told|showed|hid) (?:his|her)|"
    r"won't (?:leave|talk|let) (?:him|her|his))\b"
)
"""What is told of persons, and of nothing else."""

OF_STRANGERS = (
    r" (?:(?:is|was) (?:now |also )?(?:going )?back (?:from|out and about|round here|(?:to|on) the "
    r"(?:line|road|block|gear|streets?|drink|graft))|"
    r"(?:has|had|holds|keeps|carries|took) (?:got )?the (?:phone|line|burner|graft|gear)"
    r"(?! (?:number|manager|list|contract|box|system|calls?))(?=[.,;]|$| [a-z]))"
)
"""What may be told of a body as well, but hardly of one nobody knows."""
