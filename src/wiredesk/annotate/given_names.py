"""Given names that are a man's or a woman's nearly everywhere they are given: what tells whom "she" can mean.

Names of both (Andrea, Jean, Nikita, Kim), and those that change from land to land, are in neither table.
"""

from __future__ import annotations

from wiredesk.kit.names import fold, name_words
from wiredesk.kit.tables import words

_WOMEN = words(
    "agnes agnieszka aicha aisha aino alejandra aleksandra alice alicia aliyah amalia amal amina amira ana anastasia "
    "angela angelica anita anna anne annette anneli antonia astrid awa aya ayse barbara beatrice beatriz bente birgit "
    "birgitta bozena brenda brigitte camila camilla carla carmen carolina caroline catarina catherine cecilia "
    "charlotte chiara christina christine clara claire claudia cornelia cristina dagmar daniela deborah diana dolores "
    "dominika dorothea ebba edith elena eleni eleonora elif elina elisa elisabeth elizabeth ella ellen elsa emilia "
    "emily emine emma erika esther eva evelyn fatima fatma fatou fatoumata fiona francesca frida gabriela gabriella "
    "genevieve georgia gertrude gina giulia gloria grace graciela greta gudrun hana hanna hannah hanne heidi helen "
    "helena helene helga henriette hilda hilde ilona ilze indira ines inga inge ingeborg ingrid irena irene irina "
    "iris isabel isabella isabelle ivana iwona jacinda jadwiga jana jane janet jelena jennifer jessica joanna johanna "
    "josephine julia juliana julie karin karla katarina katarzyna kate katerina katharina katherine kathleen katja "
    "kristin kristina ksenia laila lakshmi larisa laura layla leila lena leticia lidia lina linda lise liudmila "
    "louise lucia lucie lucy ludmila luisa lyudmila magda magdalena maja malgorzata mara margaret margarita margot "
    "maria mariam mariana marianne marie mariia marija marina marion marisol marit marta martha martina mary maryam "
    "mathilde matilda maya mercedes merete mette michelle milena miriam mirjana monica monika nadia nadine naomi "
    "natalia natalie natasha nicole nina noura nour odile olga olivia paula pauline penelope petra pilar priya rachel "
    "rania rebecca regina renata rita rosa rosalind rosario rose ruth sabina sabine salma samira sandra sanna sara "
    "sarah saskia shanti sigrid sigrun silvia simone siri sofia sofie solveig sonia sophia sophie stella sunita susan "
    "susana susanne suzanne svetlana sylvia sylvie tamara tatiana tatyana teresa theresa therese thi tove tuula ulla "
    "ulrike ursula valentina valeria vera veronica veronika victoria viktoria violeta virginia vivian wanda wangari "
    "winnie yasmin yolanda yulia yuliya zainab zeinab zofia zsofia zuzana adelina adriana aroha altagracia amma ama "
    "aminata awatif beata claudine delphine dilma elzbieta florence gulnara hina iman jadranka jelica kadri kersti "
    "kirsten ljiljana ludivine macarena maarja manuela neema nomvula nokuthula nthabiseng paloma rukhsana sabiha "
    "safiya selma soledad tanja thandi tiina vilhelmina vjosa yoko yuki yuriko yumi haruka keiko naoko akiko michiko "
    "noriko tomoko zodwa lindiwe naledi"
)  # fmt: skip
_MEN = words(
    "abdul abdullah abdulrahman adam ahmad ahmed akira aksel alain alan albert alberto aleksandar aleksander "
    "aleksandr alejandro alessandro alexander alexandre alfonso alfred ali anders andreas andrei andrej andres andrew "
    "andrzej andriy antoine anton antonio antonis arjun armando arne arnold arthur arturo arvind asger asif augusto "
    "axel ban bashar bart bartholomew ben benjamin bernard bernardo bjorn bogdan boris boubacar brian bruno carlo "
    "carlos cesar charles chris christian christopher claudio clement cyril damian dan daniel david denis dennis "
    "derek diego dimitri dimitris dmitri dmitry domenico domingos donald dragan eduardo edward edwin eirik emil "
    "emilio emmanuel enrico enrique eric erik ernesto ernst esteban evaristo fabio fabrizio faisal felipe felix "
    "fernando filip francesco francisco francois frank franz fred frederik friedrich fritz fumio gabriel geert george "
    "georges georgi gerard gerhard giorgi giorgio giovanni giuseppe gonzalo gordon graham gregory guido guillermo "
    "gunnar gustav hamad hamid hans harald hassan heinrich hector helmut henri henrik henry herbert hiroshi hossein "
    "hugo hugues humberto hussein ian ibrahim igor ilir ilya ioannis ion irakli isaac ismail issouf ivan ivar jack "
    "jacob jacques jakob james jan jarl jaroslav javier jens jeremy jerzy jim joao joaquin joe johan johannes john "
    "jon jonas jonathan jorge jose josef joseph josip juan julius karel karim karl kenji kenneth kevin khalid klaus "
    "kofi konrad konstantin krzysztof kwame lars laszlo leon leonid leonardo leopold lorenzo louis luc lucas luigi "
    "luis lukas luka mahmoud manuel marc marcel marco marcos marek mario mark marko martin mateo mateusz matteo "
    "matthew matthias mauricio max maxim mehmet michael michal michel miguel mikhail mikael milan milos mohamed "
    "mohammad mohammed mohamud moses moussa muhammad mustafa narendra nasser nelson nicholas nicolas nicolae niels "
    "nikola nikolai nikos nils nuno olaf olav oleg oleh oliver omar oscar osman oskar otto pablo pascal patrick paul "
    "paulo pavel pavlo pedro per peter petr petro philip philippe pierre piotr piet rafael rafal rahul rajesh ralph "
    "ramon raul rauf recep rene ricardo richard robert roberto rodolfo rodrigo roger roland roman ronald rudolf rui "
    "sadio salman salvador sam samuel sandeep santiago sebastian sergei sergey sergio serhiy shinzo simon sitiveni "
    "slobodan stanislav stefan stefano stephen steven suresh sven svein taavi takashi taras taro teodor tevita thabo "
    "theodore thomas tim timothy tom tomas tomasz toomas torbjorn umar valdis vasily victor viktor vikram vincent "
    "vincenzo vladimir volodymyr wahyu walter werner wilfred wilhelm william willem wojciech wolfgang xavier yerlan "
    "yohannes youssef yusuf zoltan zoran eitan elchin tariq budi agus bambang somchai hamza haruto kazuo daulet "
    "sherzod rustam temir evelio"
)  # fmt: skip


def gender_of(name: str) -> str | None:
    """ "f" or "m" by the first word of a name; None for what the tables do not have, and for a name of one word."""
    parts = name_words(name)
    if len(parts) < 2:
        return None
    if parts[-1].endswith(("dottir", "dóttir")):
        return "f"
    first = fold(parts[0])
    return "f" if first in _WOMEN else "m" if first in _MEN else None
