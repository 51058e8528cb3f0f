"""The plan of the fictional municipality Björkmark: two editions, a correction and a draft, in our own words.

No organisation, person or helpline in it is real. Telephone numbers come from the series that the Swedish Post and
Telecom Authority (PTS) keeps for books and films, except 112 and 114 14.
"""
