using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Dependencies by category and criticality. A dependency with several categories counts in each of them.</summary>
public static class DependenciesByCategory
{
    private static readonly LocalText Title = new("Avhengigheter etter kategori", "Avhengnader etter kategori", "Dependencies by category");
    private static readonly LocalText Other = new("Annet", "Anna", "Other");

    private static readonly LocalText Rule = new(
        "En avhengighet med flere kategorier teller i hver av dem, så radene kan til sammen bli flere enn avhengighetene.",
        "Ein avhengnad med fleire kategoriar tel i kvar av dei, så radene kan til saman bli fleire enn avhengnadene.",
        "A dependency with several categories counts in each of them, so the rows can add up to more than the dependencies.");

    /// <summary>The definition's categories, other ones and none; in all and by criticality.</summary>
    public static Figure Of(RoundContent round)
    {
        var rows = DependencyRows.Of(round);
        var known = round.Snapshot.Definition.DependencyCategories;
        var single = known.ToDictionary(category => category.Code, category => new[] { category.Code }, StringComparer.Ordinal);
        ImmutableArray<FigureCategory> categories =
            [.. known.Select(category => new FigureCategory(category.Code, Name(category))), new("Other", Other), new("NotStated", FigureWords.NotStated, Tone.NotStated)];
        var cells = ImmutableArray.CreateBuilder<FigureCell>(categories.Length * (FigureWords.Levels.Length + 1));
        var byCategory = categories.Select(category => category.Key).Distinct(StringComparer.Ordinal).ToDictionary(key => key, _ => new List<int>(), StringComparer.Ordinal);
        for (var place = 0; place < rows.Count; place++)
        {
            var category = rows[place].Dependency.Category;
            foreach (var key in category is not null && single.TryGetValue(category, out var alone) ? alone : KeysOf(category, known)) byCategory[key].Add(place);
        }

        foreach (var category in categories)
        {
            var own = byCategory[category.Key];
            cells.Add(DependencyRows.Count(round, own));
            foreach (var (level, _, _, _) in FigureWords.Levels) cells.Add(DependencyRows.Count(round, own.Where(place => rows[place].Dependency.Criticality == level)));
        }

        return new(
            "dependencies-by-category", Title, DependencyWords.Category, FigureChart.StackedBars, categories,
            [
                new("dependencies", DependencyWords.Dependencies, FigureUnit.Count, Charted: false),
                .. FigureWords.Levels.Select(one => new FigureSeries(one.Key, one.Name, FigureUnit.Count, one.Tone)),
            ],
            cells.MoveToImmutable(), rows.Count, byCategory["NotStated"].Count, Rule);
    }

    /// <summary>The categories of a dependency in words; null where it has none.</summary>
    internal static LocalText? NameOf(string? text, PortfolioDefinition definition)
    {
        var names = KeysOf(text, definition.DependencyCategories).Select(key => definition.DependencyCategories.FirstOrDefault(category => category.Code == key) is { } known ? Name(known) : key == "Other" ? Other : null).OfType<LocalText>().ToList();
        return names.Count == 0 ? null : new(In(Language.Bokmal), In(Language.Nynorsk), In(Language.English));

        string In(Language language) => string.Join(", ", names.Select(name => name.In(language)));
    }

    private static LocalText Name(DependencyCategory category) => new(
        $"{category.Code} {category.Name.Bokmal}", $"{category.Code} {category.Name.In(Language.Nynorsk)}", $"{category.Code} {category.Name.In(Language.English)}");

    private static string[] KeysOf(string? text, IReadOnlyList<DependencyCategory> known)
    {
        if (string.IsNullOrWhiteSpace(text)) return ["NotStated"];
        var stated = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return stated.Length == 0 ? ["NotStated"] : [.. stated.Select(code => known.FirstOrDefault(category => category.Code == code)?.Code ?? "Other").Distinct()];
    }
}
