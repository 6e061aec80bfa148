"""The composition root: the only file that knows every room."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import product
from typing import Any

from slack_bolt import App, BoltContext, BoltRequest
from slack_sdk import WebClient

from bot.clock import Clock
from bot.config import Settings
from bot.core.access import HOME, Caller, Role
from bot.core.dataclass import dataclass
from bot.core.errors import Refused
from bot.core.status import Labels
from bot.handlers.actions import Actions
from bot.handlers.agency_form import AgencyForm
from bot.handlers.caller import Callers
from bot.handlers.channels import Channels
from bot.handlers.editing import Editing
from bot.handlers.failures import Failures
from bot.handlers.home import Home, Later
from bot.handlers.installs import Forget
from bot.handlers.installs import Installs as Ended
from bot.handlers.learning import Learning
from bot.handlers.log import Log
from bot.handlers.members import Members
from bot.handlers.middleware import Body, Next, Step, with_storable_texts
from bot.handlers.newcomers import Newcomers
from bot.handlers.once import Once
from bot.handlers.own_settings import OwnSettings
from bot.handlers.people import People
from bot.handlers.proposals import Proposals
from bot.handlers.questions import Questions
from bot.handlers.redaction import Redaction
from bot.handlers.reminders import Reminders
from bot.handlers.requested_files import RequestedFiles
from bot.handlers.router import COMMAND, Ask, Router
from bot.handlers.shared_files import SharedFiles
from bot.handlers.sign_off import SignOff
from bot.handlers.summaries import Summaries
from bot.handlers.typed_updates import TypedUpdates
from bot.logs import begin_request
from bot.metrics import exposition
from bot.opening import clock_of, open_context
from bot.schedule import Schedule
from bot.services import late
from bot.services.answers import write_behind
from bot.services.context import Context
from bot.services.hands import Afterwards, Hands, Soon
from bot.services.post_log import oldest_waiting
from bot.slack.downloads import fetch
from bot.slack.installs import (
    NOT_INSTALLED,
    Installs,
    States,
    oauth_flow,
    posting_by_team,
    vault_of,
)
from bot.slack.message_sweep import SlackSweeper
from bot.slack.pace import Pace
from bot.slack.posting import SlackPoster, posting_client
from bot.slack.rate_limit import RateLimiter
from bot.store.store import Store

WARM_UP = {"command": "/csp", "text": "help", "team_id": "T0", "user_id": "U0", "trigger_id": "0"}
"""A command of nobody's: it is answered with the help, to nobody."""
WARMING = (
    "is anything about umbrellas overdue", "when is {} due", "who leads {}", "what is at risk",
)  # fmt: skip
"""Questions with a word no plan has, for which everything is looked up, with the longest reference,
for which the guard looks at more, and of the kinds that are asked most."""
WARMED_UP = 5
"""References they are asked about in the first workspace: what ran several times the interpreter
runs faster from then on (PEP 659, "Specializing Adaptive Interpreter")."""
WARMED = 50
"""Workspaces whose plan is read before the first request; those of the others at their first."""


class Bot:
    """The whole bot: what listens (`bolt`), what ticks (`schedule`), what it keeps (`store`)."""

    router: Router
    """The grammar of all doors, once they are joined."""

    def __init__(self, bolt: App, context: Context, schedule: Schedule, clock: Clock) -> None:
        self.bolt = bolt
        self.context = context
        self.store = context.store
        self.schedule = schedule
        self.clock = clock
        self.last_envelope: datetime | None = None
        self.connected: Callable[[], bool] = lambda: True
        """Whether Slack can reach us; Socket Mode replaces it."""

    def tick(self) -> int:
        """Make and deliver everything that is due now; how many posts were handled."""
        return self.schedule.tick()

    def start(self) -> None:
        """Tick by itself from now on."""
        self.schedule.start()

    def close(self) -> None:
        """Stop ticking and close the database."""
        self.schedule.stop()
        write_behind(self.context)
        self.store.close()

    def warm(self) -> None:
        """Do once what the first request would otherwise wait for: the way through Bolt, and the
        index of each plan. Nothing is written, and nobody is told anything."""
        if self.bolt.oauth_flow is None:
            self.bolt.dispatch(BoltRequest(mode="socket_mode", body=WARM_UP))
        for number, workspace in enumerate(self.store.workspaces()[:WARMED]):
            with suppress(Refused):  # no plan yet
                self._ask_all(Caller(workspace, "", Role.COORDINATOR), 1 if number else WARMED_UP)
        self.last_envelope = None

    def _ask_all(self, nobody: Caller, most: int) -> None:
        """Have the WARMING questions answered for nobody, of `most` references. Raises Refused."""
        with self.store.reading(nobody.workspace) as records:
            plan = records.plans.progress(self.context.today()).plan
        refs = sorted((action.ref for action in plan.actions), key=len, reverse=True)[:most]
        for ref, text in product(refs or [""], WARMING):
            ask = Ask(nobody, text.format(ref), self.bolt.client, COMMAND)
            if reply := self.router.reply(ask):
                reply.acknowledgement  # noqa: B018 - written when it is first asked for

    def note_envelope(self) -> None:
        """Slack sent something just now."""
        self.last_envelope = self.clock.now()

    def health(self) -> dict[str, Any]:
        """For `/healthz`: `ready`, when it last heard and ticked, how long a post has waited."""
        try:
            waits = [oldest_waiting(self.context, name) for name in self.store.workspaces()]
        except Exception:  # whatever is wrong with the database: not ready
            return {"ready": False}
        return {
            "ready": self.connected(),
            "last_envelope": self.last_envelope and self.last_envelope.isoformat(),
            "last_tick": self.schedule.last_tick and self.schedule.last_tick.isoformat(),
            "oldest_waiting_seconds": max((wait.total_seconds() for wait in waits), default=0.0),
        }

    def metrics(self) -> bytes:
        """For `/metrics`."""
        return exposition(self.health, self.store.posts_by_state)


