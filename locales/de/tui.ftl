### tui: every word that a person sees here. The keys are the same in both languages.

## Befehle: was jeder tut; hint- ist das kurze Wort der Fußzeile, alias- woran die Palette ihn noch erkennt
command-code = Passage codieren
hint-code = codieren
alias-code = Codieren, Zuordnen, Vergeben
command-repeat = Letzten Code noch einmal vergeben
hint-repeat = nochmal
command-uncode = Code von der Passage entfernen
hint-uncode = entfernen
alias-uncode = Codierung löschen
command-in-vivo = Wörter der Passage zum Code machen
alias-in-vivo = In-vivo-Code, In-vivo-Codieren
command-weight = Segment gewichten (0 bis 100)
alias-weight = Gewicht, Relevanz
command-comment = Segment kommentieren
alias-comment = Kommentar zur Codierung
command-anchor-example = Segment zum Ankerbeispiel seines Codes machen
alias-anchor-example = Codebuch, Ankerbeispiel
command-memo = Memo zu dem schreiben, worauf der Cursor steht
hint-memo = Memo
alias-memo = Notiz, Anmerkung
command-memo-project = Memo zum ganzen Projekt schreiben
alias-memo-project = Forschungstagebuch
command-copy-quotation = Wortlaut mit Beleg kopieren
alias-copy-quotation = Zitat, Zwischenablage
command-select-letters = Wörter und Buchstaben markieren
hint-select-letters = markieren
command-select-paragraphs = Absätze markieren
command-select-down = Markierung um den nächsten Absatz erweitern
command-select-up = Markierung um den vorigen Absatz erweitern
command-letter-right = Einen Buchstaben weiter
hint-letter-right = Buchstabe
command-letter-left = Einen Buchstaben zurück
command-word-right = Ein Wort weiter
hint-word-right = Wort
command-word-left = Ein Wort zurück
command-select-row-down = Eine Zeile hinunter
command-select-row-up = Eine Zeile hinauf
command-select-to-start = An den Anfang der Zeile
command-select-to-end = Ans Ende der Zeile
command-select-from-here = Ab hier markieren; noch einmal: das andere Ende bewegen
hint-select-from-here = ab hier
command-down = Hinunter
command-up = Hinauf
command-row-down = Eine Zeile weiterblättern
command-row-up = Eine Zeile zurückblättern
command-page-down = Eine Seite weiter
command-page-up = Eine Seite zurück
command-first = Zum Anfang
command-last = Zum Ende
command-centre = Absatz in die Mitte rücken
command-next-open = Zum nächsten Absatz ohne Code oder zur nächsten Zelle ohne Summary
hint-next-open = nächste Lücke
command-previous-open = Zum vorigen Absatz ohne Code oder zur vorigen Zelle ohne Summary
command-next-segment = Zum nächsten codierten Segment
command-previous-segment = Zum vorigen codierten Segment
command-cell-right = Einen Code nach rechts
command-cell-left = Einen Code nach links
command-go-to = Zu einer Stelle gehen, etwa 5:9
hint-go-to = gehe zu
alias-go-to = Springen, Beleg, Fundstelle
command-back = Einen Schritt zurück
command-open = Öffnen, worauf der Cursor steht
hint-open = öffnen
command-search = Texte, Memos, Summaries, Codes und Befehle durchsuchen
hint-search = suchen
alias-search = Lexikalische Suche, Finden, regulärer Ausdruck, Volltext
command-next-hit = Zum nächsten Treffer
command-previous-hit = Zum vorigen Treffer
command-code-segments = Segmente des Codes zeigen
hint-code-segments = Segmente
alias-code-segments = Segment-Suche, Liste der codierten Segmente, Retrieval
command-code-apply = Diesen Code an die Passage im Transkript vergeben
hint-code-apply = vergeben
command-code-add = Code anlegen
hint-code-add = neu
alias-code-add = Neuer Code, Kategorie
command-code-rename = Code umbenennen
hint-code-rename = umbenennen
command-code-define = Definition des Codes schreiben
hint-code-define = Definition
alias-code-define = Codierleitfaden, Codebuch, Code-Memo
command-code-colour = Farbe des Codes wählen
alias-code-colour = Code-Farbe
command-code-down = Code nach unten schieben
command-code-up = Code nach oben schieben
command-code-indent = Code zum Subcode des darüber machen
command-code-outdent = Code eine Ebene höher setzen
command-code-move = Code unter einen anderen verschieben
alias-code-move = Codesystem ordnen, Creative Coding
command-code-merge = Code mit einem anderen zusammenführen
alias-code-merge = Codes fusionieren, Zusammenfassen
command-code-remove = Code mit seinen Segmenten entfernen
alias-code-remove = Code löschen
command-fold = Einklappen oder zum Obercode gehen
command-unfold = Aufklappen
command-fold-all = Alle Codes einklappen
command-unfold-all = Alle Codes aufklappen
command-with-subcodes = Mit oder ohne Segmente der Subcodes
hint-with-subcodes = Subcodes
command-document-edit = Kennung, Titel, Gruppe ändern; Überschrift umbenennen
hint-document-edit = ändern
alias-document-edit = Dokument umbenennen, Dokumentgruppe
command-document-status = Nächster Stand: nicht begonnen, in Arbeit, fertig
hint-document-status = Stand
command-document-replace = Dokument aus einer Datei neu einlesen
alias-document-replace = Dokument ersetzen, erneut importieren
command-documents-by = Dokumente reihum nach Gruppen, Fällen, Sets
alias-documents-by = Dokumentgruppen, Dokument-Sets, Dokumente sortieren
command-document-remove = Dokument mit aller Arbeit daran entfernen
alias-document-remove = Dokument löschen
command-import = Transkripte importieren
alias-import = Datei importieren, Word, docx
command-grid = Summary-Grid öffnen oder schließen
hint-grid = Grid
alias-grid = Summary-Grid, Summary-Tabelle, Themenmatrix
command-cell-edit = Summary der Zelle schreiben; auf einem Segment: dorthin gehen
hint-cell-edit = Summary
alias-cell-edit = Zusammenfassen, Paraphrase
command-cell-segments = Zu den Segmenten der Zelle und zurück
hint-cell-segments = Segmente
command-undo = Letzte eigene Änderung zurücknehmen
hint-undo = zurück
alias-undo = Rückgängig
command-redo = Zurückgenommenes wiederherstellen
alias-redo = Wiederholen
command-drafts = Ungespeicherte Texte zeigen
alias-drafts = Wiederherstellen, Absturz
command-focus-next = Zum nächsten Bereich
hint-focus-next = Bereich
command-focus-previous = Zum vorigen Bereich
command-focus-documents = Zu den Dokumenten
alias-focus-documents = Dokumentensystem, Liste der Dokumente
command-focus-codes = Zu den Codes
alias-focus-codes = Codesystem, Liste der Codes, Kategoriensystem
command-focus-transcript = Zum Transkript
alias-focus-transcript = Dokument-Browser
command-focus-segments = Zur letzten Liste von Segmenten oder Treffern
alias-focus-segments = Liste der codierten Segmente
command-open-beside = Ein Transkript neben diesem öffnen
alias-open-beside = zweiter Dokument-Browser, in neuem Tab öffnen, zwei Dokumente, nebeneinander, geteilte Ansicht
command-other-half = Zum anderen von zwei Transkripten
hint-other-half = anderes
command-close-half = Dieses von zwei Transkripten schließen
alias-close-half = zweiten Dokument-Browser schließen, Tab schließen
command-exchange-halves = Zwei Transkripte die Plätze tauschen lassen
command-left-wider = Linkes von zwei Transkripten verbreitern
command-left-narrower = Linkes von zwei Transkripten verschmälern
command-side-wider = Seitenbereiche verbreitern
command-side-narrower = Seitenbereiche verschmälern
command-text-wider = Text verbreitern
command-text-narrower = Text verschmälern
command-documents-taller = Mehr Platz für die Dokumente
command-documents-lower = Mehr Platz für die Codes
command-theme = Zwischen dunkel und hell wechseln
alias-theme = Farben, Dunkelmodus
command-language = Continue in English
alias-language = Sprache, Englisch, language
command-help = Tasten zeigen, die hier gelten
hint-help = Hilfe
alias-help = Tasten, Tastenkürzel
command-palette = Jeden Befehl finden
hint-palette = Befehle
command-redraw = Fenster neu zeichnen
command-suspend = Anhalten; „fg“ kommt zurück
command-quit = Verlassen; alles bleibt erhalten
hint-quit = Ende
alias-quit = Beenden, Schließen

