"""How the weights and the word vectors of the ask stage are made and measured."""
