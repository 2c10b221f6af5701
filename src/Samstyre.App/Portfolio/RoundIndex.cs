using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.App.Portfolio;

/// <summary>A round in memory: its snapshot, and what is computed from it once, at first use.</summary>
internal sealed class RoundIndex
{
    private readonly Lazy<Dictionary<Guid, int>> rows;
    private readonly Lazy<Dictionary<int, int>> rowsByNationalId;
    private readonly Lazy<RoundColumns> columns;
    private readonly Lazy<RoundFigures> figures;

    public RoundIndex(PortfolioIndex portfolio, int position)
    {
        Portfolio = portfolio;
        Position = position;
        Snapshot = portfolio.History.Snapshots[position];
        var isPublished = portfolio.History.PublicationOf(Round) is not null;
        Mask = ReportMask.Of(portfolio.Definition.Reporting, portfolio.Audience, isPublished);
        FigureMask = ReportMask.OfFigures(portfolio.Definition.Reporting, isPublished ? Audience.Public : portfolio.Audience, isPublished);
        rows = new(() => Snapshot.Standings.Select((standing, row) => (standing.Initiative.Id, row)).ToDictionary(pair => pair.Id, pair => pair.row));
        rowsByNationalId = new(() => Snapshot.Standings.Select((standing, row) => (standing.Initiative.NationalId, row))
            .Where(pair => pair.NationalId is not null).DistinctBy(pair => pair.NationalId).ToDictionary(pair => pair.NationalId!.Value, pair => pair.row));
        columns = new(() => new(this));
        figures = new(() => RoundFigures.Of(this));
    }

    public PortfolioIndex Portfolio { get; }

    /// <summary>Its place among the portfolio's rounds, from 0.</summary>
    public int Position { get; }

    public PortfolioSnapshot Snapshot { get; }

    public Round Round => Snapshot.Round;

    /// <summary>What its readers do not see of its reports.</summary>
    public ReportMask Mask { get; }

    /// <summary>What its report leaves out. What is published is published: everybody gets the same figures.</summary>
    public ReportMask FigureMask { get; }

    /// <summary>The round before; null for the first.</summary>
    public RoundIndex? Before => Position > 0 ? Portfolio.Rounds[Position - 1] : null;

    /// <summary>The earlier rounds that its report can be told against, the last one first. Once it is published those are the rounds that were published by then.</summary>
    public IEnumerable<RoundIndex> Comparable => Portfolio.Rounds[..Position].Reverse().Where(earlier => Portfolio.History.PublicationOf(Round) is not { } publication
        || Portfolio.History.Publications.Any(other => other.RoundId == earlier.Round.Id && other.PortfolioVersion <= publication.PortfolioVersion));

    public RoundColumns Columns => columns.Value;

    public RoundFigures Figures => figures.Value;

    /// <summary>How an initiative stands; null where it is not in the portfolio at this round.</summary>
    public Standing? Standing(Guid initiative) => rows.Value.TryGetValue(initiative, out var row) ? Snapshot.Standings[row] : null;

    /// <summary>By the key that addresses carry: the national id, or else the identity.</summary>
    public Standing? Standing(string key)
    {
        if (int.TryParse(key, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var nationalId))
            return rowsByNationalId.Value.TryGetValue(nationalId, out var row) ? Snapshot.Standings[row] : null;
        return Guid.TryParseExact(key, "N", out var id) ? Standing(id) : null;
    }
}

/// <summary>What the overview of a round shows, computed once.</summary>
/// <param name="Size">How large the portfolio is.</param>
/// <param name="Status">By status.</param>
/// <param name="Risk">By risk.</param>
/// <param name="Organisations">Per organisation.</param>
/// <param name="StrategyAreas">Per strategy area.</param>
/// <param name="Attention">What needs attention.</param>
/// <param name="Changes">Since the round before; null for the first round.</param>
internal sealed record RoundFigures(
    PortfolioSize Size,
    LightDistribution Status,
    LightDistribution Risk,
    IReadOnlyList<PortfolioShare> Organisations,
    IReadOnlyList<PortfolioShare> StrategyAreas,
    NeedsAttention Attention,
    PortfolioChanges? Changes)
{
    public static RoundFigures Of(RoundIndex round) => new(
        PortfolioSize.Of(round.Snapshot),
        StatusDistribution.Of(round.Snapshot),
        RiskDistribution.Of(round.Snapshot),
        BudgetByOrganisation.Of(round.Snapshot),
        BudgetByStrategyArea.Of(round.Snapshot),
        NeedsAttention.Of(round.Snapshot),
        round.Before is { } before ? PortfolioChanges.Between(before.Snapshot, round.Snapshot) : null);
}
