"""Everyday words for organised and acquisitive crime: data only, in the form explained in
`vocabulary_disorder`."""

OCG = """
organised crime: organised crime | organized crime | organised criminals | organised gangs |
  organised crime group | ocg | ocgs | soc | serious and organised | serious organised crime |
  criminal gangs | criminal gang | crime gangs | crime gang | crime families | crime family |
  gangsters | gangster | mafia | mob? | mobsters | the big boys | crime bosses | crime boss |
  crime lords | kingpin | kingpins | mr bigs | mr big | top criminals | big time criminals |
  career criminals? | serious criminals | professional criminals | organised thieves | organised
  burglars | firm? | underworld | lead responsible officer | clear hold build | disruption |
  disrupt gangs | ocg mapping |
  national crime agency | nca | regional crime unit | armed gangs | turf war | turf wars |
  criminals? | organised | top gangs | crooks? | crime network | crime networks | criminal
  network | criminal networks | drug barons | drug baron | drugs gang | drug gangs | drugs gangs
  | the mob | big crime | who run drugs | organised thefts | gang bosses |
  gang + organised | crime group | crime groups | criminal group | criminal groups | gangsters? |
  each gang + plan | gang + written plan | gangs + plan | written plan? | plan for each gang |
  lead for each gang | organised criminality | stolen to order | to order | international gang |
  albanian gang | mafia types | crime lord | untouchables | big players | main players | top tier
  | drug lords | drug lord | cartel | cartels | kidnap | kidnapping | contract killing
four ps plan: four ps | 4ps | 4 ps | four p | 4p | 4p plan | four p plan | four ps plan | pursue
  prevent protect prepare | ocg plan | ocg plans | plan for every ocg | plan for each ocg
days of action: days of action | day of action | multi agency days | joint operation day |
  crackdown day | action day | action days | crackdown | multi agency operation | everyone turns
  up together | big day when everyone | everyone turns up | kicks doors in | door kicking |
  raids? | raid | raids day | joint raids | joint days | partnership day | one day blitz | blitz
  | crackdown days | joint crackdown | multi agency day | joint operation | joint operations |
  with fire and trading standards | knock on doors together | week of action | action weeks
waste crime: waste crime | waste gangs | illegal waste | organised fly tipping | commercial fly
  tipping | industrial fly tipping | waste sites | illegal tip | illegal landfill | lorry loads
  of waste | lorry loads + dump | lorries + dumping | tipper lorries | tipper trucks | truck
  loads + dump | waste carriers | waste + gang | waste + criminals | dumping + organised |
  dumping + gangs | fly tipping + gang | fly tipping + ocg | fly tipping + organised | rubbish +
  organised | rubbish + gangs | tipper loads | tipper + waste | loads of waste | dump + gangs |
  dumping + gang | tipping lorry loads | hauliers + tipping | waste + lorries | tip + lorries |
  skips + cash | crime family + tipping | dumping of builders waste | organised dumping | dump
  lorry loads | waste operators | illegal waste operators | waste dumping | waste dumpers | tip
  site | industrial waste | hazardous waste
  | burning waste | skip hire
intelligence: intelligence | intel | intel forms | intelligence submissions | intelligence forms
  | intelligence reports | usable intelligence | partner intelligence | tip offs | tipping off
  the police | passing on what we hear | passing information to the police | pass information to
  police | suspicious + report | bits of information | what staff see and hear | what we hear on
  the estates | snippets | telling the police what we know | eyes and ears | submit + form | send
  in info | send in information | sending in information | info they pick up | pass on what |
  passing on what | passing on information | share what they see | report what they see | what
  they see and hear | tell police what | what staff hear | intel? | whispers | rumours | picked
  up by staff | telling the police things | tell the police things | partners + telling | telling
  police | report to crimestoppers | crimestoppers | feed back to police | better at telling |
  info to police | information from partners | partner information | what they know to police |
  noticing things | report suspicious | spot and report | form is too long | intelligence form
county lines [ocg saf sub]: carry stuff + trains | kids + trains | young + trains | carrying
  stuff for | used as mules | drug mules | mules | county lines | county line | cuckooing |
  cuckoo | cuckooed | taking over homes | taken over + flat | taken over + home | taking over +
  flat | taken over by dealers | take over + flat | moved in on + tenant | london dealers |
  dealers from london | gangs from london | lads from london | from london? | london + drugs |
  london + train | london + young | london + kids | going country | going cunch | trap house |
  trap houses | trapping? | drug runners | drug running | running drugs | runners? | young
  runners | dealing line | drugs line | deal line | burner phones | burner phone | kids + carry
  drugs | children + carry drugs | kids + selling drugs | children + selling drugs | teenagers +
  dealing | kids + dealing | train + packages | packages? | dropping off drugs | plugging | debt
  bondage | vulnerable + dealers | tenant + dealers | flat + dealers | dealers + living in |
  taken over + drugs | taken over to sell | flat + sell drugs | flat has been taken over | home
  has been taken over | home + taken over | takes over + flat | take over + homes | kids + sell
  crack | kids + sell drugs | sent out of the city | out of the city | sent out + sell | from the
  city + drugs | from the city + kids | city gangs | out of london | spot drug lines | drug lines
  | drugs lines | missing kids + trap | kids + drugs + train | teens + running drugs | young
  people + running drugs | child runners | dealers in his flat | dealers + tenant | dealers in
  her flat | dealers living | two phones | two phones + lad | new trainers + lad | new trainers |
  to the coast | going missing + coast | lets dealers use | let dealers use | dealers use his |
  dealers use her | dealers + his place | dealers + her place | dealers + his home | dealers +
  lonely | dealers + vulnerable | used as a drug den | drug den | drug dens | taken advantage +
  dealers | forced to deal | made to deal | forced to sell drugs | made to sell drugs | drug
  debts | drug debt | running for dealers | shotting | shotters | bando | cunch | phone line +
  drugs | drugs phone | cities + drugs | teens with wads of cash | train tickets + kids | found
  with drugs + child | child + drugs + far from home
  | someones flat + deal | using + flat + deal | flat taken over | flat + taken over + drug |
  taken over + sellers
  | dealers exploiting
proceeds of crime: villains + houses | villains + cars | villains + money | villains + house |
  gangs + houses and cars | convicted + cars | convicted + houses | convicted + money | go after
  their money | go after their cars | houses off | cars off criminals | off them after court |
  proceeds of crime | poca |
  confiscation | confiscating | confiscate | seize their assets | seizing assets | seizing cash |
  seize + cash | seize + cars | seize + money | take their cars | taking their money | take the
  money off | take back + money | take the profits | flash cars | ill gotten gains | money
  laundering | laundering money | laundering | dirty money | hit them in the pocket | cash +
  criminals | profits + crime | claw back | clawing back | strip + assets | taking + criminals |
  take + criminals | watches + criminals | fancy watches | rolex | sports cars + criminals | cash
  and cars | cash + convicted | off convicted | off them + criminals | benefit from crime | crime
  pay | crime does not pay | seizing | seize | profit from crime | living off crime | in the
  wallet | hit + wallet | hit gangsters | gangsters + money | gangsters + wallet | lifestyle +
  criminals | living the high life | unexplained wealth | bank accounts frozen | freezing
  accounts | compensation orders | pay back | paid back + crime | cash seized | houses +
  criminals | fancy cars | criminal money | criminal cash | confiscated | their ill gotten |
  criminal profits | money from crime | houses + barons | money off drug barons | money off drug
  | money off dealers | money off criminals | off drug barons | off drug dealers
guns and contraband: guns | gun | firearms | firearm | firearms + lock ups | guns + lock ups |
  shooting | shootings | gun crime | counterfeit | counterfeits | fake goods | fake cigarettes |
  illegal tobacco | illicit tobacco | dodgy cigarettes | dodgy tobacco | knock off goods | loan
  sharks | loan shark | extortion | protection money | protection racket | racketeering |
  smuggling | smugglers | loan shark? | illegal money lenders | moneylenders | dodgy fags | cheap
  fags | fake fags | fake booze | fake vodka | fake designer | bootleg | untaxed | smuggled
  tobacco
cannabis farms [ocg sub]: cannabis farm | cannabis farms | cannabis factory | cannabis grow |
  weed farm | grow house | growing cannabis | growing weed | drug factory | drugs factory | full
  of cannabis plants | cannabis plants | cannabis plant | weed plants | growing + cannabis |
  house + cannabis plants | loft + cannabis | electricity bypassed
"""

