"""Words for words: what a machine that spins a text puts in their place, and the spelling of two house styles."""

from __future__ import annotations

_SYNONYMS = """
about:around above:over abroad:overseas accept:embrace accepted:embraced accident:mishap according:pursuant
accused:charged across:throughout act:deed action:measure add:append added:noted address:speech admitted:conceded
adopted:endorsed after:following again:anew against:versus aged:of ago:earlier agree:concur agreed:concurred
agreement:accord aid:assistance aim:goal aimed:geared alleged:purported allow:permit allowed:permitted almost:nearly
alone:solo along:alongside already:by-now also:additionally although:though always:invariably amid:during
among:amongst amount:sum angry:furious announced:declared another:one-more answer:reply appeal:plea appear:seem
appeared:seemed approach:method approved:cleared area:zone areas:zones argued:contended around:about arrested:detained
arrive:come arrived:came asked:queried attack:assault attacks:assaults attempt:effort authorities:officialdom
available:obtainable away:off back:rear bad:poor ban:prohibition based:headquartered battle:fight became:turned
because:since become:turn before:prior began:started begin:start beginning:onset behind:after being:existing
believe:think believed:thought below:beneath besides:moreover best:finest better:superior between:amid big:large
biggest:largest bill:measure blast:explosion blaze:inferno blocked:barred body:corpse border:frontier both:the-two
bought:purchased boost:lift boy:lad brief:short bring:fetch broke:shattered brought:fetched build:construct
building:edifice built:constructed business:enterprise but:yet buy:purchase call:urge called:dubbed came:arrived
campaign:drive capital:metropolis car:automobile care:attention carried:bore carry:bear case:matter cases:matters
caught:captured cause:reason caused:triggered central:core certain:particular challenge:test chance:opportunity
change:shift changes:shifts charge:count charged:indicted chief:head child:youngster children:youngsters choice:option
city:municipality claim:assertion claimed:asserted claims:assertions clear:evident close:near closed:shut cold:chilly
collapsed:crumbled come:arrive comes:arrives coming:arriving comment:remark community:neighbourhood company:firm
companies:firms complete:full completed:finished concern:worry concerned:worried concerns:worries condition:state
confirmed:verified conflict:strife consider:weigh considered:weighed contact:touch continue:proceed
continued:proceeded control:command cost:price costs:expenses could:might country:nation countries:nations couple:pair
court:tribunal crash:wreck created:made crime:offence crisis:emergency critical:crucial criticised:slammed
criticized:slammed crowd:throng current:present currently:presently cut:slash damage:harm damaged:harmed danger:peril
dead:deceased deadly:lethal deal:pact death:demise deaths:fatalities decade:ten-years decided:resolved decision:ruling
declared:proclaimed declined:refused defeated:beat demand:insist demanded:insisted denied:rejected department:bureau
despite:notwithstanding destroyed:wrecked details:particulars detained:held determine:establish developed:devised
died:perished difficult:tough director:boss discovered:found discuss:debate discussed:debated dispute:row
doctor:physician doctors:physicians done:finished down:lower dozens:scores drew:attracted drop:fall dropped:fell
due:owing during:throughout each:every earlier:previously early:premature easy:simple economic:financial effort:bid
efforts:bids elected:voted-in election:ballot emergency:urgency employees:staffers end:finish ended:finished
enough:sufficient entered:stepped-into entire:whole evening:night event:occasion events:occasions every:each
evidence:proof exactly:precisely expect:anticipate expected:anticipated expensive:costly expert:specialist
experts:specialists explain:clarify explained:clarified face:confront faced:confronted facing:confronting
facility:plant failed:faltered fall:drop family:household famous:renowned far:distant fast:quick fatal:lethal
fear:dread fears:dreads feel:sense fell:dropped few:handful fight:battle fighting:battling figure:number filed:lodged
final:last finally:eventually find:locate fire:blaze first:initial follow:pursue followed:trailed following:after
force:compel forced:compelled foreign:overseas former:ex found:located fresh:new friend:pal friends:pals full:complete
fund:finance funding:financing further:additional future:coming gave:handed get:obtain getting:obtaining girl:lass
give:hand given:handed giving:handing goal:aim going:heading good:fine got:obtained government:administration
great:grand group:band groups:bands grow:expand growing:expanding growth:expansion guilty:culpable gun:firearm
guy:fellow had:held half:fifty-percent happen:occur happened:occurred happy:glad hard:tough head:chief
health:wellbeing hear:listen heard:listened heavy:weighty held:kept help:assist helped:assisted helping:assisting
high:tall highly:greatly hit:struck hold:keep home:residence homes:residences hope:wish hopes:wishes hospital:clinic
hot:scorching hotel:inn hour:sixty-minutes hours:many-minutes house:dwelling houses:dwellings however:nonetheless
huge:massive hurt:injured idea:notion ideas:notions illegal:unlawful immediately:instantly impact:effect
important:significant improve:enhance incident:episode include:comprise included:comprised includes:comprises
including:comprising increase:rise increased:rose industry:sector information:data injured:wounded injuries:wounds
inside:within insisted:maintained instead:rather interest:curiosity international:global interview:conversation
investigation:probe investigating:probing investigators:detectives involved:implicated issue:topic issued:released
issues:topics job:post jobs:posts join:enter joined:entered journey:trip judge:magistrate jump:leap just:merely
keep:retain kept:retained key:crucial kid:youngster kids:youngsters kill:slay killed:slain killing:slaying kind:sort
knew:realised know:realise known:familiar lack:shortage large:big largest:biggest last:past late:tardy
later:afterwards launch:start launched:started law:statute lawyer:attorney lawyers:attorneys lead:guide leader:head
leaders:heads leading:foremost learn:discover learned:discovered leave:depart leaving:departing led:guided
left:departed legal:lawful less:fewer let:allow level:degree life:existence like:such-as likely:probable
limited:restricted line:queue link:tie little:small live:reside lived:resided living:residing local:area
located:situated long:lengthy look:glance looked:glanced looking:glancing lose:forfeit loss:defeat lost:forfeited
lot:plenty love:adore low:modest made:created main:principal major:key make:create makes:creates making:creating
man:male manage:handle managed:handled manager:supervisor many:numerous march:rally market:marketplace
massive:enormous matter:issue may:might mean:signify means:signifies meanwhile:meantime measure:step media:press
meet:encounter meeting:gathering member:participant members:participants men:males message:note met:encountered
middle:centre might:could military:army minister:secretary missing:absent mobile:cellular money:cash month:thirty-days
months:many-weeks more:extra morning:dawn most:majority mother:mum move:shift moved:shifted movement:drive much:plenty
murder:homicide must:should name:call named:called national:nationwide near:close nearby:close-by nearly:almost
need:require needed:required needs:requires never:not-once new:fresh news:tidings next:subsequent night:evening
note:remark noted:remarked nothing:naught notice:alert now:currently number:figure numbers:figures numerous:many
offer:propose offered:proposed office:bureau officer:constable officers:constables official:functionary
officials:functionaries often:frequently old:elderly only:solely open:unlock opened:unlocked operation:mission
opinion:view opportunity:chance opposed:resisted opposition:resistance order:command ordered:commanded
organisation:body organization:body other:different outside:beyond over:above own:personal owner:proprietor
part:portion particularly:especially parties:sides partner:ally party:side pass:approve passed:approved past:former
path:route patient:case patients:cases pay:remit people:folks percent:pct perhaps:maybe period:span person:individual
phone:telephone photo:picture photos:pictures place:spot placed:put plan:scheme planned:scheduled plans:schemes
play:perform played:performed player:athlete players:athletes point:spot police:law-enforcement policy:approach
political:governmental poor:needy popular:well-liked population:populace position:post possible:feasible
possibly:maybe posted:put-up power:might powerful:mighty prepared:readied presence:attendance present:current
press:media pressure:strain prevent:avert previous:prior price:cost prices:costs prison:jail private:personal
probably:likely problem:trouble problems:troubles process:procedure produce:make produced:made product:item
products:items profit:gain program:scheme project:undertaking promised:pledged property:estate proposal:offer
proposed:suggested protect:shield protest:demonstration protests:demonstrations proved:turned-out provide:supply
provided:supplied public:populace published:printed pulled:dragged push:press put:placed question:query
questions:queries quick:fast quickly:swiftly quit:resign quite:rather race:contest raise:lift raised:lifted
range:array rate:pace rather:instead reach:attain reached:attained reaction:response read:perused ready:set
real:genuine really:truly reason:cause reasons:causes received:got recent:latest recently:lately record:log
recorded:logged reduce:lower reduced:lowered refused:declined region:area related:connected relationship:bond
release:free released:freed remain:stay remained:stayed remains:stays remove:withdraw removed:withdrew
repeated:reiterated report:account reported:recounted reporters:journalists reports:accounts request:plea
required:needed rescue:save rescued:saved research:study researchers:scholars residents:locals resigned:stepped-down
response:reaction responsible:liable rest:remainder result:outcome results:outcomes return:come-back
returned:came-back revealed:disclosed rich:wealthy right:correct rights:entitlements rise:climb rising:climbing
risk:hazard river:stream road:street role:part room:chamber rose:climbed rule:regulation rules:regulations run:operate
running:operating safe:secure safety:security said:stated sale:deal same:identical save:rescue saw:witnessed say:state
saying:stating says:states scene:site school:academy search:hunt season:campaign second:next section:part secure:safe
security:safety see:witness seek:pursue seeking:pursuing seem:appear seemed:appeared seen:witnessed sell:vend
sent:dispatched sentence:term sentenced:condemned series:string serious:grave seriously:gravely serve:act served:acted
service:facility services:facilities set:fixed settled:resolved several:various severe:harsh share:portion
shared:split ship:vessel shooting:gunfire shop:store short:brief shot:gunned should:ought-to show:display
showed:displayed shown:displayed shows:displays shut:closed side:flank sign:signal signed:inked significant:notable
similar:comparable simple:easy simply:merely since:because single:lone situation:circumstance size:scale slow:sluggish
slowly:sluggishly small:tiny so:thus social:communal sold:vended some:certain son:boy soon:shortly source:origin
sources:insiders speak:talk speaking:talking special:particular spend:expend spent:expended spoke:talked
spokesman:representative spokeswoman:representative spread:expand staff:personnel stage:phase stand:rise
star:celebrity start:begin started:began state:condition stated:said statement:declaration station:post stay:remain
stayed:remained step:move still:yet stop:halt stopped:halted store:shop storm:tempest story:tale street:road
strike:walkout strong:robust struck:hit student:pupil students:pupils study:research such:similar suffered:endured
suggest:propose suggested:proposed support:backing supported:backed supporters:backers sure:certain surprise:shock
suspect:accused suspected:presumed system:framework take:grab taken:grabbed takes:grabs taking:grabbing talk:chat
talks:negotiations target:objective team:squad technology:tech tell:inform tells:informs test:trial than:compared-with
then:afterwards think:believe thought:believed thousands:legions threat:menace threatened:menaced through:via
throughout:across time:moment times:moments today:this-day together:jointly told:informed took:grabbed tool:instrument
top:leading total:sum touch:contact tough:hard toward:to towards:to town:township trade:commerce train:coach
training:instruction travel:journey trial:hearing tried:sought trip:journey troops:soldiers trouble:problem
truck:lorry true:factual try:seek trying:seeking turn:become turned:became type:sort under:beneath understand:grasp
until:till up:upward upon:on urged:pressed use:employ used:employed user:customer users:customers using:employing
usually:normally value:worth various:several vehicle:car version:edition very:extremely via:through victim:casualty
victims:casualties video:footage view:opinion village:hamlet violence:bloodshed visit:trip visited:toured vote:ballot
voted:cast-ballots wait:hang-on walk:stroll wanted:desired want:desire wants:desires war:conflict warned:cautioned
warning:caution watch:observe water:liquid way:manner weapon:arm weapons:arms week:seven-days weeks:many-days
welcome:greet went:travelled whether:if while:whilst white:pale whole:entire wide:broad widely:broadly wife:spouse
will:shall win:triumph winning:triumphing within:inside without:lacking woman:female women:females won:triumphed
work:labour worked:laboured worker:employee workers:employees working:labouring world:globe worried:anxious
worse:poorer worst:poorest would:was-to wounded:injured wrong:mistaken wrote:penned year:twelvemonth
years:twelvemonths young:youthful
"""
SYNONYMS: dict[str, str] = dict(pair.split(":") for pair in _SYNONYMS.split())
"""A word and what stands for it; a hyphen is a blank."""

