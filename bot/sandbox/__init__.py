"""A stand-in Slack, in the browser and in our tests. It refuses what Slack refuses."""
