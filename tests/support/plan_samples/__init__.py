"""An app for tests (setting EXTRA_APPS): commands that put a running site into states of the plan that no demo has."""
