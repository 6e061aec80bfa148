"""The log of posts: what was said, what waits and why, and trying again."""

from __future__ import annotations

from collections.abc import Iterable

from slack_bolt import App

from bot.blocks import log as drawn
from bot.blocks import messages
from bot.handlers.press import Press, pressed
from bot.handlers.router import Ask, Reply, Router, Verb, Wish
from bot.services import held, post_log
from bot.services.context import Context

HEADINGS = {
    post_log.Need.PERSON: "Needs somebody",
    post_log.Need.WAITS: "Waiting",
    post_log.Need.DONE: "Done, newest first",
}


class Log:
    """Coordinators read what became of every post and send held ones again."""

    def __init__(self, context: Context, router: Router) -> None:
        self._context = context
        router.add(
            [
                Verb(
                    ("log",),
                    "/csp log",
                    "what was posted, what waits and why",
                    self.log,
                    coordinators=True,
                    wish=Wish.POSTS,
                )
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to [Try again], in the log and under "a post is held"."""
        bolt.action(drawn.TRY_AGAIN)(pressed(self.try_again))
        bolt.action(drawn.PRESSED_BEFORE)(pressed(self.try_again))

    def log(self, ask: Ask) -> Reply:
        """Every due post, reminder and notice: what needs somebody, what waits, what is done."""
        lines = post_log.lines(self._context, ask.caller)
        groups = [
            (heading, shown([line for line in lines if line.need is need], self._context))
            for need, heading in HEADINGS.items()
        ]
        return Reply.of(drawn.entries(groups))

    def try_again(self, press: Press) -> None:
        """[Try again] on a post that was held."""
        held.try_again(self._context, press.caller, press.value)
        press.below(messages.notice("It will be tried again now."))


def shown(lines: Iterable[post_log.LogLine], context: Context) -> list[tuple[str, str]]:
    """Lines of the log as (text, key of what can be tried again)."""
    return [
        (f"{context.timetable.show(line.due_at)} · {_what(line)}: {line.outcome}", line.key)
        for line in lines
    ]


def _what(line: post_log.LogLine) -> str:
    return f"{line.what} ({line.times})" if line.times > 1 else line.what
