### Konsolidieren: die Unterschiede getrennt Codierender klären; der Konsens und sein Protokoll.

consolidation-coder = Konsens
consolidation-title = Unterschiede
consolidation-protocol-title = Protokoll der Konsolidierung

## Wie die Codierenden zueinander stehen
consolidation-kind-agreed = übereinstimmend
consolidation-kind-missing = fehlt
consolidation-kind-other-code = anderer Code
consolidation-kind-other-boundary = andere Grenze
consolidation-kind-nobody = bei niemandem

## Wie weit ein Unterschied ist
consolidation-state-open = offen
consolidation-state-changed = seither geändert
consolidation-state-decided = entschieden

## Was entschieden wurde
consolidation-outcome-one = { $coder } übernommen
consolidation-outcome-all = alle übernommen
consolidation-outcome-none = nichts übernommen
consolidation-outcome-anew = neu codiert
consolidation-outcome-rule = nach der Regel
consolidation-outcome-agreed = übereinstimmend
consolidation-nothing = nichts
consolidation-coded-words = { $code }: „{ $words }“

## Spalten und Hinweise
consolidation-column-number = Nr.
consolidation-column-coder = Codierende/r { $coder }
consolidation-column-state = Stand
consolidation-column-outcome = Entscheidung
consolidation-column-result = Konsens
consolidation-column-reason = Begründung
consolidation-column-by = Entschieden von
consolidation-column-at = Wann
consolidation-note-progress = Entschiedene Unterschiede: { $decided } von { $all }.
consolidation-note-documents = Dokumente mit fertigem Konsens: { $finished } von { $all } mehrfach codierten.
consolidation-note-changed = { $count ->
    [one] Einer ist wieder offen: Seit der Entscheidung wurde an den Codierungen etwas geändert.
   *[other] { $count } sind wieder offen: Seit der Entscheidung wurde an den Codierungen etwas geändert.
}
summary-as-consensus = Das Dokument ist konsolidiert: geschrieben als { $name }.
summary-as = { $what } – als { $name }
consolidation-note-waiting = { $count ->
    [one] Eine Stelle wartet: Einer ihrer Codes ist noch einmal zu suchen.
   *[other] { $count } Stellen warten: Einer ihrer Codes ist noch einmal zu suchen.
}
consolidation-note-agreed-open = { $count ->
    [one] Eine übereinstimmend codierte Stelle ist noch nicht im Konsens.
   *[other] { $count } übereinstimmend codierte Stellen sind noch nicht im Konsens.
}
consolidation-note-decisions = { $count ->
    [one] Eine Entscheidung. Die ursprünglichen Codierungen bleiben, wie sie waren.
   *[other] { $count } Entscheidungen. Die ursprünglichen Codierungen bleiben, wie sie waren.
}
consolidation-note-agreed = { $count ->
    [one] Eine übereinstimmend codierte Stelle ist nicht aufgeführt.
   *[other] { $count } übereinstimmend codierte Stellen sind nicht aufgeführt.
}
consolidation-note-names = Buchstaben stehen für die Codierenden.

## Was die Befehlszeile sagt
consolidation-decided = { $place }: { $codes }
consolidation-next = Als Nächstes: { $number } { $place }
consolidation-agreed-taken = { $count ->
    [0] Alles übereinstimmend Codierte ist im Konsens.
    [one] In den Konsens übernommen: eine übereinstimmend codierte Stelle.
   *[other] In den Konsens übernommen: { $count } übereinstimmend codierte Stellen.
}
consolidation-agreed-would = { $count ->
    [0] Alles übereinstimmend Codierte ist im Konsens.
    [one] Käme in den Konsens: eine übereinstimmend codierte Stelle.
   *[other] Kämen in den Konsens: { $count } übereinstimmend codierte Stellen.
}
consolidation-rule-settled = { $count ->
    [0] Die Regel passt auf keinen offenen Unterschied.
    [one] Ein Unterschied nach der Regel geklärt.
   *[other] { $count } Unterschiede nach der Regel geklärt.
}
consolidation-rule-would = { $count ->
    [0] Die Regel passt auf keinen offenen Unterschied.
    [one] Nach der Regel würde ein Unterschied geklärt. Geändert wurde nichts.
   *[other] Nach der Regel würden { $count } Unterschiede geklärt. Geändert wurde nichts.
}
consolidation-finished = { $count ->
    [0] Der Konsens von Dokument { $label } ist fertig und zählt von nun an.
    [one] Der Konsens von Dokument { $label } ist fertig und zählt von nun an; eine Stelle blieb offen.
   *[other] Der Konsens von Dokument { $label } ist fertig und zählt von nun an; { $count } Stellen blieben offen.
}
consolidation-reopened = Der Konsens von Dokument { $label } ist wieder offen.

