"""What the plan brings to the house: nothing before its first page type."""
