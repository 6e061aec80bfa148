"""The words evidence is told with: who somebody is, what marks them, where they are."""

from __future__ import annotations

from bot.disclosure.lists import any_of, listed

POSTS, KINS = listed("sole_posts"), listed("kin")
PEOPLE, MARKED = listed("person_words"), listed("markings")
OCCUPATIONS, NOT_PERSONS = listed("occupations"), listed("not_one_person")
SIGNS, VENUES = listed("signs_of_a_body"), listed("small_venues")
GRAVE, LESSER = listed("grave_harms"), listed("lesser_harms")
PUBLIC_DEEDS, HONOURS = listed("public_deeds"), listed("honours")
DONE_IN_PUBLIC = listed("good_works")
PRONOUNS = frozenset({"he", "she", "him", "his", "her", "hers", "himself", "herself"})
POST = rf"(?:{any_of(POSTS)})"
WORK = rf"(?:{any_of(OCCUPATIONS)})"
KIN = rf"(?:{any_of(KINS)})"
THEIRS = (
    rf"(?:{KIN}s?|boys?|girls?|lads?|lass|youngest|eldest|oldest|kids?|family|household|"
    r"driver|cleaner|secretary|carer|nanny|au pair|gardener)"
)
NOT_ONE = rf"(?![\w-]| (?:{any_of(NOT_PERSONS)})s?\b)"
ONE = rf"(?:{any_of(PEOPLE, POSTS, KINS)}){NOT_ONE}"
MARKING = rf"(?:{any_of(MARKED)})"
SIGN = rf"(?:{any_of(SIGNS)})"
SMALL_VENUE = rf"(?:{any_of(VENUES)})"
SEVERE = rf"(?:{any_of(GRAVE)})"
MILD = rf"(?:{any_of(LESSER)})"
BESIDE = (
    r"(?:next[- ]?door|next to|beside|opp(?:osite|\.)?|facing|across from|above|over|below|behind|"
    r"at the (?:end|top|bottom|back) of|(?:in|at) the (?:end|corner|last|first|middle|top|big|old|"
    r"red|blue|white|green|yellow|black) (?:house|terrace|flat|cottage|bungalow|one))"
)
EVENT = (
    r"(?:trial|case|murder|stabbing|shooting|fight|attack|assault|robbery|fire|crash|rescue|siege|"
    r"raid|brawl|drowning|arson|kidnap|riot|explosion)"
)
WORN = (
    r"(?:suit|coat|hat|jacket|tracksuit|hoodie|anorak|top|dress|wig|costume|shirt|turban|burka|"
    r"hijab|uniform|cap|boots|glasses|mask)"
)
LOOK = r"(?:tall|short|fat|thin|skinny|stocky|dark|bald|older|younger|quiet|scruffy|ginger|blonde?)"
UNITS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
LEADS = (
    r"(?:chair(?:man|woman|person)?|leader|captain|head|deputy|manager|manageress|treasurer|"
    r"secretary|president|coach|governor|trustee|director|founder|editor|steward|principal|"
    r"conductor|skipper|licensee|proprietor|keeper|foreman|matron)"
)
"""Who leads a club, a school or a shop."""
CLUB = (
    r"(?:club|group|troop|pack|choir|band|team|side|school|college|academy|nursery|parish council|"
    r"town council|community council|association|society|home|pub|league|branch|company|church|"
    r"chapel|mosque|temple|synagogue|gurdwara|legion|w\.?i\.?|allotments?|regatta|carnival|lodge|"
    r"cadets|"
    r"scouts|guides|brownies|beavers|cubs|bar|caf[eé]|inn)"
)
