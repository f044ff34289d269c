"""The Desk: scan, see, act."""
