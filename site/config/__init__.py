"""The running site: settings, addresses, the door for the web server."""
