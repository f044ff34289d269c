"""Programmes that were made elsewhere, into the event."""
