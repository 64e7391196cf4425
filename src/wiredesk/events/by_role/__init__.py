"""Tellers by the roles of a clause: who moves where, who is with whom."""
