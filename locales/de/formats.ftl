### formats: every word that a person sees here. The keys are the same in both languages.

read-readable = Transkripte lassen sich aus Word (.docx), OpenDocument (.odt), RTF (.rtf), PDF mit Textebene (.pdf), Nur-Text (.txt), Markdown (.md), Webseiten (.html), Untertiteln (.vtt, .srt), oTranscribe (.otr), Whisper (.json), Tabellen (.csv, .xlsx), ELAN (.eaf), EXMARaLDA (.exb) und CHAT (.cha) lesen.
read-empty = { $name } ist leer: Die Datei enthält keinen Text.
read-empty-hint = Bitte die Datei im Ursprungsprogramm öffnen und neu speichern; auch eine Datei, die ein Cloud-Dienst noch nicht heruntergeladen hat, kann leer aussehen.
read-empty-folder = In { $folder } liegen keine Transkripte.
read-empty-folder-hint = In einem Ordner wird nach den Endungen von Transkripten gesucht (.docx, .odt, .rtf, .txt, .vtt …); nennen Sie andere Dateien einzeln.
read-too-large = { $name } ist für ein Transkript zu groß: { $size } MB, die Grenze liegt bei { $limit } MB.
read-too-large-hint = Meist sind es Bilder, die eine Word-Datei groß machen: bitte eine Kopie ohne Bilder oder als Nur-Text speichern.
read-too-long = { $name } enthält mehr Text, als ein Transkript haben kann: Die Grenzen liegen bei { $limit } MB und { $lines } Zeilen.
read-too-long-hint = Falls viele Interviews darin stehen: bitte aufteilen und die Teile importieren.
read-not-yet = { $name } hat das Format { $format }, das diese Version nicht lesen kann.
read-maxqda-hint = Bitte die Dokumente aus MAXQDA als Word-Dateien (.docx) exportieren und diese importieren.
read-pdf-hint = Ein PDF kennt keine Absätze. Bitte die Datei importieren, aus der es entstanden ist; gibt es sie nicht mehr, das PDF in Word oder LibreOffice öffnen, die Absätze prüfen und als .docx speichern.
read-word-processor-hint = Bitte in Word oder LibreOffice öffnen und als .docx oder als Nur-Text (.txt, UTF-8) speichern.
read-export-hint = Bitte aus dem Ursprungsprogramm als Nur-Text, Word-Datei oder Untertitel exportieren (.txt, .docx, .vtt, .srt).
read-encrypted = { $name } ist mit einem Passwort geschützt.
read-encrypted-hint = Bitte mit dem Passwort öffnen und eine Kopie ohne Passwort speichern (Word: Datei, Informationen, Dokument schützen).
read-old-doc = { $name } ist eine alte Word-Datei (.doc, vor Word 2007).
read-old-doc-hint = Bitte in Word oder LibreOffice öffnen und als .docx speichern.
read-binary = { $name } ist kein Text: Die Bytes ergeben keine Schriftzeichen.
read-zip = { $name } ist ein Zip-Archiv, aber kein Dokument.
read-zip-hint = Bitte entpacken und die enthaltenen Dateien importieren.
read-zip-damaged = { $name } lässt sich nicht entpacken: Die Datei ist abgeschnitten oder beschädigt.
read-zip-damaged-hint = Bitte neu kopieren oder herunterladen. Falls Word sie noch öffnet, dort als neue .docx-Datei speichern.
read-docx-no-main = { $name } ist eine Word-Datei, deren Hauptteil fehlt.
read-docx-damaged-hint = Falls Word oder LibreOffice die Datei noch öffnet, dort als neue .docx-Datei speichern.
read-part-damaged = { $name } ist beschädigt: Der Teil { $part } ist nicht lesbar.
read-bomb = { $name } enthält entpackt weit mehr, als ein Transkript hat, und wurde nicht gelesen.
read-bomb-hint = Falls es wirklich ein Transkript ist: bitte als Nur-Text (.txt) speichern und diesen importieren.
read-utf32 = { $name } ist in UTF-32 geschrieben, das nicht gelesen werden kann.
read-utf32-hint = Bitte als UTF-8 speichern.
read-no-cues = { $name } enthält keine Untertitel: keine Zeile wie 00:00:01.000 --> 00:00:02.000 mit Text danach.
read-no-cues-hint = Falls es ein einfacher Text ist, bitte in .txt umbenennen.
read-encoding-unknown = Es gibt keine Zeichenkodierung „{ $encoding }“.
read-encoding-unknown-hint = Üblich sind utf-8, utf-16le, windows-1252 (ältere deutsche Windows-Dateien) und macintosh.

