using System.Text.RegularExpressions;

namespace Samstyre.Import;

/// <summary>The month in which a form was revised, from its title page: <c>Revidert per oktober 2020</c>.</summary>
internal static partial class RevisionMonth
{
    private const int LongestLine = 60;

    public static void Take(ReportDraft d, IReadOnlyList<Block> cover)
    {
        Block? unclear = null;
        foreach (var block in cover)
        {
            var text = CleanText.Join(block.Cells) ?? "";
            if (text.Length is 0 or > LongestLine) continue;
            if (DateText.MonthOf(text) is not { } month)
            {
                if (Dated().IsMatch(text)) unclear = block;
                continue;
            }

            // The form's own line stands below an organisation's title page.
            d.Revised = month;
            d.Log.Found("revised", block.Place);
            unclear = null;
            if (!DateText.IsOneDate(text)) d.Log.Review("RevisedUnclear", "revised", text, block.Place, "The title page names more than one date; please check the month of revision.");
        }

        if (unclear is not null) d.Log.Review("RevisedUnclear", "revised", CleanText.Join(unclear.Cells), unclear.Place, "The month of revision is not clear; please check.");
    }

    [GeneratedRegex(@"20[12]\d|revidert|oppdatert|\bversjon\b|\b(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dated();
}
