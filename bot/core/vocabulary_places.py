"""Everyday words for disorder, organised crime and crimes against property: data only.

One line a concept: `name [themes]: term | term …`. A plain term says the theme outright; `term?`
is only a hint; `word + word` means both, anywhere in the question. Themes default to the block's.
The concept's own plan wording stands among the terms: that is how it finds the plan's actions.
"""

ASB = """
anti-social behaviour: anti social behaviour | antisocial behaviour | anti social | antisocial |
  asb | nuisance | nuisance behaviour | yobs | yob | yobbish | hooligans | louts | rowdy |
  rowdiness | loutish | unruly | disorder? | disorderly | intimidating | causing trouble | trouble
  makers | troublemakers | mucking about | messing about | being a pain | making our lives hell |
  making life hell | life a misery | lives a misery | low level crime | abuse + youths | shouting
  and swearing | swearing at | abusive + street | public urination | urinating | weeing | peeing |
  spitting | egging | eggs thrown | throwing eggs | throwing stones | throwing things | stones at
  | catapults | catapult | knock down ginger | abcs | acceptable behaviour contract | injunction |
  cbo | criminal behaviour order | asbo | asbos | pspo | pspos | public spaces protection order |
  cpn | cpw | community protection notice | community protection warning | dispersal order |
  dispersal | section 34 | closure order | premises closure | no go area | out of hand
repeat victims: repeat victim | vulnerable victim | repeat asb | repeat callers asb | targeted
  again and again | keep being targeted | picked on by neighbours | picked on? | tormented |
  tormenting | terrorised by kids | victimised? | tasking meeting | tasking | daily briefing |
  weekly meeting? | named agency | hate + neighbour
young people gathering: teenagers hanging round | hanging round | hanging about | hanging around |
  hang around | hang about | hang out | groups of youths | gang of kids | gangs of kids | gangs of
  youths | gangs of teenagers | gangs of lads | groups of kids | groups of teenagers | youths |
  yoofs | yoots | youth nuisance | teens? | teenagers? | teenager? | kids? | lads? | bored kids |
  bored teenagers | bored teens | loitering | congregating | gathering outside | bus stop | bus
  shelter | hoodies | rowdy + teenagers | kids + noise | kids + shouting | outside the shops |
  outside mcdonalds | play park | playground | skate park? | rec? | recreation ground
diversion for young people: diversionary activities | diversionary | holiday activities | holiday
  sessions | school holidays | summer holidays | half term? | summer scheme | holiday scheme |
  summer programme | things to do for kids | nothing to do + kids | nothing to do + teenagers |
  nothing to do + youths | youth club | youth clubs | bored + holidays | holidays + kids |
  holidays + teenagers | holidays + young | summer + kids | summer + youngsters | summer +
  teenagers | six weeks holiday | keep kids busy | keeping kids busy | keep them busy | keep them
  out of trouble | off the streets + kids | football sessions | boxing club | activities for young
  people
neighbour disputes: neighbour dispute | neighbours at war | neighbour from hell | neighbours from
  hell | nightmare neighbours | nightmare neighbour | noisy neighbours | noisy neighbour |
  neighbour + row | neighbours + rowing | neighbours + fence | fence + dispute | neighbour + hedge
  | neighbours + hedge | neighbour + fence | neighbours + boundary | neighbours + falling out |
  neighbours + fallen out | neighbours + arguing | neighbours + argue | neighbours + feud |
  feuding | next door + noise | next door + music | next door? | neighbours? | mediation |
  mediator | falling out over | sort it out between them | barking dog | barking dogs | dog
  barking | boundary dispute | parking rows | talk it through | before it goes to court
noise: noise | noisy | loud music | loud parties | music blaring | blaring | party house | house
  parties | booming bass | all night parties | music all night | fireworks | bangers | car alarms?
  | keep us awake | cannot sleep? | noise complaints
patrols and hot spots: patrols | patrol | patrolling | visible policing | visibility days | hot
  spot | hotspot | bobbies on the beat | bobby on the beat | more police on the street | police
  presence | high visibility | see a policeman | never see a policeman | never see police | police
  on foot | foot patrol | uniforms on the street | pcso | pcsos | beat officers? | boots on the
  ground
cameras: cctv | camera | cameras | re deployable cctv | redeployable | deployable | surveillance |
  filming the streets | body worn? | mobile camera | watching the high street | dash cam?
community trigger: community trigger | asb case review | case review | trigger | complained three
  times | complained again and again | nobody listens + complain | reported it three times |
  reported three times | reported it loads of times | no one does anything + reported | nothing
  gets done + report | fobbed off | make them look at my case | make the council look again |
  force a review | right to a review | ask for a review | nobody has done anything + complained
fly tipping: fly tipping | fly tip | fly tips | flytipping | flytip | fly tipper | fly tippers |
  flytippers | dumped rubbish | dumping rubbish | rubbish dumped | dump rubbish | dumped
  mattresses | mattress | mattresses | sofa | sofas | fridge dumped | dumped fridge | fridges |
  dumped + lay by | layby | lay by | lay bys | dumped tyres | tyres dumped | old tyres | tyres |
  dumping | dumped? | tip their rubbish | builders rubble | rubble | builders waste | tipping? |
  rubbish? | black bags | bin bags | waste dumped | household waste | covert cameras | country
  lanes + rubbish | white van + rubbish | man with a van + rubbish | asbestos
graffiti: graffiti | graffitti | grafitti | fly posting | flyposting | fly posters | posters
  stuck? | spray paint | spray painted | spraying walls | sprayed + wall | tagging? | tags? |
  daubed | offensive slogans | swastika | swastikas | scrawled | painted on the walls | rude words
  on | tagged | scribbled on | tagger | taggers | clean + walls
litter and dogs: litter | littering | dog fouling | dog mess | dog poo | dog muck | dog waste |
  poo bags | dogs off lead | dangerous dogs | dangerous dog | environmental crime | envirocrime |
  enviro crime | grot spot | cleaner streets | abandoned cars | abandoned car | abandoned vehicles
  | bonfires? | chewing gum | shopping trolleys | fag ends | broken glass | weeds? | mess
  everywhere | dropping rubbish
vandalism: vandalism | vandals | vandalised | vandal | criminal damage | smashing windows |
  smashed windows | windows smashed | smashing up | smashed up | damage to play area | trashed |
  wrecked | bus shelter smashed | breaking windows | keyed? | slashed tyres | broken swings |
  bench + burnt | kicking fences | damaged fences | smash? | damage?
deliberate fires: deliberate fires | deliberate fire | deliberate secondary fires | secondary
  fires | secondary fire | arson | arsonist | arsonists | set fire to | setting fire | setting
  fires | set on fire | set alight | setting light | setting light to | lighting fires | fire
  setting | fire setters | firesetters | fire bugs | bin fires | bins on fire | wheelie bin + fire
  | wheelie bins alight | torching | torched | torch? | burnt out cars | burnt out car | burned
  out car | burning cars | grass fires | grass fire | heathland | woodland fire | burning bins |
  bins alight | rubbish fires | fires? | hay bales + fire | haystack | haystacks | set light to |
  burning stuff | burning rubbish
vehicle nuisance: off road bikes | off road bike | dirt bikes | quad bikes nuisance | mopeds |
  moped | scrambler bikes | scramblers | motorbikes + park | motorbikes + estate | motorbikes
  tearing | boy racers | racing cars round | car meets | car cruise | car cruising | doing donuts
  | doughnuts | joy riders | joyriding | joyriders | mini motos | minimotos | e scooters |
  electric scooters | motorbikes? | revving engines
estates: estate walkabouts | estate walkabout | walkabout | walkabouts | walk round the estate |
  walk around the estate | estate inspection | social housing estates | estates? | tenants? |
  communal areas | stairwell | stairwells | bin stores | residents walk | walk the estate | look
  round the estate | walking round with residents | walk round with tenants | list of fixes |
  block of flats? | garages?
street life: begging | beggars | beggar | rough sleepers | rough sleeping | rough sleeper | street
  drinking | street drinkers | street drinker | squatters | squatting | illegal encampment |
  unauthorised encampment | traveller encampment | travellers + parked | travellers on the rec |
  tents in the park | kerb crawling | prostitutes? | sex workers? | homeless?
"""

