"""Everyday words for domestic abuse: data only, in the form explained in
`vocabulary_disorder`."""

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
  + hitting | mum + bruises | parents + hitting each other | kids + hitting their
  parents | hitting their parents | hits his mum | hits her mum | son + hits | son + hitting |
  daughter + hits | child to parent | abused by + son | abused by + daughter | honour + family |
  victims? | couple?
  | beating the other | one beating the other | gay couple | hit by his wife | hit by her husband
  | hit by her | hit by his | beaten at home | fleeing | fleeing violence | mum + fleeing |
  fleeing a violent | violent + home | violent dad | dad + violent | thrown him out | throwing him
  out | threw him out | kicked him out | lives in fear | walking on eggshells | eggshells |
  partner violence | relationship violence | abusive? | bruises | bruise | bruising | women +
  explain | knocks his wife | knocking his wife | slaps his | hitting his | beats his | beating
  his | smacks her | thumps her | smacked her | thumped her | his fists | violent towards + wife |
  violent at home | hurting their partners | hurt their partners | hurting his wife | hurting her
  | terrified of the man | terrified of her | man she lives with | she lives with | terrified +
  lives with | scared + lives with | afraid + lives with | frightened + lives with | scared of him
  | terrified of him | afraid of him | frightened of him | says she fell | walked into a door |
  walks into doors | lady + black eye | woman + black eye | she + he? | her + he? | she + him? |
  her + him? | woman + him? | woman + he? | lady + he? | lady + him? | men who are abused | men
  abused | abused by wives | abused by their wives | men + abused | abused by a | abused by her |
  abused by his | abused by their | wives + abuse | wife + abuse | partner + abuse | husbands +
  abuse | boyfriend + abuse | relationship + abuse | violence in the home | violence at home |
  temper at home | blokes + temper | blokes with a temper | temper + wife | home + violent | hurt
  at home | hits the kids | smashing up the house + him | escape from him | get away from him |
  get away from her husband | leave her husband | leave him | leaving her husband | left him |
  left her husband | split + turned up | after they split | after the split | split up +
  threatening | same sex + abuse | lgbt + abuse | elderly couple + hitting | family abuse |
  teenager + hits mum | son hits | son + hits mum | son who hits | punching his wife | punching
  her | kicked her | kicks her | choked her | choking her | throttled
  | girlfriend beaten | beaten black and blue | sexual violence + partner
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
  controls + wife | jealous boyfriend | jealous husband | possessive | hand over her wages | hand
  over + wages | hand over her | her wages | her bank card | takes her bank | keeps her money |
  holds the purse strings | forced to hand over | not allowed friends | cut off from friends | cut
  off from her family | not allowed to work | isolates her | isolates | who she sees | where she
  goes | follows her everywhere | monitors her | reads her texts | reads her messages | checking
  up on her | ruled by fear | puts her down | belittles | belittling | belittled | calls her names
  | humiliates | mind games | manipulative | domineering
  | tracks her phone | checks her phone
stalking: stalking | stalker | stalkers | stalked | stalk | harassed by an ex | harassment + ex |
  harassment? | followed by an ex | followed home | following her | following women | follow +
  women | will not leave her alone | will not leave them alone | will not leave me alone | leave
  her alone | bombarding + texts | hundreds of texts | turning up at her work | turning up outside
  | revenge porn | spying on her | tracker on her car | tracker on | tracker on his | gps tracker
  + ex | following his ex | waits outside her | wait outside her | sends flowers + ex | ex turning
  up | ex turns up | exes turning up | ex + texts | ex + outside | will not leave + ex | turned up
  at her | turning up at her | turned up at her work | turns up at her | shows up at her | showing
  up at her | outside her house | outside her work | messages + ex | calling her + ex | pestering
  + ex | obsessed with her | obsessed + ex | watching her house | watches her house | unwanted +
  gifts + ex | unwanted attention | restraining order | non molestation | non mol | injunction
  against her | follows women | follow women | followed by a man | follows + woman
  | tracks her | tracks his | tracking her | tracker on her | partner tracks | tracks my
volunteer support for victims: volunteer domestic abuse service | davss | medium and standard risk
  | standard risk | support for survivors | support for victims | survivors | survivor | victims
  of abuse | idva | idvas | isva | outreach worker + abuse | women's aid | helpline? | refuge |
  refuges | safe house | shelter for women | women's shelter | women + support? | somebody to talk
  to + abuse | new clients? | dads unlimited | male survivors | not high risk | who are not high
  risk | medium risk | victims + not high | lower risk victims | victims + support | support for
  women | help for women | befriend + abuse | volunteers + abuse | abuse + volunteers | helps
  victims? | refuge places | refuge place | refuge space | refuge spaces | women's refuge | womens
  refuge | womens aid | women fleeing | supporting men who | support men who | someone to stand by
  her | stand by her | help to leave | helping women | helping victims | support after abuse |
  counselling + abuse | befriending + abuse | victims + leave | next steps + abused | medium +
  abuse | medium + risk
