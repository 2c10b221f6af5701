namespace Samstyre.Import;

/// <summary>A label with all that stands under it until the next one.</summary>
/// <param name="Label">What it introduces.</param>
/// <param name="Head">The row with the label.</param>
/// <param name="LabelCell">Index of the label's cell in the row.</param>
/// <param name="Rest">What stands behind the label in its own cell.</param>
/// <param name="Misspelt">Whether the spelling was not a known one.</param>
internal sealed record FormPart(Label Label, Block Head, int LabelCell, string Rest, bool Misspelt)
{
    /// <summary>Rows and paragraphs under the label.</summary>
    public List<Block> Body { get; } = [];

    /// <summary>Where the value stands: the first row with ink behind or under the label.</summary>
    public Place ValuePlace => Inline.Any() || Body.Count == 0 ? Head.Place : Body[0].Place;

    /// <summary>Values in the label's own row, headings of columns left out.</summary>
    public IEnumerable<string> Inline => Rest.Length > 0 ? [Rest, .. After] : After;

    /// <summary>Cells behind the label's, positions kept.</summary>
    public IEnumerable<string> CellsAfter => Head.Cells.Skip(LabelCell + 1);

    /// <summary>Everything under the label as separate texts: the row's own values, then the body's cells.</summary>
    public IEnumerable<string> Texts => Inline.Concat(Body.Select(block => string.Join(" ", block.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).Select(cell => cell.Trim()))));

    /// <summary>The value of a field with one value: from the row, else the first line under it.</summary>
    public string Value => string.Join(" ", Inline.Select(cell => cell.Trim())) is { Length: > 0 } inline ? inline : Texts.FirstOrDefault() ?? "";

    private IEnumerable<string> After => CellsAfter.Where(cell => !string.IsNullOrWhiteSpace(cell) && !LabelIndex.IsColumnHeading(cell));
}

/// <summary>Cuts a form's blocks into parts.</summary>
internal static class FormParts
{
    private static readonly Label[] PrerequisiteRows =
    [
        Label.OtherProjects, Label.EhrGp, Label.EhrMunicipal, Label.EhrSpecialist, Label.OrgSpecialist, Label.OrgMunicipal, Label.GpRoutines,
    ];

    /// <summary>The rows that are labels only behind certain others: elsewhere the same words are an author's.</summary>
    private static bool Fits(Label label, Label? current, Block block, bool misspelt) => label switch
    {
        Label.StrategyRow => current is Label.StrategyHeader or Label.StrategyRow,
        // "Samfinansiering" is a source of funding, one letter from "sum finansiering".
        Label.FundingTotal => current is Label.Funding && (!misspelt || block.Cells[0].TrimStart().StartsWith("sum", StringComparison.OrdinalIgnoreCase)),
        Label.BenefitKindRow => current is Label.Quantified or Label.BenefitKindRow,
        Label.DependenciesPage or Label.BenefitsPage => block.Cells.Skip(1).All(string.IsNullOrWhiteSpace),
        _ when PrerequisiteRows.Contains(label) =>
            current is Label.PrerequisiteHeader or Label.PrerequisiteComments || PrerequisiteRows.Contains(current ?? Label.Heading)
            || (!misspelt && current is Label.AffectedActors or Label.RiskText),
        _ when current is Label.Dependencies => label is Label.Consequences or Label.Name,
        Label.Comments when current is Label.Deliverables or Label.Dependencies => block.Cells.Skip(1).All(string.IsNullOrWhiteSpace),
        _ when current is Label.Deliverables => label is Label.Funding or Label.FundingComments or Label.StrategyHeader or Label.Heading or Label.BenefitsPage or Label.Name,
        _ => true,
    };

    /// <summary>The parts in order; blocks before the first label and pages appended after the last part are <paramref name="unread"/>.</summary>
    public static List<FormPart> Of(IReadOnlyList<Block> blocks, out List<Block> unread)
    {
        var parts = new List<FormPart>();
        unread = [];
        var appended = false;
        var seen = new HashSet<Label>();
        foreach (var block in blocks)
        {
            var part = PartAt(block, parts.Count == 0 ? null : parts[^1].Label);
            // A label quoted in running text has come before and brings its words along in its own cell; words that only resemble one are no second one.
            if (part is { Label: not (Label.Name or Label.Comments or Label.Heading or Label.BenefitKindRow) } && (part.Rest.Length > 0 || part.Misspelt) && seen.Contains(part.Label)) part = null;
            if (part is not null)
            {
                seen.Add(part.Label);
                parts.Add(part);
                appended = false;
                continue;
            }

            // The form's last text ends with its page; slides that an author appended behind it are not part of it.
            if (block.StartsPage && parts.Count > 0 && parts[^1].Label == Label.Consequences) appended = true;
            if (appended || parts.Count == 0) unread.Add(block);
            else parts[^1].Body.Add(block);
        }

        return parts;
    }

    private static FormPart? PartAt(Block block, Label? current)
    {
        for (var i = 0; i < block.Cells.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(block.Cells[i])) continue;
            if (LabelIndex.Find(block.Cells[i], out var rest, out var misspelt) is not { } label || !Fits(label, current, block, misspelt)) return null;
            // A bare number behind the label counts as its value only where the row gives no other.
            var isMark = rest.Length > 0 && char.IsAsciiDigit(rest[0]) && !rest.Any(char.IsLetter) && block.Cells.Skip(i + 1).Any(cell => !string.IsNullOrWhiteSpace(cell));
            return new(label, block, i, isMark ? "" : rest, misspelt);
        }

        return null;
    }
}
