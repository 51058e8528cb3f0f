"""`/demo/post/`; mounted in the demo and in development only."""

from django.urls import path

from home.mailbox.views import mailbox

urlpatterns = [path("", mailbox, name="demo_mailbox")]
