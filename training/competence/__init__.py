"""What has been learned, per unit and kind."""
