using Samstyre.Analysis;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Initiatives;
using Samstyre.Domain;

namespace Samstyre.App.Features.Architecture;

/// <summary>The words and addresses that the pages of those who follow dependencies have in common.</summary>
internal static class NeedWords
{
    public const string Address = "/avhengigheter";

    /// <summary>The part of an address that names the round; empty for the latest.</summary>
    public static string QueryOf(DeskVisit desk, Round round) => round.Code == desk.Portfolio.Latest?.Round.Code ? "" : "?runde=" + Uri.EscapeDataString(round.Code);

    /// <summary>Address of a dependency's page below the desk.</summary>
    public static string AddressOf(RegisteredNeed need) => $"{Address}/{InitiativeLink.KeyOf(need.Receiver.Initiative)}/{need.Key}";

    /// <summary>What the row says in its first two fields, on one line.</summary>
    public static string Line(Dependency? row, TextSet texts)
    {
        var said = string.Join(": ", ((string?[])[row?.On, row?.What]).Where(words => !string.IsNullOrWhiteSpace(words)));
        return said.Length == 0 ? texts["notStated"] : said;
    }

    /// <summary>The words that are taught: the first field's, or the second's where the first is blank.</summary>
    public static string WordsOf(Dependency row) => (string.IsNullOrWhiteSpace(row.On) ? row.What ?? "" : row.On).Trim();

    /// <summary>An initiative's page in the round.</summary>
    public static void Initiative(HtmlWriter html, DeskVisit desk, Round round, Standing standing) =>
        InitiativeLink.Write(html, $"/{desk.Texts.Code}/{desk.Definition.Code}/{round.Code}", standing);

    /// <summary>What a target is called, as the rounds and the portfolio's definition know it; null for what is no longer there.</summary>
    public static string? NameOf(DeskVisit desk, TargetRef target)
    {
        var (definition, language) = (desk.Definition, desk.Texts.Language);
        return target.Kind switch
        {
            TargetKind.Initiative or TargetKind.Deliverable => target.Initiative is { } id ? desk.Portfolio.Rounds.Reverse().Select(round => round.Standing(id)?.Facts.Name).FirstOrDefault(name => name is not null) : null,
            TargetKind.Organisation => definition.OrganisationByCode(target.Key)?.Name,
            TargetKind.Party => definition.Parties.FirstOrDefault(party => party.Code == target.Key)?.Name.In(language),
            TargetKind.Clarification => definition.Clarifications.FirstOrDefault(one => one.Code == target.Key)?.Name.In(language),
            _ => definition.Foundation.Parts().Where(part => part.Target == target).Select(part => part.Part.Name.In(language)).FirstOrDefault(),
        };
    }

    /// <summary>A name with what kind of thing it is.</summary>
    public static string WithKind(DeskVisit desk, TargetRef target, string name) => $"{name} ({desk.Texts["needdesk.kind." + target.Kind]})";

    /// <summary>How grave a contradiction is: shape, colour and word.</summary>
    public static void Severity(HtmlWriter html, TextSet texts, Level severity)
    {
        var light = severity switch { Level.High => TrafficLight.Red, Level.Medium => TrafficLight.Yellow, _ => (TrafficLight?)null };
        html.Write($"<span class=\"mark\">{LightShape.Of(light)}{texts["needdesk.severity." + severity]}</span>");
    }

    /// <summary>Why something is taken for what the words name, in one line.</summary>
    public static string Why(TextSet texts, NamedTarget named) => texts["needdesk.why", texts.Percent(named.Score), texts["needdesk.rule." + named.Rule], named.Words];

    /// <summary>That something was done, after the page was sent on.</summary>
    public static void Done(HtmlWriter html, DeskVisit desk)
    {
        if (!HttpMethods.IsGet(desk.Http.Request.Method)) return;
        var texts = desk.Texts;
        var done = desk.Http.Request.Query["lagret"].ToString() switch
        {
            "navn" => texts["needdesk.done.taught"],
            "tilbake" => texts["needdesk.done.forgotten"],
            "spurt" => texts["needdesk.done.asked"],
            "notat" => texts["needdesk.done.noted"],
            _ => null,
        };
        if (done is not null) html.Write($"<div class=\"ds-alert\" data-color=\"success\" role=\"status\"><p>{done}</p></div>");
    }
}
