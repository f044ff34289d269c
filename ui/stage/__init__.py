"""A clock for the stage and the hall: who speaks for how long yet, or which round runs."""
