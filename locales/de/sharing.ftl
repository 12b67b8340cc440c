### sharing: Pakete für Codierende, die getrennt arbeiten, und das Zurücknehmen ihrer Arbeit. Die Schlüssel sind in beiden Sprachen gleich.

## Pakete
error-share-from-package = Diese Datei ist ein Paket: Pakete werden im Projekt zu Hause geschrieben.
hint-share-from-package = Um die Arbeit zurückzuschicken: absatz share --back -o DATEI
error-share-consensus = { $name } ist keine Person, als { $name } kann niemand getrennt arbeiten.
error-back-no-package = Dieses Projekt ist kein Paket, es gibt nichts zurückzuschicken.
hint-back-no-package = Für das Paket einer codierenden Person deren Namen angeben: absatz share NAME -o DATEI
hint-package-exists = Einen anderen Namen wählen oder mit --force ersetzen.
error-no-documents-in-group = Kein Dokument ist in der Gruppe „{ $name }“.
error-passphrase-short = Die Passphrase ist kürzer als 8 Zeichen.
hint-passphrase-short = Mehrere Wörter hintereinander sind leicht zu merken und schwer zu erraten.
error-encrypting = Das Paket ließ sich nicht verschlüsseln: { $reason }
error-encrypted-damaged = Die verschlüsselte Datei ist beschädigt oder unvollständig.
error-encrypted-too-much-work = Die verschlüsselte Datei verlangt mehr Rechenarbeit als jede ehrliche Datei.
error-no-passphrase-file = Die Datei ist verschlüsselt, aber nicht mit einer Passphrase.
hint-no-passphrase-file = Sie mit dem Schlüssel entschlüsseln, für den sie gemacht ist, und dann die entschlüsselte Datei verwenden.
error-wrong-passphrase = Die Passphrase passt nicht.
hint-wrong-passphrase = Großschreibung und Leerzeichen zählen. Nachfragen, wer das Paket gemacht hat.
error-passphrase-needed = { $file } ist verschlüsselt: eine Passphrase ist nötig.
hint-passphrase-needed = Auf der Kommandozeile wird sie erfragt oder aus --passphrase-file oder ABSATZ_PASSPHRASE gelesen.
error-not-encrypted = { $file } ist nicht verschlüsselt: so öffnen, wie sie ist.
hint-unlocked-already = Vielleicht ist es schon entsperrt: absatz open { $file }
error-no-package = Es gibt keine Datei { $file }.
error-not-a-package = Die Datei ist weder ein Paket noch ein Projekt von absatz.
hint-not-a-package = Pakete schreibt absatz share; auch eine Kopie des Projekts lässt sich zusammenführen.
error-package-damaged = Die Datei ist beschädigt oder nicht von absatz geschrieben: { $what }
hint-package-damaged = Noch einmal schicken lassen; vielleicht wurde sie unterwegs verändert.
error-package-too-large = Die Datei ist größer als jede Studie.
hint-unlock-first = Es ist ein verschlüsseltes Paket. Zuerst entsperren: absatz unlock DATEI

