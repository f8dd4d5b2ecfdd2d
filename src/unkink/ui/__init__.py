"""The windows: a process of its own, PySide6 and nothing else. No timers about breaks, no writing of history."""
