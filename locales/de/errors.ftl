### Fehler und Hinweise unterhalb der Oberfläche. Die Schlüssel sind in beiden Sprachen dieselben.

error-project-busy = Ein anderer Prozess schreibt gerade in dieses Projekt.
error-project-damaged = Die Projektdatei ist beschädigt oder kein Projekt von absatz.
error-disk-full = Der Datenträger ist voll; nichts wurde geändert.
error-database = Die Projektdatei gab eine unerwartete Antwort: { $reason }
error-cancelled = Abgebrochen. Was fertig war, bleibt.
error-place = „{ $place }“ ist keine Fundstelle.
hint-place = Eine Fundstelle schreibt man wie im Bericht: 5:9, "IP 5: 9", 5:9-11, 5:9@12-80 oder 5:9"die zitierten Worte".
error-no-such-paragraph = Interview { $label } hat keinen Absatz { $paragraph }; der letzte ist { $last }.
error-offset-past-end = Die Stelle endet bei { $end }, der Absatz hat aber nur { $length } Zeichen (Codepunkte).
error-words-not-there = Die Worte „{ $words }“ stehen nicht in diesem Absatz.
error-words-twice = Die Worte „{ $words }“ stehen { $count }-mal in diesem Absatz: bitte mehr davon zitieren.
error-label-empty = Ein Dokument braucht eine Kennung: das, was ein Beleg nennt, die 5 in (IP 5: 9).
error-label-character = Die Kennung „{ $label }“ enthält „{ $character }“, womit Belege geschrieben werden.
hint-label = Eine Kennung enthält keines der Zeichen : ; , ( ) " @.
error-no-such-code = Es gibt keinen Code „{ $code }“.
error-code-ambiguous = „{ $code }“ kann mehrere Codes meinen: { $paths }.
hint-codes-list = „absatz codes list“ zeigt alle Codes.
hint-did-you-mean = Gemeint vielleicht: { $names }?
error-code-name-empty = Ein Code braucht einen Namen.
error-code-name-hidden = Der Name „{ $name }“ enthält ein unsichtbares Zeichen.
error-code-name-slash = Der Name „{ $name }“ enthält / oder >, womit Code und Subcode getrennt werden.
hint-code-name-slash = Obercode/Subcode legt einen Subcode an.
error-code-name-long = Ein Codename hat höchstens 200 Zeichen.
error-color = „{ $color }“ ist keine Farbe.
hint-color = Eine Farbe schreibt man als #RRGGBB, zum Beispiel #0072B2.
