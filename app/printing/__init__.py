"""Documents as PDF, and what was printed."""
