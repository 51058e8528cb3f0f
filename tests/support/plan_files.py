"""A decided plan as a text file, in words of our own."""

TEXT = """Handlingsplan mot våldsbejakande extremism

Antagen av kommunfullmäktige (KF) 2019-02-18, § 12.

1. Samverkan
Vi ska fortsätta arbetet i det brottsförebyggande rådet. Där ingår samord-
nare, chefer och polisen.

2. Skolans roll
Elevhälsan bör känna till planen. Kommunens växel har nummer 010-000 00 00.

3. Uppföljning
Uppföljningen ska ske varje år.
"""
HEADINGS = ["Samverkan", "Skolans roll", "Uppföljning"]
