"""Present stage."""
