"""What is stored and how it is kept whole."""
