using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>The form's seven prerequisites by kind and criticality. Rows left blank are no prerequisites.</summary>
public static class PrerequisitesByKind
{
    private static readonly LocalText Title = new("Forutsetninger etter type", "Føresetnader etter type", "Prerequisites by kind");
    private static readonly LocalText Kind = new("Forutsetning", "Føresetnad", "Prerequisite");

    private static readonly LocalText Rule = new(
        "Tallene er forutsetninger som er fylt ut med kritikalitet eller tidspunkt. Rader som står tomme, er ikke regnet med.",
        "Tala er føresetnader som er fylte ut med kritikalitet eller tidspunkt. Rader som står tomme, er ikkje rekna med.",
        "The numbers are prerequisites filled in with a criticality or a time. Rows left blank are not counted.");

    private static readonly (string Key, LocalText Name)[] Kinds =
    [
        ("otherProjects", new("Andre prosjekter", "Andre prosjekt", "Other projects")),
        ("ehrGp", new("Journalsystemer hos fastleger", "Journalsystem hos fastlegar", "Health records at general practitioners")),
        ("ehrMunicipal", new("Journalsystemer i kommuner", "Journalsystem i kommunar", "Health records in municipalities")),
        ("ehrSpecialist", new("Journalsystemer i spesialisthelsetjenesten", "Journalsystem i spesialisthelsetenesta", "Health records in specialist care")),
        ("orgSpecialist", new("Organisasjonsutvikling i spesialisthelsetjenesten", "Organisasjonsutvikling i spesialisthelsetenesta", "Organisational development in specialist care")),
        ("orgMunicipal", new("Organisasjonsutvikling i kommuner", "Organisasjonsutvikling i kommunar", "Organisational development in municipalities")),
        ("gpRoutines", new("Endrede rutiner hos fastleger", "Endra rutinar hos fastlegar", "Changed routines at general practitioners")),
    ];

    /// <summary>What a kind is called, by the interchange format's key (<c>ehrGp</c>).</summary>
    public static LocalText NameOf(string key) => Array.Find(Kinds, kind => kind.Key == key).Name;

    /// <summary>A category per kind, a series per criticality.</summary>
    public static Figure Of(RoundContent round)
    {
        var behind = new List<Standing>[Kinds.Length, FigureWords.Levels.Length];
        foreach (var (standing, report) in round.Entries)
        {
            var rows = report.Prerequisites;
            Add(0, rows.OtherProjects);
            Add(1, rows.EhrGp);
            Add(2, rows.EhrMunicipal);
            Add(3, rows.EhrSpecialist);
            Add(4, rows.OrgSpecialist);
            Add(5, rows.OrgMunicipal);
            Add(6, rows.GpRoutines);

            void Add(int kind, Prerequisite? row)
            {
                if (row is null || (row.Criticality is null && string.IsNullOrWhiteSpace(row.When))) return;
                (behind[kind, FigureWords.PlaceOf(row.Criticality)] ??= []).Add(standing);
            }
        }

        ImmutableArray<FigureCell> cells = [.. behind.Cast<List<Standing>?>().Select(standings => FigureCells.Count(standings ?? []))];
        return new(
            "prerequisites-by-kind", Title, Kind, FigureChart.StackedBars,
            [.. Kinds.Select(kind => new FigureCategory(kind.Key, kind.Name))],
            [.. FigureWords.Levels.Select(one => new FigureSeries(one.Key, one.Name, FigureUnit.Count, one.Tone))],
            cells, cells.Sum(cell => cell.Behind.Length), cells.Where((_, place) => place % FigureWords.Levels.Length == FigureWords.Levels.Length - 1).Sum(cell => cell.Behind.Length), Rule);
    }
}
