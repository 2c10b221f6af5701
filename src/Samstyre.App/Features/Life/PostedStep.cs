using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Life;

/// <summary>A step as it was filled in.</summary>
/// <param name="Step">The step.</param>
/// <param name="Made">New initiatives that it is split into; without segment.</param>
/// <param name="Problems">What cannot be read of it; empty where all can.</param>
internal sealed record PostedStep(LifeStep Step, IReadOnlyList<MadeInitiative> Made, IReadOnlyList<Problem> Problems)
{
    /// <summary>So many new and so many known initiatives can be named in one split.</summary>
    public const int Rows = 3;

    private const int LongestName = 300;
    private const int LongestWords = 4_000;

    public static PostedStep Read(DeskVisit desk, LifeBook book)
    {
        List<Problem> problems = [];
        // A stage that nobody knows is one that never follows.
        if (!Enum.TryParse<LifeStage>(desk.Posted("steg"), out var stage) || !Enum.IsDefined(stage)) problems.Add(new("StepNotPossible", "steg", "That step cannot follow upon where the initiative is now."));
        var on = Day("dato", mayBeBlank: false) ?? default;
        var until = stage == LifeStage.Paused ? Day("til", mayBeBlank: true) : null;
        foreach (var field in (string[])["overlevert", "levert", "laert", "sak"])
        {
            if (desk.Posted(field).Length > LongestWords) problems.Add(new("StepTextTooLong", field, "Write at most 4,000 characters."));
        }

        var done = stage == LifeStage.Completed;
        var step = new LifeStep(on, stage, desk.Posted("grunn"))
        {
            Until = until,
            HandedTo = done ? Words(desk, "overlevert") : null,
            Delivered = done ? Words(desk, "levert") : null,
            Learned = done ? Words(desk, "laert") : null,
            Case = Words(desk, "sak"),
            Successors = stage switch { LifeStage.Merged => Known(desk, book, ["inn"]), LifeStage.Split => Known(desk, book, [.. Enumerable.Range(1, Rows).Select(row => $"inn-{row}")]), _ => [] },
        };
        return new(step, stage == LifeStage.Split ? NewOnes(desk, problems) : [], problems);

        DateOnly? Day(string field, bool mayBeBlank)
        {
            var written = desk.Posted(field).Trim();
            var day = RoundWords.Read(written);
            if (day is null && !(mayBeBlank && written.Length == 0)) problems.Add(new("DayUnreadable", field, "Write the day as 31.10.2020."));
            return day;
        }
    }

    /// <summary>What was written in a field; null for nothing.</summary>
    public static string? Words(DeskVisit desk, string field) => desk.Posted(field).Trim() is { Length: > 0 } words ? words : null;

    private static List<Guid> Known(DeskVisit desk, LifeBook book, IEnumerable<string> fields) =>
        [.. fields.Select(desk.Posted).Where(key => key.Length > 0).Select(key => book.Find(key)?.Id ?? Guid.Empty).Distinct()];

    private static List<MadeInitiative> NewOnes(DeskVisit desk, List<Problem> problems)
    {
        List<MadeInitiative> made = [];
        for (var row = 1; row <= Rows; row++)
        {
            var (name, organisation) = (desk.Posted($"navn-{row}").Trim(), desk.Posted($"virksomhet-{row}"));
            if (name.Length == 0 && organisation.Length == 0) continue;
            if (FormIdentity.Key(name).Length == 0 || name.Length > LongestName) problems.Add(new("NewInitiativeName", $"navn-{row}", "Give the new initiative a name of at most 300 characters."));
            if (desk.Definition.OrganisationByCode(organisation) is null) problems.Add(new("NewInitiativeOrganisation", $"virksomhet-{row}", "Choose the organisation that is responsible."));
            made.Add(new(name, organisation, null));
        }

        return made;
    }
}
