"""Agencies as a plan names them -> codes. A name is joined to a known agency only when it is that
agency's code, name or alias; every other name is an agency of its own, under that very name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field

from bot.core.dataclass import dataclass
from bot.core.plan import EVERYONE, Agency
from bot.disclosure.english import ENGLISH
from bot.disclosure.names import DOUBTFUL, GIVEN
from bot.files.codes import code_for

_ALL = re.compile(
    r"^(?:all|everyone|every agency|(?:all|each) (?:(?:of )?(?:the )?(?:agencies|agency|partners?|"
    r"organisations?|members|responsible authorities|csp (?:partners|members|agencies)|"
    r"partner (?:agencies|organisations)|partnership (?:members|agencies|partners))))$",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"^(?:tb[cda]|to be (?:confirmed|agreed|decided|determined|appointed)|none|nil|n/?a|"
    r"[-–—.]+|\?+|vacant|unknown|various|various (?:partners|agencies)|partners?|agencies|others?|"
    r"multi-?agency|relevant (?:partners|agencies)|#(?:n/a|ref!|value!|name\?|div/0!))$",
    re.IGNORECASE,
)
DITTO = re.compile(
    r"^(?:as above|ditto|do\.|same(?: as above)?|see above|[\"”“〃'’]{1,2}|-\s*\"\s*-)$", re.I
)
_SPLIT = re.compile(r"[;\n|•]|(?<=\s)[/+](?=\s)|(?<=[\w)\s])/\s*+(?=\w{2})")
_AND = re.compile(r"(?<=\s)(?:and|&|with)\s++", re.IGNORECASE)
_MARK = re.compile(
    r"^\W*+\d{0,2}[.)]?\s*+(?=\w)|\((?:lead|chair|support|joint)\w*\)", re.IGNORECASE
)
_WITH = re.compile(r"^(?:along |together )?with (?=\w)", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:councils?|police|services?|trust|authority|association|team|unit|department|board|"
    r"college|schools?|probation|ccg|icb|nhs|standards|charity|partnership|agency|group|forum|"
    r"office|csu|csp|housing|health|homes|wardens?|centre|society|network|church|club|"
    r"constabulary)$|(?-i:^[A-Z]{2,6}$)",
    re.IGNORECASE,
)
_POST = re.compile(
    r"\b(?:manager|officer|co-?ordinator|inspector|insp|sergeant|sgt|chief|superintendent|supt|pc|"
    r"head|director|lead|chair|commander|cllr|councillor|mr|mrs|ms|miss|dr|administrator|secretary)\b",
    re.IGNORECASE,
)
_AS_LEAD = re.compile(r"\((?:joint )?leads?\)", re.IGNORECASE)
_ROLE = re.compile(
    r"^\W*(?:(?P<lead>(?:joint )?leads?(?: (?:agency|body|officer|partner))?|led by|owner)|"
    r"support\w*(?: by)?|(?:other )?partners?|with|assist\w*(?: by)?|contribut\w*)"
    r"(?: (?:agencies|partners|from))?\s*[:–—-]\s*(?P<names>\S.*)$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[;\n]|,\s*(?=(?:support|partner|with|assist)\w*(?: \w+)?\s*:)", re.IGNORECASE)
_PLACES = re.compile(r"^[A-Z]\w+(?:, [A-Z]\w+)*,? (?:and|&) [A-Z]\w+ [A-Z]\w+(?: \w+)*$")
"""Places that share a body: "North, South and East Probation"."""
_FULL_NAME = re.compile(r"(?:[A-Z][\w'’-]+ ){1,2}[A-Z][\w'’-]+")
_INITIALS = re.compile(r"^(?:(?:[A-Z]\.?\s){1,2}|(?:D[CIS]|DCI|PS|PCSO)\s)[A-Z][a-z]+$")


@dataclass(frozen=True, slots=True)
class Named:
    """What a cell of agencies names: `departments` begin with another agency's name (counted for
    it where a list gives its code), `posts` are an officer's title or name; all else is an agency
    of its own until somebody joins it."""

    codes: tuple[str, ...]
    departments: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    nobody: bool = False


@dataclass(slots=True)
class Agencies:
    """The agencies a document may name: known ones, and those it brings by itself."""

    known: tuple[Agency, ...]
    alone: frozenset[str] = frozenset()
    """Names that fill a cell by themselves somewhere, in small letters: they are names whole."""
    new: dict[str, Agency] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    _codes: dict[str, str] = field(default_factory=dict)
    _cells: dict[str, Named] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for agency in reversed(self.known):
            self._learn(agency)

    def read(self, raw: str) -> Named:
        """The codes a cell names, in order; every name of it is kept."""
        text = raw.strip()
        if text not in self._cells:
            self._cells[text] = self._read(text)
        self.used.update(self._cells[text].codes)
        return self._cells[text]

    def table(self) -> tuple[Agency, ...]:
        """The agencies the plan needs: those it used, known ones first."""
        used = [agency for agency in self.known if agency.code in self.used]
        return (*used, *self.new.values())

    def find(self, name: str) -> str:
        """The code of exactly this name, code or alias; empty when nobody is called so."""
        one = name[:-1] if re.fullmatch(r"[A-Z]{2,}s", name) else name  # "CCGs" are the CCG
        names = (name, f"the {name}", one)
        return next((code for n in names if (code := self._codes.get(_plain(n)))), "")

    def _read(self, text: str) -> Named:
        if not text or self._is_nobody(text) or DITTO.match(text):
            return Named((), nobody=bool(text))
        if _ALL.match(text.strip(" .")):
            return Named((EVERYONE,))
        names = [text] if self.find(text) else list(dict.fromkeys(self._names(text)))
        codes, departments, posts = [], [], []
        for name in names:
            code = EVERYONE if _ALL.match(name) else self.find(name)
            if not code:
                code = self._department_of(name)
                departments += [name] if code else []
            if not code:
                departments += [name] if self._is_part(name) else []
                posts += [name] if is_post(name) else []
                code = self._add(name)
            codes += [code] if code not in codes else []
        return Named(tuple(codes), tuple(departments), tuple(posts))

    def _is_nobody(self, name: str) -> bool:
        """Whether a name says that nobody is named yet; "TBC" may be a known council's code."""
        return bool(_NOBODY.match(name)) and not self.find(name)

    def _names(self, text: str) -> Iterator[str]:
        for part in _SPLIT.split(text):
            for piece in self._between_commas(_MARK.sub("", part).strip(" .:")):
                for name in self._joined(piece):
                    if name and not self._is_nobody(name):
                        yield _body_of(_WITH.sub("", name))

    def _between_commas(self, text: str) -> Iterator[str]:
        """The names of a list; one that holds a comma itself whole, where it is known."""
        if _PLACES.match(text) and not any(map(self._stands_alone, text.split(",")[:-1])):
            yield text
            return
        pieces = [piece.strip(" .") for piece in text.split(",") if piece.strip(" .")]
        while pieces:
            length = next(
                (n for n in range(len(pieces), 1, -1) if self._is_one_name(", ".join(pieces[:n]))),
                1,
            )
            name = ", ".join(pieces[:length])
            del pieces[:length]
            last = not pieces and length == 1 and "," in text
            ends = last and not self._is_one_name(name) and self._ends_list(name)
            yield from map(str.strip, _AND.split(name, maxsplit=1) if ends else [name])

    def _ends_list(self, name: str) -> bool:
        """Whether "A and B" at a list's end are two: A stands alone, or is no plain word as the
        first half of one name ("Fire and Rescue Service") is."""
        first, *rest = _AND.split(name, maxsplit=1)
        proper = first[:1].isupper() and any(w not in ENGLISH for w in first.lower().split())
        return bool(rest) and self._stands_alone(rest[0]) and (self._stands_alone(first) or proper)

    def _joined(self, name: str) -> Iterable[str]:
        """Two bodies joined by "and", where each half is a name by itself."""
        if self._is_one_name(name):
            return [name]
        for joint in _AND.finditer(name):
            halves = name[: joint.start()].strip(), name[joint.end() :].strip()
            if all(map(self._stands_alone, halves)):
                return [half for side in halves for half in self._joined(side)]
        if not (self._is_pair(name, 2) or self._is_added(name)):
            return [name]
        return [half.strip(" .") for half in _AND.split(name)]

    def _is_pair(self, name: str, needed: int) -> bool:
        halves = _AND.split(name)
        return len(halves) > 1 and sum(1 for half in halves if self._stands_alone(half)) >= needed

    def _is_added(self, name: str) -> bool:
        """Whether a name of its own ("Peabody") is joined to a body that is named elsewhere."""
        first, *rest = _AND.split(name)
        words = rest[0].lower().split() if len(rest) == 1 else []
        plain = any(word in ENGLISH for word in words)
        return bool(words) and not plain and self._is_one_name(first.strip(" ."))

    def _stands_alone(self, half: str) -> bool:
        plain = half.strip(" .")
        return bool(self.find(plain)) or _plain(plain) in self.alone or bool(_BODY.search(plain))

    def _is_one_name(self, name: str) -> bool:
        return bool(self.find(name)) or _plain(name) in self.alone

    def _department_of(self, name: str) -> str:
        """The listed agency whose code in capitals a name begins with ("SDC Housing")."""
        first, _, rest = name.partition(" ")
        listed = any(agency.code == first for agency in self.known)
        if not (rest and listed and first.isupper()):
            return ""
        return self.find(rest) or first

    def _is_part(self, name: str) -> bool:
        """Whether a name begins with another agency's: "SDC Housing" where there is "SDC"."""
        words = name.split()
        starts = (words[:n] for n in range(1, len(words)) if n > 1 or words[0].isupper())
        plain = (_plain(" ".join(start)) for start in starts)
        return any(start in self.alone or start in self._codes for start in plain)

    def _add(self, name: str) -> str:
        taken = {agency.code for agency in (*self.known, *self.new.values())}
        agency = Agency(code_for(name, taken), name)
        self.new[agency.code] = agency
        self._learn(agency)
        return agency.code

    def _learn(self, agency: Agency) -> None:
        for name in (*agency.aliases, agency.name, agency.code):
            self._codes[_plain(name)] = agency.code


