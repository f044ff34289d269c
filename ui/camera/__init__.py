"""Badges read by a camera."""
