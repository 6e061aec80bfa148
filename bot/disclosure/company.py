"""The company a name keeps in a note: the words before and after that speak of a person.

Kin, a part in a case, somebody's doing; and, against it, a place word before, a public office, a
body. Tells of positions in a note only; what is then a name is for `disclosure_people`.
"""

from __future__ import annotations

import re

from bot.disclosure.lists import any_of, listed
from bot.disclosure.names import DOUBTFUL, GIVEN, LISTED, SURNAMES
from bot.disclosure.patterns import Pattern
from bot.disclosure.rows import (
    begins_a_row,
    goes_on_in_a_row,
    is_a_month,
    is_placelike,
    item_end,
    next_item,
    of_one_kind,
    same_first_word,
)
from bot.disclosure.text import Note, Word
from bot.disclosure.words import TYPES, WORDS

Found = tuple[int, int] | None
"""Numbers of the first word of a name and of the word after its last, or None."""

TITLES = listed("titles")
HISTORIC = listed("historic_titles")
"""Before a name these make it a school's or a road's."""
OPERATION = frozenset({"op", "ops", "operation", "project"})
KIN = listed("kin")
_MANY_PERSONS = frozenset(f"{word}s" for word in listed("person_words") | KIN)
_MANY_PERSONS |= {"children", "families", "men", "people", "women"}
"""Whom a place is told of: "girls from Tolpuddle"."""
PARTS = KIN | listed("parts_in_a_case") | listed("person_words")
_LED_BY = Pattern(
    r"(?:\b(?:sur|fore|nick)?name(?:s|d)?(?: is| was| as| of|:)?|\bnames? given(?: as|:)?|\bcalled|"
    r"\b(?:breached|broken|ignored|threatened|assaulted|followed|kicked|punched|robbed|harassed|"
    r"stalked|stolen|smashed|damaged)(?: again| twice| once)? by|"
    r"\b(?:robbed|conned|scammed|punched|assaulted|threatened|groomed|defrauded|slapped|stabbed|"
    r"bullied)|\bspoke (?:to|with)|\bsaw|"
    r"\b(?:bumped|ran) into|\bto see|\btell|\bask(?:s|ed)? for|\btexted|\btold by|\breported by|"
    r"\bis known to be|"
    r"\b(?:moved|referred|arrested|interviewed|evicted|rehoused|charged|cautioned|housed|"
    r"bailed|remanded)|\b(?:dispute|row|feud|argument|fight|mediation) (?:between|with)|"
    r"\b(?:message|text|calls?|threats?) (?:from|to)|\bcomplain\w* (?:from|by|about|"
    r"against)|\breferral (?:for|of)|\bserved(?: \w+)? on|\bagainst|\bknown as|\b"
    r"(?:warrant|letter|visit|visits|concerns?|worried|statement|parcel|engagement|contact|"
    r"meeting|met) (?:taken |sent |plan )?(?:for|to|with|about|from|by)|"
    r"(?:help|support) (?:plan )?(?:for|to|with|about)|"
    r"\b(?:statement|details) taken from|\bplan in place for|\ball about|\bis seeing|"
    r"\b(?:mother|father|mum|dad|nan|brother|sister|son|daughter|partner|home|house|flat|window|"
    r"car|door|"
    r"arrest|behaviour|whereabouts|tenancy) of|\bbail (?:conditions )?for|\bconditions for|"
    r"\bbelongs? to|\bdischarged|\bhospital saw|\bworkers? saw|\bbanned[^.!?]{0,20}:|"
    r"\b(?:young|poor|wee)|\bthat|\bbecause|\byours (?:faithfully|sincerely|truly)|\bregards|"
    r"\bsigned(?: by)?|\b(?:buzzer|doorbell|bell|letter ?box|name ?plate|label|id) (?:says|reads|"
    r"is)|(?:suspect|victim|offender|complainant|caller|dealer|witness|perpetrator|tenant|"
    r"driver|culprit) (?:is|was|are)(?: a| one)?)[\s:,\"'(-]{1,3}$"
)
_ACTS = listed("deeds")
_WEAK = listed("deeds_of_things")
STRONG_AFTER = Pattern(
    r" [-–] (?:an? )?(?:\w+ )?(?:victim|suspect|offender|perpetrator|tenant|complainant|"
    r"nominal|witness)\b|"
    r"[\s,]{1,2}(?:who )?(?:(?:is|was|were|been|has|had|has been|had been|will be|got|being|still|"
    r"again|also|then|now|reportedly|allegedly) ){0,3}"
    r"(?:arrested|charged|cautioned|tagged|bailed|released|remanded|excluded|sectioned|"
    r"evicted|assaulted|"
    r"attacked|beaten|groomed|interviewed|sentenced|convicted|stopped|stabbed|raped|discharged|"
    r"picked up with|"
    r"the one (?:who|that|[a-z]{2,12}ing)\b|"
    r"seen (?:selling|dealing|with|in|at|by|on)|missing|pregnant|"
    r"drunk|homeless|trafficked|recalled|abused|exploited|vulnerable|drinking|dealing|"
    r"selling|scared|"
    r"who (?:broke|smashed|threw|kicked|hit|stole|started|set|let|cut|burnt|attacked|stabbed|"
    r"robbed|"
    r"punched|lives|sleeps)\b|afraid|(?:the|a|our) (?:\w+ )?(?:tenant|victim|suspect|perpetrator|"
    r"offender|occupier|complainant|"
    r"caller|dealer|runner)\b|got (?:a|an) (?:caution|tag|ban|fine|warning)|"
    r"(?:a|an|no) (?:new )?(?:partner|boyfriend|girlfriend|curfew|key worker|probation officer)\b|"
    r"back (?:at|in(?! use)|with|from prison|on(?! (?:target|track|course|line|sale|schedule|"
    r"budget|the (?:agenda|list|plan)))|home|behind|outside|near|by)|"
    r"on (?:bail|tag|licence)|living|staying|"
    r"rough sleeping|in (?:custody|prison|hospital|care|bed|tears|pain|distress|"
    r"(?:a|an|the|his|her) (?:\w+ )?(?:house|flat|room|bedroom|bed|chair|bath|doorway|tent|"
    r"car(?! park)|kitchen|cell|ambulance)\b)|asleep|unconscious|collapsed|crying|injured|confused|"
    r"wandering|naked|dead|bleeding|"
    r"with (?:no (?:food|shoes|coat|clothes|money)|bruises|cuts|injuries|a black eye|a knife)\b|"
    r"a (?:known|prolific|repeat|suspect|victim)|wanted by|on the child|out of prison|"
    r"passing|paying|carrying|holding (?:for|it|the "
    r"(?:drugs|gear|phone))|sleeping|relapsed|lost (?:his|her|their)|served with|dementia|"
    r"causing (?:trouble|problems|issues|bother)|(?:told|asked) (?:us|officers|staff|police)|"
    r"runs (?:the|a) (?:younger\w*|line|lads|boys|girls|gang|others|show))\b"
    r"|,? \(?(?:aged?|d\.?o\.?b|born|b\.)\b|,? \(?(?:in )?(?:year|yr|y) ?(?:[1-9]|1[0-3])\b|"
    r"(?:, ?| ?\()\d{2}\)?(?:,| years| yrs|yo\b|\b(?=[).])|$)| \d{2} ?(?:years|yrs|yo\b)|"
    r" \((?:his |her |the )?(?:sister|brother|mother|mum|father|dad|son|daughter|aunt|uncle|nan|"
    r"partner|wife|husband|ex|cousin|neighbour|victim|suspect)\)|"
    r" \((?:mr|mrs|ms|miss|dr|rev)\.?\)|,? and (?:his|her|their) "
    r"(?:mum|mother|father|dad|son|daughter|partner|wife|husband|brother|sister|children|"
    r"kids|baby|cousin|friends?|dogs?|mates?|pals?|crew)",
    re.IGNORECASE,
)
OF_A_FAMILY = Pattern(
    r",? (?:whose|and (?:his|her)) (?:\w+ )?(?:mum|mother|father|dad|gran\w*|son|daughter|"
    r"partner|wife|"
    r"husband|brother|sister|children|kids|family)\b",
    re.IGNORECASE,
)
_PLACE_LED = listed("place_prepositions")
NEVER = listed("never_names")
LODGED = Pattern(
    r",? (?:from|at|in) (?:the )?(?:bungalow|flat|house|corner house|end house|"
    r"caravan|upstairs|downstairs|number \d+|no\.? ?\d+)\b|"
    r" (?:next door|upstairs|downstairs|opposite)\b|"
    rf",? from the (?:(?:kebab|chip|corner|phone) shop|yard|baker|take-away|"
    rf"{any_of(listed('small_venues') - {'allotment', 'allotments', 'store'})})\b",
    re.IGNORECASE,
)
"""Where a neighbour lives: "dean from the bungalow"."""
TITLE_OF = Pattern(
    r"\b(?:film|play|drama|book|production|song|video|podcast|documentary|horse|pony|donkey|dog|"
    r"puppy|cat|robot|mascot|boat|van|bus) (?:called |titled |named )?[\"']?$"
)
"""What has a title comes before: "the film I Am Kayleigh"."""
BODY_AFTER = listed("body_endings")
ROLE_AFTER = listed("role_endings")
"""What follows the words of a service: "Youth Justice lead"."""