OCG = """
organised crime: organised crime | organized crime | organised criminals | organised gangs |
  organised crime group | ocg | ocgs | soc | serious and organised | serious organised crime |
  criminal gangs | criminal gang | crime gangs | crime gang | crime families | crime family |
  gangsters | gangster | mafia | mob? | mobsters | the big boys | crime bosses | crime boss |
  crime lords | kingpin | kingpins | mr bigs | mr big | top criminals | big time criminals |
  career criminals? | serious criminals | professional criminals | organised thieves | organised
  burglars | firm? | underworld | four ps | 4ps | 4 ps | pursue prevent protect prepare | ocg plan
  | lead responsible officer | clear hold build | disruption | disrupt gangs | ocg mapping |
  national crime agency | nca | regional crime unit | armed gangs | turf war | turf wars
days of action: days of action | day of action | multi agency days | joint operation day |
  crackdown day | action day | action days | crackdown | multi agency operation | everyone turns
  up together
waste crime: waste crime | waste gangs | illegal waste | organised fly tipping | commercial fly
  tipping | industrial fly tipping | waste sites | illegal tip | illegal landfill | lorry loads of
  waste | lorry loads + dump | lorries + dumping | tipper lorries | tipper trucks | truck loads +
  dump | waste carriers | waste + gang | waste + criminals | dumping + organised | dumping + gangs
  | fly tipping + gang | fly tipping + ocg | fly tipping + organised | rubbish + organised |
  rubbish + gangs
intelligence: intelligence | intel | intel forms | intelligence submissions | intelligence forms |
  intelligence reports | usable intelligence | partner intelligence | tip offs | tipping off the
  police | passing on what we hear | passing information to the police | pass information to
  police | suspicious + report | bits of information | what staff see and hear | what we hear on
  the estates | snippets | telling the police what we know | eyes and ears | submit + form
county lines [ocg saf sub]: county lines | county line | cuckooing | cuckoo | cuckooed | taking
  over homes | taken over + flat | taken over + home | taking over + flat | taken over by dealers
  | take over + flat | moved in on + tenant | london dealers | dealers from london | gangs from
  london | lads from london | from london? | london + drugs | london + train | london + young |
  london + kids | going country | going cunch | trap house | trap houses | trapping? | drug
  runners | drug running | running drugs | runners? | young runners | dealing line | drugs line |
  deal line | burner phones | burner phone | kids + carry drugs | children + carry drugs | kids +
  selling drugs | children + selling drugs | teenagers + dealing | kids + dealing | train +
  packages | packages? | dropping off drugs | plugging | debt bondage | vulnerable + dealers |
  tenant + dealers | flat + dealers | dealers + living in
proceeds of crime: proceeds of crime | poca | confiscation | confiscating | confiscate | seize
  their assets | seizing assets | seizing cash | seize + cash | seize + cars | seize + money |
  take their cars | taking their money | take the money off | take back + money | take the profits
  | flash cars | ill gotten gains | money laundering | laundering money | laundering | dirty money
  | hit them in the pocket | cash + criminals | profits + crime | claw back | clawing back | strip
  + assets
guns and contraband: guns | gun | firearms | firearm | shooting | shootings | gun crime |
  counterfeit | counterfeits | fake goods | fake cigarettes | illegal tobacco | illicit tobacco |
  dodgy cigarettes | dodgy tobacco | knock off goods | loan sharks | loan shark | extortion |
  protection money | protection racket | racketeering | smuggling | smugglers
cannabis farms [ocg sub]: cannabis farm | cannabis farms | cannabis factory | cannabis grow | weed
  farm | grow house | growing cannabis | growing weed | drug factory | drugs factory
"""

