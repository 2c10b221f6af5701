namespace Samstyre.Import;

/// <summary>Puts the two columns of a slide, interleaved on the same lines, one after the other again.</summary>
internal static class ColumnSplitter
{
    private static readonly Label[] RightHand =
    [
        Label.Risk, Label.RiskText, Label.AffectedActors, Label.PrerequisiteHeader, Label.PrerequisiteComments,
    ];

    /// <summary>The blocks with every page that has labels side by side read left column first; <paramref name="split"/> says whether there was one.</summary>
    public static IReadOnlyList<Block> Untangle(IReadOnlyList<Block> blocks, out bool split)
    {
        split = false;
        var result = new List<Block>(blocks.Count);
        for (var start = 0; start < blocks.Count;)
        {
            var end = start + 1;
            while (end < blocks.Count && !BeginsSection(blocks[end])) end++;
            var page = blocks.Skip(start).Take(end - start).ToList();
            if (SecondColumn(page) is { } column)
            {
                split = true;
                var beside = page.TakeWhile(block => !StandsLeft(block)).ToList();
                result.AddRange(beside.Select(block => Part(block, 0, column)).OfType<Block>());
                result.AddRange(beside.Select(block => Part(block, column, int.MaxValue)).OfType<Block>());
                result.AddRange(page.Skip(beside.Count));
            }
            else
            {
                result.AddRange(page);
            }

            start = end;
        }

        return result;
    }

    private static bool BeginsSection(Block block) =>
        block.StartsPage || LabelIndex.Find(block.Cells[0], out _, out _) is Label.Name or Label.BenefitsPage or Label.DependenciesPage or Label.Dependencies;

    /// <summary>The cell index where the second column begins: the leftmost cell but the first two that holds a right-hand label beside a label or text on the left.</summary>
    private static int? SecondColumn(List<Block> page)
    {
        int? column = null;
        foreach (var block in page)
        {
            for (var i = 2; i < block.Cells.Count; i++)
            {
                if (LabelIndex.Find(block.Cells[i], out _, out _) is { } label && RightHand.Contains(label) && !string.IsNullOrWhiteSpace(block.Cells[0]))
                    column = Math.Min(column ?? int.MaxValue, i);
            }
        }

        return column;
    }

    /// <summary>Where a label of the right column stands on the left, the columns have ended.</summary>
    private static bool StandsLeft(Block block) => LabelIndex.Find(block.Cells[0], out _, out _) is { } label && RightHand.Contains(label);

    private static Block? Part(Block block, int from, int to)
    {
        var cells = block.Cells.Skip(from).Take(to - from).ToList();
        return cells.Any(cell => !string.IsNullOrWhiteSpace(cell)) ? block with { Cells = cells, StartsPage = block.StartsPage && from == 0 } : null;
    }
}
