"""The verbs that the reading by roles knows, by what they make of their subject, object and phrases. Tables, no logic.

They stand by their base forms; `clauses` gives the base of every form.
"""

from __future__ import annotations

from wiredesk.events.sentences.words import word_set

GOING = word_set(
    """
    travel fly go come head journey jet sail shuttle drive proceed continue cross dash rush hurry race return trek
    venture hop ride walk motor pop nip move slip swing cycle march get depart leave decamp descend
    """
)
"""Whose subject moves to where "to", "into" lead."""
ARRIVING = word_set("arrive land alight disembark touch step turn show stop appear emerge")
"""Whose subject comes to be where "in", "at", "on" say."""
WITH_PARTICLE = {"turn": "up", "show": "up", "touch": "down"}
"""The particle without which a verb of arriving tells of no motion."""
TAKING_PLACE_OBJECT = word_set("visit reach enter tour")
CARRYING = word_set(
    "fly drive whisk escort take bring ferry helicopter airlift rush send dispatch carry usher jet bus smuggle"
)
"""Whose object moves."""
BEING_THERE = word_set(
    """
    inspect lay plant inaugurate unveil address attend pray worship kneel sleep swim dine lunch breakfast wait linger
    brief lecture testify stay remain spend walk stroll watch preside participate cut hoist salute march wave stop
    """
)
"""What nobody does in a place without being there."""
UTTERING = word_set("deliver give make hold")
SPEECHES = word_set("speech lecture address keynote sermon mass")
OPENED = word_set(
    "embassy consulate mission exhibition fair forum conference summit congress festival centre center hospital school"
    " bridge plant museum memorial monument pavilion"
)
"""What is opened by whoever cuts the ribbon there."""
MEETING = word_set("meet confer huddle reconvene dine lunch breakfast see embrace hug seek buttonhole corner collar")
"""Whose subject and object, or subject and "with", come together."""
TOGETHER_WITH = word_set(
    """
    sit stand walk stroll talk chat lunch dine breakfast eat drink negotiate appear pose pray kneel ride sail swim plant
    lay inaugurate unveil open cut watch sign initial cross spend share hold have tour join shake
    """
)
"""Which two do together when "with", "beside", "alongside" lead to the second."""
RECEIVING = word_set("receive welcome host greet entertain fete treat decorate")
"""Whose subject is at home and whose object has come."""
SHOWING = word_set(
    """
    show give brief accord grant hand present serve feed lead usher escort meet see receive welcome greet host entertain
    drive guide fete award decorate
    """
)
"""Which done to a guest, "was shown round by the governor", make the doer a host."""

HOMES = word_set("residence home apartment flat farm ranch house")
WELCOMES = word_set("welcome reception greeting honours honors")
STAYS = word_set("mission stay visit trip tour programme program")
ENDING = word_set("end conclude finish complete wrap wind")
BEGINNING = word_set("begin start open")
TAKING_PART = word_set("participation attendance appearance")
CANCELLING = word_set("cancel scrap drop abandon")
OVER_THERE = word_set("in at near outside aboard on inside")
TOWARDS = word_set("to into onto toward towards across through")
WITH = word_set("with beside alongside opposite against")
ALL = (
    GOING | ARRIVING | TAKING_PLACE_OBJECT | CARRYING | BEING_THERE | MEETING | TOGETHER_WITH | RECEIVING | SHOWING
    | UTTERING | ENDING | BEGINNING | CANCELLING
)  # fmt: skip
