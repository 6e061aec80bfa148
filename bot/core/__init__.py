"""The pure core: values and rules of the action plan. Knows no clock, Slack, SQL or environment."""
