"""What an editor has rewritten for edition 3: associations and faith communities, support, and life on the net."""

from plan_pages.demo import second_people as second
from plan_pages.demo.facts import EMERGENCY, POLICE, SUPPORT
from plan_pages.demo.writing import commitment, kept, section, text

CIVIL_SOCIETY = section(
    "civilsamhalle",
    "5",
    "Föreningar och trossamfund är med",
    text(
        "civilsamhalle/inledning",
        "Idrottsföreningar, kulturföreningar och trossamfund når människor som kommunen sällan träffar. De är "
        "samarbetsparter på lika villkor, och de behöver få veta vad samtalen leder till. En del av dem utsätts "
        "själva för hot och hat.",
    ),
    commitment(
        "civilsamhalle/traff",
        "ska",
        "Samordnaren ska bjuda in föreningar och trossamfund till ett gemensamt samtal två gånger om året.",
        "Kommunens samordnare",
    ),
    kept(second.CIVIL_SOCIETY, "civilsamhalle/utsatta"),
    kept(second.CIVIL_SOCIETY, "civilsamhalle/trygghet"),
    commitment(
        "civilsamhalle/interreligiosa-radet",
        "ska",
        "Kommunen ska lyssna på det interreligiösa rådet innan planen ändras.",
        "Kommunens samordnare",
    ),
)

INDIVIDUAL = section(
    "individ",
    "6",
    "Stödet utgår från människan",
    kept(second.INDIVIDUAL, "individ/inledning"),
    kept(second.INDIVIDUAL, "individ/rad"),
    commitment(
        "individ/sammanhang",
        "ska",
        "Socialtjänsten ska tillsammans med den enskilde söka efter ett bättre sammanhang, till exempel i skola, "
        "arbete eller fritid.",
        "Socialchef",
    ),
    kept(second.INDIVIDUAL, "individ/utbildning"),
    kept(second.INDIVIDUAL, "individ/sekretess"),
    facts=(EMERGENCY, POLICE, SUPPORT),
)

ON_THE_NET = second.ON_THE_NET.model_copy(
    update={
        "body": (
            *second.ON_THE_NET.body,
            text(
                "natet/foraldrar",
                "Föräldrar är ofta de första som märker att något har hänt, men vet inte alltid vem de frågar.",
            ),
            commitment(
                "natet/foraldramoten",
                "bör",
                "Skolan bör ta upp ungas liv på nätet på ett föräldramöte varje läsår.",
                "Skolchef",
            ),
        )
    }
)
