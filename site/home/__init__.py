"""Start page, news, guides, the public section, search."""
