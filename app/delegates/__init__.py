"""Who is coming: import, search, walk-ins, substitutes."""