## Fehler
error-consolidation-blind = Die Codierenden sehen die Arbeit der anderen noch nicht: Die Unterschiede würden sie verraten.
error-consolidation-none = Kein Dokument ist von zwei Codierenden für fertig erklärt.
error-consolidation-once = Dokument { $label } ist nicht von zwei Codierenden für fertig erklärt.
error-consolidation-nothing-there = { $place } hat niemand codiert.
hint-consolidation-nothing-there = Um dem Konsens dort einen Code zu geben: --code CODE.
error-consolidation-several = { $place } berühren { $count } Unterschiede.
hint-consolidation-several = Gemeint ist welcher? Die Nummern: { $numbers }.
error-no-difference = Einen Unterschied { $number } gibt es nicht.
hint-no-difference = Die Nummern gehen von 1 bis { $count }; „absatz consolidate list“ zeigt sie.
error-consolidation-open = { $count ->
    [one] Ein Unterschied in Dokument { $label } ist nicht entschieden.
   *[other] { $count } Unterschiede in Dokument { $label } sind nicht entschieden.
}
hint-consolidation-open = Zuerst entscheiden, oder ohne sie abschließen: absatz consolidate finish --anyway.
error-consolidation-waits = An { $place } ist nach einem der Codes noch einmal zu sehen.
hint-consolidation-waits = Zuerst noch einmal nachsehen (absatz codes revisit list --everyone), oder ohne sie abschließen: absatz consolidate finish { $label } --anyway.
error-consolidation-waiting = { $count ->
    [one] Eine Stelle in Dokument { $label } wartet darauf, dass ein Code noch einmal gesucht wird.
   *[other] { $count } Stellen in Dokument { $label } warten darauf, dass Codes noch einmal gesucht werden.
}
error-consolidation-agreed-open = { $count ->
    [one] Eine übereinstimmend codierte Stelle in Dokument { $label } ist noch nicht im Konsens.
   *[other] { $count } übereinstimmend codierte Stellen in Dokument { $label } sind noch nicht im Konsens.
}
hint-consolidation-agreed-open = Zuerst übernehmen: absatz consolidate agreed.
error-consolidation-finished = Der Konsens von Dokument { $label } ist fertig.
hint-consolidation-finished = Zuerst zurücknehmen: absatz consolidate reopen { $label }.
error-consolidation-not-finished = Der Konsens von Dokument { $label } ist nicht fertig.
error-consolidation-outdated = Die Codierungen zu { $place } haben sich inzwischen geändert.
hint-consolidation-outdated = Noch einmal ansehen, dann entscheiden.
error-consolidation-not-compared = { $name } hat Dokument { $label } nicht für fertig erklärt: Es gibt nichts zu übernehmen.
error-consolidation-no-code = Neu codieren braucht einen Code.
hint-consolidation-no-code = Um nichts zu übernehmen: für nichts entscheiden.
error-consensus-signs-in = { $name } ist, worauf die Codierenden sich geeinigt haben, und niemand, der arbeitet.
hint-consensus-signs-in = Für einen einzelnen Befehl lässt er sich nennen: --coder { $name }.

