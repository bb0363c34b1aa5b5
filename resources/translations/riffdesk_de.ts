<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>riffdesk</name>
    <message>
        <location filename="../../riffdesk/analysis/folder_reading.py"/>
        <source>Measuring {name}</source>
        <translation>{name} wird gemessen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/folder_reading.py"/>
        <location filename="../../riffdesk/ui/library/riff_library.py"/>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/folder_reading.py"/>
        <source>{what}: {count:,} files</source>
        <translation>{what}: {count:,} Dateien</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/riff_entry.py"/>
        <source>{name} is silent, and was not put into the library.</source>
        <translation>{name} ist still und wurde nicht in die Bibliothek aufgenommen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/stretch.py"/>
        <source>A sound can be stretched to half or twice its length, not to {factor:.2f} times.</source>
        <translation>Ein Klang lässt sich auf die halbe bis doppelte Länge dehnen, nicht auf das {factor:.2f}-Fache.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/transfer.py"/>
        <source>Could not make the folder {folder}: {reason}.</source>
        <translation>Der Ordner {folder} konnte nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/transfer.py"/>
        <source>Exporting</source>
        <translation>Wird exportiert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/transfer.py"/>
        <location filename="../../riffdesk/ui/library/entry_audition.py"/>
        <source>The sound of {name} is missing: there is no file {path}.</source>
        <translation>Der Klang von {name} fehlt: Die Datei {path} gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/transfer.py"/>
        <location filename="../../riffdesk/ui/document/file_import.py"/>
        <source>Importing {name}</source>
        <translation>{name} wird importiert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/upkeep.py"/>
        <source>The list of the library was damaged; it is kept as {name}. A new one was made of the {found:,} sounds in the library&apos;s folder, without their stars and tags.</source>
        <translation>Die Liste der Bibliothek war beschädigt; sie ist als {name} aufbewahrt. Aus den {found:,} Klängen im Ordner der Bibliothek wurde eine neue erstellt, ohne deren Sterne und Tags.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/upkeep.py"/>
        <location filename="../../riffdesk/ui/library/riff_library.py"/>
        <source>Looking through the library</source>
        <translation>Bibliothek wird durchgesehen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>There is no sound because the PortAudio library is missing. Install it (Debian and Ubuntu: sudo apt install libportaudio2; macOS: brew install portaudio; on Windows: pip install --force-reinstall sounddevice) and press play again.</source>
        <translation>Es ist nichts zu hören, weil die PortAudio-Bibliothek fehlt. Installieren (Debian und Ubuntu: sudo apt install libportaudio2; macOS: brew install portaudio; unter Windows: pip install --force-reinstall sounddevice) und erneut auf Wiedergabe drücken.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>No sound device was found. Plug in or switch on a sound card and press play again.</source>
        <translation>Kein Audiogerät gefunden. Eine Soundkarte anschließen oder einschalten und erneut auf Wiedergabe drücken.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>No sound input was found. Plug in a microphone or a sound card and press record again.</source>
        <translation>Kein Audioeingang gefunden. Ein Mikrofon oder eine Soundkarte anschließen und erneut auf Aufnahme drücken.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>The sound device “{key}” is not there. Plug it in again or choose another output device.</source>
        <translation>Das Audiogerät „{key}“ ist nicht vorhanden. Wieder anschließen oder ein anderes Ausgabegerät wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>The sound input “{key}” is not there. Plug it in again or choose another input.</source>
        <translation>Der Audioeingang „{key}“ ist nicht vorhanden. Wieder anschließen oder einen anderen Eingang wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>The sound device in use does not answer any more. Choose another output device and press play.</source>
        <translation>Das verwendete Audiogerät antwortet nicht mehr. Ein anderes Ausgabegerät wählen und auf Wiedergabe drücken.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>The sound device “{key}” does not answer any more. Choose another output device and press play.</source>
        <translation>Das Audiogerät „{key}“ antwortet nicht mehr. Ein anderes Ausgabegerät wählen und auf Wiedergabe drücken.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>centre</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>back left</source>
        <translation>hinten links</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>back right</source>
        <translation>hinten rechts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>left of centre</source>
        <translation>halb links</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>right of centre</source>
        <translation>halb rechts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>back centre</source>
        <translation>hinten Mitte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>side left</source>
        <translation>Seite links</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>side right</source>
        <translation>Seite rechts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/export.py"/>
        <source>There is nothing to export: neither the mix nor a layer is asked for.</source>
        <translation>Es gibt nichts zu exportieren: Weder der Mix noch eine Ebene ist angefordert.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/export.py"/>
        <source>One file holds the mix alone. Name a folder for the layers.</source>
        <translation>Eine einzelne Datei enthält nur den Mix. Für die Ebenen einen Ordner angeben.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/export.py"/>
        <location filename="../../riffdesk/audio/filing/sound_files.py"/>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Writing {name}</source>
        <translation>{name} wird geschrieben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/export_files.py"/>
        <source>The sound of the layer &quot;{name}&quot; is not ready. Wait for it, then export again.</source>
        <translation>Der Klang der Ebene „{name}“ ist noch nicht fertig. Darauf warten, dann erneut exportieren.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/export_levels.py"/>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Measuring</source>
        <translation>Wird gemessen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/file_set.py"/>
        <source>Could not export: the folder&apos;s name has a zero byte in it, which no system takes.</source>
        <translation>Export nicht möglich: Der Ordnername enthält ein Null-Byte, das kein System annimmt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/file_set.py"/>
        <source>Could not export to {folder}: {reason}. Nothing was written.</source>
        <translation>Export nach {folder} nicht möglich: {reason}. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/recording.py"/>
        <location filename="../../riffdesk/files.py"/>
        <location filename="../../riffdesk/json_file.py"/>
        <source>Could not write {path}: {reason}.</source>
        <translation>{path} konnte nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sample_formats.py"/>
        <source>Sound files are written as WAV or FLAC, not as {file_format}.</source>
        <translation>Klangdateien werden als WAV oder FLAC geschrieben, nicht als {file_format}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sample_formats.py"/>
        <source>Samples are written as PCM_16, PCM_24 or FLOAT, not as {subtype}.</source>
        <translation>Samples werden als PCM_16, PCM_24 oder FLOAT geschrieben, nicht als {subtype}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sample_formats.py"/>
        <source>FLAC files hold no floating-point samples. Choose 24 bit, or WAV for 32-bit float.</source>
        <translation>FLAC-Dateien enthalten keine Gleitkomma-Samples. 24 Bit wählen oder WAV für 32 Bit Float.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sample_formats.py"/>
        <source>A WAV file holds {hours:.1f} hours of this at most, not {samples:,.1f}. Make it shorter, or write a FLAC file.</source>
        <translation>Eine WAV-Datei fasst davon höchstens {hours:.1f} Stunden, nicht {samples:,.1f}. Kürzen oder eine FLAC-Datei schreiben.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sample_formats.py"/>
        <source>{name} has no suffix that riffdesk can write. End it in .wav or .flac.</source>
        <translation>{name} hat keine Endung, die riffdesk schreiben kann. Den Namen auf .wav oder .flac enden lassen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_files.py"/>
        <source>The recipe of {name} was read without its score: a newer riffdesk wrote it. Update riffdesk to play it.</source>
        <translation>Das Rezept von {name} wurde ohne seine Noten gelesen: Ein neueres riffdesk hat es geschrieben. Zum Abspielen riffdesk aktualisieren.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} is up to {level:.0f} dB above full scale, like integers stored as floats. It was turned down by {gain:.0f} dB.</source>
        <translation>{name} liegt bis zu {level:.0f} dB über Vollaussteuerung, wie als Float gespeicherte Ganzzahlen. Der Pegel wurde um {gain:.0f} dB gesenkt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>more than {clock}</source>
        <translation>mehr als {clock}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} is cut short before its sound begins. Get a complete copy of it.</source>
        <translation>{name} bricht ab, bevor der Klang beginnt. Eine vollständige Kopie beschaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} contains no sound at all: it has 0 samples. Choose another file.</source>
        <translation>{name} enthält gar keinen Klang: 0 Samples. Eine andere Datei wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} is damaged after {seconds:.1f} s. The part before that was read.</source>
        <translation>{name} ist nach {seconds:.1f} s beschädigt. Der Teil davor wurde gelesen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>The {channels} channels of {name} were mixed to stereo: centre and surround at -3 dB, without the bass channel (ITU-R BS.775).</source>
        <translation>Die {channels} Kanäle von {name} wurden zu Stereo gemischt: Mitte und Surround mit -3 dB, ohne den Basskanal (ITU-R BS.775).</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>The {channels} channels of {name} were mixed to one: it does not say where they belong.</source>
        <translation>Die {channels} Kanäle von {name} wurden zu einem gemischt: Die Datei sagt nicht, wohin sie gehören.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} has its samples in the lower bits of their bytes, where they are {level:.0f} dB too quiet. It was turned up by the same amount.</source>
        <translation>{name} hat seine Samples in den unteren Bits ihrer Bytes, wo sie {level:.0f} dB zu leise sind. Der Pegel wurde um denselben Betrag angehoben.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} has {count:,} samples that are not a number, replaced by silence.</source>
        <extracomment>For 1: {name} has 1 sample that is not a number, replaced by silence.</extracomment>
        <translation>
            <numerusform>{name} hat 1 Sample, das keine Zahl ist; es wurde durch Stille ersetzt.</numerusform>
            <numerusform>{name} hat {count:,} Samples, die keine Zahlen sind; sie wurden durch Stille ersetzt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} claims {rate:,} samples per second. Convert it to {usual:,} first.</source>
        <translation>{name} gibt {rate:,} Samples pro Sekunde an. Zuerst in {usual:,} umwandeln.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} is {length} long, and a sketch holds at most {clock}. Cut out the part you want first.</source>
        <translation>{name} ist {length} lang, und eine Skizze fasst höchstens {clock}. Zuerst den gewünschten Teil ausschneiden.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>{name} is empty. Choose another file.</source>
        <translation>{name} ist leer. Eine andere Datei wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <source>{name} is not a sound file that riffdesk can read. Choose a WAV, FLAC, OGG or MP3 file.</source>
        <translation>{name} ist keine Klangdatei, die riffdesk lesen kann. Eine WAV-, FLAC-, OGG- oder MP3-Datei wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <source>{name} is too damaged to be read. Get another copy of it.</source>
        <translation>{name} ist zu stark beschädigt, um gelesen zu werden. Eine andere Kopie beschaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <source>{name} is cut short: {seconds:.1f} of {header_seconds:.1f} s remain, and were read.</source>
        <translation>{name} ist abgeschnitten: {seconds:.1f} von {header_seconds:.1f} s sind noch da und wurden gelesen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <source>{name} does not state its length, as when a recorder loses power. It was read to its end.</source>
        <translation>{name} gibt keine Länge an, wie wenn ein Rekorder den Strom verliert. Die Datei wurde bis zum Ende gelesen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <source>{name} has parts of different sample rates. Only parts with the first one&apos;s rate were read.</source>
        <translation>{name} hat Teile mit verschiedenen Abtastraten. Nur Teile mit der Rate des ersten wurden gelesen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <source>{name} is cut short. The remaining part was read.</source>
        <translation>{name} ist abgeschnitten. Der verbliebene Teil wurde gelesen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/spool.py"/>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <location filename="../../riffdesk/files.py"/>
        <source>Could not write {target}: {reason}.</source>
        <translation>{target} konnte nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/devices.py"/>
        <source>The sound system does not answer. Restart it or riffdesk to hear something again.</source>
        <translation>Das Audiosystem antwortet nicht. Audiosystem oder riffdesk neu starten, um wieder etwas zu hören.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/devices.py"/>
        <source>The sound system does not answer. Restart riffdesk to hear something again.</source>
        <translation>Das Audiosystem antwortet nicht. riffdesk neu starten, um wieder etwas zu hören.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/devices.py"/>
        <source>The sound system did not start: {cause}.</source>
        <translation>Das Audiosystem ist nicht gestartet: {cause}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/output.py"/>
        <source>The sound device “{name}” stopped working ({cause}). Choose another output device, or see that this one is switched on, and press play again.</source>
        <translation>Das Audiogerät „{name}“ funktioniert nicht mehr ({cause}). Ein anderes Ausgabegerät wählen oder prüfen, ob dieses eingeschaltet ist, und erneut auf Wiedergabe drücken.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/output.py"/>
        <source>The sound device “{name}” could not be opened ({cause}). Choose another output device, or see that this one is switched on, and press play again.</source>
        <translation>Das Audiogerät „{name}“ konnte nicht geöffnet werden ({cause}). Ein anderes Ausgabegerät wählen oder prüfen, ob dieses eingeschaltet ist, und erneut auf Wiedergabe drücken.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/player_thread.py"/>
        <source>Playback stopped because of a mistake in riffdesk.</source>
        <translation>Die Wiedergabe wurde wegen eines Fehlers in riffdesk gestoppt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/player_thread.py"/>
        <source>The sound had gaps; its buffer holds {latency:.0f} ms now.</source>
        <translation>Der Klang hatte Aussetzer; sein Puffer fasst jetzt {latency:.0f} ms.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/input.py"/>
        <source>The sound input “{name}” stopped working ({cause}). See that it is plugged in and that riffdesk may use the microphone, or choose another input.</source>
        <translation>Der Audioeingang „{name}“ funktioniert nicht mehr ({cause}). Prüfen, ob er angeschlossen ist und riffdesk das Mikrofon benutzen darf, oder einen anderen Eingang wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/input.py"/>
        <source>The sound input “{name}” could not be opened ({cause}). See that it is plugged in and that riffdesk may use the microphone, or choose another input.</source>
        <translation>Der Audioeingang „{name}“ konnte nicht geöffnet werden ({cause}). Prüfen, ob er angeschlossen ist und riffdesk das Mikrofon benutzen darf, oder einen anderen Eingang wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/recorded_sound.py"/>
        <source>Nothing was recorded.</source>
        <translation>Es wurde nichts aufgenommen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/recorder.py"/>
        <source>The recording has reached ten minutes, the longest that there is, and was ended.</source>
        <translation>Die Aufnahme hat zehn Minuten erreicht, die Höchstdauer, und wurde beendet.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/recorder.py"/>
        <source>The sound input “{name}” sends nothing any more. Choose another input.</source>
        <translation>Der Audioeingang „{name}“ sendet nichts mehr. Einen anderen Eingang wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/recording_file.py"/>
        <source>The disk is too slow to record on.</source>
        <translation>Der Datenträger ist für die Aufnahme zu langsam.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/recording_file.py"/>
        <source>The recording could not be written to {path}: {reason}.</source>
        <translation>Die Aufnahme konnte nicht nach {path} geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/accompaniment/added_part.py"/>
        <source>counter-melody</source>
        <translation>Gegenmelodie</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/accompaniment/added_part.py"/>
        <source>There is no part called {kind!r}. Parts: {kinds}.</source>
        <translation>Es gibt keine Stimme namens {kind!r}. Stimmen: {kinds}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/accompaniment/added_part.py"/>
        <source>{instrument!r} plays no {kind}. Instruments: {instruments}.</source>
        <translation>{instrument!r} spielt diese Stimme nicht: {kind}. Instrumente: {instruments}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/accompaniment/added_part.py"/>
        <source>There is no melody with known notes to play a counter-melody to. Add a melody first, or instead.</source>
        <translation>Es gibt keine Melodie mit bekannten Noten, zu der eine Gegenmelodie spielen könnte. Zuerst oder stattdessen eine Melodie hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/chords.py"/>
        <source>Write chords as in Cm, F#7, Bbmaj7 or G/B, and | between bars.</source>
        <translation>Akkorde wie Cm, F#7, Bbmaj7 oder G/B schreiben und | zwischen Takte setzen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/chords.py"/>
        <source>Bar {number} has no chord. {advice}</source>
        <translation>Takt {number} hat keinen Akkord. {advice}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/chords.py"/>
        <source>Bar 1 is {repeat}, the bar before once more, but there is none. {advice}</source>
        <translation>Takt 1 ist {repeat}, also der vorige Takt noch einmal, aber es gibt keinen. {advice}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/chords.py"/>
        <source>Bar {number} has {count} chords; {most} are the most. {advice}</source>
        <translation>Takt {number} hat {count} Akkorde; höchstens {most} sind möglich. {advice}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/chords.py"/>
        <source>These are chords of {count} bars; {most} are the most.</source>
        <translation>Das sind Akkorde für {count} Takte; höchstens {most} sind möglich.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/chords.py"/>
        <source>There is no chord {word!r} (bar {bar}). {advice}</source>
        <translation>Es gibt keinen Akkord {word!r} (Takt {bar}). {advice}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} has {size:.0f} MB; MIDI files of at most {most:.0f} MB are read. Split it in a sequencer.</source>
        <translation>{name} hat {size:.0f} MB; MIDI-Dateien werden bis {most:.0f} MB gelesen. In einem Sequencer aufteilen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} is damaged: it ends in the middle. Export it again.</source>
        <translation>{name} ist beschädigt: Die Datei endet mittendrin. Noch einmal exportieren.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} is no MIDI file. Choose one that ends in .mid.</source>
        <translation>{name} ist keine MIDI-Datei. Eine Datei wählen, die auf .mid endet.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} holds patterns that are not played together (format {kind}). Export it as format 1.</source>
        <translation>{name} enthält Patterns, die nicht zusammen gespielt werden (Format {kind}). Als Format 1 exportieren.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} counts time in film frames (SMPTE) and not in beats. Export it with ticks per quarter note.</source>
        <translation>{name} zählt die Zeit in Filmbildern (SMPTE) und nicht in Schlägen. Mit Ticks pro Viertelnote exportieren.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} says that a quarter note has 0 ticks. Export it again.</source>
        <translation>{name} gibt 0 Ticks pro Viertelnote an. Noch einmal exportieren.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} is damaged: a track begins in the middle of an event. Export it again.</source>
        <translation>{name} ist beschädigt: Eine Spur beginnt mitten in einem Event. Noch einmal exportieren.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} is damaged: it has a message that no file has. Export it again.</source>
        <translation>{name} ist beschädigt: Die Datei enthält eine Nachricht, die in Dateien nicht vorkommt. Noch einmal exportieren.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} is damaged: it has a number without an end. Export it again.</source>
        <translation>{name} ist beschädigt: Die Datei enthält eine Zahl ohne Ende. Noch einmal exportieren.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{name} lasts {minutes:.0f} minutes at {tempo:g} bpm; a score has at most {most}. Cut it in a sequencer.</source>
        <translation>{name} dauert {minutes:.0f} Minuten bei {tempo:g} bpm; Noten dauern höchstens {most}. In einem Sequencer kürzen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>The meter of {name} changes; {beats}/{value}, the first one, is kept.</source>
        <translation>Die Taktart von {name} wechselt; {beats}/{value}, die erste, wird beibehalten.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>A bar of {name} has {beats} beats, and {most} are the most; it is read in bars of 4.</source>
        <translation>Ein Takt von {name} hat {beats} Schläge, und höchstens {most} sind möglich; die Datei wird in Takten zu 4 gelesen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{name} is played at {tempo:g} bpm; a sketch has {low} to {high}. Change it in a sequencer.</source>
        <translation>{name} wird mit {tempo:g} bpm gespielt; eine Skizze hat {low} bis {high}. In einem Sequencer ändern.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>The tempo of {name} changes; {tempo:g} bpm, which holds longest, is kept throughout.</source>
        <translation>Das Tempo von {name} wechselt; {tempo:g} bpm, das am längsten gilt, wird durchgehend beibehalten.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{name} has no notes. Choose a MIDI file with some.</source>
        <translation>{name} hat keine Noten. Eine MIDI-Datei mit Noten wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{name} has {count:,} notes; {most:,} are the most. Cut it in a sequencer.</source>
        <translation>{name} hat {count:,} Noten; höchstens {most:,} sind möglich. In einem Sequencer kürzen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{name} has {count} tracks with notes; {most} are the most. Join some in a sequencer.</source>
        <translation>{name} hat {count} Spuren mit Noten; höchstens {most} sind möglich. In einem Sequencer einige zusammenführen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{name} has no notes that riffdesk can play. Choose another MIDI file.</source>
        <translation>{name} hat keine Noten, die riffdesk spielen kann. Eine andere MIDI-Datei wählen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{count:,} notes or strokes are left out of {name}: above 10 kHz, or of drums that riffdesk&apos;s kit does not have.</source>
        <extracomment>For 1: {count} note or stroke is left out of {name}: above 10 kHz, or of drums that riffdesk&apos;s kit does not have.</extracomment>
        <translation>
            <numerusform>{count} Note oder Trommelschlag aus {name} fehlt: über 10 kHz oder von Drums, die das Drumkit von riffdesk nicht hat.</numerusform>
            <numerusform>{count:,} Noten oder Trommelschläge aus {name} fehlen: über 10 kHz oder von Drums, die das Drumkit von riffdesk nicht hat.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/score.py"/>
        <source>melody</source>
        <translation>Melodie</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/score.py"/>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>chords</source>
        <translation>Akkorde</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/score.py"/>
        <location filename="../../riffdesk/dsp/separation.py"/>
        <source>bass</source>
        <translation>Bass</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/score.py"/>
        <source>drums</source>
        <translation>Drums</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/score_text.py"/>
        <source>This score has too many notes for a recipe. Cut it in a sequencer.</source>
        <translation>Diese Noten sind zu viele für ein Rezept. In einem Sequencer kürzen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/score_text.py"/>
        <source>The score of this riff is damaged. Open it again, as a MIDI file.</source>
        <translation>Die Noten dieses Riffs sind beschädigt. Noch einmal als MIDI-Datei öffnen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/vocabulary.py"/>
        <source>sparse</source>
        <translation>spärlich</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/vocabulary.py"/>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/vocabulary.py"/>
        <source>busy</source>
        <translation>dicht</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>Genre: {genre}</source>
        <translation>Genre: {genre}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>No drums, as asked for</source>
        <translation>Keine Drums, wie gewünscht</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>Drums: {groove}</source>
        <translation>Drums: {groove}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>No drums</source>
        <translation>Keine Drums</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>{instrument} (for {words!r})</source>
        <translation>{instrument} (für {words!r})</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>No bass, as asked for</source>
        <translation>Kein Bass, wie gewünscht</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>Bass plays along</source>
        <translation>Ein Bass spielt mit</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>{beats} beats in a bar</source>
        <translation>{beats} Schläge pro Takt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>{beats} beats in a bar, {source}</source>
        <translation>{beats} Schläge pro Takt, {source}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>on its tonic</source>
        <translation>auf demselben Grundton</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>which the chords are in</source>
        <translation>die Tonart der Akkorde</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>Few notes, for &apos;slow&apos; at a given tempo</source>
        <translation>Wenige Noten, für „slow“ bei vorgegebenem Tempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>Many notes, for &apos;fast&apos; at a given tempo</source>
        <translation>Viele Noten, für „fast“ bei vorgegebenem Tempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>Register</source>
        <translation>Lage</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/requested.py"/>
        <source>{choice}, drawn from the seed.</source>
        <translation>{choice}, aus dem Seed gelost.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/spec_of_words.py"/>
        <source>No word of the prompt names an instrument, a genre or a groove; the seed decides</source>
        <translation>Kein Wort des Prompts nennt ein Instrument, ein Genre oder einen Groove; der Seed entscheidet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/spec_of_words.py"/>
        <source>The prompt is empty; the seed decides</source>
        <translation>Der Prompt ist leer; der Seed entscheidet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/spec_of_words.py"/>
        <source>Chords: {chords}, as given</source>
        <translation>Akkorde: {chords}, wie vorgegeben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/bindings.py"/>
        <source>{text} for {target}</source>
        <translation>{text} für {target}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/bindings.py"/>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/bindings.py"/>
        <source>Bindings of MIDI controllers in the settings that made no sense were left out: {names}{more}.</source>
        <translation>Ungültige Zuweisungen von MIDI-Controllern in den Einstellungen wurden ausgelassen: {names}{more}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/clock/link.py"/>
        <source>Ableton Link is not installed. Install it with: pip install LinkPython-extern.</source>
        <translation>Ableton Link ist nicht installiert. Installieren mit: pip install LinkPython-extern.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/messages.py"/>
        <source>CC {number}</source>
        <translation>CC {number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/messages.py"/>
        <source>Key {note}</source>
        <translation>Taste {note}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/messages.py"/>
        <source>Pitch wheel</source>
        <translation>Pitchbend-Rad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/messages.py"/>
        <source>{what}, channel {channel}</source>
        <translation>{what}, Kanal {channel}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/messages.py"/>
        <source>A MIDI message was left out: {kind} with {error}.</source>
        <translation>Eine MIDI-Nachricht wurde ausgelassen: {kind} mit {error}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/messages.py"/>
        <source>{name} {value!r}, which is from {low} to {high}</source>
        <translation>{name} {value!r} (möglich: {low} bis {high})</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>negative</source>
        <translation>Negativ-Prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>guidance</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>vary</source>
        <translation>Variation</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>riffdesk knows no OSC address {address}.</source>
        <translation>riffdesk kennt keine OSC-Adresse {address}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>An OSC message to {address} was left out: {error}.</source>
        <translation>Eine OSC-Nachricht an {address} wurde ausgelassen: {error}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>it has {count} values in place of one</source>
        <translation>sie hat {count} Werte statt eines einzigen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>{value} is no number</source>
        <translation>{value} ist keine Zahl</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>{value} is not from {low:g} to {high:g}</source>
        <translation>{value} liegt nicht zwischen {low:g} und {high:g}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>a note has a number, a velocity and perhaps a channel</source>
        <translation>eine Note hat eine Nummer, eine Velocity und eventuell einen Kanal</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>{value} is no text</source>
        <translation>{value} ist kein Text</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/receiver.py"/>
        <source>OSC cannot be received at port {port}: {reason}.</source>
        <translation>Über Port {port} kann kein OSC empfangen werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/ports.py"/>
        <source>The MIDI input {name}</source>
        <translation>Der MIDI-Eingang {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/ports.py"/>
        <source>The MIDI output {name}</source>
        <translation>Der MIDI-Ausgang {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/ports.py"/>
        <source>MIDI needs python-rtmidi: pip install python-rtmidi.</source>
        <translation>MIDI braucht python-rtmidi: pip install python-rtmidi.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/ports.py"/>
        <source>MIDI cannot be used, as a library does not load: {reason}.</source>
        <translation>MIDI ist nicht nutzbar, weil sich eine Programmbibliothek nicht laden lässt: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/ports.py"/>
        <source>{what} cannot be opened</source>
        <translation>{what} kann nicht geöffnet werden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/ports.py"/>
        <source>This computer offers no MIDI</source>
        <translation>Dieser Computer bietet kein MIDI</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Level of the layer</source>
        <translation>Pegel der Ebene</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Pan of the layer</source>
        <translation>Panorama der Ebene</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Mute of the layer</source>
        <translation>Ebene stumm</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Solo of the layer</source>
        <translation>Solo der Ebene</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Master volume</source>
        <translation>Master-Lautstärke</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Tempo, 60 to 187 bpm</source>
        <translation>Tempo, 60 bis 187 bpm</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <location filename="../../riffdesk/ui/canvas/regions/numbers_dialog.py"/>
        <source>Play or stop</source>
        <translation>Wiedergabe oder Stopp</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Record the jam</source>
        <translation>Jam aufnehmen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Size of the brush</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Strength of the brush</source>
        <translation>Pinselstärke</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Jam: level of the {part}</source>
        <translation>Jam: Pegel ({part})</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Jam: mute of the {part}</source>
        <translation>Jam: stumm ({part})</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Jam: fill</source>
        <translation>Jam: Fill</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Jam: something else</source>
        <translation>Jam: etwas anderes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Jam: scene {part}</source>
        <translation>Jam: Szene {part}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>or render on the processor: start riffdesk with --device cpu</source>
        <translation>oder auf dem Prozessor rechnen: riffdesk mit --device cpu starten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>{count} threads</source>
        <translation>{count} Threads</translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>Apple silicon</source>
        <translation>Apple-Chip</translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>This machine has no device &apos;{wanted}&apos;. It has: {names}.</source>
        <translation>Dieser Computer hat kein Gerät „{wanted}“. Vorhanden: {names}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>graphics card ({title})</source>
        <translation>Grafikkarte ({title})</translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>The chosen graphics card ({card}) is missing, so riffs are made on the {new}.</source>
        <translation>Die gewählte Grafikkarte ({card}) fehlt; Riffs werden stattdessen hier erzeugt: {new}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/calls/memory.py"/>
        <source>{name} needs about {needed:.1f} GB of memory on the graphics card, and {free:.1f} GB are free. Close other programs that use the card, use a smaller model, {other}.</source>
        <translation>{name} braucht etwa {needed:.1f} GB Speicher auf der Grafikkarte, und {free:.1f} GB sind frei. Andere Programme schließen, die die Karte verwenden, ein kleineres Modell wählen {other}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/calls/memory.py"/>
        <source>{name} needs about {needed:.1f} GB of memory, and {free:.1f} GB are free. Close other programs, or use a smaller model.</source>
        <translation>{name} braucht etwa {needed:.1f} GB Speicher, und {free:.1f} GB sind frei. Andere Programme schließen oder ein kleineres Modell wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/calls/memory.py"/>
        <source>There is not enough memory for {task}. Close other programs, use a smaller model, {other}.</source>
        <translation>Der Speicher reicht nicht für {task}. Andere Programme schließen, ein kleineres Modell verwenden {other}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <source>Drawing the picture</source>
        <translation>Bild wird gezeichnet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <source>Step {step} of {steps}</source>
        <translation>Schritt {step} von {steps}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <source>Reading the prompt</source>
        <translation>Prompt wird gelesen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <source>Preparing previews</source>
        <translation>Vorschauen werden vorbereitet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <source>Reading the kept part</source>
        <translation>Behaltener Teil wird gelesen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <source>Reading the starting picture</source>
        <translation>Startbild wird gelesen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <location filename="../../riffdesk/diffusion/stable_audio/loading.py"/>
        <source>Loading the model {name}</source>
        <translation>Modell {name} wird geladen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <source>{name} is a LoRA: it changes another model and makes no sound of its own.</source>
        <translation>{name} ist ein LoRA: Es verändert ein anderes Modell und erzeugt selbst keinen Klang.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <source>{name} is a textual inversion: a word for prompts, and no model of its own.</source>
        <translation>{name} ist eine Textual Inversion: ein Wort für Prompts und kein eigenes Modell.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} no longer exists.</source>
        <translation>{path} gibt es nicht mehr.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <source>The model in {folder} is not complete: its tokenizer has no vocabulary.</source>
        <translation>Das Modell in {folder} ist unvollständig: Sein Tokenizer hat kein Vokabular.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <source>The {part} in {folder} is not complete: {count} of its weights are missing. Get it again.</source>
        <translation>{part} in {folder} ist unvollständig: {count} Gewichte fehlen. Neu beschaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <location filename="../../riffdesk/diffusion/stable_audio/loading.py"/>
        <source>The parts of {path} do not match: its tokenizer has {words} words, its text_encoder {embeddings}.</source>
        <translation>Die Teile von {path} passen nicht zusammen: Der Tokenizer hat {words} Wörter, der text_encoder {embeddings}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <source>There is not enough memory for {name}. Close other programs, use a smaller model, {other}.</source>
        <translation>Der Speicher reicht nicht für {name}. Andere Programme schließen, ein kleineres Modell verwenden {other}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <source>{path} cannot be loaded: its files do not match: {first}.</source>
        <translation>{path} kann nicht geladen werden: Die Dateien passen nicht zusammen: {first}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/model.py"/>
        <location filename="../../riffdesk/diffusion/stable_audio/sound_model.py"/>
        <source>a riff with this model</source>
        <translation>ein Riff mit diesem Modell</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/model.py"/>
        <location filename="../../riffdesk/diffusion/stable_audio/sound_model.py"/>
        <source>{name} computed invalid numbers: its weights are damaged. Get it again.</source>
        <translation>{name} hat ungültige Zahlen berechnet: Die Gewichte sind beschädigt. Neu beschaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/model.py"/>
        <source>this model&apos;s images</source>
        <translation>die Bilder dieses Modells</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/model.py"/>
        <source>The autoencoder of {name} computes invalid numbers: its weights are damaged, or do not work in fp16. Get the model again, in another version if there is one.</source>
        <translation>Der Autoencoder von {name} berechnet ungültige Zahlen: Seine Gewichte sind beschädigt oder funktionieren nicht in fp16. Das Modell neu beschaffen, wenn möglich in einer anderen Version.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/embeddings.py"/>
        <source>This prompt is too long: {words:,} words make {length:,} tokens, and {limit} are the most. Shorten it: the last words of a long prompt have little effect anyway.</source>
        <translation>Dieser Prompt ist zu lang: {words:,} Wörter ergeben {length:,} Token, und höchstens {limit} sind möglich. Kürzen: Die letzten Wörter eines langen Prompts haben ohnehin wenig Wirkung.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/embeddings.py"/>
        <source>This prompt is too long: {words:,} words make {length:,} chunks, and {limit} are the most. Shorten it: the last words of a long prompt have little effect anyway.</source>
        <translation>Dieser Prompt ist zu lang: {words:,} Wörter ergeben {length:,} Abschnitte, und höchstens {limit} sind möglich. Kürzen: Die letzten Wörter eines langen Prompts haben ohnehin wenig Wirkung.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>The prompt is empty: the model plays any music.</source>
        <translation>Der Prompt ist leer: Das Modell spielt beliebige Musik.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>The model does not know {quoted}{rest}: it may play something else.</source>
        <translation>Das Modell kennt {quoted}{rest} nicht: Es spielt eventuell etwas anderes.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>{text} adds nothing: riffdesk knows &lt;lora:NAME:WEIGHT&gt; only.</source>
        <translation>{text} bewirkt nichts: riffdesk kennt nur &lt;lora:NAME:WEIGHT&gt;.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>There is no LoRA called “{name}” here, so {text} adds nothing. Add its file to the models.</source>
        <translation>Hier gibt es kein LoRA namens „{name}“, daher bewirkt {text} nichts. Seine Datei zu den Modellen hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>The weight in {text} is no number, so the LoRA is added with a weight of 1.</source>
        <translation>Das Gewicht in {text} ist keine Zahl, daher wird das LoRA mit einem Gewicht von 1 hinzugefügt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>The text after “{text}:” is read as words. Settings have their own fields.</source>
        <translation>Der Text nach „{text}:“ wird als Wörter gelesen. Einstellungen haben eigene Felder.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>AND does not blend prompts here: all of it is read as one prompt. A timeline walks from one to another.</source>
        <translation>AND mischt hier keine Prompts: Alles wird als ein Prompt gelesen. Eine Zeitleiste führt von einem zum anderen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>{mark} does not alternate here: it is read as words. [a:b:0.5] walks from one to another.</source>
        <translation>{mark} wechselt hier nicht ab: Es wird als Wörter gelesen. [a:b:0.5] führt vom einen zum anderen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>{mark} is no random choice here: it is read as words.</source>
        <translation>{mark} ist hier keine Zufallsauswahl: Es wird als Wörter gelesen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>{text} does not say where it changes, as [a:b:0.5] does: it is read as words.</source>
        <translation>{text} sagt nicht, wo es wechselt, wie [a:b:0.5] es tut: Es wird als Wörter gelesen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>“{word}” in {text} is no weight, such as 1.3: it is read as words.</source>
        <translation>„{word}“ in {text} ist kein Gewicht wie 1.3: Es wird als Wörter gelesen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/schedulers.py"/>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>Did you mean &apos;{name}&apos;?</source>
        <translation>Gemeint ist vielleicht „{name}“.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/schedulers.py"/>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>There are: {names}.</source>
        <translation>Es gibt: {names}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/schedulers.py"/>
        <source>There is no scheduler &apos;{name}&apos;. {hint}</source>
        <translation>Es gibt keinen Scheduler „{name}“. {hint}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/schedulers.py"/>
        <source>There is no scheduler “{name}”. There are: {names}.</source>
        <translation>Es gibt keinen Scheduler „{name}“. Vorhanden: {names}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/schedulers.py"/>
        <source>{name} takes 1 to {max_steps} steps, not {steps}.</source>
        <translation>{name} nimmt 1 bis {max_steps} Schritte, nicht {steps}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>Converting the {name}</source>
        <translation>Wird konvertiert: {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>Converting the text encoder</source>
        <translation>Wird konvertiert: Text-Encoder</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>{folder} is a folder. Name the file with the weights in it, model.safetensors.</source>
        <translation>{folder} ist ein Ordner. Die Datei mit den Gewichten darin angeben, model.safetensors.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>There is no {weights}. Name the published file with the weights, model.safetensors.</source>
        <translation>{weights} gibt es nicht. Die veröffentlichte Datei mit den Gewichten angeben, model.safetensors.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>{weights} is a pickle. Get the published model.safetensors.</source>
        <translation>{weights} ist ein Pickle. Die veröffentlichte model.safetensors beschaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>There is not enough memory to convert this model. Close other programs.</source>
        <translation>Der Speicher reicht nicht, um dieses Modell umzuwandeln. Andere Programme schließen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>{path} is not the config of a Stable Audio 3 that belongs to these weights.</source>
        <translation>{path} ist nicht die Konfiguration eines Stable Audio 3, das zu diesen Gewichten gehört.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>{weights} is no Stable Audio 3 that riffdesk knows: of its weights, {wrong} does not fit.</source>
        <translation>{weights} ist kein Stable Audio 3, das riffdesk kennt: Von den Gewichten passt {wrong} nicht.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>{weights} is no Stable Audio 3 that riffdesk knows: {published} has another size.</source>
        <translation>{weights} ist kein Stable Audio 3, das riffdesk kennt: {published} hat eine andere Größe.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>{source} holds no text encoder: it needs T5Gemma&apos;s config.json, model.safetensors and tokenizer.json.</source>
        <translation>{source} enthält keinen Text-Encoder: Nötig sind config.json, model.safetensors und tokenizer.json von T5Gemma.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>The text encoder in {source} cannot be read: {reason}.</source>
        <translation>Der Text-Encoder in {source} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>The text encoder in {source} is not complete. Get it again.</source>
        <translation>Der Text-Encoder in {source} ist unvollständig. Neu beschaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/loading.py"/>
        <source>The model in {folder} is not complete: its tokenizer has no tokenizer.json.</source>
        <translation>Das Modell in {folder} ist unvollständig: Sein Tokenizer hat keine tokenizer.json.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/sampling.py"/>
        <source>the noise levels of its scheduler are not between 0 and 1</source>
        <translation>die Rauschpegel seines Schedulers liegen nicht zwischen 0 und 1</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/sound_model.py"/>
        <source>The prompt has {count} tokens, and {name} takes {most} at most, which is about {words} words. Shorten it.</source>
        <translation>Der Prompt hat {count} Token, und {name} nimmt höchstens {most}, das sind etwa {words} Wörter. Kürzen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/sound_model.py"/>
        <source>this model&apos;s sound</source>
        <translation>den Klang dieses Modells</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/sound_model.py"/>
        <source>its tokenizer takes no tokens</source>
        <translation>sein Tokenizer nimmt keine Token</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>Parts of a riff overlap by 0 to 90%, not by {overlap:.0%}.</source>
        <translation>Teile eines Riffs überlappen um 0 bis 90%, nicht um {overlap:.0%}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>{name} makes images in rows of {factor}, and {bands} mel bands are no multiple of that: its riffdesk.json does not match it.</source>
        <translation>{name} erzeugt Bilder in Zeilen zu {factor}, und {bands} Mel-Bänder sind kein Vielfaches davon: Die riffdesk.json passt nicht dazu.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>A riff needs a length of more than 0 seconds.</source>
        <translation>Ein Riff braucht eine Länge von mehr als 0 Sekunden.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>The position between two keyframes is 0 to 1, not {alpha}.</source>
        <translation>Die Position zwischen zwei Keyframes ist 0 bis 1, nicht {alpha}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>Denoising goes from 0 (keep) to 1 (make anew); {denoising} is neither.</source>
        <translation>Die Entrauschung reicht von 0 (behalten) bis 1 (neu erzeugen); {denoising} liegt nicht darin.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>Guidance is 0 or more, not {guidance}; 1 and below switch it off.</source>
        <translation>Guidance ist 0 oder mehr, nicht {guidance}; 1 und darunter schalten sie aus.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>A seed is a whole number from 0 to {max_seed:,}, not {seed}.</source>
        <translation>Ein Seed ist eine ganze Zahl von 0 bis {max_seed:,}, nicht {seed}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>The image or sound to start from has the shape {shape}, and {name} reads {bands} mel bands.</source>
        <translation>Das Startbild oder der Startklang hat die Form {shape}, und {name} liest {bands} Mel-Bänder.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>The image or sound to start from has values that are not numbers.</source>
        <translation>Das Startbild oder der Startklang enthält Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>A mask needs an image or a sound to start from, whose parts it keeps.</source>
        <translation>Eine Maske braucht ein Startbild oder einen Startklang, aus dem sie Teile behält.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>The mask has {width} columns and {height} bands, and the riff {columns} and {bands}. Make them the same size.</source>
        <translation>Die Maske hat {width} Spalten und {height} Bänder, das Riff {columns} und {bands}. Beide müssen gleich groß sein.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>A mask goes from 0 (keep) to 1 (make anew); this one has other values.</source>
        <translation>Eine Maske reicht von 0 (behalten) bis 1 (neu erzeugen); diese hat andere Werte.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/mel.py"/>
        <source>Analysing</source>
        <translation>Wird analysiert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>sample rate {sample_rate} Hz</source>
        <translation>Abtastrate {sample_rate} Hz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>step {step_ms} ms</source>
        <translation>Schrittweite {step_ms} ms</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>padded window {padded_ms} ms</source>
        <translation>aufgefülltes Fenster {padded_ms} ms</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>{bands} mel bands</source>
        <translation>{bands} Mel-Bänder</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>lowest frequency {min_hz} Hz</source>
        <translation>tiefste Frequenz {min_hz} Hz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>highest frequency {max_hz} Hz</source>
        <translation>höchste Frequenz {max_hz} Hz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>only {max_hz:g} Hz of frequencies</source>
        <translation>nur {max_hz:g} Hz Frequenzumfang</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>power {power}</source>
        <translation>Exponent {power}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>{bands} mel bands with so long a window</source>
        <translation>{bands} Mel-Bänder bei so langem Fenster</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>These spectrogram settings make no sense: {errors}.</source>
        <translation>Diese Spektrogramm-Einstellungen sind ungültig: {errors}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/phase/reconstruction.py"/>
        <source>The graphics card is full: making sound on the processor</source>
        <translation>Die Grafikkarte ist voll: Klang wird auf dem Prozessor erzeugt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/phase/reconstruction.py"/>
        <location filename="../../riffdesk/dsp/phase/reference.py"/>
        <location filename="../../riffdesk/engine/riff/render.py"/>
        <location filename="../../riffdesk/engine/riff/stable_audio/generator.py"/>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Making sound</source>
        <translation>Klang wird erzeugt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/separation.py"/>
        <source>percussive</source>
        <translation>perkussiv</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/separation.py"/>
        <source>harmonic</source>
        <translation>harmonisch</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/separation.py"/>
        <source>Splitting</source>
        <translation>Wird aufgeteilt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/separation.py"/>
        <source>Splitting the sound</source>
        <translation>Klang wird aufgeteilt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/cores.py"/>
        <source>Starting the engine</source>
        <translation>Engine wird gestartet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_sound.py"/>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_sound.py"/>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_sound.py"/>
        <source>best</source>
        <translation>beste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_sound.py"/>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_sound.py"/>
        <source>Making the sound of {name} in {quality} quality</source>
        <translation>Klang von {name} wird erzeugt (Qualität: {quality})</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_split.py"/>
        <source>There is nothing on {name} to split: draw something, or open a sound.</source>
        <translation>Auf {name} gibt es nichts aufzuteilen: etwas zeichnen oder einen Klang öffnen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_split.py"/>
        <source>{name} was changed or removed while it was split; it was not split.</source>
        <translation>{name} wurde während des Aufteilens geändert oder entfernt und daher nicht aufgeteilt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_split.py"/>
        <source>A sketch has at most {max_layers} layers: no room for {more} more. Remove some.</source>
        <translation>Eine Skizze hat höchstens {max_layers} Ebenen: kein Platz für {more} weitere. Einige entfernen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/loaded_model.py"/>
        <source>{model} can only make complete riffs and cannot jam. Choose another model.</source>
        <translation>{model} kann nur vollständige Riffs erzeugen und nicht jammen. Ein anderes Modell wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/recovery/unfinished_riffs.py"/>
        <source>The settings of this riff cannot be read. Discard it and start it again.</source>
        <translation>Die Einstellungen dieses Riffs sind nicht lesbar. Verwerfen und neu beginnen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/recovery/unfinished_riffs.py"/>
        <source>there is not enough room on the disk</source>
        <translation>auf dem Datenträger ist nicht genug Platz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/remote/process.py"/>
        <source>The engine stopped in the middle of its work, perhaps for lack of memory. Nothing in the sketch is lost; try again, with something shorter if it happens again.</source>
        <translation>Die Engine ist mitten in der Arbeit stehen geblieben, vielleicht aus Speichermangel. In der Skizze ist nichts verloren; noch einmal versuchen, bei erneutem Auftreten mit etwas Kürzerem.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/remote/process.py"/>
        <source>The engine could not be started: {reason}. Close other programs and try again.</source>
        <translation>Die Engine konnte nicht gestartet werden: {reason}. Andere Programme schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/clips.py"/>
        <source>Planning</source>
        <translation>Wird geplant</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/clips.py"/>
        <source>Clip {index} of {count}: {what}</source>
        <translation>Clip {index} von {count}: {what}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/continuation.py"/>
        <source>A continuation needs a length of more than 0 seconds, and a side.</source>
        <translation>Eine Fortsetzung braucht eine Länge von mehr als 0 Sekunden und eine Seite.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/continuation.py"/>
        <source>There is nothing to continue: the sketch is silent.</source>
        <translation>Es gibt nichts fortzusetzen: Die Skizze ist still.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/part_rendering.py"/>
        <source>So short a riff has no notes. Make it longer, or give it more bars.</source>
        <translation>Ein so kurzes Riff hat keine Noten. Verlängern oder mehr Takte geben.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/render.py"/>
        <source>Making variations</source>
        <translation>Variationen werden erzeugt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/render.py"/>
        <source>Continuing</source>
        <translation>Wird fortgesetzt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>A riff lasts {max_seconds:.0f} minutes at most, not {seconds:g} s. Make it shorter, or use riffdesk render to write it to a .wav or .flac file.</source>
        <translation>Ein Riff dauert höchstens {max_seconds:.0f} Minuten, nicht {seconds:g} s. Kürzen oder mit riffdesk render in eine .wav- oder .flac-Datei schreiben.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>A loop lasts {max_seconds:.0f} minutes at most, not {seconds:g} s: its end and its beginning are made together. Make it shorter, or switch the loop off.</source>
        <translation>Ein Loop dauert höchstens {max_seconds:.0f} Minuten, nicht {seconds:g} s: Ende und Anfang werden zusammen erzeugt. Kürzen oder den Loop ausschalten.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>The image or sound to start from is empty. Choose another one.</source>
        <translation>Das Startbild oder der Startklang ist leer. Etwas anderes wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>A part of a clip cannot be repainted. Choose a continuous riff instead of clips.</source>
        <translation>Ein Teil eines Clips kann nicht übermalt werden. Ein durchgehendes Riff statt Clips wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>A mask keeps parts of an image or a sound, and there is none. Choose an image or a sound to start from.</source>
        <translation>Eine Maske behält Teile eines Bildes oder Klangs, und es gibt keines. Ein Startbild oder einen Startklang wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>The mask is a picture of {width:,} x {rows:,} pixels, and the riff one of {columns:,} x {bands:,}. They must be of one size.</source>
        <translation>Die Maske ist ein Bild von {width:,} x {rows:,} Pixeln, das Riff eines von {columns:,} x {bands:,}. Beide müssen gleich groß sein.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>The mask is empty. Mark a part of the riff first.</source>
        <translation>Die Maske ist leer. Zuerst einen Teil des Riffs markieren.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>this riff</source>
        <translation>dieses Riff</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/riff_progress.py"/>
        <source>Riff {first}</source>
        <translation>Riff {first}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/riff_progress.py"/>
        <source>Riffs {first} to {last}</source>
        <translation>Riffs {first} bis {last}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/riff_progress.py"/>
        <source>{label} of {total}: {what}</source>
        <translation>{label} von {total}: {what}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/parts.py"/>
        <source>A riff in parts is made from words or a score alone. Remove its starting image or sound.</source>
        <translation>Ein Riff in Stimmen entsteht nur aus Wörtern oder Noten. Startbild oder Startklang entfernen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/played_score.py"/>
        <source>as given</source>
        <translation>wie vorgegeben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/played_score.py"/>
        <source>{model} cannot play a score, it can only start from a picture of the notes. Remove the starting image or sound, or choose a model that plays scores.</source>
        <translation>{model} kann keine Noten spielen, sondern nur mit einem Bild der Noten beginnen. Startbild oder Startklang entfernen oder ein Modell wählen, das Noten spielt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/riff_score.py"/>
        <source>as in the sketch</source>
        <translation>wie in der Skizze</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/engine/riff/score/riff_score.py"/>
        <source>Plays a given score: {parts}; {count} bars at {tempo:g} bpm.</source>
        <extracomment>For 1: Plays a given score: {parts}; {count} bar at {tempo:g} bpm.</extracomment>
        <translation>
            <numerusform>Spielt vorgegebene Noten: {parts}; {count} Takt bei {tempo:g} bpm.</numerusform>
            <numerusform>Spielt vorgegebene Noten: {parts}; {count} Takte bei {tempo:g} bpm.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/sketch_music.py"/>
        <source>There is nothing to add a part to: make a riff, draw something, or open a sound.</source>
        <translation>Es gibt nichts, wozu eine Stimme hinzukommen könnte: ein Riff erzeugen, etwas zeichnen oder einen Klang öffnen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/sketch_music.py"/>
        <source>Listening</source>
        <translation>Wird angehört</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/sketch_music.py"/>
        <source>From the notes of {names}.</source>
        <translation>Aus den Noten von {names}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/sketch_music.py"/>
        <source>Estimated from the sound of {names}: correct any mistakes.</source>
        <translation>Aus dem Klang von {names} geschätzt: Fehler bitte korrigieren.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/engine/riff/score/sketch_music.py"/>
        <source>{count} layers</source>
        <extracomment>For 1: {count} layer</extracomment>
        <translation>
            <numerusform>{count} Ebene</numerusform>
            <numerusform>{count} Ebenen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/generator.py"/>
        <source>Reading the sound</source>
        <translation>Klang wird gelesen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/generator.py"/>
        <source>Making sound, step {step} of {steps}</source>
        <translation>Klang wird erzeugt, Schritt {step} von {steps}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/generator.py"/>
        <source>{name} takes no LoRAs. Set their weights to 0, or choose another model.</source>
        <translation>{name} nimmt keine LoRAs. Deren Gewichte auf 0 setzen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>or choose another model.</source>
        <translation>oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} cannot make loops. Switch the loop off, {other}</source>
        <translation>{name} kann keine Loops erzeugen. Den Loop ausschalten {other}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} makes a riff as a whole and not as clips. Choose a continuous riff, {other}</source>
        <translation>{name} erzeugt ein Riff als Ganzes und nicht in Clips. Ein durchgehendes Riff wählen {other}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} takes no LoRAs. Set their weights to 0, {other}</source>
        <translation>{name} nimmt keine LoRAs. Deren Gewichte auf 0 setzen {other}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} cannot walk between prompts or seeds. Leave one keyframe, {other}</source>
        <translation>{name} kann nicht zwischen Prompts oder Seeds wandern. Nur ein Keyframe lassen {other}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} cannot blend prompts. Write one prompt, {other}</source>
        <translation>{name} kann keine Prompts mischen. Einen einzigen Prompt schreiben {other}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} makes {longest:g} s at most, not {seconds:g} s. Make it shorter, {other}</source>
        <translation>{name} erzeugt höchstens {longest:g} s, nicht {seconds:g} s. Kürzen {other}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} cannot make a part of a riff anew. Make all of it, {other}</source>
        <translation>{name} kann keinen Teil eines Riffs neu erzeugen. Das ganze Riff erzeugen {other}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} makes {longest:g} s at most, and what is made anew reaches over {seconds:g} s. Make less anew, {other}</source>
        <translation>{name} erzeugt höchstens {longest:g} s, und was neu entsteht, reicht über {seconds:g} s. Weniger neu erzeugen {other}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam.py"/>
        <source>Playing</source>
        <translation>Spielt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam.py"/>
        <source>Bar {number}</source>
        <translation>Takt {number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam.py"/>
        <source>The jam stays at {tempo:g} bpm in {name}; start a new jam for another tempo or key.</source>
        <translation>Der Jam bleibt bei {tempo:g} bpm in {name}; für anderes Tempo oder andere Tonart einen neuen Jam starten.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam_message.py"/>
        <source>The {name} of a message cannot be {value}: {reason}.</source>
        <translation>„{name}“ einer Nachricht kann nicht {value} sein: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam_message.py"/>
        <source>This is no JSON: {short}.</source>
        <translation>Das ist kein JSON: {short}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam_message.py"/>
        <source>A message is an object such as {{&apos;prompt&apos;: &apos;techno&apos;}}, not {short}.</source>
        <translation>Eine Nachricht ist ein Objekt wie {{&apos;prompt&apos;: &apos;techno&apos;}}, nicht {short}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam_message.py"/>
        <source>A jam takes no {short}. It takes: {readers}.</source>
        <translation>Ein Jam kennt das nicht: {short}. Er kennt: {readers}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam_request.py"/>
        <source>The loop of a jam has {bars} bars, not {number}.</source>
        <translation>Der Loop eines Jams hat {bars} Takte, nicht {number}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam_state.py"/>
        <source>Scene {letter} ({number}) is empty. Store one there first.</source>
        <translation>Szene {letter} ({number}) ist leer. Zuerst eine dort speichern.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/errors.py"/>
        <source>There is not enough memory for this, and nothing was changed. Close other programs, or try something shorter.</source>
        <translation>Der Speicher reicht dafür nicht, und nichts wurde geändert. Andere Programme schließen oder etwas Kürzeres versuchen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/errors.py"/>
        <source>There is not enough memory for {what}, and nothing was changed. Close other programs, or try something shorter.</source>
        <translation>Der Speicher reicht nicht für {what}, und es wurde nichts geändert. Andere Programme schließen oder etwas Kürzeres versuchen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/files.py"/>
        <source>There is {target} already. Choose another name for the folder.</source>
        <translation>{target} gibt es bereits. Einen anderen Namen für den Ordner wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/files.py"/>
        <source>{name} is a device or a pipe and no file; choose another name</source>
        <translation>{name} ist ein Gerät oder eine Pipe und keine Datei; einen anderen Namen wählen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/files.py"/>
        <source>{name} is read-only; choose another name, or make it writable</source>
        <translation>{name} ist schreibgeschützt; einen anderen Namen wählen oder den Schreibschutz aufheben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/input_file.py"/>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>Could not open {name}: {reason}.</source>
        <translation>{name} konnte nicht geöffnet werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/input_file.py"/>
        <source>{path} is a device and not a file. Choose a file, or a pipe.</source>
        <translation>{path} ist ein Gerät und keine Datei. Eine Datei oder eine Pipe wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/input_file.py"/>
        <source>{name} is a folder. Choose the files in it.</source>
        <translation>{name} ist ein Ordner. Die Dateien darin wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/input_file.py"/>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>Could not read {path}: {reason}.</source>
        <translation>{path} konnte nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/input_file.py"/>
        <source>More than {most:.0f} GiB came through {path}. Save it as a file first.</source>
        <translation>Durch {path} kamen mehr als {most:.0f} GiB. Zuerst als Datei speichern.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/json_file.py"/>
        <source>{start} in {path} are from a newer riffdesk and were not changed.</source>
        <translation>{start} in {path} stammen aus einem neueren riffdesk und wurden nicht geändert.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/json_file.py"/>
        <source>{start} in {path} cannot be read, so they were not changed.</source>
        <translation>{start} in {path} sind nicht lesbar und wurden daher nicht geändert.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/json_file.py"/>
        <source>{start} in {path} are damaged, and no copy of them can be kept ({reason}), so they were not replaced. Move the file away.</source>
        <translation>{start} in {path} sind beschädigt, und es lässt sich keine Kopie aufbewahren ({reason}); sie wurden daher nicht ersetzt. Die Datei an einen anderen Ort verschieben.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/json_file.py"/>
        <source>Another riffdesk holds {path}, so {name} were not changed. Try again, or close it.</source>
        <translation>Ein anderes riffdesk belegt {path}, daher wurden {name} nicht geändert. Noch einmal versuchen oder das andere schließen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/__init__.py"/>
        <source>{first} and {last}</source>
        <translation>{first} und {last}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/__init__.py"/>
        <source>{first} or {last}</source>
        <translation>{first} oder {last}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>{day:02} {month} {year}</source>
        <translation>{day}. {month} {year}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>{day:02} {month} {year}</source>
        <comment>short</comment>
        <translation>{day}. {month} {year}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>January</source>
        <translation>Januar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>February</source>
        <translation>Februar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>March</source>
        <translation>März</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>June</source>
        <translation>Juni</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>July</source>
        <translation>Juli</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>August</source>
        <translation>August</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>October</source>
        <translation>Oktober</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>December</source>
        <translation>Dezember</translation>
    </message>
    <message>
        <location filename="../../riffdesk/lock.py"/>
        <source>Somebody else holds {path}.</source>
        <translation>{path} ist anderweitig belegt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/acceleration.py"/>
        <source>Get latent-consistency/lcm-lora-sdv1-5 or h1t/TCD-SD15-LoRA, in Riff &gt; Models… or with: riffdesk models get latent-consistency/lcm-lora-sdv1-5. If one is here whose name does not say so: riffdesk models set NAME --scheduler LCM</source>
        <translation>latent-consistency/lcm-lora-sdv1-5 oder h1t/TCD-SD15-LoRA beschaffen, in Riff &gt; Modelle… oder mit: riffdesk models get latent-consistency/lcm-lora-sdv1-5. Falls eines hier ist, dessen Name es nicht verrät: riffdesk models set NAME --scheduler LCM</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/acceleration.py"/>
        <source>{model} makes riffs in few steps already, {steps}. Set a smaller number to try fewer.</source>
        <translation>{model} erzeugt Riffs bereits in wenigen Schritten, {steps}. Für noch weniger eine kleinere Zahl einstellen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/acceleration.py"/>
        <source>{names} are both LoRAs for few steps, of which a riff has one. Set the other weights to 0.</source>
        <translation>{names} sind LoRAs für wenige Schritte, von denen ein Riff nur eines hat. Die anderen Gewichte auf 0 setzen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/acceleration.py"/>
        <source>Fast riffs need the scheduler of their LoRA, {schedulers}, and not {scheduler}. Leave the scheduler out.</source>
        <translation>Schnelle Riffs brauchen den Scheduler ihres LoRA, {schedulers}, und nicht {scheduler}. Den Scheduler weglassen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/acceleration.py"/>
        <source>{name} was made for the scheduler {own}, and not for {scheduler}.</source>
        <translation>{name} wurde für den Scheduler {own} gemacht und nicht für {scheduler}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/acceleration.py"/>
        <source>There is no LoRA for few steps with {scheduler}.</source>
        <translation>Es gibt kein LoRA für wenige Schritte mit {scheduler}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/acceleration.py"/>
        <source>There is no LoRA for few steps.</source>
        <translation>Es gibt kein LoRA für wenige Schritte.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/acceleration.py"/>
        <source>There is no LoRA for few steps that can be used. {problem}</source>
        <translation>Es gibt kein nutzbares LoRA für wenige Schritte. {problem}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/acceleration.py"/>
        <source>{name} is no LoRA. A scheduler can be stated of LoRAs only.</source>
        <translation>{name} ist kein LoRA. Nur für LoRAs lässt sich ein Scheduler angeben.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>&apos;{repo_id}&apos; is no name of a model on Hugging Face, which looks like owner/name.</source>
        <translation>„{repo_id}“ ist kein Name eines Modells auf Hugging Face; ein solcher lautet owner/name.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>Licence of {repo_id}: {stated}.</source>
        <translation>Lizenz von {repo_id}: {stated}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{repo_id} holds weights in the layout of stable-audio-tools. Fetch its files from https://huggingface.co/{repo_id}/tree/main with a browser, and convert them if they are of Stable Audio 3: riffdesk models convert</source>
        <translation>{repo_id} enthält Gewichte im Aufbau von stable-audio-tools. Die Dateien mit einem Browser von https://huggingface.co/{repo_id}/tree/main holen und, falls sie von Stable Audio 3 sind, konvertieren: riffdesk models convert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{repo_id} is not complete: it has no weights in {part}.</source>
        <translation>{repo_id} ist unvollständig: In {part} fehlen die Gewichte.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{repo_id} holds no model that riffdesk can play: neither a {index} nor a {suffix} file.</source>
        <translation>{repo_id} enthält kein Modell, das riffdesk spielen kann: weder {index} noch eine Datei {suffix}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{repo_id} holds several files: {files}. Fetch the one you want from https://huggingface.co/{repo_id}/tree/main with a browser, and add it: riffdesk models add FILE</source>
        <translation>{repo_id} enthält mehrere Dateien: {files}. Die gewünschte mit einem Browser von https://huggingface.co/{repo_id}/tree/main holen und hinzufügen: riffdesk models add FILE</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>There is not enough room for this model: {needed:.1f} GB are needed in {parent}, and {free:.1f} GB are free. Make room, or move riffdesk&apos;s folder with RIFFDESK_HOME.</source>
        <translation>Für dieses Modell ist nicht genug Platz: {needed:.1f} GB werden in {parent} gebraucht, und {free:.1f} GB sind frei. Platz schaffen oder den Ordner von riffdesk mit RIFFDESK_HOME verlegen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{name} was damaged on the way. Try again.</source>
        <translation>{name} wurde unterwegs beschädigt. Noch einmal versuchen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>Fetching {name}: {done} of {total} MB</source>
        <translation>{name} wird heruntergeladen: {done} von {total} MB</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{repo_id} asks for its terms to be accepted: do so at {page}, log in with &apos;hf auth login&apos;, and try again.</source>
        <translation>{repo_id} verlangt die Annahme seiner Bedingungen: auf {page} annehmen, mit „hf auth login“ anmelden und noch einmal versuchen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>There is no model called {repo_id} on huggingface.co, or it is not public.</source>
        <translation>Auf huggingface.co gibt es kein Modell namens {repo_id}, oder es ist nicht öffentlich.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>The connection to huggingface.co was lost</source>
        <translation>Die Verbindung zu huggingface.co ist abgebrochen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>huggingface.co cannot be reached</source>
        <translation>huggingface.co ist nicht erreichbar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{problem} ({reason}). Try again with a network; downloaded parts are kept. Or by hand: fetch the folder from {page} on another computer, copy it here, and run: riffdesk models add FOLDER</source>
        <translation>{problem} ({reason}). Noch einmal mit Netzverbindung versuchen; heruntergeladene Teile bleiben erhalten. Oder von Hand: den Ordner von {page} auf einem anderen Computer herunterladen, hierher kopieren und ausführen: riffdesk models add FOLDER</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>Could not write to {part}: {reason}. Downloaded parts are kept; make room and try again.</source>
        <translation>{part} konnte nicht geschrieben werden: {reason}. Heruntergeladene Teile bleiben erhalten; Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora.py"/>
        <source>A weight of {weight} for {name} makes no sense.</source>
        <translation>Ein Gewicht von {weight} für {name} ist ungültig.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora.py"/>
        <source>{path} is a textual inversion: a word for prompts, and no LoRA. Add it to the models.</source>
        <translation>{path} ist eine Textual Inversion: ein Wort für Prompts und kein LoRA. Zu den Modellen hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora.py"/>
        <source>{path} does not match this model, which has none of its layers.</source>
        <translation>{path} passt nicht zu diesem Modell, das keine der Schichten davon hat.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora.py"/>
        <source>{path} holds values that are no numbers: it is damaged. Get it again.</source>
        <translation>{path} enthält Werte, die keine Zahlen sind: Die Datei ist beschädigt. Neu beschaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora.py"/>
        <source>{path} does not match this model: it was made for another one, whose {place} has another shape.</source>
        <translation>{path} passt nicht zu diesem Modell: Die Datei wurde für ein anderes erstellt, in dem {place} eine andere Form hat.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora_names.py"/>
        <source>{path} is a DoRA, which also rescales the weights that it changes. riffdesk cannot do that: look for a plain LoRA of it.</source>
        <translation>{path} ist ein DoRA, das die geänderten Gewichte auch neu skaliert. riffdesk kann das nicht: nach einem einfachen LoRA davon suchen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora_names.py"/>
        <source>{path} is an OFT, which turns weights instead of adding to them. riffdesk cannot do that: look for a plain LoRA of it.</source>
        <translation>{path} ist ein OFT, das Gewichte dreht, statt zu ihnen zu addieren. riffdesk kann das nicht: nach einem einfachen LoRA davon suchen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora_names.py"/>
        <source>{path} is a GLoRA, which multiplies weights as well as adding to them. riffdesk cannot do that: look for a plain LoRA of it.</source>
        <translation>{path} ist ein GLoRA, das Gewichte auch multipliziert, statt nur zu ihnen zu addieren. riffdesk kann das nicht: nach einem einfachen LoRA davon suchen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora_names.py"/>
        <source>{path} was made for a {base} model, so it cannot be added to one that riffdesk plays.</source>
        <translation>{path} wurde für ein Modell dieser Art erstellt: {base}. Zu einem Modell, das riffdesk spielt, lässt sich die Datei nicht hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora_names.py"/>
        <source>{path} was made for a model of another kind (Flux, Stable Diffusion 3 or the like), so it cannot be added to one that riffdesk plays.</source>
        <translation>{path} wurde für ein Modell anderer Art erstellt (Flux, Stable Diffusion 3 oder ähnlich). Zu einem Modell, das riffdesk spielt, lässt sich die Datei nicht hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} is a pickle of a kind that riffdesk does not read. Look for a .safetensors version of it.</source>
        <translation>{path} ist ein Pickle einer Art, die riffdesk nicht liest. Nach einer .safetensors-Version davon suchen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} holds a program (TorchScript), not weights alone, and was refused.</source>
        <translation>{path} enthält ein Programm (TorchScript) und nicht nur Gewichte und wurde abgelehnt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} was refused: beside numbers it holds &apos;{error}&apos;, and to read that would be to run what somebody put into the file. Look for a .safetensors version of it.</source>
        <translation>{path} wurde abgelehnt: Neben Zahlen enthält die Datei „{error}“, und das zu lesen hieße auszuführen, was jemand in die Datei geschrieben hat. Nach einer .safetensors-Version davon suchen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} holds numbers of a kind (of 8 bits, for instance) that riffdesk reads from .safetensors only. Look for a .safetensors version of it.</source>
        <translation>{path} enthält Zahlen einer Art (etwa mit 8 Bit), die riffdesk nur aus .safetensors liest. Nach einer .safetensors-Version davon suchen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is damaged or was not copied to its end. Get it again.</source>
        <translation>{path} ist beschädigt oder wurde nicht bis zum Ende kopiert. Neu beschaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} is damaged: its table of weights (state_dict) holds itself. Get it again.</source>
        <translation>{path} ist beschädigt: Die Tabelle der Gewichte (state_dict) enthält sich selbst. Neu beschaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} holds no table of weights.</source>
        <translation>{path} enthält keine Tabelle mit Gewichten.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} was refused: beside numbers it holds {global_name}, and to read that would be to run what somebody put into the file. Look for a .safetensors version of it.</source>
        <translation>{path} wurde abgelehnt: Neben Zahlen enthält die Datei {global_name}, und das zu lesen hieße auszuführen, was jemand in die Datei geschrieben hat. Nach einer .safetensors-Version davon suchen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/single_file.py"/>
        <source>The model in {path} is not complete: some of its weights are missing. Get it again.</source>
        <translation>Das Modell in {path} ist unvollständig: Einige Gewichte fehlen. Neu beschaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/textual_inversion.py"/>
        <source>{path} is damaged: it holds no vectors of a word. Get it again.</source>
        <translation>{path} ist beschädigt: Die Datei enthält keine Vektoren eines Wortes. Neu beschaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <location filename="../../riffdesk/models/hub_cache.py"/>
        <source>Could not read {folder}: {reason}.</source>
        <translation>{folder} konnte nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>The model in {folder} is not complete: there are no weights in {part}.</source>
        <translation>Das Modell in {folder} ist unvollständig: In {part} fehlen die Gewichte.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is no model: it must be a folder, a .safetensors, .ckpt, .pt or .bin file.</source>
        <translation>{path} ist kein Modell: Nötig ist ein Ordner oder eine .safetensors-, .ckpt-, .pt- oder .bin-Datei.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} holds the network of a model alone, without its text encoder and its autoencoder. {supported}</source>
        <translation>{path} enthält nur das Netz eines Modells, ohne Text-Encoder und Autoencoder. {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is an autoencoder (VAE) and no model of its own. {supported}</source>
        <translation>{path} ist ein Autoencoder (VAE) und kein eigenes Modell. {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is a ControlNet, which riffdesk does not use. {supported}</source>
        <translation>{path} ist ein ControlNet, das riffdesk nicht verwendet. {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} holds neither a Stable Diffusion 1.x model nor a LoRA for one.</source>
        <translation>{path} enthält weder ein Stable-Diffusion-1.x-Modell noch ein LoRA dafür.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is a Stable Diffusion 2 model. {supported}</source>
        <translation>{path} ist ein Stable-Diffusion-2-Modell. {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>The model in {path} is not complete: it has no {part}. {supported}</source>
        <translation>Das Modell in {path} ist unvollständig: {part} fehlt. {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is a model of another kind. {supported}</source>
        <translation>{path} ist ein Modell anderer Art. {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is only a pointer of Git LFS. Run &apos;git lfs pull&apos; in its folder.</source>
        <translation>{path} ist nur ein Zeiger von Git LFS. In seinem Ordner „git lfs pull“ ausführen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is a web page and no model: its site requires a login or a click. Download it again.</source>
        <translation>{path} ist eine Webseite und kein Modell: Die Website verlangt eine Anmeldung oder einen Klick. Noch einmal herunterladen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{index} is damaged: it does not list the files of the weights. Get the model again.</source>
        <translation>{index} ist beschädigt: Die Dateien der Gewichte sind nicht aufgeführt. Das Modell neu beschaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{index} names a file outside of its folder, and was refused: {name}</source>
        <translation>{index} nennt eine Datei außerhalb des eigenen Ordners und wurde abgelehnt: {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>The model in {parent} is not complete: {file} is missing.</source>
        <translation>Das Modell in {parent} ist unvollständig: {file} fehlt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/hub_cache.py"/>
        <source>{folder} holds several files: {names}. Add the one you want; they are in {snapshot}.</source>
        <translation>{folder} enthält mehrere Dateien: {names}. Die gewünschte hinzufügen; sie liegen in {snapshot}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/hub_cache.py"/>
        <source>{folder} holds no model: its newest snapshot has neither a {index} nor weights, or not all came.</source>
        <translation>{folder} enthält kein Modell: Der neueste Snapshot hat weder {index} noch Gewichte, oder es kam nicht alles an.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/hub_cache.py"/>
        <source>{folder} holds no model: it has no snapshots.</source>
        <translation>{folder} enthält kein Modell: Es gibt keine Snapshots.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>{folder} is not a model folder: it has no {index}.</source>
        <translation>{folder} ist kein Modellordner: {index} fehlt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The model in {parent} is not complete: {path} is missing.</source>
        <translation>Das Modell in {parent} ist unvollständig: {path} fehlt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>it is no JSON</source>
        <translation>es ist kein JSON</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>{path} is damaged: {problem}. Get the model again.</source>
        <translation>{path} ist beschädigt: {problem}. Das Modell neu beschaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>{path} is damaged: it holds no JSON object. Get the model again.</source>
        <translation>{path} ist beschädigt: Die Datei enthält kein JSON-Objekt. Das Modell neu beschaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The parts of {source} do not match: its unet takes {channels} channels and its vae makes {value}. {supported}</source>
        <translation>Die Teile von {source} passen nicht zusammen: unet nimmt {channels} Kanäle, und vae erzeugt {value}. {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The parts of {source} do not match: its unet takes words of width {unet} and its text_encoder makes {text}.</source>
        <translation>Die Teile von {source} passen nicht zusammen: unet nimmt Wörter der Breite {unet}, und text_encoder erzeugt {text}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The config of the {part} in {source} is damaged: it has no {lacking}.</source>
        <translation>Die Konfiguration von {part} in {source} ist beschädigt: {lacking} fehlt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The configs of {source} are damaged: a size in them is no number.</source>
        <translation>Die Konfigurationen von {source} sind beschädigt: Eine Größe darin ist keine Zahl.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The config of the {part} in {source} is damaged: its {name} makes no sense.</source>
        <translation>Die Konfiguration von {part} in {source} ist beschädigt: {name} ist ungültig.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The text_encoder in {source} is no CLIP text model. {supported}</source>
        <translation>text_encoder in {source} ist kein CLIP-Textmodell. {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The unet in {source} has other conditions than words ({embedding_type}). {supported}</source>
        <translation>unet in {source} hat andere Bedingungen als Wörter ({embedding_type}). {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The unet in {folder} is a {class_name}, and {index} says that it is a {score_network}.</source>
        <translation>unet in {folder} ist {class_name}, doch laut {index} ist es {score_network}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The parts of {folder} do not match: its unet takes a score in squares of {score_factor} pixels, and its vae makes latents of {pixels}.</source>
        <translation>Die Teile von {folder} passen nicht zusammen: unet nimmt Noten in Quadraten von {score_factor} Pixeln, und vae erzeugt Latents von {pixels}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>{path} is damaged: its words of absence are no text.</source>
        <translation>{path} ist beschädigt: Die Wörter für Abwesenheit sind kein Text.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>{source} says {fixed} mel bands, but the model&apos;s images have {bands}.</source>
        <translation>{source} gibt {fixed} Mel-Bänder an, aber die Bilder des Modells haben {bands}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The images of the model in {source} cannot be played: {error}</source>
        <translation>Die Bilder des Modells in {source} können nicht gespielt werden: {error}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The model in {folder} is not complete: its {index} names no {part}.</source>
        <translation>Das Modell in {folder} ist unvollständig: {index} nennt kein {part}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The {part} of the model in {folder} is a {component}, which riffdesk does not know.</source>
        <translation>{part} des Modells in {folder} ist {component}, was riffdesk nicht kennt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The model in {folder} is not complete: the folder {part} is missing.</source>
        <translation>Das Modell in {folder} ist unvollständig: Der Ordner {part} fehlt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/model_entry.py"/>
        <source>The name of {path} is no UTF-8 text, so it cannot be loaded. Rename it.</source>
        <translation>Der Name von {path} ist kein UTF-8-Text, daher lässt es sich nicht laden. Bitte umbenennen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/model_list.py"/>
        <source>The list of added models in {path} is from a newer version of riffdesk and was not changed.</source>
        <translation>Die Liste der hinzugefügten Modelle in {path} stammt aus einer neueren Version von riffdesk und wurde nicht geändert.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/model_list.py"/>
        <source>The list of added models in {path} cannot be read. Make it readable.</source>
        <translation>Die Liste der hinzugefügten Modelle in {path} kann nicht gelesen werden. Lesbar machen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/model_list.py"/>
        <source>The list of added models in {path} is damaged. Add those that are missing again.</source>
        <translation>Die Liste der hinzugefügten Modelle in {path} ist beschädigt. Fehlende Modelle noch einmal hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/model_list.py"/>
        <source>the added models</source>
        <translation>hinzugefügte Modelle</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/provenance.py"/>
        <source>Made by riffdesk&apos;s own training from music that it composed; it comes with the program.</source>
        <translation>Im eigenen Training von riffdesk aus selbst komponierter Musik entstanden; gehört zum Programm.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/provenance.py"/>
        <source>Added from a folder of yours.</source>
        <translation>Aus einem eigenen Ordner hinzugefügt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/provenance.py"/>
        <source>From huggingface.co/{repository}, revision {revision}.</source>
        <translation>Von huggingface.co/{repository}, Revision {revision}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/provenance.py"/>
        <source>From huggingface.co/{repository}, revision {revision}, in Hugging Face&apos;s cache.</source>
        <translation>Von huggingface.co/{repository}, Revision {revision}, im Cache von Hugging Face.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/provenance.py"/>
        <source>{origin} Its weights ({names}) are pickles, of which only numbers are read: no code is run.</source>
        <translation>{origin} Die Gewichte ({names}) sind Pickles, aus denen nur Zahlen gelesen werden: Es wird kein Code ausgeführt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/provenance.py"/>
        <source>{origin} Its weights are safetensors, which hold numbers only: no code is run.</source>
        <translation>{origin} Die Gewichte sind safetensors, die nur Zahlen enthalten: Es wird kein Code ausgeführt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>There is no model called &apos;{name}&apos;. {hint}</source>
        <translation>Es gibt kein Modell namens „{name}“. {hint}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>There is no {path}: {reason}.</source>
        <translation>{path} gibt es nicht: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>There is no {path}.</source>
        <translation>{path} gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>{path} is in the list already, as &apos;{name}&apos;.</source>
        <translation>{path} steht bereits in der Liste, als „{name}“.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>There is a model called &apos;{name}&apos; already. Remove it first: riffdesk models remove {name}</source>
        <translation>Es gibt bereits ein Modell namens „{name}“. Zuerst entfernen: riffdesk models remove {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>Could not rename {partial} to {target}: {reason}.</source>
        <translation>{partial} konnte nicht in {target} umbenannt werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>&apos;{name}&apos; comes with riffdesk and stays.</source>
        <translation>„{name}“ gehört zu riffdesk und bleibt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>&apos;{name}&apos; is being fetched already, by another riffdesk. Wait for it, or cancel there.</source>
        <translation>„{name}“ wird bereits von einem anderen riffdesk heruntergeladen. Darauf warten oder dort abbrechen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>Could not delete {path}: {reason}.</source>
        <translation>{path} konnte nicht gelöscht werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>{shown} no longer exists. Connect its disk, or forget it: models remove {name}</source>
        <translation>{shown} gibt es nicht mehr. Den Datenträger anschließen oder vergessen: models remove {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The weights of Stable Audio 3 are under the Stability AI Community License (https://stability.ai/license), and those of its text encoder T5Gemma under the Gemma Terms of Use (https://ai.google.dev/gemma/terms).</source>
        <translation>Die Gewichte von Stable Audio 3 stehen unter der Stability AI Community License (https://stability.ai/license), die seines Text-Encoders T5Gemma unter den Gemma Terms of Use (https://ai.google.dev/gemma/terms).</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The weights of the {part} in {folder} are pickles. Get the model in another version, with safetensors.</source>
        <translation>Die Gewichte von {part} in {folder} sind Pickles. Das Modell in einer anderen Version mit safetensors beschaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The configs of {folder} are damaged: a number of layers in them makes no sense.</source>
        <translation>Die Konfigurationen von {folder} sind beschädigt: Eine Schichtenzahl darin ist ungültig.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The config of the vae in {folder} is damaged: its {names} differ in length.</source>
        <translation>Die Konfiguration des vae in {folder} ist beschädigt: {names} sind verschieden lang.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The config of the {part} in {folder} is damaged: its {name} makes no sense.</source>
        <translation>Die Konfiguration von {part} in {folder} ist beschädigt: {name} ist ungültig.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The text_encoder in {folder} is no T5Gemma encoder: its config has no encoder with a width.</source>
        <translation>text_encoder in {folder} ist kein T5Gemma-Encoder: Die Konfiguration hat keinen Encoder mit einer Breite.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>its transformer takes {transformer} channels and its vae makes {vae}</source>
        <translation>transformer nimmt {transformer} Kanäle, und vae erzeugt {vae}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>its transformer takes words of width {transformer} and its text_encoder makes {text}</source>
        <translation>sein transformer nimmt Wörter der Breite {transformer}, und sein text_encoder liefert {text}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>its duration_embedder makes a width of {embedder}, which its transformer does not take</source>
        <translation>duration_embedder erzeugt die Breite {embedder}, die transformer nicht nimmt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>its vae makes sound with {vae} channels, not with one or two</source>
        <translation>vae erzeugt Klang mit {vae} Kanälen, nicht mit einem oder zwei</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>its transformer joins several latents, which riffdesk does not know</source>
        <translation>transformer fasst mehrere Latents zusammen, was riffdesk nicht kennt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The parts of {folder} do not match: {problem}.</source>
        <translation>Die Teile von {folder} passen nicht zusammen: {problem}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>{path} is damaged: {error}</source>
        <translation>{path} ist beschädigt: {error}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>{path} is damaged: its max_seconds makes no sense.</source>
        <translation>{path} ist beschädigt: max_seconds ergibt keinen Sinn.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/suggestion.py"/>
        <source>{path} suggests settings that make no sense: {given}.</source>
        <translation>{path} schlägt ungültige Einstellungen vor: {given}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/suggestion.py"/>
        <source>{path} is damaged: the {key} of its {name} makes no sense.</source>
        <translation>{path} ist beschädigt: {key} in {name} ergibt keinen Sinn.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/suggestion.py"/>
        <source>{path} is damaged: its {name} is no JSON object.</source>
        <translation>{path} ist beschädigt: {name} ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/unsupported.py"/>
        <source>riffdesk plays models of the Stable Diffusion 1.x family, such as riffusion-model-v1, and Stable Audio 3 in diffusers layout.</source>
        <translation>riffdesk spielt Modelle der Familie Stable Diffusion 1.x, etwa riffusion-model-v1, und Stable Audio 3 im Aufbau von diffusers.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/unsupported.py"/>
        <source>{source} is a Stable Diffusion XL model. {supported}</source>
        <translation>{source} ist ein Stable-Diffusion-XL-Modell. {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/unsupported.py"/>
        <source>{source} is an inpainting model, with {channels} input channels. riffdesk repaints with any ordinary model: add the one that this was made from.</source>
        <translation>{source} ist ein Inpainting-Modell mit {channels} Eingangskanälen. riffdesk übermalt mit jedem gewöhnlichen Modell: das hinzufügen, aus dem dieses entstanden ist.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/unsupported.py"/>
        <source>{folder} is a model of another kind ({kind}). {supported}</source>
        <translation>{folder} ist ein Modell anderer Art ({kind}). {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/unsupported.py"/>
        <source>it does not say which</source>
        <translation>ohne nähere Angabe</translation>
    </message>
    <message>
        <location filename="../../riffdesk/settings.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>the settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/settings.py"/>
        <source>The settings in {path} are from a newer version of riffdesk and were not changed.</source>
        <translation>Die Einstellungen in {path} stammen aus einer neueren Version von riffdesk und wurden nicht geändert.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/settings.py"/>
        <source>The settings in {path} could not be read, so riffdesk starts with its defaults. A copy of the file is kept.</source>
        <translation>Die Einstellungen in {path} waren nicht lesbar, daher startet riffdesk mit seinen Vorgaben. Eine Kopie der Datei wird aufbewahrt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/settings.py"/>
        <source>The settings in {path} could not be read, so riffdesk starts with its defaults.</source>
        <translation>Die Einstellungen in {path} waren nicht lesbar, daher startet riffdesk mit seinen Vorgaben.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/settings.py"/>
        <source>In the settings in {path}, {names} made no sense, so the defaults are used.</source>
        <translation>In den Einstellungen in {path} waren ungültige Werte: {names}. Dafür gelten die Vorgaben.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <source>A layer has a gain of {min_gain_db:g} to {max_gain_db:g} dB and a pan of -1 to 1, not {gain_db:g} dB and {pan:g}.</source>
        <translation>Eine Ebene hat einen Pegel von {min_gain_db:g} bis {max_gain_db:g} dB und ein Panorama von -1 bis 1, nicht {gain_db:g} dB und {pan:g}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Layer name</source>
        <translation>Ebenenname</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Layer colour</source>
        <translation>Ebenenfarbe</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <source>Layer gain</source>
        <translation>Ebenenpegel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <source>Layer pan</source>
        <translation>Ebenenpanorama</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <source>Layer mute</source>
        <translation>Ebene stumm</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <source>Layer solo</source>
        <translation>Ebenensolo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/length.py"/>
        <source>A sketch is between {least:g} and {most:g} seconds long, not {seconds:g}.</source>
        <translation>Eine Skizze ist zwischen {least:g} und {most:g} Sekunden lang, nicht {seconds:g}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/mixer.py"/>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>muted</source>
        <translation>stumm</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/mixer.py"/>
        <source>another layer is soloed</source>
        <translation>andere Ebene auf Solo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/music/key.py"/>
        <source>{text!r} is no key. Write it as in C minor, F# major or Bb.</source>
        <translation>{text!r} ist keine Tonart. Schreibweise wie C minor, F# major oder Bb.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/music/tempo.py"/>
        <source>The tempo must be between {min_tempo} and {max_tempo} bpm, not {tempo:g}.</source>
        <translation>Das Tempo muss zwischen {min_tempo} und {max_tempo} bpm liegen, nicht bei {tempo:g}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/music/tempo.py"/>
        <source>A bar has 1 to {max_beats} beats, not {beats_per_bar}.</source>
        <translation>Ein Takt hat 1 bis {max_beats} Schläge, nicht {beats_per_bar}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/music/tempo.py"/>
        <source>A length in bars is more than 0, not {bars:g}.</source>
        <translation>Eine Länge in Takten ist größer als 0, nicht {bars:g}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Reverse</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Play the selection backwards</source>
        <translation>Die Auswahl rückwärts abspielen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Stays too</source>
        <translation>Bleibt auch</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Is replaced</source>
        <translation>Wird ersetzt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Mirror in time</source>
        <translation>Zeitlich spiegeln</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Add the mirror image of the selection in time: a sound that rises falls again</source>
        <translation>Das zeitliche Spiegelbild der Auswahl hinzufügen: Ein Klang, der steigt, fällt wieder</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>What was there</source>
        <translation>Das Original</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Whether the original stays with its mirror image</source>
        <translation>Ob das Original neben seinem Spiegelbild bleibt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <location filename="../../riffdesk/ui/canvas/plot/handle.py"/>
        <source>Stretch</source>
        <translation>Dehnen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Make the selection longer or shorter at its own pitch</source>
        <translation>Die Auswahl bei gleicher Tonhöhe verlängern oder verkürzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Length in percent of the present one; the pitch stays</source>
        <translation>Länge in Prozent der jetzigen; die Tonhöhe bleibt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Time-smear</source>
        <translation>Zeitlich verwischen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Spread the selection over time, so that it blurs</source>
        <translation>Die Auswahl über die Zeit verteilen, sodass sie verschwimmt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Over</source>
        <translation>Über</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Time over which sound is spread</source>
        <translation>Zeit, über die der Klang verteilt wird</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Hold one moment of the selection to its end</source>
        <translation>Einen Moment der Auswahl bis zu ihrem Ende halten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Place in the selection whose sound is held from there on</source>
        <translation>Stelle der Auswahl, deren Klang von dort an gehalten wird</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/healing.py"/>
        <source>Heal</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/healing.py"/>
        <source>Fill the selection from the sound before and after it, as over a click or a cough; held notes continue</source>
        <translation>Die Auswahl aus dem Klang davor und danach füllen, etwa über einem Knacken oder Husten; gehaltene Noten gehen weiter</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Peak level; 0 dB is full scale</source>
        <translation>Spitzenpegel; 0 dB ist Vollaussteuerung</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Gain</source>
        <translation>Verstärkung</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Make the selection, or the whole layer, louder or quieter by some dB</source>
        <translation>Die Auswahl oder die ganze Ebene um einige dB lauter oder leiser machen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Change of the level</source>
        <translation>Änderung des Pegels</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Fade in</source>
        <translation>Einblenden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Let the selection rise from silence to its level</source>
        <translation>Die Auswahl von Stille auf ihren Pegel ansteigen lassen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Fade out</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Let the selection fall from its level to silence</source>
        <translation>Die Auswahl von ihrem Pegel auf Stille abfallen lassen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Normalise</source>
        <translation>Normalisieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Bring the peak of the selection to a level</source>
        <translation>Die Spitze der Auswahl auf einen Pegel bringen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Turn down sound below a threshold</source>
        <translation>Klang unter einem Schwellwert leiser machen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Threshold</source>
        <translation>Schwellwert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Sound below it is turned down</source>
        <translation>Klang darunter wird leiser gemacht</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <location filename="../../riffdesk/sketch/paint/effects/noise.py"/>
        <source>Reduction</source>
        <translation>Absenkung</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Attenuation below the threshold; 120 dB is silence</source>
        <translation>Dämpfung unter dem Schwellwert; 120 dB ist Stille</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/noise.py"/>
        <source>Denoise</source>
        <translation>Rauschen mindern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/noise.py"/>
        <source>Turn down everything up to the level of the noise; first take a noise profile where there is only noise</source>
        <translation>Alles bis zum Pegel des Rauschens leiser machen; zuerst an einer Stelle nur mit Rauschen ein Rauschprofil aufnehmen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/noise.py"/>
        <source>Attenuation of the noise</source>
        <translation>Dämpfung des Rauschens</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/noise.py"/>
        <source>Margin</source>
        <translation>Spielraum</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/noise.py"/>
        <source>Level above the profile that still counts as noise</source>
        <translation>Pegel über dem Profil, der noch als Rauschen gilt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/onsets.py"/>
        <source>Quantise onsets</source>
        <translation>Einsätze quantisieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/onsets.py"/>
        <source>Move onsets to the beats; the sound between them is stretched</source>
        <translation>Einsätze auf die Schläge verschieben; der Klang dazwischen wird gedehnt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/onsets.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/onsets.py"/>
        <source>Lines that onsets move to</source>
        <translation>Linien, auf die Einsätze verschoben werden</translation>
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
        <translation>Stärke</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/onsets.py"/>
        <source>How far they move towards the lines</source>
        <translation>Wie weit sie zu den Linien hin verschoben werden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Flip</source>
        <translation>Kippen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Turn the selection upside down</source>
        <translation>Die Auswahl auf den Kopf stellen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <location filename="../../riffdesk/sketch/paint/selection.py"/>
        <source>Transpose</source>
        <translation>Transponieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Move the notes of the selection by semitones and cents</source>
        <translation>Die Noten der Auswahl um Halbtöne und Cents verschieben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Semitones</source>
        <translation>Halbtöne</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Interval; decimals are cents</source>
        <translation>Intervall; Nachkommastellen sind Cents</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Transpose in the scale</source>
        <translation>In der Tonleiter transponieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Move each note of a line by steps of the scale of the sketch&apos;s key</source>
        <translation>Jede Note einer Linie um Stufen der Tonleiter der Skizze verschieben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Steps</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Steps of the scale of the sketch&apos;s key, for a line of single notes</source>
        <translation>Stufen der Tonleiter der Skizze, für eine Linie einzelner Noten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Lower edge</source>
        <translation>Unterer Rand</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Upper edge</source>
        <translation>Oberer Rand</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <location filename="../../riffdesk/ui/canvas/plot/handle.py"/>
        <source>Scale in pitch</source>
        <translation>Tonhöhe skalieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Make the intervals of the selection wider or narrower; partials keep their level</source>
        <translation>Die Intervalle der Auswahl vergrößern oder verkleinern; Teiltöne behalten ihren Pegel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Intervals</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Intervals in percent of the present ones</source>
        <translation>Intervalle in Prozent der jetzigen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Stays</source>
        <translation>Bleibt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Place in the selection whose pitch stays</source>
        <translation>Stelle der Auswahl, deren Tonhöhe bleibt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Up</source>
        <translation>Aufwärts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Down</source>
        <translation>Abwärts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Up and down</source>
        <translation>Auf- und abwärts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Mirror in octaves</source>
        <translation>In Oktaven spiegeln</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Add copies of the notes of the selection an octave higher or lower, as an octave pedal does</source>
        <translation>Kopien der Noten der Auswahl eine Oktave höher oder tiefer hinzufügen, wie ein Oktav-Pedal</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Octave</source>
        <translation>Oktave</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Where the copies are: an octave higher, lower, or both</source>
        <translation>Lage der Kopien: eine Oktave höher, tiefer oder beides</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Level of the copies against the notes</source>
        <translation>Pegel der Kopien gegenüber den Noten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Quantise pitches</source>
        <translation>Tonhöhen quantisieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Move each note of a line to the nearest note of the scale of the sketch&apos;s key</source>
        <translation>Jede Note einer Linie auf die nächste Note der Tonleiter der Skizze verschieben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>How far the notes of a line of single notes move towards the scale of the sketch&apos;s key</source>
        <translation>Wie weit die Noten einer Linie einzelner Noten zur Tonleiter der Skizze hin verschoben werden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Beats</source>
        <translation>Schläge</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Beats from one echo to the next</source>
        <translation>Schläge von einem Echo zum nächsten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source> beats</source>
        <translation> Schläge</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Echoes</source>
        <translation>Echos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Number of echoes</source>
        <translation>Anzahl der Echos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Decay</source>
        <translation>Abklingen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Attenuation of each echo</source>
        <translation>Dämpfung jedes Echos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Echo</source>
        <translation>Echo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Repeat the selection after some beats, each time quieter</source>
        <translation>Die Auswahl nach einigen Schlägen wiederholen, jedes Mal leiser</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Echo of partials</source>
        <translation>Echo der Teiltöne</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Repeat the tones of the selection after some beats, without noise and drum strokes</source>
        <translation>Die Töne der Auswahl nach einigen Schlägen wiederholen, ohne Rauschen und Trommelschläge</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Reverb tail</source>
        <translation>Hallfahne</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Let the selection die away as in a hall</source>
        <translation>Die Auswahl wie in einem Saal verklingen lassen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/rectangle.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Time in which the tail falls by 60 dB</source>
        <translation>Zeit, in der die Hallfahne um 60 dB abfällt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Level of the tail against the sound</source>
        <translation>Pegel der Hallfahne gegenüber dem Klang</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/move.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/move.py"/>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/selection.py"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/selection.py"/>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/selection.py"/>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>{name} part</source>
        <translation>{name} Ausschnitt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/selection.py"/>
        <source>New layer from selection</source>
        <translation>Neue Ebene aus Auswahl</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/shapes.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/rectangle.py"/>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/strokes.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/mask.py"/>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/brush.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/brush.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/line.py"/>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/brush.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/eraser.py"/>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/copying.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/copying.py"/>
        <source>Clone</source>
        <translation>Klonen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/copying.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/copying.py"/>
        <source>Back to the original</source>
        <translation>Zurück zum Original</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/noise.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/noise.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Spray</source>
        <translation>Sprühen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/retouch.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Blur</source>
        <translation>Weichzeichnen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/retouch.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Dodge</source>
        <translation>Abwedeln</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/retouch.py"/>
        <source>Burn</source>
        <translation>Nachbelichten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/retouch.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Smudge</source>
        <translation>Wischfinger</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/stamp.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Stamp</source>
        <translation>Stempel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/tone.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Tone</source>
        <translation>Ton</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/recipe.py"/>
        <source>There is no keyframe. Add one.</source>
        <translation>Es gibt kein Keyframe. Eines hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/recipe.py"/>
        <source>A riff is made with a seed from 0 to {max_seed}; a random one is drawn before.</source>
        <translation>Ein Riff wird mit einem Seed von 0 bis {max_seed} erzeugt; ein zufälliger wird vorher gelost.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/recipe.py"/>
        <source>A riff is longer than 0 seconds, not {seconds:g} s. Choose another length.</source>
        <translation>Ein Riff ist länger als 0 Sekunden, nicht {seconds:g} s. Eine andere Länge wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/recipe.py"/>
        <source>A riff takes 1 to {max_steps:,} steps, not {steps}. Choose another number.</source>
        <translation>Ein Riff nimmt 1 bis {max_steps:,} Schritte, nicht {steps}. Eine andere Anzahl wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/recipe.py"/>
        <source>The quality of a riff is one of {qualities}, not {quality}. Choose another one.</source>
        <translation>Die Qualität eines Riffs ist eine von {qualities}, nicht {quality}. Eine andere wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/recipe.py"/>
        <source>The weight of the LoRA {name} is no number: {weight}.</source>
        <translation>Das Gewicht des LoRA {name} ist keine Zahl: {weight}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>{steps} steps: 1 to {max_steps:,} are possible</source>
        <translation>{steps} Schritte: 1 bis {max_steps:,} sind möglich</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>{seconds:g} seconds: {low:g} to {high:g} are possible</source>
        <translation>{seconds:g} Sekunden: {low:g} bis {high:g} sind möglich</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>{count} LoRAs: {max_loras} are possible</source>
        <translation>{count} LoRAs: {max_loras} sind möglich</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>LoRAs of these weights: {weights}</source>
        <translation>LoRAs mit diesen Gewichten: {weights}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>names of more than a thousand characters</source>
        <translation>Namen mit mehr als tausend Zeichen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>so many notes</source>
        <translation>so viele Noten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>sound in {quality!r:.40} quality: {qualities} are possible</source>
        <translation>Klang in der Qualität {quality!r:.40}: {qualities} sind möglich</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>A riff cannot have {setting}. Choose another value.</source>
        <translation>Bei einem Riff nicht möglich: {setting}. Einen anderen Wert wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>Smooth</source>
        <translation>Weich</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>The time of a keyframe is 0 or later, not {value} s. Choose another one.</source>
        <translation>Die Zeit eines Keyframes ist 0 oder später, nicht {value} s. Eine andere wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>The seed of a keyframe is from 0 to {limit}, or -1 for a random one, not {value}. Choose another one.</source>
        <translation>Der Seed eines Keyframes liegt zwischen 0 und {limit}, oder er ist -1 für einen zufälligen, nicht {value}. Einen anderen wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>The denoising of a keyframe is from 0 to {limit}, not {value}. Choose another one.</source>
        <translation>Die Entrauschung eines Keyframes liegt zwischen 0 und {limit}, nicht bei {value}. Eine andere wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>The guidance of a keyframe is from 0 to {limit}, not {value}. Choose another one.</source>
        <translation>Die Guidance eines Keyframes liegt zwischen 0 und {limit}, nicht bei {value}. Eine andere wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>The weight of a blend of a keyframe is from 0 to {limit}, not {value}. Choose another one.</source>
        <translation>Ein Gewicht in der Mischung eines Keyframes liegt zwischen 0 und {limit}, nicht so: {value}. Ein anderes wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>The curve of a keyframe is one of {limit}, not {value}. Choose another one.</source>
        <translation>Die Kurve eines Keyframes ist eine von {limit}, nicht {value}. Eine andere wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sections/incoming_sections.py"/>
        <source>The layer of the riff was removed; the rest of the riff was left out.</source>
        <translation>Die Ebene des Riffs wurde entfernt; der Rest des Riffs wurde ausgelassen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sections/incoming_sections.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sections/incoming_sections.py"/>
        <source>A sketch has at most {max_layers} layers: no room for {count} more. Remove some.</source>
        <translation>Eine Skizze hat höchstens {max_layers} Ebenen: kein Platz für {count} weitere. Einige entfernen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sections/incoming_sections.py"/>
        <source>Generate parts</source>
        <translation>Stimmen erzeugen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>New sketch</source>
        <translation>Neue Skizze</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Meter</source>
        <translation>Taktart</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Key</source>
        <translation>Tonart</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Seamless loop</source>
        <translation>Nahtloser Loop</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Keyframes</source>
        <translation>Keyframes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Riff settings</source>
        <translation>Riff-Einstellungen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Layer {number}</source>
        <translation>Ebene {number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>A sketch has at most {max_layers} layers.</source>
        <translation>Eine Skizze hat höchstens {max_layers} Ebenen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Add layer</source>
        <translation>Ebene hinzufügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <location filename="../../riffdesk/sketch/state.py"/>
        <source>Layer 1</source>
        <translation>Ebene 1</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Remove layer</source>
        <translation>Ebene entfernen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>{name} copy</source>
        <translation>{name} Kopie</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Duplicate layer</source>
        <translation>Ebene duplizieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Other take</source>
        <translation>Anderer Take</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/takes_row.py"/>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Move layer</source>
        <translation>Ebene verschieben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/mask.py"/>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Clear mask</source>
        <translation>Maske löschen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/snapshots.py"/>
        <source>Snapshot</source>
        <translation>Schnappschuss</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>Could not read {name}: {reason}.</source>
        <translation>{name} konnte nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>Could not write {name}: spectrogram images are PNG files. Give it a name with .png.</source>
        <translation>{name} konnte nicht geschrieben werden: Spektrogrammbilder sind PNG-Dateien. Einen Namen mit .png wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>Writing the image</source>
        <translation>Bild wird geschrieben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>Drawing the image</source>
        <translation>Bild wird gezeichnet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>This image</source>
        <translation>Dieses Bild</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>{name} is {seconds:.0f} minutes long with its step of {step_ms} ms, and a sketch has at most {max_seconds:.0f}. Crop it first.</source>
        <translation>{name} ist mit der Schrittweite {step_ms} ms {seconds:.0f} Minuten lang, und eine Skizze hat höchstens {max_seconds:.0f}. Zuerst zuschneiden.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>Reading the image</source>
        <translation>Bild wird gelesen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/mask_file.py"/>
        <source>Could not open {path}: {reason}.</source>
        <translation>{path} konnte nicht geöffnet werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/picture.py"/>
        <source>{name} has more than {max_mask:,} pixels a side, too many for a mask. Make it smaller.</source>
        <translation>{name} hat mehr als {max_mask:,} Pixel pro Seite, zu viele für eine Maske. Verkleinern.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/picture.py"/>
        <source>is {width:,} x {height:,} pixels, not a size</source>
        <translation>hat mit {width:,} x {height:,} Pixeln keine passende Größe</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/picture.py"/>
        <source>{name} is not an image that riffdesk can read. Choose a PNG, JPEG, WebP, BMP, GIF or TIFF file.</source>
        <translation>{name} ist kein Bild, das riffdesk lesen kann. Eine PNG-, JPEG-, WebP-, BMP-, GIF- oder TIFF-Datei wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/picture.py"/>
        <source>has far too many pixels</source>
        <translation>hat viel zu viele Pixel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/picture.py"/>
        <source>{name} is damaged or cut short, and its picture cannot be read. Get a complete copy of it.</source>
        <translation>{name} ist beschädigt oder abgeschnitten, das Bild kann nicht gelesen werden. Eine vollständige Kopie beschaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/picture.py"/>
        <source>{name} {problem} for a spectrogram: it may be at most {max_columns:,} pixels wide (10 minutes) and {min_rows} to {max_rows:,} high. Crop it first.</source>
        <translation>{name} {problem} für ein Spektrogramm: Möglich sind höchstens {max_columns:,} Pixel Breite (10 Minuten) und {min_rows} bis {max_rows:,} Höhe. Zuerst zuschneiden.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/journal.py"/>
        <source>Autosave does not work: {reason}. Save the sketch yourself.</source>
        <translation>Das automatische Speichern funktioniert nicht: {reason}. Die Skizze selbst speichern.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/journal.py"/>
        <source>The autosave of this sketch cannot be ended: {reason}.</source>
        <translation>Das automatische Speichern dieser Skizze kann nicht beendet werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/journal_folders.py"/>
        <source>Autosave has paused: unsaved sketches take more than {most:.0f} GiB. Save this sketch.</source>
        <translation>Das automatische Speichern pausiert: Ungespeicherte Skizzen belegen mehr als {most:.0f} GiB. Diese Skizze speichern.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/journal_folders.py"/>
        <source>Autosave has paused: less than {least:.0f} GiB is free on the disk of {root}. Save this sketch, and make some room.</source>
        <translation>Das automatische Speichern pausiert: Auf dem Datenträger von {root} sind weniger als {least:.0f} GiB frei. Diese Skizze speichern und Platz schaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/recovery.py"/>
        <source>{name} was recovered or discarded in another window.</source>
        <translation>{name} wurde in einem anderen Fenster wiederhergestellt oder verworfen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/recovery.py"/>
        <source>{name} cannot be read any more. Its journal is in {folder}.</source>
        <translation>{name} kann nicht mehr gelesen werden. Das Journal liegt in {folder}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/recovery.py"/>
        <source>{name} cannot be discarded: it is open in another window, or {folder} is locked.</source>
        <translation>{name} kann nicht verworfen werden: in einem anderen Fenster geöffnet, oder {folder} ist gesperrt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {parent} cannot be made: {reason}.</source>
        <translation>Die Bibliothek in {parent} kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {parent} cannot be changed: its folder is read-only. Make it writable first.</source>
        <translation>Die Bibliothek in {parent} kann nicht geändert werden: Ihr Ordner ist schreibgeschützt. Zuerst beschreibbar machen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {parent} cannot be opened: its folder is read-only.</source>
        <translation>Die Bibliothek in {parent} kann nicht geöffnet werden: Ihr Ordner ist schreibgeschützt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {parent} is damaged: {reason}.</source>
        <translation>Die Bibliothek in {parent} ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>Another riffdesk is busy with the library in {folder}. Try again in a moment.</source>
        <translation>Ein anderes riffdesk ist mit der Bibliothek in {folder} beschäftigt. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {folder} could not be changed: the disk is full or fails. Make room on it.</source>
        <translation>Die Bibliothek in {folder} konnte nicht geändert werden: Der Datenträger ist voll oder defekt. Platz darauf schaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {folder} cannot be opened or changed: {error}. Make the folder writable first.</source>
        <translation>Die Bibliothek in {folder} kann nicht geöffnet oder geändert werden: {error}. Zuerst den Ordner beschreibbar machen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {folder} is damaged: {error}. Start riffdesk again, which makes a new list of the sounds in it.</source>
        <translation>Die Bibliothek in {folder} ist beschädigt: {error}. riffdesk neu starten, um eine neue Liste der Klänge darin zu erstellen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {folder} reports an error: {error}.</source>
        <translation>Die Bibliothek in {folder} meldet einen Fehler: {error}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {parent} is from a newer riffdesk and was not changed. Update riffdesk to use it.</source>
        <translation>Die Bibliothek in {parent} stammt aus einem neueren riffdesk und wurde nicht geändert. Zur Nutzung riffdesk aktualisieren.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/entry.py"/>
        <source>A riff has at most {max_tags} tags, not {count}.</source>
        <translation>Ein Riff hat höchstens {max_tags} Tags, nicht {count}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/folders.py"/>
        <source>There is no folder {path}. Choose a folder with sounds.</source>
        <translation>Den Ordner {path} gibt es nicht. Einen Ordner mit Klängen wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/folders.py"/>
        <source>{path} is the library&apos;s own folder; its riffs are listed already.</source>
        <translation>{path} ist der eigene Ordner der Bibliothek; ihre Riffs sind schon aufgeführt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/folders.py"/>
        <source>{path} is in {folder}, which the library lists already.</source>
        <translation>{path} liegt in {folder}, das die Bibliothek schon aufführt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/library.py"/>
        <source>There is no riff {entry_id} in the library. riffdesk library list shows them all.</source>
        <translation>In der Bibliothek gibt es kein Riff {entry_id}. riffdesk library list zeigt alle.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/library.py"/>
        <source>There is no riff {entry_id} in the library any more.</source>
        <translation>In der Bibliothek gibt es kein Riff {entry_id} mehr.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/library.py"/>
        <source>A riff has 0 to {max_stars} stars, not {stars}.</source>
        <translation>Ein Riff hat 0 bis {max_stars} Sterne, nicht {stars}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/library.py"/>
        <source>A riff in the library needs a name.</source>
        <translation>Ein Riff in der Bibliothek braucht einen Namen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/library.py"/>
        <source>The library cannot be sorted by {sort!r}, only by {sorts}.</source>
        <translation>Die Bibliothek kann nicht nach {sort!r} sortiert werden, nur nach {sorts}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/library.py"/>
        <source>The folder {folder} of the library cannot be made: {reason}.</source>
        <translation>Der Ordner {folder} der Bibliothek kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/query.py"/>
        <source>Only the first {max_terms} words of the search count.</source>
        <translation>Nur die ersten {max_terms} Wörter der Suche zählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/query.py"/>
        <source>There is no {field}: to search for, only {fields}</source>
        <translation>Nach {field}: kann nicht gesucht werden, nur nach {fields}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/room.py"/>
        <source>The library has reached its limit of {limit:.3g} GiB, and all riffs in it have stars, so nothing new is kept. Raise the limit, or remove stars.</source>
        <translation>Die Bibliothek hat ihre Grenze von {limit:.3g} GiB erreicht, und alle Riffs darin haben Sterne, daher wird nichts Neues behalten. Die Grenze anheben oder Sterne entfernen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/json_fields.py"/>
        <source>{name} is damaged: {problem}. Open a backup copy of it if there is one.</source>
        <translation>{name} ist beschädigt: {problem}. Falls vorhanden, eine Sicherungskopie öffnen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/json_fields.py"/>
        <source>{field} in its project.json makes no sense</source>
        <translation>{field} in project.json ist ungültig</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/json_fields.py"/>
        <source>{field} is missing from its project.json</source>
        <translation>{field} fehlt in seiner project.json</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{name} is a folder. Choose the project in it.</source>
        <translation>{name} ist ein Ordner. Das Projekt darin auswählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{name} is empty. Choose another file, or a backup copy of it.</source>
        <translation>{name} ist leer. Eine andere Datei oder eine Sicherungskopie davon wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>{name} is not a riffdesk project. Choose another file.</source>
        <translation>{name} ist kein riffdesk-Projekt. Eine andere Datei wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its list of contents</source>
        <translation>das Inhaltsverzeichnis</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{name} is damaged or cut short: {problem}. Open a backup copy of it if there is one.</source>
        <translation>{name} ist beschädigt oder abgeschnitten: {problem}. Falls vorhanden, eine Sicherungskopie öffnen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{part} cannot be read, {error}</source>
        <translation>{part} ist nicht lesbar ({error})</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>Could not read {part} in {name}: {reason}.</source>
        <translation>Beim Lesen von {name} ist ein Fehler aufgetreten – {part}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{part} cannot be read</source>
        <translation>{part} ist nicht lesbar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its snapshot {slot} makes no sense</source>
        <translation>der Schnappschuss {slot} ist ungültig</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{name} is not a riffdesk project: it has no {json_part}. Choose another file.</source>
        <translation>{name} ist kein riffdesk-Projekt: {json_part} fehlt. Eine andere Datei wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its {json_part} is far too long</source>
        <translation>{json_part} ist viel zu lang</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its {json_part}</source>
        <translation>die Datei {json_part}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its part {missing} is missing</source>
        <translation>das Element {missing} fehlt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>an unknown part, {unknown!r}</source>
        <translation>ein unbekanntes Element, {unknown!r}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>a part twice</source>
        <translation>ein Element doppelt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{name} holds {problem}, and was not opened. Get another copy of it.</source>
        <translation>{name} enthält {problem} und wurde nicht geöffnet. Eine andere Kopie beschaffen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{name} would unpack to {total:.1f} GiB, and a project has at most {most:.0f}. It was not opened.</source>
        <translation>{name} wäre entpackt {total:.1f} GiB groß, und ein Projekt hat höchstens {most:.0f}. Die Datei wurde nicht geöffnet.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its part {filename!r} is packed in an unknown way</source>
        <translation>das Element {filename!r} ist auf unbekannte Weise gepackt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its part {member}</source>
        <translation>das Element {member}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Opening {name}</source>
        <translation>{name} wird geöffnet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>Could not save {name}: it could not be opened again, as {problem}.</source>
        <translation>{name} konnte nicht gespeichert werden, da es sich nicht wieder öffnen ließ: {problem}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>its project.json cannot be read</source>
        <translation>project.json ist nicht lesbar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>{name} was made by a newer riffdesk (its format is {version}, this one reads up to {latest}). Update riffdesk to open it.</source>
        <translation>{name} wurde mit einem neueren riffdesk erstellt (Format {version}, dieses liest bis {latest}). Zum Öffnen riffdesk aktualisieren.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>params in its project.json makes no sense</source>
        <translation>params in project.json ist ungültig</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>two layers have the same id in its project.json</source>
        <translation>zwei Ebenen haben in project.json dieselbe id</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>its active layer does not exist</source>
        <translation>die aktive Ebene existiert nicht</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>{name} was opened without the notes for its next riff: a newer riffdesk wrote them. Update riffdesk to play them.</source>
        <translation>{name} wurde ohne die Noten für das nächste Riff geöffnet: Ein neueres riffdesk hat sie geschrieben. Zum Abspielen riffdesk aktualisieren.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>{name} was opened without the changed notes {layers}: a newer riffdesk wrote them. Update riffdesk to see them.</source>
        <translation>{name} wurde ohne die geänderten Noten {layers} geöffnet: Ein neueres riffdesk hat sie geschrieben. Zum Ansehen riffdesk aktualisieren.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>{name} was opened without the recipe {layers}: this version of riffdesk cannot read that recipe.</source>
        <translation>{name} wurde ohne das Rezept {layers} geöffnet: Diese Version von riffdesk kann es nicht lesen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>{name} was opened without the score {layers}: a newer riffdesk wrote it. Update riffdesk to play it again.</source>
        <translation>{name} wurde ohne die Noten {layers} geöffnet: Ein neueres riffdesk hat sie geschrieben. Zum Abspielen riffdesk aktualisieren.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>of {count} layers</source>
        <extracomment>For 1: of the layer “{layer}”</extracomment>
        <translation>
            <numerusform>der Ebene „{layer}“</numerusform>
            <numerusform>von {count} Ebenen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_lock.py"/>
        <source>Another riffdesk is saving {name}. Wait for it, then save again.</source>
        <translation>Ein anderes riffdesk speichert {name}. Darauf warten, dann erneut speichern.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/saving.py"/>
        <source>The snapshots were left out: with them it takes {total:.1f} GiB.</source>
        <translation>Die Schnappschüsse wurden ausgelassen: Mit ihnen sind es {total:.1f} GiB.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/saving.py"/>
        <source>Could not save {name}: the sketch takes {total:.1f} GiB, and a project holds at most {most:.0f}. Export some layers and remove them first.</source>
        <translation>{name} konnte nicht gespeichert werden: Die Skizze belegt {total:.1f} GiB, und ein Projekt fasst höchstens {most:.0f}. Zuerst einige Ebenen exportieren und entfernen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/saving.py"/>
        <location filename="../../riffdesk/ui/document/save_queue.py"/>
        <source>Saving {name}</source>
        <translation>{name} wird gespeichert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/saving.py"/>
        <source>Could not save {name}: the picture of the layer “{layer_name}” does not fit the sketch.</source>
        <translation>{name} konnte nicht gespeichert werden: Das Bild der Ebene „{layer_name}“ passt nicht zur Skizze.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/stamp.py"/>
        <source>{name} was saved by somebody else since it was opened here.</source>
        <translation>{name} wurde seit dem Öffnen hier von jemand anderem gespeichert.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/versions.py"/>
        <source>The version of {name} before this one could not be kept: {reason}.</source>
        <translation>Die vorige Version von {name} konnte nicht aufbewahrt werden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/accessible.py"/>
        <source>Close the panel; View &gt; {panel} brings it back</source>
        <translation>Das Bedienfeld schließen; Ansicht &gt; {panel} holt es zurück</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/accessible.py"/>
        <source>Close {panel}</source>
        <translation>{panel} schließen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/accessible.py"/>
        <source>More buttons of the bar</source>
        <translation>Weitere Schaltflächen der Leiste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/accessible.py"/>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/analysis/waveform_strip.py"/>
        <source>Waveform of the mix, and of the active layer</source>
        <translation>Wellenform des Mixes und der aktiven Ebene</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Bar</source>
        <translation>Takt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Beat</source>
        <translation>Beat</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>1/4 triplet</source>
        <translation>1/4-Triole</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>1/8 triplet</source>
        <translation>1/8-Triole</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>1/16 triplet</source>
        <translation>1/16-Triole</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>The key&apos;s scale</source>
        <translation>Tonleiter der Tonart</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Partials that are there</source>
        <translation>Vorhandene Teiltöne</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Number of harmonics</source>
        <translation>Anzahl der Obertöne</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Number of the highest harmonic</source>
        <translation>Nummer des höchsten Obertons</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Roll-off of harmonics</source>
        <translation>Abfall der Obertöne</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Attenuation of each octave of harmonics: more sounds rounder, less brighter</source>
        <translation>Dämpfung jeder Oktave der Obertöne: mehr klingt runder, weniger heller</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Odd</source>
        <translation>Ungerade</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Leaves out the even harmonics, for a hollow sound like a clarinet</source>
        <translation>Lässt die geraden Obertöne weg, für einen hohlen Klang wie bei einer Klarinette</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Pitches that marks go to</source>
        <translation>Tonhöhen, auf denen Gemaltes einrastet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Grid that strokes and selections go to</source>
        <translation>Raster, auf dem Striche und Auswahlen einrasten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_bar.py"/>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Presets</source>
        <translation>Presets</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Presets of the tool</source>
        <translation>Presets des Werkzeugs</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Save the options of the tool under a name, and load them</source>
        <translation>Die Optionen des Werkzeugs unter einem Namen speichern und laden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Save… (there are {count} presets: remove one first)</source>
        <translation>Speichern… (es gibt {count} Presets: zuerst eines entfernen)</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/timeline/seed_timeline.py"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Save preset</source>
        <translation>Preset speichern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Name of the preset:</source>
        <translation>Name des Presets:</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Name of the preset</source>
        <translation>Name des Presets</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/canvas.py"/>
        <source>Spectrogram canvas</source>
        <translation>Spektrogramm-Leinwand</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/continue_button.py"/>
        <source>Continue ▸</source>
        <translation>Fortsetzen ▸</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/continue_button.py"/>
        <location filename="../../riffdesk/ui/riff/incoming_riffs.py"/>
        <source>Continue the riff</source>
        <translation>Das Riff fortsetzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>not heard: {reason}</source>
        <translation>nicht zu hören: {reason}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>Paint sound here: time runs to the right, pitch upwards.</source>
        <translation>Hier Klang malen: Die Zeit läuft nach rechts, die Tonhöhe nach oben.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>Tool: {tool}.</source>
        <translation>Werkzeug: {tool}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>Layer {number} of {count}: {name}{empty}{unheard}.</source>
        <translation>Ebene {number} von {count}: {name}{empty}{unheard}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>Visible: {start:.2f} to {stop:.2f} of {seconds:.2f} seconds, {low:.0f} to {high:.0f} hertz.</source>
        <translation>Sichtbar: {start:.2f} bis {stop:.2f} von {seconds:.2f} Sekunden, {low:.0f} bis {high:.0f} Hertz.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>Selected: {first:.2f} to {last:.2f} seconds, {low:.0f} to {high:.0f} hertz.</source>
        <translation>Ausgewählt: {first:.2f} bis {last:.2f} Sekunden, {low:.0f} bis {high:.0f} Hertz.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <source>There is nothing to paste yet: select something and copy it first.</source>
        <translation>Noch gibt es nichts einzufügen: zuerst etwas auswählen und kopieren.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <source>The copied sound cannot be pasted here: only one of the two is stereo.</source>
        <translation>Der kopierte Klang kann hier nicht eingefügt werden: Nur eines von beiden ist stereo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <source>There is no space for it here: move the playhead to the left.</source>
        <translation>Hier ist kein Platz dafür: die Abspielposition nach links verschieben.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <source>Delete notes</source>
        <translation>Noten löschen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Move notes</source>
        <translation>Noten verschieben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <source>Quantise notes</source>
        <translation>Noten quantisieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Velocity</source>
        <translation>Velocity</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/example_button.py"/>
        <source>Open the example</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>kick</source>
        <translation>Kick</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>rim</source>
        <translation>Rimshot</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>snare</source>
        <translation>Snare</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>clap</source>
        <translation>Clap</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>closed hat</source>
        <translation>Hi-Hat geschlossen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>pedal hat</source>
        <translation>Hi-Hat Pedal</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>open hat</source>
        <translation>Hi-Hat offen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>low tom</source>
        <translation>tiefes Tom</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>mid tom</source>
        <translation>mittleres Tom</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>high tom</source>
        <translation>hohes Tom</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>crash</source>
        <translation>Crash</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>ride</source>
        <translation>Ride</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>tambourine</source>
        <translation>Tamburin</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>cowbell</source>
        <translation>Cowbell</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>high conga</source>
        <translation>hohe Conga</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>low conga</source>
        <translation>tiefe Conga</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>shaker</source>
        <translation>Shaker</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>{name}    velocity {velocity}</source>
        <translation>{name}    Velocity {velocity}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>{instrument} ({role})  {note}    velocity {velocity}</source>
        <translation>{instrument} ({role})  {note}    Velocity {velocity}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/handle.py"/>
        <source>Stretch and scale</source>
        <translation>Dehnen und skalieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/layer_image.py"/>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/layer_image.py"/>
        <source>Blue to yellow</source>
        <translation>Blau nach Gelb</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/level_range.py"/>
        <source>Levels of the layer</source>
        <translation>Pegel der Ebene</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/level_range.py"/>
        <source>Levels of the active layer, from -120 to 12 dB.
Drag the ends to set the darkest and the brightest level, or drag between them to move both.</source>
        <translation>Pegel der aktiven Ebene, von -120 bis 12 dB.
Die Enden ziehen, um den dunkelsten und den hellsten Pegel einzustellen, oder dazwischen ziehen, um beide zu verschieben.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/level_range.py"/>
        <source>From {low:.0f} dB, dark, to {high:.0f} dB, bright</source>
        <translation>Von {low:.0f} dB, dunkel, bis {high:.0f} dB, hell</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/overlays.py"/>
        <source>Draw here, drop a sound or a spectrogram,&lt;br&gt;or write a prompt and press Generate</source>
        <translation>Hier zeichnen, Klang oder Bild ablegen,&lt;br&gt;oder einen Prompt schreiben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/overlays.py"/>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Notes changed: not heard until they are played again</source>
        <translation>Noten geändert: erst nach erneutem Spielen zu hören</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/overlays.py"/>
        <source>Not heard: {why}</source>
        <translation>Nicht zu hören: {why}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/piano.py"/>
        <source>Piano</source>
        <translation>Klavier</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/piano.py"/>
        <source>Press a key to hear its note; drag over the keys to hear one after the other</source>
        <translation>Eine Taste drücken, um ihre Note zu hören; über die Tasten ziehen, um eine nach der anderen zu hören</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/readout.py"/>
        <source>Under the cursor</source>
        <translation>Unter dem Mauszeiger</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/readout.py"/>
        <source>silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/readout.py"/>
        <source>{name} {cents:+d} cents</source>
        <translation>{name} {cents:+d} Cent</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/numbers_dialog.py"/>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/numbers_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Only the selection is painted. Esc clears it.</source>
        <translation>Nur die Auswahl wird bemalt. Esc hebt sie auf.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Distance in pixels of the picture: columns of 10 ms, and bands</source>
        <translation>Abstand in Pixeln des Bildes: Spalten zu 10 ms, und Bänder</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>There is no previous selection.</source>
        <translation>Es gibt keine vorherige Auswahl.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Grow selection</source>
        <translation>Auswahl vergrößern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Shrink selection</source>
        <translation>Auswahl verkleinern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Feather selection</source>
        <translation>Weiche Auswahlkante</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Select similar</source>
        <translation>Ähnliches auswählen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_effects.py"/>
        <source>There is no sound to change here: the layer is silent.</source>
        <translation>Hier gibt es keinen Klang zu ändern: Die Ebene ist still.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_effects.py"/>
        <source>Select less than the full length: the selection is filled from the sound before and after it.</source>
        <translation>Weniger als die volle Länge auswählen: Die Auswahl wird aus dem Klang davor und danach gefüllt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_effects.py"/>
        <source>Nothing was applied: the layer has changed its length, or was removed.</source>
        <translation>Es wurde nichts angewendet: Die Länge der Ebene hat sich geändert, oder sie wurde entfernt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_effects.py"/>
        <source>The noise profile is now a part of the sketch. Denoise uses it until you take another.</source>
        <translation>Das Rauschprofil ist jetzt ein Teil der Skizze. „Rauschen mindern“ verwendet es, bis ein anderes aufgenommen wird.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_effects.py"/>
        <source>Noise profile</source>
        <translation>Rauschprofil</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/similar_search.py"/>
        <source>Similarity</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/similar_search.py"/>
        <source>Minimum similarity to the selection; 100% is the same shape</source>
        <translation>Mindestähnlichkeit mit der Auswahl; 100 % ist dieselbe Form</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Tool settings</source>
        <translation>Werkzeugeinstellungen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Colour map</source>
        <translation>Farbskala</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Colours of the layer, from quiet to loud</source>
        <translation>Farben der Ebene, von leise bis laut</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Dark and bright follow the levels of the active layer</source>
        <translation>Dunkel und hell folgen den Pegeln der aktiven Ebene</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Darkest</source>
        <translation>Dunkelste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Level of the darkest colour</source>
        <translation>Pegel der dunkelsten Farbe</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Brightest</source>
        <translation>Hellste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Level of the brightest colour</source>
        <translation>Pegel der hellsten Farbe</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/listening.py"/>
        <source>Listen</source>
        <translation>Hören</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/listening.py"/>
        <source>Press to hear the layer under the pointer; hold H with any tool to hear it without pressing</source>
        <translation>Drücken, um die Ebene unter dem Zeiger zu hören; mit jedem Werkzeug H halten, um sie ohne Drücken zu hören</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/listening.py"/>
        <source>Press on the picture: three semitones around the pointer sound while you press, at their level in the layer.
Hold H to hear them without pressing; release it to return to your tool.</source>
        <translation>Auf das Bild drücken: Drei Halbtöne um den Zeiger klingen, solange gedrückt wird, mit ihrem Pegel in der Ebene.
H halten, um sie ohne Drücken zu hören; loslassen, um zum Werkzeug zurückzukehren.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>{grid} triplet</source>
        <translation>{grid}-Triole</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Notes</source>
        <translation>Noten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Click to add a note, drag it to move it, its end to lengthen it; Shift and up or down for its velocity</source>
        <translation>Klicken, um eine Note hinzuzufügen; ziehen, um sie zu verschieben, am Ende ziehen, um sie zu verlängern; Umschalt und auf oder ab für ihre Velocity</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Length of new notes, and step by which notes are moved</source>
        <translation>Länge neuer Noten und Schrittweite beim Verschieben von Noten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Velocity of a new note, 1 to 127</source>
        <translation>Velocity einer neuen Note, 1 bis 127</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Quantise</source>
        <translation>Quantisieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Set velocity</source>
        <translation>Velocity setzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Play</source>
        <translation>Spielen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Lengthen notes</source>
        <translation>Noten verlängern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Add note</source>
        <translation>Note hinzufügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/brush.py"/>
        <source>Paint sound; {straight}</source>
        <translation>Klang malen; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/copying.py"/>
        <source>Copy sound from elsewhere: Ctrl+click sets the source; {straight}</source>
        <translation>Klang von anderswo kopieren: Strg+Klick setzt die Quelle; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/copying.py"/>
        <source>Restore the sound that the layer had when it was imported, made or opened; {straight}</source>
        <translation>Den Klang wiederherstellen, den die Ebene beim Importieren, Erzeugen oder Öffnen hatte; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/copying.py"/>
        <source>First hold Ctrl and click the sound to copy; then paint at another place.</source>
        <translation>Zuerst Strg halten und den zu kopierenden Klang anklicken; dann an einer anderen Stelle malen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/copying.py"/>
        <source>The source of the copy is on a layer that was removed, or that has other channels than this one.</source>
        <translation>Die Quelle der Kopie liegt auf einer Ebene, die entfernt wurde oder andere Kanäle hat als diese.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/eraser.py"/>
        <source>Erase sound; {straight}</source>
        <translation>Klang radieren; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/eraser.py"/>
        <source>Part of the sound that is removed</source>
        <translation>Anteil des Klangs, der entfernt wird</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/line.py"/>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/line.py"/>
        <source>Draw a straight line of brush or tone; drag its middle to bend it</source>
        <translation>Eine gerade Linie mit Pinsel oder Ton zeichnen; an der Mitte ziehen, um sie zu biegen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/line.py"/>
        <source>Draws</source>
        <translation>Zeichnet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/line.py"/>
        <source>Whether the line is one of the tone brush or of the brush, with their settings</source>
        <translation>Ob die Linie mit dem Tonpinsel oder mit dem Pinsel gezeichnet wird, mit deren Einstellungen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/line.py"/>
        <source>Tones</source>
        <translation>Töne</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/mask.py"/>
        <source>Painting removes the mask, so that Repaint keeps that part</source>
        <translation>Malen entfernt die Maske, sodass „Übermalen“ diesen Teil behält</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/mask.py"/>
        <source>Mark a part to repaint; {straight}</source>
        <translation>Einen Teil zum Übermalen markieren; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/mask.py"/>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Diameter of the grains, in pixels of the picture</source>
        <translation>Durchmesser der Körner, in Pixeln des Bildes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Density of the grains</source>
        <translation>Dichte der Körner</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Paint noise, such as wind or a cymbal; {straight}</source>
        <translation>Rauschen malen, etwa Wind oder ein Becken; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Scatter grains of sound, which tinkle or crackle; {straight}</source>
        <translation>Klangkörner streuen, die klirren oder knistern; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Grain</source>
        <translation>Korn</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/paint_tool.py"/>
        <source>Shift draws a straight line</source>
        <translation>Umschalt zeichnet eine gerade Linie</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/paint_tool.py"/>
        <source>Level of the paint; 100% is full scale</source>
        <translation>Pegel der Farbe; 100 % ist Vollaussteuerung</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/paint_tool.py"/>
        <source>Diameter of the tip, in pixels of the picture. Tools &gt; Smaller brush and Larger brush change it by key</source>
        <translation>Durchmesser der Spitze, in Pixeln des Bildes. Werkzeuge &gt; Kleinerer Pinsel und Größerer Pinsel ändern ihn per Taste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/paint_tool.py"/>
        <source>The part of the tip that paints at full strength; the rest fades out towards its edge</source>
        <translation>Der Teil der Spitze, der mit voller Stärke malt; der Rest läuft zum Rand hin aus</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/paint_tool.py"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/paint_tool.py"/>
        <source>Hardness</source>
        <translation>Härte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Smudge sound, like a finger on wet paint; {straight}</source>
        <translation>Klang verwischen, wie ein Finger auf nasser Farbe; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Part of the sound that is smudged along</source>
        <translation>Anteil des Klangs, der mitgewischt wird</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Soften sound in time and pitch; {straight}</source>
        <translation>Klang in Zeit und Tonhöhe weicher machen; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Distance over which sound is softened, in pixels of the picture</source>
        <translation>Abstand, über den der Klang weicher wird, in Pixeln des Bildes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Make sound louder, or quieter with a negative gain or with Ctrl; {straight}</source>
        <translation>Klang lauter machen, mit negativem Pegel oder mit Strg leiser; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Gain of a stroke; with Ctrl it is an attenuation</source>
        <translation>Pegel eines Strichs; mit Strg eine Dämpfung</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>{:+.0f} dB</source>
        <translation>{:+.0f} dB</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Kick</source>
        <translation>Kick</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Snare</source>
        <translation>Snare</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Hat</source>
        <translation>Hi-Hat</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Clap</source>
        <translation>Clap</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Its own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>1/8 beat</source>
        <translation>1/8 Schlag</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>1/4 beat</source>
        <translation>1/4 Schlag</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>1/2 beat</source>
        <translation>1/2 Schlag</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>1 beat</source>
        <translation>1 Schlag</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>{name} beats</source>
        <translation>{name} Schläge</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Stamp a drum, a selection, a picture or words where you click; a drag repeats it on the grid</source>
        <translation>Eine Trommel, eine Auswahl, ein Bild oder Wörter an die angeklickte Stelle stempeln; Ziehen wiederholt sie auf dem Raster</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>The source of the stamp</source>
        <translation>Die Quelle des Stempels</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Take selection</source>
        <translation>Auswahl übernehmen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Picture…</source>
        <translation>Bild…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Words that the stamp Text writes into the picture</source>
        <translation>Wörter, die der Stempel „Text“ ins Bild schreibt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Height of the words, in bands of the picture</source>
        <translation>Höhe der Wörter, in Bändern des Bildes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Length: its own, or one in beats</source>
        <translation>Länge: die eigene oder eine in Schlägen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Pitch</source>
        <translation>Tonhöhe</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Transposition of the stamp in semitones</source>
        <translation>Transposition des Stempels in Halbtönen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Level of the stamp relative to its own</source>
        <translation>Pegel des Stempels, bezogen auf seinen eigenen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>At the pointer&apos;s pitch</source>
        <translation>Auf Tonhöhe des Zeigers</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Move the stamp to the pitch where you click</source>
        <translation>Den Stempel auf die angeklickte Tonhöhe verschieben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Select something, then press Take selection in the panel of the stamp.</source>
        <translation>Etwas auswählen, dann im Bedienfeld des Stempels „Auswahl übernehmen“ drücken.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Choose a picture with Picture… in the panel of the stamp.</source>
        <translation>Im Bedienfeld des Stempels mit „Bild…“ ein Bild wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Type the words under Text in the panel of the stamp.</source>
        <translation>Im Bedienfeld des Stempels unter „Text“ die Wörter eingeben.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp_picture.py"/>
        <source>“{name}” cannot be read as a picture ({reason}). Choose another one.</source>
        <translation>„{name}“ kann nicht als Bild gelesen werden ({reason}). Ein anderes wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp_picture.py"/>
        <source>“{name}” is all black, which is silence. Choose a picture with bright parts.</source>
        <translation>„{name}“ ist ganz schwarz, das ist Stille. Ein Bild mit hellen Teilen wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Time in which a tone rises at its beginning</source>
        <translation>Zeit, in der ein Ton an seinem Anfang ansteigt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Time in which a tone fades after its end</source>
        <translation>Zeit, in der ein Ton nach seinem Ende ausklingt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Time from one pitch to the next, where the pitch of a line jumps</source>
        <translation>Zeit von einer Tonhöhe zur nächsten, wo die Tonhöhe einer Linie springt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Depth of the vibrato to each side, in cents</source>
        <translation>Tiefe des Vibratos nach jeder Seite, in Cents</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Rate of the vibrato in Hz</source>
        <translation>Rate des Vibratos in Hz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Paint a tone at a pitch; {straight}</source>
        <translation>Einen Ton auf einer Tonhöhe malen; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Attack</source>
        <translation>Attack</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Vibrato</source>
        <translation>Vibrato</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Glide</source>
        <translation>Glide</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>{:.1f} Hz</source>
        <translation>{:.1f} Hz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/handles.py"/>
        <source>{beats:.2f} beats  ×{factor:.2f}</source>
        <translation>{beats:.2f} Schläge  ×{factor:.2f}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/lasso.py"/>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/lasso.py"/>
        <source>Draw around a part to select it; Shift takes all frequencies of its time; {keys}</source>
        <translation>Um einen Teil herum zeichnen, um ihn auszuwählen; Umschalt nimmt alle Frequenzen seiner Zeit; {keys}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/rectangle.py"/>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/rectangle.py"/>
        <source>Band</source>
        <translation>Band</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/rectangle.py"/>
        <source>A drag selects a rectangle, a range of time with all frequencies, or a band of frequencies at all times</source>
        <translation>Ziehen wählt ein Rechteck, einen Zeitbereich mit allen Frequenzen oder ein Frequenzband zu allen Zeiten aus</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/rectangle.py"/>
        <source>Drag a rectangle, to cut, copy, transpose or repaint its sound; Shift takes all frequencies; {keys}</source>
        <translation>Ein Rechteck ziehen, um dessen Klang auszuschneiden, zu kopieren, zu transponieren oder zu übermalen; Umschalt nimmt alle Frequenzen; {keys}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/select_brush.py"/>
        <source>Selection brush</source>
        <translation>Auswahlpinsel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/select_brush.py"/>
        <source>Paint over a part to select it, with a soft edge; {keys}</source>
        <translation>Über einen Teil malen, um ihn mit weichem Rand auszuwählen; {keys}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <source>Ctrl adds to the selection, Ctrl+Shift subtracts from it</source>
        <translation>Strg fügt zur Auswahl hinzu, Strg+Umschalt zieht davon ab</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Add</source>
        <translation>Dazu</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <source>Replace the selection, add to it, subtract from it, or keep its intersection with the shape; {keys}</source>
        <translation>Die Auswahl ersetzen, zu ihr hinzufügen, von ihr abziehen oder ihre Schnittmenge mit der Form behalten; {keys}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <source>{beats:+.2f} beats    {semitones:+d} st</source>
        <translation>{beats:+.2f} Schläge    {semitones:+d} HT</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Tolerance: how far below the level at the click the selection reaches</source>
        <translation>Toleranz: wie weit unter den Pegel am Klick die Auswahl reicht</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Maximum distance from the click in seconds</source>
        <translation>Größter Abstand vom Klick in Sekunden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Select all marks of this level in the sketch, not only those that touch the click</source>
        <translation>Alles Gemalte mit diesem Pegel in der Skizze auswählen, nicht nur, was den Klick berührt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Wand</source>
        <translation>Zauberstab</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Click a mark to select it, with adjacent marks of its level; {keys}</source>
        <translation>Gemaltes anklicken, um es mit angrenzendem von gleichem Pegel auszuwählen; {keys}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>{:.0f} dB</source>
        <translation>{:.0f} dB</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Reach</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>This layer was not played from notes: start a riff from a composed guide, or import a MIDI file</source>
        <translation>Diese Ebene wurde nicht aus Noten gespielt: ein Riff aus einer komponierten Vorlage beginnen oder eine MIDI-Datei importieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>The layer has no notes: add some with the note tool, or read them from the drawing</source>
        <translation>Die Ebene hat keine Noten: mit dem Notenwerkzeug welche hinzufügen oder aus der Zeichnung lesen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Select something on the canvas first</source>
        <translation>Zuerst etwas auf der Leinwand auswählen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Begin a new sketch, four bars long; unsaved changes are asked about</source>
        <translation>Eine neue Skizze von vier Takten beginnen; bei ungespeicherten Änderungen wird gefragt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Open a sketch, or a sound or an image as a new one</source>
        <translation>Eine Skizze öffnen, oder einen Klang oder ein Bild als neue Skizze</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Open e&amp;xample</source>
        <translation>Beis&amp;piel öffnen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Open a sketch of four bars as a copy, to play, paint on and take apart</source>
        <translation>Eine Skizze von vier Takten als Kopie öffnen, zum Abspielen, Bemalen und Zerlegen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Save the sketch with its layers, takes and sound, to continue later</source>
        <translation>Die Skizze mit Ebenen, Takes und Klang speichern, um später weiterzumachen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Save &amp;as…</source>
        <translation>Speichern un&amp;ter…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Save the sketch under another name; the former file is not changed</source>
        <translation>Die Skizze unter einem anderen Namen speichern; die bisherige Datei bleibt unverändert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Add a sound or an image as a layer; play the notes of a MIDI file</source>
        <translation>Einen Klang oder ein Bild als Ebene hinzufügen; die Noten einer MIDI-Datei spielen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Export audio…</source>
        <translation>&amp;Audio exportieren…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Export the mix and one file per layer; shows their length and loudness first</source>
        <translation>Den Mix und eine Datei pro Ebene exportieren; zeigt vorher deren Länge und Lautheit</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Export s&amp;pectrogram…</source>
        <translation>Spektro&amp;gramm exportieren…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Export the layer&apos;s picture as a PNG that Riffusion and riffdesk read as sound</source>
        <translation>Das Bild der Ebene als PNG exportieren, das Riffusion und riffdesk als Klang lesen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Export notes as &amp;MIDI…</source>
        <translation>Noten als &amp;MIDI exportieren…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Export the notes that the layer was played from, a track for each instrument, for a DAW</source>
        <translation>Die Noten, aus denen die Ebene gespielt wurde, für eine DAW exportieren, mit einer Spur pro Instrument</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Close riffdesk; asks to save first</source>
        <translation>riffdesk schließen; fragt vorher nach dem Speichern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Up a semitone</source>
        <translation>Halbton aufwärts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the notes of the selection up a semitone</source>
        <translation>Die Noten der Auswahl einen Halbton aufwärts verschieben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Down a semitone</source>
        <translation>Halbton abwärts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the notes of the selection down a semitone</source>
        <translation>Die Noten der Auswahl einen Halbton abwärts verschieben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Up an octave</source>
        <translation>Oktave aufwärts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the notes of the selection up an octave</source>
        <translation>Die Noten der Auswahl eine Oktave aufwärts verschieben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Down an octave</source>
        <translation>Oktave abwärts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the notes of the selection down an octave</source>
        <translation>Die Noten der Auswahl eine Oktave abwärts verschieben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <location filename="../../riffdesk/ui/window/main_window.py"/>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Undo the last step; View &gt; History goes to any step</source>
        <translation>Den letzten Schritt rückgängig machen; Ansicht &gt; Verlauf geht zu jedem Schritt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Nothing has been done yet</source>
        <translation>Noch wurde nichts getan</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <location filename="../../riffdesk/ui/window/main_window.py"/>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Redo the last undone step</source>
        <translation>Den zuletzt rückgängig gemachten Schritt wiederholen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Nothing has been undone</source>
        <translation>Es wurde nichts rückgängig gemacht</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Cut the selected part of the layer, to paste it elsewhere</source>
        <translation>Den ausgewählten Teil der Ebene ausschneiden, um ihn anderswo einzufügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Copy the selected part of the layer, to paste it elsewhere</source>
        <translation>Den ausgewählten Teil der Ebene kopieren, um ihn anderswo einzufügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Paste at playhead</source>
        <translation>An Abspielposition &amp;einfügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Add the copied part to the layer, at the playhead and at its own pitch</source>
        <translation>Den kopierten Teil zur Ebene hinzufügen, an der Abspielposition und in eigener Tonhöhe</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Silence the selected part of the layer</source>
        <translation>Den ausgewählten Teil der Ebene verstummen lassen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Select &amp;all</source>
        <translation>Alle&amp;s auswählen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Select all of the layer, over all frequencies</source>
        <translation>Die ganze Ebene über alle Frequenzen auswählen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Abort stroke, clear selection</source>
        <translation>Strich abbrechen, Auswahl aufheben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Cancel the stroke in progress, leave the tour, or clear the selection</source>
        <translation>Den laufenden Strich abbrechen, den Rundgang verlassen oder die Auswahl aufheben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Quantise notes</source>
        <translation>Noten &amp;quantisieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the selected notes of the layer, or all, to the nearest place on the grid of the note tool</source>
        <translation>Die ausgewählten Noten der Ebene, oder alle, auf die nächste Stelle im Raster des Notenwerkzeugs verschieben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Set &amp;velocity of notes</source>
        <translation>&amp;Velocity der Noten setzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Set the selected notes to the velocity of new notes in the note tool</source>
        <translation>Die ausgewählten Noten auf die Velocity neuer Noten im Notenwerkzeug setzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Choose the note tool and select notes first</source>
        <translation>Zuerst das Notenwerkzeug wählen und Noten auswählen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>M&amp;oved notes replace</source>
        <translation>Verschobene Noten erset&amp;zen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Transposed notes replace the notes at their new place; otherwise both sound</source>
        <translation>Transponierte Noten ersetzen die Noten an ihrer neuen Stelle; sonst klingen beide</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Smaller brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Make the tip of the active tool smaller, for finer strokes</source>
        <translation>Die Spitze des aktiven Werkzeugs verkleinern, für feinere Striche</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Larger brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Make the tip of the active tool larger, for broader strokes</source>
        <translation>Die Spitze des aktiven Werkzeugs vergrößern, für breitere Striche</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>New &amp;layer</source>
        <translation>&amp;Neue Ebene</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Add an empty layer, which is mixed and exported on its own</source>
        <translation>Eine leere Ebene hinzufügen, die für sich gemischt und exportiert wird</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Duplicate layer</source>
        <translation>Ebene &amp;duplizieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Add a copy of the layer, to try something on it</source>
        <translation>Eine Kopie der Ebene hinzufügen, um daran etwas auszuprobieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Select layer &amp;above</source>
        <translation>Ebene da&amp;rüber auswählen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Go to the layer above in the list, to draw on it</source>
        <translation>Zur Ebene darüber in der Liste gehen, um darauf zu zeichnen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Select layer &amp;below</source>
        <translation>Ebene darunter aus&amp;wählen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Go to the layer below in the list, to draw on it</source>
        <translation>Zur Ebene darunter in der Liste gehen, um darauf zu zeichnen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Mu&amp;te layer</source>
        <translation>Ebene &amp;stummschalten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Mute the layer, or unmute it</source>
        <translation>Die Ebene stummschalten oder die Stummschaltung aufheben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Solo layer</source>
        <translation>Ebene so&amp;lo schalten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Solo the layer: hear it alone, or all layers again</source>
        <translation>Die Ebene auf Solo schalten: sie allein hören, oder wieder alle Ebenen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Isolate the active layer</source>
        <translation>Aktive Ebene &amp;isolieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Play and show only the active layer while this is on; mute and solo do not change</source>
        <translation>Nur die aktive Ebene spielen und zeigen, solange dies eingeschaltet ist; Stumm und Solo ändern sich nicht</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move layer &amp;up</source>
        <translation>Ebene nach &amp;oben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the layer up in the list; the order changes the picture, not the sound</source>
        <translation>Die Ebene in der Liste nach oben verschieben; die Reihenfolge ändert das Bild, nicht den Klang</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move layer d&amp;own</source>
        <translation>Ebene nach &amp;unten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the layer down in the list; the order changes the picture, not the sound</source>
        <translation>Die Ebene in der Liste nach unten verschieben; die Reihenfolge ändert das Bild, nicht den Klang</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Remove layer</source>
        <translation>Ebene &amp;entfernen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Remove the layer with its sound; undo brings it back</source>
        <translation>Die Ebene mit ihrem Klang entfernen; Rückgängig holt sie zurück</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Command &amp;palette…</source>
        <translation>Befehls&amp;palette…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Find any command by typing a part of its name</source>
        <translation>Jeden Befehl durch Eingabe eines Teils seines Namens finden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>&amp;Tastenkürzel…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Find the key of every command, and change it</source>
        <translation>Die Taste jedes Befehls finden und ändern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Tour</source>
        <translation>&amp;Rundgang</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>See the first steps, in five bubbles</source>
        <translation>Die ersten Schritte in fünf Sprechblasen ansehen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Messages</source>
        <translation>&amp;Meldungen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Read the messages since the start again</source>
        <translation>Die Meldungen seit dem Start noch einmal lesen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;About riffdesk</source>
        <translation>&amp;Über riffdesk</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Version and licence of riffdesk</source>
        <translation>Version und Lizenz von riffdesk</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/effect_commands.py"/>
        <source>Take noise profile</source>
        <translation>Rauschprofil aufnehmen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/effect_commands.py"/>
        <source>Take the selection as the noise that Denoise turns down: select a place with only noise</source>
        <translation>Die Auswahl als das Rauschen aufnehmen, das „Rauschen mindern“ leiser macht: eine Stelle nur mit Rauschen auswählen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/effect_commands.py"/>
        <source>Select a place with only noise first</source>
        <translation>Zuerst eine Stelle nur mit Rauschen auswählen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Start a jam first</source>
        <translation>Zuerst einen Jam starten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>&amp;Jam</source>
        <translation>&amp;Jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Play on without end in the tempo, key and chords of the sketch, and change it while it plays</source>
        <translation>Ohne Ende in Tempo, Tonart und Akkorden der Skizze weiterspielen und dabei das Gespielte ändern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>A jam is playing</source>
        <translation>Ein Jam läuft</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <location filename="../../riffdesk/ui/jam/jam_line.py"/>
        <source>Stop the jam</source>
        <translation>Jam stoppen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Stop the jam at the end of the bar</source>
        <translation>Den Jam am Ende des Takts stoppen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Fill in the jam</source>
        <translation>Fill im Jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>A drum fill in the next possible bar</source>
        <translation>Ein Drum-Fill im nächstmöglichen Takt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>The same again in the jam</source>
        <translation>Noch einmal dasselbe im Jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Play the same bars once more in the next round, before anything changes</source>
        <translation>Dieselben Takte in der nächsten Runde noch einmal spielen, bevor sich etwas ändert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Something else in the jam</source>
        <translation>Etwas anderes im Jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Other notes and chords for the same prompt, from the next possible bar</source>
        <translation>Andere Noten und Akkorde zum selben Prompt, ab dem nächstmöglichen Takt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <location filename="../../riffdesk/ui/jam/jam_paint.py"/>
        <source>Paint into the jam</source>
        <translation>In den Jam malen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Paint on a layer that repeats with the jam&apos;s loop: strokes are heard in its next round</source>
        <translation>Auf eine Ebene malen, die sich mit dem Loop des Jams wiederholt: Striche sind in der nächsten Runde zu hören</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>&amp;Keep the last 8 bars</source>
        <translation>&amp;Die letzten 8 Takte behalten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Keep the last eight played bars as a layer, with their notes</source>
        <translation>Die letzten acht gespielten Takte mit ihren Noten als Ebene behalten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Snapshots</source>
        <translation>Schna&amp;ppschüsse</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>Pe&amp;n</source>
        <translation>S&amp;tift</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>Re&amp;gion</source>
        <translation>Ber&amp;eich</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Riff</source>
        <translation>&amp;Riff</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Language</source>
        <translation>Spra&amp;che</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>Show or hide the panel {panel}</source>
        <translation>Das Bedienfeld „{panel}“ ein- oder ausblenden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>Sound &amp;quality</source>
        <translation>Klang&amp;qualität</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Play</source>
        <translation>Wieder&amp;gabe</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Good</source>
        <translation>&amp;Gut</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Good quality: drafts are refined to it when you pause</source>
        <translation>Gute Qualität: Entwürfe werden in Pausen darauf verfeinert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Best</source>
        <translation>&amp;Beste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Closer to the drawing, five times as slow</source>
        <translation>Näher an der Zeichnung, fünfmal so langsam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Reference</source>
        <translation>&amp;Referenz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Riffusion&apos;s own method, to compare: slower still, and less exact</source>
        <translation>Das eigene Verfahren von Riffusion zum Vergleich: noch langsamer und weniger genau</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>To the &amp;start</source>
        <translation>Zum &amp;Anfang</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Move the playhead to the start</source>
        <translation>Die Abspielposition an den Anfang setzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Play or stop</source>
        <translation>&amp;Wiedergabe oder Stopp</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Play from the playhead, or stop</source>
        <translation>Ab der Abspielposition abspielen oder stoppen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Pla&amp;y the selection</source>
        <translation>Auswahl abs&amp;pielen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Play only the selected time and frequencies of the layer</source>
        <translation>Nur die ausgewählten Zeiten und Frequenzen der Ebene abspielen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>A &amp;beat before and after</source>
        <translation>Ein &amp;Schlag davor und danach</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Play the selection once, with a beat of the mix before it and after it</source>
        <translation>Die Auswahl einmal abspielen, mit einem Schlag des Mixes davor und danach</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>To the &amp;end</source>
        <translation>Zum &amp;Ende</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Move the playhead to the end</source>
        <translation>Die Abspielposition ans Ende setzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Loop</source>
        <translation>&amp;Loop</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Loop the selection, or all</source>
        <translation>Auswahl oder alles in Schleife spielen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Se&amp;amless loop</source>
        <translation>&amp;Nahtloser Loop</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Seamless loop: the end of the sketch flows into its beginning</source>
        <translation>Nahtloser Loop: Das Ende der Skizze geht in ihren Anfang über</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Metronome</source>
        <translation>&amp;Metronom</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Metronome: a click at every beat, to play and draw in time; never exported</source>
        <translation>Metronom: ein Klick auf jedem Schlag, um im Takt zu spielen und zu zeichnen; wird nie exportiert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>C&amp;ount-in</source>
        <translation>Ein&amp;zähler</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Count-in: a bar of clicks before playing, to start in time</source>
        <translation>Einzähler: ein Takt Klicks vor der Wiedergabe, für den richtigen Einsatz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Tap tempo</source>
        <translation>&amp;Tempo tippen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Tap the tempo: press at every beat; after two seconds without a tap, start again</source>
        <translation>Das Tempo tippen: auf jedem Schlag drücken; nach zwei Sekunden Pause beginnt es von vorn</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Hear tones while drawing</source>
        <translation>Töne beim Zeichnen &amp;hören</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>The tone brush sounds while it draws, though nothing plays; it is not recorded or exported</source>
        <translation>Der Tonpinsel klingt beim Zeichnen, auch ohne Wiedergabe; das wird weder aufgenommen noch exportiert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Play &amp;riffs while they are made</source>
        <translation>Riffs schon beim E&amp;rzeugen spielen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Play a riff as soon as its first part is ready</source>
        <translation>Ein Riff spielen, sobald sein erster Abschnitt fertig ist</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Look for sound &amp;devices</source>
        <translation>Audio&amp;geräte suchen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Find headphones and sound cards that were plugged in since the start</source>
        <translation>Kopfhörer und Soundkarten finden, die seit dem Start angeschlossen wurden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/recording_commands.py"/>
        <source>Re&amp;cord</source>
        <translation>Au&amp;fnehmen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/recording_commands.py"/>
        <source>Record the input into a new layer while the sketch plays, after the count-in if that is on</source>
        <translation>Den Eingang in eine neue Ebene aufnehmen, während die Skizze spielt; nach dem Einzähler, falls er an ist</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/recording_commands.py"/>
        <source>Recording &amp;input…</source>
        <translation>Aufnahmee&amp;ingang…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/recording_commands.py"/>
        <source>Choose the microphone and its channels, see its level, and measure its latency</source>
        <translation>Das Mikrofon und seine Kanäle wählen, seinen Pegel sehen und seine Latenz messen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>R&amp;eselect</source>
        <translation>Erneut auswä&amp;hlen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Restore the previous selection</source>
        <translation>Die vorherige Auswahl wiederherstellen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>&amp;Invert selection</source>
        <translation>Auswahl u&amp;mkehren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Select everything outside of the selection</source>
        <translation>Alles außerhalb der Auswahl auswählen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>&amp;Grow selection…</source>
        <translation>Auswahl ver&amp;größern…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Let the selection grow on all sides</source>
        <translation>Die Auswahl nach allen Seiten wachsen lassen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>S&amp;hrink selection…</source>
        <translation>Auswahl verklei&amp;nern…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Let the selection shrink on all sides</source>
        <translation>Die Auswahl von allen Seiten schrumpfen lassen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>&amp;Feather selection…</source>
        <translation>Auswahlkan&amp;te weichzeichnen…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Give the selection soft edges</source>
        <translation>Der Auswahl weiche Kanten geben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Se&amp;lect harmonics</source>
        <translation>&amp;Obertöne auswählen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Add the whole multiples of the selected frequencies, as far as they do not touch each other</source>
        <translation>Ganzzahlige Vielfache der ausgewählten Frequenzen hinzufügen, soweit sie einander nicht berühren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Select si&amp;milar…</source>
        <translation>Ähnl&amp;iches auswählen…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Select every place of the layer that sounds like the selection, such as all strokes of a drum</source>
        <translation>Alle Stellen der Ebene auswählen, die wie die Auswahl klingen, etwa alle Schläge einer Trommel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>&amp;New layer from selection</source>
        <translation>Neue E&amp;bene aus Auswahl</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Copy the selection to a new layer, with its sound</source>
        <translation>Die Auswahl mit ihrem Klang in eine neue Ebene kopieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Export selec&amp;tion…</source>
        <translation>Aus&amp;wahl exportieren…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Export the selected part of the layer as a sound file, with the length of the selection</source>
        <translation>Den ausgewählten Teil der Ebene als Audiodatei exportieren, so lang wie die Auswahl</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Write the prompt</source>
        <translation>&amp;Prompt schreiben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Go to the field for the prompt; Return comes back to the canvas</source>
        <translation>Zum Eingabefeld für den Prompt gehen; die Eingabetaste führt zur Leinwand zurück</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Library</source>
        <translation>&amp;Bibliothek</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Find, hear and use all riffs of this sketch and others</source>
        <translation>Alle Riffs dieser und anderer Skizzen finden, hören und verwenden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Add a fol&amp;der to the library…</source>
        <translation>&amp;Ordner zur Bibliothek hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>List the sounds and MIDI files of one of your folders in the library, without copying them</source>
        <translation>Die Audio- und MIDI-Dateien eines eigenen Ordners in der Bibliothek auflisten, ohne sie zu kopieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Generate</source>
        <translation>&amp;Erzeugen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Make a riff of the prompt, with the length of the sketch; a take that is not kept stays a click away</source>
        <translation>Ein Riff aus dem Prompt erzeugen, so lang wie die Skizze; ein nicht behaltener Take bleibt einen Klick entfernt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Variations</source>
        <translation>&amp;Variationen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Make the same prompt with other seeds, to choose from</source>
        <translation>Denselben Prompt mit anderen Seeds erzeugen, zur Auswahl</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Take &amp;before</source>
        <translation>Vor&amp;heriger Take</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Hear the take before this one, to compare</source>
        <translation>Den Take vor diesem hören, zum Vergleich</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>There is no take before this one</source>
        <translation>Vor diesem gibt es keinen Take</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Take a&amp;fter</source>
        <translation>N&amp;ächster Take</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Hear the take after this one, to compare</source>
        <translation>Den Take nach diesem hören, zum Vergleich</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>There is no take after this one</source>
        <translation>Nach diesem gibt es keinen Take</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;A/B: back to the last take</source>
        <translation>A/B: &amp;zurück zum letzten Take</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Switch to the previously heard take and back, to compare the two while they play</source>
        <translation>Zum zuvor gehörten Take und zurück wechseln, um beide während der Wiedergabe zu vergleichen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>There is no other take</source>
        <translation>Es gibt keinen anderen Take</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Keep this take</source>
        <translation>Diesen Ta&amp;ke behalten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Keep this take: the next riff is a new layer beside it</source>
        <translation>Diesen Take behalten: Das nächste Riff wird eine neue Ebene daneben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>The layer has no takes</source>
        <translation>Die Ebene hat keine Takes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Make the layer real</source>
        <translation>Ebene real &amp;machen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Make music of the drawing on the layer, closer to it or freer</source>
        <translation>Aus der Zeichnung auf der Ebene Musik machen, näher an ihr oder freier</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Make all layers real</source>
        <translation>Alle Ebenen real machen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Make music of all audible layers, closer to them or freer</source>
        <translation>Aus allen hörbaren Ebenen Musik machen, näher an ihnen oder freier</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Repaint</source>
        <translation>Ne&amp;u malen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Regenerate the masked part, or else the selection; the rest stays as it is</source>
        <translation>Den maskierten Teil oder sonst die Auswahl neu erzeugen; der Rest bleibt, wie er ist</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Render the &amp;timeline</source>
        <translation>Ze&amp;itleiste rendern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Make a riff that walks through all keyframes, with the length of the sketch</source>
        <translation>Ein Riff erzeugen, das alle Keyframes durchläuft, so lang wie die Skizze</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Render what c&amp;hanged</source>
        <translation>&amp;Geändertes rendern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Regenerate the layer where the timeline has changed since; the rest stays as it is</source>
        <translation>Die Ebene dort neu erzeugen, wo sich die Zeitleiste seither geändert hat; der Rest bleibt, wie er ist</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Cont&amp;inue to the right</source>
        <translation>Nach re&amp;chts fortsetzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Continue the layer after its end, by four bars</source>
        <translation>Die Ebene nach ihrem Ende um vier Takte fortsetzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Continue to th&amp;e left</source>
        <translation>Nach &amp;links fortsetzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Continue the layer before its beginning, by four bars; all else moves to the right</source>
        <translation>Die Ebene vor ihrem Anfang um vier Takte fortsetzen; alles andere rückt nach rechts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Compare with what it was made of</source>
        <translation>Mit der &amp;Quelle vergleichen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Hear the layers that this one was made from instead of it, and back</source>
        <translation>Statt dieser Ebene die Ebenen hören, aus denen sie entstand, und zurück</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Add a &amp;part…</source>
        <translation>Stimme hinzuf&amp;ügen…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Compose and play a bass, drums, chords, a melody or a counter-melody to the audible layers</source>
        <translation>Bass, Schlagzeug, Akkorde, eine Melodie oder Gegenmelodie zu den hörbaren Ebenen komponieren und spielen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Split the layer</source>
        <translation>Ebene au&amp;fteilen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Split the layer into percussive, bass and harmonic sound, which sum to it exactly</source>
        <translation>Die Ebene in perkussiven, Bass- und harmonischen Klang aufteilen, die zusammen genau sie ergeben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Notes from the drawing</source>
        <translation>No&amp;ten aus der Zeichnung</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Read the notes of a drawing, or of a hummed or imported line, to edit and to play them</source>
        <translation>Die Noten einer Zeichnung oder einer gesummten oder importierten Linie lesen, um sie zu bearbeiten und zu spielen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Pla&amp;y the notes again</source>
        <translation>Noten neu &amp;spielen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Regenerate the layer in the bars with changed notes; the rest stays as it is</source>
        <translation>Die Ebene in den Takten mit geänderten Noten neu erzeugen; der Rest bleibt, wie er ist</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>The layer plays its notes already: change some with the note tool first</source>
        <translation>Die Ebene spielt ihre Noten bereits: zuerst mit dem Notenwerkzeug welche ändern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Use the layer&apos;s recipe</source>
        <translation>Rezept der Ebene ver&amp;wenden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Set prompt, seed, model and all other settings to those of the layer</source>
        <translation>Prompt, Seed, Modell und alle anderen Einstellungen von der Ebene übernehmen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Remove the mask</source>
        <translation>Die Maske entfernen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Cancel the riff</source>
        <translation>Riff abbrechen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Stop the riff in progress and undo its changes</source>
        <translation>Das laufende Riff anhalten und seine Änderungen rückgängig machen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>No riff is being made</source>
        <translation>Es wird kein Riff erzeugt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Models…</source>
        <translation>Modelle…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Add, get and remove models</source>
        <translation>Modelle hinzufügen, herunterladen und entfernen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Compute &amp;on…</source>
        <translation>&amp;Rechnen auf…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Choose the graphics card or the processor that riffs are made on</source>
        <translation>Die Grafikkarte oder den Prozessor wählen, worauf Riffs erzeugt werden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>Snapshot &amp;{number}</source>
        <translation>Schnappschuss &amp;{number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>Switch to snapshot {number}; an empty one stores the present sketch</source>
        <translation>Zu Schnappschuss {number} wechseln; ein leerer speichert die aktuelle Skizze</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>Hold in snapshot {number}</source>
        <translation>In Schnappschuss {number} ablegen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>Store the present sketch in snapshot {number}</source>
        <translation>Die aktuelle Skizze in Schnappschuss {number} speichern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>&amp;Match their loudness</source>
        <translation>&amp;Lautheit angleichen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>Play every snapshot at the loudness of the quietest, for a fair comparison</source>
        <translation>Jeden Schnappschuss so laut wie den leisesten spielen, für einen fairen Vergleich</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>&amp;Empty all snapshots</source>
        <translation>Alle Schnappschüsse l&amp;eeren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>Clear all snapshots</source>
        <translation>Alle Schnappschüsse löschen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Pen drives &amp;size</source>
        <translation>Stift steuert &amp;Größe</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>The harder a pen is pressed, the larger the tip</source>
        <translation>Je stärker der Druck des Stifts, desto größer die Spitze</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Pen drives s&amp;trength</source>
        <translation>Stift steuert &amp;Stärke</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>The harder a pen is pressed, the louder</source>
        <translation>Je stärker der Druck des Stifts, desto lauter</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Pen drives &amp;both</source>
        <translation>Stift steuert &amp;beides</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Pressure of a pen drives size and strength</source>
        <translation>Der Druck des Stifts steuert Größe und Stärke</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Pen drives &amp;nothing</source>
        <translation>Stift steuert &amp;nichts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>A pen paints like a mouse</source>
        <translation>Ein Stift malt wie eine Maus</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>S&amp;oft pen</source>
        <translation>&amp;Weicher Stift</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>A light touch is much</source>
        <translation>Leichter Druck bewirkt viel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>&amp;Even pen</source>
        <translation>G&amp;leichmäßiger Stift</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Half the pressure is half</source>
        <translation>Halber Druck bewirkt die Hälfte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>&amp;Firm pen</source>
        <translation>&amp;Harter Stift</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>A light touch is little</source>
        <translation>Leichter Druck bewirkt wenig</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>&amp;Harmonics</source>
        <translation>O&amp;bertöne</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Tools mark the harmonics of a pitch too</source>
        <translation>Werkzeuge markieren auch die Obertöne einer Tonhöhe</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>&amp;Magnet</source>
        <translation>Ma&amp;gnet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Marks go to the nearest pitch, and so are in tune</source>
        <translation>Markierungen rasten auf der nächsten Tonhöhe ein und sind so gestimmt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>&amp;Grid</source>
        <translation>R&amp;aster</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Strokes and selections begin and end on the grid of the tempo</source>
        <translation>Striche und Auswahlen beginnen und enden auf dem Raster des Tempos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Take selection as stam&amp;p</source>
        <translation>Auswahl als Stem&amp;pel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Use the selection as the stamp of the stamp tool</source>
        <translation>Die Auswahl als Stempel des Stempelwerkzeugs verwenden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Take pi&amp;cture as stamp…</source>
        <translation>Bild als Ste&amp;mpel…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Use a picture from a file as the stamp of the stamp tool: bright is loud</source>
        <translation>Ein Bild aus einer Datei als Stempel des Stempelwerkzeugs verwenden: Hell ist laut</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>&amp;Fit</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Show all of the sketch</source>
        <translation>Die ganze Skizze zeigen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Show less time, in more detail; the wheel does so at the pointer</source>
        <translation>Weniger Zeit mit mehr Einzelheiten zeigen; das Mausrad tut das am Zeiger</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Show more time; the wheel does so at the pointer</source>
        <translation>Mehr Zeit zeigen; das Mausrad tut das am Zeiger</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Frequency axis by &amp;semitones</source>
        <translation>Frequenzachse in &amp;Halbtönen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>All semitones have the same height, from E0 up, for basses and melodies; otherwise the axis is mel</source>
        <translation>Alle Halbtöne sind gleich hoch, ab E0 aufwärts, für Bässe und Melodien; sonst ist die Achse mel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>&amp;Grid lines</source>
        <translation>&amp;Rasterlinien</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Lines for bars and beats, and for notes, those of the key brighter; fewer if they are too close</source>
        <translation>Linien für Takte und Schläge und für Noten, die der Tonart heller; weniger, wenn sie zu dicht liegen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>&amp;Piano</source>
        <translation>Klav&amp;iatur</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>A piano at the left of the canvas, to see the note under the pointer, and to play notes</source>
        <translation>Eine Klaviatur links der Leinwand, um die Note unter dem Zeiger zu sehen und Noten zu spielen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>&amp;Notes</source>
        <translation>&amp;Noten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Show the notes of the layer over it; the note tool shows them too</source>
        <translation>Die Noten der Ebene darüber zeigen; das Notenwerkzeug zeigt sie auch</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>P&amp;artials</source>
        <translation>&amp;Teiltöne</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Draw the sustained tones of the layer as lines, to tell tones from noise</source>
        <translation>Die gehaltenen Töne der Ebene als Linien zeichnen, um Töne von Rauschen zu unterscheiden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>&amp;Waveform</source>
        <translation>&amp;Wellenform</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>The waveform of the mix under the canvas, and of the active layer over it, to see beats and peaks</source>
        <translation>Die Wellenform des Mixes unter der Leinwand und darüber die der aktiven Ebene, um Schläge und Spitzen zu sehen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Light &amp;colours</source>
        <translation>Helle &amp;Farben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Light colours for bright rooms, or dark ones</source>
        <translation>Helle Farben für helle Räume, oder dunkle</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Go to the ne&amp;xt panel</source>
        <translation>N&amp;ächstes Bedienfeld</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Move the keyboard focus to the next panel or bar; Tab moves within it</source>
        <translation>Den Tastaturfokus zum nächsten Bedienfeld oder zur nächsten Leiste bewegen; Tab bewegt ihn innerhalb davon</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Go to the pre&amp;vious panel</source>
        <translation>V&amp;orheriges Bedienfeld</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Move the keyboard focus to the previous panel or bar</source>
        <translation>Den Tastaturfokus zum vorherigen Bedienfeld oder zur vorherigen Leiste bewegen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Language of menus and messages from the next start; System is the computer&apos;s, if there is a translation</source>
        <translation>Sprache von Menüs und Meldungen ab dem nächsten Start; „System“ ist die des Computers, falls es eine Übersetzung gibt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>The language changes when riffdesk is started again.</source>
        <translation>Die Sprache ändert sich beim nächsten Start von riffdesk.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Waiting… (Esc)</source>
        <translation>Wartet… (Esc)</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Bindings of MIDI controllers</source>
        <translation>Zuweisungen von MIDI-Controllern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Which controller moves what; Delete removes the selected one</source>
        <translation>Welcher Controller was steuert; Entf entfernt die markierte Zuweisung</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Controller</source>
        <translation>Controller</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Moves</source>
        <translation>Steuert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>What a controller moves</source>
        <translation>Was ein Controller steuert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>What the next controller is to move</source>
        <translation>Was der nächste Controller steuern soll</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Then move a controller, or press a key of the keyboard, to bind it; Esc ends</source>
        <translation>Dann einen Controller bewegen oder eine Taste des Keyboards drücken, um sie zuzuweisen; Esc beendet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Remove the binding that is selected in the table</source>
        <translation>Die in der Tabelle markierte Zuweisung entfernen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Move what is to move “{target}”.</source>
        <translation>Jetzt bewegen, was „{target}“ steuern soll.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>{title} moves it already.</source>
        <translation>{title} steuert das bereits.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Bind a controller</source>
        <translation>Controller zuweisen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Bind</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>{title} stays as it is.</source>
        <translation>{title} bleibt unverändert.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>{title} moves “{moves}” now.</source>
        <translation>{title} steuert jetzt „{moves}“.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <source>Command: {title}</source>
        <translation>Befehl: {title}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <source>Controllers</source>
        <translation>Controller</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <source>{title} is not possible now: {reason}.</source>
        <translation>{title} ist jetzt nicht möglich: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <source>{title} is not possible now.</source>
        <translation>{title} ist jetzt nicht möglich.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scene {number}</source>
        <translation>Szene {number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <source>{what} is for a jam: start one first.</source>
        <translation>Nur in einem Jam möglich: {what}. Zuerst einen starten.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link.py"/>
        <source>Starts at the next bar of the Link session.</source>
        <translation>Startet mit dem nächsten Takt der Link-Sitzung.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link.py"/>
        <source>Tempo of the Link session</source>
        <translation>Tempo der Link-Sitzung</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link.py"/>
        <source>The tempo of the Link session is left out. {error}</source>
        <translation>Das Tempo der Link-Sitzung wird nicht übernommen. {error}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link_box.py"/>
        <source>Share tempo, bars, start and stop with other music programs of this computer and of the network</source>
        <translation>Tempo, Takte, Start und Stopp mit anderen Musikprogrammen auf diesem Computer und im Netzwerk teilen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link_box.py"/>
        <source>Ableton Link</source>
        <translation>Ableton Link</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/control/clock/link_box.py"/>
        <source>{count} other programs</source>
        <extracomment>For 1: {count} other program</extracomment>
        <translation>
            <numerusform>{count} anderes Programm</numerusform>
            <numerusform>{count} andere Programme</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link_box.py"/>
        <source>No other program</source>
        <translation>Kein anderes Programm</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link_box.py"/>
        <source>Playback starts at the next bar.</source>
        <translation>Die Wiedergabe startet mit dem nächsten Takt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/midi_clock.py"/>
        <source>Tempo of the MIDI clock</source>
        <translation>Tempo der MIDI-Clock</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/midi_clock.py"/>
        <source>The MIDI clock is left out. {error}</source>
        <translation>Die MIDI-Clock wird nicht übernommen. {error}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/midi_clock.py"/>
        <source>The MIDI clock was lost; the tempo stays {tempo:g} bpm.</source>
        <translation>Die MIDI-Clock ging verloren; das Tempo bleibt bei {tempo:g} bpm.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/midi_clock.py"/>
        <source>The MIDI clock is at {seconds:.1f} s, which is after the end of the sketch; playback goes to the end.</source>
        <translation>Die MIDI-Clock steht bei {seconds:.1f} s und damit hinter dem Ende der Skizze; die Wiedergabe springt ans Ende.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/jam_chords.py"/>
        <source>There is no name for the chord of {names}, so the jam does not get it.</source>
        <translation>Für den Akkord aus {names} gibt es keinen Namen, daher bekommt der Jam ihn nicht.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/jam_chords.py"/>
        <source>{chord}: start a jam first (Play &gt; Jam), so that it gets the chord.</source>
        <translation>{chord}: Zuerst einen Jam starten (Wiedergabe &gt; Jam), damit er den Akkord bekommt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/jam_chords.py"/>
        <source>{chord} is heard</source>
        <translation>{chord} erklingt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/learning.py"/>
        <source>{title} is bound to “{moves}” already. Bind it to “{instead}” instead?</source>
        <translation>{title} steuert bereits „{moves}“. Stattdessen „{instead}“ zuweisen?</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi.py"/>
        <source>{wanted} is gone. It is used again when it is back.</source>
        <translation>{wanted} ist nicht mehr da. Sobald das Gerät zurück ist, wird es wieder verwendet.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi.py"/>
        <source>{wanted} is back.</source>
        <translation>{wanted} ist wieder da.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>The keyboard or controller that riffdesk listens to; it is used again when it was unplugged and is back</source>
        <translation>Das Keyboard oder der Controller, worauf riffdesk hört; nach dem Abziehen und Anstecken wird das Gerät wieder verwendet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Channel of the notes that are used; controllers are bound with their own channel</source>
        <translation>Kanal der verwendeten Noten; Controller werden mit ihrem eigenen Kanal zugewiesen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>What notes do: they sound, or paint with the settings of the tone brush where they were heard, or the jam plays the chords that are held</source>
        <translation>Was Noten tun: klingen, mit den Einstellungen des Tonpinsels dort malen, wo sie zu hören waren, oder dem Jam die gehaltenen Akkorde geben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Send the tempo, start, stop and place of playback to a device, so that it plays in time with the sketch</source>
        <translation>Tempo, Start, Stopp und Position der Wiedergabe an ein Gerät senden, damit es synchron zur Skizze spielt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Tempo, start and stop of the sketch follow the clock of the MIDI input</source>
        <translation>Tempo, Start und Stopp der Skizze folgen der Clock des MIDI-Eingangs</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>MIDI input</source>
        <translation>MIDI-Eingang</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>MIDI channel</source>
        <translation>MIDI-Kanal</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>All channels</source>
        <translation>Alle Kanäle</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Channel {number}</source>
        <translation>Kanal {number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>What MIDI notes do</source>
        <translation>Was MIDI-Noten tun</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Output of the MIDI clock</source>
        <translation>Ausgang der MIDI-Clock</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Follow the clock of the input</source>
        <translation>Der Clock des Eingangs folgen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Clock to</source>
        <translation>Clock an</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>No input</source>
        <translation>Kein Eingang</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Nowhere</source>
        <translation>Kein Ausgang</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Listening to {chosen}.</source>
        <translation>riffdesk hört auf {chosen}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>{chosen} is not there; it is used when it is.</source>
        <translation>{chosen} ist nicht da; das Gerät wird verwendet, sobald es da ist.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Choose an input to play and control riffdesk.</source>
        <translation>Einen Eingang wählen, um riffdesk zu spielen und zu steuern.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>No MIDI device is plugged in.</source>
        <translation>Es ist kein MIDI-Gerät angeschlossen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/control/note_painter.py"/>
        <source>MIDI notes</source>
        <extracomment>For 1: MIDI note</extracomment>
        <translation>
            <numerusform>MIDI-Note</numerusform>
            <numerusform>MIDI-Noten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/note_painter.py"/>
        <source>{note} is not among the frequencies of the sketch.</source>
        <translation>{note} liegt außerhalb der Frequenzen der Skizze.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/note_painter.py"/>
        <source>There is no room at the end of the sketch: move the playhead to the left.</source>
        <translation>Am Ende der Skizze ist kein Platz: Abspielposition weiter nach links setzen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/note_uses.py"/>
        <source>Sound</source>
        <translation>Klingen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/note_uses.py"/>
        <source>Paint</source>
        <translation>Malen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/note_uses.py"/>
        <source>Give the jam its chords</source>
        <translation>Dem Jam Akkorde geben</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/control/note_uses.py"/>
        <source>{count} notes came too fast and were not painted.</source>
        <extracomment>For 1: {count} note came too fast and was not painted.</extracomment>
        <translation>
            <numerusform>{count} Note kam zu schnell und wurde nicht gemalt.</numerusform>
            <numerusform>{count} Noten kamen zu schnell und wurden nicht gemalt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc.py"/>
        <source>A packet came to the port of OSC that is no OSC.</source>
        <translation>Am OSC-Port kam ein Paket an, das kein OSC ist.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc.py"/>
        <source>An OSC message is for a jam: start one first (Play &gt; Jam).</source>
        <translation>Eine OSC-Nachricht gilt einem Jam: zuerst einen starten (Wiedergabe &gt; Jam).</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc.py"/>
        <source>The {field} of an OSC message is heard</source>
        <translation>{field} einer OSC-Nachricht wird hörbar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>Let other programs and touch screens control riffdesk by OSC (Open Sound Control). The guide has the addresses</source>
        <translation>Andere Programme und Touchscreens riffdesk per OSC (Open Sound Control) steuern lassen. Die Adressen stehen im Handbuch</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>The UDP port that OSC is sent to</source>
        <translation>Der UDP-Port, an den OSC gesendet wird</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>Receive OSC from every computer of the network. Whoever is in it can control riffdesk then</source>
        <translation>OSC von jedem Computer im Netzwerk empfangen. Wer darin ist, kann dann riffdesk steuern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>Receive OSC</source>
        <translation>OSC empfangen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>Port of OSC</source>
        <translation>OSC-Port</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>From other computers, too</source>
        <translation>Auch von anderen Computern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>any computer of the network</source>
        <translation>jedem Computer im Netzwerk</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>programs of this computer</source>
        <translation>Programmen auf diesem Computer</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>Listening to {place} at port {port}.</source>
        <translation>Empfang von {place} an Port {port}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/control/seldom_notice.py"/>
        <source>{count} {kind} messages came too fast and were left out.</source>
        <extracomment>For 1: {count} {kind} message came too fast and was left out.</extracomment>
        <translation>
            <numerusform>{count} {kind}-Nachricht kam zu schnell und wurde ausgelassen.</numerusform>
            <numerusform>{count} {kind}-Nachrichten kamen zu schnell und wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>the example</source>
        <translation>das Beispiel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>{name} is open in another window of riffdesk too. Work there, or save a copy of it here first.</source>
        <translation>{name} ist auch in einem anderen Fenster von riffdesk geöffnet. Dort arbeiten oder zuerst hier eine Kopie speichern.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>That version is no longer open. Choose it again under File &gt; Versions.</source>
        <translation>Diese Version ist nicht mehr geöffnet. Unter Datei &gt; Versionen erneut wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>This is a copy of the version of {name} of {when}. Restore saves it as {name}.</source>
        <translation>Dies ist eine Kopie der Version vom {when} von {name}. „Wiederherstellen“ speichert sie als {name}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>{name} is open in another window of riffdesk too. Save a copy of it here.</source>
        <translation>{name} ist auch in einem anderen Fenster von riffdesk geöffnet. Hier eine Kopie speichern.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>riffdesk sketches</source>
        <translation>riffdesk-Skizzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Save sketch</source>
        <translation>Skizze speichern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Saved {name}.</source>
        <translation>{name} gespeichert.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>{name} has been read. Save the changes to {sketch} before it is opened?</source>
        <translation>{name} ist eingelesen. Vor dem Öffnen die Änderungen an {sketch} speichern?</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Save the changes to {name} first?</source>
        <translation>Zuerst die Änderungen an {name} speichern?</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Making the sound to export in {quality} quality</source>
        <translation>Klang für den Export wird erzeugt (Qualität: {quality})</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Measuring the sound</source>
        <translation>Klang wird gemessen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Spectrogram</source>
        <translation>Spektrogramm</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Export spectrogram</source>
        <translation>Spektrogramm exportieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Exported {name}.</source>
        <translation>{name} exportiert.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>MIDI file</source>
        <translation>MIDI-Datei</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Export notes as MIDI</source>
        <translation>Noten als MIDI exportieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Exporting {name}</source>
        <translation>{name} wird exportiert</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Exported {count} files to {folder}.</source>
        <extracomment>For 1: Exported {name} to {folder}.</extracomment>
        <translation>
            <numerusform>{name} nach {folder} exportiert.</numerusform>
            <numerusform>{count} Dateien nach {folder} exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>All were turned down by {gain:.1f} dB so that nothing clips.</source>
        <translation>Alle wurden um {gain:.1f} dB abgesenkt, damit nichts übersteuert.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>No program shows folders here. The files are in {folder}.</source>
        <translation>Kein Programm zeigt hier Ordner an. Die Dateien liegen in {folder}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>WAV, 24 bit</source>
        <translation>WAV, 24 Bit</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>WAV, 16 bit</source>
        <translation>WAV, 16 Bit</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>WAV, 32 bit float</source>
        <translation>WAV, 32 Bit Float</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>FLAC, 24 bit</source>
        <translation>FLAC, 24 Bit</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>FLAC, 16 bit</source>
        <translation>FLAC, 16 Bit</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Measuring the loudness…</source>
        <translation>Lautheit wird gemessen…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Export audio</source>
        <translation>Audio exportieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Folder for the files; it is made if it is missing</source>
        <translation>Ordner für die Dateien; er wird angelegt, falls er fehlt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Choose the folder from a list</source>
        <translation>Den Ordner aus einer Liste wählen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <location filename="../../riffdesk/ui/library/entries/entry_delegate.py"/>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Beginning of the name of every file</source>
        <translation>Anfang des Namens jeder Datei</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>24 bit is more than the ear can hear; 32 bit float never clips</source>
        <translation>24 Bit sind mehr, als das Ohr hört; 32 Bit Float übersteuert nie</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Folder for the exported files</source>
        <translation>Ordner für die exportierten Dateien</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>The loudness could not be measured.</source>
        <translation>Die Lautheit konnte nicht gemessen werden.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Tick the files that you want. Space ticks the one with the focus</source>
        <translation>Gewünschte Dateien ankreuzen. Die Leertaste kreuzt die mit dem Fokus an</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>The mix is what you hear. A layer that you do not hear has a file too.</source>
        <translation>Der Mix ist das, was zu hören ist. Auch eine nicht hörbare Ebene hat eine Datei.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Tick every file</source>
        <translation>Alle Dateien ankreuzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Untick every file</source>
        <translation>Keine Datei ankreuzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Name a folder.</source>
        <translation>Einen Ordner angeben.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Tick at least one file.</source>
        <translation>Mindestens eine Datei ankreuzen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>{count} files</source>
        <extracomment>For 1: {count} file</extracomment>
        <translation>
            <numerusform>{count} Datei</numerusform>
            <numerusform>{count} Dateien</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>up to {size}</source>
        <translation>bis zu {size}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>{files}, {length} long, {room} in {folder}.</source>
        <translation>{files}, Länge {length}, {room} in {folder}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>But that is a file, not a folder.</source>
        <translation>Aber das ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>But you may not write there: choose another folder.</source>
        <translation>Aber dort fehlt die Schreibberechtigung: einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>But only {size} are free there.</source>
        <translation>Aber dort sind nur {size} frei.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>The folder will be made.</source>
        <translation>Der Ordner wird angelegt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Mix: {level}</source>
        <translation>Mix: {level}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>All files are turned down by {gain_db:.1f} dB together, so that none clips: the highest peak is {peak}. During playback a limiter reduces that; files have none. 32 bit float keeps the level.</source>
        <translation>Alle Dateien werden gemeinsam um {gain_db:.1f} dB abgesenkt, damit keine übersteuert: Die höchste Spitze liegt bei {peak}. Bei der Wiedergabe senkt ein Limiter das ab; Dateien haben keinen. 32 Bit Float behält den Pegel.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>The highest peak is {peak}, which 32 bit float holds. Turn it down where it is played.</source>
        <translation>Die höchste Spitze liegt bei {peak}, was 32 Bit Float fasst. Beim Abspielen leiser stellen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>The highest peak is {peak}, which the imported file itself has: it is copied unchanged.</source>
        <translation>Die höchste Spitze liegt bei {peak} und stammt aus der importierten Datei selbst: Sie wird unverändert kopiert.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Nothing clips, so nothing is turned down.</source>
        <translation>Nichts übersteuert, daher wird nichts abgesenkt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>silent</source>
        <translation>still</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>below -70 LUFS</source>
        <translation>unter -70 LUFS</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>{loud}, highest peak {peak}</source>
        <translation>{loud}, höchste Spitze {peak}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>not soloed</source>
        <translation>nicht auf Solo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Everything riffdesk opens</source>
        <translation>Alles, was riffdesk öffnet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Sounds, images and MIDI files</source>
        <translation>Audio, Bilder und MIDI-Dateien</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Sounds</source>
        <translation>Audio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>MIDI files</source>
        <translation>MIDI-Dateien</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Take picture as stamp</source>
        <translation>Bild als Stempel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>There is a file {name} in {parent} already. Replace it?</source>
        <translation>In {parent} gibt es bereits eine Datei {name}. Ersetzen?</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Changed on disk</source>
        <translation>Auf dem Datenträger geändert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>{name} was changed by another program since it was opened here.</source>
        <translation>{name} wurde von einem anderen Programm geändert, seit die Datei hier geöffnet wurde.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>If you replace it, the other program&apos;s version stays under File &gt; Versions.</source>
        <translation>Wird sie ersetzt, bleibt die Version des anderen Programms unter Datei &gt; Versionen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Save as another…</source>
        <translation>Unter anderem Namen speichern…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_import.py"/>
        <source>Fitting {name} to the sketch</source>
        <translation>{name} wird an die Skizze angepasst</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/history_panel.py"/>
        <source>Steps of the sketch</source>
        <translation>Schritte der Skizze</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/history_panel.py"/>
        <source>Click a step to go back to it. Undone steps are in italics</source>
        <translation>Ein Klick auf einen Schritt führt zu ihm zurück. Rückgängig gemachte Schritte sind kursiv</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/history_panel.py"/>
        <source>Memory of the history</source>
        <translation>Speicher des Verlaufs</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/history_panel.py"/>
        <source>undone</source>
        <translation>rückgängig gemacht</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/history_panel.py"/>
        <source>The history takes about {held:.0f} of {limit:,.0f} MiB.</source>
        <translation>Der Verlauf belegt etwa {held:.0f} von {limit:,.0f} MiB.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>{name} has {count} channels{names}.</source>
        <translation>{name} hat {count} Kanäle{names}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>They can be mixed into one layer, or each becomes a layer of its own.</source>
        <translation>Sie lassen sich in eine Ebene mischen, oder jeder wird eine eigene Ebene.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>Mix them down</source>
        <translation>Zusammenmischen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>A layer for each</source>
        <translation>Je eine Ebene</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>{name} is far too loud: its samples go far above full scale.</source>
        <translation>{name} ist viel zu laut: Die Samples gehen weit über Vollaussteuerung.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>They are probably integers stored as floats. Turned down by {gain:.0f} dB, it is as loud as it was recorded.</source>
        <translation>Es sind wohl als Gleitkommazahlen gespeicherte Ganzzahlen. Um {gain:.0f} dB abgesenkt, ist es so laut, wie es aufgenommen wurde.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>Turn it down</source>
        <translation>Absenken</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>Leave it as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>{name} seems to be drawn in white on black.</source>
        <translation>{name} ist anscheinend weiß auf schwarz gezeichnet.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>In a spectrogram image dark is loud: if it is inverted, its white lines sound; otherwise all black areas do.</source>
        <translation>In einem Spektrogrammbild ist Dunkles laut: Umgekehrt klingen die weißen Linien, sonst alle schwarzen Flächen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>White on black</source>
        <translation>Weiß auf Schwarz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>Invert it</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>{name} has no level: turned down by {gain_db:.0f} dB.</source>
        <translation>{name} hat keinen Pegel: um {gain_db:.0f} dB abgesenkt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>Measuring the level of {name}</source>
        <translation>Pegel wird gemessen: {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>The sketch has the tempo of {name}, {tempo:g} bpm.</source>
        <translation>Die Skizze hat das Tempo von {name}, {tempo:g} bpm.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>{name} is at {tempo:g} bpm, and the sketch at {present:g}.</source>
        <translation>{name} hat {tempo:g} bpm, die Skizze {present:g} bpm.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>Take {tempo:g} bpm</source>
        <translation>{tempo:g} bpm übernehmen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Colour of the layer on the canvas</source>
        <translation>Farbe der Ebene auf der Leinwand</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Mute this layer</source>
        <translation>Diese Ebene stumm schalten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Solo</source>
        <translation>Solo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Solo: play only this layer</source>
        <translation>Solo: nur diese Ebene spielen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Gain</source>
        <comment>of a layer</comment>
        <translation>Pegel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Level in dB; double-click for 0 dB</source>
        <translation>Pegel in dB; Doppelklick für 0 dB</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Level in dB</source>
        <translation>Pegel in dB</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Pan</source>
        <translation>Panorama</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Left to right; double-click for the middle</source>
        <translation>Von links nach rechts; Doppelklick für die Mitte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>centre</source>
        <comment>between left and right</comment>
        <translation>Mitte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>this layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Not heard: {reason}</source>
        <translation>Nicht zu hören: {reason}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Name of the layer; click it to type another</source>
        <translation>Name der Ebene; anklicken, um einen anderen einzugeben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>notes changed</source>
        <translation>Noten geändert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Layer {name}</source>
        <translation>Ebene {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>selected</source>
        <translation>ausgewählt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Colour of the layer</source>
        <translation>Farbe der Ebene</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Made by {model} from “{prompt}”, seed {seed}</source>
        <translation>Erzeugt von {model} aus „{prompt}“, Seed {seed}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Made by {model}, seed {seed}</source>
        <translation>Erzeugt von {model}, Seed {seed}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>{made}, from {source}</source>
        <translation>{made}, aus {source}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>another layer is isolated</source>
        <translation>eine andere Ebene ist isoliert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/recent_files.py"/>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/recent_files.py"/>
        <location filename="../../riffdesk/ui/document/versions_menu.py"/>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>Snapshots</source>
        <translation>Schnappschüsse</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>Store the sketch in {number}</source>
        <translation>Die Skizze in {number} speichern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>Empty all</source>
        <translation>Alle leeren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>switch to it; Shift stores the present sketch in it</source>
        <translation>dorthin wechseln; mit Umschalt die aktuelle Skizze darin speichern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>store the present sketch</source>
        <translation>die aktuelle Skizze speichern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>Snapshot {number}</source>
        <translation>Schnappschuss {number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>Snapshot {number}, empty</source>
        <translation>Schnappschuss {number}, leer</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/versions_menu.py"/>
        <source>&amp;Versions</source>
        <translation>&amp;Versionen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/versions_menu.py"/>
        <source>Open it as an unsaved copy</source>
        <translation>Als nicht gespeicherte Kopie öffnen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/fields.py"/>
        <source> bars</source>
        <extracomment>For 1:  bar</extracomment>
        <translation>
            <numerusform> Takt</numerusform>
            <numerusform> Takte</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/fields.py"/>
        <source>Length of the sketch in bars, at its tempo and meter</source>
        <translation>Länge der Skizze in Takten, in ihrem Tempo und ihrer Taktart</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/fields.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/fields.py"/>
        <source> random</source>
        <translation> zufällig</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/fields.py"/>
        <source>Length in bars</source>
        <translation>Länge in Takten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/file_drop.py"/>
        <source>That is a link to the web, which riffdesk does not open. Save it as a file first, and drop that.</source>
        <translation>Das ist ein Link ins Web, den riffdesk nicht öffnet. Zuerst als Datei speichern und diese hier ablegen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/file_drop.py"/>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>not possible: {reason}</source>
        <translation>nicht möglich: {reason}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>not possible</source>
        <translation>nicht möglich</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>Type a command</source>
        <translation>Befehl eingeben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>Words of a command or its menu; Up and Down choose, Return runs, Esc closes</source>
        <translation>Wörter eines Befehls oder seines Menüs; Auf und Ab wählen, die Eingabetaste führt aus, Esc schließt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>Return or a click runs a command</source>
        <translation>Die Eingabetaste oder ein Klick führt einen Befehl aus</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>No such command</source>
        <translation>Kein solcher Befehl</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/help.py"/>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/timeline/seed_timeline.py"/>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Seed timeline</source>
        <translation>Seed-Zeitleiste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/help.py"/>
        <source>About riffdesk</source>
        <translation>Über riffdesk</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/help.py"/>
        <source>&lt;h3&gt;riffdesk {version}&lt;/h3&gt;&lt;p&gt;A music sketchpad: draw a spectrogram and hear it.&lt;/p&gt;&lt;p&gt;It reads and writes the spectrogram images of Riffusion (Seth Forsgren and Hayk Martiros, 2022).&lt;/p&gt;&lt;p&gt;MIT licence.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;riffdesk {version}&lt;/h3&gt;&lt;p&gt;Ein Musik-Skizzenblock: ein Spektrogramm zeichnen und es hören.&lt;/p&gt;&lt;p&gt;riffdesk liest und schreibt die Spektrogrammbilder von Riffusion (Seth Forsgren und Hayk Martiros, 2022).&lt;/p&gt;&lt;p&gt;MIT-Lizenz.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/help.py"/>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/help.py"/>
        <source>&lt;p&gt;There are no messages.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Es gibt keine Meldungen.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>{text} for {name}</source>
        <translation>{text} für {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>Invalid keyboard shortcuts in the settings were ignored: {invalid}.</source>
        <translation>Ungültige Tastenkürzel in den Einstellungen wurden ignoriert: {invalid}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>{key} cannot be a shortcut: {reason}.</source>
        <translation>{key} kann kein Tastenkürzel sein: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>{key} cannot be a shortcut: it opens the menu {menu}.</source>
        <translation>{key} kann kein Tastenkürzel sein: Die Taste öffnet das Menü {menu}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>While you write in a text field, {name} writes.</source>
        <translation>Beim Schreiben in einem Textfeld schreibt {name}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>While you write in a text field, {name} edits the text.</source>
        <translation>Beim Schreiben in einem Textfeld bearbeitet {name} den Text.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>it moves the focus from field to field</source>
        <translation>sie bewegt den Fokus von Feld zu Feld</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>it confirms typed text and presses buttons</source>
        <translation>sie bestätigt eingegebenen Text und drückt Schaltflächen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>it leaves fields and dialogs, and cancels a stroke</source>
        <translation>sie verlässt Felder und Dialoge und bricht einen Strich ab</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>it moves in lists, sliders and the seed timeline</source>
        <translation>sie bewegt in Listen, Reglern und der Seed-Zeitleiste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>it opens context menus</source>
        <translation>sie öffnet Kontextmenüs</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>it belongs to the system</source>
        <translation>sie gehört dem System</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Choose the keyframe before or after; with Shift several</source>
        <translation>Den Keyframe davor oder danach wählen; mit Umschalt mehrere</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Move the chosen keyframes to the next bar line</source>
        <translation>Die gewählten Keyframes zum nächsten Taktstrich bewegen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Ctrl + Left, Right</source>
        <translation>Strg + Links, Rechts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Move the chosen keyframes by a tenth of a second</source>
        <translation>Die gewählten Keyframes um eine Zehntelsekunde bewegen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Alt + Left, Right</source>
        <translation>Alt + Links, Rechts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Add a keyframe in the middle of the view</source>
        <translation>Einen Keyframe in der Mitte der Ansicht hinzufügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Insert</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Remove the chosen keyframes</source>
        <translation>Die gewählten Keyframes entfernen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Delete</source>
        <comment>of the keyboard</comment>
        <translation>Entf</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Curve, new seed, copy</source>
        <translation>Kurve, neuer Seed, Kopie</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Add a keyframe</source>
        <translation>Einen Keyframe hinzufügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Double-click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Move a keyframe from bar to bar; with Shift freely</source>
        <translation>Einen Keyframe von Takt zu Takt bewegen; mit Umschalt frei</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Move a copy of a keyframe</source>
        <translation>Eine Kopie eines Keyframes bewegen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Ctrl + drag</source>
        <translation>Strg + Ziehen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Choose several keyframes, to be edited together</source>
        <translation>Mehrere Keyframes wählen, um sie gemeinsam zu bearbeiten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Ctrl + click</source>
        <translation>Strg + Klick</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Mouse</source>
        <translation>Maus</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Zoom time at the pointer</source>
        <translation>Zeit am Zeiger zoomen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Zoom frequency at the pointer</source>
        <translation>Frequenz am Zeiger zoomen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Ctrl + wheel</source>
        <translation>Strg + Mausrad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Pan along time</source>
        <translation>Entlang der Zeit verschieben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Shift + wheel</source>
        <translation>Umschalt + Mausrad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Pan</source>
        <comment>move the view</comment>
        <translation>Ansicht verschieben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Middle-drag</source>
        <translation>Mit Mitteltaste ziehen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Move the playhead</source>
        <translation>Die Abspielposition versetzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Click on a time axis</source>
        <translation>Klick auf eine Zeitachse</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Draw a straight line</source>
        <translation>Eine gerade Linie zeichnen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Shift while painting</source>
        <translation>Umschalt beim Malen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Bring a fader back to the middle</source>
        <translation>Einen Regler in die Mitte zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Double-click on it</source>
        <translation>Doppelklick darauf</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Key</source>
        <comment>of the keyboard</comment>
        <translation>Taste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Other key</source>
        <comment>of the keyboard</comment>
        <translation>Andere Taste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Remove this key from the command: key</source>
        <translation>Diese Taste vom Befehl entfernen: Taste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Remove this key from the command: other key</source>
        <translation>Diese Taste vom Befehl entfernen: andere Taste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>No key</source>
        <comment>of the keyboard</comment>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>No other key</source>
        <translation>Keine andere Taste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Choose a command, click into a field and press the new key. Changes apply at once.</source>
        <translation>Einen Befehl wählen, in ein Feld klicken und die neue Taste drücken. Änderungen gelten sofort.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>The mouse actions and the keys of the seed timeline cannot be changed.</source>
        <translation>Die Mausaktionen und die Tasten der Seed-Zeitleiste lassen sich nicht ändern.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Press the new key of the command</source>
        <translation>Die neue Taste des Befehls drücken</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Press a key</source>
        <translation>Taste drücken</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Search for a command or a key</source>
        <translation>Nach einem Befehl oder einer Taste suchen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Show every command again</source>
        <translation>Wieder alle Befehle zeigen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Words of a command or its menu, or a key such as Ctrl+E</source>
        <translation>Wörter eines Befehls oder seines Menüs, oder eine Taste wie Strg+E</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Choose a command to change its keys below</source>
        <translation>Einen Befehl wählen, um unten seine Tasten zu ändern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>None</source>
        <comment>of the keyboard</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Move the key here</source>
        <translation>Taste hierher übernehmen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Keep it there</source>
        <translation>Dort lassen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Reset the command to its default keys</source>
        <translation>Den Befehl auf seine Standardtasten zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Give the key to this command, and remove it from the other one</source>
        <translation>Diesem Befehl die Taste geben und sie vom anderen entfernen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Change nothing</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Reset all commands to their default keys</source>
        <translation>Alle Befehle auf ihre Standardtasten zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Changed; the default is {defaults}</source>
        <translation>Geändert; Standard: {defaults}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>{key} is the key of {command}.</source>
        <translation>{key} ist die Taste von „{command}“.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>{key} is the key of {command}</source>
        <translation>{key} ist die Taste von „{command}“</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Reset all commands to their default keys?</source>
        <translation>Alle Befehle auf ihre Standardtasten zurücksetzen?</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>All commands have their default keys.</source>
        <translation>Alle Befehle haben ihre Standardtasten.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>What you draw or generate is heard at once</source>
        <translation>Gezeichnetes und Erzeugtes ist sofort zu hören</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Write what you want to hear</source>
        <translation>Schreiben, was zu hören sein soll</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Type a prompt, such as “slow jazz piano”, and press {actionGenerate}. The riff is as long as the sketch, and at its tempo.</source>
        <translation>Einen Prompt eingeben, etwa „slow jazz piano“, und {actionGenerate} drücken. Das Riff ist so lang wie die Skizze und hat ihr Tempo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Play it</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>{actionPlay}. {actionLoop} repeats the selection or the sketch, and you hear changes at once.</source>
        <translation>{actionPlay}. {actionLoop} wiederholt die Auswahl oder die Skizze, und Änderungen sind sofort zu hören.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Draw on it</source>
        <translation>Darauf zeichnen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>{toolBrush} paints sound: to the right is later, up is higher. {toolTone} paints a note at the pitch where you draw. Undo takes everything back.</source>
        <translation>{toolBrush} malt Klang: rechts ist später, oben ist höher. {toolTone} malt eine Note auf der gezeichneten Tonhöhe. Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Choose among takes</source>
        <translation>Unter Takes wählen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Generate again, and you have two takes: {actionTakeBefore} and {actionTakeAfter} go from one to the next, and {actionKeepTake} keeps one. Variations makes several at once, to choose from.</source>
        <translation>Noch einmal erzeugen, und es gibt zwei Takes: {actionTakeBefore} und {actionTakeAfter} wechseln zwischen ihnen, und {actionKeepTake} behält einen. „Variationen“ erzeugt mehrere auf einmal, zur Auswahl.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Continue and export</source>
        <translation>Fortsetzen und exportieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>On the seed timeline, music walks from one prompt to the next: a double-click adds a keyframe. {actionExport} in the File menu writes the mix and each layer as a sound file.</source>
        <translation>Auf der Seed-Zeitleiste wandert die Musik von einem Prompt zum nächsten: Ein Doppelklick fügt einen Keyframe hinzu. {actionExport} im Menü „Datei“ schreibt den Mix und jede Ebene als Audiodatei.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Leave the tour; Help &gt; Tour begins it again (Esc)</source>
        <translation>Den Rundgang verlassen; Hilfe &gt; Rundgang beginnt ihn wieder (Esc)</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>The bubble before this one</source>
        <translation>Die vorherige Sprechblase</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>The next bubble</source>
        <translation>Die nächste Sprechblase</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Tour, {place}: {title}</source>
        <translation>Rundgang, {place}: {title}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/blend_pad.py"/>
        <source>Blend of prompts</source>
        <translation>Prompt-Mischung</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/blend_pad.py"/>
        <source>No prompts yet</source>
        <translation>Noch keine Prompts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/blend_pad.py"/>
        <source>{words}. The arrow keys move the puck</source>
        <translation>{words}. Die Pfeiltasten bewegen den Puck</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/blend_pad.py"/>
        <source>{words}. Drag the puck, or move it by the arrow keys: the nearer a prompt is, the greater is its weight, from the next possible bar on. The notes are those of the nearest</source>
        <translation>{words}. Den Puck ziehen oder mit den Pfeiltasten bewegen: Je näher ein Prompt ist, desto größer ist sein Gewicht, ab dem nächstmöglichen Takt. Die Noten sind die des nächstliegenden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam.py"/>
        <source>Jamming</source>
        <translation>Jam läuft</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam.py"/>
        <source>There is nothing to keep yet: wait for the end of a bar.</source>
        <translation>Es gibt noch nichts zu behalten: das Ende eines Takts abwarten.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/jam/jam.py"/>
        <source>The last {count} bars are a layer now.</source>
        <extracomment>For 1: The last bar is a layer now.</extracomment>
        <translation>
            <numerusform>Der letzte Takt ist jetzt eine Ebene.</numerusform>
            <numerusform>Die letzten {count} Takte sind jetzt eine Ebene.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/jam/jam.py"/>
        <source>The last {count} bars are {layers} layers, one for each part, now.</source>
        <extracomment>For 1: The last bar is {layers} layers, one for each part, now.</extracomment>
        <translation>
            <numerusform>Der letzte Takt besteht jetzt aus {layers} Ebenen, eine je Stimme.</numerusform>
            <numerusform>Die letzten {count} Takte bestehen jetzt aus {layers} Ebenen, eine je Stimme.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam.py"/>
        <source>Wrote {name}.</source>
        <translation>{name} geschrieben.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_line.py"/>
        <source>Riffs are made after the jam.</source>
        <translation>Riffs werden nach dem Jam erzeugt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_paint.py"/>
        <source>Painted in the jam</source>
        <translation>Im Jam gemalt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The change is heard</source>
        <translation>Die Änderung erklingt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <location filename="../../riffdesk/ui/jam/kept_bars.py"/>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Jam</source>
        <translation>Jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Prompt of the jam</source>
        <translation>Prompt des Jams</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>As the sketch&apos;s prompt</source>
        <translation>Wie der Prompt der Skizze</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The prompt of the jam; Return applies it at the next possible bar</source>
        <translation>Der Prompt des Jams; die Eingabetaste wendet ihn ab dem nächstmöglichen Takt an</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Density of the notes</source>
        <translation>Dichte der Noten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>as the prompt says</source>
        <translation>laut Prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Variation</source>
        <translation>Variation</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Strength of the variation of a part</source>
        <translation>Stärke der Variation einer Stimme</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Loop</source>
        <translation>Loop</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Length of the evolving loop in bars; for the next jam</source>
        <translation>Länge des sich entwickelnden Loops in Takten; für den nächsten Jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>{bars} bars</source>
        <translation>{bars} Takte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Walk</source>
        <translation>Übergang</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Transition to another prompt or scene: at once, or over some bars</source>
        <translation>Übergang zu einem anderen Prompt oder einer anderen Szene: sofort oder über einige Takte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>over {bars} bars</source>
        <translation>über {bars} Takte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Plan of scenes</source>
        <translation>Szenenplan</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scenes and their bars, played in turn with a fill before each change; A is scene 1</source>
        <translation>Szenen und ihre Takte, der Reihe nach gespielt, mit einem Fill vor jedem Wechsel; A ist Szene 1</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Add the prompt</source>
        <translation>Prompt hinzufügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Put the prompt above on the pad; up to six are blended</source>
        <translation>Den Prompt von oben auf das Pad setzen; bis zu sechs werden gemischt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Remove the prompt that is nearest to the puck from the pad</source>
        <translation>Den Prompt, der dem Puck am nächsten ist, vom Pad entfernen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Fill</source>
        <translation>Fill</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Again</source>
        <translation>Nochmal</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Store</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The next scene that is clicked is stored</source>
        <translation>Die nächste angeklickte Szene wird gespeichert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Paint into the loop</source>
        <translation>In den Loop malen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Keep the last 8 bars</source>
        <translation>Letzte 8 Takte behalten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Record the jam from now on to a WAV or FLAC file</source>
        <translation>Den Jam ab jetzt in eine WAV- oder FLAC-Datei aufnehmen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Keep more of the jam</source>
        <translation>Mehr vom Jam behalten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Keep the last minute, or everything</source>
        <translation>Die letzte Minute oder alles behalten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The last minute</source>
        <translation>Die letzte Minute</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>All, at most ten minutes</source>
        <translation>Alles, höchstens zehn Minuten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Blend</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scenes</source>
        <translation>Szenen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Loading the model…</source>
        <translation>Modell wird geladen…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>A fill comes</source>
        <translation>Ein Fill kommt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The same bars come once more</source>
        <translation>Dieselben Takte kommen noch einmal</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Something else comes</source>
        <translation>Etwas anderes kommt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Bar {bar}: {what}.</source>
        <translation>Takt {bar}: {what}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The prompt is heard</source>
        <translation>Der Prompt erklingt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Type a prompt above to put it on the pad.</source>
        <translation>Oben einen Prompt eingeben, um ihn auf das Pad zu setzen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>{prompt} is on the pad already, or there are {count} prompts on it.</source>
        <translation>„{prompt}“ ist bereits auf dem Pad, oder es sind {count} Prompts darauf.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The blend is heard</source>
        <translation>Die Mischung erklingt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The plan is played</source>
        <translation>Der Plan läuft</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The plan ends</source>
        <translation>Kein Plan mehr</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scene {number} is stored</source>
        <translation>Szene {number} ist gespeichert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scene {number} is heard</source>
        <translation>Szene {number} erklingt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scene {number} is empty: tick Store, and click it to store the present settings.</source>
        <translation>Szene {number} ist leer: „Speichern“ ankreuzen und sie anklicken, um die aktuellen Einstellungen zu speichern.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Record to file</source>
        <translation>In Datei aufnehmen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Play scene {number}</source>
        <translation>Szene {number} spielen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scene {number} is empty: store the present settings</source>
        <translation>Szene {number} ist leer: die aktuellen Einstellungen speichern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Stop recording</source>
        <translation>Aufnahme beenden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Record to file…</source>
        <translation>In Datei aufnehmen…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Music without end, in the sketch&apos;s tempo, key and chords.</source>
        <translation>Musik ohne Ende, in Tempo, Tonart und Akkorden der Skizze.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The last change is heard from bar {number} on.</source>
        <translation>Die letzte Änderung ist ab Takt {number} zu hören.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Strokes are heard in the next round of the loop. They are on the layer {name}.</source>
        <translation>Striche sind in der nächsten Runde des Loops zu hören. Sie sind auf der Ebene „{name}“.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Strokes on this layer are not heard in the jam; those on {name} are.</source>
        <translation>Striche auf dieser Ebene sind im Jam nicht zu hören, die auf „{name}“ schon.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>Next free bar</source>
        <translation>Nächster freier Takt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>The first bar in which a change would be heard</source>
        <translation>Der erste Takt, in dem eine Änderung zu hören wäre</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>Bars ahead</source>
        <translation>Takte Vorsprung</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>Finished bars ahead of playback: at least {count} if the computer is fast enough. Prepared bars are repetitions and take no time, unless something is changed</source>
        <translation>Fertige Takte vor der Wiedergabe: mindestens {count}, wenn der Computer schnell genug ist. Vorbereitete Takte sind Wiederholungen und brauchen keine Zeit, solange nichts geändert wird</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>Next free bar: {bar}</source>
        <translation>Nächster freier Takt: {bar}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>Next free bar: –</source>
        <translation>Nächster freier Takt: –</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>{ahead:.1f} bars ahead</source>
        <translation>{ahead:.1f} Takte Vorsprung</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>{count} prepared</source>
        <translation>{count} vorbereitet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>the last bars repeat</source>
        <translation>die letzten Takte wiederholen sich</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/kept_bars.py"/>
        <source>Painted · {bars}</source>
        <translation>Gemalt · {bars}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/jam/kept_bars.py"/>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>{count} bars</source>
        <extracomment>For 1: {count} bar</extracomment>
        <translation>
            <numerusform>{count} Takt</numerusform>
            <numerusform>{count} Takte</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>evolves</source>
        <translation>wechselt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>kept</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>varied</source>
        <translation>variiert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>{part} on or off, from the next possible bar. Parts that the prompt does not name are composed</source>
        <translation>{part} ein oder aus, ab dem nächstmöglichen Takt. Stimmen, die der Prompt nicht nennt, werden komponiert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>{part} in each round</source>
        <translation>{part} in jeder Runde</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Change of the {part} in each round</source>
        <translation>Änderung in jeder Runde: {part}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Mute the {part}</source>
        <translation>{part} stumm schalten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Solo the {part}</source>
        <translation>{part} auf Solo schalten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Level of the {part}</source>
        <translation>Pegel: {part}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>from the next possible bar, as the computer makes the parts together</source>
        <translation>ab dem nächstmöglichen Takt, da der Computer die Stimmen zusammen berechnet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Mute the {part}; {when}</source>
        <translation>{part} stumm schalten; {when}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Solo: play only the {part}; {when}</source>
        <translation>Solo: nur {part} spielen; {when}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Level of the {part} in dB; {when}</source>
        <translation>Pegel in dB: {part}; {when}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>A to D, Left and Right choose a riff; 0 to 5 rate it, Return adds it, Esc ends</source>
        <translation>A bis D, Links und Rechts wählen ein Riff; 0 bis 5 bewerten es, die Eingabetaste fügt es hinzu, Esc beendet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>End the comparison</source>
        <translation>Den Vergleich beenden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>Hear the sketch again (Esc)</source>
        <translation>Wieder die Skizze hören (Esc)</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>Hear riff {letter} of the comparison from the same beat on ({letter})</source>
        <translation>Riff {letter} des Vergleichs ab demselben Schlag hören ({letter})</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>Riff {letter} of the comparison</source>
        <translation>Riff {letter} des Vergleichs</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>Hear {name} from the same beat on ({letter})</source>
        <translation>{name} ab demselben Schlag hören ({letter})</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entries/entry_delegate.py"/>
        <source>The file is missing</source>
        <translation>Die Datei fehlt</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/entries/entry_model.py"/>
        <source>{count} stars</source>
        <extracomment>For 1: {count} star</extracomment>
        <translation>
            <numerusform>{count} Stern</numerusform>
            <numerusform>{count} Sterne</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entries/entry_view.py"/>
        <source>Grid</source>
        <comment>pictures side by side</comment>
        <translation>Kacheln</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entries/entry_view.py"/>
        <source>Up and Down hear a riff, Return adds it as a layer, 0 to 5 give it stars, F2 renames it, Delete removes it</source>
        <translation>Auf und Ab spielen ein Riff, die Eingabetaste fügt es als Ebene hinzu, 0 bis 5 geben ihm Sterne, F2 benennt es um, Entf entfernt es</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entries/entry_view.py"/>
        <source>Riffs of the library</source>
        <translation>Riffs der Bibliothek</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entry_audition.py"/>
        <source>Stop the jam to play riffs of the library.</source>
        <translation>Den Jam stoppen, um Riffs der Bibliothek zu spielen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entry_audition.py"/>
        <source>The first {minutes:.0f} minutes of {name} are played.</source>
        <translation>Gespielt werden die ersten {minutes:.0f} Minuten von {name}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entry_audition.py"/>
        <source>Playing the notes of {name}</source>
        <translation>Noten werden gespielt: {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entry_audition.py"/>
        <source>Bringing {name} to {tempo:g} bpm</source>
        <translation>{name} wird auf {tempo:g} bpm gebracht</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entry_menu.py"/>
        <source>&amp;Stars</source>
        <translation>&amp;Sterne</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>Folders with your own sounds and MIDI files; nothing is copied. A folder can be dropped here as well</source>
        <translation>Ordner mit eigenen Audio- und MIDI-Dateien; nichts wird kopiert. Ein Ordner kann auch hier abgelegt werden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>Folders of your own</source>
        <translation>Eigene Ordner</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>Progress of reading folders</source>
        <translation>Fortschritt beim Einlesen der Ordner</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>Stop reading folders</source>
        <translation>Einlesen der Ordner anhalten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>Stop reading; listed files stay, and the rest follows at the next start</source>
        <translation>Das Einlesen anhalten; aufgelistete Dateien bleiben, der Rest folgt beim nächsten Start</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>&amp;Add a folder…</source>
        <translation>&amp;Ordner hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>&amp;Read all again</source>
        <translation>&amp;Alle neu einlesen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>&amp;Show its files</source>
        <translation>&amp;Dateien zeigen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>&amp;Remove from the library</source>
        <translation>Aus der Bibliothek &amp;entfernen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <source>Add a folder to the library</source>
        <translation>Ordner zur Bibliothek hinzufügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <source>Removed {name} from the library. Its files were not touched.</source>
        <translation>{name} aus der Bibliothek entfernt. Die Dateien blieben unberührt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <location filename="../../riffdesk/ui/library/library_edits.py"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <source>Measuring sounds</source>
        <translation>Audio wird gemessen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <source>Reading folders</source>
        <translation>Ordner werden eingelesen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <source>{names} were not found; their files are shown as missing until they are back.</source>
        <extracomment>For 1: {names} was not found; its files are shown as missing until it is back.</extracomment>
        <translation>
            <numerusform>{names} wurde nicht gefunden; die Dateien werden als fehlend angezeigt, bis der Ordner wieder da ist.</numerusform>
            <numerusform>Nicht gefunden: {names}. Die Dateien werden als fehlend angezeigt, bis die Ordner wieder da sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <source>{count:,} files cannot be read as sounds, and are left out.</source>
        <extracomment>For 1: {count:,} file cannot be read as a sound, and is left out.</extracomment>
        <translation>
            <numerusform>{count:,} Datei ist nicht als Audio lesbar und wird ausgelassen.</numerusform>
            <numerusform>{count:,} Dateien sind nicht als Audio lesbar und werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/library_edits.py"/>
        <source>Deleted {count} riffs from the library.</source>
        <extracomment>For 1: Deleted {name} from the library.</extracomment>
        <translation>
            <numerusform>{name} aus der Bibliothek gelöscht.</numerusform>
            <numerusform>{count} Riffs aus der Bibliothek gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Words of name, prompt, tags and model, and fields: key:Am bpm:80-100 stars:3 model:starter tag:night kind:take seconds:4-10 seed:42 folder:drums</source>
        <translation>Wörter aus Name, Prompt, Tags und Modell sowie Felder: key:Am bpm:80-100 stars:3 model:starter tag:night kind:take seconds:4-10 seed:42 folder:drums</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Play a riff together with the sketch, in its tempo and on its beat; or alone</source>
        <translation>Ein Riff zusammen mit der Skizze spielen, in ihrem Tempo und auf ihrem Schlag; oder allein</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Generate variations near it: from its sound and its notes, with the next seeds, from closer to freer</source>
        <translation>Variationen in seiner Nähe erzeugen: aus seinem Klang und seinen Noten, mit den nächsten Seeds, von näher bis freier</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Pictures, names and stars side by side, or one riff in each row</source>
        <translation>Bilder, Namen und Sterne nebeneinander, oder ein Riff je Zeile</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Hear two to four selected riffs by turns, in step and equally loud; Ctrl and a click select another one</source>
        <translation>Zwei bis vier ausgewählte Riffs abwechselnd hören, synchron und gleich laut; Strg und ein Klick wählen ein weiteres aus</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Hear a riff when the pointer rests on it; Up, Down and a click always do</source>
        <translation>Ein Riff hören, wenn der Zeiger darauf ruht; Auf, Ab und ein Klick tun das immer</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Search: piano key:Am bpm:80-100 stars:3</source>
        <translation>Suchen: piano key:Am bpm:80-100 stars:3</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Search the library</source>
        <translation>Die Bibliothek durchsuchen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Tags, with commas between them</source>
        <translation>Tags, durch Kommas getrennt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Tags of the riff</source>
        <translation>Tags des Riffs</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Tags of the selected riff; tag:night finds them</source>
        <translation>Tags des ausgewählten Riffs; tag:night findet sie</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>With the sketch</source>
        <translation>Mit der Skizze</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>On hover</source>
        <translation>Beim Zeigen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Add as layer</source>
        <translation>Als Ebene hinzufügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Add the riff as a layer at the bar of the playhead (Return)</source>
        <translation>Das Riff als Ebene am Takt der Abspielposition hinzufügen (Eingabetaste)</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Use recipe</source>
        <translation>Rezept verwenden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Copy the settings of the riff to the prompt panel</source>
        <translation>Die Einstellungen des Riffs in das Prompt-Bedienfeld kopieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>More like this</source>
        <translation>Mehr davon</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Compare riffs</source>
        <translation>Riffs vergleichen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>All riffs</source>
        <translation>Alle Riffs</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Show all riffs</source>
        <translation>Alle Riffs zeigen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Show all of the library again</source>
        <translation>Wieder die ganze Bibliothek zeigen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Back to the sketch</source>
        <translation>Zurück zur Skizze</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>End the riff, and hear the sketch again (Esc)</source>
        <translation>Das Riff beenden und wieder die Skizze hören (Esc)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>{count:,} riffs</source>
        <extracomment>For 1: {count:,} riff</extracomment>
        <translation>
            <numerusform>{count:,} Riff</numerusform>
            <numerusform>{count:,} Riffs</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Riffs appear here as soon as they are made.</source>
        <translation>Riffs erscheinen hier, sobald sie erzeugt sind.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Nothing matches.</source>
        <translation>Keine Treffer.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>{riffs}, the most similar first.</source>
        <translation>{riffs}, die ähnlichsten zuerst.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>&amp;Add as layer</source>
        <translation>Als &amp;Ebene hinzufügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>&amp;Use its recipe</source>
        <translation>&amp;Rezept verwenden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>&amp;Generate more like this</source>
        <translation>&amp;Mehr davon erzeugen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>&amp;Find similar</source>
        <translation>Ähnliche &amp;finden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>C&amp;ompare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>&amp;Copy as file</source>
        <translation>Als Datei &amp;kopieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_room.py"/>
        <source>Disk space that the library may take. If a new riff needs more, the trash is emptied, and then the oldest riffs without stars are removed; riffs with stars never are</source>
        <translation>Speicherplatz, den die Bibliothek belegen darf. Braucht ein neues Riff mehr, wird der Papierkorb geleert, danach werden die ältesten Riffs ohne Sterne entfernt; Riffs mit Sternen nie</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_room.py"/>
        <source>Disk space that the library may take</source>
        <translation>Speicherplatz, den die Bibliothek belegen darf</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_room.py"/>
        <source>{size} used: the next riff removes old ones</source>
        <translation>{size} belegt: Das nächste Riff entfernt alte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_room.py"/>
        <source>{size} used of</source>
        <translation>{size} belegt von</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/prompt_history.py"/>
        <source>Search your earlier prompts</source>
        <translation>Frühere Prompts durchsuchen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/prompt_history.py"/>
        <source>Search earlier prompts</source>
        <translation>Frühere Prompts durchsuchen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/prompt_history.py"/>
        <source>Earlier prompts, the latest first</source>
        <translation>Frühere Prompts, die neuesten zuerst</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/riff_keeper.py"/>
        <source>Keeping {name} in the library</source>
        <translation>{name} wird in der Bibliothek abgelegt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/riff_library.py"/>
        <location filename="../../riffdesk/ui/riff/layer_parts.py"/>
        <source>Adding {name}</source>
        <translation>{name} wird hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/riff_library.py"/>
        <source>{name} would end after 10 minutes, the longest a sketch can be. Add it earlier.</source>
        <translation>{name} würde nach mehr als 10 Minuten enden, der Höchstlänge einer Skizze. Weiter vorn hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/riff_library.py"/>
        <source>Add from library</source>
        <translation>Aus Bibliothek hinzufügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/riff_library.py"/>
        <source>{name} has no recipe that this riffdesk can read.</source>
        <translation>{name} hat kein Rezept, das dieses riffdesk lesen kann.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <source>Most stars</source>
        <translation>Sterne</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/model_choice.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <source>Order of the list</source>
        <translation>Reihenfolge der Liste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/variation_batch.py"/>
        <source>{made} of {total} variations of {riff} are ready.</source>
        <translation>{made} von {total} Variationen sind fertig: {riff}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/variation_batch.py"/>
        <source>{made} of {total} variations are ready.</source>
        <translation>{made} von {total} Variationen sind fertig.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/variation_batch.py"/>
        <source>{count} variations of {riff}.</source>
        <extracomment>For 1: {count} variation of {riff}.</extracomment>
        <translation>
            <numerusform>{count} Variation von {riff}.</numerusform>
            <numerusform>{count} Variationen von {riff}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/variation_batch.py"/>
        <source>{count} variations.</source>
        <extracomment>For 1: {count} variation.</extracomment>
        <translation>
            <numerusform>{count} Variation.</numerusform>
            <numerusform>{count} Variationen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/variation_batch.py"/>
        <source>The library cannot store the variations. They can be added as layers.</source>
        <translation>Die Bibliothek kann die Variationen nicht speichern. Sie lassen sich als Ebenen hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/variation_batch.py"/>
        <source>Add as layers</source>
        <translation>Als Ebenen hinzufügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Something went wrong in riffdesk</source>
        <translation>In riffdesk ist etwas schiefgegangen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>This is a bug, not something you did. Your sketch is still here: save it, to be safe.</source>
        <translation>Das ist ein Programmfehler und kein Bedienfehler. Die Skizze ist noch da: zur Sicherheit speichern.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Details of the bug</source>
        <translation>Einzelheiten zum Fehler</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>The details are copied.</source>
        <translation>Die Einzelheiten sind kopiert.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/device_list.py"/>
        <source>{chosen} (not there)</source>
        <translation>{chosen} (nicht da)</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/metronome.py"/>
        <source>Tapped tempo</source>
        <translation>Getipptes Tempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/metronome.py"/>
        <source>Tap</source>
        <translation>Tippen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/metronome.py"/>
        <source>Tap tempo</source>
        <translation>Tempo tippen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/metronome.py"/>
        <source>Metronome</source>
        <translation>Metronom</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/metronome.py"/>
        <source>Click level</source>
        <translation>Klick-Pegel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/metronome.py"/>
        <source>Level of metronome and count-in; they are never exported</source>
        <translation>Pegel von Metronom und Einzähler; sie werden nie exportiert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/output_bar.py"/>
        <source>Output</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/selection_playing.py"/>
        <source>The jam plays. Stop it to hear the selection alone.</source>
        <translation>Der Jam läuft. Stoppen, um die Auswahl allein zu hören.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/selection_playing.py"/>
        <source>The layer has no sound there yet: draw something, or wait until it is made.</source>
        <translation>Die Ebene hat dort noch keinen Klang: etwas zeichnen, oder warten, bis er erzeugt ist.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/selection_playing.py"/>
        <source>Filtering the selection</source>
        <translation>Auswahl wird gefiltert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <source>Drag {what} out as a file</source>
        <translation>{what} als Datei herausziehen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <source>Drag {what} into a file manager or a DAW: a WAV file, 24 bit. Return copies the file, to paste it there</source>
        <translation>{what} in einen Dateimanager oder eine DAW ziehen: eine WAV-Datei, 24 Bit. Die Eingabetaste kopiert die Datei, um sie dort einzufügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <source>The sound was not finished yet when you let go. Drag it again in a moment.</source>
        <translation>Der Klang war beim Loslassen noch nicht fertig. Gleich noch einmal ziehen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <source>Copied {name}, to be pasted into a file manager or a DAW.</source>
        <translation>{name} kopiert, zum Einfügen in einen Dateimanager oder eine DAW.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>the mix</source>
        <translation>Mix</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <source>Writing the file of {what}</source>
        <translation>Datei wird geschrieben: {what}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <source>Making the sound of {what} in {quality} quality</source>
        <translation>Klang wird erzeugt (Qualität: {quality}): {what}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_updates.py"/>
        <source>Making the sound of {name}</source>
        <translation>Klang wird erzeugt: {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>The mix is louder than full scale: lower a layer&apos;s gain or the master volume. Playback holds its peaks down; exports are turned down.</source>
        <translation>Der Mix liegt über Vollaussteuerung: den Pegel einer Ebene oder die Master-Lautstärke senken. Die Wiedergabe fängt die Spitzen ab; Exporte werden abgesenkt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Where you hear it: headphones, loudspeakers, an interface</source>
        <translation>Wo es zu hören ist: Kopfhörer, Lautsprecher, ein Interface</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Tempo in beats per minute; new riffs are made at this tempo</source>
        <translation>Tempo in Schlägen pro Minute; neue Riffs werden in diesem Tempo erzeugt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Beats per bar: the meter of the bars and of the metronome</source>
        <translation>Schläge pro Takt: die Taktart der Takte und des Metronoms</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Level of the mix in dBFS. A red light on the right shows that it was louder than full scale.</source>
        <translation>Pegel des Mixes in dBFS. Ein rotes Licht rechts zeigt, dass er über Vollaussteuerung lag.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Level meter</source>
        <translation>Pegelanzeige</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Click to clear the light.</source>
        <translation>Klicken, um das Licht zu löschen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>clipped</source>
        <translation>übersteuert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Bar and beat</source>
        <translation>Takt und Schlag</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Key of the sketch: new riffs are made in this key</source>
        <translation>Tonart der Skizze: Neue Riffs werden in dieser Tonart erzeugt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>No key</source>
        <translation>Keine</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Beats per bar</source>
        <translation>Schläge pro Takt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Length of the sketch in seconds</source>
        <translation>Länge der Skizze in Sekunden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Volume of what you hear, in dB; exports do not change with it</source>
        <translation>Lautstärke der Wiedergabe in dB; Exporte ändern sich dadurch nicht</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Output device</source>
        <translation>Ausgabegerät</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Time {clock}</source>
        <translation>Zeit {clock}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Bar {bar}, beat {beat}</source>
        <translation>Takt {bar}, Schlag {beat}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>No sound device</source>
        <translation>Kein Audio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>System default</source>
        <translation>Systemstandard</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Output device: {device}</source>
        <translation>Ausgabegerät: {device}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Left, or input 1</source>
        <translation>Links oder Eingang 1</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Right, or input 2</source>
        <translation>Rechts oder Eingang 2</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Mean of left and right</source>
        <translation>Mittel aus links und rechts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Stereo</source>
        <translation>Stereo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>What is recorded from: a microphone, an instrument at an interface</source>
        <translation>Wovon aufgenommen wird: ein Mikrofon, ein Instrument an einem Interface</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>What is recorded of an input with two channels; only stereo makes a stereo layer</source>
        <translation>Was von einem Eingang mit zwei Kanälen aufgenommen wird; nur Stereo ergibt eine Stereo-Ebene</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>How much later recordings arrive than the sound system tells. Recordings are moved earlier by it; Measure finds it</source>
        <translation>Um wie viel später Aufnahmen eintreffen, als das Audiosystem angibt. Aufnahmen werden um diesen Wert vorverlegt; „Messen“ ermittelt ihn</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Plays eight clicks and looks for them in the input: with a cable from an output to the input, or with the microphone close to the loudspeaker</source>
        <translation>Spielt acht Klicks und sucht sie im Eingang: mit einem Kabel von einem Ausgang zum Eingang, oder mit dem Mikrofon nah am Lautsprecher</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Clicks are played …</source>
        <translation>Klicks werden gespielt …</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Recording input</source>
        <translation>Aufnahmeeingang</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>About the input</source>
        <translation>Über den Eingang</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_meter.py"/>
        <source>Level of the input in dBFS. A red light on the right says that it was too loud for the input.</source>
        <translation>Pegel des Eingangs in dBFS. Ein rotes Licht rechts zeigt, dass es für den Eingang zu laut war.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_meter.py"/>
        <source>The input has reached full scale, where it is distorted: turn it down at the microphone or the sound card.</source>
        <translation>Der Eingang hat Vollaussteuerung erreicht und verzerrt dort: am Mikrofon oder an der Soundkarte leiser stellen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_meter.py"/>
        <source>Input level</source>
        <translation>Eingangspegel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_meter.py"/>
        <source>Recording {minutes}:{seconds:02d}</source>
        <translation>Aufnahme {minutes}:{seconds:02d}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/latency_measurement.py"/>
        <source>No click was heard. Connect an output to the input with a cable, or turn up the loudspeaker and hold the microphone close to it, and measure again.</source>
        <translation>Es war kein Klick zu hören. Einen Ausgang per Kabel mit dem Eingang verbinden, oder den Lautsprecher lauter stellen und das Mikrofon nah daran halten, dann erneut messen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/latency_measurement.py"/>
        <source>Something is being recorded. Measure after that.</source>
        <translation>Es wird gerade aufgenommen. Danach messen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/latency_measurement.py"/>
        <source>Stop the jam before you measure.</source>
        <translation>Vor dem Messen den Jam stoppen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/latency_measurement.py"/>
        <source>{found} of {count} clicks were heard, and only {agreeing} of them at the same distance, so the correction stays as it is. Measure again louder, or where it is quieter.</source>
        <translation>{found} von {count} Klicks waren zu hören, davon nur {agreeing} im gleichen Abstand; die Korrektur bleibt daher unverändert. Lauter oder in ruhigerer Umgebung erneut messen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/latency_measurement.py"/>
        <source>The clicks came {ms:.1f} ms later than the sound system tells: {agreeing} of {count} agree, within {spread:.1f} ms. The correction was set to that.</source>
        <translation>Die Klicks kamen {ms:.1f} ms später, als das Audiosystem angibt: {agreeing} von {count} stimmen auf {spread:.1f} ms überein. Die Korrektur wurde darauf eingestellt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/latency_measurement.py"/>
        <source>The clicks came {ms:.1f} ms earlier than the sound system tells: {agreeing} of {count} agree, within {spread:.1f} ms. The correction was set to that.</source>
        <translation>Die Klicks kamen {ms:.1f} ms früher, als das Audiosystem angibt: {agreeing} von {count} stimmen auf {spread:.1f} ms überein. Die Korrektur wurde darauf eingestellt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>The recording is silent. Choose another input or channel in Play &gt; Recording input, or allow riffdesk to use the microphone in the settings of the system.</source>
        <translation>Die Aufnahme ist still. Unter Wiedergabe &gt; Aufnahmeeingang einen anderen Eingang oder Kanal wählen, oder riffdesk in den Systemeinstellungen das Mikrofon erlauben.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Nothing was recorded, as the sketch had not begun to play.</source>
        <translation>Nichts wurde aufgenommen, da die Skizze noch nicht spielte.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>The sound had gaps while it was recorded, after which you heard it later than the recording tells. Listen whether it is in time, or record it again.</source>
        <translation>Der Klang hatte während der Aufnahme Aussetzer; danach war er später zu hören, als die Aufnahme angibt. Prüfen, ob sie im Takt ist, oder neu aufnehmen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Another sketch was opened while it was recorded. The recording is kept.</source>
        <translation>Während der Aufnahme wurde eine andere Skizze geöffnet. Die Aufnahme ist erhalten.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>“{stem}” was still being recorded when riffdesk ended.</source>
        <translation>„{stem}“ wurde noch aufgenommen, als riffdesk endete.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>The latency is being measured. Record after that.</source>
        <translation>Die Latenz wird gerade gemessen. Danach aufnehmen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Stop the jam before you record.</source>
        <translation>Vor dem Aufnehmen den Jam stoppen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>A sketch has at most {count} layers. Remove one before you record.</source>
        <translation>Eine Skizze hat höchstens {count} Ebenen. Vor dem Aufnehmen eine entfernen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>What was recorded until then is kept.</source>
        <translation>Was bis dahin aufgenommen wurde, ist erhalten.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>The input came too fast in {count} places of the recording, which are silent.</source>
        <extracomment>For 1: The input came too fast in one place of the recording, which is silent.</extracomment>
        <translation>
            <numerusform>Der Eingang kam an einer Stelle der Aufnahme zu schnell; sie ist still.</numerusform>
            <numerusform>Der Eingang kam an {count} Stellen der Aufnahme zu schnell; sie sind still.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Adding the recording</source>
        <translation>Aufnahme wird hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>{count} rounds were recorded as takes of {name}. Riff &gt; Take before and Take after go to the others.</source>
        <translation>{count} Runden wurden als Takes von „{name}“ aufgenommen. Riff &gt; Vorheriger Take und Nächster Take führen zu den anderen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>Tidying up</source>
        <translation>Wird aufgeräumt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>The engine stopped in the middle of its work.</source>
        <translation>Die Engine hat mitten in der Arbeit angehalten.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>“{riff}” was not finished: {done} are ready.</source>
        <translation>„{riff}“ wurde nicht fertig: {done} liegen vor.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>It is too long for the window; the same command on the command line continues it.</source>
        <translation>Es ist zu lang für das Fenster; derselbe Befehl auf der Kommandozeile setzt es fort.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>It has other spectrogram settings than this sketch, so it continues in a new one.</source>
        <translation>Es hat andere Spektrogramm-Einstellungen als diese Skizze und wird daher in einer neuen fortgesetzt.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>There are {count} others.</source>
        <comment>riff</comment>
        <extracomment>For 1: There is another one.</extracomment>
        <translation>
            <numerusform>Es gibt noch ein weiteres.</numerusform>
            <numerusform>Es gibt noch {count} weitere.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>Continuing {riff}</source>
        <translation>{riff} wird fortgesetzt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>{done:.0f} of {total:.0f} s</source>
        <translation>{done:.0f} von {total:.0f} s</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>{done} of {total} minutes</source>
        <translation>{done} von {total} Minuten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Recovery</source>
        <translation>Wiederherstellung</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Picture of the sketch</source>
        <translation>Bild der Skizze</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Open the last stored state of the sketch</source>
        <translation>Den letzten gespeicherten Stand der Skizze öffnen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Ask again at the next start</source>
        <translation>Beim nächsten Start erneut fragen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Remove it permanently</source>
        <translation>Endgültig entfernen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>An unsaved sketch could not be recovered, because its files are damaged: {folders}.</source>
        <translation>Eine nicht gespeicherte Skizze konnte nicht wiederhergestellt werden, da ihre Dateien beschädigt sind: {folders}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>“{name}”, {length}, was not saved when riffdesk ended at {when}.</source>
        <translation>„{name}“, {length}, war nicht gespeichert, als riffdesk um {when} endete.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>There are {count} others.</source>
        <comment>sketch</comment>
        <extracomment>For 1: There is another one.</extracomment>
        <translation>
            <numerusform>Es gibt noch eine weitere.</numerusform>
            <numerusform>Es gibt noch {count} weitere.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Continuing a riff</source>
        <translation>Ein Riff wird fortgesetzt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>The riff that was being made cannot be continued; its finished part stays.</source>
        <translation>Das begonnene Riff lässt sich nicht fortsetzen; sein fertiger Teil bleibt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>{minutes}:{seconds:02} minutes</source>
        <translation>{minutes}:{seconds:02} Minuten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>{time} on {date}</source>
        <translation>{time} am {date}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>A counter-melody needs a melody with known notes, and there is none: add a melody first.</source>
        <translation>Eine Gegenmelodie braucht eine Melodie mit bekannten Noten, und es gibt keine: zuerst eine Melodie hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Add a part</source>
        <translation>Stimme hinzufügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Part</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>The part to compose to the present music</source>
        <translation>Die Stimme, die zur vorhandenen Musik komponiert wird</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Instrument of the part; any is one that does not play yet</source>
        <translation>Instrument der Stimme; „Beliebig“ ist eines, das noch nicht spielt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Tempo of the music, estimated; correct it if it is wrong</source>
        <translation>Geschätztes Tempo der Musik; korrigieren, falls es falsch ist</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Key of the music, estimated; correct it if it is wrong</source>
        <translation>Geschätzte Tonart der Musik; korrigieren, falls sie falsch ist</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/chords_field.py"/>
        <source>Chords</source>
        <translation>Akkorde</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Chords bar by bar, from the first bar line on; they are repeated</source>
        <translation>Akkorde Takt für Takt, ab dem ersten Taktstrich; sie werden wiederholt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>About the part</source>
        <translation>Über die Stimme</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Write the chords, such as Cm | Ab | Eb | Bb.</source>
        <translation>Die Akkorde schreiben, etwa Cm | Ab | Eb | Bb.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing.py"/>
        <source>{text} Riff &gt; Compute on… chooses another.</source>
        <translation>{text} Riff &gt; Rechnen auf… bietet andere zur Wahl.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>The fastest available one</source>
        <translation>Das schnellste verfügbare</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Device for riffs, from the next one on; Riff &gt; Models… has the models</source>
        <translation>Gerät für Riffs, ab dem nächsten; die Modelle stehen unter Riff &gt; Modelle…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>The first riff of each model takes minutes longer on a graphics card, and all later ones are faster until riffdesk is closed; it changes nothing on the processor</source>
        <translation>Das erste Riff jedes Modells dauert auf einer Grafikkarte Minuten länger, alle weiteren sind schneller, bis riffdesk geschlossen wird; auf dem Prozessor ändert es nichts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Looking for graphics cards …</source>
        <translation>Grafikkarten werden gesucht …</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Graphics cards are searched for when the present riff is finished.</source>
        <translation>Grafikkarten werden gesucht, sobald das laufende Riff fertig ist.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Compute on</source>
        <translation>Rechnen auf</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>About the device</source>
        <translation>Über das Gerät</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Compile models</source>
        <translation>Modelle kompilieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Looking for graphics cards</source>
        <translation>Grafikkarten werden gesucht</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>It is missing; meanwhile riffs are made on the fastest available device.</source>
        <translation>Das Gerät fehlt; solange werden Riffs auf dem schnellsten verfügbaren erzeugt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>it too</source>
        <translation>demselben Gerät</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>the processor</source>
        <translation>dem Prozessor</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>{model}, {memory:g} GB. Networks in {precision}, sound on {sound}.</source>
        <translation>{model}, {memory:g} GB. Netze in {precision}, Klang auf {sound}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>The search for graphics cards failed.</source>
        <translation>Die Suche nach Grafikkarten ist fehlgeschlagen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>{name}: missing</source>
        <translation>{name}: fehlt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>the graphics card ({device})</source>
        <translation>der Grafikkarte ({device})</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>{count} riffs take about {duration} with {model} on {place}.</source>
        <extracomment>For 1: This riff takes about {duration} with {model} on {place}.</extracomment>
        <translation>
            <numerusform>Dieses Riff dauert mit {model} auf {place} etwa {duration}.</numerusform>
            <numerusform>{count} Riffs dauern mit {model} auf {place} etwa {duration}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>{one}, or {other}</source>
        <translation>{one}, oder {other}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>Faster: {advice}.</source>
        <translation>Schneller: {advice}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>a single riff, about {duration}</source>
        <translation>ein einzelnes Riff, etwa {duration}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>{fewer} steps in place of {steps}, about {duration}</source>
        <translation>{fewer} statt {steps} Schritte, etwa {duration}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>{seconds:.0f} s of sound, about {duration}</source>
        <translation>{seconds:.0f} s Klang, etwa {duration}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>the built-in model, {model}</source>
        <translation>das eingebaute Modell, {model}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>a graphics card (Riff &gt; Compute on…)</source>
        <translation>eine Grafikkarte (Riff &gt; Rechnen auf…)</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>another model</source>
        <translation>ein anderes Modell</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>a minute</source>
        <translation>eine Minute</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>{minutes:.0f} minutes</source>
        <translation>{minutes:.0f} Minuten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>{minutes:.1f} hours</source>
        <translation>{minutes:.1f} Stunden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>This layer was not made from the timeline: render the timeline, then what changes on it</source>
        <translation>Diese Ebene entstand nicht aus der Zeitleiste: die Zeitleiste rendern, danach, was sich an ihr ändert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>Another riff was made from the timeline since: use this layer&apos;s recipe to restore its own timeline</source>
        <translation>Seither entstand ein anderes Riff aus der Zeitleiste: das Rezept dieser Ebene verwenden, um ihre eigene Zeitleiste wiederherzustellen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>Only the seed has changed: Generate makes a new riff with it</source>
        <translation>Nur der Seed hat sich geändert: „Erzeugen“ macht damit ein neues Riff</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>The timeline is the same as that of this layer</source>
        <translation>Die Zeitleiste ist dieselbe wie die dieser Ebene</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>Rendering what changed in {name}</source>
        <translation>Geändertes wird gerendert: {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>Render what changed</source>
        <translation>Geändertes rendern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>A seamless loop has no end to continue from. Switch Play &gt; Seamless loop off, then continue.</source>
        <translation>Ein nahtloser Loop hat kein Ende, das sich fortsetzen lässt. Wiedergabe &gt; Nahtloser Loop ausschalten, dann fortsetzen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>The notes of {name} have changed and are not played yet: Riff &gt; Play the notes again, then continue.</source>
        <translation>Die Noten von {name} wurden geändert und sind noch nicht gespielt: Riff &gt; Noten neu spielen, dann fortsetzen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>The sketch would become longer than {minutes:.0f} minutes. Make it shorter first.</source>
        <translation>Die Skizze würde länger als {minutes:.0f} Minuten. Zuerst kürzen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>The layer to continue was removed or has another length; nothing was added to it.</source>
        <translation>Die fortzusetzende Ebene wurde entfernt oder hat eine andere Länge; nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>Continuing {name}</source>
        <translation>{name} wird fortgesetzt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>This riff is being made already. Another seed makes another one.</source>
        <translation>Dieses Riff wird bereits erzeugt. Ein anderer Seed ergibt ein anderes.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Loading {model}, so that the first riff starts sooner</source>
        <translation>{model} wird geladen, damit das erste Riff eher beginnt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Generating {riff}</source>
        <translation>{riff} wird erzeugt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Parts are made of notes, and a rhythm has none: choose Start from: A composed guide, or switch Parts off.</source>
        <translation>Stimmen bestehen aus Noten, und ein Rhythmus hat keine: „Ausgangspunkt: Komponiert“ wählen oder „Stimmen“ ausschalten.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Generating {riff} in parts</source>
        <translation>{riff} wird in Stimmen erzeugt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>The former layers are muted now. C compares the two.</source>
        <translation>Die bisherigen Ebenen sind jetzt stumm. C vergleicht beides.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>The kept take is muted now, and the new one plays. C compares the two.</source>
        <translation>Der behaltene Take ist jetzt stumm, und der neue spielt. C vergleicht beide.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>{name} is ready: PgDown and PgUp lead to it.</source>
        <translation>{name} ist fertig: Bild ab und Bild auf führen dorthin.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>There is nothing drawn yet to make real: draw something, or open a sound.</source>
        <translation>Es ist noch nichts gezeichnet, das real werden könnte: etwas zeichnen oder einen Klang öffnen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>all layers</source>
        <translation>alle Ebenen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>Reading the notes of {name}</source>
        <translation>Noten werden gelesen: {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Making {source} real</source>
        <translation>Wird real gemacht: {source}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Select a part to repaint, or mark it with the mask brush (M).</source>
        <translation>Einen Teil zum Neumalen auswählen oder mit dem Maskenpinsel (M) markieren.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Repainting {name}</source>
        <translation>{name} wird neu gemalt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Repaint</source>
        <translation>Neu malen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>The layer to repaint was removed or has another length; it was not changed.</source>
        <translation>Die neu zu malende Ebene wurde entfernt oder hat eine andere Länge; sie blieb unverändert.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>There is nothing to compare: this layer was not made from another one.</source>
        <translation>Es gibt nichts zu vergleichen: Diese Ebene entstand nicht aus einer anderen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/incoming_riffs.py"/>
        <source>The sketch of the riff was closed; the riff was dropped.</source>
        <translation>Die Skizze des Riffs wurde geschlossen; das Riff wurde verworfen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/incoming_riffs.py"/>
        <source>Cancelled. The finished {length} stay; undo removes them.</source>
        <translation>Abgebrochen. Die fertigen {length} bleiben; Rückgängig entfernt sie.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/incoming_riffs.py"/>
        <source>Cancelled. {length} of it were finished.</source>
        <translation>Abgebrochen. {length} davon waren fertig.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/incoming_riffs.py"/>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/layer_parts.py"/>
        <source>Analysing the sketch</source>
        <translation>Skizze wird analysiert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/layer_parts.py"/>
        <source>Split</source>
        <translation>Aufteilen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/layer_parts.py"/>
        <source>Splitting {name}</source>
        <translation>{name} wird aufgeteilt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/layer_parts.py"/>
        <source>Add part</source>
        <translation>Stimme hinzufügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playback_region.py"/>
        <source>the last bars loop until more is ready</source>
        <translation>die letzten Takte laufen in Schleife, bis mehr fertig ist</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playback_region.py"/>
        <source>{ahead:.0f} s ahead of the playhead</source>
        <translation>{ahead:.0f} s vor der Abspielposition</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playback_region.py"/>
        <source>the playhead catches up in {seconds:.0f} s</source>
        <translation>die Abspielposition holt in {seconds:.0f} s auf</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>There is nothing drawn yet to read notes from: draw a line with the tone brush.</source>
        <translation>Es ist noch nichts gezeichnet, woraus sich Noten lesen ließen: mit dem Tonpinsel eine Linie zeichnen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>The layer has changed since; its notes were not replaced.</source>
        <translation>Die Ebene hat sich seither geändert; ihre Noten wurden nicht ersetzt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>No notes were found: they are read from lines at a pitch, such as the tone brush draws.</source>
        <translation>Keine Noten gefunden: Sie werden aus Linien mit einer Tonhöhe gelesen, wie sie der Tonpinsel zeichnet.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>Notes from the drawing</source>
        <translation>Noten aus der Zeichnung</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>{count} notes were read.</source>
        <extracomment>For 1: {count} note was read.</extracomment>
        <translation>
            <numerusform>{count} Note wurde gelesen.</numerusform>
            <numerusform>{count} Noten wurden gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>Riff &gt; Play the notes again plays them with the prompt&apos;s instrument.</source>
        <translation>Riff &gt; Noten neu spielen spielt sie mit dem Instrument des Prompts.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>The layer plays its notes already: change some with the note tool first.</source>
        <translation>Die Ebene spielt ihre Noten bereits: zuerst mit dem Notenwerkzeug welche ändern.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>Playing the changed notes of {name}</source>
        <translation>Geänderte Noten werden gespielt: {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>Play the notes again</source>
        <translation>Noten neu spielen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/chords_field.py"/>
        <source>Chords of the riff, bar by bar, from this keyframe on: Cm | Ab | Eb Bb. Up to four share a bar, % repeats the bar before; at the end they start again. If empty, they are random, from the seed</source>
        <translation>Akkorde des Riffs, Takt für Takt, ab diesem Keyframe: Cm | Ab | Eb Bb. Bis zu vier teilen sich einen Takt, % wiederholt den Takt davor; am Ende beginnen sie von vorn. Ohne Eingabe sind sie zufällig, aus dem Seed</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/chords_field.py"/>
        <source>These chords have no effect: choose Start from: A composed guide.</source>
        <translation>Diese Akkorde haben keine Wirkung: „Ausgangspunkt: Komponiert“ wählen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/chords_field.py"/>
        <source>These chords have no effect: the notes of a file are played. Remove them under the prompt.</source>
        <translation>Diese Akkorde haben keine Wirkung: Die Noten einer Datei werden gespielt. Sie lassen sich unter dem Prompt entfernen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/chords_field.py"/>
        <source>Chords: Cm | Ab | Eb | Bb</source>
        <translation>Akkorde: Cm | Ab | Eb | Bb</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/chords_field.py"/>
        <source>About the chords</source>
        <translation>Über die Akkorde</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>keeps it as it is</source>
        <translation>alles bleibt, wie es ist</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>keeps rhythm and pitch</source>
        <translation>Rhythmus und Tonhöhe bleiben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>keeps the outline</source>
        <translation>der Umriss bleibt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>keeps only a hint</source>
        <translation>nur eine Andeutung bleibt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>keeps next to nothing</source>
        <translation>fast nichts bleibt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>Distance of a riff from its start: the drawing or the sound of Make it real, the part that is repainted, the rhythm or guide of Start from. Closer keeps more of it, freer follows the prompt more</source>
        <translation>Abstand eines Riffs von seinem Ausgangspunkt: die Zeichnung oder der Klang bei „Real machen“, der Teil, der neu gemalt wird, der Rhythmus oder die Vorlage bei „Ausgangspunkt“. Näher behält mehr davon, freier folgt mehr dem Prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>From closer to freer</source>
        <translation>Von näher bis freier</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>closer</source>
        <translation>näher</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>freer</source>
        <translation>freier</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>From its start: {phrase}</source>
        <translation>Vom Ausgangspunkt: {phrase}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>{tip}
Denoising {denoising:.2f}</source>
        <translation>{tip}
Entrauschung {denoising:.2f}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/fast_box.py"/>
        <source>Riffs in few steps: {steps}, with a LoRA for that and its scheduler, or {fewer} by the built-in model. With a LoRA the guidance is 1, and the negative prompt has no effect</source>
        <translation>Riffs in wenigen Schritten: {steps} mit einem LoRA dafür und dessen Scheduler, oder {fewer} mit dem eingebauten Modell. Mit einem LoRA ist die Guidance 1, und der Negativ-Prompt hat keine Wirkung</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/fast_box.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/model_choice.py"/>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/interpretation_line.py"/>
        <source>The rest is random in each riff.</source>
        <translation>Der Rest ist in jedem Riff zufällig.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/interpretation_line.py"/>
        <source>The music that will be played, as the prompt was understood</source>
        <translation>Die Musik, die gespielt wird, so wie der Prompt verstanden wurde</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/model_choice.py"/>
        <source>There is no model called {model} here; {other} plays instead.</source>
        <translation>Hier gibt es kein Modell namens {model}; stattdessen spielt {other}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/model_choice.py"/>
        <source>There is no LoRA called {names} here; riffs are made without.</source>
        <translation>Hier gibt es keine LoRA namens {names}; Riffs werden ohne erzeugt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/model_choice.py"/>
        <source>They take {steps} steps with the scheduler {scheduler} again.</source>
        <translation>Sie brauchen wieder {steps} Schritte mit dem Scheduler {scheduler}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Add a model in diffusers layout, without copying it</source>
        <translation>Ein Modell im diffusers-Format hinzufügen, ohne es zu kopieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Add a checkpoint or a LoRA in one file, without copying it</source>
        <translation>Einen Checkpoint oder eine LoRA in einer Datei hinzufügen, ohne sie zu kopieren</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Get a model from huggingface.co: the only thing in riffdesk that goes online</source>
        <translation>Ein Modell von huggingface.co herunterladen: Nur dafür geht riffdesk online</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Remove the model from the list; asks first, and says whether its files are deleted</source>
        <translation>Das Modell aus der Liste entfernen; fragt vorher und sagt, ob seine Dateien gelöscht werden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Free the memory of the last used model</source>
        <translation>Den Speicher des zuletzt verwendeten Modells freigeben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Stop the download or another job; a stopped download can be resumed</source>
        <translation>Den Download oder einen anderen Vorgang anhalten; ein angehaltener Download lässt sich fortsetzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Native size</source>
        <translation>Eigene Größe</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>On disk</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Use</source>
        <translation>Einsatz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>LCM or TCD for a LoRA for few steps, which Fast uses; its name is guessed from, as its file does not tell</source>
        <translation>LCM oder TCD bei einem LoRA für wenige Schritte, das „Schnell“ verwendet; aus dem Namen erraten, da die Datei es nicht angibt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Model, one file</source>
        <translation>Modell, eine Datei</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Word for prompts</source>
        <translation>Wort für Prompts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Choose a model to see where it is, and whether to trust it</source>
        <translation>Ein Modell wählen, um zu sehen, wo es liegt und ob ihm zu trauen ist</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Add file…</source>
        <translation>Datei hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Get from Hugging Face…</source>
        <translation>Von Hugging Face laden…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Unload</source>
        <translation>Entladen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>none given</source>
        <translation>keine angegeben</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Weight of {name}</source>
        <translation>Gewicht von {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>0 leaves it out</source>
        <translation>0 lässt sie aus</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Kind of {name}</source>
        <translation>Art von {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>LoRA for {scheduler}</source>
        <translation>LoRA für {scheduler}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Licence: {licence}</source>
        <translation>Lizenz: {licence}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Folder of a model</source>
        <translation>Ordner eines Modells</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Models and LoRAs ({patterns})</source>
        <translation>Modelle und LoRAs ({patterns})</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>File of a model or a LoRA</source>
        <translation>Datei eines Modells oder einer LoRA</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Added {name}.</source>
        <translation>{name} hinzugefügt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Repository on huggingface.co, such as riffusion/riffusion-model-v1, or its address.
This is the only thing in riffdesk that goes online.</source>
        <translation>Repository auf huggingface.co, etwa riffusion/riffusion-model-v1, oder dessen Adresse.
Nur dafür geht riffdesk online.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Get a model</source>
        <translation>Modell herunterladen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Repository on huggingface.co</source>
        <translation>Repository auf huggingface.co</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Get</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>{name} is ready.</source>
        <translation>{name} ist bereit.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Getting {repository}</source>
        <translation>{repository} wird heruntergeladen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>{request} is being downloaded already.</source>
        <translation>{request} wird bereits heruntergeladen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Its files are deleted.</source>
        <translation>Die Dateien werden gelöscht.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Its files stay where they are.</source>
        <translation>Die Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Remove model</source>
        <translation>Modell entfernen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Remove {name} from the list? {what}</source>
        <translation>{name} aus der Liste entfernen? {what}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Removed {name}.</source>
        <translation>{name} entfernt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>The model is unloaded.</source>
        <translation>Das Modell ist entladen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>No model is loaded.</source>
        <translation>Es ist kein Modell geladen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Unloading the model</source>
        <translation>Modell wird entladen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/notes_row.py"/>
        <source>The next riff plays these notes, with the sound of the prompt</source>
        <translation>Das nächste Riff spielt diese Noten, mit dem Klang des Prompts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/notes_row.py"/>
        <source>Do not play these notes: compose new ones, or use words alone</source>
        <translation>Diese Noten nicht spielen: neue komponieren oder nur Wörter verwenden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/notes_row.py"/>
        <source>those of a riff</source>
        <translation>die eines Riffs</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/notes_row.py"/>
        <source>Remove the notes</source>
        <translation>Noten entfernen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/notes_row.py"/>
        <source>Notes: {name}</source>
        <translation>Noten: {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_hints.py"/>
        <source>About the prompt</source>
        <translation>Über den Prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_hints.py"/>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_hints.py"/>
        <source>Words that the model knows</source>
        <translation>Wörter, die das Modell kennt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_hints.py"/>
        <source>Words that the model knows: click one to add it to the prompt</source>
        <translation>Wörter, die das Modell kennt: eins anklicken, um es zum Prompt hinzuzufügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Words alone</source>
        <translation>Nur Wörter</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>A composed guide</source>
        <translation>Komponiert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Prompt: a mellow electric piano over a lazy beat</source>
        <translation>Prompt: a mellow electric piano over a lazy beat</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Negative prompt</source>
        <translation>Negativ-Prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Earlier prompts</source>
        <translation>Frühere Prompts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Your earlier prompts, with a search; Up in an empty field recalls the last ones</source>
        <translation>Frühere Prompts, mit einer Suche; die Taste Auf in einem leeren Feld holt die letzten zurück</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Another seed, which is kept</source>
        <translation>Ein anderer Seed, der behalten wird</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <location filename="../../riffdesk/ui/riff/timeline/seed_timeline.py"/>
        <source>New seed</source>
        <translation>Neuer Seed</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Steps</source>
        <comment>of the denoising</comment>
        <translation>Schritte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>More steps take longer and sound cleaner</source>
        <translation>Mehr Schritte dauern länger und klingen sauberer</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Guidance</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>As long as the sketch</source>
        <translation>So lang wie die Skizze</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Scheduler</source>
        <translation>Scheduler</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Start from</source>
        <translation>Ausgangspunkt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Number of variations</source>
        <translation>Anzahl der Variationen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Variations</source>
        <translation>Variationen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>One piece</source>
        <translation>Ein Stück</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Parts: a layer for each instrument</source>
        <translation>Stimmen: eine Ebene je Instrument</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Parts</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>More settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Settings that seldom change: negative prompt, chords, guidance, scheduler, clips</source>
        <translation>Einstellungen, die sich selten ändern: Negativ-Prompt, Akkorde, Guidance, Scheduler, Clips</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Paste prompt</source>
        <translation>Prompt einfügen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>{model} has a scheduler of its own</source>
        <translation>{model} hat einen eigenen Scheduler</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>{model} makes a riff as a whole, and no clips</source>
        <translation>{model} erzeugt ein Riff als Ganzes und keine Clips</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>the prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>the negative prompt</source>
        <translation>Negativ-Prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>the seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>Took {what} from the text. Its settings are for the model {model}, which is not installed.</source>
        <translation>Aus dem Text übernommen: {what}. Die Einstellungen gelten für das Modell {model}, das nicht installiert ist.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>Took {what} from the text, except the scheduler {scheduler}, which riffdesk does not have.</source>
        <translation>Aus dem Text übernommen: {what}, ohne den Scheduler {scheduler}, den riffdesk nicht hat.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>Took {what} from the text.</source>
        <translation>Aus dem Text übernommen: {what}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>in {key}</source>
        <translation>in {key}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>{what}, from the prompt</source>
        <translation>{what}, aus dem Prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>In any tempo and key: tick for the sketch&apos;s</source>
        <translation>Tempo und Tonart beliebig: ankreuzen für die der Skizze</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>{what}, from the sketch</source>
        <translation>{what}, aus der Skizze</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/takes_row.py"/>
        <source>The audible take, and its seed</source>
        <translation>Der hörbare Take und sein Seed</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/takes_row.py"/>
        <location filename="../../riffdesk/ui/riff/timeline/keyframe_selection.py"/>
        <source>seed {seed}</source>
        <translation>Seed {seed}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/takes_row.py"/>
        <source>Take {number} of {count}</source>
        <translation>Take {number} von {count}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tempo_key_box.py"/>
        <source>Riffs are made at the tempo and in the key of the sketch, if the prompt names none, so that they match it</source>
        <translation>Riffs werden im Tempo und in der Tonart der Skizze erzeugt, falls der Prompt keine nennt, damit sie zu ihr passen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tempo_key_box.py"/>
        <source>120 bpm, from the sketch</source>
        <translation>120 bpm, aus der Skizze</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tempo_key_box.py"/>
        <source>Tempo and key of the sketch</source>
        <translation>Tempo und Tonart der Skizze</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>Length of the riff, which is that of the sketch, in bars at its tempo and meter</source>
        <translation>Länge des Riffs, die auch die der Skizze ist, in Takten in ihrem Tempo und ihrer Taktart</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>The recipe has another length than the sketch: click for the length of the sketch</source>
        <translation>Das Rezept hat eine andere Länge als die Skizze: Ein Klick übernimmt die Länge der Skizze</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>One piece: continuous music from beginning to end. Clips: as in Riffusion&apos;s app, one image after the other from the same start, crossfaded at the joins</source>
        <translation>Ein Stück: durchgehende Musik von Anfang bis Ende. Clips: wie in der Riffusion-App, ein Bild nach dem anderen vom selben Ausgangspunkt, an den Nahtstellen überblendet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>The same seed gives the same riff; -1, or an empty field, is a random seed for each, which its take shows</source>
        <translation>Derselbe Seed ergibt dasselbe Riff; -1 oder ein leeres Feld steht jedes Mal für einen zufälligen Seed, den der Take zeigt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>A description of the riff: instruments, style, tempo, key. (bass:1.3) counts more, [drums] less. Return moves the keyboard focus to the canvas, Shift+Return begins a new line</source>
        <translation>Eine Beschreibung des Riffs: Instrumente, Stil, Tempo, Tonart. (bass:1.3) zählt mehr, [drums] weniger. Die Eingabetaste bewegt den Tastaturfokus zur Leinwand, Umschalt+Eingabetaste beginnt eine neue Zeile</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>Words to avoid, like those of the prompt</source>
        <translation>Zu vermeidende Wörter, wie die des Prompts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>The start of a new riff; the slider below sets how close it stays to that. A composed guide is a picture of notes that are composed from the prompt, in its tempo and key and on its chords</source>
        <translation>Der Ausgangspunkt eines neuen Riffs; der Regler darunter bestimmt, wie nah es daran bleibt. Eine komponierte Vorlage ist ein Bild von Noten, die aus dem Prompt komponiert werden, in seinem Tempo, seiner Tonart und auf seinen Akkorden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>How closely the riff follows the prompt: more is closer to its words, less is freer and often more natural</source>
        <translation>Wie genau das Riff dem Prompt folgt: Mehr ist näher an seinen Wörtern, weniger ist freier und oft natürlicher</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>The model: each knows other sounds. The dots beside it add and get models</source>
        <translation>Das Modell: Jedes kennt andere Klänge. Über die Punkte daneben lassen sich Modelle hinzufügen und herunterladen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>The method of removing the noise from step to step; a matter of taste and speed. LCM and TCD are for models with a LoRA for few steps, which Fast adds</source>
        <translation>Die Methode, mit der das Rauschen von Schritt zu Schritt entfernt wird; eine Frage von Geschmack und Geschwindigkeit. LCM und TCD sind für Modelle mit einem LoRA für wenige Schritte, das „Schnell“ hinzufügt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>Generate makes drums, bass, chords and melody as separate layers that match, to be mixed and exported as stems; this takes longer, once for each layer</source>
        <translation>„Erzeugen“ macht Schlagzeug, Bass, Akkorde und Melodie als getrennte, zueinander passende Ebenen, zum Mischen und zum Export als Stems; das dauert länger, einmal je Ebene</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>Number of variations that are made at once</source>
        <translation>Anzahl der Variationen, die auf einmal erzeugt werden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Set the sketch to {wish}</source>
        <translation>Skizze auf {wish} setzen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>The present take has seed {seed}: making another one, with seed {other}.</source>
        <translation>Der aktuelle Take hat den Seed {seed}: Ein weiterer mit dem Seed {other} wird erzeugt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Tempo and key</source>
        <translation>Tempo und Tonart</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Composing the guide</source>
        <translation>Vorlage wird komponiert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>The next riff plays the notes of {name}: {bars} at {tempo:g} bpm.</source>
        <translation>Das nächste Riff spielt die Noten von {name}: {bars} mit {tempo:g} bpm.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>The next riff plays the notes of {name}: {bars}, at the tempo of the sketch.</source>
        <translation>Das nächste Riff spielt die Noten von {name}: {bars}, im Tempo der Skizze.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>This layer was not made from a prompt, so it has no recipe.</source>
        <translation>Diese Ebene entstand nicht aus einem Prompt und hat daher kein Rezept.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>This riff is a seamless loop of {seconds:.2f} s, but the sketch is not a loop.</source>
        <translation>Dieses Riff ist ein nahtloser Loop von {seconds:.2f} s, die Skizze ist aber kein Loop.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>This file contains its recipe: Riff &gt; Use the layer&apos;s recipe applies it.</source>
        <translation>Diese Datei enthält ihr Rezept: Riff &gt; Rezept der Ebene verwenden wendet es an.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Riff {seed}</source>
        <translation>Riff {seed}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_progress.py"/>
        <source>Parts {first} to {last} of {count}</source>
        <translation>Abschnitte {first} bis {last} von {count}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_progress.py"/>
        <source>Part {number} of {count}</source>
        <translation>Abschnitt {number} von {count}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_progress.py"/>
        <source>{done} of {count} parts ready</source>
        <translation>{done} von {count} Abschnitten fertig</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_progress.py"/>
        <source>step {number} of {count}</source>
        <translation>Schritt {number} von {count}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <source>State of the riff</source>
        <translation>Stand des Riffs</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <source>Render timeline</source>
        <translation>Zeitleiste rendern</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <source>Make it real</source>
        <translation>Real machen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <source>Wait until the riff is ready</source>
        <translation>Warten, bis das Riff fertig ist</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <location filename="../../riffdesk/ui/window/main_window.py"/>
        <source>Getting ready</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <source>{seconds:.1f} s have changed since this riff was made · Riff &gt; Render what changed updates them</source>
        <translation>{seconds:.1f} s geändert, seit dieses Riff entstand · Riff &gt; Geändertes rendern aktualisiert sie</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/tempo_key_offer.py"/>
        <source>The prompt asks for {wish}, and the sketch is at {tempo:g}.</source>
        <translation>Der Prompt verlangt {wish}, und die Skizze hat {tempo:g} bpm.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/tempo_key_offer.py"/>
        <source>The prompt asks for {wish}, and the sketch is in {key}.</source>
        <translation>Der Prompt verlangt {wish}, und die Skizze steht in {key}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/tempo_key_offer.py"/>
        <source>The prompt asks for {wish}, and the sketch has no key.</source>
        <translation>Der Prompt verlangt {wish}, und die Skizze hat keine Tonart.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/tempo_key_offer.py"/>
        <source>The prompt asks for {wish}, and the sketch is at {tempo:g} and is in {key}.</source>
        <translation>Der Prompt verlangt {wish}, und die Skizze hat {tempo:g} bpm und steht in {key}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/tempo_key_offer.py"/>
        <source>The prompt asks for {wish}, and the sketch is at {tempo:g} and has no key.</source>
        <translation>Der Prompt verlangt {wish}, und die Skizze hat {tempo:g} bpm und keine Tonart.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/timeline/keyframe_selection.py"/>
        <source>no prompt</source>
        <translation>kein Prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/timeline/keyframe_selection.py"/>
        <source>Keyframe {number} of {count} at {seconds:.2f} seconds: {prompt}, {seed}</source>
        <translation>Keyframe {number} von {count} bei {seconds:.2f} Sekunden: {prompt}, {seed}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/timeline/keyframe_selection.py"/>
        <source>random seed</source>
        <translation>zufälliger Seed</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/timeline/seed_timeline.py"/>
        <source>Music walks from one keyframe to the next. A double-click adds one, a drag moves it from bar to bar (Shift: freely), a drag begun with Ctrl copies, a click with Ctrl chooses several, Delete removes; right-click for the curve.
Keys: arrows choose, with Shift several; with Ctrl they move from bar to bar, with Alt freely; Insert adds</source>
        <translation>Die Musik wandert von einem Keyframe zum nächsten. Ein Doppelklick fügt einen hinzu, Ziehen bewegt ihn von Takt zu Takt (Umschalt: frei), mit Strg begonnenes Ziehen kopiert, ein Klick mit Strg wählt mehrere, Entf entfernt; ein Rechtsklick zeigt die Kurve.
Tasten: Pfeile wählen, mit Umschalt mehrere; mit Strg bewegen sie von Takt zu Takt, mit Alt frei; Einfg fügt hinzu</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/timeline/seed_timeline.py"/>
        <source>To the next keyframe:</source>
        <translation>Zum nächsten Keyframe:</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/timeline/seed_timeline.py"/>
        <source>Copy of it here</source>
        <translation>Kopie davon hierher</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/riff/variations.py"/>
        <source>{count} variations of {riff}</source>
        <extracomment>For 1: {count} variation of {riff}</extracomment>
        <translation>
            <numerusform>{count} Variation von {riff}</numerusform>
            <numerusform>{count} Variationen von {riff}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/riff/variations.py"/>
        <source>{count} variations</source>
        <extracomment>For 1: {count} variation</extracomment>
        <translation>
            <numerusform>{count} Variation</numerusform>
            <numerusform>{count} Variationen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/time_left.py"/>
        <source>taking longer</source>
        <translation>dauert länger</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/time_left.py"/>
        <source>nearly done</source>
        <translation>fast fertig</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/time_left.py"/>
        <source>{seconds:.0f} s left</source>
        <translation>noch {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/time_left.py"/>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>{minutes} min left</source>
        <translation>noch {minutes} min</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/time_left.py"/>
        <source>{minutes:.1f} h left</source>
        <translation>noch {minutes:.1f} h</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Tool and picture</source>
        <translation>Werkzeug und Bild</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Control</source>
        <translation>Steuerung</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/main_window.py"/>
        <source>&amp;Undo {step}</source>
        <translation>&amp;Rückgängig: {step}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/main_window.py"/>
        <source>&amp;Redo {step}</source>
        <translation>&amp;Wiederholen: {step}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Cancel the job and its changes</source>
        <translation>Den Vorgang und seine Änderungen abbrechen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Close now</source>
        <translation>Jetzt schließen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Close without waiting for the job</source>
        <translation>Schließen, ohne auf den Vorgang zu warten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Refining the sound</source>
        <translation>Klang wird verfeinert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Finishing: {label}</source>
        <translation>Wird beendet: {label}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Cancelling: {label}</source>
        <translation>Wird abgebrochen: {label}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>({count} more waiting)</source>
        <translation>({count} weitere warten)</translation>
    </message>
</context>
</TS>
