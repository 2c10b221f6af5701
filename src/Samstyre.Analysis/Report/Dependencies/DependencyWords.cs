using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Words that the figures of dependencies and prerequisites share.</summary>
internal static class DependencyWords
{
    public static readonly LocalText Dependencies = new("Avhengigheter", "Avhengnader", "Dependencies");
    public static readonly LocalText Category = new("Kategori", "Kategori", "Category");
    public static readonly LocalText Criticality = new("Kritikalitet", "Kritikalitet", "Criticality");

    public static readonly LocalText Counted = new(
        "Tallene er avhengigheter, ikke tiltak. Et tiltak kan ha flere.", "Tala er avhengnader, ikkje tiltak. Eit tiltak kan ha fleire.", "The numbers are dependencies, not initiatives. An initiative can have several.");
}
