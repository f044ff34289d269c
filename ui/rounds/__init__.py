"""Rounds at mixed tables: who takes part, who sits where, and the rounds as they run."""
