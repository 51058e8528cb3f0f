"""English words for one of the demo's helplines, by the road that translators take.

Imported only where wagtail-localize is installed (`contributions`).
"""

from typing import Final

from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from contacts.helplines.helpline import Helpline
from contacts.helplines.words.keeping import keep
from handslag import clock

ENGLISH: Final = {
    "audience": "For you who worry that somebody close to you is drawn to violent extremism.",
    "hours": "Weekdays 9 am to 4 pm",
    "languages": "Swedish, English, Arabic",
    "anonymity": "You need not say who you are",
    "cost": "Costs as much as an ordinary call",
}


def translate_one() -> None:
    """The first line; the others show what a line is like that nobody has translated. Once."""
    locale, line = Locale.objects.filter(language_code="en").first(), Helpline.objects.first()
    words = keep(line) if line else None
    if locale is None or words is None or words.get_translations().exists():
        return
    translate_object(words, [locale])
    translation = Translation.objects.get(source__object_id=words.translation_key, target_locale=locale)
    for segment in StringSegment.objects.filter(source=translation.source).select_related("context"):
        StringTranslation.objects.create(
            translation_of_id=segment.string_id,
            context=segment.context,
            locale=locale,
            data=ENGLISH[segment.context.path],
            updated_at=clock.now(),
        )
    translation.save_target()
