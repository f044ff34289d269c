"""Lists with boxes to tick: who speaks in which order, who is booked for a session."""
