"""Changing the config for its owner: what is set is what is loaded, and nothing else of the file is touched."""

import contextlib
import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unkink.config import layout
from unkink.config.example import example
from unkink.config.load import read
from unkink.config.schema import TABLES, Config, keys
from unkink.config.values import Duration, ListOf, OneOf, Stretch, Switch, Text, Whole
from unkink.config.write import reset_key, set_key
from unkink.domain.units import format_duration
from unkink.errors import UnkinkError

KEYS = {f"{table}.{key}": known.type for table, cls in TABLES.items() for key, known, _ in keys(cls)}


def loaded(text):
    config, problems = read(text, "config.toml")
    assert not problems
    return config


def value(config, name):
    table, _, key = name.partition(".")
    return getattr(getattr(config, table), key)


def refused(text, name, *to):
    with pytest.raises(UnkinkError) as caught:
        set_key(text, name, *to) if to else reset_key(text, name)
    return str(caught.value)


# -- values ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "given", "line", "means"),
    [
        ("rhythm.move_every", "50m", 'move_every = "50m"', 3000),
        ("rhythm.move_every", '"1h30"', 'move_every = "1h30"', 5400),
        ("rhythm.move_every", "1h 30m", 'move_every = "1h 30m"', 5400),
        ("rhythm.warn_before", "0s", 'warn_before = "0s"', 0),
        ("rhythm.watching_counts", "false", "watching_counts = false", False),
        ("rhythm.max_snoozes", "0", "max_snoozes = 0", 0),
        ("rhythm.snooze", '["7m", "20m"]', 'snooze = ["7m", "20m"]', (420, 1200)),
        ("look.theme", "dark", 'theme = "dark"', "dark"),
        ("look.theme", "'dark'", 'theme = "dark"', "dark"),
        ("look.reduced_motion", "on", 'reduced_motion = "on"', "on"),
        ("prompt.surface", "icon", 'surface = "icon"', "icon"),
        ("you.kit", '["mat", "towel"]', 'kit = ["mat", "towel"]', ("mat", "towel")),
        ("you.kit", "[]", "kit = []", ()),
        ("system.tray", "xorg", 'tray = "xorg"', "xorg"),
        ("system.data_folder", "", 'data_folder = ""', ""),
        ("system.data_folder", "C:\\u", 'data_folder = "C:\\\\u"', "C:\\u"),
        ("system.data_folder", '/a b/"q" # x', 'data_folder = "/a b/\\"q\\" # x"', '/a b/"q" # x'),
        ("system.data_folder", "/ü/💺", 'data_folder = "/ü/💺"', "/ü/💺"),
        ("system.data_folder", "a\nb\t\x01\x7f", 'data_folder = "a\\nb\\t\\u0001\\u007f"', "a\nb\t\x01\x7f"),
        ("cues.per_hour", "3 # three", "per_hour = 3", 3),
    ],
)
def test_a_value_is_given_as_the_file_has_it_or_without_its_quotes(name, given, line, means):
    table = name.partition(".")[0]
    text = set_key("", name, given)
    assert text == f"[{table}]\n{line}\n"
    assert value(loaded(text), name) == means


def test_ranges_of_hours_are_given_as_a_list():
    text = set_key("", "hours.mon", '["09:00-12:30", "13:15-17:30"]')
    assert [str(each.start) for each in loaded(text).hours.mon] == ["9:00:00", "13:15:00"]


