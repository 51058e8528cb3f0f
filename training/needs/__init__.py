"""What units need to learn."""
