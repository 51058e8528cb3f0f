"""The coordinator's pages in the admin: organisations, functions, contact persons."""
