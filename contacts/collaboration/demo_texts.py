"""The demo's bodies, in words. Every organisation but the agencies is made up."""

from handslag.demo.sections import SectionText

SECTION = {
    "sv": SectionText(
        "Samverkan",
        "samverkan",
        "<p>Alla organ som möts och alla kontakter som återkommer: när vi sågs senast och när vi ses igen.</p>",
    ),
    "en": SectionText(
        "Collaboration",
        "collaboration",
        "<p>All bodies that meet and all contacts that recur: when we last met and when we meet again.</p>",
    ),
}

QUESTION = "Kan Brå bli gemensamt med grannkommunen Lillsjö?"
ANSWER = "Nej, inte för närvarande. Lillsjö vill först se hur det egna rådet fungerar."

COUNCIL_MANDATE = (
    "Rådet samordnar det brottsförebyggande arbetet i kommunen och följer upp handlingsplanens åtgärder."
)
WALK_OBSERVATIONS = (
    ("Belysningen vid gångtunneln är trasig.", "Ny belysning är uppsatt."),
    ("Buskaget vid lekparken skymmer sikten.", ""),
)

MINUTES_TITLE = "Protokoll från Brå, höstens möte"
MINUTES = """Protokoll, brottsförebyggande rådet i Björkmark

1. Rådet gick igenom planens åtaganden och vad som har gjorts sedan förra mötet.
2. Polisen och skolan berättade om läget i allmänna ordalag. Inga enskilda personer togs upp.
3. Rådet beslutade att trygghetsvandringen i Norrby följs upp vid nästa möte.
"""
