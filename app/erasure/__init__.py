"""Erasing people, and what proves it."""
