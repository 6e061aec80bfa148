"""The smallest sync Bolt app: acks `/csp` with a constant. The yardstick of acknowledge.py."""

from __future__ import annotations

import os
import sys

from slack_bolt import Ack, App
from slack_sdk import WebClient

port, size, secret = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
client = WebClient("xoxb-bench", base_url=os.environ["SLACK_API_URL"])
app = App(client=client, signing_secret=secret)


@app.command("/csp")
def constant(ack: Ack) -> None:
    """Ack a text of the given size."""
    ack("x" * size)


app.start(port=port, path="/slack/events", http_server_logger_enabled=False)
