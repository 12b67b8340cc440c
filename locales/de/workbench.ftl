### Arbeiten in der Werkbank: Einsortieren, Verlauf, Memos, Schnellplätze. Die Schlüssel sind in beiden Sprachen gleich.

## Segmente in Subcodes einsortieren
error-nothing-to-sort = Es gibt keine Segmente zum Einsortieren.

## Der Verlauf
command-history = Zeigen, wer wann was getan hat, oder diese Liste schließen
hint-history = Verlauf
alias-history = Verlauf, Historie, Protokoll, wer hat was getan, Rückgängig-Liste
command-history-here = Zeigen, was mit diesem Dokument oder Code geschehen ist
alias-history-here = Verlauf des Dokuments, Verlauf des Codes
history-undone = rückgängig gemacht
history-discarded = endgültig rückgängig gemacht
history-newest = Nur die neuesten { $count } Einträge sind zu sehen; „absatz history“ hat alle.
history-with-subcodes = { $code } mit seinen Subcodes
history-no-place = Worum es hier ging, ist nicht mehr im Projekt.
records-only = Nur: { $what }
form-history-filter = Den Verlauf eingrenzen; leer heißt alles
form-memo-filter = Die Memos eingrenzen; leer heißt alle
field-filter-kind = Art, etwa Codierungen, Memos, Dokumente
field-filter-coder = Codierende/r
field-filter-document = Dokument
field-filter-text = Mit diesen Wörtern
filter-no-kind = „{ $kind }“ ist keines von: { $known }.
history-matter-project = Projekt
history-matter-coders = Codierende
history-matter-documents = Dokumente
history-matter-variables = Variablen, Fälle, Sets
history-matter-codes = Codes
history-matter-codings = Codierungen
history-matter-memos = Memos
history-matter-paraphrases = Paraphrasen
history-matter-summaries = Summarys
history-matter-consensus = Konsens
history-matter-undo = Rückgängigmachen

## Memos und Logbuch
command-memos = Die Memos auflisten oder die Liste schließen
alias-memos = Memo-Manager, Übersicht Memos, Notizen
command-logbook-list = Das Logbuch nach Tagen zeigen oder schließen
alias-logbook-list = Logbuch, Forschungstagebuch, Journal
memos-title = Alle Memos
logbook-title = Logbuch
cli-column-day = Tag
cli-column-entry = Eintrag
memo-no-place = Dieses Memo steht an keiner Stelle und keinem Code.

## Die Zwischenablage
error-clipboard-words = „{ $words }“ ({ $source }) lässt sich nicht als Aufruf lesen.
error-clipboard-missing = Das Programm „{ $program }“ für die Zwischenablage ({ $source }) gibt es hier nicht.
error-clipboard-failed = Nichts wurde kopiert: { $program }: { $reason }
error-clipboard-off = Nichts wurde kopiert: Die Zwischenablage ist abgeschaltet.
error-clipboard-long = Nichts wurde kopiert: { $count } Zeichen sind mehr, als ein Terminal annimmt.
hint-clipboard = Wie kopiert wird, sagt ABSATZ_CLIPBOARD oder clipboard in { $file }: auto, terminal, off oder ein Programm wie "xclip -selection clipboard".

## Die Farben
error-theme = Das Thema „{ $name }“ ({ $source }) gibt es nicht.
hint-theme = Es heißt dark (dunkel) oder light (hell); F3 wechselt es.

## Einsortieren
command-sort-segments = Die Segmente des Codes in seine Subcodes einsortieren
hint-sort-segments = einsortieren
alias-sort-segments = Smart Coding, Code aufteilen, Subsumption, Kategorie ausdifferenzieren, Creative Coding
command-sort-mark = Das Segment markieren, um mehrere auf einmal einzusortieren
hint-sort-mark = markieren
command-sort-pick = In einen neuen Subcode oder einen anderen Code einsortieren
hint-sort-pick = neuer Subcode
alias-sort-pick = Code aufteilen
command-sort-back = Zurück in den Code selbst
hint-sort-back = zurück
command-sort-again = Noch einmal in denselben Subcode
hint-sort-again = noch einmal
command-sort-only-open = Alle Segmente zeigen oder nur die ohne Subcode
hint-sort-only-open = nur offene
context-sorting = Segmente einsortieren
need-sorting = Erst die Segmente eines Codes einsortieren (S auf einem Code).
title-sorting = Einsortieren: { $code }
sorting-into = In welchen Subcode
sorting-progress = { $sorted } von { $all } einsortiert
sorting-none = „{ $code }“ hat keine eigenen Segmente zum Einsortieren.
sorting-all-sorted = Jedes Segment ist in einem Subcode.
sorting-no-subcodes = Noch keine Subcodes: { $key } legt einen an.
sorting-no-subcode = Es gibt keinen Subcode Nummer { $number }.
sorting-no-last = Es wurde noch nichts einsortiert.
sorting-no-open = Kein anderes Segment hier ist ohne Subcode.
sorting-only-open = Nur Segmente ohne Subcode sind zu sehen.
sorting-all = Alle Segmente sind zu sehen.
picker-sort = In welchen Code? Ein neuer Name wird ein Subcode.

