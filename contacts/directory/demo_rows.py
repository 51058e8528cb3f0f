"""The demo's organisations: one of every kind, all made up, in a municipality that does not exist.

Numbers are from the series that nobody has (08-465 004 xx, 031-390 06 xx). Functions that the plan names are here,
one of them under a newer name.
"""

from dataclasses import dataclass, field
from typing import Any

from contacts.organisations.kinds import OrganisationKind as Kind
from contacts.organisations.kinds import PreventionLevel as Level

ALL = tuple(Level)
# A year and a half: the coordinator is asked to look at it.
LONG_AGO = 550


@dataclass(frozen=True)
class Function:
    """`holder` "" leaves it vacant."""

    name: str
    holder: str = ""
    deputy: str = ""
    tasks: str = ""
    formerly: str = ""


@dataclass(frozen=True)
class Organisation:
    """`is_local` False: works in the whole county. `checked_days_ago` None: never checked."""

    name: str
    kind: Kind
    levels: tuple[Level, ...] = ()
    functions: tuple[Function, ...] = ()
    formerly: str = ""
    parent: str = ""
    is_local: bool = True
    checked_days_ago: int | None = 20
    particulars: dict[str, Any] = field(default_factory=dict)


ROWS = (
    Organisation(
        "Kommunstyrelsen i Björkmark",
        Kind.MUNICIPAL,
        functions=(Function("Kommunstyrelsens ordförande", "Kjell Exempel", tasks="Äger planen."),),
    ),
    Organisation(
        "Björkmarks kommunledningskontor",
        Kind.MUNICIPAL,
        functions=(
            Function("Kommundirektör", "Karin Exempel", formerly="Kommunchef"),
            Function("Ekonomichef", "Erik Exempel"),
            Function("HR-chef", "Hanna Exempel"),
            Function(
                "Kommunens samordnare",
                "Sara Nyström",
                "Nils Exempel",
                tasks="Håller ihop arbetet mot våldsbejakande extremism och planen.",
                formerly="Samordnare mot våldsbejakande extremism",
            ),
        ),
        particulars={"phone": "031-390 06 20", "what_for": "Planen, samverkan och vem som gör vad."},
    ),
    Organisation(
        "Trygghetsenheten",
        Kind.SECURITY,
        (Level.UNIVERSAL, Level.SELECTIVE, Level.INDICATED),
        (Function("Säkerhetschef", "Sune Exempel"), Function("Beredskapssamordnare", "Bo Exempel")),
        formerly="Säkerhetsenheten",
        parent="Björkmarks kommunledningskontor",
        particulars={
            "phone": "031-390 06 21",
            "what_for": "Trygghetsvandringar, hot mot lokaler och beredskap.",
        },
    ),
    Organisation(
        "Skolförvaltningen i Björkmark",
        Kind.SCHOOL,
        ALL,
        (
            Function("Skolchef", "Solveig Exempel", formerly="Utbildningschef"),
            Function("Samordnare för elevhälsan", "Elin Exempel"),
            Function("Gymnasierektor", "Greger Exempel"),
        ),
        formerly="Barn- och utbildningsförvaltningen",
        particulars={
            "phone": "031-390 06 22",
            "what_for": "Oro i skolan, lärande om demokrati och elevhälsa.",
        },
    ),
    Organisation(
        "Socialförvaltningen i Björkmark",
        Kind.SOCIAL_SERVICES,
        ALL,
        (
            Function("Socialchef", "Signe Exempel", "Ove Exempel"),
            Function("Enhetschef för unga", "Ulla Exempel"),
        ),
        particulars={
            "phone": "031-390 06 23",
            "what_for": "Stöd till unga och familjer, och till den som vill lämna.",
        },
    ),
    Organisation(
        "Kultur och fritid i Björkmark",
        Kind.LEISURE,
        (Level.UNIVERSAL, Level.SELECTIVE),
        (Function("Kultur- och fritidschef", "Kajsa Exempel"), Function("Föreståndare för fritidsgården")),
        checked_days_ago=LONG_AGO,
        particulars={
            "phone": "031-390 06 24",
            "what_for": "Fritidsgårdar, fältarbete och bidrag till föreningar.",
        },
    ),
    Organisation(
        "Polisen, lokalpolisområde Norrmark",
        Kind.POLICE,
        (Level.UNIVERSAL, Level.SELECTIVE),
        (Function("Kommunpolis"), Function("Lokalpolisområdeschef", "Pelle Exempel")),
        is_local=False,
        particulars={
            "phone": "114 14",
            "what_for": "Polisens lägesbild och anmälningar. Vid fara för liv: 112.",
        },
    ),
    Organisation(
        "Region Norrmark",
        Kind.REGION,
        (Level.SELECTIVE, Level.INDICATED),
        (Function("Samordnare för barn- och ungdomspsykiatrin", "Rita Exempel"),),
        formerly="Landstinget i Norrmark",
        is_local=False,
        particulars={"phone": "08-465 004 20", "what_for": "Vård, barn- och ungdomspsykiatri."},
    ),
    Organisation(
        "Länsstyrelsen i Norrmarks län",
        Kind.COUNTY_BOARD,
        (Level.UNIVERSAL,),
        (Function("Länssamordnare", "Lars Exempel"),),
        is_local=False,
        particulars={"phone": "08-465 004 21"},
    ),
    Organisation(
        "Migrationsverket, boendeenheten i Norrmark",
        Kind.MIGRATION,
        (Level.UNIVERSAL,),
        (Function("Föreståndare för asylboendet", "Maja Exempel"),),
        is_local=False,
        particulars={"phone": "08-465 004 22"},
    ),
    Organisation(
        "Räddningstjänsten Norrmark",
        Kind.AGENCY,
        (Level.UNIVERSAL,),
        (Function("Olycksförebyggare", "Rune Exempel"),),
        is_local=False,
        particulars={"phone": "08-465 004 23"},
    ),
    Organisation(
        "Björkmarks föreningsråd",
        Kind.CIVIL_SOCIETY,
        (Level.UNIVERSAL,),
        (Function("Ordförande", "Olle Exempel"),),
        checked_days_ago=None,
        particulars={"what_for": "Mötesplatser och föreningslivets erfarenheter."},
    ),
    Organisation("Björkmarks idrottsallians", Kind.SPORTS, (Level.UNIVERSAL,), (Function("Kanslichef"),)),
    Organisation(
        "Björkmarks interreligiösa råd",
        Kind.FAITH_COMMUNITY,
        (Level.UNIVERSAL,),
        (Function("Sekreterare", "Samira Exempel"),),
        particulars={"what_for": "Samtal mellan samfunden och kommunen."},
    ),
    Organisation(
        "Björkmarks bostäder", Kind.OTHER, (Level.UNIVERSAL,), (Function("Trygghetsvärd", "Tova Exempel"),)
    ),
)
