"""The agenda of the days."""
