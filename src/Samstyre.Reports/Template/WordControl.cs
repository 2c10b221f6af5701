using System.Globalization;

namespace Samstyre.Reports;

/// <summary>Writes the fields of a Word form: content controls that can be filled in and not removed.</summary>
internal sealed class WordControl(OoxmlWriter xml, FormTemplate template)
{
    // Word's limit of a control's title.
    private const int LongestTitle = 64;

    private static readonly Markup Placeholder = new("""<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>"""u8.ToArray());

    // What Word itself leaves in an empty control.
    private const string Nothing = "     ";

    private int number;

    /// <summary>Writes a field within a paragraph.</summary>
    /// <param name="cell">Its name, and what stands in it.</param>
    /// <param name="title">Its label, for those who hear the form.</param>
    /// <param name="isSpare">Whether it stands in a spare row, which needs no help of its own.</param>
    public void Write(FormCell cell, string title, bool isSpare)
    {
        var field = TemplateField.Of(cell.Field!, template.Definition);
        number++;
        xml.Write($"<w:sdt><w:sdtPr><w:alias w:val=\"{Short(title)}\"/><w:tag w:val=\"{cell.Field}\"/><w:id w:val=\"{number}\"/><w:lock w:val=\"sdtLocked\"/>");
        if (cell.Text is null) xml.Write("<w:showingPlcHdr/>"u8);
        Kind(field, cell);
        xml.Write("</w:sdtPr><w:sdtContent>"u8);
        if (cell.Text is { } text) WordRuns.Write(xml, text);
        // In angle brackets it is a placeholder even for programs that know nothing of controls.
        else WordRuns.Write(xml, isSpare ? Nothing : $"<{field.Hint(cell.Field!, template.Texts)}>", Placeholder);
        xml.Write("</w:sdtContent></w:sdt>"u8);
    }

    private void Kind(TemplateField field, FormCell cell)
    {
        switch (field.Kind)
        {
            case AnswerKind.Choice:
                Choice(field, cell.Text);
                break;
            case AnswerKind.Date when FormatOf(cell.Text) is { } format:
                xml.Write($"<w:date><w:dateFormat w:val=\"{format}\"/><w:lid w:val=\"nb-NO\"/><w:storeMappedDataAs w:val=\"dateTime\"/><w:calendar w:val=\"gregorian\"/></w:date>");
                break;
            // Several lines are rich text: LibreOffice joins the lines of a field of plain text when it saves the file.
            case not AnswerKind.Prose when cell.Text?.Contains('\n', StringComparison.Ordinal) != true:
                xml.Write("<w:text/>"u8);
                break;
        }
    }

    private void Choice(TemplateField field, string? text)
    {
        var element = field.IsOpen ? "comboBox" : "dropDownList";
        xml.Write($"<w:{element}>");
        // An item without a text of its own brings the placeholder back.
        xml.Write($"<w:listItem w:value=\"&lt;{template.Texts["template.choose"]}&gt;\"/>");
        foreach (var choice in field.Choices) xml.Write($"<w:listItem w:displayText=\"{choice}\" w:value=\"{choice}\"/>");
        // What stands there stays a choice, whatever it is.
        if (!field.IsOpen && text is not null && !field.Choices.Contains(text)) xml.Write($"<w:listItem w:displayText=\"{text}\" w:value=\"{text}\"/>");
        xml.Write($"</w:{element}>");
    }

    /// <summary>How a date is shown: by month, as the form asks, or by day where a day stands there. Null for other words, which a date field would not keep.</summary>
    private static string? FormatOf(string? text)
    {
        if (text is null || DateOnly.TryParseExact("01." + text, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return "MM.yyyy";
        return DateOnly.TryParseExact(text, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? "dd.MM.yyyy" : null;
    }

    private static string Short(string title) => title.Length <= LongestTitle ? title : string.Concat(title.AsSpan(0, LongestTitle - 1), "…");
}
