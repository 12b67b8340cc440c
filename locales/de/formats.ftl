### formats: every word that a person sees here. The keys are the same in both languages.

read-readable = Transkripte lassen sich aus Word (.docx), OpenDocument (.odt), RTF (.rtf), PDF mit Textebene (.pdf), Nur-Text (.txt), Markdown (.md), Webseiten (.html), Untertiteln (.vtt, .srt), oTranscribe (.otr), Whisper (.json), Tabellen (.csv, .xlsx), ELAN (.eaf), EXMARaLDA (.exb) und CHAT (.cha) lesen.
read-empty = { $name } ist leer: Die Datei enthält keinen Text.
read-empty-hint = Bitte die Datei im Ursprungsprogramm öffnen und neu speichern; auch eine Datei, die ein Cloud-Dienst noch nicht heruntergeladen hat, kann leer aussehen.
read-recording = { $name } ist eine Aufnahme und kein Transkript.
read-recording-hint = Zuerst transkribieren und das Transkript importieren; „absatz recordings attach KENNUNG DATEI“ hängt die Aufnahme dann an das Dokument.
read-folder-recordings = { $count ->
    [one] Eine Aufnahme wurde nicht gelesen
   *[other] { $count } Aufnahmen wurden nicht gelesen
}: { $files }. Zuerst transkribieren; „absatz recordings attach KENNUNG DATEI“ hängt eine Aufnahme an ihr Transkript.
read-folder-unknown = { $count ->
    [one] Eine Datei mit fremder Endung wurde nicht gelesen
   *[other] { $count } Dateien mit fremder Endung wurden nicht gelesen
}: { $files }. Wer sie einzeln nennt, kann sie als Text importieren.
read-empty-folder = In { $folder } liegen keine Transkripte.
read-empty-folder-hint = In einem Ordner wird nach den Endungen von Transkripten gesucht (.docx, .odt, .rtf, .txt, .vtt …); nennen Sie andere Dateien einzeln.
read-too-large = { $name } ist für ein Transkript zu groß: { $size } MB, die Grenze liegt bei { $limit } MB.
read-too-large-hint = Meist sind es Bilder, die eine Word-Datei groß machen: bitte eine Kopie ohne Bilder oder als Nur-Text speichern.
read-too-long = { $name } enthält mehr Text, als ein Transkript haben kann: Die Grenzen liegen bei { $limit } MB und { $lines } Zeilen.
read-too-long-hint = Falls viele Interviews darin stehen: bitte aufteilen und die Teile importieren.
read-not-yet = { $name } hat das Format { $format }, das diese Version nicht lesen kann.
read-maxqda-hint = Bitte die Dokumente aus MAXQDA als Word-Dateien (.docx) exportieren und diese importieren.
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
read-zip-damaged-hint = Bitte neu kopieren oder herunterladen. Falls Word oder LibreOffice sie noch öffnet, dort als neue .docx-Datei speichern.
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

