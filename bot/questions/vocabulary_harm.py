"""Everyday words for safeguarding: data only, in the form explained in `vocabulary_disorder`."""

SAF = """
safeguarding: safeguarding | safe guarding | keeping children safe | child protection |
  protecting children | protect children | keep kids safe | vulnerable adults | vulnerable adult
  | adults at risk | adult at risk | vulnerable people | vulnerable residents | vulnerable? |
  mash | lado | kscb | kscmp | kmsab | care act | section 42 | social services | social worker |
  social workers | child abuse | children being hurt | neglect | neglected | neglected kids |
  elder abuse | abuse of the elderly | abused in care home | care home | care homes | carer
  stealing | carers? | at risk of harm | duty of care | kids in care | children in care | looked
  after children | learning disability | learning disabilities | disabled + exploited | disabled
  + taken advantage | mate crime | taken advantage of | being exploited | exploited |
  exploitation | grandparents? | frail | carers pinching | carers stealing | carer + stealing |
  carer + pinching | relatives + neglect | neglected at home | neglected by | old people
  neglected | bed sores | abuse of older people | elderly abused | elderly + abused | adult abuse
  | vulnerable + exploited | being used by | befriended and used | taking advantage of vulnerable
  | disability + bullied | learning difficulties | keep people safe? | adult nobody can reach |
  round the table about | vulnerable lady | vulnerable man | vulnerable chap | vulnerable woman |
  vulnerable tenant | vulnerable person | at risk adult | learning disabled | cannot protect
  themselves | unable to protect | financially abused | financial abuse of | abuse in care | safe
  children | children safe | safeguard | concern for a child | worried about a child | child at
  risk | child protection plan | parents neglect | parents who neglect | hungry children | left
  alone + children | baby? | abused child | abused children | child cruelty
prevent and extremism: prevent duty | prevent awareness | prevent training | prevent agenda |
  prevent strategy | wrap | wrap sessions | workshop to raise awareness | channel panel | channel
  referral | radicalisation | radicalised | radicalise | radicalising | radicalization |
  radicalized | extremism | extremist | extremists | extreme views | terrorism | terrorist |
  terrorists | terror | terror attack | terror attacks | counter terrorism | ct local profile |
  isis | islamist | far right | right wing extremists | neo nazi | neo nazis | nazis | nazi |
  jihad | jihadi | jihadis | bomb | bombers | brainwashed | brainwashing | hate preachers | incel
  | incels | martyn's law | conspiracy? | extreme ideas | dangerous ideas | drawn into terrorism
  | drawn into extremism | preventing extremism and hate conference | go and fight abroad | fight
  abroad | syria | stickers + school | recruiting? | recruiting at school | recruiting + lads |
  extremist stickers | hate preacher | preaching hate | mosque? | proscribed | lone wolf |
  manifesto | trains staff on terrorism | suicide bomb | isis videos | watching isis | extremist
  videos | extreme videos | extremist content | fascist | fascists | hitler | white power | anti
  muslim | caliphate | martyr | going to syria | bomb making | terrorism act | counter extremism
  | being drawn in | drawn into + views | drawn in by + views | hate groups | edl | britain first
  | national action | conference on extremism | extremism conference | awareness of radical |
  spotting radical | spot radical | radical | radicals | extreme + pupil | extreme + student
hate crime: hate crime | hate crimes | hate incidents | hate | racist | racism | racial abuse |
  racially abused | race hate | homophobic | homophobia | transphobic | islamophobia |
  antisemitism | anti semitic | disability hate | bigotry | prejudice | foreigners + abused | go
  home + shouted | hate towards | polish families | foreign families + abuse | immigrants + abuse
  | told to go home | n word | slurs | disabled + abuse | gay + abuse | trans + abuse | attacked
  for being | because of their race | because of their religion | targeted for being | mosque +
  attack | synagogue | hijab | bullied for being
  | xenophobic | xenophobia | xenophobe | antisemitic | anti muslim | sectarian | disablist
internet safety: ipads | ipad? | stay safe on | safe on their | smartphones + pupils | internet
  safety | internet safety day | online safety | e safety | esafety | safer internet | safe
  online | safer online | stay safe online | social media | snapchat | instagram | tiktok |
  facebook? | sexting | nudes | naked pictures | naked photos | indecent images | strangers
  online | online strangers | online + kids | online + children | online + pupils | online +
  young | internet + kids | internet + children | internet? | cyber bullying | cyberbullying |
  bullied online | online bullying | trolls | trolling | chat rooms | gaming chat | phones +
  children | tablets + children | screens + kids | apps + kids | primary schools | primary school
  | primary pupils | little ones + online | online? | roblox | fortnite | minecraft | discord |
  whatsapp groups + kids | meeting strangers | strangers + game | strangers + games | sharing
  nudes | nudes of girls | dick pics | naked selfies | catfish | catfishing | webcam | kids +
  phones | screen time | weirdos | weirdos on | on the internet + kids | strangers on the
  internet | talking to strangers | talking to + internet | kids + internet | on their phones +
  kids | phones + kids | tablets | gaming | gamers? | gaming + kids | xbox | playstation |
  youtube | snap chat | tik tok | bullying online | online + teenagers | online + school | web
  safety | digital safety | e-safety | safe on the net | safe on the internet | surfing the web |
  internet + primary | internet + schools | online predators | predator | predators
cse and grooming: cse | cce | child sexual exploitation | child criminal exploitation | sexual
  exploitation | child exploitation | grooming | groomed | groomer | groomers | groom? |
  paedophile | paedophiles | pedo | pedos | sexual abuse of children | child sex abuse | older
  men + girls | older man + girl | older men + young | older boyfriends | men + schoolgirls |
  schoolgirls | young girls + hotel | young girls + hotels | girls + hotels | girls + taxis |
  underage girls | underage girl | underage sex | girls being given + presents | gifts + girls |
  girls + cars with men | girls picked up | men picking up girls | taxi | taxis | taxi drivers |
  cabbies | cab drivers | minicab | minicabs | hotel | hotels | hotel staff | licensed drivers |
  operation willow | return home interviews | sexualised | given gifts by | gifts by | given
  gifts | grown men | grown men + girls | grown men + 14 | older fellas + girls | older fellas |
  older lads + girls | older blokes + girls | lifts + girls | lifts off | girls + presents |
  presents + girls | men + young girls | young girls + men | 14 year olds + men | 13 year olds +
  men | teen girls + men | schoolgirls + men | parties + young girls | drivers noticing | sugar
  daddy | sexually exploited | exploited girls | girl + older man | girl checking in | checking
  in with | older man + young | girl with an older man | young girl with | hoteliers | hotelier |
  hotels + girl | b and b + girls | guest house + girls | night porter | men buying + girls |
  buys her + girl | alcohol + girls + men | gives her + girl | picking up schoolgirls | girls in
  cars | girls + car + men | taxi + girl | taxi + girls | cab + girls | minicab + girls | minicab
  drivers | young person + older boyfriend | teenage girl + older | inappropriate + girls | child
  abuse images | sexualised behaviour
  | young girls + owners | older men + girl
gangs and knives: street gangs | youth gangs | gangs? | gang? | knife crime | knife | knives |
  blades | blade | machete | machetes | zombie knives | stabbing | stabbings | stabbed | stab |
  shanks | shank | weapons | weapon | serious violence | serious youth violence | violence
  reduction unit | vru | youth violence | gang members | joining gangs | postcode wars | tooled
  up | strapped? | carrying weapons | knuckle dusters | acid attacks | acid attack | drill music
  | county gangs | stabbings among | stabbings + teenagers | teenage stabbings | tooled | rambo
  knives | kitchen knives | knife amnesty | knife bins | carry a knife | carries a knife | kids +
  knives | gang member | into a gang | pulling him into a gang | join a gang | joins a gang |
  initiation | hunting knife | pocket knife | penknife | blade on him | cutters | armed youths |
  armed teenagers | violent youths | youths + knives | teen + knife | teenagers + knives | school
  + knife | school + knives | stab vest | knife arch | knife arches | knife education | street
  violence | youth on youth violence
missing and young people at risk: missing children | missing persons | missing from home | misper
  | mispers | run away | runaways | running away | early help | children at risk | kids going off
  the rails | going off the rails | off the rails | youth offending | young offenders | young
  offender | getting into trouble | kids in trouble | getting in trouble | kids + picked up by
  police |
  picked up by the police | kids + police | year old + police |
  year old + known to police | children + arrested | kids + arrested | in trouble
  with the
  law | in trouble with the police | first time entrants | excluded from school | excluded |
  exclusions | expelled | truants | truanting | truancy | bunking off | skipping school | not in
  school | troubled families | children coming to notice | children + offending | on the edge of
  crime | drawn into crime | lured into crime | youngsters? | youngers? | young people? |
  children? | child? | older crooks | crooks + children | excluded + older | excluded + kids |
  starting to offend | starting to get into trouble | youngsters + trouble | slippery slope |
  wrong crowd | fallen in with | mixing with the wrong | kicked out of school | naughty kids? |
  first offence | support for families | parenting support | families with problems | run away
  from care | runs away | ran away | ran off + kids | bunk off | start to nick | starting to nick
  | starting to steal | begins to offend | kids + offending | young people + offending |
  teenagers + offending | child + offending | kids + crime | youth crime | youth offenders |
  juvenile | juveniles | minors | yot | yos | exclusion | pupil referral unit | pru | alternative
  provision | parenting | single mum struggling | families + struggling | support + family? |
  whole family | family support
modern slavery: workers + caravans | kept in caravans | workers + caravan | farms + workers |
  pickers + farm | workers from abroad | foreign workers | migrant workers | rogue landlords |
  packing in workers | workers crammed | overseas workers | crammed + workers | modern slavery |
  modern day slavery | modern slaves | slavery | slaves | slave | slave labour | msht | human
  trafficking | people trafficking | trafficking | trafficked | traffickers | nrm | national
  referral mechanism | forced labour | forced to work | forced to work + women | made to work |
  working for nothing | working for no pay | no wages | unpaid + workers | passport taken |
  passports taken | took their passports | taken their passports | passports? | labour
  exploitation | gangmasters | gangmaster | glaa | hand car wash | car wash | car washes |
  carwash | nail bar | nail bars | nail salon | massage parlour | massage parlours | brothel |
  brothels | pop up brothels | sex trade | sex work | selling sex | sex + lets | sex + flats |
  sex + rooms | sweatshop | sweatshops | workers + crammed | workers + sleeping | workers +
  caravans | farm workers + exploited | fruit pickers | pickers + caravans | crammed into |
  packed into a house | living in a shed | ten to a room | ten to a house | beds in sheds |
  minibus + workers | illegal workers | illegal immigrants? | migrants? | migrant workers |
  vietnamese? | domestic servitude | takeaway + workers | takeaways + sleeping | sleeping above
  the | sleeping on the floor + work | afraid of their boss | cash in hand + forced | smuggled +
  people | people smuggling | passport held | passport + boss | passports + boss | boss +
  passport | holds their passport | labourers + paid | labourers + caravan | labourers? | paid
  nothing | paid next to nothing | not paid + workers | never leave the shop | never leave the +
  work | asleep in the back | sleeping in the back | sleep where they work | living where they
  work | ten men in a | living in a caravan | car wash + asleep | car wash + workers | exploited
  workers | workers exploited | cannot leave + boss | not allowed to leave + work | girls + nail
  | workers + paid nothing | dodgy car wash | trafficking victims | forced to beg | care workers
  + passports | bonded | gang labour | cheap labour | brought here on the promise | promise of a
  job | promised a job | promised + job + never | never allowed out | not allowed out + works |
  not allowed outside | locked in | kept prisoner | held against their will | held against her
  will | kept against | gang masters | gang master | below minimum wage | minimum wage | under
  minimum wage | less than minimum wage | paid peanuts | paid a pittance | long hours + no pay |
  workers + no pay | workers + passport | papers taken away | documents taken | forced
  prostitution | made to have sex | sex slave | sex slaves | brought into the country | smuggled
  into | lorry + people | people in the back of | stowaways | farm workers | seasonal workers |
  crop pickers | construction + forced | labour agency | labour agencies | restaurant workers |
  kitchen + sleeping | chinese takeaway? | vape shop? | barber shop? | barbers? | au pair | maid
  | housekeeper + passport | slave like | exploited at work | work for free | works for free |
  working + no wages
  | living ten to | not paid + workers | workers + farm + paid | unpaid + farm workers
  | look trafficked | we think + trafficked | work for nothing | forced to work
vulnerability panel: vulnerability panel | panel | monthly panel | adults of concern | track
  actions for adults | vulnerable + panel | adults + slip through | slip through the net |
  falling through the cracks | fall through the cracks | self neglecting adults? | adults we are
  worried about | worried about + adults | adults of worry | adults + meeting | meeting +
  vulnerable | panel + adults | vulnerable adults meeting | panel that discusses | round the
  table about an adult | table + adult | agencies + discuss + adults | discuss vulnerable | case
  conference adults | monthly meeting + adults | nobody can reach | hard to reach adult | high
  risk adults | multi agency panel | adults + agencies + together
  | dementia + strangers | dementia + letting | letting strangers in | lets strangers in
home safety visits: home safety visit | home safety visits | safe and well | safe and well visits
  | smoke alarm | smoke alarms | smoke detectors | smoke detector | fire alarms fitted | fire
  safety | fire safety checks | home fire safety | chip pan | chip pans | elderly + fire | carbon
  monoxide | fit smoke | visits to vulnerable | falls? | dementia + fire | no smoke detector | no
  smoke alarm | frail + smoke | frail + alone | living alone + fire | fire risk at home | check
  their home is safe | heaters | electric blanket | electric blankets | deep fat fryer | oxygen +
  smoke | smokers in bed | smoking in bed | smoke alarms + elderly | no smoke alarms | smokes in
  his chair | smokes in her chair | smokes in bed | smoke in bed | grandad + fire | nan + fire |
  grandad + smoke | nan + smoke | hard of hearing + alarm | oxygen at home | candles | wood
  burner | chimney | chimney fires | kitchen fires | electrical fires | overloaded sockets | home
  check | home checks | fire checks | safety check | safety checks | safety visit | safety visits
  | check + elderly + home | escape plan
  | fire crews + homes | on oxygen | oxygen + homes | checking homes + fire
  | home visits | home visit
harmful practices [saf da]: fgm | female genital mutilation | cutting girls | cut + girls |
  forced marriage | forced marriages | married off | arranged marriage? | honour based | honour
  killing | hba | hbv | honour + violence | breast ironing
sexual offences [saf da]: sexual assault | sexual assaults | sexually assaulted | rape | rapes |
  raped | rapist | rapists | sexual offences | sexual violence | sexual harassment | groped |
  flasher | flashers | flashing | indecent exposure | spiked drinks | drink spiking | drinks
  spiked | upskirting
"""
