"""What the courses of the catalogue bring to the house."""
