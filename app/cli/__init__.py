"""The command line: everything a page can do with data, without a screen."""
