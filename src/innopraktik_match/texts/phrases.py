"""What questions in headers say when they ask for a field, in Danish and English."""

from __future__ import annotations

_BOTH: dict[str, tuple[str, ...]] = {
    "id": (
        *("svar id", "svarid", "besvarelses id", "submission id", "entry id", "record id"),
        *("løbenr", "løbenummer", "respons id", "response id", "respondent id", "no ", "number "),
        *("deltagernr", "deltagernummer", "medarbejdernr", "medarbejdernummer", "employee number"),
        *("vært nr", "værtsnummer", "host no ", "host number", "enhedsnummer"),
    ),
    "email": (*("e mail", "mailadresse", "kontaktmail", "arbejdsmail", "mail address", "email address"),),
    "workplace": (
        *("hvor arbejder", "hvilken arbejdsplads", "navnet på din arbejdsplads", "navn på arbejdsplads"),
        *("er du ansat", "ansat hos", "ansat ved", "arbejder hos", "arbejder for", "forvaltning"),
        *(
            "arbejder ved",
            "employed by",
            "employed at",
            "work for ",
            "working at",
            "working for",
        ),
        *("ansættelsessted", "arbejdssted", "arbejdsgiver", "organisationsenhed"),
        *("navnet på jeres arbejdsplads", "din organisation", "jeres organisation", "tjenestested"),
        *("organisationens navn", "arbejdspladsens navn", "institutionens navn", "nuværende arbejdsplads"),
        *("hvor kommer du fra", "myndighed organisation", "place of work", "are you employed"),
        *("which organisation", "which organization", "where do you work", "your workplace"),
        *("your organisation", "your organization", "employer", "name of organi"),
    ),
    "sector": (
        *("hvilken sektor", "which sector", "din sektor", "sektortilhør", "arbejdspladstype"),
        "organisationstype",
        *("type arbejdsplads", "type organisation", "type of workplace", "type of organi"),
        *("type of employer", "kind of workplace", "kind of organi", "kind of employer"),
    ),
    "municipality": (
        *("hvilken kommune", "which municipality", "i kommunen", "kommunenavn", "hvilken by ", "bynavn"),
        *("by ", "arbejdsby", "postdistrikt", "hvor ligger", "beliggenhed", "lokation", "geografi"),
        *("hvor i landet", "kommunen du", "hjemby"),
        *("what town", "which town", "what city", "which city", "town ", "city ", "locat"),
    ),
    "region": ("hvilken region", "landsdel", "which region"),
    "days": (
        *("hvor mange dage", "hvor længe", "how many days", "how long", "number of days", "no of days"),
        *("length of stay", "praktikdage", "arbejdsdage", "hvor lang tid", "længde på"),
    ),
    "weeks": (
        *("hvornår", "hvilken uge", "hvilke uger", "hvilke datoer", "når kan", "uger der passer"),
        *(
            "praktikuge",
            "praktikperiode",
            "mulige uger",
            "ønskede uger",
            "tidspunkt",
            "tidsrum",
            "passer bedst",
        ),
        *("uger vi", "uger i ", "uger du", "uger jeg", "weeks we", "weeks you", "weeks i "),
        *("when can", "which week", "which weeks", "are you available", "weeks that suit"),
        "available weeks",
    ),
    "rejects": (
        "ikke vil",
        "vil du ikke",
        "vil i ikke",
        "ønsker du ikke",
        "ikke ønsker",
        "ikke kan besøge",
        "ikke kan tage imod",
        "ikke besøge",
        "ikke hos ",
        "ikke have ",
        "undgå",
        "udeluk",
        "exclude",
        "not want",
        "rather not",
        "not at ",
        "avoid",
    ),
    "visits": (
        *("hvor mange besøg", "hvor mange gange", "hvor mange praktik", "antal besøg", "antal praktikker"),
        *("antal praktikophold", "how many visits", "number of visits", "no of visits"),
    ),
    "note": (
        *("vi skal vide", "ellers vide", "er der andet", "særlige hensyn", "særlige behov", "kommentarer"),
        *("øvrige bemærkninger", "andre oplysninger", "øvrige oplysninger", "praktiske oplysninger"),
        *("særlige krav", "særlige ønsker", "special requirements", "special needs"),
        *("anything else", "we should know", "into account", "other information"),
    ),
}
PHRASES: dict[str, dict[str, tuple[str, ...]]] = {
    "interns": {
        **_BOTH,
        "name": (
            *("fulde navn", "dit navn", "hvad hedder du", "hvem er du", "fornavn og efternavn"),
            *("for og efternavn", "full name", "your name", "who are you", "surname first name"),
            *("deltagers navn", "deltagerens navn", "praktikantens navn", "medarbejderens navn"),
        ),
        "role": (
            *("din stilling", "stillingsbetegnelse", "job title", "your position", "din rolle"),
            *("hvilken stilling", "hvilken rolle", "leder eller medarbejder", "jobtitel", "jobfunktion"),
            *("er du leder", "ledelsesniveau", "hvad laver du", "job function", "manager or employee"),
        ),
        "themes": (
            *(
                "lære om",
                "gerne lære",
                "lære noget om",
                "nysgerrig på",
                "interesseret i",
                "want to learn",
                "like to learn",
                "topics",
            ),
            *(
                "brænder for",
                "brænder du for",
                "optaget af",
                "nysgerrig",
                "emner jeg",
                "emner du",
                "my interests",
            ),
            *("klogere på", "fagområder", "interesserer dig", "læringsmål", "fokusområde", "of interest"),
            *("faglige interesser", "interesseområder", "emner der", "faglige temaer"),
        ),
        "wishes": (
            "vil du helst",
            "helst hen",
            "helst i praktik",
            "helst besøge",
            "ønsker at besøge",
            "ønsker du at besøge",
            "ønskevært",
            "prioriteret rækkefølge",
            "would you like to visit",
            "would like to visit",
            "preferred host",
            "preferred hosts",
            "hvilken vært",
            "hvilke værter",
            "which host",
            "which hosts",
            "most like to",
        ),
        "max_km": (
            *("hvor langt", "højst rejse", "rejse højst", "langt væk", "rejse op til", "how far"),
            *("travel at most", "maximum distance", "willing to travel", "you will travel"),
            *("max distance", "hvor mange km", "hvor mange kilometer", "how many km", "how many kilomet"),
        ),
        "group": (
            *("rejse sammen", "følges med", "sammen med ", "følgeskab", "makker", "travel with"),
            *("together with", "companion"),
        ),
        "priority": ("tidligere afvist", "fik ikke plads", "afslag", "turned away"),
    },
    "hosts": {
        **_BOTH,
        "name": (
            *("værtens navn", "navn på vært", "name of host", "name of the host", "host name", "enhedsnavn"),
            *("navn på praktiksted", "praktikstedets navn", "hvad hedder jeres", "hvem er vært", "værtssted"),
        ),
        "contact": (
            *("fulde navn", "dit navn", "kontaktperson", "ansvarlig for", "full name", "your name"),
            *("contact person", "person to contact", "person responsible"),
        ),
        "themes": (
            *("emner i ", "emner vi", "vise frem", "kan vi vise", "kan i vise", "lære fra sig", "can show"),
            *("kan man lære", "lære hos", "vise jer", "viser vi", "vi arbejder med", "can learn", "topics"),
            *("fields of", "field of work", "faglige temaer"),
        ),
        "min": (*("mindste antal", "mindst antal", "færrest", "minimum number", "smallest number"),),
        "max": (
            *("hvor mange praktikanter", "hvor mange kan i", "antal praktikanter", "kan i tage imod"),
            *("kan i modtage", "hvor mange personer", "plads til", "ad gangen", "how many interns"),
            *("how many can you", "number of interns", "number of places", "how many places"),
            *("interns at a time", "how many people", "number of guests", "how many could you"),
            *("antal gæster", "største antal"),
        ),
        "wishes": (
            *("hvem vil i helst", "hvilke praktikanter vil", "preferred interns", "hvem ønsker i"),
            *("helst vil have", "gerne have", "which interns"),
        ),
        "roles": ("hvilke roller", "ønsket stilling", "type praktikant", "which roles", "type of intern"),
    },
}
"""Table -> field -> what a question that asks for it says, as headers are compared.

A phrase may end within a word, so that it is found in the plural too; one that ends with a space may not.
"""
