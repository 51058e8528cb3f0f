"""Under /beslut/."""

from django.urls import path

from plan_pages.deciding import (
    amending,
    opining,
    pack,
    preparing,
    proposals,
    recording,
    referral,
    referral_body,
    referral_pdf,
    referral_reply,
    views,
)

app_name = "decisions"

urlpatterns = [
    path("", views.matters, name="matters"),
    path("forbered/", preparing.prepare, name="prepare"),
    path("forbered/<slug:address>/", preparing.prepare, name="prepare"),
    path("<int:pk>/", views.matter, name="matter"),
    path("<int:pk>/text/", views.text, name="text"),
    path("forslag/", proposals.proposals, name="proposals"),
    path("forslag/<int:pk>/", proposals.proposal, name="proposal"),
    path("<int:pk>/beslut/", recording.record, name="record"),
    path("<int:pk>/andringar/", amending.amend, name="amend"),
    path("<int:pk>/standpunkt/", opining.opine, name="opine"),
    path("<int:pk>/beslutsunderlag.pdf", pack.pack, name="pack"),
    path("<int:pk>/remiss/", referral.referral, name="referral"),
    path("<int:pk>/remiss/remiss.pdf", referral_pdf.pdf, name="referral_pdf"),
    path("<int:pk>/remiss/<int:body_pk>/", referral_body.body, name="referral_body"),
    path("<int:pk>/remiss/<int:body_pk>/svar/", referral_reply.reply, name="referral_reply"),
    path("<int:pk>/remiss/<int:body_pk>/svar/fil/", referral_reply.file, name="referral_file"),
]
