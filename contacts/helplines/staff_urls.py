"""Under /kontakter/stodlinjer/, for people with an account."""

from django.urls import path

from contacts.helplines import views

urlpatterns = [path("", views.staff_list, name="helplines_for_staff")]
