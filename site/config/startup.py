"""What is tried before the first request, so that a wrong setting is a sentence and not a page of errors."""

from django.db import OperationalError, connection


def database_sentence(error: OperationalError) -> str:
    """One sentence for whoever starts the site; the driver's own words may hold the password and are left out."""
    if connection.vendor == "sqlite" and "no such table" in str(error):
        return (
            "Handslag cannot start: the database behind DATABASE_URL is empty; run manage.py migrate first."
        )
    if connection.vendor == "sqlite" and "locked" in str(error):
        return "Handslag cannot go on: the database behind DATABASE_URL is busy; try again in a moment."
    return "Handslag cannot start: the database in DATABASE_URL does not answer; check address, name and password."


def require_database() -> None:
    """Stop the web server's start where the database does not answer."""
    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise SystemExit(database_sentence(error)) from None
    finally:
        connection.close()
