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

# Versionen des Codebuchs, und was sich zwischen zweien geändert hat.
error-version-gone = Diese Version des Codebuchs gibt es nicht mehr.
error-no-such-version = Es gibt keine Version „{ $name }“ des Codebuchs.
hint-no-versions = Noch ist keine Version festgehalten: absatz codebook version keep NAME.
hint-versions-are = Vorhanden sind: { $names }.
error-version-damaged = Was die Version „{ $name }“ des Codebuchs enthält, ist nicht lesbar.
error-version-empty = Es gibt noch keine Codes, die festgehalten werden könnten.
hint-version-empty = Zuerst Codes anlegen oder ein Codebuch importieren.
error-version-now = „{ $name }“ meint das Codesystem, wie es jetzt ist: Eine Version braucht einen anderen Namen.
error-version-exists = Eine Version „{ $name }“ des Codebuchs gibt es schon.
hint-version-exists = Einen anderen Namen wählen. Was eine Version enthält, wird nie ersetzt.
version-now = jetzt
version-side = { $name } ({ $at })
version-kept = Das Codebuch ist als Version „{ $name }“ festgehalten.
version-changed = Die Version heißt nun „{ $name }“.
version-removed = Entfernt: { $names }.
versions-none = Noch ist keine Version des Codebuchs festgehalten: absatz codebook version keep NAME.
versions-title = Versionen des Codebuchs
versions-since = { $count ->
    [0] Seit der letzten Version hat sich nichts geändert.
    [one] Eine Änderung seit der letzten Version.
   *[other] { $count } Änderungen seit der letzten Version.
}
version-column-name = Version
version-column-at = Festgehalten
version-column-codes = Codes
version-column-changes = Änderungen
version-column-passes = Codierdurchgänge
version-column-reason = Warum
pass-of-version = Codebuchversion { $name }
changes-title = Das Codebuch: von { $before } zu { $after }
changes-note = Von { $before } mit { $were ->
    [one] einem Code
   *[other] { $were } Codes
} zu { $after } mit { $are ->
    [one] einem Code
   *[other] { $are } Codes
}.
changes-none = Nichts hat sich geändert.
changes-counts = Geändert: { $counts }.
changes-count-new = { $count } neu
changes-count-merged = { $count } zusammengeführt
changes-count-gone = { $count } entfallen
changes-count-renamed = { $count } umbenannt
changes-count-moved = { $count } verschoben
changes-count-redefined = { $count } neu definiert
change-column-change = Änderung
change-column-field = Wovon
change-column-before = Vorher
change-column-after = Nachher
change-new = neu
change-merged = zusammengeführt
change-gone = entfallen
change-renamed = umbenannt
change-moved = verschoben
change-redefined = neu definiert
change-merged-into = zusammengeführt mit { $code }
change-renamed-from = umbenannt, vorher „{ $before }“
change-moved-from = verschoben von { $before } nach { $after }
change-redefined-field = { $field } geändert
change-top = den Hauptcodes

# Der Codierleitfaden zum Lesen.
guide-changes = Änderungen seit { $version }
guide-anchors = { $count ->
    [one] Ankerbeispiel
   *[other] Ankerbeispiele
}
guide-applied = { $segments ->
    [0] Nicht vergeben.
    [one] Einmal vergeben, in einem Interview.
   *[other] { $segments }-mal vergeben, in { $documents ->
        [one] einem Interview
       *[other] { $documents } Interviews
    }.
}
guide-applied-below = { $segments ->
    [0] Mit seinen Subcodes auch nicht.
    [one] Mit seinen Subcodes einmal.
   *[other] Mit seinen Subcodes { $segments }-mal, in { $documents ->
        [one] einem Interview
       *[other] { $documents } Interviews
    }.
}
guide-column-segments = Segmente
guide-column-documents = Interviews
guide-column-segments-with-subcodes = Segmente mit Subcodes
guide-column-documents-with-subcodes = Interviews mit Subcodes
