"""The field's short forms spelt out, with their clashes: data only, looked up by `lexicon`.

A line is `short form | another spelling = meaning`. Two meanings stand after one another, divided
by `;;`: the answer then gives both, with years where a name belongs to a time.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One short form and what it stands for; several meanings are a clash."""

    name: str
    spellings: tuple[str, ...]
    meanings: tuple[str, ...]


_LINES = """
ASB | anti-social behaviour = anti-social behaviour: conduct that causes harassment, alarm or
  distress
OCG | ocgs = organised crime group
SOC = serious and organised crime
CSE = child sexual exploitation
CCE = child criminal exploitation
MSHT = modern slavery and human trafficking
WRAP = Workshop to Raise Awareness of Prevent
NRM | national referral mechanism = National Referral Mechanism: how possible victims of modern
  slavery are referred
MASH = multi-agency safeguarding hub
LADO = local authority designated officer (allegations about people who work with children)
KSCB = Kent Safeguarding Children Board (until 2019)
KSCMP = Kent Safeguarding Children Multi-Agency Partnership (from 2019)
KMSAB = Kent and Medway Safeguarding Adults Board
WRAP = Workshop to Raise Awareness of Prevent
Prevent duty = the duty to have due regard to preventing people from being drawn into terrorism
Channel = the panel that supports people at risk of being drawn into terrorism
CTLP = counter-terrorism local profile
VRU = violence reduction unit
MARAC | marak | marrack | maracs = multi-agency risk assessment conference: agencies plan the
  safety of victims at high risk of domestic abuse; its cases are confidential
IDVA | idvas = independent domestic violence adviser
ISVA = independent sexual violence adviser
DASH = domestic abuse, stalking and honour-based violence risk checklist
DHR | dhrs = domestic homicide review (since 2024 a domestic abuse related death review)
DARDR = domestic abuse related death review (called domestic homicide review in 2018-19)
DVDS | clare's law | clares law = Domestic Violence Disclosure Scheme ("Clare's Law")
CDAP = community domestic abuse programme: a course for people who abuse
HBA = so-called honour-based abuse
HBV = so-called honour-based violence
FGM = female genital mutilation
VAWG = violence against women and girls
DVA = domestic violence and abuse
DV = domestic violence
OSS | one stop shop = one stop shop: a weekly session where victims of domestic abuse get advice
  under one roof
DA = domestic abuse
IOM = integrated offender management: agencies manage the most prolific offenders together
PPO = prolific and other priority offender
MAPPA = multi-agency public protection arrangements (sexual and violent offenders)
PSPO | pspos = public spaces protection order
CPN | cpns = community protection notice ;; community psychiatric nurse
CPW = community protection warning
CBO = criminal behaviour order
ASBO | asbos = anti-social behaviour order (abolished in 2014; now a criminal behaviour order or
  an injunction)
ABC | abcs = acceptable behaviour contract
community trigger | asb case review = community trigger: a victim's right to ask for a review of
  how repeated reports of anti-social behaviour were handled
closure order = an order that closes premises linked to nuisance or disorder
dispersal order | dispersal power = the police power to move people on from an area for up to 48
  hours
POCA = Proceeds of Crime Act 2002
4Ps | four ps | 4 ps = pursue, prevent, protect and prepare: the four parts of a plan against
  organised crime
cuckooing = taking over a vulnerable person's home, usually to deal drugs from it
county lines | county line = drug networks from cities supplying towns by dedicated phone lines,
  often using children or vulnerable adults
TFMV = theft from a motor vehicle
TOMV = theft of a motor vehicle
BDR = burglary of a dwelling
BCRP = business crime reduction partnership
NHW = Neighbourhood Watch
CMHT = community mental health team
S136 | section 136 = Mental Health Act power of the police to take a person to a place of safety
MHFA = mental health first aid
CAMHS = child and adolescent mental health services
NPS = National Probation Service, an agency of this plan (2014 to 2021; since then one Probation
  Service) ;; new psychoactive substances ("legal highs", banned in 2016)
CSA = Community Safety Agreement: the county's agreement, renewed each year by the Kent
  partnership ;; child sexual abuse
RAG = red, amber, green: the rating of an action's progress ;; Responsible Authorities Group, the
  name some partnerships give their statutory members
CAP = community alcohol partnership ;; cycle of assessment and planning or capacity in other
  papers: ask which is meant
SA = strategic assessment, the yearly analysis the plan is based on ;; sexual assault
PSP = problem-solving plan ;; people often mean PSPO, a public spaces protection order
MH = mental health
West Kent | west kent = West Kent Housing Association, an agency of this plan ;; West Kent, the
  western half of the county (as in West Kent CCG, West Kent Mind, West Kent Mediation)
BRAG = blue, red, amber, green: progress ratings in which blue means complete
DoT = direction of travel
KPI | kpis = key performance indicator
SMART = specific, measurable, achievable, relevant, time-bound
OBA = outcomes-based accountability
LAA = local area agreement (2004 to 2011)
MoRiLE = Management of Risk in Law Enforcement: a way of scoring which problems matter most
NIM = National Intelligence Model
JAG = joint action group
CHARMM = Community Harm and Risk Management Meeting
ISA = information sharing agreement
ISP = information sharing protocol
RA | responsible authorities | responsible authority = responsible authority: police, councils,
  fire, health and probation, who must work together under the Crime and Disorder Act 1998
Section 17 | s17 | s 17 = the duty of public bodies to consider crime and disorder in all they do
  (Crime and Disorder Act 1998)
Section 115 | s115 | s 115 = the power to share information to prevent crime (Crime and Disorder
  Act 1998)
CSP | SDCSP | csps = community safety partnership
CDRP = crime and disorder reduction partnership, the name of CSPs until about 2010
SMP = Safer Maidstone Partnership
strategic assessment = the yearly analysis of crime and disorder that the plan's priorities come
  from
CSU | community safety unit = Community Safety Unit: the joint working team of council and police
PCC | police and crime commissioner = Police and Crime Commissioner: funds community safety work;
  not a responsible authority
OPCC = Office of the Police and Crime Commissioner
CCG = clinical commissioning group, the NHS body of 2013 to 2022 (replaced by integrated care
  boards)
ICB = integrated care board, which replaced clinical commissioning groups in July 2022 (in 2018-19
  the body is the CCG)
CRC = community rehabilitation company: probation for lower-risk offenders (2014 to 2021)
KFRS = Kent Fire and Rescue Service
KCC = Kent County Council
SDC = Sevenoaks District Council
KMPT = Kent and Medway NHS and Social Care Partnership Trust, which runs mental health services
WKHA = West Kent Housing Association
DAVSS = Domestic Abuse Volunteer Support Services
CGL = Change Grow Live, the adult drug and alcohol service
BTP = British Transport Police
PCSO | pcsos = police community support officer
CPT = community policing team
Pubwatch = Pubwatch: licensees who share information about trouble
TS = trading standards
EHPS = Early Help and Preventative Services
GLAA = Gangmasters and Labour Abuse Authority
NCA = National Crime Agency
ANPR = automatic number plate recognition
CCTV = closed-circuit television
Speedwatch = volunteers who measure speeds in their village
GDPR = General Data Protection Regulation
FOI = freedom of information
lead agency = the agency that answers for an action and reports on it
  each quarter; the others named with it are partners
partner agency | supporting agency = an agency that helps
  with an action another one leads
success measure = what shows whether an action helps: a figure with a target, or
  a milestone that is reached or not; kept apart from whether the action itself is on track
baseline = the figure at the start, which later readings are compared with
target = the figure a success measure should reach by the end of the year
milestone = a success measure that is reached or not, without a figure
output measure = a success measure that counts what was done, such as visits made
outcome measure = a success measure of what changed for people, such as fewer
  incidents
proxy indicator | proxy measure = a figure that stands in for one that cannot be measured directly
PI | performance indicator = performance indicator
direction of travel = whether a figure is getting better or worse than in the period before
financial year = 1 April to 31 March; its quarters are Q1 April to June, Q2 July to September, Q3
  October to December, Q4 January to March
action plan = what the partnership does this year for each priority: actions with a lead, a due date
  and success measures
priority = one of the problems the partnership chose to work on this year, after the
  strategic assessment
scrutiny committee | scrutiny = the councillors who question what the partnership does; they may
  recommend, not instruct (Police and Justice Act 2006)
portfolio holder = the councillor who answers for community safety in the Cabinet
Crime and Disorder Act | crime and disorder act 1998 = the law of 1998 that made councils, police,
  fire, health and probation work together on crime and agree a plan
community safety agreement = the county's agreement, renewed each year by the Kent partnership
KCSP = Kent Community Safety Partnership, the county's own
T&F | task and finish | task and finish group = task and finish group: set up for one piece of work
clear hold build = clear, hold, build: getting an organised crime group out of an area and keeping
  it out
street triage = a mental health nurse working alongside police
sanctuary scheme = added home security, so that a survivor of domestic abuse can stay at home safely
Care Act = the law of 2014 on care and on protecting adults at risk
section 34 | s34 | s 34 = the police power to move people on from an area for up to 48 hours
  (dispersal, Anti-social Behaviour, Crime and Policing Act 2014)
CT = counter-terrorism
DVPN | DVPO = domestic violence protection notice or order
HMO = house in multiple occupation
ROCU = regional organised crime unit
YOT | YOS = youth offending team or service
ACE | ACEs = adverse childhood experiences
SARA = scanning, analysis, response, assessment: the steps of solving a problem ;; spousal assault
  risk assessment
POP = problem-oriented policing
LGA = Local Government Association
BCU = basic command unit of the police
NPT = neighbourhood policing team
DPA = Data Protection Act
depersonalised data | depersonalised information = figures from which nobody can be recognised
OFFICIAL | official sensitive = the government marking for everyday information; OFFICIAL-SENSITIVE
  is for those who need to know
"""


def _entry(line: str) -> Term:
    head, _, meaning = line.partition(" = ")
    spellings = tuple(part.strip() for part in head.split("|"))
    return Term(spellings[0], spellings, tuple(part.strip() for part in meaning.split(";;")))


ENTRIES: tuple[Term, ...] = tuple(
    _entry(line) for line in _LINES.replace("\n  ", " ").strip().splitlines()
)