ACQ = """
acquisitive crime: acquisitive crime | acquisitive | stealing | steal | stole | stolen | theft |
  thefts | thief | thieves | thieving | thieve | nick? | nicked | nicking | pinched | pinching |
  half inched | swiped | looting | looted | robbed | robbery | robberies | robber | robbers |
  mugging | mugged | muggings | mugger | muggers | pickpocket | pickpockets | pickpocketing | bag
  snatch | handbags | bag snatching | property crime | stolen goods | light fingered | went
  missing from? | lifted? | ripped off | tea leaf | tea leafs | blagging
burglary: burglary | burglaries | burglar | burglars | burgled | burgle | break in | break ins |
  break into | breaking in | breaking into | broken into | broke into | broke in | breakins |
  breakin | house breaking | housebreaking | dwelling | bdr | burglary dwelling | home invasion |
  intruder | intruders | target hardening | crime prevention advice | crime prevention | burglar
  alarms | window locks | door locks | security lights | smart water | smartwater | jemmied |
  forced the door | creeper burglary | shed breaks | shed break | sheds | shed | sheds broken into
  | garage break | garages broken into | outbuildings | distraction burglary | homes + raided |
  houses + raided | houses + turned over | keys through the letterbox
prevention road shows: road show | road shows | roadshow | roadshows | darker nights | dark nights
  | villages + burglary | crime prevention events | crime prevention stalls | crime prevention
  event | stall + village | village hall + prevention | clocks go back
property marking and rural: property marking | property marking kits | marking kits | mark their
  tools | mark tools | marking tools | forensic marking | farm | farms | farmer | farmers |
  farmers? | horse | horses | horse yard | horse yards | stables | stable? | tack | saddles |
  saddle | tractor | tractors | quad bike | quad bikes | quads | plant theft | plant machinery |
  diggers | digger | plant? | trailers | trailer | livestock | sheep | lambs | cattle rustling |
  rustling | rustlers | diesel | red diesel | heating oil | oil tanks | gps units | rural crime |
  countryside crime | rural theft | hare coursing | hare coursers | poaching | poachers | lead off
  the church | lead roof | church roof | lead theft | metal theft | metal thieves | scrap metal |
  copper cable | cable theft | copper pipe | builders + tools | tools + van | tools + vans | tools
  + stolen | tools + nicked | tools nicked | tools stolen | power tools | building site | building
  sites | chainsaw | chainsaws | hay? | lawnmower | lawnmowers | ride on mowers | generators
vehicle crime: vehicle crime | car crime | theft from motor vehicle | theft of motor vehicle |
  tfmv | tomv | theft from vehicle | theft from cars | cars broken into | car broken into | car
  break ins | car windows smashed | smashing car windows | car + smashed | stolen cars | stolen
  car | cars stolen | car stolen | car theft | car thieves | cars nicked | car nicked | cars being
  nicked | motors nicked | keyless | keyless theft | relay theft | car + keyless | car + fob |
  catalytic converters | catalytic converter | catalytic | cats + car | cats being nicked | cats
  nicked | number plates stolen | number plate theft | plates nicked | commuter car park |
  commuter car parks | car parks + theft | car park + break | station car park | commuter streets
  | commuters? | commuter? | sat nav | sat navs | satnav | satnavs | laptop left in car | left on
  show | valuables in cars | valuables + car | van + break | vans broken into | vans + broken |
  motorbike theft | motorbikes stolen | motorbike stolen | wheels stolen | nicking cars | nicking
  motors | steal + car | steal + cars | stealing cars | bags + cars
bicycle theft: bike theft | bikes stolen | stolen bikes | stolen bike | bikes nicked | bike nicked
  | bicycles | bicycle | cycle theft | bikes being nicked | nicking bikes | push bikes | pushbike
  | bike + nicked | bike + stolen | bikes + station | bike racks | bike lock
retail theft: shoplifting | shoplifter | shoplifters | shop lifting | shoplift | retail theft |
  retail crime | retail | stealing from shops | stealing from the shops | nicking from shops |
  nicking from the co op | co op? | nicking stuff from shops | shops + nick | shops + steal | shop
  + stealing | shop + nicking | shops + thieves | shops + lifting | business crime reduction |
  bcrp | business crime | town centre businesses | shopwatch | shop watch | shopkeepers | shop
  keepers | shop staff + theft | traders? | high street shops? | self checkout | baby milk +
  stolen | steaks + stolen | meat + stolen | walking out without paying | without paying | making
  off without payment | drive offs | petrol + without
doorstep crime and scams: doorstep crime | doorstep | door step | scam | scams | scammer |
  scammers | scammed | scamming | con men | con man | conman | conmen | conned | con artist | con
  artists | con? | rogue traders | rogue trader | rogue builders | cowboy builders | cowboy |
  cowboys | roofers | roofer | cold callers | cold caller | cold calling | bogus callers | bogus
  caller | bogus officials | bogus | bogus workmen | dodgy builders | dodgy workmen | dodgy
  tradesmen | overcharged + elderly | tarmac | driveways | driveway | resurfacing | fraud |
  fraudsters | fraudster | defrauded | fraudulent | courier fraud | pretending to be the bank |
  pretend to be the bank | pretending to be from | pretending to be police | phone calls + bank |
  bank? | phishing | romance fraud | romance scam | dating scam | online fraud | phone scams |
  phone scam | scam calls | scam letters | scam mail | lottery scam | nottingham knockers |
  nottingham knocker | tricked out of | tricked into paying | tricked? | swindle | swindled |
  swindlers | duped | pensioners + money | elderly + money | savings + lost | older + conned |
  life savings | door to door sellers | knocking on doors + elderly | knocking doors + cash |
  knocking + pensioners | knocking + older | identity theft | card fraud | cyber crime |
  cybercrime | cyber fraud | hackers? | hacked | no cold calling zone | call blockers | call
  blocker | lunch clubs
neighbourhood watch: neighbourhood watch | neighborhood watch | nhw | nw scheme | home watch |
  watch scheme | watch schemes | start a watch | street watch | farm watch | country eye |
  neighbours keeping an eye | keep an eye out for each other | keeping an eye out | look out for
  each other | volunteers + watch | curtain twitchers | set up a scheme? | street whatsapp
speeding: speedwatch | speed watch | speeding | speed gun | speed guns | speeders | speed cameras
  | cars tearing through | racing through the village | drive too fast | driving too fast | go too
  fast + village | doing 50 | doing 40 | too fast | cars flying through
prolific offenders: prolific | prolific offenders | integrated offender management | iom | ppo |
  persistent offenders | persistent offender | repeat offenders | repeat offender | reoffending |
  re offending | reoffend | reoffenders | same old faces | same faces | same few people | same
  people + crime | same handful | handful of people + crime | usual suspects | out of prison |
  just out of prison | released from prison | released from jail | out of jail | out of nick | in
  and out of prison | in and out of jail | revolving door | ex offenders | ex offender | cohort |
  serial thief | serial burglars | serial offenders | keep offending | go straight | going
  straight | on licence? | keep on doing burglaries | tagged offenders | ex cons
"""

BLOCKS = (("asb", ASB), ("ocg", OCG), ("acq", ACQ))
