"""Everyday words for harm to people: safeguarding, substance misuse, mental health, domestic abuse.

Data only, in the form explained in `vocabulary_places`.
"""

SAF = """
safeguarding: safeguarding | safe guarding | safegaurding | keeping children safe | child
  protection | protecting children | protect children | keep kids safe | vulnerable adults |
  vulnerable adult | adults at risk | adult at risk | vulnerable people | vulnerable residents |
  vulnerable? | mash | lado | kscb | kscmp | kmsab | care act | section 42 | social services |
  social worker | social workers | child abuse | children being hurt | neglect | neglected |
  neglected kids | elder abuse | abuse of the elderly | abused in care home | care home | care
  homes | carer stealing | carers? | at risk of harm | duty of care | kids in care | children in
  care | looked after children | learning disability | learning disabilities | disabled +
  exploited | disabled + taken advantage | mate crime | taken advantage of | being exploited |
  exploited | exploitation | grandparents? | frail
prevent and extremism: prevent duty | prevent awareness | prevent training | prevent agenda |
  prevent strategy | wrap | wrap sessions | workshop to raise awareness | channel panel | channel
  referral | radicalisation | radicalised | radicalise | radicalising | radicalization |
  radicalized | extremism | extremist | extremists | extreme views | terrorism | terrorist |
  terrorists | terror | terror attack | terror attacks | counter terrorism | ct local profile |
  isis | islamist | far right | right wing extremists | neo nazi | neo nazis | nazis | nazi |
  jihad | jihadi | jihadis | bomb | bombers | brainwashed | brainwashing | hate preachers | incel
  | incels | martyn's law | conspiracy? | extreme ideas | dangerous ideas | drawn into terrorism |
  drawn into extremism | preventing extremism and hate conference
hate crime: hate crime | hate crimes | hate incidents | hate | racist | racism | racial abuse |
  racially abused | race hate | homophobic | homophobia | transphobic | islamophobia |
  antisemitism | anti semitic | disability hate | bigotry | prejudice | foreigners + abused | go
  home + shouted
internet safety: internet safety | internet safety day | online safety | e safety | esafety |
  safer internet | safe online | safer online | stay safe online | social media | snapchat |
  instagram | tiktok | facebook? | sexting | nudes | naked pictures | naked photos | indecent
  images | strangers online | online strangers | online + kids | online + children | online +
  pupils | online + young | internet + kids | internet + children | internet | cyber bullying |
  cyberbullying | bullied online | online bullying | trolls | trolling | chat rooms | gaming chat
  | phones + children | tablets + children | screens + kids | apps + kids | primary schools |
  primary school | primary pupils | little ones + online
cse and grooming: cse | cce | child sexual exploitation | child criminal exploitation | sexual
  exploitation | child exploitation | grooming | groomed | groomer | groomers | groom? |
  paedophile | paedophiles | pedo | pedos | sexual abuse of children | child sex abuse | older men
  + girls | older man + girl | older men + young | older boyfriends | men + schoolgirls |
  schoolgirls | young girls + hotel | young girls + hotels | girls + hotels | girls + taxis |
  underage girls | underage girl | underage sex | girls being given + presents | gifts + girls |
  girls + cars with men | girls picked up | men picking up girls | taxi | taxis | taxi drivers |
  cabbies | cab drivers | minicab | minicabs | hotel | hotels | hotel staff | licensed drivers |
  operation willow | return home interviews | sexualised
gangs and knives: gangs | gang | knife crime | knife | knives | blades | blade | machete |
  machetes | zombie knives | stabbing | stabbings | stabbed | stab | shanks | shank | weapons |
  weapon | serious violence | serious youth violence | violence reduction unit | vru | youth
  violence | gang members | joining gangs | postcode wars | tooled up | strapped? | carrying
  weapons | knuckle dusters | acid attacks | acid attack | drill music | county gangs
missing and young people at risk: missing children | missing persons | missing from home | misper
  | mispers | run away | runaways | running away | early help | children at risk | kids going off
  the rails | going off the rails | off the rails | youth offending | young offenders | young
  offender | getting into trouble | kids in trouble | getting in trouble | in trouble with the law
  | in trouble with the police | first time entrants | excluded from school | excluded |
  exclusions | expelled | truants | truanting | truancy | bunking off | skipping school | not in
  school | troubled families | children coming to notice | children + offending | on the edge of
  crime | drawn into crime | lured into crime | youngsters? | youngers? | young people? |
  children? | child?
modern slavery: modern slavery | modern day slavery | modern slaves | slavery | slaves | slave |
  slave labour | msht | human trafficking | people trafficking | trafficking | trafficked |
  traffickers | nrm | national referral mechanism | forced labour | forced to work | forced to
  work + women | made to work | working for nothing | working for no pay | no wages | unpaid +
  workers | passport taken | passports taken | took their passports | taken their passports |
  passports? | labour exploitation | gangmasters | gangmaster | glaa | hand car wash | car wash |
  car washes | carwash | nail bar | nail bars | nail salon | massage parlour | massage parlours |
  brothel | brothels | pop up brothels | sex trade | sex work | sweatshop | sweatshops | workers +
  crammed | workers + sleeping | workers + caravans | farm workers + exploited | fruit pickers |
  pickers + caravans | crammed into | packed into a house | living in a shed | ten to a room | ten
  to a house | beds in sheds | minibus + workers | illegal workers | illegal immigrants? |
  migrants? | migrant workers | vietnamese? | domestic servitude | takeaway + workers | takeaways
  + sleeping | sleeping above the | sleeping on the floor + work | afraid of their boss | cash in
  hand + forced | smuggled + people | people smuggling
vulnerability panel: vulnerability panel | panel | monthly panel | adults of concern | track
  actions for adults | vulnerable + panel | adults + slip through | slip through the net | falling
  through the cracks | fall through the cracks | self neglecting adults?
home safety visits: home safety visit | home safety visits | safe and well | safe and well visits
  | smoke alarm | smoke alarms | smoke detectors | smoke detector | fire alarms fitted | fire
  safety | fire safety checks | home fire safety | chip pan | chip pans | elderly + fire | carbon
  monoxide | fit smoke | visits to vulnerable | falls? | dementia + fire
harmful practices [saf da]: fgm | female genital mutilation | cutting girls | cut + girls | forced
  marriage | forced marriages | married off | arranged marriage? | honour based | honour killing |
  hba | hbv | honour + violence | breast ironing
sexual offences [saf da]: sexual assault | sexual assaults | sexually assaulted | rape | rapes |
  raped | rapist | rapists | sexual offences | sexual violence | sexual harassment | groped |
  flasher | flashers | flashing | indecent exposure | spiked drinks | drink spiking | drinks
  spiked | upskirting
"""

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
  up | possession? | drug use | drug users | users? | edibles
