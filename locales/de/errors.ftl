### Fehler und Hinweise unterhalb der Oberfläche. Die Schlüssel sind in beiden Sprachen dieselben.

error-project-busy = Ein anderer Prozess schreibt gerade in dieses Projekt.
error-project-damaged = Die Projektdatei ist beschädigt oder kein Projekt von absatz.
hint-project-damaged = Es wurde nichts geändert. „absatz doctor“ sagt, was beschädigt ist; sonst hilft die letzte Sicherung.
error-disk-full = Der Datenträger ist voll; nichts wurde geändert.
error-database = Die Projektdatei gab eine unerwartete Antwort: { $reason }
error-cancelled = Abgebrochen. Was fertig war, bleibt.
error-place = „{ $place }“ ist keine Fundstelle.
hint-place = Eine Fundstelle schreibt man wie im Bericht: 5:9, "IP 5: 9", 5:9-11, 5:9@12-80 oder 5:9"die zitierten Worte".
error-no-such-paragraph = Interview { $label } hat keinen Absatz { $paragraph }; der letzte ist { $last }.
error-offset-past-end = Die Stelle endet bei { $end }, der Absatz hat aber nur { $length } Zeichen (Codepunkte).
error-words-not-there = Die Worte „{ $words }“ stehen nicht in diesem Absatz.
error-words-twice = Die Worte „{ $words }“ stehen { $count }-mal in diesem Absatz: bitte mehr davon zitieren.
error-no-such-coding = Es gibt kein codiertes Segment { $uuid }.
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

## Die Projektdatei
error-not-a-project = Diese Datei ist kein Projekt von absatz.
hint-not-a-project = Ein Projekt legt „absatz new NAME.absatz“ an; Transkripte kommen mit „absatz import“ hinein.
error-no-project = Es gibt kein Projekt { $file }.
hint-no-project = „absatz new NAME.absatz“ legt eines an. Stimmen Name und Ordner?
error-project-newer = Dieses Projekt hat das Format { $version }; dieses Programm kennt die Formate bis { $known }.
hint-project-newer = Zum Öffnen braucht es ein neueres absatz. Es wurde nichts geändert.
error-project-locked = Ein anderes Programm hat dieses Projekt geöffnet.
hint-project-locked = In einem synchronisierten oder Netzwerkordner kann immer nur ein Programm an einem Projekt arbeiten: bitte das andere schließen oder das Projekt in einen lokalen Ordner legen.
error-file-exists = { $file } gibt es schon; es wurde nichts überschrieben.
hint-project-exists = Bitte einen anderen Namen wählen oder das vorhandene Projekt öffnen.
error-no-coder = Dieses Projekt hat keine Codierenden.
error-constraint = Eine Regel der Projektdatei steht dagegen: { $reason }
warning-migrated = Das Projekt wurde auf das aktuelle Format gebracht. Die Kopie von vorher ist { $file }.
warning-risky-folder = Diesen Ordner betreut { $what }: Das Projekt arbeitet mit einem sichereren, langsameren Journal, und nur ein Programm kann es öffnen. Besser ist ein lokaler Ordner.

## Dokumente
error-document-gone = Dieses Dokument ist nicht mehr im Projekt.
error-no-such-document = Es gibt kein Dokument „{ $label }“.
hint-documents-list = „absatz documents list“ zeigt alle Dokumente mit ihren Kennungen.
error-imported-already = { $file } ist schon im Projekt, als Dokument { $label }.
hint-imported-already = Jenes Dokument lässt sich daraus neu einlesen; die Datei lässt sich auch ein weiteres Mal importieren.
error-label-taken = Die Kennung „{ $label }“ hat schon „{ $title }“.
hint-label-taken = Jedes Dokument hat eine eigene Kennung: bitte eine andere wählen.
error-import-twice = { $file } bekäme die Kennung { $label } oder ist dasselbe wie { $other }.
error-title-control = Ein Titel oder Name ist eine Zeile ohne Steuerzeichen.

## Codierende
error-no-such-coder = „{ $name }“ codiert in diesem Projekt nicht.
hint-no-such-coder = Codierende dieses Projekts: { $names }.
error-coder-gone = Diese Person codiert nicht mehr in diesem Projekt.
hint-coder-gone = Bitte unter einem anderen Namen arbeiten (--coder) oder die Person neu aufnehmen.
error-coder-exists = „{ $name }“ codiert schon in diesem Projekt.
error-coder-name = Der Name einer codierenden Person ist eine Zeile mit höchstens 80 Zeichen und nicht leer.

