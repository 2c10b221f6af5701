namespace Samstyre.Reports;

/// <summary>How much is explained of what changed since last time.</summary>
internal static class ChangeWords
{
    private const string Explanations = "explanations";

    public static IEnumerable<Paragraph> Of(ChapterInput input)
    {
        if (input.Now.Listing(Explanations) is not { Rows.IsEmpty: false } listing) yield break;
        var prose = input.Prose;
        yield return Prose.Paragraph(ParagraphStyle.Lead, prose.Sentence(
            "changes.explained", prose.Count("initiatives", listing.Rows.DistinctBy(row => row.Standing?.Initiative.Id).Count(), Explanations), prose.Count("changes", listing.Rows.Length, Explanations)));
    }
}
