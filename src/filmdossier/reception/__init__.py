"""Reception stage."""
