"""What passes between the services and those who speak with people: values, no wording."""
