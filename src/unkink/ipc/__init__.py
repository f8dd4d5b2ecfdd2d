"""One daemon for each user, and how others talk to it."""
