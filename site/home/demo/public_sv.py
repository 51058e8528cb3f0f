"""The public section in Swedish. No telephone number but 112: helplines are shown once somebody has verified them."""

from home.demo.blocks import Block, items, notice, steps, text

TITLE, SLUG = "Information", "information"
INTRODUCTION = (
    "<p>Här berättar Björkmarks kommun hur vi arbetar för att förebygga våldsbejakande extremism, "
    "och vart du kan vända dig om du är orolig.</p>"
)
BODY: list[Block] = [
    text(
        "Våldsbejakande extremism är när någon använder, uppmanar till eller rättfärdigar våld för att nå ett "
        "politiskt "
        "eller religiöst mål. De flesta som har starka åsikter är inte våldsbejakande, och åsikter är fria."
    )
]

WORRIED = "orolig"
HOW_WE_WORK = "sa-arbetar-kommunen"
DESCRIPTIONS = {
    WORRIED: "Vad du kan göra själv, och vem du kan prata med utan att säga ditt namn.",
    HOW_WE_WORK: "Vad kommunen gör för att förebygga, tillsammans med vilka, och vad vi aldrig gör.",
}
PAGES: tuple[tuple[str, str, list[Block]], ...] = (
    (
        "Om du är orolig för någon",
        WORRIED,
        [
            text(
                "Kanske har någon i din närhet blivit arg på ett sätt du inte känner igen, bytt alla sina vänner eller "
                "börjat prata om våld som en lösning. Det är bra att du bryr dig. Du behöver inte vara säker "
                "för att fråga."
            ),
            notice(
                "Vid fara för liv: ring 112",
                "Ring 112 om någon är i fara nu, om någon har vapen eller om du tror att ett våldsbrott är på "
                "väg att ske.",
            ),
            steps(
                "Det här kan du göra",
                "<b>Håll kontakten.</b> Den som har någon kvar att prata med har lättare att ändra sig. Prata "
                "om annat än "
                "åsikterna också.",
                "<b>Fråga mer än du säger emot.</b> ”Hur kom du fram till det?” öppnar mer än ”så kan du inte tycka”.",
                "<b>Prata med någon som kan.</b> Socialtjänsten i kommunen ger råd, och du behöver inte säga vem du är "
                "eller vem det gäller.",
                "<b>Är det ett barn?</b> Skolans elevhälsa kan hjälpa till. Du kan också göra en orosanmälan.",
            ),
            text(
                "<h2>Det händer när du hör av dig</h2>",
                items(
                    "Du får prata med en socialsekreterare som lyssnar och ställer frågor.",
                    "Ni kommer överens om vad som kan hända sedan. Ofta räcker råd.",
                    "Om det gäller ett barn som far illa måste socialtjänsten ta reda på mer.",
                ),
                "<h2>Stödlinjer</h2>",
                "Kommunen visar bara nummer som någon har ringt och kontrollerat. De står under Stödlinjer, längst ned "
                "på varje sida.",
            ),
        ],
    ),
    (
        "Så arbetar kommunen",
        HOW_WE_WORK,
        [
            text(
                "Kommunfullmäktige har beslutat om en handlingsplan. Den säger vad kommunen ska göra, vem som "
                "ansvarar och "
                "hur det följs upp.",
                "<h2>Vi förebygger tillsammans</h2>",
                "Skola, socialtjänst, fritid, polis, region, föreningar och trossamfund arbetar tillsammans i "
                "brottsförebyggande rådet. Rådet träffas minst fyra gånger om året.",
                "<h2>Vi arbetar på tre sätt</h2>",
                items(
                    "<b>För alla:</b> en trygg skola, en fritid som är öppen för alla och vuxna som lyssnar.",
                    "<b>För dem som riskerar att dras in:</b> stöd till den unge och familjen, tidigt.",
                    "<b>För dem som vill lämna:</b> hjälp att hitta bostad, arbete och nya vänner.",
                ),
                "<h2>Det här gör vi inte</h2>",
                "Kommunen för inga register över åsikter eller tro. Vi pekar inte ut någon grupp. Den som söker "
                "stöd gör "
                "det i förtroende.",
            )
        ],
    ),
)

STATEMENT_TITLE, STATEMENT_SLUG = "Tillgänglighetsredogörelse", "tillganglighet"
STATEMENT_DESCRIPTION = "Hur väl webbplatsen fungerar för alla, och hur du säger till när den inte gör det."
STATEMENT: list[Block] = [
    text(
        "Björkmarks kommun står bakom den här webbplatsen. Vi vill att så många som möjligt ska kunna använda den. Här "
        "berättar vi hur väl den uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister vi "
        "känner till och hur du säger till när något inte fungerar.",
        "<h2>Hur tillgänglig är webbplatsen?</h2>",
        "Webbplatsen är byggd för att uppfylla WCAG 2.1 på nivå AA. Den har ännu inte granskats av någon "
        "utomstående, så "
        "vi säger inte att den uppfyller alla krav.",
        "<h2>Så har vi kontrollerat</h2>",
        items(
            "Varje sidmall prövas automatiskt mot WCAG 2.2 på nivå AA när något ändras.",
            "Sidorna har prövats i 320 punkters bredd, med mörka färger och utskrivna.",
            "Ingen har ännu prövat dem med skärmläsare tillsammans med oss. Det är nästa steg.",
        ),
        "<h2>Brister som vi känner till</h2>",
        items(
            "Dokument som vi länkar till, till exempel äldre protokoll i pdf, kan sakna rubriker och "
            "bildbeskrivningar.",
            "Sidor på andra språk än svenska och engelska har menyer på svenska.",
        ),
        "<h2>Om något inte fungerar</h2>",
        "Skriv till oss på adressen nedan, så svarar vi inom en vecka. Berätta vilken sida det gäller och vad du ville "
        "göra. Om du behöver innehållet på ett annat sätt, till exempel uppläst, ordnar vi det.",
        "<h2>Om du inte är nöjd med vårt svar</h2>",
        "Myndigheten för digital förvaltning har tillsyn över lagen. Du kan anmäla brister till dem på digg.se.",
    )
]
CONTACT = "tillganglighet@bjorkmark.test"
