"""`/utbildning/erfarenheter/`"""

from django.urls import path

from training.experiences import views

app_name = "experiences"

urlpatterns = [
    path("", views.all_of_them, name="list"),
    path("ny/", views.add, name="add"),
    path("<int:pk>/", views.change, name="change"),
    path("<int:pk>/ta-bort/", views.remove, name="remove"),
]
