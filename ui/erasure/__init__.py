"""Erasing personal data, and the proof of it."""
