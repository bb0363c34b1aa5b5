"""A jam: endless music that is composed and rendered bar by bar, and changed by messages.

The modules, in the order of the computation:

- `jam_request` has the request for a jam, and its results: one `JamBar` after the other.
- `jam_message` reads messages; `jam_state` applies them to the state of the jam.
- `jam_score` composes each bar: a loop whose parts are kept, varied, new or silent in each round.
- `bar_words` has the words of a bar; `bar_strip` shows it to the network, after the bars before it; `stems` renders it,
  parts alone or together; `bar_sound` makes its sound; `bar_maker` combines all of this.
- `pace` measures, and chooses which parts are rendered alone, and the number of denoising steps.
- `jam` is the loop over the bars, which keeps ahead of playback.
"""
