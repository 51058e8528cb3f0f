"""PDF, set by Typst: columns, running heads and feet, contents pages, words divided at the margin."""

import typst

from .layout import Layout

SETTING = """#set document(date: none)
#set text(lang: "sv", hyphenate: true, size: 11pt)
#set par(justify: true, spacing: 1.4em)
"""
TEXT_OF_COOPERATION = (
    "Kommunens beredskapssamordnare och verksamhetschefer ska tillsammans utveckla förebyggande utbildningsinsatser för"
    " gymnasieskolornas personal. Kommunen ska även fortsätta mötena med föreningslivet, trossamfunden och"
    " civilsamhällesorganisationerna. Arbetet mot vit makt-miljön berör både grund- och gymnasieskola."
)
FILLING = " ".join(
    f"Förvaltningen beskriver sina erfarenheter av samverkansarbetet under verksamhetsår nummer {number}."
    for number in range(1, 60)
)
COLUMNS = f"""{SETTING}
#set page(paper: "a4", header: [Östra Viks kommun #h(1fr) Dnr KS 2019/0042])
#set page(footer: context align(center)[Sida #counter(page).display() av 4])
#set heading(numbering: "1.1")
#align(center, text(22pt, weight: "bold")[Handlingsplan mot våldsbejakande extremism])
#align(center)[Antagen av kommunfullmäktige (KF) 2019-02-18, § 12]
#pagebreak()
#outline(title: [Innehåll])
#pagebreak()
#columns(2)[
= Samverkan mellan kommunens verksamheter och civilsamhällets alla organisationer
{TEXT_OF_COOPERATION}
== Erfarenheter
{FILLING}
= Uppföljning
Arbetet följs upp varje år.
]
"""
CAPITALS = f"""{SETTING}
#set page(paper: "a4", footer: [Västerås bruk 2018-01-10])
#show heading: set text(size: 12pt)
#show heading: upper
#text(26pt)[Strategi mot våldsbejakande extremism]

Fastställd av kommunstyrelsen den 3 mars 2018 § 41, dnr KS/2018:112

= Utgångspunkter för arbetet i kommunens alla verksamheter och bolag under hela perioden
{TEXT_OF_COOPERATION}

#heading(level: 2)[Begrepp]
Den o\ufb03ciella de\ufb01nitionen används.
#pagebreak()
= Hjälp
Kommunen ska:
- utbilda all personal som möter barn och unga i skola, förskola, fritidsverksamhet och socialtjänst varje år,
- ge stöd.

Rädda framtiden driver en stödtelefon, 020-555 01 02.
"""

PDF_LAYOUTS = {
    "columns.pdf": Layout(
        lambda: typst.compile(COLUMNS.encode()),
        "Handlingsplan mot våldsbejakande extremism",
        [
            ("1", "Samverkan mellan kommunens verksamheter och civilsamhällets alla organisationer", 1),
            ("1.1", "Erfarenheter", 2),
            ("2", "Uppföljning", 1),
        ],
        ("kommunfullmäktige", "2019-02-18", "12", "KS 2019/0042"),
        words=[TEXT_OF_COOPERATION, FILLING],
        absent=["Östra Vik", "Sida", ". ."],
        commitments=2,
    ),
    "capitals.pdf": Layout(
        lambda: typst.compile(CAPITALS.encode()),
        "Strategi mot våldsbejakande extremism",
        [
            ("", "UTGÅNGSPUNKTER FÖR ARBETET I KOMMUNENS ALLA VERKSAMHETER OCH BOLAG UNDER HELA PERIODEN", 1),
            ("", "BEGREPP", 1),
            ("", "HJÄLP", 1),
        ],
        ("kommunstyrelsen", "2018-03-03", "41", "KS/2018:112"),
        words=[
            TEXT_OF_COOPERATION,
            "Den officiella definitionen används.",
            "• utbilda all personal som möter barn och unga i skola, förskola, fritidsverksamhet och socialtjänst"
            " varje år,",
        ],
        absent=["bruk"],
        commitments=4,
    ),
}  # fmt: skip
