"""Training in the window: a day of the event is played fast, on a copy of it."""
