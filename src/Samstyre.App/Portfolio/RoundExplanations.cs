using System.Collections.Immutable;
using System.Globalization;
using Samstyre.App.Features.Reporting;
using Samstyre.App.Texts;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Portfolio;

/// <summary>What was explained in a round's submissions, with the fields' names, without what may not be told.</summary>
internal static class RoundExplanations
{
    /// <summary>By initiative.</summary>
    /// <param name="submitted">The last submission of each initiative.</param>
    /// <param name="snapshot">The round.</param>
    /// <param name="reports">The report of each of its standings.</param>
    /// <param name="mask">What is left out of the reports.</param>
    public static IReadOnlyDictionary<Guid, ImmutableArray<ChangeExplanation>> Of(IReadOnlyList<SubmittedExplanations> submitted, PortfolioSnapshot snapshot, IReadOnlyList<Report> reports, ReportMask mask)
    {
        var found = new Dictionary<Guid, ImmutableArray<ChangeExplanation>>();
        var places = snapshot.Standings.Select((standing, place) => (standing.Initiative.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        foreach (var one in submitted)
        {
            if (one.Explanations.Count == 0 || !places.TryGetValue(one.InitiativeId, out var place)) continue;
            var standing = snapshot.Standings[place];
            // A file that came in afterwards may say less about what is confidential, and have its rows in another order.
            var confidential = one.Confidential.Concat(standing.Facts.Confidential).ToList();
            var report = standing.ReportId == one.ReportId ? reports[place] : null;
            found[one.InitiativeId] =
            [
                .. from pair in one.Explanations
                   let at = pair.Key.IndexOf('@', StringComparison.Ordinal)
                   where at >= 0
                   let path = pair.Key[(at + 1)..]
                   where ReportFields.At(path) is not null && mask.TellsAbout(path, confidential)
                   select new ChangeExplanation(pair.Key[..at], path, NameOf(path, snapshot.Definition, report), pair.Value),
            ];
        }

        return found;
    }

    private static LocalText NameOf(string path, PortfolioDefinition definition, Report? report)
    {
        var item = report is null ? null : ItemOf(path, report);
        var names = ScreenTexts.All.Select(texts =>
            (report is null ? texts[ReportFields.At(path)!.Label] : Choices.Label(path, definition, report.FundingCols, texts)) + (item is { Length: > 0 } ? ": " + item : "")).ToList();
        return new(names[0], names[1], names[2]);
    }

    /// <summary>Which row of a list; null where the label says it, and for a row that is gone.</summary>
    private static string? ItemOf(string path, Report report)
    {
        if (path.Split('.') is not [var list, var key, ..] || !int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var place)) return null;
        return list switch
        {
            "funding" => report.Funding.ElementAtOrDefault(place)?.Source,
            "deliverables" or "risks" or "dependencies" or "benefitKinds" => ReportFields.At(list)!.Rows!(report).ElementAtOrDefault(place).Item,
            _ => null,
        };
    }
}
