using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Tests.Import;

namespace Samstyre.Tests.Reports;

/// <summary>Reports that nobody would write and everybody could: amounts with decimals or far too large, dates of every precision, texts with markup, formulas, emoji, marks of direction and several lines. What a form on paper can't say is left out, each where it is made.</summary>
internal sealed class AwkwardReport(Chance chance)
{
    private static readonly PortfolioDefinition Portfolio = ExamplePortfolio.Definition;

    private static readonly string[] Pieces =
    [
        "Årsaken", "løsningen", "ø", "5,5", "<3", "x < y", "a > b", "A&B", "&", "R&D;", "\"sitat\"", "l'Å", "`", "=SUM(A1:A9)", "+47", "@alle", "-2", "100 %", "1.", "•", "(se vedlegg)", "Q1 2021", "12.20", "31.12.2022", "2020",
        "Ja", "Nei", "Gul", "Høy", "N/A", "TBD", "ca 6,6 mill", "https://eksempel.no/?a=1&b=2#c", "\u200fשלום\u200f", "\u202eomvendt\u202c", "🙂", "漢字", "e\u0301", "a\u030a", "soft\u00adhyphen", "zero\u200dwidth", "\t", "\u00a0", "\n", "\n", "\n- punkt", "\r\n", "...", "–", "*", "[x]", "{y}", "\\n", "%20", "--", "/", "'", "\u0301",
    ];

    private static readonly string[] Phases = ["Konsept", "Planlegging", "Gjennomføring", "Avslutning", "Realisering", "Gjennomføring – første del", "Planlegging/Gjennomføring", "I idéfasen", "Gjennomføring fase 1"];

    private static readonly string[] Benefits = ["Under 10 mill", "10 – 100 mill", "Mer enn 100 mill", "Over 500 mill", "66,5 mill.", "0 mill.", "Ikke beregnet", "Mellom 3 og 4 millioner i året", "1.200 mill kr"];

    public Report Make()
    {
        var columns = Columns();
        var organisation = chance.Below(3) == 0 ? Text() : Portfolio.Organisations[chance.Below(Portfolio.Organisations.Count)].Name;
        var phase = Maybe(() => Phases[chance.Below(Phases.Length)]);
        var benefit = Maybe(() => Benefits[chance.Below(Benefits.Length)]);
        var (band, amount, _) = BenefitText.Parse(benefit ?? "");
        return new()
        {
            Name = chance.Below(12) == 0 ? null : Text(),
            NationalId = Some(() => chance.Below(1_000_000)),
            OrganisationText = organisation,
            // Its canonical name follows from the words.
            Organisation = organisation is null ? null : OrganisationNames.Find(Portfolio, organisation)?.Organisation.Name,
            OwnerText = Text(),
            ManagerText = Text(),
            // The cover names a month, and projects are of this time.
            Revised = Some(() => PartialDate.OfMonth(2000 + chance.Below(60), 1 + chance.Below(12))),
            Purpose = Text(),
            TotalCostMnok = Some(Amount),
            FoundationCostMnok = Some(Amount),
            AnnualOperatingCostMnok = Some(Amount),
            CostComments = Text(),
            Deliverables = Many(5, () => (Text: Text(), Planned: Plan())).Where(row => row.Text is not null && row.Text[0] != '*').Select(row => new Deliverable(row.Text!, row.Planned.Words, row.Planned.Date)).ToList(),
            FundingCols = columns,
            Funding = Many(4, () => (Text: Text(), Y: columns.Select(_ => Some(Amount)).ToList())).Where(row => row.Text is not null).Select(row => new FundingSource(row.Text!, row.Y)).ToList(),
            FundingTotal = columns.Select(_ => Some(Amount)).ToList(),
            FundingComments = Text(),
            StrategicFit = new SortedDictionary<string, Level>(Portfolio.StrategyAreas.SelectMany(area => area.FocusAreas).Where(_ => chance.Below(3) == 0).ToDictionary(area => area.Code, _ => (Level)chance.Below(3)), StringComparer.Ordinal),
            PrimaryFocusArea = chance.Below(3) switch { 0 => null, 1 => "5", _ => "1.2" },
            StrategyComments = Text(),
            FollowsProjectWizard = YesNo(),
            MultiPhase = YesNo(),
            PhaseText = phase,
            // The phase follows from the words beside it.
            Phase = phase is null ? null : ChoiceText.Phase(phase).Value,
            PhaseEnd = Some(Date),
            EndDate = Some(Date),
            RevisedAnnually = YesNo(),
            PhaseComments = Text(),
            BenefitOwnersText = Text(),
            BenefitMaturity = new(Some(() => (Answer)chance.Below(4)), Some(() => (Answer)chance.Below(4)), Some(() => (Answer)chance.Below(4)), Some(() => (Answer)chance.Below(4))),
            BenefitText = benefit,
            // Band and amount follow from the words beside them.
            BenefitBand = band,
            BenefitAmountMnok = amount,
            BenefitKinds = chance.Below(3) == 0 ? [new("Reduserte kostnader", Some(Amount)), new("Frigjort tid", Some(Amount)), new("Egen slags gevinst", Amount())] : [],
            LifetimeText = Text(),
            UnquantifiedBenefitsText = Text(),
            OtherProjectsRealiseText = Text(),
            BenefitComments = Text(),
            Status = Some(Light),
            StatusCause = Text(),
            Risk = Some(Light),
            RiskText = Text(),
            Risks = Many(4, () => new RiskRow(Text(), Text(), Text(), Text(), Text())).Where(row => row != new RiskRow(null, null, null, null, null)).ToList(),
            AffectedActorsText = Text(),
            Prerequisites = new() { OtherProjects = Needed(), EhrGp = Needed(), EhrMunicipal = Needed(), EhrSpecialist = Needed(), OrgSpecialist = Needed(), OrgMunicipal = Needed(), GpRoutines = Needed() },
            PrerequisiteComments = Text(),
            Dependencies = Many(5, Dependency),
            Consequences = Text(),
        };
    }

