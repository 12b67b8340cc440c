### Die Befehlszeile: jedes Wort, das hier ein Mensch liest. Die Schlüssel sind in beiden Sprachen dieselben. Hilfe und Aufruffehler sind englisch und stehen im Programm.

cli-no-project-here = In diesem Ordner liegt kein Projekt.
cli-no-project-here-hint = Nennen Sie eines mit -p DATEI oder ABSATZ_PROJECT, beginnen Sie eines mit „absatz new studie.absatz“ oder probieren Sie „absatz demo“.
cli-several-projects = In diesem Ordner liegen mehrere Projekte: { $names }.
cli-several-projects-hint = Sagen Sie mit -p DATEI oder ABSATZ_PROJECT, welches.
cli-project-before-command = { $file } steht vor dem Befehl.
cli-project-before-command-hint = Schreiben Sie: absatz -p { $file } BEFEHL
cli-no-such-command = Es gibt weder einen Befehl noch ein Projekt „{ $name }“.
cli-no-such-command-hint = „absatz --help“ zeigt alle Befehle.
cli-labels-are = Die Dokumente sind: { $labels }.
cli-no-terminal = Die Arbeitsumgebung braucht ein Terminal.
cli-no-terminal-hint = In einem Skript helfen die Befehle; „absatz --help“ zeigt sie.
cli-coder-needed = Ein Projekt braucht eine codierende Person.
cli-coder-needed-hint = Nennen Sie sie mit --coder NAME.
cli-project-made = { $file }: ein neues Projekt; es codiert { $coder }, Belege sehen so aus: { $citation }.
cli-written = { $file } ist geschrieben.
cli-binary-to-terminal = Dieses Format ist nichts für ein Terminal.
cli-binary-to-terminal-hint = Nennen Sie eine Datei mit -o DATEI.
cli-format-needed = In welchem Format?
cli-format-needed-hint = Sagen Sie es mit --format NAME oder durch die Endung von -o DATEI.
cli-stdin-not-utf8 = Die Standardeingabe ist kein UTF-8.
cli-no-documents = Es gibt noch keine Dokumente. „absatz import DATEI...“ nimmt welche auf.
cli-nothing-to-set = Was soll geändert werden?
cli-nothing-to-set-document = Nehmen Sie --label, --title, --group oder --stage.
cli-document-set = { $label }: { $title }
cli-document-removed = { $label } ist entfernt, mit { $codings ->
    [one] einem codierten Segment
   *[other] { $codings } codierten Segmenten
}, { $memos ->
    [one] einem Memo
   *[other] { $memos } Memos
}, { $summaries ->
    [one] einem Summary
   *[other] { $summaries } Summarys
} und { $paraphrases ->
    [one] einer Paraphrase
   *[other] { $paraphrases } Paraphrasen
}. „absatz undo“ holt es zurück.
cli-no-variables = Noch keine Variablen. „absatz documents variables set LABEL NAME=WERT“ setzt eine.
cli-variables-set = { $label }: { $count ->
    [one] eine Variable
   *[other] { $count } Variablen
} gesetzt.
cli-not-name-value = „{ $text }“ ist nicht NAME=WERT.
cli-not-name-value-hint = Zum Beispiel: funktion=Leitung
cli-no-codes = Es gibt noch keine Codes. „absatz codes add Hemmnisse/Rechtlich“ legt welche an.
cli-codes-added = { $count ->
    [one] Ein Code
   *[other] { $count } Codes
} angelegt: { $codes }
cli-code-renamed = { $before } heißt jetzt { $after }.
cli-code-recolored = { $after } hat jetzt { $color }.
cli-code-moved = { $before } ist jetzt { $after }.
cli-code-merged = { $from } ist in { $into } aufgegangen.
cli-code-removed = { $code } ist entfernt, mit { $codings ->
    [one] einem codierten Segment
   *[other] { $codings } codierten Segmenten
}. „absatz undo“ holt ihn zurück.
cli-code-defined = { $code } ist definiert.
cli-origin-deductive = deduktiv
cli-origin-inductive = induktiv
cli-codes-with-lines = Bei - stehen die Codes in der Standardeingabe, nicht auf der Befehlszeile.
cli-codes-needed = Welche Codes?
cli-codes-needed-hint = Schreiben Sie: absatz code 5:9 Rechtlich, oder Zeilen STELLE<TAB>CODE an: absatz code -
cli-would-code = Würde { $place } mit { $codes } codieren.
cli-line = Zeile { $line }: { $message }
cli-line-no-tab = kein Tabulator zwischen Stelle und Code.
cli-line-no-tab-hint = Schreiben Sie STELLE<TAB>CODE.
cli-nothing-coded = Sie haben { $place } nicht mit { $codes } codiert.
cli-uncoded = { $place }: { $count ->
    [one] ein Segment
   *[other] { $count } Segmente
} gekürzt oder entfernt.
cli-other-document = { $place } liegt in einem anderen Dokument als das Segment.
cli-segment-removed = { $place } { $code } ist entfernt.
cli-by-what = --by kennt bei { $of }: { $known }.
cli-no-such-group = Es gibt keine Gruppe „{ $group }“.
cli-groups-are = Die Gruppen sind: { $groups }.
cli-segments-found = { $count ->
    [0] Keine codierten Segmente.
    [one] Ein codiertes Segment.
   *[other] { $count } codierte Segmente.
}
cli-summary-written = Das Summary zu { $code } in { $label } ist geschrieben.
cli-summary-emptied = Das Summary zu { $code } in { $label } ist leer.
cli-summary-of = Von { $coder }:
cli-summary-none = Zu { $code } in { $label } gibt es noch kein Summary.
cli-no-history = Bisher ist nichts geschehen, was dazu passt.
cli-undone-mark = rückgängig
cli-undone = Rückgängig: { $operation }
cli-redone = Wiederhergestellt: { $operation }
cli-backup-written = { $file } ist eine Kopie des Projekts.
cli-doctor-whole = { $file } ist unversehrt.
cli-doctor-damaged-hint = Arbeiten Sie mit Ihrer letzten Sicherung weiter; heben Sie diese Datei auf, Teile davon sind lesbar.
cli-odd-no-speakers = { $label }: Es wurden keine Sprechenden erkannt.
cli-odd-same-file = { $label } stammt aus derselben Datei wie { $other }.
cli-odd-unused-code = { $code } hat keine codierten Segmente.
cli-odd-no-definition = { $code } wird benutzt und hat keine Definition.
cli-odd-summary-without-segments = { $label }: ein Summary zu { $code }, aber kein Segment ist damit codiert.
cli-odd-unsaved = { $count ->
    [one] Ein Text wurde
   *[other] { $count } Texte wurden
} in der Arbeitsumgebung nicht gespeichert; beim Öffnen wird er angeboten.
cli-hidden = verborgen
cli-coders-added = Aufgenommen: { $names }
cli-coder-renamed = { $coder } heißt jetzt { $name }.
cli-coder-in-use = In dieser Kopie des Projekts arbeitet { $name }.
cli-status-set = { $label }: { $status } ({ $coder })
cli-status-not-started = nicht begonnen
cli-status-in-progress = in Arbeit
cli-status-done = fertig
cli-coder-chosen = In { $label } zählen die Codierungen von { $coder }.
cli-coder-not-chosen = In { $label } zählen die Codierungen der Person, die es zuerst für fertig erklärt.
cli-no-such-memo = Es gibt kein Memo { $uuid }.
cli-no-such-memo-hint = „absatz memo list“ zeigt die Memos, die Sie lesen dürfen.
cli-memo-on-project = das Projekt
cli-memo-on-free = frei
cli-memo-on-logbook = Logbuch
cli-no-memos = Keine Memos.
cli-memo-written = Memo zu: { $on }
cli-memos-removed = { $count ->
    [one] Ein Memo ist entfernt.
   *[other] { $count } Memos sind entfernt.
}
cli-import-one-label = Eine Kennung oder ein Titel gilt für eine Datei.
cli-import-one-label-hint = Nehmen Sie die Dateien einzeln auf oder setzen Sie Kennungen später: absatz documents set 5 --label 6
cli-import-counts = { $paragraphs ->
    [one] ein Absatz
   *[other] { $paragraphs } Absätze
}, { $words ->
    [one] ein Wort
   *[other] { $words } Wörter
}
cli-import-reader = Gelesen als
cli-import-encoding = Zeichensatz
cli-import-times = Mit Zeit
cli-import-note = Hinweis
cli-import-candidates = Keine Sprechenden
cli-import-candidate = „{ $label }“ ({ $count }, { $reason })
cli-import-interviewer = { $label } ({ $count }, fragt)
cli-import-left-out = Ausgelassen
cli-working = Arbeitet … { $percent } % (Strg-C bricht ab)
cli-working-stopped = Abgebrochen. Nichts wurde geändert.
cli-working-stops = Wird abgebrochen …
cli-import-progress = { $done } von { $all }: { $file }
cli-import-stopped = Abgebrochen: Was bis dahin aufgenommen war, bleibt ({ $done } von { $all } Dateien).
cli-import-stopped-hint = „absatz undo“ nimmt es zurück; derselbe Aufruf nimmt den Rest auf.
cli-import-several = { $file } enthält { $count } Interviews: Eine Kennung oder ein Titel gilt für eines.
cli-list-imported = Aufgenommen
cli-column-number = Nr.
cli-column-speaker = Sprecher/in
cli-column-time = Zeit
cli-column-beginning = Anfang
cli-column-note = Anmerkung
cli-import-failed = { $failed } von { $all ->
    [one] einer Datei
   *[other] { $all } Dateien
} { $failed ->
    [one] lässt
   *[other] lassen
} sich nicht aufnehmen.
cli-codebook-imported = { $added } angelegt, { $changed } geändert, { $unchanged } unverändert.
cli-codebook-would = Würde { $added } anlegen und { $changed } ändern; { $unchanged } bleiben, wie sie sind.
cli-demo-made = Eine Studie zum Ausprobieren mit { $documents } Interviews, { $codes } Codes und den Codierungen von { $coders }. Öffnen Sie sie mit „absatz DATEI“:
cli-hits = { $count ->
    [0] Nicht gefunden.
    [one] Einmal gefunden.
   *[other] { $count }-mal gefunden.
}
cli-search-coded = { $count ->
    [one] Ein Absatz
   *[other] { $count } Absätze
} mit { $code } codiert.
cli-search-would-code = Würde { $count ->
    [one] einen Absatz
   *[other] { $count } Absätze
} mit { $code } codieren.
cli-column-label = Dokument
cli-column-group = Gruppe
cli-column-paragraphs = Absätze
cli-column-words = Wörter
cli-column-speakers = Sprechende
cli-column-title = Titel
cli-column-coded = Codiert
cli-column-file = Datei
cli-column-imported = Aufgenommen
cli-column-code = Code
cli-column-segments = Segmente
cli-column-with-subcodes = Mit Subcodes
cli-column-definition = Definition
cli-column-apply = Anwenden, wenn
cli-column-not-apply = Nicht, wenn
cli-column-origin = Herkunft
cli-column-research-question = Forschungsfrage
cli-column-anchors = Ankerbeispiele
cli-column-id = Nr.
cli-column-at = Wann
cli-column-coder = Codierende/r
cli-column-operation = Was
cli-column-codings = Segmente
cli-column-counts = Es zählt
cli-column-uuid = UUID
cli-column-on = Zu
cli-column-memo = Memo
cli-column-context = Wo
cli-column-keys = Tasten
cli-column-command = Befehl
cli-column-does = Was er tut
cli-list-documents = Dokumente
cli-list-codes = Codesystem
cli-list-history = Verlauf
cli-list-hits = In den Transkripten gefunden
cli-column-citation = Beleg
cli-column-before = Davor
cli-column-found = Fundstelle
cli-column-after = Danach