@pytest.mark.parametrize(
    ("name", "given", "allowed"),
    [
        ("rhythm.move_every", "5m", 'a duration from "10m" to "4h"'),
        ("rhythm.move_every", "soon", 'a duration such as "90s", "10m" or "1h30"'),
        ("rhythm.move_every", "", 'a duration such as "90s", "10m" or "1h30"'),
        ("rhythm.move_every", "50", 'a duration from "10m" to "4h", in quotes and with its unit, such as "10m"'),
        ("rhythm.watching_counts", "yes", "true or false"),
        ("rhythm.watching_counts", '"true"', "true or false"),
        ("rhythm.max_snoozes", "11", "a whole number from 0 to 10"),
        ("rhythm.max_snoozes", "1.5", "a whole number from 0 to 10"),
        ("rhythm.max_snoozes", "true", "a whole number from 0 to 10"),
        ("rhythm.snooze", "[]", 'a list [...], each item a duration from "1m" to "2h"; 1 to 5 of them'),
        ("rhythm.snooze", '["never"]', 'a duration such as "90s", "10m" or "1h30"'),
        ("rhythm.snooze", "5m", 'a list [...], each item a duration from "1m" to "2h"'),
        ("look.theme", "drak", '"system", "light" or "dark"'),
        ("look.theme", '["dark"]', '"system", "light" or "dark"'),
        ("you.kit", "mat", 'a list [...], each item "foam-roller", "massage-ball", "mat" or "towel"'),
        ("you.kit", '["hammer"]', '"foam-roller", "massage-ball", "mat" or "towel"'),
        ("hours.mon", '["09:00-09:00"]', 'a range that is not empty ("00:00-24:00" is a whole day)'),
        ("system.tray", " ", '"auto" or the name of a tray from "unkink status", in quotes'),
        ("system.data_folder", "{ a = 1 }", "a folder, in quotes"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_what_can(name, given, allowed):
    assert refused("", name, given) == f"{name} can't be {given}. It must be {allowed}."


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("rhythm.move_evry", "rhythm.move_every"),
        ("rhythm.Length", "rhythm.length"),
        ("look.them", "look.theme"),
        ("cues.per_week", "cues.per_day"),
        ("rythm.move_every", "rhythm.move_every"),
        ("rhythm.length.x", "rhythm.length"),
        ("Look.theme", "look.theme"),
        ("LOOK.THEME", "look.theme"),
        ("move_every", "rhythm.move_every"),
        ("tray", "system.tray"),
    ],
)
def test_a_key_that_does_not_exist_is_named_with_the_nearest(name, nearest):
    said = f'There is no key "{name}". The nearest is {nearest}. "unkink config show" has them all.'
    assert refused("", name, "50m") == said
    assert refused("", name) == said


@pytest.mark.parametrize("name", ["", "rhythm", "rhythm.", ".length", "rhythm.length.x", "break.name", "a b.c", "x"])
def test_what_names_no_key_of_a_table_is_refused(name):
    assert f'There is no key "{name}".' in refused("", name, "50m")
    assert f'There is no key "{name}".' in refused("", name)


@pytest.mark.parametrize("name", ["", "a b.c", "break.name", ".", "nothing.like.it", "ü"])
def test_where_nothing_is_near_none_is_named(name):
    assert refused("", name) == f'There is no key "{name}". "unkink config show" has them all.'


@pytest.mark.parametrize(("name", "shown"), [("a\nb", "'a\\nb'"), ("x" * 99, "x" * 60 + "…"), ("\udcff", "'\\udcff'")])
def test_what_is_given_is_shown_in_one_line(name, shown):
    assert refused("", name) == f'There is no key "{shown}". "unkink config show" has them all.'
    assert refused("", "rhythm.length", name).startswith(f"rhythm.length can't be {shown}. It must be ")


@pytest.mark.parametrize(
    "given", ["1\ncues = 5", "1\n[x]", "1\n[value]\nx = 1", "9" * 5000, f"0x{'f' * 5000}", "[" * 3000]
)
def test_what_is_not_one_value_is_none(given):
    assert "It must be a whole number from 0 to 12." in refused("", "cues.per_hour", given)


def test_a_value_that_is_not_utf_8_is_refused():
    assert refused("", "system.data_folder", "/\udcff") == "system.data_folder can't be '/\\udcff'. It must be UTF-8."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = = 5", 1),
        ("[look]\ntheme = ", 2),
        ("[look]\n[look]\nx = 1\n", 2),
        ("x = 1\r\ny = \r\n", 2),
        (f"\nx = {'9' * 5000}", 0),
        (f"x = 0x{'f' * 5000}", 0),
        (f"x = {'[' * 3000}", 0),
        (f"x{'.x' * 3000} = 1", 0),
    ],
)
def test_a_text_that_is_no_toml_is_refused_with_the_file_and_the_line(text, line):
    for said in (refused(text, "rhythm.length", "2m"), refused(text, "rhythm.length")):
        where = f"config.toml:{line}: " if line else "config.toml: "
        assert said.startswith(f"The settings can't be changed. {where}found ")
        assert said.endswith("; the file must be TOML.")


