namespace Samstyre.Import;

/// <summary>Finds the tables among a page's lines.</summary>
internal static class PdfTables
{
    /// <summary>Far more lines than a form has: a drawing.</summary>
    private const int MostRules = 6_000;

    /// <summary>How far apart the borders of neighbouring cells may be drawn.</summary>
    private const double Gap = 2;

    /// <summary>The tables, small ones before those that they stand in.</summary>
    public static List<PdfTable> Of(IReadOnlyList<PdfRule> rules) =>
        rules.Count > MostRules ? [] : [.. Touching(rules).Select(PdfTable.Of).OfType<PdfTable>().OrderBy(table => table.Box.Width * table.Box.Height)];

    /// <summary>Lines in groups that hang together.</summary>
    private static IEnumerable<List<PdfRule>> Touching(IReadOnlyList<PdfRule> rules)
    {
        var boxes = rules.Select(rule => rule.IsLevel ? new PdfBox(rule.From - Gap, rule.At - Gap, rule.To + Gap, rule.At + Gap) : new(rule.At - Gap, rule.From - Gap, rule.At + Gap, rule.To + Gap)).ToArray();
        var groups = Enumerable.Range(0, boxes.Length).ToArray();
        var open = new List<int>();
        foreach (var i in Enumerable.Range(0, boxes.Length).OrderBy(i => boxes[i].Top))
        {
            open.RemoveAll(other => boxes[other].Bottom < boxes[i].Top);
            foreach (var other in open)
            {
                if (boxes[other].Left <= boxes[i].Right && boxes[other].Right >= boxes[i].Left) groups[Root(groups, i)] = Root(groups, other);
            }

            open.Add(i);
        }

        return Enumerable.Range(0, boxes.Length).GroupBy(i => Root(groups, i), i => rules[i]).Select(group => group.ToList());
    }

    private static int Root(int[] groups, int i)
    {
        while (groups[i] != i) i = groups[i] = groups[groups[i]];
        return i;
    }
}
