"""Under /handlingsplan/aktualitet/."""

from django.urls import path

from plan_pages.correcting.currency import views

app_name = "currency"

urlpatterns = [path("", views.review, name="review")]
