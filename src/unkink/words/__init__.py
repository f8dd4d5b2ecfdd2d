"""Reasons and statuses as sentences. Everything a user reads is made here, through gettext."""
