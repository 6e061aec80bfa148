"""The rules that compose a reading, each with its sentence."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.quarters import Quarter
from bot.reading.dated import Asker
from bot.reading.expression import (
    EVERY,
    AsAt,
    Became,
    Closed,
    Counts,
    Days,
    Declared,
    Due,
    Ever,
    Expression,
    Figure,
    FirstDue,
    Involves,
    Lacks,
    Leads,
    Measured,
    Not,
    Of,
    Overdue,
    Overran,
    Partners,
    Reads,
    Refs,
    Reported,
    Runs,
    Stands,
    Updated,
    UpdatedLast,
    all_of,
    any_of,
    leaves,
)
from bot.reading.parts import Index
from bot.reading.reader import read
from bot.reading.wants import Kind
from tests.reading.conftest import TODAY, Reader, Truth

_Q2_AND_Q4 = Runs(Quarter(2018, 2), also=(Quarter(2018, 4),))


def _in_quarter(number: int) -> Expression:
    quarter = Quarter(2018, number)
    return Due(Days(quarter.starts, quarter.ends), at_first=quarter.ends < TODAY)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("whats overdue and who leads them?", Kind.LIST, Kind.LEADS),
        ("latest on ASB3 and who are the partners", Kind.LATEST, Kind.LEADS),
        ("how many are red and how many are amber", Kind.COUNT, Kind.COUNT),
        ("ASB: how many green, how many with nothing in?", Kind.COUNT, Kind.COUNT),
        ("no. of actions in the plan and no. of priorities?", Kind.COUNT, Kind.COUNT),
        (
            "which domestic abuse actions are red? how many have had no update",
            Kind.LIST,
            Kind.COUNT,
        ),
    ],
)
def test_two_questions_of_one_message_are_two_readings(
    text: str, first: Kind, second: Kind, asked: Reader
) -> None:
    reading = asked(text)
    assert reading.also is not None
    assert (reading.want.kind, reading.also.want.kind) == (first, second)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("actions with neither a lead nor a target", all_of(Lacks("lead"), Lacks("target"))),
        ("lacking either a lead or a target", any_of(Lacks("lead"), Lacks("target"))),
        ("which reds have not reached their due date yet",
         all_of(Stands("off_track"), Not(Overdue()))),
        ("anything due in December that has gone quiet",
         all_of(Due(Days(date(2018, 12, 1), date(2018, 12, 31), "December 2018")), Stands(""),
                Not(Closed()))),
        ("everything reported in the week of 26 September",
         Updated(Days(date(2018, 9, 24), date(2018, 9, 30), ""))),
        ("what came in w/c 24 sept", Updated(Days(date(2018, 9, 24), date(2018, 9, 30), ""))),
        ("updates in week ending 30 september",
         Updated(Days(date(2018, 9, 24), date(2018, 9, 30), ""))),
        ("can I tell the chair everything the CSU leads is on track",
         all_of(Leads("CSU"), Not(Stands("on_track")))),
        ("is it right that every DA action has an update", all_of(Of("DA"), Stands(""))),
        ("please confirm all csu actions are green",
         all_of(Leads("CSU"), Not(Stands("on_track")))),
        ("can I see all the actions that are green", Stands("on_track")),
        ("of everything due this quarter, what have we had no word on",
         all_of(Due(Days(date(2018, 10, 1), date(2018, 12, 31), "")), Stands(""), Not(Closed()))),
        ("do we know which mental health ones are red", all_of(Of("MH"), Stands("off_track"))),
        ("reds that were green when they reported in Q1",
         all_of(Stands("off_track"), AsAt(Stands("on_track"), date(2018, 6, 30)))),
        ("greens that had been amber in Q1",
         all_of(Stands("on_track"), AsAt(Stands("at_risk"), date(2018, 6, 30)))),
        ("which are at 100%", Figure("reading", "=", 100, percent=True)),
        ("any with a nil figure", Figure("reading", "=", 0)),
        ("which readings are still nought", Figure("reading", "=", 0)),
        ("what has hit 100 per cent", Figure("reading", "=", 100, percent=True)),
        ("which actions do fire lead and which do they support", Involves("KFRS")),
        ("trading standards - which do they lead and which do they only help with",
         Involves("KCCTS")),
        ("some good news for the chair: amber in Q1, on track now?",
         all_of(AsAt(Stands("at_risk"), date(2018, 6, 30)), Stands("on_track"))),
        ("past its date and nobody ever agreed a new one",
         all_of(Overdue(), Not(Counts("moves", ">", 0)))),
        ("did anything the council gave extra time to go past the new date as well",
         all_of(Leads("SDC"), Counts("moves", ">", 0), Overdue())),
        ("anything the CCG is partner to thats still blank for updates",
         all_of(Partners("CCG"), Stands(""))),
        ("drugs & alcohol - are parish councils in any of them",
         all_of(Of("SUB"), Involves("PARISH"))),
        ("which greens have fire as a partner? just want to say well done to people tomorrow",
         all_of(Stands("on_track"), Partners("KFRS"))),
        ("anything davss leads that has no update?? dont want to be caught out tomorrow",
         all_of(Leads("DAVSS"), Stands(""))),
        ("before I ring fire - what are they leading thats amber",
         all_of(Leads("KFRS"), Stands("at_risk"))),
        ("cast your mind back to 30 june. what was showing red then",
         AsAt(Stands("off_track"), date(2018, 6, 30))),
        ("going back to the end of June, which actions were red at that point?",
         AsAt(Stands("off_track"), date(2018, 6, 30))),
        ("heard from in Q2 but nowt so far in Q3, leave out the finished ones",
         all_of(Reported(Quarter(2018, 2)), Not(Reported(Quarter(2018, 3))),
                Not(Stands("complete")))),
        ("DA actions with a due date in the new year, January to March",
         all_of(Of("DA"), Due(Days(date(2019, 1, 1), date(2019, 3, 31), "")))),
        ("of the ones that HAVE reported, which has gone stale longest", Not(Stands(""))),
        ("which of our greens had their last word before July",
         all_of(Stands("on_track"), UpdatedLast(Days(None, date(2018, 6, 30), "")))),
        ("november deadlines with no q2 update",
         all_of(Due(Days(date(2018, 11, 1), date(2018, 11, 30), "")),
                Not(Reported(Quarter(2018, 2))))),
        ("red ones with the parish and town councils helping",
         all_of(Stands("off_track"), Partners("PARISH"))),
        ("reds with no fresh date agreed yet",
         all_of(Stands("off_track"), Not(Counts("moves", ">", 0)))),
        ("police leads, not shared with anyone, zero reports so far",
         all_of(Leads("KP"), Counts("leads", "=", 1), Stands(""))),
        ("what has been seen through to the end", Stands("complete")),
        ("anything finishing on valentines day",
         Due(Days(date(2019, 2, 14), date(2019, 2, 14), ""))),
        ("ambers that are still on the date they started with",
         all_of(Stands("at_risk"), Counts("moves", "=", 0))),
        ("which have been red at any point this year, even if they're not now",
         Ever(Stands("off_track"), Days())),
        ("burglary lead here, what is red", Stands("off_track")),
        ("was asked which reds have no partners",
         all_of(Stands("off_track"), Lacks("partners"))),
        ("ambers whose deadline got shoved back",
         all_of(Stands("at_risk"), Counts("moves", ">", 0))),
        ("fire leads, nobody sharing", all_of(Leads("KFRS"), Counts("leads", "=", 1))),
        ("no target to aim at", Lacks("target")),
        ("reds and somebody is actually in charge of it",
         all_of(Stands("off_track"), Not(Lacks("lead")))),
        ("how many have we had zero on", Stands("")),
        ("greens that rest on one single update",
         all_of(Stands("on_track"), Counts("updates", "=", 1))),
        ("have any actions gone beyond their target", Reads("beaten")),
        ("silent in Q1 and now complete",
         all_of(Not(Reported(Quarter(2018, 1))), Stands("complete"))),
        ("reported in q1 AND q2",
         all_of(Reported(Quarter(2018, 1)), Reported(Quarter(2018, 2)))),
        ("not led by either council", Not(any_of(Leads("SDC"), Leads("KCC")))),
        ("finished ones for the highlights box", Stands("complete")),
        ("We are half way through the year. which are red", Stands("off_track")),
        ("which of the ambers need the parish councils",
         all_of(Stands("at_risk"), Involves("PARISH"))),
        ("ASB actions that have the community wardens on board",
         all_of(Of("ASB"), Involves("KCCW"))),
        ("any safeguarding targets bigger than 200",
         all_of(Of("SAF"), Figure("target", ">", 200))),
        ("what did kent police send in during september? inspector thinks we sent nothing",
         all_of(Leads("KP"), Updated(Days(date(2018, 9, 1), date(2018, 9, 30), "")))),
        ("mental health - everything not finished, with the lead next to each, for the agenda",
         all_of(Of("MH"), Not(Stands("complete")))),
        ("complete where sdc is a lead, even if shared",
         all_of(Stands("complete"), Leads("SDC"))),
        ("due by 31 dec and no update so far. thats my chase list",
         all_of(Due(Days(None, date(2018, 12, 31), "")), Stands(""), Not(Closed()))),
        ("had a Q2 update, for my opening line", Reported(Quarter(2018, 2))),
        ("has early help sent a single thing since april",
         all_of(Leads("KCCEH"), Updated(Days(date(2018, 4, 1), None, "")))),
        ("the ones fire co-lead with sdc, which are still blank?",
         all_of(Leads("KFRS"), Leads("SDC"), Counts("leads", ">", 1), Stands(""))),
        ("q1 return in, q2 nothing, not complete",
         all_of(Reported(Quarter(2018, 1)), Not(Reported(Quarter(2018, 2))),
                Not(Stands("complete")))),
        ("which have no due date at all, or just say ongoing",
         any_of(Lacks("date"), Lacks("end"))),
        ("which SDC ones have gone past their date, got to explain to my board",
         all_of(Leads("SDC"), Overdue())),
        ("whats furthest past its current due date", Overdue()),
        ("Good news for the newsletter please: what has been completed that SDC leads or co-leads?",
         all_of(Stands("complete"), Leads("SDC"))),
        ("date got moved and the new date has gone as well",
         all_of(Counts("moves", ">", 0), Overdue())),
        ("cgl named as a partner and at least one update on file",
         all_of(Partners("CGL"), Counts("updates", ">=", 1))),
        ("have any actions already met or passed their target", Reads("met")),
        ("everything logged on 28/9", Updated(Days(date(2018, 9, 28), date(2018, 9, 28), ""))),
        ("where SDC leads (on its own or with someone) and nobody has sent anything in",
         all_of(Leads("SDC"), Stands(""))),
        ("who should I thank for finishing early", Overran(early=True)),
        ("which is the council down as lead for that have had nothing put in yet",
         all_of(Leads("SDC"), Stands(""))),
        ("what do police lead where the CCG are sat round the table as well",
         all_of(Leads("KP"), Involves("CCG"))),
        ("have to do my return. what is red", Stands("off_track")),
        ("is anything going to miss its deadline",
         any_of(Stands("off_track"), Stands("at_risk"))),
        ("anything red where the police are a partner? got my 1-1 at 3",
         all_of(Stands("off_track"), Partners("KP"))),
        ("which substance misuse actions have an actual figure against them",
         all_of(Of("SUB"), Not(Reads("none")))),
        ("csu led, zero updates so far - which are they, ill chase the team",
         all_of(Leads("CSU"), Stands(""))),
        ("ones where the police are just a partner and there has been nothing from the lead",
         all_of(Partners("KP"), Stands(""))),
        ("last heard from in july or august, nothing more recent",
         any_of(UpdatedLast(Days(date(2018, 7, 1), date(2018, 7, 31), "")),
                UpdatedLast(Days(date(2018, 8, 1), date(2018, 8, 31), "")))),
        ("been on leave since 25 September, what came in while i was off",
         Updated(Days(date(2018, 9, 25), None, ""))),
        ("which safeguarding actions do the police lead, and have we heard anything on them?",
         all_of(Of("SAF"), Leads("KP"))),
        ("fire + police, anything they lead together", all_of(Leads("KFRS"), Leads("KP"))),
        ("2+ partners and red", all_of(Counts("partners", ">=", 2), Stands("off_track"))),
        ("still open but the last reading is already at or over target",
         all_of(Not(Closed()), Reads("met"))),
        ("chasing fire and the police today, what do they lead with no update so far",
         all_of(any_of(Leads("KFRS"), Leads("KP")), Stands(""))),
        ("where is fire a partner and the lead has put nothing in",
         all_of(Partners("KFRS"), Stands(""))),
        ("just where fire is a partner and its amber", all_of(Partners("KFRS"), Stands("at_risk"))),
        ("police actions w/out an update", all_of(Leads("KP"), Stands(""))),
        ("ones where the lead just says all agencies", Lacks("own lead")),
        ("anything with All put down as lead", Lacks("own lead")),
        ("police ones due in December now the dates have changed",
         all_of(Leads("KP"), Due(Days(date(2018, 12, 1), date(2018, 12, 31), "December 2018")),
                Not(Closed()))),
        ("which actions were reported as red during September",
         Declared("off_track", Days(date(2018, 9, 1), date(2018, 9, 30), ""))),
        ("what was reported amber in Q1",
         Declared("at_risk", Days(date(2018, 4, 1), date(2018, 6, 30), ""))),
        ("which actions finished early", all_of(Stands("complete"), Not(Overran()))),
        ("led by more than one body and overdue", all_of(Counts("leads", ">", 1), Overdue())),
        ("measures in % where the action is red", all_of(Measured("percent"), Stands("off_track"))),
        ("due in December, not a word on them - give me refs and leads",
         all_of(Due(Days(date(2018, 12, 1), date(2018, 12, 31), "December 2018")), Stands(""),
                Not(Closed()))),
        ("targets above 300", Figure("target", ">", 300.0)),
        ("already hitting their 100% target but still open",
         all_of(Reads("met"), Figure("target", "=", 100.0, percent=True), Not(Closed()))),
        ("domestic abuse, red, and not a peep from the lead", all_of(Of("DA"), Stands("off_track"),
                                                                     Stands(""))),
        ("green but not even half way to its target",
         all_of(Stands("on_track"), Reads("below", 0.5))),
        ("reds where the police are a partner but not the lead",
         all_of(Stands("off_track"), Partners("KP"), Not(Leads("KP")))),
        ("which had more than one update in Q2",
         Counts("updates", ">", 1, Days(date(2018, 7, 1), date(2018, 9, 30)))),
        ("updates from 1 to 15 september that weren't green",
         all_of(Updated(Days(date(2018, 9, 1), date(2018, 9, 15))), Not(Stands("on_track")))),
        ("neither green nor complete that have reported",
         all_of(Not(Stands("on_track")), Not(Stands("complete")), Not(Stands("")))),
        ("substance misuse or domestic abuse, without a baseline",
         all_of(any_of(Of("SUB"), Of("DA")), Lacks("baseline"))),
        ("defered ones", Stands("deferred")),
        ("there is one with neither a lead nor a date, isn't there? which",
         all_of(Lacks("lead"), Lacks("date"))),
        ("actions with no proper end date", any_of(Lacks("date"), Lacks("end"))),
        ("which of those due by 31 december have not had one single update",
         all_of(Due(Days(None, date(2018, 12, 31))), Not(Closed()), Stands(""))),
        ("name the actions nobody has said a word on", Stands("")),
        ("reds the council is a partner on but somebody else leads",
         all_of(Stands("off_track"), Partners("SDC"))),
        ("led by another agency, with fire as partner", Partners("KFRS")),
        ("no update from the lead on anything where the county is a partner",
         all_of(Stands(""), Partners("KCC"))),
        ("reported in Q1 and Q2 and amber both times",
         all_of(any_of(Reported(Quarter(2018, 1)), Reported(Quarter(2018, 2))),
                AsAt(Stands("at_risk"), date(2018, 6, 30)),
                AsAt(Stands("at_risk"), date(2018, 9, 30)))),
        ("updated every time",
         all_of(Reported(Quarter(2018, 1)), Reported(Quarter(2018, 2)))),
        ("have a target of 100 and are below it",
         all_of(Figure("target", "=", 100.0), Reads("missed"))),
        ("a target of over 100 where the last reading came in under",
         all_of(Figure("target", ">", 100.0), Reads("missed"))),
        ("none of the safeguarding actions has been reported as red",
         all_of(Of("SAF"), Not(Stands("off_track")))),
        ("am I right that none of the safeguarding actions is red",
         all_of(Of("SAF"), Stands("off_track"))),
        ("reds for anyone but the police or fire",
         all_of(Stands("off_track"), Not(any_of(Leads("KP"), Leads("KFRS"))))),
        ("who besides the county is leading a red action",
         all_of(Not(Leads("KCC")), Stands("off_track"))),
        ("who is signed up to ASB3 apart from the police", Refs(("ASB3",))),
        ("who sits round the table for ASB3", Refs(("ASB3",))),
        ("which do not have anybody leading or have no date",
         any_of(Lacks("lead"), Lacks("date"))),
        ("which do not have a lead or a target", any_of(Lacks("lead"), Lacks("target"))),
        ("first promised for september",
         FirstDue(Days(date(2018, 9, 1), date(2018, 9, 30)))),
        ("red by June and amber now, a good news story",
         all_of(AsAt(Stands("off_track"), date(2018, 6, 30)), Stands("at_risk"))),
        ("finished actions that did better than their target",
         all_of(Stands("complete"), Reads("beaten"))),
        ("target is 100 per cent and no figure in yet, which are those",
         all_of(Figure("target", "=", 100.0, percent=True), Reads("none"))),
        ("november deadlines with no q2 update",
         all_of(Due(Days(date(2018, 11, 1), date(2018, 11, 30))),
                Not(Reported(Quarter(2018, 2))), Not(Closed()))),
        ("what only happens in the last quarter", Runs(Quarter(2018, 4))),
        ("which are led by fire, by themselves or with others", Leads("KFRS")),
        ("fire led, jointly or on their own", Leads("KFRS")),
        ("any with the target left blank", Lacks("target")),
        ("red, then silence since June",
         all_of(Stands("off_track"), Not(Updated(Days(date(2018, 7, 1), None))), Not(Closed()))),
        ("fire led, where nothing has come in since June",
         all_of(Leads("KFRS"), Not(Updated(Days(date(2018, 7, 1), None))), Not(Closed()))),
        ("the Q2 and Q4 ones", _Q2_AND_Q4),
        ("timescale says Q2 and Q4, not a word on them",
         all_of(_Q2_AND_Q4, Stands(""))),
        ("anything scheduled for quarters 2 and 4", _Q2_AND_Q4),
        ("how many have Q1 and Q3 as their timescale",
         Runs(Quarter(2018, 1), also=(Quarter(2018, 3),))),
        ("planned for Q2 or Q4", all_of(any_of(_in_quarter(2), _in_quarter(4)), Not(Closed()))),
        ("due in Q2 and Q4", all_of(any_of(_in_quarter(2), _in_quarter(4)), Not(Closed()))),
        ("the Q1 and Q2 ones", all_of(any_of(_in_quarter(1), _in_quarter(2)), Not(Closed()))),
        ("running in Q3", all_of(Runs(Quarter(2018, 3), alone=False), Not(Closed()))),
        ("due in over three months",
         all_of(Due(Days(date(2019, 1, 9), None)), Not(Closed()))),
        ("who is in charge of the adults at risk panel", Refs(("SAF5",))),
        ("asb ones with fire in them other than the arson one fire leads",
         all_of(Of("ASB"), Involves("KFRS"), Not(Refs(("ASB10",))))),
        ("had their date pushed back and are sitting at amber",
         all_of(Counts("moves", ">", 0), Stands("at_risk"))),
        ("red, overdue or due in november",
         all_of(any_of(Stands("off_track"), Overdue(),
                       Due(Days(date(2018, 11, 1), date(2018, 11, 30)))), Not(Closed()))),
        ("reported in Q1 but not in Q2",
         all_of(Reported(Quarter(2018, 1)), Not(Reported(Quarter(2018, 2))), Not(Closed()))),
        ("due in 2019 not this year", Due(Days(date(2019, 1, 1), date(2019, 12, 31)))),
        ("which went from green to red", Became("off_track", Days(), "on_track")),
        ("which were red once and are not red now",
         all_of(Became("off_track", Days()), Not(Stands("off_track")))),
        ("apart from MH1 have any deadlines been moved",
         all_of(Counts("moves", ">", 0), Not(Refs(("MH1",))))),
        ("which has nobody sent any news on", Stands("")),
        ("finished late", Overran()),
        ("red or finished late", any_of(Stands("off_track"), Overran())),
        ("amber or above 75% of target", any_of(Stands("at_risk"), Reads("above", 0.75))),
        ("which have hit their target, not just the finished ones", Reads("met", 1.0)),
        ("wats due in oct or dec that police are in, lead or partner",
         all_of(any_of(Due(Days(date(2018, 10, 1), date(2018, 10, 31))),
                       Due(Days(date(2018, 12, 1), date(2018, 12, 31)))),
                Involves("KP"), Not(Closed()))),
        ("of the fly tipping ones which have had an update",
         all_of(Refs(("ASB5", "OCG3")), Not(Stands("")))),
        ("everything except fly tipping", Not(Refs(("ASB5", "OCG3")))),
        ("actions not about burglary", Not(Refs(("ACQ1", "ACQ2")))),
        ("who leads the MARAC action", Refs(("DA4",))),
        ("who is responsible for fly tipping", Refs(("ASB5",))),
        ("acquisitive crime except the green ones and the ones with no update",
         all_of(Of("ACQ"), Not(any_of(Stands("on_track"), Stands(""))))),
        ("all actions but the SDC led green ones",
         Not(all_of(Leads("SDC"), Stands("on_track")))),
        ("led by the police, nothing heard from them that we know of",
         all_of(Leads("KP"), Stands(""))),
        ("which targets have we not hit yet", Reads("missed")),
        ("anything that only runs in Q4, not before", Runs(Quarter(2018, 4))),
        ("updated in both Q1 and Q2",
         all_of(Reported(Quarter(2018, 1)), Reported(Quarter(2018, 2)))),
        ("reported in Q1 but nothing in Q2",
         all_of(Reported(Quarter(2018, 1)), Not(Reported(Quarter(2018, 2))), Not(Closed()))),
        ("four or more partners", Counts("partners", ">=", 4)),
        ("reds where the deadline has not been changed",
         all_of(Stands("off_track"), Counts("moves", "=", 0))),
        ("which deadlines have been missed", Overdue()),
        ("actions with a deadline that has already passed", Overdue()),
        ("due before April", all_of(Due(Days(None, date(2019, 3, 31))), Not(Closed()))),
        ("which ones went green to amber", Became("at_risk", Days(), "on_track")),
        ("please set out the red actions", Stands("off_track")),
        ("reds except what is overdue and what is finished",
         all_of(Stands("off_track"), Not(any_of(Overdue(), Stands("complete"))))),
        ("not one of the burglary actions is red",
         all_of(Refs(("ACQ1", "ACQ2")), Not(Stands("off_track")))),
        ("reds, leaving burglary aside", all_of(Stands("off_track"), Not(Refs(("ACQ1", "ACQ2"))))),
        ("which should have reported in Q2 but didn't",
         all_of(Not(Reported(Quarter(2018, 2))), Not(Closed()))),
        ("which actions have been overdue, most overdue first", Overdue()),
        ("a target of 300 or more", Figure("target", ">=", 300.0)),
        ("amber or worse and not led by the police",
         all_of(any_of(Stands("at_risk"), Stands("off_track")), Not(Leads("KP")))),
        ("which have slid from green to amber or worse",
         any_of(Became("at_risk", Days(), "on_track"), Became("off_track", Days(), "on_track"))),
        ("due on new year's eve",
         all_of(Due(Days(date(2018, 12, 31), date(2018, 12, 31))), Not(Closed()))),
        ("due on the last day of Q3",
         all_of(Due(Days(date(2018, 12, 31), date(2018, 12, 31))), Not(Closed()))),
        ("what must be done before our meeting on 20 december",
         all_of(Due(Days(None, date(2018, 12, 19))), Not(Closed()))),
        ("where does Moat come in", Involves("MOAT")),
        ("the ones fire are in but the council isn't",
         all_of(Involves("KFRS"), Not(Involves("SDC")))),
        ("amber ones Moat help on, leave out any they lead",
         all_of(Stands("at_risk"), Partners("MOAT"), Not(Leads("MOAT")))),
        ("led by fire and still not one update", all_of(Leads("KFRS"), Stands(""))),
        ("led by fire, but skip the green ones", all_of(Leads("KFRS"), Not(Stands("on_track")))),
        ("those with another deadline now than the one printed", Counts("moves", ">", 0)),
        ("what sits with the fire service", Leads("KFRS")),
        ("nothing since june",
         all_of(Not(Updated(Days(date(2018, 7, 1), None))), Not(Closed()))),
        ("anything gone quiet? they told us something once then nothing since june",
         all_of(Not(Stands("")), Not(Updated(Days(date(2018, 7, 1), None))), Not(Closed()))),
        ("nothing from the police at all", all_of(Stands(""), Leads("KP"))),
        ("amber in the summer but looking healthier now",
         all_of(AsAt(Stands("at_risk"), date(2018, 8, 31)), Not(Stands("at_risk")))),
        ("nothing from anyone since the spring",
         all_of(Not(Updated(Days(date(2018, 6, 1), None))), Not(Closed()))),
        ("which were red in the spring", AsAt(Stands("off_track"), date(2018, 5, 31))),
        ("who backs up the police", Partners("KP")),
        ("reds originally down for october or sooner",
         all_of(Stands("off_track"), FirstDue(Days(None, date(2018, 10, 31))))),
        ("which only happen january to march", Runs(Quarter(2018, 4))),
        ("what is a Q3 job only", Runs(Quarter(2018, 3))),
        ("timed for Q3 and no other quarter", Runs(Quarter(2018, 3))),
        ("only down for Q3, not any other quarter", Runs(Quarter(2018, 3))),
        ("which have slipped but are not due yet", Refs(("ASB3", "SUB6"))),
        ("greens that have gone cold since june", Refs(("ASB4", "ASB5"))),
        ("safeguarding ones at or above half their target",
         all_of(Of("SAF"), Reads("from", 0.5))),
        ("police as the lead, joint or otherwise, with nothing reported",
         all_of(Leads("KP"), Stands(""))),
        ("give me the ambers and also the overdue ones",
         any_of(Stands("at_risk"), Overdue())),
        ("which do we and fire co-own, council ones", Refs(("MH4",))),
        ("whats happening only in Q3, nothing later", Runs(Quarter(2018, 3))),
        ("schools as partner and meant to be happening in Q3",
         Refs(("SAF1", "SAF9", "SUB2", "DA6"))),
        ("asb ones that run right through the year, nothing reported",
         Refs(("ASB2", "ASB6", "ASB9"))),
        ("no work planned until the last quarter", Refs(("SAF3", "ACQ7", "DA8"))),
        ("greens with nothing new since june", Refs(("ASB4", "ASB5"))),
        ("greens gone stale, last word on them was before july", Refs(("ASB4", "ASB5"))),
        ("reds that still have till the end of march",
         all_of(Stands("off_track"), Not(Overdue()))),
        ("have only ever had one update and it was red",
         all_of(Counts("updates", "=", 1), Stands("off_track"))),
        ("outcome measures (not outputs) with no figure reported yet",
         Refs(("ASB2", "ASB9", "SAF6", "SUB3", "MH3"))),
        ("open but already sitting at its target",
         all_of(Not(Closed()), Reads("met"))),
        ("percentage measures that are sat at 100%",
         all_of(Measured("percent"), Figure("reading", "=", 100.0, percent=True))),
        ("safeguarding ones half way to target",
         all_of(Of("SAF"), Reads("from", 0.5))),
        ("safeguarding ones more than half way to target",
         Refs(("SAF1", "SAF4"))),
        ("ever red but amber now", all_of(Ever(Stands("off_track"), Days()), Stands("at_risk"))),
        ("never reported on and overdue", all_of(Stands(""), Overdue())),
        ("which have more than one measure", Counts("measures", ">", 1)),
        ("no update from the council, need to lean on my own lot first",
         all_of(Stands(""), Leads("SDC"))),
        ("reds, cannot believe those", Stands("off_track")),
        ("led by the county, trading standards and early help, nothing reported",
         all_of(Stands(""), any_of(*map(Leads, ("KCC", "KCCTS", "KCCEH"))))),
        ("either probation body (nps or the crc) on it as lead or partner, with an update",
         Refs(("OCG2", "ACQ8", "DA7"))),
        ("trading stds ones that are amber", all_of(Stands("at_risk"), Leads("KCCTS"))),
        ("acquisitive crime where we are owed a first update",
         all_of(Of("ACQ"), Stands(""))),
        ("nothing in Q1 but something since",
         all_of(Not(Reported(Quarter(2018, 1))), Not(Closed()),
                Updated(Days(date(2018, 7, 1), None)))),
        ("anything with november against it in the timescales",
         FirstDue(Days(date(2018, 11, 1), date(2018, 11, 30)))),
        ("police green ones, joint included", all_of(Stands("on_track"), Leads("KP"))),
        ("amber, police as partner with who leads them",
         all_of(Stands("at_risk"), Partners("KP"))),
        ("what arrived on 21 September", Updated(Days(date(2018, 9, 21), date(2018, 9, 21)))),
        ("red or amber at the end of each quarter",
         all_of(*(any_of(*(AsAt(Stands(status), day) for status in ("off_track", "at_risk")))
                  for day in (date(2018, 6, 30), date(2018, 9, 30))))),
        ("which were once green but are not green now",
         all_of(Ever(Stands("on_track"), Days()), Not(Stands("on_track")))),
        ("which are only supported by fire",
         all_of(Partners("KFRS"), Counts("partners", "=", 1))),
        ("no update, deadline end of december, lead isn't the police",
         all_of(Stands(""), Due(Days(date(2018, 12, 31), date(2018, 12, 31))), Not(Leads("KP")))),
    ],
)  # fmt: skip
def test_a_rule_reads_its_sentence(
    text: str, means: Expression, asked: Reader, truth: Truth
) -> None:
    assert truth(asked(text).over) == truth(means)


@pytest.mark.parametrize(("text", "limit"), [
    ("the newest three updates please", 3),
    ("the next two deadlines", 2),
    ("which red action has gone longest without an update", 1),
    ("the three earliest updates of the year", 3),
    ("of the ambers, which has gone longest without an update", 1),
    ("just the first five open actions by deadline", 5),
    ("open ones in date order, top 3", 3),
])  # fmt: skip
def test_an_order_says_how_many_are_wanted(text: str, limit: int, asked: Reader) -> None:
    assert asked(text).want.limit == limit


@pytest.mark.parametrize(("text", "kind"), [
    ("partner intel submissions - where were we in june and where are we now", Kind.HISTORY),
    ("who leads the summer sessions", Kind.LEADS),
    ("everything except MH1", Kind.LIST),
    ("deliberate fires - up or down on last year", Kind.MEASURES),
    ("burglary up or down on last year", Kind.LAST_YEAR),
    ("what percentage of marac actions are meant to be closed on time", Kind.MEASURES),
    ("who do I ring about MH4", Kind.LEADS),
    ("someone I support rings 999 every night, is anything planned", Kind.TOPIC),
    ("who supports the most", Kind.RANK),
    ("every update we have ever had on MH1, with dates", Kind.HISTORY),
    ("who has the most overdue actions", Kind.RANK),
    ("which action is most overdue", Kind.LIST),
    ("break the reds down by priority", Kind.BY),
    ("give me the numbers green, amber, red", Kind.BY),
    ("safety visits - what share of the 300 have we done", Kind.MEASURES),
    ("the referral route got a new date, no? When was that?", Kind.HISTORY),
    ("due in march, led by KCC or any of its services", Kind.CHOOSE),
    ("old man on his own, no smoke alarm. who goes out to him", Kind.LEADS),
    ("which actions were worse at the end of Q2 than at the end of Q1", Kind.CHANGES),
    ("which agencies have nothing overdue", Kind.COUNT),
    ("which bodies sent nothing on any action", Kind.COUNT),
    ("how many houses were burgled in Swanley last month", Kind.OUTSIDE),
    ("where does the money for all this come from", Kind.FACT),
    ("who am i still waiting on - actions with no update this year at all", Kind.BY),
    ("sort the safeguarding / domestic abuse actions under their status", Kind.BY),
    ("history of MH1 please, got a call with the trust at 2", Kind.HISTORY),
    ("besides the lead who works on ASB7", Kind.LEADS),
    ("how does burglary in Edenbridge compare with Westerham this year", Kind.OUTSIDE),
    ("which lad did they talk about at the panel last month", Kind.PERSONAL),
    ("no. of actions the police are on in any capacity", Kind.COUNT),
    ("which kids from our school did early help bring to the csu, names pls", Kind.PERSONAL),
    ("what share of the plan is done", Kind.COUNT),
    ("who are the partners on the amber police actions", Kind.LEADS),
    ("latest three updates on safeguarding", Kind.LATEST),
    ("show me the notes for the red ones", Kind.LATEST),
    ("which action has been updated most recently", Kind.LIST),
    ("does anyone lead just one action", Kind.BY),
    ("are we hitting the target on taxi training", Kind.MEASURES),
    ("where is the biggest gap between target and actual", Kind.LIST),
    ("what has the biggest target", Kind.RANK),
    ("who has the lowest reading so far", Kind.RANK),
    ("What is the largest number anyone has to reach?", Kind.RANK),
    ("which organisation turns up most often as a partner", Kind.RANK),
    ("one stop shop - sessions held so far?", Kind.MEASURES),
    ("home safety visits - running total against the yr target?", Kind.MEASURES),
    ("ive only just been added to this, what sort of thing can i ask you", Kind.HELP),
    ("which leads have sent nothing in at all since may", Kind.COUNT),
    ("how many pounds did the commissioner give Kenward", Kind.OUTSIDE),
    ("help for men who want to stop hitting their partners", Kind.TOPIC),
    ("which of my tenants has been to the panel", Kind.PERSONAL),
    ("which is doing better, mental health or domestic abuse", Kind.COMPARE),
    ("% green", Kind.COUNT),
    ("IOM - sorry, what is that?", Kind.GLOSSARY),
    ("Forgive me, but what is IOM?", Kind.GLOSSARY),
    ("what is IOM doing", Kind.TOPIC),
    ("which actions have a latest figure that beat the target", Kind.LIST),
    ("prevent training headcount to date", Kind.MEASURES),
    ("joint patrols - how many so far", Kind.MEASURES),
    ("wot % of our csu referals are ment to start treatment", Kind.MEASURES),
    ("how many pounds did the pcc give us for the outreach", Kind.MONEY),
    ("how much has the pcc paid for SUB1", Kind.MONEY),
    ("what is the budget in pounds for the cameras", Kind.MONEY),
    ("talk me thru how SUB1 went", Kind.ACTIONS),
    ("when did fire last send us anything", Kind.LATEST),
    ("when was SDC last in touch on ASB3", Kind.LATEST),
    ("who leads on more of this plan than anyone", Kind.RANK),
    ("the action with the longest list of partners is which one", Kind.RANK),
    ("whose list of actions is the longest", Kind.RANK),
    ("traffic light split for safeguarding", Kind.BY),
    ("resident wants to start a speedwatch, which agency do i point them to", Kind.LEADS),
    ("who looks after the people at risk of suicide work", Kind.LEADS),
    ("how many updates have we had on the referral route", Kind.COUNT),
    ("the intelligence one was meant to be november, when is it now", Kind.DUE),
    ("what have we had the fewest updates on", Kind.RANK),
    ("who leads the ones that are amber, no Kent Police as partner", Kind.BY),
    ("red and amber split by priority, got worse since june", Kind.CHOOSE),
    ("which priorities are free of ambers", Kind.COUNT),
    ("how many got worse, led by the police", Kind.CHANGES),
    ("stuff for teenagers to do over the summer hols, did that happen?", Kind.TOPIC),
])  # fmt: skip
def test_what_is_asked_of_one_thing(text: str, kind: Kind, asked: Reader) -> None:
    want = asked(text).want
    assert (want.kind, want.days) == (kind, None)


@pytest.mark.parametrize("whole", [
    "target", "its target", "the yearly target", "the annual target", "the year's target",
    "its full year target", "their target for the year", "way to the year end target",
])  # fmt: skip
def test_a_share_of_a_target_is_a_condition_beside_a_status(whole: str, asked: Reader) -> None:
    for way, how, share in (("less than half", "below", 0.5), ("under a quarter of", "below", 0.25),
                            ("over three quarters of", "above", 0.75)):  # fmt: skip
        over = asked(f"greens at {way} {whole}").over
        assert over == all_of(Stands("on_track"), Reads(how, share)), (way, whole)


@pytest.mark.parametrize("order", [
    "can you switch the lead on DA6 to early help", "hand ACQ5 over to the council please",
    "make the police the lead for ASB2", "add fire as a partner on SAF2", "take us off DA4",
    "remove county from ASB3 partners", "I want to pass MH1 to the county",
])  # fmt: skip
def test_what_only_coordinators_change_is_no_question(order: str, asked: Reader) -> None:
    assert asked(order).want.kind is Kind.MANAGE
    plain = ("take out the police ones", "get the latest on ASB3", "give me the lead for ASB3")
    assert not any(asked(text).want.kind is Kind.MANAGE for text in plain)


@pytest.mark.parametrize("text", ["what do I have to report?", "what do we owe"])
def test_what_is_owed_is_for_the_quarter_that_has_ended(
    text: str, index: Index, truth: Truth
) -> None:
    owed = all_of(Leads("KP"), Not(Reported(Quarter(2018, 2))), Not(Closed()))
    assert truth(read(text, index, TODAY, Asker(("KP",), leads=True)).over) == truth(owed)


def test_whether_a_place_is_safe_is_not_in_the_plan(asked: Reader) -> None:
    assert asked("is the town safe?").want.kind is Kind.OUTSIDE


@pytest.mark.parametrize("text", [
    "which actions led by the fire service have we not heard about",
    "fire led actions we have had no update on",
])  # fmt: skip
def test_we_who_hear_are_not_we_who_lead(text: str, index: Index, truth: Truth) -> None:
    silent = all_of(Leads("KFRS"), Stands(""))
    assert truth(read(text, index, TODAY, Asker(("KP",), leads=True)).over) == truth(silent)


@pytest.mark.parametrize(("agency", "text", "means"), [
    ("WKHA", "west kent as partner, no update", all_of(Partners("WKHA"), Stands(""))),
    ("MOAT", "moat - what are we a partner on", Partners("MOAT")),
    ("KFRS", "only a partner, not lead, and red or amber",
     all_of(Partners("KFRS"), Not(Leads("KFRS")), any_of(Stands("off_track"), Stands("at_risk")))),
])  # fmt: skip
def test_the_asker_is_known_by_what_is_left_out(
    agency: str, text: str, means: Expression, index: Index, truth: Truth
) -> None:
    reading = read(text, index, TODAY, Asker((agency,), leads=True))
    assert (reading.want.kind, truth(reading.over)) == (Kind.LIST, truth(means))


def test_what_we_are_the_lead_for_is_what_we_lead(index: Index, truth: Truth) -> None:
    asker = Asker(("KP",), leads=True)
    assert truth(read("what are we the lead for", index, TODAY, asker).over) == truth(Leads("KP"))


def test_whether_we_have_any_is_asked_of_the_plan(index: Index, truth: Truth) -> None:
    asker = Asker(("WKHA",), leads=True)
    reading = read("have we got any with no partners", index, TODAY, asker)
    assert truth(reading.over) == truth(Lacks("partners"))


@pytest.mark.parametrize(
    "way",
    [
        "which actions were {0} before and are {1} now",
        "which ones used to be {0} and are {1} now",
        "which ones were {0} and are now {1}",
        "of the actions that are {1} today, which used to be {0}",
        "{1} now, {0} before",
        "was {0} once, {1} now",
        "previously {0} now {1}",
    ],
)
@pytest.mark.parametrize(("was", "now"), [("red", "amber"), ("green", "red"), ("amber", "green")])
def test_what_was_and_what_is_are_two_times(
    way: str, was: str, now: str, asked: Reader, truth: Truth
) -> None:
    values = {"red": "off_track", "amber": "at_risk", "green": "on_track"}
    before, after = Stands(values[was]), Stands(values[now])
    meant = truth(all_of(Ever(before, Days()), after))
    assert meant
    assert truth(asked(way.format(was, now)).over) == meant


@pytest.mark.parametrize("text", [
    "when did we last send anything in", "what did we last send you", "when did we last report",
])  # fmt: skip
def test_we_who_last_reported_are_the_askers(text: str, index: Index, truth: Truth) -> None:
    reading = read(text, index, TODAY, Asker(("KP",), leads=True))
    assert (reading.want.kind, truth(reading.over)) == (Kind.LATEST, truth(Leads("KP")))
    heard = read("when did we last hear", index, TODAY, Asker(("KP",), leads=True))
    assert truth(heard.over) == truth(EVERY)


@pytest.mark.parametrize("text", [
    "what is the very next deadline after october", "next deadline after october",
])  # fmt: skip
def test_the_next_deadline_after_a_time_is_of_what_is_due_then(text: str, asked: Reader) -> None:
    reading = asked(text)
    assert (reading.want.kind, reading.want.order) == (Kind.LIST, "next")
    due = [leaf for leaf in leaves(reading.over) if isinstance(leaf, Due)]
    assert [leaf.days.start for leaf in due] == [date(2018, 11, 1)]


@pytest.mark.parametrize(("text", "limit"), [
    ("what was the very first update sent in and when", 1), ("the first report", 1),
    ("what were the first updates", 0),
])  # fmt: skip
def test_the_first_update_is_one(text: str, limit: int, asked: Reader) -> None:
    assert (asked(text).want.order, asked(text).want.limit) == ("first", limit)


def test_from_return_to_return_is_from_quarter_to_quarter(asked: Reader) -> None:
    for text in ("the q1 return and the q2 one", "Q1 figures and the Q2 figures"):
        reading = asked(f"which have improved between {text}")
        assert reading.want == asked("which have improved between Q1 and Q2").want, text


def test_which_actions_somebody_sent_updates_on_is_a_list(asked: Reader) -> None:
    reading = asked("which actions did Kent Police send updates on during September")
    assert reading.want.kind is Kind.LIST


def test_an_occasion_is_asked_about_where_nothing_else_is(asked: Reader) -> None:
    reading = asked("who else is round the table at the vulnerability panel")
    assert (reading.want.kind, reading.over) == (Kind.LEADS, Refs(("SAF5",)))


def test_when_something_was_is_not_what_it_is_about(asked: Reader) -> None:
    reading = asked("what happened over the summer with the sanctuary work")
    assert reading.over == Refs(("DA3",))


def test_so_many_of_the_worst_are_so_many(asked: Reader) -> None:
    for text in ("give me the 3 worst", "the worst three"):
        assert asked(text).want.limit == 3, text


def test_whom_somebody_told_is_no_lead(index: Index) -> None:
    ours = read("when did KMPT last update us", index, TODAY, Asker(("SDC",), leads=True))
    assert ours.over == Leads("KMPT")


def test_a_guess_beside_a_question_narrows_nothing(asked: Reader) -> None:
    assert asked("who leads the most actions? bet its not us").want == asked("who leads most").want


def test_leads_with_the_most_of_something_are_agencies_ranked(asked: Reader) -> None:
    reading = asked("tell me the leads with the most late actions")
    assert (reading.want.kind, reading.want.group) == (Kind.RANK, "agency")
    assert reading.over == Overdue()


def test_things_by_any_name_are_ranked(asked: Reader) -> None:
    assert asked("who leads the most stuff").want == asked("who leads the most actions").want


def test_a_figure_for_each_is_of_each_action(asked: Reader) -> None:
    reading = asked("DA actions on track with the latest figure for each")
    assert (reading.want.kind, reading.want.group) == (Kind.MEASURES, "agency")


@pytest.mark.parametrize("text", [
    "when does quarter three finish", "when is the end of q3", "what date does this quarter close",
])  # fmt: skip
def test_when_a_quarter_ends_is_a_fact(text: str, asked: Reader) -> None:
    assert asked(text).want.kind is Kind.FACT


@pytest.mark.parametrize("text", [
    "agencies that partner but don't lead a single thing", "who partners but leads nothing",
])  # fmt: skip
def test_who_only_supports_is_who_leads_nothing(text: str, asked: Reader) -> None:
    assert asked(text).over == asked("who leads nothing").over == Not(EVERY)


@pytest.mark.parametrize("text", ["lead for the cctv", "partners on the CCTV action"])
def test_a_part_and_a_thing_ask_who_plays_it(text: str, asked: Reader) -> None:
    reading = asked(text)
    assert (reading.want.kind, reading.over) == (Kind.LEADS, Refs(("ASB3",)))


def test_what_stands_against_a_target_is_no_short_form_asked(asked: Reader) -> None:
    assert asked("WRAP sessions - people trained vs target").want.kind is Kind.MEASURES
    assert asked("CSU vs CSP").want.kind is Kind.GLOSSARY


@pytest.mark.parametrize("text", [
    "sanctuary % in june and now", "both figures for the sanctuary work",
])  # fmt: skip
def test_figures_at_several_times_are_the_history(text: str, asked: Reader) -> None:
    reading = asked(text)
    assert (reading.want.kind, reading.over) == (Kind.HISTORY, Refs(("DA3",)))


def test_the_top_of_a_paper_is_nothing_of_the_plan(asked: Reader) -> None:
    assert asked("numbers by rag for the top of the paper").want == asked("numbers by rag").want


@pytest.mark.parametrize(("text", "kind"), [
    ("I had june down for the graffiti action, is that still the date", Kind.DUE),
    ("the graffiti action was for december, is it still the deadline", Kind.DUE),
])  # fmt: skip
def test_what_was_thought_of_one_action_narrows_nothing(
    text: str, kind: Kind, asked: Reader
) -> None:
    reading = asked(text)
    assert (reading.want.kind, reading.over) == (kind, Refs(("ASB6",)))


def test_what_an_agency_did_in_other_words_than_the_plans_is_of_the_few_it_leads(
    asked: Reader, index: Index
) -> None:
    led = [a.ref for a in index.plan.actions if "KCCTS" in a.leads]
    reading = asked("what happened to the summer talks trading standards were doing")
    assert (reading.want.kind, reading.over) == (Kind.HISTORY, Refs(tuple(led)))


def test_a_share_of_what_one_action_counts_is_its_measure(asked: Reader) -> None:
    reading = asked("marac actions closed on time, what percent are we at")
    assert (reading.want.kind, reading.over) == (Kind.MEASURES, Refs(("DA4",)))


def test_what_not_everybody_did_is_what_is_asked_of_everybody(asked: Reader, truth: Truth) -> None:
    for text in ("has everyone reported for Q2", "have all agencies reported for Q2"):
        assert truth(asked(text).over) == truth(Not(Reported(Quarter(2018, 2)))), text


def test_we_beside_another_are_both(index: Index, truth: Truth) -> None:
    fire = Asker(("KFRS",), leads=True)
    for asked, over in (
        ("what are we and the district council jointly leading",
         all_of(Leads("KFRS"), Leads("SDC"))),
        ("which priority are we most loaded up on as lead", Leads("KFRS")),
        ("anything that names both ourselves and the police",
         all_of(Involves("KFRS"), Involves("KP"))),
    ):  # fmt: skip
        assert truth(read(asked, index, TODAY, fire).over) == truth(over), asked
