"""Printers: what the system's print service says of them, and the queue of this desk's runs."""
