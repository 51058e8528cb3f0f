"""News of the fictional municipality: how many days ago, title, address part, summary, text."""

from home.demo.blocks import Block, items, notice, text

TITLE, SLUG = "Nyheter", "nyheter"
INTRODUCTION = (
    "<p>Omvärldsbevakning och det som händer i arbetet mot våldsbejakande extremism i Björkmark.</p>"
)

NEWS: tuple[tuple[int, str, str, str, list[Block]], ...] = (
    (
        2,
        "Lämna synpunkter på den nya handlingsplanen",
        "synpunkter-handlingsplan",
        "Förslaget går på remiss till nämnderna och våra samverkansparter. Du som arbetar i kommunen kan också "
        "tycka till.",
        [
            text(
                "Beredningsgruppen har skrivit om avsnitten om skola, fritid och samverkan med trossamfund. Nu "
                "vill vi veta "
                "om planen går att arbeta efter.",
                "<h2>Det här vill vi veta</h2>",
                items(
                    "Förstår du vad som är ditt ansvar?",
                    "Är det något åtagande som inte går att hålla med de resurser ni har?",
                    "Saknas en situation som du möter ofta?",
                ),
                "Prata med din chef, som samlar enhetens synpunkter till remissvaret.",
            )
        ],
    ),
    (
        6,
        "Fler unga dras in i slutna chattgrupper",
        "slutna-chattgrupper",
        "Nationella rapporter beskriver hur våld görs till tävling i slutna grupper. Så kan du som vuxen märka det.",
        [
            text(
                "Grupperna har sällan en genomtänkt ideologi. De blandar humor, hat och filmer av våld, och den "
                "som går "
                "längst får mest uppmärksamhet. Många som dras in är yngre än femton år.",
                "<h2>Tecken att ta på allvar</h2>",
                items(
                    "Den unge sover dåligt och är rädd att bli av med sin telefon.",
                    "Skämten handlar allt oftare om att människor ska dö.",
                    "Den unge pratar om uppdrag, poäng eller nivåer utan att det handlar om ett spel.",
                ),
            ),
            notice(
                "Inget av detta är ett bevis",
                "Fråga, lyssna och ta hjälp av elevhälsan. Guiderna visar hur du börjar.",
            ),
        ],
    ),
    (
        11,
        "Utbildning i svåra samtal: nya platser i vår",
        "utbildning-svara-samtal",
        "Två halvdagar om att hålla kontakten med den som är på väg bort. För dig i skola, fritid och socialtjänst.",
        [
            text(
                "Du övar på riktiga samtalssituationer i små grupper, med handledare från länets gemensamma "
                "utbildning. "
                "Efter kursen får du en handledningsträff.",
                "Varje enhet ska ha någon som kan både ämnet och samtalsmetoden. I utbildningskatalogen ser du vad som "
                "finns just nu.",
            )
        ],
    ),
    (
        19,
        "Trygghetsvandring i Norrbacka gav nio förbättringar",
        "trygghetsvandring-norrbacka",
        "Boende, polis och fastighetsbolaget gick tillsammans. Belysningen vid gångtunneln lagas först.",
        [
            text(
                "Vandringen gick från torget till idrottsplatsen en torsdagskväll i regn. Deltagarna pekade ut mörka "
                "gångvägar, en buskig genväg och klotter som suttit kvar för länge.",
                "Alla åtgärder har en ansvarig förvaltning och en dag då de ska vara klara. Brottsförebyggande "
                "rådet följer "
                "upp vid nästa möte.",
            )
        ],
    ),
    (
        33,
        "Interreligiösa rådet träffades i Björkmarks bibliotek",
        "interreligiosa-radet",
        "Fem trossamfund och kommunen talade om trygghet vid högtider och om hur skolan frågar om ledighet.",
        [
            text(
                "Rådet möts fyra gånger om året. Den här gången ville samfunden veta vem man ringer när något "
                "händer en "
                "helgkväll, och svaret fick inte plats på en lapp. Nu gör samordnaren ett kort att sätta upp "
                "vid telefonen.",
                "Nästa möte handlar om hur kommunen berättar när ett samfund har utsatts för brott.",
            )
        ],
    ),
    (
        58,
        "Så används lägesbilden när åtgärder väljs",
        "sa-anvands-lagesbilden",
        "En lägesbild är ingen rapport att ställa i hyllan. Den avgör vad vi gör, och vad vi slutar göra.",
        [
            text(
                "Lägesbilden uppdateras minst vartannat år. Polisen bidrar med sin bild, skola och fritid med sin, och "
                "civilsamhället med det som ingen av oss ser.",
                "Varje åtgärd i aktivitetsplanen pekar på den del av lägesbilden som den svarar på. Ändras "
                "bilden ser vi "
                "vilka åtgärder som vilar på gammal grund.",
            )
        ],
    ),
)
