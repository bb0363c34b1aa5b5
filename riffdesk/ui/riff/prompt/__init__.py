"""The prompt panel: prompt, models and render settings."""