## Panes and titles
pane-documents = Dokumente
pane-codes = Codes
pane-transcript = Transkript
title-paragraph = Absatz { $at } von { $all }
title-left-of-two = links von zweien
title-right-of-two = rechts von zweien
title-segments = Segmente: { $code }
title-segments-sub = Segmente: { $code } und Subcodes
title-hits = Gefunden: „{ $query }“
hits-text = In den Transkripten
hits-paraphrases = In Paraphrasen
hits-summaries = In Summaries
hits-memos = In Memos
hits-codes = Im Codesystem
hits-commands = Befehle
title-grid = Summary-Grid
title-grid-sub = Summary-Grid, mit Segmenten der Subcodes
pane-documents-case = Nach Fällen
pane-documents-set = Nach Sets
documents-no-case = Ohne Fall
documents-no-set = In keinem Set
documents-only-groups = Noch ist kein Dokument in einem Fall oder einem Set.
documents-order-groups = Die Reihenfolge ist die in den Gruppen; v zeigt die Dokumente nach Gruppen.
documents-no-group = Ohne Gruppe
documents-empty = Noch keine Dokumente. I importiert ein Transkript.
codes-empty = Noch keine Codes. c im Transkript legt den ersten an, a legt hier einen an.
transcript-none = Noch nichts zu lesen: mit I ein Transkript importieren.
transcript-empty = Mit den Pfeiltasten ein Dokument wählen und mit Enter öffnen.
list-empty = Hier ist nichts.
grid-empty = Das Grid braucht Dokumente und Codes.
cell-open = { $count ->
    [one] Ein Segment wartet
   *[other] { $count } Segmente warten
} auf ein Summary: Enter schreibt es.
cell-empty = Keine Segmente und kein Summary.
cell-no-segments = Diese Zelle hat keine Segmente.
segment-weight = Gewicht { $weight }
too-small = Das Fenster ist zu klein: mindestens { $width } × { $height }.

