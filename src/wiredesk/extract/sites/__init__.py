"""What one site alone does: small dated files beside this one, found by the host of a page.
A page's host comes in; a Site goes out: what to remove, the agency, the order of day and month.
Decided here is nothing about news; a file that says what no generic rule can know is checked when it is read.
"""
