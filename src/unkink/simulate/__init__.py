"""The simulator: a trace of past days through the real domain and the real calendar, in time that passes at once.

python -m unkink.simulate TRACE: see docs/simulate.md.
"""