@pytest.mark.parametrize(
    ("text", "line", "found", "allowed"),
    [
        ("rhythm = 5\n", 1, "rhythm = 5", "it must be a table [rhythm]"),
        ("# mine\n'rhythm' = [\n1] # x\n", 2, "'rhythm' = [", "it must be a table [rhythm]"),
        ("x = 1\r\n[[rhythm]] # r\r\n", 2, "[[rhythm]] # r", "it must be a table [rhythm]"),
        ("[rhythm.length]\nx = 1\n", 1, "[rhythm.length]", "length must be a key with a value"),
        ("[rhythm]\nlength.x = 1\n", 2, "length.x = 1", "length must be a key with a value"),
        ("\nrhythm.length.x = 1\n", 2, "rhythm.length.x = 1", "length must be a key with a value"),
        ("rhythm = { length.x = 1 }\n", 1, "rhythm = { length.x = 1 }", "length must be a key with a value"),
        (
            '\nrhythm = { snooze = [\n"5m"], length = "2m" }\n',
            2,
            "rhythm = { snooze = [",
            "it must be in one line, or a table [rhythm]",
        ),
    ],
)
def test_what_stands_in_the_way_is_named_with_its_line(text, line, found, allowed):
    said = f"The settings can't be changed. config.toml:{line}: rhythm.length: found {found}; {allowed}."
    assert refused(text, "rhythm.length", "2m") == said
    assert refused(text, "rhythm.length") == said


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("[rhythm]\nlength = '2m'\n", 0, 26),
        ("[rhythm]\nlength = '2m'\n[you]\n", 9, 32),
        ("[rhythm]\n# mine\nlength = '2m'\n", 9, 32),
        ("[rhythm]\nlength = '2m'\n# mine\n", 9, 32),
        ("[rhythm]\nlength = '2m'\n\n", 9, 25),
        ("[rhythm]\nlength = '2m'\nlearn = true\n", 9, 38),
        ("[rhythm]\nlength = '2m'\n[rhythm.x]\n", 9, 35),
        ("[rhythm]\nlength = '2m'\n", 9, 14),
    ],
)
def test_a_change_that_would_do_more_is_refused(monkeypatch, text, start, end):
    wrong = layout.Line(start, end, ("rhythm",), ("rhythm", "length"), start, end)
    monkeypatch.setattr(layout, "lines", lambda text: [wrong])
    more = "rhythm.length: found what can't be changed without changing more; change it by hand."
    assert refused(text, "rhythm.length").endswith(more)


