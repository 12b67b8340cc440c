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
