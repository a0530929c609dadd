"""Invented exports in Danish, as survey tools and offices make them: header | field | cells."""

EXPORTS = {
    "SurveyXact": """
interns
Respondentnøgle | - | k8xw / m2pq / t5rz / b9vd
Oprettet | - | 04-05-2026 09:12 / 04-05-2026 10:40 / 05-05-2026 08:03 / 06-05-2026 14:55
Samlet status | - | Gennemført / Gennemført / Gennemført / Gennemført
Hvad er dit navn? | name | Ane Holm / Bo Lund / Cai Falk / Dea Krog
Hvad er din mailadresse? | email | ane@by.example / bo@reg.example / cai@stat.example / dea@firma.example
Hvor er du ansat? | workplace | Odense Kommune / Region Midtjylland / Toldservice / Nordbro A/S
Hvilken sektor er du ansat i? | sector | Kommune / Region / Stat / Privat
I hvilken kommune ligger dit arbejdssted? | municipality | Odense / Viborg / København / Aalborg
Hvilken stilling har du? | role | Konsulent / Leder / Konsulent / Jurist
Hvilke emner vil du gerne blive klogere på? | themes | data / velfærd, data / borgerdialog / data
Hvor mange dage vil du gerne i praktik? | days | 3 / 2-5 / 2 / 4
I hvilke uger kan du komme i praktik? | weeks | 37 / 36, 37 / uge 37 / 38
Hvilken vært er dit første ønske? | wishes | Havneservice / Vejmuseet / Kystlab / Havneservice
Hvilken vært er dit andet ønske? | wishes | Vejmuseet / Kystlab / / Landsarkivet
Hvilken vært er dit tredje ønske? | wishes | Kystlab / / / Vejmuseet
Er der værter, som du ikke kan besøge? | rejects | nej / Havneservice / / Kystlab
Hvor mange kilometer vil du højst rejse? | max_km | 100 / 50 / 200 / 75
Har du bemærkninger til os? | note | Jeg går med stok / / Vegetar /
hosts
Respondentnøgle | - | h1aa / h2bb / h3cc / h4dd
Hvad hedder jeres praktiksted? | name | Havneservice / Vejmuseet / Landsarkivet / Kystlab
Hvem er kontaktperson hos jer? | contact | Eva Bro / Finn Dal / Gro Ek / Hans Friis
Kontaktpersonens mail | email | eva@havn.example / finn@vej.example / gro@arkiv.example / hans@kyst.example
Hvilken sektor hører I til? | sector | Stat / Kommune / Stat / Region
I hvilken kommune ligger I? | municipality | Esbjerg / Vejle / Viborg / Aarhus
Hvor mange praktikanter kan I højst tage imod? | max | 2 / 1 / 3 / 2
Hvor mange dage kan en praktikant være hos jer? | days | 2-5 / 3 / 2-4 / 5
I hvilke uger kan I tage imod? | weeks | 37 / 36, 37 / uge 37 / 38
Hvad kan en praktikant lære hos jer? | themes | data / velfærd / borgerdialog / data
""",
    "Microsoft Forms": """
interns
Id | id | 1 / 2 / 3 / 4
Starttidspunkt | - | 2026-05-04 09:12 / 2026-05-04 10:40 / 2026-05-05 08:03 / 2026-05-06 14:55
Fuldførelsestidspunkt | - | 2026-05-04 09:20 / 2026-05-04 10:49 / 2026-05-05 08:15 / 2026-05-06 15:01
Mail | email | ane@by.example / bo@reg.example / cai@stat.example / dea@firma.example
Dit fulde navn | name | Ane Holm / Bo Lund / Cai Falk / Dea Krog
Navnet på din arbejdsplads | workplace | Odense Kommune / Region Midtjylland / Toldservice / Nordbro A/S
Hvilken sektor tilhører din arbejdsplads? | sector | Kommune / Region / Stat / Privat
Hvilken by arbejder du i? | municipality | Odense / Viborg / København / Aalborg
Hvad er din stilling? | role | Konsulent / Leder / Konsulent / Jurist
Hvor vil du helst hen?\\nSkriv op til tre i prioriteret rækkefølge | wishes | 1) Havneservice 2) Vejmuseet / Vejmuseet / Kystlab, Havneservice / Landsarkivet
Hvor vil du IKKE hen? | rejects | ingen / Kystlab / / nej
Hvor længe vil du være i praktik? | days | 2-3 dage / en hel uge / 2 dage / ca. 3
Hvornår kan du? | weeks | uge 37 / uge 36 eller 37 / hele uge 37 / 8. september
Hvor langt vil du rejse (km)? | max_km | 100 / ingen grænse / 200 / hele landet
Hvem vil du gerne følges med? | group | Bo Lund / Ane Holm / /
Må vi gemme dine oplysninger? | - | Ja / Ja / Ja / Ja
hosts
Id | id | 1 / 2 / 3 / 4
Mail | email | eva@havn.example / finn@vej.example / gro@arkiv.example / hans@kyst.example
Dit fulde navn | contact | Eva Bro / Finn Dal / Gro Ek / Hans Friis
Navnet på jeres arbejdsplads | workplace | Havneservice / Vejmuseet / Landsarkivet / Kystlab
Hvilken sektor hører arbejdspladsen under? | sector | Stat / Kommune / Stat / Region
Hvor mange praktikanter kan I modtage? | max | 1-2 / op til 2 / 3 / 1
Hvilke dage og uger passer jer? | weeks | 37 / 36, 37 / uge 37 / 38
Er der andet, vi skal vide? | note | Husk sikkerhedssko / / / Ingen elevator
""",
    "Google Forms": """
interns
Tidsstempel | - | 04/05/2026 09.12.11 / 04/05/2026 10.40.02 / 05/05/2026 08.03.45 / 06/05/2026 14.55.10
Mailadresse | email | ane@by.example / bo@reg.example / cai@stat.example / dea@firma.example
Fornavn | name | Ane / Bo / Cai / Dea
Efternavn | name | Holm / Lund / Falk / Krog
Arbejdsplads (fx Odense Kommune) | workplace | Odense Kommune / Region Midtjylland / Toldservice / Nordbro A/S
Sektor [vælg én] | sector | Kommune / Region / Stat / Privat
Kommune, hvor du arbejder | municipality | Odense / Viborg / København / Aalborg
Rangér værterne [Havneservice] | wishes | 1 / 2 / 3 / 1
Rangér værterne [Vejmuseet] | wishes | 2 / 1 / 2 / 3
Rangér værterne [Kystlab] | wishes | 3 / 3 / 1 / 2
Ønsket varighed i dage | days | 3 / 2-5 / 2 / 4
Hvilke uger kan du? [sæt kryds] | weeks | uge 37 / uge 36, uge 37 / uge 37 / uge 38
Jeg er leder eller medarbejder | role | medarbejder / leder / medarbejder / medarbejder
Er der andet? | note | Jeg har en hund / / Vegetar /
hosts
Tidsstempel | - | 04/05/2026 09.12.11 / 04/05/2026 10.40.02 / 05/05/2026 08.03.45 / 06/05/2026 14.55.10
Mailadresse | email | eva@havn.example / finn@vej.example / gro@arkiv.example / hans@kyst.example
Vært | name | Havneservice / Vejmuseet / Landsarkivet / Kystlab
Navn på kontaktperson | contact | Eva Bro / Finn Dal / Gro Ek / Hans Friis
Sektor [vælg én] | sector | Stat / Kommune / Stat / Region
Kommune, hvor I holder til | municipality | Esbjerg / Vejle / Viborg / Aarhus
Antal praktikanter på samme tid | max | 2 / 1 / 3 / 2
Hvor mange gange vil I have besøg? | visits | 1 / 2 / 1 / 1
""",
    "LimeSurvey": """
interns
Respons-ID | id | 11 / 12 / 13 / 14
Dato indsendt | - | 2026-05-04 09:12:11 / 2026-05-04 10:40:02 / 2026-05-05 08:03:45 / 2026-05-06 14:55:10
Sidste side | - | 4 / 4 / 4 / 4
Startsprog | - | da / da / da / da
Navn: | name | Ane Holm / Bo Lund / Cai Falk / Dea Krog
E-mail: | email | ane@by.example / bo@reg.example / cai@stat.example / dea@firma.example
Arbejdsplads: | workplace | Odense Kommune / Region Midtjylland / Toldservice / Nordbro A/S
Sektor: | sector | Kommune / Region / Stat / Privat
Arbejdsstedets kommune: | municipality | Odense / Viborg / København / Aalborg
Prioritér op til tre værter [Rang 1] | wishes | Havneservice / Vejmuseet / Kystlab / Havneservice
Prioritér op til tre værter [Rang 2] | wishes | Vejmuseet / Kystlab / / Landsarkivet
Prioritér op til tre værter [Rang 3] | wishes | Kystlab / / / Vejmuseet
Antal dage [mellem 2 og 5] | days | 3 / 2-5 / 2 / 4
Uger, der passer dig | weeks | 37 / 36, 37 / uge 37 / 38
Hvilke fagområder interesserer dig? | themes | data / velfærd, data / borgerdialog / data
Hvilken rolle har du på din arbejdsplads? | role | Konsulent / Leder / Konsulent / Jurist
hosts
Respons-ID | id | 21 / 22 / 23 / 24
Navn på praktikstedet: | name | Havneservice / Vejmuseet / Landsarkivet / Kystlab
Kontakt: | contact | Eva Bro / Finn Dal / Gro Ek / Hans Friis
Sektor: | sector | Stat / Kommune / Stat / Region
Mindst antal praktikanter | min | 1 / 1 / 2 / 1
Højst antal praktikanter | max | 2 / 1 / 3 / 2
Uger, der passer jer | weeks | 37 / 36, 37 / uge 37 / 38
Praktikanter, I helst vil have | wishes | Ane Holm / Bo Lund, Cai Falk / / Dea Krog
""",
    "list made by hand": """
interns
Løbenr. | id | 1 / 2 / 3 / 4
Navn på deltager | name | Ane Holm / Bo Lund / Cai Falk / Dea Krog
Mail (arbejde) | email | ane@by.example / bo@reg.example / cai@stat.example / dea@firma.example
Arb.plads | workplace | Odense Kommune / Region Midtjylland / Toldservice / Nordbro A/S
Stat/region/kommune | sector | Kommune / Region / Stat / Privat
Geografi (kommune) | municipality | Odense / Viborg / København / Aalborg
Titel/stilling | role | Konsulent / Leder / Konsulent / Jurist
1. prio | wishes | Havneservice / Vejmuseet / Kystlab / Havneservice
2. prio | wishes | Vejmuseet / Kystlab / / Landsarkivet
3. prio | wishes | Kystlab / / / Vejmuseet
Ikke hos | rejects | Landsarkivet / / Havneservice /
Dage ca. | days | 3 / 2-5 / 2 / 4
Uge nr. | weeks | 37 / 36, 37 / 37 / 38
Km max | max_km | 100 / 50 / 200 / 75
Følges med | group | A / A / /
Afslag sidste år | priority | ja / / / ja
Bem. | note | Kommer gerne i august / / Vegetar /
hosts
Vært nr. | id | 1 / 2 / 3 / 4
Værtssted | name | Havneservice / Vejmuseet / Landsarkivet / Kystlab
Kontaktpers. | contact | Eva Bro / Finn Dal / Gro Ek / Hans Friis
Sektor (stat, region, kommune) | sector | Stat / Kommune / Stat / Region
Pladser i alt | max | 2 / 1 / 3 / 2
Dage ca. | days | 2-5 / 3 / 2-4 / 5
Vil gerne have | wishes | Ane Holm / Bo Lund, Cai Falk / / Dea Krog
Vil ikke have | rejects | / Dea Krog / /
""",
    "HR system": """
interns
Medarbejdernummer | id | 10021 / 10877 / 20455 / 31002
Medarbejdernavn | name | Ane Holm / Bo Lund / Cai Falk / Dea Krog
E-postadresse | email | ane@by.example / bo@reg.example / cai@stat.example / dea@firma.example
Organisationsenhed | workplace | Odense Kommune / Region Midtjylland / Toldservice / Nordbro A/S
Sektortype | sector | Kommunal / Regional / Statslig / Privat
Kommunenavn | municipality | Odense / Viborg / København / Aalborg
Stillingsbetegnelse | role | Konsulent / Leder / Konsulent / Jurist
Ønsket praktiksted | wishes | Havneservice / Vejmuseet / Kystlab / Havneservice
Praktikuge | weeks | 37 / 37 / 36 / 38
Praktikdage | days | 3 / 2 / 5 / 4
hosts
Enhedsnummer | id | 881 / 882 / 883 / 884
Enhedsnavn | name | Havneservice / Vejmuseet / Landsarkivet / Kystlab
Kontaktperson (navn) | contact | Eva Bro / Finn Dal / Gro Ek / Hans Friis
Kontaktperson (e-mail) | email | eva@havn.example / finn@vej.example / gro@arkiv.example / hans@kyst.example
Sektortype | sector | Statslig / Kommunal / Statslig / Regional
Kommunenavn | municipality | Esbjerg / Vejle / Viborg / Aarhus
Antal pladser pr. besøg | max | 2 / 1 / 3 / 2
Antal besøg i alt | visits | 1 / 2 / 1 / 1
""",
    "Enalyzer": """
interns
Svar nr. | id | 1 / 2 / 3 / 4
Sprog | - | dansk / dansk / dansk / dansk
Dit navn (for- og efternavn) | name | Ane Holm / Bo Lund / Cai Falk / Dea Krog
Angiv din e-mail | email | ane@by.example / bo@reg.example / cai@stat.example / dea@firma.example
Telefonnummer | - | 12345678 / 22334455 / 33445566 / 44556677
Hvad er dit arbejdssted? | workplace | Odense Kommune / Region Midtjylland / Toldservice / Nordbro A/S
Afdeling | - | HR / IT / Jura / Salg
Type af arbejdsplads | sector | Kommune / Region / Stat / Privat
Postnummer og by | - | 5000 Odense / 8800 Viborg / 1000 København / 9000 Aalborg
I hvilken kommune bor du? | municipality | Odense / Viborg / København / Aalborg
Hvor mange arbejdsdage kan du undvære? | days | 3 / 2-5 / 2 / 4
Hvornår passer det dig bedst? | weeks | 37 / 36, 37 / uge 37 / 38
Hvor vil du allerhelst i praktik? | wishes | Havneservice / Vejmuseet / Kystlab / Havneservice
Hvor vil du næsthelst i praktik? | wishes | Vejmuseet / Kystlab / / Landsarkivet
Er du allergisk? | - | nej / ja / nej / nej
Har du været i praktik før? | - | ja / nej / nej / ja
Hvor langt kan du maksimalt køre (i km)? | max_km | 100 / 50 / 200 / 75
Hvad vil du gerne have ud af praktikken? | - | Lære om data / Netværk / Inspiration / Nye ideer
Skal du afsted sammen med en kollega? Hvem? | group | nej / / Dea Krog / Cai Falk
Accepterer du betingelserne? | - | Ja / Ja / Ja / Ja
hosts
Svar nr. | id | 1 / 2 / 3 / 4
Navn på jeres organisation | workplace | Havneservice / Vejmuseet / Landsarkivet / Kystlab
Kontaktpersonens navn | contact | Eva Bro / Finn Dal / Gro Ek / Hans Friis
Kontaktpersonens e-mail | email | eva@havn.example / finn@vej.example / gro@arkiv.example / hans@kyst.example
Adresse | - | Vej 1 / Vej 2 / Vej 3 / Vej 4
Kommune (placering) | municipality | Esbjerg / Vejle / Viborg / Aarhus
Hvor mange praktikanter ønsker I? | max | 2 / 1 / 3 / 2
Hvor mange dage ønsker I besøg? | days | 2-5 / 3 / 2-4 / 5
Hvilke uger er I klar? | weeks | 37 / 36, 37 / uge 37 / 38
Beskriv jeres arbejdsplads kort | - | Vi passer havnen / Vi viser veje / Vi gemmer papirer / Vi måler vand
""",
    "intranet": """
interns
Tidspunkt for besvarelse | - | 2026-05-04 09:12 / 2026-05-04 10:40 / 2026-05-05 08:03 / 2026-05-06 14:55
Deltagers navn | name | Ane Holm / Bo Lund / Cai Falk / Dea Krog
Deltagers mail | email | ane@by.example / bo@reg.example / cai@stat.example / dea@firma.example
Ansættelsessted | workplace | Odense Kommune / Region Midtjylland / Toldservice / Nordbro A/S
Offentlig sektor | sector | kommunal / regional / statslig / privat
Arbejdspladsens beliggenhed (kommune) | municipality | Odense / Viborg / København / Aalborg
Titel | role | Konsulent / Leder / Konsulent / Jurist
Jeg interesserer mig især for | themes | data / velfærd, data / borgerdialog / data
Praktikkens længde (dage) | days | 3 / 2-5 / 2 / 4
Mulige uger | weeks | 37 / 36, 37 / uge 37 / 38
Ønske nr. 1 til vært | wishes | Havneservice / Vejmuseet / Kystlab / Havneservice
Ønske nr. 2 til vært | wishes | Vejmuseet / Kystlab / / Landsarkivet
Steder jeg ikke kan komme | rejects | Landsarkivet / / Havneservice /
Maks. afstand | max_km | 100 / 50 / 200 / 75
Øvrige kommentarer | note | Kommer gerne / / Vegetar /
Nyhedsbrev | - | ja / nej / nej / ja
hosts
Organisation | workplace | Havneservice / Vejmuseet / Landsarkivet / Kystlab
Ansvarlig kontakt | contact | Eva Bro / Finn Dal / Gro Ek / Hans Friis
Mail til kontakt | email | eva@havn.example / finn@vej.example / gro@arkiv.example / hans@kyst.example
Sektor (stat, region eller kommune) | sector | Stat / Kommune / Stat / Region
Beliggenhed | municipality | Esbjerg / Vejle / Viborg / Aarhus
Max antal praktikanter | max | 2 / 1 / 3 / 2
Periode | weeks | 37 / 36, 37 / uge 37 / 38
Længde | days | 2-5 / 3 / 2-4 / 5
Faglige emner | themes | data / velfærd / borgerdialog / data
Hjemmeside | - | havn.example / vej.example / arkiv.example / kyst.example
""",
}
