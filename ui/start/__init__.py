"""The first thing a desk sees."""
