"""How a document and an edition are shown, on whatever page or in whatever file: drafts, editions, registrations."""
