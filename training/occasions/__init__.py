"""When and where courses are given."""
