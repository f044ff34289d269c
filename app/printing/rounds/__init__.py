"""Rounds at mixed tables on paper: cards for the tables, and a list to find them by."""
