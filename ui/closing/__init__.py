"""Closing a day."""
