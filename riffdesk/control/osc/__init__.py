"""Control by OSC (Open Sound Control): what messages mean, and the socket that they come from."""
