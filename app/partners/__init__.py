"""Whom a delegate may want to meet, by what both said of themselves, and why."""