_APPOSED = Pattern(r",? [\"'(]?| - | ?\(|: ?")
_PRONOUN = Pattern(r"\b(?:he|she|his|her|him)\b")
_OWNED_BY_PERSONS = KIN | listed("owned_by_persons")
_TO_A_BODY = Pattern(
    r"(?:told|asks?|said to|called) (?:the|a|our) (?:\w+ )?(?:board|partnership|committee|forum|"
    r"meeting|group|council|press|panel|cabinet)\b"
    r"|(?:refus\w+|declin\w+|denied|denies) (?:planning|permission|consent|funding|(?:(?:the|our|"
    r"an?|any|all|"
    r"its|this|another|further) )?(?:\w+ )?(?:applications?|bids?|leases?|requests?|grants?|"
    r"tenders?|"
    r"contracts?|proposals?|licen[cs]es?|extensions?|funding|quotes?|data|invoices?|permits?)|"
    r"to (?:fund|"
    r"extend|renew|sponsor|grant|stock|host|contribute|publish|install|fit|replace|repair|supply|"
    r"lease|"
    r"tender|bid|match|share|sign up|pay for|release (?:the |its |any )?(?:data|figures|footage|"
    r"plans)))\b"
)
"""What bodies do as well as persons: they tell the board something, or refuse a bid."""
_GENERATIONS = frozenset({"senior", "junior", "snr", "jnr", "sr", "jr"})
_SPOKEN_OF = frozenset({"for", "with", "by", "about", "from", "asked", "told"})
_BEFORE_PLACES = _PLACE_LED | {"the", "st", "saint"}


