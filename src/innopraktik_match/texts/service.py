"""The words of the service: what is wrong with a request, and what the command says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

PROBLEMS: dict[str, dict[Lang, tuple[str, str]]] = {
    "input": {
        "da": ("Der er fejl i det, der er sendt", "Hver fejl står under »issues« med sted og forklaring."),
        "en": (
            "There are errors in what was sent",
            'Each error is listed in "issues" with its place and words.',
        ),
    },
    "memory": {
        "da": ("Ikke hukommelse nok", "Runden kræver mere hukommelse, end tjenesten må bruge til ét job."),
        "en": ("Not enough memory", "The round needs more memory than the service may use for one job."),
    },
    "too_slow": {
        "da": (
            "Det tog for lang tid",
            "Svaret var ikke klar efter {seconds} sekunder. Spørg om mindre, giv en kortere »time_limit«, "
            "eller bed om et job.",
        ),
        "en": (
            "It took too long",
            'There was no answer after {seconds} seconds. Ask for less, give a shorter "time_limit", '
            "or ask for a job.",
        ),
    },
    "died": {
        "da": (
            "Processen døde",
            "Processen bag svaret blev stoppet udefra eller gik ned. Andre job er ikke berørt.",
        ),
        "en": (
            "The process died",
            "The process behind the answer was killed or crashed. No other job is affected.",
        ),
    },
    "lost": {
        "da": (
            "Jobbet blev afbrudt for mange gange",
            "Tjenesten er gået ned {count} gange, mens jobbet kørte.",
        ),
        "en": (
            "The job was interrupted too often",
            "The service went down {count} times while the job was running.",
        ),
    },
    "bug": {
        "da": ("Uventet fejl", "Det er vores fejl, ikke jeres data ({kind})."),
        "en": ("Unexpected error", "It is our bug, not your data ({kind})."),
    },
    "leaving": {
        "da": ("Tjenesten stopper", "Spørg igen om lidt. Job, der kørte, køres igen."),
        "en": ("The service is stopping", "Ask again in a while. Jobs that were running are run again."),
    },
    "not_stored": {
        "da": (
            "Jobbet kan ikke gemmes",
            "Der er ikke plads på serverens disk, eller den kan ikke skrives. Prøv senere.",
        ),
        "en": (
            "The job cannot be stored",
            "The disk of the server is full, or cannot be written. Try again later.",
        ),
    },
    "report_not_installed": {
        "da": (
            "Udleveringer er ikke installeret",
            "På serveren mangler {names}: pip install 'innopraktik-match[report]'.",
        ),
        "en": (
            "Hand-outs are not installed",
            "The server lacks {names}: pip install 'innopraktik-match[report]'.",
        ),
    },
    "no_visits": {
        "da": ("Der er ikke noget at dele ud", "Planen har ingen besøg."),
        "en": ("There is nothing to hand out", "The plan has no visits."),
    },
    "broken_plan": {
        "da": ("Planen bryder faste regler", "Den deles ikke ud. Ret planen, eller gør reglen blød."),
        "en": ("The plan breaks hard rules", "It is not handed out. Change the plan, or make the rule soft."),
    },
    "not_found": {
        "da": ("Det findes ikke", "Der er intet på denne adresse. Et job slettes, når det er udløbet."),
        "en": ("Not found", "There is nothing at this address. A job is deleted once it has expired."),
    },
    "method": {
        "da": ("Metoden kan ikke bruges her", "Se /v1/openapi.json."),
        "en": ("The method cannot be used here", "See /v1/openapi.json."),
    },
    "bad_request": {
        "da": ("Anmodningen kan ikke læses", "Se /v1/openapi.json."),
        "en": ("The request cannot be read", "See /v1/openapi.json."),
    },
    "too_large": {
        "da": ("For stort", "Der modtages højst {megabytes} MB."),
        "en": ("Too large", "At most {megabytes} MB are accepted."),
    },
    "slow_body": {
        "da": ("For langsomt", "Indholdet var ikke modtaget efter {seconds} sekunder."),
        "en": ("Too slow", "The body had not arrived after {seconds} seconds."),
    },
    "media_type": {
        "da": ("Ukendt indhold", "Send application/json, eller filer som multipart/form-data."),
        "en": ("Unknown content", "Send application/json, or files as multipart/form-data."),
    },
    "token": {
        "da": ("Adgang kræver en nøgle", "Send Authorization: Bearer NØGLE."),
        "en": ("Access needs a token", "Send Authorization: Bearer TOKEN."),
    },
    "origin": {
        "da": (
            "Siden må ikke spørge",
            "Tjenesten svarer kun sider fra adresser, der er givet med --allow-origin.",
        ),
        "en": (
            "The page may not ask",
            "The service answers only pages from addresses given by --allow-origin.",
        ),
    },
    "host": {
        "da": ("Ukendt værtsnavn", "Tjenesten svarer kun på navne, der er givet med --allow-host."),
        "en": ("Unknown host name", "The service answers only to names given by --allow-host."),
    },
    "too_many": {
        "da": ("For mange anmodninger", "Prøv igen om {seconds} sekunder."),
        "en": ("Too many requests", "Try again in {seconds} seconds."),
    },
    "busy": {
        "da": ("Tjenesten har for meget at lave", "Prøv igen om {seconds} sekunder."),
        "en": ("The service has too much to do", "Try again in {seconds} seconds."),
    },
    "key_reused": {
        "da": ("Nøglen er brugt før", "Idempotency-Key er brugt til noget andet. Brug en ny."),
        "en": ("The key was used before", "Idempotency-Key was used for something else. Use a new one."),
    },
    "key_wrong": {
        "da": ("Nøglen kan ikke bruges", "Idempotency-Key skal være højst {most} tegn."),
        "en": ("The key cannot be used", "Idempotency-Key must have at most {most} characters."),
    },
}

SERVE: dict[Lang, dict[str, str]] = {
    "da": {
        "not_installed": "Tjenesten kræver et tillæg, der ikke er installeret ({names}). "
        "Installér det med: pip install 'innopraktik-match[service]'.",
        "open_to_all": "På adressen {host} kan andre komme til. Giv en fil med nøgler: --token-file FIL.",
        "no_tokens": "{path} har ingen nøgler. Skriv en på hver linje, mindst {least} tegn.",
        "unreadable": "{path} kan ikke læses ({why}).",
        "port": "Porten {port} på {host} kan ikke bruges ({why}). Vælg en anden med --port, "
        "eller 0 for en ledig.",
        "data": "{path} kan ikke bruges som joblager ({why}).",
        "kept_until_end": "Uden --data forsvinder alle job, når tjenesten stopper.",
        "ready": "Klar på {url}. Stop med Ctrl-C.",
        "stopped": "Stoppet.",
    },
    "en": {
        "not_installed": "The service needs an extra that is not installed ({names}). "
        "Install it with: pip install 'innopraktik-match[service]'.",
        "open_to_all": "Others can reach the address {host}. Give a file with tokens: --token-file FILE.",
        "no_tokens": "{path} has no tokens. Write one on each line, at least {least} characters.",
        "unreadable": "{path} cannot be read ({why}).",
        "port": "Port {port} of {host} cannot be used ({why}). Choose another with --port, "
        "or 0 for a free one.",
        "data": "{path} cannot be used to store jobs ({why}).",
        "kept_until_end": "Without --data all jobs are gone when the service stops.",
        "ready": "Ready at {url}. Stop with Ctrl-C.",
        "stopped": "Stopped.",
    },
}
