"""The outline of a page or its lines come in; captions go out, with the photo's credit and day.
Each caption is known by its blocks, so that none stands in the body as well.
Decided here is which lines belong to a picture, and where in them the credit begins.
"""
