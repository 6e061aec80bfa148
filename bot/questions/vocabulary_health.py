"""Everyday words for substance misuse and mental health: data only, in the form explained in
`vocabulary_disorder`."""

SUB = """
substance misuse: sniffing gas | sniffing glue | huffing | sniffing | diazepam | valium | benzos
  | benzodiazepines | tramadol | codeine | fentanyl | blues? | ritalin | magic mushrooms | lsd |
  acid? | ghb | snus? | party drugs | prescription drugs | prescription medication? | tablets +
  internet | substance misuse | substance abuse | drugs and alcohol | drug and alcohol | drugs |
  drug | druggies | druggy | druggie | junkies | junkie | addicts | addict | addiction | addicted
  | crack | crackheads | crackhead | cocaine | coke | heroin | smack | brown? | ketamine | ket |
  mdma | ecstasy | pills? | mandy? | speed pills | meth | crystal meth | opiates | opioids |
  cannabis | weed | skunk | dope | spliff | spliffs | joints? | smoking + park? | marijuana |
  ganja | stoned | stoners | high as a kite | off their heads | off his head | off their faces |
  getting high | wasted? | spice | legal highs | legal high | psychoactive substances | new
  psychoactive substances | zombies? | nitrous oxide | laughing gas | nos | balloons | gas
  canisters | silver canisters | canisters | whippets | solvents | glue sniffing | vapes | vaping
  | thc vapes | xanax | pregabalin | dealers | dealer | drug dealing | dealing drugs | drug deals
  | pushers | selling drugs | drug dealers | drugs dealers | drug taking | taking drugs |
  shooting up | possession? | drug use | drug users | users? | edibles | spice heads | crack? |
  whippits | smell of cannabis | cannabis smell | smell of weed | stink of weed | reek of weed |
  reeks of weed | coke heads | line of coke | class a | class a drugs | benzos | ghb | baggie |
  dealing + estate | dealing in the | deal + alley | dealing + park | hooked | hooked on | hooked
  on painkillers | painkillers | painkiller | codeine | tramadol | pill poppers | popping pills |
  tablets + addicted | off their head | off their face | tripping | lsd | acid trip | mushrooms |
  poppers | buzzing on | chasing the dragon | jacking up | crackhouse | crack house | laughing
  gas parties | nos canisters | nitrous | hippy crack | whip its | sniffing | sniffers | huffing
  | drug of choice | drugs problem | drug problem | druggies in | users in the | dealing from |
  deals drugs | selling weed | sells weed | weed dealers | dealers on bikes | dealers outside |
  dealer outside | dealer in | dealers in | dealers on | habit? | drugged up | drugged | drugs in
  the toilets | drugs found | smoking joints | rolling joints | bongs | monkey dust | fentanyl |
  steroid | steroids
alcohol: alcohol | booze | boozing | boozed up | drunk | drunks | drunken | drinking | drink? |
  drinkers | alcoholic | alcoholics | alcoholism | binge drinking | pissed | legless | hammered |
  lager louts | cider | vodka | wkd | beer | cans of lager | drinking in the park | drunk and
  disorderly | bladdered | paralytic | boozy | necking | necking cider | bottles of vodka |
  bottle a day | cans on the bench | special brew | street + drinkers | tinnies | wino | winos |
  drink problem | drinks too much | drinking + death | drinking themselves to death | drinking
  every day | alkies | booze + park | pint | pints | one too many | pint too many | had a few |
  tipsy | sloshed | plastered | trolleyed | smashed on | lashed | on the lash | on the piss |
  drinkers on | street drinkers | liver disease | drink driving | drink drivers | drink drive |
  drunk drivers | hangover | prosecco | shots | spirits | lager | stella | strongbow | cheap
  booze | cheap cider | drinks heavily | heavy drinkers | heavy drinking | hard drinking | drink
  related | problem drinkers
outreach to young people: street outreach | outreach with young people | outreach | detached
  youth work | detached youth workers | detached team | youth workers | youth worker | street
  based | young people on drugs and alcohol | teens + drinking | teenagers + drinking | kids +
  drinking | kids + weed | teenagers + weed | lads + weed | kids + drugs | teenagers + drugs |
  youth + drugs | youths + drugs | young + drugs | young + weed | kids + vodka | kids + vaping |
  balloons + kids | youngsters + drugs | youngsters + drink | young + alcohol | skate park + weed
  | park + weed | street drug workers | drug workers + teens | meeting teens | meets teens |
  workers who go out to kids | go out to kids | balloons + car park | kids + balloons | kids
  doing drugs | teens + weed | teens + drugs | teens + vodka | teenagers who are drinking | work
  with teenagers | teenagers + rec | teens + rec + drinking | young drinkers | young drug users |
  youth outreach | outreach van | mobile youth | bus for young people | talk to kids on the
  street | talking to kids on the street | kids + vapes | young people + cannabis | teenagers +
  cannabis | youngsters + cannabis | kids + cannabis | kids + booze | teens + booze
school drug education: drug education | workshops in secondary schools | substance misuse
  workshops | drugs talks in schools | drug talks | drugs lessons | drugs + lessons | drugs +
  schools | drugs + school | drug + schools | alcohol + schools | drugs + pupils | drugs +
  assembly | drugs + assemblies | pupils + vaping | teach + drugs | teaching + drugs | workshops
  | year 10s + drugs | year 9s + drugs | pupils + drugs | talk to pupils + drugs | vaping +
  toilets | vape + school | drugs awareness + school | drug awareness + pupils | lessons for
  secondary | pupils on booze | pupils + booze | pupils + pills | booze and pills | secondary +
  drugs | secondary + booze | secondary + alcohol | secondary pupils + drugs | school + drugs |
  school + alcohol | students + drugs | classroom + drugs | classes on drugs | warn pupils |
  drugs + education | say no to drugs | school talks + drugs
treatment: drug treatment | community drug and alcohol service | drug and alcohol service |
  treatment | rehab | rehabilitation? | detox | come off drugs | come off heroin | coming off
  drugs | off the drink | off the booze | stop drinking | give up drinking | kick the habit |
  methadone | scripts? | recovery | recovering addicts | recovery worker | needle exchange |
  naloxone | in treatment | help for addicts | help with addiction | aa meetings | adults + drug
  service | wants to stop + drugs | support + addicts | sober | to get clean | wants rehab | want
  rehab | who wants rehab | drug clinic | drug services | alcohol services | help to stop
  drinking | stop using | stop taking drugs | service for drinkers | detoxing | 12 steps | clean
  and sober | methadone clients | opiate substitute | come off | wants to come off | wanting to
  come off | get off drugs | get off heroin | getting off drugs | getting off heroin | give up
  drugs | giving up drugs | give up heroin | stay clean | staying clean | going cold turkey |
  cold turkey | withdraw? | withdrawal | suboxone | buprenorphine | substitute prescribing |
  keyworker | key worker | relapse | relapses | relapsing | alcoholics anonymous | narcotics
  anonymous | drug worker | drug workers | drug help | help for drinkers | help for drug |
  support for drinkers | support for drug | drug service | alcohol service | alcohol treatment |
  alcohol help
under-age sales: under age sales | underage sales | underage alcohol | under age alcohol | test
  purchase | test purchases | test purchasing | test purchase operations | selling alcohol to
  kids | selling booze to kids | selling drink to kids | sell booze to | sells booze | selling
  vodka to | served underage | serving underage | serving kids | serve kids | serving under 18s |
  under 18s | under 18 | underage drinking | under age drinking | underage drinkers | underage |
  under age | off licence + kids | off licences | off licence | offy | offie | corner shop + kids
  | corner shop + booze | corner shop + alcohol | shop + booze | shops + booze | shops + alcohol
  | shop + vodka | shops + vodka | shops + cider | shop selling + kids | shop sells + kids |
  shops selling + kids | no id | fake id | fake ids | without id | checking id | id checks |
  asked for id | challenge 25 | buying booze | buy booze | buying alcohol | proxy buying |
  selling to kids | sell to kids | sells to kids | selling to children | sell to children | kids
  in school uniform | selling + kids in uniform | vodka to year | booze to year | sold + kids |
  sells + underage | fags to kids | vapes to kids | buy vodka | getting served | get served |
  served at the shop | shop + served | flogging + fourteen | flogging cider | flogging booze |
  flogging vodka | flog + kids | flog booze | fourteen year olds + cider | fourteen year olds +
  shop | fifteen year olds + shop | 14 year olds + shop | 15 year olds + booze | 14 year olds +
  booze | minors + alcohol | minors + booze | sell + minors | serving minors | serve minors |
  children buying | kids buying | kids buy | teenagers buying | teens buying | mystery shop |
  mystery shoppers | cadets + buy | ask for id | not asking for id | do not ask for id | proof of
  age | age checks | age check | corner shops + kids | corner shops + booze | corner shops +
  cider
licensing: licensing visits | licensing | licensed premises | licence review | licensee |
  landlords + pub | problem premises | problem pub | problem pubs | rough pub | rough pubs | pub
  | pubs | the pubs | bars? | wine bar | clubs? | nightclubs | nightclub | bouncers | bouncer |
  door staff | pubwatch | improvement plans | over serving | serving drunks | serving people who
  are drunk | lock ins | late licence | temporary event notice | bar + licence | licence + review
  | licence that needs | lose their licence | licence reviewed | licence + pub | premises licence
  | kicks off + pub | pub + kicks off | pub + trouble | trouble + pub | trouble pub | rowdy pub |
  noisy pub | bar? | boozer | boozers | licence? | licence conditions | rowdy bar | rowdy bars |
  rowdy club | rowdy nightclub | bar staff | landlord of the | landlady | publicans | publican |
  pub landlords | tavern | inn? | opening times + pub | hours + pub | noisy bar | late night bar
  | off sales | licensing team | licensing act | premises? | problem bar | problem bars | trouble
  at the | licence holders | licence holder | drunk + served | bar brawl
drug litter: drug litter | needle | needles | sharps | syringe | syringes | drug paraphernalia |
  paraphernalia | discarded needles | needles in the park | needles in the playground | foil and
  needles | spent canisters | baggies | drug gear left | crack pipes | sharps box | sharps bins |
  clearance protocol | injecting kit | dirty syringes | syringes behind | sharp + park |
  injecting in | inject in | shooting gallery | needle finds | drug waste | used needles |
  hypodermic | hypodermics | needles under | under the slide | slide + needles | sharps in |
  needle stick | needlestick | jabbed by | spiked by a needle | found needles | finding needles |
  needles found | works left | drug rubbish | drug mess | foil + spoons | burnt spoons | spoons
  and foil | injecting equipment | injecting gear | drug equipment | drug wraps | wraps
night-time violence: alcohol related violence | night time economy | drunken violence | drunken
  fights | drunks fighting | drunk + fight | drunk + fights | drunk + fighting | drunken brawls |
  brawls | brawl | pub fights | pub fight | punch up | punch ups | scraps outside | fights
  outside + pub | fighting outside + pub | fights outside + club | fights + pubs | fighting +
  pubs | fights + kebab | kebab shop | chucking out time | closing time | saturday night | friday
  night | friday nights | saturday nights | weekend nights | town centre at night | night out |
  nights out | glassing | glassed | fights + night | fighting + night | violence + night |
  kicking out time | after the pubs shut | brawls on friday | weekend violence | violence + drink
  | violence + alcohol | fights + drunk | fights + weekend | a and e + saturday | punch ups on a
  saturday | assaults + pubs | pub assaults | fighting on a saturday | kick off + weekend |
  bottlings | drunk violence | town at night | pint too many + fight | pint + fight | drink +
  fight | fight in the high street | fights in the high street | booze fuelled | booze + fight |
  booze + fights | alcohol fuelled | violence in town | town centre fights | pub crawl | pub
  crawls | christmas parties | new years eve | world cup + drink | taxi rank | taxi queue | kebab
  | late night trouble | late night violence | at kicking out | evening economy | nightlife |
  clubbers | clubbing | revellers | black eye friday | drunk and fighting | drunk + violence |
  drunk + assault | assaulted + drunk | scuffles | scrap outside
"""

