"""
The `nsis` command.

Each group stands in a module of its own, which is imported only when the group is called: `nsis --help` and
`nsis law` never wait for Django, and the core works without it.
"""

import importlib
from importlib.util import find_spec

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False)

CORE = {
    "law": "The law: what is in force, and why an amount is what it is.",
    "project": "The fund's future under a scheme: lives, accounts, a report.",
    "ilo": "The ILO's standards: what of them a scheme meets, and what would meet the rest.",
    "compare": "Projections beside each other: what they differ in.",
}
SERVICE = {
    "db": "The database: start, stop, prepare, back up, restore.",
    "employers": "Employers and their places of work: register, list.",
    "users": "The people who sign in.",
    "serve": "Serve the pages and do the jobs, until Ctrl-C.",
    "returns": "Employers' monthly returns: check, post.",
    "remittances": "Money received: post, settle.",
    "books": "The books: do they agree?",
    "demo": "A demonstration: one upazila, one year of returns.",
}


@app.callback()
def nsis() -> None:
    """The open system for Bangladesh's National Social Insurance Scheme."""
    # Without a callback, Typer would take the core's only group for the whole command.


def _call(name: str, arguments: list[str]) -> None:
    """Run a group: its module's `app`, or else the function that is named as the group."""
    module = importlib.import_module(f"nsis.commands.{name}")
    group = getattr(module, "app", None)
    if group is None:
        group = typer.Typer(add_completion=False)
        group.command()(getattr(module, name))
    group(args=arguments, prog_name=f"nsis {name}")


def _add(name: str, words: str) -> None:
    @app.command(
        name,
        help=words,
        context_settings={
            "allow_extra_args": True,
            "ignore_unknown_options": True,
            "allow_interspersed_args": False,
            "help_option_names": [],
        },
    )
    def pass_on(context: typer.Context) -> None:
        _call(name, context.args)


for _name, _words in {**CORE, **(SERVICE if find_spec("django") else {})}.items():
    if find_spec(f"nsis.commands.{_name}"):
        _add(_name, _words)

if __name__ == "__main__":
    app()
