### codebook: every word that a person sees here. The keys are the same in both languages.

codebook-format-unknown = „{ $name }“ ist kein Codebuchformat.
codebook-ending-unknown = { $file }: Die Dateiendung steht für kein Codebuchformat.
codebook-formats-known = Bekannt sind: { $names }.
codebook-write-only = Als .{ $ending } wird ein Codebuch nur geschrieben, nicht gelesen.
codebook-write-only-hint = Bitte als .csv (aus der Tabellenkalkulation), .txt, .md oder .json speichern und das einlesen.
codebook-at-line = Zeile { $line }: { $reason }
codebook-at-code = { $place }: { $reason }
codebook-empty = Es steht kein Code darin.
codebook-too-large = Die Datei ist für ein Codebuch zu groß: Die Grenzen liegen bei { $size } MB und { $codes } Codes.
codebook-too-large-hint = Ist es eine andere Datei? Ein Codebuch enthält Namen und Definitionen, keine Segmente.
codebook-twice = Der Code „{ $path }“ kommt zweimal vor.
codebook-twice-hint = Zwei Codes gleichen Namens brauchen verschiedene Obercodes.
codebook-too-deep = „{ $path }“ liegt zu tief; Codes haben höchstens { $most } Ebenen.
codebook-uuid-invalid = „{ $uuid }“, die UUID von „{ $path }“, ist keine.
codebook-uuid-twice = Die UUID { $uuid } von „{ $path }“ gehört schon einem anderen Code.
codebook-origin = „{ $origin }“ ist keine Herkunft: deduktiv, induktiv oder nichts.
codebook-json-broken = Zeile { $line }, Spalte { $column }: Das ist kein Codebuch in JSON: { $reason }.
codebook-json-no-format = Die Angabe „format“ fehlt.
codebook-json-format = „{ $found }“ ist kein Format, das diese Version liest.
codebook-json-format-hint = Ein Codebuch beginnt mit {"{"} "format": "{ $format }", … {"}"}.
codebook-csv-column = Eine Spalte „{ $name }“ gibt es nicht.
codebook-csv-column-twice = Die Spalte „{ $name }“ kommt zweimal vor.
codebook-csv-no-path = Die Spalte „path“ fehlt.
codebook-csv-hint = Die erste Zeile nennt die Spalten: { $names }. Nur path ist nötig.
codebook-csv-fields = { $found } Felder statt { $wanted }.
codebook-csv-fields-hint = Ein Text, der das Trennzeichen enthält, muss in doppelten Anführungszeichen stehen.
codebook-indent-tab = Diese Zeile ist mit einem Tabulator eingerückt, andere mit Leerzeichen.
codebook-indent-space = Diese Zeile ist mit Leerzeichen eingerückt, andere mit Tabulatoren.
codebook-indent-hint = Bitte jede Ebene mit gleichen Tabulatoren oder Leerzeichen einrücken.
codebook-dedent = Die Einrückung passt zu keiner Zeile darüber.
codebook-mixed = „{ $name }“ ist als Pfad geschrieben, die Liste aber eingerückt.
codebook-mixed-hint = Bitte durchgehend eine Schreibweise: Einrückung oder Obercode > Subcode oder Obercode/Subcode.
codebook-separators = In Zeile { $line } trennt „{ $first }“ die Namen, hier ist es „{ $other }“.
codebook-md-line = „{ $text }“ gehört zu keinem Punkt der Liste.
codebook-md-hint = Ein Code ist ein Listenpunkt, der mit „-“ beginnt; was über ihn gesagt wird, steht eingerückt darunter.
codebook-column-code = Code
codebook-column-definition = Definition
codebook-column-apply = Anwendung
codebook-column-not-apply = Abgrenzung
codebook-column-anchors = Ankerbeispiele
codebook-column-origin = Herkunft
codebook-column-research-question = Forschungsfrage
codebook-origin-deductive = deduktiv
codebook-origin-inductive = induktiv
codebook-title = Codierleitfaden
codebook-title-of = Codierleitfaden: { $name }
codebook-note-codes = { $count ->
    [one] Ein Code.
   *[other] { $count } Codes.
}
