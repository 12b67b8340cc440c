### Prüfen eines geschriebenen Berichts, Belegen.

## Einen Bericht lesen
report-not-readable = { $name } ist kein Bericht, der gelesen werden kann.
report-not-readable-hint = Als docx, odt, rtf, html, md oder txt speichern.

## Wo
report-at = Zeile { $line }
report-at-place = Zeile { $line }, { $place }
report-place-body = Text
report-place-heading = Überschrift
report-place-table = Tabelle
report-place-text-box = Textfeld
report-place-footnote = Fußnote
report-place-endnote = Endnote
report-quoted = „{ $text }“

## Was an einem Beleg nicht stimmt
report-no-such-interview = { $interview } gibt es nicht.
report-no-such-paragraph = { $interview } hat keinen Absatz { $paragraph }; der letzte ist { $last }.
report-likely = Vielleicht ist { $place } gemeint.
report-open-end = Auf Absatz { $paragraph } von { $interview } folgt nichts.
report-ambiguous = Das lässt sich auch als { $other } lesen.
report-not-paragraph-based = „{ $written }“ nennt keinen Absatz und lässt sich nicht nachschlagen.
report-unreadable = Das sieht wie ein Beleg aus und lässt sich nicht lesen.

## Was aus einem Zitat geworden ist
report-exact = Der Wortlaut steht in { $place }.
report-edited = Der Wortlaut steht in { $place }, mit dem, was gekennzeichnet ist: { $edits }
report-edit = { $written } für „{ $stands }“
report-differs = In { $place } steht: { $difference }
report-differs-slightly = In { $place } stehen dieselben Wörter; Groß- und Kleinschreibung oder Satzzeichen weichen ab: { $difference }
report-elsewhere = Der Wortlaut steht in { $place }.
report-elsewhere-differs = Ein ähnlicher Wortlaut steht in { $place }: { $difference }
report-not-found = Der Wortlaut steht in keinem Transkript.
report-not-found-nearest = Der Wortlaut steht in keinem Transkript. Die nächste Stelle ist { $place }: { $difference }
report-no-citation = Es fehlt ein Beleg, und der Wortlaut steht in keinem Transkript.
report-no-citation-found = Es fehlt ein Beleg. Der Wortlaut steht in { $place }.
report-no-citation-differs = Es fehlt ein Beleg. Ein ähnlicher Wortlaut steht in { $place }: { $difference }
report-repeated = Die Stelle ist schon in Zeile { $line } zitiert.
report-translated = Der Wortlaut ist eine Übersetzung und lässt sich nicht vergleichen.

## Hinweise
report-listed-name = Der Name steht in der Namensliste; aus ihm wird { $replacement }.
report-withdrawn = Die Einwilligung zu diesem Interview wurde am { $on } widerrufen.
report-document-never-cited = Der Bericht belegt nichts mit diesem Interview.
report-code-never-cited = Kein Absatz mit diesem Code ist belegt.
report-list-document-never-cited = Nie belegt: { $list }
report-list-code-never-cited = Codes ohne belegten Absatz: { $list }

## Arten
report-kind-no-such-interview = kein solches Interview
report-kind-no-such-paragraph = kein solcher Absatz
report-kind-open-end = nichts folgt
report-kind-ambiguous = mehrdeutig
report-kind-not-paragraph-based = kein Absatz
report-kind-unreadable = unlesbar
report-kind-exact = wörtlich
report-kind-edited = gekennzeichnet verändert
report-kind-differs = weicht ab
report-kind-elsewhere = steht woanders
report-kind-not-found = nicht gefunden
report-kind-no-citation = ohne Beleg
report-kind-repeated = zweimal zitiert
report-kind-translated = übersetzt
report-kind-consent = nicht freigegeben
report-kind-listed-name = Name aus der Liste
report-kind-document-never-cited = Interview nie belegt
report-kind-code-never-cited = Code nie belegt
report-level-problem = zu beheben
report-level-warning = anzusehen
report-level-note = Notiz

## Tabellen
report-table-findings = Befunde in { $report }
report-table-citations = Belege in { $report }
report-table-quotations = Zitate in { $report }
report-table-never = Nie belegt in { $report }
report-column-line = Zeile
report-column-place = Wo
report-column-level = Stufe
report-column-kind = Art
report-column-text = Wortlaut
report-column-citation = Beleg
report-column-message = Befund
report-column-references = Gelesen als
report-column-problems = Fehler
report-column-status = Stand
report-column-found = Steht in
report-column-difference = Abweichung

## Die Befehlszeile
report-summary = { $citations ->
    [one] { $citations } Beleg
   *[other] { $citations } Belege
}, { $quotations ->
    [one] { $quotations } Zitat
   *[other] { $quotations } Zitate
}: { $problems ->
    [0] nichts zu beheben
   *[other] { $problems } zu beheben
}, { $warnings } anzusehen.
cite-count = in { $with } von { $of ->
    [one] { $of } Interview
   *[other] { $of } Interviews
}
cite-count-group = { $group }: { $count }
cite-no-group = ohne Gruppe
cite-of-what = Es ist nichts genannt, was belegt werden soll.
cite-of-what-hint = Einen Code (--code Hindernisse) oder Fundstellen (5:9 4:13) nennen.

