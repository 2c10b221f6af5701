using System.Xml;

namespace Samstyre.Reports;

/// <summary>What Excel says when a cell of the form is selected, and what it takes there.</summary>
internal sealed class ExcelTemplateChecks(FormTemplate template, ExcelTemplateLists lists)
{
    // Nobody's project costs so much; whoever writes kroner is told.
    private const string MostMillions = "99999";

    private readonly Dictionary<string, List<string>> ranges = new(StringComparer.Ordinal);

    /// <summary>Asks for a field in a range of cells.</summary>
    public void Add(string field, string range)
    {
        if (!ranges.TryGetValue(field, out var list)) ranges[field] = list = [];
        list.Add(range);
        if (TemplateField.Of(field, template.Definition) is { Kind: AnswerKind.Choice } choice) lists.RangeOf(choice.Choices);
    }

    public void Write(XmlWriter xml)
    {
        if (ranges.Count == 0) return;
        xml.WriteStartElement("dataValidations", ExcelReport.Main);
        xml.WriteAttributeString("count", XmlConvert.ToString(ranges.Count));
        foreach (var (field, list) in ranges) Write(xml, field, string.Join(' ', list));
        xml.WriteEndElement();
    }

    private void Write(XmlWriter xml, string field, string range)
    {
        var rule = TemplateField.Of(field, template.Definition);
        var texts = template.Texts;
        var (type, error) = rule.Kind switch
        {
            AnswerKind.Choice => ("list", rule.IsOpen ? "template.error.open" : "template.error.choice"),
            AnswerKind.Amount => ("decimal", "template.error.amount"),
            AnswerKind.Number => ("whole", "template.error.number"),
            AnswerKind.Date => ("date", "template.error.date"),
            _ => (null, null),
        };
        xml.WriteStartElement("dataValidation", ExcelReport.Main);
        if (type is not null) xml.WriteAttributeString("type", type);
        if (rule.Kind == AnswerKind.Date || (rule.Kind == AnswerKind.Choice && rule.IsOpen)) xml.WriteAttributeString("errorStyle", "warning");
        if (rule.Kind == AnswerKind.Date) xml.WriteAttributeString("operator", "greaterThan");
        xml.WriteAttributeString("allowBlank", "1");
        xml.WriteAttributeString("showInputMessage", "1");
        if (error is not null)
        {
            xml.WriteAttributeString("showErrorMessage", "1");
            xml.WriteAttributeString("errorTitle", texts["template.error.title"]);
            xml.WriteAttributeString("error", texts[error]);
        }

        var prompt = rule.Kind == AnswerKind.Choice ? texts[rule.IsOpen ? "template.prompt.open" : "template.prompt.choice"] : rule.Hint(field, texts);
        xml.WriteAttributeString("prompt", $"{char.ToUpperInvariant(prompt[0])}{prompt[1..]}");
        xml.WriteAttributeString("sqref", range);
        Bounds(xml, rule);
        xml.WriteEndElement();
    }

    private void Bounds(XmlWriter xml, TemplateField rule)
    {
        (string? From, string? To) bounds = rule.Kind switch
        {
            AnswerKind.Choice => (lists.RangeOf(rule.Choices), null),
            AnswerKind.Amount => ("-" + MostMillions, MostMillions),
            AnswerKind.Number => ("1", "999999"),
            AnswerKind.Date => ("36525", null),
            _ => (null, null),
        };
        if (bounds.From is not null) xml.WriteElementString("formula1", ExcelReport.Main, bounds.From);
        if (bounds.To is not null) xml.WriteElementString("formula2", ExcelReport.Main, bounds.To);
    }
}
