"""What one delegate has to be at: sessions, visits, rounds, speeches and meetings together."""
