using Samstyre.Analysis;
using Samstyre.App.Features.Desk;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Reporting;

/// <summary>Since which round each value of a form's last report has stood.</summary>
internal static class SinceWhen
{
    private static readonly Dictionary<string, Round> Nothing = new(StringComparer.Ordinal);

    /// <summary>By path, rows by their place in the last report; only values that have stood for longer than one round.</summary>
    public static async Task<IReadOnlyDictionary<string, Round>> Of(DeskVisit desk, OpenForm form)
    {
        if (form.Row.Assignment.PriorReport is not { } prior) return Nothing;
        List<(Round Round, Guid Report)> own = [];
        foreach (var round in desk.Portfolio.Rounds)
        {
            if (round.Standing(form.Row.Assignment.Initiative) is not { CarriedOver: false } standing) continue;
            own.Add((round.Round, standing.ReportId));
            if (standing.ReportId == prior) break;
        }

        if (own.Count < 2 || own[^1].Report != prior) return Nothing;
        var stored = await ReportStore.ReadAll(desk.Db, desk.PortfolioId, [.. own.Select(one => one.Report)], desk.Cancellation);
        var reports = own.Where(one => stored.ContainsKey(one.Report)).Select(one => (one.Round, ReportJson.FromUtf8(stored[one.Report].Json.Span))).ToList();
        return UnchangedSince.Of(reports).Where(value => value.Since != own[^1].Round && value.Value is not null).DistinctBy(value => value.Path).ToDictionary(value => value.Path, value => value.Since, StringComparer.Ordinal);
    }
}
