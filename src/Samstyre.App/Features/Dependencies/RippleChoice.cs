using System.Globalization;
using Samstyre.Analysis;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Dependencies;

/// <summary>What an address asks: what comes late, and how late.</summary>
/// <param name="Unit">The initiative or part of the foundation; null where none is chosen.</param>
/// <param name="Deliverable">Number of its deliverable; null for the whole.</param>
/// <param name="Months">Months late; null for never.</param>
/// <param name="CriticalOnly">Whether only what much depends on passes the delay on.</param>
/// <param name="Mistakes">What the address says wrongly: names of its fields.</param>
internal sealed record RippleChoice(RippleUnit? Unit, int? Deliverable, int? Months, bool CriticalOnly, IReadOnlyList<string> Mistakes)
{
    private const string From = "fra";
    private const string Item = "leveranse";
    private const string Delay = "forsinket";
    private const string Never = "aldri";
    private const string Critical = "kritiske";
    private const int UsualMonths = 6;

    // A list of ten thousand is of no use to anybody.
    private const int MostChoices = 500;

    /// <summary>What is chosen, as something that can be depended on.</summary>
    public TargetRef Start => Unit!.Target.Initiative is { } id && Deliverable is { } number ? TargetRef.Of(id, number) : Unit.Target;

    /// <summary>Reads an address; what it says wrongly is taken as not said, and told beside its field.</summary>
    public static RippleChoice Of(IQueryCollection query, RippleMap map)
    {
        var key = query[From].ToString();
        var unit = key.Length == 0 ? null : map.Units.FirstOrDefault(one => KeyOf(one) == key);
        // Who chooses another initiative sends the number of the former one's deliverable along: no mistake of theirs.
        var number = int.TryParse(query[Item], NumberStyles.None, CultureInfo.InvariantCulture, out var place) && unit?.Target.Initiative is { } id && map.NodeOf(TargetRef.Of(id, place)) is not null ? place : (int?)null;
        var delay = query[Delay].ToString();
        var isDelay = int.TryParse(delay, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is >= 1 and <= Ripple.MostMonths;
        List<string> mistakes = [];
        if (key.Length > 0 && unit is null) mistakes.Add(From);
        if (delay.Length > 0 && delay != Never && !isDelay) mistakes.Add(Delay);
        return new(unit, number, delay == Never ? null : isDelay ? months : UsualMonths, query["bare"] == Critical, mistakes);
    }

    /// <summary>The form that asks.</summary>
    public void Write(HtmlWriter html, Visit visit, RippleMap map)
    {
        var texts = visit.Texts;
        html.Write($"<form class=\"choose\" action=\"{visit.Root}{RipplePage.Address}\">");
        Fields.Select(html, new(From, texts["ripple.from"], Unit is null ? "" : KeyOf(Unit)) { Error = Mistakes.Contains(From) ? texts["ripple.from.wrong"] : null }, Units(map, texts).Prepend(("", texts["ripple.choose"])));
        if (Unit?.Entry is { } entry)
        {
            var items = entry.Deliverables.Index().Where(pair => map.NodeOf(TargetRef.Of(entry.Standing.Initiative.Id, pair.Index)) is not null).Select(pair => (Number(pair.Index), Short(pair.Item.Text)));
            Fields.Select(html, new(Item, texts["simulation.deliverable"], Deliverable is { } number ? Number(number) : ""), items.Prepend(("", texts["ripple.whole"])));
        }

        Fields.Select(html, new(Delay, texts["ripple.delay"], Months is { } months ? Number(months) : Never) { Error = Mistakes.Contains(Delay) ? texts["ripple.delay.wrong", texts.Number(Ripple.MostMonths), texts.Number(UsualMonths)] : null }, Enumerable.Range(1, Ripple.MostMonths).Select(count => (Number(count), texts.Count("ripple.months", count))).Append((Never, texts["ripple.never"])));
        Fields.Select(html, new("bare", texts["menu.dependencies"], CriticalOnly ? Critical : ""), [("", texts["ripple.all"]), (Critical, texts["ripple.critical"])]);
        Fields.Submit(html, texts["ripple.show"]);
        html.Write("</form>"u8);
    }

    private IEnumerable<(string, string)> Units(RippleMap map, TextSet texts)
    {
        var units = map.Units.OrderByDescending(map.WaitedFor).Take(MostChoices).ToHashSet();
        if (Unit is not null) units.Add(Unit);
        return units.OrderBy(unit => unit.Part is not null).ThenBy(unit => NameOf(unit, texts.Language), StringComparer.OrdinalIgnoreCase).ThenBy(unit => unit.Target.Key, StringComparer.Ordinal).Select(unit => (KeyOf(unit), Short(NameOf(unit, texts.Language))));
    }

    /// <summary>A unit's name.</summary>
    public static string NameOf(RippleUnit unit, Language language) => unit.Entry?.Standing.Facts.Name ?? unit.Part!.Name.In(language);

    private static string KeyOf(RippleUnit unit) => unit.Entry is { } entry ? InitiativeLink.KeyOf(entry.Standing.Initiative) : unit.Target.ToString();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Short(string text) => text.Length <= 90 ? text : $"{text.AsSpan(0, 89)}…";
}
