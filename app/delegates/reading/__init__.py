"""Reading registration exports: from a file somebody sent to registrations in our words.

Nothing here knows a database. The way in is ``registrations.read_registrations``.
"""
