"""Under /remiss/: for bodies without an account."""

from django.urls import path

from plan_pages.deciding import reading_address

app_name = "referral"

urlpatterns = [
    path("<str:key>/", reading_address.read, name="read"),
    path("<str:key>/remiss.pdf", reading_address.pdf, name="pdf"),
]