def pairs(given: Word, surname: Word) -> bool:
    """Like "Gary Woods" or "Rose Green": a given name and a family name that is also a word."""
    return given.low in GIVEN and surname.low in SURNAMES


def paired(note: Note, at: int) -> bool:
    """Whether this word and the next are such a pair."""
    words = note.words
    following = words[at + 1] if at + 1 < len(words) else None
    return following is not None and joins(words[at], following) and pairs(words[at], following)


def joins(left: Word, right: Word) -> bool:
    """Whether two words may belong to one name: a space between, or the point of an initial."""
    if left.owns and not (right.is_capital and right.low in TYPES):
        return False
    return right.gap == " " or (left.is_initial and right.gap in {".", ". "})


def may_be_name(word: Word) -> bool:
    """A listed name, an initial, or a stranger to the word list."""
    return word.low in LISTED or word.is_initial or not word.english


def sure(word: Word) -> bool:
    """A listed given name that is no word and no place."""
    low = word.low
    if "-" in low and low not in GIVEN:
        first, *others = low.split("-")
        doubled = word.text.count("-") == 1 and word.text.title() == word.text
        if doubled and first in GIVEN and not (word.place or word.english or first in DOUBTFUL):
            return first not in WORDS and others[0] not in TYPES
        return first in GIVEN and all(part in GIVEN for part in others)
    return low in GIVEN and low not in DOUBTFUL and low not in WORDS and not word.place


def runs_on(note: Note, last: int) -> bool:
    """Whether more capitals follow, as in the name of a body."""
    words = note.words
    return last < len(words) and words[last].is_capital and joins(words[last - 1], words[last])


