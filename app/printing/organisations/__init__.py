"""Schedules of organisations: who of them sits where, and who is free."""
