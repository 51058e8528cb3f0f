"""What lists in and out bring to the house."""
