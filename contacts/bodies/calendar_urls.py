"""Under /samverkan/kalender/: the page above is one of Wagtail's."""

from django.urls import path

from contacts.bodies import calendar_views

app_name = "body_calendar"

urlpatterns = [
    path("<int:pk>/", calendar_views.address, name="address"),
    path("mote/<int:pk>.ics", calendar_views.meeting_file, name="meeting"),
    path("<slug:key>.ics", calendar_views.feed, name="feed"),
]
