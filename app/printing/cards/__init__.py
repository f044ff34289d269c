"""Table cards: a number that is read from far, and on the back who meets there."""
