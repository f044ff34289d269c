"""Change slips: what has changed for one delegate, on a small paper, and the announcer's list."""