## Zusammenführen
error-merge-itself = Die Datei ist dieses Projekt selbst.
hint-merge-itself = Das Paket oder die Kopie angeben, die zurückgekommen ist.
error-merge-into-package = Diese Datei ist ein Paket: zusammengeführt wird im Projekt zu Hause.
hint-merge-into-package = Mit absatz share --back zurückschicken und dort zusammenführen.
error-merge-other-project = Die Datei gehört zu einem anderen Projekt.
hint-merge-other-project = Nur Pakete und Kopien dieses Projekts lassen sich zusammenführen. Codes lassen sich mit absatz codebook übernehmen, Transkripte mit absatz import.
error-merge-no-coder = Hier gibt es { $name }, zu der das Paket gehört, nicht.
hint-merge-no-coder = Wurde das Hinzufügen rückgängig gemacht, hilft absatz redo.
error-merge-undecided = { $count ->
    [one] Eine Sache steht gegeneinander und ist nicht entschieden: nichts wurde zusammengeführt.
   *[other] { $count } Sachen stehen gegeneinander und sind nicht entschieden: nichts wurde zusammengeführt.
}
hint-merge-undecided = Alles auf einmal entscheiden mit --take ours, --take theirs oder --take both, oder einzeln: --decide 1=ours,2=theirs
error-no-such-conflict = Nichts, was gegeneinander steht, hat die Nummer { $number }.
hint-no-such-conflict = Es gelten die Nummern, die --dry-run zeigt.
error-copy-without-history = Die Kopie und dieses Projekt haben keinen Vorgang gemeinsam, der sagt, wo sie sich getrennt haben.
hint-copy-without-history = Zusammenführen lassen sich Pakete (absatz share) und Kopien mit vollständigem Verlauf.
error-copy-sealed = Die Kopie wurde versiegelt, nachdem sie sich von diesem Projekt getrennt hat: ihr Verlauf sagt nicht mehr, was vorher da war.
error-changed-outside = Dokument { $label }: der Text bei { $place } wurde von einem anderen Programm geändert, und nichts sagt, wohin die Codierungen gehören.
hint-changed-outside = Transkripte mit absatz edit korrigieren, das die Codierungen mitnimmt. Nach einem Versiegeln passen ältere Pakete nicht mehr: neue ausgeben.
merge-heading = Arbeit von { $coder } seit { $cut }
merge-nothing = Nichts Neues in der Arbeit von { $coder }.
merge-gone = ist weg
merge-went-into = ging auf in { $code }
merge-changed-there = neu beschrieben, umbenannt oder verschoben
merge-ours = unsere:
merge-theirs = deren: 
merge-take-ours = unsere
merge-take-theirs = deren
merge-take-both = beide
merge-added = { $what } hinzugefügt
merge-changed = { $what } geändert
merge-removed = { $what } entfernt
merge-clash-changed-on-both-sides = auf beiden Seiten geändert
merge-clash-gone-here = hier weg, dort geändert oder benutzt
merge-clash-gone-there = dort weg, hier geändert oder benutzt
merge-clash-name-taken = den Namen hat hier schon etwas anderes
merge-clash-cycle = jedes wurde unter das andere verschoben
merge-clash-decided-twice = auf beiden Seiten entschieden
merge-remark-united = wurde ein Segment: { $what }
merge-remark-same-as = auf beiden Seiten neu, für dasselbe genommen: { $what }
merge-remark-renamed = der Name war vergeben, kam herein als { $what }
merge-remark-corrected = Transkript im Paket korrigiert: Dokument { $what }
merge-remark-replayed = Transkript hier seitdem korrigiert, Stellen mitgenommen: Dokument { $what }
merge-remark-lost-words = die Worte stehen nicht mehr im Transkript: { $what }
merge-remark-left-at-place = die Codierung ist weg, das Memo bleibt an ihrer Stelle: { $what }
merge-remark-erased = hier endgültig gelöscht, nichts davon wird übernommen: { $what }
merge-remark-dropped = weggelassen, worum es geht, gibt es hier nicht mehr: { $what }
merge-remark-to-revisit = dafür noch einmal anzusehen: { $what }
merge-remark-others-work = nicht übernommen, das Paket gehört jemand anderem: { $what }

