"""Invented exports in English, as survey tools and offices make them: header | field | cells."""

EXPORTS = {
    "Qualtrics": """
interns
Start Date | - | 2026-05-04 09:12:11 / 2026-05-04 10:40:02 / 2026-05-05 08:03:45 / 2026-05-06 14:55:10
Response Type | - | IP Address / IP Address / IP Address / IP Address
Progress | - | 100 / 100 / 100 / 100
Duration (in seconds) | - | 311 / 204 / 788 / 416
Finished | - | True / True / True / True
Response ID | id | R_2a / R_3b / R_4c / R_5d
User Language | - | EN / EN / EN / EN
What is your full name? | name | Ane Holm / Bo Lund / Cai Falk / Dea Krog
What is your work email? | email | ane@by.example / bo@reg.example / cai@stat.example / dea@firma.example
Where do you work? | workplace | City of Odense / Region Midtjylland / Customs / Nordbro Ltd
Which sector do you work in? | sector | municipality / region / state / private
In which municipality is your workplace? | municipality | Odense / Viborg / Aarhus / Aalborg
Rank the hosts you would like to visit - First choice | wishes | Harbour / Museum / Coast Lab / Harbour
Rank the hosts you would like to visit - Second choice | wishes | Museum / Coast Lab / / Archive
Rank the hosts you would like to visit - Third choice | wishes | Coast Lab / / / Museum
Is there a host you would rather not visit? | rejects | no / Archive / / Coast Lab
How many days would you like to stay? | days | 3 / 2-5 / 2 / 4
Which weeks can you come? | weeks | 37 / 36, 37 / week 37 / 38
How far are you willing to travel (km)? | max_km | 100 / 50 / 200 / 75
Anything else we should know? | note | I walk with a stick / / Vegetarian /
hosts
Response ID | id | R_6e / R_7f / R_8g / R_9h
What is the name of your organisation? | workplace | Harbour / Museum / Archive / Coast Lab
Who is the contact person? | contact | Eva Bro / Finn Dal / Gro Ek / Hans Friis
What is the contact's email? | email | eva@havn.example / finn@vej.example / gro@arkiv.example / hans@kyst.example
Which sector are you in? | sector | state / municipality / state / region
Where are you (municipality)? | municipality | Esbjerg / Vejle / Viborg / Aarhus
How many interns can you take at once? | max | 2 / 1 / 3 / 2
How many days can an intern stay? | days | 2-5 / 3 / 2-4 / 5
""",
    "Microsoft Forms": """
interns
ID | id | 1 / 2 / 3 / 4
Start time | - | 5/4/26 9:12:11 / 5/4/26 10:40:02 / 5/5/26 8:03:45 / 5/6/26 14:55:10
Completion time | - | 5/4/26 9:20:11 / 5/4/26 10:49:02 / 5/5/26 8:13:45 / 5/6/26 15:05:10
Email | email | ane@by.example / bo@reg.example / cai@stat.example / dea@firma.example
Your name | name | Ane Holm / Bo Lund / Cai Falk / Dea Krog
Your workplace | workplace | City of Odense / Region Midtjylland / Customs / Nordbro Ltd
Your sector | sector | municipality / region / state / private
Your job title | role | Adviser / Manager / Adviser / Lawyer
What would you like to learn about? | themes | data / welfare, data / dialogue / data
Your preferred host | wishes | Harbour / Museum / Coast Lab / Harbour
Your second preference | wishes | Museum / Coast Lab / / Archive
Your third preference | wishes | Coast Lab / / / Museum
Preferred length of stay (days) | days | 3 / 2-5 / 2 / 4
When are you available? | weeks | week 37 / week 36 or 37 / week 37 / week 38
Do you consent to our keeping your data? | - | Yes / Yes / Yes / Yes
hosts
ID | id | 1 / 2 / 3 / 4
Name of the host | name | Harbour / Museum / Archive / Coast Lab
Name of contact person | contact | Eva Bro / Finn Dal / Gro Ek / Hans Friis
Email of contact person | email | eva@havn.example / finn@vej.example / gro@arkiv.example / hans@kyst.example
Number of places | max | 2 / 1 / 3 / 2
When can you receive interns? | weeks | week 37 / week 36 or 37 / week 37 / week 38
Which interns would you like? | wishes | Ane Holm / Bo Lund; Cai Falk / / Dea Krog
Which topics can an intern learn about? | themes | data / welfare / dialogue / data
""",
    "Google Forms": """
interns
Timestamp | - | 5/4/2026 9:12:11 / 5/4/2026 10:40:02 / 5/5/2026 8:03:45 / 5/6/2026 14:55:10
Email Address | email | ane@by.example / bo@reg.example / cai@stat.example / dea@firma.example
First name | name | Ane / Bo / Cai / Dea
Last name | name | Holm / Lund / Falk / Krog
Employer | workplace | City of Odense / Region Midtjylland / Customs / Nordbro Ltd
Public or private sector? | sector | municipality / region / state / private
City | municipality | Odense / Viborg / Aarhus / Aalborg
Which hosts interest you? [Harbour] | wishes | Yes / No / No / Yes
Which hosts interest you? [Museum] | wishes | No / Yes / No / Yes
Which hosts interest you? [Coast Lab] | wishes | Yes / Yes / Yes / No
How long do you want to stay? | days | 3 days / 2-5 days / 2 days / 4 days
Who do you want to travel with? | group | Bo Lund / Ane Holm / /
Comments | note | I walk with a stick / / Vegetarian /
hosts
Timestamp | - | 5/4/2026 9:12:11 / 5/4/2026 10:40:02 / 5/5/2026 8:03:45 / 5/6/2026 14:55:10
Email Address | email | eva@havn.example / finn@vej.example / gro@arkiv.example / hans@kyst.example
Organisation | workplace | Harbour / Museum / Archive / Coast Lab
Contact name | contact | Eva Bro / Finn Dal / Gro Ek / Hans Friis
City | municipality | Esbjerg / Vejle / Viborg / Aarhus
Maximum number of interns | max | 2 / 1 / 3 / 2
Minimum number of interns | min | 1 / 1 / 2 / 1
""",
    "LimeSurvey": """
interns
Response ID | id | 11 / 12 / 13 / 14
Date submitted | - | 2026-05-04 09:12:11 / 2026-05-04 10:40:02 / 2026-05-05 08:03:45 / 2026-05-06 14:55:10
Last page | - | 4 / 4 / 4 / 4
Start language | - | en / en / en / en
Please enter your name: | name | Ane Holm / Bo Lund / Cai Falk / Dea Krog
Please enter your e-mail address: | email | ane@by.example / bo@reg.example / cai@stat.example / dea@firma.example
Name of your workplace: | workplace | City of Odense / Region Midtjylland / Customs / Nordbro Ltd
Which of these sectors is yours? | sector | municipality / region / state / private
Your municipality: | municipality | Odense / Viborg / Aarhus / Aalborg
Rank up to three hosts [Rank 1] | wishes | Harbour / Museum / Coast Lab / Harbour
Rank up to three hosts [Rank 2] | wishes | Museum / Coast Lab / / Archive
Rank up to three hosts [Rank 3] | wishes | Coast Lab / / / Museum
Weeks that suit you: | weeks | 37 / 36, 37 / week 37 / 38
Your position: | role | Adviser / Manager / Adviser / Lawyer
hosts
Response ID | id | 21 / 22 / 23 / 24
Please enter the name of the host: | name | Harbour / Museum / Archive / Coast Lab
Contact person: | contact | Eva Bro / Finn Dal / Gro Ek / Hans Friis
Sector of the host: | sector | state / municipality / state / region
Interns at a time (maximum): | max | 2 / 1 / 3 / 2
Weeks that suit you: | weeks | 37 / 36, 37 / week 37 / 38
Which roles should the intern have? | roles | Adviser / Manager / / Lawyer
""",
    "Typeform": """
interns
# | - | x1a / x2b / x3c / x4d
First things first: what's your name? | name | Ane Holm / Bo Lund / Cai Falk / Dea Krog
And what is your email address? | email | ane@by.example / bo@reg.example / cai@stat.example / dea@firma.example
Great! Which organisation do you work for? | workplace | City of Odense / Region Midtjylland / Customs / Nordbro Ltd
Is that a municipality, a region, the state or private? | sector | municipality / region / state / private
What town do you work in? | municipality | Odense / Viborg / Aarhus / Aalborg
Which host would you like to visit most? | wishes | Harbour / Museum / Coast Lab / Harbour
And your second choice? | wishes | Museum / Coast Lab / / Archive
And your third choice? | wishes | Coast Lab / / / Museum
Any host you want to avoid? | rejects | / Archive / / Coast Lab
How many days can you spare? | days | 3 / 2-5 / 2 / 4
Were you turned away last year? | priority | yes / no / no / yes
Submit Date (UTC) | - | 2026-05-04 09:12:11 / 2026-05-04 10:40:02 / 2026-05-05 08:03:45 / 2026-05-06 14:55:10
hosts
# | - | y1a / y2b / y3c / y4d
What's the name of your organisation? | workplace | Harbour / Museum / Archive / Coast Lab
Who should the intern contact? | contact | Eva Bro / Finn Dal / Gro Ek / Hans Friis
How many interns can you host? | max | 2 / 1 / 3 / 2
How long can they stay? | days | 2-5 / 3 / 2-4 / 5
When can they come? | weeks | 37 / 36, 37 / week 37 / 38
""",
    "list made by hand": """
interns
No. | id | 1 / 2 / 3 / 4
Participant | name | Ane Holm / Bo Lund / Cai Falk / Dea Krog
E-mail (work) | email | ane@by.example / bo@reg.example / cai@stat.example / dea@firma.example
Org. | workplace | City of Odense / Region Midtjylland / Customs / Nordbro Ltd
Sector (state, region, ...) | sector | municipality / region / state / private
Town/municipality | municipality | Odense / Viborg / Aarhus / Aalborg
Job | role | Adviser / Manager / Adviser / Lawyer
Pref 1 | wishes | Harbour / Museum / Coast Lab / Harbour
Pref 2 | wishes | Museum / Coast Lab / / Archive
Pref 3 | wishes | Coast Lab / / / Museum
Not at | rejects | Archive / / Harbour /
No. of days | days | 3 / 2-5 / 2 / 4
Week no. | weeks | 37 / 36, 37 / 37 / 38
Max distance (km) | max_km | 100 / 50 / 200 / 75
Remarks | note | Prefers mornings / / Vegetarian /
hosts
Host no. | id | 1 / 2 / 3 / 4
Host organisation | workplace | Harbour / Museum / Archive / Coast Lab
Contact | contact | Eva Bro / Finn Dal / Gro Ek / Hans Friis
Places | max | 2 / 1 / 3 / 2
No. of visits | visits | 1 / 2 / 1 / 1
Fields of work | themes | data / welfare / dialogue / data
""",
    "SurveyMonkey": """
interns
Respondent | - | a1 / a2 / a3 / a4
Full Name | name | Ane Holm / Bo Lund / Cai Falk / Dea Krog
Work email address | email | ane@by.example / bo@reg.example / cai@stat.example / dea@firma.example
Phone | - | 12345678 / 22334455 / 33445566 / 44556677
Company / organisation | workplace | City of Odense / Region Midtjylland / Customs / Nordbro Ltd
Department | - | HR / IT / Law / Sales
Sector | sector | municipality / region / state / private
Location | municipality | Odense / Viborg / Aarhus / Aalborg
Job role | role | Adviser / Manager / Adviser / Lawyer
Host preference (1st) | wishes | Harbour / Museum / Coast Lab / Harbour
Host preference (2nd) | wishes | Museum / Coast Lab / / Archive
Host preference (3rd) | wishes | Coast Lab / / / Museum
Hosts to exclude | rejects | Archive / / Harbour /
Preferred duration | days | 3 / 2-5 / 2 / 4
Available weeks | weeks | 37 / 36, 37 / 37 / 38
Max travel (km) | max_km | 100 / 50 / 200 / 75
Dietary requirements | - | none / vegan / none / none
Areas of interest | themes | data / welfare, data / dialogue / data
How did you hear about us? | - | mail / boss / web / mail
hosts
Host name | name | Harbour / Museum / Archive / Coast Lab
Contact email | email | eva@havn.example / finn@vej.example / gro@arkiv.example / hans@kyst.example
Capacity (interns per visit) | max | 2 / 1 / 3 / 2
Location | municipality | Esbjerg / Vejle / Viborg / Aarhus
Website | - | havn.example / vej.example / arkiv.example / kyst.example
Preferred interns | wishes | Ane Holm / Bo Lund / / Dea Krog
""",
    "Jotform": """
interns
Submission ID | id | s1 / s2 / s3 / s4
Submitted by | - | web / web / web / web
Name (first and last) | name | Ane Holm / Bo Lund / Cai Falk / Dea Krog
Your e-mail | email | ane@by.example / bo@reg.example / cai@stat.example / dea@firma.example
Place of work | workplace | City of Odense / Region Midtjylland / Customs / Nordbro Ltd
Sector of employment | sector | municipality / region / state / private
Municipality of workplace | municipality | Odense / Viborg / Aarhus / Aalborg
1. Where would you like to go? | wishes | Harbour / Museum / Coast Lab / Harbour
2. Where would you like to go? | wishes | Museum / Coast Lab / / Archive
Places you do not want to visit | rejects | Archive / / Harbour /
Number of days you can be away | days | 3 / 2-5 / 2 / 4
In which weeks could you go? | weeks | 37 / 36, 37 / 37 / 38
Maximum distance in km | max_km | 100 / 50 / 200 / 75
Why do you want to take part? | - | To learn / To meet people / Curious / My boss said so
Have you read the terms? | - | yes / yes / yes / yes
hosts
Host | name | Harbour / Museum / Archive / Coast Lab
Contact (name) | contact | Eva Bro / Finn Dal / Gro Ek / Hans Friis
Contact (email) | email | eva@havn.example / finn@vej.example / gro@arkiv.example / hans@kyst.example
Interns per visit, at most | max | 2 / 1 / 3 / 2
Interns per visit, at least | min | 1 / 1 / 2 / 1
Weeks offered | weeks | 37 / 36, 37 / 37 / 38
Interns we would rather not have | rejects | / Dea Krog / /
""",
}
