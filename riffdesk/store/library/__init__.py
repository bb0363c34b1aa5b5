"""The library: every riff that was made, with its sound, in a folder with a database that several processes share."""
