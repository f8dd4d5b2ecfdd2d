"""The user's language: the message functions every other module of words takes from here."""

import gettext
import os

from unkink.paths import package

_FOLDER = package("locale")
# Looking for a language brings the locale module: not while there is none to find.
_translations = (
    gettext.translation("unkink", _FOLDER, fallback=True) if os.path.isdir(_FOLDER) else gettext.NullTranslations()
)

_ = _translations.gettext
"""Translate a message."""
ngettext = _translations.ngettext
"""Translate a message that depends on a number."""
