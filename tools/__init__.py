"""Programs that make data files of the bot; none of them runs with it."""
