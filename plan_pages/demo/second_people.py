"""Edition 2, sections 5–9, with a new one on young people on the net (7)."""

from plan_pages.demo import first_people as first
from plan_pages.demo.facts import EMERGENCY, POLICE, SUPPORT
from plan_pages.demo.writing import assigned, commitment, kept, section, text
from plan_pages.documents.model import Check

CIVIL_SOCIETY = section(
    "civilsamhalle",
    "5",
    "Föreningar och trossamfund är med",
    kept(first.CIVIL_SOCIETY, "civilsamhalle/inledning"),
    commitment(
        "civilsamhalle/traff",
        "ska",
        "Samordnaren ska bjuda in föreningar och trossamfund till ett gemensamt samtal varje år.",
        "Kommunens samordnare",
    ),
    commitment(
        "civilsamhalle/utsatta",
        "ska",
        "Kommunen ska inom en vecka höra av sig till en förening eller ett samfund som har blivit hotat.",
        "Kommunens samordnare",
    ),
    kept(first.CIVIL_SOCIETY, "civilsamhalle/trygghet"),
    commitment(
        "civilsamhalle/bidrag",
        "kan",
        "Kultur- och fritidsnämnden kan ge bidrag till föreningar som öppnar mötesplatser för unga.",
        "Kultur- och fritidschef",
    ),
)

INDIVIDUAL = section(
    "individ",
    "6",
    "Stödet börjar hos människan",
    kept(first.INDIVIDUAL, "individ/inledning"),
    commitment(
        "individ/rad",
        "ska",
        "Socialtjänsten ska ge råd till den som är orolig för någon, utan att fråga efter namn.",
        "Socialchef",
    ),
    commitment(
        "individ/sammanhang",
        "bör",
        "Socialtjänsten bör tillsammans med den enskilde söka efter ett bättre sammanhang, till exempel i skola, "
        "arbete eller fritid.",
        "Socialchef",
    ),
    commitment(
        "individ/utbildning",
        "ska",
        "Personal som möter unga ska få utbildning i att föra svåra samtal.",
        "HR-chef",
        check=Check(source="trainings_held", parameters={"kind": "conversation_method"}),
    ),
    kept(first.INDIVIDUAL, "individ/sekretess"),
    facts=(EMERGENCY, POLICE, SUPPORT),
)

_SCHOOL_AND_LEISURE = "Skolan och fritidsgårdarna ska:"

ON_THE_NET = section(
    "natet",
    "7",
    "Unga på nätet",
    text(
        "natet/inledning",
        "En stor del av ungas liv pågår i spel, chattar och flöden som vuxna sällan ser. Där finns vänskap och "
        "kunskap, men också hat, hot och människor som vill värva. I slutna grupper kan våld bli en tävling. Den "
        "som dras in är ofta själv pressad eller utnyttjad.",
        "Vi börjar med att vara nyfikna. Förbud ensamma stänger samtalet.",
        _SCHOOL_AND_LEISURE,
    ),
    commitment(
        "natet/samtal",
        "ska",
        "tala med unga om hat, hot och värvning på nätet varje läsår.",
        "Skolchef",
        lead=_SCHOOL_AND_LEISURE,
    ),
    commitment(
        "natet/vagen",
        "ska",
        "visa vem en ung person kan berätta för om något på nätet känns fel.",
        "Kultur- och fritidschef",
        lead=_SCHOOL_AND_LEISURE,
    ),
)

GENDER = assigned(
    first.GENDER,
    {"jamstalldhet/bedomning": "Kommunens samordnare", "jamstalldhet/normer": "Skolchef"},
)

FOLLOW_UP = section(
    "uppfoljning",
    "9",
    "Vi följer upp och lär oss",
    kept(first.FOLLOW_UP, "uppfoljning/inledning"),
    commitment(
        "uppfoljning/redovisning",
        "ska",
        "Samordnaren ska varje år lämna en skriftlig redovisning till kommunstyrelsen, senast i mars.",
        "Kommunens samordnare",
    ),
    commitment(
        "uppfoljning/namnderna",
        "ska",
        "Nämnderna ska redovisa sina delar i samma rapporter som resten av verksamheten.",
        "Ekonomichef",
    ),
    text(
        "uppfoljning/fragor",
        "Redovisningen svarar på fyra frågor:",
        "<ol><li>Vad har vi gjort?</li><li>Vad ledde det till?</li><li>Vilka åtaganden har vi inte hållit, och "
        "varför?</li><li>Vad fortsätter vi med, ändrar eller slutar med?</li></ol>",
        "Andra kommuner har prövat sådant som vi inte har gjort än.",
    ),
    commitment(
        "uppfoljning/lansstyrelsen",
        "bör",
        "Samordnaren bör byta erfarenheter med länsstyrelsen och andra kommuner i länet.",
        "Kommunens samordnare",
    ),
)
