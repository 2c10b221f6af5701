using Samstyre.Domain;

namespace Samstyre.App.Web;

/// <summary>A field of a form as a page shows it.</summary>
/// <param name="Id">Its name when posted, and its id on the page.</param>
/// <param name="Label">What it asks.</param>
/// <param name="Value">What stands in it.</param>
internal sealed record FieldView(string Id, string Label, string Value)
{
    /// <summary>A line of help below the label.</summary>
    public string? Help { get; init; }

    /// <summary>What is wrong with it, and what to do.</summary>
    public string? Error { get; init; }

    /// <summary>What browsers may fill in: <c>email</c>, <c>current-password</c> ...</summary>
    public string? Autocomplete { get; init; }

    /// <summary>Kind of input: <c>text</c>, <c>email</c>, <c>password</c> ...</summary>
    public string Type { get; init; } = "text";

    /// <summary>More markup for below the field.</summary>
    public Action<HtmlWriter>? Below { get; init; }

    /// <summary>How wide: <c>short</c> for amounts and dates; null for as wide as there is room.</summary>
    public string? Width { get; init; }

    /// <summary>More attributes of the input itself, already encoded.</summary>
    public Markup Attributes { get; init; }
}

/// <summary>Fields of forms, by the design system: label, help, field, error, in this order, tied together for screen readers.</summary>
internal static class Fields
{
    /// <summary>What is wrong with a posted form: a list at the top that leads to each field. Nothing where all is well.</summary>
    public static void Summary(HtmlWriter html, TextSet texts, IReadOnlyList<(string Field, string Sentence)> problems)
    {
        if (problems.Count == 0) return;
        html.Write($"<div class=\"ds-error-summary\" id=\"feil\" tabindex=\"-1\" role=\"alert\" aria-labelledby=\"feil-tittel\"><h2 class=\"ds-heading\" data-size=\"xs\" id=\"feil-tittel\">{texts["form.errors"]}</h2><ul class=\"ds-list\">");
        foreach (var (field, sentence) in problems)
        {
            if (field.Length == 0) html.Write($"<li>{sentence}</li>");
            else html.Write($"<li><a class=\"ds-link\" href=\"#{field}\">{sentence}</a></li>");
        }

        html.Write("</ul></div>"u8);
    }

    /// <summary>A field of one line.</summary>
    public static void Input(HtmlWriter html, FieldView field)
    {
        Begin(html, field);
        html.Write($"<input class=\"ds-input\" id=\"{field.Id}\" name=\"{field.Id}\" type=\"{field.Type}\" value=\"{field.Value}\"");
        if (field.Autocomplete is { } auto) html.Write($" autocomplete=\"{auto}\"");
        if (field.Width is { } width) html.Write($" data-width=\"{width}\"");
        Ties(html, field);
        html.Write($"{field.Attributes}>");
        End(html, field);
    }

    /// <summary>A field of several lines, as high as what stands in it.</summary>
    public static void Area(HtmlWriter html, FieldView field)
    {
        Begin(html, field);
        var rows = Math.Clamp(field.Value.AsSpan().Count('\n') + (field.Value.Length / 90) + 2, 3, 16);
        html.Write($"<textarea class=\"ds-input\" id=\"{field.Id}\" name=\"{field.Id}\" rows=\"{rows}\"");
        Ties(html, field);
        // A first line break after the tag would be dropped.
        html.Write($"{field.Attributes}>\n{field.Value}</textarea>");
        End(html, field);
    }

    /// <summary>One of a list of choices; the first may be an empty one that says what to do.</summary>
    public static void Select(HtmlWriter html, FieldView field, IEnumerable<(string Value, string Label)> choices)
    {
        Begin(html, field);
        html.Write($"<select class=\"ds-input\" id=\"{field.Id}\" name=\"{field.Id}\"");
        if (field.Width is { } width) html.Write($" data-width=\"{width}\"");
        Ties(html, field);
        html.Write($"{field.Attributes}>");
        foreach (var (value, label) in choices)
        {
            html.Write($"<option value=\"{value}\"");
            if (value == field.Value) html.Write(" selected"u8);
            html.Write($">{label}</option>");
        }

        html.Write("</select>"u8);
        End(html, field);
    }

