### Comparing coders: release, to revisit, differences in the workbench.

## Release: whether the coders see each other's work
command-document-release = Let the coders see each other's work on the document, or not
alias-document-release = release, blind, unblind, intercoder
command-study-release = Let the coders see each other's work everywhere, or not
alias-study-release = release, blind, unblind, intercoder
release-study-is = The whole study is released; { $label } cannot be blind alone.
release-document-title = Release { $label }?
release-study-title = Release the whole study?
release-asks = All coders then see each other's codings, memos, comments and summaries there. What has been seen cannot be unseen: release when the independent coding is done.
release-not-done = You have not declared done: { $documents }.
agreement-note-blind = { $count ->
    [one] One document is not released and was left out.
   *[other] { $count } documents are not released and were left out.
}
coders-blind = blind
coders-released = released
release-told = { $released ->
    [yes] Released, all coders see each other's work there: { $documents }
   *[no] The coders are blind again there: { $documents }
}
release-told-study = The study as a whole is still released: absatz coders release --revoke makes the coders blind again.
release-some = { $count ->
    [one] One document is released on its own: { $documents }.
   *[other] { $count } documents are released on their own: { $documents }.
}

## Differences in the workbench
command-differences = List where the coders differ
alias-differences = differences, intercoder, Intercoder-Übereinstimmung, compare coders
command-compare = The coders' stripes side by side on the transcript, or together
alias-compare = side by side, intercoder, stripes of coders
command-next-difference = To the next difference of the coders
command-previous-difference = To the difference before
command-difference-filter = Narrow the list: differences, history, memos
menu-differences = Which differences?
differences-all = All ({ $count })
differences-none = The coders do not differ here.
differences-no-more = No more differences in this direction.
differences-filtered = { $count ->
    [one] One difference is walked through: f and F go there.
   *[other] { $count } differences are walked through: f and F go there.
}
differences-some = Shown are { $count } of { $all } differences.
difference-here = { $at }/{ $all } · { $kind } · { $first } · { $second }

## Agreement in the workbench
command-agreement = Show how far the coders agree
alias-agreement = agreement, intercoder agreement, Intercoder-Übereinstimmung, kappa, alpha, reliability
command-agreement-options = Choose what is compared, and how
alias-agreement-options = unit, overlap, coders, statistic, intercoder
command-agreement-method = Copy the paragraph on agreement for the method section
alias-agreement-method = method section, report, reliability
command-agreement-consensual = Copy the paragraph on consensual coding
alias-agreement-consensual = consensual coding, method section, without coefficient
agreement-stopped = Stopped: the figures were not computed.
agreement-agreed = Here both have the same code: no difference.
agreement-method-copied = It is on the clipboard. The figures are those before the discussion.
agreement-all = all
agreement-unclear = Not understood: { $what }
form-agreement = Agreement: what is compared
field-agreement-coders = Coders; empty: all who declared documents done
field-agreement-documents = Documents or groups; empty: all
field-agreement-codes = Codes with their subcodes; empty: all
field-agreement-unit = Unit: { $units }
field-agreement-overlap = Segments, from this overlap on, of: { $of }
field-agreement-figures = Figures; empty: the usual; all
field-agreement-main-codes = Subcodes count as their main code
field-agreement-interviewers = Leave out the interviewers' turns
field-agreement-samples = Samples for the intervals; 0: analytic
agreement-unit-document = occurrence
agreement-unit-frequency = frequency
agreement-unit-paragraph = paragraph
agreement-unit-segment = segment
agreement-unit-character = character
agreement-of-own = own length
agreement-of-shorter = shorter
agreement-of-longer = longer
agreement-of-union = both together
status-computing = Computing agreement … { $percent } % · Esc stops it

