"""Who sits with whom in rounds at mixed tables."""
