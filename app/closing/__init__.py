"""Closing a day: what is still open, and the word that it is done."""