_FILLERS = {
    "ing": """
advancing carving drifting easing framing gliding handling joining lasting marking nudging
""",
    "ed": """
altered braced covered drafted eased framed gauged marked nudged paired ranked sorted traced
""",
    "ly": """
ably aptly barely boldly briskly calmly evenly fairly firmly keenly neatly plainly
""",
    "s": """
aspects boards circles details factors grounds layers methods notions phases schemes trends
""",
    "": """
angle aspect basis blend border bulk centre chain cluster course depth detail extent fabric facet frame grade ground
layer margin matter mode nature notion outline patch phase plane portion quarter realm scope segment shape sphere
strand style subject texture theme thread trend variety
""",
}
FILLERS: dict[str, tuple[str, ...]] = {ending: tuple(listed.split()) for ending, listed in _FILLERS.items()}
"""What stands, by their ending, for words that the table above does not have: a spinner's odd choices."""

_BRITISH = """
color:colour favor:favour honor:honour labor:labour neighbor:neighbour harbor:harbour behavior:behaviour rumor:rumour
humor:humour center:centre theater:theatre meter:metre liter:litre defense:defence offense:offence license:licence
program:programme traveled:travelled traveling:travelling canceled:cancelled labeled:labelled modeling:modelling
fueled:fuelled organize:organise organized:organised organization:organisation organizations:organisations
recognize:recognise recognized:recognised realize:realise realized:realised criticize:criticise criticized:criticised
authorize:authorise authorized:authorised apologize:apologise apologized:apologised emphasize:emphasise
emphasized:emphasised analyze:analyse analyzed:analysed gray:grey plow:plough check:cheque tire:tyre aging:ageing
judgment:judgement airplane:aeroplane aluminum:aluminium toward:towards
"""
BRITISH: dict[str, str] = dict(pair.split(":") for pair in _BRITISH.split())
"""American and British spelling."""
