"""Web pages: from a content system with its menus and notices, and as Word saves them."""

from .layout import Layout

CMS = """<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>Plan - Åsby kommun</title>
<style>p{color:red}</style><script>var x="Kommunen ska";</script></head><body>
<a class="skip-link" href="#main">Hoppa till innehållet</a>
<div id="cookie-banner"><p>Vi använder kakor. Du kan neka.</p></div>
<header role="banner"><a href="/">Åsby kommun</a><nav><ul><li>Start<li>Kontakt</ul></nav></header>
<main id="main"><nav class="breadcrumb"><ol><li>Start</li><li>Planer</li></ol></nav>
<header><h1>Handlingsplan mot våldsbejakande extremism</h1></header>
<p>Antagen av kommunfullmäktige (KF) 2016-04-25, §&nbsp;74</p>
<p class="ingress">Planen visar hur vi arbetar.
<h2>Samarbete</h2><p>Kommunen ska arbeta med <b>alla</b> som vill.<br>Brå bör träffas ofta.</p>
<h3>Kontakt</h3><table><tr><th>Stödlinje<td>020-555 01 02</tr></table>
<h2>Åtgärder</h2><ol><li>Lyssna<li>Lära<ul><li>i skolan<li>på fritiden</ul><li>Följa upp</ol>
<div class="share-buttons"><p>Dela sidan</p></div></main>
<footer><p>Åsby kommun, växel 0555-100 00</p></footer></body></html>"""

FROM_WORD = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1252">
<style><!-- p.MsoNormal {margin:0} --></style></head>
<body lang=SV><div class=WordSection1>
<p class=MsoTitle>Plan mot våldsbejakande extremism</p>
<p class=MsoNormal>Fastställd av kommunstyrelsen den 3 mars 2018 § 41,
dnr KS/2018:112</p>
<p class=MsoToc1>Syfte 2</p>
<h1><![if !supportLists]><span style='mso-list:Ignore'>1<span>&nbsp;&nbsp; </span></span><![endif]>Syfte</h1>
<p class=MsoNormal>Planen ska ge stöd åt
dem som arbetar.</p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span></span><![endif]>Tidiga insatser</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span>Gott samarbete</p>
<h1><span style='mso-list:Ignore'>2<span>&nbsp; </span></span>Ansvar</h1>
<h2><span style='mso-list:Ignore'>2.1<span>&nbsp; </span></span>Nämnder</h2>
<p class=MsoNormal>Nämnderna bör samverka.</p>
</div></body></html>"""

WEB_LAYOUTS = {
    "cms.html": Layout(
        CMS.encode,
        "Handlingsplan mot våldsbejakande extremism",
        [("", "Samarbete", 1), ("", "Kontakt", 2), ("", "Åtgärder", 1)],
        ("kommunfullmäktige", "2016-04-25", "74", None),
        words=[
            "Kommunen ska arbeta med alla som vill.",
            "Stödlinje: 020-555 01 02",
            "1. Lyssna",
            "• i skolan",
            "3. Följa upp",
        ],
        absent=["kakor", "Dela sidan", "Hoppa", "Start", "var x", "0555"],
        commitments=2,
    ),
    "word.htm": Layout(
        lambda: FROM_WORD.encode("cp1252"),
        "Plan mot våldsbejakande extremism",
        [("1", "Syfte", 1), ("2", "Ansvar", 1), ("2.1", "Nämnder", 2)],
        ("kommunstyrelsen", "2018-03-03", "41", "KS/2018:112"),
        words=["Planen ska ge stöd åt dem som arbetar.", "• Tidiga insatser", "• Gott samarbete"],
        absent=["·", "MsoNormal"],
        commitments=2,
    ),
}  # fmt: skip
