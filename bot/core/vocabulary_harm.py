"""Everyday words for safeguarding and domestic abuse: data only, in the form explained in
`vocabulary_disorder`."""

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
  exploited | exploitation | grandparents? | frail | carers pinching | carers stealing | carer +
  stealing | carer + pinching | relatives + neglect | neglected at home | neglected by | old
  people neglected | bed sores | abuse of older people | elderly abused | elderly + abused | adult
  abuse | vulnerable + exploited | being used by | befriended and used | taking advantage of
  vulnerable | disability + bullied | learning difficulties | keep people safe?
prevent and extremism: prevent duty | prevent awareness | prevent training | prevent agenda |
  prevent strategy | wrap | wrap sessions | workshop to raise awareness | channel panel | channel
  referral | radicalisation | radicalised | radicalise | radicalising | radicalization |
  radicalized | extremism | extremist | extremists | extreme views | terrorism | terrorist |
  terrorists | terror | terror attack | terror attacks | counter terrorism | ct local profile |
  isis | islamist | far right | right wing extremists | neo nazi | neo nazis | nazis | nazi |
  jihad | jihadi | jihadis | bomb | bombers | brainwashed | brainwashing | hate preachers | incel
  | incels | martyn's law | conspiracy? | extreme ideas | dangerous ideas | drawn into terrorism |
  drawn into extremism | preventing extremism and hate conference | go and fight abroad | fight
  abroad | syria | stickers + school | recruiting? | recruiting at school | recruiting + lads |
  extremist stickers | hate preacher | preaching hate | mosque? | proscribed | lone wolf |
  manifesto | trains staff on terrorism | suicide bomb
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
  primary school | primary pupils | little ones + online | online? | roblox | fortnite | minecraft
  | discord | whatsapp groups + kids | meeting strangers | strangers + game | strangers + games |
  sharing nudes | nudes of girls | dick pics | naked selfies | catfish | catfishing | webcam |
  kids + phones | screen time
cse and grooming: cse | cce | child sexual exploitation | child criminal exploitation | sexual
  exploitation | child exploitation | grooming | groomed | groomer | groomers | groom? |
  paedophile | paedophiles | pedo | pedos | sexual abuse of children | child sex abuse | older men
  + girls | older man + girl | older men + young | older boyfriends | men + schoolgirls |
  schoolgirls | young girls + hotel | young girls + hotels | girls + hotels | girls + taxis |
  underage girls | underage girl | underage sex | girls being given + presents | gifts + girls |
  girls + cars with men | girls picked up | men picking up girls | taxi | taxis | taxi drivers |
  cabbies | cab drivers | minicab | minicabs | hotel | hotels | hotel staff | licensed drivers |
  operation willow | return home interviews | sexualised | given gifts by | gifts by | given gifts
  | grown men | grown men + girls | grown men + 14 | older fellas + girls | older fellas | older
  lads + girls | older blokes + girls | lifts + girls | lifts off | girls + presents | presents +
  girls | men + young girls | young girls + men | 14 year olds + men | 13 year olds + men | teen
  girls + men | schoolgirls + men | parties + young girls | drivers noticing | sugar daddy |
  sexually exploited | exploited girls
gangs and knives: street gangs | youth gangs | gangs? | gang? | knife crime | knife | knives |
  blades | blade | machete | machetes | zombie knives | stabbing | stabbings | stabbed | stab |
  shanks | shank | weapons | weapon | serious violence | serious youth violence | violence
  reduction unit | vru | youth violence | gang members | joining gangs | postcode wars | tooled up
  | strapped? | carrying weapons | knuckle dusters | acid attacks | acid attack | drill music |
  county gangs | stabbings among | stabbings + teenagers | teenage stabbings | tooled | rambo
  knives | kitchen knives | knife amnesty | knife bins | carry a knife | carries a knife | kids +
  knives