## Codes to revisit
agreement-note-revisit = { $count ->
    [one] One pair of document and code is to be revisited and was left out.
   *[other] { $count } pairs of document and code are to be revisited and were left out.
}
revisit-title = To revisit
revisit-note = A code that was added, split or redefined has to be looked for once more in what was coded before. Until then agreement leaves these pairs of document and code out.
revisit-column-reason = Why
revisit-column-since = Since
revisit-added = added
revisit-split = split
revisit-redefined = redefined
revisit-asked = asked for
revisit-none = Nothing is to be revisited.
revisit-now = { $count ->
    [one] One document is to be revisited for it: absatz codes revisit.
   *[other] { $count } documents are to be revisited: absatz codes revisit.
}
revisit-marked = { $count ->
    [one] One document is to be revisited for { $code }.
   *[other] { $count } documents are to be revisited for { $code }.
}
revisit-done = { $count ->
    [one] Looked for { $code } once more in one document.
   *[other] Looked for { $code } once more in { $count } documents.
}
revisit-no-row = Open the list of what is to be revisited first.
revisit-keep = They stay marked, and those of further codes too
revisit-take-back = They need not be revisited, nor for further codes
menu-marked = { $count ->
    [one] One document is to be revisited. Should it?
   *[other] { $count } documents are to be revisited. Should they?
}
command-revisit = List the codes to look for once more in what was coded before
alias-revisit = revisit, to do, recode, second cycle
command-revisit-code = Mark your coded documents to be revisited for the code
alias-revisit-code = revisit, recode
command-codebook-versions = Versions of the codebook, and what has changed since
alias-codebook-versions = codebook history, compare versions, changes of codes
command-keep-version = Keep the codebook as it is now as a version
alias-keep-version = snapshot of the codebook, freeze the coding guide
form-keep-version = Keep the codebook as a version
form-version = Name and reason of the version
field-version-reason = Why it is kept
versions-no-later = There is no later version to compare with.
command-revisit-done = In the list: looked for the code once more; of the coders: your next status

## Coders: who has which documents, how far they are
standing-hidden = hidden
standing-nothing = –
standing-to-do = to do
standing-in-progress = in progress
standing-done = done
coders-assigned = { $count } documents given out. { $twice } of { $all } documents ({ $share } %) have two coders or more.
coders-taken-away = { $count ->
    [one] One document taken away where it was not begun.
   *[other] { $count } documents taken away where they were not begun.
} { $twice } of { $all } documents ({ $share } %) have two coders or more.
coders-drawn = Drawn to be coded twice: { $count } of { $all } documents ({ $share } %){ $groups ->
    [yes] , from every group its share
   *[no] { "" }
}, seed { $seed }.
coders-twice = { $twice } of { $all } documents ({ $share } %) have two coders or more.
cli-coder-recolored = { $coder } has the colour { $color } now.
error-assign-consensus = { $name } is the consensus of the coders: nobody can be given it to do.
error-pass-exists = There is a coding pass { $name } already.
error-no-such-pass = There is no coding pass “{ $name }”.
hint-no-such-pass = “absatz coders pass” lists them.
coders-title = Coders and documents
coders-pass = Coding pass: { $name }.
command-coders-assign = Give coders documents to code, or draw some to be coded twice
alias-coders-assign = assign, double coding, random sample, seed
command-coder-colour = Give a coder another colour
alias-coder-colour = recolour coder
command-coder-rename = Give a coder another name
alias-coder-rename = rename coder
command-passes = Coding passes: another one, a new one, another name
alias-passes = round, cycle, second pass, coding pass
menu-passes = Coding pass
menu-new-pass = New coding pass …
menu-rename-pass = Give the current one another name …
menu-coder-colour = Colour of { $coder }
form-rename-coder = Another name for { $coder }
form-new-pass = Name of the new coding pass
form-rename-pass = Another name for the coding pass { $name }
form-assign = Give documents to coders
field-assign-coders = Coders (of more than two, pairs take turns)
field-assign-draw = How many, drawn at random (empty: all of them)
field-assign-by-group = Draw from every group its share
field-assign-seed = Seed of the draw
field-assign-revoke = Take them away instead, where they are not begun
command-coders = Show how far every coder is with every document
alias-coders = coders, status, progress, double coding, who codes what
