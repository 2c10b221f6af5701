using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Samstyre.Analysis;

/// <summary>The rules about values that must agree, told at each field that is off instead of once for a report.</summary>
internal static partial class AgreeingValues
{
    /// <summary>The test of a rule.</summary>
    public static Func<CheckedReport, IEnumerable<Breach>> TestOf(ConsistencyRule rule) => report =>
    {
        var values = rule.Test(report.Now, report.Today);
        if (values.IsEmpty) return [];
        var named = values.Select(value => new CheckedValue(PathOf(value.Field), value.Name, value.Value)).ToImmutableArray();
        return rule.Code switch
        {
            // A column's total and what its sources give together.
            "funding-total-differs" => named.Chunk(2).Select(pair => new Breach(pair[0].Field, [.. pair])),
            // The end, and every deliverable after it.
            "deliverable-after-end" => named.Skip(1).Select(late => new Breach(late.Field + ".planned", [late with { Field = late.Field + ".planned" }, named[0]])),
            "critical-dependency-without-deadline" or "amount-too-high" => named.Select(value => new Breach(value.Field, [value])),
            // The colour is there; what is off is what should stand beside it.
            "cause-missing" or "mitigation-missing" => [new(named[1].Field, [.. named.Reverse()])],
            _ => [new(named[0].Field, named)],
        };
    };

    private static string PathOf(string field) => Index().Replace(field, ".$1");

    [GeneratedRegex(@"\[(\d+)\]")]
    private static partial Regex Index();
}