read-encoding-guessed = Die Zeichenkodierung steht nicht in der Datei; angenommen wurde { $encoding }. Sehen Umlaute oder ß falsch aus, lässt sich eine andere angeben.
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
read-numbers-beside = Absatznummern, die in einer Spalte neben den Absätzen stehen, gehören nicht zum Text: { $count }.
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
read-rtf-code-page = Die Codepage { $page } der Datei ist unbekannt; gelesen wurde sie als windows-1252. Sehen Buchstaben falsch aus, lässt sich die richtige angeben.
read-rtf-undecodable = { $count ->
    [one] Ein Zeichen passt nicht zur Codepage der Datei und erscheint als �.
   *[other] { $count } Zeichen passen nicht zur Codepage der Datei und erscheinen als �.
}
read-pdf-paragraphs = Ein PDF kennt keine Absätze; sie wurden aus der Anordnung der Zeilen erschlossen. Bitte vor dem Codieren einige mit dem Original vergleichen.
read-pdf-paragraphs-numbered = { $count ->
    [one] Eine Nummer am Rand wurde weggelassen; wo sie stand, beginnt ein Absatz.
   *[other] { $count } Nummern am Rand wurden weggelassen; wo sie standen, beginnen Absätze.
}
read-pdf-numbers = { $count ->
    [one] Eine Zeilennummer am Rand wurde weggelassen.
   *[other] { $count } Zeilennummern am Rand wurden weggelassen.
}
read-pdf-unknown = { $count ->
    [one] Bei einem Zeichen sagt das PDF nicht, welcher Buchstabe es ist; es erscheint als �.
   *[other] Bei { $count } Zeichen sagt das PDF nicht, welche Buchstaben es sind; sie erscheinen als �.
}
read-pdf-bare = { $count ->
    [one] Eine Seite enthält keinen Text. Ist sie ein Scan, hilft vorher eine Texterkennung (OCR).
   *[other] { $count } Seiten enthalten keinen Text. Sind sie Scans, hilft vorher eine Texterkennung (OCR).
}
read-pdf-turned = { $count ->
    [one] Ein Zeichen, das in anderer Richtung läuft (Wasserzeichen, Randnotiz), wurde weggelassen.
   *[other] { $count } Zeichen, die in anderer Richtung laufen (Wasserzeichen, Randnotizen), wurden weggelassen.
}
read-pdf-hyphens = { $count ->
    [one] Ein am Zeilenende getrenntes Wort wurde zusammengefügt; zweifelhafte Trennstriche bleiben stehen.
   *[other] { $count } am Zeilenende getrennte Wörter wurden zusammengefügt; zweifelhafte Trennstriche bleiben stehen.
}
read-pdf-no-text = { $count ->
    [one] { $name } enthält keinen Text: Die Seite ist ein Bild.
   *[other] { $name } enthält keinen Text: Die { $count } Seiten sind Bilder.
}
read-pdf-no-text-hint = Bitte zuerst eine Texterkennung laufen lassen, etwa „ocrmypdf ein.pdf aus.pdf“, und das Ergebnis prüfen; oder die Datei importieren, aus der das PDF entstanden ist.
read-pdf-no-letters = { $name } zeigt Buchstaben, sagt aber nicht, welche es sind.
read-pdf-no-letters-hint = Bitte eine Texterkennung laufen lassen („ocrmypdf --force-ocr ein.pdf aus.pdf“) oder die Datei importieren, aus der das PDF entstanden ist.
read-pdf-encrypted = { $name } ist verschlüsselt.
read-pdf-encrypted-hint = Bitte eine Kopie ohne Schutz speichern, etwa indem man sie in ein neues PDF druckt oder mit „qpdf --decrypt ein.pdf aus.pdf“; oder die Datei importieren, aus der sie entstanden ist.
read-pdf-damaged = { $name } lässt sich nicht lesen: Die Datei ist abgeschnitten, beschädigt oder kein PDF.
read-pdf-damaged-hint = Bitte neu kopieren oder herunterladen. Öffnet ein PDF-Programm die Datei noch, dort in ein neues PDF drucken.

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
read-no-such-tier-hint = Die Spuren mit der Zahl ihrer Annotationen: { $tiers }. Die zu lesenden lassen sich angeben.
read-tiers-of-one = Von derselben Person wurden mehrere Spuren gelesen, die sich nun abwechseln: { $tiers }. Die zu lesenden lassen sich angeben.
read-tiers-left-out = Ausgelassene Spuren: { $tiers }. Die zu lesenden lassen sich angeben.
read-chat-dependent = Ausgelassene abhängige Zeilen: { $tiers }.
read-columns-wrong = „{ $typed }“ sagt nicht, was die Spalten sind.
read-columns-wrong-hint = Anzugeben ist text=, speaker=, start= oder end= mit Buchstabe, Nummer oder Überschrift: speaker=A,text=C,start=B.
read-no-such-column = Es gibt keine Spalte „{ $column }“.
read-no-such-column-hint = Die Spalten mit ihren ersten Zellen: { $columns }.
read-column = { $column } „{ $words }“
read-quoted = „{ $words }“
read-columns-used = Gelesene Spalten: Text { $text }; Sprecher/in { $speaker }; Beginn { $start }; Ende { $end }.
read-columns-left-out = Ausgelassene Spalten: { $columns }.
read-which-columns = Es ist nicht zu erkennen, in welcher Spalte von { $name } der Text steht.
read-which-columns-hint = Die Spalten mit ihren ersten Zellen: { $columns }. Bitte angeben, welche zählen; die mit dem Text genügt.
read-time-notes = { $count ->
    [one] In einer Zelle mit Zeitangaben steht noch etwas anderes, das nicht im Text ist: { $examples }
   *[other] In { $count } Zellen mit Zeitangaben steht noch etwas anderes, das nicht im Text ist: { $examples }
}
read-no-such-sheet = { $name } hat kein Tabellenblatt „{ $sheet }“.
read-which-sheet = { $name } hat mehrere Tabellenblätter, und es ist nicht zu erkennen, welches das Transkript ist.
read-which-sheet-hint = Die Blätter mit der Zahl ihrer Zeilen: { $sheets }. Das zu lesende lässt sich angeben.
read-sheets-left-out = Ausgelassene Tabellenblätter: { $sheets }. Ein anderes lässt sich angeben.
read-sheet-damaged-hint = Falls Excel oder LibreOffice die Datei noch öffnen kann, dort als neue .xlsx-Datei speichern.
read-save-xlsx-hint = In Excel oder LibreOffice öffnen und als .xlsx oder .csv speichern.
read-old-xls = { $name } ist eine alte Excel-Datei (.xls, vor Excel 2007).

