### tables: every word that a person sees here. The keys are the same in both languages.

table-format-unknown = „{ $name }“ ist kein Tabellenformat.
table-ending-unknown = { $file }: Die Dateiendung steht für kein Tabellenformat.
table-formats-known = Bekannt sind: { $names }.
table-file-exists = { $file } gibt es bereits.
table-file-exists-hint = Bitte einen anderen Namen wählen oder die Datei mit --force ersetzen.
table-file-is-folder = { $file } ist ein Ordner.
table-file-no-folder = Es gibt keinen Ordner { $folder }.
table-file-no-folder-hint = Bitte den Ordner zuerst anlegen oder einen anderen wählen.
table-csv-one = Eine CSV-Datei fasst eine Tabelle; dieser Bericht hat { $count }.
table-csv-one-hint = Als .xlsx (je Tabelle ein Blatt), .html, .docx, .md oder .json schreiben, oder die Tabellen einzeln ausgeben.
table-xlsx-failed = Die Excel-Datei lässt sich nicht schreiben: { $reason }
table-xlsx-too-large = „{ $table }“ hat { $rows } Zeilen und { $columns } Spalten; ein Blatt fasst höchstens 1.048.575 Zeilen und 16.384 Spalten.
table-too-large-hint = Weniger Dokumente oder Codes wählen, oder als .csv oder .json schreiben.
table-docx-failed = Das Word-Dokument lässt sich nicht schreiben: { $reason }
table-docx-part = Spalten, Teil { $nth } von { $all }
table-csv-failed = Die CSV-Datei lässt sich nicht schreiben: { $reason }
table-notes = Hinweise
table-sheet-of = Blatt „{ $sheet }“
table-cut-mark = […gekürzt]
table-cut-note = { $count ->
    [one] Eine Zelle wurde bei 32.767 Zeichen gekürzt, mehr fasst eine Tabellenzelle nicht
   *[other] { $count } Zellen wurden bei 32.767 Zeichen gekürzt, mehr fasst eine Tabellenzelle nicht
}; am Ende steht { $mark }: { $cells }.
table-undefined = k. A.
written-named = { $name }:
written-no-prose = { $name } ist ein Format für Tabellen, und dies ist ein fortlaufender Text.
written-no-prose-hint = Fortlaufender Text wird als { $names } geschrieben.
chapters-nothing = Darin ist kein Segment.
chapters-no-code = Stellen unter mehreren Codes oder keinem
chapters-document = { $name }: { $title }
chapters-count = { $segments ->
    [one] Ein Segment
   *[other] { $segments } Segmente
} in { $documents ->
    [one] einem Interview
   *[other] { $documents } Interviews
}
chapters-weight = Gewicht { $weight }
table-project = Projekt: { $project }
table-created = Erstellt: { $date }
table-page = Seite { $page } von { $pages }
table-created-invalid = „{ $date }“ ist keine Zeitangabe.

## Spalten und Titel
table-segments-title = Codierte Segmente
table-grid-title = Summary-Grid
table-citation = Beleg
table-code = Code
table-segment = Segment
table-speaker = Sprecher/in
table-group = Gruppe
table-weight = Gewicht
table-comment = Kommentar
table-coder = Codierende/r
table-document = Dokument
table-title = Titel

## Auswertungsstand und Stand der Arbeit
table-set-consensus = Auswertungsstand Konsens: { $count ->
    [one] ein Dokument
   *[other] { $count } Dokumente
}.
table-set-chosen = Auswertungsstand { $coder } (gewählt): { $count ->
    [one] ein Dokument
   *[other] { $count } Dokumente
}.
table-set-done = Auswertungsstand { $coder } (zuerst für fertig erklärt): { $count ->
    [one] ein Dokument
   *[other] { $count } Dokumente
}.
table-set-reader = Auswertungsstand { $coder } (bisherige Arbeit, noch niemand fertig): { $count ->
    [one] ein Dokument
   *[other] { $count } Dokumente
}.
table-analysis-set = Auswertungsstand
