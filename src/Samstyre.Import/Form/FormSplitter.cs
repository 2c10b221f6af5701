namespace Samstyre.Import;

/// <summary>One form's blocks out of a document.</summary>
/// <param name="Cover">What stands before the first label: title, month of revision.</param>
/// <param name="Blocks">The form itself, from its first label on.</param>
internal sealed record FormBlocks(IReadOnlyList<Block> Cover, IReadOnlyList<Block> Blocks);

/// <summary>Finds the forms of a document: one, or a whole organisation's behind a cover page.</summary>
internal static class FormSplitter
{
    private const int IdentityRows = 8;
    private const int CoverLines = 8;
    private const int LongestCoverLine = 140;

    private static readonly Label[] Identity = [Label.NationalId, Label.Organisation, Label.Owner, Label.Manager, Label.Purpose, Label.TotalCost];

    /// <summary>The forms in document order; none where the document holds no form.</summary>
    public static IReadOnlyList<FormBlocks> Split(NeutralDocument document)
    {
        var labels = document.Blocks.Select(block => LabelIndex.Find(FirstInk(block), out _, out _)).ToArray();
        var starts = new List<int>();
        for (var i = 0; i < labels.Length; i++)
        {
            if (BeginsForm(labels, i, starts.Count == 0 ? -1 : starts[^1])) starts.Add(i);
        }

        var forms = new List<FormBlocks>(starts.Count);
        for (var n = 0; n < starts.Count; n++)
        {
            var cover = CoverStart(document.Blocks, labels, starts[n], n == 0 ? 0 : starts[n - 1] + 1);
            var end = n + 1 < starts.Count ? CoverStart(document.Blocks, labels, starts[n + 1], starts[n] + 1) : document.Blocks.Count;
            forms.Add(new([.. document.Blocks.Take(starts[n]).Skip(cover)], [.. document.Blocks.Take(end).Skip(starts[n])]));
        }

        return forms;
    }

    private static string FirstInk(Block block) => block.Cells.First(cell => !string.IsNullOrWhiteSpace(cell));

    private static bool IsRow(Block block) => block.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) > 1;

    /// <summary>A form begins with its name followed by other labels of its identity; or, where the name's row is missing, with its id or organisation.</summary>
    private static bool BeginsForm(Label?[] labels, int at, int lastStart)
    {
        if (labels[at] == Label.Name) return Ahead(labels, at).Any(label => Identity.Contains(label));
        if (labels[at] is not (Label.NationalId or Label.Organisation)) return false;
        for (var i = at - 1; i >= 0 && i >= at - IdentityRows; i--)
        {
            if (i == lastStart || labels[i] is Label.Name or Label.NationalId or Label.Organisation) return false;
        }

        return Ahead(labels, at).Count(label => Identity.Contains(label)) >= 2;
    }

    private static IEnumerable<Label> Ahead(Label?[] labels, int at)
    {
        for (var i = at + 1; i < labels.Length && i <= at + IdentityRows; i++)
        {
            if (labels[i] is Label.Name or Label.BenefitOwners or Label.Dependencies) yield break;
            if (labels[i] is { } label) yield return label;
        }
    }

    /// <summary>Walks back over the title page: short paragraphs up to the page's beginning.</summary>
    private static int CoverStart(IReadOnlyList<Block> blocks, Label?[] labels, int start, int floor)
    {
        var at = start;
        for (var steps = 0; at > floor && steps < CoverLines; steps++)
        {
            // Before a document's first form there is nothing to take from another.
            if (floor > 0 && blocks[at].StartsPage && (at < start || !TitlePageBefore(blocks, labels, at, floor))) break;
            var before = blocks[at - 1];
            var isHeading = labels[at - 1] == Label.Heading;
            var text = FirstInk(before).Trim();
            // Where the form's first label is missing, its row is the last one of the cover.
            var isNameless = at == start && labels[start] != Label.Name && labels[at - 1] is null;
            if (!isHeading && !isNameless && (labels[at - 1] is not null || IsRow(before) || text.Length > LongestCoverLine || text[0] is '-' or '•' or '<' || text[^1] is '.' or ',' or ';')) break;
            at--;
        }

        return at;
    }

    /// <summary>Whether the page before a form is its title page: a few short lines, one of them with the month of revision.</summary>
    private static bool TitlePageBefore(IReadOnlyList<Block> blocks, Label?[] labels, int start, int floor)
    {
        var dated = false;
        for (var at = start - 1; at >= floor && at >= start - CoverLines; at--)
        {
            if (IsRow(blocks[at]) || FirstInk(blocks[at]).Length > LongestCoverLine || labels[at] is not (null or Label.Heading)) return false;
            dated |= DateText.MonthOf(CleanText.Of(FirstInk(blocks[at]))) is not null;
            if (blocks[at].StartsPage) return dated;
        }

        return false;
    }
}
