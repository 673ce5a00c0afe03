"""The stages over many documents, and the records that follow from a library."""
