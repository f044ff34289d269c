"""Schedules on paper: what they say, their versions, and what has changed since they came out."""
