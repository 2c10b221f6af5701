using Samstyre.Domain;

namespace Samstyre.App.Features.Dependencies;

/// <summary>A giver's answer in words.</summary>
internal static class AnswerText
{
    /// <summary>What can be answered, with its words.</summary>
    public static IEnumerable<(string Value, string Label)> Kinds(TextSet texts) => Enum.GetValues<AnswerKind>().Select(kind => (kind.ToString(), texts[kind switch
    {
        AnswerKind.Accepted => "others.answer.Accepted",
        AnswerKind.Corrected => "others.answer.Corrected",
        _ => "others.answer.Rejected",
    }]));

    /// <summary>How sure one can be, with its words.</summary>
    public static IEnumerable<(string Value, string Label)> Certainties(TextSet texts) => Enum.GetValues<Certainty>().Select(certainty => (certainty.ToString(), WordOf(texts, certainty)));

    /// <summary>What was answered: the kind, the date and how sure, and then the words.</summary>
    public static void Write(HtmlWriter html, TextSet texts, NeedAnswer answer)
    {
        html.Write($"<strong>{WordOf(texts, answer.Kind)}</strong>");
        if (answer.DeliverBy is { } by) html.Write($". {texts["others.deliverBy.told", by.ToText(texts.Language)]}");
        if (answer.Certainty is { } certainty) html.Write($" ({WordOf(texts, certainty)})");
        html.Write("."u8);
        if (answer.Words.Length > 0) html.Write($" {answer.Words}");
    }

    public static string WordOf(TextSet texts, AnswerKind kind) => texts[kind switch
    {
        AnswerKind.Accepted => "others.answered.Accepted",
        AnswerKind.Corrected => "others.answered.Corrected",
        _ => "others.answered.Rejected",
    }];

    private static string WordOf(TextSet texts, Certainty certainty) => texts[certainty switch
    {
        Certainty.Sure => "others.certainty.Sure",
        Certainty.Likely => "others.certainty.Likely",
        _ => "others.certainty.Unsure",
    }];
}