def spoken_of(note: Note, at: int) -> bool:
    """Like "for Grace to", "with Mark": a needless capital after a small preposition."""
    word = note.words[at]
    if at == 0 or word.place or word.low in NEVER or note.words[at - 1].low not in _SPOKEN_OF:
        return False
    if is_a_month(note, at):
        return False
    if at + 1 == len(note.words):
        return True
    after = note.words[at + 1]
    return after.low not in TYPES and not (after.is_capital and after.gap == " ")


def place_led(note: Note, at: int) -> bool:
    """Like "at Alexandra", "the Stag", "St Nicholas", "girls from Tolpuddle"."""
    word = note.words[at]
    if at == 0 or word.opens or word.gap != " ":
        return False
    if note.words[at - 1].low == "between":
        after, joined = next_item(note.words, at + 1)
        return joined and is_placelike(note.words[item_end(note.words, after) - 1])
    before = note.words[at - 1].low
    of_many = before == "from" and at > 1 and note.words[at - 2].low in _MANY_PERSONS
    return of_many or before in _BEFORE_PLACES


def follows_a_part(note: Note, at: int) -> bool:
    """Like "the complainant jean": right after a word for a person."""
    return at > 0 and note.words[at - 1].low in PARTS and note.words[at].gap == " "


def among_places(note: Note, first: int, last: int) -> bool:
    """Like "Peter Tavy and Mill Park" or "Mill Park, Peter Tavy, Leeds": in a row of places. A
    comma alone also stands between a person and where they live."""
    words = note.words
    if of_one_kind(words, first, last):
        return True
    if led(note, first) or acts(note, last, strictly=True):
        return False
    if last - first < 2:
        return begins_a_row(words, last) or goes_on_in_a_row(words, first, last)
    if same_first_word(words, first, last) and not sure(words[first]):
        return True
    joined_before = first > 1 and words[first - 1].low == "and"
    listed_before = first > 0 and words[first].gap == ", "
    before = first > 1 and is_placelike(words[first - 1 - joined_before])
    at, joined_after = next_item(words, last)
    after = at < len(words) and is_placelike(words[item_end(words, at) - 1])
    return (before and joined_before) or (after and (joined_after or (before and listed_before)))


def led(note: Note, at: int) -> bool:
    """Whether the words before speak of a person: "victim …", "her brother …", "name is …"."""
    if at == 0:
        return False
    before = note.words[at - 1]
    if before.low in PARTS and _APPOSED.fullmatch(note.words[at].gap):
        return True
    of_a_saint = at > 2 and note.words[at - 3].low in {"st", "saint"}
    if before.low == "and" and at > 1 and note.words[at - 2].is_capital and not of_a_saint:
        return sure(note.words[at - 2]) or named_before(note, at - 2)
    return named_before(note, at)


def named_before(note: Note, at: int) -> bool:
    """Whether the words before lead up to a name: "spoke to …", "a dispute between …"."""
    return not is_a_month(note, at) and led_up_to(note.text, note.words[at].start)


def led_up_to(text: str, start: int) -> bool:
    """Whether what stands before a place in a text leads up to a name."""
    return bool(_LED_BY.search(text[max(start - 40, 0) : start].lower()))


def acts(note: Note, end: int, *, strictly: bool = False) -> bool:
    """Whether the words after speak of a person; strictly: not verbs that things do as well."""
    last = note.words[end - 1]
    if last.owns:
        return any(word.low in _OWNED_BY_PERSONS for word in note.words[end : end + 3])
    if STRONG_AFTER.match(note.text, last.end):
        return True
    if end < len(note.words) and note.words[end].low in _GENERATIONS:
        return True
    if end == len(note.words):
        return False
    verb = note.words[end]
    if verb.low not in _ACTS or verb.gap.strip(" ,-)("):
        return False
    weak = verb.low in _WEAK or _TO_A_BODY.match(note.text, verb.start)
    return not (strictly and weak) and (note.flat or not verb.is_capital)


def meant_by_a_pronoun(note: Note, at: int) -> bool:
    """Like "Zbyszko has asked whether he may": what things do, and "he" or "she" after it."""
    _, end = note.around(note.words[at].start)
    return bool(_PRONOUN.search(note.text, note.words[at].end, end))