# -- the owner's text -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '[rhythm]\nlength = "3m"\n'),
        ("# mine\n", '# mine\n\n[rhythm]\nlength = "3m"\n'),
        ('[look]\ntheme = "dark"\n', '[look]\ntheme = "dark"\n\n[rhythm]\nlength = "3m"\n'),
        ('[look]\ntheme = "dark"', '[look]\ntheme = "dark"\n\n[rhythm]\nlength = "3m"\n'),
        ("\n", '\n[rhythm]\nlength = "3m"\n'),
        ("# mine\r\n", '# mine\r\n\r\n[rhythm]\r\nlength = "3m"\r\n'),
        ('[rhythm]\r\nlength = "90s"\t# r\r\n', '[rhythm]\r\nlength = "3m"\t# r\r\n'),
        ("[rhythm]\r\nlearn = true", '[rhythm]\r\nlearn = true\r\nlength = "3m"\r\n'),
        ("[rhythm]", '[rhythm]\nlength = "3m"\n'),
        ("[rhythm] # r\n[look]\n", '[rhythm] # r\nlength = "3m"\n[look]\n'),
        ('[rhythm]\nlength = "90s"', '[rhythm]\nlength = "3m"'),
        ('[rhythm]\nlength = "90s" # short\n', '[rhythm]\nlength = "3m" # short\n'),
        ("[ rhythm ]\n\n\tlength='90s'\t# tab\n", '[ rhythm ]\n\n\tlength="3m"\t# tab\n'),
        ('["rhythm"]\n"length"   =   "90s"\n', '["rhythm"]\n"length"   =   "3m"\n'),
        ('[rhythm]\nlength = """90s"""  #c\n', '[rhythm]\nlength = "3m"  #c\n'),
        ("[rhythm]\nlength = 5\n", '[rhythm]\nlength = "3m"\n'),
        (
            '[rhythm]\nlearn = true\n\n\n[look]\ntheme = "dark"\n',
            '[rhythm]\nlearn = true\nlength = "3m"\n\n\n[look]\ntheme = "dark"\n',
        ),
        ('[[break]]\nname = "a"\n\n[rhythm]\n', '[[break]]\nname = "a"\n\n[rhythm]\nlength = "3m"\n'),
        ('[[break]]\nname = "a"\n# end\n', '[rhythm]\nlength = "3m"\n\n[[break]]\nname = "a"\n# end\n'),
        (
            "[look]\n# theme = 'dark'\n# mine\n#\n[[break]]\n",
            "[look]\n# theme = 'dark'\n\n[rhythm]\nlength = \"3m\"\n\n# mine\n#\n[[break]]\n",
        ),
        ("[look]\n\n[[break]]\n[[break]]\n", '[look]\n\n[rhythm]\nlength = "3m"\n\n[[break]]\n[[break]]\n'),
        ("[[break]]\n[rhythm]\n[[break]]\n", '[[break]]\n[rhythm]\nlength = "3m"\n[[break]]\n'),
        (
            "[rhythm]\n# How long.\n  # length = '2m'\n# learn = true\n# More.\n[look]\n",
            "[rhythm]\n# How long.\n  # length = '2m'\n  length = \"3m\"\n# learn = true\n# More.\n[look]\n",
        ),
        (
            "[rhythm]\nlearn = true\n# length = [\n#  1]\n# length = long\n[look]\n# length = 3\n",
            '[rhythm]\nlearn = true\nlength = "3m"\n# length = [\n#  1]\n# length = long\n[look]\n# length = 3\n',
        ),
        (
            "[rhythm]\n  learn = true\n\n# [[break]]\n# length = '5m'\n",
            "[rhythm]\n  learn = true\n  length = \"3m\"\n\n# [[break]]\n# length = '5m'\n",
        ),
        (
            "[rhythm]\n# a\n\n# [[break]]\n# length = '5m'\nlearn = true\n",
            "[rhythm]\nlength = \"3m\"\n# a\n\n# [[break]]\n# length = '5m'\nlearn = true\n",
        ),
        (
            '[look]\ntheme = """\n[rhythm]\n# length = 1\n"""\n[rhythm]\n',
            '[look]\ntheme = """\n[rhythm]\n# length = 1\n"""\n[rhythm]\nlength = "3m"\n',
        ),
        ("x = nan\n[rhythm]\n", 'x = nan\n[rhythm]\nlength = "3m"\n'),
        ("rhythm.odd.x = 1.50\n", 'rhythm.odd.x = 1.50\nrhythm.length = "3m"\n'),
        ("rhythm = { snooze = ['#', \"}\"] }\n", 'rhythm = { snooze = [\'#\', "}"], length = "3m" }\n'),
        ('rhythm.length = "90s" # short\n', 'rhythm.length = "3m" # short\n'),
        ("rhythm.learn = true\n", 'rhythm.learn = true\nrhythm.length = "3m"\n'),
        (
            'look.theme = "dark"\nrhythm.learn = true\nlook.reduced_motion = "on"\n[you]\n',
            'look.theme = "dark"\nrhythm.learn = true\nrhythm.length = "3m"\nlook.reduced_motion = "on"\n[you]\n',
        ),
        (
            'rhythm = { length = "90s", learn = true } # in one\n',
            'rhythm = { length = "3m", learn = true } # in one\n',
        ),
        ("rhythm = {}\n", 'rhythm = {length = "3m"}\n'),
        (
            '[rhythm.odd]\nx = 1\n[look]\ntheme = "dark"\n[rhythm]\nlength = "90s"\n',
            '[rhythm.odd]\nx = 1\n[look]\ntheme = "dark"\n[rhythm]\nlength = "3m"\n',
        ),
    ],
)
def test_however_the_file_is_laid_out_only_the_key_changes(before, after):
    assert set_key(before, "rhythm.length", "3m") == after
    assert tomllib.loads(after)["rhythm"]["length"] == "3m"


def test_a_table_in_one_line_takes_one_more_key():
    text = set_key("rhythm = { learn = true } # in one\n", "rhythm.length", "3m")
    assert text.count("\n") == 1
    assert text.endswith("} # in one\n")
    assert tomllib.loads(text) == {"rhythm": {"learn": True, "length": "3m"}}


def test_a_list_over_many_lines_is_replaced_as_a_whole():
    before = '[rhythm]\nsnooze = [\n  "5m", # one\n  "10m",\n] # done\nlength = "90s"\n'
    assert set_key(before, "rhythm.snooze", '["7m"]') == '[rhythm]\nsnooze = ["7m"] # done\nlength = "90s"\n'


