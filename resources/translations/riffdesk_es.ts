<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>riffdesk</name>
    <message>
        <location filename="../../riffdesk/analysis/folder_reading.py"/>
        <source>Measuring {name}</source>
        <translation>Midiendo {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/folder_reading.py"/>
        <location filename="../../riffdesk/ui/library/riff_library.py"/>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Reading {name}</source>
        <translation>Leyendo {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/folder_reading.py"/>
        <source>{what}: {count:,} files</source>
        <translation>{what}: {count:,} archivos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/riff_entry.py"/>
        <source>{name} is silent, and was not put into the library.</source>
        <translation>{name} está en silencio y no se añadió a la biblioteca.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/stretch.py"/>
        <source>A sound can be stretched to half or twice its length, not to {factor:.2f} times.</source>
        <translation>Un sonido se puede estirar a entre la mitad y el doble de su duración, no a {factor:.2f} veces.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/transfer.py"/>
        <source>Could not make the folder {folder}: {reason}.</source>
        <translation>No se pudo crear la carpeta {folder}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/transfer.py"/>
        <source>Exporting</source>
        <translation>Exportando</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/transfer.py"/>
        <location filename="../../riffdesk/ui/library/entry_audition.py"/>
        <source>The sound of {name} is missing: there is no file {path}.</source>
        <translation>Falta el sonido de {name}: no existe el archivo {path}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/transfer.py"/>
        <location filename="../../riffdesk/ui/document/file_import.py"/>
        <source>Importing {name}</source>
        <translation>Importando {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/upkeep.py"/>
        <source>The list of the library was damaged; it is kept as {name}. A new one was made of the {found:,} sounds in the library&apos;s folder, without their stars and tags.</source>
        <translation>La lista de la biblioteca estaba dañada; se conserva como {name}. Se creó una nueva con los {found:,} sonidos de la carpeta de la biblioteca, sin sus estrellas ni etiquetas.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/analysis/upkeep.py"/>
        <location filename="../../riffdesk/ui/library/riff_library.py"/>
        <source>Looking through the library</source>
        <translation>Examinando la biblioteca</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>There is no sound because the PortAudio library is missing. Install it (Debian and Ubuntu: sudo apt install libportaudio2; macOS: brew install portaudio; on Windows: pip install --force-reinstall sounddevice) and press play again.</source>
        <translation>No hay sonido porque falta la biblioteca de software PortAudio. Instalarla (Debian y Ubuntu: sudo apt install libportaudio2; macOS: brew install portaudio; en Windows: pip install --force-reinstall sounddevice) y volver a pulsar Reproducir.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>No sound device was found. Plug in or switch on a sound card and press play again.</source>
        <translation>No se encontró ningún dispositivo de sonido. Conectar o encender una tarjeta de sonido y volver a pulsar Reproducir.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>No sound input was found. Plug in a microphone or a sound card and press record again.</source>
        <translation>No se encontró ninguna entrada de sonido. Conectar un micrófono o una tarjeta de sonido y volver a pulsar Grabar.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>The sound device “{key}” is not there. Plug it in again or choose another output device.</source>
        <translation>El dispositivo de sonido «{key}» no está disponible. Volver a conectarlo o elegir otro dispositivo de salida.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>The sound input “{key}” is not there. Plug it in again or choose another input.</source>
        <translation>La entrada de sonido «{key}» no está disponible. Volver a conectarla o elegir otra entrada.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>The sound device in use does not answer any more. Choose another output device and press play.</source>
        <translation>El dispositivo de sonido en uso ya no responde. Elegir otro dispositivo de salida y pulsar Reproducir.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/device_errors.py"/>
        <source>The sound device “{key}” does not answer any more. Choose another output device and press play.</source>
        <translation>El dispositivo de sonido «{key}» ya no responde. Elegir otro dispositivo de salida y pulsar Reproducir.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>left</source>
        <translation>izquierdo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>right</source>
        <translation>derecho</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>centre</source>
        <translation>central</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>back left</source>
        <translation>trasero izquierdo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>back right</source>
        <translation>trasero derecho</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>left of centre</source>
        <translation>centro izquierdo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>right of centre</source>
        <translation>centro derecho</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>back centre</source>
        <translation>trasero central</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>side left</source>
        <translation>lateral izquierdo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/channels.py"/>
        <source>side right</source>
        <translation>lateral derecho</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/export.py"/>
        <source>There is nothing to export: neither the mix nor a layer is asked for.</source>
        <translation>No hay nada que exportar: no se ha pedido ni la mezcla ni ninguna capa.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/export.py"/>
        <source>One file holds the mix alone. Name a folder for the layers.</source>
        <translation>Un solo archivo contiene únicamente la mezcla. Indicar una carpeta para las capas.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/export.py"/>
        <location filename="../../riffdesk/audio/filing/sound_files.py"/>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Writing {name}</source>
        <translation>Escribiendo {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/export_files.py"/>
        <source>The sound of the layer &quot;{name}&quot; is not ready. Wait for it, then export again.</source>
        <translation>El sonido de la capa «{name}» no está listo. Esperar a que lo esté y volver a exportar.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/export_levels.py"/>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Measuring</source>
        <translation>Midiendo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/file_set.py"/>
        <source>Could not export: the folder&apos;s name has a zero byte in it, which no system takes.</source>
        <translation>No se pudo exportar: el nombre de la carpeta contiene un byte cero, que ningún sistema admite.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/export/file_set.py"/>
        <source>Could not export to {folder}: {reason}. Nothing was written.</source>
        <translation>No se pudo exportar a {folder}: {reason}. No se escribió nada.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/recording.py"/>
        <location filename="../../riffdesk/files.py"/>
        <location filename="../../riffdesk/json_file.py"/>
        <source>Could not write {path}: {reason}.</source>
        <translation>No se pudo escribir {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sample_formats.py"/>
        <source>Sound files are written as WAV or FLAC, not as {file_format}.</source>
        <translation>Los archivos de sonido se escriben como WAV o FLAC, no como {file_format}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sample_formats.py"/>
        <source>Samples are written as PCM_16, PCM_24 or FLOAT, not as {subtype}.</source>
        <translation>Las muestras se escriben como PCM_16, PCM_24 o FLOAT, no como {subtype}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sample_formats.py"/>
        <source>FLAC files hold no floating-point samples. Choose 24 bit, or WAV for 32-bit float.</source>
        <translation>Los archivos FLAC no admiten muestras en coma flotante. Elegir 24 bits, o WAV para 32 bits en coma flotante.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sample_formats.py"/>
        <source>A WAV file holds {hours:.1f} hours of this at most, not {samples:,.1f}. Make it shorter, or write a FLAC file.</source>
        <translation>Un archivo WAV admite como máximo {hours:.1f} horas de este sonido, no {samples:,.1f}. Acortarlo o escribir un archivo FLAC.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sample_formats.py"/>
        <source>{name} has no suffix that riffdesk can write. End it in .wav or .flac.</source>
        <translation>{name} no tiene una extensión que riffdesk pueda escribir. Terminarlo en .wav o .flac.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_files.py"/>
        <source>The recipe of {name} was read without its score: a newer riffdesk wrote it. Update riffdesk to play it.</source>
        <translation>La receta de {name} se leyó sin su partitura: la escribió una versión más nueva de riffdesk. Actualizar riffdesk para tocarla.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} is up to {level:.0f} dB above full scale, like integers stored as floats. It was turned down by {gain:.0f} dB.</source>
        <translation>{name} llega hasta {level:.0f} dB por encima del fondo de escala, como los enteros guardados en coma flotante. Se bajó {gain:.0f} dB.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>more than {clock}</source>
        <translation>más de {clock}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>Reading</source>
        <translation>Leyendo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} is cut short before its sound begins. Get a complete copy of it.</source>
        <translation>{name} está cortado antes de que empiece el sonido. Conseguir una copia completa.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} contains no sound at all: it has 0 samples. Choose another file.</source>
        <translation>{name} no contiene sonido: tiene 0 muestras. Elegir otro archivo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} is damaged after {seconds:.1f} s. The part before that was read.</source>
        <translation>{name} está dañado a partir de {seconds:.1f} s. Se leyó la parte anterior.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>The {channels} channels of {name} were mixed to stereo: centre and surround at -3 dB, without the bass channel (ITU-R BS.775).</source>
        <translation>Los {channels} canales de {name} se mezclaron a estéreo: central y envolventes a -3 dB, sin el canal de graves (ITU-R BS.775).</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>The {channels} channels of {name} were mixed to one: it does not say where they belong.</source>
        <translation>Los {channels} canales de {name} se mezclaron en uno: el archivo no indica dónde van.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} has its samples in the lower bits of their bytes, where they are {level:.0f} dB too quiet. It was turned up by the same amount.</source>
        <translation>{name} tiene sus muestras en los bits bajos de sus bytes, donde suenan {level:.0f} dB demasiado bajas. Se subió en la misma medida.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} has {count:,} samples that are not a number, replaced by silence.</source>
        <extracomment>For 1: {name} has 1 sample that is not a number, replaced by silence.</extracomment>
        <translation>
            <numerusform>{name} tiene 1 muestra que no es un número, sustituida por silencio.</numerusform>
            <numerusform>{name} tiene {count:,} muestras que no son números, sustituidas por silencio.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} claims {rate:,} samples per second. Convert it to {usual:,} first.</source>
        <translation>{name} declara {rate:,} muestras por segundo. Convertirlo antes a {usual:,}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_reader.py"/>
        <source>{name} is {length} long, and a sketch holds at most {clock}. Cut out the part you want first.</source>
        <translation>{name} dura {length}, y un boceto admite como máximo {clock}. Primero hay que recortar la parte deseada.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>{name} is empty. Choose another file.</source>
        <translation>{name} está vacío. Elegir otro archivo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <source>{name} is not a sound file that riffdesk can read. Choose a WAV, FLAC, OGG or MP3 file.</source>
        <translation>{name} no es un archivo de sonido que riffdesk pueda leer. Elegir un archivo WAV, FLAC, OGG o MP3.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <source>{name} is too damaged to be read. Get another copy of it.</source>
        <translation>{name} está demasiado dañado para leerlo. Conseguir otra copia.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <source>{name} is cut short: {seconds:.1f} of {header_seconds:.1f} s remain, and were read.</source>
        <translation>{name} está cortado: quedan {seconds:.1f} de {header_seconds:.1f} s, y se leyeron.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <source>{name} does not state its length, as when a recorder loses power. It was read to its end.</source>
        <translation>{name} no indica su duración, como cuando una grabadora se queda sin energía. Se leyó hasta el final.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <source>{name} has parts of different sample rates. Only parts with the first one&apos;s rate were read.</source>
        <translation>{name} tiene partes con distintas frecuencias de muestreo. Solo se leyeron las que tienen la de la primera.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/sound_source.py"/>
        <source>{name} is cut short. The remaining part was read.</source>
        <translation>{name} está cortado. Se leyó la parte que queda.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/filing/spool.py"/>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <location filename="../../riffdesk/files.py"/>
        <source>Could not write {target}: {reason}.</source>
        <translation>No se pudo escribir {target}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/devices.py"/>
        <source>The sound system does not answer. Restart it or riffdesk to hear something again.</source>
        <translation>El sistema de sonido no responde. Reiniciarlo, o reiniciar riffdesk, para volver a oír algo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/devices.py"/>
        <source>The sound system does not answer. Restart riffdesk to hear something again.</source>
        <translation>El sistema de sonido no responde. Reiniciar riffdesk para volver a oír algo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/devices.py"/>
        <source>The sound system did not start: {cause}.</source>
        <translation>El sistema de sonido no se inició: {cause}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/output.py"/>
        <source>The sound device “{name}” stopped working ({cause}). Choose another output device, or see that this one is switched on, and press play again.</source>
        <translation>El dispositivo de sonido «{name}» dejó de funcionar ({cause}). Elegir otro dispositivo de salida, o comprobar que este esté encendido, y volver a pulsar Reproducir.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/output.py"/>
        <source>The sound device “{name}” could not be opened ({cause}). Choose another output device, or see that this one is switched on, and press play again.</source>
        <translation>El dispositivo de sonido «{name}» no se pudo abrir ({cause}). Elegir otro dispositivo de salida, o comprobar que este esté encendido, y volver a pulsar Reproducir.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/player_thread.py"/>
        <source>Playback stopped because of a mistake in riffdesk.</source>
        <translation>La reproducción se detuvo por un error de riffdesk.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/playing/player_thread.py"/>
        <source>The sound had gaps; its buffer holds {latency:.0f} ms now.</source>
        <translation>El sonido tenía cortes; su búfer es ahora de {latency:.0f} ms.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/input.py"/>
        <source>The sound input “{name}” stopped working ({cause}). See that it is plugged in and that riffdesk may use the microphone, or choose another input.</source>
        <translation>La entrada de sonido «{name}» dejó de funcionar ({cause}). Comprobar que esté conectada y que riffdesk pueda usar el micrófono, o elegir otra entrada.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/input.py"/>
        <source>The sound input “{name}” could not be opened ({cause}). See that it is plugged in and that riffdesk may use the microphone, or choose another input.</source>
        <translation>La entrada de sonido «{name}» no se pudo abrir ({cause}). Comprobar que esté conectada y que riffdesk pueda usar el micrófono, o elegir otra entrada.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/recorded_sound.py"/>
        <source>Nothing was recorded.</source>
        <translation>No se grabó nada.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/recorder.py"/>
        <source>The recording has reached ten minutes, the longest that there is, and was ended.</source>
        <translation>La grabación llegó a diez minutos, la duración máxima, y se terminó.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/recorder.py"/>
        <source>The sound input “{name}” sends nothing any more. Choose another input.</source>
        <translation>La entrada de sonido «{name}» ya no envía nada. Elegir otra entrada.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/recording_file.py"/>
        <source>The disk is too slow to record on.</source>
        <translation>El disco es demasiado lento para grabar en él.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/audio/recording/recording_file.py"/>
        <source>The recording could not be written to {path}: {reason}.</source>
        <translation>No se pudo escribir la grabación en {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/accompaniment/added_part.py"/>
        <source>counter-melody</source>
        <translation>contramelodía</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/accompaniment/added_part.py"/>
        <source>There is no part called {kind!r}. Parts: {kinds}.</source>
        <translation>No hay ninguna parte llamada {kind!r}. Partes: {kinds}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/accompaniment/added_part.py"/>
        <source>{instrument!r} plays no {kind}. Instruments: {instruments}.</source>
        <translation>{instrument!r} no toca esta parte: {kind}. Instrumentos: {instruments}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/accompaniment/added_part.py"/>
        <source>There is no melody with known notes to play a counter-melody to. Add a melody first, or instead.</source>
        <translation>No hay ninguna melodía de notas conocidas para tocar una contramelodía. Añadir una melodía antes, o en su lugar.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/chords.py"/>
        <source>Write chords as in Cm, F#7, Bbmaj7 or G/B, and | between bars.</source>
        <translation>Escribir los acordes como en Cm, F#7, Bbmaj7 o G/B, y | entre compases.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/chords.py"/>
        <source>Bar {number} has no chord. {advice}</source>
        <translation>El compás {number} no tiene acorde. {advice}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/chords.py"/>
        <source>Bar 1 is {repeat}, the bar before once more, but there is none. {advice}</source>
        <translation>El compás 1 es {repeat}, que repite el compás anterior, pero no hay ninguno. {advice}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/chords.py"/>
        <source>Bar {number} has {count} chords; {most} are the most. {advice}</source>
        <translation>El compás {number} tiene {count} acordes; el máximo es {most}. {advice}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/chords.py"/>
        <source>These are chords of {count} bars; {most} are the most.</source>
        <translation>Estos acordes ocupan {count} compases; el máximo es {most}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/chords.py"/>
        <source>There is no chord {word!r} (bar {bar}). {advice}</source>
        <translation>No existe el acorde {word!r} (compás {bar}). {advice}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} has {size:.0f} MB; MIDI files of at most {most:.0f} MB are read. Split it in a sequencer.</source>
        <translation>{name} tiene {size:.0f} MB; se leen archivos MIDI de {most:.0f} MB como máximo. Dividirlo en un secuenciador.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} is damaged: it ends in the middle. Export it again.</source>
        <translation>{name} está dañado: se corta a la mitad. Volver a exportarlo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} is no MIDI file. Choose one that ends in .mid.</source>
        <translation>{name} no es un archivo MIDI. Elegir uno que termine en .mid.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} holds patterns that are not played together (format {kind}). Export it as format 1.</source>
        <translation>{name} contiene patrones que no se tocan a la vez (formato {kind}). Exportarlo en formato 1.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} counts time in film frames (SMPTE) and not in beats. Export it with ticks per quarter note.</source>
        <translation>{name} cuenta el tiempo en fotogramas de cine (SMPTE) y no en pulsos. Exportarlo con ticks por negra.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} says that a quarter note has 0 ticks. Export it again.</source>
        <translation>{name} indica que una negra tiene 0 ticks. Volver a exportarlo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} is damaged: a track begins in the middle of an event. Export it again.</source>
        <translation>{name} está dañado: una pista empieza en mitad de un evento. Volver a exportarlo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} is damaged: it has a message that no file has. Export it again.</source>
        <translation>{name} está dañado: tiene un mensaje que no existe en los archivos. Volver a exportarlo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/midi_file.py"/>
        <source>{name} is damaged: it has a number without an end. Export it again.</source>
        <translation>{name} está dañado: tiene un número sin final. Volver a exportarlo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{name} lasts {minutes:.0f} minutes at {tempo:g} bpm; a score has at most {most}. Cut it in a sequencer.</source>
        <translation>{name} dura {minutes:.0f} minutos a {tempo:g} bpm; una partitura tiene como máximo {most}. Recortarlo en un secuenciador.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>The meter of {name} changes; {beats}/{value}, the first one, is kept.</source>
        <translation>El compás de {name} cambia; se conserva {beats}/{value}, el primero.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>A bar of {name} has {beats} beats, and {most} are the most; it is read in bars of 4.</source>
        <translation>Un compás de {name} tiene {beats} tiempos, y el máximo es {most}; se lee en compases de 4.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{name} is played at {tempo:g} bpm; a sketch has {low} to {high}. Change it in a sequencer.</source>
        <translation>{name} va a {tempo:g} bpm; un boceto admite de {low} a {high}. Cambiarlo en un secuenciador.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>The tempo of {name} changes; {tempo:g} bpm, which holds longest, is kept throughout.</source>
        <translation>El tempo de {name} cambia; se conserva en toda la pieza el de {tempo:g} bpm, que es el que más dura.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{name} has no notes. Choose a MIDI file with some.</source>
        <translation>{name} no tiene notas. Elegir un archivo MIDI que las tenga.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{name} has {count:,} notes; {most:,} are the most. Cut it in a sequencer.</source>
        <translation>{name} tiene {count:,} notas; el máximo es {most:,}. Recortarlo en un secuenciador.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{name} has {count} tracks with notes; {most} are the most. Join some in a sequencer.</source>
        <translation>{name} tiene {count} pistas con notas; el máximo es {most}. Unir algunas en un secuenciador.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{name} has no notes that riffdesk can play. Choose another MIDI file.</source>
        <translation>{name} no tiene notas que riffdesk pueda tocar. Elegir otro archivo MIDI.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/compose/midi/score_midi.py"/>
        <source>{count:,} notes or strokes are left out of {name}: above 10 kHz, or of drums that riffdesk&apos;s kit does not have.</source>
        <extracomment>For 1: {count} note or stroke is left out of {name}: above 10 kHz, or of drums that riffdesk&apos;s kit does not have.</extracomment>
        <translation>
            <numerusform>Se omite {count} nota o golpe de {name}: por encima de 10 kHz, o de sonidos que la batería de riffdesk no tiene.</numerusform>
            <numerusform>Se omiten {count:,} notas o golpes de {name}: por encima de 10 kHz, o de sonidos que la batería de riffdesk no tiene.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/score.py"/>
        <source>melody</source>
        <translation>melodía</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/score.py"/>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>chords</source>
        <translation>acordes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/score.py"/>
        <location filename="../../riffdesk/dsp/separation.py"/>
        <source>bass</source>
        <translation>bajo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/score.py"/>
        <source>drums</source>
        <translation>batería</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/score_text.py"/>
        <source>This score has too many notes for a recipe. Cut it in a sequencer.</source>
        <translation>Esta partitura tiene demasiadas notas para una receta. Recortarla en un secuenciador.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/score_text.py"/>
        <source>The score of this riff is damaged. Open it again, as a MIDI file.</source>
        <translation>La partitura de este riff está dañada. Volver a abrirla como archivo MIDI.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/vocabulary.py"/>
        <source>sparse</source>
        <translation>escasa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/vocabulary.py"/>
        <source>medium</source>
        <translation>media</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/vocabulary.py"/>
        <source>busy</source>
        <translation>densa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>Genre: {genre}</source>
        <translation>Género: {genre}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>No drums, as asked for</source>
        <translation>Sin batería, como se pidió</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>Drums: {groove}</source>
        <translation>Batería: {groove}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>No drums</source>
        <translation>Sin batería</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>{instrument} (for {words!r})</source>
        <translation>{instrument} (por {words!r})</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>No bass, as asked for</source>
        <translation>Sin bajo, como se pidió</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/band.py"/>
        <source>Bass plays along</source>
        <translation>El bajo acompaña</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>{beats} beats in a bar</source>
        <translation>{beats} tiempos por compás</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>{beats} beats in a bar, {source}</source>
        <translation>{beats} tiempos por compás, {source}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>on its tonic</source>
        <translation>sobre su tónica</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>which the chords are in</source>
        <translation>que es la de los acordes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>Few notes, for &apos;slow&apos; at a given tempo</source>
        <translation>Pocas notas, por «slow» con un tempo dado</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>Many notes, for &apos;fast&apos; at a given tempo</source>
        <translation>Muchas notas, por «fast» con un tempo dado</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <source>Register</source>
        <translation>Registro</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/frame.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Density</source>
        <translation>Densidad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/requested.py"/>
        <source>{choice}, drawn from the seed.</source>
        <translation>{choice}, según la semilla.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/spec_of_words.py"/>
        <source>No word of the prompt names an instrument, a genre or a groove; the seed decides</source>
        <translation>Ninguna palabra del prompt nombra un instrumento, un género o un groove; decide la semilla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/spec_of_words.py"/>
        <source>The prompt is empty; the seed decides</source>
        <translation>El prompt está vacío; decide la semilla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/compose/words/spec_of_words.py"/>
        <source>Chords: {chords}, as given</source>
        <translation>Acordes: {chords}, según lo indicado</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/bindings.py"/>
        <source>{text} for {target}</source>
        <translation>{text} para {target}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/bindings.py"/>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/bindings.py"/>
        <source>Bindings of MIDI controllers in the settings that made no sense were left out: {names}{more}.</source>
        <translation>Se omitieron asignaciones de controladores MIDI sin sentido en los ajustes: {names}{more}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/clock/link.py"/>
        <source>Ableton Link is not installed. Install it with: pip install LinkPython-extern.</source>
        <translation>Ableton Link no está instalado. Instalarlo con: pip install LinkPython-extern.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/messages.py"/>
        <source>CC {number}</source>
        <translation>CC {number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/messages.py"/>
        <source>Key {note}</source>
        <translation>Tecla {note}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/messages.py"/>
        <source>Pitch wheel</source>
        <translation>Rueda de tono</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/messages.py"/>
        <source>{what}, channel {channel}</source>
        <translation>{what}, canal {channel}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/messages.py"/>
        <source>A MIDI message was left out: {kind} with {error}.</source>
        <translation>Se omitió un mensaje MIDI: {kind} con {error}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/messages.py"/>
        <source>{name} {value!r}, which is from {low} to {high}</source>
        <translation>{name} {value!r}, que va de {low} a {high}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>prompt</source>
        <translation>prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>negative</source>
        <translation>prompt negativo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>density</source>
        <translation>densidad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>plan</source>
        <translation>plan</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>seed</source>
        <translation>semilla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>guidance</source>
        <translation>guía</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>vary</source>
        <translation>variación</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>riffdesk knows no OSC address {address}.</source>
        <translation>riffdesk no conoce la dirección OSC {address}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>An OSC message to {address} was left out: {error}.</source>
        <translation>Se omitió un mensaje OSC a {address}: {error}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>it has {count} values in place of one</source>
        <translation>tiene {count} valores en lugar de uno</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>{value} is no number</source>
        <translation>{value} no es un número</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>{value} is not from {low:g} to {high:g}</source>
        <translation>{value} no está entre {low:g} y {high:g}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>a list</source>
        <translation>una lista</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>a note has a number, a velocity and perhaps a channel</source>
        <translation>una nota tiene un número, una velocidad y quizá un canal</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/addresses.py"/>
        <source>{value} is no text</source>
        <translation>{value} no es un texto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/osc/receiver.py"/>
        <source>OSC cannot be received at port {port}: {reason}.</source>
        <translation>No se puede recibir OSC en el puerto {port}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/ports.py"/>
        <source>The MIDI input {name}</source>
        <translation>La entrada MIDI {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/ports.py"/>
        <source>The MIDI output {name}</source>
        <translation>La salida MIDI {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/ports.py"/>
        <source>MIDI needs python-rtmidi: pip install python-rtmidi.</source>
        <translation>MIDI necesita python-rtmidi: pip install python-rtmidi.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/ports.py"/>
        <source>MIDI cannot be used, as a library does not load: {reason}.</source>
        <translation>No se puede usar MIDI, porque una biblioteca de software no se carga: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/ports.py"/>
        <source>{what} cannot be opened</source>
        <translation>{what} no se puede abrir</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/ports.py"/>
        <source>This computer offers no MIDI</source>
        <translation>Este equipo no ofrece MIDI</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Level of the layer</source>
        <translation>Nivel de la capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Pan of the layer</source>
        <translation>Panorama de la capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Mute of the layer</source>
        <translation>Silenciar la capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Solo of the layer</source>
        <translation>Solo de la capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Master volume</source>
        <translation>Volumen general</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Tempo, 60 to 187 bpm</source>
        <translation>Tempo, de 60 a 187 bpm</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <location filename="../../riffdesk/ui/canvas/regions/numbers_dialog.py"/>
        <source>Play or stop</source>
        <translation>Reproducir o detener</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Record the jam</source>
        <translation>Grabar la jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Size of the brush</source>
        <translation>Tamaño del pincel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Strength of the brush</source>
        <translation>Intensidad del pincel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Jam: level of the {part}</source>
        <translation>Jam: nivel de la parte {part}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Jam: mute of the {part}</source>
        <translation>Jam: silenciar la parte {part}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Jam: fill</source>
        <translation>Jam: redoble</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Jam: something else</source>
        <translation>Jam: algo distinto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/control/targets.py"/>
        <source>Jam: scene {part}</source>
        <translation>Jam: escena {part}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>or render on the processor: start riffdesk with --device cpu</source>
        <translation>o calcular en el procesador: iniciar riffdesk con --device cpu</translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>processor</source>
        <translation>procesador</translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>{count} threads</source>
        <translation>{count} hilos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>Apple silicon</source>
        <translation>Apple silicon</translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>This machine has no device &apos;{wanted}&apos;. It has: {names}.</source>
        <translation>Este equipo no tiene el dispositivo &apos;{wanted}&apos;. Tiene: {names}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>graphics card ({title})</source>
        <translation>tarjeta gráfica ({title})</translation>
    </message>
    <message>
        <location filename="../../riffdesk/devices.py"/>
        <source>The chosen graphics card ({card}) is missing, so riffs are made on the {new}.</source>
        <translation>Falta la tarjeta gráfica elegida ({card}); los riffs se calculan en: {new}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/calls/memory.py"/>
        <source>{name} needs about {needed:.1f} GB of memory on the graphics card, and {free:.1f} GB are free. Close other programs that use the card, use a smaller model, {other}.</source>
        <translation>{name} necesita unos {needed:.1f} GB de memoria de la tarjeta gráfica, y hay {free:.1f} GB libres. Cerrar otros programas que usen la tarjeta, usar un modelo más pequeño, {other}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/calls/memory.py"/>
        <source>{name} needs about {needed:.1f} GB of memory, and {free:.1f} GB are free. Close other programs, or use a smaller model.</source>
        <translation>{name} necesita unos {needed:.1f} GB de memoria, y hay {free:.1f} GB libres. Cerrar otros programas o usar un modelo más pequeño.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/calls/memory.py"/>
        <source>There is not enough memory for {task}. Close other programs, use a smaller model, {other}.</source>
        <translation>No hay memoria suficiente para {task}. Cerrar otros programas, usar un modelo más pequeño, {other}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <source>Drawing the picture</source>
        <translation>Dibujando la imagen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <source>Step {step} of {steps}</source>
        <translation>Paso {step} de {steps}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <source>Reading the prompt</source>
        <translation>Leyendo el prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <source>Preparing previews</source>
        <translation>Preparando las vistas previas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <source>Reading the kept part</source>
        <translation>Leyendo la parte conservada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/denoising.py"/>
        <source>Reading the starting picture</source>
        <translation>Leyendo la imagen inicial</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <location filename="../../riffdesk/diffusion/stable_audio/loading.py"/>
        <source>Loading the model {name}</source>
        <translation>Cargando el modelo {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <source>{name} is a LoRA: it changes another model and makes no sound of its own.</source>
        <translation>{name} es una LoRA: modifica otro modelo y no produce sonido por sí misma.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <source>{name} is a textual inversion: a word for prompts, and no model of its own.</source>
        <translation>{name} es una inversión textual: una palabra para prompts, y no un modelo propio.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} no longer exists.</source>
        <translation>{path} ya no existe.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <source>The model in {folder} is not complete: its tokenizer has no vocabulary.</source>
        <translation>El modelo de {folder} está incompleto: su tokenizer no tiene vocabulario.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <source>The {part} in {folder} is not complete: {count} of its weights are missing. Get it again.</source>
        <translation>El componente {part} de {folder} está incompleto; pesos que faltan: {count}. Volver a obtenerlo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <location filename="../../riffdesk/diffusion/stable_audio/loading.py"/>
        <source>The parts of {path} do not match: its tokenizer has {words} words, its text_encoder {embeddings}.</source>
        <translation>Las partes de {path} no encajan: su tokenizer tiene {words} palabras y su text_encoder {embeddings}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <source>There is not enough memory for {name}. Close other programs, use a smaller model, {other}.</source>
        <translation>No hay memoria suficiente para {name}. Cerrar otros programas, usar un modelo más pequeño, {other}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/loading.py"/>
        <source>{path} cannot be loaded: its files do not match: {first}.</source>
        <translation>No se puede cargar {path}: sus archivos no encajan: {first}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/model.py"/>
        <location filename="../../riffdesk/diffusion/stable_audio/sound_model.py"/>
        <source>a riff with this model</source>
        <translation>un riff con este modelo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/model.py"/>
        <location filename="../../riffdesk/diffusion/stable_audio/sound_model.py"/>
        <source>{name} computed invalid numbers: its weights are damaged. Get it again.</source>
        <translation>{name} calculó números no válidos: sus pesos están dañados. Volver a obtenerlo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/model.py"/>
        <source>this model&apos;s images</source>
        <translation>las imágenes de este modelo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/model.py"/>
        <source>The autoencoder of {name} computes invalid numbers: its weights are damaged, or do not work in fp16. Get the model again, in another version if there is one.</source>
        <translation>El autoencoder de {name} calcula números no válidos: sus pesos están dañados o no funcionan en fp16. Volver a obtener el modelo, en otra versión si la hay.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/embeddings.py"/>
        <source>This prompt is too long: {words:,} words make {length:,} tokens, and {limit} are the most. Shorten it: the last words of a long prompt have little effect anyway.</source>
        <translation>Este prompt es demasiado largo: {words:,} palabras son {length:,} tokens, y el máximo es {limit}. Acortarlo: las últimas palabras de un prompt largo apenas tienen efecto.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/embeddings.py"/>
        <source>This prompt is too long: {words:,} words make {length:,} chunks, and {limit} are the most. Shorten it: the last words of a long prompt have little effect anyway.</source>
        <translation>Este prompt es demasiado largo: {words:,} palabras son {length:,} bloques, y el máximo es {limit}. Acortarlo: las últimas palabras de un prompt largo apenas tienen efecto.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>The prompt is empty: the model plays any music.</source>
        <translation>El prompt está vacío: el modelo toca cualquier música.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>The model does not know {quoted}{rest}: it may play something else.</source>
        <translation>El modelo no conoce {quoted}{rest}: puede que toque otra cosa.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>{text} adds nothing: riffdesk knows &lt;lora:NAME:WEIGHT&gt; only.</source>
        <translation>{text} no añade nada: riffdesk solo conoce &lt;lora:NAME:WEIGHT&gt;.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>There is no LoRA called “{name}” here, so {text} adds nothing. Add its file to the models.</source>
        <translation>Aquí no hay ninguna LoRA llamada «{name}», así que {text} no añade nada. Añadir su archivo a los modelos.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>The weight in {text} is no number, so the LoRA is added with a weight of 1.</source>
        <translation>El peso en {text} no es un número, así que la LoRA se añade con un peso de 1.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>The text after “{text}:” is read as words. Settings have their own fields.</source>
        <translation>El texto después de «{text}:» se lee como palabras. Los ajustes tienen sus propios campos.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>AND does not blend prompts here: all of it is read as one prompt. A timeline walks from one to another.</source>
        <translation>AND no combina prompts aquí: todo se lee como un solo prompt. Una línea de tiempo pasa de uno a otro.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>{mark} does not alternate here: it is read as words. [a:b:0.5] walks from one to another.</source>
        <translation>{mark} no alterna aquí: se lee como palabras. [a:b:0.5] pasa de uno a otro.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>{mark} is no random choice here: it is read as words.</source>
        <translation>{mark} no es una elección al azar aquí: se lee como palabras.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>{text} does not say where it changes, as [a:b:0.5] does: it is read as words.</source>
        <translation>{text} no indica dónde cambia, como hace [a:b:0.5]: se lee como palabras.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/prompt/notes.py"/>
        <source>“{word}” in {text} is no weight, such as 1.3: it is read as words.</source>
        <translation>«{word}» en {text} no es un peso, como 1.3: se lee como palabras.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/schedulers.py"/>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>Did you mean &apos;{name}&apos;?</source>
        <translation>¿Quizá sea &apos;{name}&apos;?</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/schedulers.py"/>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>There are: {names}.</source>
        <translation>Los que hay son: {names}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/schedulers.py"/>
        <source>There is no scheduler &apos;{name}&apos;. {hint}</source>
        <translation>No existe el planificador &apos;{name}&apos;. {hint}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/schedulers.py"/>
        <source>There is no scheduler “{name}”. There are: {names}.</source>
        <translation>No existe el planificador «{name}». Los que hay son: {names}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/schedulers.py"/>
        <source>{name} takes 1 to {max_steps} steps, not {steps}.</source>
        <translation>{name} admite de 1 a {max_steps} pasos, no {steps}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>Converting the {name}</source>
        <translation>Convirtiendo: {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>Converting the text encoder</source>
        <translation>Convirtiendo el codificador de texto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>{folder} is a folder. Name the file with the weights in it, model.safetensors.</source>
        <translation>{folder} es una carpeta. Indicar el archivo con los pesos que contiene, model.safetensors.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>There is no {weights}. Name the published file with the weights, model.safetensors.</source>
        <translation>No existe {weights}. Indicar el archivo publicado con los pesos, model.safetensors.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>{weights} is a pickle. Get the published model.safetensors.</source>
        <translation>{weights} es un pickle. Obtener el model.safetensors publicado.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>There is not enough memory to convert this model. Close other programs.</source>
        <translation>No hay memoria suficiente para convertir este modelo. Cerrar otros programas.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>{path} is not the config of a Stable Audio 3 that belongs to these weights.</source>
        <translation>{path} no es la configuración de un Stable Audio 3 que corresponda a estos pesos.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>{weights} is no Stable Audio 3 that riffdesk knows: of its weights, {wrong} does not fit.</source>
        <translation>{weights} no es un Stable Audio 3 que riffdesk conozca: de sus pesos, {wrong} no encaja.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>{weights} is no Stable Audio 3 that riffdesk knows: {published} has another size.</source>
        <translation>{weights} no es un Stable Audio 3 que riffdesk conozca: {published} tiene otro tamaño.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>{source} holds no text encoder: it needs T5Gemma&apos;s config.json, model.safetensors and tokenizer.json.</source>
        <translation>{source} no contiene un codificador de texto: necesita config.json, model.safetensors y tokenizer.json de T5Gemma.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>The text encoder in {source} cannot be read: {reason}.</source>
        <translation>No se puede leer el codificador de texto de {source}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/conversion.py"/>
        <source>The text encoder in {source} is not complete. Get it again.</source>
        <translation>El codificador de texto de {source} está incompleto. Volver a obtenerlo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/loading.py"/>
        <source>The model in {folder} is not complete: its tokenizer has no tokenizer.json.</source>
        <translation>El modelo de {folder} está incompleto: su tokenizer no tiene tokenizer.json.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/sampling.py"/>
        <source>the noise levels of its scheduler are not between 0 and 1</source>
        <translation>los niveles de ruido de su planificador no están entre 0 y 1</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/sound_model.py"/>
        <source>The prompt has {count} tokens, and {name} takes {most} at most, which is about {words} words. Shorten it.</source>
        <translation>El prompt tiene {count} tokens, y {name} admite como máximo {most}, unas {words} palabras. Acortarlo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/sound_model.py"/>
        <source>this model&apos;s sound</source>
        <translation>el sonido de este modelo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/stable_audio/sound_model.py"/>
        <source>its tokenizer takes no tokens</source>
        <translation>su tokenizador no admite tokens</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>Parts of a riff overlap by 0 to 90%, not by {overlap:.0%}.</source>
        <translation>Las partes de un riff se solapan entre 0 y 90%, no un {overlap:.0%}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>{name} makes images in rows of {factor}, and {bands} mel bands are no multiple of that: its riffdesk.json does not match it.</source>
        <translation>{name} crea imágenes en filas de {factor}, y {bands} bandas mel no son múltiplo de eso: su riffdesk.json no le corresponde.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>A riff needs a length of more than 0 seconds.</source>
        <translation>Un riff necesita una duración de más de 0 segundos.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>The position between two keyframes is 0 to 1, not {alpha}.</source>
        <translation>La posición entre dos fotogramas clave va de 0 a 1, no es {alpha}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>Denoising goes from 0 (keep) to 1 (make anew); {denoising} is neither.</source>
        <translation>La eliminación de ruido va de 0 (conservar) a 1 (crear de nuevo); {denoising} queda fuera.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>Guidance is 0 or more, not {guidance}; 1 and below switch it off.</source>
        <translation>La guía es 0 o más, no {guidance}; 1 o menos la desactiva.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>A seed is a whole number from 0 to {max_seed:,}, not {seed}.</source>
        <translation>Una semilla es un número entero de 0 a {max_seed:,}, no {seed}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>The image or sound to start from has the shape {shape}, and {name} reads {bands} mel bands.</source>
        <translation>La imagen o el sonido de partida tiene la forma {shape}, y {name} lee {bands} bandas mel.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>The image or sound to start from has values that are not numbers.</source>
        <translation>La imagen o el sonido de partida tiene valores que no son números.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>A mask needs an image or a sound to start from, whose parts it keeps.</source>
        <translation>Una máscara necesita una imagen o un sonido de partida, cuyas partes conserva.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>The mask has {width} columns and {height} bands, and the riff {columns} and {bands}. Make them the same size.</source>
        <translation>La máscara tiene {width} columnas y {height} bandas, y el riff {columns} y {bands}. Hacer que tengan el mismo tamaño.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/diffusion/strip_checks.py"/>
        <source>A mask goes from 0 (keep) to 1 (make anew); this one has other values.</source>
        <translation>Una máscara va de 0 (conservar) a 1 (crear de nuevo); esta tiene otros valores.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/mel.py"/>
        <source>Analysing</source>
        <translation>Analizando</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>sample rate {sample_rate} Hz</source>
        <translation>frecuencia de muestreo {sample_rate} Hz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>step {step_ms} ms</source>
        <translation>paso {step_ms} ms</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>padded window {padded_ms} ms</source>
        <translation>ventana con relleno {padded_ms} ms</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>{bands} mel bands</source>
        <translation>{bands} bandas mel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>lowest frequency {min_hz} Hz</source>
        <translation>frecuencia más baja {min_hz} Hz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>highest frequency {max_hz} Hz</source>
        <translation>frecuencia más alta {max_hz} Hz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>only {max_hz:g} Hz of frequencies</source>
        <translation>solo {max_hz:g} Hz de frecuencias</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>power {power}</source>
        <translation>potencia {power}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>{bands} mel bands with so long a window</source>
        <translation>{bands} bandas mel con una ventana tan larga</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/params.py"/>
        <source>These spectrogram settings make no sense: {errors}.</source>
        <translation>Estos ajustes de espectrograma no tienen sentido: {errors}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/phase/reconstruction.py"/>
        <source>The graphics card is full: making sound on the processor</source>
        <translation>La tarjeta gráfica está llena: creando el sonido en el procesador</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/phase/reconstruction.py"/>
        <location filename="../../riffdesk/dsp/phase/reference.py"/>
        <location filename="../../riffdesk/engine/riff/render.py"/>
        <location filename="../../riffdesk/engine/riff/stable_audio/generator.py"/>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Making sound</source>
        <translation>Creando el sonido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/separation.py"/>
        <source>percussive</source>
        <translation>percusivo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/separation.py"/>
        <source>harmonic</source>
        <translation>armónico</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/separation.py"/>
        <source>Splitting</source>
        <translation>Separando</translation>
    </message>
    <message>
        <location filename="../../riffdesk/dsp/separation.py"/>
        <source>Splitting the sound</source>
        <translation>Separando el sonido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/cores.py"/>
        <source>Starting the engine</source>
        <translation>Iniciando el motor</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_sound.py"/>
        <source>draft</source>
        <translation>borrador</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_sound.py"/>
        <source>good</source>
        <translation>buena</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_sound.py"/>
        <source>best</source>
        <translation>óptima</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_sound.py"/>
        <source>reference</source>
        <translation>referencia</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_sound.py"/>
        <source>Making the sound of {name} in {quality} quality</source>
        <translation>Creando el sonido de {name}, calidad: {quality}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_split.py"/>
        <source>There is nothing on {name} to split: draw something, or open a sound.</source>
        <translation>No hay nada que separar en {name}: dibujar algo o abrir un sonido.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_split.py"/>
        <source>{name} was changed or removed while it was split; it was not split.</source>
        <translation>{name} se modificó o se eliminó mientras se separaba; no se separó.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/layer_split.py"/>
        <source>A sketch has at most {max_layers} layers: no room for {more} more. Remove some.</source>
        <translation>Un boceto tiene como máximo {max_layers} capas: no hay sitio para {more} más. Eliminar algunas.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/loaded_model.py"/>
        <source>{model} can only make complete riffs and cannot jam. Choose another model.</source>
        <translation>{model} solo puede crear riffs completos y no sirve para una jam. Elegir otro modelo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/recovery/unfinished_riffs.py"/>
        <source>The settings of this riff cannot be read. Discard it and start it again.</source>
        <translation>No se pueden leer los ajustes de este riff. Descartarlo y volver a empezarlo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/recovery/unfinished_riffs.py"/>
        <source>there is not enough room on the disk</source>
        <translation>no hay suficiente espacio en el disco</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/remote/process.py"/>
        <source>The engine stopped in the middle of its work, perhaps for lack of memory. Nothing in the sketch is lost; try again, with something shorter if it happens again.</source>
        <translation>El motor se detuvo en pleno trabajo, quizá por falta de memoria. No se ha perdido nada del boceto; intentarlo de nuevo, con algo más corto si vuelve a ocurrir.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/remote/process.py"/>
        <source>The engine could not be started: {reason}. Close other programs and try again.</source>
        <translation>No se pudo iniciar el motor: {reason}. Cerrar otros programas e intentarlo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/clips.py"/>
        <source>Planning</source>
        <translation>Planificando</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/clips.py"/>
        <source>Clip {index} of {count}: {what}</source>
        <translation>Clip {index} de {count}: {what}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/continuation.py"/>
        <source>A continuation needs a length of more than 0 seconds, and a side.</source>
        <translation>Una continuación necesita una duración de más de 0 segundos y un lado.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/continuation.py"/>
        <source>There is nothing to continue: the sketch is silent.</source>
        <translation>No hay nada que continuar: el boceto está en silencio.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/part_rendering.py"/>
        <source>So short a riff has no notes. Make it longer, or give it more bars.</source>
        <translation>Un riff tan corto no tiene notas. Alargarlo o darle más compases.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/render.py"/>
        <source>Making variations</source>
        <translation>Creando variaciones</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/render.py"/>
        <source>Continuing</source>
        <translation>Continuando</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>A riff lasts {max_seconds:.0f} minutes at most, not {seconds:g} s. Make it shorter, or use riffdesk render to write it to a .wav or .flac file.</source>
        <translation>Un riff dura como máximo {max_seconds:.0f} minutos, no {seconds:g} s. Acortarlo, o usar riffdesk render para escribirlo en un archivo .wav o .flac.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>A loop lasts {max_seconds:.0f} minutes at most, not {seconds:g} s: its end and its beginning are made together. Make it shorter, or switch the loop off.</source>
        <translation>Un bucle dura como máximo {max_seconds:.0f} minutos, no {seconds:g} s: su final y su principio se crean juntos. Acortarlo o desactivar el bucle.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>The image or sound to start from is empty. Choose another one.</source>
        <translation>La imagen o el sonido de partida está vacío. Elegir otro.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>A part of a clip cannot be repainted. Choose a continuous riff instead of clips.</source>
        <translation>No se puede repintar una parte de un clip. Elegir un riff continuo en lugar de clips.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>A mask keeps parts of an image or a sound, and there is none. Choose an image or a sound to start from.</source>
        <translation>Una máscara conserva partes de una imagen o de un sonido, y no hay ninguno. Elegir una imagen o un sonido de partida.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>The mask is a picture of {width:,} x {rows:,} pixels, and the riff one of {columns:,} x {bands:,}. They must be of one size.</source>
        <translation>La máscara es una imagen de {width:,} x {rows:,} píxeles, y el riff una de {columns:,} x {bands:,}. Deben tener el mismo tamaño.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>The mask is empty. Mark a part of the riff first.</source>
        <translation>La máscara está vacía. Primero hay que marcar una parte del riff.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/request_checks.py"/>
        <source>this riff</source>
        <translation>este riff</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/riff_progress.py"/>
        <source>Riff {first}</source>
        <translation>Riff {first}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/riff_progress.py"/>
        <source>Riffs {first} to {last}</source>
        <translation>Riffs {first} a {last}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/riff_progress.py"/>
        <source>{label} of {total}: {what}</source>
        <translation>{label} de {total}: {what}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/parts.py"/>
        <source>A riff in parts is made from words or a score alone. Remove its starting image or sound.</source>
        <translation>Un riff por partes se crea solo a partir de palabras o de una partitura. Quitar su imagen o sonido de partida.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/played_score.py"/>
        <source>as given</source>
        <translation>según lo indicado</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/played_score.py"/>
        <source>{model} cannot play a score, it can only start from a picture of the notes. Remove the starting image or sound, or choose a model that plays scores.</source>
        <translation>{model} no puede tocar una partitura, solo puede partir de una imagen de las notas. Quitar la imagen o el sonido de partida, o elegir un modelo que toque partituras.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/riff_score.py"/>
        <source>as in the sketch</source>
        <translation>como en el boceto</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/engine/riff/score/riff_score.py"/>
        <source>Plays a given score: {parts}; {count} bars at {tempo:g} bpm.</source>
        <extracomment>For 1: Plays a given score: {parts}; {count} bar at {tempo:g} bpm.</extracomment>
        <translation>
            <numerusform>Toca una partitura dada: {parts}; {count} compás a {tempo:g} bpm.</numerusform>
            <numerusform>Toca una partitura dada: {parts}; {count} compases a {tempo:g} bpm.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/sketch_music.py"/>
        <source>There is nothing to add a part to: make a riff, draw something, or open a sound.</source>
        <translation>No hay nada a lo que añadir una parte: crear un riff, dibujar algo o abrir un sonido.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/sketch_music.py"/>
        <source>Listening</source>
        <translation>Escuchando</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/sketch_music.py"/>
        <source>From the notes of {names}.</source>
        <translation>A partir de las notas de {names}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/score/sketch_music.py"/>
        <source>Estimated from the sound of {names}: correct any mistakes.</source>
        <translation>Estimado a partir del sonido de {names}: corregir los errores que haya.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/engine/riff/score/sketch_music.py"/>
        <source>{count} layers</source>
        <extracomment>For 1: {count} layer</extracomment>
        <translation>
            <numerusform>{count} capa</numerusform>
            <numerusform>{count} capas</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/generator.py"/>
        <source>Reading the sound</source>
        <translation>Leyendo el sonido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/generator.py"/>
        <source>Making sound, step {step} of {steps}</source>
        <translation>Creando el sonido, paso {step} de {steps}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/generator.py"/>
        <source>{name} takes no LoRAs. Set their weights to 0, or choose another model.</source>
        <translation>{name} no admite LoRA. Poner sus pesos a 0 o elegir otro modelo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>or choose another model.</source>
        <translation>o elegir otro modelo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} cannot make loops. Switch the loop off, {other}</source>
        <translation>{name} no puede crear bucles. Desactivar el bucle, {other}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} makes a riff as a whole and not as clips. Choose a continuous riff, {other}</source>
        <translation>{name} crea un riff de una pieza y no en clips. Elegir un riff continuo, {other}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} takes no LoRAs. Set their weights to 0, {other}</source>
        <translation>{name} no admite LoRA. Poner sus pesos a 0, {other}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} cannot walk between prompts or seeds. Leave one keyframe, {other}</source>
        <translation>{name} no puede pasar de un prompt o de una semilla a otra. Dejar un solo fotograma clave, {other}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} cannot blend prompts. Write one prompt, {other}</source>
        <translation>{name} no puede combinar prompts. Escribir un solo prompt, {other}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} makes {longest:g} s at most, not {seconds:g} s. Make it shorter, {other}</source>
        <translation>{name} crea como máximo {longest:g} s, no {seconds:g} s. Acortarlo, {other}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} cannot make a part of a riff anew. Make all of it, {other}</source>
        <translation>{name} no puede crear de nuevo una parte de un riff. Crearlo entero, {other}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/riff/stable_audio/support.py"/>
        <source>{name} makes {longest:g} s at most, and what is made anew reaches over {seconds:g} s. Make less anew, {other}</source>
        <translation>{name} hace como máximo {longest:g} s, y lo que se rehace abarca {seconds:g} s. Rehacer menos, {other}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam.py"/>
        <source>Playing</source>
        <translation>Tocando</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam.py"/>
        <source>Bar {number}</source>
        <translation>Compás {number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam.py"/>
        <source>The jam stays at {tempo:g} bpm in {name}; start a new jam for another tempo or key.</source>
        <translation>La jam sigue a {tempo:g} bpm en {name}; iniciar una nueva para otro tempo u otra tonalidad.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam_message.py"/>
        <source>The {name} of a message cannot be {value}: {reason}.</source>
        <translation>«{name}» de un mensaje no puede ser {value}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam_message.py"/>
        <source>This is no JSON: {short}.</source>
        <translation>Esto no es JSON: {short}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam_message.py"/>
        <source>A message is an object such as {{&apos;prompt&apos;: &apos;techno&apos;}}, not {short}.</source>
        <translation>Un mensaje es un objeto como {{&apos;prompt&apos;: &apos;techno&apos;}}, no {short}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam_message.py"/>
        <source>A jam takes no {short}. It takes: {readers}.</source>
        <translation>Una jam no admite {short}. Admite: {readers}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam_request.py"/>
        <source>The loop of a jam has {bars} bars, not {number}.</source>
        <translation>El bucle de una jam tiene {bars} compases, no {number}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/engine/session/jam_state.py"/>
        <source>Scene {letter} ({number}) is empty. Store one there first.</source>
        <translation>La escena {letter} ({number}) está vacía. Primero hay que guardar una en ella.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/errors.py"/>
        <source>There is not enough memory for this, and nothing was changed. Close other programs, or try something shorter.</source>
        <translation>No hay memoria suficiente para esto, y no se cambió nada. Cerrar otros programas o probar con algo más corto.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/errors.py"/>
        <source>There is not enough memory for {what}, and nothing was changed. Close other programs, or try something shorter.</source>
        <translation>No hay memoria suficiente para {what}, y no se modificó nada. Cerrar otros programas o probar algo más corto.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/files.py"/>
        <source>There is {target} already. Choose another name for the folder.</source>
        <translation>Ya existe {target}. Elegir otro nombre para la carpeta.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/files.py"/>
        <source>{name} is a device or a pipe and no file; choose another name</source>
        <translation>{name} es un dispositivo o una tubería y no un archivo; elegir otro nombre</translation>
    </message>
    <message>
        <location filename="../../riffdesk/files.py"/>
        <source>{name} is read-only; choose another name, or make it writable</source>
        <translation>{name} es de solo lectura; elegir otro nombre o permitir la escritura</translation>
    </message>
    <message>
        <location filename="../../riffdesk/input_file.py"/>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>Could not open {name}: {reason}.</source>
        <translation>No se pudo abrir {name}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/input_file.py"/>
        <source>{path} is a device and not a file. Choose a file, or a pipe.</source>
        <translation>{path} es un dispositivo y no un archivo. Elegir un archivo o una tubería.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/input_file.py"/>
        <source>{name} is a folder. Choose the files in it.</source>
        <translation>{name} es una carpeta. Elegir los archivos que contiene.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/input_file.py"/>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>Could not read {path}: {reason}.</source>
        <translation>No se pudo leer {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/input_file.py"/>
        <source>More than {most:.0f} GiB came through {path}. Save it as a file first.</source>
        <translation>Por {path} llegaron más de {most:.0f} GiB. Guardarlo antes como archivo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/json_file.py"/>
        <source>{start} in {path} are from a newer riffdesk and were not changed.</source>
        <translation>{path} ({start}) es de una versión más nueva de riffdesk y no se modificó.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/json_file.py"/>
        <source>{start} in {path} cannot be read, so they were not changed.</source>
        <translation>{path} ({start}) no se puede leer, así que no se modificó.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/json_file.py"/>
        <source>{start} in {path} are damaged, and no copy of them can be kept ({reason}), so they were not replaced. Move the file away.</source>
        <translation>{path} ({start}) está dañado y no se puede conservar una copia ({reason}), así que no se sustituyó. Mover el archivo a otro sitio.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/json_file.py"/>
        <source>Another riffdesk holds {path}, so {name} were not changed. Try again, or close it.</source>
        <translation>Otra instancia de riffdesk tiene bloqueado {path} ({name}), así que no se modificó. Intentarlo de nuevo o cerrarla.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/__init__.py"/>
        <source>{first} and {last}</source>
        <translation>{first} y {last}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/__init__.py"/>
        <source>{first} or {last}</source>
        <translation>{first} o {last}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>{day:02} {month} {year}</source>
        <translation>{day} de {month} de {year}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>{day:02} {month} {year}</source>
        <comment>short</comment>
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>January</source>
        <translation>enero</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>February</source>
        <translation>febrero</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>March</source>
        <translation>marzo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>April</source>
        <translation>abril</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>May</source>
        <translation>mayo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>June</source>
        <translation>junio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>July</source>
        <translation>julio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>August</source>
        <translation>agosto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>September</source>
        <translation>septiembre</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>October</source>
        <translation>octubre</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>November</source>
        <translation>noviembre</translation>
    </message>
    <message>
        <location filename="../../riffdesk/language/dates.py"/>
        <source>December</source>
        <translation>diciembre</translation>
    </message>
    <message>
        <location filename="../../riffdesk/lock.py"/>
        <source>Somebody else holds {path}.</source>
        <translation>Otro programa tiene bloqueado {path}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/acceleration.py"/>
        <source>Get latent-consistency/lcm-lora-sdv1-5 or h1t/TCD-SD15-LoRA, in Riff &gt; Models… or with: riffdesk models get latent-consistency/lcm-lora-sdv1-5. If one is here whose name does not say so: riffdesk models set NAME --scheduler LCM</source>
        <translation>Obtener latent-consistency/lcm-lora-sdv1-5 o h1t/TCD-SD15-LoRA, en Riff &gt; Modelos… o con: riffdesk models get latent-consistency/lcm-lora-sdv1-5. Si hay una aquí cuyo nombre no lo indica: riffdesk models set NAME --scheduler LCM</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/acceleration.py"/>
        <source>{model} makes riffs in few steps already, {steps}. Set a smaller number to try fewer.</source>
        <translation>{model} ya hace riffs en pocos pasos, {steps}. Para probar con menos, fijar un número menor.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/acceleration.py"/>
        <source>{names} are both LoRAs for few steps, of which a riff has one. Set the other weights to 0.</source>
        <translation>{names} son LoRA para pocos pasos, y un riff lleva solo una. Poner los demás pesos a 0.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/acceleration.py"/>
        <source>Fast riffs need the scheduler of their LoRA, {schedulers}, and not {scheduler}. Leave the scheduler out.</source>
        <translation>Los riffs rápidos necesitan el planificador de su LoRA, {schedulers}, y no {scheduler}. Omitir el planificador.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/acceleration.py"/>
        <source>{name} was made for the scheduler {own}, and not for {scheduler}.</source>
        <translation>{name} se hizo para el planificador {own}, y no para {scheduler}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/acceleration.py"/>
        <source>There is no LoRA for few steps with {scheduler}.</source>
        <translation>No hay ninguna LoRA para pocos pasos con {scheduler}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/acceleration.py"/>
        <source>There is no LoRA for few steps.</source>
        <translation>No hay ninguna LoRA para pocos pasos.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/acceleration.py"/>
        <source>There is no LoRA for few steps that can be used. {problem}</source>
        <translation>No hay ninguna LoRA para pocos pasos que se pueda usar. {problem}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/acceleration.py"/>
        <source>{name} is no LoRA. A scheduler can be stated of LoRAs only.</source>
        <translation>{name} no es una LoRA. Solo se puede indicar un planificador para las LoRA.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>&apos;{repo_id}&apos; is no name of a model on Hugging Face, which looks like owner/name.</source>
        <translation>&apos;{repo_id}&apos; no es un nombre de modelo de Hugging Face, que tiene la forma owner/name.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>Licence of {repo_id}: {stated}.</source>
        <translation>Licencia de {repo_id}: {stated}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{repo_id} holds weights in the layout of stable-audio-tools. Fetch its files from https://huggingface.co/{repo_id}/tree/main with a browser, and convert them if they are of Stable Audio 3: riffdesk models convert</source>
        <translation>{repo_id} contiene pesos con la estructura de stable-audio-tools. Descargar sus archivos de https://huggingface.co/{repo_id}/tree/main con un navegador y convertirlos, si son de Stable Audio 3: riffdesk models convert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{repo_id} is not complete: it has no weights in {part}.</source>
        <translation>{repo_id} está incompleto: no tiene pesos en {part}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{repo_id} holds no model that riffdesk can play: neither a {index} nor a {suffix} file.</source>
        <translation>{repo_id} no contiene ningún modelo que riffdesk pueda tocar: ni un archivo {index} ni un archivo {suffix}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{repo_id} holds several files: {files}. Fetch the one you want from https://huggingface.co/{repo_id}/tree/main with a browser, and add it: riffdesk models add FILE</source>
        <translation>{repo_id} contiene varios archivos: {files}. Descargar el deseado de https://huggingface.co/{repo_id}/tree/main con un navegador y añadirlo: riffdesk models add FILE</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>There is not enough room for this model: {needed:.1f} GB are needed in {parent}, and {free:.1f} GB are free. Make room, or move riffdesk&apos;s folder with RIFFDESK_HOME.</source>
        <translation>No hay suficiente espacio para este modelo: se necesitan {needed:.1f} GB en {parent}, y hay {free:.1f} GB libres. Liberar espacio o mover la carpeta de riffdesk con RIFFDESK_HOME.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{name} was damaged on the way. Try again.</source>
        <translation>{name} se dañó por el camino. Intentarlo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>Fetching {name}: {done} of {total} MB</source>
        <translation>Descargando {name}: {done} de {total} MB</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{repo_id} asks for its terms to be accepted: do so at {page}, log in with &apos;hf auth login&apos;, and try again.</source>
        <translation>{repo_id} pide que se acepten sus condiciones: hacerlo en {page}, iniciar sesión con &apos;hf auth login&apos; e intentarlo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>There is no model called {repo_id} on huggingface.co, or it is not public.</source>
        <translation>No hay ningún modelo llamado {repo_id} en huggingface.co, o no es público.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>The connection to huggingface.co was lost</source>
        <translation>Se perdió la conexión con huggingface.co</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>huggingface.co cannot be reached</source>
        <translation>No se puede acceder a huggingface.co</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>{problem} ({reason}). Try again with a network; downloaded parts are kept. Or by hand: fetch the folder from {page} on another computer, copy it here, and run: riffdesk models add FOLDER</source>
        <translation>{problem} ({reason}). Intentarlo de nuevo con conexión de red; las partes descargadas se conservan. O a mano: descargar la carpeta de {page} en otro equipo, copiarla aquí y ejecutar: riffdesk models add FOLDER</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/download.py"/>
        <source>Could not write to {part}: {reason}. Downloaded parts are kept; make room and try again.</source>
        <translation>No se pudo escribir en {part}: {reason}. Las partes descargadas se conservan; liberar espacio e intentarlo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora.py"/>
        <source>A weight of {weight} for {name} makes no sense.</source>
        <translation>Un peso de {weight} para {name} no tiene sentido.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora.py"/>
        <source>{path} is a textual inversion: a word for prompts, and no LoRA. Add it to the models.</source>
        <translation>{path} es una inversión textual: una palabra para prompts, y no una LoRA. Añadirla a los modelos.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora.py"/>
        <source>{path} does not match this model, which has none of its layers.</source>
        <translation>{path} no encaja con este modelo, que no tiene ninguna de sus capas.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora.py"/>
        <source>{path} holds values that are no numbers: it is damaged. Get it again.</source>
        <translation>{path} contiene valores que no son números: está dañado. Volver a obtenerlo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora.py"/>
        <source>{path} does not match this model: it was made for another one, whose {place} has another shape.</source>
        <translation>{path} no encaja con este modelo: se creó para otro, cuyo {place} tiene otra forma.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora_names.py"/>
        <source>{path} is a DoRA, which also rescales the weights that it changes. riffdesk cannot do that: look for a plain LoRA of it.</source>
        <translation>{path} es una DoRA, que además reescala los pesos que cambia. riffdesk no lo admite: buscar una LoRA corriente de lo mismo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora_names.py"/>
        <source>{path} is an OFT, which turns weights instead of adding to them. riffdesk cannot do that: look for a plain LoRA of it.</source>
        <translation>{path} es una OFT, que gira los pesos en lugar de sumarles algo. riffdesk no lo admite: buscar una LoRA corriente de lo mismo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora_names.py"/>
        <source>{path} is a GLoRA, which multiplies weights as well as adding to them. riffdesk cannot do that: look for a plain LoRA of it.</source>
        <translation>{path} es una GLoRA, que multiplica los pesos además de sumarles algo. riffdesk no lo admite: buscar una LoRA corriente de lo mismo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora_names.py"/>
        <source>{path} was made for a {base} model, so it cannot be added to one that riffdesk plays.</source>
        <translation>{path} se creó para un modelo {base}, así que no se puede añadir a uno que riffdesk toque.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/lora_names.py"/>
        <source>{path} was made for a model of another kind (Flux, Stable Diffusion 3 or the like), so it cannot be added to one that riffdesk plays.</source>
        <translation>{path} se creó para otro tipo de modelo (Flux, Stable Diffusion 3 o similar), así que no se puede añadir a uno que riffdesk toque.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} is a pickle of a kind that riffdesk does not read. Look for a .safetensors version of it.</source>
        <translation>{path} es un pickle de un tipo que riffdesk no lee. Buscar una versión .safetensors.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} holds a program (TorchScript), not weights alone, and was refused.</source>
        <translation>{path} contiene un programa (TorchScript), no solo pesos, y se rechazó.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} was refused: beside numbers it holds &apos;{error}&apos;, and to read that would be to run what somebody put into the file. Look for a .safetensors version of it.</source>
        <translation>{path} se rechazó: además de números contiene &apos;{error}&apos;, y leerlo sería ejecutar lo que alguien puso en el archivo. Buscar una versión .safetensors.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} holds numbers of a kind (of 8 bits, for instance) that riffdesk reads from .safetensors only. Look for a .safetensors version of it.</source>
        <translation>{path} contiene números de un tipo (de 8 bits, por ejemplo) que riffdesk solo lee de .safetensors. Buscar una versión .safetensors.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is damaged or was not copied to its end. Get it again.</source>
        <translation>{path} está dañado o no se copió hasta el final. Volver a obtenerlo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} is damaged: its table of weights (state_dict) holds itself. Get it again.</source>
        <translation>{path} está dañado: su tabla de pesos (state_dict) se contiene a sí misma. Volver a obtenerlo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} holds no table of weights.</source>
        <translation>{path} no contiene ninguna tabla de pesos.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/pickles.py"/>
        <source>{path} was refused: beside numbers it holds {global_name}, and to read that would be to run what somebody put into the file. Look for a .safetensors version of it.</source>
        <translation>{path} se rechazó: además de números contiene {global_name}, y leerlo sería ejecutar lo que alguien puso en el archivo. Buscar una versión .safetensors.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/single_file.py"/>
        <source>The model in {path} is not complete: some of its weights are missing. Get it again.</source>
        <translation>El modelo de {path} está incompleto: faltan algunos de sus pesos. Volver a obtenerlo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/textual_inversion.py"/>
        <source>{path} is damaged: it holds no vectors of a word. Get it again.</source>
        <translation>{path} está dañado: no contiene los vectores de una palabra. Volver a obtenerlo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <location filename="../../riffdesk/models/hub_cache.py"/>
        <source>Could not read {folder}: {reason}.</source>
        <translation>No se pudo leer {folder}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>The model in {folder} is not complete: there are no weights in {part}.</source>
        <translation>El modelo de {folder} está incompleto: no hay pesos en {part}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is no model: it must be a folder, a .safetensors, .ckpt, .pt or .bin file.</source>
        <translation>{path} no es un modelo: debe ser una carpeta o un archivo .safetensors, .ckpt, .pt o .bin.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} holds the network of a model alone, without its text encoder and its autoencoder. {supported}</source>
        <translation>{path} contiene solo la red de un modelo, sin su codificador de texto ni su autoencoder. {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is an autoencoder (VAE) and no model of its own. {supported}</source>
        <translation>{path} es un autoencoder (VAE) y no un modelo propio. {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is a ControlNet, which riffdesk does not use. {supported}</source>
        <translation>{path} es un ControlNet, que riffdesk no usa. {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} holds neither a Stable Diffusion 1.x model nor a LoRA for one.</source>
        <translation>{path} no contiene ni un modelo Stable Diffusion 1.x ni una LoRA para uno.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is a Stable Diffusion 2 model. {supported}</source>
        <translation>{path} es un modelo Stable Diffusion 2. {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>The model in {path} is not complete: it has no {part}. {supported}</source>
        <translation>El modelo de {path} está incompleto: no tiene {part}. {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is a model of another kind. {supported}</source>
        <translation>{path} es un modelo de otro tipo. {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is only a pointer of Git LFS. Run &apos;git lfs pull&apos; in its folder.</source>
        <translation>{path} es solo un puntero de Git LFS. Ejecutar &apos;git lfs pull&apos; en su carpeta.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{path} is a web page and no model: its site requires a login or a click. Download it again.</source>
        <translation>{path} es una página web y no un modelo: su sitio exige iniciar sesión o pulsar algo. Descargarlo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{index} is damaged: it does not list the files of the weights. Get the model again.</source>
        <translation>{index} está dañado: no enumera los archivos de los pesos. Volver a obtener el modelo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>{index} names a file outside of its folder, and was refused: {name}</source>
        <translation>{index} nombra un archivo fuera de su carpeta y se rechazó: {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/files/weights.py"/>
        <source>The model in {parent} is not complete: {file} is missing.</source>
        <translation>El modelo de {parent} está incompleto: falta {file}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/hub_cache.py"/>
        <source>{folder} holds several files: {names}. Add the one you want; they are in {snapshot}.</source>
        <translation>{folder} contiene varios archivos: {names}. Añadir el deseado; están en {snapshot}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/hub_cache.py"/>
        <source>{folder} holds no model: its newest snapshot has neither a {index} nor weights, or not all came.</source>
        <translation>{folder} no contiene ningún modelo: su versión más reciente no tiene ni {index} ni pesos, o no llegó todo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/hub_cache.py"/>
        <source>{folder} holds no model: it has no snapshots.</source>
        <translation>{folder} no contiene ningún modelo: no tiene versiones guardadas.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>{folder} is not a model folder: it has no {index}.</source>
        <translation>{folder} no es una carpeta de modelo: no tiene {index}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The model in {parent} is not complete: {path} is missing.</source>
        <translation>El modelo de {parent} está incompleto: falta {path}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>it is no JSON</source>
        <translation>no es JSON</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>{path} is damaged: {problem}. Get the model again.</source>
        <translation>{path} está dañado: {problem}. Volver a obtener el modelo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>{path} is damaged: it holds no JSON object. Get the model again.</source>
        <translation>{path} está dañado: no contiene un objeto JSON. Volver a obtener el modelo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The parts of {source} do not match: its unet takes {channels} channels and its vae makes {value}. {supported}</source>
        <translation>Las partes de {source} no encajan: su unet admite {channels} canales y su vae produce {value}. {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The parts of {source} do not match: its unet takes words of width {unet} and its text_encoder makes {text}.</source>
        <translation>Las partes de {source} no encajan: su unet admite palabras de anchura {unet} y su text_encoder produce {text}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The config of the {part} in {source} is damaged: it has no {lacking}.</source>
        <translation>La configuración de {part} en {source} está dañada: no tiene {lacking}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The configs of {source} are damaged: a size in them is no number.</source>
        <translation>Las configuraciones de {source} están dañadas: uno de sus tamaños no es un número.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The config of the {part} in {source} is damaged: its {name} makes no sense.</source>
        <translation>La configuración de {part} en {source} está dañada: su {name} no tiene sentido.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The text_encoder in {source} is no CLIP text model. {supported}</source>
        <translation>El text_encoder de {source} no es un modelo de texto CLIP. {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The unet in {source} has other conditions than words ({embedding_type}). {supported}</source>
        <translation>El unet de {source} tiene otras condiciones que las palabras ({embedding_type}). {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The unet in {folder} is a {class_name}, and {index} says that it is a {score_network}.</source>
        <translation>El unet de {folder} es un {class_name}, y {index} dice que es un {score_network}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The parts of {folder} do not match: its unet takes a score in squares of {score_factor} pixels, and its vae makes latents of {pixels}.</source>
        <translation>Las partes de {folder} no encajan: su unet admite una partitura en cuadrados de {score_factor} píxeles, y su vae produce latentes de {pixels}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>{path} is damaged: its words of absence are no text.</source>
        <translation>{path} está dañado: sus palabras de ausencia no son texto.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>{source} says {fixed} mel bands, but the model&apos;s images have {bands}.</source>
        <translation>{source} indica {fixed} bandas mel, pero las imágenes del modelo tienen {bands}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The images of the model in {source} cannot be played: {error}</source>
        <translation>Las imágenes del modelo de {source} no se pueden reproducir: {error}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The model in {folder} is not complete: its {index} names no {part}.</source>
        <translation>El modelo de {folder} está incompleto: su {index} no nombra {part}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The {part} of the model in {folder} is a {component}, which riffdesk does not know.</source>
        <translation>El componente {part} del modelo de {folder} es un {component}, que riffdesk no conoce.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/layout.py"/>
        <source>The model in {folder} is not complete: the folder {part} is missing.</source>
        <translation>El modelo de {folder} está incompleto: falta la carpeta {part}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/model_entry.py"/>
        <source>The name of {path} is no UTF-8 text, so it cannot be loaded. Rename it.</source>
        <translation>El nombre de {path} no es texto UTF-8, por lo que no se puede cargar. Cambiarle el nombre.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/model_list.py"/>
        <source>The list of added models in {path} is from a newer version of riffdesk and was not changed.</source>
        <translation>La lista de modelos añadidos de {path} es de una versión más nueva de riffdesk y no se modificó.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/model_list.py"/>
        <source>The list of added models in {path} cannot be read. Make it readable.</source>
        <translation>No se puede leer la lista de modelos añadidos de {path}. Permitir su lectura.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/model_list.py"/>
        <source>The list of added models in {path} is damaged. Add those that are missing again.</source>
        <translation>La lista de modelos añadidos de {path} está dañada. Volver a añadir los que falten.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/model_list.py"/>
        <source>the added models</source>
        <translation>los modelos añadidos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/provenance.py"/>
        <source>Made by riffdesk&apos;s own training from music that it composed; it comes with the program.</source>
        <translation>Creado con el entrenamiento propio de riffdesk a partir de música compuesta por él; viene con el programa.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/provenance.py"/>
        <source>Added from a folder of yours.</source>
        <translation>Añadido desde una carpeta propia.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/provenance.py"/>
        <source>From huggingface.co/{repository}, revision {revision}.</source>
        <translation>De huggingface.co/{repository}, revisión {revision}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/provenance.py"/>
        <source>From huggingface.co/{repository}, revision {revision}, in Hugging Face&apos;s cache.</source>
        <translation>De huggingface.co/{repository}, revisión {revision}, en la caché de Hugging Face.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/provenance.py"/>
        <source>{origin} Its weights ({names}) are pickles, of which only numbers are read: no code is run.</source>
        <translation>{origin} Sus pesos ({names}) son pickles, de los que solo se leen números: no se ejecuta código.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/provenance.py"/>
        <source>{origin} Its weights are safetensors, which hold numbers only: no code is run.</source>
        <translation>{origin} Sus pesos son safetensors, que solo contienen números: no se ejecuta código.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>There is no model called &apos;{name}&apos;. {hint}</source>
        <translation>No hay ningún modelo llamado &apos;{name}&apos;. {hint}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>There is no {path}: {reason}.</source>
        <translation>No existe {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>There is no {path}.</source>
        <translation>No existe {path}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>{path} is in the list already, as &apos;{name}&apos;.</source>
        <translation>{path} ya está en la lista, como &apos;{name}&apos;.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>There is a model called &apos;{name}&apos; already. Remove it first: riffdesk models remove {name}</source>
        <translation>Ya hay un modelo llamado &apos;{name}&apos;. Eliminarlo antes: riffdesk models remove {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>Could not rename {partial} to {target}: {reason}.</source>
        <translation>No se pudo cambiar el nombre de {partial} a {target}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>&apos;{name}&apos; comes with riffdesk and stays.</source>
        <translation>&apos;{name}&apos; viene con riffdesk y no se elimina.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>&apos;{name}&apos; is being fetched already, by another riffdesk. Wait for it, or cancel there.</source>
        <translation>Otra instancia de riffdesk ya está descargando &apos;{name}&apos;. Esperar a que termine o cancelar allí.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>Could not delete {path}: {reason}.</source>
        <translation>No se pudo eliminar {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/registry.py"/>
        <source>{shown} no longer exists. Connect its disk, or forget it: models remove {name}</source>
        <translation>{shown} ya no existe. Conectar su disco, o quitarlo de la lista: models remove {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The weights of Stable Audio 3 are under the Stability AI Community License (https://stability.ai/license), and those of its text encoder T5Gemma under the Gemma Terms of Use (https://ai.google.dev/gemma/terms).</source>
        <translation>Los pesos de Stable Audio 3 están bajo la Stability AI Community License (https://stability.ai/license), y los de su codificador de texto T5Gemma bajo los Gemma Terms of Use (https://ai.google.dev/gemma/terms).</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The weights of the {part} in {folder} are pickles. Get the model in another version, with safetensors.</source>
        <translation>Los pesos de {part} en {folder} son pickles. Conseguir el modelo en otra versión, con safetensors.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The configs of {folder} are damaged: a number of layers in them makes no sense.</source>
        <translation>Las configuraciones de {folder} están dañadas: un número de capas no tiene sentido.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The config of the vae in {folder} is damaged: its {names} differ in length.</source>
        <translation>La configuración del vae de {folder} está dañada: {names} tienen longitudes distintas.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The config of the {part} in {folder} is damaged: its {name} makes no sense.</source>
        <translation>La configuración de {part} en {folder} está dañada: su {name} no tiene sentido.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The text_encoder in {folder} is no T5Gemma encoder: its config has no encoder with a width.</source>
        <translation>El text_encoder de {folder} no es un codificador T5Gemma: su configuración no tiene un codificador con anchura.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>its transformer takes {transformer} channels and its vae makes {vae}</source>
        <translation>su transformer admite {transformer} canales y su vae produce {vae}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>its transformer takes words of width {transformer} and its text_encoder makes {text}</source>
        <translation>su transformer admite palabras de ancho {transformer} y su text_encoder produce {text}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>its duration_embedder makes a width of {embedder}, which its transformer does not take</source>
        <translation>su duration_embedder produce una anchura de {embedder}, que su transformer no admite</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>its vae makes sound with {vae} channels, not with one or two</source>
        <translation>su vae produce sonido con {vae} canales, no con uno o dos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>its transformer joins several latents, which riffdesk does not know</source>
        <translation>su transformer une varios latentes, cosa que riffdesk no conoce</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>The parts of {folder} do not match: {problem}.</source>
        <translation>Las partes de {folder} no encajan: {problem}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>{path} is damaged: {error}</source>
        <translation>{path} está dañado: {error}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/stable_audio.py"/>
        <source>{path} is damaged: its max_seconds makes no sense.</source>
        <translation>{path} está dañado: max_seconds no tiene sentido.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/suggestion.py"/>
        <source>{path} suggests settings that make no sense: {given}.</source>
        <translation>{path} sugiere ajustes sin sentido: {given}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/suggestion.py"/>
        <source>{path} is damaged: the {key} of its {name} makes no sense.</source>
        <translation>{path} está dañado: {key} de {name} no tiene sentido.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/suggestion.py"/>
        <source>{path} is damaged: its {name} is no JSON object.</source>
        <translation>{path} está dañado: su {name} no es un objeto JSON.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/unsupported.py"/>
        <source>riffdesk plays models of the Stable Diffusion 1.x family, such as riffusion-model-v1, and Stable Audio 3 in diffusers layout.</source>
        <translation>riffdesk toca modelos de la familia Stable Diffusion 1.x, como riffusion-model-v1, y Stable Audio 3 con la estructura de diffusers.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/unsupported.py"/>
        <source>{source} is a Stable Diffusion XL model. {supported}</source>
        <translation>{source} es un modelo Stable Diffusion XL. {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/unsupported.py"/>
        <source>{source} is an inpainting model, with {channels} input channels. riffdesk repaints with any ordinary model: add the one that this was made from.</source>
        <translation>{source} es un modelo de inpainting, con {channels} canales de entrada. riffdesk repinta con cualquier modelo corriente: añada aquel a partir del cual se creó este.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/unsupported.py"/>
        <source>{folder} is a model of another kind ({kind}). {supported}</source>
        <translation>{folder} es un modelo de otro tipo ({kind}). {supported}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/models/unsupported.py"/>
        <source>it does not say which</source>
        <translation>no indica cuál</translation>
    </message>
    <message>
        <location filename="../../riffdesk/settings.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>the settings</source>
        <translation>los ajustes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/settings.py"/>
        <source>The settings in {path} are from a newer version of riffdesk and were not changed.</source>
        <translation>Los ajustes de {path} son de una versión más nueva de riffdesk y no se modificaron.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/settings.py"/>
        <source>The settings in {path} could not be read, so riffdesk starts with its defaults. A copy of the file is kept.</source>
        <translation>No se pudieron leer los ajustes de {path}, así que riffdesk empieza con los valores predeterminados. Se conserva una copia del archivo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/settings.py"/>
        <source>The settings in {path} could not be read, so riffdesk starts with its defaults.</source>
        <translation>No se pudieron leer los ajustes de {path}, así que riffdesk empieza con los valores predeterminados.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/settings.py"/>
        <source>In the settings in {path}, {names} made no sense, so the defaults are used.</source>
        <translation>En los ajustes de {path}, lo siguiente no tenía sentido, así que se usan los valores predeterminados: {names}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <source>A layer has a gain of {min_gain_db:g} to {max_gain_db:g} dB and a pan of -1 to 1, not {gain_db:g} dB and {pan:g}.</source>
        <translation>Una capa tiene una ganancia de {min_gain_db:g} a {max_gain_db:g} dB y un panorama de -1 a 1, no {gain_db:g} dB y {pan:g}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Layer name</source>
        <translation>Nombre de capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Layer colour</source>
        <translation>Color de capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <source>Layer gain</source>
        <translation>Ganancia de capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <source>Layer pan</source>
        <translation>Panorama de capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <source>Layer mute</source>
        <translation>Silenciar capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <source>Layer solo</source>
        <translation>Solo de capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/layer.py"/>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/length.py"/>
        <source>A sketch is between {least:g} and {most:g} seconds long, not {seconds:g}.</source>
        <translation>Un boceto dura entre {least:g} y {most:g} segundos, no {seconds:g}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/mixer.py"/>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>muted</source>
        <translation>silenciada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/mixer.py"/>
        <source>another layer is soloed</source>
        <translation>otra capa está en solo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/music/key.py"/>
        <source>{text!r} is no key. Write it as in C minor, F# major or Bb.</source>
        <translation>{text!r} no es una tonalidad. Escribirla como en C minor, F# major o Bb.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/music/tempo.py"/>
        <source>The tempo must be between {min_tempo} and {max_tempo} bpm, not {tempo:g}.</source>
        <translation>El tempo debe estar entre {min_tempo} y {max_tempo} bpm, no en {tempo:g}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/music/tempo.py"/>
        <source>A bar has 1 to {max_beats} beats, not {beats_per_bar}.</source>
        <translation>Un compás tiene de 1 a {max_beats} tiempos, no {beats_per_bar}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/music/tempo.py"/>
        <source>A length in bars is more than 0, not {bars:g}.</source>
        <translation>Una duración en compases es mayor que 0, no {bars:g}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Reverse</source>
        <translation>Invertir</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Play the selection backwards</source>
        <translation>Reproducir la selección al revés</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Stays too</source>
        <translation>Se conserva</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Is replaced</source>
        <translation>Se sustituye</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Mirror in time</source>
        <translation>Reflejar en el tiempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Add the mirror image of the selection in time: a sound that rises falls again</source>
        <translation>Añadir la imagen reflejada de la selección en el tiempo: un sonido que sube vuelve a bajar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>What was there</source>
        <translation>Lo que había</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Whether the original stays with its mirror image</source>
        <translation>Si el original se conserva junto a su imagen reflejada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <location filename="../../riffdesk/ui/canvas/plot/handle.py"/>
        <source>Stretch</source>
        <translation>Estirar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Make the selection longer or shorter at its own pitch</source>
        <translation>Alargar o acortar la selección sin cambiar su altura</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Length in percent of the present one; the pitch stays</source>
        <translation>Duración en porcentaje de la actual; la altura no cambia</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Time-smear</source>
        <translation>Emborronar en el tiempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Spread the selection over time, so that it blurs</source>
        <translation>Extender la selección en el tiempo, para que se emborrone</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Over</source>
        <translation>Durante</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Time over which sound is spread</source>
        <translation>Tiempo en el que se extiende el sonido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Freeze</source>
        <translation>Congelar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Hold one moment of the selection to its end</source>
        <translation>Mantener un instante de la selección hasta su final</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/durations.py"/>
        <source>Place in the selection whose sound is held from there on</source>
        <translation>Punto de la selección cuyo sonido se mantiene a partir de ahí</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/healing.py"/>
        <source>Heal</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/healing.py"/>
        <source>Fill the selection from the sound before and after it, as over a click or a cough; held notes continue</source>
        <translation>Rellenar la selección con el sonido anterior y posterior, como sobre un clic o una tos; las notas mantenidas continúan</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Peak level; 0 dB is full scale</source>
        <translation>Nivel de pico; 0 dB es el fondo de escala</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Gain</source>
        <translation>Ganancia</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Make the selection, or the whole layer, louder or quieter by some dB</source>
        <translation>Subir o bajar unos dB el volumen de la selección, o de toda la capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Change of the level</source>
        <translation>Cambio del nivel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Fade in</source>
        <translation>Fundido de entrada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Let the selection rise from silence to its level</source>
        <translation>Hacer que la selección suba del silencio a su nivel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Fade out</source>
        <translation>Fundido de salida</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Let the selection fall from its level to silence</source>
        <translation>Hacer que la selección baje de su nivel al silencio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Normalise</source>
        <translation>Normalizar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Bring the peak of the selection to a level</source>
        <translation>Llevar el pico de la selección a un nivel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Gate</source>
        <translation>Puerta de ruido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Turn down sound below a threshold</source>
        <translation>Atenuar el sonido por debajo de un umbral</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Sound below it is turned down</source>
        <translation>El sonido por debajo de él se atenúa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <location filename="../../riffdesk/sketch/paint/effects/noise.py"/>
        <source>Reduction</source>
        <translation>Reducción</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/levels.py"/>
        <source>Attenuation below the threshold; 120 dB is silence</source>
        <translation>Atenuación por debajo del umbral; 120 dB es silencio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/noise.py"/>
        <source>Denoise</source>
        <translation>Reducir ruido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/noise.py"/>
        <source>Turn down everything up to the level of the noise; first take a noise profile where there is only noise</source>
        <translation>Atenuar todo hasta el nivel del ruido; antes hay que tomar un perfil de ruido donde solo haya ruido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/noise.py"/>
        <source>Attenuation of the noise</source>
        <translation>Atenuación del ruido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/noise.py"/>
        <source>Margin</source>
        <translation>Margen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/noise.py"/>
        <source>Level above the profile that still counts as noise</source>
        <translation>Nivel por encima del perfil que aún cuenta como ruido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/onsets.py"/>
        <source>Quantise onsets</source>
        <translation>Cuantizar ataques</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/onsets.py"/>
        <source>Move onsets to the beats; the sound between them is stretched</source>
        <translation>Mover los ataques a los pulsos; el sonido entre ellos se estira</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/onsets.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Grid</source>
        <translation>Cuadrícula</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/onsets.py"/>
        <source>Lines that onsets move to</source>
        <translation>Líneas a las que se mueven los ataques</translation>
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
        <translation>Intensidad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/onsets.py"/>
        <source>How far they move towards the lines</source>
        <translation>Cuánto se acercan a las líneas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Flip</source>
        <translation>Voltear</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Turn the selection upside down</source>
        <translation>Poner la selección cabeza abajo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <location filename="../../riffdesk/sketch/paint/selection.py"/>
        <source>Transpose</source>
        <translation>Transponer</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Move the notes of the selection by semitones and cents</source>
        <translation>Mover las notas de la selección por semitonos y cents</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Semitones</source>
        <translation>Semitonos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Interval; decimals are cents</source>
        <translation>Intervalo; los decimales son cents</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Transpose in the scale</source>
        <translation>Transponer en la escala</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Move each note of a line by steps of the scale of the sketch&apos;s key</source>
        <translation>Mover cada nota de una línea por pasos de la escala de la tonalidad del boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Steps</source>
        <translation>Grados</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Steps of the scale of the sketch&apos;s key, for a line of single notes</source>
        <translation>Pasos de la escala de la tonalidad del boceto, para una línea de notas sueltas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Lower edge</source>
        <translation>Borde inferior</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Middle</source>
        <translation>Centro</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Upper edge</source>
        <translation>Borde superior</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <location filename="../../riffdesk/ui/canvas/plot/handle.py"/>
        <source>Scale in pitch</source>
        <translation>Escalar en altura</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Make the intervals of the selection wider or narrower; partials keep their level</source>
        <translation>Ensanchar o estrechar los intervalos de la selección; los parciales conservan su nivel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Intervals</source>
        <translation>Intervalos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Intervals in percent of the present ones</source>
        <translation>Intervalos en porcentaje de los actuales</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Stays</source>
        <translation>Punto fijo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Place in the selection whose pitch stays</source>
        <translation>Lugar de la selección cuya altura no cambia</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Up</source>
        <translation>Arriba</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Down</source>
        <translation>Abajo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Up and down</source>
        <translation>Arriba y abajo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Mirror in octaves</source>
        <translation>Reflejar en octavas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Add copies of the notes of the selection an octave higher or lower, as an octave pedal does</source>
        <translation>Añadir copias de las notas de la selección una octava más arriba o más abajo, como hace un pedal de octava</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Octave</source>
        <translation>Octava</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Where the copies are: an octave higher, lower, or both</source>
        <translation>Dónde van las copias: una octava más arriba, más abajo, o ambas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Level of the copies against the notes</source>
        <translation>Nivel de las copias respecto a las notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Quantise pitches</source>
        <translation>Cuantizar alturas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>Move each note of a line to the nearest note of the scale of the sketch&apos;s key</source>
        <translation>Mover cada nota de una línea a la nota más cercana de la escala de la tonalidad del boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/pitches.py"/>
        <source>How far the notes of a line of single notes move towards the scale of the sketch&apos;s key</source>
        <translation>Cuánto se acercan las notas de una línea de notas sueltas a la escala de la tonalidad del boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Beats</source>
        <translation>Pulsos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Beats from one echo to the next</source>
        <translation>Pulsos de un eco al siguiente</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source> beats</source>
        <translation> pulsos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Echoes</source>
        <translation>Ecos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Number of echoes</source>
        <translation>Número de ecos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Decay</source>
        <translation>Caída</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Attenuation of each echo</source>
        <translation>Atenuación de cada eco</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Echo</source>
        <translation>Eco</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Repeat the selection after some beats, each time quieter</source>
        <translation>Repetir la selección tras unos pulsos, cada vez más suave</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Echo of partials</source>
        <translation>Eco de parciales</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Repeat the tones of the selection after some beats, without noise and drum strokes</source>
        <translation>Repetir los tonos de la selección tras unos pulsos, sin ruido ni golpes de batería</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Reverb tail</source>
        <translation>Cola de reverberación</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Let the selection die away as in a hall</source>
        <translation>Dejar que la selección se extinga como en una sala</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/rectangle.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Time in which the tail falls by 60 dB</source>
        <translation>Tiempo en el que la cola cae 60 dB</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/effects/tails.py"/>
        <source>Level of the tail against the sound</source>
        <translation>Nivel de la cola respecto al sonido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/move.py"/>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/move.py"/>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/selection.py"/>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/selection.py"/>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/selection.py"/>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>{name} part</source>
        <translation>{name} (parte)</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/selection.py"/>
        <source>New layer from selection</source>
        <translation>Nueva capa desde selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/shapes.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/rectangle.py"/>
        <source>Select</source>
        <translation>Seleccionar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/strokes.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/mask.py"/>
        <source>Mask</source>
        <translation>Máscara</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/brush.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/brush.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/line.py"/>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/brush.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/eraser.py"/>
        <source>Eraser</source>
        <translation>Goma</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/copying.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/copying.py"/>
        <source>Clone</source>
        <translation>Clonar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/copying.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/copying.py"/>
        <source>Back to the original</source>
        <translation>Volver al original</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/noise.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Noise</source>
        <translation>Ruido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/noise.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Spray</source>
        <translation>Aerosol</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/retouch.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Blur</source>
        <translation>Desenfocar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/retouch.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Dodge</source>
        <translation>Aclarar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/retouch.py"/>
        <source>Burn</source>
        <translation>Oscurecer</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/retouch.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Smudge</source>
        <translation>Difuminar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/stamp.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Stamp</source>
        <translation>Sello</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/paint/tips/tone.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Tone</source>
        <translation>Tono</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/recipe.py"/>
        <source>There is no keyframe. Add one.</source>
        <translation>No hay ningún fotograma clave. Añadir uno.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/recipe.py"/>
        <source>A riff is made with a seed from 0 to {max_seed}; a random one is drawn before.</source>
        <translation>Un riff se crea con una semilla de 0 a {max_seed}; si es aleatoria, se sortea antes.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/recipe.py"/>
        <source>A riff is longer than 0 seconds, not {seconds:g} s. Choose another length.</source>
        <translation>Un riff dura más de 0 segundos, no {seconds:g} s. Elegir otra duración.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/recipe.py"/>
        <source>A riff takes 1 to {max_steps:,} steps, not {steps}. Choose another number.</source>
        <translation>Un riff admite de 1 a {max_steps:,} pasos, no {steps}. Elegir otro número.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/recipe.py"/>
        <source>The quality of a riff is one of {qualities}, not {quality}. Choose another one.</source>
        <translation>La calidad de un riff es una de {qualities}, no {quality}. Elegir otra.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/recipe.py"/>
        <source>The weight of the LoRA {name} is no number: {weight}.</source>
        <translation>El peso de la LoRA {name} no es un número: {weight}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>{steps} steps: 1 to {max_steps:,} are possible</source>
        <translation>{steps} pasos: se admiten de 1 a {max_steps:,}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>{seconds:g} seconds: {low:g} to {high:g} are possible</source>
        <translation>{seconds:g} segundos: se admiten de {low:g} a {high:g}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>{count} LoRAs: {max_loras} are possible</source>
        <translation>{count} LoRA: se admiten {max_loras}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>LoRAs of these weights: {weights}</source>
        <translation>LoRA con estos pesos: {weights}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>names of more than a thousand characters</source>
        <translation>nombres de más de mil caracteres</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>so many notes</source>
        <translation>tantas notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>sound in {quality!r:.40} quality: {qualities} are possible</source>
        <translation>sonido en calidad {quality!r:.40}: se admiten {qualities}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/render_settings.py"/>
        <source>A riff cannot have {setting}. Choose another value.</source>
        <translation>Un riff no puede tener {setting}. Elegir otro valor.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>Linear</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>Smooth</source>
        <translation>Suave</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>Hold</source>
        <translation>Mantener</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>The time of a keyframe is 0 or later, not {value} s. Choose another one.</source>
        <translation>El tiempo de un fotograma clave es 0 o posterior, no {value} s. Elegir otro.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>The seed of a keyframe is from 0 to {limit}, or -1 for a random one, not {value}. Choose another one.</source>
        <translation>La semilla de un fotograma clave va de 0 a {limit}, o es -1 para una aleatoria, no {value}. Elegir otra.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>The denoising of a keyframe is from 0 to {limit}, not {value}. Choose another one.</source>
        <translation>La eliminación de ruido de un fotograma clave va de 0 a {limit}, no {value}. Elegir otra.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>The guidance of a keyframe is from 0 to {limit}, not {value}. Choose another one.</source>
        <translation>La guía de un fotograma clave va de 0 a {limit}, no {value}. Elegir otra.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>The weight of a blend of a keyframe is from 0 to {limit}, not {value}. Choose another one.</source>
        <translation>El peso de una mezcla de un fotograma clave va de 0 a {limit}, no {value}. Elegir otro.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/recipe/timeline.py"/>
        <source>The curve of a keyframe is one of {limit}, not {value}. Choose another one.</source>
        <translation>La curva de un fotograma clave es una de {limit}, no {value}. Elegir otra.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sections/incoming_sections.py"/>
        <source>The layer of the riff was removed; the rest of the riff was left out.</source>
        <translation>Se eliminó la capa del riff; el resto del riff se omitió.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sections/incoming_sections.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Generate</source>
        <translation>Generar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sections/incoming_sections.py"/>
        <source>A sketch has at most {max_layers} layers: no room for {count} more. Remove some.</source>
        <translation>Un boceto tiene como máximo {max_layers} capas: no hay sitio para {count} más. Eliminar algunas.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sections/incoming_sections.py"/>
        <source>Generate parts</source>
        <translation>Generar partes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>New sketch</source>
        <translation>Nuevo boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Meter</source>
        <translation>Compás</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Key</source>
        <translation>Tonalidad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Seamless loop</source>
        <translation>Bucle continuo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Keyframes</source>
        <translation>Fotogramas clave</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Riff settings</source>
        <translation>Ajustes del riff</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Layer {number}</source>
        <translation>Capa {number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>A sketch has at most {max_layers} layers.</source>
        <translation>Un boceto tiene como máximo {max_layers} capas.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Add layer</source>
        <translation>Añadir capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <location filename="../../riffdesk/sketch/state.py"/>
        <source>Layer 1</source>
        <translation>Capa 1</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Remove layer</source>
        <translation>Eliminar capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>{name} copy</source>
        <translation>{name} (copia)</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Duplicate layer</source>
        <translation>Duplicar capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Other take</source>
        <translation>Otra toma</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/takes_row.py"/>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <source>Move layer</source>
        <translation>Mover capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/painting/mask.py"/>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Clear mask</source>
        <translation>Borrar la máscara</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/sketch.py"/>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <location filename="../../riffdesk/sketch/snapshots.py"/>
        <source>Snapshot</source>
        <translation>Instantánea</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>Could not read {name}: {reason}.</source>
        <translation>No se pudo leer {name}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>Could not write {name}: spectrogram images are PNG files. Give it a name with .png.</source>
        <translation>No se pudo escribir {name}: las imágenes de espectrograma son archivos PNG. Darle un nombre con .png.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>Writing the image</source>
        <translation>Escribiendo la imagen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>Drawing the image</source>
        <translation>Dibujando la imagen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>This image</source>
        <translation>Esta imagen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>{name} is {seconds:.0f} minutes long with its step of {step_ms} ms, and a sketch has at most {max_seconds:.0f}. Crop it first.</source>
        <translation>{name} dura {seconds:.0f} minutos con su paso de {step_ms} ms, y un boceto {max_seconds:.0f} como máximo. Recortarla antes.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/image_file.py"/>
        <source>Reading the image</source>
        <translation>Leyendo la imagen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/mask_file.py"/>
        <source>Could not open {path}: {reason}.</source>
        <translation>No se pudo abrir {path}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/picture.py"/>
        <source>{name} has more than {max_mask:,} pixels a side, too many for a mask. Make it smaller.</source>
        <translation>{name} tiene más de {max_mask:,} píxeles por lado, demasiados para una máscara. Reducirla.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/picture.py"/>
        <source>is {width:,} x {height:,} pixels, not a size</source>
        <translation>tiene {width:,} x {height:,} píxeles, un tamaño no válido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/picture.py"/>
        <source>{name} is not an image that riffdesk can read. Choose a PNG, JPEG, WebP, BMP, GIF or TIFF file.</source>
        <translation>{name} no es una imagen que riffdesk pueda leer. Elegir un archivo PNG, JPEG, WebP, BMP, GIF o TIFF.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/picture.py"/>
        <source>has far too many pixels</source>
        <translation>tiene muchísimos más píxeles de los admitidos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/picture.py"/>
        <source>{name} is damaged or cut short, and its picture cannot be read. Get a complete copy of it.</source>
        <translation>{name} está dañado o cortado, y no se puede leer su imagen. Conseguir una copia completa.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/image/picture.py"/>
        <source>{name} {problem} for a spectrogram: it may be at most {max_columns:,} pixels wide (10 minutes) and {min_rows} to {max_rows:,} high. Crop it first.</source>
        <translation>{name} {problem} para un espectrograma: puede tener como máximo {max_columns:,} píxeles de ancho (10 minutos) y de {min_rows} a {max_rows:,} de alto. Recortarla antes.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/journal.py"/>
        <source>Autosave does not work: {reason}. Save the sketch yourself.</source>
        <translation>El guardado automático no funciona: {reason}. Guardar el boceto manualmente.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/journal.py"/>
        <source>The autosave of this sketch cannot be ended: {reason}.</source>
        <translation>No se puede terminar el guardado automático de este boceto: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/journal_folders.py"/>
        <source>Autosave has paused: unsaved sketches take more than {most:.0f} GiB. Save this sketch.</source>
        <translation>El guardado automático está en pausa: los bocetos sin guardar ocupan más de {most:.0f} GiB. Guardar este boceto.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/journal_folders.py"/>
        <source>Autosave has paused: less than {least:.0f} GiB is free on the disk of {root}. Save this sketch, and make some room.</source>
        <translation>El guardado automático está en pausa: quedan menos de {least:.0f} GiB libres en el disco de {root}. Guardar este boceto y liberar espacio.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/recovery.py"/>
        <source>{name} was recovered or discarded in another window.</source>
        <translation>{name} se recuperó o se descartó en otra ventana.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/recovery.py"/>
        <source>{name} cannot be read any more. Its journal is in {folder}.</source>
        <translation>{name} ya no se puede leer. Su registro está en {folder}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/journal/recovery.py"/>
        <source>{name} cannot be discarded: it is open in another window, or {folder} is locked.</source>
        <translation>{name} no se puede descartar: está abierto en otra ventana, o {folder} está bloqueado.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {parent} cannot be made: {reason}.</source>
        <translation>No se puede crear la biblioteca en {parent}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {parent} cannot be changed: its folder is read-only. Make it writable first.</source>
        <translation>No se puede modificar la biblioteca de {parent}: su carpeta es de solo lectura. Primero hay que permitir la escritura en ella.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {parent} cannot be opened: its folder is read-only.</source>
        <translation>No se puede abrir la biblioteca de {parent}: su carpeta es de solo lectura.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {parent} is damaged: {reason}.</source>
        <translation>La biblioteca de {parent} está dañada: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>Another riffdesk is busy with the library in {folder}. Try again in a moment.</source>
        <translation>Otra instancia de riffdesk está usando la biblioteca de {folder}. Intentarlo de nuevo en un momento.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {folder} could not be changed: the disk is full or fails. Make room on it.</source>
        <translation>No se pudo modificar la biblioteca de {folder}: el disco está lleno o falla. Liberar espacio en él.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {folder} cannot be opened or changed: {error}. Make the folder writable first.</source>
        <translation>No se puede abrir o modificar la biblioteca de {folder}: {error}. Primero hay que permitir la escritura en la carpeta.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {folder} is damaged: {error}. Start riffdesk again, which makes a new list of the sounds in it.</source>
        <translation>La biblioteca de {folder} está dañada: {error}. Volver a iniciar riffdesk, que crea una lista nueva de los sonidos que contiene.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {folder} reports an error: {error}.</source>
        <translation>La biblioteca de {folder} informa de un error: {error}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/database.py"/>
        <source>The library in {parent} is from a newer riffdesk and was not changed. Update riffdesk to use it.</source>
        <translation>La biblioteca de {parent} es de una versión más nueva de riffdesk y no se modificó. Actualizar riffdesk para usarla.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/entry.py"/>
        <source>A riff has at most {max_tags} tags, not {count}.</source>
        <translation>Un riff tiene como máximo {max_tags} etiquetas, no {count}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/folders.py"/>
        <source>There is no folder {path}. Choose a folder with sounds.</source>
        <translation>No existe la carpeta {path}. Elegir una carpeta con sonidos.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/folders.py"/>
        <source>{path} is the library&apos;s own folder; its riffs are listed already.</source>
        <translation>{path} es la propia carpeta de la biblioteca; sus riffs ya están en la lista.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/folders.py"/>
        <source>{path} is in {folder}, which the library lists already.</source>
        <translation>{path} está en {folder}, que la biblioteca ya incluye.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/library.py"/>
        <source>There is no riff {entry_id} in the library. riffdesk library list shows them all.</source>
        <translation>No hay ningún riff {entry_id} en la biblioteca. riffdesk library list los muestra todos.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/library.py"/>
        <source>There is no riff {entry_id} in the library any more.</source>
        <translation>El riff {entry_id} ya no está en la biblioteca.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/library.py"/>
        <source>A riff has 0 to {max_stars} stars, not {stars}.</source>
        <translation>Un riff tiene de 0 a {max_stars} estrellas, no {stars}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/library.py"/>
        <source>A riff in the library needs a name.</source>
        <translation>Un riff de la biblioteca necesita un nombre.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/library.py"/>
        <source>The library cannot be sorted by {sort!r}, only by {sorts}.</source>
        <translation>La biblioteca no se puede ordenar por {sort!r}, solo por {sorts}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/library.py"/>
        <source>The folder {folder} of the library cannot be made: {reason}.</source>
        <translation>No se puede crear la carpeta {folder} de la biblioteca: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/query.py"/>
        <source>Only the first {max_terms} words of the search count.</source>
        <translation>Solo cuentan las primeras {max_terms} palabras de la búsqueda.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/query.py"/>
        <source>There is no {field}: to search for, only {fields}</source>
        <translation>No se puede buscar por {field}: solo por {fields}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/library/room.py"/>
        <source>The library has reached its limit of {limit:.3g} GiB, and all riffs in it have stars, so nothing new is kept. Raise the limit, or remove stars.</source>
        <translation>La biblioteca llegó a su límite de {limit:.3g} GiB, y todos sus riffs tienen estrellas, así que no se conserva nada nuevo. Subir el límite o quitar estrellas.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/json_fields.py"/>
        <source>{name} is damaged: {problem}. Open a backup copy of it if there is one.</source>
        <translation>{name} está dañado: {problem}. Abrir una copia de seguridad si la hay.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/json_fields.py"/>
        <source>{field} in its project.json makes no sense</source>
        <translation>{field} en su project.json no tiene sentido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/json_fields.py"/>
        <source>{field} is missing from its project.json</source>
        <translation>falta {field} en su project.json</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{name} is a folder. Choose the project in it.</source>
        <translation>{name} es una carpeta. Elegir el proyecto que contiene.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{name} is empty. Choose another file, or a backup copy of it.</source>
        <translation>{name} está vacío. Elegir otro archivo o una copia de seguridad.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>{name} is not a riffdesk project. Choose another file.</source>
        <translation>{name} no es un proyecto de riffdesk. Elegir otro archivo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its list of contents</source>
        <translation>su lista de contenidos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{name} is damaged or cut short: {problem}. Open a backup copy of it if there is one.</source>
        <translation>{name} está dañado o cortado: {problem}. Abrir una copia de seguridad si la hay.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{part} cannot be read, {error}</source>
        <translation>{part} no se puede leer, {error}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>Could not read {part} in {name}: {reason}.</source>
        <translation>No se pudo leer {part} en {name}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{part} cannot be read</source>
        <translation>{part} no se puede leer</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its snapshot {slot} makes no sense</source>
        <translation>su instantánea {slot} no tiene sentido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{name} is not a riffdesk project: it has no {json_part}. Choose another file.</source>
        <translation>{name} no es un proyecto de riffdesk: no tiene {json_part}. Elegir otro archivo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its {json_part} is far too long</source>
        <translation>su {json_part} es demasiado largo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its {json_part}</source>
        <translation>su {json_part}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its part {missing} is missing</source>
        <translation>falta su parte {missing}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>an unknown part, {unknown!r}</source>
        <translation>una parte desconocida, {unknown!r}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>a part twice</source>
        <translation>una parte repetida</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{name} holds {problem}, and was not opened. Get another copy of it.</source>
        <translation>{name} contiene {problem}, y no se abrió. Conseguir otra copia.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>{name} would unpack to {total:.1f} GiB, and a project has at most {most:.0f}. It was not opened.</source>
        <translation>{name} ocuparía {total:.1f} GiB al descomprimirse, y un proyecto tiene como máximo {most:.0f}. No se abrió.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its part {filename!r} is packed in an unknown way</source>
        <translation>su parte {filename!r} está comprimida de una forma desconocida</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <source>its part {member}</source>
        <translation>su parte {member}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/opening.py"/>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Opening {name}</source>
        <translation>Abriendo {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>Could not save {name}: it could not be opened again, as {problem}.</source>
        <translation>No se pudo guardar {name}: no se pudo volver a abrir ({problem}).</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>its project.json cannot be read</source>
        <translation>no se puede leer su project.json</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>{name} was made by a newer riffdesk (its format is {version}, this one reads up to {latest}). Update riffdesk to open it.</source>
        <translation>{name} se creó con una versión más nueva de riffdesk (su formato es {version}, esta lee hasta {latest}). Actualizar riffdesk para abrirlo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>params in its project.json makes no sense</source>
        <translation>params en su project.json no tiene sentido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>two layers have the same id in its project.json</source>
        <translation>dos capas tienen el mismo id en su project.json</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>its active layer does not exist</source>
        <translation>su capa activa no existe</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>{name} was opened without the notes for its next riff: a newer riffdesk wrote them. Update riffdesk to play them.</source>
        <translation>{name} se abrió sin las notas de su próximo riff: las escribió una versión más nueva de riffdesk. Actualizar riffdesk para tocarlas.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>{name} was opened without the changed notes {layers}: a newer riffdesk wrote them. Update riffdesk to see them.</source>
        <translation>{name} se abrió sin las notas modificadas {layers}: las escribió una versión más nueva de riffdesk. Actualizar riffdesk para verlas.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>{name} was opened without the recipe {layers}: this version of riffdesk cannot read that recipe.</source>
        <translation>{name} se abrió sin la receta {layers}: esta versión de riffdesk no puede leerla.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>{name} was opened without the score {layers}: a newer riffdesk wrote it. Update riffdesk to play it again.</source>
        <translation>{name} se abrió sin la partitura {layers}: la escribió una versión más nueva de riffdesk. Actualizar riffdesk para volver a tocarla.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/store/project/project_json.py"/>
        <source>of {count} layers</source>
        <extracomment>For 1: of the layer “{layer}”</extracomment>
        <translation>
            <numerusform>de la capa «{layer}»</numerusform>
            <numerusform>de {count} capas</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/project_lock.py"/>
        <source>Another riffdesk is saving {name}. Wait for it, then save again.</source>
        <translation>Otra instancia de riffdesk está guardando {name}. Esperar a que termine y volver a guardar.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/saving.py"/>
        <source>The snapshots were left out: with them it takes {total:.1f} GiB.</source>
        <translation>Las instantáneas se omitieron: con ellas ocupa {total:.1f} GiB.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/saving.py"/>
        <source>Could not save {name}: the sketch takes {total:.1f} GiB, and a project holds at most {most:.0f}. Export some layers and remove them first.</source>
        <translation>No se pudo guardar {name}: el boceto ocupa {total:.1f} GiB, y un proyecto admite como máximo {most:.0f}. Exportar y eliminar antes algunas capas.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/saving.py"/>
        <location filename="../../riffdesk/ui/document/save_queue.py"/>
        <source>Saving {name}</source>
        <translation>Guardando {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/saving.py"/>
        <source>Could not save {name}: the picture of the layer “{layer_name}” does not fit the sketch.</source>
        <translation>No se pudo guardar {name}: la imagen de la capa «{layer_name}» no encaja en el boceto.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/stamp.py"/>
        <source>{name} was saved by somebody else since it was opened here.</source>
        <translation>Alguien más guardó {name} desde que se abrió aquí.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/store/project/versions.py"/>
        <source>The version of {name} before this one could not be kept: {reason}.</source>
        <translation>No se pudo conservar la versión anterior de {name}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/accessible.py"/>
        <source>Close the panel; View &gt; {panel} brings it back</source>
        <translation>Cerrar el panel; Ver &gt; {panel} lo vuelve a mostrar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/accessible.py"/>
        <source>Close {panel}</source>
        <translation>Cerrar {panel}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/accessible.py"/>
        <source>More buttons of the bar</source>
        <translation>Más botones de la barra</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/accessible.py"/>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/analysis/waveform_strip.py"/>
        <source>Waveform of the mix, and of the active layer</source>
        <translation>Forma de onda de la mezcla y de la capa activa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Bar</source>
        <translation>Compás</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Beat</source>
        <translation>Pulso</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>1/4 triplet</source>
        <translation>Tresillo de 1/4</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>1/8 triplet</source>
        <translation>Tresillo de 1/8</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>1/16 triplet</source>
        <translation>Tresillo de 1/16</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>The key&apos;s scale</source>
        <translation>Escala de la tonalidad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Partials that are there</source>
        <translation>Parciales existentes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Number of harmonics</source>
        <translation>Número de armónicos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Number of the highest harmonic</source>
        <translation>Número del armónico más alto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Roll-off of harmonics</source>
        <translation>Atenuación de armónicos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Attenuation of each octave of harmonics: more sounds rounder, less brighter</source>
        <translation>Atenuación por octava de armónicos: más suena más redondo, menos suena más brillante</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Odd</source>
        <translation>Impares</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Leaves out the even harmonics, for a hollow sound like a clarinet</source>
        <translation>Omite los armónicos pares, para un sonido hueco como el de un clarinete</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Pitches that marks go to</source>
        <translation>Alturas a las que van las marcas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/modifier_bar.py"/>
        <source>Grid that strokes and selections go to</source>
        <translation>Cuadrícula a la que van los trazos y las selecciones</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_bar.py"/>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Presets</source>
        <translation>Preajustes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Presets of the tool</source>
        <translation>Preajustes de la herramienta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Save the options of the tool under a name, and load them</source>
        <translation>Guardar las opciones de la herramienta con un nombre, y cargarlas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Save… (there are {count} presets: remove one first)</source>
        <translation>Guardar… (hay {count} preajustes: eliminar uno antes)</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/timeline/seed_timeline.py"/>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Save preset</source>
        <translation>Guardar preajuste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Name of the preset:</source>
        <translation>Nombre del preajuste:</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Name of the preset</source>
        <translation>Nombre del preajuste</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/bars/tool_presets.py"/>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/canvas.py"/>
        <source>Spectrogram canvas</source>
        <translation>Lienzo del espectrograma</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/continue_button.py"/>
        <source>Continue ▸</source>
        <translation>Continuar ▸</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/continue_button.py"/>
        <location filename="../../riffdesk/ui/riff/incoming_riffs.py"/>
        <source>Continue the riff</source>
        <translation>Continuar el riff</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>not heard: {reason}</source>
        <translation>no se oye: {reason}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>empty</source>
        <translation>vacía</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>Paint sound here: time runs to the right, pitch upwards.</source>
        <translation>Pintar sonido aquí: el tiempo va hacia la derecha y la altura hacia arriba.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>Tool: {tool}.</source>
        <translation>Herramienta: {tool}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>Layer {number} of {count}: {name}{empty}{unheard}.</source>
        <translation>Capa {number} de {count}: {name}{empty}{unheard}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>Visible: {start:.2f} to {stop:.2f} of {seconds:.2f} seconds, {low:.0f} to {high:.0f} hertz.</source>
        <translation>Visible: de {start:.2f} a {stop:.2f} de {seconds:.2f} segundos, de {low:.0f} a {high:.0f} hercios.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/description.py"/>
        <source>Selected: {first:.2f} to {last:.2f} seconds, {low:.0f} to {high:.0f} hertz.</source>
        <translation>Seleccionado: de {first:.2f} a {last:.2f} segundos, de {low:.0f} a {high:.0f} hercios.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <source>Cut</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <source>There is nothing to paste yet: select something and copy it first.</source>
        <translation>Aún no hay nada que pegar: antes hay que seleccionar algo y copiarlo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <source>The copied sound cannot be pasted here: only one of the two is stereo.</source>
        <translation>El sonido copiado no se puede pegar aquí: solo uno de los dos es estéreo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <source>There is no space for it here: move the playhead to the left.</source>
        <translation>No hay espacio aquí: mover el cursor de reproducción hacia la izquierda.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <source>Delete notes</source>
        <translation>Eliminar notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Move notes</source>
        <translation>Mover notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <source>Quantise notes</source>
        <translation>Cuantizar notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/editing.py"/>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Velocity</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/example_button.py"/>
        <source>Open the example</source>
        <translation>Abrir el ejemplo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>kick</source>
        <translation>bombo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>rim</source>
        <translation>aro</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>snare</source>
        <translation>caja</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>clap</source>
        <translation>palmada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>closed hat</source>
        <translation>hi-hat cerrado</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>pedal hat</source>
        <translation>hi-hat de pedal</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>open hat</source>
        <translation>hi-hat abierto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>low tom</source>
        <translation>tom grave</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>mid tom</source>
        <translation>tom medio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>high tom</source>
        <translation>tom agudo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>crash</source>
        <translation>crash</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>ride</source>
        <translation>ride</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>tambourine</source>
        <translation>pandereta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>cowbell</source>
        <translation>cencerro</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>high conga</source>
        <translation>conga aguda</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>low conga</source>
        <translation>conga grave</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>shaker</source>
        <translation>shaker</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>{name}    velocity {velocity}</source>
        <translation>{name}    velocidad {velocity}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/notes/note_places.py"/>
        <source>{instrument} ({role})  {note}    velocity {velocity}</source>
        <translation>{instrument} ({role})  {note}    velocidad {velocity}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/handle.py"/>
        <source>Stretch and scale</source>
        <translation>Estirar y escalar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/layer_image.py"/>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/layer_image.py"/>
        <source>Blue to yellow</source>
        <translation>Azul a amarillo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/level_range.py"/>
        <source>Levels of the layer</source>
        <translation>Niveles de la capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/level_range.py"/>
        <source>Levels of the active layer, from -120 to 12 dB.
Drag the ends to set the darkest and the brightest level, or drag between them to move both.</source>
        <translation>Niveles de la capa activa, de -120 a 12 dB.
Arrastrar los extremos para fijar el nivel más oscuro y el más claro, o entre ellos para mover ambos.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/level_range.py"/>
        <source>From {low:.0f} dB, dark, to {high:.0f} dB, bright</source>
        <translation>De {low:.0f} dB, oscuro, a {high:.0f} dB, claro</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/overlays.py"/>
        <source>Draw here, drop a sound or a spectrogram,&lt;br&gt;or write a prompt and press Generate</source>
        <translation>Dibujar aquí, soltar un sonido o un espectrograma,&lt;br&gt;o escribir un prompt y pulsar Generar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/overlays.py"/>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Notes changed: not heard until they are played again</source>
        <translation>Notas modificadas: no se oyen hasta que se vuelvan a tocar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/overlays.py"/>
        <source>Not heard: {why}</source>
        <translation>No se oye: {why}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/piano.py"/>
        <source>Piano</source>
        <translation>Piano</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/plot/piano.py"/>
        <source>Press a key to hear its note; drag over the keys to hear one after the other</source>
        <translation>Pulsar una tecla para oír su nota; arrastrar sobre las teclas para oírlas una tras otra</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/readout.py"/>
        <source>Under the cursor</source>
        <translation>Bajo el cursor</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/readout.py"/>
        <source>silence</source>
        <translation>silencio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/readout.py"/>
        <source>{name} {cents:+d} cents</source>
        <translation>{name} {cents:+d} cents</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/numbers_dialog.py"/>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/numbers_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Only the selection is painted. Esc clears it.</source>
        <translation>Solo se pinta la selección. Esc la quita.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Pixels</source>
        <translation>Píxeles</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Distance in pixels of the picture: columns of 10 ms, and bands</source>
        <translation>Distancia en píxeles de la imagen: columnas de 10 ms, y bandas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>There is no previous selection.</source>
        <translation>No hay ninguna selección anterior.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Grow selection</source>
        <translation>Agrandar selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Shrink selection</source>
        <translation>Reducir selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Feather selection</source>
        <translation>Suavizar borde de selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_editing.py"/>
        <source>Select similar</source>
        <translation>Seleccionar similares</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_effects.py"/>
        <source>There is no sound to change here: the layer is silent.</source>
        <translation>Aquí no hay sonido que cambiar: la capa está en silencio.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_effects.py"/>
        <source>Select less than the full length: the selection is filled from the sound before and after it.</source>
        <translation>Seleccionar menos de la duración completa: la selección se rellena con el sonido anterior y posterior.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_effects.py"/>
        <source>Nothing was applied: the layer has changed its length, or was removed.</source>
        <translation>No se aplicó nada: la capa ha cambiado de duración o se eliminó.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_effects.py"/>
        <source>The noise profile is now a part of the sketch. Denoise uses it until you take another.</source>
        <translation>El perfil de ruido forma ahora parte del boceto. Reducir ruido lo usa hasta que se tome otro.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/region_effects.py"/>
        <source>Noise profile</source>
        <translation>Perfil de ruido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/similar_search.py"/>
        <source>Similarity</source>
        <translation>Similitud</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/regions/similar_search.py"/>
        <source>Minimum similarity to the selection; 100% is the same shape</source>
        <translation>Similitud mínima con la selección; 100% es la misma forma</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Tool settings</source>
        <translation>Ajustes de herramienta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Colour map</source>
        <translation>Mapa de colores</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Colours of the layer, from quiet to loud</source>
        <translation>Colores de la capa, de suave a fuerte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Dark and bright follow the levels of the active layer</source>
        <translation>El oscuro y el claro siguen los niveles de la capa activa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Darkest</source>
        <translation>Más oscuro</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Level of the darkest colour</source>
        <translation>Nivel del color más oscuro</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Brightest</source>
        <translation>Más claro</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Level of the brightest colour</source>
        <translation>Nivel del color más claro</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tool_panel.py"/>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/listening.py"/>
        <source>Listen</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/listening.py"/>
        <source>Press to hear the layer under the pointer; hold H with any tool to hear it without pressing</source>
        <translation>Pulsar para oír la capa bajo el puntero; con cualquier herramienta, mantener H para oírla sin pulsar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/listening.py"/>
        <source>Press on the picture: three semitones around the pointer sound while you press, at their level in the layer.
Hold H to hear them without pressing; release it to return to your tool.</source>
        <translation>Al pulsar sobre la imagen suenan tres semitonos en torno al puntero, con su nivel en la capa, mientras se mantiene pulsado.
Mantener H para oírlos sin pulsar; al soltarla se vuelve a la herramienta anterior.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>{grid} triplet</source>
        <translation>Tresillo de {grid}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Click to add a note, drag it to move it, its end to lengthen it; Shift and up or down for its velocity</source>
        <translation>Hacer clic para añadir una nota, arrastrarla para moverla, o su final para alargarla; Mayús y arriba o abajo para su velocidad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Length of new notes, and step by which notes are moved</source>
        <translation>Duración de las notas nuevas, y paso con el que se mueven las notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Velocity of a new note, 1 to 127</source>
        <translation>Velocidad de una nota nueva, de 1 a 127</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Quantise</source>
        <translation>Cuantizar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Set velocity</source>
        <translation>Fijar velocidad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Play</source>
        <translation>Tocar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Lengthen notes</source>
        <translation>Alargar notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/notes.py"/>
        <source>Add note</source>
        <translation>Añadir nota</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/brush.py"/>
        <source>Paint sound; {straight}</source>
        <translation>Pintar sonido; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/copying.py"/>
        <source>Copy sound from elsewhere: Ctrl+click sets the source; {straight}</source>
        <translation>Copiar sonido de otro sitio: Ctrl+clic fija el origen; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/copying.py"/>
        <source>Restore the sound that the layer had when it was imported, made or opened; {straight}</source>
        <translation>Restaurar el sonido que tenía la capa al importarla, crearla o abrirla; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/copying.py"/>
        <source>First hold Ctrl and click the sound to copy; then paint at another place.</source>
        <translation>Primero mantener Ctrl y hacer clic en el sonido que se va a copiar; después pintar en otro lugar.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/copying.py"/>
        <source>The source of the copy is on a layer that was removed, or that has other channels than this one.</source>
        <translation>El origen de la copia está en una capa que se eliminó o que tiene otros canales que esta.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/eraser.py"/>
        <source>Erase sound; {straight}</source>
        <translation>Borrar sonido; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/eraser.py"/>
        <source>Part of the sound that is removed</source>
        <translation>Parte del sonido que se borra</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/line.py"/>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/line.py"/>
        <source>Draw a straight line of brush or tone; drag its middle to bend it</source>
        <translation>Dibujar una línea recta de pincel o de tono; arrastrar su centro para curvarla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/line.py"/>
        <source>Draws</source>
        <translation>Dibuja</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/line.py"/>
        <source>Whether the line is one of the tone brush or of the brush, with their settings</source>
        <translation>Si la línea es del pincel de tonos o del pincel, con sus ajustes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/line.py"/>
        <source>Tones</source>
        <translation>Tonos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/mask.py"/>
        <source>Painting removes the mask, so that Repaint keeps that part</source>
        <translation>Al pintar se quita la máscara, para que Repintar conserve esa parte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/mask.py"/>
        <source>Mark a part to repaint; {straight}</source>
        <translation>Marcar una parte para repintarla; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/mask.py"/>
        <source>Take away</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Diameter of the grains, in pixels of the picture</source>
        <translation>Diámetro de los granos, en píxeles de la imagen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Density of the grains</source>
        <translation>Densidad de los granos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Paint noise, such as wind or a cymbal; {straight}</source>
        <translation>Pintar ruido, como viento o un platillo; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Scatter grains of sound, which tinkle or crackle; {straight}</source>
        <translation>Esparcir granos de sonido, que tintinean o crepitan; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/noise.py"/>
        <source>Grain</source>
        <translation>Grano</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/paint_tool.py"/>
        <source>Shift draws a straight line</source>
        <translation>Mayús dibuja una línea recta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/paint_tool.py"/>
        <source>Level of the paint; 100% is full scale</source>
        <translation>Nivel de la pintura; 100% es el fondo de escala</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/paint_tool.py"/>
        <source>Diameter of the tip, in pixels of the picture. Tools &gt; Smaller brush and Larger brush change it by key</source>
        <translation>Diámetro de la punta, en píxeles de la imagen. Herramientas &gt; Pincel más pequeño y Pincel más grande lo cambian con el teclado</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/paint_tool.py"/>
        <source>The part of the tip that paints at full strength; the rest fades out towards its edge</source>
        <translation>La parte de la punta que pinta con toda la intensidad; el resto se desvanece hacia el borde</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/paint_tool.py"/>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/paint_tool.py"/>
        <source>Hardness</source>
        <translation>Dureza</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Smudge sound, like a finger on wet paint; {straight}</source>
        <translation>Difuminar el sonido, como un dedo sobre pintura fresca; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Part of the sound that is smudged along</source>
        <translation>Parte del sonido que se arrastra</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Soften sound in time and pitch; {straight}</source>
        <translation>Suavizar el sonido en tiempo y altura; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Distance over which sound is softened, in pixels of the picture</source>
        <translation>Distancia en la que se suaviza el sonido, en píxeles de la imagen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Make sound louder, or quieter with a negative gain or with Ctrl; {straight}</source>
        <translation>Subir el volumen del sonido, o bajarlo con ganancia negativa o con Ctrl; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>Gain of a stroke; with Ctrl it is an attenuation</source>
        <translation>Ganancia de un trazo; con Ctrl es una atenuación</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/retouch.py"/>
        <source>{:+.0f} dB</source>
        <translation>{:+.0f} dB</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Kick</source>
        <translation>Bombo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Snare</source>
        <translation>Caja</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Hat</source>
        <translation>Hi-hat</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Clap</source>
        <translation>Palmas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Selection</source>
        <translation>Selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Its own</source>
        <translation>La propia</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>1/8 beat</source>
        <translation>1/8 de pulso</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>1/4 beat</source>
        <translation>1/4 de pulso</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>1/2 beat</source>
        <translation>1/2 pulso</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>1 beat</source>
        <translation>1 pulso</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>{name} beats</source>
        <translation>{name} pulsos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Stamp a drum, a selection, a picture or words where you click; a drag repeats it on the grid</source>
        <translation>Estampar un sonido de batería, una selección, una imagen o palabras donde se haga clic; al arrastrar se repite en la cuadrícula</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>The source of the stamp</source>
        <translation>El origen del sello</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Take selection</source>
        <translation>Tomar selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Picture…</source>
        <translation>Imagen…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Words that the stamp Text writes into the picture</source>
        <translation>Palabras que el sello Texto escribe en la imagen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Height</source>
        <translation>Altura</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Height of the words, in bands of the picture</source>
        <translation>Altura de las palabras, en bandas de la imagen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Length: its own, or one in beats</source>
        <translation>Duración: la propia, o una en pulsos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Pitch</source>
        <translation>Altura tonal</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Transposition of the stamp in semitones</source>
        <translation>Transposición del sello en semitonos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Level of the stamp relative to its own</source>
        <translation>Nivel del sello respecto al suyo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>At the pointer&apos;s pitch</source>
        <translation>A la altura del puntero</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Move the stamp to the pitch where you click</source>
        <translation>Mover el sello a la altura en la que se hace clic</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Select something, then press Take selection in the panel of the stamp.</source>
        <translation>Seleccionar algo y pulsar Tomar selección en el panel del sello.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Choose a picture with Picture… in the panel of the stamp.</source>
        <translation>Elegir una imagen con Imagen… en el panel del sello.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp.py"/>
        <source>Type the words under Text in the panel of the stamp.</source>
        <translation>Escribir las palabras en Texto, en el panel del sello.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp_picture.py"/>
        <source>“{name}” cannot be read as a picture ({reason}). Choose another one.</source>
        <translation>«{name}» no se puede leer como imagen ({reason}). Elegir otra.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/stamp_picture.py"/>
        <source>“{name}” is all black, which is silence. Choose a picture with bright parts.</source>
        <translation>«{name}» es toda negra, es decir, silencio. Elegir una imagen con partes claras.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Time in which a tone rises at its beginning</source>
        <translation>Tiempo en el que un tono sube al principio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Time in which a tone fades after its end</source>
        <translation>Tiempo en el que un tono se desvanece tras su final</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Time from one pitch to the next, where the pitch of a line jumps</source>
        <translation>Tiempo de una altura a la siguiente, donde la altura de una línea salta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Depth of the vibrato to each side, in cents</source>
        <translation>Profundidad del vibrato a cada lado, en cents</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Rate of the vibrato in Hz</source>
        <translation>Frecuencia del vibrato en Hz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Paint a tone at a pitch; {straight}</source>
        <translation>Pintar un tono a una altura; {straight}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Attack</source>
        <translation>Ataque</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Release</source>
        <translation>Liberación</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Vibrato</source>
        <translation>Vibrato</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Glide</source>
        <translation>Portamento</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>Rate</source>
        <translation>Frecuencia</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/painting/tone.py"/>
        <source>{:.1f} Hz</source>
        <translation>{:.1f} Hz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/handles.py"/>
        <source>{beats:.2f} beats  ×{factor:.2f}</source>
        <translation>{beats:.2f} pulsos  ×{factor:.2f}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/lasso.py"/>
        <source>Lasso</source>
        <translation>Lazo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/lasso.py"/>
        <source>Draw around a part to select it; Shift takes all frequencies of its time; {keys}</source>
        <translation>Dibujar alrededor de una parte para seleccionarla; Mayús abarca todas las frecuencias de su tiempo; {keys}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/rectangle.py"/>
        <source>Rectangle</source>
        <translation>Rectángulo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/rectangle.py"/>
        <source>Band</source>
        <translation>Banda</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/rectangle.py"/>
        <source>A drag selects a rectangle, a range of time with all frequencies, or a band of frequencies at all times</source>
        <translation>Al arrastrar se selecciona un rectángulo, un intervalo de tiempo con todas las frecuencias, o una banda de frecuencias en todo el tiempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/rectangle.py"/>
        <source>Drag a rectangle, to cut, copy, transpose or repaint its sound; Shift takes all frequencies; {keys}</source>
        <translation>Arrastrar un rectángulo para cortar, copiar, transponer o repintar su sonido; Mayús abarca todas las frecuencias; {keys}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/select_brush.py"/>
        <source>Selection brush</source>
        <translation>Pincel de selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/select_brush.py"/>
        <source>Paint over a part to select it, with a soft edge; {keys}</source>
        <translation>Pintar sobre una parte para seleccionarla, con un borde suave; {keys}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <source>Ctrl adds to the selection, Ctrl+Shift subtracts from it</source>
        <translation>Ctrl añade a la selección, Ctrl+Mayús resta de ella</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <source>New</source>
        <translation>Nueva</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <source>Less</source>
        <translation>Restar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <source>Both</source>
        <translation>Ambas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <source>Replace the selection, add to it, subtract from it, or keep its intersection with the shape; {keys}</source>
        <translation>Sustituir la selección, añadirle, restarle, o conservar su intersección con la forma; {keys}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/selecting_tool.py"/>
        <source>{beats:+.2f} beats    {semitones:+d} st</source>
        <translation>{beats:+.2f} pulsos    {semitones:+d} st</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Tolerance: how far below the level at the click the selection reaches</source>
        <translation>Tolerancia: hasta dónde por debajo del nivel del clic llega la selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Maximum distance from the click in seconds</source>
        <translation>Distancia máxima desde el clic en segundos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Select all marks of this level in the sketch, not only those that touch the click</source>
        <translation>Seleccionar todas las marcas de este nivel en el boceto, no solo las contiguas al clic</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Wand</source>
        <translation>Varita</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Click a mark to select it, with adjacent marks of its level; {keys}</source>
        <translation>Hacer clic en una marca para seleccionarla, con las marcas contiguas de su nivel; {keys}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>{:.0f} dB</source>
        <translation>{:.0f} dB</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Reach</source>
        <translation>Alcance</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/canvas/tools/selecting/wand.py"/>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>This layer was not played from notes: start a riff from a composed guide, or import a MIDI file</source>
        <translation>Esta capa no se tocó a partir de notas: iniciar un riff desde una guía compuesta o importar un archivo MIDI</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>The layer has no notes: add some with the note tool, or read them from the drawing</source>
        <translation>La capa no tiene notas: añadirlas con la herramienta de notas o leerlas del dibujo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Select something on the canvas first</source>
        <translation>Primero hay que seleccionar algo en el lienzo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;New</source>
        <translation>&amp;Nuevo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Begin a new sketch, four bars long; unsaved changes are asked about</source>
        <translation>Empezar un boceto nuevo de cuatro compases; se pregunta por los cambios sin guardar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Open a sketch, or a sound or an image as a new one</source>
        <translation>Abrir un boceto, o un sonido o una imagen como boceto nuevo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Open e&amp;xample</source>
        <translation>Abrir e&amp;jemplo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Open a sketch of four bars as a copy, to play, paint on and take apart</source>
        <translation>Abrir una copia de un boceto de cuatro compases, para escucharlo, pintar en él y desmontarlo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Save the sketch with its layers, takes and sound, to continue later</source>
        <translation>Guardar el boceto con sus capas, tomas y sonido, para continuar más tarde</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Save &amp;as…</source>
        <translation>Guardar &amp;como…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Save the sketch under another name; the former file is not changed</source>
        <translation>Guardar el boceto con otro nombre; el archivo anterior no se modifica</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Import…</source>
        <translation>&amp;Importar…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Add a sound or an image as a layer; play the notes of a MIDI file</source>
        <translation>Añadir un sonido o una imagen como capa; tocar las notas de un archivo MIDI</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Export audio…</source>
        <translation>&amp;Exportar audio…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Export the mix and one file per layer; shows their length and loudness first</source>
        <translation>Exportar la mezcla y un archivo por capa; antes muestra su duración y sonoridad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Export s&amp;pectrogram…</source>
        <translation>Exportar es&amp;pectrograma…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Export the layer&apos;s picture as a PNG that Riffusion and riffdesk read as sound</source>
        <translation>Exportar la imagen de la capa como PNG que Riffusion y riffdesk leen como sonido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Export notes as &amp;MIDI…</source>
        <translation>Exportar no&amp;tas como MIDI…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Export the notes that the layer was played from, a track for each instrument, for a DAW</source>
        <translation>Exportar las notas con las que se tocó la capa, una pista por instrumento, para un DAW</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Close riffdesk; asks to save first</source>
        <translation>Cerrar riffdesk; antes pregunta si se desea guardar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Up a semitone</source>
        <translation>Subir un semitono</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the notes of the selection up a semitone</source>
        <translation>Subir un semitono las notas de la selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Down a semitone</source>
        <translation>Bajar un semitono</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the notes of the selection down a semitone</source>
        <translation>Bajar un semitono las notas de la selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Up an octave</source>
        <translation>Subir una octava</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the notes of the selection up an octave</source>
        <translation>Subir una octava las notas de la selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Down an octave</source>
        <translation>Bajar una octava</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the notes of the selection down an octave</source>
        <translation>Bajar una octava las notas de la selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <location filename="../../riffdesk/ui/window/main_window.py"/>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Undo the last step; View &gt; History goes to any step</source>
        <translation>Deshacer el último paso; Ver &gt; Historial va a cualquier paso</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Nothing has been done yet</source>
        <translation>Aún no se ha hecho nada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <location filename="../../riffdesk/ui/window/main_window.py"/>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Redo the last undone step</source>
        <translation>Rehacer el último paso deshecho</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Nothing has been undone</source>
        <translation>No se ha deshecho nada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Cu&amp;t</source>
        <translation>Cor&amp;tar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Cut the selected part of the layer, to paste it elsewhere</source>
        <translation>Cortar la parte seleccionada de la capa, para pegarla en otro sitio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Copy the selected part of the layer, to paste it elsewhere</source>
        <translation>Copiar la parte seleccionada de la capa, para pegarla en otro sitio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Paste at playhead</source>
        <translation>&amp;Pegar en el cursor</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Add the copied part to the layer, at the playhead and at its own pitch</source>
        <translation>Añadir la parte copiada a la capa, en el cursor de reproducción y a su propia altura</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Silence the selected part of the layer</source>
        <translation>Silenciar la parte seleccionada de la capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Select &amp;all</source>
        <translation>Seleccionar t&amp;odo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Select all of the layer, over all frequencies</source>
        <translation>Seleccionar toda la capa, con todas las frecuencias</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Abort stroke, clear selection</source>
        <translation>Abortar trazo, quitar selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Cancel the stroke in progress, leave the tour, or clear the selection</source>
        <translation>Cancelar el trazo en curso, salir del recorrido o quitar la selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Quantise notes</source>
        <translation>Cuanti&amp;zar notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the selected notes of the layer, or all, to the nearest place on the grid of the note tool</source>
        <translation>Mover las notas seleccionadas de la capa, o todas, al lugar más cercano de la cuadrícula de la herramienta de notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Set &amp;velocity of notes</source>
        <translation>&amp;Fijar velocidad de notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Set the selected notes to the velocity of new notes in the note tool</source>
        <translation>Poner en las notas seleccionadas la velocidad de las notas nuevas de la herramienta de notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Choose the note tool and select notes first</source>
        <translation>Primero hay que elegir la herramienta de notas y seleccionar notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>M&amp;oved notes replace</source>
        <translation>Las notas movidas sustitu&amp;yen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Transposed notes replace the notes at their new place; otherwise both sound</source>
        <translation>Las notas transpuestas sustituyen a las que hay en su nuevo lugar; si no, suenan ambas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Smaller brush</source>
        <translation>Pincel más pequeño</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Make the tip of the active tool smaller, for finer strokes</source>
        <translation>Reducir la punta de la herramienta activa, para trazos más finos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Larger brush</source>
        <translation>Pincel más grande</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Make the tip of the active tool larger, for broader strokes</source>
        <translation>Agrandar la punta de la herramienta activa, para trazos más anchos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>New &amp;layer</source>
        <translation>&amp;Nueva capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Add an empty layer, which is mixed and exported on its own</source>
        <translation>Añadir una capa vacía, que se mezcla y exporta por separado</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Duplicate layer</source>
        <translation>&amp;Duplicar capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Add a copy of the layer, to try something on it</source>
        <translation>Añadir una copia de la capa, para probar algo en ella</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Select layer &amp;above</source>
        <translation>Seleccionar capa su&amp;perior</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Go to the layer above in the list, to draw on it</source>
        <translation>Ir a la capa superior de la lista, para dibujar en ella</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Select layer &amp;below</source>
        <translation>Seleccionar capa in&amp;ferior</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Go to the layer below in the list, to draw on it</source>
        <translation>Ir a la capa inferior de la lista, para dibujar en ella</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Mu&amp;te layer</source>
        <translation>Silencia&amp;r capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Mute the layer, or unmute it</source>
        <translation>Silenciar la capa, o volver a oírla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Solo layer</source>
        <translation>Capa en s&amp;olo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Solo the layer: hear it alone, or all layers again</source>
        <translation>Poner la capa en solo: oírla sola, o de nuevo todas las capas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Isolate the active layer</source>
        <translation>Aislar la capa ac&amp;tiva</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Play and show only the active layer while this is on; mute and solo do not change</source>
        <translation>Reproducir y mostrar solo la capa activa mientras está activado; silenciar y solo no cambian</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move layer &amp;up</source>
        <translation>S&amp;ubir capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the layer up in the list; the order changes the picture, not the sound</source>
        <translation>Subir la capa en la lista; el orden cambia la imagen, no el sonido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move layer d&amp;own</source>
        <translation>&amp;Bajar capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Move the layer down in the list; the order changes the picture, not the sound</source>
        <translation>Bajar la capa en la lista; el orden cambia la imagen, no el sonido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Remove layer</source>
        <translation>&amp;Eliminar capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Remove the layer with its sound; undo brings it back</source>
        <translation>Eliminar la capa con su sonido; deshacer la recupera</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Command &amp;palette…</source>
        <translation>&amp;Paleta de comandos…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Find any command by typing a part of its name</source>
        <translation>Encontrar cualquier comando escribiendo parte de su nombre</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>&amp;Atajos de teclado…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Find the key of every command, and change it</source>
        <translation>Encontrar la tecla de cada comando, y cambiarla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Tour</source>
        <translation>&amp;Recorrido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>See the first steps, in five bubbles</source>
        <translation>Ver los primeros pasos, en cinco bocadillos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;Messages</source>
        <translation>&amp;Mensajes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Read the messages since the start again</source>
        <translation>Volver a leer los mensajes desde el inicio del programa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>&amp;About riffdesk</source>
        <translation>A&amp;cerca de riffdesk</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/command_table.py"/>
        <source>Version and licence of riffdesk</source>
        <translation>Versión y licencia de riffdesk</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/effect_commands.py"/>
        <source>Take noise profile</source>
        <translation>Tomar perfil de ruido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/effect_commands.py"/>
        <source>Take the selection as the noise that Denoise turns down: select a place with only noise</source>
        <translation>Tomar la selección como el ruido que Reducir ruido atenúa: hay que seleccionar un lugar donde solo haya ruido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/effect_commands.py"/>
        <source>Select a place with only noise first</source>
        <translation>Primero hay que seleccionar un lugar donde solo haya ruido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Start a jam first</source>
        <translation>Primero hay que iniciar una jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>&amp;Jam</source>
        <translation>&amp;Jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Play on without end in the tempo, key and chords of the sketch, and change it while it plays</source>
        <translation>Tocar sin fin en el tempo, la tonalidad y los acordes del boceto, y cambiarlo mientras suena</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>A jam is playing</source>
        <translation>Hay una jam en marcha</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <location filename="../../riffdesk/ui/jam/jam_line.py"/>
        <source>Stop the jam</source>
        <translation>Detener la jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Stop the jam at the end of the bar</source>
        <translation>Detener la jam al final del compás</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Fill in the jam</source>
        <translation>Redoble en la jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>A drum fill in the next possible bar</source>
        <translation>Un redoble de batería en el próximo compás posible</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>The same again in the jam</source>
        <translation>Lo mismo otra vez en la jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Play the same bars once more in the next round, before anything changes</source>
        <translation>Tocar los mismos compases una vez más en la próxima vuelta, antes de que cambie nada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Something else in the jam</source>
        <translation>Algo distinto en la jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Other notes and chords for the same prompt, from the next possible bar</source>
        <translation>Otras notas y acordes para el mismo prompt, desde el próximo compás posible</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <location filename="../../riffdesk/ui/jam/jam_paint.py"/>
        <source>Paint into the jam</source>
        <translation>Pintar en la jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Paint on a layer that repeats with the jam&apos;s loop: strokes are heard in its next round</source>
        <translation>Pintar en una capa que se repite con el bucle de la jam: los trazos se oyen en su próxima vuelta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>&amp;Keep the last 8 bars</source>
        <translation>Cons&amp;ervar los últimos 8 compases</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/jam_commands.py"/>
        <source>Keep the last eight played bars as a layer, with their notes</source>
        <translation>Conservar como capa los últimos ocho compases tocados, con sus notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Snapshots</source>
        <translation>&amp;Instantáneas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>Pe&amp;n</source>
        <translation>&amp;Lápiz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Tools</source>
        <translation>&amp;Herramientas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>Re&amp;gion</source>
        <translation>Re&amp;gión</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Riff</source>
        <translation>&amp;Riff</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>Show or hide the panel {panel}</source>
        <translation>Mostrar u ocultar el panel {panel}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>Sound &amp;quality</source>
        <translation>Ca&amp;lidad de sonido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Play</source>
        <translation>Re&amp;producir</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/menus.py"/>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Good</source>
        <translation>&amp;Buena</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Good quality: drafts are refined to it when you pause</source>
        <translation>Buena calidad: los borradores se refinan hasta ella al pausar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Best</source>
        <translation>Ó&amp;ptima</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Closer to the drawing, five times as slow</source>
        <translation>Más fiel al dibujo, cinco veces más lenta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Reference</source>
        <translation>&amp;Referencia</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Riffusion&apos;s own method, to compare: slower still, and less exact</source>
        <translation>El método propio de Riffusion, para comparar: aún más lento, y menos exacto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>To the &amp;start</source>
        <translation>Ir al &amp;inicio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Move the playhead to the start</source>
        <translation>Mover el cursor de reproducción al inicio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Play or stop</source>
        <translation>Re&amp;producir o detener</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Play from the playhead, or stop</source>
        <translation>Reproducir desde el cursor de reproducción, o detener</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Pla&amp;y the selection</source>
        <translation>Reproducir la &amp;selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Play only the selected time and frequencies of the layer</source>
        <translation>Reproducir solo el tiempo y las frecuencias seleccionados de la capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>A &amp;beat before and after</source>
        <translation>Un p&amp;ulso antes y después</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Play the selection once, with a beat of the mix before it and after it</source>
        <translation>Reproducir la selección una vez, con un pulso de la mezcla antes y otro después</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>To the &amp;end</source>
        <translation>Ir al &amp;final</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Move the playhead to the end</source>
        <translation>Mover el cursor de reproducción al final</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Loop</source>
        <translation>&amp;Bucle</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Loop the selection, or all</source>
        <translation>Repetir en bucle la selección, o todo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Se&amp;amless loop</source>
        <translation>Bucle sin &amp;cortes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Seamless loop: the end of the sketch flows into its beginning</source>
        <translation>Bucle sin cortes: el final del boceto enlaza con su principio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Metronome</source>
        <translation>&amp;Metrónomo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Metronome: a click at every beat, to play and draw in time; never exported</source>
        <translation>Metrónomo: un clic en cada tiempo, para tocar y dibujar a tempo; nunca se exporta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>C&amp;ount-in</source>
        <translation>Cuent&amp;a previa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Count-in: a bar of clicks before playing, to start in time</source>
        <translation>Cuenta previa: un compás de clics antes de reproducir, para entrar a tempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Tap tempo</source>
        <translation>Marcar el &amp;tempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Tap the tempo: press at every beat; after two seconds without a tap, start again</source>
        <translation>Marcar el tempo: pulsar en cada tiempo; tras dos segundos sin pulsar, empieza de nuevo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>&amp;Hear tones while drawing</source>
        <translation>&amp;Oír los tonos al dibujar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>The tone brush sounds while it draws, though nothing plays; it is not recorded or exported</source>
        <translation>El pincel de tonos suena mientras dibuja, aunque no se reproduzca nada; no se graba ni se exporta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Play &amp;riffs while they are made</source>
        <translation>Reproducir los riffs mientras se &amp;hacen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Play a riff as soon as its first part is ready</source>
        <translation>Reproducir un riff en cuanto esté lista su primera parte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Look for sound &amp;devices</source>
        <translation>Buscar &amp;dispositivos de sonido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/playing_commands.py"/>
        <source>Find headphones and sound cards that were plugged in since the start</source>
        <translation>Encontrar los auriculares y tarjetas de sonido conectados después del inicio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/recording_commands.py"/>
        <source>Re&amp;cord</source>
        <translation>&amp;Grabar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/recording_commands.py"/>
        <source>Record the input into a new layer while the sketch plays, after the count-in if that is on</source>
        <translation>Grabar la entrada en una capa nueva mientras se reproduce el boceto, tras la cuenta previa si está activada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/recording_commands.py"/>
        <source>Recording &amp;input…</source>
        <translation>E&amp;ntrada de grabación…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/recording_commands.py"/>
        <source>Choose the microphone and its channels, see its level, and measure its latency</source>
        <translation>Elegir el micrófono y sus canales, ver su nivel y medir su latencia</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>R&amp;eselect</source>
        <translation>Vo&amp;lver a seleccionar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Restore the previous selection</source>
        <translation>Restaurar la selección anterior</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>&amp;Invert selection</source>
        <translation>In&amp;vertir la selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Select everything outside of the selection</source>
        <translation>Seleccionar todo lo que está fuera de la selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>&amp;Grow selection…</source>
        <translation>&amp;Agrandar la selección…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Let the selection grow on all sides</source>
        <translation>Ampliar la selección por todos los lados</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>S&amp;hrink selection…</source>
        <translation>Enco&amp;ger la selección…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Let the selection shrink on all sides</source>
        <translation>Reducir la selección por todos los lados</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>&amp;Feather selection…</source>
        <translation>S&amp;uavizar la selección…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Give the selection soft edges</source>
        <translation>Dar bordes suaves a la selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Se&amp;lect harmonics</source>
        <translation>&amp;Seleccionar armónicos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Add the whole multiples of the selected frequencies, as far as they do not touch each other</source>
        <translation>Añadir los múltiplos enteros de las frecuencias seleccionadas, mientras no se toquen entre sí</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Select si&amp;milar…</source>
        <translation>Seleccionar si&amp;milares…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Select every place of the layer that sounds like the selection, such as all strokes of a drum</source>
        <translation>Seleccionar todos los lugares de la capa que suenan como la selección, por ejemplo todos los golpes de un tambor</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>&amp;New layer from selection</source>
        <translation>&amp;Nueva capa desde la selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Copy the selection to a new layer, with its sound</source>
        <translation>Copiar la selección a una capa nueva, con su sonido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Export selec&amp;tion…</source>
        <translation>E&amp;xportar la selección…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/region_commands.py"/>
        <source>Export the selected part of the layer as a sound file, with the length of the selection</source>
        <translation>Exportar la parte seleccionada de la capa como archivo de sonido, con la duración de la selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Write the prompt</source>
        <translation>Escribir e&amp;l prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Go to the field for the prompt; Return comes back to the canvas</source>
        <translation>Ir al campo del prompt; Intro devuelve al lienzo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Library</source>
        <translation>B&amp;iblioteca</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Find, hear and use all riffs of this sketch and others</source>
        <translation>Encontrar, oír y usar todos los riffs de este boceto y de otros</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Add a fol&amp;der to the library…</source>
        <translation>&amp;Añadir una carpeta a la biblioteca…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>List the sounds and MIDI files of one of your folders in the library, without copying them</source>
        <translation>Listar en la biblioteca los sonidos y archivos MIDI de una carpeta propia, sin copiarlos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Generate</source>
        <translation>&amp;Generar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Make a riff of the prompt, with the length of the sketch; a take that is not kept stays a click away</source>
        <translation>Hacer un riff a partir del prompt, con la duración del boceto; una toma que no se conserva queda a un clic</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Variations</source>
        <translation>&amp;Variaciones</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Make the same prompt with other seeds, to choose from</source>
        <translation>Hacer el mismo prompt con otras semillas, para elegir</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Take &amp;before</source>
        <translation>T&amp;oma anterior</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Hear the take before this one, to compare</source>
        <translation>Oír la toma anterior a esta, para comparar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>There is no take before this one</source>
        <translation>No hay ninguna toma anterior a esta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Take a&amp;fter</source>
        <translation>&amp;Toma siguiente</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Hear the take after this one, to compare</source>
        <translation>Oír la toma siguiente a esta, para comparar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>There is no take after this one</source>
        <translation>No hay ninguna toma siguiente a esta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;A/B: back to the last take</source>
        <translation>A/&amp;B: volver a la última toma</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Switch to the previously heard take and back, to compare the two while they play</source>
        <translation>Cambiar a la toma oída antes y volver, para comparar las dos mientras suenan</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>There is no other take</source>
        <translation>No hay otra toma</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Keep this take</source>
        <translation>Conservar esta to&amp;ma</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Keep this take: the next riff is a new layer beside it</source>
        <translation>Conservar esta toma: el próximo riff será una capa nueva a su lado</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>The layer has no takes</source>
        <translation>La capa no tiene tomas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Make the layer real</source>
        <translation>&amp;Hacer real la capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Make music of the drawing on the layer, closer to it or freer</source>
        <translation>Convertir en música el dibujo de la capa, con más fidelidad o más libertad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Make all layers real</source>
        <translation>Hacer reales todas las capas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Make music of all audible layers, closer to them or freer</source>
        <translation>Convertir en música todas las capas audibles, con más fidelidad o más libertad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Repaint</source>
        <translation>&amp;Repintar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Regenerate the masked part, or else the selection; the rest stays as it is</source>
        <translation>Regenerar la parte enmascarada o, si no la hay, la selección; el resto queda como está</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Render the &amp;timeline</source>
        <translation>R&amp;enderizar la línea de tiempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Make a riff that walks through all keyframes, with the length of the sketch</source>
        <translation>Hacer un riff que recorre todos los fotogramas clave, con la duración del boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Render what c&amp;hanged</source>
        <translation>Renderizar lo &amp;que cambió</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Regenerate the layer where the timeline has changed since; the rest stays as it is</source>
        <translation>Regenerar la capa donde la línea de tiempo ha cambiado desde entonces; el resto queda como está</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Cont&amp;inue to the right</source>
        <translation>Continuar hacia la &amp;derecha</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Continue the layer after its end, by four bars</source>
        <translation>Continuar la capa cuatro compases después de su final</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Continue to th&amp;e left</source>
        <translation>Continuar hacia la i&amp;zquierda</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Continue the layer before its beginning, by four bars; all else moves to the right</source>
        <translation>Continuar la capa cuatro compases antes de su principio; todo lo demás se mueve a la derecha</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Compare with what it was made of</source>
        <translation>&amp;Comparar con su origen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Hear the layers that this one was made from instead of it, and back</source>
        <translation>Oír las capas de las que se hizo esta en lugar de ella, y volver</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Add a &amp;part…</source>
        <translation>A&amp;ñadir una parte…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Compose and play a bass, drums, chords, a melody or a counter-melody to the audible layers</source>
        <translation>Componer y tocar un bajo, una batería, acordes, una melodía o una contramelodía para las capas audibles</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Split the layer</source>
        <translation>&amp;Separar la capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Split the layer into percussive, bass and harmonic sound, which sum to it exactly</source>
        <translation>Separar la capa en sonido percusivo, grave y armónico, que sumados dan exactamente la capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Notes from the drawing</source>
        <translation>Notas del dibu&amp;jo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Read the notes of a drawing, or of a hummed or imported line, to edit and to play them</source>
        <translation>Leer las notas de un dibujo, o de una línea tarareada o importada, para editarlas y tocarlas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Pla&amp;y the notes again</source>
        <translation>Tocar las &amp;notas de nuevo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Regenerate the layer in the bars with changed notes; the rest stays as it is</source>
        <translation>Regenerar la capa en los compases con notas cambiadas; el resto queda como está</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>The layer plays its notes already: change some with the note tool first</source>
        <translation>La capa ya toca sus notas: cambie antes algunas con la herramienta de notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>&amp;Use the layer&apos;s recipe</source>
        <translation>&amp;Usar la receta de la capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Set prompt, seed, model and all other settings to those of the layer</source>
        <translation>Ajustar el prompt, la semilla, el modelo y todo lo demás a los valores de la capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Remove the mask</source>
        <translation>Quitar la máscara</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Cancel the riff</source>
        <translation>Cancelar el riff</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Stop the riff in progress and undo its changes</source>
        <translation>Detener el riff en curso y deshacer sus cambios</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>No riff is being made</source>
        <translation>No se está haciendo ningún riff</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Models…</source>
        <translation>Modelos…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Add, get and remove models</source>
        <translation>Añadir, descargar y quitar modelos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Compute &amp;on…</source>
        <translation>Calcular en…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/riff_commands.py"/>
        <source>Choose the graphics card or the processor that riffs are made on</source>
        <translation>Elegir la tarjeta gráfica o el procesador en que se hacen los riffs</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>Snapshot &amp;{number}</source>
        <translation>Instantánea &amp;{number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>Switch to snapshot {number}; an empty one stores the present sketch</source>
        <translation>Cambiar a la instantánea {number}; si está vacía, guarda en ella el boceto actual</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>Hold in snapshot {number}</source>
        <translation>Guardar en la instantánea {number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>Store the present sketch in snapshot {number}</source>
        <translation>Guardar el boceto actual en la instantánea {number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>&amp;Match their loudness</source>
        <translation>&amp;Igualar su sonoridad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>Play every snapshot at the loudness of the quietest, for a fair comparison</source>
        <translation>Reproducir todas las instantáneas con la sonoridad de la más suave, para una comparación justa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>&amp;Empty all snapshots</source>
        <translation>&amp;Vaciar todas las instantáneas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/snapshot_commands.py"/>
        <source>Clear all snapshots</source>
        <translation>Borrar todas las instantáneas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Pen drives &amp;size</source>
        <translation>El lápiz controla el &amp;tamaño</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>The harder a pen is pressed, the larger the tip</source>
        <translation>Cuanto más se presiona el lápiz, más grande es la punta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Pen drives s&amp;trength</source>
        <translation>El lápiz controla la &amp;intensidad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>The harder a pen is pressed, the louder</source>
        <translation>Cuanto más se presiona el lápiz, más fuerte suena</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Pen drives &amp;both</source>
        <translation>El lápiz controla &amp;ambos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Pressure of a pen drives size and strength</source>
        <translation>La presión del lápiz controla el tamaño y la intensidad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Pen drives &amp;nothing</source>
        <translation>El lápiz no controla &amp;nada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>A pen paints like a mouse</source>
        <translation>El lápiz pinta como un ratón</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>S&amp;oft pen</source>
        <translation>Lápiz &amp;suave</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>A light touch is much</source>
        <translation>Un toque ligero es mucho</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>&amp;Even pen</source>
        <translation>Lápiz &amp;uniforme</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Half the pressure is half</source>
        <translation>La mitad de la presión es la mitad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>&amp;Firm pen</source>
        <translation>Lápiz &amp;firme</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>A light touch is little</source>
        <translation>Un toque ligero es poco</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>&amp;Harmonics</source>
        <translation>&amp;Armónicos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Tools mark the harmonics of a pitch too</source>
        <translation>Las herramientas marcan también los armónicos de una altura</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>&amp;Magnet</source>
        <translation>&amp;Imán</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Marks go to the nearest pitch, and so are in tune</source>
        <translation>Las marcas van a la altura más cercana y así quedan afinadas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>&amp;Grid</source>
        <translation>&amp;Cuadrícula</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Strokes and selections begin and end on the grid of the tempo</source>
        <translation>Los trazos y las selecciones empiezan y terminan en la cuadrícula del tempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Take selection as stam&amp;p</source>
        <translation>Usar la selección como &amp;sello</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Use the selection as the stamp of the stamp tool</source>
        <translation>Usar la selección como sello de la herramienta de sello</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Take pi&amp;cture as stamp…</source>
        <translation>Usar una ima&amp;gen como sello…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/tool_commands.py"/>
        <source>Use a picture from a file as the stamp of the stamp tool: bright is loud</source>
        <translation>Usar una imagen de un archivo como sello de la herramienta de sello: lo claro suena fuerte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>&amp;Fit</source>
        <translation>A&amp;justar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Show all of the sketch</source>
        <translation>Mostrar todo el boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Zoom &amp;in</source>
        <translation>&amp;Acercar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Show less time, in more detail; the wheel does so at the pointer</source>
        <translation>Mostrar menos tiempo, con más detalle; la rueda lo hace en el puntero</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Zoom &amp;out</source>
        <translation>A&amp;lejar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Show more time; the wheel does so at the pointer</source>
        <translation>Mostrar más tiempo; la rueda lo hace en el puntero</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Frequency axis by &amp;semitones</source>
        <translation>Eje de frecuencia por &amp;semitonos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>All semitones have the same height, from E0 up, for basses and melodies; otherwise the axis is mel</source>
        <translation>Todos los semitonos tienen la misma altura, desde E0, para bajos y melodías; si no, el eje es mel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>&amp;Grid lines</source>
        <translation>Líneas de cua&amp;drícula</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Lines for bars and beats, and for notes, those of the key brighter; fewer if they are too close</source>
        <translation>Líneas de compases y tiempos, y de notas, con las de la tonalidad más claras; menos si quedan muy juntas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>&amp;Piano</source>
        <translation>&amp;Piano</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>A piano at the left of the canvas, to see the note under the pointer, and to play notes</source>
        <translation>Un piano a la izquierda del lienzo, para ver la nota bajo el puntero y tocar notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>&amp;Notes</source>
        <translation>&amp;Notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Show the notes of the layer over it; the note tool shows them too</source>
        <translation>Mostrar las notas de la capa sobre ella; la herramienta de notas también las muestra</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>P&amp;artials</source>
        <translation>Pa&amp;rciales</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Draw the sustained tones of the layer as lines, to tell tones from noise</source>
        <translation>Dibujar como líneas los tonos sostenidos de la capa, para distinguirlos del ruido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>&amp;Waveform</source>
        <translation>Forma de &amp;onda</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>The waveform of the mix under the canvas, and of the active layer over it, to see beats and peaks</source>
        <translation>La forma de onda de la mezcla bajo el lienzo, y la de la capa activa sobre él, para ver pulsos y picos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Light &amp;colours</source>
        <translation>&amp;Colores claros</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Light colours for bright rooms, or dark ones</source>
        <translation>Colores claros para lugares luminosos, u oscuros</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Go to the ne&amp;xt panel</source>
        <translation>Ir al panel siguien&amp;te</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Move the keyboard focus to the next panel or bar; Tab moves within it</source>
        <translation>Mover el foco del teclado al panel o barra siguiente; Tab lo mueve dentro de ellos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Go to the pre&amp;vious panel</source>
        <translation>Ir al panel ant&amp;erior</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Move the keyboard focus to the previous panel or bar</source>
        <translation>Mover el foco del teclado al panel o barra anterior</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>Language of menus and messages from the next start; System is the computer&apos;s, if there is a translation</source>
        <translation>Idioma de los menús y mensajes desde el próximo inicio; «Sistema» es el del ordenador, si hay traducción</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/commands/view_commands.py"/>
        <source>The language changes when riffdesk is started again.</source>
        <translation>El idioma cambia al volver a iniciar riffdesk.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Learn</source>
        <translation>Aprender</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Waiting… (Esc)</source>
        <translation>Esperando… (Esc)</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Bindings of MIDI controllers</source>
        <translation>Asignaciones de controladores MIDI</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Which controller moves what; Delete removes the selected one</source>
        <translation>Qué controlador mueve qué; Supr quita la seleccionada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Controller</source>
        <translation>Controlador</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Moves</source>
        <translation>Mueve</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>What a controller moves</source>
        <translation>Qué mueve un controlador</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>What the next controller is to move</source>
        <translation>Qué moverá el próximo controlador</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Then move a controller, or press a key of the keyboard, to bind it; Esc ends</source>
        <translation>Después, mover un controlador o pulsar una tecla del teclado para asignarlo; Esc termina</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Remove the binding that is selected in the table</source>
        <translation>Quitar la asignación seleccionada en la tabla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Move what is to move “{target}”.</source>
        <translation>Mueva lo que controlará «{target}».</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>{title} moves it already.</source>
        <translation>{title} ya lo mueve.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Bind a controller</source>
        <translation>Asignar un controlador</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>Bind</source>
        <translation>Asignar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>{title} stays as it is.</source>
        <translation>{title} queda como está.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/binding_box.py"/>
        <source>{title} moves “{moves}” now.</source>
        <translation>{title} mueve ahora «{moves}».</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <source>Command: {title}</source>
        <translation>Comando: {title}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <source>Controllers</source>
        <translation>Controladores</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <source>{title} is not possible now: {reason}.</source>
        <translation>«{title}» no es posible ahora: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <source>{title} is not possible now.</source>
        <translation>«{title}» no es posible ahora.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scene {number}</source>
        <translation>Escena {number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Recording</source>
        <translation>Grabación</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/bound_controls.py"/>
        <source>{what} is for a jam: start one first.</source>
        <translation>{what}: inicie antes una jam.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link.py"/>
        <source>Starts at the next bar of the Link session.</source>
        <translation>Empieza en el próximo compás de la sesión Link.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link.py"/>
        <source>Tempo of the Link session</source>
        <translation>Tempo de la sesión Link</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link.py"/>
        <source>The tempo of the Link session is left out. {error}</source>
        <translation>El tempo de la sesión Link no se aplica. {error}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link_box.py"/>
        <source>Share tempo, bars, start and stop with other music programs of this computer and of the network</source>
        <translation>Compartir tempo, compases, inicio y parada con otros programas de música de este ordenador y de la red</translation>
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
            <numerusform>{count} programa más</numerusform>
            <numerusform>{count} programas más</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link_box.py"/>
        <source>No other program</source>
        <translation>Ningún otro programa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/link_box.py"/>
        <source>Playback starts at the next bar.</source>
        <translation>La reproducción empieza en el próximo compás.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/midi_clock.py"/>
        <source>Tempo of the MIDI clock</source>
        <translation>Tempo del reloj MIDI</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/midi_clock.py"/>
        <source>The MIDI clock is left out. {error}</source>
        <translation>El reloj MIDI no se aplica. {error}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/midi_clock.py"/>
        <source>The MIDI clock was lost; the tempo stays {tempo:g} bpm.</source>
        <translation>Se perdió el reloj MIDI; el tempo se queda en {tempo:g} bpm.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/clock/midi_clock.py"/>
        <source>The MIDI clock is at {seconds:.1f} s, which is after the end of the sketch; playback goes to the end.</source>
        <translation>El reloj MIDI está en {seconds:.1f} s, después del final del boceto; la reproducción va al final.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/jam_chords.py"/>
        <source>There is no name for the chord of {names}, so the jam does not get it.</source>
        <translation>El acorde de {names} no tiene nombre, por lo que la jam no lo recibe.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/jam_chords.py"/>
        <source>{chord}: start a jam first (Play &gt; Jam), so that it gets the chord.</source>
        <translation>{chord}: inicie antes una jam (Reproducir &gt; Jam), para que reciba el acorde.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/jam_chords.py"/>
        <source>{chord} is heard</source>
        <translation>Se oye {chord}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/learning.py"/>
        <source>{title} is bound to “{moves}” already. Bind it to “{instead}” instead?</source>
        <translation>{title} ya está asignado a «{moves}». ¿Asignarlo a «{instead}» en su lugar?</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi.py"/>
        <source>{wanted} is gone. It is used again when it is back.</source>
        <translation>{wanted} ya no está. Se usará de nuevo cuando vuelva.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi.py"/>
        <source>{wanted} is back.</source>
        <translation>{wanted} está de vuelta.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>The keyboard or controller that riffdesk listens to; it is used again when it was unplugged and is back</source>
        <translation>El teclado o controlador que riffdesk escucha; si se desconecta, se usa de nuevo cuando vuelve</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Channel of the notes that are used; controllers are bound with their own channel</source>
        <translation>Canal de las notas que se usan; los controladores se asignan con su propio canal</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>What notes do: they sound, or paint with the settings of the tone brush where they were heard, or the jam plays the chords that are held</source>
        <translation>Qué hacen las notas: suenan, o pintan donde se oyeron con los ajustes del pincel de tonos, o la jam toca los acordes que se mantienen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Send the tempo, start, stop and place of playback to a device, so that it plays in time with the sketch</source>
        <translation>Enviar el tempo, el inicio, la parada y la posición de reproducción a un dispositivo, para que toque sincronizado con el boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Tempo, start and stop of the sketch follow the clock of the MIDI input</source>
        <translation>El tempo, el inicio y la parada del boceto siguen el reloj de la entrada MIDI</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>MIDI input</source>
        <translation>Entrada MIDI</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>MIDI channel</source>
        <translation>Canal MIDI</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>All channels</source>
        <translation>Todos los canales</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Channel {number}</source>
        <translation>Canal {number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>What MIDI notes do</source>
        <translation>Qué hacen las notas MIDI</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Output of the MIDI clock</source>
        <translation>Salida del reloj MIDI</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Follow the clock of the input</source>
        <translation>Seguir el reloj de la entrada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Clock to</source>
        <translation>Reloj a</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>No input</source>
        <translation>Ninguna entrada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Nowhere</source>
        <translation>Ningún destino</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Listening to {chosen}.</source>
        <translation>Escuchando {chosen}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>{chosen} is not there; it is used when it is.</source>
        <translation>{chosen} no está; se usará cuando esté.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>Choose an input to play and control riffdesk.</source>
        <translation>Elija una entrada para tocar y controlar riffdesk.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/midi_box.py"/>
        <source>No MIDI device is plugged in.</source>
        <translation>No hay ningún dispositivo MIDI conectado.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/control/note_painter.py"/>
        <source>MIDI notes</source>
        <extracomment>For 1: MIDI note</extracomment>
        <translation>
            <numerusform>Nota MIDI</numerusform>
            <numerusform>Notas MIDI</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/note_painter.py"/>
        <source>{note} is not among the frequencies of the sketch.</source>
        <translation>{note} no está entre las frecuencias del boceto.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/note_painter.py"/>
        <source>There is no room at the end of the sketch: move the playhead to the left.</source>
        <translation>No queda espacio al final del boceto: mueva el cursor de reproducción a la izquierda.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/note_uses.py"/>
        <source>Sound</source>
        <translation>Sonar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/note_uses.py"/>
        <source>Paint</source>
        <translation>Pintar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/note_uses.py"/>
        <source>Give the jam its chords</source>
        <translation>Dar sus acordes a la jam</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/control/note_uses.py"/>
        <source>{count} notes came too fast and were not painted.</source>
        <extracomment>For 1: {count} note came too fast and was not painted.</extracomment>
        <translation>
            <numerusform>{count} nota llegó demasiado rápido y no se pintó.</numerusform>
            <numerusform>{count} notas llegaron demasiado rápido y no se pintaron.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc.py"/>
        <source>A packet came to the port of OSC that is no OSC.</source>
        <translation>Al puerto de OSC llegó un paquete que no es OSC.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc.py"/>
        <source>An OSC message is for a jam: start one first (Play &gt; Jam).</source>
        <translation>Un mensaje OSC es para una jam: inicie antes una (Reproducir &gt; Jam).</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc.py"/>
        <source>The {field} of an OSC message is heard</source>
        <translation>Se oye lo recibido por OSC: {field}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>Let other programs and touch screens control riffdesk by OSC (Open Sound Control). The guide has the addresses</source>
        <translation>Permitir que otros programas y pantallas táctiles controlen riffdesk por OSC (Open Sound Control). La guía contiene las direcciones</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>The UDP port that OSC is sent to</source>
        <translation>El puerto UDP al que se envía OSC</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>Receive OSC from every computer of the network. Whoever is in it can control riffdesk then</source>
        <translation>Recibir OSC de todos los ordenadores de la red. Quien esté en ella podrá entonces controlar riffdesk</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>Receive OSC</source>
        <translation>Recibir OSC</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>Port of OSC</source>
        <translation>Puerto de OSC</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>From other computers, too</source>
        <translation>También de otros ordenadores</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>any computer of the network</source>
        <translation>cualquier ordenador de la red</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>programs of this computer</source>
        <translation>programas de este ordenador</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/control/osc_box.py"/>
        <source>Listening to {place} at port {port}.</source>
        <translation>Escuchando en el puerto {port}: {place}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/control/seldom_notice.py"/>
        <source>{count} {kind} messages came too fast and were left out.</source>
        <extracomment>For 1: {count} {kind} message came too fast and was left out.</extracomment>
        <translation>
            <numerusform>{count} mensaje {kind} llegó demasiado rápido y se omitió.</numerusform>
            <numerusform>{count} mensajes {kind} llegaron demasiado rápido y se omitieron.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Example</source>
        <translation>Ejemplo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>the example</source>
        <translation>el ejemplo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>{name} is open in another window of riffdesk too. Work there, or save a copy of it here first.</source>
        <translation>{name} está abierto también en otra ventana de riffdesk. Trabaje allí, o guarde antes una copia aquí.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>That version is no longer open. Choose it again under File &gt; Versions.</source>
        <translation>Esa versión ya no está abierta. Elíjala de nuevo en Archivo &gt; Versiones.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>This is a copy of the version of {name} of {when}. Restore saves it as {name}.</source>
        <translation>Esta es una copia de la versión de {name} de {when}. Restaurar la guarda como {name}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>{name} is open in another window of riffdesk too. Save a copy of it here.</source>
        <translation>{name} está abierto también en otra ventana de riffdesk. Guarde una copia aquí.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>riffdesk sketches</source>
        <translation>Bocetos de riffdesk</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Save sketch</source>
        <translation>Guardar boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Saved {name}.</source>
        <translation>Guardado: {name}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>{name} has been read. Save the changes to {sketch} before it is opened?</source>
        <translation>Lectura terminada: {name}. ¿Guardar los cambios de {sketch} antes de abrirlo?</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/documents.py"/>
        <source>Save the changes to {name} first?</source>
        <translation>¿Guardar antes los cambios de {name}?</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Making the sound to export in {quality} quality</source>
        <translation>Creando el sonido para exportar (calidad: {quality})</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Measuring the sound</source>
        <translation>Midiendo el sonido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Spectrogram</source>
        <translation>Espectrograma</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Export spectrogram</source>
        <translation>Exportar espectrograma</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Exported {name}.</source>
        <translation>Exportado: {name}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>MIDI file</source>
        <translation>Archivo MIDI</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Export notes as MIDI</source>
        <translation>Exportar notas como MIDI</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Exporting {name}</source>
        <translation>Exportando {name}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Exported {count} files to {folder}.</source>
        <extracomment>For 1: Exported {name} to {folder}.</extracomment>
        <translation>
            <numerusform>Exportado a {folder}: {name}.</numerusform>
            <numerusform>{count} archivos exportados a {folder}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>All were turned down by {gain:.1f} dB so that nothing clips.</source>
        <translation>Todos se bajaron {gain:.1f} dB para que nada sature.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export.py"/>
        <source>No program shows folders here. The files are in {folder}.</source>
        <translation>Aquí ningún programa muestra carpetas. Los archivos están en {folder}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>WAV, 24 bit</source>
        <translation>WAV, 24 bits</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>WAV, 16 bit</source>
        <translation>WAV, 16 bits</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>WAV, 32 bit float</source>
        <translation>WAV, 32 bits flotante</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>FLAC, 24 bit</source>
        <translation>FLAC, 24 bits</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>FLAC, 16 bit</source>
        <translation>FLAC, 16 bits</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Measuring the loudness…</source>
        <translation>Midiendo la sonoridad…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Export audio</source>
        <translation>Exportar audio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Folder for the files; it is made if it is missing</source>
        <translation>Carpeta para los archivos; se crea si no existe</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Choose the folder from a list</source>
        <translation>Elegir la carpeta de una lista</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <location filename="../../riffdesk/ui/library/entries/entry_delegate.py"/>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Beginning of the name of every file</source>
        <translation>Principio del nombre de todos los archivos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>24 bit is more than the ear can hear; 32 bit float never clips</source>
        <translation>24 bits es más de lo que el oído percibe; 32 bits flotante nunca satura</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Folder for the exported files</source>
        <translation>Carpeta para los archivos exportados</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>The loudness could not be measured.</source>
        <translation>No se pudo medir la sonoridad.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Tick the files that you want. Space ticks the one with the focus</source>
        <translation>Marque los archivos que quiera. Espacio marca el que tiene el foco</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>The mix is what you hear. A layer that you do not hear has a file too.</source>
        <translation>La mezcla es lo que se oye. Una capa que no se oye también tiene un archivo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Tick every file</source>
        <translation>Marcar todos los archivos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Untick every file</source>
        <translation>Desmarcar todos los archivos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Loudness</source>
        <translation>Sonoridad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Name a folder.</source>
        <translation>Indique una carpeta.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Tick at least one file.</source>
        <translation>Marque al menos un archivo.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>{count} files</source>
        <extracomment>For 1: {count} file</extracomment>
        <translation>
            <numerusform>{count} archivo</numerusform>
            <numerusform>{count} archivos</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>up to {size}</source>
        <translation>hasta {size}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>{files}, {length} long, {room} in {folder}.</source>
        <translation>{files}, duración: {length}, {room} en {folder}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>But that is a file, not a folder.</source>
        <translation>Pero eso es un archivo, no una carpeta.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>But you may not write there: choose another folder.</source>
        <translation>Pero no hay permiso para escribir allí: elija otra carpeta.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>But only {size} are free there.</source>
        <translation>Pero allí solo quedan libres {size}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>The folder will be made.</source>
        <translation>La carpeta se creará.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Mix: {level}</source>
        <translation>Mezcla: {level}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>All files are turned down by {gain_db:.1f} dB together, so that none clips: the highest peak is {peak}. During playback a limiter reduces that; files have none. 32 bit float keeps the level.</source>
        <translation>Todos los archivos se bajan juntos {gain_db:.1f} dB para que ninguno sature: el pico más alto es de {peak}. Durante la reproducción lo reduce un limitador; los archivos no lo tienen. 32 bits flotante conserva el nivel.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>The highest peak is {peak}, which 32 bit float holds. Turn it down where it is played.</source>
        <translation>El pico más alto es de {peak}, que 32 bits flotante conserva. Bájelo donde se reproduzca.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>The highest peak is {peak}, which the imported file itself has: it is copied unchanged.</source>
        <translation>El pico más alto es de {peak}, que el propio archivo importado tiene: se copia sin cambios.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>Nothing clips, so nothing is turned down.</source>
        <translation>Nada satura, así que nada se baja.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>silent</source>
        <translation>sin sonido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>below -70 LUFS</source>
        <translation>por debajo de -70 LUFS</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>{loud}, highest peak {peak}</source>
        <translation>{loud}, pico más alto: {peak}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/export_dialog.py"/>
        <source>not soloed</source>
        <translation>fuera del solo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Everything riffdesk opens</source>
        <translation>Todo lo que abre riffdesk</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Sounds, images and MIDI files</source>
        <translation>Sonidos, imágenes y archivos MIDI</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Sounds</source>
        <translation>Sonidos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>MIDI files</source>
        <translation>Archivos MIDI</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Take picture as stamp</source>
        <translation>Usar imagen como sello</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>There is a file {name} in {parent} already. Replace it?</source>
        <translation>Ya hay un archivo {name} en {parent}. ¿Reemplazarlo?</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Unsaved changes</source>
        <translation>Cambios sin guardar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Changed on disk</source>
        <translation>Cambiado en el disco</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>{name} was changed by another program since it was opened here.</source>
        <translation>Otro programa cambió {name} desde que se abrió aquí.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>If you replace it, the other program&apos;s version stays under File &gt; Versions.</source>
        <translation>Si se reemplaza, la versión del otro programa queda en Archivo &gt; Versiones.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_dialogs.py"/>
        <source>Save as another…</source>
        <translation>Guardar como otro…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/file_import.py"/>
        <source>Fitting {name} to the sketch</source>
        <translation>Adaptando {name} al boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/history_panel.py"/>
        <source>Steps of the sketch</source>
        <translation>Pasos del boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/history_panel.py"/>
        <source>Click a step to go back to it. Undone steps are in italics</source>
        <translation>Un clic en un paso vuelve a él. Los pasos deshechos están en cursiva</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/history_panel.py"/>
        <source>Memory of the history</source>
        <translation>Memoria del historial</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/history_panel.py"/>
        <source>undone</source>
        <translation>deshecho</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/history_panel.py"/>
        <source>The history takes about {held:.0f} of {limit:,.0f} MiB.</source>
        <translation>El historial ocupa unos {held:.0f} de {limit:,.0f} MiB.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>{name} has {count} channels{names}.</source>
        <translation>{name} tiene {count} canales{names}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>They can be mixed into one layer, or each becomes a layer of its own.</source>
        <translation>Se pueden mezclar en una sola capa, o hacer de cada uno una capa propia.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>Mix them down</source>
        <translation>Mezclarlos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>A layer for each</source>
        <translation>Una capa para cada uno</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>{name} is far too loud: its samples go far above full scale.</source>
        <translation>{name} suena demasiado fuerte: sus muestras superan con mucho el fondo de escala.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>They are probably integers stored as floats. Turned down by {gain:.0f} dB, it is as loud as it was recorded.</source>
        <translation>Probablemente son enteros guardados como flotantes. Bajado {gain:.0f} dB, suena tan fuerte como se grabó.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>Turn it down</source>
        <translation>Bajarlo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>Leave it as it is</source>
        <translation>Dejarlo como está</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>{name} seems to be drawn in white on black.</source>
        <translation>{name} parece estar dibujado en blanco sobre negro.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>In a spectrogram image dark is loud: if it is inverted, its white lines sound; otherwise all black areas do.</source>
        <translation>En una imagen de espectrograma lo oscuro suena fuerte: si se invierte, suenan sus líneas blancas; si no, suenan todas las zonas negras.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>White on black</source>
        <translation>Blanco sobre negro</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>Invert it</source>
        <translation>Invertirlo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>{name} has no level: turned down by {gain_db:.0f} dB.</source>
        <translation>{name} no tiene nivel: bajado {gain_db:.0f} dB.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>Measuring the level of {name}</source>
        <translation>Midiendo el nivel de {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>The sketch has the tempo of {name}, {tempo:g} bpm.</source>
        <translation>El boceto tiene el tempo de {name}, {tempo:g} bpm.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>{name} is at {tempo:g} bpm, and the sketch at {present:g}.</source>
        <translation>{name} está a {tempo:g} bpm, y el boceto a {present:g} bpm.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/import_questions.py"/>
        <source>Take {tempo:g} bpm</source>
        <translation>Usar {tempo:g} bpm</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Colour of the layer on the canvas</source>
        <translation>Color de la capa en el lienzo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Mute this layer</source>
        <translation>Silenciar esta capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Solo</source>
        <translation>Solo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Solo: play only this layer</source>
        <translation>Solo: reproducir únicamente esta capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Gain</source>
        <comment>of a layer</comment>
        <translation>Ganancia</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Level in dB; double-click for 0 dB</source>
        <translation>Nivel en dB; doble clic para 0 dB</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Level in dB</source>
        <translation>Nivel en dB</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Pan</source>
        <translation>Panorama</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Left to right; double-click for the middle</source>
        <translation>De izquierda a derecha; doble clic para el centro</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>centre</source>
        <comment>between left and right</comment>
        <translation>centro</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>this layer</source>
        <translation>esta capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Not heard: {reason}</source>
        <translation>No se oye: {reason}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Name of the layer; click it to type another</source>
        <translation>Nombre de la capa; un clic permite escribir otro</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>off</source>
        <translation>mudo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>notes changed</source>
        <translation>notas cambiadas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Layer {name}</source>
        <translation>Capa {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>selected</source>
        <translation>seleccionada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Colour of the layer</source>
        <translation>Color de la capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Made by {model} from “{prompt}”, seed {seed}</source>
        <translation>Hecha por {model} a partir de «{prompt}», semilla {seed}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>Made by {model}, seed {seed}</source>
        <translation>Hecha por {model}, semilla {seed}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>{made}, from {source}</source>
        <translation>{made}; a partir de: {source}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/layers_panel.py"/>
        <source>another layer is isolated</source>
        <translation>otra capa está aislada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/recent_files.py"/>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/recent_files.py"/>
        <location filename="../../riffdesk/ui/document/versions_menu.py"/>
        <source>Nothing yet</source>
        <translation>Nada todavía</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>Snapshots</source>
        <translation>Instantáneas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>Store the sketch in {number}</source>
        <translation>Guardar el boceto en {number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>Empty all</source>
        <translation>Vaciar todas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>switch to it; Shift stores the present sketch in it</source>
        <translation>cambiar a ella; Mayús guarda en ella el boceto actual</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>store the present sketch</source>
        <translation>guardar el boceto actual</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>Snapshot {number}</source>
        <translation>Instantánea {number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/snapshot_bar.py"/>
        <source>Snapshot {number}, empty</source>
        <translation>Instantánea {number}, vacía</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/versions_menu.py"/>
        <source>&amp;Versions</source>
        <translation>&amp;Versiones</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/document/versions_menu.py"/>
        <source>Open it as an unsaved copy</source>
        <translation>Abrirla como copia sin guardar</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/fields.py"/>
        <source> bars</source>
        <extracomment>For 1:  bar</extracomment>
        <translation>
            <numerusform> comp.</numerusform>
            <numerusform> comp.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/fields.py"/>
        <source>Length of the sketch in bars, at its tempo and meter</source>
        <translation>Duración del boceto en compases, con su tempo y su métrica</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/fields.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/fields.py"/>
        <source> random</source>
        <translation> aleatoria</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/fields.py"/>
        <source>Length in bars</source>
        <translation>Duración en compases</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/file_drop.py"/>
        <source>That is a link to the web, which riffdesk does not open. Save it as a file first, and drop that.</source>
        <translation>Eso es un enlace a la web, que riffdesk no abre. Guárdelo antes como archivo y suelte ese archivo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/file_drop.py"/>
        <source>Pasted picture</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>on</source>
        <translation>activado</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>not possible: {reason}</source>
        <translation>no es posible: {reason}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>not possible</source>
        <translation>no es posible</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>Type a command</source>
        <translation>Escribir un comando</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>Words of a command or its menu; Up and Down choose, Return runs, Esc closes</source>
        <translation>Palabras de un comando o de su menú; Arriba y Abajo eligen, Intro ejecuta, Esc cierra</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>Return or a click runs a command</source>
        <translation>Intro o un clic ejecuta un comando</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/command_palette.py"/>
        <source>No such command</source>
        <translation>No existe ese comando</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/help.py"/>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/timeline/seed_timeline.py"/>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Seed timeline</source>
        <translation>Línea de tiempo de semillas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/help.py"/>
        <source>About riffdesk</source>
        <translation>Acerca de riffdesk</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/help.py"/>
        <source>&lt;h3&gt;riffdesk {version}&lt;/h3&gt;&lt;p&gt;A music sketchpad: draw a spectrogram and hear it.&lt;/p&gt;&lt;p&gt;It reads and writes the spectrogram images of Riffusion (Seth Forsgren and Hayk Martiros, 2022).&lt;/p&gt;&lt;p&gt;MIT licence.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;riffdesk {version}&lt;/h3&gt;&lt;p&gt;Un bloc de bocetos musicales: dibujar un espectrograma y oírlo.&lt;/p&gt;&lt;p&gt;Lee y escribe las imágenes de espectrograma de Riffusion (Seth Forsgren y Hayk Martiros, 2022).&lt;/p&gt;&lt;p&gt;Licencia MIT.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/help.py"/>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/help.py"/>
        <source>&lt;p&gt;There are no messages.&lt;/p&gt;</source>
        <translation>&lt;p&gt;No hay mensajes.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>{text} for {name}</source>
        <translation>{text} para {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>Invalid keyboard shortcuts in the settings were ignored: {invalid}.</source>
        <translation>Se ignoraron atajos de teclado no válidos en los ajustes: {invalid}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>{key} cannot be a shortcut: {reason}.</source>
        <translation>{key} no puede ser un atajo: {reason}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>{key} cannot be a shortcut: it opens the menu {menu}.</source>
        <translation>{key} no puede ser un atajo: abre el menú {menu}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>While you write in a text field, {name} writes.</source>
        <translation>Mientras se escribe en un campo de texto, {name} escribe.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>While you write in a text field, {name} edits the text.</source>
        <translation>Mientras se escribe en un campo de texto, {name} edita el texto.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>it moves the focus from field to field</source>
        <translation>mueve el foco de un campo a otro</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>it confirms typed text and presses buttons</source>
        <translation>confirma el texto escrito y pulsa botones</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>it leaves fields and dialogs, and cancels a stroke</source>
        <translation>sale de campos y diálogos, y cancela un trazo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>it moves in lists, sliders and the seed timeline</source>
        <translation>se mueve por listas, deslizadores y la línea de tiempo de semillas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>it opens context menus</source>
        <translation>abre menús contextuales</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts.py"/>
        <source>it belongs to the system</source>
        <translation>pertenece al sistema</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Choose the keyframe before or after; with Shift several</source>
        <translation>Elegir el fotograma clave anterior o siguiente; con Mayús, varios</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Left, Right</source>
        <translation>Izquierda, Derecha</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Move the chosen keyframes to the next bar line</source>
        <translation>Mover los fotogramas clave elegidos a la siguiente línea de compás</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Ctrl + Left, Right</source>
        <translation>Ctrl + Izquierda, Derecha</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Move the chosen keyframes by a tenth of a second</source>
        <translation>Mover los fotogramas clave elegidos una décima de segundo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Alt + Left, Right</source>
        <translation>Alt + Izquierda, Derecha</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Add a keyframe in the middle of the view</source>
        <translation>Añadir un fotograma clave en el centro de la vista</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Insert</source>
        <translation>Insert</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Remove the chosen keyframes</source>
        <translation>Quitar los fotogramas clave elegidos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Delete</source>
        <comment>of the keyboard</comment>
        <translation>Supr</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Curve, new seed, copy</source>
        <translation>Curva, semilla nueva, copia</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Add a keyframe</source>
        <translation>Añadir un fotograma clave</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Double-click</source>
        <translation>Doble clic</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Move a keyframe from bar to bar; with Shift freely</source>
        <translation>Mover un fotograma clave de compás en compás; con Mayús, libremente</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Drag</source>
        <translation>Arrastrar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Move a copy of a keyframe</source>
        <translation>Mover una copia de un fotograma clave</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Ctrl + drag</source>
        <translation>Ctrl + arrastrar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Choose several keyframes, to be edited together</source>
        <translation>Elegir varios fotogramas clave, para editarlos juntos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Ctrl + click</source>
        <translation>Ctrl + clic</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Mouse</source>
        <translation>Ratón</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Zoom time at the pointer</source>
        <translation>Ampliar el tiempo en el puntero</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Wheel</source>
        <translation>Rueda</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Zoom frequency at the pointer</source>
        <translation>Ampliar la frecuencia en el puntero</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + rueda</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Pan along time</source>
        <translation>Desplazarse en el tiempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Shift + wheel</source>
        <translation>Mayús + rueda</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Pan</source>
        <comment>move the view</comment>
        <translation>Desplazar la vista</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Middle-drag</source>
        <translation>Arrastrar con el botón central</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Move the playhead</source>
        <translation>Mover el cursor de reproducción</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Click on a time axis</source>
        <translation>Clic en un eje de tiempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Draw a straight line</source>
        <translation>Dibujar una línea recta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Shift while painting</source>
        <translation>Mayús al pintar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Bring a fader back to the middle</source>
        <translation>Devolver un fader al centro</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Double-click on it</source>
        <translation>Doble clic en él</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Key</source>
        <comment>of the keyboard</comment>
        <translation>Tecla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Other key</source>
        <comment>of the keyboard</comment>
        <translation>Otra tecla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Remove this key from the command: key</source>
        <translation>Quitar esta tecla del comando: tecla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Remove this key from the command: other key</source>
        <translation>Quitar esta tecla del comando: otra tecla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>No key</source>
        <comment>of the keyboard</comment>
        <translation>Sin tecla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>No other key</source>
        <translation>Ninguna otra</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Choose a command, click into a field and press the new key. Changes apply at once.</source>
        <translation>Elija un comando, haga clic en un campo y pulse la nueva tecla. Los cambios se aplican al instante.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>The mouse actions and the keys of the seed timeline cannot be changed.</source>
        <translation>Las acciones del ratón y las teclas de la línea de tiempo de semillas no se pueden cambiar.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Press the new key of the command</source>
        <translation>Pulse la nueva tecla del comando</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Press a key</source>
        <translation>Pulsar una tecla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Search for a command or a key</source>
        <translation>Buscar un comando o una tecla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Show every command again</source>
        <translation>Mostrar de nuevo todos los comandos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Words of a command or its menu, or a key such as Ctrl+E</source>
        <translation>Palabras de un comando o de su menú, o una tecla como Ctrl+E</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Commands and their keys</source>
        <translation>Comandos y sus teclas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Choose a command to change its keys below</source>
        <translation>Elegir un comando para cambiar sus teclas abajo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>None</source>
        <comment>of the keyboard</comment>
        <translation>Ninguna</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Move the key here</source>
        <translation>Mover la tecla aquí</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Keep it there</source>
        <translation>Dejarla allí</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Reset the command to its default keys</source>
        <translation>Restablecer las teclas predeterminadas del comando</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Give the key to this command, and remove it from the other one</source>
        <translation>Dar la tecla a este comando y quitarla del otro</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Change nothing</source>
        <translation>No cambiar nada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Reset all commands to their default keys</source>
        <translation>Restablecer las teclas predeterminadas de todos los comandos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>no key</source>
        <translation>ninguna tecla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Changed; the default is {defaults}</source>
        <translation>Cambiada; la predeterminada es {defaults}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>changed</source>
        <translation>cambiada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>{key} is the key of {command}.</source>
        <translation>{key} es la tecla de {command}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>{key} is the key of {command}</source>
        <translation>{key} es la tecla de {command}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>Reset all commands to their default keys?</source>
        <translation>¿Restablecer las teclas predeterminadas de todos los comandos?</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/shortcuts_dialog.py"/>
        <source>All commands have their default keys.</source>
        <translation>Todos los comandos tienen sus teclas predeterminadas.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>What you draw or generate is heard at once</source>
        <translation>Lo que se dibuja o genera se oye al instante</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Write what you want to hear</source>
        <translation>Escribir lo que se quiere oír</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Type a prompt, such as “slow jazz piano”, and press {actionGenerate}. The riff is as long as the sketch, and at its tempo.</source>
        <translation>Escriba un prompt, como «slow jazz piano», y pulse {actionGenerate}. El riff dura lo mismo que el boceto y tiene su tempo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Play it</source>
        <translation>Reproducirlo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>{actionPlay}. {actionLoop} repeats the selection or the sketch, and you hear changes at once.</source>
        <translation>{actionPlay}. {actionLoop} repite la selección o el boceto, y los cambios se oyen al instante.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Draw on it</source>
        <translation>Dibujar sobre él</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>{toolBrush} paints sound: to the right is later, up is higher. {toolTone} paints a note at the pitch where you draw. Undo takes everything back.</source>
        <translation>{toolBrush} pinta sonido: hacia la derecha es más tarde, hacia arriba es más agudo. {toolTone} pinta una nota a la altura en que se dibuja. Deshacer lo revierte todo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Choose among takes</source>
        <translation>Elegir entre tomas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Generate again, and you have two takes: {actionTakeBefore} and {actionTakeAfter} go from one to the next, and {actionKeepTake} keeps one. Variations makes several at once, to choose from.</source>
        <translation>Al generar de nuevo hay dos tomas: {actionTakeBefore} y {actionTakeAfter} pasan de una a otra, y {actionKeepTake} conserva una. Variaciones hace varias a la vez, para elegir.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Continue and export</source>
        <translation>Continuar y exportar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>On the seed timeline, music walks from one prompt to the next: a double-click adds a keyframe. {actionExport} in the File menu writes the mix and each layer as a sound file.</source>
        <translation>En la línea de tiempo de semillas, la música va de un prompt al siguiente: un doble clic añade un fotograma clave. {actionExport} en el menú Archivo escribe la mezcla y cada capa como archivo de sonido.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Leave the tour; Help &gt; Tour begins it again (Esc)</source>
        <translation>Salir del recorrido; Ayuda &gt; Recorrido lo inicia de nuevo (Esc)</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>The bubble before this one</source>
        <translation>La burbuja anterior</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>The next bubble</source>
        <translation>La burbuja siguiente</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/help/tour.py"/>
        <source>Tour, {place}: {title}</source>
        <translation>Recorrido, {place}: {title}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/blend_pad.py"/>
        <source>Blend of prompts</source>
        <translation>Fusión de prompts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/blend_pad.py"/>
        <source>No prompts yet</source>
        <translation>Aún no hay prompts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/blend_pad.py"/>
        <source>{words}. The arrow keys move the puck</source>
        <translation>{words}. Las flechas mueven el disco</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/blend_pad.py"/>
        <source>{words}. Drag the puck, or move it by the arrow keys: the nearer a prompt is, the greater is its weight, from the next possible bar on. The notes are those of the nearest</source>
        <translation>{words}. Arrastrar el disco, o moverlo con las flechas: cuanto más cerca está un prompt, mayor es su peso, desde el próximo compás posible. Las notas son las del más cercano</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam.py"/>
        <source>Jamming</source>
        <translation>Tocando la jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam.py"/>
        <source>There is nothing to keep yet: wait for the end of a bar.</source>
        <translation>Aún no hay nada que conservar: espere al final de un compás.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/jam/jam.py"/>
        <source>The last {count} bars are a layer now.</source>
        <extracomment>For 1: The last bar is a layer now.</extracomment>
        <translation>
            <numerusform>El último compás es ahora una capa.</numerusform>
            <numerusform>Los últimos {count} compases son ahora una capa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/jam/jam.py"/>
        <source>The last {count} bars are {layers} layers, one for each part, now.</source>
        <extracomment>For 1: The last bar is {layers} layers, one for each part, now.</extracomment>
        <translation>
            <numerusform>El último compás es ahora {layers} capas, una para cada parte.</numerusform>
            <numerusform>Los últimos {count} compases son ahora {layers} capas, una para cada parte.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam.py"/>
        <source>Wrote {name}.</source>
        <translation>Escrito: {name}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_line.py"/>
        <source>Riffs are made after the jam.</source>
        <translation>Los riffs se hacen después de la jam.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_paint.py"/>
        <source>Painted in the jam</source>
        <translation>Pintado en la jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The change is heard</source>
        <translation>Se oye el cambio</translation>
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
        <translation>Detener</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Prompt of the jam</source>
        <translation>Prompt de la jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>As the sketch&apos;s prompt</source>
        <translation>Como el prompt del boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The prompt of the jam; Return applies it at the next possible bar</source>
        <translation>El prompt de la jam; Intro lo aplica en el próximo compás posible</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Density of the notes</source>
        <translation>Densidad de las notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>as the prompt says</source>
        <translation>como diga el prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Variation</source>
        <translation>Variación</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Strength of the variation of a part</source>
        <translation>Intensidad de la variación de una parte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Length of the evolving loop in bars; for the next jam</source>
        <translation>Duración en compases del bucle que evoluciona; para la próxima jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>{bars} bars</source>
        <translation>{bars} compases</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Walk</source>
        <translation>Transición</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Transition to another prompt or scene: at once, or over some bars</source>
        <translation>Transición a otro prompt u otra escena: al instante, o a lo largo de unos compases</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>at once</source>
        <translation>al instante</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>over {bars} bars</source>
        <translation>en {bars} compases</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Plan of scenes</source>
        <translation>Plan de escenas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scenes and their bars, played in turn with a fill before each change; A is scene 1</source>
        <translation>Escenas y sus compases, tocadas por turno con un redoble antes de cada cambio; A es la escena 1</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Add the prompt</source>
        <translation>Añadir el prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Put the prompt above on the pad; up to six are blended</source>
        <translation>Poner en el pad el prompt de arriba; se fusionan hasta seis</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Remove the prompt that is nearest to the puck from the pad</source>
        <translation>Quitar del pad el prompt más cercano al disco</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Fill</source>
        <translation>Redoble</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Again</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Something else</source>
        <translation>Otra cosa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Store</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The next scene that is clicked is stored</source>
        <translation>La próxima escena en que se haga clic se guarda</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Paint into the loop</source>
        <translation>Pintar en el bucle</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Keep the last 8 bars</source>
        <translation>Conservar los últimos 8 compases</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Record the jam from now on to a WAV or FLAC file</source>
        <translation>Grabar la jam desde ahora en un archivo WAV o FLAC</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Keep more of the jam</source>
        <translation>Conservar más de la jam</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Keep the last minute, or everything</source>
        <translation>Conservar el último minuto, o todo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The last minute</source>
        <translation>El último minuto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>All, at most ten minutes</source>
        <translation>Todo, diez minutos como máximo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Blend</source>
        <translation>Fusión</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scenes</source>
        <translation>Escenas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Loading the model…</source>
        <translation>Cargando el modelo…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>A fill comes</source>
        <translation>Viene un redoble</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The same bars come once more</source>
        <translation>Los mismos compases vienen otra vez</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Something else comes</source>
        <translation>Viene otra cosa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Bar {bar}: {what}.</source>
        <translation>Compás {bar}: {what}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The prompt is heard</source>
        <translation>Se oye el prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Type a prompt above to put it on the pad.</source>
        <translation>Escriba arriba un prompt para ponerlo en el pad.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>{prompt} is on the pad already, or there are {count} prompts on it.</source>
        <translation>{prompt} ya está en el pad, o ya hay {count} prompts en él.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The blend is heard</source>
        <translation>Se oye la fusión</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The plan is played</source>
        <translation>Se toca el plan</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The plan ends</source>
        <translation>Termina el plan</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scene {number} is stored</source>
        <translation>Se guarda la escena {number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scene {number} is heard</source>
        <translation>Se oye la escena {number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scene {number} is empty: tick Store, and click it to store the present settings.</source>
        <translation>La escena {number} está vacía: marque Guardar y haga clic en ella para guardar los ajustes actuales.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Record to file</source>
        <translation>Grabar en archivo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Play scene {number}</source>
        <translation>Tocar la escena {number}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Scene {number} is empty: store the present settings</source>
        <translation>La escena {number} está vacía: guardar los ajustes actuales</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Stop recording</source>
        <translation>Detener la grabación</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Record to file…</source>
        <translation>Grabar en archivo…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Music without end, in the sketch&apos;s tempo, key and chords.</source>
        <translation>Música sin fin, con el tempo, la tonalidad y los acordes del boceto.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>The last change is heard from bar {number} on.</source>
        <translation>El último cambio se oye a partir del compás {number}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Strokes are heard in the next round of the loop. They are on the layer {name}.</source>
        <translation>Los trazos se oyen en la próxima vuelta del bucle. Están en la capa {name}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_panel.py"/>
        <source>Strokes on this layer are not heard in the jam; those on {name} are.</source>
        <translation>Los trazos en esta capa no se oyen en la jam; los de {name}, sí.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>Next free bar</source>
        <translation>Próximo compás libre</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>The first bar in which a change would be heard</source>
        <translation>El primer compás en que se oiría un cambio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>Bars ahead</source>
        <translation>Compases de adelanto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>Finished bars ahead of playback: at least {count} if the computer is fast enough. Prepared bars are repetitions and take no time, unless something is changed</source>
        <translation>Compases terminados por delante de la reproducción: al menos {count} si el ordenador es lo bastante rápido. Los compases preparados son repeticiones y no requieren tiempo, salvo que se cambie algo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>Next free bar: {bar}</source>
        <translation>Próximo compás libre: {bar}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>Next free bar: –</source>
        <translation>Próximo compás libre: –</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>{ahead:.1f} bars ahead</source>
        <translation>{ahead:.1f} compases de adelanto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>{count} prepared</source>
        <translation>preparados: {count}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/jam_reserve.py"/>
        <source>the last bars repeat</source>
        <translation>los últimos compases se repiten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/kept_bars.py"/>
        <source>Painted · {bars}</source>
        <translation>Pintado · {bars}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/jam/kept_bars.py"/>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>{count} bars</source>
        <extracomment>For 1: {count} bar</extracomment>
        <translation>
            <numerusform>{count} compás</numerusform>
            <numerusform>{count} compases</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>evolves</source>
        <translation>evoluciona</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>kept</source>
        <translation>igual</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>varied</source>
        <translation>varía</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>new</source>
        <translation>nueva</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>{part} on or off, from the next possible bar. Parts that the prompt does not name are composed</source>
        <translation>{part}: activar o desactivar, desde el próximo compás posible. Las partes que el prompt no nombra se componen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>{part} in each round</source>
        <translation>{part} en cada vuelta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Change of the {part} in each round</source>
        <translation>Cambio en cada vuelta: {part}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Mute the {part}</source>
        <translation>Silenciar: {part}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Solo the {part}</source>
        <translation>Solo: {part}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Level of the {part}</source>
        <translation>Nivel: {part}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>from the next possible bar, as the computer makes the parts together</source>
        <translation>desde el próximo compás posible, ya que el ordenador hace las partes juntas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Mute the {part}; {when}</source>
        <translation>Silenciar: {part}; {when}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Solo: play only the {part}; {when}</source>
        <translation>Solo: reproducir únicamente {part}; {when}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/jam/part_row.py"/>
        <source>Level of the {part} in dB; {when}</source>
        <translation>Nivel en dB: {part}; {when}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>Comparison</source>
        <translation>Comparación</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>A to D, Left and Right choose a riff; 0 to 5 rate it, Return adds it, Esc ends</source>
        <translation>De A a D, Izquierda y Derecha eligen un riff; de 0 a 5 lo valoran, Intro lo añade, Esc termina</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>End the comparison</source>
        <translation>Terminar la comparación</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>Hear the sketch again (Esc)</source>
        <translation>Oír el boceto de nuevo (Esc)</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>Hear riff {letter} of the comparison from the same beat on ({letter})</source>
        <translation>Oír el riff {letter} de la comparación desde el mismo tiempo ({letter})</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>Riff {letter} of the comparison</source>
        <translation>Riff {letter} de la comparación</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/comparison_strip.py"/>
        <source>Hear {name} from the same beat on ({letter})</source>
        <translation>Oír {name} desde el mismo tiempo ({letter})</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entries/entry_delegate.py"/>
        <source>The file is missing</source>
        <translation>Falta el archivo</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/entries/entry_model.py"/>
        <source>{count} stars</source>
        <extracomment>For 1: {count} star</extracomment>
        <translation>
            <numerusform>{count} estrella</numerusform>
            <numerusform>{count} estrellas</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entries/entry_view.py"/>
        <source>Grid</source>
        <comment>pictures side by side</comment>
        <translation>Mosaico</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entries/entry_view.py"/>
        <source>Up and Down hear a riff, Return adds it as a layer, 0 to 5 give it stars, F2 renames it, Delete removes it</source>
        <translation>Arriba y Abajo reproducen un riff, Intro lo añade como capa, de 0 a 5 le dan estrellas, F2 le cambia el nombre, Supr lo elimina</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entries/entry_view.py"/>
        <source>Riffs of the library</source>
        <translation>Riffs de la biblioteca</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entry_audition.py"/>
        <source>Stop the jam to play riffs of the library.</source>
        <translation>Detenga la jam para reproducir riffs de la biblioteca.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entry_audition.py"/>
        <source>The first {minutes:.0f} minutes of {name} are played.</source>
        <translation>Se reproducen los primeros {minutes:.0f} minutos de {name}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entry_audition.py"/>
        <source>Playing the notes of {name}</source>
        <translation>Tocando las notas de {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entry_audition.py"/>
        <source>Bringing {name} to {tempo:g} bpm</source>
        <translation>Llevando {name} a {tempo:g} bpm</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/entry_menu.py"/>
        <source>&amp;Stars</source>
        <translation>&amp;Estrellas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>Folders with your own sounds and MIDI files; nothing is copied. A folder can be dropped here as well</source>
        <translation>Carpetas con sonidos y archivos MIDI propios; no se copia nada. También se puede soltar aquí una carpeta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>Folders of your own</source>
        <translation>Carpetas propias</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>Progress of reading folders</source>
        <translation>Progreso de la lectura de carpetas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>Stop reading folders</source>
        <translation>Detener la lectura de carpetas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>Stop reading; listed files stay, and the rest follows at the next start</source>
        <translation>Detener la lectura; los archivos listados se quedan, y el resto sigue en el próximo inicio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>&amp;Add a folder…</source>
        <translation>&amp;Añadir una carpeta…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>&amp;Read all again</source>
        <translation>Volver a &amp;leer todo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>&amp;Show its files</source>
        <translation>&amp;Mostrar sus archivos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/folder_bar.py"/>
        <source>&amp;Remove from the library</source>
        <translation>&amp;Quitar de la biblioteca</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <source>Add a folder to the library</source>
        <translation>Añadir una carpeta a la biblioteca</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <source>Removed {name} from the library. Its files were not touched.</source>
        <translation>Carpeta quitada de la biblioteca: {name}. Sus archivos no se han tocado.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <location filename="../../riffdesk/ui/library/library_edits.py"/>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <source>Measuring sounds</source>
        <translation>Midiendo los sonidos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <source>Reading folders</source>
        <translation>Leyendo las carpetas</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <source>{names} were not found; their files are shown as missing until they are back.</source>
        <extracomment>For 1: {names} was not found; its files are shown as missing until it is back.</extracomment>
        <translation>
            <numerusform>No se encontró {names}; sus archivos se muestran como ausentes hasta que vuelva.</numerusform>
            <numerusform>No se encontraron {names}; sus archivos se muestran como ausentes hasta que vuelvan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/folders/own_folders.py"/>
        <source>{count:,} files cannot be read as sounds, and are left out.</source>
        <extracomment>For 1: {count:,} file cannot be read as a sound, and is left out.</extracomment>
        <translation>
            <numerusform>{count:,} archivo no se puede leer como sonido y se omite.</numerusform>
            <numerusform>{count:,} archivos no se pueden leer como sonido y se omiten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/library_edits.py"/>
        <source>Deleted {count} riffs from the library.</source>
        <extracomment>For 1: Deleted {name} from the library.</extracomment>
        <translation>
            <numerusform>Eliminado de la biblioteca: {name}.</numerusform>
            <numerusform>{count} riffs eliminados de la biblioteca.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Words of name, prompt, tags and model, and fields: key:Am bpm:80-100 stars:3 model:starter tag:night kind:take seconds:4-10 seed:42 folder:drums</source>
        <translation>Palabras del nombre, el prompt, las etiquetas y el modelo, y campos: key:Am bpm:80-100 stars:3 model:starter tag:night kind:take seconds:4-10 seed:42 folder:drums</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Play a riff together with the sketch, in its tempo and on its beat; or alone</source>
        <translation>Reproducir un riff junto con el boceto, con su tempo y sobre sus pulsos; o solo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Generate variations near it: from its sound and its notes, with the next seeds, from closer to freer</source>
        <translation>Generar variaciones cercanas: a partir de su sonido y sus notas, con las semillas siguientes, de más fieles a más libres</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Pictures, names and stars side by side, or one riff in each row</source>
        <translation>Imágenes, nombres y estrellas lado a lado, o un riff en cada fila</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Hear two to four selected riffs by turns, in step and equally loud; Ctrl and a click select another one</source>
        <translation>Oír por turnos de dos a cuatro riffs seleccionados, sincronizados y con la misma sonoridad; Ctrl y un clic selecciona otro</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Hear a riff when the pointer rests on it; Up, Down and a click always do</source>
        <translation>Oír un riff cuando el puntero se detiene sobre él; Arriba, Abajo y un clic siempre lo hacen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Search: piano key:Am bpm:80-100 stars:3</source>
        <translation>Buscar: piano key:Am bpm:80-100 stars:3</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Search the library</source>
        <translation>Buscar en la biblioteca</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Tags, with commas between them</source>
        <translation>Etiquetas, separadas por comas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Tags of the riff</source>
        <translation>Etiquetas del riff</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Tags of the selected riff; tag:night finds them</source>
        <translation>Etiquetas del riff seleccionado; tag:night las encuentra</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>With the sketch</source>
        <translation>Con el boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>On hover</source>
        <translation>Al señalar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Add as layer</source>
        <translation>Añadir como capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Add the riff as a layer at the bar of the playhead (Return)</source>
        <translation>Añadir el riff como capa en el compás del cursor de reproducción (Intro)</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Use recipe</source>
        <translation>Usar receta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Copy the settings of the riff to the prompt panel</source>
        <translation>Copiar los ajustes del riff al panel del prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>More like this</source>
        <translation>Más como este</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Compare riffs</source>
        <translation>Comparar riffs</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>All riffs</source>
        <translation>Todos los riffs</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Show all riffs</source>
        <translation>Mostrar todos los riffs</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Show all of the library again</source>
        <translation>Mostrar de nuevo toda la biblioteca</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Back to the sketch</source>
        <translation>Volver al boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>End the riff, and hear the sketch again (Esc)</source>
        <translation>Terminar el riff y oír el boceto de nuevo (Esc)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>{count:,} riffs</source>
        <extracomment>For 1: {count:,} riff</extracomment>
        <translation>
            <numerusform>{count:,} riff</numerusform>
            <numerusform>{count:,} riffs</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Riffs appear here as soon as they are made.</source>
        <translation>Los riffs aparecen aquí en cuanto se hacen.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Nothing matches.</source>
        <translation>No hay coincidencias.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>{riffs}, the most similar first.</source>
        <translation>{riffs}, los más similares primero.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>&amp;Add as layer</source>
        <translation>&amp;Añadir como capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>&amp;Use its recipe</source>
        <translation>&amp;Usar su receta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>&amp;Generate more like this</source>
        <translation>&amp;Generar más como este</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>&amp;Find similar</source>
        <translation>&amp;Buscar similares</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>C&amp;ompare</source>
        <translation>C&amp;omparar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>Re&amp;name</source>
        <translation>Cambiar &amp;nombre</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_panel.py"/>
        <source>&amp;Copy as file</source>
        <translation>&amp;Copiar como archivo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_room.py"/>
        <source>Disk space that the library may take. If a new riff needs more, the trash is emptied, and then the oldest riffs without stars are removed; riffs with stars never are</source>
        <translation>Espacio de disco que puede ocupar la biblioteca. Si un riff nuevo necesita más, se vacía la papelera y después se quitan los riffs más antiguos sin estrellas; los que tienen estrellas, nunca</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_room.py"/>
        <source>Disk space that the library may take</source>
        <translation>Espacio de disco que puede ocupar la biblioteca</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_room.py"/>
        <source>{size} used: the next riff removes old ones</source>
        <translation>{size} en uso: el próximo riff quita los antiguos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/library_room.py"/>
        <source>{size} used of</source>
        <translation>{size} en uso de</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/prompt_history.py"/>
        <source>Search your earlier prompts</source>
        <translation>Buscar en los prompts anteriores</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/prompt_history.py"/>
        <source>Search earlier prompts</source>
        <translation>Buscar prompts anteriores</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/prompt_history.py"/>
        <source>Earlier prompts, the latest first</source>
        <translation>Prompts anteriores, el más reciente primero</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/riff_keeper.py"/>
        <source>Keeping {name} in the library</source>
        <translation>Conservando {name} en la biblioteca</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/riff_library.py"/>
        <location filename="../../riffdesk/ui/riff/layer_parts.py"/>
        <source>Adding {name}</source>
        <translation>Añadiendo {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/riff_library.py"/>
        <source>{name} would end after 10 minutes, the longest a sketch can be. Add it earlier.</source>
        <translation>{name} terminaría después de 10 minutos, lo máximo que puede durar un boceto. Añádalo más cerca del principio.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/riff_library.py"/>
        <source>Add from library</source>
        <translation>Añadir de la biblioteca</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/riff_library.py"/>
        <source>{name} has no recipe that this riffdesk can read.</source>
        <translation>{name} no tiene ninguna receta que este riffdesk pueda leer.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <source>Newest</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <source>Oldest</source>
        <translation>Antiguos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <source>Most stars</source>
        <translation>Estrellas</translation>
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
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/sort_field.py"/>
        <source>Order of the list</source>
        <translation>Orden de la lista</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/variation_batch.py"/>
        <source>{made} of {total} variations of {riff} are ready.</source>
        <translation>Variaciones listas de {riff}: {made} de {total}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/variation_batch.py"/>
        <source>{made} of {total} variations are ready.</source>
        <translation>Variaciones listas: {made} de {total}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/variation_batch.py"/>
        <source>{count} variations of {riff}.</source>
        <extracomment>For 1: {count} variation of {riff}.</extracomment>
        <translation>
            <numerusform>{count} variación de {riff}.</numerusform>
            <numerusform>{count} variaciones de {riff}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/library/variation_batch.py"/>
        <source>{count} variations.</source>
        <extracomment>For 1: {count} variation.</extracomment>
        <translation>
            <numerusform>{count} variación.</numerusform>
            <numerusform>{count} variaciones.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/variation_batch.py"/>
        <source>The library cannot store the variations. They can be added as layers.</source>
        <translation>La biblioteca no puede guardar las variaciones. Se pueden añadir como capas.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/library/variation_batch.py"/>
        <source>Add as layers</source>
        <translation>Añadir como capas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Close message</source>
        <translation>Cerrar el mensaje</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Something went wrong in riffdesk</source>
        <translation>Algo falló en riffdesk</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>This is a bug, not something you did. Your sketch is still here: save it, to be safe.</source>
        <translation>Es un error del programa, no algo que haya hecho usted. El boceto sigue aquí: guárdelo, por seguridad.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Details of the bug</source>
        <translation>Detalles del error</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/notices.py"/>
        <source>The details are copied.</source>
        <translation>Los detalles se han copiado.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/device_list.py"/>
        <source>{chosen} (not there)</source>
        <translation>{chosen} (ausente)</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/metronome.py"/>
        <source>Tapped tempo</source>
        <translation>Tempo marcado</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/metronome.py"/>
        <source>Tap</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/metronome.py"/>
        <source>Tap tempo</source>
        <translation>Marcar el tempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/metronome.py"/>
        <source>Metronome</source>
        <translation>Metrónomo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/metronome.py"/>
        <source>Click level</source>
        <translation>Nivel del clic</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/metronome.py"/>
        <source>Level of metronome and count-in; they are never exported</source>
        <translation>Nivel del metrónomo y de la cuenta previa; nunca se exportan</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/output_bar.py"/>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/selection_playing.py"/>
        <source>The jam plays. Stop it to hear the selection alone.</source>
        <translation>La jam está sonando. Deténgala para oír solo la selección.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/selection_playing.py"/>
        <source>The layer has no sound there yet: draw something, or wait until it is made.</source>
        <translation>La capa aún no tiene sonido ahí: dibuje algo, o espere a que se haga.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/selection_playing.py"/>
        <source>Filtering the selection</source>
        <translation>Filtrando la selección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <source>Drag {what} out as a file</source>
        <translation>Arrastrar como archivo: {what}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <source>Drag {what} into a file manager or a DAW: a WAV file, 24 bit. Return copies the file, to paste it there</source>
        <translation>Arrastrar a un gestor de archivos o un DAW: {what}, como archivo WAV de 24 bits. Intro copia el archivo, para pegarlo allí</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <source>The sound was not finished yet when you let go. Drag it again in a moment.</source>
        <translation>El sonido aún no estaba terminado al soltar. Arrástrelo de nuevo en un momento.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <source>Copied {name}, to be pasted into a file manager or a DAW.</source>
        <translation>Copiado: {name}, para pegarlo en un gestor de archivos o un DAW.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>the mix</source>
        <translation>la mezcla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <source>Writing the file of {what}</source>
        <translation>Escribiendo el archivo: {what}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_drag.py"/>
        <source>Making the sound of {what} in {quality} quality</source>
        <translation>Creando el sonido: {what} (calidad: {quality})</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/sound_updates.py"/>
        <source>Making the sound of {name}</source>
        <translation>Creando el sonido de {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>The mix is louder than full scale: lower a layer&apos;s gain or the master volume. Playback holds its peaks down; exports are turned down.</source>
        <translation>La mezcla supera el fondo de escala: baje la ganancia de una capa o el volumen general. La reproducción contiene los picos; las exportaciones se bajan.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Where you hear it: headphones, loudspeakers, an interface</source>
        <translation>Dónde se oye: auriculares, altavoces, una interfaz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Tempo in beats per minute; new riffs are made at this tempo</source>
        <translation>Tempo en pulsos por minuto; los riffs nuevos se hacen con este tempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Beats per bar: the meter of the bars and of the metronome</source>
        <translation>Tiempos por compás: la métrica de los compases y del metrónomo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Level of the mix in dBFS. A red light on the right shows that it was louder than full scale.</source>
        <translation>Nivel de la mezcla en dBFS. Una luz roja a la derecha indica que superó el fondo de escala.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Level meter</source>
        <translation>Medidor de nivel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Click to clear the light.</source>
        <translation>Haga clic para apagar la luz.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>clipped</source>
        <translation>saturado</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Transport</source>
        <translation>Transporte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Bar and beat</source>
        <translation>Compás y tiempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Key of the sketch: new riffs are made in this key</source>
        <translation>Tonalidad del boceto: los riffs nuevos se hacen en esta tonalidad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>No key</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Beats per bar</source>
        <translation>Tiempos por compás</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Length of the sketch in seconds</source>
        <translation>Duración del boceto en segundos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Volume of what you hear, in dB; exports do not change with it</source>
        <translation>Volumen de lo que se oye, en dB; no afecta a las exportaciones</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Output device</source>
        <translation>Dispositivo de salida</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Time {clock}</source>
        <translation>Posición {clock}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Bar {bar}, beat {beat}</source>
        <translation>Compás {bar}, tiempo {beat}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>No sound device</source>
        <translation>Sin audio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>System default</source>
        <translation>Predeterminado del sistema</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/playing/transport.py"/>
        <source>Output device: {device}</source>
        <translation>Dispositivo de salida: {device}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Left, or input 1</source>
        <translation>Izquierda, o entrada 1</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Right, or input 2</source>
        <translation>Derecha, o entrada 2</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Mean of left and right</source>
        <translation>Promedio de izquierda y derecha</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Stereo</source>
        <translation>Estéreo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>What is recorded from: a microphone, an instrument at an interface</source>
        <translation>De dónde se graba: un micrófono, un instrumento en una interfaz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>What is recorded of an input with two channels; only stereo makes a stereo layer</source>
        <translation>Qué se graba de una entrada con dos canales; solo el estéreo hace una capa estéreo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>How much later recordings arrive than the sound system tells. Recordings are moved earlier by it; Measure finds it</source>
        <translation>Cuánto más tarde llegan las grabaciones de lo que indica el sistema de sonido. Las grabaciones se adelantan ese tiempo; Medir lo determina</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Plays eight clicks and looks for them in the input: with a cable from an output to the input, or with the microphone close to the loudspeaker</source>
        <translation>Reproduce ocho clics y los busca en la entrada: con un cable de una salida a la entrada, o con el micrófono cerca del altavoz</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Clicks are played …</source>
        <translation>Se reproducen clics …</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Recording input</source>
        <translation>Entrada de grabación</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Correction</source>
        <translation>Corrección</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>Measure</source>
        <translation>Medir</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_dialog.py"/>
        <source>About the input</source>
        <translation>Acerca de la entrada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_meter.py"/>
        <source>Level of the input in dBFS. A red light on the right says that it was too loud for the input.</source>
        <translation>Nivel de la entrada en dBFS. Una luz roja a la derecha indica que sonó demasiado fuerte para la entrada.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_meter.py"/>
        <source>The input has reached full scale, where it is distorted: turn it down at the microphone or the sound card.</source>
        <translation>La entrada ha alcanzado el fondo de escala, donde se distorsiona: bájela en el micrófono o en la tarjeta de sonido.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_meter.py"/>
        <source>Input level</source>
        <translation>Nivel de entrada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/input_meter.py"/>
        <source>Recording {minutes}:{seconds:02d}</source>
        <translation>Grabando {minutes}:{seconds:02d}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/latency_measurement.py"/>
        <source>No click was heard. Connect an output to the input with a cable, or turn up the loudspeaker and hold the microphone close to it, and measure again.</source>
        <translation>No se oyó ningún clic. Conecte una salida a la entrada con un cable, o suba el altavoz y acérquele el micrófono, y mida de nuevo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/latency_measurement.py"/>
        <source>Something is being recorded. Measure after that.</source>
        <translation>Se está grabando algo. Mida después.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/latency_measurement.py"/>
        <source>Stop the jam before you measure.</source>
        <translation>Detenga la jam antes de medir.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/latency_measurement.py"/>
        <source>{found} of {count} clicks were heard, and only {agreeing} of them at the same distance, so the correction stays as it is. Measure again louder, or where it is quieter.</source>
        <translation>Se oyeron {found} de {count} clics, y solo {agreeing} de ellos a la misma distancia, así que la corrección queda como está. Mida de nuevo con más volumen, o donde haya menos ruido.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/latency_measurement.py"/>
        <source>The clicks came {ms:.1f} ms later than the sound system tells: {agreeing} of {count} agree, within {spread:.1f} ms. The correction was set to that.</source>
        <translation>Los clics llegaron {ms:.1f} ms más tarde de lo que indica el sistema de sonido: {agreeing} de {count} coinciden, con un margen de {spread:.1f} ms. La corrección se ajustó a ese valor.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/latency_measurement.py"/>
        <source>The clicks came {ms:.1f} ms earlier than the sound system tells: {agreeing} of {count} agree, within {spread:.1f} ms. The correction was set to that.</source>
        <translation>Los clics llegaron {ms:.1f} ms antes de lo que indica el sistema de sonido: {agreeing} de {count} coinciden, con un margen de {spread:.1f} ms. La corrección se ajustó a ese valor.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>The recording is silent. Choose another input or channel in Play &gt; Recording input, or allow riffdesk to use the microphone in the settings of the system.</source>
        <translation>La grabación está en silencio. Elija otra entrada u otro canal en Reproducir &gt; Entrada de grabación, o permita que riffdesk use el micrófono en los ajustes del sistema.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Nothing was recorded, as the sketch had not begun to play.</source>
        <translation>No se grabó nada, porque el boceto no había empezado a sonar.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>The sound had gaps while it was recorded, after which you heard it later than the recording tells. Listen whether it is in time, or record it again.</source>
        <translation>El sonido tuvo cortes durante la grabación, y después se oyó más tarde de lo que indica la grabación. Escuche si está a tempo, o grábela de nuevo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Another sketch was opened while it was recorded. The recording is kept.</source>
        <translation>Se abrió otro boceto mientras se grababa. La grabación se conserva.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>“{stem}” was still being recorded when riffdesk ended.</source>
        <translation>«{stem}» aún se estaba grabando cuando riffdesk se cerró.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>The latency is being measured. Record after that.</source>
        <translation>Se está midiendo la latencia. Grabe después.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Stop the jam before you record.</source>
        <translation>Detenga la jam antes de grabar.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>A sketch has at most {count} layers. Remove one before you record.</source>
        <translation>Un boceto tiene como máximo {count} capas. Elimine una antes de grabar.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>What was recorded until then is kept.</source>
        <translation>Lo que se grabó hasta entonces se conserva.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>The input came too fast in {count} places of the recording, which are silent.</source>
        <extracomment>For 1: The input came too fast in one place of the recording, which is silent.</extracomment>
        <translation>
            <numerusform>La entrada llegó demasiado rápido en un lugar de la grabación, que queda en silencio.</numerusform>
            <numerusform>La entrada llegó demasiado rápido en {count} lugares de la grabación, que quedan en silencio.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Adding the recording</source>
        <translation>Añadiendo la grabación</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>Record</source>
        <translation>Grabar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recording/layer_recording.py"/>
        <source>{count} rounds were recorded as takes of {name}. Riff &gt; Take before and Take after go to the others.</source>
        <translation>Se grabaron {count} vueltas como tomas de {name}. Riff &gt; Toma anterior y Toma siguiente llevan a las demás.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>Tidying up</source>
        <translation>Limpiando</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>The engine stopped in the middle of its work.</source>
        <translation>El motor se detuvo en medio de su trabajo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>“{riff}” was not finished: {done} are ready.</source>
        <translation>«{riff}» no se terminó; listo: {done}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>It is too long for the window; the same command on the command line continues it.</source>
        <translation>Es demasiado largo para la ventana; el mismo comando en la línea de comandos lo continúa.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>It has other spectrogram settings than this sketch, so it continues in a new one.</source>
        <translation>Tiene otros ajustes de espectrograma que este boceto, así que continúa en uno nuevo.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>There are {count} others.</source>
        <comment>riff</comment>
        <extracomment>For 1: There is another one.</extracomment>
        <translation>
            <numerusform>Hay otro más.</numerusform>
            <numerusform>Hay otros {count}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>Continuing {riff}</source>
        <translation>Continuando {riff}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>{done:.0f} of {total:.0f} s</source>
        <translation>{done:.0f} de {total:.0f} s</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/riff_recovery.py"/>
        <source>{done} of {total} minutes</source>
        <translation>{done} de {total} minutos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Recovery</source>
        <translation>Recuperación</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Picture of the sketch</source>
        <translation>Imagen del boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Open the last stored state of the sketch</source>
        <translation>Abrir el último estado guardado del boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Ask again at the next start</source>
        <translation>Preguntar de nuevo en el próximo inicio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Remove it permanently</source>
        <translation>Quitarlo permanentemente</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>An unsaved sketch could not be recovered, because its files are damaged: {folders}.</source>
        <translation>No se pudo recuperar un boceto sin guardar, porque sus archivos están dañados: {folders}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>“{name}”, {length}, was not saved when riffdesk ended at {when}.</source>
        <translation>«{name}», {length}, no estaba guardado cuando riffdesk se cerró: {when}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>There are {count} others.</source>
        <comment>sketch</comment>
        <extracomment>For 1: There is another one.</extracomment>
        <translation>
            <numerusform>Hay otro más.</numerusform>
            <numerusform>Hay otros {count}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>Continuing a riff</source>
        <translation>Continuando un riff</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>The riff that was being made cannot be continued; its finished part stays.</source>
        <translation>El riff que se estaba haciendo no se puede continuar; su parte terminada se queda.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>{minutes}:{seconds:02} minutes</source>
        <translation>{minutes}:{seconds:02} minutos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/recovery/sketch_recovery.py"/>
        <source>{time} on {date}</source>
        <translation>{date}, {time}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>A counter-melody needs a melody with known notes, and there is none: add a melody first.</source>
        <translation>Una contramelodía necesita una melodía con notas conocidas, y no hay ninguna: añada antes una melodía.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Add a part</source>
        <translation>Añadir una parte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>The part to compose to the present music</source>
        <translation>La parte que se compone para la música actual</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Instrument</source>
        <translation>Instrumento</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Instrument of the part; any is one that does not play yet</source>
        <translation>Instrumento de la parte; «Cualquiera» es uno que aún no toca</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Tempo of the music, estimated; correct it if it is wrong</source>
        <translation>Tempo de la música, estimado; corríjalo si no es correcto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Key of the music, estimated; correct it if it is wrong</source>
        <translation>Tonalidad de la música, estimada; corríjala si no es correcta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/chords_field.py"/>
        <source>Chords</source>
        <translation>Acordes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Chords bar by bar, from the first bar line on; they are repeated</source>
        <translation>Acordes compás por compás, desde la primera línea de compás; se repiten</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>About the part</source>
        <translation>Acerca de la parte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Any</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/add_part_dialog.py"/>
        <source>Write the chords, such as Cm | Ab | Eb | Bb.</source>
        <translation>Escriba los acordes, como Cm | Ab | Eb | Bb.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing.py"/>
        <source>{text} Riff &gt; Compute on… chooses another.</source>
        <translation>{text} Riff &gt; Calcular en… permite elegir otro.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>The fastest available one</source>
        <translation>El más rápido disponible</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Device for riffs, from the next one on; Riff &gt; Models… has the models</source>
        <translation>Dispositivo para los riffs, desde el próximo; Riff &gt; Modelos… contiene los modelos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>The first riff of each model takes minutes longer on a graphics card, and all later ones are faster until riffdesk is closed; it changes nothing on the processor</source>
        <translation>El primer riff de cada modelo tarda minutos más en una tarjeta gráfica, y todos los siguientes van más rápido hasta cerrar riffdesk; en el procesador no cambia nada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Looking for graphics cards …</source>
        <translation>Buscando tarjetas gráficas …</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Graphics cards are searched for when the present riff is finished.</source>
        <translation>Las tarjetas gráficas se buscan cuando termine el riff actual.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Compute on</source>
        <translation>Calcular en</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>About the device</source>
        <translation>Acerca del dispositivo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Compile models</source>
        <translation>Compilar modelos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>Looking for graphics cards</source>
        <translation>Buscando tarjetas gráficas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>It is missing; meanwhile riffs are made on the fastest available device.</source>
        <translation>Falta; mientras tanto, los riffs se hacen en el dispositivo más rápido disponible.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>it too</source>
        <translation>el mismo dispositivo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>the processor</source>
        <translation>el procesador</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>{model}, {memory:g} GB. Networks in {precision}, sound on {sound}.</source>
        <translation>{model}, {memory:g} GB. Redes en {precision}, sonido en {sound}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>The search for graphics cards failed.</source>
        <translation>La búsqueda de tarjetas gráficas falló.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/computing_dialog.py"/>
        <source>{name}: missing</source>
        <translation>{name}: falta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>the graphics card ({device})</source>
        <translation>la tarjeta gráfica ({device})</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>{count} riffs take about {duration} with {model} on {place}.</source>
        <extracomment>For 1: This riff takes about {duration} with {model} on {place}.</extracomment>
        <translation>
            <numerusform>Este riff tarda aproximadamente {duration} con {model} en {place}.</numerusform>
            <numerusform>{count} riffs tardan aproximadamente {duration} con {model} en {place}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>{one}, or {other}</source>
        <translation>{one}, o bien {other}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>Faster: {advice}.</source>
        <translation>Más rápido: {advice}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>a single riff, about {duration}</source>
        <translation>un solo riff, aproximadamente {duration}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>{fewer} steps in place of {steps}, about {duration}</source>
        <translation>{fewer} pasos en lugar de {steps}, aproximadamente {duration}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>{seconds:.0f} s of sound, about {duration}</source>
        <translation>{seconds:.0f} s de sonido, aproximadamente {duration}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>the built-in model, {model}</source>
        <translation>el modelo incorporado, {model}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>a graphics card (Riff &gt; Compute on…)</source>
        <translation>una tarjeta gráfica (Riff &gt; Calcular en…)</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>another model</source>
        <translation>otro modelo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>a minute</source>
        <translation>un minuto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>{minutes:.0f} minutes</source>
        <translation>{minutes:.0f} minutos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/computing/forecast_text.py"/>
        <source>{minutes:.1f} hours</source>
        <translation>{minutes:.1f} horas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>This layer was not made from the timeline: render the timeline, then what changes on it</source>
        <translation>Esta capa no se hizo a partir de la línea de tiempo: renderice la línea de tiempo y, después, lo que cambie en ella</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>Another riff was made from the timeline since: use this layer&apos;s recipe to restore its own timeline</source>
        <translation>Desde entonces se hizo otro riff a partir de la línea de tiempo: use la receta de esta capa para restaurar su propia línea de tiempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>Only the seed has changed: Generate makes a new riff with it</source>
        <translation>Solo ha cambiado la semilla: Generar hace con ella un riff nuevo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>The timeline is the same as that of this layer</source>
        <translation>La línea de tiempo es igual que la de esta capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>Rendering what changed in {name}</source>
        <translation>Renderizando lo que cambió en {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>Render what changed</source>
        <translation>Renderizar lo que cambió</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>A seamless loop has no end to continue from. Switch Play &gt; Seamless loop off, then continue.</source>
        <translation>Un bucle sin cortes no tiene un final desde el que continuar. Desactive Reproducir &gt; Bucle sin cortes y continúe después.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>The notes of {name} have changed and are not played yet: Riff &gt; Play the notes again, then continue.</source>
        <translation>Las notas de {name} han cambiado y aún no se han tocado: use Riff &gt; Tocar las notas de nuevo y continúe después.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>The sketch would become longer than {minutes:.0f} minutes. Make it shorter first.</source>
        <translation>El boceto duraría más de {minutes:.0f} minutos. Acórtelo antes.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>The layer to continue was removed or has another length; nothing was added to it.</source>
        <translation>La capa que se iba a continuar se quitó o tiene otra duración; no se le añadió nada.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/continuation.py"/>
        <source>Continuing {name}</source>
        <translation>Continuando {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>This riff is being made already. Another seed makes another one.</source>
        <translation>Este riff ya se está haciendo. Con otra semilla se hace otro.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Loading {model}, so that the first riff starts sooner</source>
        <translation>Cargando {model}, para que el primer riff empiece antes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Generating {riff}</source>
        <translation>Generando {riff}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Parts are made of notes, and a rhythm has none: choose Start from: A composed guide, or switch Parts off.</source>
        <translation>Las partes se hacen de notas, y un ritmo no tiene ninguna: elija Partir de: Una guía compuesta, o desactive Partes.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Generating {riff} in parts</source>
        <translation>Generando {riff} por partes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>The former layers are muted now. C compares the two.</source>
        <translation>Las capas anteriores están ahora silenciadas. C compara las dos versiones.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>The kept take is muted now, and the new one plays. C compares the two.</source>
        <translation>La toma conservada está ahora silenciada y suena la nueva. C compara las dos.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>{name} is ready: PgDown and PgUp lead to it.</source>
        <translation>{name} ya está: AvPág y RePág llevan allí.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>There is nothing drawn yet to make real: draw something, or open a sound.</source>
        <translation>Aún no hay nada dibujado para hacerlo real: dibuje algo, o abra un sonido.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>all layers</source>
        <translation>todas las capas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>Reading the notes of {name}</source>
        <translation>Leyendo las notas de {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Making {source} real</source>
        <translation>Haciendo real: {source}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Select a part to repaint, or mark it with the mask brush (M).</source>
        <translation>Seleccione una parte para repintarla, o márquela con el pincel de máscara (M).</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Repainting {name}</source>
        <translation>Repintando {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>Repaint</source>
        <translation>Repintar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>The layer to repaint was removed or has another length; it was not changed.</source>
        <translation>La capa que se iba a repintar se quitó o tiene otra duración; no se cambió.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/generation.py"/>
        <source>There is nothing to compare: this layer was not made from another one.</source>
        <translation>No hay nada que comparar: esta capa no se hizo a partir de otra.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/incoming_riffs.py"/>
        <source>The sketch of the riff was closed; the riff was dropped.</source>
        <translation>El boceto del riff se cerró; el riff se descartó.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/incoming_riffs.py"/>
        <source>Cancelled. The finished {length} stay; undo removes them.</source>
        <translation>Cancelado. Lo terminado se queda ({length}); Deshacer lo quita.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/incoming_riffs.py"/>
        <source>Cancelled. {length} of it were finished.</source>
        <translation>Cancelado. Terminado hasta entonces: {length}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/incoming_riffs.py"/>
        <source>Keep them</source>
        <translation>Conservarlo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/layer_parts.py"/>
        <source>Analysing the sketch</source>
        <translation>Analizando el boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/layer_parts.py"/>
        <source>Split</source>
        <translation>Separar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/layer_parts.py"/>
        <source>Splitting {name}</source>
        <translation>Separando {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/layer_parts.py"/>
        <source>Add part</source>
        <translation>Añadir parte</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playback_region.py"/>
        <source>the last bars loop until more is ready</source>
        <translation>los últimos compases se repiten hasta que haya más</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playback_region.py"/>
        <source>{ahead:.0f} s ahead of the playhead</source>
        <translation>{ahead:.0f} s por delante del cursor de reproducción</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playback_region.py"/>
        <source>the playhead catches up in {seconds:.0f} s</source>
        <translation>el cursor de reproducción lo alcanza en {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>There is nothing drawn yet to read notes from: draw a line with the tone brush.</source>
        <translation>Aún no hay nada dibujado de lo que leer notas: dibuje una línea con el pincel de tonos.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>The layer has changed since; its notes were not replaced.</source>
        <translation>La capa ha cambiado desde entonces; sus notas no se reemplazaron.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>No notes were found: they are read from lines at a pitch, such as the tone brush draws.</source>
        <translation>No se encontraron notas: se leen de líneas con altura definida, como las que dibuja el pincel de tonos.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>Notes from the drawing</source>
        <translation>Notas del dibujo</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>{count} notes were read.</source>
        <extracomment>For 1: {count} note was read.</extracomment>
        <translation>
            <numerusform>Se leyó {count} nota.</numerusform>
            <numerusform>Se leyeron {count} notas.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>Riff &gt; Play the notes again plays them with the prompt&apos;s instrument.</source>
        <translation>Riff &gt; Tocar las notas de nuevo las toca con el instrumento del prompt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>The layer plays its notes already: change some with the note tool first.</source>
        <translation>La capa ya toca sus notas: cambie antes algunas con la herramienta de notas.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>Playing the changed notes of {name}</source>
        <translation>Tocando las notas cambiadas de {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/playing_notes.py"/>
        <source>Play the notes again</source>
        <translation>Tocar las notas de nuevo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/chords_field.py"/>
        <source>Chords of the riff, bar by bar, from this keyframe on: Cm | Ab | Eb Bb. Up to four share a bar, % repeats the bar before; at the end they start again. If empty, they are random, from the seed</source>
        <translation>Acordes del riff, compás por compás, desde este fotograma clave: Cm | Ab | Eb Bb. Hasta cuatro comparten un compás, % repite el compás anterior; al final empiezan de nuevo. Si está vacío, son aleatorios, según la semilla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/chords_field.py"/>
        <source>These chords have no effect: choose Start from: A composed guide.</source>
        <translation>Estos acordes no tienen efecto: elija Partir de: Una guía compuesta.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/chords_field.py"/>
        <source>These chords have no effect: the notes of a file are played. Remove them under the prompt.</source>
        <translation>Estos acordes no tienen efecto: se tocan las notas de un archivo. Quítelas debajo del prompt.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/chords_field.py"/>
        <source>Chords: Cm | Ab | Eb | Bb</source>
        <translation>Acordes: Cm | Ab | Eb | Bb</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/chords_field.py"/>
        <source>About the chords</source>
        <translation>Acerca de los acordes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>keeps it as it is</source>
        <translation>lo conserva tal cual</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>keeps rhythm and pitch</source>
        <translation>conserva ritmo y altura</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>keeps the outline</source>
        <translation>conserva el contorno</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>keeps only a hint</source>
        <translation>conserva solo un indicio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>keeps next to nothing</source>
        <translation>no conserva casi nada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>Distance of a riff from its start: the drawing or the sound of Make it real, the part that is repainted, the rhythm or guide of Start from. Closer keeps more of it, freer follows the prompt more</source>
        <translation>Distancia de un riff a su punto de partida: el dibujo o el sonido de Hacer real, la parte que se repinta, el ritmo o la guía de Partir de. Más fiel lo conserva mejor, más libre sigue más el prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>From closer to freer</source>
        <translation>De más fiel a más libre</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>closer</source>
        <translation>más fiel</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>freer</source>
        <translation>más libre</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>From its start: {phrase}</source>
        <translation>Punto de partida: {phrase}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/closeness.py"/>
        <source>{tip}
Denoising {denoising:.2f}</source>
        <translation>{tip}
Eliminación de ruido {denoising:.2f}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/fast_box.py"/>
        <source>Riffs in few steps: {steps}, with a LoRA for that and its scheduler, or {fewer} by the built-in model. With a LoRA the guidance is 1, and the negative prompt has no effect</source>
        <translation>Riffs en pocos pasos: {steps}, con una LoRA para ello y su planificador, o {fewer} con el modelo integrado. Con una LoRA la guía es 1, y el prompt negativo no tiene efecto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/fast_box.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/model_choice.py"/>
        <source>Fast</source>
        <translation>Rápido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/interpretation_line.py"/>
        <source>The rest is random in each riff.</source>
        <translation>El resto es aleatorio en cada riff.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/interpretation_line.py"/>
        <source>The music that will be played, as the prompt was understood</source>
        <translation>La música que se tocará, según se entendió el prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/model_choice.py"/>
        <source>There is no model called {model} here; {other} plays instead.</source>
        <translation>Aquí no hay ningún modelo llamado {model}; en su lugar toca {other}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/model_choice.py"/>
        <source>There is no LoRA called {names} here; riffs are made without.</source>
        <translation>Aquí no hay ningún LoRA llamado {names}; los riffs se hacen sin él.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/model_choice.py"/>
        <source>They take {steps} steps with the scheduler {scheduler} again.</source>
        <translation>Vuelven a llevar {steps} pasos con el planificador {scheduler}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Add a model in diffusers layout, without copying it</source>
        <translation>Añadir un modelo con estructura diffusers, sin copiarlo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Add a checkpoint or a LoRA in one file, without copying it</source>
        <translation>Añadir un checkpoint o un LoRA de un solo archivo, sin copiarlo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Get a model from huggingface.co: the only thing in riffdesk that goes online</source>
        <translation>Descargar un modelo de huggingface.co: lo único en riffdesk que se conecta a Internet</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Remove the model from the list; asks first, and says whether its files are deleted</source>
        <translation>Quitar el modelo de la lista; antes pregunta, e indica si se borran sus archivos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Free the memory of the last used model</source>
        <translation>Liberar la memoria del último modelo usado</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Stop the download or another job; a stopped download can be resumed</source>
        <translation>Detener la descarga u otra tarea; una descarga detenida se puede reanudar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>bytes</source>
        <translation>bytes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Native size</source>
        <translation>Tamaño nativo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>On disk</source>
        <translation>En disco</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Use</source>
        <translation>Uso</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>LCM or TCD for a LoRA for few steps, which Fast uses; its name is guessed from, as its file does not tell</source>
        <translation>LCM o TCD para una LoRA de pocos pasos, que usa «Rápido»; se deduce del nombre, ya que el archivo no lo indica</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Model, one file</source>
        <translation>Modelo, un archivo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Word for prompts</source>
        <translation>Palabra para prompts</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Choose a model to see where it is, and whether to trust it</source>
        <translation>Elegir un modelo para ver dónde está y si es de confianza</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Add folder…</source>
        <translation>Añadir carpeta…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Add file…</source>
        <translation>Añadir archivo…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Get from Hugging Face…</source>
        <translation>Descargar de Hugging Face…</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Unload</source>
        <translation>Liberar memoria</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>none given</source>
        <translation>no indicada</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>cannot be read</source>
        <translation>no se puede leer</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Weight of {name}</source>
        <translation>Peso de {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>0 leaves it out</source>
        <translation>0 lo deja fuera</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Kind of {name}</source>
        <translation>Tipo de {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>LoRA for {scheduler}</source>
        <translation>LoRA para {scheduler}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Licence: {licence}</source>
        <translation>Licencia: {licence}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Folder of a model</source>
        <translation>Carpeta de un modelo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Models and LoRAs ({patterns})</source>
        <translation>Modelos y LoRA ({patterns})</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>File of a model or a LoRA</source>
        <translation>Archivo de un modelo o un LoRA</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Added {name}.</source>
        <translation>Añadido: {name}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Repository on huggingface.co, such as riffusion/riffusion-model-v1, or its address.
This is the only thing in riffdesk that goes online.</source>
        <translation>Repositorio en huggingface.co, como riffusion/riffusion-model-v1, o su dirección.
Es lo único en riffdesk que se conecta a Internet.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Get a model</source>
        <translation>Descargar un modelo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Repository on huggingface.co</source>
        <translation>Repositorio en huggingface.co</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Get</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>{name} is ready.</source>
        <translation>{name} está listo.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Getting {repository}</source>
        <translation>Descargando {repository}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>{request} is being downloaded already.</source>
        <translation>{request} ya se está descargando.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Its files are deleted.</source>
        <translation>Sus archivos se borran.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Its files stay where they are.</source>
        <translation>Sus archivos se quedan donde están.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Remove model</source>
        <translation>Quitar modelo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Remove {name} from the list? {what}</source>
        <translation>¿Quitar {name} de la lista? {what}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Removed {name}.</source>
        <translation>Quitado: {name}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>The model is unloaded.</source>
        <translation>El modelo se ha retirado de la memoria.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>No model is loaded.</source>
        <translation>No hay ningún modelo cargado.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/models_dialog.py"/>
        <source>Unloading the model</source>
        <translation>Retirando el modelo de la memoria</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/notes_row.py"/>
        <source>The next riff plays these notes, with the sound of the prompt</source>
        <translation>El próximo riff toca estas notas, con el sonido del prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/notes_row.py"/>
        <source>Do not play these notes: compose new ones, or use words alone</source>
        <translation>No tocar estas notas: componer otras nuevas, o usar solo palabras</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/notes_row.py"/>
        <source>those of a riff</source>
        <translation>las de un riff</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/notes_row.py"/>
        <source>Remove the notes</source>
        <translation>Quitar las notas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/notes_row.py"/>
        <source>Notes: {name}</source>
        <translation>Notas: {name}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_hints.py"/>
        <source>About the prompt</source>
        <translation>Acerca del prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_hints.py"/>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_hints.py"/>
        <source>Words that the model knows</source>
        <translation>Palabras que el modelo conoce</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_hints.py"/>
        <source>Words that the model knows: click one to add it to the prompt</source>
        <translation>Palabras que el modelo conoce: un clic en una la añade al prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Words alone</source>
        <translation>Solo palabras</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>A composed guide</source>
        <translation>Una guía compuesta</translation>
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
        <translation>Prompt negativo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Earlier prompts</source>
        <translation>Prompts anteriores</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Your earlier prompts, with a search; Up in an empty field recalls the last ones</source>
        <translation>Los prompts anteriores, con búsqueda; Arriba en un campo vacío recupera los últimos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Another seed, which is kept</source>
        <translation>Otra semilla, que se conserva</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <location filename="../../riffdesk/ui/riff/timeline/seed_timeline.py"/>
        <source>New seed</source>
        <translation>Semilla nueva</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Steps</source>
        <comment>of the denoising</comment>
        <translation>Pasos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>More steps take longer and sound cleaner</source>
        <translation>Más pasos tardan más y suenan más limpios</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Guidance</source>
        <translation>Guía</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>As long as the sketch</source>
        <translation>Tan largo como el boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Scheduler</source>
        <translation>Planificador</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Start from</source>
        <translation>Partir de</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Number of variations</source>
        <translation>Número de variaciones</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Variations</source>
        <translation>Variaciones</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>One piece</source>
        <translation>Una pieza</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Parts: a layer for each instrument</source>
        <translation>Partes: una capa para cada instrumento</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Parts</source>
        <translation>Partes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>More settings</source>
        <translation>Más ajustes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Settings that seldom change: negative prompt, chords, guidance, scheduler, clips</source>
        <translation>Ajustes que cambian pocas veces: prompt negativo, acordes, guía, planificador, clips</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>Paste prompt</source>
        <translation>Pegar prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>{model} has a scheduler of its own</source>
        <translation>{model} tiene un planificador propio</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_panel.py"/>
        <source>{model} makes a riff as a whole, and no clips</source>
        <translation>{model} hace el riff de una vez, y no clips</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>the prompt</source>
        <translation>el prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>the negative prompt</source>
        <translation>el prompt negativo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>the seed</source>
        <translation>la semilla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>Took {what} from the text. Its settings are for the model {model}, which is not installed.</source>
        <translation>Tomado del texto: {what}. Sus ajustes son para el modelo {model}, que no está instalado.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>Took {what} from the text, except the scheduler {scheduler}, which riffdesk does not have.</source>
        <translation>Tomado del texto: {what}, salvo el planificador {scheduler}, que riffdesk no tiene.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>Took {what} from the text.</source>
        <translation>Tomado del texto: {what}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>in {key}</source>
        <translation>tonalidad {key}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>{what}, from the prompt</source>
        <translation>{what}, del prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>In any tempo and key: tick for the sketch&apos;s</source>
        <translation>Con cualquier tempo y tonalidad: marcar para usar los del boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/prompt_texts.py"/>
        <source>{what}, from the sketch</source>
        <translation>{what}, del boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/takes_row.py"/>
        <source>The audible take, and its seed</source>
        <translation>La toma que se oye, y su semilla</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/takes_row.py"/>
        <location filename="../../riffdesk/ui/riff/timeline/keyframe_selection.py"/>
        <source>seed {seed}</source>
        <translation>semilla {seed}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/takes_row.py"/>
        <source>Take {number} of {count}</source>
        <translation>Toma {number} de {count}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tempo_key_box.py"/>
        <source>Riffs are made at the tempo and in the key of the sketch, if the prompt names none, so that they match it</source>
        <translation>Los riffs se hacen con el tempo y la tonalidad del boceto, si el prompt no los indica, para que encajen con él</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tempo_key_box.py"/>
        <source>120 bpm, from the sketch</source>
        <translation>120 bpm, del boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tempo_key_box.py"/>
        <source>Tempo and key of the sketch</source>
        <translation>Tempo y tonalidad del boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>Length of the riff, which is that of the sketch, in bars at its tempo and meter</source>
        <translation>Duración del riff, que es la del boceto, en compases con su tempo y su métrica</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>The recipe has another length than the sketch: click for the length of the sketch</source>
        <translation>La receta tiene otra duración que el boceto: haga clic para usar la del boceto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>One piece: continuous music from beginning to end. Clips: as in Riffusion&apos;s app, one image after the other from the same start, crossfaded at the joins</source>
        <translation>Una pieza: música continua de principio a fin. Clips: como en la aplicación de Riffusion, una imagen tras otra desde el mismo punto de partida, con fundidos cruzados en las uniones</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>The same seed gives the same riff; -1, or an empty field, is a random seed for each, which its take shows</source>
        <translation>La misma semilla da el mismo riff; -1, o un campo vacío, es una semilla aleatoria para cada uno, que su toma muestra</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>A description of the riff: instruments, style, tempo, key. (bass:1.3) counts more, [drums] less. Return moves the keyboard focus to the canvas, Shift+Return begins a new line</source>
        <translation>Una descripción del riff: instrumentos, estilo, tempo, tonalidad. (bass:1.3) cuenta más, [drums] menos. Intro mueve el foco del teclado al lienzo, Mayús+Intro empieza una línea nueva</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>Words to avoid, like those of the prompt</source>
        <translation>Palabras que evitar, como las del prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>The start of a new riff; the slider below sets how close it stays to that. A composed guide is a picture of notes that are composed from the prompt, in its tempo and key and on its chords</source>
        <translation>El punto de partida de un riff nuevo; el deslizador de abajo ajusta cuánto se le parece. Una guía compuesta es una imagen de notas compuestas a partir del prompt, con su tempo, su tonalidad y sus acordes</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>How closely the riff follows the prompt: more is closer to its words, less is freer and often more natural</source>
        <translation>Con qué fidelidad sigue el riff al prompt: más es más fiel a sus palabras, menos es más libre y a menudo más natural</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>The model: each knows other sounds. The dots beside it add and get models</source>
        <translation>El modelo: cada uno conoce otros sonidos. Los puntos de al lado añaden y descargan modelos</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>The method of removing the noise from step to step; a matter of taste and speed. LCM and TCD are for models with a LoRA for few steps, which Fast adds</source>
        <translation>El método con el que se elimina el ruido paso a paso; cuestión de gusto y de velocidad. LCM y TCD son para modelos con una LoRA de pocos pasos, que añade «Rápido»</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>Generate makes drums, bass, chords and melody as separate layers that match, to be mixed and exported as stems; this takes longer, once for each layer</source>
        <translation>Generar hace la batería, el bajo, los acordes y la melodía como capas separadas que encajan, para mezclarlas y exportarlas como stems; tarda más, una vez por cada capa</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/prompt/tips.py"/>
        <source>Number of variations that are made at once</source>
        <translation>Número de variaciones que se hacen a la vez</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Set the sketch to {wish}</source>
        <translation>Ajustar el boceto a {wish}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>The present take has seed {seed}: making another one, with seed {other}.</source>
        <translation>La toma actual tiene la semilla {seed}: se hace otra, con la semilla {other}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Tempo and key</source>
        <translation>Tempo y tonalidad</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Composing the guide</source>
        <translation>Componiendo la guía</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>The next riff plays the notes of {name}: {bars} at {tempo:g} bpm.</source>
        <translation>El próximo riff toca las notas de {name}: {bars} a {tempo:g} bpm.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>The next riff plays the notes of {name}: {bars}, at the tempo of the sketch.</source>
        <translation>El próximo riff toca las notas de {name}: {bars}, con el tempo del boceto.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>This layer was not made from a prompt, so it has no recipe.</source>
        <translation>Esta capa no se hizo a partir de un prompt, así que no tiene receta.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>This riff is a seamless loop of {seconds:.2f} s, but the sketch is not a loop.</source>
        <translation>Este riff es un bucle sin cortes de {seconds:.2f} s, pero el boceto no es un bucle.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Recipe</source>
        <translation>Receta</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>This file contains its recipe: Riff &gt; Use the layer&apos;s recipe applies it.</source>
        <translation>Este archivo contiene su receta: Riff &gt; Usar la receta de la capa la aplica.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/recipe_maker.py"/>
        <source>Riff {seed}</source>
        <translation>Riff {seed}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_progress.py"/>
        <source>Parts {first} to {last} of {count}</source>
        <translation>Partes {first} a {last} de {count}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_progress.py"/>
        <source>Part {number} of {count}</source>
        <translation>Parte {number} de {count}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_progress.py"/>
        <source>{done} of {count} parts ready</source>
        <translation>{done} de {count} partes listas</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_progress.py"/>
        <source>step {number} of {count}</source>
        <translation>paso {number} de {count}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <source>State of the riff</source>
        <translation>Estado del riff</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <source>Render timeline</source>
        <translation>Renderizar línea de tiempo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <source>Make it real</source>
        <translation>Hacer real</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <source>Wait until the riff is ready</source>
        <translation>Esperar hasta que el riff esté listo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <location filename="../../riffdesk/ui/window/main_window.py"/>
        <source>Getting ready</source>
        <translation>Preparando</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/render_status.py"/>
        <source>{seconds:.1f} s have changed since this riff was made · Riff &gt; Render what changed updates them</source>
        <translation>Han cambiado {seconds:.1f} s desde que se hizo este riff · Riff &gt; Renderizar lo que cambió los actualiza</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/tempo_key_offer.py"/>
        <source>The prompt asks for {wish}, and the sketch is at {tempo:g}.</source>
        <translation>El prompt pide {wish}, y el boceto está a {tempo:g} bpm.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/tempo_key_offer.py"/>
        <source>The prompt asks for {wish}, and the sketch is in {key}.</source>
        <translation>El prompt pide {wish}, y el boceto está en {key}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/tempo_key_offer.py"/>
        <source>The prompt asks for {wish}, and the sketch has no key.</source>
        <translation>El prompt pide {wish}, y el boceto no tiene tonalidad.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/tempo_key_offer.py"/>
        <source>The prompt asks for {wish}, and the sketch is at {tempo:g} and is in {key}.</source>
        <translation>El prompt pide {wish}, y el boceto está a {tempo:g} bpm y en {key}.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/tempo_key_offer.py"/>
        <source>The prompt asks for {wish}, and the sketch is at {tempo:g} and has no key.</source>
        <translation>El prompt pide {wish}, y el boceto está a {tempo:g} bpm y no tiene tonalidad.</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/timeline/keyframe_selection.py"/>
        <source>no prompt</source>
        <translation>sin prompt</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/timeline/keyframe_selection.py"/>
        <source>Keyframe {number} of {count} at {seconds:.2f} seconds: {prompt}, {seed}</source>
        <translation>Fotograma clave {number} de {count} a los {seconds:.2f} segundos: {prompt}, {seed}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/timeline/keyframe_selection.py"/>
        <source>random seed</source>
        <translation>semilla aleatoria</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/timeline/seed_timeline.py"/>
        <source>Music walks from one keyframe to the next. A double-click adds one, a drag moves it from bar to bar (Shift: freely), a drag begun with Ctrl copies, a click with Ctrl chooses several, Delete removes; right-click for the curve.
Keys: arrows choose, with Shift several; with Ctrl they move from bar to bar, with Alt freely; Insert adds</source>
        <translation>La música va de un fotograma clave al siguiente. Un doble clic añade uno, al arrastrarlo se mueve de compás en compás (Mayús: libremente), al arrastrar con Ctrl se copia, un clic con Ctrl elige varios, Supr quita; clic derecho para la curva.
Teclas: las flechas eligen, con Mayús varios; con Ctrl los mueven de compás en compás, con Alt libremente; Insert añade</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/timeline/seed_timeline.py"/>
        <source>To the next keyframe:</source>
        <translation>Hasta el siguiente fotograma clave:</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/riff/timeline/seed_timeline.py"/>
        <source>Copy of it here</source>
        <translation>Copia de este aquí</translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/riff/variations.py"/>
        <source>{count} variations of {riff}</source>
        <extracomment>For 1: {count} variation of {riff}</extracomment>
        <translation>
            <numerusform>{count} variación de {riff}</numerusform>
            <numerusform>{count} variaciones de {riff}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../riffdesk/ui/riff/variations.py"/>
        <source>{count} variations</source>
        <extracomment>For 1: {count} variation</extracomment>
        <translation>
            <numerusform>{count} variación</numerusform>
            <numerusform>{count} variaciones</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/time_left.py"/>
        <source>taking longer</source>
        <translation>tarda más de lo previsto</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/time_left.py"/>
        <source>nearly done</source>
        <translation>casi listo</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/time_left.py"/>
        <source>{seconds:.0f} s left</source>
        <translation>quedan {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/time_left.py"/>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>{minutes} min left</source>
        <translation>quedan {minutes} min</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/time_left.py"/>
        <source>{minutes:.1f} h left</source>
        <translation>quedan {minutes:.1f} h</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Tool and picture</source>
        <translation>Herramienta e imagen</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/docks.py"/>
        <source>Control</source>
        <translation>Control</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/main_window.py"/>
        <source>&amp;Undo {step}</source>
        <translation>&amp;Deshacer: {step}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/main_window.py"/>
        <source>&amp;Redo {step}</source>
        <translation>&amp;Rehacer: {step}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Cancel the job and its changes</source>
        <translation>Cancelar la tarea y sus cambios</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Close now</source>
        <translation>Cerrar ahora</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Close without waiting for the job</source>
        <translation>Cerrar sin esperar a la tarea</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Refining the sound</source>
        <translation>Refinando el sonido</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Finishing: {label}</source>
        <translation>Terminando: {label}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>Cancelling: {label}</source>
        <translation>Cancelando: {label}</translation>
    </message>
    <message>
        <location filename="../../riffdesk/ui/window/progress_line.py"/>
        <source>({count} more waiting)</source>
        <translation>({count} más en espera)</translation>
    </message>
</context>
</TS>
