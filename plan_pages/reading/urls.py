"""The plan's addresses (design §7); they come before Wagtail's pages, so no slug can shadow them."""

from django.urls import path, register_converter

from plan_pages.reading import comparing, converters, exports, proposing, responsibility, views
from plan_pages.registration.views import registration

app_name = "plan"

register_converter(converters.NumberConverter, "edition")
register_converter(converters.DayConverter, "day")

urlpatterns = [
    path("", views.in_force, name="in_force"),
    path("utgavor/", views.editions, name="editions"),
    path("utgavor/<edition:number>/", views.edition, name="edition"),
    path("utgavor/<edition:number>.pdf", exports.pdf, name="pdf"),
    path("utgavor/<edition:number>.json", exports.as_json, name="json"),
    # What somebody gets who adds the ending to the address of the page.
    path("utgavor/<edition:number>/.pdf", exports.pdf, name="page_and_pdf"),
    path("utgavor/<edition:number>/.json", exports.as_json, name="page_and_json"),
    path("jamfor/<edition:before>/<edition:after>/", comparing.compare_editions, name="compare"),
    path("jamfor/", comparing.choose, name="choose_comparison"),
    path("den/<day:day>/", views.on_day, name="on_day"),
    path("ansvar/", responsibility.responsibilities, name="responsibilities"),
    path("foresla/", proposing.propose_change, name="propose"),
    path("foresla/<slug:section>/", proposing.propose_change, name="propose_section"),
    path("forslag/", proposing.own_proposals, name="own_proposals"),
    path("forslag/<int:pk>/", proposing.own_proposal, name="own_proposal"),
    path("registrera/<int:pk>/", registration, name="registration"),
    path("schema/<int:version>.json", exports.schema, name="schema"),
]
