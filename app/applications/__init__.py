"""Applications: how many may come, until when people apply, who gets in, who waits."""
