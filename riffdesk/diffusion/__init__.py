"""The network side: from prompts, images and masks to spectrogram images; knows no document and no Qt."""
