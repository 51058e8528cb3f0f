"""What every page type of the house has in common."""
