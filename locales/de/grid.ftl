### The Summary Grid: summaries, states of cells, condensations, Summary Tables.

## States of cells without segments
cell-state-not-asked = nicht gefragt
cell-state-no-answer = gefragt, keine Antwort
cell-state-nothing = nichts Relevantes
cell-state-done = durchgesehen, nichts codiert
cell-state-not-judged = nicht beurteilt
cell-state-differs = je Interview verschieden
error-cell-state-unknown = „{ $name }“ ist kein Zustand einer Zelle.
error-cell-has-segments = Dokument { $label } hat Segmente zu { $code }: Die Zelle braucht keinen Zustand.
error-cell-has-segments-hint = Ihr Summary schreiben oder den Code zuerst von den Segmenten nehmen.

## On the command line
cli-cell-state-hint = Zustände sind: { $names }; none nimmt einen zurück.
cli-cell-state-needs = Welche Zellen?
cli-cell-state-needs-hint = Dokumente (oder eine Gruppe) und Codes nennen, oder mit --from-guides aus den Leitfäden nehmen.
cli-cell-state-guides-only = --from-guides sagt, welche Dokumente nicht gefragt wurden.
cli-cell-state-guides-only-hint = So wird es verwendet: absatz cell-state not-asked --from-guides
cli-cell-states-set = { $count ->
    [0] Keine Zelle wurde geändert.
    [one] Eine Zelle: { $state }.
   *[other] { $count } Zellen: { $state }.
}
cli-cell-states-coded = { $count ->
    [one] Eine Zelle hat Segmente und braucht keinen Zustand.
   *[other] { $count } Zellen haben Segmente und brauchen keinen Zustand.
}
cli-cell-state-cleared = kein Zustand
cli-cell-states-none = Keine Zelle hat einen Zustand.
cli-list-cell-states = Zustände von Zellen
cli-summary-state = { $label } × { $code }: { $state }.
cli-condensed-written = Die Zusammenfassung von { $name } ist geschrieben.
cli-condensed-emptied = Die Zusammenfassung von { $name } ist leer.
cli-condensed-none = Zu { $name } gibt es noch keine Zusammenfassung.
cli-condensed-no-text = Eine Zusammenfassung dieser Art wurde noch nicht geschrieben.
cli-list-document-summaries = Zusammenfassungen von Dokumenten
cli-list-code-summaries = Zusammenfassungen zu Codes
cli-list-case-summaries = Zusammenfassungen von Fällen
cli-column-document = Dokument
cli-column-state = Zustand
cli-column-summary = Zusammenfassung

## The grid as a table
table-grid-level = { $summarised } von { $cells } Zellen zusammengefasst; { $waiting ->
    [0] keine mit Segmenten wartet.
    [one] eine mit Segmenten wartet.
   *[other] { $waiting } mit Segmenten warten.
}
table-grid-state = { $count } { $state }.
table-grid-row-summary = Zusammenfassung
table-grid-code-summary = Zusammenfassung des Codes
table-grid-level-title = Füllstand des Summary-Grids
table-grid-of = Von
table-grid-cells = Zellen
table-grid-summarised = Zusammengefasst
table-grid-waiting = Wartend
table-grid-bare = Noch nichts
table-grid-all = Alle
table-grid-waiting-title = Zellen, die auf ein Summary warten
table-grid-segments = Segmente

