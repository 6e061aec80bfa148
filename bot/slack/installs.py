"""One service for many workspaces: OAuth installations, their tokens encrypted in the database.

Tokens are encrypted with keys from the environment (Fernet: AES-128-CBC with HMAC). The first key
of INSTALLS_KEY encrypts, every one of them decrypts, so that a key can be changed without anybody
installing again. States of the OAuth dance are used once and expire after ten minutes.
"""

from __future__ import annotations

import html
import json
import logging
import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from slack_bolt import BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.authorize import Authorize
from slack_bolt.error import BoltError
from slack_bolt.oauth.callback_options import CallbackOptions, FailureArgs, SuccessArgs
from slack_bolt.oauth.oauth_flow import OAuthFlow
from slack_bolt.oauth.oauth_settings import OAuthSettings
from slack_sdk import WebClient
from slack_sdk.oauth.installation_store import Installation, InstallationStore
from slack_sdk.oauth.state_store import OAuthStateStore

from bot.config import Misconfigured, Settings
from bot.core.access import Role
from bot.core.members import Member
from bot.slack.manifest import BOT_SCOPES
from bot.store.store import Store

STATE_LIVES = timedelta(minutes=10)
NOT_INSTALLED = (
    "This workspace has not installed the bot (any more). "
    "Please ask whoever looks after your Slack apps to install it."
)
_KEPT = ("bot_token", "bot_id", "bot_user_id", "team_id", "team_name", "bot_scopes")
_TOLD = {
    "access_denied": "You said no to Slack, so nothing was installed.",
    "invalid_browser": "This is not the browser you began in, or cookies are switched off.",
    "invalid_state": "More than ten minutes have passed, or this page was opened twice.",
    "invalid_code": "Slack did not accept it.",
}
"""Why an installation ended (Bolt's reasons, and Slack's for saying no) -> what the page says."""
_HTML: dict[str, str | Sequence[str]] = {"content-type": "text/html; charset=utf-8"}
_LOG = logging.getLogger(__name__)


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

    def rotate(self, locked: str) -> str:
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


def vault_of(settings: Settings) -> Vault:
    """The vault of INSTALLS_KEY. Raises Misconfigured when that is none."""
    return Vault(settings.installs_key.get_secret_value())


class Installs(InstallationStore):
    """Bolt's installation store over ours. A workspace's key is its team id."""

    def __init__(self, store: Store, vault: Vault, now: Callable[[], datetime]) -> None:
        self._store, self._vault, self._now = store, vault, now

    def save(self, installation: Installation) -> None:
        """Keep an installation; whoever installed is the first coordinator of a fresh workspace,
        and posts that waited for a token go on. Raises BoltError: not the bot of one workspace."""
        team, user = installation.team_id, installation.user_id
        if installation.is_enterprise_install or not (team and user and installation.bot_token):
            raise BoltError("Please install it in one workspace, not in a whole organisation.")
        values = {name: getattr(installation, name) for name in _KEPT}
        with self._store.writing(team) as records:
            if not records.members.coordinators():
                first = records.members.get(user) or Member(user, Role.COORDINATOR)
                records.members.save(replace(first, role=Role.COORDINATOR, confirmed=True))
                records.audit.note(
                    self._now(), "install", "assign", f"member:{user}", after="coordinator"
                )
        with self._store.installing() as installs:
            installs.save(team, self._vault.lock(values), self._now())
        self._store.pause(team, "", self._now())

    def use_first_key(self) -> None:
        """Encrypt every token anew, so that the older keys can be taken away."""
        with self._store.installing() as installs:
            locked = {team: installs.tokens(team) or "" for team in installs.teams()}
            for team, tokens in locked.items():
                installs.rotate(team, tokens, self._vault.rotate(tokens))
        if unreadable := self.unreadable():
            _LOG.error("INSTALLS_KEY does not open the tokens of %d workspaces", len(unreadable))

    def unreadable(self) -> tuple[str, ...]:
        """Teams whose tokens no key opens."""
        with self._store.installed() as installs:
            teams = installs.teams()
        return tuple(team for team in teams if not self.token(team))

    def forget(self, team: str, at: datetime) -> bool:
        """Delete a team's tokens: the app was removed, or Slack revoked them, at `at`. False when
        there are none, or newer ones: Slack may tell it late, when it is installed again."""
        with self._store.installing() as installs:
            return installs.remove(team, at)

    def token(self, team: str) -> str:
        """A team's bot token; empty when it has none (any more)."""
        values = self.stored(team)
        return str(values["bot_token"]) if values else ""

    def stored(self, team: str) -> dict[str, Any] | None:
        """What a team's installation brought (see `_KEPT`), or None."""
        with self._store.installed() as installs:
            locked = installs.tokens(team)
        return self._vault.open(locked) if locked else None


