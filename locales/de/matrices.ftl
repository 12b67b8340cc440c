### matrices: Tabellen, die Codes und Wörter zählen, und die Bilder davon.

## Codes nach Dokumenten und Gruppen
matrix-codes-documents = Codes × Dokumente
matrix-codes-groups = Codes × Dokumentgruppen
matrix-codes-sets = Codes × Dokumentsets
quotes-title = Zitatmatrix
quotes-flagged = { $count ->
    [one] Ein Zitat darf so nicht verwendet werden: { $places }.
   *[other] { $count } Zitate dürfen so nicht verwendet werden: { $places }.
}
quotes-weights = Nur Segmente mit einem Gewicht von { $least } bis { $most }.
matrix-codes-variable = Codes × { $variable }
matrix-any-code = Einer der Codes
matrix-total = Summe
matrix-n = Interviews damit
matrix-of = von N
matrix-asked = von N Gefragten
matrix-not-asked = nicht gefragt
matrix-no-speech = k. A.: nichts gesagt
matrix-measure-segments = Anzahl der codierten Segmente.
matrix-measure-documents = Anzahl der Dokumente mit mindestens einem Segment des Codes.
matrix-measure-words = Anzahl der Wörter unter dem Code, jedes einmal gezählt.
matrix-measure-share = Anteil des Gesagten, der unter dem Code liegt, in Zeichen, jedes einmal gezählt.
matrix-documents = { $count ->
    [one] Ein Dokument.
   *[other] { $count } Dokumente.
}
matrix-pretests-within = { $count ->
    [one] Eines davon ist ein Pretest.
   *[other] { $count } davon sind Pretests.
}
matrix-with-subcodes = Ein Code hat auch die Segmente seiner Subcodes.
matrix-own-segments = Ein Code hat seine eigenen Segmente, ohne die seiner Subcodes.
matrix-no-codes = Solche Codes gibt es nicht.
matrix-no-segments = Keiner dieser Codes hat ein Segment in diesen Dokumenten.
matrix-totals-once = „Einer der Codes“ zählt jedes Segment und jedes Zeichen einmal; es ist nicht die Summe der Zeilen.
matrix-interviewees-only = Gezählt wird, was die Befragten sagen: ohne die Redebeiträge der Interviewenden, Sprecherkürzel, Zeitmarken und Überschriften.
matrix-everyone = Gezählt wird, was alle sagen, auch die Interviewenden, ohne Sprecherkürzel, Zeitmarken und Überschriften.
matrix-interviews-left-out = { $count ->
    [one] Ein Pretest ist ausgelassen.
   *[other] { $count } Pretests sind ausgelassen.
}
crosstab-interviews = Interviews (N)
crosstab-no-group = ohne Gruppe
crosstab-percent-row = Prozent der Summe des Codes.
crosstab-percent-column = Prozent von allem, was die Codes in der Gruppe haben.
crosstab-percent-column-documents = Prozent der Dokumente der Gruppe.
crosstab-percent-total = Prozent von allem, was die Codes haben.
crosstab-percent-total-documents = Prozent aller Dokumente.
crosstab-asked-only = Dokumente, in denen nach einem Code nicht gefragt wurde, zählen bei seinen Prozentwerten nicht mit.
crosstab-several-groups = Einige Dokumente stehen in mehreren Spalten; die Summe zählt jedes einmal.
crosstab-no-segments = k. A.: keine Segmente
crosstab-no-documents = k. A.: keine Dokumente
crosstab-share-percent = Ein Anteil steht schon in Prozent.
crosstab-share-percent-hint = --percent weglassen, oder Segmente, Dokumente oder Wörter zählen.
error-no-document-sets = Es gibt keine Sets von Dokumenten.
error-no-set = Es gibt kein Set „{ $name }“.
error-no-set-hint = Die Sets sind: { $names }.
error-no-sets-hint = Es gibt noch keine Sets; `absatz sets add` legt eines an.
error-not-a-document-set = „{ $name }“ ist ein Set von Codes.
error-not-a-document-set-hint = Spalten sind Sets von Dokumenten.

