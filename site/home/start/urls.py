"""`/att-gora/`."""

from django.urls import path

from home.start.waiting import all_waiting

urlpatterns = [path("", all_waiting, name="waiting")]
