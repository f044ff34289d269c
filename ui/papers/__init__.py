"""The Print page: every paper of the day, for whom, on what, and what became of it."""
