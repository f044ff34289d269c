"""Small events whose meetings all have to take place: the fewest breaks, and the proof of it."""
