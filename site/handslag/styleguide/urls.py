"""/stil/: what the house is built of, for those who work on it."""

from django.urls import path

from handslag.styleguide.views import sample_form, styleguide

urlpatterns = [
    path("", styleguide, name="styleguide"),
    path("formular/", sample_form, name="styleguide_form"),
]
