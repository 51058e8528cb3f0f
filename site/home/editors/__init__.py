"""What makes Wagtail's admin the house's own: content policy, start page, icons, checks of what is written."""
