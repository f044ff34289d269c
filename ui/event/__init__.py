"""The event as set up, and lists that come into it."""
