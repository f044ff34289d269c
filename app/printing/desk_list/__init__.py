"""The alphabetical list of the desk, to tick who came."""