## Was gezählt wird
merge-count-setting = { $count ->
    [one] eine Einstellung
   *[other] { $count } Einstellungen
}
merge-count-coder = { $count ->
    [one] eine codierende Person
   *[other] { $count } Codierende
}
merge-count-coding-pass = { $count ->
    [one] ein Codierdurchgang
   *[other] { $count } Codierdurchgänge
}
merge-count-document-group = { $count ->
    [one] eine Gruppe
   *[other] { $count } Gruppen
}
merge-count-study-case = { $count ->
    [one] ein Fall
   *[other] { $count } Fälle
}
merge-count-reference-document = { $count ->
    [one] ein Leitfaden
   *[other] { $count } Leitfäden
}
merge-count-document = { $count ->
    [one] ein Dokument
   *[other] { $count } Dokumente
}
merge-count-person = { $count ->
    [one] eine Person
   *[other] { $count } Personen
}
merge-count-speaker = { $count ->
    [one] eine sprechende Person
   *[other] { $count } Sprechende
}
merge-count-paragraph = { $count ->
    [one] ein Absatz
   *[other] { $count } Absätze
}
merge-count-case-document = { $count ->
    [one] der Fall eines Dokuments
   *[other] die Fälle von { $count } Dokumenten
}
merge-count-document-set = { $count ->
    [one] ein Dokumentset
   *[other] { $count } Dokumentsets
}
merge-count-document-set-member = { $count ->
    [one] ein Dokument in einem Set
   *[other] { $count } Dokumente in Sets
}
merge-count-variable = { $count ->
    [one] eine Variable
   *[other] { $count } Variablen
}
merge-count-variable-value = { $count ->
    [one] ein Wert eines Dokuments
   *[other] { $count } Werte von Dokumenten
}
merge-count-case-value = { $count ->
    [one] ein Wert eines Falls
   *[other] { $count } Werte von Fällen
}
merge-count-person-value = { $count ->
    [one] ein Wert einer Person
   *[other] { $count } Werte von Personen
}
merge-count-media = { $count ->
    [one] eine Aufnahme
   *[other] { $count } Aufnahmen
}
merge-count-consent = { $count ->
    [one] eine Einwilligung
   *[other] { $count } Einwilligungen
}
merge-count-quotation-release = { $count ->
    [one] eine vorgelegte Passage
   *[other] { $count } vorgelegte Passagen
}
merge-count-memo-template = { $count ->
    [one] eine Vorlage
   *[other] { $count } Vorlagen
}
merge-count-saved-query = { $count ->
    [one] eine gespeicherte Abfrage
   *[other] { $count } gespeicherte Abfragen
}
merge-count-codebook-version = { $count ->
    [one] eine Codebuchversion
   *[other] { $count } Codebuchversionen
}
merge-count-saved-table = { $count ->
    [one] eine gespeicherte Tabelle
   *[other] { $count } gespeicherte Tabellen
}
merge-count-code = { $count ->
    [one] ein Code
   *[other] { $count } Codes
}
merge-count-guide-code = { $count ->
    [one] ein Code, nach dem ein Leitfaden fragt
   *[other] { $count } Codes, nach denen Leitfäden fragen
}
merge-count-code-set = { $count ->
    [one] ein Codeset
   *[other] { $count } Codesets
}
merge-count-code-set-member = { $count ->
    [one] ein Code in einem Set
   *[other] { $count } Codes in Sets
}
merge-count-anchor = { $count ->
    [one] ein Ankerbeispiel
   *[other] { $count } Ankerbeispiele
}
merge-count-coding = { $count ->
    [one] eine Codierung
   *[other] { $count } Codierungen
}
merge-count-memo = { $count ->
    [one] ein Memo
   *[other] { $count } Memos
}
merge-count-paraphrase = { $count ->
    [one] eine Paraphrase
   *[other] { $count } Paraphrasen
}
merge-count-summary = { $count ->
    [one] ein Summary
   *[other] { $count } Summarys
}
merge-count-document-summary = { $count ->
    [one] ein Dokument-Summary
   *[other] { $count } Dokument-Summarys
}
merge-count-code-summary = { $count ->
    [one] ein Code-Summary
   *[other] { $count } Code-Summarys
}
merge-count-case-summary = { $count ->
    [one] eine Fallzusammenfassung
   *[other] { $count } Fallzusammenfassungen
}
merge-count-cell-state = { $count ->
    [one] ein Zellenstand
   *[other] { $count } Zellenstände
}
merge-count-work = { $count ->
    [one] ein Bearbeitungsstand
   *[other] { $count } Bearbeitungsstände
}
merge-count-revisit = { $count ->
    [one] ein noch einmal anzusehender Code
   *[other] { $count } noch einmal anzusehende Codes
}
merge-count-decision = { $count ->
    [one] eine Entscheidung
   *[other] { $count } Entscheidungen
}
merge-count-decision-side = { $count ->
    [one] eine Seite einer Entscheidung
   *[other] { $count } Seiten von Entscheidungen
}

