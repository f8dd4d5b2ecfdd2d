"""unkink: notices how long you have been at the desk and offers a short break at a good moment."""

__version__ = "0.1.0"
