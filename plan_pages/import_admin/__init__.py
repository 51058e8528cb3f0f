"""Importing a plan in the admin: choose the file, see what was found, save it."""
