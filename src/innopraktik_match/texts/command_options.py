"""The words of the arguments and options of the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

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
    "intern": {"da": "Den praktikant, der spørges om.", "en": "The intern that is asked about."},
    "host": {"da": "Den vært, der spørges om.", "en": "The host that is asked about."},
    "pair": {
        "da": "Hvorfor de to er sammen – eller hvad der forhindrer det, og hvad det koster (id eller navn).",
        "en": "Why the two are together – or what stands in the way, and what it would cost (id or name).",
    },
    "unplaced": {
        "da": "Hvorfor nogen intet besøg har, og den mindste ændring, der ville give et.",
        "en": "Why somebody has no visit, and the smallest change that would give one.",
    },
    "next_best": {
        "da": "Så mange planer, der kommer efter den bedste – hver bevist at være den næste.",
        "en": "So many plans that come after the best – each proven to be the next.",
    },
    "differing": {
        "da": "Så mange skal mindst have en anden vært i de næste planer.",
        "en": "So many must have another host in the next plans, at least.",
    },
    "stop_after": {
        "da": "Stop efter dette antal sekunder, og vis det, der er fundet.",
        "en": "Stop after this many seconds, and show what has been found.",
    },
    "whole_round": {
        "da": "Hvilke grænser koster mest; eller hvad der skal til, hvis ingen plan er mulig.",
        "en": "Which limits cost most; or what it takes if no plan is possible.",
    },
    "folder": {
        "da": "Mappen til eksemplet; ellers innopraktik-demo.",
        "en": "The folder of the example; innopraktik-demo if left out.",
    },
    "plans": {"da": "Mappen med planerne.", "en": "The folder with the plans."},
    "out": {
        "da": "Filen, der skrives; endelsen bestemmer formatet.",
        "en": "The file to write; its ending decides the format.",
    },
    "pack": {
        "da": "Mappen, der skrives, hel eller slet ikke.",
        "en": "The folder to write, whole or not at all.",
    },
    "only": {
        "da": "Skriv kun nogle dele: index, boss, plan, hosts, letters, mail, drafts, calendar, regions, "
        "figures, shared.",
        "en": "Write some parts only: index, boss, plan, hosts, letters, mail, drafts, calendar, regions, "
        "figures, shared.",
    },
    "templates": {
        "da": "Mappe med egne skabeloner til breve og sider. Findes den ikke, får I de oprindelige at rette "
        "i.",
        "en": "Folder of your own templates for letters and pages. If it is missing, the originals are put "
        "there.",
    },
    "scenarios": {
        "da": "Scenarierne, en .toml: indstillinger, pladser, deltagere og lodtrækninger.",
        "en": "The scenarios, a .toml: policies, capacities, people and draws.",
    },
    "cluster": {
        "da": "Løs på andre maskiner: adressen på en Dask-scheduler.",
        "en": "Solve on other machines: the address of a Dask scheduler.",
    },
    "table": {"da": "Tabellen, der skrives, en .csv.", "en": "The table to write, a .csv."},
    "parquet": {
        "da": "Skriv også tabellen som Parquet, en .parquet; kræver pyarrow.",
        "en": "Write the table as Parquet too, a .parquet; needs pyarrow.",
    },
    "plot": {
        "da": "Tegn også, hvad det ene mål koster i det andet, en .svg.",
        "en": "Draw too what one aim costs in another, an .svg.",
    },
    "resume": {
        "da": "Fortsæt en tabel, der ikke blev færdig.",
        "en": "Go on with a table that was not finished.",
    },
    "address": {
        "da": "Adressen, der lyttes på; ellers kun denne computers egen.",
        "en": "The address to listen on; only that of this computer if left out.",
    },
    "port": {"da": "Porten; 0 er en ledig.", "en": "The port; 0 is any that is free."},
    "data": {
        "da": "Gem job her (SQLite), så de overlever en genstart.",
        "en": "Keep jobs here (SQLite), so that they survive a restart.",
    },
    "token_file": {
        "da": "Nøgler, der giver adgang: en på hver linje, gerne med navnet på ejeren foran.",
        "en": "Tokens that give access: one on each line, after the name of its owner if it has one.",
    },
    "allow_host": {
        "da": "Svar også på dette værtsnavn; kan gentages.",
        "en": "Answer to this host name too; may be repeated.",
    },
    "allow_origin": {
        "da": "Svar sider fra denne adresse, fx https://intra.example; kan gentages.",
        "en": "Answer pages from this address, such as https://intra.example; may be repeated.",
    },
    "jobs": {
        "da": "Hvor mange job der kører på én gang; ellers én færre end kernerne.",
        "en": "How many jobs run at once; one fewer than there are cores if left out.",
    },
    "job_time": {
        "da": "Hvor længe et job højst må søge; ellers en time.",
        "en": "How long a job may search; an hour if left out.",
    },
    "job_memory": {
        "da": "Hvor meget hukommelse et job må bruge; ellers 2.",
        "en": "How much memory a job may use; 2 if left out.",
    },
    "keep_hours": {
        "da": "Hvor længe et job gemmes, når det er færdigt; ellers 24.",
        "en": "How long a job is kept once it has ended; 24 if left out.",
    },
    "most_mb": {
        "da": "Hvor meget der højst modtages ad gangen; ellers 20.",
        "en": "How much is accepted at a time; 20 if left out.",
    },
    "rate": {
        "da": "Anmodninger i minuttet fra hver klient; ellers 600.",
        "en": "Requests a minute from each client; 600 if left out.",
    },
    "policy": {
        "da": "Mål og regler; gælder i stedet for filernes.",
        "en": "Aims and rules; overrides those in the files.",
    },
    "preset": {
        "da": "Grundindstilling: standard, enkel, privat eller en af dem, som kommandoen presets viser.",
        "en": "Preset: standard, bare, private or one of those that the command presets shows.",
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
    "other_plan": {
        "da": "Den anden plan, i samme slags fil.",
        "en": "The other plan, in the same kinds of file.",
    },
    "freeze": {
        "da": "Flyt ingen, der kan blive: Fyld kun hullerne.",
        "en": "Move nobody who can stay: only fill the holes.",
    },
    "changes": {
        "da": "Ændr højst så mange besøg ud over dem, der ikke kan holdes; kun for en gevinst.",
        "en": "Change at most this many visits, beside those that cannot be kept, and only for a gain.",
    },
    "with_trade": {
        "da": "Vis også, hvad flere ændringer ville give, som tabel; med -o også som billede (.svg).",
        "en": "Show as well what further changes would buy, as a table; with -o as a picture too (.svg).",
    },
    "back": {
        "da": "Gå tilbage til den plan, som denne er lavet ud fra; svar, der er givet siden, følger med.",
        "en": "Go back to the plan that this one was made from; answers given since are kept.",
    },
    "moving": {
        "da": "Vis også de muligheder, hvor andre skal flytte: hvem, og hvad det koster.",
        "en": "Show as well the choices for which others must move: who, and what it costs.",
    },
    "take": {
        "da": "Vælg dette nummer på listen, og skriv planen med -o.",
        "en": "Take this number of the list, and write the plan with -o.",
    },
    "area": {
        "da": "Region eller kommune, som den lokale runde gælder. Kan gentages.",
        "en": "Region or municipality of the local round. Repeatable.",
    },
    "within": {
        "da": "Værter højst så mange km uden for området er med lokalt; ellers 0.",
        "en": "Hosts at most this many km outside the area are local too; 0 if left out.",
    },
    "not_home": {
        "da": "Ingen lokal praktikant besøger sin egen kommune.",
        "en": "No local intern visits their own municipality.",
    },
    "way": {
        "da": "Den plan, der skrives med -o: together, local_first eller national_first.",
        "en": "The plan that -o writes: together, local_first or national_first.",
    },
    "every": {
        "da": "Uger mellem to matchninger. Kan gentages; ellers 1, 2 og 4.",
        "en": "Weeks between two batches. Repeatable; 1, 2 and 4 if left out.",
    },
    "of": {
        "da": "Kun denne grundindstilling. Kan gentages.",
        "en": "Only this preset. Repeatable.",
    },
    "answers": {
        "da": "Svarene, som spørgeskemaet giver dem: .csv eller .xlsx.",
        "en": "The answers as the survey tool exports them: .csv or .xlsx.",
    },
    "suggest": {
        "da": "Foreslå point, der følger svarene, og vis, hvad de ville have ændret i runden.",
        "en": "Suggest points that follow the answers, and show what they would have changed in the round.",
    },
    "earlier": {
        "da": "En tidligere runde: plan.xlsx, arkiv, liste, eller en mappe med runde og plan. Kan gentages.",
        "en": "An earlier round: plan.xlsx, an archive, a list, or a folder with round and plan. Repeatable.",
    },
    "earlier_files": {
        "da": "Tidligere runder: plan.xlsx, arkiver, lister, eller mapper med runde og plan.",
        "en": "Earlier rounds: plan.xlsx, archives, lists, or folders with round and plan.",
    },
    "key": {
        "da": "Nøglefil: gem kendetegn i stedet for navne. archive laver filen, hvis den mangler.",
        "en": "Key file: keep tokens instead of names. archive makes the file where there is none.",
    },
    "forget": {
        "da": "Glem denne person: e-mail, eller »navn, arbejdsplads«. Kan gentages.",
        "en": 'Forget this person: e-mail, or "name, workplace". Repeatable.',
    },
    "keep": {
        "da": "Slet personer efter så mange år, talt fra den seneste runde; ellers 5.",
        "en": "Remove people after this many years, counted from the last round; 5 if left out.",
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
    "as_json": {"da": "Skriv ét JSON-objekt på stdout.", "en": "Print one JSON object on stdout."},
    "quiet": {"da": "Vis kun fejl.", "en": "Show errors only."},
    "force": {"da": "Overskriv filer, der findes i forvejen.", "en": "Overwrite files that exist."},
}
