"""Labels for the boxes that badges were printed into."""