alcohol: alcohol | booze | boozing | boozed up | drunk | drunks | drunken | drinking | drink? |
  drinkers | alcoholic | alcoholics | alcoholism | binge drinking | pissed | legless | hammered |
  lager louts | cider | vodka | wkd | beer | cans of lager | drinking in the park | drunk and
  disorderly | bladdered | paralytic | boozy
outreach to young people: street outreach | outreach with young people | outreach | detached youth
  work | detached youth workers | detached team | youth workers | youth worker | street based |
  young people on drugs and alcohol | teens + drinking | teenagers + drinking | kids + drinking |
  kids + weed | teenagers + weed | lads + weed | kids + drugs | teenagers + drugs | youth + drugs
  | youths + drugs | young + drugs | young + weed | kids + vodka | kids + vaping | balloons + kids
  | youngsters + drugs | youngsters + drink | young + alcohol | skate park + weed | park + weed
school drug education: drug education | workshops in secondary schools | substance misuse
  workshops | drugs talks in schools | drug talks | drugs lessons | drugs + lessons | drugs +
  schools | drugs + school | drug + schools | alcohol + schools | drugs + pupils | drugs +
  assembly | drugs + assemblies | pupils + vaping | teach + drugs | teaching + drugs | workshops
treatment: drug treatment | community drug and alcohol service | drug and alcohol service |
  treatment | rehab | rehabilitation? | detox | get clean | getting clean | come off drugs | come
  off heroin | coming off drugs | off the drink | off the booze | stop drinking | give up drinking
  | kick the habit | methadone | scripts? | recovery | recovering addicts | recovery worker |
  needle exchange | naloxone | in treatment | help for addicts | help with addiction | aa meetings
  | adults + drug service | wants to stop + drugs | support + addicts | sober
