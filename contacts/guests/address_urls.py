"""Under /samverkan/gast/: what guests have been mailed."""

from django.urls import path

from contacts.guests import address_views

app_name = "guest_address"

urlpatterns = [
    path("<slug:key>/", address_views.meeting, name="meeting"),
    path("<slug:key>/<int:pk>/", address_views.paper, name="paper"),
]
