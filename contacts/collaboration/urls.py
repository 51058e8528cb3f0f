"""Under /samverkan/fragor/: the page above is one of Wagtail's."""

from django.urls import path

from contacts.collaboration.questions import questions

app_name = "questions"

urlpatterns = [path("", questions, name="all")]
