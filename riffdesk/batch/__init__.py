"""Many riffs from one file of jobs: the job file, the renderers, and a contact sheet."""
