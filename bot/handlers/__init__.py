"""Slack in, Slack out. One file = one conversation; no rule, no query, no Block Kit by hand."""
