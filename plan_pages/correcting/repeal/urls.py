"""Under /handlingsplan/upphav/."""

from django.urls import path

from plan_pages.correcting.repeal import views

app_name = "repeals"

urlpatterns = [
    path("", views.start, name="start"),
    path("<int:pk>/", views.one, name="one"),
]
