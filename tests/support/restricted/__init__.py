"""An app with a page type that only one role may know of: what 'Contacts' does with its dialogue log, made small."""
