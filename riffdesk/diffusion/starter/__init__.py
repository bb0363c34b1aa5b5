"""The networks of the starter model, which comes with riffdesk."""
