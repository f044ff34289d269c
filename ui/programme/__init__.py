"""The page of the programme: its parts, and the sessions of a day by room."""
