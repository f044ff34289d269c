"""The running day: what takes place, what needs somebody, and what to do about it."""
