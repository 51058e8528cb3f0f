"""The demo's pages: a fictional municipality, Björkmark, with the made-up code 9901. No person in it is real."""
