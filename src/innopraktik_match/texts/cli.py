"""The words of the command line."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

ABOUT: dict[Lang, str] = {
    "da": "Fordeler praktikanter på værter. Alle data bliver på denne computer.",
    "en": "Places interns at hosts. All data stays on this computer.",
}

COMMANDS: dict[str, dict[Lang, str]] = {
    "demo": {
        "da": "Skriv en eksempelrunde i en mappe, lav planen, og vis den.",
        "en": "Write an example round to a folder, make the plan and show it.",
    },
    "template": {
        "da": "Skriv en projektmappe til udfyldning med rullelister og et eksempel.",
        "en": "Write a workbook to fill in, with drop-down lists and an example.",
    },
    "check": {
        "da": "Vis, hvordan filerne er læst, hvad der skal rettes, og om der er plads til alle.",
        "en": "Show how the files were read, what to fix, and whether there is room for everybody.",
    },
    "solve": {
        "da": "Lav planen, vis den, og gem den med -o (.xlsx, .csv eller .json).",
        "en": "Make the plan, show it, and save it with -o (.xlsx, .csv or .json).",
    },
    "score": {
        "da": "Vis, hvor god en plan er – også en, I selv har rettet: mål, point og brudte regler.",
        "en": "Show how good a plan is, also one you have changed yourselves: aims, points, broken rules.",
    },
    "tidy": {
        "da": "Skriv det, der er sendt, som den faste projektmappe, med rettelser og spørgsmål i egne ark.",
        "en": "Write whatever was sent as the standard workbook, with sheets of changes and questions.",
    },
    "verify": {
        "da": "Kontrollér, at en plan følger reglerne, at tallene stemmer, og at ingen plan er bedre.",
        "en": "Verify that a plan keeps the rules, that its figures are correct and that no plan is better.",
    },
    "schema": {
        "da": "Vis JSON Schema for runde, indstillinger og plan.",
        "en": "Print the JSON Schema of round, policy and plan.",
    },
}

OPTIONS: dict[str, dict[Lang, str]] = {
    "help": {"da": "Vis denne hjælp.", "en": "Show this help."},
    "version": {"da": "Vis versionen.", "en": "Show the version."},
    "inputs": {
        "da": "En projektmappe (.xlsx), en .json, en mappe eller flere .csv.",
        "en": "A workbook (.xlsx), a .json, a folder or several .csv.",
    },
    "plan_file": {
        "da": "Planen: .json, .xlsx eller .csv; kolonnerne praktikant og vært er nok.",
        "en": "The plan: .json, .xlsx or .csv; the columns intern and host are enough.",
    },
    "folder": {
        "da": "Mappen til eksemplet; ellers innopraktik-demo.",
        "en": "The folder of the example; innopraktik-demo if left out.",
    },
    "out": {
        "da": "Filen, der skrives; endelsen bestemmer formatet.",
        "en": "The file to write; its ending decides the format.",
    },
    "policy": {
        "da": "Mål og regler; gælder i stedet for filernes.",
        "en": "Aims and rules; overrides those in the files.",
    },
    "preset": {
        "da": "Grundindstilling: standard eller enkel.",
        "en": "Preset: standard or bare.",
    },
    "time_limit": {
        "da": "Stop efter dette antal sekunder, og brug den bedste plan, der er fundet.",
        "en": "Stop after this many seconds and keep the best plan found.",
    },
    "memory_limit": {
        "da": "Brug højst så mange gigabyte hukommelse; ellers det meste af det, der er ledigt.",
        "en": "Use at most this many gigabytes of memory; most of what is free if left out.",
    },
    "gap": {
        "da": "Stop så tæt på det bedste: 0.01 er 1 %. Ellers 0.",
        "en": "Stop this close to the best: 0.01 is 1 %. 0 if left out.",
    },
    "seed": {
        "da": "Tal til lodtrækningen. Skriv et andet, hvis der skal trækkes lod igen.",
        "en": "Number for the lottery. Change it to redraw the lottery.",
    },
    "workers": {"da": "Hvor mange processorkerner der bruges.", "en": "How many processor cores to use."},
    "year": {
        "da": "Året for uger og datoer uden årstal; ellers de første, der kommer.",
        "en": "The year of weeks and dates without one; otherwise the first to come.",
    },
    "encoding": {
        "da": "Tegnsæt i .csv; findes ellers automatisk.",
        "en": "Encoding of .csv; detected if left out.",
    },
    "marked": {
        "da": "Skriv en kopi af filerne, hvor fejlene er farvet og forklaret.",
        "en": "Write a copy of the files with the faults coloured and explained.",
    },
    "sign": {
        "da": "Underskriv planen med denne private nøgle (Ed25519).",
        "en": "Sign the plan with this private key (Ed25519).",
    },
    "signed_by": {
        "da": "Kontrollér også, at planen er underskrevet med denne offentlige nøgle.",
        "en": "Verify as well that the plan was signed with this public key.",
    },
    "lang": {
        "da": "Sprog: dansk (da) eller engelsk (en). Ellers dansk.",
        "en": "Language: Danish (da) or English (en). Danish if left out.",
    },
    "as_json": {
        "da": "Skriv ét JSON-objekt på stdout.",
        "en": "Print one JSON object on stdout.",
    },
    "quiet": {"da": "Vis kun fejl.", "en": "Show errors only."},
    "force": {"da": "Overskriv filer, der findes i forvejen.", "en": "Overwrite files that exist."},
}

METAVARS: dict[Lang, dict[str, str]] = {
    "da": {
        "inputs": "FIL...",
        "plan_file": "PLAN",
        "folder": "MAPPE",
        "out": "FIL",
        "policy": "FIL.toml",
        "preset": "NAVN",
        "time_limit": "SEKUNDER",
        "memory_limit": "GB",
        "gap": "ANDEL",
        "year": "ÅR",
        "seed": "TAL",
        "workers": "ANTAL",
        "encoding": "NAVN",
        "marked": "FIL.xlsx",
        "sign": "NØGLE",
        "signed_by": "NØGLE",
        "lang": "da|en",
    },
    "en": {
        "inputs": "FILE...",
        "plan_file": "PLAN",
        "folder": "FOLDER",
        "out": "FILE",
        "policy": "FILE.toml",
        "preset": "NAME",
        "time_limit": "SECONDS",
        "memory_limit": "GB",
        "gap": "SHARE",
        "year": "YEAR",
        "seed": "NUMBER",
        "workers": "NUMBER",
        "encoding": "NAME",
        "marked": "FILE.xlsx",
        "sign": "KEY",
        "signed_by": "KEY",
        "lang": "da|en",
    },
}
"""What stands for the value of an argument or an option."""

VALUES_OF: dict[str, dict[Lang, str]] = {
    "time_limit": {"da": "et antal sekunder, mindst 0", "en": "a number of seconds, at least 0"},
    "memory_limit": {"da": "et antal gigabyte over 0", "en": "a number of gigabytes above 0"},
    "gap": {
        "da": "et tal fra 0 til 1, skrevet med punktum, for eksempel 0.01",
        "en": "a number from 0 to 1, for example 0.01",
    },
    "seed": {"da": "et helt tal, mindst 0", "en": "a whole number, at least 0"},
    "workers": {"da": "et helt tal, mindst 1", "en": "a whole number, at least 1"},
    "year": {"da": "et årstal fra 2000 til 2100", "en": "a year from 2000 to 2100"},
    "lang": {"da": "da eller en", "en": "da or en"},
}
"""What an option can be."""

USAGE: dict[Lang, dict[str, str]] = {
    "da": {
        "usage": "Brug",
        "options": "[TILVALG]",
        "command": "KOMMANDO ...",
        "title_arguments": "Argumenter",
        "title_options": "Tilvalg",
        "title_commands": "Kommandoer",
        "error": "Fejl",
        "help": "Hjælp: {command} --help",
        "no_command": "Der er ingen kommando, der hedder »{name}«. Kommandoerne er {known}.",
        "no_option": "{option} findes ikke.",
        "meant": "Mener du {options}?",
        "needs_value": "{option} skal have en værdi.",
        "takes_no_value": "{option} har ingen værdi.",
        "missing": "{name} mangler.",
        "must_be": "{option} skal være {values}.",
        "left_over": "For mange ord på linjen: {words}",
    },
    "en": {
        "usage": "Usage",
        "options": "[OPTIONS]",
        "command": "COMMAND ...",
        "title_arguments": "Arguments",
        "title_options": "Options",
        "title_commands": "Commands",
        "error": "Error",
        "help": "Help: {command} --help",
        "no_command": 'There is no command "{name}". The commands are {known}.',
        "no_option": "{option} does not exist.",
        "meant": "Did you mean {options}?",
        "needs_value": "{option} needs a value.",
        "takes_no_value": "{option} takes no value.",
        "missing": "{name} is missing.",
        "must_be": "{option} must be {values}.",
        "left_over": "Too many words on the line: {words}",
    },
}
"""Headings of the help, and what is wrong with a command line."""

WORDS: dict[Lang, dict[str, str]] = {
    "da": {
        "ending": "{path}: Filnavnet skal ende på {endings}.",
        "out_exists": "{path} findes allerede. Brug --force for at overskrive den.",
        "out_is_folder": "{path} er en mappe. Vælg et filnavn.",
        "out_is_input": "{path} er også en af de filer, der læses. Vælg et andet filnavn.",
        "not_written": "{path} kunne ikke skrives ({why}). Er filen åben i et andet program, så luk den. "
        "Eller vælg et andet navn, for eksempel {other}.",
        "stdout_unwritten": "Data kunne ikke skrives på stdout ({why}).",
        "interrupted": "Afbrudt, før der var en plan. Intet er skrevet.",
        "out_of_memory": "Computeren har ikke hukommelse nok til denne runde. Luk andre programmer, brug en "
        "computer med mere, eller begræns, hvem der kan komme hvor.",
        "bug": "Uventet fejl i innopraktik-match ({kind}). Det er vores fejl, ikke jeres data. "
        "INNOPRAKTIK_DEBUG=1 viser detaljerne, når I melder den.",
        "more_warnings": "Advarsler, der ikke er vist: {count}. »innopraktik-match check« viser dem alle.",
        "written": "Skrevet: {path}",
        "nothing_written": "{path} blev ikke skrevet: Der er ingen plan.",
        "not_saved": "Planen er ikke gemt. Skriv -o plan.xlsx efter kommandoen for at gemme den.",
        "readback": "Sådan er filerne læst:",
        "mapping": "Passer det, så omdøb kolonnerne – eller gem disse linjer som columns.toml, og "
        'giv filen med næste gang ("" betyder, at kolonnen ikke bruges, men kommer med i planen):',
        "counts": "Fejl: {error}. Advarsler: {warning}. Bemærkninger: {info}.",
        "demo": "Runde:  {given}\nPlan:   {workbook}\nData:   {whole}",
    },
    "en": {
        "ending": "{path}: the file name must end in {endings}.",
        "out_exists": "{path} exists already. Use --force to overwrite it.",
        "out_is_folder": "{path} is a folder. Choose a file name.",
        "out_is_input": "{path} is also one of the files to read. Choose another file name.",
        "not_written": "{path} could not be written ({why}). If it is open in another program, close it. "
        "Or choose another name, for example {other}.",
        "stdout_unwritten": "The data could not be written to stdout ({why}).",
        "interrupted": "Stopped before there was a plan. Nothing was written.",
        "out_of_memory": "This computer does not have enough memory for this round. Close other programs, "
        "use a computer with more, or limit who can go where.",
        "bug": "Unexpected error in innopraktik-match ({kind}). It is our bug, not your data. "
        "INNOPRAKTIK_DEBUG=1 shows the details for the report.",
        "more_warnings": "Warnings not shown: {count}. 'innopraktik-match check' shows them all.",
        "written": "Written: {path}",
        "nothing_written": "{path} was not written: there is no plan.",
        "not_saved": "The plan was not saved. Add -o plan.xlsx to the command to save it.",
        "readback": "How the files were read:",
        "mapping": "If this is right, rename the columns – or save these lines as columns.toml and "
        'give that file next time too ("" means that the column is not used, but copied to the plan):',
        "counts": "Errors: {error}. Warnings: {warning}. Notes: {info}.",
        "demo": "Round:  {given}\nPlan:   {workbook}\nData:   {whole}",
    },
}

FAILURES: dict[int, dict[Lang, str]] = {
    errno.ENOSPC: {"da": "disken er fuld", "en": "the disk is full"},
    errno.EACCES: {"da": "der er ikke adgang", "en": "access is denied"},
    errno.EPERM: {"da": "der er ikke adgang", "en": "access is denied"},
    errno.EROFS: {"da": "der kan ikke skrives på disken", "en": "the disk is read-only"},
    errno.ENOENT: {"da": "mappen findes ikke", "en": "the folder does not exist"},
    errno.ENOTDIR: {"da": "mappen findes ikke", "en": "the folder does not exist"},
    errno.EISDIR: {"da": "der er en mappe med det navn", "en": "there is a folder of that name"},
    errno.EEXIST: {"da": "filen findes allerede", "en": "the file exists already"},
    errno.ENAMETOOLONG: {"da": "navnet er for langt", "en": "the name is too long"},
    errno.EINVAL: {"da": "navnet kan ikke bruges", "en": "the name cannot be used"},
    errno.EPIPE: {"da": "modtageren er lukket", "en": "the receiver is closed"},
    errno.EBADF: {"da": "modtageren er lukket", "en": "the receiver is closed"},
}
OTHER_FAILURE: dict[Lang, str] = {"da": "fejl {number}", "en": "error {number}"}


def failure(error: OSError | ValueError, lang: Lang) -> str:
    """Return why something could not be written.

    Examples
    --------
    >>> failure(PermissionError(13, "Permission denied"), "da")
    'der er ikke adgang'
    """
    number = getattr(error, "errno", None) or errno.EINVAL
    told = FAILURES.get(number)
    return told[lang] if told else OTHER_FAILURE[lang].format(number=number)
