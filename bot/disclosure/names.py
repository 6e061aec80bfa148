"""Given names and family names the disclosure guard knows at sight: data only.

A short list, not a directory: names common in the United Kingdom, of many origins. The guard also
finds names that are not here, by the company they keep; the lists decide where the company is
silent (a lower-case note, a first name alone). Written without accents, in lower case.
"""

from __future__ import annotations

from bot.disclosure.bodies import words_in

_GIVEN = """
paddy beatriz joao shaz baz gaz daz caz chaz maz taz
al victor veronica gail fred gene otis cody cole zayn jace kian brody kayden jaxon jaxson tobias
albie rafe otto kit aria luna mila thea harper aurora ottilie penelope arabella margot robyn
lottie ayla eloise darcie amaya lyra skyla lyla kacey lexie maisy tia tiana chanel paige kenzie
renee rene manpreet gurminder gurjit jasleen simranjit amarjeet paramjit ashan rukhsar zubaida
ruqayyah hadiya zakariya yunis abdulrahman abdirizak hassanat warsame ayan hibo idil ladan nimco
filsan asli deeqa mercy patience peace godwin goodluck emmanuella oluchi onyinye obiora okwudili
ebuka tochukwu kwaku esther adwoa akosua yaaba nii ekua naana nikolai natasa zeljko dusan dragana
slobodan nebojsa vesna jasmina mirjana snjezana branko veronika bianka tereza barbora lenka
marketa vojtech matus lubos zdenka jarmila brigitta ferenc attila bela tibor csaba katalin eszter
agnes ligia ioan doina stelian nelu viorel viorica marius dorel lucica aaron abbie abby abigail
adam adrian aidan aiden aileen aimee alan alasdair albert alec alex alexander alexandra alexis
alfie alfred alice alicia alison alistair allan allison alma amanda amelia amelie amy andrea
andrew andy angela angie angus anita ann anna annabel anne annette annie anthony antonia antony
archie arlo arthur ashleigh ashley audrey ava barbara barry beatrice becca becky belinda ben
benjamin bernadette bernard bethan bethany betty beverley bev billie billy blake bobby bonnie
bradley brandon brenda brendan brian bridget brooke bruce bryan bryony caitlin callum calum
cameron camilla candice cara carl carla carly caroline carolyn casey catherine cathy cecil cerys
chantelle charlene charles charley charlie charlotte chelsey cheryl chloe chris christina
christine christopher cindy claire clara clare clarissa claudia clifford clive coleen colette
colin colleen connie connor conor constance corey cory courtney craig curtis cyril daisy damian
damien dan daniel danielle danny darcy daren darius darrell darren dave david davey davina dean
debbie deborah debra declan dee deirdre delroy demi denise dennis derek dermot desmond diana diane
dillon dolores dominic donald donna doreen doris dorothy doug douglas duncan dwayne dylan eamonn
ed eddie edith edmund edna edward edwin eileen elaine eleanor elena eli elijah eliza elizabeth
ella ellen ellie elliot elliott elsie emily emma emmanuel eric erica erin ernest esme ethan ethel
eugene eva evan eve evelyn evie ewan ezra felicity felix fergus finlay finley finn fiona flora
florence frances francesca francis francine frankie fraser freda freddie frederick freya gabriel
gabriella gareth garry gary gavin gemma geoff geoffrey george georgia georgie georgina gerald
geraldine gerard gertrude gillian gina gladys glen glenda glenn gloria gordon graeme graham greg
gregory gwen gwendolyn hannah harley harold harriet harrison harry harvey hayden hayley heidi
helen helena henry herbert hilary hilda horace howard hugh hugo ian imogen ingrid irene isaac
isabel isabella isabelle isla isobel ivan ivor jackie jacob jacqui jacqueline jaden jaime jake
jamal james jamie jan jane janet janice janine jared jasmine jason jayden jayne jean jeanette jeff
jeffrey jemma jennifer jenny jenna jeremiah jeremy jermaine jerome jerry jess jesse jessica jessie
jill jillian jim jimmy jo joan joanna joanne jodie jody joe joel johanna john johnny jon jonah
jonathan jonny joseph josephine josh joshua josie joyce juan judith judy julia julian julianne
julie juliet june justin justine kai kane karen karl kate katherine kathleen kathryn kathy katie
katrina katy kay kayla kayleigh keeley keira keith kellie kelly kelsey ken kenneth kenny kerry kev
kevin kieran kiera kieron kim kimberley kirsten kirsty kyle kylie lacey lara laura lauren laurence
leah leanne leila len lena leo leon leona leonard leroy lesley leslie lewis lexi liam libby
lillian lily linda lindsay lindsey lisa liz lloyd logan lois lola loraine lorna lorraine louie
louis louisa louise luca lucas lucia lucille lucinda lucy luke lydia lyn lynda lynn lynne lynsey
mabel maddie maddison madeleine madison maggie maisie malcolm mandy marc marcel marcia marcus
margaret margery maria marian marianne marie marilyn marion marjorie marlene marlon marnie martha
martina martyn mary mason matilda matt matthew maud maureen maurice mavis maxine maxwell megan
meghan mel melanie melissa mervyn mia michael michaela micah michelle mick mickey mike millie
mildred miriam mitchell moira mollie molly mona monica montel morag muriel myra nadia nadine nancy
naomi nat natalie natasha nathan nathaniel neil nell nellie neville niall nicholas nick nicky
nicola nicole nigel nikki nina noah noel nora noreen norma norman nuala olga oliver olivia ollie
oscar owen pamela patricia patrick patsy patty paul paula pauline peggy percy perry pete peter
petra phil philip philippa phillip phoebe phyllis poppy priscilla quentin rachael rachel ralph
ramona raymond rebecca reece reggie reginald reuben rhiannon rhys richard rick ricky riley rita
robbie robert roberta rod roderick rodney roger roland romeo ron ronald ronnie rory rosalind
rosemary rosie ross rowena roxanne roy rupert russell ruth ryan sabrina sadie sally sam samantha
samuel sandra sara sarah sasha saskia scarlett scott sean sebastian selina seth shane shania
shanice shannon sharon shaun shauna shayla sheena sheila shelley sherry shirley shona sian sidney
sienna simon skye sophia sophie spencer stacey stacy stan stanley stefan stella steph stephanie
stephen steve steven stevie stewart stuart susan susanna susannah susie suzanne sybil sylvia
tabitha tamara tamsin tania tanya tara tasha taylor ted teddy teresa terence terri terry tessa
thelma theo theodore theresa thomas tiffany tilly tim timothy tina toby todd tom tommy toni tony
tracey tracy travis trevor trisha tristan troy trudy tyler tyrone ursula valerie vanessa vera
verity vernon vicky vicki vince vincent viola virginia vivian vivienne wanda warren wayne wendy
wilfred william willie wilma winifred winston xander yasmin yolanda yvette yvonne zac zach zachary
zack zak zara zoe aled alun angharad anwen arwel arwen branwen bronwen bryn carwyn carys catrin
ceri dafydd dai deiniol delyth dewi dilwyn eifion eilir eira eleri elfed elin elis eluned emlyn
emrys emyr eurig ffion gerallt gethin glyn glynis guto gwenllian gwil gwilym gwyn gwyneth heledd
huw hywel iestyn ieuan ifan ifor iolo iorwerth iwan llinos lowri llyr mair mali mared medwyn
meinir meleri menna mererid meurig morfydd myfanwy nerys nia non olwen osian owain rhian rhodri
rhydian sioned sion siriol tegan teleri tomos trefor tudur wyn aisling aoife bairbre brid caoimhe
caolan cathal ciara cian ciaran cillian clodagh colm conal conall cormac daithi darragh deaglan
dearbhla diarmuid donal donnacha eabha eimear enda eoghan eoin fearghal fiadh fionn fionnuala
gearoid grainne labhras lorcan mairead maire malachy maeve muireann naoise niamh odhran oisin oran
orla orlaith padraic padraig peadar rian roisin ronan ruairi ruairidh saoirse seamus seosamh shay
sinead siobhan sorcha tadhg tomas ultan una callan eilidh fearne hamish iain kirstin lachlan mairi
morven mhairi rhona ruaridh struan abdi abdifatah abdirahman abdul abdullah abdullahi abeba abena
abidemi abimbola abiola abiodun achieng ade adebayo adebola adedayo adeola adewale adeyemi adjoa
adunni afia afua aisha aishat akin akinyi akua akwasi ama amadou amara amare aminata aminat amma
ayanda ayo ayodele ayomide babajide babatunde bamidele boakye bolanle bukola busisiwe chiamaka
chidi chidinma chika chike chima chinedu chinelo chinonso chinwe chinyere chioma chisom chukwudi
chukwuemeka dayo demba ebele ebony efe efua ekene ekow emeka enitan eniola ese esi eyob fadumo
farai fatou fatoumata femi folake folasade funmi funmilayo gbenga gugu habiba habtamu halima hawa
hodan ibrahima idris ife ifeanyi ifeoma ifrah ige ijeoma ike ikechukwu iman isatou jabari jelani
jomo kamau kehinde kelechi kemi khadija khadra kofi kojo kudzai kunle kwabena kwadwo kwame kwasi
kwesi lamin lerato liban lindiwe lukman mamadou mamoud mandla mariama mawuli mbali modou mohamud
moses muna musa mwangi nana ndidi ngozi njeri nkechi nkem nneka nnamdi nokuthula nomsa nonso
ntombi nyasha obi obinna odion ola olabisi oladipo olamide oluwaseun olufemi olumide oluwatobi
omari omolara onyeka osagie osaze ousmane precious rutendo sade saidu sekou segun seun seyi shade
sibusiso simba sizwe solomon soraya sunday taiwo tafadzwa tamba tariro tawanda temitope temi
tendai thabo thandi thandiwe themba tinashe titilayo tobi tolu tonye tosin tunde uche uchenna
ugochukwu uju wale wangari wanjiru yaa yaw yemi yetunde yewande zainab zanele zodwa aaliyah aamir
abbas abid abida adeel adil adnan afzal ahmad ahmed aiman ajay akash akbar akhtar akram ali alia
aliya alka altaf amal aman amandeep amar amarjit ameena ameer amina amir amit amjad amrit anand
aneesa anika anil anish anjali anjum ankit anwar aqib archana arif arjun armaan arshad arun arvind
asad asha ashok ashraf asif asim asma atif avtar ayaan ayesha azhar aziz baljit balraj balvinder
balwinder basharat bashir bilal bina bushra chanda chandra chetan daljit darshan davinder dawood
deepa deepak deepika dev devi dhruv dilip dinesh divya ehsan faisal faiza farah fareed farhan
farida farooq farzana fatima fawad fayyaz feroz firoz fozia gaurav geeta ghulam gita gopal gulzar
gurdeep gurdip gurpreet gurmeet hafsa haider hameed hamid hamza hardeep hari harish harjit
harjinder harminder harpreet harsh haroon hasan hasnain hassan hina humaira hussain hussein
ibrahim iffat iftikhar ilyas imad imran inderjit indira iqbal iram irfan ishaan ishaq ismail
jagdeep jagdish jagjit jameel jamila jasbir jasmeet jaspreet jasvinder jaswinder jatinder javed
javid jaya jayesh jignesh jitendra junaid jyoti kabir kailash kalpana kalsoom kamal kamaljit
kamran karan karim kashif kavita khadijah khalid khalida khurram kiran kishan kishor komal krishna
kuldeep kulwinder kulvinder kumar lakhbir lakshmi lalita laxmi madhu mahmood mahmoud majid malik
mandeep manisha manjeet manjit manoj mansoor maqsood mariam maryam masood maya meena meera mehmood
mehul mohamed mohammad mohammed mohan mohsin mubarak mubashir muhammad mukesh mumtaz munir muneeb
murad murtaza mustafa nabeel nabila nadeem nadir naeem nafisa naila najma naresh narinder nasir
nasreen naveed navdeep navjot navneet nazia nazir neelam neeraj neha nikhil nila nilesh nimra
nisha nishant nitin noor nosheen nusrat omar osman padma pankaj parminder parveen parvez pavan
piyush pooja prabhjot prakash pranav prasad prashant pratik praveen preeti prem priti priya
priyanka qasim rabia rafiq raheel rahul raj raja rajan rajesh rajinder rajiv rajni raju rajvinder
rakesh ram raman ramesh ramandeep rana ranjit rashid rashida ravi ravinder razia rehan rehana
rekha reshma ritu riyaz rizwan rohan rohit roshan rubina rukhsana ruksana rupinder saad saba sabah
sadia sadiq safa safia sahil saima saira sajid sajida sakina salim salma salman samina samir
samira sana sandeep sandip sangeeta sanjay sanjeev sania santosh sarfraz sarita sarwar satnam
satpal satwinder seema shabana shabnam shabir shafiq shah shahid shahida shaista shakeel shakil
shalini shamim shamima shanaz sharif shazia shehnaz sheraz shilpa shireen shiv shoaib shobha
shreya shyam simran sita sohail sonia sreedevi subhash suhail sukhdeep sukhdev sukhjit sukhwinder
sukhvinder suleman sultana sumaira suman sumera sunil sunita suraj surinder surjit suresh sushila
swati syed tahir tahira taimur talha tanveer tanvir tarannum tariq tarun tasleem tayyab tehmina
uday umair umar umesh umer usha usman usama vandana varinder varun vasant venkat vijay vikas
vikram vimal vinay vineet vinod vipul vishal vivek wahid wajid waqar waqas waseem wasim yaqub yash
yasin yasir yasmeen yogesh younis yousaf yousuf yusra yusuf zafar zahid zahida zahir zahra zaheer
zain zakir zamir zeenat zeeshan zia zubair zulfiqar zulekha ahlam alaa amena amjed anas aram aras
arash aryan ashkan ayman azad aziza bahar bahram baran bassam bassem behzad cemal cigdem dalia
darya dina diyar ebru elif emine emre esra fadi farid fariba farshid fatema fatma ferhat ghada
ghassan hadi haifa hakan halil hanan hani haneen hasina hatice haval hayat hazem heba hewa hisham
hossein houda houssam huda husam ihab ilham imane jaber jafar jalal javad jawad kadir kamil karwan
karzan kaveh kemal khaled laila latifa layla leyla lina loubna mahdi mahnaz mahsa mazen mehdi
mehmet melek merve mehran milad mina mohsen mounir mourad murat nabil nada najib nasrin nasser
nawal nazanin nermin nesrin omid omer orhan osama ozan ozlem parisa payam rami ramin rania rasha
rebaz reem reza rima rojin rojda saeed said salah salem samar sameh samer sanaz sardar serkan
shadi shahin shaima sherif shirin shwan sima siyamend sohrab soran suad suha sultan taha tarek
tawfiq tuncay ufuk umut volkan walid wael wafa wissam yacoub yahya yasemin yilmaz youssef yunus
zaid zana zeynep zeinab ziad zilan adela adina adrianna agata agnieszka aleksander aleksandra
aleksei aleksy alena alexandru alexei alicja alin alina anastasia anastasiya anatoli anca andrada
andrei andrej andrius andriy andrzej aneta anja anka antoni antonin arkadiusz artur arturas arunas
asen asta atanas audrius aurel aurelia aurimas baiba bartek bartosz beata bianca blagoy bogdan
bogumil bohdan boleslaw boris borislav boyan bozena bozhidar branislav bronislaw catalin catalina
cezary ciprian claudiu constantin corina cornel cosmin costel costin cristian cristiana cristina
czeslaw dagmara daiva dalius damir dana danuta daria dariusz darek dawid denisa denys desislava
dimitar dimitri dmitri dmitry dmytro dominik domantas donatas dorin dorina dorota dovydas dragan
dragos dumitru edgars edita edyta egle elzbieta emil emilia erik ewa ewelina evgeni filip
florentina florin florina franciszek gabriela galina gabor gediminas georgeta georgi gheorghe
gintaras giedrius gintare goran grazyna grzegorz halina hanna henryk hubert ieva igor ilie ilinca
ilona inga ioana ion ionel ionela ionut ireneusz irina iryna istvan ivana ivanka ivaylo ivo iwona
izabela jacek jadwiga jakub jana janis janusz jaroslav jaroslaw jelena jerzy jiri jolanta jonas
jozef julita jurgita justyna justas kacper kamila karol karolina kasia katarina katarzyna katerina
kestutis kinga klaudia konrad kristaps kristina krisztina krystian krystyna krzysztof laszlo laima
lech leszek lidia lilia liliana linas liudmila livia ljubica lubomir lucian lucjan lukas lukasz
luminita lyudmila maciej magda magdalena maja maksim maksym malgorzata mantas marcin marek
margarita mariana maricica marin marina marinela mariola mariusz mariya martyna mateusz matej
mihaela mihai mihail mikolaj milan milena milos mindaugas mircea mirela miroslav miroslaw mladen
modestas monika mykola nadezhda natalia nataliya nedelcho nicoleta nicolae nikola nikolay nikos
oana octavian oksana oleg oleh oleksandr oleksii olena olha ondrej oskar ovidiu ovidijus patryk
patrycja pavel pavlo pawel pavol penka petar petko petr petru petya piotr plamen przemyslaw radek
radka radoslav radoslaw radu raimonda raluca ramunas rasa razvan remigiusz renata rimas robertas
rodica rolandas roman roza roxana rosen ruslan rumyana ryszard sandor sandris saulius sebastien
serban sergei sergey serhii sergiu sevda silviu silvia simona slavka slawomir snezana sofia sorin
stanislav stanislaw stanka stefania stefka stepan stoyan svetlana svitlana sylwia szymon tadas
tadeusz taras tatiana tatyana teodor teodora tetiana tihomir tomasz tsvetan tudor urszula vaclav
valentin valentina valentyna vaidas valeriu vasil vasile vasyl ventsislav veselin viktor viktoria
violeta virgil vitalie vitalii vitaly vlad vladimir vlado vlatko volodymyr vytautas waldemar
wieslaw wiktor wiktoria witold wlodzimierz wojciech wojtek yana yaroslav yevhen yordan yulia yuri
yuriy zbigniew zdenek zdravko zdzislaw zofia zoltan zsolt zuzana zuzanna zydrunas agon ardit arben
arbana arjan armend arta artan astrit bajram bekim besa besnik blerim blerta burim dardan donjeta
dritan driton elira endrit enkeleda erion ermal fatmir fatos flamur florian gentian gezim gjergj
ilir klodian klajdi krenar kushtrim lirim luan luljeta mergim mimoza shpend shpresa skender valon
valdrin valmir ylli zef akiko aiko amihan analyn anh bao baojia bing binh bo boonmee chang chau
chen cheng chi chun cong cuong danh dao dat dinh dong duc dung duy emiko fang feng gang giang
guang hai hang hanh haruki haruto hao hiep hieu hiroshi hoa hoai hoang hong hua huan huang hue hui
hung huong huy jia jian jianhua jie jin jing jinyu jun jung kaito kenji khanh khoa kieu kwan lam
lan lanh lei li lian liang lien lihua lin linh loan long lu mai mei meiling min ming minh minjun
my nam nga ngan nghia ngoc nguyet nhi nhung niran noi oanh ping phong phuc phuong qiang qing quan
quang quoc quyen quynh rong sakura satoshi shan shu shui siriporn somchai somsak song sunan suong
suk takeshi tam tan tao thanh thao thi thien thinh thuan thuy tien ting toan trang tri trinh trung
truc truong tu tuan tung tuyen tuyet uyen van vinh viet vy wei wen wing xia xiao xiaoli xiaoming
xin xinyi xiu xu xuan xue yan yang yen yi yifan yin ying yoko yong yu yuan yue yuki yun zhen zheng
zhi zhiqiang zhong alejandro alessandra alessandro alfonso amparo ana andre andreia andres angelo
antonio armando beatriz bruno camille carlos carmen catia cecilia celine clementine consuelo
davide diego diogo duarte edoardo eduardo elisa emilie emiliano enrique enzo esteban esperanza
etienne fabio federico felipe fernanda fernando filipa filipe florent francesco francisca
francisco francois gael gaspard giacomo giorgio giovanni giulia giulio giuseppe gonzalo graca
guilherme guillermo guilhem gustavo henrique ignacio ines isabela jacques javier joao joana
joaquim joaquin jordi jorge jose juanita juliana julien julio lorenzo lourdes luigi luis luisa
luiz manuel manuela marcelo marco margarida mario massimo mateo mathieu matteo mauricio miguel
nuno orlando pablo paola paolo pascal paulo pedro pierre pietro rafael rafaela raquel raul renato
ricardo roberto rodrigo rogerio romain rosa rui salvatore santiago sergio simone sofie stefano
susana telmo thiago tiago umberto valeria vasco vicente vincenzo xavier yannick ysabel delia
deandre dante darnell dajuan dion jahmal jaheim jahmai jaquan jevaughn kadeem kareem keisha kemar
kenroy kimarley kymani lashawn latisha leshawn latoya levi marquis marvin melvin nevaeh raheem
rashaun rochelle shakira shanelle shaniqua shanika shantelle shaquille sheldon tamika tanisha
tevin tremaine trevon tyreece tyrell tyrese winnie zion donovan everton errol fitzroy glenroy
clovis cleveland monique soleil jamie-lee ann-marie anne-marie sarah-jane billie-jo tommy-lee
bobbi-jo ellie-mae lily-mae daz gaz shaz baz kaz jez dazza gazza chazza abz mo jd tj aj
"""