read-encoding-guessed = Die Zeichenkodierung steht nicht in der Datei; angenommen wurde { $encoding }. Sehen Umlaute oder ß falsch aus, hilft --encoding.
read-undecodable = { $count ->
    [one] Ein Zeichen ist kein gültiges { $encoding } und erscheint als �.
   *[other] { $count } Zeichen sind kein gültiges { $encoding } und erscheinen als �.
}
read-zeros = { $count ->
    [one] Ein NUL-Zeichen wurde entfernt.
   *[other] { $count } NUL-Zeichen wurden entfernt.
}
read-docx-hidden = { $count ->
    [one] Ein Wort ausgeblendeter Text wurde weggelassen.
   *[other] { $count } Wörter ausgeblendeter Text wurden weggelassen.
}
read-docx-changes = { $count ->
    [one] Eine nachverfolgte Änderung gilt als angenommen.
   *[other] { $count } nachverfolgte Änderungen gelten als angenommen.
}
read-docx-comments = { $count ->
    [one] Ein Kommentar wurde weggelassen.
   *[other] { $count } Kommentare wurden weggelassen.
}
read-docx-numbered = { $count ->
    [one] Ein Absatz hat eine automatische Listennummer, die nicht zum Text gehört.
   *[other] { $count } Absätze haben automatische Listennummern, die nicht zum Text gehören.
}
read-docx-pictures = { $count ->
    [one] Ein Bild wurde weggelassen.
   *[other] { $count } Bilder wurden weggelassen.
}
read-docx-embedded = { $count ->
    [one] Ein eingebettetes Dokument wurde weggelassen: Damit es zum Text gehört, die Datei in Word öffnen und speichern.
   *[other] { $count } eingebettete Dokumente wurden weggelassen: Damit sie zum Text gehören, die Datei in Word öffnen und speichern.
}
read-docx-margins = { $count ->
    [one] Ein Wort in Kopf- und Fußzeilen wurde weggelassen.
   *[other] { $count } Wörter in Kopf- und Fußzeilen wurden weggelassen.
}
read-cues-unreadable = { $count ->
    [one] Ein Untertitel hat eine unlesbare Zeitangabe; sein Text steht im Absatz davor.
   *[other] { $count } Untertitel haben unlesbare Zeitangaben; ihr Text steht in den Absätzen davor.
}
read-cue-notes = { $count ->
    [one] Eine Notiz der Untertiteldatei (NOTE) wurde weggelassen.
   *[other] { $count } Notizen der Untertiteldatei (NOTE) wurden weggelassen.
}
read-cues-repeated = { $count ->
    [one] Eine Zeile, die die Untertitel nur wiederholen, wurde weggelassen.
   *[other] { $count } Zeilen, die die Untertitel nur wiederholen, wurden weggelassen.
}

## odt, html, otr

read-otr-damaged = { $name } ist keine vollständige oTranscribe-Datei: Sie bricht ab oder enthält keinen Text.
read-otr-damaged-hint = In oTranscribe noch einmal exportieren (Export, oTranscribe-Format).
read-odt-no-text = { $name } ist eine OpenDocument-Datei, aber kein Textdokument.
read-odt-objects = { $count ->
    [one] Eine Formel, ein Diagramm oder ein anderes eingebettetes Objekt wurde weggelassen.
   *[other] { $count } Formeln, Diagramme oder andere eingebettete Objekte wurden weggelassen.
}

## rtf, pdf

read-rtf-cut = Die Datei ist beschädigt: Sie endet vorzeitig oder geht nach ihrem Ende weiter. Bitte prüfen, ob das Interview vollständig ist.
read-rtf-code-page = Die Codepage { $page } der Datei ist unbekannt; gelesen wurde sie als windows-1252. Sehen Buchstaben falsch aus, hilft --encoding.
read-rtf-undecodable = { $count ->
    [one] Ein Zeichen passt nicht zur Codepage der Datei und erscheint als �.
   *[other] { $count } Zeichen passen nicht zur Codepage der Datei und erscheinen als �.
}

## json, csv, xlsx, eaf, exb, cha
read-json-damaged = { $name } ist kein gültiges JSON, oder die Segmente darin sind nicht so, wie Transkriptionsprogramme sie schreiben.
read-json-damaged-hint = Die Datei ist vielleicht abgeschnitten: noch einmal kopieren, oder im ursprünglichen Programm Untertitel (.vtt, .srt) exportieren.
read-no-segments = { $name } hat keine Segmente mit Text.
read-no-segments-hint = Gelesen wird das JSON von Whisper, whisperX und Podcast-Transkripten; sonst Untertitel (.vtt, .srt) oder reinen Text exportieren.
read-xml-damaged = { $name } ist beschädigt: kein wohlgeformtes XML.
read-xml-damaged-hint = Die Datei ist vielleicht abgeschnitten: noch einmal kopieren, oder im ursprünglichen Programm öffnen und neu speichern.
read-no-speech-tier = { $name } hat keine Spur mit Gesprochenem.
read-no-speech-tier-hint = Im ursprünglichen Programm nachsehen, ob es Annotationen mit Text gibt.
read-no-such-tier = { $name } hat keine Spur „{ $tier }“.
read-no-such-tier-hint = Die Spuren mit der Zahl ihrer Annotationen: { $tiers }. Die zu lesenden mit --tiers nennen.
read-tiers-of-one = Von derselben Person wurden mehrere Spuren gelesen, die sich nun abwechseln: { $tiers }. Die zu lesenden Spuren mit --tiers nennen.
read-tiers-left-out = Ausgelassene Spuren: { $tiers }. Die zu lesenden Spuren mit --tiers nennen.
read-chat-dependent = Ausgelassene abhängige Zeilen: { $tiers }.

## Structure: many interviews in a file, joined lines, times, the preview
