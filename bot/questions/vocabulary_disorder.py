"""Everyday words for anti-social behaviour and environmental crime: data only.

One line a concept: `name [themes]: term | term`. A plain term says the theme outright; `term?` is
only a hint; `word + word` means both, anywhere in the question. Themes default to the block's.
The plan's own wording stands among the terms: that is how a concept finds the plan's actions.
"""

ASB = """
anti-social behaviour: anti social behaviour | antisocial behaviour | anti social | antisocial |
  asb | nuisance | nuisance behaviour | yobs | yob | yobbish | hooligans | louts | rowdy |
  rowdiness | loutish | unruly | disorder? | disorderly | intimidating | causing trouble |
  trouble makers | troublemakers | mucking about | messing about | being a pain | making our
  lives hell | making life hell | life a misery | lives a misery | low level crime | abuse +
  youths | shouting and swearing | swearing at | abusive + street | public urination | urinating
  | weeing | peeing | spitting | egging | eggs thrown | throwing eggs | throwing stones |
  throwing things | stones at | catapults | catapult | knock down ginger | abcs | acceptable
  behaviour contract | injunction | cbo | criminal behaviour order | asbo | asbos | pspo | pspos
  | public spaces protection order | cpn | cpw | community protection notice | community
  protection warning | dispersal order | dispersal | section 34 | closure order | premises
  closure | no go area | out of hand | anti + behaviour | kicking balls | ball games | footballs
  at | drink + street + shouting | effing and blinding | foul language | abusive language |
  hounding | harass residents | harassing residents | crowd of kids | mob of kids | gang of yobs
  | gang of youths | intimidated + shops | feel intimidated | ride bikes at people | wheelies |
  climbing on roofs | cherry knocking | door knocking + kids | stink bombs | peeing in the |
  screaming at each other | shouting + all night | causing havoc | havoc | rampage | running riot
  | riotous | wind up merchants | shouting abuse | abuse shouted | abuse + shouted at | verbal
  abuse | abusive youths | thugs |
  thuggish | feral | scallies | chavs | bother | bothering people | making a nuisance | pests |
  horseplay | trespass | trespassing | trespassers | stones thrown | rocks thrown | throwing
  rocks | bricks thrown | throwing bricks | thrown at trains | thrown at buses | thrown at cars |
  chucked at | chucking at | fireworks chucked | lobbed | lobbing | eggs at
repeat victims: repeat victim | vulnerable victim | repeat asb | repeat callers asb | targeted
  again and again | keep being targeted | picked on by neighbours | picked on? | tormented |
  tormenting | terrorised by kids | victimised? | tasking meeting | tasking | weekly
  tasking | daily briefing | weekly meeting? | named agency | hate + neighbour | report the same
  + every week | same complaints
  every week | repeat complaints | who picks it up + asb | someone to own each report | owner for
  each report | vulnerable + yobs | vulnerable + bullied by neighbours | disabled + neighbours |
  new reports? | who takes on + nuisance | takes on a nuisance | terrorising | terrorise |
  terrorised
  | repeat callers + yobs | callers + yobs
  | same family + reports | reports trouble | same family + every week
young people gathering: teenagers hanging round | hanging round | hanging about | hanging around
  | hang around | hang about | hang out | groups of youths | gang of kids | gangs of kids | gangs
  of youths | gangs of teenagers | gangs of lads | groups of kids | groups of teenagers | youths
  | yoofs | yoots | youth nuisance | teens? | teenagers? | teenager? | kids? | lads? | bored kids
  | bored teenagers | bored teens | loitering | congregating | gathering outside | bus stop | bus
  shelter | hoodies | rowdy + teenagers | kids + noise | kids + shouting | outside the shops |
  outside mcdonalds | play park | playground | skate park? | rec? | recreation ground | hooded |
  hoods up | outside the co op + kids | chip shop + kids | hang round the | gangs of teens |
  groups of lads | cannot walk past | blocking the pavement | bandstand | hoodie | skateboarders
  | congregate | loiter | loiters | out till midnight + kids | roaming the streets | roaming? |
  wandering the streets + kids | hang out at | youths outside | lads outside | kids outside |
  girls outside? | gathering at
  | rec is full of | full of kids
diversion for young people: diversionary activities | diversionary | holiday activities | holiday
  sessions | school holidays | summer holidays | half term? | summer scheme | holiday scheme |
  summer programme | things to do for kids | nothing to do + kids | nothing to do + teenagers |
  nothing to do + youths | youth club | youth clubs | bored + holidays | holidays + kids |
  holidays + teenagers | holidays + young | summer + kids | summer + youngsters | summer +
  teenagers | six weeks holiday | keep kids busy | keeping kids busy | keep them busy | keep them
  out of trouble | off the streets + kids | football sessions | boxing club | activities for
  young people | teenagers + august | kids + august | teens + august | kids + july | on for
  teenagers | activities + teens | activities + teenagers | activities + kids | something to do +
  young | stuff for young people | stuff for kids | stuff for teens | sports sessions | leisure
  centre | half term + kids | easter holidays + kids | somewhere to go + kids | somewhere to go +
  teenagers | hols + teens | hols + kids | hols | out of mischief | keeping youngsters |
  youngsters + summer | over the summer | summer break | positive activities | sports for kids |
  football for kids | free activities | things for young people | things for kids to do |
  something for kids | holiday clubs | holiday club | play schemes | play scheme | sports
  coaching | multi sports | graffiti workshop | boredom | keep busy + young
  | summer sessions | sessions + leisure centre | holiday sessions
  | school break | over the school
neighbour disputes: flat below | flat above | through the wall | flat upstairs | flat downstairs
  | upstairs + night | stamps about | stamping about | sit us down together | sit down together |
  sit us down | get us round a table | rows about | no end of rows | rowing over | shared
  driveway | shared drive | shared path | boundary dispute | before it goes to court? | neighbour
  dispute | neighbours at war | neighbour from hell | neighbours from hell | nightmare neighbours
  | nightmare neighbour | noisy neighbours | noisy neighbour | neighbour + row | neighbours +
  rowing | neighbours + fence | fence + dispute | neighbour + hedge | neighbours + hedge |
  neighbour + fence | neighbours + boundary | neighbours + falling out | neighbours + fallen out
  | neighbours + arguing | neighbours + argue | neighbours + feud | feuding | next door + noise |
  next door + music | next door? | neighbours? | mediation | mediator | falling out over | sort
  it out between them | barking dog | barking dogs | dog barking | boundary dispute | parking
  rows | talk it through | before it goes to court | arguing + hedge | arguing + fence | argue +
  fence | row over a hedge | row + fence | hedge? | fence? | households + screaming | households
  + row | households + arguing | leylandii | high hedge | shared drive | parking + next door |
  neighbours + shouting | neighbours + screaming | will not speak to each other | banging on the
  wall | bangs on the wall | tit for tat | falling out about | neighbours falling out | row about
  parking | fallen out | neighbourly | people next door | upstairs neighbour | downstairs
  neighbour | flat above | flat upstairs | flat below + noise | talk to each other | get
  neighbours talking | dispute? | disputes? | conciliation | bickering | squabble | squabbling |
  party wall
noise: noise | noisy | loud music | loud parties | music blaring | blaring | party house | house
  parties | booming bass | all night parties | music all night | fireworks | bangers | car
  alarms? | keep us awake | cannot sleep? | noise complaints | drums | music at 2am | music till
  | music until | party + every night | karaoke | stereo | thumping bass | cockerel | shouting
  all night | 3am? | 2am? | student house | students + noise | student parties | loud | racket |
  din | shouting at night | generator noise | band practice | barking | barks all day | noise
  nuisance | sound system | raves | rave | music? | party? | parties?
patrols and hot spots: patrols | patrol | patrolling | visible policing | visibility days | hot
  spot | hotspot | bobbies on the beat | bobby on the beat | more police on the street | police
  presence | high visibility | see a policeman | never see a policeman | never see police |
  police on foot | foot patrol | uniforms on the street | pcso | pcsos | beat officers? | boots
  on the ground | bobbies | bobby | do not see police | never see an officer | police walking |
  walk the beat | on the beat | beat bobby | uniform presence | visible + police | more officers
  | officers walking | police walking about | never see officers | do not see officers | not see
  officers | see officers | not enough police | no police around | no coppers around | visible
  officers | wardens walking | wardens patrolling | police visibility | joint patrols | hotspots
  | trouble spots | trouble spot | walk round town + police | walking about + officers | walking
  about + police
cameras: cctv | camera | cameras | re deployable cctv | redeployable | deployable | surveillance
  | filming the streets | body worn? | mobile camera | watching the high street | dash cam? |
  camera put up | ring doorbell? | video + street | film them | filmed | surveillance camera |
  eye in the sky | cctv van | camera van | camera footage | cctv footage | lens | number plate
  cameras | anpr
community trigger: community trigger | asb case review | case review | trigger | complained three
  times | complained again and again | nobody listens + complain | reported it three times |
  reported three times | reported it loads of times | no one does anything + reported | nothing
  gets done + report | fobbed off | make them look at my case | make the council look again |
  force a review | right to a review | ask for a review | nobody has done anything + complained |
  ignored my complaints | ignored + complaints | five complaints | complained + nothing | look at
  it again | look again | keep reporting it | nothing ever happens + report | complained for
  months | get my case looked at | not taken seriously + reports | nobody listens when | nobody
  listens + report | no one listens + report | force + review | force you all to review | review
  how + complaints | complaints were dealt with | complaints + dealt with | how my complaints |
  how their complaints | reopen my complaint | complained to everyone | passed from pillar to
  post | nobody joins up | ask for a case review | case looked at again | right to have my case
  | nobody acted | nothing done + complaints | complaints + review | case again | look at their
  case
  | case to be reviewed | case reviewed | ask for their case
fly tipping: fly tipping | fly tip | fly tips | flytipping | flytip | fly tipper | fly tippers |
  flytippers | dumped rubbish | dumping rubbish | rubbish dumped | dump rubbish | dumped
  mattresses | mattress | mattresses | sofa | sofas | fridge dumped | dumped fridge | fridges |
  dumped + lay by | layby | lay by | lay bys | dumped tyres | tyres dumped | old tyres | tyres |
  dumping | dumped? | tip their rubbish | builders rubble | rubble | builders waste | tipping? |
  rubbish? | black bags | bin bags | waste dumped | household waste | covert cameras | country
  lanes + rubbish | white van + rubbish | man with a van + rubbish | asbestos | fridge | flatbed
  | chucking rubble | chuck rubbish | chucking rubbish | leaves rubbish | rubbish left | tip +
  lane | tipped + lane | heap of rubbish | pile of rubbish | piles of rubbish | carpets dumped |
  mattress in | waste in the woods | beds dumped | skip waste | white goods | abandoned + woods |
  rubbish in woods | rubbish in the woods | scrap man | scrap metal man | junk on verges | verge
  | verges + junk | verges + rubbish | leaving junk | left junk | dump stuff | dumping stuff |
  washing machine | washing machines | sofa in | old beds | paint tins | garden waste | waste on
  verge | clear rubbish | rubbish everywhere? | rubbish bags | skip? | tipper | tippers | waste
  carrier | household rubbish | unlicensed + waste | unlicensed + scrap
  | mattresses | mattress | fridges + left | rubble | rubble + tipped | lorry load + tipped |
  tipped by the | left down the lane
graffiti: graffiti | graffitti | grafitti | fly posting | flyposting | fly posters | posters
  stuck? | spray paint | spray painted | spraying walls | sprayed + wall | tagging? | tags? |
  daubed | offensive slogans | swastika | swastikas | scrawled | painted on the walls | rude
  words on | tagged | scribbled on | tagger | taggers | clean + walls | painted on + wall |
  posters + lamp post | posters + lamp posts | stickers on lamp | marker pen | spray cans | paint
  on the | scrawl | rude posters | obscene drawings | paint + underpass | tagging on | underpass?
  | painting obscene | painted obscene | obscene stuff | obscene + wall | daubing | paint + wall
  | paint on walls | painted + hut | paint + hut | writing on walls | writing on the wall |
  written on the wall | sprayed | spraying | scratched + windows | etched | swear words on |
  racist slogans | slogan on the wall | murals? | mural
litter and dogs: litter | littering | dog fouling | dog mess | dog poo | dog muck | dog waste |
  poo bags | dogs off lead | dangerous dogs | dangerous dog | environmental crime | envirocrime |
  enviro crime | grot spot | cleaner streets | abandoned cars | abandoned car | abandoned
  vehicles | bonfires? | chewing gum | shopping trolleys | fag ends | broken glass | weeds? |
  mess everywhere | dropping rubbish | drop litter | dropping litter | people who drop | takeaway
  + litter | takeaway wrappers | wrappers | burger boxes | mcdonalds wrappers | cigarette butts |
  cans and bottles | broken bottles | mess after | dirty streets | filthy streets | rats? |
  vermin | untidy | overgrown | dogs running loose | stray dogs | stray dog | aggressive dogs |
  xl bully | dog attacks |
  dog bit | pooing
vandalism: vandalism | vandals | vandalised | vandal | criminal damage | smashing windows |
  smashed windows | windows smashed | smashing up | smashed up | damage to play area | trashed |
  wrecked | bus shelter smashed | breaking windows | keyed? | slashed tyres | broken swings |
  bench + burnt | kicking fences | damaged fences | smash? | damage? | damaged? | smashed the bus
  | kicked in + fence | defaced | defacing | bench smashed | play equipment | swings broken |
  fence kicked | toilets vandalised | wing mirrors | scratched cars | brick through | bricked |
  broken glass + windows | egged cars | mindless damage | wanton damage | war memorial + damage
deliberate fires: deliberate fires | deliberate fire | deliberate secondary fires | secondary
  fires | secondary fire | arson | arsonist | arsonists | set fire to | setting fire | setting
  fires | set on fire | set alight | setting light | setting light to | lighting fires | fire
  setting | fire setters | firesetters | fire bugs | bin fires | bins on fire | wheelie bin +
  fire | wheelie bins alight | torching | torched | torch? | burnt out cars | burnt out car |
  burned out car | burning cars | grass fires | grass fire | heathland | woodland fire | burning
  bins | bins alight | rubbish fires | fires? | hay bales + fire | haystack | haystacks | set
  light to | burning stuff | burning rubbish | bins torched | bin sheds alight | fire raising |
  matches and lighters | burnt out? | burned down | lit fires | light fires | set ablaze | ablaze
  | alight | burnt out motors | burnt out motor | burnt motor | car fires | cars set on fire |
  vehicle fires | vehicle arson | flames | firebugs | deliberately set | deliberately lit | lit
  on purpose | fires on purpose | on fire again | bin set | play with fire | playing with fire |
  playing with matches | barbecues on the heath | fire starters | torching cars | wildfires | set
  a fire | set the fire | bin fire
vehicle nuisance: off road bikes | off road bike | dirt bikes | quad bikes nuisance | mopeds |
  moped | scrambler bikes | scramblers | motorbikes + park | motorbikes + estate | motorbikes
  tearing | boy racers | racing cars round | car meets | car cruise | car cruising | doing donuts
  | doughnuts | joy riders | joyriding | joyriders | mini motos | minimotos | e scooters |
  electric scooters | motorbikes? | revving engines | moped riders | without helmets | bikes
  tearing | motorbike + field | quad bikes tearing | wheelying | drifting | revving | exhausts |
  laps of the | racers | boy racer | souped up | loud exhausts | racing round | racing up and
  down | skidding | handbrake turns | retail park + cars | retail park + racers | trail bikes |
  pit bikes | dirt bike | quads on the | joy ride | unlicensed bikes | motocross | quad + common
  | quads + common | quad bikes + park | quad bikes + field | retail park? | bikes on the common
estates: estate walkabouts | estate walkabout | walkabout | walkabouts | walk round the estate |
  walk around the estate | estate inspection | social housing estates | estates? | tenants? |
  communal areas | stairwell | stairwells | bin stores | residents walk | walk the estate | look
  round the estate | walking round with residents | walk round with tenants | list of fixes |
  block of flats? | garages? | look round the block | round the block + tenants | fortnightly
  look | tenants + look | visit estates | estate visit | estate visits | estate + residents |
  estate tour | walk about | council estate? | estate issues | blocks of flats + problems | walk
  round with officers | walk round with | residents + walk round | residents + walk
street life: begging | beggars | beggar | rough sleepers | rough sleeping | rough sleeper |
  street drinking | street drinkers | street drinker | squatters | squatting | illegal encampment
  | unauthorised encampment | traveller encampment | travellers + parked | travellers on the rec
  | tents in the park | kerb crawling | prostitutes? | sex workers? | homeless? | beg | begs |
  cashpoint + begging | sleeping in doorways | doorways | sleeping rough | homeless + shop | van
  dwellers | caravans on the | caravans in the car park | travellers | gypsies | unauthorised
  camp | squat | street sex | kerb crawlers | busking | chuggers
"""
