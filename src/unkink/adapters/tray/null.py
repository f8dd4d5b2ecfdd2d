"""No tray: the command line is what there is."""

from unkink.ports import Face, Health, Tray


class NullTray(Tray):
    """Shows nothing, and says why."""

    def __init__(self, reason: str, hint: str = "") -> None:
        self._reason, self._hint = reason, hint

    def health(self) -> Health:
        """Return why there is none."""
        return Health("none", ok=False, reason=self._reason, hint=self._hint)

    def _update(self, face: Face) -> None:
        """Nobody looks."""

    def stop(self) -> None:
        """Nothing runs."""
