"""The types every stage speaks; standard library only."""