    /// <summary>A text as the reader gives any text: without white space at its ends and runs of it, not only dashes; and neither markup, placeholder nor a label of the form.</summary>
    private string? Text()
    {
        if (chance.Below(4) == 0) return null;
        var raw = string.Join(chance.Below(5) == 0 ? "" : " ", Many(12, () => Pieces[chance.Below(Pieces.Length)]));
        if (chance.Below(400) == 0) raw = string.Concat(Enumerable.Repeat(raw + " ord ", 100_000 / (raw.Length + 5)));
        var text = CleanText.Of(ComposedText.Of(raw));
        var isSaid = text.Length > 0 && !CleanText.IsDash(text) && CleanText.WithoutPlaceholders(text) == (text, false) && CleanText.Of(text) == text;
        return isSaid && LabelIndex.Find(text, out _, out _) is null && !LabelIndex.IsColumnHeading(text) ? text : null;
    }

    /// <summary>Amounts up to what a number in a form may be, at most six decimals.</summary>
    private Money Amount()
    {
        var number = (decimal)chance.Below(int.MaxValue);
        Money money = new(chance.Below(6) switch
        {
            0 => 0m,
            1 => number / 1_000_000m,
            2 => number / 1_000m,
            3 => chance.Below(2_000),
            4 => number * 400_000m,
            _ => chance.Below(1_000) + 0.5m,
        });
        return chance.Below(8) == 0 ? new(-money.Mnok) : money;
    }

    private PartialDate Date()
    {
        var year = 1990 + chance.Below(90);
        return chance.Below(5) switch
        {
            0 => PartialDate.OfYear(year),
            1 => PartialDate.OfHalf(year, 1 + chance.Below(2)),
            2 => PartialDate.OfQuarter(year, 1 + chance.Below(4)),
            3 => PartialDate.OfMonth(year, 1 + chance.Below(12)),
            _ => PartialDate.OfDay(year, 1 + chance.Below(12), 1 + chance.Below(28)),
        };
    }

    /// <summary>A date with its words, or words that give none.</summary>
    private (string? Words, PartialDate? Date) Plan()
    {
        if (chance.Below(5) == 0) return (null, null);
        if (chance.Below(5) == 0) return ("løpende", null);
        var date = Date();
        return (chance.Below(2) == 0 ? date.ToText(Language.Bokmal) : FormText.Date(date), date);
    }

    private List<string> Columns()
    {
        var year = 2015 + chance.Below(10);
        return chance.Below(3) switch
        {
            0 => [],
            1 => [$">{year}", $"{year}", $"{year + 1}", $"{year + 2}", $"{year + 3}>"],
            _ => [$"<{year}", $"{year}", $"{year + 1}>"],
        };
    }

    private Prerequisite? Needed()
    {
        if (chance.Below(3) == 0) return null;
        var when = Text();
        // A level in the date's column is a row whose cells have moved.
        return new(Some(() => (Level)chance.Below(3)), when is null || ChoiceText.IsLevel(when) || when is "N/A" ? null : when);
    }

    private Dependency Dependency()
    {
        var (words, date) = Plan();
        string?[] categories = [null, "1", "2", "3", "4", "5", "3,4", "1,2,5", "Other"];
        return new("Norsk Helsenett", Text(), Text(), categories[chance.Below(categories.Length)], Some(() => (Level)chance.Below(3)), words, date, Some(Light));
    }

    private TrafficLight Light() => (TrafficLight)chance.Below(3);

    private bool? YesNo() => chance.Below(3) switch { 0 => true, 1 => false, _ => null };

    private T? Some<T>(Func<T> make)
        where T : struct => chance.Below(3) == 0 ? null : make();

    private T? Maybe<T>(Func<T> make)
        where T : class => chance.Below(3) == 0 ? null : make();

    private List<T> Many<T>(int most, Func<T> make) => [.. Enumerable.Range(0, chance.Below(most + 1)).Select(_ => make())];
}
