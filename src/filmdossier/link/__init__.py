"""Link stage."""
