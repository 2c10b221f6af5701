using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>What kind of answer a field takes.</summary>
internal enum AnswerKind
{
    /// <summary>Words on a line.</summary>
    Text,

    /// <summary>Words on several lines.</summary>
    Prose,

    /// <summary>One of the form's choices.</summary>
    Choice,

    /// <summary>A month or a day.</summary>
    Date,

    /// <summary>Million NOK.</summary>
    Amount,

    /// <summary>A whole number.</summary>
    Number,
}

/// <summary>How a field of the form is filled in.</summary>
/// <param name="Kind">What kind of answer it takes.</param>
/// <param name="Choices">The form's choices, as they are read back.</param>
/// <param name="IsOpen">Whether other words than the choices are allowed.</param>
internal sealed record TemplateField(AnswerKind Kind, ImmutableArray<string> Choices, bool IsOpen)
{
    private static readonly TemplateField Text = new(AnswerKind.Text, [], IsOpen: true);
    private static readonly TemplateField Prose = Text with { Kind = AnswerKind.Prose };
    private static readonly TemplateField Amount = Text with { Kind = AnswerKind.Amount };
    private static readonly TemplateField Date = Text with { Kind = AnswerKind.Date };
    private static readonly TemplateField YesNo = Choice([FormText.YesNo(true), FormText.YesNo(false)]);
    private static readonly TemplateField Light = Choice(Words<TrafficLight>(light => FormText.Of(light)));
    private static readonly TemplateField Level = Choice(Words<Level>(level => FormText.Of(level)));

    /// <summary>The field of that name.</summary>
    public static TemplateField Of(string field, PortfolioDefinition definition) => field switch
    {
        "nationalId" => Text with { Kind = AnswerKind.Number },
        "totalCost" or "foundationCost" or "operatingCost" or "funding.amount" or "fundingTotal" or "benefitKinds.amount" => Amount,
        "phaseEnd" or "endDate" => Date,
        "status" or "risk" or "dependencies.status" => Light,
        "prerequisites.criticality" or "dependencies.criticality" => Level,
        "followsProjectWizard" or "multiPhase" or "revisedAnnually" => YesNo,
        "benefitMaturity" => Choice(Words<Answer>(answer => FormText.Of(answer))),
        "strategicFit" => Choice(Words<Level>(FormText.Letter)),
        "primaryFocusArea" => Choice(definition.StrategyAreas.SelectMany(area => area.FocusAreas).Select(area => area.Code)) with { IsOpen = true },
        // Several phases or categories, and amounts of benefits, are written out.
        "phase" => Choice(Words<Phase>(phase => FormText.Of(phase))) with { IsOpen = true },
        "dependencies.category" => Choice(definition.DependencyCategories.Select(category => category.Code).Append(FormText.Category("Other")!)) with { IsOpen = true },
        "benefit" => Choice(Words<BenefitBand>(FormText.Of)) with { IsOpen = true },
        "name" or "organisation" or "owner" or "manager" or "deliverables.planned" or "prerequisites.when" or "risks.id" or "risks.deadline" or "dependencies.deadline" or "funding.source" or "benefitKinds.kind" => Text,
        _ => Prose,
    };

    /// <summary>What to write there, in the reader's language.</summary>
    public string Hint(string field, TextSet texts) => Kind == AnswerKind.Choice && !texts.Has("template.hint." + field) ? texts["template.choose"] : texts["template.hint." + field];

    private static TemplateField Choice(IEnumerable<string> choices) => new(AnswerKind.Choice, [.. choices], IsOpen: false);

    private static IEnumerable<string> Words<T>(Func<T, string?> word)
        where T : struct, Enum => Enum.GetValues<T>().Select(word).OfType<string>();
}
