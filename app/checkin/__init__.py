"""Badge codes, the decision on a scan, who is here."""
