"""The words of the command line."""

from __future__ import annotations

ABOUT: dict[str, str] = {
    "da": "Fordeler praktikanter på værter. Data bliver på denne maskine.",
    "en": "Places interns at hosts. The data stays on this machine.",
}

COMMANDS: dict[str, dict[str, str]] = {
    "demo": {
        "da": "Skriv en eksempelrunde i DIR, læg planen, og vis den.",
        "en": "Write an example round to DIR, solve it and show the plan.",
    },
    "template": {
        "da": "Skriv en tom projektmappe, der kan udfyldes, med rullelister og et eksempel.",
        "en": "Write an empty workbook to fill in, with drop-downs and an example.",
    },
    "check": {
        "da": "Vis, hvordan filerne er læst, alle fejl i dem, og pladser i forhold til praktikanter.",
        "en": "Show how the files were read, every issue in them, and places against people.",
    },
    "solve": {
        "da": "Læg planen, og skriv den i OUT (.xlsx, .csv eller .json).",
        "en": "Make the plan and write it to OUT (.xlsx, .csv or .json).",
    },
    "score": {
        "da": "Vis, hvad en plan er værd, vores eller jeres egen: mål, point og brudte regler.",
        "en": "Measure a plan, ours or made by hand: aims, points and broken rules.",
    },
    "tidy": {
        "da": "Skriv det, der er sendt, som den faste projektmappe, med rettelser og spørgsmål i egne ark.",
        "en": "Write whatever was sent as the standard workbook, with sheets of changes and questions.",
    },
    "verify": {
        "da": "Kontrollér, om en plan er lovlig, regnet rigtigt og bevist bedst.",
        "en": "Verify a plan: legal, counted right, and proven best?",
    },
    "schema": {
        "da": "Skriv JSON Schema for runde, indstillinger og plan.",
        "en": "Print the JSON Schema of round, policy and plan.",
    },
}

OPTIONS: dict[str, dict[str, str]] = {
    "version": {"da": "Vis versionen.", "en": "Show the version."},
    "inputs": {
        "da": "En projektmappe (.xlsx), en .json, en mappe eller flere .csv.",
        "en": "A workbook (.xlsx), a .json, a folder or several .csv.",
    },
    "plan_file": {
        "da": "Planen: .json, .xlsx eller .csv; kolonnerne praktikant og vært er nok.",
        "en": "The plan: .json, .xlsx or .csv; the columns intern and host are enough.",
    },
    "folder": {"da": "Mappen til eksemplet.", "en": "The folder of the example."},
    "out": {
        "da": "Filen, der skrives; endelsen bestemmer formatet.",
        "en": "The file to write; its ending says which kind.",
    },
    "policy": {
        "da": "Mål og regler; går forud for filernes egne.",
        "en": "Aims and rules; goes before those of the files.",
    },
    "preset": {"da": "Grundindstilling: standard eller bare.", "en": "Preset: standard or bare."},
    "time_limit": {
        "da": "Stop efter så mange sekunder med den bedste plan indtil da.",
        "en": "Stop after so many seconds with the best plan by then.",
    },
    "memory_limit": {
        "da": "Brug højst så mange gigabyte hukommelse; ellers det meste af det, der er ledigt.",
        "en": "Use at most so many gigabytes of memory; else most of what is free.",
    },
    "gap": {
        "da": "En andel, der er god nok: 0.01 er 1 % fra det bedste.",
        "en": "A share that is good enough: 0.01 is 1 % from the best.",
    },
    "seed": {
        "da": "Lodtrækningens tal: et andet tal trækker lod på ny.",
        "en": "Seed of the lottery: another number draws other lots.",
    },
    "workers": {"da": "Hvor mange kerner der bruges.", "en": "How many cores to use."},
    "encoding": {
        "da": "Tegnsæt i .csv; findes ellers af sig selv.",
        "en": "Encoding of .csv; found out where left out.",
    },
    "marked": {
        "da": "Skriv en kopi af filerne med fejlene farvet og forklaret.",
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
    "lang": {"da": "Sprog: dansk eller engelsk.", "en": "Language: Danish or English."},
    "as_json": {
        "da": "Skriv ét JSON-objekt på stdout.",
        "en": "Print one JSON object on stdout.",
    },
    "quiet": {"da": "Vis kun fejl.", "en": "Show errors only."},
    "force": {"da": "Overskriv filer, der findes.", "en": "Overwrite files that exist."},
}

WORDS: dict[str, dict[str, str]] = {
    "da": {
        "ending": "{path}: endelsen skal være {endings}.",
        "out_exists": "{path} findes allerede. Brug --force for at overskrive den.",
        "out_is_folder": "{path} er en mappe. Vælg et filnavn.",
        "out_is_input": "{path} er også en af de filer, der læses. Vælg et andet filnavn.",
        "not_written": "{path} kunne ikke skrives ({why}). Er filen åben i et andet program, så luk den. "
        "Eller vælg et andet navn, for eksempel {other}.",
        "stdout_unwritten": "Data kunne ikke skrives på stdout ({why}).",
        "interrupted": "Afbrudt, før der var en plan. Intet er skrevet.",
        "out_of_memory": "Maskinen har ikke hukommelse nok til denne runde. Luk andre programmer, brug en "
        "maskine med mere, eller begræns, hvem der kan komme hvor.",
        "bug": "Uventet fejl i innopraktik-match ({kind}). Det er vores fejl, ikke jeres data. "
        "INNOPRAKTIK_DEBUG=1 viser detaljerne, når I melder den.",
        "more_warnings": "… og {count} advarsler til. «innopraktik-match check» viser dem alle.",
        "written": "Skrevet: {path}",
        "nothing_written": "{path} blev ikke skrevet: der er ingen plan.",
        "readback": "Sådan er filerne læst:",
        "mapping": "Passer forslagene, så gem dette som columns.toml, og giv filen med næste gang "
        '(en kolonne med "" følger med uden at blive brugt):',
        "counts": "Fejl: {error}. Advarsler: {warning}. Bemærkninger: {info}.",
        "demo": "Runde:  {given}\nPlan:   {workbook}\nData:   {whole}",
    },
    "en": {
        "ending": "{path}: the ending must be {endings}.",
        "out_exists": "{path} exists already. Use --force to overwrite it.",
        "out_is_folder": "{path} is a folder. Choose a file name.",
        "out_is_input": "{path} is input as well. Choose another file name.",
        "not_written": "{path} could not be written ({why}). If it is open in another program, close it. "
        "Or choose another name, for example {other}.",
        "stdout_unwritten": "The data could not be written to stdout ({why}).",
        "interrupted": "Stopped before there was a plan. Nothing was written.",
        "out_of_memory": "The machine has not enough memory for this round. Close other programs, take a "
        "machine with more, or limit who can go where.",
        "bug": "Unexpected error in innopraktik-match ({kind}). It is our bug, not your data. "
        "INNOPRAKTIK_DEBUG=1 shows the details for the report.",
        "more_warnings": "... and {count} more warnings. 'innopraktik-match check' shows them all.",
        "written": "Written: {path}",
        "nothing_written": "{path} was not written: there is no plan.",
        "readback": "How the files were read:",
        "mapping": "If the proposals are right, save this as columns.toml and name the file next time too "
        '(a field of "" is carried along unused):',
        "counts": "Errors: {error}. Warnings: {warning}. Notes: {info}.",
        "demo": "Round:  {given}\nPlan:   {workbook}\nData:   {whole}",
    },
}
