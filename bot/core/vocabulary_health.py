"""Everyday words for substance misuse and mental health: data only, in the form explained in
`vocabulary_disorder`."""

SUB = """
substance misuse: substance misuse | substance abuse | drugs and alcohol | drug and alcohol |
  drugs | drug | druggies | druggy | druggie | junkies | junkie | addicts | addict | addiction |
  addicted | crack | crackheads | crackhead | cocaine | coke | heroin | smack | brown? | ketamine
  | ket | mdma | ecstasy | pills? | mandy? | speed pills | meth | crystal meth | opiates | opioids
  | cannabis | weed | skunk | dope | spliff | spliffs | joints? | smoking + park? | marijuana |
  ganja | stoned | stoners | high as a kite | off their heads | off his head | off their faces |
  getting high | wasted? | spice | legal highs | legal high | psychoactive substances | new
  psychoactive substances | zombies? | nitrous oxide | laughing gas | nos | balloons | gas
  canisters | silver canisters | canisters | whippets | solvents | glue sniffing | vapes | vaping
  | thc vapes | xanax | pregabalin | dealers | dealer | drug dealing | dealing drugs | drug deals
  | pushers | selling drugs | drug dealers | drugs dealers | drug taking | taking drugs | shooting
  up | possession? | drug use | drug users | users? | edibles | spice heads | crack? | whippits |
  smell of cannabis | cannabis smell | smell of weed | stink of weed | reek of weed | reeks of
  weed | coke heads | line of coke | class a | class a drugs | benzos | ghb | baggie | dealing +
  estate | dealing in the | deal + alley | dealing + park
alcohol: alcohol | booze | boozing | boozed up | drunk | drunks | drunken | drinking | drink? |
  drinkers | alcoholic | alcoholics | alcoholism | binge drinking | pissed | legless | hammered |
  lager louts | cider | vodka | wkd | beer | cans of lager | drinking in the park | drunk and
  disorderly | bladdered | paralytic | boozy | necking | necking cider | bottles of vodka | bottle
  a day | cans on the bench | special brew | street + drinkers | tinnies | wino | winos | drink
  problem | drinks too much | drinking + death | drinking themselves to death | drinking every day
  | alkies | booze + park
outreach to young people: street outreach | outreach with young people | outreach | detached youth
  work | detached youth workers | detached team | youth workers | youth worker | street based |
  young people on drugs and alcohol | teens + drinking | teenagers + drinking | kids + drinking |
  kids + weed | teenagers + weed | lads + weed | kids + drugs | teenagers + drugs | youth + drugs
  | youths + drugs | young + drugs | young + weed | kids + vodka | kids + vaping | balloons + kids
  | youngsters + drugs | youngsters + drink | young + alcohol | skate park + weed | park + weed |
  street drug workers | drug workers + teens | meeting teens | meets teens | workers who go out to
  kids | go out to kids | balloons + car park | kids + balloons | kids doing drugs | teens + weed
  | teens + drugs | teens + vodka
school drug education: drug education | workshops in secondary schools | substance misuse
  workshops | drugs talks in schools | drug talks | drugs lessons | drugs + lessons | drugs +
  schools | drugs + school | drug + schools | alcohol + schools | drugs + pupils | drugs +
  assembly | drugs + assemblies | pupils + vaping | teach + drugs | teaching + drugs | workshops |
  year 10s + drugs | year 9s + drugs | pupils + drugs | talk to pupils + drugs | vaping + toilets
  | vape + school | drugs awareness + school | drug awareness + pupils
treatment: drug treatment | community drug and alcohol service | drug and alcohol service |
  treatment | rehab | rehabilitation? | detox | come off drugs | come off heroin | coming off
  drugs | off the drink | off the booze | stop drinking | give up drinking | kick the habit |
  methadone | scripts? | recovery | recovering addicts | recovery worker | needle exchange |
  naloxone | in treatment | help for addicts | help with addiction | aa meetings | adults + drug
  service | wants to stop + drugs | support + addicts | sober | to get clean | wants rehab | want
  rehab | who wants rehab | drug clinic | drug services | alcohol services | help to stop drinking
  | stop using | stop taking drugs | service for drinkers | detoxing | 12 steps | clean and sober
  | methadone clients | opiate substitute
under-age sales: under age sales | underage sales | underage alcohol | under age alcohol | test
  purchase | test purchases | test purchasing | test purchase operations | selling alcohol to kids
  | selling booze to kids | selling drink to kids | sell booze to | sells booze | selling vodka to
  | served underage | serving underage | serving kids | serve kids | serving under 18s | under 18s
  | under 18 | underage drinking | under age drinking | underage drinkers | underage | under age |
  off licence + kids | off licences | off licence | offy | offie | corner shop + kids | corner
  shop + booze | corner shop + alcohol | shop + booze | shops + booze | shops + alcohol | shop +
  vodka | shops + vodka | shops + cider | shop selling + kids | shop sells + kids | shops selling
  + kids | no id | fake id | fake ids | without id | checking id | id checks | asked for id |
  challenge 25 | buying booze | buy booze | buying alcohol | proxy buying | selling to kids | sell
  to kids | sells to kids | selling to children | sell to children | kids in school uniform |
  selling + kids in uniform | vodka to year | booze to year | sold + kids | sells + underage |
  fags to kids | vapes to kids | buy vodka | getting served | get served | served at the shop |
  shop + served
licensing: licensing visits | licensing | licensed premises | licence review | licensee |
  landlords + pub | problem premises | problem pub | problem pubs | rough pub | rough pubs | pub |
  pubs | the pubs | bars? | wine bar | clubs? | nightclubs | nightclub | bouncers | bouncer | door
  staff | pubwatch | improvement plans | over serving | serving drunks | serving people who are
  drunk | lock ins | late licence | temporary event notice | bar + licence | licence + review |
  licence that needs | lose their licence | licence reviewed | licence + pub | premises licence |
  kicks off + pub | pub + kicks off | pub + trouble | trouble + pub | trouble pub | rowdy pub |
  noisy pub | bar? | boozer | boozers | licence?
drug litter: drug litter | needle | needles | sharps | syringe | syringes | drug paraphernalia |
  paraphernalia | discarded needles | needles in the park | needles in the playground | foil and
  needles | spent canisters | baggies | drug gear left | crack pipes | sharps box | sharps bins |
  clearance protocol | injecting kit | dirty syringes | syringes behind | sharp + park | injecting
  in | inject in | shooting gallery | needle finds | drug waste | used needles
night-time violence: alcohol related violence | night time economy | drunken violence | drunken
  fights | drunks fighting | drunk + fight | drunk + fights | drunk + fighting | drunken brawls |
  brawls | brawl | pub fights | pub fight | punch up | punch ups | scraps outside | fights outside
  + pub | fighting outside + pub | fights outside + club | fights + pubs | fighting + pubs |
  fights + kebab | kebab shop | chucking out time | closing time | saturday night | friday night |
  friday nights | saturday nights | weekend nights | town centre at night | night out | nights out
  | glassing | glassed | fights + night | fighting + night | violence + night | kicking out time |
  after the pubs shut | brawls on friday | weekend violence | violence + drink | violence +
  alcohol | fights + drunk | fights + weekend | a and e + saturday | punch ups on a saturday |
  assaults + pubs | pub assaults | fighting on a saturday | kick off + weekend | bottlings | drunk
  violence | town at night
"""

