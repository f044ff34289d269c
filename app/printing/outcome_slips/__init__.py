"""Slips on which people tick what came of a meeting, one for each."""
