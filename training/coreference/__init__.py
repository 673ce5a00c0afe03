"""How the scorer of antecedents is made: ``python -m training.coreference``."""
