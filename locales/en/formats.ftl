### formats: every word that a person sees here. The keys are the same in both languages.

read-readable = Transcripts can be read from Word (.docx), OpenDocument (.odt), RTF (.rtf), PDF with a text layer (.pdf), plain text (.txt), Markdown (.md), web pages (.html), subtitles (.vtt, .srt), oTranscribe (.otr), Whisper (.json), tables (.csv, .xlsx), ELAN (.eaf), EXMARaLDA (.exb) and CHAT (.cha).
read-empty = { $name } is empty: it holds no text.
read-empty-hint = Open the file in the program that wrote it and save it again; a file that a cloud service has not downloaded yet can look empty.
read-recording = { $name } is a recording and no transcript.
read-recording-hint = Transcribe it first and import the transcript; “absatz recordings attach LABEL FILE” then attaches the recording to the document.
read-folder-recordings = { $count ->
    [one] One recording was not read
   *[other] { $count } recordings were not read
}: { $files }. Transcribe first; “absatz recordings attach LABEL FILE” attaches a recording to its transcript.
read-folder-unknown = { $count ->
    [one] One file with an ending that is none of a transcript was not read
   *[other] { $count } files with an ending that is none of a transcript were not read
}: { $files }. Named one by one they can be imported as text.
read-empty-folder = There are no transcripts in { $folder }.
read-empty-folder-hint = A folder is looked through for the endings of transcripts (.docx, .odt, .rtf, .txt, .vtt …); name other files one by one.
read-too-large = { $name } is too large for a transcript: { $size } MB, the limit is { $limit } MB.
read-too-large-hint = Pictures make Word files large: save a copy without them, or save it as plain text.
read-too-long = { $name } holds more text than a transcript can: the limits are { $limit } MB and { $lines } lines.
read-too-long-hint = If it holds many interviews, split it and import the parts.
read-not-yet = { $name } is of the format { $format }, which this version cannot read.
read-maxqda-hint = Export the documents from MAXQDA as Word files (.docx) and import those.
read-word-processor-hint = Open it in Word or LibreOffice and save it as .docx or as plain text (.txt, UTF-8).
read-export-hint = Export it as plain text, Word or subtitles (.txt, .docx, .vtt, .srt) from the program that wrote it.
read-encrypted = { $name } is protected with a password.
read-encrypted-hint = Open it with the password and save a copy without one (Word: File, Info, Protect Document).
read-old-doc = { $name } is an old Word file (.doc, before Word 2007).
read-old-doc-hint = Open it in Word or LibreOffice and save it as .docx.
read-binary = { $name } is not a text: its bytes are no characters.
read-zip = { $name } is a zip archive, but no document.
read-zip-hint = Unpack it and import the files in it.
read-zip-damaged = { $name } cannot be unpacked: the file is cut off or damaged.
read-zip-damaged-hint = Copy or download it again. If Word or LibreOffice can still open it, save it there as a new .docx file.
read-docx-no-main = { $name } is a Word file without its main part.
read-docx-damaged-hint = If Word or LibreOffice can still open it, save it there as a new .docx file.
read-part-damaged = { $name } is damaged: its part { $part } cannot be read.
read-bomb = { $name } unpacks to far more than a transcript holds and was not read.
read-bomb-hint = If it really is a transcript, save it as plain text (.txt) and import that.
read-utf32 = { $name } is in UTF-32, which cannot be read.
read-utf32-hint = Save it as UTF-8.
read-no-cues = { $name } has no subtitles: no line like 00:00:01.000 --> 00:00:02.000 with text after it.
read-no-cues-hint = If it is a plain text, name it .txt.
read-encoding-unknown = There is no encoding “{ $encoding }”.
read-encoding-unknown-hint = Usual ones are utf-8, utf-16le, windows-1252 (older German Windows files) and macintosh.