def build(
    settings: Settings,
    client: WebClient | None = None,
    *,
    clock: Clock | None = None,
    store: Store | None = None,
    pace: Pace | None = None,
    hands: Hands | None = None,
    sample: Callable[[Context, str], object] | None = None,
) -> Bot:
    """Join everything. `client` replaces Slack's Web API; `clock` and `store` serve rehearsals;
    `hands` post several things at once."""
    clock = clock or clock_of(settings)
    context = replace(open_context(settings, clock, store), sample=sample)
    installs = _installs(settings, context)
    bolt = App(
        name="partnership-bot",  # or Bolt looks for the file that called it: a long search
        client=client or _client(settings),
        signing_secret=settings.slack_signing_secret.get_secret_value(),
        process_before_response=True,
        oauth_flow=oauth_flow(settings, installs, States(context.store, context.now))
        if installs
        else None,
        user_facing_authorize_error_message=NOT_INSTALLED if installs else None,
    )
    posting = _posting(settings, installs)

    def labels_of(workspace: str) -> Labels:
        return context.of_workspace(workspace).labels

    poster = SlackPoster(
        posting,
        labels_of,
        pace,
        lambda workspace, payload: late.requested_files.made(context, workspace, payload),
    )
    sweeper = SlackSweeper(posting, labels_of)
    bot = Bot(bolt, context, Schedule(context, poster, sweeper, hands=hands), clock)
    _join(bot, installs, _Afterwards.by_threads(context) if hands else None)
    return bot


def _installs(settings: Settings, context: Context) -> Installs | None:
    """The installations of a service for many; None for the bot with one token."""
    if not settings.serves_many:
        return None
    installs = Installs(context.store, vault_of(settings), context.now)
    installs.use_first_key()
    return installs


def _join(bot: Bot, installs: Installs | None, afterwards: _Afterwards | None) -> None:
    """Put the middleware before the listeners, and the one error handler behind them."""

    def listening(_body: Body, _context: BoltContext, next: Next) -> None:  # noqa: A002
        begin_request()
        bot.note_envelope()
        next()

    workspace_of = (lambda team: team) if installs else (lambda _team: HOME)
    callers = Callers(bot.context, workspace_of)
    once = Once(bot.context)
    for step in (
        with_storable_texts, listening, RateLimiter().admit, once.admit, callers.identify
    ):  # fmt: skip
        bot.bolt.use(Step(step))
    bot.router = register(
        bot.bolt, bot.context, installs.forget if installs else _one_workspace, afterwards
    )
    bot.bolt.error(Failures().answer)


def _one_workspace(_team: str, _at: datetime) -> bool:
    """The bot with one token keeps it in its settings: there is nothing to delete."""
    return True


@dataclass(frozen=True, slots=True)
class _Afterwards:
    """What is done once an answer has gone out. `write`: commit what answers left to be kept."""

    write: Callable[[], None]
    later: Later | None = None

    @classmethod
    def by_threads(cls, context: Context) -> _Afterwards:
        """By threads of their own, so that no acknowledgement waits."""
        return cls(Soon(partial(write_behind, context)), Afterwards())


def register(
    bolt: App,
    context: Context,
    forget: Forget = _one_workspace,
    afterwards: _Afterwards | None = None,
) -> Router:
    """Every conversation listens to what concerns it. Returns the grammar they share."""
    afterwards = afterwards or _Afterwards(partial(write_behind, context))
    home = Home(context, afterwards.later)
    files = SharedFiles(context, home, fetch, afterwards.later)
    questions = Questions(context, afterwards.write, files.take)
    router, actions = questions.router, Actions(context, home)
    for part in (
        questions,
        actions,
        TypedUpdates(context, router, actions),
        AgencyForm(context, home),
        Summaries(context, router),
        SignOff(context, router),
        RequestedFiles(context, router),
        files,
        Reminders(context, router),
        Log(context, router),
        Channels(context, router),
        Members(context, router, home),
        Learning(context, router, home),
        Redaction(context, router),
        People(context, router, home),
        Newcomers(context, home, afterwards.later),
        Editing(context, router, home),
        Proposals(context, router, home),
        OwnSettings(context, router, home),
        home,
        Ended(context, forget),
    ):
        part.register(bolt)
    return router


def _client(settings: Settings) -> WebClient:
    # Bolt warns of a token, even an empty one, that it will not use.
    token = None if settings.serves_many else settings.slack_bot_token.get_secret_value()
    return WebClient(token, base_url=settings.slack_api_url, timeout=10)


def _posting(settings: Settings, installs: Installs | None) -> Callable[[str], WebClient]:
    if installs is not None:
        return posting_by_team(
            installs, lambda token: posting_client(token, settings.slack_api_url)
        )
    client = posting_client(settings.slack_bot_token.get_secret_value(), settings.slack_api_url)
    return lambda _workspace: client