MH = """
mental health: mental health | mental heath | mental elf | mh | mental illness | mentally ill |
  mental | mental well being | mental wellbeing | wellbeing | well being | psychological |
  psychiatric | psychosis | psychotic | schizophrenia | schizophrenic | bipolar | depression |
  depressed | anxiety | anxious | stress | stressed | panic attacks | panic attack | ptsd | trauma
  | eating disorder | personality disorder | self harm | self harming | self harmers | cutting
  themselves | hearing voices | voices in their head | breakdown | having a breakdown | nervous
  breakdown | head is in bits | head in bits | in crisis | mental health crisis | crisis | crisis
  team | sectioned | section 136 | s136 | s 136 | 136 suite | street triage | not coping |
  struggling to cope | cannot cope | losing it | in a bad way | in a bad place | dark place | low
  mood | feeling low | not right in the head | unwell in the head | troubled minds | poorly in the
  head | lonely | loneliness | isolated | isolation | counselling | counsellor | therapy | talking
  therapy | iapt | camhs | dementia | alzheimers | confused and wandering | wandering at night |
  meltdown | meltdowns | paranoid | paranoia | aliens | delusions | delusional | hallucinating |
  hallucinations | hears voices | hearing things | manic | obsessive | ocd | really low | feel low
  | can not cope | in tears | crying all the time | tears every night | distress? | distressed |
  anorexia | anorexic | bulimia | eating problems | postnatal | burnout | nerves | bad nerves |
  disturbed | confused? | ment health | emotional support
referral to mental health team: community mental health team | cmht | referral route | refer to
  the mental health team | mental health + referral | mental health + refer | get someone seen |
  getting people seen | get them seen by | waiting list? | mental health team | psychiatrist |
  psychiatric nurse | cpn nurse | pathway | route into + mental | how do we refer | pass + mental
  health nurses | refer a man | refer + voices | refer + mental | get help from the mental | nhs
  mental health | seen by a psychiatrist | cmht referral | send to mental health | get seen by
  mental | into the community mental
mental health first aid: mental health first aid | first aid training | mental health training |
  mhfa | first aiders | first aid | training for front line staff | talk to someone who is +
  breakdown | staff + breakdown | train + mental | training + mental | staff + distressed | talk
  to people in crisis | learn to spot + depression | course + mental health | staff + suicidal |
  front desk + crisis | staff who need to handle | handle people in crisis | staff + crisis |
  reception + crisis | coping with + callers | first aid for mental | staff handle
frequent callers: repeat calls for service | repeat calls | repeat callers | repeat caller |
  frequent callers | frequent caller | ring 999 every | rings 999 | ringing 999 | calling 999
  every | phones us every day | phone us every day | rings us every day | ring us all the time |
  rings up every night | rings the police every | ringing + every day | ring + every day | rings +
  all day | calls us ten times | same person calling | same people ringing | same woman ringing |
  same bloke ringing | keep ringing | keeps ringing | keeps calling | keep calling | fewer calls |
  time limited support | calls the police every | calls + every night | regulars + 999 | phoning
  all hours | dial 999 all the time | ringing in tears | ring in tears | same caller | same caller
  ringing | rings about | rings us about | rings every day | calls about aliens | repeat caller +
  police | rings 999 twelve | 999 twelve times | times a day | ten times a day | calls all night |
  rings all night | rings about nothing | constantly calling | constantly ringing | constant calls
  | ringing every night | calls every day
hoarding and self-neglect: hoarding | hoarder | hoarders | hoard | hoards | self neglect | self
  neglecting | squalor | living in filth | living in squalor | filthy house | filthy flat | house
  full of rubbish | house full of junk | house full of stuff | full of junk | full of newspapers |
  flat full of rubbish | junk piled | piled up | piled high | piles of newspapers | stuffed |
  floor to ceiling | cannot get in the door | clutter | cluttered | cluttered homes | clutter
  scale | not looking after themselves | not washing | living in own filth | rats + house | shared
  checklist | hasn't thrown anything away | throw nothing away | never throws anything away |
  filth | up to the ceiling | to the ceiling | forty cats | dozens of cats | throw anything away |
  throws anything away | throw things away | will not throw | cannot throw | can not throw | fire
  trap | junk | hallway blocked | cannot see the floor | can not see the floor | see the floor |
  floor for rubbish | rubbish + flat | rubbish + house | newspapers | bags of rubbish indoors |
  keeps everything | collects everything | living in rubbish | mouldy food | stacked to | crammed
  with rubbish | cats + rubbish
suicide prevention: suicide | suicides | suicidal | suicide prevention | suicide prevention
  messages | killing themselves | kill themselves | kill himself | kill herself | take their own
  life | taking their own life | took his own life | taken their own lives | taking their own
  lives | end it all | ending it all | end their life | end their lives | ending their lives |
  jump off | jumping off | jumpers | jump in front | jump from | jumping in front of trains |
  jumped | on the tracks | on the line + train | train line + people | step in front | bridge +
  jump | rail stations | railway + people | railway | samaritans | zero suicide | don't want to
  live | do not want to live | want to die | wants to end | end it at | on platforms | platforms |
  viaduct | samaritans number | threatening to jump | multi storey + jump | station + end it |
  jumps | cliff | took an overdose | bridge + suicide | train + suicide
"""
