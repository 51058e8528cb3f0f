"""What the start page shows: panels and things to do that apps register."""
