"""`unkink simulate`."""

import subprocess
import sys

import click


@click.command(name="simulate", short_help="What would have been offered on past days.")
@click.argument("trace", type=click.Path(exists=True, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="One list of objects, for programs.")
@click.option("--chart", is_flag=True, help="A day per line.")
@click.option("--answers", default="start", show_default=True, help="start, skip, ignore, or mix:SEED.")
@click.option("--zone", default="", help="The time zone of the trace, such as Europe/Lisbon.")
@click.option("--config", type=click.Path(exists=True, dir_okay=False), help="Other settings than those in force.")
def command(trace: str, answers: str, zone: str, config: str | None, *, as_json: bool, chart: bool) -> None:
    """Live through a TRACE of past days at once and tell what unkink would have done.

    A trace is a CSV file of what happened, or an export of ActivityWatch's afkstatus bucket (docs/simulate.md).
    So intervals can be tried on past weeks, and anything odd can be shown to others.

    \b
    Examples:
      unkink simulate week.json --chart
      unkink simulate day.csv --answers mix:7 --json
      unkink simulate week.json --config other.toml
    """
    if as_json and chart:
        raise click.UsageError("--json and --chart exclude each other.")
    args = [f"--answers={answers}", f"--zone={zone}", f"--config={config or ''}"]
    args += ["--json"] * as_json + ["--chart"] * chart
    status = subprocess.run([sys.executable, "-m", "unkink.simulate", *args, "--", trace], check=False).returncode
    if status:
        raise click.exceptions.Exit(status)
