"""`/utbildning/kompetens/`"""

from django.urls import path

from training.competence import views

app_name = "competence"

urlpatterns = [
    path("", views.own, name="own"),
    path("enheter/", views.units, name="units"),
    path("bekrafta/", views.confirm, name="confirm"),
    path("<int:pk>/ta-bort/", views.take_away, name="take_away"),
]