## Die Arbeitsumgebung
context-consolidate = Unterschiede der Codierenden
need-consolidation = Zuerst den Gang durch die Unterschiede öffnen (F10).
command-consolidate = Unterschiede der Codierenden durchgehen und klären
hint-consolidate = klären
alias-consolidate = Konsens, konsolidieren, Intercoder-Übereinstimmung, consensus, intercoder agreement
command-take-first = Übernehmen, was die erste Person hat
hint-take-first = das
command-take-second = Übernehmen, was die zweite Person hat
hint-take-second = das
command-take-third = Übernehmen, was die dritte Person hat
command-take-fourth = Übernehmen, was die vierte Person hat
command-take-all = Übernehmen, was alle haben, zusammen
hint-take-all = alles
command-take-none = Nichts davon übernehmen
hint-take-none = nichts
command-code-anew = Den Unterschied neu codieren
hint-code-anew = neu
command-code-passage = Den Unterschied neu codieren, an der hier ausgewählten Stelle
command-reason = Begründung der nächsten Entscheidung schreiben
hint-reason = Grund
command-take-agreed = Übereinstimmend Codiertes in den Konsens übernehmen
hint-take-agreed = Gleiches
alias-take-agreed = Konsens, Übereinstimmung
command-settle-by-rule = Kleine Unterschiede der Grenzen nach einer Regel klären
hint-settle-by-rule = Regel
alias-settle-by-rule = Konsens, Toleranz, Grenzen, Segmentgrenzen
command-finish-consensus = Konsens des Dokuments für fertig erklären oder wieder öffnen
hint-finish-consensus = fertig
alias-finish-consensus = Konsens, Auswertungsstand
command-next-document = Unterschiede des nächsten Dokuments
command-previous-document = Unterschiede des Dokuments davor
title-consolidate = Unterschiede { $document }
title-consolidate-done = Unterschiede { $document } · Konsens fertig
consolidate-progress = { $decided } von { $all } entschieden
consolidate-progress-whole = insgesamt { $decided } von { $all }
consolidate-waiting = { $count ->
    [one] eine wartet
   *[other] { $count } warten
}
consolidate-at = { $at } von { $all }
consolidate-reason = Begründung der nächsten Entscheidung: { $reason }
consolidate-no-differences = { $count ->
    [0] Hier ist nichts codiert.
    [one] Die Codierenden stimmen überein: eine Stelle.
   *[other] Die Codierenden stimmen überein: { $count } Stellen.
}
consolidate-only-document = Kein anderes Dokument ist doppelt codiert.
consolidate-no-such-coder = Hier hat niemand die Nummer { $number }.
consolidate-no-difference-here = Zuerst den Unterschied öffnen (F10), dann in seinem Transkript auswählen.
consolidate-all-decided = Alle Unterschiede sind entschieden.
consolidate-document-decided = Alle Unterschiede dieses Dokuments sind entschieden: A übernimmt Gleiches, F schließt ab.
consolidate-still-open = { $count ->
    [one] Ein Unterschied ist nicht entschieden. Er bleibt aus dem Konsens.
   *[other] { $count } Unterschiede sind nicht entschieden. Sie bleiben aus dem Konsens.
}
consolidate-still-agreed = { $count ->
    [one] Eine übereinstimmend codierte Stelle ist nicht übernommen (das macht A).
   *[other] { $count } übereinstimmend codierte Stellen sind nicht übernommen (das macht A).
}
consolidate-finish-anyway = Eingabe erklärt den Konsens trotzdem für fertig, Esc geht zurück.
consolidate-finish-title = Konsens von { $document } abschließen?
consolidate-rule-enter = Eingabe klärt sie, Esc geht zurück.
field-reason = Begründung
form-reason = Warum wird so entschieden?
menu-rule = Welche Grenzen gelten?
rule-shorter = das kürzere Segment
rule-longer = das längere Segment
rule-intersection = was alle haben
rule-union = was irgendwer hat
form-rule = Wie viel darf abweichen?
field-within = Höchstens (3 Wörter, 12 Zeichen; oder mindestens 80 % Überschneidung)
field-rule-all = In allen doppelt codierten Dokumenten (ja, nein)
rule-three-words = 3 Wörter
rule-wrong = Eine Zahl von Wörtern oder Zeichen oder ein Anteil in Prozent: 3 Wörter, 12 Zeichen, 80 %.
picker-settle = Neu codieren
picker-settle-keys = Tab markieren · Enter vergeben · Alt-Enter neuer Code · Esc
