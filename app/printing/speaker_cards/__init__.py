"""Cards for those who speak: a name to be read from the hall, and when it is their turn."""
