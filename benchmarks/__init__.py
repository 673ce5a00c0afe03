"""Measures filmdossier: the quality of its records against annotated documents, its speed and memory."""