under-age sales: under age sales | underage sales | underage alcohol | under age alcohol | test
  purchase | test purchases | test purchasing | test purchase operations | selling alcohol to kids
  | selling booze to kids | selling drink to kids | sell booze to | sells booze | selling vodka to
  | served underage | serving underage | serving kids | serve kids | serving under 18s | under 18s
  | under 18 | underage drinking | under age drinking | underage drinkers | underage | under age |
  off licence + kids | off licences | off licence | offy | offie | corner shop + kids | corner
  shop + booze | corner shop + alcohol | shop + booze | shops + booze | shops + alcohol | shop +
  vodka | shops + vodka | shops + cider | shop selling + kids | shop sells + kids | shops selling
  + kids | no id | fake id | fake ids | without id | checking id | id checks | asked for id |
  challenge 25 | buying booze | buy booze | buying alcohol | proxy buying
licensing: licensing visits | licensing | licensed premises | licence review | licensee |
  landlords + pub | problem premises | problem pub | problem pubs | rough pub | rough pubs | pub |
  pubs | the pubs | bars? | wine bar | clubs? | nightclubs | nightclub | bouncers | bouncer | door
  staff | pubwatch | improvement plans | over serving | serving drunks | serving people who are
  drunk | lock ins | late licence | temporary event notice
drug litter: drug litter | needle | needles | sharps | syringe | syringes | drug paraphernalia |
  paraphernalia | discarded needles | needles in the park | needles in the playground | foil and
  needles | spent canisters | baggies | drug gear left | crack pipes | sharps box | sharps bins |
  clearance protocol | injecting kit
night-time violence: alcohol related violence | night time economy | drunken violence | drunken
  fights | drunks fighting | drunk + fight | drunk + fights | drunk + fighting | drunken brawls |
  brawls | brawl | pub fights | pub fight | punch up | punch ups | scraps outside | fights outside
  + pub | fighting outside + pub | fights outside + club | fights + pubs | fighting + pubs |
  fights + kebab | kebab shop | chucking out time | closing time | saturday night | friday night |
  friday nights | saturday nights | weekend nights | town centre at night | night out | nights out
  | glassing | glassed | fights + night | fighting + night | violence + night | kicking out time |
  after the pubs shut
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
  meltdown | meltdowns
referral to mental health team: community mental health team | cmht | referral route | refer to
  the mental health team | mental health + referral | mental health + refer | get someone seen |
  getting people seen | get them seen by | waiting list? | mental health team | psychiatrist |
  psychiatric nurse | cpn nurse | pathway | route into + mental | how do we refer | pass + mental
  health nurses
mental health first aid: mental health first aid | first aid training | mental health training |
  mhfa | first aiders | first aid | training for front line staff | talk to someone who is +
  breakdown | staff + breakdown | train + mental | training + mental | staff + distressed | talk
  to people in crisis | learn to spot + depression | course + mental health | staff + suicidal
frequent callers: repeat calls for service | repeat calls | repeat callers | repeat caller |
  frequent callers | frequent caller | ring 999 every | rings 999 | ringing 999 | calling 999
  every | phones us every day | phone us every day | rings us every day | ring us all the time |
  rings up every night | rings the police every | ringing + every day | ring + every day | rings +
  all day | calls us ten times | same person calling | same people ringing | same woman ringing |
  same bloke ringing | keep ringing | keeps ringing | keeps calling | keep calling | fewer calls |
  time limited support | calls the police every | calls + every night | regulars + 999 | phoning
  all hours | dial 999 all the time
