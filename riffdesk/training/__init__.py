"""Training of the starter model: composing, rendering and captioning clips, and training on them.

The program never imports this package.
"""
