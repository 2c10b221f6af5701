using System.Globalization;
using System.Text;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>Values as the form writes them, in a way that they are read back as they were; and the whole form as text.</summary>
public static class FormText
{
    private const decimal LargestBare = 1_000m;
    private static readonly string[] Phases = ["Konsept", "Planlegging", "Gjennomføring", "Avslutning", "Realisering"];

    /// <summary>A report as the text of a filled form, tabs between the cells.</summary>
    public static string Of(Report report, PortfolioDefinition definition)
    {
        var text = new StringBuilder();
        text.Append(OneLine(report.Name)).Append("\n\n").Append(FormLayout.RevisedLine(report)).Append("\n\n");
        foreach (var sheet in FormLayout.Of(report, definition))
        {
            if (sheet.Heading) text.Append('\n').Append(sheet.Title).Append("\n\n");
            foreach (var row in sheet.Rows) text.AppendJoin('\t', row.Select(cell => OneLine(cell.Text))).Append(row.Count == 1 ? "\t\n" : "\n");
        }

        return text.ToString();
    }

    /// <summary>An amount where the form's heading names the unit. From a thousand on it names it itself: a bare number as large would be taken for kroner.</summary>
    internal static string? Number(Money? amount) => amount is { } stated ? Math.Abs(stated.Mnok) < LargestBare ? Digits(stated) : Millions(stated) : null;

    internal static string? Millions(Money? amount) => amount is { } stated ? Digits(stated) + " mill." : null;

    private static string Digits(Money amount) => amount.ToString().Replace('.', ',');

    internal static string? Date(PartialDate? date) => date switch
    {
        null => null,
        { Precision: DatePrecision.Month } month => string.Create(CultureInfo.InvariantCulture, $"{month.Part:00}.{month.Year}"),
        { Precision: DatePrecision.Quarter } quarter => string.Create(CultureInfo.InvariantCulture, $"Q{quarter.Part} {quarter.Year}"),
        { Precision: DatePrecision.Half } half => string.Create(CultureInfo.InvariantCulture, $"{(half.Part == 1 ? "Vår" : "Høst")} {half.Year}"),
        { } other => other.ToText(Language.Bokmal),
    };

    internal static string YesNo(bool? value) => value switch { true => "Ja", false => "Nei", _ => "<Ja/Nei>" };

    internal static string? Of(Answer? answer) => answer switch { Answer.Yes => "Ja", Answer.No => "Nei", Answer.InProgress => "I arbeid", Answer.Other => "Annet", _ => null };

    internal static string? Benefit(Report report) => report.BenefitText ?? (report.BenefitAmountMnok is { } amount ? Millions(amount) : report.BenefitBand is { } band ? Of(band) : null);

    internal static string Of(BenefitBand band) => band switch { BenefitBand.Under10 => "Under 10 mill", BenefitBand.From10To100 => "10 – 100 mill", _ => "Mer enn 100 mill" };

    internal static string? Of(Phase? phase) => phase is { } known ? Phases[(int)known] : null;

    internal static string? Of(TrafficLight? colour) => colour switch { TrafficLight.Green => "Grønn", TrafficLight.Yellow => "Gul", TrafficLight.Red => "Rød", _ => null };

    internal static string Letter(Level level) => level switch { Level.High => "H", Level.Medium => "M", _ => "L" };

    internal static string? Of(Level? level) => level switch { Level.High => "Høy", Level.Medium => "Middels", Level.Low => "Lav", _ => null };

    /// <summary>A row that was answered, but with no level, is not a blank one.</summary>
    internal static string? Criticality(Prerequisite? row) => row is { Criticality: null, When: null } ? "–" : Of(row?.Criticality);

    internal static string? Category(string? category) => category == "Other" ? "Annet" : category?.Replace(',', '/');

    private static string? OneLine(string? text) => text?.Replace('\n', ' ').Replace('\t', ' ');
}