_FAMILY = """
abbott abdi abdullah abubakar acheampong adams addo adebayo adeleke ademola adeyemi adjei afolabi
aguilar agyeman ahmadi ahmed akhtar akinola akpan alam albescu ali allan allen alvarez amadi ameen
amoah ampofo anderson andrews ansah antoniou appiah arif armstrong arnold arshad asamoah asante
ashworth aslam asghar atkins atkinson austin awan ayodele aziz bailey bains baird bajwa balan
balogun bancroft banerjee bangura barber barker barlow barnes barnett barrett barton bartlett
basra bassey bates batt baxter begum bello bennett bhatt bhatti bibi biggs bird birch bishop
blackwell blair blake boateng bolton bondarenko bose botha boyle bradshaw brady brennan briggs
bright brooks brown browne bryant bui burgess burke burns burton butcher butler byrne callaghan
cameron campbell carey carr carroll carter cartwright chambers chan chandra chang chapman
chaudhary chaudhry chen cheung chowdhury chukwu clarke clayton clements coleman coles collins
connolly connor conteh conway cooper cooke cottrell coulibaly cox crawford crompton crosby
crosthwaite cunningham curran curtis dada dalton daly danjuma danso daniels das davey davidson
davies davis dawson deacon deen delgado dempsey deng desai dhaliwal dhillon diallo dias diaz
dickson diop dixon dobson dodd doherty donnelly donovan doyle draper duffy duncan dunn dyer
eastwood edwards eke elliott ellis emmanuel eriksen ervin evans eze fagbenle fairweather farah
farooq farrell faulkner fernandes fernandez ferguson fitzgerald fitzpatrick flanagan fleming
fletcher flynn foley forde foster fowler fraser freeman fuller gallagher galloway garcia gardiner
gardner garner gibbs gibson gilbert gill gillespie goddard gomes gomez goncalves gonzalez goodwin
gordon graham gray greaves greenwood greenhalgh gregory griffin griffiths grewal gupta guest
gurung habib hackett haider haines halil hamid hamilton hammond hancock hanif hanson harding hardy
harper harris harrison hartley hartnell harvey hasan hassan hawkins hayes haynes heath henderson
henry herbert hernandez hewitt hicks higgins hilton hoang hobbs hodge hodges hodgson hogan holland
holloway holmes holt hooper hopkins horton hossain howard howarth howe howell hubbard hudson
hughes humphreys humphries hussain hussein huynh hyde ibrahim igwe ilyas ionescu iqbal islam
ivanov ivanova jackson jacobs jagger jalloh jama james jamieson janssen jarvis javed jenkins
jennings jimenez john johal johnson johnston johnstone jones joshi joyce kaczmarek kamara kaminski
kane kapoor kaur kavanagh kaya keane keating kelleher keller kelly kemp kennedy kenny kent keogh
kerr khalil khan khatun khatri kirby kirk knight knowles koroma kovac kovacs kowalczyk kowalska
kowalski koziol kumar kuzmin lal lam lamb lambert lane langley lau lawal lawrence lawson le leach
lee lehmann lennon leonard leung lewandowski lewis li lim lin lindsay little liu livingstone
llewellyn lloyd logan long lopez lovell lowe lucas lynch lyons ma macdonald mackay mackenzie
maclean mahmood mahmoud malik mann manning mansour marsden marshall martin martinez mason masood
matthews maxwell mazur mbeki mcarthur mccann mccarthy mccormack mcdonald mcgrath mcgregor mcguire
mcintyre mckay mckenna mckenzie mclaughlin mclean mcmahon mcnally mcnamara mehmood mehta mendes
mensah meredith middleton miah mills mir mirza mishra mistry mitchell moffat mohamed mohammed
mohamud molloy moore morales moran moreno morgan morris morrison morton moss moyo mukherjee mullen
murphy murray musa mustafa myers nadeem naidoo nair nash naylor ncube ndiaye ndlovu nelson newman
newton ng ngo nguyen nicholls nicholson nkosi nolan norman norris norton novak nowak nunes nwosu
nyambura obi oconnor odonnell odwyer oduya okafor okeke okeeffe okonkwo okoro oleary olsen oneill
onyango opoku oreilly ortiz osborne osei osman osullivan ogunleye owusu palmer pappas park parker
parkinson parmar parsons parveen patel paterson patterson pavlov payne pearce pearson peck
pennington pereira perez perkins perry peters petersen petrov petrova pham phan phelan phillips
phiri pickering pinto pitt pollard popa popescu popov potter potts powell pratt preston price
prosser pritchard pullen pugh qureshi quigley quinn rafferty rahman rahimi raja ramirez ramos rana
randall rao rashid ratcliffe rawlings raza redmond reddy reed rees regan reid reilly reyes
reynolds rhodes ribeiro richards richardson riley roberts robertson robinson robson rodrigues
rodriguez rogers romero rooney ross rossi rowe rowland ruiz rukh russell rutherford ryan saeed
sadiq sahota saleem salim sanchez sanders sanderson sandhu sandu santos sarkar savage saunders
schmidt scott sesay shaffer shah shaikh shapiro sharif sharma sharp sharpe shaw shehu sheikh
shepherd sheridan siddiqui sidhu silva simmonds simmons simpson sinclair singh sithole skinner
slater smart smith sohal somers sousa sow spencer stafford stanley steele stephens stephenson
stevens stevenson stewart stokes stubbs suleiman sullivan sutton swain swift szabo szymanski tahir
tan tang tanner tate taylor teixeira thapa thomas thompson thomson thornton thorpe tickner todd
tomlinson torres townsend tran traore travis tucker turay turner tyler tyson underwood usman uddin
vargas varga vasile vaughan vasquez verma vernon vincent vu waite walker wallace walls walsh
walters walton wang ward warner warsame waters watkins watson watts weaver webb webster welch
wells west wheeler whelan whitaker white whitehead whitehouse whittaker wilcox wilkins wilkinson
williams williamson willis wilson winter winters wisniewska wisniewski wong wojcik woodward
wozniak wright wu wyatt xu yadav yang yates yeboah yildiz yilmaz yin young yu yusuf zafar zaman
zhang zhao zheng zhou zhu zielinski zuma
"""

