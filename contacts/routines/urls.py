"""Under /samverkan/rutiner/: the page above is one of Wagtail's."""

from django.urls import path

from contacts.routines import run_views, views

app_name = "routines"

urlpatterns = [
    path("organ/<int:pk>/", views.of_body, name="of_body"),
    path("<int:pk>/borja/", views.begin, name="begin"),
    path("omgang/<int:pk>/", run_views.run, name="run"),
]
