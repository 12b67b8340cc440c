### Working in the workbench: sorting, the history, memos, quick slots. The keys are the same in both languages.

## Sorting segments into subcodes
error-nothing-to-sort = There are no segments to be sorted.
