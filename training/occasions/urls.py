"""`/utbildning/`: what stands beside the catalogue's courses; the list itself is a page of Wagtail's."""

from django.urls import path

from training.occasions import calendar_views, organise_views, views

app_name = "training"

urlpatterns = [
    path("tillfalle/<int:pk>/", views.occasion, name="occasion"),
    path("tillfalle/<int:pk>/kalender.ics", calendar_views.occasion_file, name="occasion_calendar"),
    path("kalender/", calendar_views.own_calendar, name="own_calendar"),
    path("kalender/<slug:key>.ics", calendar_views.feed, name="feed"),
    path("ordna/", organise_views.organise, name="organise"),
    path("ordna/<int:pk>/", organise_views.organise_one, name="organise_one"),
]
