"""`config.example.toml`: every key with what it does and its default, made from the schema."""

import textwrap

from unkink.config.schema import LISTS, TABLES, keys

_HEAD = """\
# unkink's settings. Every key is optional; what stands here is what happens without it.
# Take away the "#" before a key to change it. A save is in force within two seconds.
# "unkink config check" tells what is wrong, "unkink config show" what is in force.
"""

_SAMPLES = {
    "break": {"name": '"roller"', "every": '"2h30"', "length": '"5m"', "what": '"roller"'},
    "appointment": {"days": '["mon", "tue", "wed", "thu", "fri"]', "at": '"16:00"', "routine": '"r19"'},
}


def example() -> str:
    """Return the whole text of the example."""
    parts = [_HEAD]
    for name, table in TABLES.items():
        parts.append(f"\n{_comment(table.__doc__ or '')}[{name}]\n")
        for key, known, default in keys(table):
            parts.append(f"{_comment(known.help)}# {key} = {known.type.write(default)}\n")
    for name, table in LISTS.items():
        sample = _SAMPLES[name]
        parts.append(f"\n{_comment((table.__doc__ or '') + ' It may stand any number of times.')}# [[{name}]]\n")
        for key, known, default in keys(table):
            value = sample.get(key) or known.type.write(default)
            parts.append(f"{_comment(known.help)}# {key} = {value}\n")
    return "".join(parts)


def _comment(text: str) -> str:
    return "".join(f"# {line}\n" for line in textwrap.wrap(" ".join(text.split()), width=100))


if __name__ == "__main__":
    import sys

    sys.stdout.write(example())
