namespace Samstyre.Domain;

/// <summary>What an audience does not see of a report. Follows from the portfolio's masking table; whoever does not see everything never sees persons' names, findings or what is marked confidential.</summary>
/// <param name="Keys">Keys of the interchange format that are taken out of every report, in order.</param>
/// <param name="HidesConfidential">Whether each report's own confidential fields are taken out too.</param>
public sealed record ReportMask(IReadOnlyList<string> Keys, bool HidesConfidential)
{
    // The place in a file and the findings quote the original, in which persons are named.
    private static readonly string[] Persons = ["ownerText", "managerText", "findings", "provenance", "source"];

    private static readonly string[] Facts = ["status", "risk", "phase", "phaseEnd", "endDate", "primaryFocusArea", "funding", "totalCostMnok", "annualOperatingCostMnok"];

    /// <summary>Hides nothing.</summary>
    public static ReportMask None { get; } = new([], false);

    /// <summary>The same for masks that hide the same.</summary>
    public string Code { get; } = (HidesConfidential ? "+" : "") + string.Join(',', Keys);

    /// <summary>Whether nothing is hidden.</summary>
    public bool IsNone => Keys.Count == 0 && !HidesConfidential;

    /// <summary>What an audience does not see of the reports of a round.</summary>
    /// <param name="rules">The portfolio's masking table.</param>
    /// <param name="audience">Who.</param>
    /// <param name="published">Whether the round is published.</param>
    public static ReportMask Of(ReportingRules rules, Audience audience, bool published) =>
        audience == Audience.Office ? None : new([.. KeysHidden(rules, audience, published).Union(Persons).Order(StringComparer.Ordinal)], HidesConfidential: true);

    /// <summary>What is left out of figures and lists. They name no persons, and count who gave them, so those fields stay.</summary>
    /// <param name="rules">The portfolio's masking table.</param>
    /// <param name="audience">Who.</param>
    /// <param name="published">Whether the round is published.</param>
    public static ReportMask OfFigures(ReportingRules rules, Audience audience, bool published) =>
        audience == Audience.Office ? None : new([.. KeysHidden(rules, audience, published).Order(StringComparer.Ordinal)], HidesConfidential: true);

    /// <summary>Whether the audience sees anything at all of such rounds.</summary>
    /// <param name="rules">The portfolio's masking table.</param>
    /// <param name="audience">Who.</param>
    /// <param name="published">Whether the round is published.</param>
    public static bool ShowsAnything(ReportingRules rules, Audience audience, bool published) =>
        Enum.GetValues<ReportPart>().Any(part => rules.Shows(part, audience, published));

    /// <summary>The facts without what is hidden.</summary>
    public ReportFacts Apply(ReportFacts facts)
    {
        if (!Facts.Any(key => Hides(key, facts))) return facts;
        return facts with
        {
            Status = Hides("status", facts) ? null : facts.Status,
            Risk = Hides("risk", facts) ? null : facts.Risk,
            Phase = Hides("phase", facts) ? null : facts.Phase,
            PhaseEnd = Hides("phaseEnd", facts) ? null : facts.PhaseEnd,
            EndDate = Hides("endDate", facts) ? null : facts.EndDate,
            FocusArea = Hides("primaryFocusArea", facts) ? null : facts.FocusArea,
            Budget = Hides("funding", facts) ? null : facts.Budget,
            TotalCost = Hides("totalCostMnok", facts) ? null : facts.TotalCost,
            AnnualOperatingCost = Hides("annualOperatingCostMnok", facts) ? null : facts.AnnualOperatingCost,
        };
    }

    /// <summary>Whether what was explained about a field may stand in the portfolio report. The report is passed on, so what is confidential or names a person is left out for whoever reads it.</summary>
    /// <param name="path">Path of the field: <c>funding.0.y.1</c>.</param>
    /// <param name="confidential">Keys that the reporter marked as confidential.</param>
    public bool TellsAbout(string path, IEnumerable<string> confidential)
    {
        var key = path.Split('.')[0];
        return !Keys.Contains(key) && !Persons.Contains(key) && !confidential.Contains(key);
    }

    private bool Hides(string key, ReportFacts facts) => Keys.Contains(key) || (HidesConfidential && facts.Confidential.Contains(key));

    // The name and organisation say which initiative it is: they are the portfolio's own, not the form's.
    private static IEnumerable<string> KeysHidden(ReportingRules rules, Audience audience, bool published) =>
        from field in ReportFields.All
        where !rules.Shows(field.Part, audience, published)
        let key = field.Key.Split('.')[0]
        where key is not ("name" or "nationalId" or "organisation" or "organisationText")
        select key;
}
