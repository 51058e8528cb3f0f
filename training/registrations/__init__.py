"""Places, queue, attendance."""
