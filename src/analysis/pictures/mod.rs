//! Figures as pictures: numbers stay readable, codes have their colours, the notes stand below.

mod bars;
mod codeline;
mod heat;
mod portrait;
mod sheet;

use crate::model::chart::{Chart, Figure};
use crate::model::picture::Picture;

/// The picture of a figure.
pub fn picture(figure: &Figure) -> Picture {
    let table = &figure.table;
    match &figure.chart {
        Chart::Heat(heat) => heat::draw(table, heat),
        Chart::Bars(bars) => bars::draw(table, bars),
        Chart::Portrait(portrait) => portrait::draw(table, portrait),
        Chart::Codeline(codeline) => codeline::draw(table, codeline),
    }
}
