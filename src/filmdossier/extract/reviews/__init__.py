"""Critics' reviews: those that a document reports, and the review that a document itself is."""
