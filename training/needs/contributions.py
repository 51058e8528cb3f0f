"""What training needs bring to the house."""
