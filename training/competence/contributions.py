"""What the figures of competence bring to the house."""