## Status line and messages
status-working = In Arbeit …
status-letters = { $count ->
    [one] ein Zeichen
   *[other] { $count } Zeichen
}
status-paragraphs = { $count ->
    [one] ein Absatz
   *[other] { $count } Absätze
} markiert
waiting-plan = Es wird nachgesehen, was gehen würde …
waiting-count = In allen Transkripten wird gezählt …
waiting-erase = Eine neue Datei wird geschrieben …
waiting-replace = { $count ->
    [one] Eine Stelle wird ersetzt
   *[other] { $count } Stellen werden ersetzt
} …
waiting-keys = Esc bricht ab; dann ändert sich nichts
waiting-stopping = Wird abgebrochen …
waiting-stopped = Abgebrochen; nichts wurde geändert.
toast-done = ✓ { $what } · u nimmt es zurück
toast-undone = Zurückgenommen: { $what } · Strg-R stellt es wieder her
toast-redone = Wiederhergestellt: { $what }
toast-and-more = { $what } (und { $count } weitere)
toast-copied = Mit Beleg { $citation } kopiert
toast-abandoned = Ohne die Änderungen verlassen.
no-open-paragraph = Ab hier hat jeder Absatz einen Code.
no-open-cell = Ab hier wartet keine Zelle auf ein Summary.
no-more-segments = In dieser Richtung keine weiteren Segmente.
nothing-coded-here = Hier ist nichts von Ihnen codiert.
hit-of = Treffer { $at } von { $all }
search-found = { $count ->
    [one] „{ $query }“ wurde einmal gefunden
   *[other] „{ $query }“ wurde { $count }-mal gefunden
}: 4 zeigt es.
search-nothing = „{ $query }“ kommt nicht vor.
status-searching = Suche nach „{ $query }“ … { $percent } % · Esc bricht ab
search-stopped = Die Suche nach „{ $query }“ wurde abgebrochen.
search-running = Suche läuft …
weight-wrong = Ein Gewicht ist eine ganze Zahl von 0 bis 100.
draft-elsewhere = Zuerst das Dokument dieses Segments öffnen.
saving-kept = Der Text ist aufgehoben: „{ command-drafts }“ bringt ihn zurück.
panic-kept = absatz ist abgestürzt; das Terminal ist zurück, Gespeichertes ist sicher. Ungespeicherter Text wird beim nächsten Öffnen angeboten.
panic-not-kept = absatz ist abgestürzt; das Terminal ist zurück, Gespeichertes ist sicher. Was in der letzten Sekunde geschrieben wurde, konnte nicht aufgehoben werden.
panic-job = Das ist innerhalb von absatz schiefgegangen. Nichts wurde geändert, alles andere läuft weiter.
panic-log = Wo es geschah, steht in { $file }, ohne Text aus der Studie: bitte mitschicken, wenn der Fehler gemeldet wird.
error-no-terminal = Die Werkbank braucht ein Terminal.
hint-no-terminal = Für Skripte gibt es die anderen Befehle: „absatz --help“.
error-terminal = Das Terminal antwortet nicht: { $reason }
error-worker = Das Projekt antwortet nicht mehr. Gespeichertes ist sicher.

