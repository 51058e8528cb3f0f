"""The directory as a file: out to a spreadsheet, and in again after everything in it was looked at."""