missing and young people at risk: missing children | missing persons | missing from home | misper
  | mispers | run away | runaways | running away | early help | children at risk | kids going off
  the rails | going off the rails | off the rails | youth offending | young offenders | young
  offender | getting into trouble | kids in trouble | getting in trouble | in trouble with the law
  | in trouble with the police | first time entrants | excluded from school | excluded |
  exclusions | expelled | truants | truanting | truancy | bunking off | skipping school | not in
  school | troubled families | children coming to notice | children + offending | on the edge of
  crime | drawn into crime | lured into crime | youngsters? | youngers? | young people? |
  children? | child? | older crooks | crooks + children | excluded + older | excluded + kids |
  starting to offend | starting to get into trouble | youngsters + trouble | slippery slope |
  wrong crowd | fallen in with | mixing with the wrong | kicked out of school | naughty kids? |
  first offence | support for families | parenting support | families with problems
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
  hand + forced | smuggled + people | people smuggling | passport held | passport + boss |
  passports + boss | boss + passport | holds their passport | labourers + paid | labourers +
  caravan | labourers? | paid nothing | paid next to nothing | not paid + workers | never leave
  the shop | never leave the + work | asleep in the back | sleeping in the back | sleep where they
  work | living where they work | ten men in a | living in a caravan | car wash + asleep | car
  wash + workers | exploited workers | workers exploited | cannot leave + boss | not allowed to
  leave + work | girls + nail | workers + paid nothing | dodgy car wash | trafficking victims |
  forced to beg | care workers + passports | bonded | gang labour | cheap labour
vulnerability panel: vulnerability panel | panel | monthly panel | adults of concern | track
  actions for adults | vulnerable + panel | adults + slip through | slip through the net | falling
  through the cracks | fall through the cracks | self neglecting adults? | adults we are worried
  about | worried about + adults | adults of worry | adults + meeting | meeting + vulnerable |
  panel + adults | vulnerable adults meeting
home safety visits: home safety visit | home safety visits | safe and well | safe and well visits
  | smoke alarm | smoke alarms | smoke detectors | smoke detector | fire alarms fitted | fire
  safety | fire safety checks | home fire safety | chip pan | chip pans | elderly + fire | carbon
  monoxide | fit smoke | visits to vulnerable | falls? | dementia + fire | no smoke detector | no
  smoke alarm | frail + smoke | frail + alone | living alone + fire | fire risk at home | check
  their home is safe | heaters | electric blanket | electric blankets | deep fat fryer | oxygen +
  smoke | smokers in bed | smoking in bed
harmful practices [saf da]: fgm | female genital mutilation | cutting girls | cut + girls | forced
  marriage | forced marriages | married off | arranged marriage? | honour based | honour killing |
  hba | hbv | honour + violence | breast ironing
sexual offences [saf da]: sexual assault | sexual assaults | sexually assaulted | rape | rapes |
  raped | rapist | rapists | sexual offences | sexual violence | sexual harassment | groped |
  flasher | flashers | flashing | indecent exposure | spiked drinks | drink spiking | drinks
  spiked | upskirting
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
  + hitting | mum + bruises | parents + hitting each other | honour + family | victims? | couple?
  | beating the other | one beating the other | gay couple | hit by his wife | hit by her husband
  | hit by her | hit by his | beaten at home | fleeing | fleeing violence | mum + fleeing |
  fleeing a violent | violent + home | violent dad | dad + violent | thrown him out | throwing him
  out | threw him out | kicked him out | lives in fear | walking on eggshells | eggshells |
  partner violence | relationship violence | abusive? | bruises | bruise | bruising | women +
  explain | knocks his wife | knocking his wife | slaps his | hitting his | beats his | beating
  his | smacks her | thumps her | smacked her | thumped her | his fists | violent towards + wife |
  violent at home | hurting their partners | hurt their partners | hurting his wife | hurting her
coercive control: coercive control | coercive | controlling behaviour | controlling partner |
  controlling partners | controlling husband | controlling relationships | controlling
  relationship | controlling? | gaslighting | gas lighting | economic abuse | financial abuse |
  takes her money | take her money | takes the wages | take the wages | take her wages | takes her
  phone | checks her phone | checking her phone | checks + phone + girlfriend | not allowed out |
  won't let her | will not let her | isolating her | isolate + partner | not allowed to see her
  family | keeps her short of money | every penny + wife | husband + money | husbands + money |
  husband + phone | husbands + phone | boyfriend + phone | partner + money | partner + phone |
  tells her what to wear | track her phone | tracks her phone | have any money + husband | let her
  have | will not let her have | let her out | not let her | checks her | checks phone + boyfriend
  | controls her | control her | control their girlfriends | control their girlfriend | controls
  what she | control + girlfriend | control + girlfriends | controls all the money | her money |
  controls + wife | jealous boyfriend | jealous husband | possessive
stalking: stalking | stalker | stalkers | stalked | stalk | harassed by an ex | harassment + ex |
  harassment? | followed by an ex | followed home | following her | following women | follow +
  women | will not leave her alone | will not leave them alone | will not leave me alone | leave
  her alone | bombarding + texts | hundreds of texts | turning up at her work | turning up outside
  | revenge porn | spying on her | tracker on her car | tracker on | tracker on his | gps tracker
  + ex | following his ex | waits outside her | wait outside her | sends flowers + ex | ex turning
  up | ex turns up | exes turning up | ex + texts | ex + outside | will not leave + ex
