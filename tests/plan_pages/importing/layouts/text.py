"""Plain text as people write it and as programs extract it."""

import unicodedata

from .layout import Layout

UNNUMBERED = """Västra Sunds kommun

PLAN FÖR ATT FÖREBYGGA VÅLDSBEJAKANDE EXTREMISM

Kommunstyrelsen 2017-05-03, paragraf 95
Planen gäller från och med den 1 januari 2019 till och med den 31 december 2022

INLEDNING
Sverige är ett öppet land. Kommunens verksamheter möter barn och unga varje dag och
ska därför känna igen tidiga tecken på radikalisering.

VAD ÄR EXTREMISM?

Ordet används om rörelser som godtar våld. Läs lagen (2023:196) och prop. 2016/17:1.

NÄR DU KÄNNER ORO
Gör så här:
- Prata med din chef.
- Ring socialtjänstens mottagning på 0555-123 45.
- Skriv inte namn i e-post.
"""

CHAPTERS = """Handlingsplan mot våldsbejakande extremism för mandatperioden 2019-2022
KF 180226 § 34

Kapitel 1 Lägesbild

Polisen beskriver läget varje år. Kommunen ska ta del av beskrivningen.

Kapitel 2 – Förebyggande arbete

2.1 Skola
Rektor bör samla elevhälsan. År 2017 gjordes detta i två skolor.
2.2 Fritid
Föreningarna kan söka bidrag.

Kapitel 3: Uppföljning

Följs upp i december.
"""

GOALS = """Handlingsplan mot våldsbejakande extremism
Beslutande: Kommunfullmäktige
Beslutsdatum: 2021-02-22
Paragraf: § 15
Dnr: KS-2020-00871
Gäller för: 2021-2024
Inledning
Våldsbejakande extremism är ett hot mot demokratin och ska mötas med kunskap, samverkan och stöd i kommunens alla \
verksamheter och bolag. Planen gäller hela koncernen.
Delmål 1
Alla ska känna till planen.
Delmål 2
Skolan ska utbilda.
Delmål 3
Polisen deltar.
Vad gör jag vid oro?
Ring 020-555 01 02 (Rädda allas orostelefon).
"""

RETURNING = """Plan mot våldsbejakande extremism

Innehåll
1. Skola
2. Fritid
3. Polis

1. Skola

Åtgärder

Rektor samlar elevhälsan.

1. Lyssna
2. Lära
3. Följa upp

2. Fritid

Åtgärder

Ledarna deltar.

3. Polis

Åtgärder

Polisen deltar.
"""

ROMAN = """Program mot våldsbejakande extremism

Godkänd av socialnämnden 2019-11-20 § 145
Dokumentansvarig: Trygghetssamordnare

I. Syfte

I Dalby finns fyra skolor. Programmet gäller alla.

II. Arbetssätt

Vi ska
- lyssna på unga
- stödja familjer

III. Stöd

Anhörigstöd nås på telefon 020-555 01 02.
"""

NUMBERED_LISTS = """Handlingsplan mot våldsbejakande extremism

Antagen av KF § 12/2019, 2019-02-25
Reviderad av KF 2021-09-27 § 101

1 Inledning

Planen har tre mål:
1. Alla vet vem som ansvarar
2. Ingen lämnas utan stöd
3. Arbetet följs upp

2 Ansvar

Nämnderna ansvarar var för sig.

1. Kommunstyrelsen ska leda arbetet.
2. Nämnderna ska rapportera varje år.

2.1 Kontakter

3 poliser arbetar i området. 10 % av tiden går till skolor.
"""

EXTRACTED = """Kommunens handlingsplan mot våldsbejakande extremism                1 (3)


Fastställd av kommunstyrelsen den 3 mars 2018 § 41, dnr KS/2018:112

Innehåll
1. Bakgrund ........................ 2
2. Samverkan mellan skola, social-
tjänst och polis ................... 3

Kommunens handlingsplan mot våldsbejakande extremism                2 (3)

1. Bakgrund

Planen bygger på en kartläggning som samord-
naren gjorde. Den o\ufb03ciella bilden är att få
rekryteras, men att det \ufb01nns risker och att kommunen ska

Kommunens handlingsplan mot våldsbejakande extremism                3 (3)

följa utvecklingen.

2. Samverkan mellan skola, social-
tjänst och polis

Samråd sker varje månad.
"""


