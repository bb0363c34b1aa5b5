"""The commands of the window, and in which menu each stands."""
