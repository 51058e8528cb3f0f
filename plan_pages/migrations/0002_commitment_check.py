import wagtail.fields
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('plan_pages', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='actionplanpage',
            name='sections',
            field=wagtail.fields.StreamField([('section', 19)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'help_text': 'As it is to be printed: 1, 2.1. Empty where the plan has no numbers.', 'label': 'number', 'max_length': 12, 'required': False}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'heading', 'max_length': 200}), 2: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('1', 'chapter'), ('2', 'section within a chapter'), ('3', 'part of a section')], 'label': 'level'}), 3: ('wagtail.blocks.RichTextBlock', (), {'features': ['h3', 'bold', 'italic', 'ol', 'ul', 'link', 'document-link'], 'icon': 'pilcrow', 'label': 'text'}), 4: ('wagtail.blocks.TextBlock', (), {'help_text': 'The whole sentence, as it is to be decided: “The council meets at least four times a year.”', 'label': 'commitment', 'rows': 2}), 5: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('ska', 'must (ska)'), ('bör', 'should (bör)'), ('kan', 'may (kan)')], 'help_text': 'The word that binds in the sentence.', 'label': 'obligation'}), 6: ('wagtail.blocks.CharBlock', (), {'help_text': 'Only in lists: the line above that binds every item, for example “The municipality must:”.', 'label': 'led in by', 'max_length': 250, 'required': False}), 7: ('wagtail.blocks.CharBlock', (), {'help_text': "Exactly one function, never a person's name.", 'label': 'accountable function', 'max_length': 160, 'required': False}), 8: ('wagtail.blocks.CharBlock', (), {'label': 'measured by', 'required': False}), 9: ('wagtail.blocks.TextBlock', (), {'help_text': 'One on each line: its name, “=” and the value, for example “meetings = 4”.', 'label': 'with these values', 'required': False, 'rows': 2}), 10: ('wagtail.blocks.StructBlock', [[('source', 8), ('parameters', 9)]], {}), 11: ('wagtail.blocks.StructBlock', [[('text', 4), ('obligation', 5), ('lead', 6), ('accountable_function', 7), ('check', 10)]], {}), 12: ('wagtail.blocks.StreamBlock', [[('text', 3), ('commitment', 11)]], {'label': 'text and commitments'}), 13: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('helpline', 'helpline or phone'), ('link', 'link'), ('contact', 'contact')], 'label': 'kind'}), 14: ('wagtail.blocks.CharBlock', (), {'label': 'what it is', 'max_length': 160}), 15: ('wagtail.blocks.CharBlock', (), {'help_text': 'Write phone numbers with spaces: 020-100 200.', 'label': 'number or address', 'max_length': 250}), 16: ('wagtail.blocks.CharBlock', (), {'label': 'note', 'max_length': 250, 'required': False}), 17: ('wagtail.blocks.StructBlock', [[('kind', 13), ('label', 14), ('value', 15), ('note', 16)]], {}), 18: ('wagtail.blocks.StreamBlock', [[('fact', 17)]], {'label': 'facts'}), 19: ('wagtail.blocks.StructBlock', [[('number', 0), ('heading', 1), ('level', 2), ('body', 12), ('facts', 18)]], {})}, verbose_name='sections'),
        ),
    ]
