"""`/vagledning/`: asking the consultation forum, and its queue."""

from django.urls import path

from contacts.guidance import queue, views
from contacts.guidance.statistics import views as statistics

app_name = "guidance"

urlpatterns = [
    path("", views.start, name="start"),
    path("ko/", queue.queue, name="queue"),
    path("statistik/", statistics.statistics, name="statistics"),
    path("statistik.csv", statistics.as_csv, name="statistics_csv"),
    path("statistik.xlsx", statistics.as_xlsx, name="statistics_xlsx"),
    path("<int:number>/", views.one, name="request"),
]