## What a command needs
need-nothing = Es fehlt nichts.
need-document = ein Dokument wählen
need-transcript = zuerst ein Dokument öffnen
need-halves = nur ein Transkript ist offen: zb öffnet ein zweites daneben
need-passage = braucht eine nummerierte Passage
need-code = einen Code wählen
need-codes = es gibt noch keine Codes
need-segment = hier kein codiertes Segment von Ihnen
need-repeat = zuerst einen Code vergeben
need-hits = zuerst suchen
need-cell = zuerst das Summary-Grid öffnen
need-drafts = keine ungespeicherten Texte
need-list = noch keine Liste von Segmenten oder Treffern

## Popups
picker-apply = { $place } codieren
picker-apply-keys = Enter vergeben · Tab mehrere · Alt-Enter neuer Code · Esc
picker-move = { $code } verschieben unter …
picker-merge = { $code } zusammenführen mit …
picker-keys = Enter wählen · Esc zurück
picker-marked = Gewählt: { $codes }
picker-empty = Noch kein Code. Einen Namen tippen, auch Oberkategorie/Subkategorie.
picker-create = Neuer Code „{ $code }“
picker-nothing = Zuerst den Namen eines Codes tippen.
menu-uncode = Welchen Code entfernen?
menu-open-beside = Welches daneben?
menu-same-again = { $document } noch einmal
menu-colour = Farbe von { $code }
menu-drafts = { $count ->
    [one] Ein Text wurde letztes Mal nicht gespeichert
   *[other] { $count } Texte wurden letztes Mal nicht gespeichert
}
menu-guides-keys = Enter lesen · x entfernen · Esc zurück
menu-drafts-keys = Enter öffnen · x verwerfen · Esc später
palette-title = Befehle
palette-keys = tippen zum Finden · Enter ausführen · Esc zurück
help-title = Tasten, die hier gelten
help-keys = tippen zum Finden · ↑ ↓ blättern · Esc zurück
form-keys = Esc sichern, zurück · Strg-C verwerfen · Tab weiter · Strg-O eigener Editor
form-prompt-keys = Enter bestätigen · Esc zurück
form-editor-keys = Esc sichern, zurück · Strg-C verwerfen · Strg-O eigener Editor
form-fields-keys = Enter sichern · Tab nächstes Feld · Esc zurück
toast-abandon-again = Noch einmal Strg-C verlässt den Text ohne die Änderungen.
form-go-to = Gehe zu
form-search = Die ganze Studie durchsuchen, und nach Befehlen
form-import = Transkripte importieren
form-replace = { $document } neu einlesen
form-add-code = Neuer Code
form-rename-code = { $code } umbenennen
form-define = Definition von { $code }
form-weight = Gewicht von { $code }
form-comment = Kommentar zu { $code }
form-document = { $document } ändern
form-memo = Memo zu { $on }
form-summary = { $document } × { $code }
field-place = Stelle, etwa 5:9, 5:9-11 oder ein Absatz dieses Dokuments
field-search = Wörter, auch klein geschrieben; zwischen Schrägstrichen /Mus|ter/
field-file = Pfad einer Datei oder eines Ordners; * steht für beliebige Zeichen
field-file-one = Pfad der Datei; Kennung, Titel, Gruppe und alles außer dem Text bleiben
field-code-path = Name, auch Oberkategorie/Subkategorie
field-name = Neuer Name
field-definition = Was der Code meint (Definition)
field-apply = Anwenden, wenn
field-not-apply = Nicht anwenden, wenn
field-weight = 0 bis 100; leer nimmt das Gewicht weg
field-comment = Kommentar
field-label = Kennung: was ein Beleg nennt, die 5 in (IP 5: 9)
field-title = Titel
field-group = Gruppe
field-memo-title = Überschrift
field-memo = Text des Memos
field-summary = Summary in eigenen Worten
memo-on-segment = einem Segment
memo-free = frei

