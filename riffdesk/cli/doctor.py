"""``riffdesk doctor``."""

from __future__ import annotations

from typing import Annotated

import typer

from riffdesk.cli.app import app
from riffdesk.cli.terminal import examples, report_errors


@app.command("doctor", epilog=examples("riffdesk doctor", "riffdesk doctor --json > report.json"))
@report_errors
def doctor(
    json: Annotated[bool, typer.Option("--json", help="Print the report as JSON, and nothing else.")] = False,
) -> None:
    """Check this machine: versions, graphics card, sound devices, models, folders, and problems.

    Every problem comes with a remedy. The exit code is 0 if riffdesk can run, even if something
    optional is missing, and 1 if it cannot.
    """
    from riffdesk.doctor.findings import examine, print_report

    report = examine()
    if json:
        print(report.to_json())
    else:
        from rich.console import Console

        print_report(report, Console())
    if not report.ok:
        raise typer.Exit(1)
