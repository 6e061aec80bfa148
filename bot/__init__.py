"""partnership-bot: a Community Safety Partnership runs its yearly action plan in Slack."""
