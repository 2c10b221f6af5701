namespace Samstyre.Domain;

/// <summary>An initiative that a form may be about.</summary>
/// <param name="Id">Its identity in the store.</param>
/// <param name="NationalId">National id; null where it has none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Organisation">Code of the responsible organisation; null where unknown.</param>
/// <param name="RegisteredNames">Keys (<see cref="FormIdentity.Key"/>) of its name and of the other names it is registered with.</param>
/// <param name="ReportedNames">Keys of names that only its reports have used.</param>
/// <param name="InRound">Its newest report in the round; null where it has none.</param>
public sealed record KnownInitiative(
    Guid Id,
    int? NationalId,
    string Name,
    string? Organisation,
    IReadOnlyCollection<string> RegisteredNames,
    IReadOnlyCollection<string> ReportedNames,
    RoundReport? InRound)
{
    /// <summary>Whether it is known by that name.</summary>
    public bool IsCalled(string nameKey) => RegisteredNames.Contains(nameKey) || ReportedNames.Contains(nameKey);
}

/// <summary>Who an initiative's newest report in a round said it was.</summary>
/// <param name="NameKey">Key of the name in that report; null where it had none.</param>
/// <param name="Organisation">Code of the organisation in that report; null where unknown.</param>
public sealed record RoundReport(string? NameKey, string? Organisation);

/// <summary>Who a form says it is about.</summary>
/// <param name="NationalId">The national id it claims; null where it states none.</param>
/// <param name="Name">Its name; null where it has none.</param>
/// <param name="Organisation">Code of its organisation; null where unknown.</param>
/// <param name="Line">First line of the form; for findings.</param>
public sealed record FormIdentity(int? NationalId, string? Name, string? Organisation, int? Line = null)
{
    private const int LongestKey = 400;

    /// <summary>The name as it is compared; empty where there is none.</summary>
    public string NameKey { get; } = Key(Name);

    /// <summary>A name as it is compared: lower-case words and numbers; of a name that runs on into prose only the beginning.</summary>
    public static string Key(string? name) => OrganisationNames.Key(name) switch { { Length: > LongestKey } key => key[..LongestKey].TrimEnd(), var key => key };

    /// <summary>The identity that a report states. A number that is not above zero is no national id.</summary>
    public static FormIdentity Of(Report report, PortfolioDefinition definition) => new(
        report.NationalId is > 0 ? report.NationalId : null, report.Name, definition.Organisations.FirstOrDefault(organisation => organisation.Name == report.Organisation)?.Code, report.Source?.Line);
}

/// <summary>How a form found its initiative.</summary>
public enum MatchKind
{
    /// <summary>By the mark out of sight in the file that it was filled in.</summary>
    Mark,

    /// <summary>By its national id.</summary>
    NationalId,

    /// <summary>By its name.</summary>
    Name,

    /// <summary>It is about an initiative that nobody knew.</summary>
    New,

    /// <summary>It names no initiative.</summary>
    Unmatched,
}

/// <summary>Which initiative a form is about. The mark of a file that was handed out for it decides where nothing in the form speaks against it; then a national id; a name decides where there is no id, or where the id is already somebody else's. Nothing is overwritten by a form whose id and name contradict each other.</summary>
/// <param name="Kind">How it was found.</param>
/// <param name="Initiative">The initiative; null for <see cref="MatchKind.New"/> and <see cref="MatchKind.Unmatched"/>.</param>
/// <param name="NationalId">The national id that the initiative has from now on; null for none.</param>
/// <param name="Finding">What a person should know about it; null where it is clear.</param>
public sealed record InitiativeMatch(MatchKind Kind, KnownInitiative? Initiative, int? NationalId, Finding? Finding)
{
    /// <summary>The initiative of a form.</summary>
    /// <param name="form">Who the form says it is about.</param>
    /// <param name="byNationalId">The initiative that has the form's national id; null where none has.</param>
    /// <param name="byName">Initiatives that are known by the form's name, in any order.</param>
    /// <param name="byMark">The initiative that the form's file was made for; null where it has no mark.</param>
    public static InitiativeMatch Of(FormIdentity form, KnownInitiative? byNationalId, IReadOnlyList<KnownInitiative> byName, KnownInitiative? byMark)
    {
        if (byMark is null) return Of(form, byNationalId, byName);
        var told = form.NationalId is null || form.NationalId == byMark.NationalId || (byMark.NationalId is null && byNationalId is null);
        if (told && (form.NameKey.Length == 0 || byMark.IsCalled(form.NameKey))) return new(MatchKind.Mark, byMark, byMark.NationalId ?? form.NationalId, null);
        if (told && byName.Count == 0 && byMark.InRound is null)
        {
            return new(MatchKind.Mark, byMark, byMark.NationalId ?? form.NationalId, new(
                "name", FindingSeverity.Review, $"The file was made for \"{byMark.Name}\" and has a name that nobody knows: check that it is the same initiative.", form.Name, "MarkRenamed", form.Line));
        }

        var seen = Of(form, byNationalId, byName);
        return seen.Initiative?.Id == byMark.Id ? seen : seen with
        {
            Finding = seen.Finding ?? new("name", FindingSeverity.Review, $"The file was made for \"{byMark.Name}\", but the form is about another: check that it is right.", form.Name, "MarkOfAnother", form.Line),
        };
    }

