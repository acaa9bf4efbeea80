"""Cross lines: ways through the channels between rows and the gaps between cards, never through a card.

The router knows a board of rows: what blocks each row, which reporting lines stand in each channel, where frames are.
Channel c lies above row c; below the last row is one more. A way leaves a card by its lower or upper edge, runs in
channels and passes rows only through gaps, so that it cannot enter a card.
"""
