### operations: every word that a person sees here. The keys are the same in both languages.

## Was getan wurde, wie Meldungen und der Verlauf es sagen: kurz, im Partizip. Nicht immer ist jede Variable da.
operation-create-project = Projekt angelegt
operation-change-setting = Einstellung geändert: { $value }
operation-add-coder = { $name } als codierende Person aufgenommen
operation-rename-coder = { $coder } in { $name } umbenannt
operation-recolor-coder = { $coder } eine andere Farbe gegeben
operation-assign-coder = { $count ->
    [one] Zugeteilt, was { $coder } codiert: ein Dokument
   *[other] Zugeteilt, was { $coder } codiert: { $count } Dokumente
}
operation-change-pass = Codierdurchgang { $name }
operation-set-status = Dokument { $label } für { $status ->
    [done] fertig
    [in-progress] in Arbeit
    [sealed] …
   *[not-started] nicht begonnen
} erklärt
operation-release-document = Dokument { $label }: { $value }
operation-choose-coder = Für Dokument { $label } gewählt, wessen Codierungen zählen: { $coder }
operation-import-document = Dokument { $label } importiert ({ $title })
operation-change-document = Dokument { $label } geändert
operation-remove-document = Dokument { $label } mit { $count ->
    [one] einer Codierung
   *[other] { $count } Codierungen
} entfernt
operation-add-code = Code { $code } angelegt
operation-rename-code = Code { $code } in { $name } umbenannt
operation-recolor-code = Code { $code } die Farbe { $value } gegeben
operation-move-code = Code { $code } verschoben nach: { $to }
operation-merge-codes = Code { $code } mit { $to } zusammengeführt
operation-remove-code = Code { $code } mit { $count ->
    [one] einer Codierung
   *[other] { $count } Codierungen
} entfernt
operation-define-code = Code { $code } beschrieben
operation-mark-revisit = { $count ->
    [one] Ein Dokument ist für { $code } noch einmal anzusehen
   *[other] { $count } Dokumente sind für { $code } noch einmal anzusehen
}
operation-revisited = In Dokument { $label } noch einmal nach { $code } gesehen
operation-add-anchor = { $place } zum Ankerbeispiel für { $code } gemacht
operation-remove-anchor = Ankerbeispiel für { $code } entfernt
operation-import-codebook = Codebuch { $name } importiert
operation-keep-codebook-version = Codebuch als Version { $name } festgehalten
operation-change-codebook-version = Name oder Begründung der Codebuchversion { $name } geändert
operation-remove-codebook-version = Codebuchversion { $name } entfernt
operation-apply-code = { $code } an { $place } vergeben
operation-remove-coding = { $code } von { $place } entfernt
operation-resize-coding = Codierung { $code } auf { $place } angepasst
operation-sort-segments = { $place } aus { $code } in { $to } einsortiert
operation-change-coding = Gewicht oder Kommentar von { $code } an { $place } geändert
operation-write-memo = Memo „{ $title }“ geschrieben
operation-remove-memo = Memo „{ $title }“ entfernt
operation-write-paraphrase = Paraphrase zu { $place } geschrieben
operation-remove-paraphrase = Paraphrase zu { $place } entfernt
operation-write-summary = Summary von Dokument { $label } zu { $code } geschrieben
operation-set-cell-state = { $status ->
    [not-asked] Festgehalten: Dokument { $label } nicht nach { $code } gefragt
    [no-answer] Festgehalten: Dokument { $label } zu { $code } gefragt, ohne Antwort
    [nothing] Festgehalten: in Dokument { $label } zu { $code } nichts Relevantes
    [sealed] Zustand einer Zelle festgehalten
   *[other] Zustand von Dokument { $label } × { $code } zurückgenommen
}{ $count ->
    [0] { "" }
    [1] { "" }
    [one] { "" }
   *[other] , insgesamt { $count } Zellen
}
operation-write-document-summary = Zusammenfassung von Dokument { $label } geschrieben
operation-write-code-summary = Zusammenfassung zu { $code } geschrieben
operation-write-case-summary = Zusammenfassung des Falls { $name } geschrieben
operation-undo = rückgängig gemacht: { $value }
operation-redo = wiederholt: { $value }

## Konsolidieren
operation-decide-difference = Unterschied an { $place } entschieden: { $code }
operation-settle-differences = { $count ->
    [one] einen kleinen Unterschied
   *[other] { $count } kleine Unterschiede
} nach einer Regel geklärt
operation-accept-agreed = { $count ->
    [one] eine übereinstimmend codierte Stelle
   *[other] { $count } übereinstimmend codierte Stellen
} in den Konsens übernommen
operation-finish-consensus = Konsens von Dokument { $label } für fertig erklärt
operation-reopen-consensus = Konsens von Dokument { $label } wieder geöffnet

