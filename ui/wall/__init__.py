"""The wall display: who sits at which table, for everybody in the hall."""
