"""Read stage."""
