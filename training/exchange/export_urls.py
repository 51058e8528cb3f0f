"""`/utbildning/export/`"""

from django.urls import path

from training.exchange import views

app_name = "training_export"

urlpatterns = [path("<slug:what>.<slug:ending>", views.export, name="list")]
