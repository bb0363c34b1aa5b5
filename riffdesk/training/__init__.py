"""How the starter model is made: music is composed, rendered, captioned and learned. The app never imports this."""
