"""Visits: what is offered, who would like to join, who gets a place, who is at the bus."""
