### sharing: packages for coders who work apart, and taking their work back. The keys are the same in both languages.

## Packages
error-share-from-package = This file is a package: packages are made in the project at home.
hint-share-from-package = To send its work back: absatz share --back -o FILE
error-share-consensus = { $name } is no person, so nobody can work apart as { $name }.
error-back-no-package = This project is no package, so there is nothing to send back.
hint-back-no-package = For a coder's package, name the coder: absatz share CODER -o FILE
hint-package-exists = Choose another name, or replace it with --force.
error-no-documents-in-group = No document is in the group “{ $name }”.
error-passphrase-short = The passphrase is shorter than 8 characters.
hint-passphrase-short = Several words in a row are easy to remember and hard to guess.
error-encrypting = The package could not be encrypted: { $reason }
error-encrypted-damaged = The encrypted file is damaged or incomplete.
error-encrypted-too-much-work = The encrypted file asks for more computing than any honest file does.
error-no-passphrase-file = The file is encrypted, but not with a passphrase.
hint-no-passphrase-file = Decrypt it with the key that it was made for, then use the file that comes out.
error-wrong-passphrase = The passphrase does not fit.
hint-wrong-passphrase = Capital letters and spaces count. Ask whoever made the package.
error-passphrase-needed = { $file } is encrypted: a passphrase is needed.
hint-passphrase-needed = On the command line it is asked for, or read from --passphrase-file or ABSATZ_PASSPHRASE.
error-not-encrypted = { $file } is not encrypted: open it as it is.
hint-unlocked-already = It may be unlocked already: absatz open { $file }
error-no-package = There is no file { $file }.
error-not-a-package = The file is no package and no project of absatz.
hint-not-a-package = Packages are made with absatz share; a copy of the project can be merged as well.
error-package-damaged = The file is damaged or was not written by absatz: { $what }
hint-package-damaged = Ask for it once more; it may have been changed on its way.
error-package-too-large = The file is larger than any study.
hint-unlock-first = It is an encrypted package. Unlock it first: absatz unlock FILE

## Merging
error-merge-itself = The file is this project itself.
hint-merge-itself = Name the package or copy that came back.
error-merge-into-package = This file is a package: work is merged in the project at home.
hint-merge-into-package = Send it back with absatz share --back, and merge there.
error-merge-other-project = The file belongs to another project.
hint-merge-other-project = Only packages and copies of this project can be merged. Its codes can be taken over with absatz codebook, its transcripts with absatz import.
error-merge-no-coder = Nobody here is the coder { $name } of the package.
hint-merge-no-coder = If adding the coder was undone, do it again with absatz redo.
error-merge-undecided = { $count ->
    [one] One thing collides and is not decided: nothing was merged.
   *[other] { $count } things collide and are not decided: nothing was merged.
}
hint-merge-undecided = Decide all with --take ours, --take theirs or --take both, or one by one: --decide 1=ours,2=theirs
error-no-such-conflict = Nothing that collides has the number { $number }.
hint-no-such-conflict = The numbers are those that --dry-run lists.
error-copy-without-history = The copy and this project have no operation in common that says where they parted.
hint-copy-without-history = Work can be merged from packages (absatz share) and from copies whose history is whole.
error-copy-sealed = The copy was sealed after it parted from this project: its history no longer says what was there before.
error-changed-outside = Document { $label }: the text at { $place } was changed by another program, and nothing says where the codings belong.
hint-changed-outside = Correct transcripts with absatz edit, which moves codings along. After a sealing, packages from before do not fit any more: give new ones.
merge-heading = Work of { $coder } since { $cut }
merge-nothing = Nothing new in the work of { $coder }.
merge-gone = is gone
merge-went-into = went into { $code }
merge-changed-there = described, renamed or moved anew
merge-ours = ours:
merge-theirs = theirs:
merge-take-ours = ours
merge-take-theirs = theirs
merge-take-both = both
merge-added = { $what } added
merge-changed = { $what } changed
merge-removed = { $what } removed
merge-clash-changed-on-both-sides = changed on both sides
merge-clash-gone-here = gone here, changed or used there
merge-clash-gone-there = gone there, changed or used here
merge-clash-name-taken = the name is another's here
merge-clash-cycle = each was moved under the other
merge-clash-decided-twice = decided on both sides
merge-remark-united = became one segment: { $what }
merge-remark-same-as = new on both sides, taken for the same: { $what }
merge-remark-renamed = the name was taken, came in as { $what }
merge-remark-corrected = transcript corrected in the package: document { $what }
merge-remark-replayed = transcript corrected here since, places brought along: document { $what }
merge-remark-lost-words = its words are gone from the transcript: { $what }
merge-remark-left-at-place = the coding is gone, the memo stays at its place: { $what }
merge-remark-erased = erased here for good, nothing of it is taken: { $what }
merge-remark-dropped = left out, what it is about is not here any more: { $what }
merge-remark-to-revisit = to be revisited for it: { $what }
merge-remark-others-work = not taken, the package is not theirs: { $what }

