"""Scanners that type, and what keyboard layouts do to them."""
