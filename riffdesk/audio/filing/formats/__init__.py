"""Details of file formats that libsndfile does not handle: headers, chunks, tags, damage."""