## The preview of an import
preview-title = Import: was gefunden wurde
preview-replace-title = { $document } neu einlesen: was gefunden wurde
preview-replace-keys = Enter liest es neu ein · ↑ ↓ blättern · Esc zurück, ohne es zu tun
replace-one-file = { $count } Dateien sind gemeint; ein Dokument wird aus einer neu eingelesen.
replace-several-hint = Mit d die anderen weglassen oder die Datei als ein Dokument lesen.
hint-replace-here = E im Transkript korrigiert einen Absatz, „:“ und „{ command-correct-transcript }“ alles; was darin steht, geht mit.
preview-reading = Wird gelesen … { $percent } %
preview-waiting-keys = Esc zurück
preview-nothing-keys = nichts zu importieren · ↑ ↓ Bild↓ · Esc zurück
preview-one-keys = Enter importiert es · ↑ ↓ blättern · Esc zurück ohne Import
preview-keys = Enter importiert { $count ->
    [one] ein Transkript
   *[other] { $count } Transkripte
} · ↑ ↓ wählen · Bild↓ mehr · Esc zurück
preview-title-speakers = Sprechende in { $file }
preview-speakers-keys = ↑ ↓ · Leertaste an oder aus · i wer fragt · Esc zurück
preview-title-storing = Wird importiert
preview-storing-keys = Esc bricht ab; was fertig ist, bleibt
preview-storing = { $done } von { $all } · { $file }
preview-stopping = Wird abgebrochen …
preview-title-done = Import: was daraus wurde
preview-done-keys = ↑ ↓ blättern · Esc schließt · danach nimmt u es zurück
preview-for-all = Alle Dateien werden so gelesen wie diese.
preview-left-out = Wird ausgelassen; d nimmt es wieder auf.
preview-without = { $file }: ausgelassen
preview-short = { $paragraphs } ¶, { $words ->
    [one] ein Wort
   *[other] { $words } Wörter
}
preview-candidates = Nicht als Sprechende erkannt: { $labels }
preview-candidate = „{ $label }“
voice-interviewer = fragt
voice-interviewee = antwortet
voice-paragraphs = { $count ->
    [one] ein Absatz
   *[other] { $count } Absätze
}
form-import-as = { $file } importieren als
form-import-group = Gruppe aller dieser Dokumente
choice-speakers = Sprechende …
choice-name = Kennung, Titel, Gruppe …
choice-without = auslassen
choice-within = wieder aufnehmen
choice-group = Gruppe aller …
choice-all = alle Dateien wie diese
choice-encoding-found = Kodierung { $name } (erkannt)
choice-encoding-named-there = Codepage wie in der Datei genannt
choice-encoding-named = Kodierung { $name }
choice-labels-marked = Kürzel markiert
choice-labels-cut = Kürzel ausgeschnitten
choice-labels-text = Kürzel sind Text
choice-times-marked = Zeiten markiert
choice-times-cut = Zeiten ausgeschnitten
choice-times-text = Zeiten sind Text
choice-stamps-auto = Zeitmarken nach Ort
choice-stamps-start = Zeitmarken sind Anfänge
choice-stamps-end = Zeitmarken sind Enden
choice-lines-no = Zeilen wie sie sind
choice-lines-yes = Zeilen verbunden
choice-lines-auto = umbrochene Zeilen verbunden
choice-headings-yes = Überschriften nummeriert
choice-headings-no = Überschriften ohne Nummer
choice-empty-yes = Leerzeilen nummeriert
choice-empty-no = Leerzeilen ohne Nummer
choice-cues-merge = Untertitel zu Beiträgen verbunden
choice-cues-separate = jeder Untertitel für sich
choice-columns = Spalten, Blatt …
choice-tiers = Spuren …
choice-again = noch einmal importieren oder nicht
form-columns = Spalten von { $file }
form-tiers = Spuren von { $file }, durch Komma getrennt; leer: die mit Gesprochenem
field-tiers = Spuren
field-column-text = Spalte mit dem Text: Buchstabe, Nummer oder Überschrift; leer: erkannt
field-column-speaker = Spalte mit den Sprechenden
field-column-start = Spalte mit dem Beginn
field-column-end = Spalte mit dem Ende
field-sheet = Tabellenblatt, mit Name oder Nummer
choice-split-yes = bei #TEXT geteilt
choice-split-no = bei #TEXT nicht geteilt
summary-of = { $done } von { $all } importiert.
summary-file = Datei
summary-label = Kennung
summary-paragraphs = Absätze
summary-words = Wörter
summary-speakers = Sprechende
summary-stopped = Nicht importiert: Vorher wurde abgebrochen.
preview-of = { $ready } von { $all } { $ready ->
    [one] lässt
   *[other] lassen
} sich importieren; noch ist nichts geschrieben.
preview-read = { $paragraphs ->
    [one] ein nummerierter Absatz
   *[other] { $paragraphs } nummerierte Absätze
}, { $words ->
    [one] ein Wort
   *[other] { $words } Wörter
}
preview-speakers = Sprechende: { $speakers }
preview-speaker = { $label } ({ $count ->
    [one] ein Absatz
   *[other] { $count } Absätze
})
preview-interviewer = { $label } (fragt, { $count ->
    [one] ein Absatz
   *[other] { $count } Absätze
})
preview-no-speakers = Keine Sprechenden erkannt
preview-times = { $count ->
    [one] Ein Absatz mit Zeitangabe
   *[other] { $count } Absätze mit Zeitangabe
}
preview-no-times = Keine Zeitangaben
preview-skipped = { $file }: wird übersprungen
preview-unreadable = { $file }: nicht lesbar
preview-nothing = Von diesen Dateien lässt sich keine importieren.
import-none = Zu { $path } passt kein Transkript.
toast-imported = ✓ { $count ->
    [one] Ein Transkript
   *[other] { $count } Transkripte
} importiert · u nimmt es zurück

