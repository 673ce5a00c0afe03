"""Present/export stage."""