## Was gegeneinander steht
merge-noun-setting = die Einstellung
merge-noun-coder = die codierende Person
merge-noun-coding-pass = der Codierdurchgang
merge-noun-document-group = die Gruppe
merge-noun-study-case = der Fall
merge-noun-reference-document = der Leitfaden
merge-noun-document = das Dokument
merge-noun-person = die Person
merge-noun-speaker = die sprechende Person
merge-noun-paragraph = der Absatz
merge-noun-case-document = der Fall des Dokuments
merge-noun-document-set = das Dokumentset
merge-noun-document-set-member = das Dokument im Set
merge-noun-variable = die Variable
merge-noun-variable-value = der Wert
merge-noun-case-value = der Wert
merge-noun-person-value = der Wert
merge-noun-media = die Aufnahme
merge-noun-consent = die Einwilligung
merge-noun-quotation-release = die vorgelegte Passage
merge-noun-memo-template = die Vorlage
merge-noun-saved-query = die gespeicherte Abfrage
merge-noun-codebook-version = die Codebuchversion
merge-noun-saved-table = die gespeicherte Tabelle
merge-noun-code = der Code
merge-noun-guide-code = der Code, nach dem der Leitfaden fragt
merge-noun-code-set = das Codeset
merge-noun-code-set-member = der Code im Set
merge-noun-anchor = das Ankerbeispiel
merge-noun-coding = die Codierung
merge-noun-memo = das Memo
merge-noun-paraphrase = die Paraphrase
merge-noun-summary = das Summary
merge-noun-document-summary = das Dokument-Summary
merge-noun-code-summary = das Code-Summary
merge-noun-case-summary = die Fallzusammenfassung
merge-noun-cell-state = der Stand der Zelle
merge-noun-work = der Bearbeitungsstand
merge-noun-revisit = der noch einmal anzusehende Code
merge-noun-decision = die Entscheidung
merge-noun-decision-side = die Seite der Entscheidung
merge-unit-place = Stelle
merge-unit-text = Wortlaut
merge-unit-comment = Kommentar
merge-unit-weight = Gewicht
merge-unit-code = welcher Code
merge-unit-name = Benennung
merge-unit-parent = Obercode
merge-unit-color = Farbe
merge-unit-definition = was es umfasst
merge-unit-apply = wann zu vergeben
merge-unit-not-apply = wann nicht zu vergeben
merge-unit-origin = Herkunft
merge-unit-research-question = Forschungsfrage
merge-unit-title = Titel
merge-unit-label = Kennung
merge-unit-status = Bearbeitungsstand
merge-unit-state = Stand
merge-unit-value = Wert
merge-unit-document-group = Gruppe
merge-unit-guide = Leitfaden
merge-unit-stage = Pretest oder nicht
merge-unit-speaker = wer spricht
merge-unit-time = Beginn in der Aufnahme
merge-unit-end-time = Ende in der Aufnahme
merge-unit-role = Rolle
merge-unit-person = welche Person
merge-unit-study-case = Fall
merge-unit-kind = Art
merge-unit-version = Fassung
merge-unit-reason = Begründung
merge-unit-template = Vorlage
merge-unit-dated = Tag
merge-unit-working = Arbeitswert
merge-unit-published = veröffentlichter Wert
merge-unit-disclosure = Veröffentlichung
merge-unit-entity = wessen Variable
merge-unit-file-name = Dateiname
merge-unit-duration = Dauer
merge-unit-shift = Versatz
merge-unit-given = erteilt am
merge-unit-scope = Umfang
merge-unit-quotations = Zitate
merge-unit-withdrawn = widerrufen
merge-unit-delete-recording-by = Aufnahme zu löschen bis
merge-unit-recording-deleted = Aufnahme gelöscht
merge-unit-note = Notiz
merge-unit-answer = Antwort
merge-unit-wording = gewünschter Wortlaut
merge-unit-book = Inhalt
merge-unit-query = Abfrage
merge-unit-definition-of-table = was sie zeigt
merge-unit-consensus = Konsens
merge-unit-released = freigegeben
merge-unit-analysis-coder = wessen Codierungen zählen
merge-unit-outcome = Ergebnis

