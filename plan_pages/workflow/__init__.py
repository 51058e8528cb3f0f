"""Wagtail's workflow with the plan's rules: the tasks, their locks, what finishing does, and how they are seeded."""