## Die Arbeitsumgebung
command-check-report = Einen Bericht prüfen
alias-check-report = Belege Zitate Bericht Manuskript Artikel
command-write-report = Den Bericht schreiben: ein Kapitel je Hauptcode, aus einer Vorlage
alias-write-report = Berichtsvorlage, Word, Smart Publisher
export-report = Bericht
export-file-report = bericht.docx
field-report-template = Eigene Vorlage (Markdown; leer: die mitgelieferte)
command-check-again = Den Bericht noch einmal prüfen
hint-check-again = noch einmal
command-check-show = Welche Befunde aufgelistet werden
hint-check-show = filtern
command-check-detail = Beide Wortlaute ganz
hint-check-detail = Wortlaute
command-copy-citation = Beleg der Textstelle kopieren
command-copy-bundle = Beleg der Segmente des Codes kopieren
need-findings = erst einen Bericht prüfen
form-check-report = Einen Bericht prüfen
field-report = Pfad des Berichts (docx, odt, rtf, html, md, txt)
menu-show = Was soll aufgelistet werden?
report-show-open = zu beheben und anzusehen
report-show-all = alles
report-stopped = Die Prüfung wurde angehalten.
report-counts = { $problems ->
    [0] Nichts zu beheben
   *[other] { $problems } zu beheben
}, { $warnings } anzusehen.
report-in-report = Im Bericht
report-in-transcript = Im Transkript
report-no-place = Es gibt keinen Absatz dazu.
report-list-empty = Nichts von dieser Art. s listet andere Befunde auf.
quote-finding = Enter öffnet das Transkript; dort lässt sich der Wortlaut kopieren.
status-checking = Prüfe den Bericht … { $percent } %, Esc hält an
toast-cited = Kopiert: { $citation }
cite-nothing = Es gibt keine Segmente zu belegen.

## Der Bericht, der aus einer Vorlage geschrieben wird
report-title = Bericht
report-formats = Ein Bericht ist ein fortlaufender Text.
report-formats-hint = Geschrieben wird er als .docx, .html oder .md.
report-count = in { $with } von { $of ->
    [one] { $of } Interview
   *[other] { $of } Interviews
}
report-count-asked = ({ $asked } wurden danach gefragt)
report-count-group = { $group }: { $with } von { $of }
report-note-withdrawn = Ausgelassen, weil die Einwilligung widerrufen wurde: { $names }.
report-note-held-back = { $count ->
    [one] Eine Stelle kam als Zitat nicht infrage, weil sie nicht oder noch nicht zitiert werden darf.
   *[other] { $count } Stellen kamen als Zitate nicht infrage, weil sie nicht oder noch nicht zitiert werden dürfen.
}
report-note-marked = Zitiert sind Ankerbeispiele des Codierleitfadens und Segmente mit einem Gewicht ab { $weight }, jede Stelle einmal.
report-note-all = Zitiert sind die Segmente mit den höchsten Gewichten, aus möglichst vielen Interviews, jede Stelle einmal.
report-note-none = Zitate enthält er nicht.
report-note-query = Zitiert ist, was die Abfrage { $query } beantwortet, jede Stelle einmal.
report-nothing-quoted = Nichts ist zitiert: Kein Ankerbeispiel stammt aus dem Material, und kein Segment hat ein Gewicht ab 50 (oder was eines hat, darf nicht zitiert werden). --quotes all nimmt alle Segmente.
template-at-line = Zeile { $line } der Vorlage: { $message }
template-too-large = { $file } ist zu groß für eine Vorlage.
template-not-utf8 = { $file } ist kein Text in UTF-8.
template-not-utf8-hint = Eine Vorlage ist Markdown. „absatz report --print-template“ zeigt die mitgelieferte.
template-not-closed = { $slot } wird nicht geschlossen.
template-not-closed-hint = Mit { $slot } auf einer eigenen Zeile schließen.
template-closes-other = { $slot } steht dort, wo erst { $open } aus Zeile { $line } geschlossen werden muss.
template-closes-nothing = { $slot } schließt nichts.
template-closes-nothing-hint = Mit { $slot } auf einer eigenen Zeile öffnen oder streichen.
template-slot-open = „{ $text }“ hat keine schließenden Klammern.
template-block-alone = { $slot } muss auf einer eigenen Zeile stehen.
template-no-slot-name = „{ $text }“ nennt keinen Platzhalter.
template-no-slot-name-hint = Ein Platzhalter ist ein Name aus Kleinbuchstaben in zwei Paar geschweiften Klammern.
template-slot-unknown = Einen Platzhalter { $slot } gibt es nicht.
template-known-hint = Bekannt sind hier: { $names }.
template-slot-place = { $slot } sagt etwas über einen Code und steht außerhalb.
template-slot-place-hint = Zwischen die Zeilen setzen, die „codes“ oder „subcodes“ öffnen und schließen.
template-slot-alone = { $slot } gibt mehr als Wörter.
template-slot-alone-hint = Auf eine eigene Zeile setzen, mit einer leeren davor und danach.
template-option = { $slot } kann mit „{ $text }“ nichts anfangen.
template-no-options-hint = Zusätze gibt es dazu nicht.
template-block-unknown = Einen Block { $slot } gibt es nicht.
template-block-place = { $slot } kann hier nicht stehen.
template-block-place-hint = „codes“ steht außerhalb aller Blöcke außer Bedingungen, „subcodes“ unmittelbar in „codes“.
template-if-unknown = { $slot } kann nach „{ $about }“ nicht fragen.
template-if-hint = Gefragt werden kann nach: { $names }.
