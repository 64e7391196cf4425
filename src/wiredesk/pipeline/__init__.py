"""The only place that joins stages: load, decisions, stage, save. Faces come in here with a `Store` and settings.

update.py    keep pages, run the stages over what is pending
group.py     copies, stories, threads, ledger and people over all articles, with the ids that they had
kept.py      what one update leaves to the next; `copied`, `streamed`, `described`, `kept_*` go on from it
addresses.py ids kept through groupings, and where those lead that live no more
decide.py    take and undo an editor's decisions
decided.py   decisions replayed on what the stages computed, here and in `decided_*`: pure functions
edition.py   rank and compose a day's edition
approve.py   freeze a day's edition, take it back
noticed.py   what is shown of an approved edition once its reports were corrected or killed
read.py      what faces show: records with decisions applied
"""