## Schnellplätze
command-slot-1 = Schnellplatz 1: seinen Code vergeben; auf einem Code: füllen; einsortieren: Subcode 1
command-slot-2 = Schnellplatz 2: seinen Code vergeben; auf einem Code: füllen; einsortieren: Subcode 2
command-slot-3 = Schnellplatz 3: seinen Code vergeben; auf einem Code: füllen; einsortieren: Subcode 3
command-slot-4 = Schnellplatz 4: seinen Code vergeben; auf einem Code: füllen; einsortieren: Subcode 4
command-slot-5 = Schnellplatz 5: seinen Code vergeben; auf einem Code: füllen; einsortieren: Subcode 5
command-slot-6 = Schnellplatz 6: seinen Code vergeben; auf einem Code: füllen; einsortieren: Subcode 6
command-slot-7 = Schnellplatz 7: seinen Code vergeben; auf einem Code: füllen; einsortieren: Subcode 7
command-slot-8 = Schnellplatz 8: seinen Code vergeben; auf einem Code: füllen; einsortieren: Subcode 8
command-slot-9 = Schnellplatz 9: seinen Code vergeben; auf einem Code: füllen; einsortieren: Subcode 9
command-slots = Die Schnellplätze zeigen und ändern
alias-slots = Code-Favoriten, Schnellliste, Tastenkürzel
slot-empty = Schnellplatz { $number } ist leer: { $key } im Codesystem legt einen Code dorthin.
slot-put = Schnellplatz { $number } ist { $code }: { $key } vergibt ihn.
slot-nothing = leer
menu-slots = Schnellplätze
menu-slots-keys = 1 bis 9, Enter Code wählen · x leeren · Esc verlassen
picker-slot = Ein Code für Schnellplatz { $number }

## Aktivierung
command-activate-where = Die Dokumente aktivieren, für die eine Bedingung gilt
alias-activate-where = Dokumente nach Variablen aktivieren, Dokumentvariablen, Dokumente filtern
command-activate-set = Die Dokumente oder Codes eines Sets aktivieren
alias-activate-set = Codeset, Dokumentset, Set aktivieren
form-activate-where = Dokumente aktivieren, für die gilt …
field-activate-where = Bedingung, etwa: Ebene = Kommune and Größe < 100
activate-none = Die Bedingung gilt für kein Dokument: { $condition }
activate-no-sets = Es gibt noch keine Sets.
menu-activate-set = Welches Set soll aktiviert werden?
segments-of-active = { $count ->
    [one] aus einem aktivierten Dokument
   *[other] aus { $count } aktivierten Dokumenten
}

