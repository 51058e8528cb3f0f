"""Edition 1, sections 1–5: who works together, on what picture, and who is responsible."""

from plan_pages.demo.facts import COORDINATOR, UNIT_OLD
from plan_pages.demo.writing import commitment, section, text

TOGETHER = section(
    "tillsammans",
    "1",
    "Vi förebygger tillsammans",
    text(
        "tillsammans/inledning",
        "Ingen verksamhet ser hela bilden själv. Läraren, fältarbetaren och polisen märker olika saker. Först när "
        "de talas vid går det att hjälpa i tid. Därför pågår samarbetet hela året och inte bara när något har "
        "hänt.",
    ),
    commitment(
        "tillsammans/ledning",
        "ska",
        "Kommunstyrelsen ska leda arbetet genom det brottsförebyggande rådet.",
    ),
    text(
        "tillsammans/radet",
        "I rådet sitter chefer från skola, socialtjänst och fritid, kommunens beredskapssamordnare och polisen. "
        "Samarbetet når också utanför rådet. Den som är ny i Sverige har rätt till samma trygghet som alla andra "
        "i kommunen.",
    ),
    commitment(
        "tillsammans/migrationsverket",
        "bör",
        "Socialchefen bör träffa Migrationsverket varje år för att tala om stöd och skydd för den som söker asyl.",
    ),
)

STRUCTURES = section(
    "strukturer",
    "2",
    "Vi använder de möten som redan finns",
    text(
        "strukturer/inledning",
        "Arbetet får plats i vardagen. Nya grupper tar tid från det som fungerar. Därför tas frågorna upp där "
        "skola, socialtjänst och polis redan träffas.",
    ),
    commitment(
        "strukturer/radets-moten",
        "bör",
        "Rådet bör hålla minst fyra möten om året och ta upp den här planen vid vart och ett av dem.",
    ),
    commitment(
        "strukturer/samverkansmoten",
        "ska",
        "Skolans och socialtjänstens möten med polisen ska ha våldsbejakande extremism som en återkommande punkt.",
    ),
    text(
        "strukturer/vandringar",
        "Den som bor på en plats vet ofta mest om den. När boende, polis och fastighetsägare går tillsammans syns "
        "mörka gångvägar, klotter och platser som människor undviker.",
    ),
    commitment(
        "strukturer/trygghetsvandring",
        "ska",
        "Kommunen ska ordna minst en trygghetsvandring om året i varje tätort.",
    ),
)

PARTNERS = section(
    "parter",
    "3",
    "Vilka som behöver vara med",
    text(
        "parter/nivaerna",
        "Förebyggande arbete sker på tre nivåer:",
        "<ul><li><b>för alla</b> barn, unga och vuxna</li><li><b>för den som riskerar</b> att dras in i en "
        "våldsam miljö</li><li><b>för den som vill lämna</b> en sådan miljö.</li></ul>",
        "På varje nivå behövs någon som vet vad som redan görs och vad som fattas.",
    ),
    commitment(
        "parter/nivaer",
        "ska",
        "Skola, socialtjänst, fritid, säkerhetsfunktionen och polisen ska ha en utsedd deltagare på varje nivå.",
    ),
    text(
        "parter/fler",
        "Regionens vård och länsstyrelsen är med när deras kunskap behövs. Grannkommunerna har ungefär samma "
        "förutsättningar som Björkmark, och mycket går att göra gemensamt.",
    ),
    commitment(
        "parter/grannkommuner",
        "bör",
        "Kommunstyrelsen bör pröva om ett gemensamt råd med grannkommunerna skulle ge mer kraft åt arbetet.",
    ),
)

ASSESSMENT = section(
    "lagesbild",
    "4",
    "Lägesbilden visar vad som behövs",
    text(
        "lagesbild/inledning",
        "En lägesbild beskriver vad som händer i kommunen och vilka följder det får. Den hjälper oss att välja "
        "insatser och att avsluta dem som inte behövs.",
    ),
    commitment("lagesbild/uppdatering", "bör", "Rådet bör ta fram en ny lokal lägesbild vartannat år."),
    commitment(
        "lagesbild/miljoer",
        "ska",
        "Lägesbilden ska beskriva närvaro och händelser som rör våldsbejakande högerextremism, vänsterextremism "
        "och islamistisk extremism.",
    ),
    text(
        "lagesbild/grunder",
        "Lägesbilden bygger på händelser och förhållanden, aldrig på vad enskilda tycker eller tror. Uppgifter som gör "
        "att någon kan kännas igen hör inte hemma i den.",
        "<h3>Polisens bidrag</h3>",
        "Polisen ser sådant som kommunen inte ser. Det som är hemligt stannar hos polisen.",
    ),
    commitment(
        "lagesbild/polisen",
        "ska",
        "Rådet ska be polisen om ett underlag till varje lägesbild och ange skälet om det saknas.",
    ),
)

RESPONSIBILITY = section(
    "ansvar",
    "5",
    "Vem som ansvarar",
    text(
        "ansvar/inledning",
        "Kommunstyrelsen äger planen. Det betyder att styrelsen följer arbetet, avsätter pengar och håller planen "
        "aktuell. Varje nämnd svarar för sina egna verksamheter. Kommunens samordnare ger råd, för samman dem som "
        "behöver träffas och tar fram underlag till rådet.",
    ),
    commitment(
        "ansvar/kontaktperson",
        "bör",
        "Varje förvaltning bör ha en kontaktperson som medarbetarna känner till.",
    ),
    commitment(
        "ansvar/kanna-till",
        "ska",
        "Alla chefer ska veta vem de frågar om råd när något i verksamheten väcker oro.",
    ),
    text(
        "ansvar/nodlage",
        "Om någon är i fara gäller inga vanliga vägar. Då ringer den som är på plats 112 och berättar för sin "
        "chef så snart alla är i säkerhet.",
    ),
    facts=(COORDINATOR, UNIT_OLD),
)