ACQ = """
acquisitive crime: acquisitive crime | acquisitive | stealing | steal | stole | stolen | theft |
  thefts | thief | thieves | thieving | thieve | nick? | nicked | nicking | pinched | pinching |
  half inched | swiped | looting | looted | robbed | robbery | robberies | robber | robbers |
  mugging | mugged | muggings | mugger | muggers | pickpocket | pickpockets | pickpocketing | bag
  snatch | handbags | bag snatching | property crime | stolen goods | light fingered | went
  missing from? | lifted? | ripped off | tea leaf | tea leafs | blagging | pilfering | half
  inching | fleeced? | rob? | bling stolen | snatch | snatched | snatching | jewellery |
  jewellery stolen | phone snatch | phones snatched | stolen + bags | helping themselves | help
  themselves to | lifting stuff | five finger discount | purse | purses | wallet stolen | snatch
  theft | watches stolen | jewels | pickpocketed | thieves pinching | pinches | nabbed | half
  inch | stealing stuff | knocked off | robbing | rob people | robbed at | mugged outside |
  thefts of
burglary: burglary | burglaries | burglar | burglars | burgled | burgle | break in | break ins |
  break into | breaking in | breaking into | broken into | broke into | broke in | breakins |
  breakin | house breaking | housebreaking | dwelling | bdr | burglary dwelling | home invasion |
  intruder | intruders | target hardening | crime prevention advice | crime prevention | burglar
  alarms | window locks | door locks | security lights | smart water | smartwater | jemmied |
  forced the door | creeper burglary | shed breaks | shed break | sheds | shed | sheds broken
  into | garage break | garages broken into | outbuildings | distraction burglary | homes +
  raided | houses + raided | houses + turned over | keys through the letterbox | burgling |
  watching houses | casing houses | cased | back door kicked in | door kicked in + gone | door
  kicked in + telly | telly gone | home + telly | came home to find | comes home to find | kicked
  the door in + stole | lock your doors | secure
  homes | homes broken | back door forced | burgled while | raided + home | dwelling burglary |
  patio doors | jewellery + house | get done over | houses get done | houses do not get done |
  houses don't get done | houses done | homes getting done | getting done over | done over |
  places done over | turned over | cat burglar | prowler | prowlers | trying door handles |
  trying doors | snooping round houses | back gardens + night | break ins + garage | garages |
  garage break ins | lock ups | lockups | lock up broken | beach huts | allotment | allotments |
  home security | secure your home | window broken + stole | safe stolen | second homes | holiday
  + burglars | alarms? | locks on windows | crime prevention visit
prevention road shows: road show | road shows | roadshow | roadshows | darker nights | dark
  nights | villages + burglary | crime prevention events | crime prevention stalls | crime
  prevention event | stall + village | village hall + prevention | clocks go back | leaflets and
  stalls | before the clocks | stalls + houses | village events + burglary | villages + events |
  dark evenings | darker evenings | winter nights + burglary | prevention events | security
  roadshow | parish + burglary | mobile police station
property marking and rural: property marking | property marking kits | marking kits | mark their
  tools | mark tools | marking tools | forensic marking | farm | farms | farmer | farmers |
  farmers? | horse | horses | horse yard | horse yards | stables | stable? | tack | saddles |
  saddle | tractor | tractors | quad bike? | quad bikes? | quads? | quad + stolen | quad + theft
  | plant theft | plant machinery | diggers | digger | plant? | trailers | trailer | livestock |
  sheep | lambs | cattle rustling | rustling | rustlers | diesel | red diesel | heating oil | oil
  tanks | gps units | rural crime | countryside crime | rural theft | hare coursing | hare
  coursers | poaching | poachers | lead off the church | lead roof | church roof | lead theft |
  metal theft | metal thieves | scrap metal | copper cable | cable theft | copper pipe | builders
  + tools | tools + van | tools + vans | tools + stolen | tools + nicked | tools nicked | tools
  stolen | power tools | building site | building sites | chainsaw | chainsaws | hay? | lawnmower
  | lawnmowers | ride on mowers | generators | church + lead | lead off | lead off church | lead
  + roof | church lost its lead | barn | barns | gone from the barn | farmyard | farmyards |
  countryside? | rural? | rural thefts | livestock theft | diesel siphoned | siphoned | siphoning
  fuel | fuel theft | fuel stolen | tools overnight | emptied of tools | tools + emptied | smart
  water kits | stamped with postcode | dna marking | equestrian | tack room | tack rooms | golf
  buggies | machinery | stamping postcodes | postcodes on | postcode on tools | engrave |
  engraved | engraving | uv pen | datatag | hotwired | land rovers | land rover | defender stolen
  | sheep rustling | sheep stolen | sheep worrying | cattle | cows stolen | hay stolen | pony |
  ponies | saddlery | horsebox | horse box | horse trailers | fertiliser | copper | copper pipe
  ripped | ripped out | lead flashing | flashing stolen | bell stolen | slates stolen | stone
  stolen | agricultural | agri | vineyard | orchards | pheasants | deer | lurchers | lamping |
  poacher | builder's tools | tradesmen + tools | tradesman | builder + tools | site theft |
  generator stolen | mini digger | plant stolen | cement mixer | lawn mower
vehicle crime: vehicle crime | car crime | theft from motor vehicle | theft of motor vehicle |
  tfmv | tomv | theft from vehicle | theft from cars | cars broken into | car broken into | car
  break ins | car windows smashed | smashing car windows | car + smashed | stolen cars | stolen
  car | cars stolen | car stolen | car theft | car thieves | cars nicked | car nicked | cars
  being nicked | motors nicked | keyless | keyless theft | relay theft | car + keyless | car +
  fob | catalytic converters | catalytic converter | catalytic | cats + car | cats being nicked |
  cats nicked | number plates stolen | number plate theft | plates nicked | commuter car park |
  commuter car parks | car parks + theft | car park + break | station car park | commuter streets
  | commuters? | commuter? | sat nav | sat navs | satnav | satnavs | laptop left in car | left on
  show | valuables in cars | valuables + car | van + break | vans broken into | vans + broken |
  motorbike theft | motorbikes stolen | motorbike stolen | wheels stolen | nicking cars | nicking
  motors | steal + car | steal + cars | stealing cars | bags + cars | wheels off | alloys |
  wheels + cars | airbags | van emptied | vans emptied | car park + cars + stolen | window
  smashed + car | nicked my motor | my motor | car key burglary | keys + car stolen | parked cars
  | parked at the station | cats converters | converters | motorbike pinched | pinched from
  driveway | from driveway | off the drive | from my drive | car gone from | cars gone | car went
  | relay | range rover | range rovers | theft of cars | theft of car | cars + theft | car +
  theft | bumpers | headlights stolen | satnavs stolen | glovebox | bag left in car | window put
  through | car window + laptop | vans done | vans + tools stolen | doors peeled | peeled + van |
  fuel tank drilled | drilled tanks | transit vans | car jacking | carjacking | cars get done |
  cars done | cars being done | cars rifled | rifled | unlocked cars | car door handles
  | smashed windows + laptop | windows + commuters | no laptop | laptop + car | tools gone + van
  | van tools
bicycle theft: bike theft | bikes stolen | stolen bikes | stolen bike | bikes nicked | bike
  nicked | bicycles | bicycle | cycle theft | bikes being nicked | nicking bikes | push bikes |
  pushbike | bike + nicked | bike + stolen | bikes + station | bike racks | bike lock | my bike |
  had my bike | bike away | push bike | bike shed | cycles stolen | ebikes | e bikes stolen
retail theft: shoplifting | shoplifter | shoplifters | shop lifting | shoplift | retail theft |
  retail crime | retail | stealing from shops | stealing from the shops | nicking from shops |
  nicking from the co op | co op? | nicking stuff from shops | shops + nick | shops + steal |
  shop + stealing | shop + nicking | shops + thieves | shops + lifting | business crime reduction
  | bcrp | business crime | town centre businesses | shopwatch | shop watch | shopkeepers | shop
  keepers | shop staff + theft | traders? | high street shops? | self checkout | baby milk +
  stolen | steaks + stolen | meat + stolen | walking out without paying | without paying | making
  off without payment | drive offs | petrol + without | cleaned out every day | getting cleaned
  out | cleaned out | losing stock | stock + thieves | shopkeepers + thieves | shops + robbed |
  stealing booze from | steal from shops | nick from shops | nicking from the shop | supermarket
  + theft | supermarket + stealing | steal meat | boots? | brazen + shops | pinching +
  supermarket | thieves + supermarket | nick + supermarket | steal + supermarket | meat +
  supermarket | booze + supermarket | pinching booze | shop theft | shop thefts | shop thief |
  shop thieves | shelves cleared | clear shelves | clearing shelves | sweeping shelves | waitrose
  + steal | tesco | aldi | lidl | morrisons | sainsburys | boots + stealing | perfume + stolen |
  security tags | shop security | retail radio | radio link | radio scheme | town link |
  dispersed + shoplift | banned from shops | repeat shoplifters | businesses joining
  | walking out with | walk out with | walks out with | shop staff + fed up
doorstep crime and scams: money + met online | money + online | sends money | sending money to |
  sent money to | wiring money | romance scam | new driveway | driveway + knocked | doorstep
  crime | doorstep | door step | scam | scams | scammer | scammers | scammed | scamming | con men
  | con man | conman | conmen | conned | con artist | con artists | con? | rogue traders | rogue
  trader | rogue builders | cowboy builders | cowboy | cowboys | roofers | roofer | cold callers
  | cold caller | cold calling | bogus callers | bogus caller | bogus officials | bogus | bogus
  workmen | dodgy builders | dodgy workmen | dodgy tradesmen | overcharged + elderly | tarmac |
  driveways? | driveway? | resurfacing | fraud | fraudsters | fraudster | defrauded | fraudulent
  | courier fraud | pretending to be the bank | pretend to be the bank | pretending to be from |
  pretending to be police | phone calls + bank | bank? | phishing | romance fraud | romance scam
  | dating scam | online fraud | phone scams | phone scam | scam calls | scam letters | scam mail
  | lottery scam | nottingham knockers | nottingham knocker | tricked out of | tricked into
  paying | tricked? | swindle | swindled | swindlers | duped | pensioners + money | elderly +
  money | savings + lost | older + conned | life savings | door to door sellers | knocking on
  doors + elderly | knocking doors + cash | knocking + pensioners | knocking + older | identity
  theft | card fraud | cyber crime | cybercrime | cyber fraud | hackers? | hacked | no cold
  calling zone | call blockers | call blocker | lunch clubs | rogue? | rogue gardeners | rogues |
  fleecing | fleeced | fleece | fake copper | fake coppers | fake police | fake policeman | fake
  texts | fake text | parcel texts | parcel text | dodgy email | dodgy emails | dodgy texts |
  savings | took all their savings | talked out of their savings | talked out of | ten grand |
  thousands of pounds? | gran + money | gran + grand | nan + money | grandad + money | bank
  details | bank transfer | bitcoin scam | investment scam | impersonating | gift cards | crypto
  | tv licence email | dodgy callers | bogus gas man | pretend gas man | roof needed fixing |
  roof needed | block paving | gutter cleaners | paving gang | tarmac gang | tarmac gangs |
  elderly + cash | elderly + scam | rip off | ripping off | tricksters | trickster | con trick |
  preying on the elderly | prey on the elderly | preying on pensioners | prey on pensioners |
  fake council | fake badge | fake council badge | council badge | money up front | cash up front
  | up front + work | asking for money up front | asking for cash | asking + cash + door |
  tricked by someone on the phone | tricked + phone | phone + account | account was hacked |
  account hacked | claiming her account | claiming to be | claims to be | claiming + phone |
  someone on the phone | romance scammers | sob story | on the doorstep | at the door + money |
  at the door + elderly | doorbell + cash | gutters | guttering | tree surgeons | tree surgeon |
  drive resurfaced | drives | asphalt | insulation scam | double glazing | boiler scam | hmrc
  call | hmrc | tax scam | tax man call | amazon call | computer support call | remote access |
  anydesk | western union | prize draw | lottery letter | fake prize | clairvoyant | mail scam |
  pension scam | equity release | vulnerable + scammed | old + conned | old + scammed | granny +
  scam | grandmother + tricked | grandmother + phone | grandparents + scam | nuisance calls | con
  the elderly | conning | con + pensioner | con + pensioners | overcharging | overcharge
  | bank card + phone | gave her bank card | gave his bank card | card to a man
neighbourhood watch: neighbourhood watch | neighborhood watch | nhw | nw scheme | home watch |
  watch scheme | watch schemes | start a watch | street watch | farm watch | country eye |
  neighbours keeping an eye | keep an eye out for each other | keeping an eye out | look out for
  each other | volunteers + watch | curtain twitchers | set up a scheme? | street whatsapp |
  start a neighbourhood | watch in our road | look out for neighbours | keep watch | set up a
  watch | nosey neighbours | residents + watch | residents keep watch | volunteers to look out
  | looking out for each other | schemes per parish
speeding: speedwatch | speed watch | speeding | speed gun | speed guns | speeders | speed cameras
  | cars tearing through | racing through the village | drive too fast | driving too fast | go
  too fast + village | doing 50 | doing 40 | too fast | cars flying through | speeding + school |
  speeding past | bombing through | hurtling through | speed through | tear through the village |
  speed group | village speed | speed + village | speedy drivers | slow drivers down | slow down
  traffic | traffic speed | 20mph | 30 limit | drivers going too fast | cars too fast | fast cars
  + village | speed limit | speeds through
  | speed checks | speed check
prolific offenders: prolific | prolific offenders | integrated offender management | iom | ppo |
  persistent offenders | persistent offender | repeat offenders | repeat offender | reoffending |
  re offending | reoffend | reoffenders | same old faces | same faces | same few people | same
  people + crime | same handful | handful of people + crime | usual suspects | out of prison |
  just out of prison | released from prison | released from jail | out of jail | out of nick | in
  and out of prison | in and out of jail | revolving door | ex offenders | ex offender | cohort |
  serial thief | serial burglars | serial offenders | keep offending | go straight | going
  straight | on licence? | keep on doing burglaries | tagged offenders | ex cons | always the
  same + burglaries | same lads + burglaries | same five | same lads | same faces + shop | due
  out | due out of jail | straight back to thieving | straight back to crime | back to thieving |
  back inside | repeat burglars | prolific burglar | burglars + released | tag + burglar | keeps
  reoffending | released last month | burgling again | already burgling | released + burgling |
  released + again | prison + again | jailed + out | habitual | habitual criminals | career
  burglars | career burglar | career criminal | hardcore | small group of thieves | handful of
  thieves | handful of offenders | few offenders + most crime | most crime + few | probation +
  burglars | licence + burglar | managed together | most active offenders | nuisance offender
"""
