### Errors and hints of the floors below the screen. The keys are the same in both languages.

error-project-busy = Another process is writing to this project.
error-project-damaged = The project file is damaged or not a project of absatz.
hint-project-damaged = Nothing was changed. “absatz doctor” says what is damaged; otherwise open the latest backup.
error-disk-full = The disk is full; nothing was changed.
error-database = The project file gave an unexpected answer: { $reason }
error-cancelled = Cancelled. What was finished is kept.
error-place = “{ $place }” is not a place.
hint-place = Write a place as in a report: 5:9, "IP 5: 9", 5:9-11, 5:9@12-80 or 5:9"the quoted words".
error-no-such-paragraph = Interview { $label } has no paragraph { $paragraph }; its last is { $last }.
error-offset-past-end = The passage ends at { $end }, but the paragraph has only { $length } code points.
error-words-not-there = The words “{ $words }” do not stand in this paragraph.
error-words-twice = The words “{ $words }” stand { $count } times in this paragraph: quote more of them.
error-no-such-coding = There is no coded segment { $uuid }.
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

## The project file
error-not-a-project = This file is not a project of absatz.
hint-not-a-project = A project is made with “absatz new NAME.absatz”; transcripts are brought into it with “absatz import”.
error-no-project = There is no project { $file }.
hint-no-project = “absatz new NAME.absatz” makes one; look for a slip in the name or the folder.
error-project-newer = This project has format { $version }; this program knows formats up to { $known }.
hint-project-newer = Install a newer absatz to open it. Nothing was changed.
error-project-locked = Another program has this project open.
hint-project-locked = In a synchronised or network folder only one program at a time can work in a project: close the other one, or move the project to a local folder.
error-file-exists = { $file } exists already; nothing was overwritten.
hint-project-exists = Choose another name, or open the project that is there.
error-no-coder = This project has no coder.
error-constraint = A rule of the project file stands against it: { $reason }
warning-migrated = The project was brought to the current format. The copy from before is { $file }.
warning-risky-folder = This folder is kept by { $what }: the project works with a safer, slower journal, and only one program at a time can open it. A local folder is better.

## Documents
error-document-gone = This document is not in the project any more.
error-no-such-document = There is no document “{ $label }”.
hint-documents-list = “absatz documents list” shows all documents with their labels.
error-imported-already = { $file } is in the project already, as document { $label }.
hint-imported-already = That document can be read anew from it; it can also be imported once more.
error-label-taken = The label “{ $label }” is taken by “{ $title }”.
hint-label-taken = Every document has its own label: choose another one.
error-import-twice = { $file } would get the label { $label } or is the same as { $other }.
error-title-control = A title or name is one line without control characters.

## Coders
error-no-such-coder = There is no coder “{ $name }” in this project.
hint-no-such-coder = Coders of this project: { $names }.
error-coder-gone = This coder is not in the project any more.
hint-coder-gone = Work as another coder (--coder), or add the coder again.
error-coder-exists = There is a coder “{ $name }” already.
error-coder-name = A coder's name is one line of at most 80 characters, and not empty.

## Codes and codings
error-code-gone = This code is not in the project any more.
error-code-exists = There is a code “{ $code }” already.
hint-code-exists-merge = Choose another name, or merge the two codes.
error-code-cycle = “{ $code }” cannot come under itself or one of its own subcodes.
error-code-merge-down = “{ $code }” cannot be merged into itself or one of its own subcodes.
error-coding-gone = This coding is not there any more.
error-coding-of-another = This coding is { $name }'s; only its coder can change it.
error-weight = { $weight } is no weight: it goes from 0 to 100.
error-span-empty = There are no words in this passage.
error-span-unnumbered = This passage touches no numbered paragraph, so no citation could name it.
hint-span-unnumbered = Headers of a transcription tool and empty lines have no number. Include a part of a paragraph.

## Memos
error-memo-gone = This memo is not there any more.
error-memo-empty = A memo needs a title or a text.
error-memo-of-another = This memo is { $name }'s; only its writer can change it.

## Citations
error-citation-pattern = This citation pattern cannot be written: it needs a separator before the paragraph and one for ranges, and no control characters.
hint-citation-pattern = The usual pattern writes (IP 5: 9) and (IPen 5: 9-11; 8: 3).

## Undo
error-nothing-to-undo = There is nothing of yours to undo.
error-nothing-to-redo = There is nothing of yours to redo.
error-undo-in-the-way = “{ $operation }” cannot be taken back or done again: “{ $other }” ({ $coder }, { $at }) has changed the same since.
error-undo-in-the-way-blind = “{ $operation }” cannot be taken back or done again: { $coder } has worked on the same since.
error-undo-changed = “{ $operation }” cannot be taken back or done again: the same has been changed since.
error-undo-touches-more = “{ $operation }” cannot be taken back or done again: it would change more than it did ({ $table }).
error-undo-refused = “{ $operation }” cannot be taken back or done again: { $reason }
error-undo-in-use = “{ $operation }” cannot be taken back or done again: other work stands on it.
hint-undo-in-the-way-blind = Nothing was changed. It is work that you do not see yet: change by hand what should be different, or wait until it is released.
hint-undo-in-the-way = Nothing was changed. Undo the later work first, or change by hand what should be different.
error-history-damaged = The history of this project cannot be read here; nothing was changed.

## Search and the shipped study
error-search-empty = There is nothing to search for.
error-search-pattern = “{ $query }” is not a pattern that can be searched for: { $reason }
error-demo = The shipped study is not whole: { $file }: { $reason }
error-migration-broken = The step to version { $version } of the project file would leave rows without what they belong to; nothing was changed.
error-operation-newer = The newest change was made by a newer absatz (“{ $kind }”); this one cannot take it back.
error-blind = You work blind: { $name }’s work is not shown to you.
hint-blind = “absatz coders release” lets the coders of this project see each other’s work.
