"""A file with people to invite, as a spreadsheet program in Sweden writes it."""
