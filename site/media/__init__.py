"""Pictures and documents with an audience; files are private and served by our own view."""
