"""`/granskning/`: what auditors read."""

from django.urls import path

from handslag.access.read_log import views

urlpatterns = [
    path("lasning/", views.read_log, name="read_log"),
    path("lasning.csv", views.as_csv, name="read_log_csv"),
    path("lasning.xlsx", views.as_xlsx, name="read_log_xlsx"),
]
