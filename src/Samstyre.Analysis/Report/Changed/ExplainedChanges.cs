using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>What changed since the initiatives last reported, as those who reported explain it.</summary>
public static class ExplainedChanges
{
    private static readonly LocalText Title = new("Endringer siden sist, forklart av virksomhetene", "Endringar sidan sist, forklarte av verksemdene", "Changes since last time, explained by the organisations");
    private static readonly LocalText Empty = new("Ingen endringer er forklart i denne innmeldingen.", "Ingen endringar er forklarte i denne innmeldinga.", "No changes are explained in this round.");
    private static readonly LocalText Field = new("Felt", "Felt", "Field");
    private static readonly LocalText Explanation = new("Forklaring", "Forklaring", "Explanation");

    private static readonly LocalText Rule = new(
        "Virksomhetene forklarer vesentlige endringer når de melder inn. Hver forklaring gjelder tiden siden tiltaket sist meldte inn, og står med virksomhetens egne ord.",
        "Verksemdene forklarer vesentlege endringar når dei melder inn. Kvar forklaring gjeld tida sidan tiltaket sist melde inn, og står med orda til verksemda.",
        "The organisations explain significant changes when they report. Each explanation is about the time since the initiative last reported, in the organisation's own words.");

    // Explanations of what else the rules found are told to the office alone.
    private static readonly ImmutableHashSet<string> AboutChange = [.. CheckRules.All.Where(rule => rule.AboutChange).Select(rule => rule.Code)];

    /// <summary>A row per initiative and field with an explanation, in the form's order.</summary>
    public static Listing Of(RoundContent round) => new(
        "explanations", Title,
        SlippageWords.WhoAnd(new("field", Field), new("explanation", Explanation)),
        [
            .. from standing in round.Snapshot.Standings
               from explanation in Told(round, standing)
               select SlippageWords.Row(standing, round.Snapshot.Definition, explanation.Field, explanation.Text),
        ],
        Empty, Rule);

    private static IEnumerable<ChangeExplanation> Told(RoundContent round, Standing standing) =>
        round.Explanations.TryGetValue(standing.Initiative.Id, out var all)
            ? all.Where(one => AboutChange.Contains(one.Rule)).OrderBy(one => ReportFields.PlaceOf(ReportFields.At(one.Path)?.Key ?? "")).ThenBy(one => one.Path, StringComparer.Ordinal)
            : [];
}
