"""Visits, and who would like to join them, out of lists that were made elsewhere."""
