"""Under /handlingsplan/historia/; the two files stand beside it (`file_urls`)."""

from django.urls import path

from plan_pages.chronicle import views

urlpatterns = [
    path("", views.history_page, name="plan_history"),
    # What somebody gets who adds the ending to the address of the page.
    path(".json", views.as_json, name="plan_history_page_and_json"),
    path(".pdf", views.as_pdf, name="plan_history_page_and_pdf"),
    path("schema/<int:version>.json", views.schema, name="plan_history_schema"),
]