read-encoding-guessed = The encoding is not stated in the file and was taken to be { $encoding }. If letters like ä, ö, ü, ß look wrong, another one can be named.
read-undecodable = { $count ->
    [one] One character is not valid { $encoding } and is shown as �.
   *[other] { $count } characters are not valid { $encoding } and are shown as �.
}
read-zeros = { $count ->
    [one] One NUL character was removed.
   *[other] { $count } NUL characters were removed.
}
read-docx-hidden = { $count ->
    [one] One word of hidden text was left out.
   *[other] { $count } words of hidden text were left out.
}
read-docx-changes = { $count ->
    [one] One tracked change was taken as accepted.
   *[other] { $count } tracked changes were taken as accepted.
}
read-docx-comments = { $count ->
    [one] One comment was left out.
   *[other] { $count } comments were left out.
}
read-docx-numbered = { $count ->
    [one] One paragraph has an automatic list number, which is not part of the text.
   *[other] { $count } paragraphs have automatic list numbers, which are not part of the text.
}
read-numbers-beside = Paragraph numbers in a column beside the paragraphs are no part of the text: { $count }.
read-docx-pictures = { $count ->
    [one] One picture was left out.
   *[other] { $count } pictures were left out.
}
read-docx-embedded = { $count ->
    [one] One embedded document was left out: open the file in Word and save it to have it in the text.
   *[other] { $count } embedded documents were left out: open the file in Word and save it to have them in the text.
}
read-docx-margins = { $count ->
    [one] One word in page headers and footers was left out.
   *[other] { $count } words in page headers and footers were left out.
}
read-cues-unreadable = { $count ->
    [one] One subtitle has a time that cannot be read; its text is in the paragraph before it.
   *[other] { $count } subtitles have times that cannot be read; their text is in the paragraphs before them.
}
read-cue-notes = { $count ->
    [one] One note of the subtitle file (NOTE) was left out.
   *[other] { $count } notes of the subtitle file (NOTE) were left out.
}
read-cues-repeated = { $count ->
    [one] One line that the subtitles only repeat was left out.
   *[other] { $count } lines that the subtitles only repeat were left out.
}

## odt, html, otr

read-otr-damaged = { $name } is no whole oTranscribe file: it breaks off, or holds no text.
read-otr-damaged-hint = Export it again from oTranscribe (Export, oTranscribe format).
read-odt-no-text = { $name } is an OpenDocument file, but no text document.
read-odt-objects = { $count ->
    [one] One formula, chart or other embedded object was left out.
   *[other] { $count } formulas, charts or other embedded objects were left out.
}

## rtf, pdf

read-rtf-cut = The file is damaged: it ends early, or goes on after its end. Look whether the interview is complete.
read-rtf-code-page = The code page { $page } of the file is unknown; it was read as windows-1252. If letters look wrong, the right one can be named.
read-rtf-undecodable = { $count ->
    [one] One character does not fit the code page of the file and is shown as �.
   *[other] { $count } characters do not fit the code page of the file and are shown as �.
}
read-pdf-paragraphs = A PDF has no paragraphs; they were taken from how the lines stand. Compare some with the original before coding.
read-pdf-paragraphs-numbered = { $count ->
    [one] One number in the margin was left out; a paragraph begins where it stood.
   *[other] { $count } numbers in the margin were left out; paragraphs begin where they stood.
}
read-pdf-numbers = { $count ->
    [one] One line number in the margin was left out.
   *[other] { $count } line numbers in the margin were left out.
}
read-pdf-unknown = { $count ->
    [one] The PDF does not say which letter one of its characters is; it is shown as �.
   *[other] The PDF does not say which letters { $count } of its characters are; they are shown as �.
}
read-pdf-bare = { $count ->
    [one] One page holds no text. If it is a scan, run text recognition (OCR) first.
   *[other] { $count } pages hold no text. If they are scans, run text recognition (OCR) first.
}
read-pdf-turned = { $count ->
    [one] One character that runs in another direction (a watermark, a note on the edge) was left out.
   *[other] { $count } characters that run in another direction (a watermark, notes on the edge) were left out.
}
read-pdf-hyphens = { $count ->
    [one] One word divided at the end of a line was joined; hyphens in doubt stay.
   *[other] { $count } words divided at the ends of lines were joined; hyphens in doubt stay.
}
read-pdf-no-text = { $count ->
    [one] { $name } has no text: its page is a picture.
   *[other] { $name } has no text: its { $count } pages are pictures.
}
read-pdf-no-text-hint = Run text recognition first, for example “ocrmypdf in.pdf out.pdf”, and check the result; or import the file that the PDF was made from.
read-pdf-no-letters = { $name } shows letters but does not say which ones they are.
read-pdf-no-letters-hint = Run text recognition on it (“ocrmypdf --force-ocr in.pdf out.pdf”), or import the file that the PDF was made from.
read-pdf-encrypted = { $name } is encrypted.
read-pdf-encrypted-hint = Save a copy without protection, for example by printing it to a new PDF or with “qpdf --decrypt in.pdf out.pdf”; or import the file that it was made from.
read-pdf-damaged = { $name } cannot be read: the file is cut off, damaged, or no PDF.
read-pdf-damaged-hint = Copy or download it again. If a PDF viewer still opens it, print it there to a new PDF.

