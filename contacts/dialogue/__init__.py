"""The interfaith dialogue log (B-1.4, B-1.5): what was talked about with organisations, never who believes what."""
