"""`/utbildning/import/`"""

from django.urls import path

from training.exchange import views

app_name = "training_import"

urlpatterns = [path("", views.import_file, name="file")]
