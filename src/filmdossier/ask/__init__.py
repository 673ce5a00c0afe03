"""Ask stage: questions in plain words, answered from a record and its documents or not at all."""