## Contexts, colours, keys
context-global = Überall
context-documents = In den Dokumenten
context-codes = In den Codes
context-transcript = Im Transkript
context-selecting = Beim Markieren von Wörtern und Buchstaben
context-segments = In Listen von Segmenten und Treffern
context-grid = Im Summary-Grid
colour-1 = Blau
colour-2 = Orangegelb
colour-3 = Grün
colour-4 = Rosa
colour-5 = Ziegelrot
colour-6 = Lavendel
colour-7 = Schiefer
colour-8 = Hellgrün
colour-9 = Violett
colour-10 = Indigoblau
key-ctrl = Strg
key-alt = Alt
key-shift = Umschalt
key-space = Leertaste
key-enter = Enter
key-esc = Esc
key-tab = Tab
key-backspace = Rücktaste
key-delete = Entf
key-insert = Einfg
key-home = Pos1
key-end = Ende
key-page-up = Bild↑
key-page-down = Bild↓

## The keymap file
keymap-syntax = keymap.toml, Zeile { $line }: { $reason }
keymap-context = keymap.toml, Zeile { $line }: Bereich „{ $name }“ gibt es nicht
keymap-key = keymap.toml, Zeile { $line }: „{ $name }“ ist keine Taste
keymap-command = keymap.toml, Zeile { $line }: Befehl „{ $name }“ gibt es nicht
keymap-twice = keymap.toml, Zeile { $line }: „{ $name }“ hat schon seit Zeile { $first } eine Bedeutung
keymap-prefix = keymap.toml, Zeile { $line }: „{ $name }“ und „{ $other }“ fangen gleich an, eines verdeckte das andere

## Files and coders
command-export = Was zu sehen ist, in eine Datei exportieren
alias-export = Export, Exportieren, Excel, Word, Speichern unter
command-import-codebook = Codebuch aufnehmen
alias-import-codebook = Codesystem importieren, Codierleitfaden, Codes aus einer Datei
command-coder = Als jemand anderes codieren
alias-coder = Anmelden, Benutzer, Codierende
menu-export = Was exportieren?
menu-coders = Wer codiert?
menu-new-coder = Noch jemand …
export-codebook = Codierleitfaden
export-file-grid = summary-grid.docx
export-file-segments = segmente-{ $code }.xlsx
export-file-codebook = codierleitfaden.docx
export-ending = Bekannte Dateiendungen: { $endings }.
export-there = { $file } gibt es schon: Noch einmal Enter überschreibt.
form-export = Exportieren – { $what }
form-import-codebook = Codebuch aufnehmen
form-add-coder = Wer codiert noch?
field-export = Datei: { $endings }
field-codebook = Pfad der Datei: .json, .md, .csv, .txt
field-coder = Name oder Kürzel
toast-exported = ✓ Geschrieben: { $file }
toast-codebook = ✓ { $file }: { $added } neu, { $changed } geändert, { $unchanged } unverändert · u nimmt es zurück
toast-coder = ✓ Jetzt codiert { $coder }.
command-resize-segment = Segment auf die markierten Buchstaben ändern
need-letters = Erst den neuen Umfang markieren: v, dann Wörter oder Buchstaben.