one stop shop: one stop shop | one stop shops | oss | drop in + abuse | drop in + women | drop in
  for women | drop in? | weekly session + abuse | advice session + abuse | walk in + abuse | go
  for advice + abuse | advice under one roof | woman just drop in | women drop in | women + advice
  | woman + advice | survivors + advice | victims + advice | advice for victims | advice for women
  | go for advice | weekday + advice | solicitor + women | solicitor + police | women + solicitor
  | see a solicitor | solicitor | on a tuesday + women | tuesday + women | women can see | weekly
  drop in | drop in + tuesday | under one roof | all in one place + abuse | all in one place +
  women | legal advice + abuse | advice hub | walk in for women | shop for victims
sanctuary: sanctuary | he has keys | still has keys | has a key + house | stay in the house + he
  | sanctuary scheme | sanctuary work | added home security | home security +
  survivors | target harden + abuse | change the locks | changing locks | change locks | changed
  locks | new locks | locks changed | locksmith | locksmiths | panic room | panic alarms | panic
  alarm | safe room | fitting alarms | alarms + women | locks + women | locks + ex | locks +
  partner | stay in their own home | stay in her own home | stay in own home | stay put | safe in
  their own home | safe in her own home | fireproof letterbox | alarm fitted | alarms fitted |
  stay safely at home | make it secure | make her home | make her house safe | make her home safe
  | stay in her home | stays in her own | secure + throwing him out | home + secure + him | locks?
  | locks done | new front door + ex | locks + days | security for survivors | extra bolts | bolts
  | bolts + door | get back in | can not get back in | cannot get back in | stop him getting in |
  stop him coming in | keep him out | keeping him out | keep her ex out | reinforced door |
  reinforce the door | strengthen + door | panic button | panic buttons | alarm for a woman |
  alarm + woman | safer at home + ex | safe at home + ex | feels safe at home | home safe for her
  | fit locks | fitting locks | fitting of locks | secure her home | securing her home | secure +
  survivors | secure + victims | door chain
  | safe room | safe rooms | alarms + husband | alarm + ex
marac: marac | maracs | dangerous cases | sitting down + cases | marrack | marack | marak | high
  risk victims | high risk cases | high risk
  meeting | high risk abuse | multi agency risk assessment | risk assessment conference | dash |
  dash form | dash risk | clare's law | clares law | dvds | disclosure scheme | risk meeting |
  meeting + high risk | agencies + high risk | most dangerous abusers | dangerous abusers | info
  sharing meeting | sharing meeting + abuse | meeting + abusers | meeting + abuse | highest risk +
  abuse | highest risk victims | risk of being killed | serious harm + partner | disclosure +
  partner | right to know + partner | right to ask + partner
  | high risk meeting | high risk meetings
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
  lessons + relationships | lessons on consent | sex and relationships | healthy boyfriend | what
  a healthy | good boyfriend | assembly + boyfriend | assembly + relationship | assembly +
  relationships | lessons + boyfriend | pupils + boyfriend | teenagers in abusive | teen dating |
  teen + boyfriend | teenage + boyfriend | respect + women + boys | boys + women | boys + girls +
  respect | loving relationships | love + control + school | peer abuse
perpetrators: perpetrator | perpetrators | perpetrator programme | perp | perps | behaviour change
  programme | behaviour change | cdap | building better relationships | men who want to change |
  change their ways | change them | abusers | abuser | anger management | stop + hitting + course
  | course for abusers | course for men | course + wives | course + batter | programme for violent
  men | programme for men | men + change | abusers + change | abusive men + change | help for
  abusers | stop hurting | want to stop hurting | men who want help | perps + help | perps who |
  violent + change | change + violent | abuse + courses | offender + abuse programme | help him
  stop | help them stop hitting | stop hitting | course for blokes | blokes + course | men +
  course | course for husbands | husbands + course | course + temper | temper | anger + men |
  angry men | wife beaters + help | change + men | reform abusers | abusers + help | help for men
  who hit | men who hit + help | tackling perpetrators | violent men + programme | abusers +
  course | offenders + domestic
domestic homicide: domestic homicide | domestic homicide review | domestic homicide reviews | dhr
  | dhrs | dardr | killed by her partner | killed by partner | killed by their partner | killed by
  their partners | killed by her husband | killed by their husbands | murdered by | murdered by
  partner | murder + partner | murders + partner | murdered + husband | murder + husband |
  murdered + women | women + murdered | women + killed | killed + women | killed + partner |
  killed at home | lessons + deaths | lessons + murder | lessons + killed | deaths + learn | learn
  + murders | learned from deaths | learning from deaths | wife was murdered | murdered wife |
  woman was murdered | wife + murdered | killed his wife | murders his wife | murdered his wife |
  women killed | women + killed by | learn from women killed | dead wife | killing of that wife |
  killing of | killing + wife | killed + wife | killed + husband | review into the killing |
  review into + death | review + murder | review + killing | review + killed | murders of women |
  femicide | deaths + abuse | death + abuse | died + abuse | fatal + abuse | lessons learned +
  abuse | lessons learnt
"""
