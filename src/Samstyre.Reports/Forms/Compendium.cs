using System.Collections.Immutable;
using System.Globalization;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>All forms of a round, per organisation behind a cover page. Read back, it gives the same reports.</summary>
public static class Compendium
{
    /// <summary>Writes it. The covers are in the reader's language; the forms are the official Norwegian ones.</summary>
    public static ReportDocument Of(RoundContent round, ImmutableArray<string> provenance, Language language)
    {
        var texts = ReportTexts.In(language);
        var definition = round.Snapshot.Definition;
        var month = round.Snapshot.Round.Month.ToText(language);
        var chapters = Groups(round).Select(group => new Chapter(
            "org-" + (group.Owner?.Code ?? "none"), group.Owner?.Name ?? texts["forms.noOrganisation"],
            [
                Cover(texts[group.Entries.Count == 1 ? "forms.cover.one" : "forms.cover.many", texts.Number(group.Entries.Count), month]),
                .. group.Entries.Select(entry => Cover(entry.Standing.Facts.Name)),
                .. group.Entries.SelectMany(entry => Form(entry.Standing, entry.Report, definition, texts)),
            ],
            NewPage: true));
        return new(texts["forms.title"], month, language, definition.Name.In(language), provenance, [.. chapters]);
    }

    /// <summary>The round's initiatives as they follow each other in it.</summary>
    internal static IEnumerable<(Standing Standing, Report Report)> InOrder(RoundContent round) => Groups(round).SelectMany(group => group.Entries);

    /// <summary>The initiatives of each organisation, by its name; those of organisations that the portfolio does not know last.</summary>
    private static IEnumerable<(Organisation? Owner, List<(Standing Standing, Report Report)> Entries)> Groups(RoundContent round) => round.Entries
        .GroupBy(entry => round.Snapshot.Definition.OrganisationByCode(entry.Standing.Facts.Organisation))
        .OrderBy(group => group.Key is null).ThenBy(group => group.Key?.Name, StringComparer.OrdinalIgnoreCase)
        .Select(group => (group.Key, group.ToList()));

    private static IEnumerable<Block> Form(Standing standing, Report report, PortfolioDefinition definition, TextSet texts)
    {
        var id = standing.Initiative.NationalId?.ToString(CultureInfo.InvariantCulture) ?? standing.Initiative.Id.ToString("N");
        yield return new SectionHeading("form-" + id, standing.Facts.Name, 2, NewPage: true);
        if (standing.CarriedOver) yield return Cover(texts["forms.carried", standing.ReportedIn.Month.ToText(texts.Language)]);
        if (FormLayout.RevisedLine(report) is { } revised) yield return Body(revised);
        var part = 0;
        foreach (var sheet in FormLayout.Of(report, definition))
        {
            part++;
            if (sheet.Heading) yield return new SectionHeading($"form-{id}-{part}-h", sheet.Title, 3);
            yield return Table($"form-{id}-{part}", sheet);
        }
    }

    private static TableBlock Table(string id, FormSheet sheet)
    {
        var columns = sheet.Rows.Max(row => row.Count);
        return new(new(
            id, sheet.Title, [.. Enumerable.Range(0, columns).Select(column => new DocColumn("", null, WidthOf(column, columns)))],
            [.. sheet.Rows.Select(row => new DocRow([.. row.Select(cell => new DocCell(cell.Text ?? "", cell.Text, IsHeading: cell.IsLabel))]))],
            TableKind.Form));
    }

    /// <summary>Dependencies have three columns of words and four of short answers; other tables a label and what belongs to it.</summary>
    private static int WidthOf(int column, int columns) => columns > 6 ? (column < 3 ? 2 : 1) : column == 0 || columns < 4 ? 3 : 1;

    private static Paragraph Cover(string text) => new([new(text)], ParagraphStyle.Cover);

    private static Paragraph Body(string text) => new([new(text)]);
}
