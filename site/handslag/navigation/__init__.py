"""Menus: pages marked for the menu and addresses that apps bring."""
