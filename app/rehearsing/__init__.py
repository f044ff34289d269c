"""Training: a copy of the event whose day is played fast while somebody works its floor."""
