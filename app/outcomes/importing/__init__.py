"""Outcomes out of forms that were filled elsewhere."""