_ALSO_WORDS = """
al kit cole peace mercy patience asli able ace ada alba alma ama amber amen an angel april arch
archer art ash asp aster august autumn bay baron bing beau bell bill bo bob brook buddy carol
carter chance chang charity chase chelsea cherry chi chip christian christmas cliff clay cliffe
colt coral crystal daisy dale dat dawn dean dee dev dion dong drake drew dung duke earl ebony eden
ed elder ella eve ese faith fern finn flora forest frank gang gale gay ginger glen gloria grace
grant guy hai hang harmony harry has hazel heath heather heaven holly honey hong hope hue hunter
imam ion iris ivy jack jade jan jasmine jay jean jet jewel jo jordan joy june jung justice kane
ken kent khaki kim king kwan lam lance lane lark laurel lee len leo lever li lily lin long lu luck
lucky ma mace mai major malt mark mars martin marvel mason max may melody mere merry mick mike
miles mina mine ming miss mo mona myrtle my nana nick no noble noel non nova oak olive opal oran
pansy park parker pat paris pearl penny percy perry pet pepper peter pip poppy precious prince
prudence queen rain rana ram ray raven reed regal rex rich rick river rob robin rod roman rose roy
ruby rue rust rusty sage sailor sandy scout serene shade shah shan sherry shy sienna sky skye sol
song sonny spring stacey star stella sterling stone storm sue summer sun sunday sunny tad tam tan
tang tao temple ting ton top trinity tri tu tung ty una van venture verity victoria viola violet
virginia vy wade wan ward will wing winter wren yang yen yin young yu zion blessing comfort gift
goodness marvellous favour happiness success wisdom talent florence sydney adelaide lorraine
georgia
"""


