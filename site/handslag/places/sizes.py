"""How few people are too few: what is told of a smaller group is told of its people (design, 4)."""

# No figure is shown that speaks of fewer, nor one from which such a figure can be computed.
LEAST = 5
