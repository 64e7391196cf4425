"""Lines and names that a page gives for its authors come in; people, an agency or the outlet's own staff go out.
Names are brought to their usual form: case, particles, titles, suffixes.
Decided here is which lines are bylines and whom they name.
"""
