"""Reading lists of requests and of meetings: who is on each side, and what is said of it.

Nothing here knows a database. The way in is ``entries.read_entries``.
"""
