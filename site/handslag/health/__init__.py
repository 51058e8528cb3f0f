"""Is the site well? For the machine that watches over it."""
