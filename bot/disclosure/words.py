"""Words the disclosure guard knows not to be somebody's name: data, and one test over it.

Everyday and partnership English in short lines, and the words that end the name of a road, a
venue or an organisation. `is_word` also knows plain English endings, so the list stays short.
"""

from __future__ import annotations

from functools import lru_cache

from bot.disclosure.bodies import PLACES, PROPER, words_in
from bot.disclosure.english import ENGLISH

_COMMON = """
a able about above abroad abuse abuser accept access accident account across act action active
actor actual add addict address adopt adult advice advise advisor adviser affair afraid after
afternoon again against age agency agenda agent ago agree ahead aid aim air alarm alcohol alert
alive all alley allow almost alone along alongside already also although always am amber ambulance
among amount an analyst and anger angry animal annual another answer any anybody anyone anything
apart appeal appear apply approach appropriate are area aren't argue arm army around arrange
arrest arrive arson art article as ask asleep assault assess asset assist at attack attempt attend
audit aunt auntie aunty autumn available average avenue avoid aware away awful baby back bad bag
bail ball ban bank banner bar barrier base baseline basic bath battery bay be beach bear beat
became because become bed been beer before beg began begin behalf behind being believe bell belong
below bench benefit beside best better between big bike bill bin bird birth birthday bit bite
black blackmail blame block blood blue board boat body bomb bonfire book booklet booth border
borough both bottle bottom bought bowl box boy boyfriend brake branch bread break breakfast brick
bridge brief bring broad broke broken brother brought brown budget bug build built bully bunch
burglar burglary burn bus business busy but buy by cab cabinet cafe call caller came camera camp
campaign can can't cancel candle cannabis cannot cap car caravan card care career carer caretaker
carrier carry case cash cat catch cause caution cell cent central centre certain chain chair
change channel charge charity charm chart chase cheap check checklist chemist chicken chief child
children choice church cigarette cinema circle city claim class classroom clean clear clerk client
climb clinic close clothes club clue coach coast coat cocaine code coercive coffee cohort cold
collect college colour column come comfort command commander comment commit committee common
community commute commuter company compare complain complainant complaint complete concern
condition conduct conference confirm conflict consent consult contact contest contract control
cook cool copper copy core corner corporate correct cost couch could council councillor counsel
count counter country county couple coupon courage course court cousin cover crack craft crash
crew crime criminal crisis criteria critic crop cross crowd cry culture cup current curriculum
custody customer cut cyber cycle dad daily damage dance danger dark dash data database date
daughter dawn day dead deal dealer dealt dear death debate debt decade decide deck deep defect
defence defendant defer delay deliver delivery demand den department depend deputy context despite
detail detect detective develop device did didn't die diet differ digit dinner direct director
dirt dirty disability disabled disc discuss disrupt distance distress district ditch diversion do
doctor document does doesn't dog domestic don't done donate door dose doubt down draft dragged
draw dream dress drift drink drive driver drop drove drug drum drunk dry due dump during dusk dust
duty dwelling each ear earl early earn earth ease east easter easy eat economy edge educate effect
effort egg eight eighteen eighteenth eighth eighty either elder elderly elect electric element
eleven else elsewhere email emergency empty end enemy energy enforce engine enjoy enough enter
entire entry environment equal equip error escape especially essay estate estimate even evening
event ever every everybody everyone everything evidence evil exact exam example except exceed
excess exchange exclude excuse exempt exercise exhibit exist exit expand expect expel expert
explain exploit export extend extent external extra eye face facebook fact factor fail fair faith
fall false familiar family far farm farmer farms fast fat father fault favour fear february fed
fee feed feedback feel feet fell fellow felt female fence few field fifteen fifth fifty fight
figure file fill film final finally find fine finger finish fire firearm firefighter firework firm
first fish fit five fix flag flat flats fleet flight floor flow flu fly focus folder folk follow
food foot football for force forecast foreign forest forget form former fortnight forty forum
forward foster fought found four fourteen fourteenth fourth frame frank fraud free frequent fresh
friday friend from front fuel full fun fund funeral furniture further future gain gala game gang
gap garage garden gas gate gather gave general gentle get getting gift girl girlfriend give glad
glass go goal god goes gone good goods got govern government gp grab grade graffiti grand grandad
granddad grandchild grandchildren granddaughter grandfather grandma grandmother grandson gran
grant graph grass great green grew grey groom ground group grow growth guard guardian guess guest
guide guilty gun guy guys gym habit had hair half hall hand handle handset hang happen happy
harass harbour hard harm has hate haul have haven't he head health hear heard heart heat heavy
hectare held hell help helpline hence her here heroin hers herself hid hidden hide high highway
hill him himself hint hire his hit hoarder hoarding hold holiday home homeless honest hope
hospital host hostel hot hotel hotline hour house household how however huge human hundred hunger
hurt husband i i'm ice idea if ill image imam impact import improve in inch incident include
income indeed index indoor induct induction industry influence inform informant injury injunct
inner inn input inside inspect inspector instead instruct insult insure intel intend intent inter
interest internal internet interview into introduce invest invite involve is island isn't issue it
item its itself jacket jail jam january job join joint journey judge july jump june junior jury
just keep kennel kept key kick kid kill kin kind king kit kitchen knee knew knife knives knock
know lab labour lack lad lady ladies laid lake land landlady landlord lane language laptop large
last late later laugh launch law lawyer lay layby lead leader leaf leaflet league leak learn lease
least leave led left leg legal lend length less lesson let letter level library licence license
lid lie lied life lift light like likely limit line link list listen litter little live living
load loan local location lock locker locksmith lodger lodge log logo lone lonely long look lord
lorry lose loss lost lot loud love low luck lunch mad made magazine magistrate mail main maintain
major make male man manage manager manner many map march mark market massage master match mate
material matter may maybe me meal mean measure meat media mediate mediator medical medicine meet
member memory men mental mention mentor menu merge mess message met metal method metre mid middle
midnight might mild mile military milk million mind mine minibus minicab minister minor minority
minute mirror miss missing mistake mix mobile mode model modern moment monday money monitor month
monthly mood moped more morning mosque most mother motion motor motorbike motorcycle motorway
mouth move mr much mud mugged mum murder museum music muslim must mutual my myself name nan narrow
nation native nature near nearby nearly neat neck need needle neighbour neighbourhood neither
nephew net network never new news newsletter newspaper next nice niece night nil nine nineteen
ninety ninth no nobody noise none nor normal north nose not note notebook nothing notice notify
november now nowhere nuisance number nurse nursery oak object oblige observe obtain occasion
occupier occur october odd of off offence offend offender offer office officer officers often oil
okay old on once one only onto open operate operator opinion oppose option or orange order
ordinary organise organised origin other ought our out outcome outdoor outer outlet outline output
outreach outside outstanding over overall overdose overdue overnight overseas owe own owner pace
pack package pad page paid pain paint pair panel panic paper parade paramedic parcel parent parish
park part partial particular partner party pass passenger passport past pastor patch path patient
patrol pattern pay peak peer pen penalty pending pension pensioner people per percent perfect
perform perhaps period permit perpetrator person personal pet petrol phase phone photo phrase
physical pick picture piece pilot pin pink pipe place plain plan plane plant plastic plate
platform play player please plenty plot plus pocket podcast point poison police policy polish poll
pool poor pop population portal portfolio position possess possible post poster pot potential
pound power practice praise pray precinct predict prefer pregnant premises prepare prescribe
present press pressure presume prevent previous price pride priest primary prime print prior
prison private prize probable probation problem proceed process produce profile profit programme
progress project promise prompt proof proper property propose protect protest protocol proud prove
provide province pub public publish pull pump punch pupil purchase purple purpose purse push
pushed put quad quality quarter queen query question quick quiet quit quite quote race rack radar
radio raid rail railway rain raise ramp ran random rang range rape rapid rate rather ration reach
react read reader ready real reason receipt receive recent reception record recover recruit
recycle red reduce refer referral reform refresh refuge refugee refuse regard region register
regret regular rehab rehouse reject relate relation relative release relevant relief rely remain
remand remedy remember remind remote remove rent renew repair repeat reply report reporter
represent request require rescue research reserve resident residents resolve resource respect
respond response rest restore restrict result retail retailer retain retire return reveal revenue
review revise reward rich ride rider right ring rise risk river road robber robbery robe rock role
roll roof room root rose rota rough round route routine row rubbish rude ruin rule run rung runner
rural rush sad safe safeguard safer safety said sale salon same sample sanctuary sanction sand sat
saturday save saw say scale scam scare scene schedule scheme school science scooter scope score
screen scrub scrutiny sea seal search season seat second secret secretary section sector secure
security see seek seem seen seize seldom select self sell send senior sense sensor sent sentence
separate september sergeant series serious serve service session set settle seven seventeen
seventh seventy several severe sex sexual shake shall share sharp she shed sheet shelf shell
shelter shift shirt shock shoe shop shopkeeper short shot should shoulder shout show shown shut
sibling sick side sign signal silent silver similar simple since single sir sister sit site
situation six sixteen sixteenth sixth sixty size skate skill skin skip sky slapped sleep slept
slight slip slot slow small smart smash smell smoke smooth snatch snow so social society sofa soft
soil sold soldier sole solicitor solid solve some somebody someone something sometimes somewhere
son soon sorry sort sought sound source south space spare speak special specific speech speed
spell spend spent spice spirit spit spite split spoke sport spot spray spread spring squad square
squat stab stable staff stage stair stall stamp stand standard star start state statement station
statistic status statute stay steady steal steel steer step stepdad stepfather stepmother stepmum
stepson stick still stock stole stolen stone stood stop store storm story straight strand strange
stranger strategic strategy stray stream street strength stress stretch strict strike string strip
strong struck structure student study stuff style subject submit substance subway succeed success
such sudden suffer sufficient sugar suggest suicide suit suitable sum summary summer sun sunday
supervise supervisor supper supplier supply support suppose sure surface surgery surplus surprise
surround survey survivor suspect suspend swear swept swim switch system table tackle tag take
taken takeaway tale talk tall target task tasking taught tax taxi tea teach teacher team tear tech
teen teenager telephone tell ten tenant tend tender tent tenth term terrace test text than thank
that the theatre theft their them theme themselves then there therefore these they thick thief
thieves thin thing think third thirteen thirteenth thirty this those though thought thousand
thread threat threaten three through throughout throw thrown thursday thus ticket tidy tie tied
tight till time timetable tin tip tipper tipping to tobacco today together toilet told tomorrow
tone tonight too took tool tooth top topic total touch tough tour toward towards tower town toy
trace track tracker trade trader tradesman trading traffic train trainee trainer transfer transit
transport trap trauma travel traveller treat tree trend trespass trial tribe tribunal trick
trigger trip troll trouble truck true trust truth try tube tuesday turn tutor tv twelfth twelve
twentieth twenty twice twin two type typical uncle under underneath underpass understand unhappy
uniform union unit unite unknown unless unlike unlikely until unused up update upon upper upset
upstairs urban urge urgent us use used useful user usual vacant valley value van vandal vape vary
vehicle vendor venue verify version very vet via vicar vicinity victim video view villa village
violent virtual visible visit visitor vital voice volume voluntary volunteer vote vow voucher
vulnerable wage wait waiter walk walkabout walker wall wallet want war ward warden warm warn
warrant was wash wasn't waste watch water wave way we weak weapon wear weather web website
wednesday week weekday weekend weekly weight weird welcome welfare well went were west wet what
wheel wheelchair when where whether which while white who whole whom whose why wide widow widower
width wife wild will win wind window wine wing winter wire wise wish with withdraw withdrew within
without witness woke woman women won won't wood word wore work worker workforce workshop world
worn worry worse worst worth would wouldn't wound wrap write writer written wrong wrote yard yeah
year yellow yes yesterday yet you young younger youngest youth your zero zone hi hello thanks pls
plz ok cctv asb pspo csu pcso pc sgt dci insp supt cllr ambition aside bogus borrow breach
breached broker brewery carrying cohesion coming chip fast-food closer closest clearest covert
dates dementia dwp drone encampment euro feud flytip flytipping fly-tip fly-tips fly-tipping
footage forced freed goodwill grafitti handed harmful hub hubs indecent intake kerb lapsed lasted
legislation liaison lino lit-up lockdown lots madam magnet meanwhile mini misuse mosaic mothers
multi multi-agency needs neglect nearest nino nobody's no-one noon nos nuisances nurses
off-licence off-licences ongoing online onward opposite ours outcry outing overseen papers payback
perps pickpocket plainclothes platforms pm poacher police's proceeds pursuit queue rave reading
reg reps rent-free retailers ringleader safeguarded scammer schools secondary seaside seller
sheltered shoplifter shoplifting sighting signage skatepark slots sms snack socials soc someone's
spate spotlights stalker stalking sticker strangled summons surge takings tarmac terraced thugs
timed traced trafficker trafficked trespasser truant turnout tyre tyres unaware underage unlit
unpaid unsafe unsigned unwell upskill vans verge victims villages vile vouch wallets walkthrough
wheelie windows wraps youths zebra ab ah ain't aren couldn't hadn't hasn't he'd he'll he's i'd
i'll i've it'll it's let's she'd she'll she's shouldn't that's there's they'd they'll they're
they've we'd we'll we're we've weren't what's who's you'd you'll you're you've em etc eg ie re nb
approx appt asap dept dob govt hq id info ltd max mins misc mth mths plc ref refs rep st tel temp
vs wk wks yr yrs yo yob yobs aged anti-social antisocial after-school drop-in drop-ins hot-spot
hotspot lay-by one-to-one part-time full-time re-let pop-up top-up walk-in well-being wellbeing
follow-up night-time pre non anti sub ex half-term mid-year end-of-year long-term short-term
high-visibility high-risk low-level acquisitive activity affects alias anxiety begun behaviour
bloke calm cascade caught ceiling chosen circulate clarify comparison cuckoo cuckooed decline
deliberate diary dispute diversionary engage extreme extremism homicide horse identified identify
invented investigate knowledge milestone mechanism offensive official pleasure professional
prolific promote prosecute psychoactive rank rowdy slavery timescale title usable wives executive
riverside moat rotary elms chippy national important given probably international federal regional
various difficult popular create credit individual consider positive additional beyond earlier
immediate computer episode ability announce definite design author global opportunity product
battle brain degree feature majority civil independent ship wonder commercial imagine latest
multiple analysis anyway choose marriage sweet largest machine effective digital realise click
fashion function concept unique variety violence appreciate discover software blog boss magic
classic failure initial massive shape climate terrible tired ocean attorney express hero joke
planet drama golden candidate hole studio finance identity numerous affect appoint smile
temperature novel vision editor giant recommend creative facility maximum republic salt territory
circumstance instance replace brilliant chat cheese chemical competitive fruit permanent tank
ultimate button consumer creation crown define describe exclusive electronic factory politician
sight cake constant drawn height horror coal contemporary extensive historic hunt philosophy vast
guitar meetings symptom audio bone chamber clothing complicated confuse consequence defend divide
format healthcare impressive technique adventure bedroom belief bound carefully cloud contrast
establish gear infrastructure loose poverty qualify sensitive silence superior spoken successful
unusual arrival concrete exposure fiction guarantee ideal legend muscle passion label pitch pizza
belt ceremony custom deny hockey crap abandon acquire convince downtown elite install participant
rugby associate broadcast citizen cricket disaster entrance fitness intense liquid medal mortgage
latitude alleged creek currency emotion genuine heritage landscape logic survive tennis sequence
ambassador cotton dozen fancy grateful indicate luxury rally swing veteran wildlife wooden
aggressive diversity jazz laboratory literary documentary edition celebrity guideline breathing
filter highlight framework franchise integrated lifestyle mainstream volunteers' assembly
workplace hazard harvest helmet helicopter jubilee jamboree lottery logistics marathon orchestra
panto pantomime parliament pedestrian performance pharmacist photograph postcard poetry portrait
puppet quiz rainbow referendum rehearsal remembrance roadshow roster satellite seminar showcase
skating sponsor sponsorship stakeholder substitute summit symposium tournament trophy tuition
tutorial upgrade vaccine vault videos voyage wellness youngster youngsters co-op coop muga mugas
rink scout cub beaver brownie cadet cyclist cyclists runners walkers dogwalkers allotment
bandstand bollard bollards chicane kerbs gritting gully hedge hedges verges pothole potholes
planter planters railings shutters subways towpath turnstile floodlight floodlights lanterns
barriers bunting carols fireworks lights tinsel ii iii iv vi vii viii ix xi xii adopter backlog
briefing bulletin calendar cancelled clearance completion compulsory coordinator delayed dispersed
draught duties easier enquiry equality excellent exclusion forged fortnightly funded handover
hygiene illegal inquest kiosk landowner lighting mapping modest neutral nominal overspend parental
petition pledge pointed proposal quieter quota reminder rollout runaway saving scrap seized signed
skilled slower standing steadily stored subgroup submitted tally template tenancy trialled trimmed
unchanged underspend untidy uptake usage venues warmer wetter kfrs sdc sdcsp kcc kp davss wkha cgl
kmpt ccg tmbc cse cce ocg ocgs mh da dv va fgm hba nhs nps cps hmp yot yos lgbt lgbtq btp kss crc
ksscrc dgs pcc opcc ofsted qr ulez anpr msht ngo wkm kccts kccw kcceh self-harm self-referral
stop-and-search co-ordinator co-ordination cooperate re-offend wheelie-bin cold-calling doorstep
rogue telly trainers shoes hoodie hood mask balaclava cig fag weed ketamine nitrous oxide canister
canisters pills pill powder fentanyl methadone spliff crackhead smackhead junkie drunkard oap
autistic autism adhd ptsd bipolar psychosis schizophrenia
"""

