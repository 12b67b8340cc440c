### Übereinstimmung der Codierenden: Werte, Tabellen, der Absatz für den Methodenteil.

error-agreement-blind = Die Codierenden sehen die Arbeit der anderen noch nicht: Die Übereinstimmung würde davon erzählen.
hint-agreement-blind = Wenn das doppelte Codieren fertig ist, geben Sie es frei: absatz coders release.
error-agreement-two = Die Übereinstimmung braucht zwei Codierende, die Dokumente für fertig erklärt haben.
error-agreement-pair = Diese Tabelle braucht zwei Codierende.
hint-agreement-pair = Nennen Sie sie: --coders A,B.
error-agreement-no-documents = Kein Dokument ist von zweien dieser Codierenden für fertig erklärt worden.
hint-agreement-no-documents = Wer ein Dokument codiert hat, erklärt es für fertig: absatz --coder NAME coders status LABEL done. Was fertig ist und keinen Code hat, wurde beurteilt; was nicht für fertig erklärt ist, nicht.
error-agreement-no-codes = Es gibt keine Codes zu vergleichen.
hint-agreement-no-codes = Legen Sie zuerst Codes an oder importieren Sie ein Codebuch: absatz codes add, absatz codebook import.
error-agreement-no-consensus = Noch kein Dokument ist konsolidiert.
hint-agreement-no-consensus = Klären Sie zuerst die Unterschiede; ein Dokument ist konsolidiert, wenn sein Konsens für fertig erklärt ist.
error-agreement-consensus = { $name } ist der Konsens der Codierenden und keine eigene Person.
hint-agreement-consensus = Vergleichen Sie die Codierenden selbst: Ihre Werte vor der Diskussion sind die Reliabilität.

## Warum es keinen Wert gibt
agreement-undefined-no-pairs = n. def.: keine Einheit von zweien beurteilt
agreement-undefined-no-variation = n. def.: keine Variation
agreement-undefined-one-category = n. def.: ein einziger Code lässt keine Wahl
agreement-undefined-coder-idle = n. def.: eine Person hat nichts beurteilt
agreement-undefined-pair-undefined = n. def.: nicht für jedes Paar definiert
agreement-undefined-not-two-coders = n. def.: vergleicht zwei Codierende
agreement-undefined-incomplete = n. def.: nicht alles von allen beurteilt
agreement-undefined-too-few = n. def.: zu wenige
agreement-undefined-nothing-coded = n. def.: nichts codiert
agreement-undefined-overlapping = n. def.: Segmente überlappen sich
agreement-undefined-not-for-unit = n. def.: nicht für diese Einheit

## Werte
agreement-percent-agreement = Übereinstimmung
agreement-cohen-kappa = Cohens Kappa
agreement-brennan-prediger = Brennan-Prediger
agreement-fleiss-kappa = Fleiss' Kappa
agreement-krippendorff-alpha = Krippendorffs Alpha
agreement-gwet-ac1 = Gwets AC1
agreement-pabak = PABAK
agreement-prevalence-index = Prävalenzindex
agreement-bias-index = Bias-Index
agreement-positive-agreement = Positive Übereinstimmung
agreement-negative-agreement = Negative Übereinstimmung
agreement-cohen-kappa-max = Höchstmögliches Kappa
agreement-scott-pi = Scotts Pi
agreement-conger-kappa = Congers Kappa
agreement-light-kappa = Lights Kappa
agreement-holsti = Holsti
agreement-percent-agreement-pairs = Übereinstimmung, Paare gepoolt
agreement-unanimous-agreement = Einstimmig
agreement-pooled-kappa = Gepooltes Kappa
agreement-mean-kappa = Mittel der definierten Kappas
agreement-mean-alpha = Mittel der definierten Alphas
agreement-set-percent-agreement = Dieselbe Menge von Codes
agreement-alpha-set-nominal = Alpha für Mengen, nominal
agreement-alpha-jaccard = Alpha für Mengen, Jaccard
agreement-alpha-masi = Alpha für Mengen, MASI
agreement-u-alpha = uα
agreement-bar-u-alpha = |uα (codiert oder nicht)
agreement-cu-alpha = cuα (welcher Code, wo beide codiert haben)
agreement-cu-coverage = Abdeckung von cuα

## Tabellen
agreement-title-codes = Übereinstimmung nach Code
agreement-title-documents = Übereinstimmung nach Dokument
agreement-title-pairs = Übereinstimmung nach Paar
agreement-title-overall = Übereinstimmung über alle Codes und Dokumente
agreement-title-confusion = Welcher Code für welchen steht
agreement-title-differences = Unterschiede
agreement-column-units = Einheiten
agreement-column-agreements = Übereinstimmungen
agreement-column-disagreements = Unterschiede
agreement-column-interval = 95-%-Intervall
agreement-column-remark = Bemerkung
agreement-column-document = Dokument
agreement-column-first = Erste Person
agreement-column-second = Zweite Person
agreement-column-statistic = Kennwert
agreement-column-value = Wert
agreement-column-kind = Art
agreement-column-text = Wortlaut
agreement-not-coded = nicht codiert
agreement-remark-unused = von niemandem verwendet
agreement-remark-never = nie verwendet von { $coders }

## Arten von Unterschieden
difference-missing = nur von einer Person codiert
difference-other-code = anderer Code
difference-other-boundary = andere Grenzen

