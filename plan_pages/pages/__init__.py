"""Page types of decided texts: where they are written, never where they are read."""
