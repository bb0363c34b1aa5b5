"""Many riffs from one file of jobs: what the file says, the riffs, and a sheet that shows them all."""
