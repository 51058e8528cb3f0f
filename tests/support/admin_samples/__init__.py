"""An app for tests (setting EXTRA_APPS): a page type with every kind of field that the admin has a widget for."""
