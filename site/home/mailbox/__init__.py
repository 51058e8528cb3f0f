"""The demo's mail: what would have been sent lies in a folder and is shown on a page."""
