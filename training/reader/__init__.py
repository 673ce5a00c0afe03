"""How the reader is made and measured: ``python -m training.reader train | report | export``."""
