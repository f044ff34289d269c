"""Papers of visits: the list at the bus, and the sign at the meeting point."""