## json, csv, xlsx, eaf, exb, cha
read-json-damaged = { $name } is not valid JSON, or its segments are not what transcription programs write.
read-json-damaged-hint = It may be cut off: copy it again, or export subtitles (.vtt, .srt) from the program that wrote it.
read-no-segments = { $name } has no segments with text.
read-no-segments-hint = What can be read is the JSON of Whisper, whisperX and podcast transcripts; otherwise export subtitles (.vtt, .srt) or plain text.
read-xml-damaged = { $name } is damaged: it is not well-formed XML.
read-xml-damaged-hint = It may be cut off: copy it again, or open it in the program that wrote it and save it anew.
read-no-speech-tier = { $name } has no tier with speech.
read-no-speech-tier-hint = Open it in the program that wrote it and see whether there are annotations with text.
read-no-such-tier = { $name } has no tier “{ $tier }”.
read-no-such-tier-hint = The tiers, with the number of their annotations: { $tiers }. Those to read can be named.
read-tiers-of-one = More than one tier of the same person was read, so that they alternate: { $tiers }. Those to read can be named.
read-tiers-left-out = Tiers left out: { $tiers }. Those to read can be named.
read-chat-dependent = Dependent tiers left out: { $tiers }.
read-columns-wrong = “{ $typed }” does not say what the columns are.
read-columns-wrong-hint = Write text=, speaker=, start= or end= with a letter, a number or a heading: speaker=A,text=C,start=B.
read-no-such-column = There is no column “{ $column }”.
read-no-such-column-hint = The columns with their first cells: { $columns }.
read-column = { $column } “{ $words }”
read-quoted = “{ $words }”
read-columns-used = Columns read: text { $text }; speaker { $speaker }; start { $start }; end { $end }.
read-columns-left-out = Columns left out: { $columns }.
read-which-columns = It cannot be told which column of { $name } holds the words.
read-which-columns-hint = The columns with their first cells: { $columns }. Say which ones count; that of the words is enough.
read-time-notes = { $count ->
    [one] One cell of the times holds something else, which is not in the text: { $examples }
   *[other] { $count } cells of the times hold something else, which is not in the text: { $examples }
}
read-no-such-sheet = { $name } has no sheet “{ $sheet }”.
read-which-sheet = { $name } has several sheets, and it cannot be told which one is the transcript.
read-which-sheet-hint = The sheets with the number of their rows: { $sheets }. The one to read can be named.
read-sheets-left-out = Sheets left out: { $sheets }. Another one can be named.
read-sheet-damaged-hint = If Excel or LibreOffice can still open it, save it there as a new .xlsx file.
read-save-xlsx-hint = Open it in Excel or LibreOffice and save it as .xlsx or .csv.
read-old-xls = { $name } is an old Excel file (.xls, before Excel 2007).

## Structure: many interviews in a file, joined lines, times, the preview
structure-part = It is interview { $number } of { $all } in its file; lines “#TEXT name” begin each of them.
structure-parts-empty = { $count ->
    [one] One interview of the file (#TEXT) holds no text and was left out.
   *[other] { $count } interviews of the file (#TEXT) hold no text and were left out.
}
structure-joined = { $count ->
    [one] One line was joined to the one before; the break became a space.
   *[other] { $count } lines were joined to the ones before; the breaks became spaces.
}
structure-wrapped = The lines look hard-wrapped at about { $width } characters: { $breaks } of them end within a sentence, and each is a paragraph of its own. They can be joined.
structure-once = { $count ->
    [one] What looks like a label and occurs only once was not taken for one: { $labels }. It can be named as a speaker.
   *[other] What looks like a label and occurs only once was not taken for one: { $labels }. They can be named as speakers.
}
structure-once-label = “{ $label }” (its words count to { $other })
structure-clock = The times are times of day: they were counted from the first one, { $time }.
structure-times-start = { $count ->
    [one] One stamp; it is the start of its paragraph.
   *[other] { $count } stamps; they are starts of paragraphs.
}
structure-times-end = { $count ->
    [one] One stamp; it is the end of its paragraph.
   *[other] { $count } stamps; they are ends of paragraphs.
}
structure-times-mixed = { $starts ->
    [one] One stamp at the start of a paragraph is a start
   *[other] { $starts } stamps at the start of paragraphs are starts
}, { $ends ->
    [one] one at the end is an end
   *[other] { $ends } at the end are ends
}; those alone on a line count as { $most ->
    [start] starts
   *[end] ends
}.
left-out-speaker = { $count ->
    [one] One line says who speaks in the paragraph that follows: { $lines }
   *[other] { $count } lines say who speaks in the paragraph that follows: { $lines }
}
left-out-time = { $count ->
    [one] One line is the time of a paragraph beside it: { $lines }
   *[other] { $count } lines are times of paragraphs beside them: { $lines }
}
left-out-tool = { $count ->
    [one] One line is the transcription program’s own: { $lines }
   *[other] { $count } lines are the transcription program’s own: { $lines }
}
left-out-file = { $count ->
    [one] One line is the file’s header: { $lines }
   *[other] { $count } lines are the file’s header: { $lines }
}
left-out-split = { $count ->
    [one] One line begins the interview: { $lines }
   *[other] { $count } lines begin interviews: { $lines }
}
candidate-once = occurs once
candidate-line = alone on its line
candidate-phrase = looks like text
candidate-unwanted = switched off