## What is counted
merge-count-setting = { $count ->
    [one] one setting
   *[other] { $count } settings
}
merge-count-coder = { $count ->
    [one] one coder
   *[other] { $count } coders
}
merge-count-coding-pass = { $count ->
    [one] one coding pass
   *[other] { $count } coding passes
}
merge-count-document-group = { $count ->
    [one] one group
   *[other] { $count } groups
}
merge-count-study-case = { $count ->
    [one] one case
   *[other] { $count } cases
}
merge-count-reference-document = { $count ->
    [one] one guide
   *[other] { $count } guides
}
merge-count-document = { $count ->
    [one] one document
   *[other] { $count } documents
}
merge-count-person = { $count ->
    [one] one person
   *[other] { $count } persons
}
merge-count-speaker = { $count ->
    [one] one speaker
   *[other] { $count } speakers
}
merge-count-paragraph = { $count ->
    [one] one paragraph
   *[other] { $count } paragraphs
}
merge-count-case-document = { $count ->
    [one] the case of one document
   *[other] the cases of { $count } documents
}
merge-count-document-set = { $count ->
    [one] one set of documents
   *[other] { $count } sets of documents
}
merge-count-document-set-member = { $count ->
    [one] one document in a set
   *[other] { $count } documents in sets
}
merge-count-variable = { $count ->
    [one] one variable
   *[other] { $count } variables
}
merge-count-variable-value = { $count ->
    [one] one value of a document
   *[other] { $count } values of documents
}
merge-count-case-value = { $count ->
    [one] one value of a case
   *[other] { $count } values of cases
}
merge-count-person-value = { $count ->
    [one] one value of a person
   *[other] { $count } values of persons
}
merge-count-media = { $count ->
    [one] one recording
   *[other] { $count } recordings
}
merge-count-consent = { $count ->
    [one] one consent
   *[other] { $count } consents
}
merge-count-quotation-release = { $count ->
    [one] one passage asked for
   *[other] { $count } passages asked for
}
merge-count-memo-template = { $count ->
    [one] one template
   *[other] { $count } templates
}
merge-count-saved-query = { $count ->
    [one] one kept query
   *[other] { $count } kept queries
}
merge-count-codebook-version = { $count ->
    [one] one codebook version
   *[other] { $count } codebook versions
}
merge-count-saved-table = { $count ->
    [one] one kept table
   *[other] { $count } kept tables
}
merge-count-code = { $count ->
    [one] one code
   *[other] { $count } codes
}
merge-count-guide-code = { $count ->
    [one] one code that a guide asks about
   *[other] { $count } codes that guides ask about
}
merge-count-code-set = { $count ->
    [one] one set of codes
   *[other] { $count } sets of codes
}
merge-count-code-set-member = { $count ->
    [one] one code in a set
   *[other] { $count } codes in sets
}
merge-count-anchor = { $count ->
    [one] one anchor example
   *[other] { $count } anchor examples
}
merge-count-coding = { $count ->
    [one] one coding
   *[other] { $count } codings
}
merge-count-memo = { $count ->
    [one] one memo
   *[other] { $count } memos
}
merge-count-paraphrase = { $count ->
    [one] one paraphrase
   *[other] { $count } paraphrases
}
merge-count-summary = { $count ->
    [one] one summary
   *[other] { $count } summaries
}
merge-count-document-summary = { $count ->
    [one] one document summary
   *[other] { $count } document summaries
}
merge-count-code-summary = { $count ->
    [one] one code summary
   *[other] { $count } code summaries
}
merge-count-case-summary = { $count ->
    [one] one case summary
   *[other] { $count } case summaries
}
merge-count-cell-state = { $count ->
    [one] one state of a cell
   *[other] { $count } states of cells
}
merge-count-work = { $count ->
    [one] one status
   *[other] { $count } statuses
}
merge-count-revisit = { $count ->
    [one] one code to revisit
   *[other] { $count } codes to revisit
}
merge-count-decision = { $count ->
    [one] one decision
   *[other] { $count } decisions
}
merge-count-decision-side = { $count ->
    [one] one side of a decision
   *[other] { $count } sides of decisions
}

