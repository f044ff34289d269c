"""The page of delegates."""
