"""What reviews of methods bring to the house."""
