"""The user's language: the message functions every other module of words takes from here."""

import gettext

from unkink.paths import package

_translations = gettext.translation("unkink", package("locale"), fallback=True)

_ = _translations.gettext
"""Translate a message."""
ngettext = _translations.ngettext
"""Translate a message that depends on a number."""
