using System.Globalization;
using System.Text;
using System.Xml;

namespace Samstyre.Import;

/// <summary>A cell with something in it.</summary>
internal readonly record struct SheetCell(int Row, int Column, string Text);

/// <summary>Reads the filled cells of one sheet that are shown: what a sheet leaves empty costs nothing, however far apart its cells stand.</summary>
/// <param name="book">What its sheets share.</param>
/// <param name="showMistakes">Whether what a formula that went wrong shows (#REF!) counts as a text; else it is nothing.</param>
internal sealed class SheetGrid(SheetBook book, bool showMistakes = false)
{
    private const int MostCells = 3_000_000;

    private readonly StringBuilder text = new();
    private readonly HiddenColumns hidden = new();
    private List<SheetCell> cells = [];
    private SheetMerges? merges;
    private bool inRows;
    private bool inOrder = true;
    private bool isHidden;
    private bool isText;
    private bool isPronounced;
    private int row;
    private int lastHidden;
    private int column;
    private string? type;
    private string? style;

    /// <summary>What is merged sideways; known when the sheet is read.</summary>
    public SheetSpans Spans { get; } = new();

    /// <summary>How many rows with something in them are hidden.</summary>
    public int HiddenRows { get; private set; }

    /// <summary>The cells in reading order.</summary>
    public IReadOnlyList<SheetCell> Read(XmlReader xml)
    {
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    Enter(xml);
                    break;
                case XmlNodeType.EndElement:
                    Leave(xml.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    if (isText && !isPronounced) text.Append(xml.Value);
                    break;
            }
        }

        return [.. cells.Where(cell => !string.IsNullOrWhiteSpace(cell.Text) && !hidden.Has(cell.Column))];
    }

    private void Enter(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "sheetData":
                inRows = !xml.IsEmptyElement;
                break;
            case "col" when !inRows:
                if (SheetBook.IsOn(xml.GetAttribute("hidden"))) hidden.Add(xml.GetAttribute("min"), xml.GetAttribute("max"));
                break;
            case "mergeCell" when !inRows:
                if (SheetReference.TryRange(xml.GetAttribute("ref"), out var range)) (merges ??= new(cells, hidden, Spans)).Apply(range);
                break;
            case "row" when inRows:
                row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= SheetReference.LastRow ? number : row + 1;
                column = 0;
                isHidden = SheetBook.IsOn(xml.GetAttribute("hidden"));
                break;
            case "c" when inRows:
                column = xml.GetAttribute("r") is { } reference && SheetReference.TryColumn(reference, out var at) ? at : column + 1;
                (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
                text.Clear();
                break;
            case "v" or "t" when inRows:
                isText = !xml.IsEmptyElement;
                break;
            case "rPh":
                isPronounced = !xml.IsEmptyElement;
                break;
        }
    }

    private void Leave(string name)
    {
        switch (name)
        {
            case "sheetData":
                inRows = false;
                if (!inOrder) cells = [.. cells.OrderBy(cell => (cell.Row, cell.Column))];
                break;
            case "c" when inRows:
                if (!isHidden && text.Length > 0 && column <= SheetReference.LastColumn) Add(Shown(text.ToString()));
                if (isHidden && text.Length > 0 && lastHidden != row) (lastHidden, HiddenRows) = (row, HiddenRows + 1);
                break;
            case "v" or "t":
                isText = false;
                break;
            case "rPh":
                isPronounced = false;
                break;
        }
    }

    private void Add(string shown)
    {
        if (cells.Count == MostCells) throw new InvalidDataException("The sheet has too many cells.");
        inOrder &= cells.Count == 0 || (cells[^1].Row, cells[^1].Column).CompareTo((row, column)) < 0;
        cells.Add(new(row, column, shown));
    }

    /// <summary>What a cell shows. Mistakes of a formula are no values.</summary>
    private string Shown(string value) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < book.Strings.Count
            ? book.Strings[index]
            : throw new InvalidDataException("A cell refers to a text that the file lacks."),
        "str" or "inlineStr" => SheetStrings.Shown(value),
        // What a person answered with a ticked box.
        "b" => value.Trim() == "1" ? "Ja" : "Nei",
        "e" => showMistakes ? value : "",
        "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var day) ? Format.Date(day) : value,
        _ => Format.Show(value, book.Since1904),
    };

    private NumberFormat Format =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < book.Formats.Count ? book.Formats[index] : NumberFormat.General;
}
