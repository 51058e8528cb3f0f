"""Edition 1, sections 6–9: civil society, the individual, gender equality and follow-up."""

from plan_pages.demo.facts import EMERGENCY, POLICE, SUPPORT_MISPRINTED
from plan_pages.demo.writing import commitment, section, text

CIVIL_SOCIETY = section(
    "civilsamhalle",
    "6",
    "Föreningar och trossamfund är med",
    text(
        "civilsamhalle/inledning",
        "Idrottsföreningar, kulturföreningar och trossamfund når människor som kommunen sällan träffar. De är "
        "samarbetsparter på lika villkor. En del av dem utsätts själva för hot och hat.",
    ),
    commitment(
        "civilsamhalle/traff",
        "ska",
        "Samordnaren ska bjuda in föreningar och trossamfund till ett gemensamt samtal varje år.",
    ),
    commitment(
        "civilsamhalle/utsatta",
        "bör",
        "Kommunen bör höra av sig till en förening eller ett samfund som har blivit hotat.",
    ),
    text(
        "civilsamhalle/trygghet",
        "Ett sådant samtal handlar om de utsattas trygghet, inte om deras tro. Vi frågar vad de behöver och "
        "berättar vad polisen och kommunen kan göra.",
    ),
    commitment(
        "civilsamhalle/bidrag",
        "kan",
        "Kultur- och fritidsnämnden kan ge bidrag till föreningar som öppnar mötesplatser för unga.",
    ),
)

INDIVIDUAL = section(
    "individ",
    "7",
    "Stödet börjar hos människan",
    text(
        "individ/inledning",
        "Den som dras till en våldsam miljö söker ofta något annat än en idé: vänner, mening eller ett sätt att "
        "bli sedd. Därför börjar stödet i personens liv och inte i ideologin.",
    ),
    commitment(
        "individ/rad",
        "ska",
        "Socialtjänsten ska ge råd till den som är orolig för någon.",
    ),
    commitment(
        "individ/sammanhang",
        "bör",
        "Socialtjänsten bör tillsammans med den enskilde söka efter ett bättre sammanhang, till exempel i skola, "
        "arbete eller fritid.",
    ),
    commitment(
        "individ/utbildning",
        "bör",
        "Personal som möter unga bör få utbildning i att föra svåra samtal.",
    ),
    text(
        "individ/sekretess",
        "Det som rör en enskild person hör hemma i socialtjänstens eget system. Det tas aldrig upp i rådet, inte "
        "heller utan namn om någon ändå kan förstå vem det gäller.",
    ),
    facts=(EMERGENCY, POLICE, SUPPORT_MISPRINTED),
)

GENDER = section(
    "jamstalldhet",
    "8",
    "Jämställdhet gör insatserna träffsäkra",
    text(
        "jamstalldhet/inledning",
        "De flesta i de våldsamma miljöerna är pojkar och män. Flickor och kvinnor finns också där, ofta i "
        "andra roller och med andra vägar in. Föreställningar om hur en riktig man eller kvinna "
        "är har betydelse i alla tre miljöerna.",
    ),
    commitment(
        "jamstalldhet/bedomning",
        "ska",
        "Varje insats ska beskriva hur den når flickor och pojkar, kvinnor och män.",
    ),
    commitment(
        "jamstalldhet/normer",
        "bör",
        "Skolan och fritidsgårdarna bör samtala med unga om jämställdhet, makt och våld.",
    ),
    text(
        "jamstalldhet/utsatthet",
        "Samma person kan både ha gjort andra illa och själv vara utsatt. Den som lever med hot, tvång eller våld "
        "i en nära relation har rätt till skydd och stöd, oavsett vad personen har varit en del av.",
    ),
)

FOLLOW_UP = section(
    "uppfoljning",
    "9",
    "Vi följer upp och lär oss",
    text(
        "uppfoljning/inledning",
        "Uppföljningen visar om insatserna hjälper. Den är en del av kommunens vanliga uppföljning, så att den "
        "inte blir ett papper vid sidan av.",
    ),
    commitment(
        "uppfoljning/redovisning",
        "ska",
        "Samordnaren ska varje år lämna en skriftlig redovisning till kommunstyrelsen.",
    ),
    commitment(
        "uppfoljning/namnderna",
        "bör",
        "Nämnderna bör redovisa sina delar i samma rapporter som resten av verksamheten.",
    ),
    text(
        "uppfoljning/fragor",
        "Redovisningen svarar på tre frågor:",
        "<ol><li>Vad har vi gjort?</li><li>Vad ledde det till?</li><li>Vad fortsätter vi med, ändrar eller "
        "slutar med?</li></ol>",
        "Andra kommuner har prövat sådant som vi inte har gjort än.",
    ),
    commitment(
        "uppfoljning/lansstyrelsen",
        "bör",
        "Samordnaren bör byta erfarenheter med länsstyrelsen och andra kommuner i länet.",
    ),
)
