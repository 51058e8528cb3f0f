"""Who reads the plan: staff, certain roles, or everyone (B-0.1, B-5.1)."""
