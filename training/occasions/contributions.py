"""What occasions bring to the house."""
