//! How a transcript's file is read: the options of `import` and `documents replace`.

use clap::{Args, ValueEnum};

use crate::error::Result;
use crate::formats::read::{Columns, Cues, ReadOptions};
use crate::model::draft::Side;
use crate::text::lines::Join;

#[derive(Debug, Args)]
pub struct Reading {
    /// Encoding of text files [default: detected]
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// Cut speaker labels or times out of the text instead of marking them
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    strip: Vec<Strip>,
    /// Cues, segments and annotations of one speaker become one paragraph, or each its own
    #[arg(long, default_value = "merge")]
    cues: CuesChoice,
    /// Columns of a table (text, speaker, start, end), by letter, number or heading [default: found]
    #[arg(long, value_name = "speaker=A,text=C,start=B")]
    columns: Option<String>,
    /// Sheet of a spreadsheet, by name or number [default: the one with a transcript]
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Tiers to read from ELAN and EXMARaLDA files [default: those of speech]
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    tiers: Vec<String>,
    /// Whether headings get a paragraph number
    #[arg(long, value_name = "yes|no", default_value = "yes")]
    number_headings: YesNo,
    /// Whether empty lines get a paragraph number
    #[arg(long, value_name = "yes|no", default_value = "no")]
    number_empty_lines: YesNo,
    /// The only speaker labels that count
    #[arg(long, value_name = "A,B", value_delimiter = ',', conflicts_with = "no_speakers")]
    speakers: Vec<String>,
    /// Speaker labels that count beside those that are found
    #[arg(long, value_name = "A,B", value_delimiter = ',', conflicts_with = "no_speakers")]
    also_speakers: Vec<String>,
    /// What looks like a speaker label and is none
    #[arg(long, value_name = "A,B", value_delimiter = ',', conflicts_with = "no_speakers")]
    not_speakers: Vec<String>,
    /// Who asks the questions [default: by the label]
    #[arg(long, value_name = "A,B", value_delimiter = ',', conflicts_with = "no_speakers")]
    interviewers: Vec<String>,
    /// Recognise no speakers
    #[arg(long)]
    no_speakers: bool,
    /// What timestamps are: starts or ends of paragraphs, or whichever most of a document's are
    #[arg(long, value_name = "WHICH", default_value = "auto")]
    times: TimesChoice,
    /// Join hard-wrapped lines to paragraphs, the break becoming a space
    #[arg(long, value_name = "WHEN", default_value = "no")]
    join_lines: JoinChoice,
    /// Whether lines "#TEXT name" in a file begin documents of their own
    #[arg(long, value_name = "yes|no", default_value = "yes")]
    split: YesNo,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Strip {
    Labels,
    Times,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CuesChoice {
    Merge,
    Separate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum YesNo {
    Yes,
    No,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TimesChoice {
    Auto,
    Start,
    End,
    /// Recognise no times
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum JoinChoice {
    No,
    Yes,
    /// Where the text looks hard-wrapped
    Auto,
}

impl Reading {
    pub fn options(&self) -> Result<ReadOptions> {
        let trimmed = |list: &[String]| list.iter().map(|label| label.trim().to_owned()).collect::<Vec<_>>();
        let some = |list: &[String]| (!list.is_empty()).then(|| trimmed(list));
        let mut options = ReadOptions { encoding: self.encoding.clone(), ..ReadOptions::default() };
        if self.cues == CuesChoice::Separate {
            options.cues = Cues::Separate;
        }
        options.split = self.split == YesNo::Yes;
        options.columns = self.columns.as_deref().map(Columns::parse).transpose()?;
        options.sheet = self.sheet.clone();
        options.tiers = (!self.tiers.is_empty()).then(|| self.tiers.clone());
        let recognise = &mut options.recognise;
        recognise.numbering.headings = self.number_headings == YesNo::Yes;
        recognise.numbering.empty_lines = self.number_empty_lines == YesNo::Yes;
        recognise.strip_labels = self.strip.contains(&Strip::Labels);
        recognise.strip_times = self.strip.contains(&Strip::Times);
        recognise.labels = !self.no_speakers;
        recognise.speakers = some(&self.speakers);
        recognise.also_speakers = trimmed(&self.also_speakers);
        recognise.not_speakers = trimmed(&self.not_speakers);
        recognise.interviewers = some(&self.interviewers);
        recognise.times = self.times != TimesChoice::None;
        recognise.stamps = match self.times {
            TimesChoice::Auto | TimesChoice::None => None,
            TimesChoice::Start => Some(Side::Start),
            TimesChoice::End => Some(Side::End),
        };
        recognise.join_lines = match self.join_lines {
            JoinChoice::No => Join::No,
            JoinChoice::Yes => Join::Yes,
            JoinChoice::Auto => Join::Auto,
        };
        Ok(options)
    }
}
