"""What the start page's app brings: its panels, menu entries and the demo's pages."""

from django.utils.translation import gettext_lazy as _

from handslag.demo import DemoContent, demo_content
from handslag.navigation.entries import MenuEntry, footer_menu, for_everyone
from home.demo import load_pages
from home.public.accessibility import accessibility_address

footer_menu.register(
    MenuEntry("accessibility", _("Accessibility statement"), accessibility_address, shown_to=for_everyone)
)
demo_content.register(DemoContent("pages", load_pages, order=10))
