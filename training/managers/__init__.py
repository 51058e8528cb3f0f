"""Who answers for a unit's training."""
