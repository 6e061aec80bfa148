"""Given names and family names the disclosure guard knows at sight.

No directory: names borne in the United Kingdom, of many origins, written from general knowledge.
The guard also finds names that are not here, by the company they keep; the lists decide where the
company is silent (a lower-case note, a first name alone).
"""

from __future__ import annotations

from bot.disclosure.lists import listed
from bot.disclosure.wordlist import AnyOf, LongList

DOUBTFUL = listed("given_names_doubtful")
"""Given names that are also words or places: never enough on their own."""

GIVEN = AnyOf(LongList("bot.disclosure", "given_names"), DOUBTFUL)

FAMILY = AnyOf(LongList("bot.disclosure", "family_names"))

WORD_SURNAMES = listed("family_names_words")
"""Family names that are ordinary words or belong to places: a name only beside a given name,
where the company is a person's."""

RATHER_SURNAMES = listed("rather_surnames")

SURNAMES = AnyOf(FAMILY, WORD_SURNAMES)

LISTED = AnyOf(GIVEN, FAMILY)

STREET_NAMES = listed("street_name_words")
"""Words that street names are commonly made of; a name only where a person's deed follows."""
