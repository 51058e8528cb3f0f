"""Tables as files, out to a spreadsheet program and in again: CSV as Swedish programs write it, and Excel workbooks."""