def test_another_key_that_is_wrong_is_left_to_its_owner():
    before = '[rhythm]\nmove_evry = "x"\nlength = "soon"\n'
    assert set_key(before, "rhythm.learn", "false") == before + "learn = false\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("# mine\n", "# mine\n"),
        ('[rhythm]\nlearn = true\n# l\nlength = "90s" # short\n\n# look\n[look]\n', None),
        ('[rhythm]\nlength = "90s"\n', "[rhythm]\n"),
        ("[rhythm]\nlength = [\n  1, # one\n]\n# tail\n", "[rhythm]\n# tail\n"),
        ("rhythm.length = '90s'\nrhythm.learn = true\n", "rhythm.learn = true\n"),
        ("rhythm.length = '90s'\n", ""),
        ("[rhythm]\nlength = '90s'", "[rhythm]\n"),
        ("[[break]]\n[rhythm]\nlength = '2m'\n[[break]]\n", "[[break]]\n[rhythm]\n[[break]]\n"),
        ("[rhythm]\r\nlength = '2m'\r\n# r\r\n", "[rhythm]\r\n# r\r\n"),
        ("rhythm = { length = '2m' }\n", "rhythm = {  }\n"),
        ("rhythm = {learn = true, length = '2m'}\n", "rhythm = {learn = true}\n"),
        ("rhythm = {a = 1, length = '2m', b = [{}, 1]}\n", "rhythm = {a = 1, b = [{}, 1]}\n"),
        ("[rhythm]\nlearn = true\n", "[rhythm]\nlearn = true\n"),
        ('look.length = "90s"\n', 'look.length = "90s"\n'),
    ],
)
def test_a_key_that_is_reset_is_gone_and_one_that_was_never_set_changes_nothing(before, after):
    expected = before.replace('length = "90s" # short\n', "") if after is None else after
    assert reset_key(before, "rhythm.length") == expected


def test_a_table_in_one_line_loses_one_key():
    text = reset_key('rhythm = { length = "90s", learn = true } # in one\n', "rhythm.length")
    assert tomllib.loads(text) == {"rhythm": {"learn": True}}
    assert text.endswith("} # in one\n")


@pytest.mark.parametrize("name", KEYS)
def test_every_key_can_be_set_in_the_example_and_reset_again(name):
    table, _, key = name.partition(".")
    known, default = next((known, default) for each, known, default in keys(TABLES[table]) if each == key)
    text = set_key(example(), name, known.type.write(default))
    above, found, below = example().partition(f"# {key} = {known.type.write(default)}\n")
    while above.count(f"\n[{table}]\n") == 0:  # another table has a key of this name
        more, again, below = below.partition(found)
        above += found + more
        assert again
    assert text == f"{above}{found}{key} = {known.type.write(default)}\n{below}"
    assert loaded(text) == Config()
    assert reset_key(text, name) == example()


# -- anything at all ---------------------------------------------------------------------------

CLOCKS = st.builds("{:02d}:{:02d}".format, st.integers(0, 23), st.integers(0, 59))
RANGES = st.tuples(CLOCKS, CLOCKS).filter(lambda ends: ends[0] != ends[1]).map("-".join)


def written(kind):
    """Return a strategy for values of a type, as TOML."""
    match kind:
        case Duration(least, most):
            return st.integers(int(least), int(most)).map(lambda seconds: f'"{format_duration(seconds)}"')
        case Switch():
            return st.sampled_from(["true", "false"])
        case OneOf(words):
            return st.sampled_from(words).map(lambda word: f'"{word}"')
        case Whole(least, most):
            return st.integers(least, most).map(str)
        case Stretch():
            return RANGES.map(lambda hours: f'"{hours}"')
        case ListOf(item, least, most):
            return st.lists(written(item), min_size=least, max_size=min(most, 4)).map(
                lambda all_: f"[{', '.join(all_)}]"
            )
        case Text():
            plain = st.characters(exclude_categories=("C",), exclude_characters="\u2028\u2029\x85")
            return st.text(plain, min_size=1).filter(str.strip).map(kind.write)