## Die Kommandozeile
cli-shared = { $file } für { $coder } geschrieben: { $documents ->
    [one] ein Dokument
   *[other] { $documents } Dokumente
}, { $codes ->
    [one] ein Code
   *[other] { $codes } Codes
}
cli-would-share = Würde { $file } für { $coder } schreiben: { $documents ->
    [one] ein Dokument
   *[other] { $documents } Dokumente
}, { $codes ->
    [one] ein Code
   *[other] { $codes } Codes
}
cli-sent-back = { $file } mit der Arbeit von { $coder } geschrieben: { $documents ->
    [one] ein Dokument
   *[other] { $documents } Dokumente
}, { $codes ->
    [one] ein Code
   *[other] { $codes } Codes
}, { $codings ->
    [0] keine Codierungen
    [one] eine Codierung
   *[other] { $codings } Codierungen
}
cli-shared-passphrase = Es ist verschlüsselt. Die Passphrase auf einem anderen Weg mitteilen als die Datei.
cli-unlocked = { $file } ist geschrieben; öffnen mit absatz open.
cli-no-packages = Es wurden keine Pakete ausgegeben.
cli-package-out = unterwegs
cli-column-package-given = ausgegeben
cli-column-package-merged = zurück
cli-passphrase-of = Passphrase von { $file }:
cli-passphrase-new = Passphrase für das Paket:
cli-passphrase-again = Noch einmal:
cli-passphrases-differ = Die beiden Passphrasen sind verschieden.
cli-passphrase-needed = Eine Passphrase ist nötig, und niemand sitzt am Terminal, um sie einzugeben.
cli-passphrase-needed-hint = Sie in ABSATZ_PASSPHRASE oder in eine Datei legen: --passphrase-file DATEI

## Die Werkbank
command-share = Teilen: ein Paket für jemanden schreiben, der getrennt codiert
alias-share = Teamwork, Export für Codierende, zweite Codierende, Paket
command-merge = Ein zurückgekommenes Paket zusammenführen
alias-merge = Teamwork, Import von Codierenden, Projekte zusammenführen
command-packages = Pakete: was unterwegs ist und was zurückkam
form-share = Ein Paket für jemanden schreiben
field-share-coder = Codierende/r
field-share-file = Datei (NAME.absatz; verschlüsselt NAME.absatz.age)
field-share-documents = Dokumente nach Kennung, mit Kommas (leer: alle)
field-share-passphrase = Passphrase (leer: unverschlüsselt)
sharing-file = paket
form-merge = Ein Paket oder eine Kopie des Projekts zusammenführen
field-merge-file = Datei
form-merge-passphrase = { $file } ist verschlüsselt
field-merge-passphrase = Passphrase dafür
merging-title = Arbeit von { $coder } seit { $cut }
merging-keys-plain = Enter zusammenführen · m noch einmal Anzusehendes · Esc verlassen
merging-keys-decided = Enter zusammenführen · o unsere · t deren · b beide · m noch einmal Anzusehendes · Esc verlassen
merging-keys = { $count } zu entscheiden: o unsere · t deren · b beide · O T alle übrigen · Esc verlassen
merging-undecided = { $count ->
    [one] Eine Sache ist noch nicht entschieden: o unsere, t deren, b beide.
   *[other] { $count } Sachen sind noch nicht entschieden: o unsere, t deren, b beide.
}
merging-not-both = Nur Texte lassen sich beide behalten.
sharing-packages = Ausgegebene Pakete
sharing-package-out = { $coder }: ausgegeben { $cut }, unterwegs
sharing-package-back = { $coder }: ausgegeben { $cut }, zurück { $at }
waiting-share = Das Paket wird geschrieben …
waiting-merge-plan = Was zurückkam, wird durchgesehen …
waiting-merge = Es wird zusammengeführt …
