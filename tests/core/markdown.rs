//! Reads the tables of a document, so that a test can try what the document says.

/// The rows of the first table under a heading, without its head: the texts of their cells.
pub fn table<'a>(document: &'a str, heading: &str) -> Vec<Vec<&'a str>> {
    let section = document.split(&format!("\n{heading}\n")).nth(1).expect("the document has the heading");
    let section = section.split("\n#").next().unwrap_or_default();
    let lines = section.lines().skip_while(|line| !line.starts_with('|'));
    let rows: Vec<Vec<&str>> = lines.take_while(|line| line.starts_with('|')).map(cells).collect();
    assert!(rows.len() > 2, "the table under {heading} has rows");
    // A head, and the line below it.
    rows[2..].to_vec()
}

fn cells(line: &str) -> Vec<&str> {
    line.trim_matches('|').split('|').map(str::trim).collect()
}
