"""Registrations into the event: who is known already, what is news, what a person must decide."""
