"""The canvas: layers as pictures, and the tools that paint on them."""