## In the workbench
title-grid-level = { $summarised } von { $cells } zusammengefasst; { $waiting } warten
title-grid-active = Aktiviertes
grid-foot = fertig
command-cell-not-asked = Diese Zelle: nicht gefragt (noch einmal: zurücknehmen)
hint-cell-not-asked = nicht gefragt
command-cell-no-answer = Diese Zelle: gefragt, ohne Antwort (noch einmal: zurücknehmen)
command-cell-nothing = Diese Zelle: nichts Relevantes (noch einmal: zurücknehmen)
command-next-bare = Zur nächsten unbeurteilten Zelle: ohne Segmente, Summary und Zustand
hint-next-bare = leer
command-previous-bare = Zur vorigen unbeurteilten Zelle
command-grid-rows = Was die Zeilen des Grids sind: Dokumente, Fälle, Personen, Gruppen
hint-grid-rows = Zeilen
alias-grid-rows = Gruppen vergleichen, Gruppenvergleich, Zitatmatrix
command-grid-turn = Codes als Zeilen, Dokumente als Spalten, und zurück
alias-grid-turn = transponieren, umdrehen
command-document-summary = Zusammenfassung eines Dokuments schreiben (im Grid: der Zeile)
alias-document-summary = Fallübersicht, Profil
command-code-summary = Zusammenfassung eines Codes schreiben (im Grid: der Spalte)
alias-code-summary = Kategorienbasierte Auswertung
command-case-summary = Fallzusammenfassung schreiben
alias-case-summary = Case Summary, Fallübersicht
case-summary-no-case = Dieses Dokument gehört zu keinem Fall: Es hat eine eigene Zusammenfassung.
cell-state-has-segments = Diese Zelle hat Segmente: Sie braucht keinen Zustand.
cell-segments = { $count ->
    [0] keine Segmente
    [one] ein Segment
   *[other] { $count } Segmente
}
no-bare-cell = Ab hier ist keine Zelle mehr ganz leer.
grid-rows-document = Dokumente
grid-rows-case = Fälle
grid-rows-person = Interviewte Personen
grid-rows-by = Geordnet nach { $by }
grid-rows-together = Zusammengelegt nach { $by }
menu-grid-rows = Was sind die Zeilen?
form-summary-of = Zusammenfassung: { $name }
form-summary-keys = Esc sichern · Tab Stelle · Strg-G Zitat · Strg-T Text · Strg-O Editor · Strg-C verwerfen
summary-beside = { $at } von { $count }
quote-summary = Eine Zusammenfassung ist nicht das Gesagte.

## Summary Tables
error-table-gone = Diese Summary-Tabelle gibt es nicht mehr.
error-no-such-table = Eine Summary-Tabelle „{ $name }“ gibt es nicht.
hint-no-tables = Noch ist keine gespeichert: absatz table create NAME --code …
hint-tables-are = Es gibt: { $names }.
error-table-exists = Eine Summary-Tabelle „{ $name }“ gibt es schon.
hint-table-exists = Einen anderen Namen wählen oder sie mit --replace ersetzen.
error-table-unreadable = Was die Summary-Tabelle „{ $name }“ enthält, ist nicht lesbar.
table-saved-gone = { $count ->
    [one] Ein Dokument, Code oder eine Variable daraus gibt
   *[other] { $count } Dokumente, Codes oder Variablen daraus gibt
} es nicht mehr.
cli-list-summary-tables = Summary-Tabellen
cli-column-rows = Zeilen
cli-column-variables = Variablen
cli-table-all = alle
cli-tables-none = Noch ist keine Summary-Tabelle gespeichert.
cli-table-saved = Die Summary-Tabelle { $name } ist gespeichert.
cli-table-renamed = Die Summary-Tabelle { $before } heißt jetzt { $name }.
cli-tables-removed = Entfernt: { $names }.
cli-table-which = Welche Summary-Tabelle?
cli-table-which-hint = absatz table list nennt die vorhandenen.
cli-column-documents = Dokumente
cli-column-codes = Codes
command-grid-save = Was das Grid zeigt, als Summary-Tabelle aufheben
alias-grid-save = Summary-Tabelle, Tabelle speichern
form-save-table = Als Summary-Tabelle aufheben
field-table-variables = Variablen neben den Dokumenten, durch Kommas getrennt (leer: keine)
field-table-where = 1: in der ersten Spalte (leer: in eigenen Spalten)
table-name-needed = Eine Summary-Tabelle braucht einen Namen.
table-name-taken = Die Summary-Tabelle { $name } gibt es schon: Noch einmal Enter ersetzt sie.
menu-summary-table = Summary-Tabelle: { $name }
table-where-wrong = Wo Variablen stehen, ist 1, die erste Spalte, oder nichts.