    /// <summary>The initiative of a form in a file without a mark.</summary>
    /// <param name="form">Who the form says it is about.</param>
    /// <param name="byNationalId">The initiative that has the form's national id; null where none has.</param>
    /// <param name="byName">Initiatives that are known by the form's name, in any order.</param>
    public static InitiativeMatch Of(FormIdentity form, KnownInitiative? byNationalId, IReadOnlyList<KnownInitiative> byName)
    {
        if (form.NameKey.Length == 0) return byNationalId is null ? new(MatchKind.Unmatched, null, null, null) : ById(byNationalId);
        if (byNationalId is not null) return WithKnownId(form, byNationalId, byName);

        // Two different national ids are two initiatives, whatever they are called.
        var called = byName.Where(initiative => form.NationalId is null || initiative.NationalId is null).ToList();
        var (named, finding) = Choose(form, called);
        if (named is not null) return new(MatchKind.Name, named, named.NationalId ?? form.NationalId, finding);
        if (finding is null && form.NationalId is not null && byName.Count > 0) finding = OthersName(form, byName);
        return new(MatchKind.New, null, form.NationalId, finding);
    }

    private static InitiativeMatch WithKnownId(FormIdentity form, KnownInitiative known, IReadOnlyList<KnownInitiative> byName)
    {
        var taken = known.InRound?.NameKey is { } other && other != form.NameKey
            && !(known.RegisteredNames.Contains(form.NameKey) && known.RegisteredNames.Contains(other));
        if (!taken && known.IsCalled(form.NameKey)) return ById(known);

        var (named, _) = Choose(form, [.. byName.Where(initiative => initiative.Id != known.Id)]);
        if (named is not null) return new(MatchKind.Name, named, named.NationalId, Claimed(form, known));
        if (taken) return new(MatchKind.New, null, null, Claimed(form, known));
        return ById(known) with
        {
            Finding = new("name", FindingSeverity.Info, $"The initiative with national id {known.NationalId} was known as \"{known.Name}\".", form.Name, "NameChanged", form.Line),
        };
    }

    /// <summary>The one initiative of that name: registered names before names that only reports used, then the same organisation.</summary>
    private static (KnownInitiative? Named, Finding? Finding) Choose(FormIdentity form, List<KnownInitiative> byName)
    {
        var registered = byName.Where(initiative => initiative.RegisteredNames.Contains(form.NameKey)).ToList();
        var candidates = registered.Count > 0 ? registered : byName;
        if (candidates.Count == 0) return (null, null);
        if (candidates.Count > 1)
        {
            var same = candidates.Where(initiative => initiative.Organisation is not null && initiative.Organisation == form.Organisation).ToList();
            return same.Count == 1 ? (same[0], null) : (null, OthersName(form, candidates));
        }

        // In one round, the same name from another organisation is another initiative.
        var elsewhere = candidates[0].InRound?.Organisation is { } organisation && form.Organisation is not null && organisation != form.Organisation;
        return elsewhere ? (null, OthersName(form, candidates)) : (candidates[0], null);
    }

    private static InitiativeMatch ById(KnownInitiative known) => new(MatchKind.NationalId, known, known.NationalId, null);

    private static Finding Claimed(FormIdentity form, KnownInitiative known) => new(
        "nationalId", FindingSeverity.Error, $"The national id {form.NationalId} is also claimed by \"{known.Name}\", which keeps it.", form.Name, "IdClaimedTwice", form.Line);

    private static Finding OthersName(FormIdentity form, IReadOnlyList<KnownInitiative> others) => new(
        "name",
        FindingSeverity.Review,
        others.Count == 1 ? "Another initiative has the same name; the form became an initiative of its own." : $"{others.Count} other initiatives have the same name; the form became an initiative of its own.",
        form.Name,
        "NameOfAnother",
        form.Line);
}
