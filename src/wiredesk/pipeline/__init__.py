"""The only place that joins stages: load, decisions, stage, save. Faces come in here with a `Store` and settings.

update.py    keep pages, run the stages over what is pending
group.py     copies, stories, threads, ledger and people over all articles, with the ids that they had
decide.py    take and undo an editor's decisions
decided.py   decisions replayed on what the stages computed: pure functions
edition.py   rank and compose a day's edition
approve.py   freeze a day's edition, take it back
noticed.py   what is shown of an approved edition once its reports were corrected or killed
read.py      what faces show: records with decisions applied
"""