volunteer support for victims: volunteer domestic abuse service | davss | medium and standard risk
  | standard risk | support for survivors | support for victims | survivors | survivor | victims
  of abuse | idva | idvas | isva | outreach worker + abuse | women's aid | helpline? | refuge |
  refuges | safe house | shelter for women | women's shelter | women + support? | somebody to talk
  to + abuse | new clients? | dads unlimited | male survivors | not high risk | who are not high
  risk | medium risk | victims + not high | lower risk victims | victims + support | support for
  women | help for women | befriend + abuse | volunteers + abuse | abuse + volunteers | helps
  victims?
one stop shop: one stop shop | one stop shops | oss | drop in + abuse | drop in + women | drop in
  for women | drop in? | weekly session + abuse | advice session + abuse | walk in + abuse | go
  for advice + abuse | advice under one roof | woman just drop in | women drop in | women + advice
  | woman + advice | survivors + advice | victims + advice | advice for victims | advice for women
  | go for advice | weekday + advice
sanctuary: sanctuary | sanctuary scheme | sanctuary work | added home security | home security +
  survivors | target harden + abuse | change the locks | changing locks | change locks | changed
  locks | new locks | locks changed | locksmith | locksmiths | panic room | panic alarms | panic
  alarm | safe room | fitting alarms | alarms + women | locks + women | locks + ex | locks +
  partner | stay in their own home | stay in her own home | stay in own home | stay put | safe in
  their own home | safe in her own home | fireproof letterbox | alarm fitted | alarms fitted |
  stay safely at home | make it secure | make her home | make her house safe | make her home safe
  | stay in her home | stays in her own | secure + throwing him out | home + secure + him | locks?
  | locks done | new front door + ex | locks + days | security for survivors
marac: marac | maracs | marrack | marack | marak | high risk victims | high risk cases | high risk
  meeting | high risk abuse | multi agency risk assessment | risk assessment conference | dash |
  dash form | dash risk | clare's law | clares law | dvds | disclosure scheme | risk meeting |
  meeting + high risk | agencies + high risk
campaign against abuse: white ribbon | white ribbon campaign | sixteen day | sixteen days | 16 day
  | 16 days | orange the world | conference for professionals | abuse + conference | abuse +
  awareness | men speaking up | men + stand up | campaign + women | ribbons? | ribbon | men wear
  ribbons | wear ribbons | wear a ribbon | awareness + abuse | november campaign | conference +
  abuse
healthy relationships: healthy relationship | healthy relationships | healthy relationship
  sessions | relationship education | relationships education | rse | consent | consent lessons |
  teach boys + girls | teach + respect | respect + girls | respect + girlfriends | teaching boys |
  teach kids + relationships | teenage relationships | teen relationships | relationships + pupils
  | relationships + schools | relationships + school | relationships + teenagers | relationships +
  kids | good relationship | what a good relationship | toxic relationships | dating violence |
  teach boys about | respect and consent | boys + respect | boys + control | boys + girlfriends |
  lessons + relationships | lessons on consent | sex and relationships
perpetrators: perpetrator | perpetrators | perpetrator programme | perp | perps | behaviour change
  programme | behaviour change | cdap | building better relationships | men who want to change |
  change their ways | change them | abusers | abuser | anger management | stop + hitting + course
  | course for abusers | course for men | course + wives | course + batter | programme for violent
  men | programme for men | men + change | abusers + change | abusive men + change | help for
  abusers | stop hurting | want to stop hurting | men who want help | perps + help | perps who |
  violent + change | change + violent | abuse + courses | offender + abuse programme | help him
  stop | help them stop hitting | stop hitting
domestic homicide: domestic homicide | domestic homicide review | domestic homicide reviews | dhr
  | dhrs | dardr | killed by her partner | killed by partner | killed by their partner | killed by
  their partners | killed by her husband | killed by their husbands | murdered by | murdered by
  partner | murder + partner | murders + partner | murdered + husband | murder + husband |
  murdered + women | women + murdered | women + killed | killed + women | killed + partner |
  killed at home | lessons + deaths | lessons + murder | lessons + killed | deaths + learn | learn
  + murders | learned from deaths | learning from deaths | wife was murdered | murdered wife |
  woman was murdered | wife + murdered | killed his wife | murders his wife | murdered his wife |
  women killed | women + killed by | learn from women killed | dead wife
"""