## Cases, persons, sets, variables
operation-change-group = Gruppe { $name } geändert
operation-add-case = Fall { $name } angelegt
operation-change-case = Fall { $name } geändert
operation-remove-case = Fall { $name } entfernt
operation-assign-case = Fall von Dokument { $label } gewählt: { $name }
operation-add-person = Person { $name } angelegt
operation-change-person = Person { $name } geändert
operation-remove-person = Person { $name } entfernt
operation-assign-speaker = Festgehalten, wer { $speaker } in Dokument { $label } ist: { $name }
operation-add-set = Set { $name } angelegt
operation-change-set = Set { $name } geändert
operation-remove-set = Set { $name } entfernt
operation-save-query = Abfrage { $name } gespeichert
operation-rename-query = Abfrage { $name } in { $to } umbenannt
operation-remove-query = Abfrage { $name } entfernt
operation-save-table = Summary-Tabelle { $name } gespeichert
operation-rename-table = Summary-Tabelle { $name } in { $to } umbenannt
operation-remove-table = Summary-Tabelle { $name } entfernt
operation-add-variable = Variable { $name } angelegt
operation-change-variable = Variable { $name } geändert
operation-remove-variable = Variable { $name } mit { $count ->
    [one] einem Wert
   *[other] { $count } Werten
} entfernt
operation-import-variables = { $count ->
    [one] Einen Wert
   *[other] { $count } Werte
} aus { $name } importiert
operation-set-variable = { $name } von { $entity ->
    [case] Fall
    [person] Person
   *[document] Dokument
} { $label } auf „{ $value }“ gesetzt

## Recordings, consent, guides, protocols
operation-attach-recording = Aufnahme { $name } Dokument { $label } zugeordnet
operation-shift-recording = Zeiten von { $label } in { $name } um { $value } s verschoben
operation-detach-recording = Aufnahme { $name } von Dokument { $label } gelöst
operation-set-time = Zeit von { $place } auf { $value } gesetzt
operation-set-consent = Einwilligung von { $label } festgehalten
operation-withdraw-consent = Widerruf der Einwilligung von { $label } am { $value } festgehalten
operation-remove-consent = Einwilligung von { $label } wieder herausgenommen
operation-release-quotation = Festgehalten, dass { $place } { $status ->
    [released] freigegeben
    [changed] in anderen Worten freigegeben
    [refused] abgelehnt
   *[asked] vorgelegt
} wurde
operation-import-guide = Leitfaden { $name } { $value } aufgenommen
operation-remove-guide = Leitfaden { $name } entfernt
operation-set-guide-codes = Festgehalten, dass { $name } nach { $count ->
    [one] einem Code
   *[other] { $count } Codes
} fragt
operation-choose-guide = Leitfaden von Dokument { $label } gewählt: { $value }
operation-set-stage = Dokument { $label } { $status ->
    [pretest] den Pretests
   *[main] der Hauptstudie
} zugeordnet
operation-set-template = Vorlage „{ $name }“ geschrieben
operation-rename-template = Vorlage „{ $name }“ umbenannt in „{ $to }“
operation-remove-template = Vorlage „{ $name }“ entfernt

## Corrections, paraphrases, names
operation-replace-names = Namen in { $count ->
    [one] einem Text
   *[other] { $count } Texten
} ersetzt
operation-seal = Projekt versiegelt
operation-erase = ein Dokument endgültig gelöscht
operation-replace-document = Dokument { $label } neu eingelesen aus { $title }
operation-edit-text = Transkript korrigiert: { $place }
operation-set-speaker = Sprecher/in von { $place } festgelegt: { $name }

## Werte, die diese Wendungen in Worten sagen
operation-untitled = ohne Titel
operation-nothing = nichts
operation-nobody = niemand
operation-no-case = keiner
operation-first-done = wer es zuerst für fertig erklärt
operation-main-codes = Hauptcodes
setting-released = die Codierenden sehen die Arbeit der anderen
setting-blind = die Codierenden sehen die Arbeit der anderen nicht
setting-names-replaced = in Exporten werden Namen ersetzt
setting-names-kept = in Exporten bleiben die Namen stehen

## Getrennt arbeiten
operation-share = { $coder } ein Paket mit { $count ->
    [one] einem Dokument
   *[other] { $count } Dokumenten
} gegeben
operation-merge = die Arbeit von { $coder } übernommen
