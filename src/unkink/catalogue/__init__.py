"""The words of the exercises and routines, as TOML that a physiotherapist can read and edit, and their figures."""
