"""The part of the programme where everybody speaks for a few minutes."""
