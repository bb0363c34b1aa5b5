"""``riffdesk doctor``: what of the installation works, and what to do about the rest."""
