namespace Samstyre.Domain;

/// <summary>What is said of a part of the common foundation: who answers for it, its plan and its money.</summary>
/// <param name="Owner">Code of the organisation that answers for it; null where nobody does.</param>
/// <param name="From">When work begins; null where it is not planned.</param>
/// <param name="Planned">When it is there; null where it is not planned.</param>
/// <param name="Status">How it goes; null where nobody said.</param>
/// <param name="Funding">Whether it is paid for; null where nobody said.</param>
public sealed record PartPlan(string? Owner, PartialDate? From, PartialDate? Planned, TrafficLight? Status, FundingState? Funding);

/// <summary>What is said of a clarification.</summary>
/// <param name="Owner">Who answers for it, in words; null where nobody does.</param>
/// <param name="Due">When it is to be in place; null where nobody said.</param>
/// <param name="Status">How it goes; null where nobody said.</param>
/// <param name="Done">Whether it is in place.</param>
public sealed record ClarificationPlan(string? Owner, PartialDate? Due, TrafficLight? Status, bool Done);

/// <summary>Changes of the common foundation and of clarifications: those who follow dependencies make them as they learn more.</summary>
public static class FoundationChanges
{
    private const int LongestName = 200;
    private const int LongestCode = 40;

    /// <summary>The portfolio with another plan for a measure or building block.</summary>
    public static Outcome<PortfolioDefinition> Plan(PortfolioDefinition portfolio, TargetRef target, PartPlan plan)
    {
        var foundation = portfolio.Foundation;
        if (!foundation.Parts().Any(part => part.Target == target)) return new Problem("FoundationPartUnknown", "del", "Choose a part of the common foundation.");
        if (plan.Owner is not null && portfolio.OrganisationByCode(plan.Owner) is null) return new Problem("FoundationOwnerUnknown", "ansvarlig", "Choose an organisation of the portfolio.");
        if (plan.From?.FirstDay > plan.Planned?.LastDay) return new Problem("PlanEndsBeforeItBegins", "klar", "It can't be there before the work begins.");
        return portfolio with { Foundation = foundation with { Measures = Changed(TargetKind.Measure, foundation.Measures), Blocks = Changed(TargetKind.BuildingBlock, foundation.Blocks) } };

        IReadOnlyList<FoundationPart> Changed(TargetKind kind, IReadOnlyList<FoundationPart> parts) => target.Kind != kind ? parts :
        [
            .. parts.Select(part => part.Code != target.Key ? part : part with { Owner = plan.Owner, From = plan.From, Planned = plan.Planned, Status = plan.Status, Funding = plan.Funding }),
        ];
    }

    /// <summary>The portfolio with something else said of a clarification.</summary>
    public static Outcome<PortfolioDefinition> Follow(PortfolioDefinition portfolio, string code, ClarificationPlan plan) =>
        portfolio.Clarifications.All(one => one.Code != code) ? new Problem("ClarificationUnknown", "del", "Choose a clarification of the portfolio.")
        : plan.Owner?.Length > LongestName ? new Problem("ClarificationOwnerTooLong", "ansvarlig", "Use at most 200 characters.")
        : portfolio with { Clarifications = [.. portfolio.Clarifications.Select(one => one.Code != code ? one : one with { Owner = plan.Owner, Due = plan.Due, Status = plan.Status, Done = plan.Done })] };

    /// <summary>The portfolio with one more clarification. Its code is made of its name.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="kind">What kind of thing; null where it was not chosen.</param>
    /// <param name="name">Its name; 1 to 200 characters with a letter or a number among them.</param>
    /// <param name="plan">What is said of it.</param>
    public static Outcome<PortfolioDefinition> Add(PortfolioDefinition portfolio, ClarificationKind? kind, string name, ClarificationPlan plan)
    {
        var key = OrganisationNames.Key(name);
        if (key.Length == 0 || name.Trim().Length > LongestName) return new Problem("ClarificationNameEmpty", "navn", "Write a name, at most 200 characters.");
        if (kind is not { } chosen) return new Problem("ClarificationKindMissing", "slag", "Choose what kind of thing it is.");
        if (Names(portfolio).Any(taken => OrganisationNames.Key(taken) == key)) return new Problem("ClarificationNameTaken", "navn", "The portfolio knows that name already.");
        var code = key.Replace(' ', '-');
        code = code[..Math.Min(code.Length, LongestCode)].TrimEnd('-');
        for (var (number, stem) = (2, code); portfolio.Clarifications.Any(one => one.Code == code); number++) code = $"{stem}-{number}";
        return Follow(portfolio with { Clarifications = [.. portfolio.Clarifications, new(code, chosen, new LocalText(name.Trim()), [])] }, code, plan);
    }

    private static IEnumerable<string> Names(PortfolioDefinition portfolio) =>
        portfolio.Organisations.SelectMany(one => one.Aliases.Prepend(one.Name))
            .Concat(portfolio.Parties.SelectMany(one => one.Aliases.Prepend(one.Name.Bokmal)))
            .Concat(portfolio.Foundation.Parts().SelectMany(one => one.Part.Aliases.Prepend(one.Part.Name.Bokmal)))
            .Concat(portfolio.Clarifications.SelectMany(one => one.Aliases.Prepend(one.Name.Bokmal)));
}
