using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>The form as a file to fill in and send back: blank, or with what is known of an initiative. Its labels are the official Norwegian ones; everything around them is in the reader's language.</summary>
/// <param name="Report">What stands in it; a report without values gives a blank form.</param>
/// <param name="Definition">Strategy areas and focus areas that it asks for.</param>
/// <param name="Language">Language of its help.</param>
public sealed record FormTemplate(Report Report, PortfolioDefinition Definition, Language Language)
{
    /// <summary>Grows when the form's layout changes, so that a reader knows what it has before it.</summary>
    public const int Version = 1;

    /// <summary>The initiative's id in the portfolio; null for a form of no known initiative.</summary>
    public string? Initiative { get; init; }

    /// <summary>The round that it is for; null for none in particular.</summary>
    public string? Round { get; init; }

    /// <summary>The round's month; null for none in particular.</summary>
    public PartialDate? Month { get; init; }

    internal TextSet Texts => ReportTexts.In(Language);

    /// <summary>The lines above the form.</summary>
    internal IEnumerable<string> Introduction(string how)
    {
        if (Month is { } month) yield return Texts["template.round", month.ToText(Language)];
        yield return Texts[Report.Name is null ? "template.blank" : "template.filled"];
        yield return Texts[how];
    }

    /// <summary>What the file is called and where it is from.</summary>
    internal ReportDocument Title => new(
        Texts["template.title"], Report.Name ?? Texts["template.new"], Language, Definition.Name.In(Language), [], []);
}
