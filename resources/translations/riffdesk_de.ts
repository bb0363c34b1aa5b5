<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>riffdesk</name>
    <message>
        <location filename="../../riffdesk/analysis/folder_reading.py"/>
        <source>Measuring {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/folder_reading.py"/>
        <location filename="../../riffdesk/ui/library/riff_library.py"/>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Reading {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/folder_reading.py"/>
        <source>{what}: {count:,} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/riff_entry.py"/>
        <source>{name} is silent, and was not put into the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/stretch.py"/>
        <source>A sound can be stretched to half or twice its length, not to {factor:.2f} times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/transfer.py"/>
        <source>Could not make the folder {folder}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/transfer.py"/>
        <source>Exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/transfer.py"/>
        <location filename="../../riffdesk/ui/library/entry_audition.py"/>
        <source>The sound of {name} is missing: there is no file {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/transfer.py"/>
        <location filename="../../riffdesk/ui/document/file_import.py"/>
        <source>Importing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/upkeep.py"/>
        <source>The list of the library was damaged; it is kept as {name}. A new one was made of the {found:,} sounds in the library&apos;s folder, without their stars and tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/upkeep.py"/>
        <location filename="../../riffdesk/ui/library/riff_library.py"/>
        <source>Looking through the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>There is no sound because the PortAudio library is missing. Install it (Debian and Ubuntu: sudo apt install libportaudio2; macOS: brew install portaudio; on Windows: pip install --force-reinstall sounddevice) and press play again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>No sound device was found. Plug in or switch on a sound card and press play again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>No sound input was found. Plug in a microphone or a sound card and press record again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>The sound device “{key}” is not there. Plug it in again or choose another output device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>The sound input “{key}” is not there. Plug it in again or choose another input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>back left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>back right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>left of centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>right of centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>back centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>side left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>side right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/export.py"/>
        <source>There is nothing to export: neither the mix nor a layer is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/export.py"/>
        <source>One file holds the mix alone. Name a folder for the layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/export.py"/>
        <location filename="../../riffdesk/audio/filing/sound_files.py"/>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Writing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/export_files.py"/>
        <source>The sound of the layer &quot;{name}&quot; is not ready. Wait for it, then export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/export_levels.py"/>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/file_set.py"/>
        <source>Could not export: the folder&apos;s name has a zero byte in it, which no system takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/file_set.py"/>
        <source>Could not export to {folder}: {reason}. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/recording.py"/>
        <location filename="../../riffdesk/files.py"/>
        <source>Could not write {path}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sample_formats.py"/>
        <source>Sound files are written as WAV or FLAC, not as {file_format}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sample_formats.py"/>
        <source>Samples are written as PCM_16, PCM_24 or FLOAT, not as {subtype}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sample_formats.py"/>
        <source>FLAC files hold no floating-point samples. Choose 24 bit, or WAV for 32-bit float.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sample_formats.py"/>
        <source>A WAV file holds {hours:.1f} hours of this at most, not {samples:,.1f}. Make it shorter, or write a FLAC file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sample_formats.py"/>
        <source>{name} has no suffix that riffdesk can write. End it in .wav or .flac.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_files.py"/>
        <source>The recipe of {name} was read without its score: a newer riffdesk wrote it. Update riffdesk to play it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} is up to {level:.0f} dB above full scale, like integers stored as floats. It was turned down by {gain:.0f} dB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>more than {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} is cut short before its sound begins. Get a complete copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} contains no sound at all: it has 0 samples. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} is damaged after {seconds:.1f} s. The part before that was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>The {channels} channels of {name} were mixed to stereo: centre and surround at -3 dB, without the bass channel (ITU-R BS.775).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>The {channels} channels of {name} were mixed to one: it does not say where they belong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} has its samples in the lower bits of their bytes, where they are {level:.0f} dB too quiet. It was turned up by the same amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} has {count:,} samples that are not a number, replaced by silence.</source>
        <extracomment>For 1: {name} has 1 sample that is not a number, replaced by silence.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} claims {rate:,} samples per second. Convert it to 44,100 first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} is {length} long, and a sketch holds at most {clock}. Cut out the part you want first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>{name} is empty. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <source>{name} is not a sound file that riffdesk can read. Choose a WAV, FLAC, OGG or MP3 file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <source>{name} is too damaged to be read. Get another copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <source>{name} is cut short: {seconds:.1f} of {header_seconds:.1f} s remain, and were read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <source>{name} does not state its length, as when a recorder loses power. It was read to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <source>{name} has parts of different sample rates. Only parts with the first one&apos;s rate were read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <source>{name} is cut short. The remaining part was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/spool.py"/>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>Could not write {target}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/devices.py"/>
        <source>The sound system does not answer. Restart it or riffdesk to hear something again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/devices.py"/>
        <source>The sound system does not answer. Restart riffdesk to hear something again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/devices.py"/>
        <source>The sound system did not start: {cause}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/devices.py"/>
        <source>The {noun} “{name}” {failure} ({cause}). {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/devices.py"/>
        <source>could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/output.py"/>
        <source>sound device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/output.py"/>
        <source>Choose another output device, or see that this one is switched on, and press play again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/output.py"/>
        <location filename="../../riffdesk/audio/recording/input.py"/>
        <source>stopped working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/player_thread.py"/>
        <source>Playback stopped because of a mistake in riffdesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/player_thread.py"/>
        <source>The sound had gaps; its buffer holds {latency:.0f} ms now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/player_thread.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/player_thread.py"/>
        <source>The sound device {name} does not answer any more. Choose another output device and press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/input.py"/>
        <source>sound input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/input.py"/>
        <source>See that it is plugged in and that riffdesk may use the microphone, or choose another input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/recorded_sound.py"/>
        <source>Nothing was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/recorder.py"/>
        <source>The recording has reached ten minutes, the longest that there is, and was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/recorder.py"/>
        <source>The sound input “{name}” sends nothing any more. Choose another input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/recording_file.py"/>
        <source>The disk is too slow to record on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/recording_file.py"/>
        <source>The recording could not be written to {path}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/accompaniment/added_part.py"/>
        <source>counter-melody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/accompaniment/added_part.py"/>
        <source>There is no part called {kind!r}. Parts: {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/accompaniment/added_part.py"/>
        <source>{instrument!r} plays no {kind}. Instruments: {instruments}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/accompaniment/added_part.py"/>
        <source>There is no melody with known notes to play a counter-melody to. Add a melody first, or instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/chords.py"/>
        <source>Write chords as in Cm, F#7, Bbmaj7 or G/B, and | between bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/chords.py"/>
        <source>Bar {number} has no chord. {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/chords.py"/>
        <source>Bar 1 is {repeat}, the bar before once more, but there is none. {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/chords.py"/>
        <source>Bar {number} has {count} chords; {most} are the most. {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/chords.py"/>
        <source>These are chords of {count} bars; {most} are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/chords.py"/>
        <source>There is no chord {word!r} (bar {bar}). {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} has {size:.0f} MB; MIDI files of at most {max_bytes:.0f} MB are read. Split it in a sequencer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} is damaged: it ends in the middle. Export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} is no MIDI file. Choose one that ends in .mid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} holds patterns that are not played together (format {kind}). Export it as format 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} counts time in film frames (SMPTE) and not in beats. Export it with ticks per quarter note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} says that a quarter note has 0 ticks. Export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} is damaged: a track begins in the middle of an event. Export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} is damaged: it has a message that no file has. Export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} is damaged: it has a number without an end. Export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{name} lasts {minutes:.0f} minutes at {tempo:g} bpm; a score has at most {most}. Cut it in a sequencer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>The meter of {name} changes; {beats}/{value}, the first one, is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>A bar of {name} has {beats} beats, and {most} are the most; it is read in bars of 4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{name} is played at {tempo:g} bpm; a sketch has {low} to {high}. Change it in a sequencer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>The tempo of {name} changes; {tempo:g} bpm, which holds longest, is kept throughout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{name} has no notes. Choose a MIDI file with some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{name} has {count:,} notes; {most:,} are the most. Cut it in a sequencer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{name} has {count} tracks with notes; {most} are the most. Join some in a sequencer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{name} has no notes that riffdesk can play. Choose another MIDI file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{count:,} notes or strokes are left out of {name}: above 10 kHz, or of drums that riffdesk&apos;s kit does not have.</source>
        <extracomment>For 1: {count} note or stroke is left out of {name}: above 10 kHz, or of drums that riffdesk&apos;s kit does not have.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/score.py"/>
        <source>melody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/score.py"/>
        <source>chords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/score.py"/>
        <location filename="../../riffdesk/dsp/separation.py"/>
        <source>bass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/score.py"/>
        <source>drums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/score_text.py"/>
        <source>This score has too many notes for a recipe. Cut it in a sequencer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/score_text.py"/>
        <source>The score of this riff is damaged. Open it again, as a MIDI file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/vocabulary.py"/>
        <source>sparse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/vocabulary.py"/>
        <source>medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/vocabulary.py"/>
        <source>busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>Genre: {genre}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>No drums, as asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>Drums: {groove}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>No drums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>{instrument} (for {words!r})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>No bass, as asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>Bass plays along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>{beats} beats in a bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>{beats} beats in a bar, {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>on its tonic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>which the chords are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>Few notes: the tempo is settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>Many notes: the tempo is settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/requested.py"/>
        <source>{choice}, drawn from the seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/spec_of_words.py"/>
        <source>No word of the prompt names an instrument, a genre or a groove; the seed decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/spec_of_words.py"/>
        <source>The prompt is empty; the seed decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/spec_of_words.py"/>
        <source>Chords: {chords}, as given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/bindings.py"/>
        <source>{text} for {target}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/bindings.py"/>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/bindings.py"/>
        <source>Bindings of MIDI controllers in the settings that made no sense were left out: {names}{more}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/clock/link.py"/>
        <source>Ableton Link is not installed. Install it with: pip install LinkPython-extern.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/messages.py"/>
        <source>CC {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/messages.py"/>
        <source>Key {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/messages.py"/>
        <source>Pitch wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/messages.py"/>
        <source>{what}, channel {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/messages.py"/>
        <source>A MIDI message was left out: {kind} with {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/messages.py"/>
        <source>{name} {value!r}, which is from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>riffdesk knows no OSC address {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>An OSC message to {address} was left out: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>it has {count} values in place of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>{value} is no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>{value} is not from {low:g} to {high:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>a note has a number, a velocity and perhaps a channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>{value} is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/receiver.py"/>
        <source>OSC cannot be received at port {port}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/ports.py"/>
        <source>The MIDI input {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/ports.py"/>
        <source>The MIDI output {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/ports.py"/>
        <source>MIDI cannot be used, as a library does not load: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/ports.py"/>
        <source>{what} cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/ports.py"/>
        <source>This computer offers no MIDI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Level of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Pan of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Mute of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Solo of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Master volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Tempo, 60 to 187 bpm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <location filename="../../riffdesk/ui/canvas/regions/numbers_dialog.py"/>
        <source>Play or stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Record the jam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Size of the brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Strength of the brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Jam: level of the {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Jam: mute of the {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Jam: fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Jam: something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Jam: scene {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>or render on the processor: start riffdesk with --device cpu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>{count} threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>Apple silicon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>This machine has no device &apos;{wanted}&apos;. It has: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>graphics card ({title})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>The chosen graphics card ({card}) is missing, so riffs are made on the {new}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/calls/memory.py"/>
        <source>Close other programs, or use a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/calls/memory.py"/>
        <source>memory on the graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/calls/memory.py"/>
        <source>Close other programs that use the card, use a smaller model, {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/calls/memory.py"/>
        <source>{name} needs about {needed:.1f} GB of {memory}, and {free:.1f} GB are free. {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/calls/memory.py"/>
        <source>There is not enough memory for {task}. Close other programs, use a smaller model, {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <source>Drawing the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <source>Reading the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <source>Preparing previews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <source>Reading the kept part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <source>Reading the starting picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <location filename="../../riffdesk/diffusion/stable_audio/loading.py"/>
        <source>Loading the model {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <source>{name} is a LoRA: it changes another model and makes no sound of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <source>{name} is a textual inversion: a word for prompts, and no model of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} no longer exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <source>The model in {folder} is not complete: its tokenizer has no vocabulary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <source>The {part} in {folder} is not complete: {count} of its weights are missing. Get it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <location filename="../../riffdesk/diffusion/stable_audio/loading.py"/>
        <source>The parts of {path} do not match: its tokenizer has {words} words, its text_encoder {embeddings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <source>There is not enough memory for {name}. Close other programs, use a smaller model, {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <source>{path} cannot be loaded: its files do not match: {first}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/model.py"/>
        <location filename="../../riffdesk/diffusion/stable_audio/sound_model.py"/>
        <source>a riff with this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/model.py"/>
        <location filename="../../riffdesk/diffusion/stable_audio/sound_model.py"/>
        <source>{name} computed invalid numbers: its weights are damaged. Get it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/model.py"/>
        <source>this model&apos;s images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/model.py"/>
        <source>The autoencoder of {name} computes invalid numbers: its weights are damaged, or do not work in fp16. Get the model again, in another version if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/embeddings.py"/>
        <source>This prompt is too long: {words:,} words make {length:,} {unit}, and {limit} are the most. Shorten it: the last words of a long prompt have little effect anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>The prompt is empty: the model plays any music.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>The model does not know {quoted}{rest}: it may play something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>{text} adds nothing: riffdesk knows &lt;lora:NAME:WEIGHT&gt; only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>There is no LoRA called “{name}” here, so {text} adds nothing. Add its file to the models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>The weight in {text} is no number, so the LoRA is added with a weight of 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>The text after “{text}:” is read as words. Settings have their own fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>AND does not blend prompts here: all of it is read as one prompt. A timeline walks from one to another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>{mark} does not alternate here: it is read as words. [a:b:0.5] walks from one to another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>{mark} is no random choice here: it is read as words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>{text} does not say where it changes, as [a:b:0.5] does: it is read as words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>“{word}” in {text} is no weight, such as 1.3: it is read as words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/schedulers.py"/>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>Did you mean &apos;{name}&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/schedulers.py"/>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>There are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/schedulers.py"/>
        <source>There is no scheduler &apos;{name}&apos;. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/schedulers.py"/>
        <source>There is no scheduler “{name}”. There are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/schedulers.py"/>
        <source>{name} takes 1 to {max_steps} steps, not {steps}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>There is {target} already. Choose another name for the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>Converting the {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>Converting the text encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>{path} is not the config of a Stable Audio 3 that belongs to these weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>{weights} is no Stable Audio 3 that riffdesk knows: of its weights, {wrong} does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>{weights} is no Stable Audio 3 that riffdesk knows: {published} has another size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>{source} holds no text encoder: it needs T5Gemma&apos;s config.json, model.safetensors and tokenizer.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>The text encoder in {source} cannot be read: {splitlines}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>The text encoder in {source} is not complete. Get it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/loading.py"/>
        <source>The model in {folder} is not complete: its tokenizer has no tokenizer.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/sound_model.py"/>
        <source>The prompt has {count} tokens, and {name} takes {most} at most, which is about {most2} words. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/sound_model.py"/>
        <source>this model&apos;s sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>Parts of a riff overlap by 0 to 90%, not by {overlap:.0%}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>{name} makes images in rows of {factor}, and {bands} mel bands are no multiple of that: its riffdesk.json does not match it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>A riff needs a length of more than 0 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>The position between two keyframes is 0 to 1, not {alpha}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>Denoising goes from 0 (keep) to 1 (make anew); {denoising} is neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>Guidance is 0 or more, not {guidance}; 1 and below switch it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>A seed is a whole number from 0 to {max_seed:,}, not {seed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>The image or sound to start from has the shape {shape}, and {name} reads {bands} mel bands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>The image or sound to start from has values that are not numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>A mask needs an image or a sound to start from, whose parts it keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>The mask has {width} columns and {height} bands, and the riff {columns} and {bands}. Make them the same size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>A mask goes from 0 (keep) to 1 (make anew); this one has other values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/mel.py"/>
        <source>Analysing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>sample rate {sample_rate} Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>step {step_ms} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>padded window {padded_ms} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>{bands} mel bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>lowest frequency {min_hz} Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>highest frequency {max_hz} Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>only {max_hz:g} Hz of frequencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>power {power}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>{bands} mel bands with so long a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>These spectrogram settings make no sense: {errors}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/phase/reconstruction.py"/>
        <source>The graphics card is full: making sound on the processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/phase/reconstruction.py"/>
        <location filename="../../riffdesk/dsp/phase/reference.py"/>
        <location filename="../../riffdesk/engine/riff/render.py"/>
        <location filename="../../riffdesk/engine/riff/stable_audio/generator.py"/>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Making sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/separation.py"/>
        <source>percussive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/separation.py"/>
        <source>harmonic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/separation.py"/>
        <source>Splitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/separation.py"/>
        <source>Splitting the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/cores.py"/>
        <source>Starting the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_sound.py"/>
        <source>Making the sound of {name} in {quality} quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_split.py"/>
        <source>There is nothing on {name} to split: draw something, or open a sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_split.py"/>
        <source>{name} was changed or removed while it was split; it was not split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_split.py"/>
        <source>A sketch has at most {max_layers} layers: no room for {more} more. Remove some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/loaded_model.py"/>
        <source>{model} can only make complete riffs and cannot jam. Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/recovery/unfinished_riffs.py"/>
        <source>The settings of this riff cannot be read. Discard it and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/recovery/unfinished_riffs.py"/>
        <source>there is not enough room on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/remote/process.py"/>
        <source>The engine stopped in the middle of its work, perhaps for lack of memory. Nothing in the sketch is lost; try again, with something shorter if it happens again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/remote/process.py"/>
        <source>The engine could not be started: {reason}. Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/clips.py"/>
        <source>Planning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/clips.py"/>
        <source>Clip {index} of {count}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/continuation.py"/>
        <source>A continuation needs a length of more than 0 seconds, and a side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/continuation.py"/>
        <source>There is nothing to continue: the sketch is silent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/part_rendering.py"/>
        <source>So short a riff has no notes. Make it longer, or give it more bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/render.py"/>
        <source>Making variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/render.py"/>
        <source>Continuing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>A riff lasts {max_seconds:.0f} minutes at most, not {seconds:g} s. Make it shorter, or use riffdesk render to write it to a .wav or .flac file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>A loop lasts {max_seconds:.0f} minutes at most, not {seconds:g} s: its end and its beginning are made together. Make it shorter, or switch the loop off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>The image or sound to start from is empty. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>A part of a clip cannot be repainted. Choose a continuous riff instead of clips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>A mask keeps parts of an image or a sound, and there is none. Choose an image or a sound to start from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>The mask is a picture of {width:,} x {rows:,} pixels, and the riff one of {columns:,} x {bands:,}. They must be of one size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>The mask is empty. Mark a part of the riff first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>this riff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/parts.py"/>
        <source>A riff in parts is made from words or a score alone. Remove its starting image or sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/played_score.py"/>
        <source>as given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/played_score.py"/>
        <source>{model} cannot play a score, it can only start from a picture of the notes. Remove the starting image or sound, or choose a model that plays scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/riff_score.py"/>
        <source>as in the sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/engine/riff/score/riff_score.py"/>
        <source>Plays a given score: {parts}; {count} bars at {tempo:g} bpm.</source>
        <extracomment>For 1: Plays a given score: {parts}; {count} bar at {tempo:g} bpm.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/sketch_music.py"/>
        <source>There is nothing to add a part to: make a riff, draw something, or open a sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/sketch_music.py"/>
        <source>Listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/sketch_music.py"/>
        <source>From the notes of {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/sketch_music.py"/>
        <source>Estimated from the sound of {names}: correct any mistakes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/engine/riff/score/sketch_music.py"/>
        <source>{count} layers</source>
        <extracomment>For 1: {count} layer</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/generator.py"/>
        <source>Reading the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/generator.py"/>
        <source>Making sound, step {step} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/generator.py"/>
        <source>{name} takes no LoRAs. Set their weights to 0, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/generator.py"/>
        <source>Riff {index} of {total}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} cannot make loops. Switch the loop off, {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} makes a riff as a whole and not as clips. Choose a continuous riff, {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} takes no LoRAs. Set their weights to 0, {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} cannot walk between prompts or seeds. Leave one keyframe, {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} cannot blend prompts. Write one prompt, {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} makes {longest:g} s at most, not {seconds:g} s. Make it shorter, {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} cannot make a part of a riff anew. Make all of it, {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} makes {longest:g} s at most, and the mask covers {seconds:g} s. Mark less, {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/strip_generator.py"/>
        <source>Riff {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/strip_generator.py"/>
        <source>Riffs {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/strip_generator.py"/>
        <source>{label} of {total}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam.py"/>
        <source>Playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam.py"/>
        <source>Bar {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam.py"/>
        <source>The jam stays at {tempo:g} bpm in {name}; start a new jam for another tempo or key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam_message.py"/>
        <source>This is no JSON: {short}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam_message.py"/>
        <source>A message is an object such as {{&apos;prompt&apos;: &apos;techno&apos;}}, not {short}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam_message.py"/>
        <source>A jam takes no {short}. It takes: {readers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam_request.py"/>
        <source>The loop of a jam has {bars} bars, not {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam_state.py"/>
        <source>Scene {chr} ({number}) is empty. Store one there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/errors.py"/>
        <source>There is not enough memory for {what}, and nothing was changed. Close other programs, or try something shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/input_file.py"/>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>Could not open {name}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/input_file.py"/>
        <source>{path} is a device and not a file. Choose a file, or a pipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/input_file.py"/>
        <source>{name} is a folder. Choose the files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/input_file.py"/>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>Could not read {path}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/input_file.py"/>
        <source>More than {max_pipe_bytes:.0f} GiB came through {path}. Save it as a file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/json_file.py"/>
        <source>{start} in {path} are from a newer riffdesk and were not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/json_file.py"/>
        <source>{start} in {path} cannot be read, so they were not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/json_file.py"/>
        <source>{start} in {path} are damaged, and no copy of them can be kept ({reason}), so they were not replaced. Move the file away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/json_file.py"/>
        <source>Another riffdesk holds {path}, so {name} were not changed. Try again, or close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/__init__.py"/>
        <source>{first} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/__init__.py"/>
        <source>{first} or {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>{day:02} {month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>January</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>February</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>March</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>April</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>June</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>July</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>August</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>September</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>October</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>November</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>December</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/lock.py"/>
        <source>Somebody else holds {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>&apos;{repo_id}&apos; is no name of a model on Hugging Face, which looks like owner/name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>Licence of {id}: {stated}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{repo_id} holds weights in the layout of stable-audio-tools. Fetch its files from https://huggingface.co/{repo_id}/tree/main with a browser, and convert them if they are of Stable Audio 3: riffdesk models convert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{repo_id} is not complete: it has no weights in {part}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{repo_id} holds no model that riffdesk can play: neither a {index} nor a {safe} file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{repo_id} holds several files: {files}. Fetch the one you want from https://huggingface.co/{repo_id}/tree/main with a browser, and add it: riffdesk models add FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>There is not enough room for this model: {needed:.1f} GB are needed in {parent}, and {free:.1f} GB are free. Make room, or move riffdesk&apos;s folder with RIFFDESK_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{name} was damaged on the way. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>Fetching {name}: {done} of {total} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{repo_id} asks for its terms to be accepted: do so at {page}, log in with &apos;hf auth login&apos;, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>There is no model called {repo_id} on huggingface.co, or it is not public.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>The connection to huggingface.co was lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>huggingface.co cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{problem} ({splitlines}). Try again with a network; downloaded parts are kept. Or by hand: fetch the folder from {page} on another computer, copy it here, and run: riffdesk models add FOLDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>Could not write to {part}: {reason}. Downloaded parts are kept; make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora.py"/>
        <source>A weight of {weight} for {name} makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora.py"/>
        <source>{path} is a textual inversion: a word for prompts, and no LoRA. Add it to the models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora.py"/>
        <source>{path} does not match this model, which has none of its layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora.py"/>
        <source>{path} holds values that are no numbers: it is damaged. Get it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora.py"/>
        <source>{path} does not match this model: it was made for another one, whose {place} has another shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora_names.py"/>
        <source>{path} was made for a {bases} model, so it cannot be added to one that riffdesk plays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora_names.py"/>
        <source>{path} was made for a model of another kind (Flux, Stable Diffusion 3 or the like), so it cannot be added to one that riffdesk plays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora_names.py"/>
        <source>{path} is {kind}. riffdesk cannot do that: look for a plain LoRA of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} is a pickle of a kind that riffdesk does not read. Look for a .safetensors version of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} holds a program (TorchScript), not weights alone, and was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} was refused: beside numbers it holds &apos;{error}&apos;, and to read that would be to run what somebody put into the file. Look for a .safetensors version of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} holds numbers of a kind (of 8 bits, for instance) that riffdesk reads from .safetensors only. Look for a .safetensors version of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is damaged or was not copied to its end. Get it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} is damaged: its table of weights (state_dict) holds itself. Get it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} holds no table of weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} was refused: beside numbers it holds {global_name}, and to read that would be to run what somebody put into the file. Look for a .safetensors version of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/single_file.py"/>
        <source>The model in {path} is not complete: some of its weights are missing. Get it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/textual_inversion.py"/>
        <source>{path} is damaged: it holds no vectors of a word. Get it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <location filename="../../riffdesk/models/hub_cache.py"/>
        <source>Could not read {folder}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>The model in {folder} is not complete: there are no weights in {part}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is no model: it must be a folder, a .safetensors, .ckpt, .pt or .bin file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} holds the network of a model alone, without its text encoder and its autoencoder. {supported}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is an autoencoder (VAE) and no model of its own. {supported}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is a ControlNet, which riffdesk does not use. {supported}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} holds neither a Stable Diffusion 1.x model nor a LoRA for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is a Stable Diffusion 2 model. {supported}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>The model in {path} is not complete: it has no {part}. {supported}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is a model of another kind. {supported}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is only a pointer of Git LFS. Run &apos;git lfs pull&apos; in its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is a web page and no model: its site requires a login or a click. Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{index} is damaged: it does not list the files of the weights. Get the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{index} names a file outside of its folder, and was refused: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>The model in {parent} is not complete: {parent2} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/hub_cache.py"/>
        <source>{folder} holds several files: {names}. Add the one you want; they are in {snapshot}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/hub_cache.py"/>
        <source>{folder} holds no model: its newest snapshot has neither a {index} nor weights, or not all came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/hub_cache.py"/>
        <source>{folder} holds no model: it has no snapshots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>{folder} is not a model folder: it has no {index}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The model in {parent} is not complete: {path} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>{path} is damaged: {problem}. Get the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>{path} is damaged: it holds no JSON object. Get the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The parts of {source} do not match: its unet takes {channels} channels and its vae makes {value}. {supported}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The parts of {source} do not match: its unet takes words of width {unet} and its text_encoder makes {text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The config of the {part} in {source} is damaged: it has no {lacking}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The configs of {source} are damaged: a size in them is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The config of the {part} in {source} is damaged: its {name} makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The text_encoder in {source} is no CLIP text model. {supported}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The unet in {source} has other conditions than words ({embedding_type}). {supported}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The unet in {folder} is a {class_name}, and {index} says that it is a {score_network}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The parts of {folder} do not match: its unet takes a score in squares of {score_factor} pixels, and its vae makes latents of {pixels}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>{path} is damaged: its words of absence are no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>{path} suggests settings that make no sense: {suggestion}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>{source} says {fixed} mel bands, but the model&apos;s images have {bands}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>{source} is damaged: a setting of its spectrogram is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The images of the model in {source} cannot be played: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>{path} is damaged: its {name} is no JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The model in {folder} is not complete: its {index} names no {part}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The {part} of the model in {folder} is a {component}, which riffdesk does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The model in {folder} is not complete: the folder {part} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/model_list.py"/>
        <source>The list of added models in {path} is from a newer version of riffdesk and was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/model_list.py"/>
        <source>The list of added models in {path} cannot be read. Make it readable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/model_list.py"/>
        <source>The list of added models in {path} is damaged. Add those that are missing again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/provenance.py"/>
        <source>Made by riffdesk&apos;s own training from music that it composed; it comes with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/provenance.py"/>
        <source>Added from a folder of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/provenance.py"/>
        <source>From huggingface.co/{repository}, revision {revision}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/provenance.py"/>
        <source>From huggingface.co/{repository}, revision {revision}, in Hugging Face&apos;s cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/provenance.py"/>
        <source>{origin} Its weights ({names}) are pickles, of which only numbers are read: no code is run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/provenance.py"/>
        <source>{origin} Its weights are safetensors, which hold numbers only: no code is run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>There is no model called &apos;{name}&apos;. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>There is no {path}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>There is no {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>{path} is in the list already, as &apos;{name}&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>There is a model called &apos;{name}&apos; already. Remove it first: riffdesk models remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>Could not rename {partial} to {target}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>&apos;{name}&apos; comes with riffdesk and stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>&apos;{name}&apos; is being fetched already, by another riffdesk. Wait for it, or cancel there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>Could not delete {path}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>{shown} no longer exists. Connect its disk, or forget it: models remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The weights of Stable Audio 3 are under the Stability AI Community License (https://stability.ai/license), and those of its text encoder T5Gemma under the Gemma Terms of Use (https://ai.google.dev/gemma/terms).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The weights of the {part} in {folder} are pickles. Get the model in another version, with safetensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The config of the {part} in {folder} is damaged: its {name} makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The config of the vae in {folder} is damaged: its {name} makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The configs of {folder} are damaged: a number of layers in them makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The config of the duration_embedder in {folder} is damaged: its max_val makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The text_encoder in {folder} is no T5Gemma encoder: its config has no encoder with a width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>its transformer takes {transformer} channels and its vae makes {vae}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>its transformer takes words of width {transformer} and its text_encoder makes {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>its duration_embedder makes a width of {embedder}, which its transformer does not take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>its vae makes sound with {vae} channels, not with one or two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>its transformer joins several latents, which riffdesk does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The parts of {folder} do not match: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>{path} is damaged: a setting in it makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/unsupported.py"/>
        <source>riffdesk plays models of the Stable Diffusion 1.x family, such as riffusion-model-v1, and Stable Audio 3 in diffusers layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/unsupported.py"/>
        <source>{source} is a Stable Diffusion XL model. {supported}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/unsupported.py"/>
        <source>{source} is an inpainting model, with {channels} input channels. riffdesk repaints with any ordinary model: add the one that this was made from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/unsupported.py"/>
        <source>{folder} is a model of another kind ({kind}). {supported}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/unsupported.py"/>
        <source>it does not say which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/settings.py"/>
        <source>In the settings in {path}, {names} made no sense, so the defaults are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <source>A layer has a gain of {min_gain_db:g} to {max_gain_db:g} dB and a pan of -1 to 1, not {gain_db:g} dB and {pan:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Layer name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Layer colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <source>Layer gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <source>Layer pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <source>Layer mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <source>Layer solo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/length.py"/>
        <source>A sketch is between 0.01 and {most:g} seconds long, not {seconds:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/mixer.py"/>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/mixer.py"/>
        <source>another layer is soloed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/music/key.py"/>
        <source>{text!r} is no key. Write it as in C minor, F# major or Bb.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/music/tempo.py"/>
        <source>The tempo must be between {min_tempo} and {max_tempo} bpm, not {tempo:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/music/tempo.py"/>
        <source>A bar has 1 to {max_beats} beats, not {beats_per_bar}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/music/tempo.py"/>
        <source>A length in bars is more than 0, not {bars:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Reverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Play the selection backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Stays too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Is replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Mirror in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Add the mirror image of the selection in time: a sound that rises falls again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>What was there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Whether the original stays with its mirror image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <location filename="../../riffdesk/ui/canvas/plot/handle.py"/>
        <source>Stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Make the selection longer or shorter at its own pitch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Length in percent of the present one; the pitch stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Time-smear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Spread the selection over time, so that it blurs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Time over which sound is spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Hold one moment of the selection to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Place in the selection whose sound is held from there on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/healing.py"/>
        <source>Heal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/healing.py"/>
        <source>Fill the selection from the sound before and after it, as over a click or a cough; held notes continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Peak level; 0 dB is full scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Make the selection, or the whole layer, louder or quieter by some dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Change of the level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Fade in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Let the selection rise from silence to its level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Fade out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Let the selection fall from its level to silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Normalise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Bring the peak of the selection to a level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Turn down sound below a threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Sound below it is turned down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <location filename="../../riffdesk/sketch/paint/effects/noise.py"/>
        <source>Reduction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Attenuation below the threshold; 120 dB is silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/noise.py"/>
        <source>Denoise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/noise.py"/>
        <source>Turn down everything up to the level of the noise; first take a noise profile where there is only noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/noise.py"/>
        <source>Attenuation of the noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/noise.py"/>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/noise.py"/>
        <source>Level above the profile that still counts as noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/onsets.py"/>
        <source>Quantise onsets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/onsets.py"/>
        <source>Move onsets to the beats; the sound between them is stretched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/onsets.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/onsets.py"/>
        <source>Lines that onsets move to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/onsets.py"/>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/brush.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/eraser.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/onsets.py"/>
        <source>How far they move towards the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Flip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Turn the selection upside down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <location filename="../../riffdesk/sketch/paint/selection.py"/>
        <source>Transpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Move the notes of the selection by semitones and cents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Semitones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Interval; decimals are cents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Transpose in the scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Move each note of a line by steps of the scale of the sketch&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Steps of the scale of the sketch&apos;s key, for a line of single notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Lower edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Upper edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <location filename="../../riffdesk/ui/canvas/plot/handle.py"/>
        <source>Scale in pitch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Make the intervals of the selection wider or narrower; partials keep their level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Intervals in percent of the present ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Place in the selection whose pitch stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Up and down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Mirror in octaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Add copies of the notes of the selection an octave higher or lower, as an octave pedal does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Octave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Where the copies are: an octave higher, lower, or both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Level of the copies against the notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Quantise pitches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Move each note of a line to the nearest note of the scale of the sketch&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>How far the notes of a line of single notes move towards the scale of the sketch&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Beats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Beats from one echo to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source> beats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Echoes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Number of echoes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Attenuation of each echo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Echo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Repeat the selection after some beats, each time quieter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Echo of partials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Repeat the tones of the selection after some beats, without noise and drum strokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Reverb tail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Let the selection die away as in a hall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/rectangle.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Time in which the tail falls by 60 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Level of the tail against the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/move.py"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/move.py"/>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/selection.py"/>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/selection.py"/>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>{name} part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/selection.py"/>
        <source>New layer from selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/shapes.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/rectangle.py"/>
        <source>Select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/strokes.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/mask.py"/>
        <source>Mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/brush.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/brush.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/line.py"/>
        <source>Brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/brush.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/eraser.py"/>
        <source>Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/copying.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/copying.py"/>
        <source>Clone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/copying.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/copying.py"/>
        <source>Back to the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/noise.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/noise.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Spray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/retouch.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Blur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/retouch.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Dodge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/retouch.py"/>
        <source>Burn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/retouch.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Smudge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/stamp.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Stamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/tone.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Tone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/recipe.py"/>
        <source>There is no keyframe. Add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/recipe.py"/>
        <source>A riff is made with a seed from 0 to {max_seed}; a random one is drawn before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/recipe.py"/>
        <source>A riff is longer than 0 seconds, not {seconds:g} s. Choose another length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/recipe.py"/>
        <source>A riff takes 1 to {max_steps:,} steps, not {steps}. Choose another number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/recipe.py"/>
        <source>The weight of the LoRA {name} is no number: {weight}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>{steps} steps: 1 to {max_steps:,} are possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>{seconds:g} seconds: 0.01 to 600 are possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>{count} LoRAs: {max_loras} are possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>LoRAs of these weights: {weights}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>names of more than a thousand characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>so many notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>sound in {quality!r:.40} quality: {qualities} are possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>A riff cannot have {setting}. Choose another value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>The {name} of a keyframe is {allowed}, not {value}. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sections/incoming_sections.py"/>
        <source>The layer of the riff was removed; the rest of the riff was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sections/incoming_sections.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sections/incoming_sections.py"/>
        <source>A sketch has at most {max_layers} layers: no room for {count} more. Remove some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sections/incoming_sections.py"/>
        <source>Generate parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>New sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Seamless loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Keyframes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Riff settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Layer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>A sketch has at most {max_layers} layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Add layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <location filename="../../riffdesk/sketch/state.py"/>
        <source>Layer 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Remove layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>{name} copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Duplicate layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Other take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/takes_row.py"/>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Move layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/mask.py"/>
        <source>Clear mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/snapshots.py"/>
        <source>Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>Could not read {name}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>Could not write {name}: spectrogram images are PNG files. Give it a name with .png.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>Writing the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>Drawing the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>This image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>{name} is {seconds:.0f} minutes long with its step of {step_ms} ms, and a sketch has at most {max_seconds:.0f}. Crop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>Reading the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/mask_file.py"/>
        <source>Could not open {path}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/picture.py"/>
        <source>{name} has more than {max_mask:,} pixels a side, too many for a mask. Make it smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/picture.py"/>
        <source>is {width:,} x {height:,} pixels, not a size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/picture.py"/>
        <source>{name} is not an image that riffdesk can read. Choose a PNG, JPEG, WebP, BMP, GIF or TIFF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/picture.py"/>
        <source>has far too many pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/picture.py"/>
        <source>{name} is damaged or cut short, and its picture cannot be read. Get a complete copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/picture.py"/>
        <source>{name} {problem} for a spectrogram: it may be at most {max_columns:,} pixels wide (10 minutes) and {min_rows} to {max_rows:,} high. Crop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/journal.py"/>
        <source>Autosave does not work: {reason}. Save the sketch yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/journal.py"/>
        <source>The autosave of this sketch cannot be ended: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/journal_folders.py"/>
        <source>Autosave has paused: unsaved sketches take more than {max_bytes:.0f} GiB. Save this sketch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/journal_folders.py"/>
        <source>Autosave has paused: less than {min_free_bytes:.0f} GiB is free on the disk of {root}. Save this sketch, and make some room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/recovery.py"/>
        <source>{name} was recovered or discarded in another window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/recovery.py"/>
        <source>{name} cannot be read any more. Its journal is in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/recovery.py"/>
        <source>{name} cannot be discarded: it is open in another window, or {folder} is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {parent} cannot be made: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {parent} cannot be changed: its folder is read-only. Make it writable first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {parent} cannot be opened: its folder is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {parent} is damaged: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>Another riffdesk is busy with the library in {folder}. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {folder} could not be changed: the disk is full or fails. Make room on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {folder} cannot be opened or changed: {error}. Make the folder writable first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {folder} is damaged: {error}. Start riffdesk again, which makes a new list of the sounds in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {folder} reports an error: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {parent} is from a newer riffdesk and was not changed. Update riffdesk to use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/entry.py"/>
        <source>A riff has at most {max_tags} tags, not {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/folders.py"/>
        <source>There is no folder {path}. Choose a folder with sounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/folders.py"/>
        <source>{path} is the library&apos;s own folder; its riffs are listed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/folders.py"/>
        <source>{path} is in {folder}, which the library lists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/library.py"/>
        <source>There is no riff {entry_id} in the library. riffdesk library list shows them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/library.py"/>
        <source>There is no riff {entry_id} in the library any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/library.py"/>
        <source>A riff has 0 to {max_stars} stars, not {stars}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/library.py"/>
        <source>A riff in the library needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/library.py"/>
        <source>The library cannot be sorted by {sort!r}, only by {sorts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/library.py"/>
        <source>The folder {folder} of the library cannot be made: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/query.py"/>
        <source>Only the first {max_terms} words of the search count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/query.py"/>
        <source>There is no {field}: to search for, only {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/room.py"/>
        <source>The library has reached its limit of {limit:.3g} GiB, and all riffs in it have stars, so nothing new is kept. Raise the limit, or remove stars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/json_fields.py"/>
        <source>{name} is damaged: {problem}. Open a backup copy of it if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/json_fields.py"/>
        <source>{field} in its project.json makes no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/json_fields.py"/>
        <source>is missing from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/json_fields.py"/>
        <source>makes no sense in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/json_fields.py"/>
        <source>{prefix}{key} {problem} its project.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{name} is empty. Choose another file, or a backup copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>{name} is not a riffdesk project. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its list of contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{name} is damaged or cut short: {problem}. Open a backup copy of it if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{part} cannot be read, {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>Could not read {part} in {name}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{part} cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its snapshot {slot} makes no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{name} is not a riffdesk project: it has no {json_part}. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its {json_part} is far too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its {json_part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its part {missing} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>an unknown part, {unknown!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>a part twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{name} holds {problem}, and was not opened. Get another copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{name} would unpack to {total:.1f} GiB, and a project has at most {max_bytes:.0f}. It was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its part {filename!r} is packed in an unknown way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its part {member}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Opening {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>Could not save {name}: it could not be opened again, as {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>its project.json cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>{name} was made by a newer riffdesk (its format is {version}, this one reads up to {latest}). Update riffdesk to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>params in its project.json makes no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>two layers have the same id in its project.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>its active layer does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>{name} was opened without the notes for its next riff: a newer riffdesk wrote them. Update riffdesk to play them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>{name} was opened without the changed notes {layers}: a newer riffdesk wrote them. Update riffdesk to see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>{name} was opened without the recipe {layers}: this version of riffdesk cannot read that recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>{name} was opened without the score {layers}: a newer riffdesk wrote it. Update riffdesk to play it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>of {count} layers</source>
        <extracomment>For 1: of the layer “{layer}”</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_lock.py"/>
        <source>Another riffdesk is saving {name}. Wait for it, then save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/saving.py"/>
        <source>The snapshots were left out: with them it takes {total:.1f} GiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/saving.py"/>
        <source>Could not save {name}: the sketch takes {total:.1f} GiB, and a project holds at most {max_bytes:.0f}. Export some layers and remove them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/saving.py"/>
        <location filename="../../riffdesk/ui/document/save_queue.py"/>
        <source>Saving {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/saving.py"/>
        <source>Could not save {name}: the picture of the layer “{layer_name}” does not fit the sketch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/stamp.py"/>
        <source>{name} was saved by somebody else since it was opened here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/versions.py"/>
        <source>The version of {name} before this one could not be kept: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/accessible.py"/>
        <source>Close the panel; View &gt; {panel} brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/accessible.py"/>
        <source>Close {panel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/accessible.py"/>
        <source>More buttons of the bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/accessible.py"/>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/analysis/waveform_strip.py"/>
        <source>Waveform of the mix, and of the active layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Beat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>1/4 triplet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>1/8 triplet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>1/16 triplet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>The key&apos;s scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Partials that are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Number of harmonics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Number of the highest harmonic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Roll-off of harmonics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Attenuation of each octave of harmonics: more sounds rounder, less brighter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Leaves out the even harmonics, for a hollow sound like a clarinet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Pitches that marks go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Grid that strokes and selections go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_bar.py"/>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Presets of the tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Save the options of the tool under a name, and load them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Save… (there are {count} presets: remove one first)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/timeline/seed_timeline.py"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Save preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Name of the preset:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Name of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/canvas.py"/>
        <source>Spectrogram canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/continue_button.py"/>
        <source>Continue ▸</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/continue_button.py"/>
        <location filename="../../riffdesk/ui/riff/incoming_riffs.py"/>
        <source>Continue the riff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>not heard: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>Paint sound here: time runs to the right, pitch upwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>Tool: {tool}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>Layer {number} of {count}: {name}{empty}{unheard}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>Visible: {start:.2f} to {stop:.2f} of {seconds:.2f} seconds, {low:.0f} to {high:.0f} hertz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>Selected: {first:.2f} to {last:.2f} seconds, {low:.0f} to {high:.0f} hertz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <source>There is nothing to paste yet: select something and copy it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <source>The copied sound cannot be pasted here: only one of the two is stereo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <source>There is no space for it here: move the playhead to the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <source>Delete notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Move notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <source>Quantise notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Velocity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/example_button.py"/>
        <source>Open the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>{name}    velocity {velocity}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>{instrument} ({role})  {note}    velocity {velocity}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/handle.py"/>
        <source>Stretch and scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/layer_image.py"/>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/layer_image.py"/>
        <source>Blue to yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/level_range.py"/>
        <source>Levels of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/level_range.py"/>
        <source>Levels of the active layer, from -120 to 12 dB.
Drag the ends to set the darkest and the brightest level, or drag between them to move both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/level_range.py"/>
        <source>From {low:.0f} dB, dark, to {high:.0f} dB, bright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/overlays.py"/>
        <source>Draw here, drop a sound or a spectrogram,&lt;br&gt;or write a prompt and press Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/overlays.py"/>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Notes changed: not heard until they are played again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/overlays.py"/>
        <source>Not heard: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/piano.py"/>
        <source>Piano</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/piano.py"/>
        <source>Press a key to hear its note; drag over the keys to hear one after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/readout.py"/>
        <source>Under the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/readout.py"/>
        <source>silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/readout.py"/>
        <source>{name} {cents:+d} cents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/numbers_dialog.py"/>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/numbers_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Only the selection is painted. Esc clears it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Distance in pixels of the picture: columns of 10 ms, and bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>There is no previous selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Grow selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Shrink selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Feather selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Select similar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_effects.py"/>
        <source>There is no sound to change here: the layer is silent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_effects.py"/>
        <source>Select less than the full length: the selection is filled from the sound before and after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_effects.py"/>
        <source>Nothing was applied: the layer has changed its length, or was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_effects.py"/>
        <source>The noise profile is now a part of the sketch. Denoise uses it until you take another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_effects.py"/>
        <source>Noise profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/similar_search.py"/>
        <source>Similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/similar_search.py"/>
        <source>Minimum similarity to the selection; 100% is the same shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Tool settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Colour map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Colours of the layer, from quiet to loud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Dark and bright follow the levels of the active layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Darkest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Level of the darkest colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Brightest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Level of the brightest colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/listening.py"/>
        <source>Listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/listening.py"/>
        <source>Press to hear the layer under the pointer; hold H with any tool to hear it without pressing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/listening.py"/>
        <source>Press on the picture: three semitones around the pointer sound while you press, at their level in the layer.
Hold H to hear them without pressing; release it to return to your tool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>{grid} triplet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Click to add a note, drag it to move it, its end to lengthen it; Shift and up or down for its velocity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Length of new notes, and step by which notes are moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Velocity of a new note, 1 to 127</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Quantise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Set velocity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Lengthen notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Add note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/brush.py"/>
        <source>Paint sound; {straight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/copying.py"/>
        <source>Copy sound from elsewhere: Ctrl+click sets the source; {straight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/copying.py"/>
        <source>Restore the sound that the layer had when it was imported, made or opened; {straight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/copying.py"/>
        <source>First hold Ctrl and click the sound to copy; then paint at another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/copying.py"/>
        <source>The source of the copy is on a layer that was removed, or that has other channels than this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/eraser.py"/>
        <source>Erase sound; {straight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/eraser.py"/>
        <source>Part of the sound that is removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/line.py"/>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/line.py"/>
        <source>Draw a straight line of brush or tone; drag its middle to bend it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/line.py"/>
        <source>Draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/line.py"/>
        <source>Whether the line is one of the tone brush or of the brush, with their settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/line.py"/>
        <source>Tones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/mask.py"/>
        <source>Painting removes the mask, so that Repaint keeps that part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/mask.py"/>
        <source>Mark a part to repaint; {straight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/mask.py"/>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Diameter of the grains, in pixels of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Density of the grains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Paint noise, such as wind or a cymbal; {straight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Scatter grains of sound, which tinkle or crackle; {straight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Grain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/paint_tool.py"/>
        <source>Shift draws a straight line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/paint_tool.py"/>
        <source>Level of the paint; 100% is full scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/paint_tool.py"/>
        <source>Diameter of the tip, in pixels of the picture. Tools &gt; Smaller brush and Larger brush change it by key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/paint_tool.py"/>
        <source>The part of the tip that paints at full strength; the rest fades out towards its edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/paint_tool.py"/>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/paint_tool.py"/>
        <source>Hardness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Smudge sound, like a finger on wet paint; {straight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Part of the sound that is smudged along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Soften sound in time and pitch; {straight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Distance over which sound is softened, in pixels of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Make sound louder, or quieter with a negative gain or with Ctrl; {straight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Gain of a stroke; with Ctrl it is an attenuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>{:+.0f} dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Kick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Snare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Hat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Clap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>1/8 beat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>1/4 beat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>1/2 beat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>1 beat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>{name} beats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Stamp a drum, a selection, a picture or words where you click; a drag repeats it on the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>The source of the stamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Take selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Words that the stamp Text writes into the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Height of the words, in bands of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Length: its own, or one in beats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Pitch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Transposition of the stamp in semitones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Level of the stamp relative to its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>At the pointer&apos;s pitch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Move the stamp to the pitch where you click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Select something, then press Take selection in the panel of the stamp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Choose a picture with Picture… in the panel of the stamp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Type the words under Text in the panel of the stamp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp_picture.py"/>
        <source>“{name}” cannot be read as a picture ({reason}). Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp_picture.py"/>
        <source>“{name}” is all black, which is silence. Choose a picture with bright parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Time in which a tone rises at its beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Time in which a tone fades after its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Time from one pitch to the next, where the pitch of a line jumps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Depth of the vibrato to each side, in cents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Rate of the vibrato in Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Paint a tone at a pitch; {straight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Attack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Vibrato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Glide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>{:.1f} Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/handles.py"/>
        <source>{beats:.2f} beats  ×{factor:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/lasso.py"/>
        <source>Lasso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/lasso.py"/>
        <source>Draw around a part to select it; Shift takes all frequencies of its time; {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/rectangle.py"/>
        <source>Rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/rectangle.py"/>
        <source>Band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/rectangle.py"/>
        <source>A drag selects a rectangle, a range of time with all frequencies, or a band of frequencies at all times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/rectangle.py"/>
        <source>Drag a rectangle, to cut, copy, transpose or repaint its sound; Shift takes all frequencies; {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/select_brush.py"/>
        <source>Selection brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/select_brush.py"/>
        <source>Paint over a part to select it, with a soft edge; {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <source>Ctrl adds to the selection, Ctrl+Shift subtracts from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <source>Replace the selection, add to it, subtract from it, or keep its intersection with the shape; {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <source>{beats:+.2f} beats    {semitones:+d} st</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Tolerance: how far below the level at the click the selection reaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Maximum distance from the click in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Select all marks of this level in the sketch, not only those that touch the click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Wand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Click a mark to select it, with adjacent marks of its level; {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>{:.0f} dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>This layer was not played from notes: start a riff from a composed guide, or import a MIDI file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>The layer has no notes: add some with the note tool, or read them from the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Select something on the canvas first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Begin a new sketch, four bars long; unsaved changes are asked about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Open a sketch, or a sound or an image as a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Open e&amp;xample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Open a sketch of four bars as a copy, to play, paint on and take apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Save the sketch with its layers, takes and sound, to continue later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Save the sketch under another name; the former file is not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Add a sound or an image as a layer; play the notes of a MIDI file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Export audio…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Export the mix and one file per layer; shows their length and loudness first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Export s&amp;pectrogram…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Export the layer&apos;s picture as a PNG that Riffusion and riffdesk read as sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Export &amp;notes as MIDI…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Export the notes that the layer was played from, a track for each instrument, for a DAW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Close riffdesk; asks to save first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Up a semitone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the notes of the selection up a semitone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Down a semitone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the notes of the selection down a semitone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Up an octave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the notes of the selection up an octave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Down an octave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the notes of the selection down an octave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <location filename="../../riffdesk/ui/window/main_window.py"/>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Undo the last step; View &gt; History goes to any step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Nothing has been done yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <location filename="../../riffdesk/ui/window/main_window.py"/>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Redo the last undone step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Nothing has been undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Cut the selected part of the layer, to paste it elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Copy the selected part of the layer, to paste it elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Paste at playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Add the copied part to the layer, at the playhead and at its own pitch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Silence the selected part of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Select all of the layer, over all frequencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Abort stroke, clear selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Cancel the stroke in progress, leave the tour, or clear the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Quantise notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the selected notes of the layer, or all, to the nearest place on the grid of the note tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Set &amp;velocity of notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Set the selected notes to the velocity of new notes in the note tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Choose the note tool and select notes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Moved notes &amp;replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Transposed notes replace the notes at their new place; otherwise both sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Smaller brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Make the tip of the active tool smaller, for finer strokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Larger brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Make the tip of the active tool larger, for broader strokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;New layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Add an empty layer, which is mixed and exported on its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Duplicate layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Add a copy of the layer, to try something on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Select layer &amp;above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Go to the layer above in the list, to draw on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Select layer &amp;below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Go to the layer below in the list, to draw on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Mu&amp;te layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Mute the layer, or unmute it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Solo layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Solo the layer: hear it alone, or all layers again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Isolate the active layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Play and show only the active layer while this is on; mute and solo do not change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move layer &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the layer up in the list; the order changes the picture, not the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move layer d&amp;own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the layer down in the list; the order changes the picture, not the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Remove layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Remove the layer with its sound; undo brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Command &amp;palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Find any command by typing a part of its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Keyboard shortcuts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Find the key of every command, and change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>See the first steps, in five bubbles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Read the messages since the start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;About riffdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Version and licence of riffdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/effect_commands.py"/>
        <source>Take noise profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/effect_commands.py"/>
        <source>Take the selection as the noise that Denoise turns down: select a place with only noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/effect_commands.py"/>
        <source>Select a place with only noise first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Start a jam first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>&amp;Jam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Play on without end in the tempo, key and chords of the sketch, and change it while it plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>A jam is playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <location filename="../../riffdesk/ui/jam/jam_line.py"/>
        <source>Stop the jam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Stop the jam at the end of the bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Fill in the jam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>A drum fill in the next possible bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>The same again in the jam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Play the same bars once more in the next round, before anything changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Something else in the jam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Other notes and chords for the same prompt, from the next possible bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <location filename="../../riffdesk/ui/jam/jam_paint.py"/>
        <source>Paint into the jam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Paint on a layer that repeats with the jam&apos;s loop: strokes are heard in its next round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>&amp;Keep the last 8 bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Keep the last eight played bars as a layer, with their notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>Sna&amp;pshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>Pe&amp;n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>Re&amp;gion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Riff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>Show or hide the panel {panel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>Sound &amp;quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Good quality: drafts are refined to it when you pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Closer to the drawing, five times as slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Riffusion&apos;s own method, to compare: slower still, and less exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>To the &amp;start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Move the playhead to the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Play or stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Play from the playhead, or stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Play the s&amp;election</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Play only the selected time and frequencies of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>A &amp;beat before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Play the selection once, with a beat of the mix before it and after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>To the &amp;end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Move the playhead to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Loop the selection, or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Seamless loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Seamless loop: the end of the sketch flows into its beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Metronome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Metronome: a click at every beat, to play and draw in time; never exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>C&amp;ount-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Count-in: a bar of clicks before playing, to start in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Tap tempo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Tap the tempo: press at every beat; after two seconds without a tap, start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Hear tones while drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>The tone brush sounds while it draws, though nothing plays; it is not recorded or exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Play &amp;riffs while they are made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Play a riff as soon as its first part is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Look for sound &amp;devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Find headphones and sound cards that were plugged in since the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/recording_commands.py"/>
        <source>Re&amp;cord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/recording_commands.py"/>
        <source>Record the input into a new layer while the sketch plays, after the count-in if that is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/recording_commands.py"/>
        <source>Recording &amp;input…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/recording_commands.py"/>
        <source>Choose the microphone and its channels, see its level, and measure its latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>R&amp;eselect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Restore the previous selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>&amp;Invert selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Select everything outside of the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>&amp;Grow selection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Let the selection grow on all sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>S&amp;hrink selection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Let the selection shrink on all sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>&amp;Feather selection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Give the selection soft edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Select &amp;harmonics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Add the whole multiples of the selected frequencies, as far as they do not touch each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Select si&amp;milar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Select every place of the layer that sounds like the selection, such as all strokes of a drum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>&amp;New layer from selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Copy the selection to a new layer, with its sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>E&amp;xport selection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Export the selected part of the layer as a sound file, with the length of the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Write the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Go to the field for the prompt; Return comes back to the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Find, hear and use all riffs of this sketch and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Add a &amp;folder to the library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>List the sounds and MIDI files of one of your folders in the library, without copying them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Make a riff of the prompt, with the length of the sketch; a take that is not kept stays a click away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Make the same prompt with other seeds, to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Take &amp;before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Hear the take before this one, to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>There is no take before this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Take &amp;after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Hear the take after this one, to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>There is no take after this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;A/B: back to the last take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Switch to the previously heard take and back, to compare the two while they play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>There is no other take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Keep this take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Keep this take: the next riff is a new layer beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>The layer has no takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Make the layer real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Make music of the drawing on the layer, closer to it or freer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Make &amp;all layers real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Make music of all audible layers, closer to them or freer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Repaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Regenerate the masked part, or else the selection; the rest stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Render the &amp;timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Make a riff that walks through all keyframes, with the length of the sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Render &amp;what changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Regenerate the layer where the timeline has changed since; the rest stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Continue to the ri&amp;ght</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Continue the layer after its end, by four bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Continue to the le&amp;ft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Continue the layer before its beginning, by four bars; all else moves to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Compare with what it was made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Hear the layers that this one was made from instead of it, and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Add a &amp;part…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Compose and play a bass, drums, chords, a melody or a counter-melody to the audible layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Split the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Split the layer into percussive, bass and harmonic sound, which sum to it exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Notes from the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Read the notes of a drawing, or of a hummed or imported line, to edit and to play them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Play the notes a&amp;gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Regenerate the layer in the bars with changed notes; the rest stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>The layer plays its notes already: change some with the note tool first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Use the layer&apos;s recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Set prompt, seed, model and all other settings to those of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>C&amp;lear mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Remove the mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Cance&amp;l the riff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Stop the riff in progress and undo its changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>No riff is being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>M&amp;odels…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Add, get and remove models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Compute &amp;on…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Choose the graphics card or the processor that riffs are made on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>Snapshot &amp;{number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>Switch to snapshot {number}; an empty one stores the present sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>Hold in snapshot {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>Store the present sketch in snapshot {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>&amp;Match their loudness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>Play every snapshot at the loudness of the quietest, for a fair comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>&amp;Empty all snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>Clear all snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Pen drives &amp;size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>The harder a pen is pressed, the larger the tip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Pen drives s&amp;trength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>The harder a pen is pressed, the louder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Pen drives &amp;both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Pressure of a pen drives size and strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Pen drives &amp;nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>A pen paints like a mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>S&amp;oft pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>A light touch is much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>&amp;Even pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Half the pressure is half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>&amp;Firm pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>A light touch is little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>&amp;Harmonics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Tools mark the harmonics of a pitch too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>M&amp;agnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Marks go to the nearest pitch, and so are in tune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>&amp;Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Strokes and selections begin and end on the grid of the tempo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Take selection as stam&amp;p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Use the selection as the stamp of the stamp tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Take pi&amp;cture as stamp…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Use a picture from a file as the stamp of the stamp tool: bright is loud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>&amp;Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Show all of the sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Show less time, in more detail; the wheel does so at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Show more time; the wheel does so at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Frequency axis by &amp;semitones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>All semitones have the same height, from E0 up, for basses and melodies; otherwise the axis is mel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>&amp;Grid lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Lines for bars and beats, and for notes, those of the key brighter; fewer if they are too close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>&amp;Piano</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>A piano at the left of the canvas, to see the note under the pointer, and to play notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>&amp;Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Show the notes of the layer over it; the note tool shows them too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>P&amp;artials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Draw the sustained tones of the layer as lines, to tell tones from noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>&amp;Waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>The waveform of the mix under the canvas, and of the active layer over it, to see beats and peaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>&amp;Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Light colours for bright rooms, or dark ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Go to the ne&amp;xt panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Move the keyboard focus to the next panel or bar; Tab moves within it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Go to the pre&amp;vious panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Move the keyboard focus to the previous panel or bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Language of menus and messages from the next start; System is the computer&apos;s, if there is a translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>The language changes when riffdesk is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Waiting… (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Bindings of MIDI controllers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Which controller moves what; Delete removes the selected one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Controller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>What a controller moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>What the next controller is to move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Then move a controller, or press a key of the keyboard, to bind it; Esc ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Remove the binding that is selected in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Move what is to move “{target}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>{title} moves it already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Bind a controller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Bind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>{title} stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>{title} moves “{moves}” now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <source>Command: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <source>Controllers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <source>{title} is not possible now: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <source>{title} is not possible now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scene {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <source>{what} is for a jam: start one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link.py"/>
        <source>Starts at the next bar of the Link session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link.py"/>
        <source>Tempo of the Link session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link.py"/>
        <source>The tempo of the Link session is left out. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link_box.py"/>
        <source>Share tempo, bars, start and stop with other music programs of this computer and of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link_box.py"/>
        <source>Ableton Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/control/clock/link_box.py"/>
        <source>{count} other programs</source>
        <extracomment>For 1: {count} other program</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link_box.py"/>
        <source>No other program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link_box.py"/>
        <source>Playback starts at the next bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/midi_clock.py"/>
        <source>Tempo of the MIDI clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/midi_clock.py"/>
        <source>The MIDI clock is left out. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/midi_clock.py"/>
        <source>The MIDI clock was lost; the tempo stays {tempo:g} bpm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/midi_clock.py"/>
        <source>The MIDI clock is at {seconds:.1f} s, which is after the end of the sketch; playback goes to the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/jam_chords.py"/>
        <source>There is no name for the chord of {names}, so the jam does not get it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/jam_chords.py"/>
        <source>{chord}: start a jam first (Play &gt; Jam), so that it gets the chord.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/jam_chords.py"/>
        <source>{chord} is heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/learning.py"/>
        <source>{title} is bound to “{moves}” already. Bind it to “{instead}” instead?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi.py"/>
        <source>{wanted} is gone. It is used again when it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi.py"/>
        <source>{wanted} is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>The keyboard or controller that riffdesk listens to; it is used again when it was unplugged and is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Channel of the notes that are used; controllers are bound with their own channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>What notes do: they sound, or paint with the settings of the tone brush where they were heard, or the jam plays the chords that are held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Send the tempo, start, stop and place of playback to a device, so that it plays in time with the sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Tempo, start and stop of the sketch follow the clock of the MIDI input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>MIDI input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>MIDI channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>All channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Channel {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>What MIDI notes do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Output of the MIDI clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Follow the clock of the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Clock to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>No input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Listening to {chosen}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>{chosen} is not there; it is used when it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Choose an input to play and control riffdesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>No MIDI device is plugged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/control/note_painter.py"/>
        <source>MIDI notes</source>
        <extracomment>For 1: MIDI note</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/note_painter.py"/>
        <source>{note} is not among the frequencies of the sketch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/note_painter.py"/>
        <source>There is no room at the end of the sketch: move the playhead to the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/note_uses.py"/>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/note_uses.py"/>
        <source>Paint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/note_uses.py"/>
        <source>Give the jam its chords</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/control/note_uses.py"/>
        <source>{count} notes came too fast and were not painted.</source>
        <extracomment>For 1: {count} note came too fast and was not painted.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc.py"/>
        <source>An OSC message is for a jam: start one first (Play &gt; Jam).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc.py"/>
        <source>The {field} of an OSC message is heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>Let other programs and touch screens control riffdesk by OSC (Open Sound Control). The guide has the addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>The UDP port that OSC is sent to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>Receive OSC from every computer of the network. Whoever is in it can control riffdesk then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>Receive OSC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>Port of OSC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>From other computers, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>any computer of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>programs of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>Listening to {place} at port {port}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/control/seldom_notice.py"/>
        <source>{count} {kind} messages came too fast and were left out.</source>
        <extracomment>For 1: {count} {kind} message came too fast and was left out.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>{name} is open in another window of riffdesk too. Work there, or save a copy of it here first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>That version is no longer open. Choose it again under File &gt; Versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>This is a copy of the version of {name} of {when}. Restore saves it as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>{name} is open in another window of riffdesk too. Save a copy of it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>riffdesk sketches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Save sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Saved {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>{name} has been read. Save the changes to {sketch} before it is opened?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Save the changes to {name} first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Making the sound to export in {quality} quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Measuring the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Export spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Exported {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>MIDI file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Export notes as MIDI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Exporting {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Exported {count} files to {folder}.</source>
        <extracomment>For 1: Exported {name} to {folder}.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>All were turned down by {gain:.1f} dB so that nothing clips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>No program shows folders here. The files are in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>WAV, 24 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>WAV, 16 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>WAV, 32 bit float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>FLAC, 24 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>FLAC, 16 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Measuring the loudness…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Export audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Folder for the files; it is made if it is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Choose the folder from a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <location filename="../../riffdesk/ui/library/entries/entry_delegate.py"/>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Beginning of the name of every file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>24 bit is more than the ear can hear; 32 bit float never clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Folder for the exported files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>The loudness could not be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Tick the files that you want. Space ticks the one with the focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>The mix is what you hear. A layer that you do not hear has a file too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Tick every file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Untick every file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Loudness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Name a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Tick at least one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>{count} files</source>
        <extracomment>For 1: {count} file</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>up to {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>{files}, {length} long, {room} in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>But that is a file, not a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>But you may not write there: choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>But only {size} are free there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>The folder will be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Mix: {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>All files are turned down by {gain_db:.1f} dB together, so that none clips: the highest peak is {peak}. During playback a limiter reduces that; files have none. 32 bit float keeps the level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>The highest peak is {peak}, which 32 bit float holds. Turn it down where it is played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>The highest peak is {peak}, which the imported file itself has: it is copied unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Nothing clips, so nothing is turned down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>below -70 LUFS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>{loud}, highest peak {peak}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>not soloed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Everything riffdesk opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Sounds, images and MIDI files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>MIDI files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Take picture as stamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>There is a file {name} in {parent} already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Changed on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>{name} was changed by another program since it was opened here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>If you replace it, the other program&apos;s version stays under File &gt; Versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Save as another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_import.py"/>
        <source>Fitting {name} to the sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/history_panel.py"/>
        <source>Steps of the sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/history_panel.py"/>
        <source>Click a step to go back to it. Undone steps are in italics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/history_panel.py"/>
        <source>Memory of the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/history_panel.py"/>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/history_panel.py"/>
        <source>The history takes about {held:.0f} of {limit:,.0f} MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>{name} has {count} channels{names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>They can be mixed into one layer, or each becomes a layer of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>Mix them down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>A layer for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>{name} is far too loud: its samples go far above full scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>They are probably integers stored as floats. Turned down by {gain:.0f} dB, it is as loud as it was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>Turn it down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>Leave it as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>{name} seems to be drawn in white on black.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>In a spectrogram image dark is loud: if it is inverted, its white lines sound; otherwise all black areas do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>White on black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>Invert it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>{name} has no level: turned down by {gain_db:.0f} dB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>Measuring the level of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>The sketch has the tempo of {name}, {tempo:g} bpm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>{name} is at {tempo:g} bpm, and the sketch at {present:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>Take {tempo:g} bpm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Colour of the layer on the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Mute this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Solo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Solo: play only this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Level in dB; double-click for 0 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Level in dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Left to right; double-click for the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Not heard: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Name of the layer; click it to type another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>notes changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Layer {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Colour of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Made by {model} from “{prompt}”, seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Made by {model}, seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>{made}, from {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>another layer is isolated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/recent_files.py"/>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/recent_files.py"/>
        <location filename="../../riffdesk/ui/document/versions_menu.py"/>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>Snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>Store the sketch in {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>Empty all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>switch to it; Shift stores the present sketch in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>store the present sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>Snapshot {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>Snapshot {number}, empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/versions_menu.py"/>
        <source>&amp;Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/versions_menu.py"/>
        <source>Open it as an unsaved copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/fields.py"/>
        <source> bars</source>
        <extracomment>For 1:  bar</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/fields.py"/>
        <source>Length of the sketch in bars, at its tempo and meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/fields.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/fields.py"/>
        <source> random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/fields.py"/>
        <source>Length in bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/file_drop.py"/>
        <source>That is a link to the web, which riffdesk does not open. Save it as a file first, and drop that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/file_drop.py"/>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>not possible: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>not possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>Type a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>Words of a command or its menu; Up and Down choose, Return runs, Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>Return or a click runs a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>No such command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/help.py"/>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/timeline/seed_timeline.py"/>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Seed timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/help.py"/>
        <source>About riffdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/help.py"/>
        <source>&lt;h3&gt;riffdesk {version}&lt;/h3&gt;&lt;p&gt;A music sketchpad: draw a spectrogram and hear it.&lt;/p&gt;&lt;p&gt;It reads and writes the spectrogram images of Riffusion (Seth Forsgren and Hayk Martiros, 2022).&lt;/p&gt;&lt;p&gt;MIT licence.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/help.py"/>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/help.py"/>
        <source>&lt;p&gt;There are no messages.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>{text} for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>Invalid keyboard shortcuts in the settings were ignored: {invalid}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>{key} cannot be a shortcut: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>{key} cannot be a shortcut: it opens the menu {menu}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>While you write in a text field, {name} writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>While you write in a text field, {name} edits the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>it moves the focus from field to field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>it confirms typed text and presses buttons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>it leaves fields and dialogs, and cancels a stroke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>it moves in lists, sliders and the seed timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>it opens context menus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>it belongs to the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Choose the keyframe before or after; with Shift several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Left, Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Move the chosen keyframes to the next bar line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Ctrl + Left, Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Move the chosen keyframes by a tenth of a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Alt + Left, Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Add a keyframe in the middle of the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Remove the chosen keyframes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Curve, new seed, copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Add a keyframe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Double-click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Move a keyframe from bar to bar; with Shift freely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Move a copy of a keyframe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Ctrl + drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Choose several keyframes, to be edited together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Ctrl + click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Zoom time at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Zoom frequency at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Ctrl + wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Pan along time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Shift + wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Middle-drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Move the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Click on a time axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Draw a straight line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Shift while painting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Bring a fader back to the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Double-click on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Key</source>
        <comment>of the keyboard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Other key</source>
        <comment>of the keyboard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Remove this key from the command: key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Remove this key from the command: other key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>No other key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Choose a command, click into a field and press the new key. Changes apply at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>The mouse actions and the keys of the seed timeline cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Press the new key of the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Search for a command or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Show every command again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Words of a command or its menu, or a key such as Ctrl+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Commands and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Choose a command to change its keys below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Move the key here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Keep it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Reset the command to its default keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Give the key to this command, and remove it from the other one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Change nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Reset all commands to their default keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Changed; the default is {defaults}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>{key} is the key of {command}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>{key} is the key of {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Reset all commands to their default keys?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>All commands have their default keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>What you draw or generate is heard at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Write what you want to hear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Type a prompt, such as “slow jazz piano”, and press {actionGenerate}. The riff is as long as the sketch, and at its tempo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Play it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>{actionPlay}. {actionLoop} repeats the selection or the sketch, and you hear changes at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Draw on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>{toolBrush} paints sound: to the right is later, up is higher. {toolTone} paints a note at the pitch where you draw. Undo takes everything back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Choose among takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Generate again, and you have two takes: {actionTakeBefore} and {actionTakeAfter} go from one to the next, and {actionKeepTake} keeps one. Variations makes several at once, to choose from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Continue and export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>On the seed timeline, music walks from one prompt to the next: a double-click adds a keyframe. {actionExport} in the File menu writes the mix and each layer as a sound file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Leave the tour; Help &gt; Tour begins it again (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>The bubble before this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>The next bubble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Tour, {place}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/blend_pad.py"/>
        <source>Blend of prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/blend_pad.py"/>
        <source>No prompts yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/blend_pad.py"/>
        <source>{words}. The arrow keys move the puck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/blend_pad.py"/>
        <source>{words}. Drag the puck, or move it by the arrow keys: the nearer a prompt is, the greater is its weight, from the next possible bar on. The notes are those of the nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam.py"/>
        <source>Jamming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam.py"/>
        <source>There is nothing to keep yet: wait for the end of a bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/jam/jam.py"/>
        <source>The last {count} bars are a layer now.</source>
        <extracomment>For 1: The last bar is a layer now.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/jam/jam.py"/>
        <source>The last {count} bars are {layers} layers, one for each part, now.</source>
        <extracomment>For 1: The last bar is {layers} layers, one for each part, now.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam.py"/>
        <source>Wrote {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_line.py"/>
        <source>Riffs are made after the jam.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_paint.py"/>
        <source>Painted in the jam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The change is heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <location filename="../../riffdesk/ui/jam/kept_bars.py"/>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Jam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Prompt of the jam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>As the sketch&apos;s prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The prompt of the jam; Return applies it at the next possible bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Density of the notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>as the prompt says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Variation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Strength of the variation of a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Length of the evolving loop in bars; for the next jam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>{bars} bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Transition to another prompt or scene: at once, or over some bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>over {bars} bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Plan of scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scenes and their bars, played in turn with a fill before each change; A is scene 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Add the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Put the prompt above on the pad; up to six are blended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Remove the prompt that is nearest to the puck from the pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The next scene that is clicked is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Paint into the loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Keep the last 8 bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Record the jam from now on to a WAV or FLAC file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Keep more of the jam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Keep the last minute, or everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The last minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>All, at most ten minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Blend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Loading the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>A fill comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The same bars come once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Something else comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>{what} from bar {bar} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The prompt is heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Type a prompt above to put it on the pad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>{prompt} is on the pad already, or there are {count} prompts on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The blend is heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The plan is played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The plan ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scene {number} is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scene {number} is heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scene {number} is empty: tick Store, and click it to store the present settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Record to file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Play scene {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scene {number} is empty: store the present settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Stop recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Record to file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Music without end, in the sketch&apos;s tempo, key and chords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The last change is heard from bar {number} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Strokes are heard in the next round of the loop. They are on the layer {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Strokes on this layer are not heard in the jam; those on {name} are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>Next free bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>The first bar in which a change would be heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>Bars ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>Finished bars ahead of playback: at least {count} if the computer is fast enough. Prepared bars are repetitions and take no time, unless something is changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>Next free bar: {bar}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>Next free bar: –</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>{ahead:.1f} bars ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>{count} prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>the last bars repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/kept_bars.py"/>
        <source>Painted · {bars}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/jam/kept_bars.py"/>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>{count} bars</source>
        <extracomment>For 1: {count} bar</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>evolves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>varied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>{part} on or off, from the next possible bar. Parts that the prompt does not name are composed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>{part} in each round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Change of the {part} in each round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Mute the {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Solo the {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Level of the {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>from the next possible bar, as the computer makes the parts together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Mute the {part}; {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Solo: play only the {part}; {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Level of the {part} in dB; {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>A to D, Left and Right choose a riff; 0 to 5 rate it, Return adds it, Esc ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>End the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>Hear the sketch again (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>Hear riff {letter} of the comparison from the same beat on ({letter})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>Riff {letter} of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>Hear {name} from the same beat on ({letter})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entries/entry_delegate.py"/>
        <source>The file is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/entries/entry_model.py"/>
        <source>{count} stars</source>
        <extracomment>For 1: {count} star</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entries/entry_view.py"/>
        <source>Grid</source>
        <comment>pictures side by side</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entries/entry_view.py"/>
        <source>Up and Down hear a riff, Return adds it as a layer, 0 to 5 give it stars, F2 renames it, Delete removes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entries/entry_view.py"/>
        <source>Riffs of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entry_audition.py"/>
        <source>Stop the jam to play riffs of the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entry_audition.py"/>
        <source>The first {minutes:.0f} minutes of {name} are played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entry_audition.py"/>
        <source>Playing the notes of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entry_audition.py"/>
        <source>Bringing {name} to {tempo:g} bpm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entry_menu.py"/>
        <source>&amp;Stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>Folders with your own sounds and MIDI files; nothing is copied. A folder can be dropped here as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>Folders of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>Progress of reading folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>Stop reading folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>Stop reading; listed files stay, and the rest follows at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>&amp;Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>&amp;Read all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>&amp;Show its files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>&amp;Remove from the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <source>Add a folder to the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <source>Removed {name} from the library. Its files were not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <location filename="../../riffdesk/ui/library/library_edits.py"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <source>Measuring sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <source>Reading folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <source>{names} was not found; its files are shown as missing until it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <source>{count:,} files cannot be read as sounds, and are left out.</source>
        <extracomment>For 1: {count:,} file cannot be read as sounds, and is left out.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/library_edits.py"/>
        <source>Deleted {count} riffs from the library.</source>
        <extracomment>For 1: Deleted {name} from the library.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Words of name, prompt, tags and model, and fields: key:Am bpm:80-100 stars:3 model:starter tag:night kind:take seconds:4-10 seed:42 folder:drums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Play a riff together with the sketch, in its tempo and on its beat; or alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Generate variations near it: from its sound and its notes, with the next seeds, from closer to freer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Pictures, names and stars side by side, or one riff in each row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Hear two to four selected riffs by turns, in step and equally loud; Ctrl and a click select another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Hear a riff when the pointer rests on it; Up, Down and a click always do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Search: piano key:Am bpm:80-100 stars:3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Search the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Tags, with commas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Tags of the riff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Tags of the selected riff; tag:night finds them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>With the sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>On hover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Add as layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Add the riff as a layer at the bar of the playhead (Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Use recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Copy the settings of the riff to the prompt panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>More like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Compare riffs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>All riffs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Show all riffs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Show all of the library again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Back to the sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>End the riff, and hear the sketch again (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>{count:,} riffs</source>
        <extracomment>For 1: {count:,} riff</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Riffs appear here as soon as they are made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Nothing matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>{riffs}, the most similar first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>&amp;Add as layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>&amp;Use its recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>&amp;Generate more like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>&amp;Find similar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>C&amp;ompare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Re&amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>&amp;Copy as file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_room.py"/>
        <source>Disk space that the library may take. If a new riff needs more, the trash is emptied, and then the oldest riffs without stars are removed; riffs with stars never are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_room.py"/>
        <source>Disk space that the library may take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_room.py"/>
        <source>{size} used: the next riff removes old ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_room.py"/>
        <source>{size} used of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/prompt_history.py"/>
        <source>Search your earlier prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/prompt_history.py"/>
        <source>Search earlier prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/prompt_history.py"/>
        <source>Earlier prompts, the latest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/riff_keeper.py"/>
        <source>Keeping {name} in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/riff_library.py"/>
        <location filename="../../riffdesk/ui/riff/layer_parts.py"/>
        <source>Adding {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/riff_library.py"/>
        <source>{name} would end after 10 minutes, the longest a sketch can be. Add it earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/riff_library.py"/>
        <source>Add from library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/riff_library.py"/>
        <source>{name} has no recipe that this riffdesk can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <source>Newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <source>Oldest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <source>Most stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Tempo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/model_choice.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <source>Order of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/variation_batch.py"/>
        <source>{made} of {total} variations of {riff} are ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/variation_batch.py"/>
        <source>{made} of {total} variations are ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/variation_batch.py"/>
        <source>{count} variations of {riff}.</source>
        <extracomment>For 1: {count} variation of {riff}.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/variation_batch.py"/>
        <source>{count} variations.</source>
        <extracomment>For 1: {count} variation.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/variation_batch.py"/>
        <source>The library cannot store the variations. They can be added as layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/variation_batch.py"/>
        <source>Add as layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Close message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Something went wrong in riffdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>This is a bug, not something you did. Your sketch is still here: save it, to be safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Details of the bug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>The details are copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/device_list.py"/>
        <source>{chosen} (not there)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/metronome.py"/>
        <source>Tapped tempo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/metronome.py"/>
        <source>Tap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/metronome.py"/>
        <source>Tap tempo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/metronome.py"/>
        <source>Metronome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/metronome.py"/>
        <source>Click level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/metronome.py"/>
        <source>Level of metronome and count-in; they are never exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/output_bar.py"/>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/selection_playing.py"/>
        <source>The jam plays. Stop it to hear the selection alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/selection_playing.py"/>
        <source>The layer has no sound there yet: draw something, or wait until it is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/selection_playing.py"/>
        <source>Filtering the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <source>Drag {what} out as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <source>Drag {what} into a file manager or a DAW: a WAV file, 24 bit. Return copies the file, to paste it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <source>The sound was not finished yet when you let go. Drag it again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <source>Copied {name}, to be pasted into a file manager or a DAW.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>the mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <source>Writing the file of {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <source>Making the sound of {what} in {quality} quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_updates.py"/>
        <source>Making the sound of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>The mix is louder than full scale: lower a layer&apos;s gain or the master volume. Playback holds its peaks down; exports are turned down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Where you hear it: headphones, loudspeakers, an interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Tempo in beats per minute; new riffs are made at this tempo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Beats per bar: the meter of the bars and of the metronome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Level of the mix in dBFS. A red light on the right shows that it was louder than full scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Level meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Click to clear the light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Bar and beat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Key of the sketch: new riffs are made in this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Beats per bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Length of the sketch in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Volume of what you hear, in dB; exports do not change with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Output device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Time {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Bar {bar}, beat {beat}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>No sound device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>System default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Output device: {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Left, or input 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Right, or input 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Mean of left and right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Stereo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>What is recorded from: a microphone, an instrument at an interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>What is recorded of an input with two channels; only stereo makes a stereo layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>How much later recordings arrive than the sound system tells. Recordings are moved earlier by it; Measure finds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Plays eight clicks and looks for them in the input: with a cable from an output to the input, or with the microphone close to the loudspeaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Clicks are played …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Recording input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>About the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_meter.py"/>
        <source>Level of the input in dBFS. A red light on the right says that it was too loud for the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_meter.py"/>
        <source>The input has reached full scale, where it is distorted: turn it down at the microphone or the sound card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_meter.py"/>
        <source>Input level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_meter.py"/>
        <source>Recording {minutes}:{seconds:02d}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/latency_measurement.py"/>
        <source>No click was heard. Connect an output to the input with a cable, or turn up the loudspeaker and hold the microphone close to it, and measure again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/latency_measurement.py"/>
        <source>Something is being recorded. Measure after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/latency_measurement.py"/>
        <source>Stop the jam before you measure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/latency_measurement.py"/>
        <source>{found} of {count} clicks were heard, and only {agreeing} of them at the same distance, so the correction stays as it is. Measure again louder, or where it is quieter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/latency_measurement.py"/>
        <source>The clicks came {ms:.1f} ms later than the sound system tells: {agreeing} of {count} agree, within {spread:.1f} ms. The correction was set to that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/latency_measurement.py"/>
        <source>The clicks came {ms:.1f} ms earlier than the sound system tells: {agreeing} of {count} agree, within {spread:.1f} ms. The correction was set to that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>The recording is silent. Choose another input or channel in Play &gt; Recording input, or allow riffdesk to use the microphone in the settings of the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Nothing was recorded, as the sketch had not begun to play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>The sound had gaps while it was recorded, after which you heard it later than the recording tells. Listen whether it is in time, or record it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Another sketch was opened while it was recorded. The recording is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>“{stem}” was still being recorded when riffdesk ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>The latency is being measured. Record after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Stop the jam before you record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>A sketch has at most {count} layers. Remove one before you record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>What was recorded until then is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>The input came too fast in {count} places of the recording, which are silent.</source>
        <extracomment>For 1: The input came too fast in one place of the recording, which is silent.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Adding the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>{count} rounds were recorded as takes of {name}. Riff &gt; Take before and Take after go to the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>Tidying up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>The engine stopped in the middle of its work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>“{riff}” was not finished: {done} are ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>It is too long for the window; the same command on the command line continues it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>It has other spectrogram settings than this sketch, so it continues in a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>There are {count} others.</source>
        <extracomment>For 1: There is another one.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>Continuing {riff}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>{done:.0f} of {total:.0f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>{done} of {total} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Recovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Picture of the sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Open the last stored state of the sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Ask again at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Remove it permanently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>An unsaved sketch could not be recovered, because its files are damaged: {folders}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>“{name}”, {length}, was not saved when riffdesk ended at {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Continuing a riff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>The riff that was being made cannot be continued; its finished part stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>{minutes}:{seconds:02} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>{time} on {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>A counter-melody needs a melody with known notes, and there is none: add a melody first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Add a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>The part to compose to the present music</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Instrument of the part; any is one that does not play yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Tempo of the music, estimated; correct it if it is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Key of the music, estimated; correct it if it is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/chords_field.py"/>
        <source>Chords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Chords bar by bar, from the first bar line on; they are repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>About the part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Write the chords, such as Cm | Ab | Eb | Bb.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing.py"/>
        <source>{text} Riff &gt; Compute on… chooses another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>The fastest available one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Device for riffs, from the next one on; Riff &gt; Models… has the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>The first riff of each model takes minutes longer on a graphics card, and all later ones are faster until riffdesk is closed; it changes nothing on the processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Looking for graphics cards …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Graphics cards are searched for when the present riff is finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Compute on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>About the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Compile models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Looking for graphics cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>It is missing; meanwhile riffs are made on the fastest available device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>it too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>the processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>{model}, {memory:g} GB. Networks in {precision}, sound on {sound}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>The search for graphics cards failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>{name}: missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>the graphics card ({device})</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>{count} riffs take about {duration} with {model} on {place}.</source>
        <extracomment>For 1: This riff takes about {duration} with {model} on {place}.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>, or </source>
        <comment>between pieces of advice</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>Faster: {advice}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>a single riff, about {duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>{fewer} steps in place of {steps}, about {duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>{seconds:.0f} s of sound, about {duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>the built-in model, {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>a graphics card (Riff &gt; Compute on…)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>{minutes:.0f} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>{minutes:.1f} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>This layer was not made from the timeline: render the timeline, then what changes on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>Another riff was made from the timeline since: use this layer&apos;s recipe to restore its own timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>Only the seed has changed: Generate makes a new riff with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>The timeline is the same as that of this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>Rendering what changed in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>Render what changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>A seamless loop has no end to continue from. Switch Play &gt; Seamless loop off, then continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>The notes of {name} have changed and are not played yet: Riff &gt; Play the notes again, then continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>The sketch would become longer than {minutes:.0f} minutes. Make it shorter first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>The layer to continue was removed or has another length; nothing was added to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>Continuing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>This riff is being made already. Another seed makes another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Loading {model}, so that the first riff starts sooner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Generating {riff}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Parts are made of notes, and a rhythm has none: choose Start from: A composed guide, or switch Parts off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Generating {riff} in parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>The former layers are muted now. C compares the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>The kept take is muted now, and the new one plays. C compares the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>{name} is ready: PgDown and PgUp lead to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>There is nothing drawn yet to make real: draw something, or open a sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>all layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>Reading the notes of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Making {source} real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Select a part to repaint, or mark it with the mask brush (M).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Repainting {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Repaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>The layer to repaint was removed or has another length; it was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>There is nothing to compare: this layer was not made from another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/incoming_riffs.py"/>
        <source>The sketch of the riff was closed; the riff was dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/incoming_riffs.py"/>
        <source>Cancelled. The finished {length} stay; undo removes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/incoming_riffs.py"/>
        <source>Cancelled. {length} of it were finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/incoming_riffs.py"/>
        <source>Keep them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/layer_parts.py"/>
        <source>Analysing the sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/layer_parts.py"/>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/layer_parts.py"/>
        <source>Splitting {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/layer_parts.py"/>
        <source>Add part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playback_region.py"/>
        <source>the last bars loop until more is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playback_region.py"/>
        <source>{ahead:.0f} s ahead of the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playback_region.py"/>
        <source>the playhead catches up in {seconds:.0f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>There is nothing drawn yet to read notes from: draw a line with the tone brush.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>The layer has changed since; its notes were not replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>No notes were found: they are read from lines at a pitch, such as the tone brush draws.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>Notes from the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>{count} notes were read.</source>
        <extracomment>For 1: {count} note was read.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>Riff &gt; Play the notes again plays them with the prompt&apos;s instrument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>The layer plays its notes already: change some with the note tool first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>Playing the changed notes of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>Play the notes again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/chords_field.py"/>
        <source>Chords of the riff, bar by bar, from this keyframe on: Cm | Ab | Eb Bb. Up to four share a bar, % repeats the bar before; at the end they start again. If empty, they are random, from the seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/chords_field.py"/>
        <source>These chords have no effect: choose Start from: A composed guide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/chords_field.py"/>
        <source>These chords have no effect: the notes of a file are played. Remove them under the prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/chords_field.py"/>
        <source>Chords: Cm | Ab | Eb | Bb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/chords_field.py"/>
        <source>About the chords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>keeps it as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>keeps rhythm and pitch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>keeps the outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>keeps only a hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>keeps next to nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>Distance of a riff from its start: the drawing or the sound of Make it real, the part that is repainted, the rhythm or guide of Start from. Closer keeps more of it, freer follows the prompt more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>From closer to freer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>freer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>From its start: {phrase}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>{tip}
Denoising {denoising:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/interpretation_line.py"/>
        <source>The rest is random in each riff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/interpretation_line.py"/>
        <source>The music that will be played, as the prompt was understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/model_choice.py"/>
        <source>There is no model called {model} here; {other} plays instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/model_choice.py"/>
        <source>There is no LoRA called {names} here; riffs are made without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Add a model in diffusers layout, without copying it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Add a checkpoint or a LoRA in one file, without copying it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Get a model from huggingface.co: the only thing in riffdesk that goes online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Remove the model from the list; asks first, and says whether its files are deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Free the memory of the last used model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Stop the download or another job; a stopped download can be resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Native size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>On disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Model, one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>LoRA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Word for prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Choose a model to see where it is, and whether to trust it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Add file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Get from Hugging Face…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Unload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>none given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Weight of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>0 leaves it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Licence: {licence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Folder of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Models and LoRAs ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>File of a model or a LoRA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Added {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Repository on huggingface.co, such as riffusion/riffusion-model-v1, or its address.
This is the only thing in riffdesk that goes online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Get a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Repository on huggingface.co</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Get</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>{name} is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Getting {repository}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>{request} is being downloaded already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Its files are deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Its files stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Remove model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Remove {name} from the list? {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Removed {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>The model is unloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>No model is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Unloading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/notes_row.py"/>
        <source>The next riff plays these notes, with the sound of the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/notes_row.py"/>
        <source>Do not play these notes: compose new ones, or use words alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/notes_row.py"/>
        <source>those of a riff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/notes_row.py"/>
        <source>Remove the notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/notes_row.py"/>
        <source>Notes: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_hints.py"/>
        <source>About the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_hints.py"/>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_hints.py"/>
        <source>Words that the model knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_hints.py"/>
        <source>Words that the model knows: click one to add it to the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Words alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>A composed guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Length of the riff, which is that of the sketch, in bars at its tempo and meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>The recipe has another length than the sketch: click for the length of the sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>One piece: continuous music from beginning to end. Clips: as in Riffusion&apos;s app, one image after the other from the same start, crossfaded at the joins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>The same seed gives the same riff; -1, or an empty field, is a random seed for each, which its take shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>A description of the riff: instruments, style, tempo, key. (bass:1.3) counts more, [drums] less. Return moves the keyboard focus to the canvas, Shift+Return begins a new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Words to avoid, like those of the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>The start of a new riff; the slider below sets how close it stays to that. A composed guide is a picture of notes that are composed from the prompt, in its tempo and key and on its chords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>How closely the riff follows the prompt: more is closer to its words, less is freer and often more natural</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>The model: each knows other sounds. The dots beside it add and get models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>The method of removing the noise from step to step; a matter of taste and speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Generate makes drums, bass, chords and melody as separate layers that match, to be mixed and exported as stems; this takes longer, once for each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Number of variations that are made at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Prompt: a mellow electric piano over a lazy beat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Negative prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Earlier prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Your earlier prompts, with a search; Up in an empty field recalls the last ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Another seed, which is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <location filename="../../riffdesk/ui/riff/timeline/seed_timeline.py"/>
        <source>New seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>More steps take longer and sound cleaner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>As long as the sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Scheduler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Number of variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>One piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Parts: a layer for each instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>More settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Settings that seldom change: negative prompt, chords, guidance, scheduler, clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Paste prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>the negative prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>the seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>Took {what} from the text. Its settings are for the model {model}, which is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>Took {what} from the text, except the scheduler {scheduler}, which riffdesk does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>Took {what} from the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>in {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>{what}, from the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>In any tempo and key: tick for the sketch&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>{what}, from the sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/takes_row.py"/>
        <source>The audible take, and its seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/takes_row.py"/>
        <location filename="../../riffdesk/ui/riff/timeline/keyframe_selection.py"/>
        <source>seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/takes_row.py"/>
        <source>Take {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tempo_key_box.py"/>
        <source>Riffs are made at the tempo and in the key of the sketch, if the prompt names none, so that they match it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tempo_key_box.py"/>
        <source>120 bpm, from the sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tempo_key_box.py"/>
        <source>Tempo and key of the sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Set the sketch to {wish}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>The present take has seed {seed}: making another one, with seed {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Tempo and key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Composing the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>The next riff plays the notes of {name}: {bars} at {tempo:g} bpm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>The next riff plays the notes of {name}: {bars}, at the tempo of the sketch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>This layer was not made from a prompt, so it has no recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>This riff is a seamless loop of {seconds:.2f} s, but the sketch is not a loop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>This file contains its recipe: Riff &gt; Use the layer&apos;s recipe applies it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Riff {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_progress.py"/>
        <source>Parts {first} to {last} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_progress.py"/>
        <source>Part {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_progress.py"/>
        <source>{done} of {count} parts ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_progress.py"/>
        <source>step {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <source>State of the riff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <source>Render timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <source>Make it real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <source>Wait until the riff is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <location filename="../../riffdesk/ui/window/main_window.py"/>
        <source>Getting ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <source>{seconds:.1f} s have changed since this riff was made · Riff &gt; Render what changed updates them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/tempo_key_offer.py"/>
        <source>The prompt asks for {wish}, and the sketch is at {tempo:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/tempo_key_offer.py"/>
        <source>The prompt asks for {wish}, and the sketch is in {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/tempo_key_offer.py"/>
        <source>The prompt asks for {wish}, and the sketch has no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/tempo_key_offer.py"/>
        <source>The prompt asks for {wish}, and the sketch is at {tempo:g} and is in {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/tempo_key_offer.py"/>
        <source>The prompt asks for {wish}, and the sketch is at {tempo:g} and has no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/timeline/keyframe_selection.py"/>
        <source>no prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/timeline/keyframe_selection.py"/>
        <source>Keyframe {number} of {count} at {seconds:.2f} seconds: {prompt}, {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/timeline/keyframe_selection.py"/>
        <source>random seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/timeline/seed_timeline.py"/>
        <source>Music walks from one keyframe to the next. A double-click adds one, a drag moves it from bar to bar (Shift: freely), a drag begun with Ctrl copies, a click with Ctrl chooses several, Delete removes; right-click for the curve.
Keys: arrows choose, with Shift several; with Ctrl they move from bar to bar, with Alt freely; Insert adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/timeline/seed_timeline.py"/>
        <source>To the next keyframe:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/timeline/seed_timeline.py"/>
        <source>Copy of it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/riff/variations.py"/>
        <source>{count} variations of {riff}</source>
        <extracomment>For 1: {count} variation of {riff}</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/riff/variations.py"/>
        <source>{count} variations</source>
        <extracomment>For 1: {count} variation</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/time_left.py"/>
        <source>taking longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/time_left.py"/>
        <source>nearly done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/time_left.py"/>
        <source>{seconds:.0f} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/time_left.py"/>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>{minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/time_left.py"/>
        <source>{minutes:.1f} h left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Tool and picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/main_window.py"/>
        <source>&amp;Undo {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/main_window.py"/>
        <source>&amp;Redo {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Cancel the job and its changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Close now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Close without waiting for the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Refining the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Finishing: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>({count} more waiting)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
