"""The outline of a page comes in; the blocks that are its news text go out, and what is wrong where there are none.
First the region that holds nearly all of the prose, then line by line within it, by learned weights of signs.
Decided here is what is news text and what is furniture, and `reasons` says it in plain words.
"""
