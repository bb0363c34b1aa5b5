"""``riffdesk desktop``: the program in the menu of a Linux desktop."""
