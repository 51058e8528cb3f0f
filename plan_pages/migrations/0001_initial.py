import django.db.models.deletion
import handslag.clock
import modelcluster.fields
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models
from wagtail.documents import get_document_model_string


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('handslag', '0001_initial'),
        migrations.swappable_dependency(get_document_model_string()),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('sequence', models.PositiveIntegerField(verbose_name='order of sealing')),
                ('main', models.PositiveIntegerField(verbose_name='main number')),
                ('correction', models.PositiveIntegerField(default=0, verbose_name='correction')),
                ('kind', models.CharField(choices=[('adopted', 'adopted'), ('registered', 'registered, decided before Handslag'), ('correction', 'correction'), ('repeal', 'repeal')], max_length=12, verbose_name='kind')),
                ('schema_version', models.PositiveIntegerField(verbose_name='schema version')),
                ('language', models.CharField(max_length=12, verbose_name='language')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='digest')),
                ('previous_digest', models.CharField(blank=True, max_length=64, verbose_name='digest of the edition before')),
                ('sealed_at', models.DateTimeField(verbose_name='sealed at')),
                ('revision', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='edition', to='wagtailcore.revision', verbose_name='revision')),
                ('sealed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='sealed by')),
            ],
            options={
                'verbose_name': 'edition',
                'verbose_name_plural': 'editions',
                'ordering': ['series', 'sequence'],
            },
        ),
        migrations.CreateModel(
            name='EditionLeaf',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(verbose_name='position')),
                ('section', models.CharField(blank=True, max_length=36, verbose_name='section')),
                ('body', models.TextField(blank=True, verbose_name='text')),
                ('salt', models.CharField(blank=True, max_length=64, verbose_name='salt')),
                ('digest', models.CharField(max_length=64, verbose_name='digest')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='leaves', to='plan_pages.edition', verbose_name='edition')),
            ],
            options={
                'verbose_name': 'part of an edition',
                'verbose_name_plural': 'parts of editions',
                'ordering': ['edition', 'position'],
            },
        ),
        migrations.CreateModel(
            name='EditionParticipant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('author', 'author'), ('reviewer', 'reviewer'), ('registrar', 'registered it'), ('confirmer', 'compared it with the source'), ('recorder', 'recorded the decision')], max_length=12, verbose_name='role')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participants', to='plan_pages.edition', verbose_name='edition')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'participant of an edition',
                'verbose_name_plural': 'participants of editions',
            },
        ),
        migrations.CreateModel(
            name='EditionRedaction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.TextField(verbose_name='text')),
                ('reason', models.TextField(verbose_name='reason')),
                ('signature', models.CharField(blank=True, max_length=64, verbose_name='signature')),
                ('redacted_at', models.DateTimeField(default=handslag.clock.now, verbose_name='redacted at')),
                ('leaf', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='redaction', to='plan_pages.editionleaf', verbose_name='part')),
                ('redacted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='redacted by')),
            ],
            options={
                'verbose_name': 'redaction',
                'verbose_name_plural': 'redactions',
            },
        ),
        migrations.CreateModel(
            name='EditionSeries',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('action_plan', 'action plan'), ('activity_plan', 'activity plan'), ('situation_assessment', 'situation assessment')], max_length=30, verbose_name='kind')),
                ('address', models.SlugField(max_length=80, unique=True, verbose_name='address')),
                ('translation_key', models.UUIDField(editable=False, unique=True)),
                ('audience', models.CharField(choices=[('public', 'Everyone, also without signing in'), ('staff', 'Everyone with an account'), ('restricted', 'Only certain roles')], default='staff', max_length=12, verbose_name='audience')),
                ('redactions', models.PositiveIntegerField(default=0, editable=False)),
                ('page', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='page')),
                ('roles', models.ManyToManyField(blank=True, related_name='+', to='auth.group', verbose_name='roles')),
            ],
            options={
                'verbose_name': 'series of editions',
                'verbose_name_plural': 'series of editions',
            },
        ),
        migrations.AddField(
            model_name='edition',
            name='series',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='plan_pages.editionseries', verbose_name='series'),
        ),
        migrations.CreateModel(
            name='Commitment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(verbose_name='key')),
                ('series', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commitments', to='plan_pages.editionseries', verbose_name='series')),
            ],
            options={
                'verbose_name': 'commitment',
                'verbose_name_plural': 'commitments',
            },
        ),
        migrations.CreateModel(
            name='Registration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source_sha256', models.CharField(editable=False, max_length=64)),
                ('decisions', models.JSONField(default=list, verbose_name='decisions')),
                ('state', models.CharField(choices=[('waiting', 'waits to be compared'), ('confirmed', 'confirmed'), ('returned', 'returned'), ('withdrawn', 'withdrawn')], default='waiting', max_length=12, verbose_name='state')),
                ('imported_at', models.DateTimeField(default=handslag.clock.now, verbose_name='imported at')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered at')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by')),
                ('edition', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='registration', to='plan_pages.edition', verbose_name='edition')),
                ('imported_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='imported by')),
                ('revision', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.revision', verbose_name='revision')),
                ('series', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='registrations', to='plan_pages.editionseries', verbose_name='series')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=get_document_model_string(), verbose_name='source')),
            ],
            options={
                'verbose_name': 'registration',
                'verbose_name_plural': 'registrations',
                'ordering': ['-imported_at'],
            },
        ),
        migrations.CreateModel(
            name='ActionPlanPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', wagtail.fields.RichTextField(blank=True, verbose_name='introduction')),
                ('plan_owner', models.CharField(blank=True, help_text='The body that keeps the plan up to date, for example the municipal executive board.', max_length=160, verbose_name='plan owner')),
                ('responsible_function', models.CharField(blank=True, help_text="The function that answers for the plan; never a person's name.", max_length=160, verbose_name='responsible function')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='valid from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='valid to')),
                ('sections', wagtail.fields.StreamField([('section', 16)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'help_text': 'As it is to be printed: 1, 2.1. Empty where the plan has no numbers.', 'label': 'number', 'max_length': 12, 'required': False}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'heading', 'max_length': 200}), 2: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('1', 'chapter'), ('2', 'section within a chapter'), ('3', 'part of a section')], 'label': 'level'}), 3: ('wagtail.blocks.RichTextBlock', (), {'features': ['h3', 'bold', 'italic', 'ol', 'ul', 'link', 'document-link'], 'icon': 'pilcrow', 'label': 'text'}), 4: ('wagtail.blocks.TextBlock', (), {'help_text': 'The whole sentence, as it is to be decided: “The council meets at least four times a year.”', 'label': 'commitment', 'rows': 2}), 5: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('ska', 'must (ska)'), ('bör', 'should (bör)'), ('kan', 'may (kan)')], 'help_text': 'The word that binds in the sentence.', 'label': 'obligation'}), 6: ('wagtail.blocks.CharBlock', (), {'help_text': 'Only in lists: the line above that binds every item, for example “The municipality must:”.', 'label': 'led in by', 'max_length': 250, 'required': False}), 7: ('wagtail.blocks.CharBlock', (), {'help_text': "Exactly one function, never a person's name.", 'label': 'accountable function', 'max_length': 160, 'required': False}), 8: ('wagtail.blocks.StructBlock', [[('text', 4), ('obligation', 5), ('lead', 6), ('accountable_function', 7)]], {}), 9: ('wagtail.blocks.StreamBlock', [[('text', 3), ('commitment', 8)]], {'label': 'text and commitments'}), 10: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('helpline', 'helpline or phone'), ('link', 'link'), ('contact', 'contact')], 'label': 'kind'}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'what it is', 'max_length': 160}), 12: ('wagtail.blocks.CharBlock', (), {'help_text': 'Write phone numbers with spaces: 020-100 200.', 'label': 'number or address', 'max_length': 250}), 13: ('wagtail.blocks.CharBlock', (), {'label': 'note', 'max_length': 250, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('kind', 10), ('label', 11), ('value', 12), ('note', 13)]], {}), 15: ('wagtail.blocks.StreamBlock', [[('fact', 14)]], {'label': 'facts'}), 16: ('wagtail.blocks.StructBlock', [[('number', 0), ('heading', 1), ('level', 2), ('body', 9), ('facts', 15)]], {})}, verbose_name='sections')),
                ('municipalities', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='For whom the plan is; several where municipalities share it.', related_name='+', to='handslag.municipality', verbose_name='municipalities')),
            ],
            options={
                'verbose_name': 'action plan',
                'verbose_name_plural': 'action plans',
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_from__isnull', True), ('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='action_plan_ends_after_it_begins', violation_error_message='The plan ends before it begins; check the two dates.')],
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place_code', models.CharField(max_length=4)),
                ('place_name', models.CharField(max_length=120)),
                ('role', models.CharField(choices=[('prepared', 'prepared'), ('decided', 'decided')], default='decided', max_length=12, verbose_name='role')),
                ('outcome', models.CharField(choices=[('adopted', 'adopted'), ('adopted_with_changes', 'adopted with changes'), ('referred_back', 'referred back'), ('tabled', 'tabled'), ('rejected', 'rejected')], default='adopted', max_length=24, verbose_name='outcome')),
                ('body_type', models.CharField(choices=[('council', 'municipal council'), ('executive', 'municipal executive board'), ('committee', 'committee'), ('steering_group', 'steering group'), ('other', 'other body')], max_length=16, verbose_name='kind of body')),
                ('body', models.CharField(blank=True, max_length=160, verbose_name='body')),
                ('meeting_date', models.DateField(blank=True, null=True, verbose_name='day of the meeting')),
                ('paragraph', models.CharField(blank=True, max_length=20, verbose_name='paragraph (§)')),
                ('registry_number', models.CharField(blank=True, max_length=60, verbose_name='registry number')),
                ('minutes_verified_on', models.DateField(blank=True, null=True, verbose_name='minutes verified on')),
                ('minutes_sha256', models.CharField(blank=True, editable=False, max_length=64)),
                ('in_effect_from', models.DateField(blank=True, null=True, verbose_name='in effect from')),
                ('before_handslag', models.BooleanField(default=False, verbose_name='decided before Handslag')),
                ('minutes_document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=get_document_model_string(), verbose_name='minutes')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='handslag.municipality', verbose_name='municipality')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='plan_pages.edition', verbose_name='edition')),
            ],
            options={
                'verbose_name': 'decision',
                'verbose_name_plural': 'decisions',
                'ordering': ['edition', 'place_name', 'role'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'municipality', 'role'), name='decision_once_per_place_and_role'), models.CheckConstraint(condition=models.Q(('body_type__in', ['council', 'executive', 'committee', 'steering_group', 'other'])), name='decision_body_known'), models.CheckConstraint(condition=models.Q(('outcome__in', ['adopted', 'adopted_with_changes', 'referred_back', 'tabled', 'rejected'])), name='decision_outcome_known'), models.CheckConstraint(condition=models.Q(('role__in', ['prepared', 'decided'])), name='decision_role_known'), models.CheckConstraint(condition=models.Q(('before_handslag', True), models.Q(('meeting_date__isnull', False), models.Q(('body', ''), _negated=True)), _connector='OR'), name='decision_has_body_and_day', violation_error_message='Say which body decided and on which day it met.'), models.CheckConstraint(condition=models.Q(('before_handslag', True), ('role', 'prepared'), ('in_effect_from__isnull', False), _connector='OR'), name='decision_says_since_when', violation_error_message='Say from which day the edition is in effect.'), models.CheckConstraint(condition=models.Q(('before_handslag', True), models.Q(('body_type__in', ('council', 'executive', 'committee')), _negated=True), models.Q(('paragraph', ''), _negated=True), _connector='OR'), name='decision_has_its_paragraph', violation_error_message='Give the paragraph (§) of the minutes.')],
            },
        ),
        migrations.CreateModel(
            name='CommitmentEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(verbose_name='position')),
                ('section', models.CharField(max_length=36, verbose_name='section')),
                ('obligation', models.CharField(max_length=4, verbose_name='obligation')),
                ('accountable_function', models.CharField(blank=True, max_length=160, verbose_name='accountable function')),
                ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='plan_pages.commitment', verbose_name='commitment')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commitment_entries', to='plan_pages.edition', verbose_name='edition')),
            ],
            options={
                'verbose_name': 'commitment of an edition',
                'verbose_name_plural': 'commitments of editions',
                'ordering': ['edition', 'position'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'commitment'), name='commitment_once_per_edition'), models.UniqueConstraint(fields=('edition', 'position'), name='commitment_position_once_per_edition'), models.CheckConstraint(condition=models.Q(('obligation__in', ('ska', 'bör', 'kan'))), name='commitment_obligation_known')],
            },
        ),
        migrations.AddConstraint(
            model_name='editionleaf',
            constraint=models.UniqueConstraint(fields=('edition', 'position'), name='leaf_position_once'),
        ),
        migrations.AddConstraint(
            model_name='editionleaf',
            constraint=models.UniqueConstraint(fields=('edition', 'section'), name='leaf_section_once'),
        ),
        migrations.AddConstraint(
            model_name='editionparticipant',
            constraint=models.UniqueConstraint(fields=('edition', 'user', 'role'), name='participant_once_per_role'),
        ),
        migrations.AddConstraint(
            model_name='editionparticipant',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['author', 'reviewer', 'registrar', 'confirmer', 'recorder'])), name='participant_role_known'),
        ),
        migrations.AddConstraint(
            model_name='editionseries',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['action_plan', 'activity_plan', 'situation_assessment'])), name='series_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='editionseries',
            constraint=models.CheckConstraint(condition=models.Q(('audience__in', ['public', 'staff', 'restricted'])), name='series_audience_known'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(fields=('series', 'sequence'), name='edition_sequence_once'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(fields=('series', 'main', 'correction'), name='edition_number_once'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['adopted', 'registered', 'correction', 'repeal'])), name='edition_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('correction__gt', 0), ('kind', 'correction')), models.Q(models.Q(('kind', 'correction'), _negated=True), ('correction', 0)), _connector='OR'), name='edition_correction_has_its_number'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('main__gt', 0), ('sequence__gt', 0)), name='edition_counts_from_one'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('previous_digest', ''), ('sequence', 1)), models.Q(('sequence__gt', 1), models.Q(('previous_digest', ''), _negated=True)), _connector='OR'), name='edition_names_its_predecessor'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['correction', 'repeal']), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='edition_correction_says_why'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.UniqueConstraint(fields=('series', 'key'), name='commitment_once_per_series'),
        ),
        migrations.AddConstraint(
            model_name='registration',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'waiting')), fields=('series',), name='registration_waits_once_per_series'),
        ),
        migrations.AddConstraint(
            model_name='registration',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'confirmed', 'returned', 'withdrawn'])), name='registration_state_known'),
        ),
        migrations.AddConstraint(
            model_name='registration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'confirmed'), _negated=True), models.Q(('answered_by__isnull', False), ('edition__isnull', False)), _connector='OR'), name='registration_confirmed_with_edition'),
        ),
        migrations.AddConstraint(
            model_name='registration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'confirmed'), _negated=True), models.Q(('answered_by', models.F('imported_by')), _negated=True), _connector='OR'), name='registration_has_four_eyes'),
        ),
    ]
