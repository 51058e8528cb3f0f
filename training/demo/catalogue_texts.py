"""The courses of the demo, all of them made up."""

from dataclasses import dataclass, field

from training.catalogue.kinds import CourseKind, OrganiserLevel


@dataclass(frozen=True)
class CourseText:
    """What is said of a course in one language."""

    title: str
    slug: str
    summary: str
    audience: str
    aims: str
    method: str = ""
    prior_knowledge: str = ""


@dataclass(frozen=True)
class DemoCourse:
    """`links`: title and address of materials; names under .example never exist."""

    key: str
    kind: CourseKind
    level: OrganiserLevel
    sv: CourseText
    en: CourseText | None = None
    valid_months: int | None = None
    replaced_by: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)


WORKING = "https://utbildning.example/handbok"
BROKEN = "https://utbildning.example/gammal-film"

BASIC = DemoCourse(
    "basic",
    CourseKind.KNOWLEDGE,
    OrganiserLevel.MUNICIPALITY,
    CourseText(
        "Grundkurs om våldsbejakande extremism",
        "grundkurs",
        "Vad våldsbejakande extremism är, vad vi ser i kommunen och vart du vänder dig.",
        "Alla som möter barn, unga eller vuxna i sitt arbete",
        "<p>Efter kursen kan du skilja oro från misstanke, och du vet vart du vänder dig.</p>",
        "<p>En föreläsning, två fall i små grupper och ett besök av konsultationsforumet.</p>",
    ),
    CourseText(
        "Introduction to violent extremism",
        "introduction",
        "What violent extremism is, what we see in the municipality and where to turn.",
        "Everyone who meets children, young people or adults at work",
        "<p>After the course you can tell worry from suspicion, and you know where to turn.</p>",
        "<p>A lecture, two cases in small groups and a visit by the consultation forum.</p>",
    ),
    valid_months=24,
    links=[("Handbok för deltagare", WORKING), ("Film om rekrytering", BROKEN)],
)
TALKING = DemoCourse(
    "talking",
    CourseKind.CONVERSATION_METHOD,
    OrganiserLevel.MUNICIPALITY,
    CourseText(
        "Samtal med den som är på väg in",
        "samtalsmetod",
        "Öva samtal som håller dörren öppen.",
        "Elevhälsa, socialtjänst, fritidsledare och lärare",
        "<p>Efter kursen kan du leda ett samtal utan att döma och utan att lova för mycket.</p>",
        "<p>Rollspel i små grupper med handledare.</p>",
        prior_knowledge="Grundkursen eller motsvarande",
    ),
    CourseText(
        "Talking with somebody on the way in",
        "conversation-method",
        "Practise conversations that keep the door open.",
        "School health, social services, leisure leaders and teachers",
        "<p>After the course you can lead a conversation without judging and without promising too much.</p>",
        prior_knowledge="The introduction, or the like",
    ),
    valid_months=36,
)
COUNTY = DemoCourse(
    "county",
    CourseKind.JOINT_TRAINING,
    OrganiserLevel.COUNTY,
    CourseText(
        "Länsdag om lokala lägesbilder",
        "lansdag",
        "Kommunerna i länet jämför hur de gör sina lägesbilder.",
        "Samordnare, säkerhet, skola och socialtjänst i länet",
        "<p>Efter dagen vet du hur grannkommunerna arbetar och vad ni kan göra tillsammans.</p>",
    ),
)
VISIT = DemoCourse(
    "visit",
    CourseKind.STUDY_VISIT,
    OrganiserLevel.NEIGHBOURS,
    CourseText(
        "Studiebesök hos en avhopparverksamhet",
        "studiebesok",
        "Hur stödet till den som vill lämna fungerar.",
        "Konsultationsforum och socialtjänst",
        "<p>Efter besöket kan du beskriva stödet för den som frågar.</p>",
    ),
)
CONFERENCE = DemoCourse(
    "conference",
    CourseKind.CONFERENCE,
    OrganiserLevel.NATIONAL,
    CourseText(
        "Nationell konferens om förebyggande arbete",
        "nationell-konferens",
        "Två dagar med forskning och erfarenheter från andra kommuner.",
        "Konsultationsforum",
        "<p>Efter konferensen berättar deltagarna för forumet vad de tar med sig.</p>",
    ),
)
ONLINE = DemoCourse(
    "online",
    CourseKind.KNOWLEDGE,
    OrganiserLevel.MUNICIPALITY,
    CourseText(
        "Extremism på nätet",
        "extremism-pa-natet",
        "Hur unga möter propaganda, och hur vuxna kan fråga.",
        "Lärare och fritidsledare",
        "<p>Efter kursen känner du igen vanliga uttryck och kan fråga utan att skrämma.</p>",
    ),
    valid_months=24,
)
OLD = DemoCourse(
    "old",
    CourseKind.KNOWLEDGE,
    OrganiserLevel.MUNICIPALITY,
    CourseText(
        "Introduktion 2020",
        "introduktion-2020",
        "Den tidigare grundkursen.",
        "Alla",
        "<p>Ersatt av grundkursen.</p>",
    ),
    replaced_by="basic",
)
COURSES = (BASIC, TALKING, COUNTY, VISIT, CONFERENCE, ONLINE, OLD)


@dataclass(frozen=True)
class DemoOccasion:
    """`days`: counted from today, each with hours from nine. `capacity` 2: soon full."""

    course: str
    days: tuple[int, ...]
    capacity: int = 20
    place: str = "Kommunhuset, sal Granen"
    link: str = ""
    cancelled_because: str = ""
    is_draft: bool = False


OCCASIONS = (
    DemoOccasion("basic", (-380,)),
    DemoOccasion("basic", (-200,)),
    DemoOccasion("basic", (-40,)),
    DemoOccasion("basic", (20, 27), capacity=16),
    DemoOccasion("basic", (33,), cancelled_because="Föreläsaren har fått förhinder."),
    DemoOccasion("talking", (-120, -113), capacity=12),
    DemoOccasion("talking", (12,), capacity=2, place="Fritidsgården Norrby"),
    DemoOccasion("county", (48,), capacity=60, place="", link="https://mote.example/lansdag"),
    DemoOccasion("visit", (-60,), capacity=8, place="Norrmark"),
    DemoOccasion("conference", (70, 71), capacity=4, place="Storstad", is_draft=True),
)
