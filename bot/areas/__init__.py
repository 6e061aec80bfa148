"""Areas: what a partnership's own part of the country is called, one file an area.

A plan does not say that a word is a village, a park or a body long renamed; an area file does. It
is chosen by the setting `AREA`, none by default; the sample plan names its own. All names are in
small letters, as they are looked for.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache
from importlib.resources import files

from bot.core.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """The names of one area; the empty one knows nothing.

    `places` are its towns, villages and wards; `landmarks` its parks, buildings and estates;
    `nearby` the towns, districts and counties around that other partnerships answer for; `bodies`
    organisations that work in it, with their short names; `agency_names` an
    agency's code -> what else it is called there.
    """

    title: str = ""
    places: frozenset[str] = frozenset()
    landmarks: frozenset[str] = frozenset()
    nearby: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    agency_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def names(self) -> frozenset[str]:
        """Every name of a place, landmark or body."""
        return self.places | self.landmarks | self.nearby | self.bodies


def known_areas() -> tuple[str, ...]:
    """The names `AREA` may have."""
    return tuple(
        sorted(file.name[:-5] for file in files(__name__).iterdir() if _is_area(file.name))
    )


@lru_cache(maxsize=16)
def load_area(name: str) -> Area:
    """The area of that name; the empty one for "". Raises KeyError when there is no such file."""
    if not name:
        return Area()
    if name not in known_areas():
        raise KeyError(name)
    read = tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))
    return Area(
        title=read["title"],
        places=frozenset(read["places"]),
        landmarks=frozenset(read["landmarks"]),
        nearby=frozenset(read["nearby"]),
        bodies=frozenset(read["bodies"]),
        agency_names={code: tuple(names) for code, names in read["agency_names"].items()},
    )


def _is_area(name: str) -> bool:
    return name.endswith(".toml")
