"""Files for paper and archives, set by Typst: what every app's files have in common."""
