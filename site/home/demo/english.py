"""The demo's pages in English, each the translation of a Swedish one (named by its address part)."""

from home.demo.blocks import Block, items, notice, steps, text

HOME_TITLE = "Handslag"
NEWS_TITLE, NEWS_SLUG = "News", "news"
NEWS_INTRODUCTION = "<p>Horizon scanning, and what happens in Björkmark's work against violent extremism.</p>"
NEWS: dict[str, tuple[str, str, str, list[Block]]] = {
    "synpunkter-handlingsplan": (
        "Comment on the new action plan",
        "comment-action-plan",
        "The proposal has been sent to committees and partners. You who work for the municipality can comment too.",
        [
            text(
                "The preparatory group has rewritten the sections on schools, leisure and cooperation with faith "
                "communities. Now we want to know whether the plan can be worked by.",
                items(
                    "Do you understand what you are responsible for?",
                    "Is there a commitment that cannot be kept with the means you have?",
                    "Is a situation missing that you often meet?",
                ),
                "Talk to your manager, who gathers your unit's comments.",
            )
        ],
    ),
    "trygghetsvandring-norrbacka": (
        "Safety walk in Norrbacka led to nine improvements",
        "safety-walk-norrbacka",
        "Residents, police and the housing company walked together. The lights by the underpass are mended first.",
        [
            text(
                "The walk went from the square to the sports ground on a rainy Thursday evening. Those who came "
                "pointed out "
                "dark paths, an overgrown short cut and graffiti that had been there too long.",
                "Every measure has a department in charge and a day when it is to be done.",
            )
        ],
    ),
}
GUIDES_TITLE, GUIDES_SLUG = "Guides", "guides"
GUIDES_INTRODUCTION = (
    "<p>What do I do when …? Short guides for you who meet children, adults and associations at work. "
    "You need not be sure to ask for advice.</p>"
)
GUIDES: dict[str, tuple[str, str, str, list[Block]]] = {
    "elev-ritar-symboler": (
        "A pupil draws symbols that worry me",
        "pupil-draws-symbols",
        "A pupil has drawn signs or written numbers that I know from hate groups.",
        [
            text(
                "A symbol can mean a lot or nothing. It may be a way to get attention, something seen in a "
                "game, or a sign "
                "that somebody is drawn to a setting where violence is praised. You will not know until you "
                "have talked."
            ),
            steps(
                "Do this",
                "<b>Talk to the pupil calmly.</b> Ask what the picture means and where it comes from.",
                "<b>Say what holds at our school.</b> Hate against a group has no place here.",
                "<b>Tell the head teacher and the pupil health team the same day.</b>",
                "<b>Report to social services if you suspect that the child comes to harm.</b> School staff "
                "must do so by law.",
            ),
            notice(
                "Never write about a person here",
                "Handslag is no case system. What concerns one person belongs in the social services' own system.",
            ),
        ],
    ),
    "klotter-med-hat": (
        "I find graffiti or stickers with hate",
        "hate-graffiti",
        "On a wall, a bus shelter or in a toilet there is a message against a group of people.",
        [
            text(
                "Hate graffiti is there to make somebody feel unsafe. The shorter it is seen, the less it reaches."
            ),
            steps(
                "Do this",
                "<b>Take a picture with your work telephone</b> that shows the place and no people.",
                "<b>Report it to the property service.</b> They remove hate within a day and a night.",
                "<b>Report it to the police.</b> The report counts in the joint situation assessment.",
            ),
        ],
    ),
    "forening-hotad": (
        "An association or congregation is threatened",
        "association-threatened",
        "A mosque, church, synagogue or association tells us of threats, damage or harassment.",
        [
            text(
                "Those who are targeted shall be met as targeted. It is about their safety and not about their faith."
            ),
            steps(
                "Do this",
                "<b>Ask whether somebody is in danger now.</b> If so, call 112.",
                "<b>Ask them to report to the police</b> and offer to help.",
                "<b>Contact the municipality's coordinator the same day.</b>",
                "<b>Call them again within a week.</b> Silence is read as indifference.",
            ),
        ],
    ),
}
PUBLIC_TITLE, PUBLIC_SLUG = "Information", "information"
PUBLIC_INTRODUCTION = (
    "<p>How the municipality of Björkmark works to prevent violent extremism, and where to "
    "turn if you are worried.</p>"
)
DESCRIPTIONS = {
    "orolig": "What you can do yourself, and whom you can talk to without giving your name.",
    "sa-arbetar-kommunen": "What the municipality does to prevent, with whom, and what it never does.",
}
PUBLIC: dict[str, tuple[str, str, list[Block]]] = {
    "orolig": (
        "If you are worried about somebody",
        "worried",
        [
            text("It is good that you care. You need not be sure to ask."),
            notice("Danger to life: call 112", "Call 112 if somebody is in danger now or has a weapon."),
            steps(
                "What you can do",
                "<b>Stay in touch.</b> Those who have somebody to talk to find it easier to change.",
                "<b>Ask more than you argue.</b> “How did you come to think so?” opens more than “you can't "
                "think that”.",
                "<b>Talk to social services.</b> They give advice, and you need not say who you are or whom it "
                "is about.",
            ),
        ],
    ),
    "sa-arbetar-kommunen": (
        "How the municipality works",
        "how-we-work",
        [
            text(
                "The municipal council has decided on an action plan. It says what the municipality is to do, who is "
                "responsible and how it is followed up.",
                "Schools, social services, leisure, police, region, associations and faith communities work "
                "together in the "
                "crime prevention council.",
                "The municipality keeps no register of opinions or beliefs, and points out no group.",
            )
        ],
    ),
}
STATEMENT_TITLE, STATEMENT_SLUG = "Accessibility statement", "accessibility"
STATEMENT_DESCRIPTION = "How well the site works for everyone, and how to tell us when it does not."
STATEMENT: list[Block] = [
    text(
        "The municipality of Björkmark stands behind this website and wants as many as possible to be able to use it.",
        "<h2>How accessible is it?</h2>",
        "It is built to meet WCAG 2.1 level AA. Nobody from outside has audited it yet, so we do not say that it meets "
        "every requirement.",
        "<h2>Shortcomings that we know of</h2>",
        items(
            "Documents that we link to may lack headings and descriptions of pictures.",
            "Pages in other languages than Swedish and English have menus in Swedish.",
        ),
        "<h2>If something does not work</h2>",
        "Write to the address below and we will answer within a week.",
    )
]
