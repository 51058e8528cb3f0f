"""`/en/contacts/`, the address of the page in English."""

from django.urls import path

from contacts.directory import views

urlpatterns = [path("", views.directory, name="contacts_list_in_english")]
