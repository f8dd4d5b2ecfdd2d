"""No notifications: the icon, its menu and the command line are what there is."""

from unkink.ports import Fate, Health, Key, Note, NoteFate, Notifier, Post


class NullNotifier(Notifier):
    """Says of each notification that it can't be shown."""

    def __init__(self, post: Post, reason: str) -> None:
        self._post, self._reason = post, reason

    def health(self) -> Health:
        """Return why there are none."""
        return Health("none", ok=False, reason=self._reason)

    def _show(self, note: Note) -> None:
        self._post(NoteFate(note.key, Fate.FAILED, reason=self._reason))

    def _close(self, key: Key) -> None:
        """Nothing is shown."""

    def stop(self) -> None:
        """Nothing runs."""
