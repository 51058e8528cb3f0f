"""Which methods have been reviewed, and what was decided."""
