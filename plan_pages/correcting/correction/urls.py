"""Under /handlingsplan/ratta/."""

from django.urls import path

from plan_pages.correcting.correction import views

app_name = "corrections"

urlpatterns = [
    path("", views.start, name="start"),
    path("<int:pk>/", views.one, name="one"),
]