## Überschneidungen
cooccurrence-title = Überschneidung von Codes
cooccurrence-pairs = Codes, die zusammen vorkommen
cooccurrence-other = Anderer Code
cooccurrence-together = Zusammen
cooccurrence-of-code = Beim Code
cooccurrence-of-other = Beim anderen
cooccurrence-dice-short = Dice
cooccurrence-jaccard-short = Jaccard
relation-same = Zusammen: zwei Segmente auf genau denselben Worten.
relation-overlap = Zusammen: zwei Segmente, die mindestens ein Zeichen gemeinsam haben.
relation-near = Zusammen: zwei Segmente, die { $count ->
    [0] im selben Absatz stehen.
    [one] höchstens einen Absatz auseinanderliegen.
   *[other] höchstens { $count } Absätze auseinanderliegen.
}
relation-document = Zusammen: beide Codes im selben Dokument.
cooccurrence-count = Gezählt werden Paare von Segmenten.
cooccurrence-diagonal = Auf der Diagonale stehen die Segmente jedes Codes.
cooccurrence-count-documents = Gezählt werden Dokumente.
cooccurrence-diagonal-documents = Auf der Diagonale stehen die Dokumente jedes Codes.
cooccurrence-dice = Dice-Koeffizient: Anteil der Segmente beider Codes, die mit einem des anderen vorkommen.
cooccurrence-dice-documents = Dice-Koeffizient: das Doppelte der Dokumente mit beiden durch die des einen plus die des anderen.
cooccurrence-jaccard = Jaccard-Koeffizient über Segmente: Dice / (2 − Dice).
cooccurrence-jaccard-documents = Jaccard-Koeffizient: Dokumente mit beiden durch Dokumente mit mindestens einem.

## Abdeckung
coverage-title = Abdeckung
coverage-segments = Segmente
coverage-documents = Dokumente
coverage-words = Wörter
coverage-characters = Zeichen
coverage-share = Anteil
coverage-none = Nicht codiert
coverage-all = Alles Gesagte
coverage-note = Der Anteil zählt Zeichen; eines unter mehreren Segmenten zählt einmal.

## Dokument-Portrait und Codeline
portrait-title = Dokument-Portrait von { $document }
portrait-tile = Kachel
portrait-code = Code mit dem meisten
portrait-coded = Codiert
portrait-codes = Codes
portrait-not-coded = nicht codiert
portrait-note = { $tiles } Kacheln von je etwa { $letters } Zeichen in Leserichtung, in der Farbe des Codes, der das meiste davon hat.
portrait-nothing-said = In { $document } ist nichts gesagt, was gezählt wird.
codeline-title = Codeline von { $document }
codeline-paragraph = Absatz
codeline-note = { $count } nummerierte Absätze; die ohne Code haben keine Zeile. Eine Zelle ist der Anteil der Rede des Absatzes, der unter dem Code liegt.
codeline-nothing = { $document } hat keine Segmente dieser Codes.

## Wörter
words-title = Wortliste
words-word = Wort
words-count = Häufigkeit
words-share = Anteil
words-documents = Dokumente
words-said = { $words } Wörter in { $count ->
    [one] einem Dokument
   *[other] { $count } Dokumenten
}, { $different } verschiedene. Der Anteil bezieht sich auf alle Wörter.
words-listed = Aufgeführt sind die { $count } häufigsten.
words-stop = Ausgelassen sind Stoppwörter: { $lists }.
words-stop-none = Es sind keine Stoppwörter ausgelassen.
words-form = Ein Wort steht in seiner häufigsten Form; Groß- und Kleinschreibung zählt nicht. Zahlen sind keine Wörter.
words-coded-only = Nur Wörter in Segmenten von: { $codes }.
words-nothing = In diesen Dokumenten ist nichts gesagt, was gezählt wird.
words-none-left = Kein Wort bleibt übrig: Alle sind Stoppwörter, zu kurz oder zu selten.
stop-words-de = Deutsch
stop-words-en = Englisch
error-stop-words = „{ $name }“ ist weder eine Stoppwortliste (de, en, none) noch eine Datei.
error-stop-words-hint = Eine Datei hat ein Wort je Zeile; was auf # folgt, ist ein Kommentar.
error-stop-words-encoding = { $file } ist nicht in UTF-8.
concordance-title = „{ $word }“ im Kontext
concordance-before = Davor
concordance-after = Danach
concordance-found = { $count ->
    [0] „{ $word }“ wird nicht gesagt.
    [one] „{ $word }“ wird einmal gesagt.
   *[other] „{ $word }“ wird { $count }-mal gesagt.
}
concordance-in = In { $count ->
    [one] einem Dokument
   *[other] { $count } der Dokumente
}.

