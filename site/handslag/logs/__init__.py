"""Every request carries an id that its log lines and error pages show."""
