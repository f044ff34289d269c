"""Speed presentations: everybody speaks for a few minutes, one after the other."""
