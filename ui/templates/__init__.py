"""The editor of templates: what badges look like, changed while a real badge is looked at."""
