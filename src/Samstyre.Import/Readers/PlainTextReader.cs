namespace Samstyre.Import;

/// <summary>Text with tabs between cells to a neutral document. A form feed or three blank lines in a row begin a page.</summary>
internal static class PlainTextReader
{
    private const int BlankLinesOfAPageBreak = 3;

    public static NeutralDocument Read(string fileName, string text)
    {
        var blocks = new List<Block>();
        var blank = BlankLinesOfAPageBreak;
        var number = 0;
        foreach (var span in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = span.ToString();
            if (line.Contains('\f', StringComparison.Ordinal))
            {
                blank = BlankLinesOfAPageBreak;
                line = line.Replace("\f", "", StringComparison.Ordinal);
            }

            if (string.IsNullOrWhiteSpace(line))
            {
                blank++;
                continue;
            }

            blocks.Add(new(line.Split('\t'), new(Line: number), StartsPage: blank >= BlankLinesOfAPageBreak));
            blank = 0;
        }

        return new(fileName, blocks);
    }
}
