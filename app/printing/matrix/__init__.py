"""The day matrix on paper: which tables are taken by whom, slot by slot."""
