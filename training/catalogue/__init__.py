"""The catalogue: its pages and addresses."""
