"""The demo's needs, methods and experiences, in words. All of it is made up."""

from training.catalogue.kinds import CourseKind
from training.experiences.kinds import ExperienceKind
from training.methods.kinds import MethodDecision
from training.needs.kinds import NeedState, NeedUrgency

COURSE = "Grunderna för nyanställda"
COURSE_SUMMARY = "En halv dag om hur våldsbejakande extremism tar sig uttryck och vem man vänder sig till."
ELSEWHERE = "Länets seminariedag om samtal"

# Unit, kind, what, urgency, state, whether a course answers it, reason, suggested by an employee.
NEEDS: tuple[tuple[str, str, str, str, str, bool, str, bool], ...] = (
    (
        "Norra skolan",
        CourseKind.CONVERSATION_METHOD,
        "Lärare vill kunna ta upp oro med vårdnadshavare utan att samtalet låser sig.",
        NeedUrgency.NOW,
        NeedState.OPEN,
        False,
        "",
        True,
    ),
    (
        "Socialförvaltningen",
        CourseKind.KNOWLEDGE,
        "Nya handläggare behöver känna igen symboler och språk i tre miljöer.",
        NeedUrgency.THIS_YEAR,
        NeedState.OPEN,
        True,
        "",
        False,
    ),
    (
        "Kommunstyrelsen",
        CourseKind.CONFERENCE,
        "Ledamöterna vill höra hur andra kommuner följer upp sina planer.",
        NeedUrgency.LATER,
        NeedState.DECLINED,
        False,
        "Tas upp när nästa länskonferens är utlyst.",
        False,
    ),
)

# Name, description, replaced by, reviews: months ago, months until the next, decision, evidence, sources.
type Review = tuple[int, int | None, str, str, str]
METHODS: tuple[tuple[str, str, str, tuple[Review, ...]], ...] = (
    (
        "Fem frågor",
        "Ett kort samtal med fem öppna frågor. För personal som möter unga och vill lyssna mer än förklara.",
        "",
        (
            (
                40,
                24,
                MethodDecision.WITH_CARE,
                "Prövad på två skolor. Personalen blev tryggare; om de unga märkte någon skillnad är inte undersökt.",
                "",
            ),
            (
                14,
                24,
                MethodDecision.USE,
                "Uppföljningen efter ett år visar att samtalen blir fler och kommer tidigare.",
                "https://exempel.handslag.test/fem-fragor",
            ),
        ),
    ),
    (
        "Skolvandring",
        "Elever och personal går runt i skolan och pekar ut platser där det känns otryggt.",
        "",
        ((30, 24, MethodDecision.USE, "Ger konkreta åtgärder. Effekten över tid är inte känd.", ""),),
    ),
    (
        "Skrämselföreläsning",
        "En föreläsare berättar om sin tid i en våldsam miljö för en hel årskurs.",
        "Fem frågor",
        (
            (
                20,
                None,
                MethodDecision.STOP,
                "Intresset ökar kortsiktigt, men det finns inget stöd för att det förebygger och risk för motsatsen.",
                "",
            ),
        ),
    ),
)

# Kind, months ago, subject, place, how many, what was learned, what changes.
EXPERIENCES: tuple[tuple[str, int, str, str, int, str, str], ...] = (
    (
        ExperienceKind.STUDY_VISIT,
        3,
        "Hur Lillsjö arbetar med fältgrupp och skola tillsammans",
        "Lillsjö",
        4,
        "Fältgruppen är på skolan varje vecka, också när inget har hänt. Då är det lätt att fråga när det har det.",
        "Vi prövar fasta tider på Norra skolan under våren.",
    ),
    (
        ExperienceKind.JOINT_TRAINING,
        8,
        "Gemensam övning med polis och räddningstjänst",
        "Brandstationen i Björkmark",
        7,
        "Vi använder olika ord för samma läge. En gemensam lista sparar tid.",
        "Listan finns nu hos beredskapssamordnaren.",
    ),
    (
        ExperienceKind.CONFERENCE,
        13,
        "Länets konferens om uppföljning av handlingsplaner",
        "Norrmark",
        3,
        "Få kommuner kan visa vad deras åtgärder har lett till. De som kan bestämde måtten från början.",
        "Nya aktiviteter får ett mått när de beslutas.",
    ),
    (
        ExperienceKind.STUDY_VISIT,
        15,
        "Mötesplatser för unga i Granfors",
        "Granfors",
        2,
        "Öppna kvällar utan program drar fler än temakvällar.",
        "",
    ),
)
