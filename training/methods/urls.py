"""`/utbildning/metoder/`"""

from django.urls import path

from training.methods import views

app_name = "methods"

urlpatterns = [
    path("", views.all_of_them, name="list"),
    path("ny/", views.add, name="add"),
    path("<int:pk>/", views.one, name="method"),
    path("<int:pk>/andra/", views.change, name="change"),
    path("<int:pk>/granska/", views.review, name="review"),
]