hoarding and self-neglect: hoarding | hoarder | hoarders | hoard | hoards | self neglect | self
  neglecting | squalor | living in filth | living in squalor | filthy house | filthy flat | house
  full of rubbish | house full of junk | house full of stuff | full of junk | full of newspapers |
  flat full of rubbish | junk piled | piled up | piled high | piles of newspapers | stuffed |
  floor to ceiling | cannot get in the door | clutter | cluttered | cluttered homes | clutter
  scale | not looking after themselves | not washing | living in own filth | rats + house | shared
  checklist | hasn't thrown anything away | throw nothing away | never throws anything away |
  filth
suicide prevention: suicide | suicides | suicidal | suicide prevention | suicide prevention
  messages | killing themselves | kill themselves | kill himself | kill herself | take their own
  life | taking their own life | took his own life | taken their own lives | taking their own
  lives | end it all | ending it all | end their life | end their lives | ending their lives |
  jump off | jumping off | jumpers | jump in front | jump from | jumping in front of trains |
  jumped | on the tracks | on the line + train | train line + people | step in front | bridge +
  jump | rail stations | railway + people | railway | samaritans | zero suicide | don't want to
  live | do not want to live | want to die
"""

DA = """
domestic abuse: domestic abuse | domestic violence | domestic | domestics | dom abuse | dv | dva |
  vawg | violence against women | violence against women and girls | abusive relationship |
  abusive relationships | abusive partner | abusive partners | abusive husband | abusive ex |
  abusive men | abused women | abused wives | battered wives | battered women | battered wife |
  battered | wife beater | wife beaters | wife beating | wife batterers | domestic incidents |
  behind closed doors | at home by + partner | family violence | violent partner | violent
  partners | violent husband | violent husbands | violent boyfriend | violent ex | violent home |
  hitting + partner | hit + partner | hits + partner | hitting + wife | hits + wife | hit + wife |
  beat + wife | beats + wife | beating + wife | batter + wives | batter? | beat + wives | hitting
  + wives | beating + wives | thump + wives | hurt + wives | partner hitting | partner hits | hurt
  by their partner | hurt by a partner | beaten + bloke | beaten + husband | beaten + husbands |
  beaten + partner | beaten + boyfriend | beaten + her | beating up their | beating her up | beats
  her up | beaten up + home | beaten up by | knocked about + husband | knocked about by | knocking
  her about | knocks her about | hits her | hit her | hitting her | punches her | punched her |
  slapped + husband | slap + wife | slaps + her | strangled | strangling | strangulation |
  husband? | husbands? | hubby? | wife? | wives? | boyfriend? | boyfriends? | girlfriend? |
  girlfriends? | fella? | fellas? | bloke? | blokes? | her bloke | her partner | his partner |
  their partner | their partners | his missus | missus | ex partner | ex partners | ex husband |
  ex husbands | ex boyfriend | ex boyfriends | ex wife | ex girlfriend | their exes | my ex | an
  ex | her ex | his ex | ex + follow | scared of her husband | scared of their husband | scared of
  + partner | afraid of + husband | afraid of + partner | frightened of + partner | scared to go
  home | afraid to go home | frightened to go home | scared at home | afraid at home | too scared
  to leave | leave + husband | leave + partner | leaving + abusive | leaving him | leaving an
  abusive | cannot leave him | women + beaten | women + hit | women + hurt | women + knocked about
  | women + black eyes | women + bruises | black eye | black eyes | bruises + women | bruised +
  women | men hitting | men who hit | men who beat | men + beaten by | male victims | men beaten
  by | violent fathers | violent men | mum + hit | mums + hit | dad + hitting | dad + hits | dads
  + hitting | mum + bruises | parents + hitting each other | honour + family
