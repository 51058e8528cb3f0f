"""Who reaches which address. A new address or page type without a line here fails `test_table`.

`Reach` says what the address itself does; rows and pages behind it have their own rule (`visible_to`).
"""

from enum import Enum


class Reach(Enum):
    EVERYONE = "answers strangers too, or sends them on without asking for an account"
    ASKS = "decides by row: strangers get public ones, everything else is the way to sign-in"
    ACCOUNT = "strangers are sent to sign in"
    ADMIN = "as ACCOUNT, and people without access to the admin are turned away"
    CLOSED = "strangers are sent to sign in, everybody else gets 404"


# Our own addresses, one by one.
OURS = {
    "health": Reach.EVERYONE,
    "image": Reach.ASKS,
    "public_image": Reach.ASKS,
    "wagtaildocs_serve": Reach.ASKS,
    "wagtail_serve": Reach.ASKS,
    "search": Reach.ACCOUNT,
    "waiting": Reach.ACCOUNT,
    "styleguide": Reach.ACCOUNT,
    "styleguide_form": Reach.ACCOUNT,
    "robots": Reach.EVERYONE,
    "sitemap": Reach.EVERYONE,
    "favicon": Reach.EVERYONE,
    "demo_mailbox": Reach.ACCOUNT,
    "account_overview": Reach.ACCOUNT,
    "account_login": Reach.EVERYONE,
    "account_logout": Reach.ACCOUNT,
    "account_inactive": Reach.EVERYONE,
    "account_reauthenticate": Reach.ACCOUNT,
    "account_change_password": Reach.ACCOUNT,
    "account_reset_password": Reach.EVERYONE,
    "account_reset_password_done": Reach.EVERYONE,
    "account_reset_password_from_key": Reach.EVERYONE,
    "account_reset_password_from_key_done": Reach.EVERYONE,
    "accounts_accept": Reach.EVERYONE,
    "mfa_index": Reach.ACCOUNT,
    "mfa_authenticate": Reach.EVERYONE,
    "mfa_reauthenticate": Reach.ACCOUNT,
    "mfa_activate_totp": Reach.ACCOUNT,
    "mfa_deactivate_totp": Reach.ACCOUNT,
    "mfa_view_recovery_codes": Reach.ACCOUNT,
    "mfa_generate_recovery_codes": Reach.ACCOUNT,
    "mfa_download_recovery_codes": Reach.ACCOUNT,
    "usersessions_list": Reach.ACCOUNT,
    "contacts_helpline_translate": Reach.ADMIN,
    "handslag_trash": Reach.ADMIN,
    "handslag_trash_restore": Reach.ADMIN,
    "handslag_access_rule": Reach.ADMIN,
    **dict.fromkeys(
        (
            "plan:in_force",
            "plan:editions",
            "plan:edition",
            "plan:pdf",
            "plan:json",
            "plan:page_and_pdf",
            "plan:page_and_json",
            "plan:compare",
            "plan:choose_comparison",
            "plan:on_day",
            "plan:responsibilities",
            "plan_history",
            "plan_history_json",
            "plan_history_pdf",
            "plan_history_page_and_json",
            "plan_history_page_and_pdf",
        ),
        Reach.ASKS,
    ),
    "plan:registration": Reach.ACCOUNT,
    **dict.fromkeys(
        ("corrections:start", "corrections:one", "repeals:start", "repeals:one", "currency:review"),
        Reach.ACCOUNT,
    ),
    **dict.fromkeys(
        (
            "decisions:matters",
            "decisions:prepare",
            "decisions:matter",
            "decisions:text",
            "decisions:record",
            "decisions:amend",
            "decisions:opine",
            "decisions:pack",
            "decisions:referral",
            "decisions:referral_pdf",
            "decisions:referral_body",
            "decisions:referral_reply",
            "decisions:referral_file",
        ),
        Reach.ACCOUNT,
    ),
    "plan:propose": Reach.ACCOUNT,
    "plan:propose_section": Reach.ACCOUNT,
    "plan:own_proposals": Reach.ACCOUNT,
    "plan:own_proposal": Reach.ACCOUNT,
    "decisions:proposals": Reach.ACCOUNT,
    "decisions:proposal": Reach.ACCOUNT,
    "plan:schema": Reach.EVERYONE,
    "plan_history_schema": Reach.EVERYONE,
    "referral:read": Reach.EVERYONE,
    "referral:pdf": Reach.EVERYONE,
    **dict.fromkeys(
        ("helplines:public", "helplines:sheet", "helplines:feed", "helplines:schema"), Reach.EVERYONE
    ),
    "helplines_for_staff": Reach.ACCOUNT,
    "questions:all": Reach.ACCOUNT,
    "registrations:link": Reach.EVERYONE,
    **dict.fromkeys(
        (
            "registrations:attendance",
            "registrations:certificate",
            "registrations:evaluate",
            "registrations:mine",
            "registrations:register",
            "registrations:units",
        ),
        Reach.ACCOUNT,
    ),
    "body_calendar:address": Reach.ACCOUNT,
    "body_calendar:feed": Reach.EVERYONE,
    "body_calendar:meeting": Reach.ACCOUNT,
    "guests:meeting": Reach.ACCOUNT,
    "guest_address:meeting": Reach.EVERYONE,
    "guest_address:paper": Reach.EVERYONE,
    "routines:of_body": Reach.ACCOUNT,
    "routines:begin": Reach.ACCOUNT,
    "routines:run": Reach.ACCOUNT,
    **dict.fromkeys(
        (
            "training:occasion",
            "training:occasion_calendar",
            "training:own_calendar",
            "training:organise",
            "training:organise_one",
        ),
        Reach.ACCOUNT,
    ),
    "training:feed": Reach.EVERYONE,
    "plan_import": Reach.ADMIN,
    "plan_audience": Reach.ADMIN,
    **dict.fromkeys(
        (
            "guidance:start",
            "guidance:queue",
            "guidance:request",
            "guidance:statistics",
            "guidance:statistics_csv",
            "guidance:statistics_xlsx",
            "read_log",
            "read_log_csv",
            "read_log_xlsx",
            "contacts:list",
            "contacts:organisation",
            "contacts:organisation_card",
            "contacts:function_card",
            "contacts:coverage",
            "contacts:import",
            "contacts:export_csv",
            "contacts:export_xlsx",
            "contacts_list_in_english",
            "competence:own",
            "competence:units",
            "competence:confirm",
            "competence:take_away",
            "needs:list",
            "needs:add",
            "needs:answer",
            "methods:list",
            "methods:add",
            "methods:method",
            "methods:change",
            "methods:review",
            "experiences:list",
            "experiences:add",
            "experiences:change",
            "experiences:remove",
            "training_import:file",
            "training_export:list",
        ),
        Reach.ACCOUNT,
    ),
}

