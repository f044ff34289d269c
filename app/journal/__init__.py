"""Deeds: the log of all changes, undo, history."""
