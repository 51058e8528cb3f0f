"""The app's models; each lives with its feature."""

from contacts.directory.models import ContactsIndexPage

__all__ = ["ContactsIndexPage"]