def is_person(name: str) -> bool:
    """Whether a name reads as a person's beside a body's: an officer's, or two or three names, of
    which one is no plain word."""
    foreign = any(word not in ENGLISH for word in name.lower().split())
    return is_post(name) or bool(_FULL_NAME.fullmatch(name) and foreign and not _BODY.search(name))


def is_post(name: str) -> bool:
    """Whether a name is an officer's title or own name rather than a body's."""
    if _BODY.search(name):
        return False
    words = name.lower().split()
    person = len(words) == 2 and words[0] in GIVEN and words[0] not in DOUBTFUL
    return person or bool(_POST.search(name) or _INITIALS.match(name))


def lead_among(raw: str) -> tuple[str, str]:
    """Of a list in which some are marked as the lead, those and the others; else all and none."""
    if by_role := _by_role(raw):
        return by_role
    names = [name.strip() for name in re.split(r"[,;\n]", raw) if name.strip()]
    marked = [name for name in names if _AS_LEAD.search(name)]
    if not marked or len(marked) == len(names):
        return raw, ""
    return ", ".join(marked), ", ".join(name for name in names if name not in marked)


def _by_role(raw: str) -> tuple[str, str] | None:
    """The leads and the others of a cell that says who is what: "Lead: A; Support: B, C"."""
    parts = [(_ROLE.match(part), part) for part in _PARTS.split(raw) if part.strip()]
    if not any(match and match["lead"] for match, _ in parts):
        return None
    names: tuple[list[str], list[str]] = ([], [])
    side = 0
    for match, part in parts:
        side = side if match is None else 0 if match["lead"] else 1
        names[side].append(match["names"] if match else part.strip())
    return "; ".join(names[0]), "; ".join(names[1])


def names_alone(cells: Iterable[str]) -> frozenset[str]:
    """The names that fill a cell by themselves, without a mark that joins."""
    return frozenset(
        _plain(text)
        for cell in cells
        if (text := cell.strip(" .")) and not re.search(r"[;,/\n|•+]| and | & ", text)
    )


def _body_of(name: str) -> str:
    """The body of "Insp. Reed (Police)" or "Police - Insp. Reed": the part that is no person."""
    match = re.match(r"^(.*?)\s*(?:\(([^)]+)\)|\s[–—-]\s(.+))$", name)
    if match is None:
        return name
    first, second = match[1].strip(), (match[2] or match[3] or "").strip()
    if is_post(first) and not is_post(second):
        return second
    return first if is_post(second) and not is_post(first) else name


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("&", "and").split())
