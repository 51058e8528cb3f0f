"""Pictures and documents bring nothing to the registries; who may add them is a matter of collections."""
