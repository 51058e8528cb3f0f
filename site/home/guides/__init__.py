"""Guides: what do I do when …"""
