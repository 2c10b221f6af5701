using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Initiatives;

/// <summary>Any value of a report as the reader reads it.</summary>
internal static class FieldText
{
    public static void Write(HtmlWriter html, TextSet texts, object? value)
    {
        switch (value)
        {
            case null or "": Parts.NotStated(html, texts); break;
            case string words: html.Write($"{words}"); break;
            case int number: html.Write($"{number}"); break;
            case Money money: html.Write($"{Parts.Million(money, texts, 3)}"); break;
            case PartialDate date: html.Write($"{date.ToText(texts.Language)}"); break;
            case bool yes: html.Write($"{(yes ? texts["answer.Yes"] : texts["answer.No"])}"); break;
            case TrafficLight light: html.Write($"{Shapes.Mark(light, texts)}"); break;
            case Level level: html.Write($"{texts[KeyOf(level)]}"); break;
            case Phase phase: html.Write($"{texts[KeyOf(phase)]}"); break;
            case Answer answer: html.Write($"{texts[KeyOf(answer)]}"); break;
            case BenefitBand band: html.Write($"{texts[KeyOf(band)]}"); break;
            case Prerequisite prerequisite: Both(html, texts, prerequisite.Criticality, prerequisite.When); break;
            case Dependency dependency: Whole(html, texts, dependency); break;
            default: html.Write($"{value.ToString()}"); break;
        }
    }

    /// <summary>What a row of a field is called: prerequisites and focus areas have names, the rest is the author's words.</summary>
    public static string ItemOf(TextSet texts, string field, string item) => field switch
    {
        "prerequisites" => texts["prerequisite." + item],
        _ => item,
    };

    private static string KeyOf(Level level) => level switch { Level.High => "level.High", Level.Medium => "level.Medium", _ => "level.Low" };

    private static string KeyOf(Phase phase) => phase switch
    {
        Phase.Concept => "phase.Concept",
        Phase.Planning => "phase.Planning",
        Phase.Execution => "phase.Execution",
        Phase.Closing => "phase.Closing",
        _ => "phase.Realisation",
    };

    private static string KeyOf(Answer answer) => answer switch { Answer.Yes => "answer.Yes", Answer.No => "answer.No", Answer.InProgress => "answer.InProgress", _ => "answer.Other" };

    private static string KeyOf(BenefitBand band) => band switch { BenefitBand.Under10 => "band.Under10", BenefitBand.From10To100 => "band.From10To100", _ => "band.Over100" };

    private static void Both(HtmlWriter html, TextSet texts, Level? criticality, string? when)
    {
        Write(html, texts, criticality);
        if (when is { Length: > 0 }) html.Write($", {when}");
    }

    private static void Whole(HtmlWriter html, TextSet texts, Dependency dependency)
    {
        if (dependency.Purpose is { Length: > 0 } purpose) html.Write($"{purpose}. ");
        html.Write($"{texts["dependency.criticality"]}: ");
        Both(html, texts, dependency.Criticality, dependency.Deadline?.ToText(texts.Language) ?? dependency.DeadlineText);
        if (dependency.Status is { } status) html.Write($" {Shapes.Mark(status, texts)}");
    }
}