## Bilder
picture-nothing = Es gibt nichts zu zeichnen.
picture-most = { $number } (höchster Wert)
picture-too-large = Das Bild hätte { $width } × { $height } Bildpunkte.
picture-too-large-hint = Weniger Dokumente oder Codes wählen, oder als .svg schreiben.
picture-failed = Das Bild lässt sich nicht schreiben: { $reason }
picture-missing-letters = Die Schrift der PNG-Bilder hat diese Buchstaben nicht, Kästchen stehen dafür: { $letters }
picture-missing-letters-hint = Ein .svg hat alle Buchstaben.
picture-no-picture = { $name } ist für Bilder, und dies ist eine Tabelle ohne Bild.
picture-no-picture-hint = Als xlsx, csv, docx, html, md oder json schreiben.

## In der Werkbank
command-matrix-documents = Codes nach Dokumenten
alias-matrix-documents = Code-Matrix-Browser, Code Matrix Browser, CMB, Heatmap
command-matrix-codes = Codes, die zusammen vorkommen
alias-matrix-codes = Code-Relations-Browser, Code Relations Browser, CRB, Überschneidung, Ko-Okkurrenz
command-matrix-groups = Dokumentgruppen vergleichen
alias-matrix-groups = Gruppenvergleich
command-matrix-sets = Dokumentsets vergleichen
alias-matrix-sets = Gruppenvergleich
command-matrix-variable = Codes nach den Werten einer Variable
alias-matrix-variable = Kreuztabelle
command-coverage = Wie viel Text unter jedem Code liegt
alias-coverage = Codehäufigkeiten, Code-Abdeckung
command-quotes = Zitatmatrix: was zu jedem Code gesagt wurde
alias-quotes = Zitatmatrix, Summary-Explorer, Interaktive Segmentmatrix, Quote Matrix, Zitate
quotes-by = Zitatmatrix nach { $variable }
command-portrait = Portrait des Dokuments
alias-portrait = Dokument-Portrait
command-codeline = Codes über den Absätzen des Dokuments
alias-codeline = Codeline
command-words = Wortliste
alias-words = Worthäufigkeiten, Wortwolke
command-concordance = Ein Wort in seinen Kontexten
alias-concordance = Schlüsselwörter im Kontext, Konkordanz, KWIC
command-count-codes = Hauptcodes, alle Codes, mit Subcodes
command-count-percent = Andere Prozentwerte oder Koeffizienten
command-count-turn = Zeilen und Spalten tauschen; Paare von Codes
command-count-draw = Zeichnung oder Tabelle
count-no-codes = Keine Tabelle mit Codes in den Zeilen ist offen.
count-no-percent = Keine Tabelle mit Prozentwerten oder Koeffizienten ist offen.
count-no-turn = Keine Tabelle ist offen, deren Zeilen und Spalten sich tauschen lassen.
count-no-drawing = Kein Portrait und keine Codeline ist offen.
count-no-measure = Keine Tabelle ist offen, die etwas anderes zählen könnte.
count-no-sort = Eine Zeichnung folgt dem Text; v zeigt die Tabelle.
count-nothing-behind = Hinter dieser Zelle stehen keine Segmente.
menu-variables = Nach welcher Variable?
field-concordance = Wort, oder mehrere, wie sie gesagt werden
form-concordance = Ein Wort in seinen Kontexten
concordance-no-pattern = Kontexte gibt es zu Wörtern, nicht zu einem Muster zwischen Schrägstrichen.
context-counted = In einer Auswertungstabelle
command-count-list = Auflisten, worauf eine Zelle beruht
hint-count-list = Segmente
command-count-next = Etwas anderes zählen; eine andere Beziehung
hint-count-next = Zählung
hint-count-codes = Codes
hint-count-percent = Prozent
hint-count-turn = tauschen
hint-count-draw = Zeichnung
