namespace Samstyre.Import;

/// <summary>A column of a table file.</summary>
/// <param name="Index">Where its cells stand in each row, from 0.</param>
/// <param name="Heading">Its heading as written; the letter of a column that has none.</param>
/// <param name="Key">What it is known by when the next file has the same headings: words and numbers of the heading, years aside, so that "Budsjett 2017" and "Budsjett 2018" are the same; of equal headings the second has a number behind it.</param>
public sealed record TableColumn(int Index, string Heading, string Key);

/// <summary>A table file as rows of cells under headings, whatever kind of file it was.</summary>
/// <param name="FileName">The file's name, without folders.</param>
/// <param name="Sheet">The sheet; null for a text file.</param>
/// <param name="Sheets">All sheets that are shown; empty for a text file.</param>
/// <param name="Columns">Columns with a heading or a value, in their order.</param>
/// <param name="Rows">The rows below the headings, blank ones left out.</param>
/// <param name="Notes">What a person should know about the file as a whole; no row is lost by it.</param>
public sealed record TableContent(string FileName, string? Sheet, IReadOnlyList<string> Sheets, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableLine> Rows, IReadOnlyList<FileProblem> Notes)
{
    /// <summary>The encoding that the text was taken for where it was not certain; null where it was.</summary>
    public string? GuessedEncoding { get; init; }

    /// <summary>How many cells a row of the file should have; null where rows have no fixed number of them, as in a workbook.</summary>
    public int? Width { get; init; }

    /// <summary>The cell of a row in a column; empty where the row is shorter.</summary>
    public static string Cell(TableLine row, TableColumn column) => column.Index < row.Cells.Count ? row.Cells[column.Index] : "";

    /// <summary>The first different values of a column.</summary>
    public IReadOnlyList<string> Samples(TableColumn column, int most) =>
        [.. Rows.Select(row => Cell(row, column)).Where(cell => cell.Length > 0).Distinct(StringComparer.Ordinal).Take(most)];
}

/// <summary>A table file as rows, or what is wrong with it. Exactly one of the two is there.</summary>
public sealed record TableReading(TableContent? Sheet, FileProblem? Problem);