## Vieles auf einmal, und genauer
command-code-hits = Jede Zeile der Liste codieren
hint-code-hits = alle codieren
alias-code-hits = Autocodieren, Suchergebnisse codieren, alle Treffer codieren
command-code-speaker = Alles codieren, was diese Person hier sagt
alias-code-speaker = Sprecher autocodieren, Redebeiträge codieren
need-listed = Erst suchen (/) oder eine Abfrage stellen (Q).
many-no-speaker = Wer in diesem Absatz spricht, ist nicht bekannt.
many-title = { $code } vergeben an alles aus: { $what }
many-count = { $count ->
    [one] Eine Stelle
   *[other] { $count } Stellen
} in { $documents ->
    [one] einem Dokument
   *[other] { $documents } Dokumenten
}. Ein Rückgängig nimmt alles zurück.
picker-apply-all = { $count ->
    [one] Eine Stelle codieren: { $what }
   *[other] { $count } Stellen codieren: { $what }
}
command-select-sentence = Den Satz auswählen; noch einmal: einen mehr
hint-select-sentence = Satz
command-select-next-sentence = Stattdessen den nächsten Satz auswählen
command-grow-end = Das Segment um ein Wort verlängern
alias-grow-end = Segment erweitern, Codierung verlängern
command-shrink-end = Das Segment um ein Wort verkürzen
alias-shrink-end = Segment verkleinern
command-grow-start = Das Segment ein Wort früher beginnen
command-shrink-start = Das Segment ein Wort später beginnen
resize-no-further = Auf dieser Seite kann das Segment nicht weiter.
command-anchor-examples = Die Ankerbeispiele des Codes zeigen und entfernen
alias-anchor-examples = Beispiele im Codebuch
menu-anchors = Ankerbeispiele: { $code }
menu-anchors-keys = Enter dorthin · x entfernen · Esc verlassen
anchors-none = „{ $code }“ hat kein Ankerbeispiel: a auf einem Segment macht es dazu.
anchor-no-place = Dieses Beispiel kommt aus einem Codebuch; seine Fundstelle ist nicht im Projekt.
command-code-filter = Nur Codes mit bestimmten Wörtern zeigen
alias-code-filter = Codes suchen, Codesystem filtern
form-code-filter = Nur Codes mit bestimmten Wörtern zeigen
field-code-filter = Wörter des Namens; leer zeigt alle
code-filter-none = Kein Code hat diese Wörter.
pane-codes-with = Codes: „{ $words }“
field-research-question = Forschungsfrage, die er beantwortet
field-origin = Herkunft: { $choices }
origin-unspecified = ohne Angabe
origin-deductive = deduktiv
origin-inductive = induktiv
origin-wrong = „{ $typed }“ ist keines von: { $choices }.

## Sorge für die Studie
command-doctor = Die Projektdatei prüfen und nach Auffälligem suchen
alias-doctor = Integrität, Reparatur, beschädigte Datei, Diagnose
page-doctor = Ist alles in Ordnung?
command-backup = Eine Kopie des Projekts schreiben
alias-backup = Speichern unter, Sicherung, Projekt kopieren, Backup
form-backup = Eine Kopie des Projekts schreiben
command-consent-remove = Herausnehmen, was zur Einwilligung festgehalten ist
alias-consent-remove = Einwilligung löschen
consent-nothing-to-remove = Für { $document } ist zur Einwilligung nichts festgehalten.
consent-of-all = Das ganze Interview
menu-consent-remove = Wessen Einwilligung soll aus { $document } heraus?
command-names-import = Namen und Ersetzungen aus einer Datei übernehmen
alias-names-import = Pseudonyme importieren, Namensliste
form-names-import = Namen und Ersetzungen aus einer Datei übernehmen
field-names-file = Datei: CSV oder Tabelle, wie „absatz pseudonyms export“ sie schreibt

## Einsortieren und viel codieren auf der Befehlszeile
cli-sort-what = Welche Segmente sollen einsortiert werden?
cli-sort-what-hint = Fundstellen nennen, etwa 5:9, oder --all für die, die noch in keinem Subcode sind.
cli-sorted = { $count ->
    [one] Ein Segment ist jetzt in { $code }.
   *[other] { $count } Segmente sind jetzt in { $code }.
}
cli-would-sort = { $count ->
    [one] Ein Segment käme in { $code }.
   *[other] { $count } Segmente kämen in { $code }.
}
cli-code-no-speaker = In Dokument { $label } spricht niemand namens „{ $speaker }“.
cli-code-speakers = Dort sprechen: { $names }.
cli-coded-turns = { $count ->
    [one] Ein Redebeitrag wurde codiert: { $codes }
   *[other] { $count } Redebeiträge wurden codiert: { $codes }
}
cli-would-code-turns = { $count ->
    [one] Ein Redebeitrag würde codiert: { $codes }
   *[other] { $count } Redebeiträge würden codiert: { $codes }
}

## Der eigene Editor
editor-failed-text = Der Editor endete mit einem Fehler. Was er geschrieben hat, steht hier: Esc sichert es, Strg-C verwirft es.
editor-same = Im Editor wurde nichts geändert.

## Vorlagen für Memos
command-memo-templates = Die Texte auflisten und schreiben, mit denen Memos beginnen
alias-memo-templates = Memo-Vorlagen, Vorlage für Interviewprotokoll, Formulare
menu-all-templates = Texte, mit denen Memos beginnen
menu-all-templates-keys = Enter neu schreiben · r umbenennen · x entfernen · Esc verlassen
menu-new-template = Eine neue Vorlage …
menu-no-template = Ohne Vorlage
form-template = Ein Text, mit dem Memos beginnen
field-template-kind = Für Memos an: { $choices }
field-template-text = Text, Markdown mit Überschriften
