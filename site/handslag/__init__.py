"""What the other apps share and none of them owns."""
