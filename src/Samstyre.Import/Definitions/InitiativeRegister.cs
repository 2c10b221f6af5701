using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>A register of initiatives as read from YAML.</summary>
/// <param name="Registrations">The initiatives without mistakes, in the file's order.</param>
/// <param name="Findings">Every mistake of the file, in the order of its lines.</param>
public sealed record InitiativeRegisterResult(IReadOnlyList<InitiativeRegistration> Registrations, IReadOnlyList<Finding> Findings);

/// <summary>Reads the register: what the office knows of each initiative apart from its reports, its segment and its life.</summary>
public static class InitiativeRegister
{
    private static readonly Dictionary<string, LifeStage> Stages = new(StringComparer.Ordinal)
    {
        ["candidate"] = LifeStage.Candidate,
        ["in-portfolio"] = LifeStage.InPortfolio,
        ["completed"] = LifeStage.Completed,
        ["paused"] = LifeStage.Paused,
        ["stopped"] = LifeStage.Stopped,
        ["merged"] = LifeStage.Merged,
        ["split"] = LifeStage.Split,
        ["withdrawn"] = LifeStage.Withdrawn,
    };

    /// <summary>Reads the text of a register of that portfolio. Collects every mistake; an initiative with one is left out, the others stand.</summary>
    public static InitiativeRegisterResult Read(string yaml, PortfolioDefinition portfolio)
    {
        List<Finding> findings = [];
        List<InitiativeRegistration> registrations = [];
        if (YamlMap.Of(yaml, findings) is not { } root) return new(registrations, findings);
        HashSet<int> ids = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var map in root.Maps("initiatives"))
        {
            var before = findings.Count;
            var registration = One(map, portfolio);
            if (registration.NationalId is { } id && !ids.Add(id)) map.Mistake("nationalId", "IdUsedTwice", $"is used twice: {id}.");
            foreach (var name in registration.OtherNames.Prepend(registration.Name))
            {
                if (name.Length > 0 && !names.Add(OrganisationNames.Key(name))) map.Mistake("name", "NameUsedTwice", $"is used twice: '{name}'.");
            }

            map.Close();
            if (findings.Count == before) registrations.Add(registration);
        }

        root.Close();
        return new(registrations, [.. findings.OrderBy(finding => finding.Line).ThenBy(finding => finding.Field, StringComparer.Ordinal)]);
    }

    private static InitiativeRegistration One(YamlMap map, PortfolioDefinition portfolio)
    {
        var organisation = map.OptionalText("organisation");
        if (organisation is not null && portfolio.OrganisationByCode(organisation) is null)
            map.Mistake("organisation", "UnknownOrganisation", $"is the code of no organisation: '{organisation}'.");
        var segment = map.OptionalText("segment");
        if (segment is not null && !portfolio.Segments.Any(known => known.Code == segment))
            map.Mistake("segment", "UnknownSegment", $"is the code of no segment: '{segment}'.");
        return new(map.OptionalNumber("nationalId"), map.Text("name"), map.Texts("otherNames"), organisation, segment, Life(map)) { Answers = Answers(map, portfolio, segment) };
    }

    /// <summary>The recorded answers; they must lead to the segment that is given.</summary>
    private static Dictionary<string, ChecklistAnswer> Answers(YamlMap initiative, PortfolioDefinition portfolio, string? segment)
    {
        Dictionary<string, ChecklistAnswer> answers = new(StringComparer.Ordinal);
        if (initiative.OptionalMap("answers") is not { } map) return answers;
        foreach (var question in portfolio.Checklist.Questions)
        {
            if (map.OptionalText(question.Code) is not { } answer) continue;
            if (answer is not ("yes" or "no")) map.Mistake(question.Code, "NotYesOrNo", $"must be yes or no, not '{answer}'.");
            answers[question.Code] = answer == "yes" ? ChecklistAnswer.Yes : ChecklistAnswer.No;
        }

        map.Close();
        var end = ChecklistPath.Of(portfolio.Checklist, answers).End;
        if (end?.Segment != segment) initiative.Mistake("answers", "AnswersLeadElsewhere", $"lead to {end switch { null => "no end", { IsOut: true } => "out", _ => $"'{end.Segment}'" }}, not to the segment '{segment}'.");
        return answers;
    }

    private static List<LifeEvent> Life(YamlMap initiative)
    {
        List<LifeEvent> life = [];
        foreach (var map in initiative.Maps("life"))
        {
            var on = map.Text("on");
            var stage = map.Text("stage");
            if (on.Length > 0 && !DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                map.Mistake("on", "NotDay", $"must be a day like 2020-03-20, not '{on}'.");
            if (stage.Length > 0 && !Stages.ContainsKey(stage))
                map.Mistake("stage", "UnknownStage", $"must be one of {string.Join(", ", Stages.Keys.Order(StringComparer.Ordinal))}, not '{stage}'.");
            DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
            if (life.Count > 0 && day < life[^1].On) map.Mistake("on", "LifeNotInOrder", "must not lie before the step above it.");
            life.Add(new(day, Stages.GetValueOrDefault(stage), map.OptionalText("reason")));
            map.Close();
        }

        return life;
    }
}
