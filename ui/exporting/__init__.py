"""The dialogs by which what came of an event leaves it."""
