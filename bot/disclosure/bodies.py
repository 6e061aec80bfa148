"""Places, bodies, makes and public figures the disclosure guard knows: data only.

What stands here is not a resident, however much it looks like one.
"""

from __future__ import annotations

_PROPER = """
january february march april may june july august september october november december jan feb mar
apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon
tue tues wed weds thu thurs fri sat sun christmas easter ramadan eid diwali halloween whitsun lent
hanukkah pentecost british english scottish welsh irish polish romanian bulgarian albanian
lithuanian latvian ukrainian russian turkish kurdish syrian afghan afghani iraqi iranian pakistani
indian bangladeshi nepali nepalese chinese vietnamese thai filipino somali nigerian ghanaian
eritrean sudanese ethiopian kenyan jamaican caribbean african asian european american australian
french german italian spanish portuguese brazilian roma romany gypsy traveller travellers jewish
jew muslim christian catholic sikh hindu buddhist arab arabic punjabi urdu bengali gujarati farsi
pashto black white ford vauxhall corsa astra fiesta focus escort transit renault clio peugeot
citroen berlingo nissan micra qashqai toyota yaris honda civic bmw audi mercedes sprinter vito
volkswagen vw golf polo passat skoda octavia seat ibiza fiat punto volvo saab jaguar rover land
range defender discovery freelander mini mitsubishi mazda hyundai kia suzuki yamaha piaggio vespa
kawasaki lexus porsche tesla luton iveco daf scania bedford corolla mondeo galaxy zafira insignia
facebook instagram snapchat whatsapp twitter tiktok youtube google microsoft windows excel slack
zoom skype netflix amazon ebay gumtree asda tesco sainsbury sainsbury's sainsburys waitrose lidl
aldi morrisons boots greggs mcdonald's mcdonalds kfc costa starbucks wetherspoon wetherspoons
argos screwfix halfords uber deliveroo stagecoach arriva southeastern thameslink eurostar network
barclays hsbc natwest lloyds halifax santander nationwide crimestoppers childline samaritans
relate barnardo barnardo's barnardos nspcc rspca porchlight centrepoint salus addaction turning
kenward sencio mind nacro catch22 shelter marac mappa mash charmm idva isva lado dash dvds dvpo dvpn
sarc iom ppo prevent channel nrm msht england wales scotland ireland ulster britain london europe
essex sussex surrey medway thames brussels calais dover kent
"""

_PLACES = """
sevenoaks swanley edenbridge westerham hextable otford kemsing shoreham eynsford farningham horton
kirby hartley ash ridley fawkham longfield brasted sundridge chipstead riverhead dunton halstead
knockholt badgers mount crockenhill seal weald leigh penshurst fordcombe chiddingstone cowden
hever bough beech toys marlpit ide chevening bessels greatness bradbourne knole st wildernesse
underriver godden stone ightham borough swanscombe dartford gravesend gravesham tonbridge malling
tunbridge wells maidstone rochester chatham gillingham medway sittingbourne ashford canterbury
folkestone dover thanet margate ramsgate broadstairs whitstable herne faversham sheppey sheerness
elmley bromley orpington bexley bexleyheath sidcup lewisham croydon greenwich woolwich catford
eltham erith belvedere thamesmead crayford deptford peckham brixton camberwell southwark lambeth
hackney tottenham newham ilford romford barking redbridge dagenham walthamstow stratford tilbury
thurrock grays crawley redhill reigate oxted lingfield caterham gatwick biggin horsham brighton
hastings eastbourne lewes guildford woking reading luton birmingham manchester liverpool leeds
bradford bristol cardiff swansea newport glasgow edinburgh belfast dublin warsaw bucharest tirana
hanoi lagos accra mogadishu blighs bligh's vine bat ball polhill darent darenth pembury northern
christchurch southborough argyle pinehurst thornfield lullingstone bluewater lakeside heathrow
kings charing victoria waterloo elephant northfleet istead meopham vigo culverstone wrotham
addington platt hildenborough hadlow paddock staplehurst headcorn cranbrook tenterden hythe romney
lydd deal sandwich westgate snodland kent west aylesford larkfield ditton burham wouldham cuxton
strood rainham hempstead kingsdown kippington chartwell goathurst bitchet
"""


def words_in(lines: str) -> frozenset[str]:
    """The words of some lines, as a set."""
    return frozenset(lines.split())


PROPER = words_in(_PROPER)
"""Months, nationalities, makes, shops and bodies: capitals that name no person."""

PLACES = words_in(_PLACES)
"""Towns, villages and wards round about, and places notes speak of."""


_PUBLIC_NAMES = """
ask for angela; anne frank; our lady of lourdes; stephen lawrence; terrence higgins; jack petchey;
duke of edinburgh; john lewis; w h smith; wh smith; martin mccoll; marks and spencer; marks &
spencer; robert dyas; laura ashley; ted baker; paul smith; jack wills; thomas cook; ann summers;
sue ryder; marie curie; marie stopes; john ambulance; jo cox; rose bruford; suzy lamplugh; hollie
guard; ifor williams; elizabeth line; marco polo; billy elliot; victoria line; mary seacole;
florence nightingale; nelson mandela; winston churchill; martin luther king; rosa parks; emmeline
pankhurst; alan turing; guy fawkes; father christmas; jack the ripper; john muir; joseph rowntree;
henry smith charity; clare's law; claire's law; sarah's law; martyn's law; helen's law; ben
kinsella; damilola taylor; matthew scott; oliver twist; romeo and juliet; macbeth; robin hood;
peter pan; tom tugendhat; michael fallon; jimmy mizen; lucy faithfull; alice ruggles; holly
gazzard; harry potter; mary poppins; william shakespeare; charles darwin; edith cavell; vita
sackville-west; lloyd's pharmacy; paddy power; william hill; betfred; toni & guy; dorothy perkins;
charles dickens; samuel palmer; lady boswell's; herbert protocol; white oak; philomena protocol
"""
PUBLIC_NAMES = frozenset(name.strip() for name in _PUBLIC_NAMES.split(";"))
"""Charities, chains, laws and public figures whose names look like a resident's."""
