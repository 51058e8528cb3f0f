"""Under /samverkan/gaster/: the page above is one of Wagtail's."""

from django.urls import path

from contacts.guests.views import guests

app_name = "guests"

urlpatterns = [path("<int:pk>/", guests, name="meeting")]
