"""What the managers of units bring to the house."""