## Wofür eine Tabelle gilt
agreement-note-document = Einheit: das Dokument; ob der Code darin vorkommt.
agreement-note-frequency = Einheit: das Dokument; wie oft der Code darin vorkommt.
agreement-note-paragraph = Einheit: der Absatz; ob der Code auf ihm steht.
agreement-note-character = Einheit: das Zeichen; ob der Code auf ihm steht. Zeichen hängen voneinander ab: Ein Standardfehler wird nicht angegeben.
agreement-note-segment = Einheit: das codierte Segment; zwei gelten ab { $percent } % Überlappung als dasselbe, { $of }. Segmente, die beide nicht codiert haben, gibt es nicht: Brennan-Prediger nimmt als Zufall einen von { $codes } vereinbarten Codes.
agreement-overlap-own = gemessen an der Länge jedes Segments
agreement-overlap-shorter = gemessen am kürzeren Segment
agreement-overlap-longer = gemessen am längeren Segment
agreement-overlap-union = gemessen an dem, was beide zusammen abdecken
agreement-note-coders = Codierende: { $coders }.
agreement-note-documents = { $count ->
    [one] Eines von { $all } Dokumenten ({ $share } %) wurde von zwei oder mehr Personen für fertig erklärt.
   *[other] { $count } von { $all } Dokumenten ({ $share } %) wurden von zwei oder mehr Personen für fertig erklärt.
}
agreement-note-codes = { $count ->
    [one] Ein vereinbarter Code.
   *[other] { $count } vereinbarte Codes.
}
agreement-note-main-codes = Subcodes zählen als ihr Hauptcode.
agreement-note-interviewers = Ohne die Redebeiträge der Interviewenden.
agreement-note-bootstrap = Intervalle: Perzentile aus { $samples } Stichproben ganzer Dokumente (Startwert { $seed }), denn die Absätze eines Interviews hängen voneinander ab.
agreement-note-analytic = Intervalle: Gwets Linearisierung mit t, für Cohens Kappa Fleiss, Cohen & Everitt; beide nehmen die Einheiten als unabhängig.

## Der Absatz für den Methodenteil
agreement-method-title = Für den Methodenteil
agreement-method-double = { $count ->
    [one] Eines von { $all } Interviews ({ $share } %) wurde unabhängig voneinander von { $coders ->
        [2] zwei Personen
       *[other] jeweils zwei oder mehr von { $coders } Personen
    } codiert.
   *[other] { $count } von { $all } Interviews ({ $share } %) wurden unabhängig voneinander von { $coders ->
        [2] zwei Personen
       *[other] jeweils zwei oder mehr von { $coders } Personen
    } codiert.
}
agreement-method-drawn = { $count ->
    [one] Es wurde zufällig gezogen.
   *[other] Sie wurden zufällig gezogen.
}
agreement-method-drawn-by-group = { $count ->
    [one] Es wurde zufällig gezogen, anteilig aus jeder Gruppe.
   *[other] Sie wurden zufällig gezogen, anteilig aus jeder Gruppe.
}
agreement-method-unit-document = Die Übereinstimmung wurde daran berechnet, ob ein Code in einem Interview vorkommt ({ $codes } Codes, { $units } Urteile).
agreement-method-unit-frequency = Die Übereinstimmung wurde daran berechnet, wie oft ein Code in einem Interview vorkommt ({ $codes } Codes, { $units } Urteile).
agreement-method-unit-paragraph = Die Übereinstimmung wurde absatzweise berechnet, für jeden Code danach, ob er vergeben wurde ({ $codes } Codes, { $units } Urteile).
agreement-method-unit-character = Die Übereinstimmung wurde zeichenweise berechnet, für jeden Code danach, ob er vergeben wurde ({ $codes } Codes).
agreement-method-unit-segment = Die Übereinstimmung wurde an codierten Segmenten berechnet; zwei galten ab { $percent } % Überlappung als dasselbe, { $of } ({ $codes } Codes, { $units } Segmente).
agreement-method-value = Bevor die Unterschiede besprochen wurden, betrug { $figure } { $value }{ $interval ->
    [none] .
   *[other]  (95-%-Intervall { $interval }, Bootstrap über Interviews).
}
agreement-method-percent = Die Codierenden stimmten in { $value } der Urteile überein.
agreement-method-percent-segments = Von den Segmenten hatten { $value } ein Gegenstück bei der anderen Person.
agreement-method-range = Für einzelne Codes lag { $figure } zwischen { $low } und { $high }.
agreement-method-range-undefined = Für einzelne Codes lag { $figure } zwischen { $low } und { $high }; für { $count } Codes ist der Wert mangels Variation nicht definiert.
agreement-method-main-codes = Subcodes wurden als ihr Hauptcode gezählt.
agreement-method-interviewers = Redebeiträge der Interviewenden blieben außer Betracht.
agreement-method-consensual = { $count ->
    [one] Eines von { $all } Interviews wurde unabhängig voneinander von zwei oder mehr Personen codiert und dann Stelle für Stelle besprochen.
   *[other] { $count } von { $all } Interviews wurden unabhängig voneinander von zwei oder mehr Personen codiert und dann Stelle für Stelle besprochen.
} Unterschiede wurden im Rückgriff auf den Text geklärt und die Gründe festgehalten (konsensuelles Codieren nach Hopf und Schmidt); ein Koeffizient wurde nicht berechnet. Auf dem Konsens beruhen die Ergebnisse.

## Die Befehlszeile
cli-agreement-chosen = { $count } von { $all } Dokumenten ({ $share } %), Startwert { $seed }
