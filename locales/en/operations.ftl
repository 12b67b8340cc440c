### operations: every word that a person sees here. The keys are the same in both languages.

## What was done, as toasts and the history say it: short, in the past tense. Not every variable is always there.
operation-create-project = made the project
operation-change-setting = changed a setting: { $value }
operation-add-coder = added the coder { $name }
operation-rename-coder = renamed the coder { $coder } to { $name }
operation-recolor-coder = gave the coder { $coder } another colour
operation-assign-coder = { $count ->
    [one] changed what is to be coded by { $coder }: one document
   *[other] changed what is to be coded by { $coder }: { $count } documents
}
operation-change-pass = coding pass { $name }
operation-set-status = declared document { $label } { $status ->
    [done] done
    [in-progress] in progress
    [sealed] …
   *[not-started] not started
}
operation-release-document = document { $label }: { $value }
operation-choose-coder = chose whose codings count in document { $label }: { $coder }
operation-import-document = imported document { $label } ({ $title })
operation-change-document = changed document { $label }
operation-remove-document = removed document { $label } with { $count ->
    [one] one coding
   *[other] { $count } codings
}
operation-add-code = added the code { $code }
operation-rename-code = renamed the code { $code } to { $name }
operation-recolor-code = gave the code { $code } the colour { $value }
operation-move-code = moved the code { $code } to { $to }
operation-merge-codes = merged the code { $code } into { $to }
operation-remove-code = removed the code { $code } with { $count ->
    [one] one coding
   *[other] { $count } codings
}
operation-define-code = described the code { $code }
operation-mark-revisit = { $count ->
    [one] marked one document to be revisited for { $code }
   *[other] marked { $count } documents to be revisited for { $code }
}
operation-revisited = looked for { $code } once more in document { $label }
operation-add-anchor = made { $place } an anchor example of { $code }
operation-remove-anchor = removed an anchor example of { $code }
operation-import-codebook = imported the codebook { $name }
operation-keep-codebook-version = kept the codebook as version { $name }
operation-change-codebook-version = changed the name or reason of the codebook version { $name }
operation-remove-codebook-version = removed the codebook version { $name }
operation-apply-code = applied { $code } to { $place }
operation-remove-coding = removed { $code } from { $place }
operation-resize-coding = resized the coding { $code } to { $place }
operation-sort-segments = sorted { $place } from { $code } into { $to }
operation-change-coding = changed weight or comment of { $code } at { $place }
operation-write-memo = wrote the memo “{ $title }”
operation-remove-memo = removed the memo “{ $title }”
operation-write-paraphrase = wrote the paraphrase of { $place }
operation-remove-paraphrase = removed the paraphrase of { $place }
operation-write-summary = wrote the summary of document { $label } on { $code }
operation-set-cell-state = { $status ->
    [not-asked] noted that document { $label } was not asked about { $code }
    [no-answer] noted that document { $label } gave no answer on { $code }
    [nothing] noted that document { $label } has nothing relevant on { $code }
    [sealed] noted the state of a cell
   *[other] took back the state of document { $label } × { $code }
}{ $count ->
    [0] { "" }
    [1] { "" }
    [one] { "" }
   *[other] , { $count } cells in all
}
operation-write-document-summary = wrote the summary of document { $label }
operation-write-code-summary = wrote the summary of { $code }
operation-write-case-summary = wrote the summary of the case { $name }
operation-undo = undid: { $value }
operation-redo = did again: { $value }

## Consolidating
operation-decide-difference = decided the difference at { $place }: { $code }
operation-settle-differences = settled { $count ->
    [one] one small difference
   *[other] { $count } small differences
} by a rule
operation-accept-agreed = took { $count ->
    [one] one passage
   *[other] { $count } passages
} that all agree on into the consensus
operation-finish-consensus = declared the consensus of document { $label } done
operation-reopen-consensus = opened the consensus of document { $label } again

## Cases, persons, sets, variables
operation-change-group = changed the group { $name }
operation-add-case = added the case { $name }
operation-change-case = changed the case { $name }
operation-remove-case = removed the case { $name }
operation-assign-case = chose the case of document { $label }: { $name }
operation-add-person = added the person { $name }
operation-change-person = changed the person { $name }
operation-remove-person = removed the person { $name }
operation-assign-speaker = said who { $speaker } of document { $label } is: { $name }
operation-add-set = added the set { $name }
operation-change-set = changed the set { $name }
operation-remove-set = removed the set { $name }
operation-save-query = saved the query { $name }
operation-rename-query = renamed the query { $name } to { $to }
operation-remove-query = removed the query { $name }
operation-save-table = saved the Summary Table { $name }
operation-rename-table = renamed the Summary Table { $name } to { $to }
operation-remove-table = removed the Summary Table { $name }
operation-add-variable = added the variable { $name }
operation-change-variable = changed the variable { $name }
operation-remove-variable = removed the variable { $name } with { $count ->
    [one] one value
   *[other] { $count } values
}
operation-import-variables = imported { $count ->
    [one] one value
   *[other] { $count } values
} from { $name }
operation-set-variable = set { $name } of { $entity ->
    [case] case
    [person] person
   *[document] document
} { $label } to “{ $value }”

## Recordings, consent, guides, protocols
operation-attach-recording = attached the recording { $name } to document { $label }
operation-shift-recording = shifted the times of { $label } in { $name } by { $value } s
operation-detach-recording = detached the recording { $name } from document { $label }
operation-set-time = set the time of { $place } to { $value }
operation-set-consent = wrote down the consent of { $label }
operation-withdraw-consent = wrote down that the consent of { $label } was withdrawn on { $value }
operation-remove-consent = took out the consent of { $label }
operation-release-quotation = wrote down that { $place } was { $status ->
    [released] released
    [changed] released in other words
    [refused] refused
   *[asked] put before the person
}
operation-import-guide = kept the guide { $name } { $value }
operation-remove-guide = removed the guide { $name }
operation-set-guide-codes = wrote down that { $name } asks about { $count ->
    [one] one code
   *[other] { $count } codes
}
operation-choose-guide = chose the guide of document { $label }: { $value }
operation-set-stage = made document { $label } part of the { $status ->
    [pretest] pretests
   *[main] main study
}
operation-set-template = wrote the template “{ $name }”
operation-rename-template = renamed the template “{ $name }” to “{ $to }”
operation-remove-template = removed the template “{ $name }”

## Corrections, paraphrases, names
operation-replace-names = replaced names in { $count ->
    [one] one text
   *[other] { $count } texts
}
operation-seal = sealed the project
operation-erase = erased a document for good
operation-replace-document = read document { $label } anew from { $title }
operation-edit-text = corrected the transcript of { $place }
operation-set-speaker = said who speaks { $place }: { $name }

## Values that the phrases above say in words
operation-untitled = untitled
operation-nothing = nothing
operation-nobody = nobody
operation-no-case = none
operation-first-done = the first coder who declares it done
operation-main-codes = the main codes
setting-released = the coders see each other's work
setting-blind = the coders do not see each other's work
setting-names-replaced = exports get replaced names
setting-names-kept = exports keep the names

## Working apart
operation-share = gave { $coder } a package of { $count ->
    [one] one document
   *[other] { $count } documents
}
operation-merge = merged the work of { $coder }
