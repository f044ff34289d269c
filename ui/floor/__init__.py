"""The page of the running day: tables by slots, what needs somebody, moving meetings."""
