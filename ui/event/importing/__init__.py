"""The import of a list, in steps: choose a file, match its columns, check its rows, import."""
