"""Mails to those whose turn it is: what stands on a person's start page, when it is new, when its day comes, and again.

`running.remind` is the engine; `manage.py send_reminders` calls it every night, and `soon.remind_soon` after an act.
"""
