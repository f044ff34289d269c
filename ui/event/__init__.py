"""The event as set up, and registrations into it."""
