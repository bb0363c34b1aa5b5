"""A jam: music that is made bar by bar without end, and takes messages while it is made.

The modules, in the order of what happens:

- `jam_request` is what a jam is asked for, and what comes out of it: one `JamBar` after the other.
- `jam_message` reads messages; `jam_state` applies them to what is asked for.
- `jam_score` composes each bar: a loop whose parts are kept, varied, new or silent in each round.
- `bar_words` has the words of a bar; `bar_strip` shows it to the network, after the bars before it; `stems` renders it,
  parts alone or together; `bar_sound` makes its sound; `bar_maker` puts all this together.
- `pace` measures, and chooses which parts are rendered alone, and the number of denoising steps.
- `jam` is the loop that does all this for one bar after the other, and keeps ahead of what is played.
"""
