"""What a desk can do. No Qt, no sentences for people."""
