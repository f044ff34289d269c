"""Badges on paper: what they will look like, who gets one, and where they go."""
