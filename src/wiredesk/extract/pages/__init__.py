"""HTML pages: markup comes in; an outline goes out, and from it the draft of an article.
The tree is walked once, in `outline`; every reader of HTML works on the blocks that the walk leaves.
Decided here is which part of the page is what (`page_parts`), by asking `head`, `body` and `pictures`.
"""
