### Corrections of a transcript, paraphrases, names and their replacements, sealing and erasing.

## Names
error-no-such-name = The list of names has no form “{ $form }”.
hint-names-list = “absatz pseudonyms” lists the names.
hint-names-file = The list of names is kept in { $file }. “absatz pseudonyms keep-in project” keeps it in the project.
error-name-form = “{ $form }” cannot be a form of a name.
hint-name-form = A form and what stands for it have a letter or digit, no “;”, and at most 200 characters.
error-name-no-replacement = Nothing stands for “{ $form }”.
error-name-twice = “{ $form }” is in the list twice.
hint-name-twice = Every form belongs to one name; “absatz pseudonyms remove” takes a name out.
error-name-in-replacement = The replacement “{ $replacement }” has a listed name in it.
hint-name-in-replacement = What stands for a name must not give another away: [A], Person 1, [town].
error-no-such-text = { $name } is no text of the study.
names-file-broken = { $file } cannot be read as a list of names: { $reason }
names-file-hint = A table with the columns name and replacement is needed, and if wanted forms (Müllers=[A]s; Müllern), case (any) and note.
names-file-not-utf8 = it is not in UTF-8.
names-file-not-utf8-hint = Save it as “CSV UTF-8” or as a spreadsheet (.xlsx).
names-file-columns = the column with the replacements is missing.
names-file-no-name = the name is missing.
name-field-transcript = Transcript
name-field-label = Document label
name-field-title = Document title
name-field-file = File name
name-field-group = Document group
name-field-speaker = Speaker
name-field-variable = Variable
name-field-value = Value
name-field-case = Case
name-field-person = Person
name-field-set = Set
name-field-code = Code
name-field-definition = Coding guide
name-field-anchor = Anchor example
name-field-comment = Comment
name-field-memo = Memo
name-field-summary = Summary
name-field-paraphrase = Paraphrase
name-field-consent = Consent
name-field-guide = Guide
name-field-version = Codebook version
name-field-other = Other text
cli-name-added = { $form } becomes { $replacement }.
cli-names-removed = { $count ->
    [one] One name taken out of the list.
   *[other] { $count } names taken out of the list.
}
cli-names-imported = Names added: { $new }; changed: { $changed }.
cli-names-would-import = Names that would be added: { $new }; changed: { $changed }. Nothing was written.
cli-names-in-file = The list of names is kept in { $file } from now on.
cli-names-in-project = The list of names is kept in the project from now on.
cli-names-are-in = The list is kept in { $file }.
cli-names-none = There are no names in the list. “absatz pseudonyms add” and “absatz pseudonyms import” add some.
cli-any-case = any
cli-names-hidden = (another coder's work)
cli-names-found = { $count ->
    [0] None of the names was found.
    [one] One occurrence.
   *[other] { $count } occurrences.
}
cli-names-everywhere-hint = Only the transcripts were searched; --everywhere searches every text of the study.
cli-names-suggested = { $count ->
    [0] No word is like a listed form.
    [one] One word is like a listed form. “absatz pseudonyms add NAME REPLACEMENT --also” adds forms.
   *[other] { $count } words are like listed forms. “absatz pseudonyms add NAME REPLACEMENT --also” adds forms.
}
cli-list-names = Names and their replacements
cli-list-name-occurrences = Occurrences of names
cli-list-name-suggestions = Words like listed names
cli-column-replacement = Replacement
cli-column-forms = Further forms
cli-column-place = Where
cli-column-in = In
cli-column-like = Like
cli-column-passage = Passage
cli-column-times = Times
table-note-names = Names replaced in this export: { $count }. The study itself was left as it is.
names-standing-in-export = What was written holds what can identify someone: { $found }. “absatz pseudonyms check” names it for the whole study.
names-standing-replace = “absatz pseudonyms exports on” replaces listed names in exports.
disclosure-listed-name = Listed name
disclosure-person = Name of a person
disclosure-speaker = Name in a speaker's label
disclosure-titled = Name with a title or office
disclosure-title = Perhaps a name, in a title or label
disclosure-file-name = Perhaps a name, in a file name
disclosure-case = Name of a case
disclosure-birth = Date of birth
disclosure-account = Account number
disclosure-address = Mail, telephone or web address
disclosure-street = Street and number
disclosure-unrecoded = Value without its published form
disclosure-more-places = { $places } and { $count } more
disclosure-history = Old wording
disclosure-history-words = { $count ->
    [one] One entry of the history keeps what was there before; “absatz seal” takes it out.
   *[other] { $count } entries of the history keep what was there before; “absatz seal” takes it out.
}
error-name-clash = “{ $text }” would be there twice ({ $kind }).
hint-name-clash = Nothing was changed. Give the names different replacements, or change one of the texts by hand.
cli-names-applied = Replaced { $count } occurrences, in { $documents } transcripts and { $texts } other texts.
cli-names-would-apply = Would replace { $count } occurrences, in { $documents } transcripts and { $texts } other texts. Nothing was written.
cli-names-in-history = The old wording is still in the history until “absatz seal”; until then “absatz undo” brings it back.
cli-name-left = Left as it is: { $kind } { $place }: { $found }
names-nothing-chosen = Nothing is chosen.
names-chosen = { $count ->
    [one] One occurrence is chosen
   *[other] { $count } occurrences are chosen
}
toast-names-replaced = { $count ->
    [one] Replaced one occurrence
   *[other] Replaced { $count } occurrences
} (u undoes). The old wording is in the history until the project is sealed.
cli-check-found = { $count ->
    [0] Nothing was found that would identify someone.
    [one] One thing would identify someone.
   *[other] { $count } things would identify someone.
}
cli-check-no-names = The list of names is empty: looked for were the names of persons, cases, speakers and files, names with a title, and addresses. What else is a name cannot be told from capital letters; “absatz pseudonyms add” puts it into the list.
cli-list-disclosure = What would identify someone
cli-column-finding = What
command-names = Names and their replacements
alias-names = pseudonyms, anonymise, Pseudonymisierung, persons
command-names-find = Find listed names in the transcripts
alias-names-find = pseudonyms, anonymise, replace names
command-names-check = Check what would still identify someone
alias-names-check = anonymity, disclosure, privacy, before an export
command-seal = Seal the project: take old wordings out of the file for good
alias-seal = erase history, delete names, GDPR
command-erase = Erase the document for good
alias-erase = withdrawn consent, delete interview, GDPR
names-title-list = Names and their replacements ({ $count })
names-title-found = Names in the transcripts ({ $count })
names-title-everywhere = Names in all texts of the study ({ $count })
names-title-near = Words like listed names ({ $count })
names-title-check = What would identify someone ({ $count })
names-keys-list = a add · I from a file · Enter change · D remove · f find · s similar words · i check · x exports · Esc
names-keys-found = Space choose · Enter go there · t all texts · r replace · Esc list
names-keys-near = Enter add as a further form · Esc list
names-keys-check = Enter go there · Esc list
names-searching = Looking through the study … { $percent } %
names-kept-in = Kept in { $file }
names-kept-here = Kept in the project, outside the history
names-empty = No names yet: a adds one.
names-none-found = None of the names was found.
names-near-words = { $count ->
    [0] No word is like a listed form.
    [one] One word is like a listed form
   *[other] { $count } words are like listed forms
}
names-near = { $word } (like { $form }, { $count }×)
names-no-place = This is not in a transcript.
field-name-form = Name, as it stands in the transcripts
field-name-replacement = What stands for it: [A]
field-name-further = Further forms: Müllers=[A]s; Müllern
field-name-note = Note
form-name-add = Add a name
form-name-edit = Change a name

## Sealing and erasing
error-nothing-since-sealing = There is nothing of yours to undo since the project was sealed ({ $at }).
error-erasure-memory = Only a project in a file can be sealed.
error-erasure-busy = The project is open elsewhere.
hint-erasure-busy = Close every other workbench and wait for other commands on this project, then try again. Nothing was changed.
error-seal-names = Listed names still stand in the study: { $count ->
    [one] one occurrence.
   *[other] { $count } occurrences.
}
hint-seal-names = “absatz pseudonyms find --everywhere” shows them, “absatz pseudonyms apply --everywhere” replaces them; --leave-names seals all the same. The list itself goes with the sealing.
erasure-would-document = Document { $label } would go, with { $codings } codings, { $memos } memos, { $summaries } summaries and { $paraphrases } paraphrases on it.
erasure-document = Document { $label } is gone, with { $codings } codings, { $memos } memos, { $summaries } summaries and { $paraphrases } paraphrases on it.
erasure-anchors = Anchor examples with its words: { $count }.
erasure-persons = Persons who speak nowhere else: { $names }.
erasure-would-history = The history would lose its words and what could be undone: { $count ->
    [0] no entry.
    [one] one entry.
   *[other] { $count } entries.
}
erasure-history = The history has lost its words, and nothing up to now can be undone: { $count ->
    [0] no entry.
    [one] one entry.
   *[other] { $count } entries.
}
erasure-texts = Old texts of transcripts: { $count }.
erasure-drafts = Texts that were not saved: { $count }.
erasure-names = Names of the list: { $count }.
erasure-files = Names of original files: { $count }.
erasure-standing = Listed names that still stand in the study: { $count }.
erasure-copy = Still holds everything: { $file }
erasure-kept = Holds words of an edit that was not saved, to be removed by hand: { $file }
erasure-names-file = Still holds the names: { $file }
erasure-recording = Recording, to be deleted by hand (one that stays is attached again, unless it lies beside the project): { $file }
erasure-elsewhere = Copies and exports in other places are not known here.
cli-erasure-type = Nothing of this can be undone. To go on, type { $name }:
cli-erasure-not-typed = That is not the name; nothing was changed.
cli-erasure-yes = What goes for good is asked for first.
cli-erasure-yes-hint = In a script, confirm with --yes; --dry-run says what would go.
erasing-title-seal = Seal the project
erasing-title-document = Erase { $document } for good
erasing-keys = Type the name, Enter · Esc leaves everything as it is
erasing-done = Gone for good
erasing-done-keys = Enter closes
## Corrections
error-edit-outdated = Document { $label } has been corrected by somebody else in the meantime.
hint-edit-outdated = Look at the text as it is now and correct that.
error-edit-joins = The new text makes one paragraph of several: { $places }. Their numbers would go.
hint-edit-joins = Keep the line between them, or ask for renumbering: then the citations that change are listed.
error-edit-empty = Nothing would be left of document { $label }.
hint-edit-empty = To take a document out of the project, remove it.
error-edit-damaged = A stored correction is unreadable.
command-correct-paragraph = Correct the paragraph
hint-correct-paragraph = correct
alias-correct-paragraph = edit text, edit mode, typo, transcript
command-paragraph-speaker = Say who speaks the paragraph
alias-paragraph-speaker = speaker, assign speaker
command-correct-transcript = Correct the whole transcript in $EDITOR
alias-correct-transcript = edit mode, edit text, external editor, vi, nano
form-correct = Correct { $place }
field-corrected = Text
field-correct-reason = Why (for the history)
field-speaker = Label of the speaker
menu-who-speaks = Who speaks { $place }?
menu-nobody = nobody
menu-new-speaker = Somebody new
editing-goes = Nothing would be left of:
editing-shrinks = These would lose words at their ends:
editing-others = Of other coders' work that you do not see:
editing-others-count = vanishing: { $gone }, getting shorter: { $shrunk }
editing-passages = { $count ->
    [one] One passage would read otherwise:
   *[other] { $count } passages would read otherwise:
}
editing-passage = { $place } “{ $before }” → “{ $after }”
editing-rest = All the rest comes along:
editing-rest-count = { $count ->
    [one] one thing that stands in the text
   *[other] { $count } things that stand in the text
}
editing-gone = { $place } { $what }: “{ $before }”
editing-shrunk = { $place } { $what }: “{ $before }” → “{ $after }”
editing-release = Quotation put before the person
editing-same = The transcript is as it was: nothing was corrected.
editing-elsewhere = Open the document that was being corrected first.
editing-kept = Your text is kept: “{ command-drafts }” and “{ command-correct-transcript }” have it.
editing-failed-kept = The editor did not end well: nothing was corrected. What it wrote is kept: “{ command-drafts }” and “{ command-correct-transcript }” have it.
editing-editor-not-utf8 = What the editor wrote is not UTF-8; nothing was corrected. It is kept in { $file }.
cli-edit-place = { $typed } names no whole paragraph.
cli-edit-place-hint = Write the document and the paragraph, or a range of them: 5:9, 5:9-11.
cli-edit-nothing = Nothing to correct: the text of document { $label } stays as it is.
cli-edit-declined = Nothing was changed.
cli-edit-question = Something loses words. Correct all the same? [y/N]
cli-edit-done = Corrected document { $label }: { $count ->
    [0] no passage of its text.
    [one] one passage.
   *[other] { $count } passages.
}
cli-edit-would = Document { $label } would be corrected: { $count ->
    [0] no passage of its text.
    [one] one passage.
   *[other] { $count } passages.
} Nothing was written.
cli-edit-replace-nothing = There is nothing to look for: --replace needs the words that are to be replaced.
cli-edit-not-there = “{ $words }” stands nowhere in document { $label }.
cli-edit-not-there-hint = Every letter and space counts; “absatz search” also finds what is similar.
cli-edit-occurrences = { $count ->
    [one] One place.
   *[other] { $count } places.
}
cli-edit-sign = { $sign } stands for a line break inside a paragraph.
cli-edit-not-utf8 = { $file } is not text in UTF-8.
cli-edit-not-utf8-hint = Save it as UTF-8 and try again.
cli-edit-kept = What you wrote is in { $file }; “absatz edit { $place } --file” takes it from there.
edit-split = Split, the further parts without a number of their own: { $places }
edit-emptied = Without words, the number stays taken: { $places }
edit-joined = Joined: { $places }
edit-renumbered = Citations that change: { $places }
edit-no-number = none
edit-nobody = nobody
edit-speaker = { $place } is spoken by { $after }, no longer by { $before }.
edit-affected = { $place } { $what ->
    [coding] segment
    [anchor] anchor example
    [memo] memo
    [paraphrase] paraphrase
   *[other] quotation asked for
}{ $about }: { $fate ->
    [emptied] nothing is left of “{ $before }”
    [shrunk] loses words: “{ $before }” → “{ $after }”
   *[other] corrected: “{ $before }” → “{ $after }”
}
edit-others = Of work by others that is not shown: corrected { $changed }, losing words { $shrunk }, gone { $emptied }.
edit-kept = { $count ->
    [one] One thing that stands in the text keeps its words.
   *[other] { $count } things that stand in the text keep their words.
}
error-replace-referred = Document { $label } cannot be read anew, as something refers to its text: { $what }.
hint-replace-referred = “absatz edit { $label } --file FILE” corrects the text and takes along what stands in it.
referring-coding = { $count ->
    [one] one coding
   *[other] { $count } codings
}
referring-memo = { $count ->
    [one] one memo
   *[other] { $count } memos
}
referring-summary = { $count ->
    [one] one summary
   *[other] { $count } summaries
}
referring-paraphrase = { $count ->
    [one] one paraphrase
   *[other] { $count } paraphrases
}
referring-anchor = { $count ->
    [one] one anchor example
   *[other] { $count } anchor examples
}
referring-release = { $count ->
    [one] one quotation asked for
   *[other] { $count } quotations asked for
}
referring-edit = { $count ->
    [one] one correction
   *[other] { $count } corrections
}
referring-decision = { $count ->
    [one] one decision of the consolidation
   *[other] { $count } decisions of the consolidation
}
referring-status = { $count ->
    [one] one coder's status
   *[other] the status of { $count } coders
}
referring-hidden = work by others that is not shown
cli-replace-several = { $file } holds { $count } interviews, not one.
cli-replace-several-hint = “--split no” reads the file as one document.
error-no-editor = No editor is set.
error-editor-words = { $name } is no command: { $words }
error-editor-missing = The editor { $editor } that { $name } names is not there.
error-editor-start = The editor { $editor } could not be started: { $reason }
error-editor-ended = The editor { $editor } did not end well ({ $status }); nothing was changed.
hint-editor = Set VISUAL or EDITOR to the command of an editor that waits until you close the file (nano, vim, "code --wait"), or give the text with --file, --text or --replace.

## Paraphrases
error-paraphrase-gone = This paraphrase is not there any more.
error-paraphrase-empty = A paraphrase needs a text.
hint-paraphrase-empty = “absatz paraphrase remove” takes one out; in the workbench an emptied one goes.
error-paraphrase-of-another = This paraphrase is { $name }'s; only its writer can change it.
error-paraphrase-several = { $count } paraphrases of yours touch { $place }.
hint-paraphrase-several = “absatz paraphrase list --json” gives the exact place of each.
error-no-paraphrase = There is no paraphrase of yours on { $place }.
hint-no-paraphrase = “absatz paraphrase list” shows where there are some.
table-passage = Passage
table-paraphrase = Paraphrase
table-paraphrases-title = Paraphrases
cli-paraphrases-found = { $count ->
    [0] No paraphrases.
    [one] One paraphrase.
   *[other] { $count } paraphrases.
}
cli-paraphrase-written = Paraphrase of { $place } written.
cli-paraphrase-there = There is a paraphrase of yours on { $place } already.
cli-paraphrase-there-hint = “absatz paraphrase set” writes it anew.
cli-paraphrases-removed = { $count ->
    [one] One paraphrase is removed.
   *[other] { $count } paraphrases are removed.
}
command-paraphrase = Write the paraphrase of the passage
hint-paraphrase = paraphrase
alias-paraphrase = in one's own words, summarise
command-paraphrase-remove = Remove the paraphrase
hint-paraphrase-remove = remove
command-paraphrases = List all paraphrases
alias-paraphrases = Paraphrase overview
command-paraphrases-show = Show the paraphrases below their paragraphs, or hide them
command-paraphrase-filter = Only the paraphrases with certain words
hint-paraphrase-filter = filter
need-paraphrase = no paraphrase of yours here
need-paraphrases = no paraphrases yet: P writes one
need-paraphrase-list = the list of paraphrases is not open
form-paraphrase = Paraphrase: { $place }
field-paraphrase = In your own short words; left empty, there is none
form-paraphrase-filter = Paraphrases
field-paraphrase-filter = With these words, in the paraphrase or its passage; empty shows all
title-paraphrases-with = Paraphrases with “{ $words }”
menu-paraphrase = Which paraphrase?
menu-paraphrase-new = A new one, of the whole passage
paraphrases-hidden = The paraphrases are hidden.
paraphrases-shown = The paraphrases stand below their paragraphs.
quote-paraphrase = A paraphrase is not what was said; Enter goes to its passage.
