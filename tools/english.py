"""Makes bot/disclosure/data/english.txt: plain English words that are nobody's name.

A word counts as plain English when it is common (wordfreq) and the spelling dictionary of the
system (Debian's wbritish) holds it in small letters only; names the guard lists are left out. Run
with what only this needs:

    uv run --with wordfreq python -m tools.english
"""

from __future__ import annotations

from pathlib import Path

from wordfreq import top_n_list

from bot.disclosure.names import FAMILY, GIVEN

ABOUT = "# Plain English words that are nobody's name, made by `tools.english`."
COMMON_WORDS = 40_000
DICTIONARY = Path("/usr/share/dict/british-english")
OUT = Path(__file__).parent.parent / "bot" / "disclosure" / "data" / "english.txt"


def words() -> list[str]:
    """The words, in the order of the alphabet."""
    spelt = DICTIONARY.read_text(encoding="utf-8").split()
    proper = {word.lower() for word in spelt if word[0].isupper()}
    plain = {word for word in spelt if word[0].islower() and word.isalpha()} - proper
    common = (w for w in top_n_list("en", COMMON_WORDS) if len(w) > 2 and w in plain)
    return sorted(w for w in common if w not in GIVEN and w not in FAMILY)


def main() -> None:
    """Write the file, a word a line."""
    found = words()
    OUT.write_text("\n".join([ABOUT, *found]) + "\n", encoding="utf-8")
    print(f"{len(found)} words")


if __name__ == "__main__":
    main()
