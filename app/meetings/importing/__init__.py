"""Lists of requests and of meetings that are made elsewhere, into the event."""
