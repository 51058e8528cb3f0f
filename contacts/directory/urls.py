"""`/kontakter/`: the list in place of the directory's page, and what stands below it."""

from django.urls import path

from contacts.directory import coverage, views
from contacts.exchange import views as exchange

app_name = "contacts"

urlpatterns = [
    path("", views.directory, name="list"),
    path("organisation/<int:pk>/", views.organisation, name="organisation"),
    path("organisation/<int:pk>.vcf", views.organisation_card, name="organisation_card"),
    path("funktion/<int:pk>.vcf", views.function_card, name="function_card"),
    path("tackning/", coverage.coverage, name="coverage"),
    path("importera/", exchange.import_file, name="import"),
    path("exportera.csv", exchange.export_csv, name="export_csv"),
    path("exportera.xlsx", exchange.export_xlsx, name="export_xlsx"),
]