DOUBTFUL = words_in(_ALSO_WORDS)
"""Given names that are also words or places: never enough on their own."""

GIVEN = words_in(_GIVEN) | DOUBTFUL - words_in("able an has no my amen mars")
"""Given names."""

FAMILY = words_in(_FAMILY)
"""Family names."""

WORD_SURNAMES = words_in(
    """
    woods wood church green king french power powers bridges bridge summers marsh fields field
    park parks banks hope fry mills ward hill hills lane hall brook brooks ford moor heath lake
    pond wells stone mead meadows frost snow winter
    winters spring rain rivers gates gate cross castle forest bell bird fox swan drake peacock
    bishop pope knight noble prince duke earl baron lord major savage sharp swift strong young
    long short small little good best bright light black white brown gray grey gold silver rose
    bush flowers bloom carpenter mason butcher cook gardener potter fisher hunter archer farmer
    shepherd chambers day weeks love joy faith pride price cash money penny rice bean salmon
    pike fish lamb bull hare crane partridge nightingale rook case glass cotton chance bond
    sellers book read reading speed walls waters sands shore close
    """
)
"""Family names that are ordinary words or belong to places: a name only beside a given name,
where the company is a person's."""

STREET_NAMES = words_in(
    """
    slim smurf ghost bones tiny razor biggs shorty trigger spider ginge smiler snowy dodger
    pinky ziggy killa skinny chunky bear bugsy spike rizla blade flash tank psycho ace fingers
    moose rocky stretch lofty nobby ozzy chalky dusty sparky scouse jock paddy taff digger
    midge squeaky beans biscuit bunny foxy wolf shadow viper joker ninja rambo budgie chopper
    mouse ratty weasel stig pops gramps monk bagpuss kilo smokey sniper bullet demon savage
    twitch tigger taz bam gizmo fizz boo chubbs fatboy bigman bossman youngers trapz trapper
    snapper dice domino scarface capone
    """
)
"""Words that street names are commonly made of; a name only where a person's deed follows."""
