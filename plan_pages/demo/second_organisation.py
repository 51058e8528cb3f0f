"""Edition 2, sections 1–4: who is responsible has moved up, and the section on partners is part of section 1."""

from plan_pages.demo import first_organisation as first
from plan_pages.demo.facts import COORDINATOR, UNIT
from plan_pages.demo.writing import commitment, kept, section, text
from plan_pages.documents.model import Check

TOGETHER = section(
    "tillsammans",
    "1",
    "Vi förebygger tillsammans",
    text(
        "tillsammans/inledning",
        "Ingen verksamhet ser hela bilden själv. Läraren, fältarbetaren och polisen märker olika saker. Först när "
        "de talas vid går det att hjälpa i tid. Sedan 2023 har kommunerna också ett ansvar enligt lag för att "
        "förebygga brott, och den här planen är en del av det arbetet.",
    ),
    commitment(
        "tillsammans/ledning",
        "ska",
        "Kommunstyrelsen ska leda arbetet genom det brottsförebyggande rådet.",
        "Kommunstyrelsens ordförande",
    ),
    text(
        "tillsammans/nivaerna",
        "Arbetet sker på tre nivåer:",
        "<ul><li><b>för alla</b> barn, unga och vuxna</li><li><b>för den som riskerar</b> att dras in i en "
        "våldsam miljö</li><li><b>för den som vill lämna</b> en sådan miljö.</li></ul>",
    ),
    commitment(
        "parter/nivaer",
        "ska",
        "Skola, socialtjänst, fritid, säkerhetsfunktionen och polisen ska ha en utsedd deltagare på varje nivå.",
        "Kommunens samordnare",
    ),
    text(
        "tillsammans/fler",
        "Regionens vård är med när dess kunskap behövs. Den som är ny i Sverige har rätt till samma trygghet som "
        "alla andra i kommunen.",
    ),
    commitment(
        "tillsammans/migrationsverket",
        "ska",
        "Socialchefen ska träffa Migrationsverket varje år för att tala om stöd och skydd för den som söker asyl.",
        "Socialchef",
    ),
)

RESPONSIBILITY = section(
    "ansvar",
    "2",
    "Vem som ansvarar",
    text(
        "ansvar/inledning",
        "Kommunstyrelsen äger planen. Det betyder att styrelsen följer arbetet, avsätter pengar och håller planen "
        "aktuell. Varje nämnd svarar för sina egna verksamheter, och samordnaren för samman dem "
        "som behöver träffas. Vid varje åtagande står vilken funktion som svarar för att det blir gjort.",
    ),
    commitment(
        "ansvar/samordnare-utses",
        "ska",
        "Kommunchefen ska utse en samordnare och en ersättare, så att någon alltid går att nå.",
        "Kommunchef",
    ),
    commitment(
        "ansvar/kontaktperson",
        "ska",
        "Varje förvaltning ska ha en kontaktperson som medarbetarna känner till.",
        "Kommunchef",
    ),
    commitment(
        "ansvar/kanna-till",
        "ska",
        "Alla chefer ska veta vem de frågar om råd när något i verksamheten väcker oro.",
        "HR-chef",
    ),
    text(
        "ansvar/nodlage",
        "Om någon är i fara gäller inga vanliga vägar. Då ringer den som är på plats 112 och berättar för sin "
        "chef så snart alla är i säkerhet.",
    ),
    facts=(COORDINATOR, UNIT),
)

STRUCTURES = section(
    "strukturer",
    "3",
    "Vi använder de möten som redan finns",
    kept(first.STRUCTURES, "strukturer/inledning"),
    commitment(
        "strukturer/radets-moten",
        "ska",
        "Rådet ska hålla minst fyra möten om året och ta upp den här planen vid vart och ett av dem.",
        "Kommunens samordnare",
        check=Check(source="meetings_held", parameters={"body": "bra"}),
    ),
    commitment(
        "strukturer/samverkansmoten",
        "ska",
        "Skolans och socialtjänstens möten med polisen ska ha våldsbejakande extremism som en återkommande punkt.",
        "Skolchef",
    ),
    text(
        "strukturer/vandringar",
        "Den som bor på en plats vet ofta mest om den. När boende, polis och fastighetsägare går tillsammans syns "
        "mörka gångvägar, klotter och platser som människor undviker. Var vi går väljer vi efter lägesbilden.",
    ),
    commitment(
        "strukturer/trygghetsvandring",
        "bör",
        "Kommunen bör ordna minst en trygghetsvandring om året i varje tätort.",
        "Kommunens samordnare",
    ),
)

ASSESSMENT = section(
    "lagesbild",
    "4",
    "Lägesbilden visar vad som behövs",
    text(
        "lagesbild/inledning",
        "En lägesbild beskriver vad som händer i kommunen och vilka följder det får. Den hjälper oss att välja "
        "insatser och att avsluta dem som inte behövs. En gammal lägesbild leder fel.",
    ),
    commitment(
        "lagesbild/uppdatering",
        "ska",
        "Rådet ska ta fram en ny lokal lägesbild minst vartannat år, och tidigare om läget ändras.",
        "Kommunens samordnare",
    ),
    commitment(
        "lagesbild/miljoer",
        "ska",
        "Lägesbilden ska beskriva närvaro, händelser och synen på kön i våldsbejakande högerextremism, "
        "vänsterextremism och islamistisk extremism.",
        "Kommunens samordnare",
    ),
    kept(first.ASSESSMENT, "lagesbild/grunder"),
    commitment(
        "lagesbild/polisen",
        "ska",
        "Rådet ska be polisen om ett underlag till varje lägesbild och ange skälet om det saknas.",
        "Säkerhetschef",
    ),
)
