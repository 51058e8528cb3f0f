"""The app's models; each lives with its feature."""

from training.catalogue.models import CatalogueIndexPage

__all__ = ["CatalogueIndexPage"]
