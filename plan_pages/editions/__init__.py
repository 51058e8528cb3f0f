"""Decided editions: immutable rows that readers read; the page is only the workbench."""
