"""``riffdesk doctor``: a check of the installation, with remedies for problems."""
