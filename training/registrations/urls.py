"""Under /utbildning/: one's registrations, and what organisers and managers do with them."""

from django.urls import path

from training.registrations import attendance_views, link_views, unit_views, views
from training.registrations.certificate.views import certificate_pdf
from training.registrations.evaluations.views import evaluate

app_name = "registrations"

urlpatterns = [
    path("tillfalle/<int:pk>/anmal/", views.register, name="register"),
    path("tillfalle/<int:pk>/narvaro/", attendance_views.attendance, name="attendance"),
    path("tillfalle/<int:pk>/utvardering/", evaluate, name="evaluate"),
    path("mina/", views.mine, name="mine"),
    path("enhet/", unit_views.units, name="units"),
    path("avboka/<slug:key>/", link_views.link, name="link"),
    path("intyg/<int:pk>.pdf", certificate_pdf, name="certificate"),
]