_TYPES = """
grange copse hatch spinney knoll links oast vineyard brewery paddock paddocks stables kennels
nurseries barns weir ferry range circuit course racecourse velodrome rink lido baths marsh marshes
hundred primary secondary infants juniors trinity parishes friars lawns docks road street lane
avenue drive close court crescent gardens grove hill mews parade place rise row square terrace
view walk way green park common approach broadway bridge bypass roundabout station interchange
junction underpass subway alley passage yard estate mead meadow meadows lake lakes wood woods
field fields heath recreation rec playground pavilion stadium centre center hall house cottage
lodge manor farm barn tower towers building buildings office offices room suite library museum
theatre gallery cinema arena leisure pool gym school academy college university nursery campus
church chapel cathedral mosque temple synagogue gurdwara abbey priory hospital surgery clinic
pharmacy practice hospice pub inn tavern arms hotel hostel cafe restaurant shop shops store stores
supermarket market garage mall newsagents newsagent butchers bakery off-licence takeaway precinct
arcade plaza quarter industrial business retail shopping trust council board committee panel
partnership association society federation foundation charity charities service services agency
department unit team group forum network project programme scheme campaign initiative fund club
clubs club's league union alliance coalition company limited ltd plc llp force constabulary police
fire rescue ambulance authority commission commissioner inspectorate ministry bureau support
victim domestic neighbourhood watch pubwatch shopwatch speedwatch homewatch helpline hotline line
act law bill code order day week month award festival fair fete carnival ward parish district
borough county town village city division region constituency valley river canal wharf dock pier
marina forest reserve down downs warren quarry mill works depot tip site sites camp car housing
homes care aid live ahead unlimited concern action advice youth community pathway pathways cadets
scouts guides brownies rangers united rovers athletic fc rfc cc storm hurricane saints saint
trading standards parkrun radio times chronicle courier news mail gazette post magazine bank
island islands castle palace cross gate vale bottom corner end crossing bus train route stop
viaduct tunnel crematorium cemetery allotment allotments orchard orchards nature trail hub stage
players choir band ribbon friday monday sunday awareness toolkit protocol inquiry pledge
"""

