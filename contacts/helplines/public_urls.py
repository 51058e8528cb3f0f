"""Under /information/, beside the pages of the public section; open to everyone."""

from django.urls import path

from contacts.helplines import addresses, feed, views

app_name = "helplines"

urlpatterns = [
    path(addresses.LIST, views.public_list, name="public"),
    path(addresses.SHEET, views.sheet, name="sheet"),
    path(addresses.FEED, feed.as_json, name="feed"),
    path(addresses.SCHEMA, feed.schema, name="schema"),
]