@st.composite
def tables(draw, name):
    """Return a table as somebody may have written it."""
    spaces, comment = st.sampled_from(["", "  "]), st.sampled_from(["", " # mine", "  # ü = [x]"])
    lines = [draw(st.sampled_from([f"[{name}]", f"[ {name} ]", f'["{name}"]'])) + draw(comment)]
    for key, known, _ in draw(st.lists(st.sampled_from(list(keys(TABLES[name]))), unique_by=lambda each: each[0])):
        equals = draw(st.sampled_from([" = ", "=", "   =  "]))
        lines.append(f"{draw(spaces)}{key}{equals}{draw(written(known.type))}{draw(comment)}")
        lines += draw(st.lists(st.sampled_from(["", "# between", "    # further in"]), max_size=2))
    return "\n".join(lines) + "\n"


OWN = '\n# my own\n[[break]] # b\nname = "roller"\nevery="2h30"\n'
ODD = (
    '[rythm]\nnote = """\n[rhythm]\n# length = "2m"\n\\""" \'""""" # odd\n',
    "[hidden]\nx = nan\n y.z = [ # [you]\n  1.50, {a = '}'}, # ]\n]\n[hidden.rhythm]\nlength = 1_0\n",
    "# [[break]]\n# length = '5m'\n# theme = 'dark'\n",
)


@st.composite
def files(draw):
    """Return a config file as somebody may have written it: its tables, its breaks and what is odd in any order."""
    names = draw(st.lists(st.sampled_from(list(TABLES)), unique=True))
    odd = draw(st.lists(st.sampled_from(ODD), unique=True))
    own = draw(st.lists(st.just(OWN), max_size=2))
    parts = draw(st.permutations([*odd, *own, *(draw(tables(name)) for name in names)]))
    text = draw(st.sampled_from(["", "# head\n", "\n"])) + "".join(parts)
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


names = st.sampled_from(list(KEYS))


def held(text):
    """Return what a text holds; `nan`, too, is equal to itself."""
    return tomllib.loads(text, parse_float=str)


def physical(text):
    return re.findall(r"[^\n]*\n|[^\n]+", text)


@given(st.data(), files(), names)
def test_what_is_set_is_what_is_read_and_every_other_line_is_as_it_was(data, text, name):
    table, _, key = name.partition(".")
    to = data.draw(written(KEYS[name]))
    wanted, after = held(text), set_key(text, name, to)
    there = key in wanted.get(table, {})
    wanted.setdefault(table, {})[key] = held(f"x = {to}")["x"]
    assert held(after) == wanted

    before, lines = physical(text), physical(after)
    if there:
        changed = [(old, new) for old, new in zip(before, lines, strict=True) if old != new]
        assert len(changed) <= 1
        for old, new in changed:
            assert old.split("=")[0] == new.split("=")[0]
            assert ("# mine" in old, "# ü = [x]" in old) == ("# mine" in new, "# ü = [x]" in new)
    else:
        start = next((n for n, (old, new) in enumerate(zip(before, lines, strict=False)) if old != new), len(before))
        added = lines[start : start + len(lines) - len(before)]
        assert before[:start] + added + before[start:] == lines
        said = [line.split("=")[0].strip() for line in added if line.strip()]
        assert sorted(said) in ([key], [f"[{table}]", key])
    assert {line[-2:] == "\r\n" for line in lines} <= {"\r\n" in text}


@given(st.data(), files(), names)
def test_what_is_reset_is_gone_and_every_other_line_is_as_it_was(data, text, name):
    table, _, key = name.partition(".")
    wanted, after = held(text), reset_key(text, name)
    there = wanted.get(table, {}).pop(key, None) is not None
    assert held(after) == wanted
    before, lines = physical(text), physical(after)
    at = next((n for n, (old, new) in enumerate(zip(before, lines, strict=False)) if old != new), len(lines))
    assert lines == before[:at] + before[at + there :]


@given(st.data(), files(), names)
def test_a_key_that_was_not_there_can_be_set_and_reset_and_its_table_stays(data, text, name):
    table = name.partition(".")[0]
    text = reset_key(text, name)
    again = reset_key(set_key(text, name, data.draw(written(KEYS[name]))), name)
    assert again == text if table in held(text) else held(again) == {**held(text), table: {}}


@given(st.text(max_size=120), names, st.text(max_size=40))
def test_no_text_and_no_value_fail_otherwise_than_by_saying_why(text, name, to):
    for change in (lambda: set_key(text, name, to), lambda: reset_key(text, name)):
        with contextlib.suppress(UnkinkError):
            assert isinstance(change(), str)