MH = """
mental health: mental health | mental heath | mental elf | mh | mental illness | mentally ill |
  mental | mental well being | mental wellbeing | wellbeing | well being | psychological |
  psychiatric | psychosis | psychotic | schizophrenia | schizophrenic | bipolar | depression |
  depressed | anxiety | anxious | stress | stressed | panic attacks | panic attack | ptsd |
  trauma | eating disorder | personality disorder | self harm | self harming | self harmers |
  cutting themselves | hearing voices | voices in their head | breakdown | having a breakdown |
  nervous breakdown | head is in bits | head in bits | in crisis | mental health crisis | crisis
  | crisis team | sectioned | section 136 | s136 | s 136 | 136 suite | street triage | not coping
  | struggling to cope | cannot cope | losing it | in a bad way | in a bad place | dark place |
  low mood | feeling low | not right in the head | unwell in the head | troubled minds | poorly
  in the head | lonely | loneliness | isolated | isolation | counselling | counsellor | therapy |
  talking therapy | iapt | camhs | dementia | alzheimers | confused and wandering | wandering at
  night | meltdown | meltdowns | paranoid | paranoia | aliens | delusions | delusional |
  hallucinating | hallucinations | hears voices | hearing things | manic | obsessive | ocd |
  really low | feel low | can not cope | in tears | crying all the time | tears every night |
  distress? | distressed | anorexia | anorexic | bulimia | eating problems | postnatal | burnout
  | nerves | bad nerves | disturbed | confused? | ment health | emotional support | talks to the
  walls | talking to the walls | talk to the walls | walls + talks | telly is speaking | telly +
  speaking | tv is talking | telly is talking | voices | hears things | sees things | cuts
  herself | cuts himself | cut herself | cut himself | cutting herself | cutting himself | hurt
  herself | hurt himself | hurts herself | hurts himself | harming herself | harming himself |
  harms herself | harms himself | not left the house | has not left the house | does not leave
  the house | never leaves the house | agoraphobic | recluse | reclusive | hermit | withdrawn |
  veterans + ptsd | ex forces + struggling | shell shock | nervous wreck | at the end of his
  tether | end of her tether | end of their tether | in pieces | falling apart | fallen apart |
  cracking up | lost the plot | lost it | losing the plot | losing his mind | losing her mind |
  out of his mind | not well in the head | unstable | unwell | breaking down | broke down |
  emotional | emotionally | bereaved | bereavement | grief | grieving | hopeless | in despair |
  despair | despairing | psych ward | psych | bedlam | medication | antidepressants | adhd |
  autism? | autistic? | asperger | wanders at night | wanders the streets | shouting at strangers
  | shouts at strangers | behaving oddly | odd behaviour | strange behaviour | erratic | acting
  strange
referral to mental health team: community mental health team | cmht | referral route | refer to
  the mental health team | mental health + referral | mental health + refer | get someone seen |
  getting people seen | get them seen by | waiting list? | mental health team | psychiatrist |
  psychiatric nurse | cpn nurse | pathway | route into + mental | how do we refer | pass + mental
  health nurses | refer a man | refer + voices | refer + mental | get help from the mental | nhs
  mental health | seen by a psychiatrist | cmht referral | send to mental health | get seen by
  mental | into the community mental | crisis nurses | in front of the crisis | get a person in
  front | person + crisis | crisis + refer | mental health nurse | mental health nurses | mental
  health services | mental health service | secondary care | access to mental | wait for mental
  health | waiting + mental health | gp + mental | referral pathway | refer someone | refer
  people | how fast can we get
mental health first aid: mental health first aid | first aid training | mental health training |
  mhfa | first aiders | first aid | training for front line staff | talk to someone who is +
  breakdown | staff + breakdown | train + mental | training + mental | staff + distressed | talk
  to people in crisis | learn to spot + depression | course + mental health | staff + suicidal |
  front context + crisis | staff who need to handle | handle people in crisis | staff + crisis |
  reception + crisis | coping with + callers | first aid for mental | staff handle | spot
  depression | how to spot depression | spotting depression | colleagues + depression | colleague
  + depression | colleague training | colleagues + stress | training + depression | training for
  staff + mental | mental health course | mental health courses | first aid course | first aid
  courses
  | not coping | isn't coping
frequent callers: repeat calls for service | repeat calls | repeat callers | repeat caller |
  frequent callers | frequent caller | ring 999 every | rings 999 | ringing 999 | calling 999
  every | phones us every day | phone us every day | rings us every day | ring us all the time |
  rings up every night | rings the police every | ringing + every day | ring + every day | rings
  + all day | calls us ten times | same person calling | same people ringing | same woman ringing
  | same bloke ringing | keep ringing | keeps ringing | keeps calling | keep calling | fewer
  calls | time limited support | calls the police every | calls + every night | regulars + 999 |
  phoning all hours | dial 999 all the time | ringing in tears | ring in tears | same caller |
  same caller ringing | rings about | rings us about | rings every day | calls about aliens |
  repeat caller + police | rings 999 twelve | 999 twelve times | times a day | ten times a day |
  calls all night | rings all night | rings about nothing | constantly calling | constantly
  ringing | constant calls | ringing every night | calls every day | phones about the same | five
  times a day | same thing five times | phones five times | man who phones | woman who phones |
  bloke who phones | chap who phones | who phones | phones every | phones us | phones all day |
  keeps phoning | keep phoning | phoning every | calls ambulance | repeat ambulance | frequent
  flyer | frequent flyers | demand from | vexatious callers | nuisance callers | nuisance caller
  | high demand | high intensity user | high intensity users | calls constantly | always ringing
  | always on the phone | regular callers | regular caller | rings up all the time | same address
  + calls | same address + every | times a week | rings us thirty | rings us | times a night |
  thirty times | twenty times | fifty times
hoarding and self-neglect: bags and bags | bags of stuff | piled high | will not let us in? |
  will not throw anything away | cannot get through the door | rats + tenant | stuff + rats |
  hoarding | hoarder | hoarders | hoard | hoards | self neglect | self neglecting | squalor |
  living in filth | living in squalor | filthy house | filthy flat | house full of rubbish |
  house full of junk | house full of stuff | full of junk | full of newspapers | flat full of
  rubbish | junk piled | piled up | piled high | piles of newspapers | stuffed | floor to ceiling
  | cannot get in the door | clutter | cluttered | cluttered homes | clutter scale | not looking
  after themselves | not washing | living in own filth | rats + house | shared checklist | hasn't
  thrown anything away | throw nothing away | never throws anything away | filth | up to the
  ceiling | to the ceiling | forty cats | dozens of cats | throw anything away | throws anything
  away | throw things away | will not throw | cannot throw | can not throw | fire trap | junk |
  hallway blocked | cannot see the floor | can not see the floor | see the floor | floor for
  rubbish | rubbish + flat | rubbish + house | newspapers | bags of rubbish indoors | keeps
  everything | collects everything | living in rubbish | mouldy food | stacked to | crammed with
  rubbish | cats + rubbish | clutter so bad | living in squalor with | firefighters could not get
  through | could not get through the door | cannot get through the door | cannot open the door |
  path through the | hoards newspapers | magpie | stuff everywhere | possessions | rubbish piled
  | piles of rubbish indoors | house + piles | piles + newspapers | stacked + newspapers |
  unsanitary | insanitary | filthy home | filthy homes | dirty house | dirty home | disgusting
  house | smelly house | smell from flat | neglecting himself | neglecting herself | neglects
  himself | neglects herself | not eating | does not wash | not wash | unwashed | skip needed |
  deep clean | house clearance | never puts the bins out | bins + never out | mess inside | bugs
  and rats | infestation | infested
  | he hoards | she hoards | hoards + rats
suicide prevention: suicide | suicides | suicidal | suicide prevention | suicide prevention
  messages | killing themselves | kill themselves | kill himself | kill herself | take their own
  life | taking their own life | took his own life | taken their own lives | taking their own
  lives | end it all | ending it all | end their life | end their lives | ending their lives |
  jump off | jumping off | jumpers | jump in front | jump from | jumping in front of trains |
  jumped | on the tracks | on the line + train | train line + people | step in front | bridge +
  jump | rail stations | railway + people | railway | samaritans | zero suicide | don't want to
  live | do not want to live | want to die | wants to end | end it at | on platforms | platforms
  | viaduct | samaritans number | threatening to jump | multi storey + jump | station + end it |
  jumps | cliff | took an overdose | bridge + suicide | train + suicide | ledge | on the ledge |
  ledge of the | multi storey | jumping | take her own life | take his own life | took her own
  life | taken her own life | taken his own life | killed himself | killed herself | hang himself
  | hanged | hanging himself | tried to kill | attempts on their life | attempted suicide |
  overdosed | overdose | overdoses | suicides on | suicide at the | railway + suicide | railway +
  jump | platform | edge of the platform | stations + suicide | car parks + suicide | posters +
  suicide | signs + suicide | helpline signs | end his life | end her life | no reason to live |
  had enough of life | not want to be here | do not want to be alive | better off dead
"""
