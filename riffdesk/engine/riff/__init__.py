"""The render of a riff: request -> model input -> strip -> ink -> sound -> sections.

In the order of the calls: `render` checks a request and asks the model's generator for sections; `strip_generator` is
that of diffusion models; `model_input` has the score and the conditioning of each column, `section_plan` the windows;
`riffdesk.diffusion.denoising` makes ink of them; `assembly` makes sound of the ink and joins it to what is there.
"""
