"""Storage on disk: pictures, projects, the journal and the library."""
