"""The prompt panel: prompt, render settings, model choice and the models dialog."""
