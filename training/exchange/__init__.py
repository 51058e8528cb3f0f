"""Course lists in and out."""
