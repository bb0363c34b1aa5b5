"""The starter's networks and how each is trained."""
