"""Editions as files, for the site and for `manage.py export_edition`."""
