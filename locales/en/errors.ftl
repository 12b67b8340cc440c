### Errors and hints of the floors below the screen. The keys are the same in both languages.

error-project-busy = Another process is writing to this project.
error-project-damaged = The project file is damaged or not a project of absatz.
error-disk-full = The disk is full; nothing was changed.
error-database = The project file gave an unexpected answer: { $reason }
error-cancelled = Cancelled. What was finished is kept.
error-place = “{ $place }” is not a place.
hint-place = Write a place as in a report: 5:9, "IP 5: 9", 5:9-11, 5:9@12-80 or 5:9"the quoted words".
error-no-such-paragraph = Interview { $label } has no paragraph { $paragraph }; its last is { $last }.
error-offset-past-end = The passage ends at { $end }, but the paragraph has only { $length } code points.
error-words-not-there = The words “{ $words }” do not stand in this paragraph.
error-words-twice = The words “{ $words }” stand { $count } times in this paragraph: quote more of them.
error-label-empty = A document needs a label: what a citation names, the 5 in (IP 5: 9).
error-label-character = The label “{ $label }” contains “{ $character }”, which citations are written with.
hint-label = A label contains none of : ; , ( ) " @.
error-no-such-code = There is no code “{ $code }”.
error-code-ambiguous = “{ $code }” can mean several codes: { $paths }.
hint-codes-list = “absatz codes list” shows all codes.
hint-did-you-mean = Did you mean: { $names }?
error-code-name-empty = A code needs a name.
error-code-name-hidden = The name “{ $name }” contains a character that cannot be seen.
error-code-name-slash = The name “{ $name }” contains / or >, which separate a code from its subcode.
hint-code-name-slash = Write Parent/Child to add a subcode.
error-code-name-long = A code's name has at most 200 characters.
error-color = “{ $color }” is not a colour.
hint-color = Write a colour as #RRGGBB, for example #0072B2.
