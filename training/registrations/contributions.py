"""What registrations bring to the house."""
