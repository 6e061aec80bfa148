"""What a refusal of Slack's means, and what a person can do about it, in plain words.

The words after each error are shown to coordinators (message, `/csp log`) and by `doctor`.
Errors: docs.slack.dev, chat.postMessage and conversations.history.
"""

from __future__ import annotations

from collections.abc import Mapping

INVITE = "Open the channel in Slack and type: /invite @partnership-bot"
REINSTALL = "Install the app to the workspace again; what is waiting goes out by itself then."

PASSING = frozenset(
    {"ratelimited", "internal_error", "fatal_error", "service_unavailable", "request_timeout"}
)
"""What Slack says when it is only busy: the same call may do later (docs.slack.dev, Errors)."""

REMEDIES: Mapping[str, tuple[str, str]] = {
    "no_channel": (
        "no partnership channel has been chosen",
        "Invite the bot to the channel and type there: /csp channel here",
    ),
    "not_in_channel": ("the bot is not in the channel", INVITE),
    "channel_not_found": ("the bot cannot see the channel", INVITE),
    "is_archived": ("the channel is archived", "Restore the channel, or choose another one."),
    "missing_scope": (
        "the app lacks a permission",
        "Update the app's manifest and reinstall it (files need the optional scopes files:read and "
        "files:write; without them `partnership-bot pack` and `export` do the same).",
    ),
    "file_uploads_disabled": (
        "the workspace does not take files",
        "Use the command line: `partnership-bot pack` and `partnership-bot export`.",
    ),
    "restricted_action": (
        "the workspace does not let the bot post there",
        "Ask the workspace's admin to allow it in the channel's posting permissions.",
    ),
    "invalid_auth": ("Slack does not accept the bot's token", REINSTALL),
    "not_authed": ("the bot has no token for this workspace", REINSTALL),
    "token_revoked": ("the bot's token was revoked", REINSTALL),
    "token_expired": ("the bot's token has expired", REINSTALL),
    "account_inactive": ("the app was removed from the workspace", REINSTALL),
    "app_uninstalled": ("the app was removed from the workspace", REINSTALL),
    "user_not_found": ("Slack does not know this person", "Check the members list."),
    "user_disabled": ("this person's account is deactivated", "Remove them from the members."),
    "messages_tab_disabled": (
        "the app cannot receive direct messages",
        "Update the app's manifest: its Messages tab must be on.",
    ),
    "thread_not_found": (
        "the post this part belongs under was deleted",
        "Nothing to do: the summary can be read with /csp summary.",
    ),
    "cannot_draw": (
        "the post could not be laid out",
        "This is a fault of the bot: report it with the time shown.",
    ),
    "bad_template": (
        "the Word template of the committee paper cannot be filled",
        "`partnership-bot pack` says why. Mend it, or leave PAPER_TEMPLATE empty; then press Try "
        "again.",
    ),
    "unreadable": (
        "whether it was posted could not be found out",
        "Look in the channel. If it is missing, press Try again.",
    ),
}


def as_sent_to(error: str, channel: str) -> str:
    """An error as it is of its destination: a person is no channel that the bot could be invited
    to."""
    is_person = channel.startswith(("U", "W"))
    return "user_not_found" if is_person and error == "channel_not_found" else error


def meaning(error: str) -> str:
    """What Slack's `error` means: "the bot is not in the channel"."""
    return REMEDIES.get(error, (f"Slack refused it ({error})", ""))[0]


def remedy(error: str) -> str:
    """What to do about it, one sentence."""
    return REMEDIES.get(error, ("", "Press Try again in /csp log once it is mended."))[1]
