"""Letters on what became of applications."""
