"""One service for many workspaces: OAuth installations, their tokens encrypted in the database.

Tokens are encrypted with keys from the environment (Fernet: AES-128-CBC with HMAC). The first key
of INSTALLS_KEY encrypts, every one of them decrypts, so that a key can be changed without anybody
installing again. States of the OAuth dance are used once and expire after ten minutes.
"""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from slack_bolt.authorization.authorize import InstallationStoreAuthorize
from slack_bolt.oauth.oauth_settings import OAuthSettings
from slack_sdk import WebClient
from slack_sdk.oauth.installation_store import Bot, Installation, InstallationStore
from slack_sdk.oauth.state_store import OAuthStateStore

from bot.config import Misconfigured, Settings
from bot.core.access import Role
from bot.core.members import Member
from bot.manifest import BOT_SCOPES
from bot.store.store import Store

STATE_LIVES = timedelta(minutes=10)
_KEPT = ("bot_token", "bot_id", "bot_user_id", "app_id", "team_id", "team_name", "bot_scopes")


class Vault:
    """Encrypts and decrypts tokens. Never shows its keys."""

    def __init__(self, keys: str) -> None:
        from cryptography.fernet import Fernet, MultiFernet

        try:
            self._fernet = MultiFernet([Fernet(key.strip()) for key in keys.split(",")])
        except ValueError:
            raise Misconfigured(
                "INSTALLS_KEY: not a key; make one with `partnership-bot new-key`"
            ) from None

    def __repr__(self) -> str:
        return "Vault()"

    def lock(self, content: dict[str, Any]) -> str:
        """Encrypt, with the first key."""
        return self._fernet.encrypt(json.dumps(content).encode()).decode()

    def relock(self, locked: str) -> str:
        """The same content under the first key; as it was when no key fits."""
        from cryptography.fernet import InvalidToken

        try:
            return self._fernet.rotate(locked.encode()).decode()
        except InvalidToken:
            return locked

    def open(self, locked: str) -> dict[str, Any] | None:
        """Decrypt with any of the keys; None when none of them fits."""
        from cryptography.fernet import InvalidToken

        try:
            opened: dict[str, Any] = json.loads(self._fernet.decrypt(locked.encode()))
        except InvalidToken:
            return None
        return opened


def new_key() -> str:
    """A fresh key for INSTALLS_KEY."""
    from cryptography.fernet import Fernet

    return Fernet.generate_key().decode()


class Installs(InstallationStore):
    """Bolt's installation store over ours. A workspace's key is its team id."""

    def __init__(self, store: Store, vault: Vault, now: Callable[[], datetime]) -> None:
        self._store, self._vault, self._now = store, vault, now

    def save(self, installation: Installation) -> None:
        """Keep an installation; whoever installed is the first coordinator of a fresh workspace,
        and posts that waited for a token go on."""
        team = installation.team_id or ""
        kept = {name: getattr(installation, name) for name in _KEPT}
        with self._store.installing() as installs:
            installs.save(team, self._vault.lock(kept), self._now())
        with self._store.writing(team) as books:
            if not books.members.coordinators():
                known = books.members.get(installation.user_id)
                first = known or Member(installation.user_id, Role.COORDINATOR)
                books.members.save(replace(first, role=Role.COORDINATOR, confirmed=True))
                books.audit.note(
                    self._now(), "install", "assign", f"member:{first.user}", after="coordinator"
                )
        self._store.pause(team, "")

    def save_bot(self, bot: Bot) -> None:
        """Only whole installations are kept."""

    def find_bot(
        self,
        *,
        enterprise_id: str | None,  # noqa: ARG002
        team_id: str | None,
        is_enterprise_install: bool | None = False,  # noqa: ARG002
    ) -> Bot | None:
        """The bot of a team, or None."""
        kept = self._kept(team_id or "")
        return Bot(**kept, installed_at=0.0) if kept else None

    def find_installation(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None = None,
        is_enterprise_install: bool | None = False,
    ) -> Installation | None:
        """The installation of a team, or None; tokens of people are never kept."""
        found = self.find_bot(
            enterprise_id=enterprise_id,
            team_id=team_id,
            is_enterprise_install=is_enterprise_install,
        )
        if found is None:
            return None
        kept = {name: getattr(found, name) for name in _KEPT}
        return Installation(**kept, user_id=user_id or "", installed_at=0.0)

    def use_first_key(self) -> None:
        """Encrypt every token anew, so that the older keys can be taken away."""
        with self._store.installing() as installs:
            for team in installs.teams():
                installs.relock(team, self._vault.relock(installs.tokens(team) or ""))

    def forget(self, team: str) -> None:
        """Delete a team's tokens: the app was removed, or Slack revoked them."""
        with self._store.installing() as installs:
            installs.remove(team)

    def token(self, team: str) -> str:
        """A team's bot token; empty when it has none (any more)."""
        kept = self._kept(team)
        return str(kept["bot_token"]) if kept else ""

    def _kept(self, team: str) -> dict[str, Any] | None:
        with self._store.installing() as installs:
            locked = installs.tokens(team)
        return self._vault.open(locked) if locked else None


class States(OAuthStateStore):
    """OAuth states in the database: any replica may take what another issued, once."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store, self._now = store, now

    def issue(self, *_args: Any, **_kwargs: Any) -> str:
        """A fresh state."""
        state = secrets.token_urlsafe(32)
        with self._store.installing() as installs:
            installs.put_state(state, self._now())
        return state

    def consume(self, state: str) -> bool:
        """Whether a state is good; it is good once."""
        with self._store.installing() as installs:
            return installs.take_state(str(state), self._now() - STATE_LIVES)


def oauth_settings(settings: Settings, installs: Installs, states: States) -> OAuthSettings:
    """What Bolt needs for `/slack/install` and `/slack/oauth_redirect`."""
    made = OAuthSettings(
        client_id=settings.slack_client_id,
        client_secret=settings.slack_client_secret.get_secret_value(),
        scopes=sorted(BOT_SCOPES),
        installation_store=installs,
        installation_store_bot_only=True,
        state_store=states,
        state_expiration_seconds=int(STATE_LIVES.total_seconds()),
    )
    # Without the cache every request would ask Slack who the token belongs to.
    made.authorize = InstallationStoreAuthorize(
        logger=logging.getLogger(__name__),
        installation_store=installs,
        bot_only=True,
        cache_enabled=True,
    )
    return made


def posting_by_team(
    installs: Installs, make: Callable[[str], WebClient]
) -> Callable[[str], WebClient]:
    """A workspace's posting client. `make` builds one for a token; Slack refuses an empty one, and
    the workspace's posts then wait."""
    return lambda workspace: make(installs.token(workspace))
