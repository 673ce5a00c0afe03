"""Run stage."""