class InstalledAuthorize(Authorize):
    """Whose token answers a request: the workspace's own. What was installed is trusted, so that
    no request waits for Slack to confirm it; a token that was revoked is refused when it is used.
    """

    def __init__(self, installs: Installs) -> None:
        self._installs = installs

    def __call__(
        self, *, enterprise_id: str | None, team_id: str | None, **_asked: Any
    ) -> AuthorizeResult | None:
        """The bot of a team, or None when it has not installed it."""
        values = self._installs.stored(team_id) if team_id else None
        if values is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_id=values["bot_id"],
            bot_user_id=values["bot_user_id"],
            bot_token=values["bot_token"],
            bot_scopes=values["bot_scopes"],
        )


class States(OAuthStateStore):
    """OAuth states in the database: any replica may take what another issued, once."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store, self._now = store, now

    def issue(self, *_args: Any, **_kwargs: Any) -> str:
        """A fresh state."""
        state = secrets.token_urlsafe(32)
        with self._store.installing() as installs:
            installs.put_state(state, self._now(), self._now() - STATE_LIVES)
        return state

    def consume(self, state: str) -> bool:
        """Whether a state is good; it is good once."""
        with self._store.installing() as installs:
            return installs.take_state(str(state), self._now() - STATE_LIVES)


def oauth_flow(settings: Settings, installs: Installs, states: States) -> OAuthFlow:
    """What Bolt needs for `/slack/install` and `/slack/oauth_redirect`."""
    made = OAuthSettings(
        client_id=settings.slack_client_id,
        client_secret=settings.slack_client_secret.get_secret_value(),
        scopes=sorted(BOT_SCOPES),
        installation_store=installs,
        installation_store_bot_only=True,
        state_store=states,
        state_expiration_seconds=int(STATE_LIVES.total_seconds()),
        callback_options=CallbackOptions(success=_installed, failure=_not_installed),
    )
    made.authorize = InstalledAuthorize(installs)
    # Below Bolt's own name, for its level: its debug lines hold whole requests.
    logger = logging.getLogger("slack_bolt.installing")
    logger.addFilter(_without_code)
    return OAuthFlow(settings=made, logger=logger)


def _installed(args: SuccessArgs) -> BoltResponse:
    return args.default.success(args)


def _not_installed(args: FailureArgs) -> BoltResponse:
    """A page that says why, and where to begin again. `reason` may be anything: it came by URL."""
    why = str(args.error) if args.error else _TOLD.get(args.reason, "Something was missing.")
    status = args.suggested_status_code if args.error is None else 400
    again = html.escape(args.settings.install_path)
    page = f"<p>{html.escape(why)}</p><p><a href='{again}'>Begin again</a></p>"
    return BoltResponse(status=status, body=page, headers=_HTML)


def _without_code(record: logging.LogRecord) -> bool:
    """Bolt's line about a refused installation quotes the code; Slack's word for it is enough."""
    errors = re.findall(r"'error': '(\w+)'", record.getMessage())
    record.msg, record.args = f"installing failed: {errors[-1] if errors else 'unknown'}", ()
    return True


def posting_by_team(
    installs: Installs, make: Callable[[str], WebClient]
) -> Callable[[str], WebClient]:
    """A workspace's posting client. `make` builds one for a token; Slack refuses an empty one, and
    the workspace's posts then wait."""
    return lambda workspace: make(installs.token(workspace))
