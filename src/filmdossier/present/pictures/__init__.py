"""Pictures of a film's reception: distribution of scores, stances, aspects, the share and its interval."""