TYPES = words_in(_TYPES)
"""Words that, in a run of capitals, make it the name of a road, venue, body or scheme."""

WORDS = words_in(_COMMON) | PROPER | TYPES | ENGLISH

_ENDINGS = tuple(
    sorted(
        words_in(
            """
            tion tions sion sions ment ments ness less ings ance ence able ible ously ally
            edly ities ility ship ships ical ative ous ional rial cial tial ual ism ology
            ography ity ives ivity ents ising ering ators ates keeper keepers holder holders
            makers worker workers teacher teachers goers masters wards shop based wide proof
            ively ised ized
            """
        )
    )
)
_FOLDS = (
    ("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""),
    ("ing", "e"), ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("ly", ""), ("ful", ""),
    ("est", ""), ("'s", ""),
)  # fmt: skip


@lru_cache(maxsize=8192)
def is_word(word: str) -> bool:
    """Whether a lower-case word is plain English, a known place or a known body.

    Only says what is known: a stranger to it may still be a word.
    """
    if word in WORDS or word in PLACES or (word.endswith(_ENDINGS) and len(word) > 8):
        return True
    if word.endswith(("or", "ors")) and word.rstrip("s")[:-2] in WORDS:
        return True
    if any(word.endswith(end) and _stem(word, end, put) in WORDS for end, put in _FOLDS):
        return True
    return "-" in word and all(is_word(part) for part in word.split("-") if part)


def _stem(word: str, end: str, put: str) -> str:
    """The word without an ending; a doubled consonant undone ("stopped" -> "stop")."""
    base = word[: len(word) - len(end)]
    if put or len(base) < 4 or base[-1] != base[-2] or base in WORDS:
        return base + put
    return base[:-1]
