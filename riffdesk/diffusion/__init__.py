"""The network side: it turns text, images and masks into spectrogram images, and knows no document and no Qt."""