    /// <summary>A few choices that all stand on the page.</summary>
    public static void Radios(HtmlWriter html, FieldView field, IEnumerable<(string Value, string Label)> choices)
    {
        html.Write($"<fieldset class=\"ds-fieldset\" id=\"{field.Id}\" tabindex=\"-1\"");
        Ties(html, field);
        html.Write($"><legend class=\"ds-label\" data-weight=\"medium\">{field.Label}</legend>");
        Help(html, field);
        foreach (var (value, label) in choices)
        {
            html.Write($"<label class=\"choice\"><input class=\"ds-input\" type=\"radio\" name=\"{field.Id}\" value=\"{value}\"");
            if (value == field.Value) html.Write(" checked"u8);
            html.Write($"{field.Attributes}><span>{label}</span></label>");
        }

        Error(html, field);
        field.Below?.Invoke(html);
        html.Write("</fieldset>"u8);
    }

    /// <summary>A yes that stands alone.</summary>
    public static void Check(HtmlWriter html, FieldView field, bool isChecked)
    {
        html.Write($"<div class=\"ds-field\"><label class=\"choice\"><input class=\"ds-input\" type=\"checkbox\" id=\"{field.Id}\" name=\"{field.Id}\" value=\"{field.Value}\"");
        if (isChecked) html.Write(" checked"u8);
        Ties(html, field);
        html.Write($"{field.Attributes}><span>{field.Label}</span></label>");
        Help(html, field);
        End(html, field);
    }

    /// <summary>The button that sends a form.</summary>
    public static void Submit(HtmlWriter html, string label, string variant = "primary", string? name = null, string? value = null)
    {
        html.Write($"<button class=\"ds-button\" data-variant=\"{variant}\" type=\"submit\"");
        if (name is not null) html.Write($" name=\"{name}\" value=\"{value ?? ""}\"");
        html.Write($">{label}</button>");
    }

    /// <summary>The sentence of a refusal in the reader's language: the text <c>problem.{code}</c>, or else the English one.</summary>
    public static string SentenceOf(Problem problem, TextSet texts) => texts.Has("problem." + problem.Code) ? texts["problem." + problem.Code] : problem.Sentence;

    private static void Begin(HtmlWriter html, FieldView field)
    {
        html.Write($"<div class=\"ds-field\"><label class=\"ds-label\" data-weight=\"medium\" for=\"{field.Id}\">{field.Label}</label>");
        Help(html, field);
    }

    private static void Help(HtmlWriter html, FieldView field)
    {
        if (field.Help is { } help) html.Write($"<div class=\"help\" data-field=\"description\" id=\"{field.Id}-hjelp\">{help}</div>");
    }

    private static void End(HtmlWriter html, FieldView field)
    {
        Error(html, field);
        field.Below?.Invoke(html);
        html.Write("</div>"u8);
    }

    private static void Error(HtmlWriter html, FieldView field)
    {
        if (field.Error is { } error) html.Write($"<p class=\"ds-validation-message\" data-color=\"danger\" data-field=\"validation\" id=\"{field.Id}-feil\">{error}</p>");
    }

    private static void Ties(HtmlWriter html, FieldView field)
    {
        if (field.Error is not null) html.Write(" aria-invalid=\"true\""u8);
        if (field.Help is null && field.Error is null) return;
        html.Write(" aria-describedby=\""u8);
        if (field.Help is not null) html.Write($"{field.Id}-hjelp");
        if (field.Error is not null) html.Write($"{(field.Help is null ? "" : " ")}{field.Id}-feil");
        html.Write("\""u8);
    }
}
