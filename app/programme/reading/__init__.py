"""Reading programmes: tables with a row for each session, and schedules in XML.

Nothing here knows a database. The way in is ``entries.read_programme``.
"""