## Codes und Codierungen
error-code-gone = Dieser Code ist nicht mehr im Projekt.
error-code-exists = Den Code „{ $code }“ gibt es schon.
hint-code-exists-merge = Bitte einen anderen Namen wählen oder die beiden Codes zusammenführen.
error-code-cycle = „{ $code }“ kann nicht unter sich selbst oder einen eigenen Subcode kommen.
error-code-merge-down = „{ $code }“ kann nicht in sich selbst oder einen eigenen Subcode aufgehen.
error-coding-gone = Diese Codierung gibt es nicht mehr.
error-coding-of-another = Diese Codierung stammt von { $name }; ändern kann sie nur, wer sie gemacht hat.
error-weight = { $weight } ist kein Gewicht: Es reicht von 0 bis 100.
error-span-empty = In dieser Passage stehen keine Worte.
error-span-unnumbered = Diese Passage berührt keinen nummerierten Absatz; kein Beleg könnte sie nennen.
hint-span-unnumbered = Kopfzeilen eines Transkriptionsprogramms und leere Zeilen haben keine Nummer. Bitte einen Teil eines Absatzes einschließen.

## Memos
error-memo-gone = Dieses Memo gibt es nicht mehr.
error-memo-empty = Ein Memo braucht einen Titel oder einen Text.
error-memo-of-another = Dieses Memo stammt von { $name }; ändern kann es nur, wer es geschrieben hat.

## Belege
error-citation-pattern = So lassen sich Belege nicht schreiben: Es braucht ein Trennzeichen vor dem Absatz und eines für Bereiche, und keine Steuerzeichen.
hint-citation-pattern = Üblich ist (IP 5: 9) und (IPen 5: 9-11; 8: 3).

## Rückgängig
error-nothing-to-undo = Es gibt nichts Eigenes rückgängig zu machen.
error-nothing-to-redo = Es gibt nichts Eigenes zu wiederholen.
error-undo-in-the-way = „{ $operation }“ lässt sich nicht zurücknehmen oder wiederholen: „{ $other }“ ({ $coder }, { $at }) hat seither dasselbe geändert.
error-undo-in-the-way-blind = „{ $operation }“ lässt sich nicht zurücknehmen oder wiederholen: { $coder } hat seither daran gearbeitet.
error-undo-changed = „{ $operation }“ lässt sich nicht zurücknehmen oder wiederholen: Dasselbe wurde seither geändert.
error-undo-touches-more = „{ $operation }“ lässt sich nicht zurücknehmen oder wiederholen: Es würde sich mehr ändern als damals ({ $table }).
error-undo-refused = „{ $operation }“ lässt sich nicht zurücknehmen oder wiederholen: { $reason }
error-undo-in-use = „{ $operation }“ lässt sich nicht zurücknehmen oder wiederholen: Andere Arbeit baut darauf auf.
hint-undo-in-the-way-blind = Nichts wurde geändert. Diese Arbeit ist noch nicht zu sehen: von Hand ändern, was anders sein soll, oder warten, bis sie freigegeben ist.
hint-undo-in-the-way = Es wurde nichts geändert. Bitte zuerst das Spätere rückgängig machen oder von Hand ändern, was anders sein soll.
error-history-damaged = Der Verlauf dieses Projekts ist hier nicht lesbar; es wurde nichts geändert.

## Suche und mitgelieferte Studie
error-search-empty = Es ist nichts angegeben, wonach gesucht werden soll.
error-search-pattern = „{ $query }“ ist kein Muster, nach dem sich suchen lässt: { $reason }
error-demo = Die mitgelieferte Studie ist nicht vollständig: { $file }: { $reason }
error-migration-broken = Der Schritt zur Version { $version } der Projektdatei ließe Zeilen ohne das zurück, wozu sie gehören; nichts wurde geändert.
error-operation-newer = Die letzte Änderung stammt von einer neueren Version von absatz („{ $kind }“); diese kann sie nicht zurücknehmen.
error-blind = Es wird blind codiert: Die Arbeit von { $name } ist nicht zu sehen.
hint-blind = „absatz coders release“ gibt die Arbeit der Codierenden füreinander frei.
