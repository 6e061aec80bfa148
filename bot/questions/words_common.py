"""Ordinary words, only data: those that carry no subject, and those no repair may change."""

from __future__ import annotations


def words_of(block: str) -> frozenset[str]:
    """A block of words as a set: how word lists are written here."""
    return frozenset(block.split())


STOP = words_of(
    """
    a an the of to in on at for by with and or but if so as is are was were be been being am do
    does did done doing have has had having it its this that these those there here i me my mine
    we us our ours you your yours he him his she her hers they them their theirs what which who
    whom when where why how all any anything some something each every no not none nothing can
    could will would shall should may might must about into onto over under up down out off from
    than then too very just also only now still again please tell show give list let know get got
    go going one ones thing things stuff sort kind plan plans action actions priority priorities
    anyone someone everyone somebody anybody else more most much many lot lots bit really actually
    happening happen happens see look looking like want wants need needs help said say says mean
    means cover covered covers covering work working works place people person another other
    others because while where's same such own both between during before after since until
    against through around keep keeps kept put puts make makes made take takes taken use used
    using come comes coming new old last next first second third year month week day today time
    way status update updates latest progress current currently right sure ok okay yes yeah
    january february april june july august september october november december hear
    hearing heard think thinking late reading readings figure figures
    target targets met meet responsible per partnership bot csp
    district local area include including
    """
)
"""Words that say nothing of the subject, the plan's own ("action", "update") among them."""

COMMON = STOP | words_of(
    """
    able above accept across actually add afternoon agenda ago agree ahead allow almost alone
    along already alright amount annual anyway apart apparently appear approved april area aren
    around arrive aside asked asking attend august average avoid aware away bank base based
    basically become been began begin behind believe below beside besides best better board boat
    body book border borders boss both bottom bought bring british broken brought budget building
    built bunch busy button cannot card care carried case cash caught cause centre certain chair
    chance change changed chase chased check chief choose church city class clear close closed
    code cold collected college comes comment committee common compare complete concern confirmed
    consider considered contact control copy corner correct cost could council count counted
    couple course court cover create cross currently cut daily dartford data date dates dead
    deadline deadlines deal dear december decide decided deep delay delayed delivered department
    describe detail details differ different dinner direct doctor document does door double
    download draft drive drop during duty each early earth easy effort eight either election email
    end ended ending enough enter entire even evening event ever everything everywhere exact
    example except expect expected explain explained extra face fact fair fall false family
    farther fast father favour february feel feet field fifth figure figures fill final find fine
    finish finished first five floor focus follow food foot football force forecast forget form
    former forward four free friday friend from front full fully fund funding further future
    garden general generally gives giving glad goes gone good grant great ground group grow guess
    guide half hand handle happy hard have head heading headline heart heavy held hello here high
    highest himself history hold holiday home hope horse hour hours house however hundred idea
    identified immediate impact important improve improved included increase increased indeed
    indicator information inside instead interest into invite involved issue item items itself
    january job jobs join july june keep kept kind king knew know known lack large last late later
    latest lead leader leading learned least leave left less letter level life light likely limit
    line list listed listing little live lives local long longer lose loss lost love lower lowest
    lunch maidstone main major making manage manager march mark marked matter maybe mean means
    meant meanwhile measure measures meet meeting member members mention mentioned message middle
    might mile million mind minor minute minutes miss missed missing model moment monday money
    monitored month monthly months more morning most mother move moved movement much must myself
    name named naturally near nearly necessary neither nice night nine nobody normally noted
    nothing notice november number numbers object obviously october offer office officer often
    older once ongoing open opening opinion order organisation original other otherwise ought
    outcome outside outstanding overall overdue overview owner page paid paper part partly partner
    partners partnership past people percent performance perhaps period permission person phone
    pick picture piece place planned planning played please plenty point pointing poor position
    possible possibly post present press pretty previous price print priorities priority probably
    problem problems progress proper proportion provide public pull purpose push quarter quarterly
    quarters question questions quick quickly quiet quite raise range rate rather reach reached
    reaching read reading reads ready real reason received recent recently record recorded reduce
    refer regarding regular relevant remain remaining remains remember remind repeat reply report
    reported reports request require responsible rest result results return returns review right
    rise risk road role room round rule running safer said same saturday save scale school score
    second section seem seen send sense sent sentence separate separately september serious
    seriously service settings seven several shall share shared sheet shopping short should show
    shown side sign signed similar simple since single sister site sitting situation sixth size
    slipped slowly small somewhere soon sort sound source space speak special specific spend spent
    staff stage stand standing start started state statement status statutory stay step still
    stood stop story straight street strong study submitted such sudden suggest summary sunday
    support supposed sure surely system table taken talk talked talking target targets task team
    tell term terms test than thank that their them theme themselves then there these they thing
    think thinking third this those though thought thousand three through throughout thursday
    ticket tidy till time times timescale today together told tomorrow tonbridge tonight took
    total totally touch toward track training travel tree tried trouble true trust truth trying
    tuesday turn turned twelve twenty twice type under understand unit unlikely until update upper
    useful usual usually value various version very view visit voice wait waiting walk wall want
    wanted ward wards warm watch water wednesday week weekly weeks weight well went were west what
    whatever when where whether which while white whoever whole whom whose wide wife will window
    winter wish with within without woman wonder wondering word words work worked world worried
    worry worse worst worth would write written wrong wrote year yearly years yesterday yet young
    yourself
    """
)
"""Ordinary words that a repair of misspellings must leave alone."""
