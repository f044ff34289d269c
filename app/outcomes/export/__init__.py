"""What leaves the event as files, for people who have no Matchdesk."""
