"""[From the channel's members]: who is in the partnership's channel without a role gets one.

Slack is asked for a bounded number of pages and people (docs.slack.dev, conversations.members:
at most 200 a page are advised; users.info: some 100 a minute), after the form is open.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.blocks import forms
from bot.blocks import newcomers as drawn
from bot.core.access import Caller
from bot.core.errors import Refused
from bot.core.members import Account
from bot.handlers.failures import in_words
from bot.handlers.home import Home, Later
from bot.handlers.press import Press, pressed
from bot.services import members, newcomers
from bot.services.context import Context

PAGE, PAGES = 200, 10
"""Members of the channel Slack is asked for: so many a page, so many pages."""
SHOWN, LOOKED_UP = 10, 40
"""People of one form, and accounts looked up for it; apps are among them."""
_GONE = {"user_not_found", "user_not_visible"}


class Newcomers:
    """Several people of the channel are given their roles in one form."""

    def __init__(self, context: Context, home: Home, later: Later | None = None) -> None:
        self._context, self._home = context, home
        self._later = later or (lambda task: task())

    def register(self, bolt: App) -> None:
        """Listen to the button and to its form."""
        bolt.action(drawn.OPEN)(pressed(self.open))
        bolt.view(drawn.FORM)(self.submit)

    def open(self, press: Press) -> None:
        """[From the channel's members], or [The next people]: shown once Slack has answered."""
        channel = newcomers.channel(self._context, press.caller)
        if press.view.get("type") == "modal":
            press.redraw(drawn.looking())
            view_id = str(press.view["id"])
        else:
            view_id = press.open(drawn.looking())
        self._later(partial(self._show, press, channel, view_id))

    def _show(self, press: Press, channel: str, view_id: str) -> None:
        try:
            view = self._form(press, channel)
        except Exception as error:  # nobody else is there to say it
            view = forms.said_view("Please note", in_words(error, "later")[1])
        press.client.views_update(view_id=view_id, view=view)

    def _form(self, press: Press, channel: str) -> forms.View:
        agencies = members.to_choose(self._context, press.caller)
        try:
            users, sees_emails = _in_channel(press.client, channel)
            waiting = newcomers.without_role(self._context, press.caller, users, press.value)
            accounts, after = _look_up(press.client, waiting, press.body["team"]["id"])
        except SlackApiError as refusal:
            raise _unread(refusal) from None
        proposed = newcomers.with_likely(self._context, press.caller, accounts)
        return drawn.form(proposed, agencies, after, sees_emails=sees_emails)

    def submit(
        self, ack: Ack, view: dict[str, Any], context: BoltContext, client: WebClient
    ) -> None:
        """The form was sent: saved all at once, then said."""
        caller: Caller = context["caller"]
        given, after = drawn.read_form(view)
        saved = newcomers.give_all(self._context, caller, given)
        described = [
            (member.user, members.in_words(self._context, caller.workspace, member))
            for member in saved
        ]
        ack(response_action="update", view=drawn.saved(described, after))
        self._home.refresh(caller, client)


def _in_channel(client: WebClient, channel: str) -> tuple[list[str], bool]:
    """The ids of who is in the channel, and whether Slack tells the bot e-mail addresses."""
    users: list[str] = []
    cursor, sees_emails = "", True
    for _ in range(PAGES):
        page = client.conversations_members(channel=channel, limit=PAGE, cursor=cursor)
        users += page["members"]
        sees_emails = _granted(page)
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            break
    return users, sees_emails


def _granted(answer: SlackResponse) -> bool:
    """Whether the scope for addresses is among those Slack lists; where it lists none, it may be
    (docs.slack.dev, "Scopes": the header x-oauth-scopes)."""
    headers = {name.lower(): str(value) for name, value in answer.headers.items()}
    scopes = headers.get("x-oauth-scopes", "").replace(" ", "")
    return not scopes or drawn.EMAIL_SCOPE in scopes.split(",")


def _look_up(client: WebClient, users: Sequence[str], team: str) -> tuple[list[Account], str]:
    """People among `users`, as many as one form takes, and the id behind which the rest are."""
    accounts: list[Account] = []
    for number, user in enumerate(users):
        if len(accounts) == SHOWN or number == LOOKED_UP:
            return accounts, users[number - 1]
        account = _account(client, user, team)
        accounts += [account] if account else []
    return accounts, ""


def _account(client: WebClient, user: str, team: str) -> Account | None:
    """A person by Slack's directory; None for apps, closed accounts and who is not there."""
    try:
        known = client.users_info(user=user)["user"]
    except SlackApiError as refusal:
        if refusal.response.get("error") in _GONE:
            return None
        raise
    if known.get("is_bot") or known.get("deleted"):
        return None
    email = str((known.get("profile") or {}).get("email") or "")
    home = str(known.get("team_id") or team)
    theirs = "" if home == team else email.rpartition("@")[2] or home
    return Account(user, str(known.get("real_name") or ""), email, theirs)


def _unread(refusal: SlackApiError) -> Refused:
    """Slack would not say who is there: what to do about it."""
    error, needed = (str(refusal.response.get(name) or "") for name in ("error", "needed"))
    steps = {
        "missing_scope": f"Add the scope `{needed}` to the app and install it again.",
        "ratelimited": "Slack is busy. Wait a minute and press it once more.",
    }
    step = steps.get(error, "Invite me to the channel and press it once more.")
    return Refused(f"Slack would not say who is in the channel ({error}).", step)
