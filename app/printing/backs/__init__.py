"""What stands on the back of badges: the schedule of whoever wears it."""
