"""A page shows how things stood when it was read; what is sent from it may come too late."""


class MovedOnError(Exception):
    """Somebody was faster, or time was: the thing no longer stands where the page showed it. Nothing was changed."""