# Only there where the site is a demo.
SOMETIMES = {"demo_mailbox"}

# Wagtail's admin and what plugs into it, by namespace.
ADMIN_NAMESPACES = {
    "accounts_invitations",
    "contacts_dissemination",
    "contacts_helplines",
    "contacts_questions",
    "contacts_forum_functions",
    "contacts_functions",
    "contacts_organisations",
    "contacts_persons",
    "handslag_municipalities",
    "handslag_units",
    "training_managers",
    "training_occasions",
    "wagtail_localize",
    "wagtailadmin_api:pages",
    "wagtailadmin_collections",
    "wagtailadmin_editing_sessions",
    "wagtailadmin_pages",
    "wagtailadmin_reports",
    "wagtailadmin_workflows",
    "wagtaildocs",
    "wagtaildocs_chooser",
    "wagtailforms",
    "wagtailimages",
    "wagtailimages_chooser",
    "wagtaillocales",
    "wagtailsites",
    "wagtailsnippets",
    "wagtailsnippets_contacts_helplinewords",
    "wagtailusers_groups",
    "wagtailusers_users",
}
CLOSED_NAMESPACES = {"wagtailadmin_api:documents", "wagtailadmin_api:images"}
# Wagtail's addresses without a namespace all begin so; the exceptions follow.
ADMIN_PREFIX = ("wagtailadmin_", "wagtail_bulk_action")
ADMIN_EXCEPTIONS = {
    "wagtailadmin_login": Reach.EVERYONE,
    "wagtailadmin_logout": Reach.EVERYONE,
    "wagtailadmin_password_reset": Reach.CLOSED,
    "wagtailadmin_password_reset_done": Reach.CLOSED,
    "wagtailadmin_password_reset_confirm": Reach.CLOSED,
    "wagtailadmin_password_reset_complete": Reach.CLOSED,
    # Answers "no suggestions" to everybody with an account.
    "wagtailadmin_tag_autocomplete": Reach.ACCOUNT,
    "wagtailadmin_tag_model_autocomplete": Reach.ACCOUNT,
    "wagtailadmin_sprite": Reach.ACCOUNT,
    "wagtailadmin_javascript_catalog": Reach.ACCOUNT,
    "wagtailadmin_pages:set_privacy": Reach.CLOSED,
    "wagtailadmin_collections:set_privacy": Reach.CLOSED,
    "wagtailadmin_reports:page_types_usage": Reach.CLOSED,
    "wagtailadmin_reports:page_types_usage_results": Reach.CLOSED,
}
# Addresses that Wagtail gives no name.
UNNAMED = {"admin/login/", "admin/account/", "admin/logout/", "admin/test404/", "admin/^.*/$"}

# Who reads pages of a type that the demo holds: nothing said otherwise by a rule below them.
PAGE_TYPES = {
    "contacts.BodyPage": "staff",
    "contacts.CollaborationIndexPage": "staff",
    "contacts.ContactsIndexPage": "staff",
    # Those about exposure are closed one by one: tests/contacts/dialogue.
    "contacts.DialogueEntryPage": "staff",
    "contacts.DialogueLogPage": "staff",
    "contacts.MeetingPage": "staff",
    "home.AccessibilityStatementPage": "public",
    "home.GuideIndexPage": "staff",
    "home.GuidePage": "staff",
    "home.HomePage": "staff",
    "home.NewsIndexPage": "staff",
    "home.NewsPage": "staff",
    "home.PublicHomePage": "public",
    "home.PublicPage": "public",
    # A workbench: never live, so nobody reads it as a page.
    "plan_pages.ActionPlanPage": "nobody",
    "restricted.RestrictedPage": "dialogue",
    "training.CatalogueIndexPage": "staff",
    "training.CoursePage": "staff",
    "wagtailcore.Page": "nobody",
    "handslag.TrashPage": "nobody",
}


def reach_of(key: str) -> Reach | None:
    if key in ADMIN_EXCEPTIONS:
        return ADMIN_EXCEPTIONS[key]
    if key in OURS:
        return OURS[key]
    if key.rpartition(":")[0] in CLOSED_NAMESPACES:
        return Reach.CLOSED
    if key.rpartition(":")[0] in ADMIN_NAMESPACES or (":" not in key and key.startswith(ADMIN_PREFIX)):
        return Reach.ADMIN
    return Reach.ADMIN if key in UNNAMED else None
