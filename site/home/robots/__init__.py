"""For search engines and browsers: what may be listed, and the icon."""
