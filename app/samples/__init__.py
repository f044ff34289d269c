"""Events that come with the program, made into event files."""
