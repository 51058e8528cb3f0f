"""What the consultation forum learned elsewhere."""