coercive control: coercive control | coercive | controlling behaviour | controlling partner |
  controlling partners | controlling husband | controlling relationships | controlling
  relationship | controlling? | gaslighting | gas lighting | economic abuse | financial abuse |
  takes her money | take her money | takes the wages | take the wages | take her wages | takes her
  phone | checks her phone | checking her phone | checks + phone + girlfriend | not allowed out |
  won't let her | will not let her | isolating her | isolate + partner | not allowed to see her
  family | keeps her short of money | every penny + wife | husband + money | husbands + money |
  husband + phone | husbands + phone | boyfriend + phone | partner + money | partner + phone |
  tells her what to wear | track her phone | tracks her phone
stalking: stalking | stalker | stalkers | stalked | stalk | harassed by an ex | harassment + ex |
  harassment? | followed by an ex | followed home | following her | following women | follow +
  women | will not leave her alone | will not leave them alone | will not leave me alone | leave
  her alone | bombarding + texts | hundreds of texts | turning up at her work | turning up outside
  | revenge porn | spying on her | tracker on her car
volunteer support for victims: volunteer domestic abuse service | davss | medium and standard risk
  | standard risk | support for survivors | support for victims | survivors | survivor | victims
  of abuse | idva | idvas | isva | outreach worker + abuse | women's aid | helpline? | refuge |
  refuges | safe house | shelter for women | women's shelter | women + support? | somebody to talk
  to + abuse | new clients? | dads unlimited | male survivors
one stop shop: one stop shop | one stop shops | oss | drop in + abuse | drop in + women | drop in
  for women | drop in? | weekly session + abuse | advice session + abuse | walk in + abuse | go
  for advice + abuse | advice under one roof
sanctuary: sanctuary | sanctuary scheme | sanctuary work | added home security | home security +
  survivors | target harden + abuse | change the locks | changing locks | change locks | changed
  locks | new locks | locks changed | locksmith | locksmiths | panic room | panic alarms | panic
  alarm | safe room | fitting alarms | alarms + women | locks + women | locks + ex | locks +
  partner | stay in their own home | stay in her own home | stay in own home | stay put | safe in
  their own home | safe in her own home | fireproof letterbox
marac: marac | maracs | marrack | marack | marak | high risk victims | high risk cases | high risk
  meeting | high risk abuse | multi agency risk assessment | risk assessment conference | dash |
  dash form | dash risk | clare's law | clares law | dvds | disclosure scheme
campaign against abuse: white ribbon | white ribbon campaign | sixteen day | sixteen days | 16 day
  | 16 days | orange the world | conference for professionals | abuse + conference | abuse +
  awareness | men speaking up | men + stand up | campaign + women | ribbons? | ribbon
healthy relationships: healthy relationship | healthy relationships | healthy relationship
  sessions | relationship education | relationships education | rse | consent | consent lessons |
  teach boys + girls | teach + respect | respect + girls | respect + girlfriends | teaching boys |
  teach kids + relationships | teenage relationships | teen relationships | relationships + pupils
  | relationships + schools | relationships + school | relationships + teenagers | relationships +
  kids | good relationship | what a good relationship | toxic relationships | dating violence
perpetrators: perpetrator | perpetrators | perpetrator programme | perp | perps | behaviour change
  programme | behaviour change | cdap | building better relationships | men who want to change |
  change their ways | change them | abusers | abuser | anger management | stop + hitting + course
  | course for abusers | course for men | course + wives | course + batter | programme for violent
  men | programme for men | men + change | abusers + change | abusive men + change | help for
  abusers
domestic homicide: domestic homicide | domestic homicide review | domestic homicide reviews | dhr
  | dhrs | dardr | killed by her partner | killed by partner | killed by their partner | killed by
  their partners | killed by her husband | killed by their husbands | murdered by | murdered by
  partner | murder + partner | murders + partner | murdered + husband | murder + husband |
  murdered + women | women + murdered | women + killed | killed + women | killed + partner |
  killed at home | lessons + deaths | lessons + murder | lessons + killed | deaths + learn | learn
  + murders | learned from deaths | learning from deaths
"""

BLOCKS = (("saf", SAF), ("sub", SUB), ("mh", MH), ("da", DA))
