"""`/utbildning/behov/`"""

from django.urls import path

from training.needs import views

app_name = "needs"

urlpatterns = [
    path("", views.all_of_them, name="list"),
    path("nytt/", views.add, name="add"),
    path("<int:pk>/", views.one, name="answer"),
]