def _decomposed() -> bytes:
    return unicodedata.normalize("NFD", ROMAN).encode()


TITLE_UNNUMBERED = "PLAN FÖR ATT FÖREBYGGA VÅLDSBEJAKANDE EXTREMISM"
UNNUMBERED_SECTIONS = [("", "INLEDNING", 1), ("", "VAD ÄR EXTREMISM?", 1), ("", "NÄR DU KÄNNER ORO", 1)]
UNNUMBERED_DECISION = ("kommunstyrelsen", "2017-05-03", "95", None)
ROMAN_SECTIONS = [("I", "Syfte", 1), ("II", "Arbetssätt", 1), ("III", "Stöd", 1)]


def _unnumbered(encoding: str, line_end: str) -> Layout:
    return Layout(
        lambda: UNNUMBERED.replace("\n", line_end).encode(encoding),
        TITLE_UNNUMBERED,
        UNNUMBERED_SECTIONS,
        UNNUMBERED_DECISION,
        words=["Sverige är ett öppet land.", "ska därför känna igen", "Skriv inte namn i e-post."],
    )


TEXT_LAYOUTS = {
    "capitals-utf8-mark.txt": _unnumbered("utf-8-sig", "\n"),
    "capitals-windows.txt": _unnumbered("cp1252", "\r\n"),
    "capitals-old-mac.txt": _unnumbered("latin-1", "\r"),
    "capitals-utf16.txt": _unnumbered("utf-16", "\r\n"),
    "chapters.txt": Layout(
        CHAPTERS.encode,
        "Handlingsplan mot våldsbejakande extremism för mandatperioden 2019-2022",
        [
            ("1", "Lägesbild", 1),
            ("2", "Förebyggande arbete", 1),
            ("2.1", "Skola", 2),
            ("2.2", "Fritid", 2),
            ("3", "Uppföljning", 1),
        ],
        ("kommunfullmäktige", "2018-02-26", "34", None),
        commitments=3,
    ),
    "goals-a-paragraph-a-line.txt": Layout(
        GOALS.encode,
        "Handlingsplan mot våldsbejakande extremism",
        [("", name, 1) for name in ("Inledning", "Delmål 1", "Delmål 2", "Delmål 3", "Vad gör jag vid oro?")],
        ("kommunfullmäktige", "2021-02-22", "15", "KS-2020-00871"),
        words=["Planen gäller hela koncernen."],
        commitments=3,
    ),
    "returning-headings.txt": Layout(
        RETURNING.encode,
        "Plan mot våldsbejakande extremism",
        [
            *(("1", "Skola", 1), ("", "Åtgärder", 2)),
            *(("2", "Fritid", 1), ("", "Åtgärder", 2)),
            *(("3", "Polis", 1), ("", "Åtgärder", 2)),
        ],
        words=["1. Lyssna", "3. Följa upp"],
        commitments=0,
    ),
    "roman-decomposed.txt": Layout(
        _decomposed,
        "Program mot våldsbejakande extremism",
        ROMAN_SECTIONS,
        ("socialnämnden", "2019-11-20", "145", None),
        words=["I Dalby finns fyra skolor.", "Anhörigstöd nås på telefon 020-555 01 02."],
        commitments=2,
    ),
    "numbered-lists.txt": Layout(
        NUMBERED_LISTS.encode,
        "Handlingsplan mot våldsbejakande extremism",
        [("1", "Inledning", 1), ("2", "Ansvar", 1), ("2.1", "Kontakter", 2)],
        ("kommunfullmäktige", "2019-02-25", "12", None),
        words=["1. Alla vet vem som ansvarar", "3 poliser arbetar i området.", "1. Kommunstyrelsen ska leda arbetet."],
        commitments=2,
    ),
    "extracted.txt": Layout(
        EXTRACTED.encode,
        "Kommunens handlingsplan mot våldsbejakande extremism",
        [("1", "Bakgrund", 1), ("2", "Samverkan mellan skola, socialtjänst och polis", 1)],
        ("kommunstyrelsen", "2018-03-03", "41", "KS/2018:112"),
        words=[
            "samordnaren gjorde. Den officiella bilden",
            "att det finns risker och att kommunen ska följa utvecklingen.",
        ],
        absent=["....", "(3)"],
    ),
}  # fmt: skip
