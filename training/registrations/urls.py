"""Under /utbildning/: one's registrations, and what organisers and managers do with them."""

from django.urls import path

from training.registrations import link_views, views

app_name = "registrations"

urlpatterns = [
    path("tillfalle/<int:pk>/anmal/", views.register, name="register"),
    path("mina/", views.mine, name="mine"),
    path("avboka/<slug:key>/", link_views.link, name="link"),
]
