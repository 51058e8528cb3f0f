"""Functions (roles in organisations) and who holds them: the plan names functions, never persons."""
