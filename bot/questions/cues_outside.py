"""What the plan cannot answer: crime figures, other places, news, chores, opinions. Only data."""

from __future__ import annotations

from bot.questions.cues import lines

OUTSIDE = lines(
    r"""
(?:can|could|will|please) (?:you )?(?:write|draft) (?:me|my|an?|the|our|up).*
^(?:please )?(?:write|draft|compose|prepare|create|design|make|knock up|do) (?:me |us |up )*\
  (?:an?|the|some|my|our) (?:\w+ ){0,3}(?:e mail|email|letter|speech|press release|agenda|\
  presentation|slides?|poster|leaflet|article|statement|tweet|post|briefing|risk assessment|paper)
how much (?:money |funding |budget )?(?:(?:has|is|was|have|did|do|are|been|being|we) )*\
  (?:spent|spend|spending|paid)
how much (?:does|do|did) .* cost.*|money (?:has been |was |is )?(?:being )?spent
weather|forecast|sunny|raining|going to rain|will it rain|snowing|temperature
poem|joke|limerick|haiku|songs?|sing|recipe|essay|story about|rap|riddle|quiz|crossword|invest|\
  bitcoin|shares in
football (?!sessions)|cricket|rugby|arsenal|charlton|premier league|world cup|olympics|\
  eastenders|netflix|bake off
strictly|lottery numbers|horoscope|movies?|films? (?:on|to)|pizza|restaurant|curry
elections?|brexit|prime minister|next pcc|next commissioner|be the (?:next|new) \w+|votes?|voted|\
  labour party|tories
tory|conservatives|lib dems|politicians?|referendum|president|the queen|the king|local mp
(?:garden|food|refuse|rubbish|waste|recycling|bulky) (?:waste )?collections?
council tax|bins? (?:day|collect\w*|emptied)|bins collected|recycling|planning (?:permission|\
  application)
parking (?:permits?|tickets?|fines?|spaces?|charges?)|swimming lessons|gym|blue badge|pot ?holes?|\
  housing benefit|universal credit|\
  gp appointment
library|swimming pool|school places|street ?lights?|bus times|train times|trains running|\
  traffic jam|opening hours
what time|open (?:on|until|today|tomorrow)|close today|wifi|wi fi|password|printer|payroll|\
  annual leave|expenses
who (?:is|are) (?:the |our |your )?(?:\w+ ){0,3}(?:commander|inspector|sergeant|chairman|chair|\
  manager|\
  director|secretary|chief executive|chief constable|mayor|commissioner)$|who chairs
salary|salaries|paid (?:to|more)|how much (?:do|does|is) .*(?:paid|earn)|job vacanc\w+|vacancies|\
  apply for a job
(?:what|which) day is (?:it|today)|what is the (?:time|date)(?: today)?$|capital of|translate|\
  square root
what is \d+ (?:x|times|plus|minus|divided).*
(?:^|can you |could you |please |will you )(?:remind|chase|nudge|prod|badger|tell|ask) (?:the |\
  our |all )?\
  (?!me|us)\w+(?: \w+)? to \w+
(?:^|can you |could you |please |will you )(?:email|e mail|message|phone|ring|text|book|order|\
  invite|arrange) (?:me|us|an?|the|all|kelly|everyone|them|him|her|my)
(?:crime|crimes|offences?|burglary|assaults?|incidents?|arrests?|asb|theft) (?:rates?|stats?|\
  statistics|levels?|total|totals|figures)
(?:in|for) the next (?:financial )?year|next year$|(?:re ?)?offending rates?|conviction rates?
clear ?up rate|detection rate|arrest rate|crime map|crime figures
how many (?:\w+ )?(?:burglar(?:y|ies)|crimes?|assaults?|offences|thefts|robberies|stabbings?|\
  arrests?|arrested){not_measure}
how many (?:\w+ )?(?:murders?|rapes?|incidents|break ins|muggings?|suicides|overdoses|deaths|\
  drug deaths){not_measure}
how many (?:\w+ )?(?:cautions|convictions|hate crimes|police officers|officers|pcsos|addicts|\
  dealers|gangs|cars){not_measure}
how many (?:\w+ ){0,3}(?:victims?|survivors?|perpetrators?|runaways){not_measure}
how many people (?:\w+ )?(?:died|arrested|killed|live|were burgled|got burgled).*
(?:is|are|has|have) (?!.* than )(?:\w+ ){0,3}(?:crime|burglary|asb|behaviour|drugs|abuse|theft|\
  shoplifting|\
  burglaries|thefts|violence) (?:\w+ )?(?:up|down|rising|falling|worse|better|increasing|\
    decreasing|risen|fallen|increased|decreased)
(?:which|what) (?:streets?|roads?|wards?|areas?|villages?|towns?|parishes|estates?|parts?) .*(?:\
  crime|worst|asb|burglar\w*|drugs)
how safe is|most dangerous(?! (?:cases?|victims?|offenders?|people|perpetrators?))|safest|\
  do you (?:think|like|believe|feel|reckon)|your opinion|\
  what do you think
who is the (?:best|worst|most) (?!performing)|any good$|should (?:we|i|the council|\
  the police) (?:sack|buy|vote|move|stop funding|hire).*
useless|rubbish at|waste of money|(?:is|are) (?:the )?(?:police|council|csu) (?:any good|corrupt|\
  racist|lazy)
(?<!before the )(?<!before our )(?<!by the )(?<!for the )(?<!at the )(?<!to the )next (?:csp |\
  partnership |board )?meeting|minutes of|meeting (?:minutes|dates?|room|agenda)|\
  agenda|book a room
when (?:is|do|does|are) (?:the |we )?(?:next )?(?:meet|board|meeting)|when did we last meet
(?:next|last|previous) years? plan|201[0-6]|2019 20|202\d|2030
(?:other|neighbouring|nearby) (?:councils?|districts?|boroughs?|partnerships?|csps|areas|\
  counties|forces)
(?:ignore|forget|disregard) (?:all |your |the |previous |prior )+(?:instructions|rules|prompt)|\
  system prompt
""",
    not_measure=r"(?!.*\b(?:offered|target|measure|considered|prosecutions where|actions?|updates?|"
    r"prevention|reduction|advice|talks|visits|sessions|workshops|operations|ops|kits|road ?shows?|"
    r"agenc\w+|priorit\w+|supported|helped|been seen|trained|reached|engaged)\b)",
)
VENUE = lines(
    r"""
(?:outside|behind|near|by|at|in|round|around|next to|opposite|in front of|from|inside) \
  (?:the|our|a|an|that|this) (?:\w+ )?{place}
(?:football|cricket|rugby) (?:club|ground|pitch|pitches|field|pavilion|nets|stand)s?
""",
    place="(?:library|swimming pool|pool|restaurants?|takeaway|cinema|leisure centre|golf course|"
    "village hall|pizza \\w+|curry house|bus station|polling station)",
)
"""Where something happens, not what is asked: children smoking outside the library."""
ELSEWHERE = lines(
    r"""
(?:in|for|at|of|does|did|do|is|are|about|by|than|has|have|with) (?:the )?(?:\w+ )?{town}
{town} (?:council|borough|csp|district|police)
""",
    town=(
        "(?:dartford|gravesham|gravesend|tonbridge|malling|tunbridge wells|maidstone|"
        "ashford|swale|canterbury|thanet|margate|dover|folkestone|hythe|shepway|"
        "medway|chatham|bromley|bexley|croydon|greenwich|lewisham|tandridge|reigate|"
        "surrey|sussex|essex|hertfordshire|hampshire|manchester|birmingham|liverpool|"
        "leeds|bristol|scotland|wales|france|brighton|arun|crawley|sittingbourne|"
        "oxted|orpington|swindon|cardiff)"
    ),
)
OTHER_BODIES = lines(r"""
victim support|look ahead|dads unlimited|interventions alliance|salus|porchlight|citizens advice
british transport police|btp|samaritans|age uk|age concern|salvation army|nspcc|barnardos|childline
environment agency|home office|border force|hmrc|national crime agency|\
  youth offending (?:team|service)
secamb|ambulance service|coastguard|highways england|network rail|southeastern|national trust|rspca
nfu|national farmers union|womens aid|relate|shelter|mencap|british army|the army|royal navy|raf
church of england|rotary club|scouts|chamber of commerce|red cross
""")
"""Bodies members ask after; whether the plan names them is looked up in the plan."""
LOCAL_PLACES = lines(r"""
swanley|edenbridge|westerham|otford|hartley|kemsing|new ash green|hextable|riverhead|shoreham|\
  eynsford
brasted|sundridge|leigh|penshurst|dunton green|farningham|fawkham|horton kirby|knockholt|halstead
""")
"""Towns and villages of the district: the plan has no figures for one of them alone."""
