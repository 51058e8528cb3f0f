"""What a request is called, in its address, its title and the log of reading: drawn by lot, so that whoever sees one
learns neither how many there are nor how busy a unit is."""

import secrets

# Nine digits: one fewer than anything that could be taken for an identity number.
_FIRST, _END = 10**8, 10**9


def new_number() -> int:
    return _FIRST + secrets.randbelow(_END - _FIRST)
