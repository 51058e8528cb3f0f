import datetime

from django.conf import settings
from django.db import migrations, models

import handslag.clock
import handslag.sensible_days


FIRST, LAST = datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)


def mend_days(apps, schema_editor):
    """Years typed wrongly, and questions answered before they were asked; by the rows, for such days cannot be read."""
    Body, Meeting, Question = (
        apps.get_model("contacts", name) for name in ("BodyPage", "MeetingPage", "OpenQuestion")
    )
    for field in ("mandate_from", "mandate_until"):
        _outside(Body, field).update(**{field: None})
    _outside(Meeting, "ends_at", _midnight).update(ends_at=None)
    Meeting.objects.filter(starts_at__lt=_midnight(FIRST)).update(starts_at=_midnight(FIRST))
    Meeting.objects.filter(starts_at__gt=_midnight(LAST)).update(starts_at=_midnight(LAST), ends_at=None)
    Question.objects.filter(asked_on__lt=FIRST).update(asked_on=FIRST)
    Question.objects.filter(asked_on__gt=LAST).update(asked_on=LAST)
    for field in ("answered_on", "revisit_on", "closed_on"):
        _outside(Question, field).exclude(**{field: None}).update(**{field: models.F("asked_on")})
    Question.objects.filter(answered_on__lt=models.F("asked_on")).update(asked_on=models.F("answered_on"))
    Question.objects.filter(revisit_on__lt=models.F("asked_on")).update(revisit_on=models.F("asked_on"))
    for field in ("revisit_on", "closed_on"):
        before = Question.objects.filter(**{f"{field}__lt": models.F("answered_on")})
        before.update(**{field: models.F("answered_on")})


def _outside(model, field, at=lambda day: day):
    return model.objects.filter(
        models.Q(**{f"{field}__lt": at(FIRST)}) | models.Q(**{f"{field}__gt": at(LAST)})
    )


def _midnight(day):
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


class Migration(migrations.Migration):

    dependencies = [
        ('contacts', '0013_former_helplines'),
        ('handslag', '0004_search_document_shown_until'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='bodypage',
            name='mandate_from',
            field=models.DateField(blank=True, null=True, validators=[handslag.sensible_days.validate_sensible], verbose_name='mandate from'),
        ),
        migrations.AlterField(
            model_name='bodypage',
            name='mandate_until',
            field=models.DateField(blank=True, null=True, validators=[handslag.sensible_days.validate_sensible], verbose_name='mandate until'),
        ),
        migrations.AlterField(
            model_name='contactperson',
            name='agreed_on',
            field=models.DateField(validators=[handslag.sensible_days.validate_sensible, handslag.sensible_days.validate_not_ahead], verbose_name='agreed to be listed on'),
        ),
        migrations.AlterField(
            model_name='meetingpage',
            name='ends_at',
            field=models.DateTimeField(blank=True, null=True, validators=[handslag.sensible_days.validate_sensible], verbose_name='ends'),
        ),
        migrations.AlterField(
            model_name='meetingpage',
            name='starts_at',
            field=models.DateTimeField(validators=[handslag.sensible_days.validate_sensible], verbose_name='begins'),
        ),
        migrations.AlterField(
            model_name='openquestion',
            name='answered_on',
            field=models.DateField(blank=True, null=True, validators=[handslag.sensible_days.validate_sensible, handslag.sensible_days.validate_not_ahead], verbose_name='answered on'),
        ),
        migrations.AlterField(
            model_name='openquestion',
            name='asked_on',
            field=models.DateField(default=handslag.clock.today, validators=[handslag.sensible_days.validate_sensible, handslag.sensible_days.validate_not_ahead], verbose_name='asked on'),
        ),
        migrations.AlterField(
            model_name='openquestion',
            name='closed_on',
            field=models.DateField(blank=True, help_text='Until then the question stays on the list.', null=True, validators=[handslag.sensible_days.validate_sensible], verbose_name='closed on'),
        ),
        migrations.AlterField(
            model_name='openquestion',
            name='revisit_on',
            field=models.DateField(blank=True, null=True, validators=[handslag.sensible_days.validate_sensible], verbose_name='to be asked again on'),
        ),
        migrations.RunPython(mend_days, migrations.RunPython.noop, elidable=True),
        migrations.AddConstraint(
            model_name='bodypage',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('mandate_from__gte', datetime.date(1900, 1, 1)), ('mandate_from__lte', datetime.date(2199, 12, 31))), ('mandate_from', None), _connector='OR'), models.Q(models.Q(('mandate_until__gte', datetime.date(1900, 1, 1)), ('mandate_until__lte', datetime.date(2199, 12, 31))), ('mandate_until', None), _connector='OR')), name='body_mandate_on_sensible_days'),
        ),
        migrations.AddConstraint(
            model_name='meetingpage',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('starts_at__gte', datetime.datetime(1899, 12, 31, 0, 0, tzinfo=datetime.timezone.utc)), ('starts_at__lte', datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.timezone.utc))), ('starts_at', None), _connector='OR'), models.Q(models.Q(('ends_at__gte', datetime.datetime(1899, 12, 31, 0, 0, tzinfo=datetime.timezone.utc)), ('ends_at__lte', datetime.datetime(2200, 1, 1, 0, 0, tzinfo=datetime.timezone.utc))), ('ends_at', None), _connector='OR')), name='meeting_on_sensible_days'),
        ),
        migrations.AddConstraint(
            model_name='openquestion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('asked_on__gte', datetime.date(1900, 1, 1)), ('asked_on__lte', datetime.date(2199, 12, 31))), ('asked_on', None), _connector='OR'), models.Q(models.Q(('answered_on__gte', datetime.date(1900, 1, 1)), ('answered_on__lte', datetime.date(2199, 12, 31))), ('answered_on', None), _connector='OR'), models.Q(models.Q(('revisit_on__gte', datetime.date(1900, 1, 1)), ('revisit_on__lte', datetime.date(2199, 12, 31))), ('revisit_on', None), _connector='OR'), models.Q(models.Q(('closed_on__gte', datetime.date(1900, 1, 1)), ('closed_on__lte', datetime.date(2199, 12, 31))), ('closed_on', None), _connector='OR')), name='question_on_sensible_days'),
        ),
        migrations.AddConstraint(
            model_name='openquestion',
            constraint=models.CheckConstraint(condition=models.Q(('answered_on', None), ('answered_on__gte', models.F('asked_on')), _connector='OR'), name='question_is_asked_before_answered', violation_error_message="The answer's day lies before the day the question was asked."),
        ),
        migrations.AddConstraint(
            model_name='openquestion',
            constraint=models.CheckConstraint(condition=models.Q(('revisit_on', None), models.Q(('revisit_on__gte', models.F('asked_on')), models.Q(('answered_on', None), ('revisit_on__gte', models.F('answered_on')), _connector='OR')), _connector='OR'), name='question_is_asked_again_after', violation_error_message='The day to ask again lies before the question or its answer.'),
        ),
        migrations.AddConstraint(
            model_name='openquestion',
            constraint=models.CheckConstraint(condition=models.Q(('closed_on', None), ('answered_on', None), ('closed_on__gte', models.F('answered_on')), _connector='OR'), name='question_is_closed_after_answered', violation_error_message='The day it was closed lies before the day of the answer.'),
        ),
    ]