## What collides
merge-noun-setting = the setting
merge-noun-coder = the coder
merge-noun-coding-pass = the coding pass
merge-noun-document-group = the group
merge-noun-study-case = the case
merge-noun-reference-document = the guide
merge-noun-document = the document
merge-noun-person = the person
merge-noun-speaker = the speaker
merge-noun-paragraph = the paragraph
merge-noun-case-document = the document's case
merge-noun-document-set = the set of documents
merge-noun-document-set-member = the document in the set
merge-noun-variable = the variable
merge-noun-variable-value = the value
merge-noun-case-value = the value
merge-noun-person-value = the value
merge-noun-media = the recording
merge-noun-consent = the consent
merge-noun-quotation-release = the passage asked for
merge-noun-memo-template = the template
merge-noun-saved-query = the kept query
merge-noun-codebook-version = the codebook version
merge-noun-saved-table = the kept table
merge-noun-code = the code
merge-noun-guide-code = the code that the guide asks about
merge-noun-code-set = the set of codes
merge-noun-code-set-member = the code in the set
merge-noun-anchor = the anchor example
merge-noun-coding = the coding
merge-noun-memo = the memo
merge-noun-paraphrase = the paraphrase
merge-noun-summary = the summary
merge-noun-document-summary = the document summary
merge-noun-code-summary = the code summary
merge-noun-case-summary = the case summary
merge-noun-cell-state = the state of the cell
merge-noun-work = the status
merge-noun-revisit = the code to revisit
merge-noun-decision = the decision
merge-noun-decision-side = the side of the decision
merge-unit-place = place
merge-unit-text = text
merge-unit-comment = comment
merge-unit-weight = weight
merge-unit-code = code
merge-unit-name = name
merge-unit-parent = main category
merge-unit-color = colour
merge-unit-definition = definition
merge-unit-apply = when to apply
merge-unit-not-apply = when not to apply
merge-unit-origin = origin
merge-unit-research-question = research question
merge-unit-title = title
merge-unit-label = label
merge-unit-status = status
merge-unit-state = state
merge-unit-value = value
merge-unit-document-group = group
merge-unit-guide = guide
merge-unit-stage = pretest or not
merge-unit-speaker = speaker
merge-unit-time = beginning in the recording
merge-unit-end-time = end in the recording
merge-unit-role = role
merge-unit-person = person
merge-unit-study-case = case
merge-unit-kind = kind
merge-unit-version = version
merge-unit-reason = reason
merge-unit-template = template
merge-unit-dated = day
merge-unit-working = working value
merge-unit-published = published value
merge-unit-disclosure = disclosure
merge-unit-entity = whose variable
merge-unit-file-name = file name
merge-unit-duration = duration
merge-unit-shift = shift
merge-unit-given = given on
merge-unit-scope = scope
merge-unit-quotations = quotations
merge-unit-withdrawn = withdrawn
merge-unit-delete-recording-by = recording to be deleted by
merge-unit-recording-deleted = recording deleted
merge-unit-note = note
merge-unit-answer = answer
merge-unit-wording = wording
merge-unit-book = what it holds
merge-unit-query = query
merge-unit-definition-of-table = what it shows
merge-unit-consensus = consensus
merge-unit-released = released
merge-unit-analysis-coder = whose codings count
merge-unit-outcome = outcome

## The command line
cli-shared = Wrote { $file } for { $coder }: { $documents ->
    [one] one document
   *[other] { $documents } documents
}, { $codes ->
    [one] one code
   *[other] { $codes } codes
}
cli-would-share = Would write { $file } for { $coder }: { $documents ->
    [one] one document
   *[other] { $documents } documents
}, { $codes ->
    [one] one code
   *[other] { $codes } codes
}
cli-sent-back = Wrote { $file } with the work of { $coder }: { $documents ->
    [one] one document
   *[other] { $documents } documents
}, { $codes ->
    [one] one code
   *[other] { $codes } codes
}, { $codings ->
    [0] no codings
    [one] one coding
   *[other] { $codings } codings
}
cli-shared-passphrase = It is encrypted. Give the passphrase by another way than the file.
cli-unlocked = Made { $file }; open it with absatz open.
cli-no-packages = No packages were given away.
cli-package-out = out
cli-column-package-given = given
cli-column-package-merged = merged
cli-passphrase-of = Passphrase of { $file }:
cli-passphrase-new = Passphrase for the package:
cli-passphrase-again = Once more:
cli-passphrases-differ = The two passphrases differ.
cli-passphrase-needed = A passphrase is needed, and nobody is at a terminal to ask.
cli-passphrase-needed-hint = Put it into ABSATZ_PASSPHRASE or a file: --passphrase-file FILE

## The workbench
command-share = Share: write a package for a coder who works apart
alias-share = teamwork, export for coder, second coder, package
command-merge = Merge a package that came back
alias-merge = teamwork, import from coder, merge projects
command-packages = Packages: what is out and what came back
form-share = Write a package for a coder
field-share-coder = Coder
field-share-file = File (NAME.absatz; encrypted NAME.absatz.age)
field-share-documents = Documents by label, with commas (empty: all)
field-share-passphrase = Passphrase (empty: not encrypted)
sharing-file = package
form-merge = Merge a package or a copy of the project
field-merge-file = File
form-merge-passphrase = { $file } is encrypted
field-merge-passphrase = Passphrase
merging-title = Work of { $coder } since { $cut }
merging-keys-plain = Enter merge · m codes to revisit · Esc leave
merging-keys-decided = Enter merge · o ours · t theirs · b both · m codes to revisit · Esc leave
merging-keys = { $count } to decide: o ours · t theirs · b both · O T all the rest · Esc leave
merging-undecided = { $count ->
    [one] One thing is not decided yet: o ours, t theirs, b both.
   *[other] { $count } things are not decided yet: o ours, t theirs, b both.
}
merging-not-both = Only texts can be kept both.
sharing-packages = Packages
sharing-package-out = { $coder }: given { $cut }, out
sharing-package-back = { $coder }: given { $cut }, merged { $at }
waiting-share = Writing the package …
waiting-merge-plan = Looking at what came back …
waiting-merge = Merging …
