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
        var chapters = round.Entries
            .GroupBy(entry => entry.Standing.Facts.Organisation, StringComparer.Ordinal)
            .Select(group => (Name: definition.OrganisationByCode(group.Key)?.Name, Code: group.Key, Entries: group.ToList()))
            .OrderBy(group => group.Name is null).ThenBy(group => group.Name, StringComparer.OrdinalIgnoreCase)
            .Select(group => new Chapter(
                "org-" + (group.Code ?? "none"), group.Name ?? texts["forms.noOrganisation"],
                [
                    Cover(texts[group.Entries.Count == 1 ? "forms.cover.one" : "forms.cover.many", texts.Number(group.Entries.Count), month]),
                    .. group.Entries.Select(entry => Cover(entry.Standing.Facts.Name)),
                    .. group.Entries.SelectMany(entry => Form(entry.Standing, entry.Report, definition, texts)),
                ],
                NewPage: true));
        return new(texts["forms.title"], month, language, definition.Name.In(language), provenance, [.. chapters]);
    }

    private static IEnumerable<Block> Form(Standing standing, Report report, PortfolioDefinition definition, TextSet texts)
    {
        var id = standing.Initiative.NationalId?.ToString(CultureInfo.InvariantCulture) ?? standing.Initiative.Id.ToString("N");
        yield return new SectionHeading("form-" + id, standing.Facts.Name, 2, NewPage: true);
        if (standing.CarriedOver) yield return Cover(texts["forms.carried", standing.ReportedIn.Month.ToText(texts.Language)]);
        if (FormLayout.RevisedLine(report) is { } revised) yield return Body(revised);
        var part = 0;
        foreach (var sheet in FormLayout.Of(report, definition))
        {
            if (sheet.Heading) yield return Body(sheet.Title);
            yield return Table($"form-{id}-{++part}", sheet);
        }
    }

    private static TableBlock Table(string id, FormSheet sheet)
    {
        var columns = sheet.Rows.Max(row => row.Count);
        return new(new(
            id, sheet.Title, [.. Enumerable.Range(0, columns).Select(column => new DocColumn("", null, column == 0 ? 3 : columns > 3 ? 1 : 3))],
            [.. sheet.Rows.Select(row => new DocRow([.. Enumerable.Range(0, columns).Select(column => column < row.Count ? new DocCell(row[column].Text ?? "", row[column].Text, IsHeading: row[column].IsLabel) : new DocCell("", ""))]))],
            TableKind.Form));
    }

    private static Paragraph Cover(string text) => new([new(text)], ParagraphStyle.Cover);

    private static Paragraph Body(string text) => new([new(text)]);
}
