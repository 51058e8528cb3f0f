"""/handlingsplan/historia.json and .pdf, named as an edition's files are: beside their page and not under it."""

from django.urls import path

from plan_pages.chronicle import views

urlpatterns = [
    path("json", views.as_json, name="plan_history_json"),
    path("pdf", views.as_pdf, name="plan_history_pdf"),
]
