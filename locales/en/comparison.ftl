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
coders-hidden = hidden
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
command-difference-filter = Differences of which code?
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
