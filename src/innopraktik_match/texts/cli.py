"""The words of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

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
        "out_is_file": "{path} er en fil. Vælg en mappe.",
        "out_holds_input": "I {path} ligger en af de filer, der læses ({name}). Vælg en anden mappe.",
        "out_holds_more": "I {path} ligger andet end det, der deles ud ({name}), så mappen bliver ikke "
        "erstattet. Vælg en anden mappe.",
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
        "no_folder": "Der er ingen mappe {path}.",
        "nothing_written": "{path} blev ikke skrevet: Der er ingen plan.",
        "edited": "Planen er rettet i hånden, siden den blev skrevet. Først står, hvad der gjaldt før, så "
        "hvad der gælder nu.",
        "not_saved": "Planen er ikke gemt. Skriv -o plan.xlsx efter kommandoen for at gemme den.",
        "explained": "{done} af {of} forklaret. Ctrl-C stopper med det, der er fundet.",
        "explaining_cut": "Søgningen blev stoppet, før alt var prøvet.",
        "nothing_to_explain": "Alle har et besøg, og ingen enkelt ændring, der er prøvet, gør planen bedre.",
        "readback": "Sådan er filerne læst:",
        "mapping": "Passer det, så omdøb kolonnerne – eller gem disse linjer som columns.toml, og "
        'giv filen med næste gang ("" betyder, at kolonnen ikke bruges):',
        "counts": "Fejl: {error}. Advarsler: {warning}. Bemærkninger: {info}.",
        "one_of_two": "Skriv enten --intern eller --host.",
        "take_needs_out": "--take og -o hører sammen.",
        "back_alone": "--back står alene: uden --freeze, --changes og --trade.",
        "back": "Tilbage til planen før, {path}. Svar, der er givet siden, er ført over.",
        "no_plan_before": "Planen er ikke lavet ud fra en anden, så der er ingen vej tilbage.",
        "plan_before_lost": "Planen før ligger hverken i planens mappe eller i mappen efter -o.",
        "no_such_choice": "Der er {count} på listen, så --take {number} findes ikke.",
        "person_withdrawn": "{name} har trukket sig. Giv {name} en række i planen, hvis det er fortrudt.",
        "person_unknown": "»{name}« er ikke i runden.",
        "demo": "Plan:     {workbook}\nTil alle: {pack}\nÅbn:      {index}",
        "demo_bare": "Plan:     {workbook}",
        "reading": "Læser filerne …",
        "writing": "Skriver filerne …",
        "solving": "Gør klar til at lægge planen …",
        "next_report": "Næste: innopraktik-match report {plan} {inputs} -o ud",
    },
    "en": {
        "ending": "{path}: the file name must end in {endings}.",
        "out_exists": "{path} exists already. Use --force to overwrite it.",
        "out_is_folder": "{path} is a folder. Choose a file name.",
        "out_is_input": "{path} is also one of the files to read. Choose another file name.",
        "out_is_file": "{path} is a file. Choose a folder.",
        "out_holds_input": "{path} holds one of the files to read ({name}). Choose another folder.",
        "out_holds_more": "{path} holds more than what is handed out ({name}), so it is not replaced. "
        "Choose another folder.",
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
        "no_folder": "There is no folder {path}.",
        "nothing_written": "{path} was not written: there is no plan.",
        "edited": "The plan has been edited since it was written. What held before comes first, then what "
        "holds now.",
        "not_saved": "The plan was not saved. Add -o plan.xlsx to the command to save it.",
        "explained": "{done} of {of} explained. Ctrl-C stops with what has been found.",
        "explaining_cut": "The search was stopped before everything had been tried.",
        "nothing_to_explain": "Everybody has a visit, and no single change that was tried improves the plan.",
        "readback": "How the files were read:",
        "mapping": "If this is right, rename the columns – or save these lines as columns.toml and "
        'give that file next time too ("" means that the column is not used):',
        "counts": "Errors: {error}. Warnings: {warning}. Notes: {info}.",
        "one_of_two": "Give either --intern or --host.",
        "take_needs_out": "--take and -o belong together.",
        "back_alone": "--back stands alone: without --freeze, --changes and --trade.",
        "back": "Back to the plan before, {path}. Answers given since are kept.",
        "no_plan_before": "The plan was not made from another one: there is no way back.",
        "plan_before_lost": "The plan before is neither in the folder of the plan nor in that of -o.",
        "no_such_choice": "There are {count} on the list, so --take {number} does not exist.",
        "person_withdrawn": "{name} has withdrawn. Give {name} a row in the plan if that is regretted.",
        "person_unknown": '"{name}" is not in the round.',
        "demo": "Plan:         {workbook}\nFor everyone: {pack}\nOpen:         {index}",
        "demo_bare": "Plan:         {workbook}",
        "reading": "Reading the files …",
        "writing": "Writing the files …",
        "solving": "Getting ready to plan …",
        "next_report": "Next: innopraktik-match report {plan} {inputs} -o out",
    },
}