## Structure: many interviews in a file, joined lines, times, the preview
structure-part = Interview { $number } von { $all } in seiner Datei; Zeilen „#TEXT Name“ beginnen jedes davon.
structure-parts-empty = { $count ->
    [one] Ein Interview der Datei (#TEXT) enthält keinen Text und wurde ausgelassen.
   *[other] { $count } Interviews der Datei (#TEXT) enthalten keinen Text und wurden ausgelassen.
}
structure-joined = { $count ->
    [one] Eine Zeile wurde mit der davor verbunden; aus dem Umbruch wurde ein Leerzeichen.
   *[other] { $count } Zeilen wurden mit denen davor verbunden; aus den Umbrüchen wurden Leerzeichen.
}
structure-wrapped = Die Zeilen sehen hart umbrochen aus (bei etwa { $width } Zeichen): { $breaks } davon enden mitten im Satz, und jede ist ein Absatz für sich. Sie lassen sich verbinden.
structure-once = { $count ->
    [one] Was wie ein Kürzel aussieht, aber nur einmal vorkommt, gilt nicht als Sprecher/in: { $labels }. Spricht da doch jemand, lässt sich das Kürzel angeben.
   *[other] Was wie ein Kürzel aussieht, aber nur einmal vorkommt, gilt nicht als Sprecher/in: { $labels }. Spricht da doch jemand, lassen sich die Kürzel angeben.
}
structure-once-label = „{ $label }“ (die Worte zählen zu { $other })
structure-clock = Die Zeitangaben sind Uhrzeiten: Gezählt wurde ab der ersten, { $time }.
structure-times-start = { $count ->
    [one] Eine Zeitmarke; sie gilt als Anfang ihres Absatzes.
   *[other] { $count } Zeitmarken; sie gelten als Anfang ihrer Absätze.
}
structure-times-end = { $count ->
    [one] Eine Zeitmarke; sie gilt als Ende ihres Absatzes.
   *[other] { $count } Zeitmarken; sie gelten als Ende ihrer Absätze.
}
structure-times-mixed = { $starts ->
    [one] Eine Zeitmarke am Anfang eines Absatzes gilt
   *[other] { $starts } Zeitmarken am Anfang von Absätzen gelten
} als Anfang, { $ends ->
    [one] eine am Ende
   *[other] { $ends } am Ende
} als Ende; die auf eigenen Zeilen als { $most ->
    [start] Anfang
   *[end] Ende
}.
left-out-speaker = { $count ->
    [one] Eine Zeile nennt, wer im folgenden Absatz spricht: { $lines }
   *[other] { $count } Zeilen nennen, wer im folgenden Absatz spricht: { $lines }
}
left-out-time = { $count ->
    [one] Eine Zeile ist die Zeit eines Absatzes daneben: { $lines }
   *[other] { $count } Zeilen sind Zeiten der Absätze daneben: { $lines }
}
left-out-tool = { $count ->
    [one] Eine Zeile stammt vom Transkriptionsprogramm: { $lines }
   *[other] { $count } Zeilen stammen vom Transkriptionsprogramm: { $lines }
}
left-out-file = { $count ->
    [one] Eine Zeile ist der Kopf der Datei: { $lines }
   *[other] { $count } Zeilen sind der Kopf der Datei: { $lines }
}
left-out-split = { $count ->
    [one] Eine Zeile beginnt das Interview: { $lines }
   *[other] { $count } Zeilen beginnen Interviews: { $lines }
}
candidate-once = kommt einmal vor
candidate-line = allein auf einer Zeile
candidate-phrase = sieht nach Text aus
candidate-unwanted = abgewählt
