"""The demo's training, all of it made up."""
