"""Agencies as a plan names them -> codes; departments, "All" and unknown names told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.core.plan import Agency

EVERYONE = "ALL"
_ALL = re.compile(
    r"^(?:all|everyone|every agency|all (?:agencies|partners|organisations|members|responsible "
    r"authorities|csp (?:partners|members)|partner agencies))$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*[;\n/|•]\s*")
_AND = re.compile(r"\s+(?:and|&|\+|with)\s+", re.IGNORECASE)
_NOBODY = re.compile(r"^(?:tb[cda]|to be (?:confirmed|agreed)|none|n/?a|-+|\?+|vacant)?$", re.I)


@dataclass(slots=True)
class Agencies:
    """The agencies a document may name: known ones, and those it brings by itself."""

    known: tuple[Agency, ...]
    new: dict[str, Agency] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def read(self, raw: str) -> Named:
        """The codes a cell names, in order."""
        text = raw.strip()
        if _NOBODY.match(text):
            return Named(())
        if _ALL.match(text):
            return Named((EVERYONE,))
        whole = self._one(text)
        if whole:
            return Named((whole,))
        codes: list[str] = []
        departments: list[str] = []
        for part in filter(None, (p.strip(" .") for p in _SPLIT.split(text))):
            for name in self._between_commas(part):
                code, is_department = self._code(name)
                codes += [code] if code not in codes else []
                departments += [name] if is_department else []
        return Named(tuple(codes), tuple(departments))

    def table(self) -> tuple[Agency, ...]:
        """The agencies the plan needs: those it used, known ones first."""
        kept = [agency for agency in self.known if agency.code in self.used]
        return (*kept, *self.new.values())

    def _between_commas(self, text: str) -> Iterator[str]:
        """The names of a list; one that holds a comma itself ("Kent, Surrey & Sussex…") whole."""
        pieces = [piece.strip(" .") for piece in text.split(",") if piece.strip(" .")]
        while pieces:
            whole = next(
                (n for n in range(len(pieces), 1, -1) if self._one(", ".join(pieces[:n]))), 1
            )
            yield from self._pieces(", ".join(pieces[:whole]))
            del pieces[:whole]

    def _pieces(self, part: str) -> Iterable[str]:
        if self._one(part):
            return [part]
        halves = [half.strip() for half in _AND.split(part)]
        return halves if len(halves) > 1 and all(self._one(half) for half in halves) else [part]

    def _one(self, name: str) -> str:
        for agency in (*self.known, *self.new.values()):
            if agency.is_called(name) or agency.is_called(f"the {name}"):
                self.used.add(agency.code)
                return agency.code
        singular = name[:-1] if name.lower().endswith("s") else ""
        for agency in self.known:
            if singular and agency.is_called(singular):
                self.used.add(agency.code)
                return agency.code
        return self._town_and_parish(name)

    def _town_and_parish(self, name: str) -> str:
        """ "Town & parish councils" is one body however it is written."""
        plain = re.sub(r"[^a-z ]", " ", name.lower().replace("&", "and"))
        if "," not in name and {"town", "parish"} <= set(plain.split()):
            for agency in self.known:
                if {"town", "parish"} <= set(agency.name.lower().split()):
                    self.used.add(agency.code)
                    return agency.code
        return ""

    def _code(self, name: str) -> tuple[str, bool]:
        """The code of one name, and whether it names a department of an agency."""
        found = self._one(name)
        if found:
            return found, False
        words = name.split()
        found = self._part_of_a_name(words)
        if found:
            return found, False
        for length in range(len(words) - 1, 0, -1):
            found = self._one(" ".join(words[:length]))
            if found:
                return found, True
        return self._add(name), False

    def _part_of_a_name(self, words: list[str]) -> str:
        """The agency whose name begins with these words, or is their end ("KCC Early Help")."""
        beginning = " ".join(words).lower() + " "
        for agency in self.known:
            if len(words) > 1 and agency.name.lower().startswith(beginning):
                self.used.add(agency.code)
                return agency.code
        tails = (" ".join(words[start:]) for start in range(1, len(words) - 1))
        return next(filter(None, map(self._one, tails)), "")

    def _add(self, name: str) -> str:
        words = re.findall(r"[A-Za-z0-9]+", name)
        short = name if len(words) == 1 and name.isupper() else "".join(w[0] for w in words)
        base = (short.upper() or "AGENCY")[:12]
        taken = {agency.code for agency in (*self.known, *self.new.values())}
        code, number = base, 2
        while code in taken:
            code, number = f"{base}{number}", number + 1
        self.new[code] = Agency(code, name)
        self.used.add(code)
        return code


@dataclass(frozen=True, slots=True)
class Named:
    """What a cell of agencies names. `departments`: names that were a part of an agency."""

    codes: tuple[str, ...]
    departments: tuple[str, ...] = ()
