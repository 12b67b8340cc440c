//! `words`, `concordance`: what is said how often, and where.

use clap::Args;

use super::context::Context;
use super::output::Output;
use super::scope::{Choice, answer, answer_table};
use crate::analysis::concordance::Order;
use crate::analysis::words::Wanted;
use crate::error::Result;
use crate::ops;
use crate::ops::words::{Keyword, Stop};

/// List the words that are said, the most frequent first.
///
/// Of the interviewees, unless --with-interviewers is given; with --code only inside of its segments. Letter case does not
/// count, numbers are no words.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz words\n  absatz words --code Obstacles --with-subcodes --min-length 4 -o words.xlsx\n  absatz words --stop-words de,ours.txt --most 50 -o words.svg"
)]
pub struct Words {
    #[command(flatten)]
    choice: Choice,
    /// Words to leave out: de, en, none, or a file with a word a line; separated by commas [default: de,en]
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    stop_words: Vec<String>,
    /// Only words of at least so many letters
    #[arg(long, value_name = "N", default_value_t = 2)]
    min_length: usize,
    /// Only words that are said at least so often
    #[arg(long, value_name = "N", default_value_t = 1)]
    min_count: u32,
    /// At most so many words
    #[arg(long, value_name = "N", default_value_t = 100)]
    most: usize,
    #[command(flatten)]
    output: Output,
}

impl Words {
    pub fn run(self, context: &Context) -> Result<()> {
        let stop = Stop::typed(&self.stop_words)?;
        let project = context.open()?;
        let wanted = Wanted { letters: self.min_length, count: self.min_count, most: self.most };
        let figure = context.working(|progress| {
            let scope = self.choice.scope(context, &project, progress)?;
            ops::words::list(&project, &scope, &stop, wanted, false)
        })?;
        answer(context, &project, &self.output, figure)
    }
}

/// Show where a word is said, with what is said before and after it: keyword in context.
///
/// Case and accents are folded as in a search (`Tur` finds `Tür`). Only whole words, unless --parts is given.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz concordance Akte\n  absatz concordance zuständig --parts --sort after\n  absatz concordance \"digital\\w*\" --regex --context 80 -o digital.xlsx"
)]
pub struct Concordance {
    /// A word, or several as they are said
    word: String,
    /// Also inside of longer words
    #[arg(long)]
    parts: bool,
    /// WORD is a regular expression
    #[arg(long)]
    regex: bool,
    /// How many characters stand on each side
    #[arg(long, value_name = "N", default_value_t = 50)]
    context: u32,
    /// By what the lines are sorted: as they are said, by what stands before or after the word
    #[arg(long, value_name = "BY", value_parser = Order::ALL.map(Order::name), default_value = "text")]
    sort: String,
    #[command(flatten)]
    choice: Choice,
    #[command(flatten)]
    output: Output,
}

impl Concordance {
    pub fn run(self, context: &Context) -> Result<()> {
        let project = context.open()?;
        let order = Order::ALL.into_iter().find(|order| order.name() == self.sort).unwrap_or_default();
        let keyword =
            Keyword { word: self.word, regex: self.regex, whole: !self.parts, context: self.context, order };
        let table = context.working(|progress| {
            let scope = self.choice.scope(context, &project, progress)?;
            ops::words::concordance(&project, &scope, &keyword)
        })?;
        answer_table(context, &project, &self.output, table)
    }
}
