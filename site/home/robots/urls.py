"""`/robots.txt`, `/sitemap.xml`, `/favicon.ico`."""

from django.urls import path

from home.robots.views import favicon, robots, sitemap

urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("favicon.ico", favicon, name="favicon"),
]
