"""All bodies together: whom we have not met, which task is idle, which question is open (A1.0, A2.5)."""
