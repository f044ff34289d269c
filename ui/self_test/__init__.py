"""What shows that an installed program works: a whole day of it, on the machine it stands on."""
