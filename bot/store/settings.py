"""What was set in Slack for one partnership, inside one transaction: each setting has its type."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import delete, select

from bot.core.codec import decode, encode
from bot.core.own_settings import NOTHING_SET, OwnSettings
from bot.core.plan import Agency
from bot.core.quarters import Quarter
from bot.core.sign_off import SignOff
from bot.messages.editing import Outcome, ProposedChange
from bot.store.snapshots import Versioned
from bot.store.sql import upsert
from bot.store.tables import salt, settings

CHANNEL = "channel"
PRIVATE_CHANNELS = "private_channels"
DIGEST = "digest"
AGENCIES = "agencies"
HEADINGS = "headings"
OWN = "own"


class Settings:
    """The settings of one workspace."""

    def __init__(self, versioned: Versioned) -> None:
        self._versioned = versioned
        self._workspace = versioned.workspace

    def channel(self, default: str) -> str:
        """The partnership's channel: the one chosen in Slack, else `default`; may be empty."""
        return self._get(CHANNEL) or default

    def choose_channel(self, channel: str) -> None:
        """Post the summary and the notices there from now on."""
        self._set(CHANNEL, channel)

    def own(self) -> OwnSettings:
        """What a coordinator has set in Slack; where nothing was, the host's settings hold."""
        return self._versioned.keep("own settings", self._read_own)

    def keep_own(self, own: OwnSettings) -> None:
        """Keep what a coordinator has set."""
        self._set(OWN, encode(own))

    def _read_own(self) -> OwnSettings:
        text = self._get(OWN)
        return decode(OwnSettings, text) if text else NOTHING_SET

    def private_channels(self) -> tuple[str, ...]:
        """The channels a coordinator has named for sensitive actions."""
        return tuple(self._get(PRIVATE_CHANNELS).split())

    def name_private_channels(self, channels: Iterable[str]) -> None:
        """Name all channels in which sensitive actions may be read whole."""
        self._set(PRIVATE_CHANNELS, " ".join(channels))

    def agency_of_domain(self, domain: str) -> str:
        """The code of the agency an e-mail domain is mapped to, or empty."""
        return self._get(f"domain {domain}")

    def map_domain(self, domain: str, agency: str) -> None:
        """Map an e-mail domain to an agency's code."""
        self._set(f"domain {domain}", agency)

    def not_theirs(self, user: str, year: str) -> tuple[str, ...]:
        """The references of a year's plan that a person said are not theirs."""
        return tuple(self._get(_not_mine(user, year)).split())

    def add_not_theirs(self, user: str, year: str, ref: str) -> None:
        """A person says an action of a year's plan is not theirs."""
        self._set(_not_mine(user, year), " ".join((*self.not_theirs(user, year), ref)))

    def theirs_again(self, user: str, year: str, ref: str) -> None:
        """A coordinator says that an action is a person's after all."""
        others = [other for other in self.not_theirs(user, year) if other != ref]
        self._set(_not_mine(user, year), " ".join(others))

    def last_digest(self) -> str:
        """What the latest weekly digest said, or empty."""
        return self._get(DIGEST)

    def keep_digest(self, text: str) -> None:
        """Keep what the weekly digest says."""
        self._set(DIGEST, text)

    def agencies(self) -> tuple[Agency, ...]:
        """The partnership's own list of agencies, empty until one is imported."""
        return tuple(decode(Agency, entry) for entry in json.loads(self._get(AGENCIES) or "[]"))

    def keep_agencies(self, listed: Iterable[Agency]) -> None:
        """Keep a list of agencies for this plan and those to come."""
        self._set(AGENCIES, json.dumps([encode(agency) for agency in listed]))

    def headings(self) -> dict[str, str]:
        """What a coordinator has said headings of files are read as: plain heading -> field."""
        return dict(json.loads(self._get(HEADINGS) or "{}"))

    def keep_headings(self, choices: Mapping[str, str]) -> None:
        """Add headings to those kept."""
        self._set(HEADINGS, json.dumps(self.headings() | dict(choices), sort_keys=True))

    def sign_off(self, quarter: Quarter) -> SignOff:
        """How far a quarter's summary is on its way to being posted."""
        text = self._get(f"sign-off {quarter.label}")
        return decode(SignOff, text) if text else SignOff()

    def keep_sign_off(self, quarter: Quarter, sign_off: SignOff) -> None:
        """Keep how far a quarter's summary is."""
        self._set(f"sign-off {quarter.label}", encode(sign_off))

    def salt(self) -> bytes:
        """The secret of this database, which is in no answer, file or log."""
        return bytes.fromhex(self._versioned.connection.execute(select(salt.c.value)).scalar_one())

    def proposed(self, number: str) -> ProposedChange | None:
        """A change of an action that somebody has proposed, or None."""
        text = self._get(self._proposal(number))
        return decode(ProposedChange, text) if text else None

    def keep_proposed(self, number: str, proposed: ProposedChange) -> None:
        """Keep a proposal, named with the id of whoever made it, so that erasing finds it."""
        self._set(f"proposal {number} {proposed.user}", encode(proposed))

    def prune_proposed(self, before: datetime) -> int:
        """Delete proposals made before a moment; how many. The audit trail keeps what came of
        them."""
        made = self._proposals().items()
        old = [name for name, change in made if change.at and change.at < before]
        if old:
            where = (settings.c.workspace == self._workspace, settings.c.name.in_(old))
            self._versioned.connection.execute(delete(settings).where(*where))
            self._versioned.grow()
        return len(old)

    def open_proposals(self, year: str, ref: str) -> list[tuple[str, ProposedChange]]:
        """What was proposed for an action of a year's plan and is not decided, with its id."""
        return [
            (name.split()[1], change)
            for name, change in self._proposals().items()
            if (change.year, change.ref, change.outcome) == (year, ref, Outcome.OPEN)
        ]

    def _proposals(self) -> dict[str, ProposedChange]:
        held = self._versioned.keep("settings", self._read)
        named = {name: text for name, text in held.items() if name.startswith("proposal ")}
        return {name: decode(ProposedChange, text) for name, text in named.items()}

    def _proposal(self, number: str) -> str:
        names = self._versioned.keep("settings", self._read)
        return next((name for name in names if name.startswith(f"proposal {number} ")), "")

    def _get(self, name: str) -> str:
        return self._versioned.keep("settings", self._read).get(name, "")

    def _set(self, name: str, value: str) -> None:
        upsert(
            self._versioned.connection, settings, workspace=self._workspace, name=name, value=value
        )
        self._versioned.grow()

    def _read(self) -> dict[str, str]:
        query = select(settings.c.name, settings.c.value)
        rows = self._versioned.connection.execute(
            query.where(settings.c.workspace == self._workspace)
        )
        return {row.name: row.value for row in rows}


def _not_mine(user: str, year: str) -> str:
    """The name of a person's setting; erasing finds it by their id."""
    return f"not mine {user} {year}"
