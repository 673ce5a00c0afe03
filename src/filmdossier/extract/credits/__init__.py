"""Credits: who made the film, from labelled fields and from sentences."""
