"""Guided tours and site visits with limited places."""
