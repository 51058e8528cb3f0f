"""The contacts directory."""
