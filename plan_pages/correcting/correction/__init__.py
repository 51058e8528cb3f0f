"""Correction (rättelse): a number, an address, a contact or a name, and nothing that was promised."""
