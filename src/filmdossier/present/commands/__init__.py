"""Commands with a module of their own; each has a function ``add_to(app)``."""
