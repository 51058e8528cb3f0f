"""Addresses of pictures (the documents' are in config.urls, under Wagtail's name for them)."""

from django.urls import path

from media.addresses import PUBLIC_PREFIX
from media.views import serve_image

urlpatterns = [
    path(f"{PUBLIC_PREFIX}<path:name>", serve_image, {"public": True}, name="public_image"),
    path("<path:name>", serve_image, name="image"),
]
