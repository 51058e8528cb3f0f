"""Readers of the kinds of files that may be uploaded, each from an open binary file to its text."""
