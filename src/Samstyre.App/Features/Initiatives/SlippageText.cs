using Samstyre.Analysis;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Initiatives;

/// <summary>What has moved, in words.</summary>
internal static class SlippageText
{
    /// <summary>An amount with its unit, which never come apart.</summary>
    public static string Million(TextSet texts, Money money) => Parts.Million(money, texts, 1);

    /// <summary>How far a date has moved: months, or days where it is less than a month.</summary>
    public static string Move(TextSet texts, DateMove move) => Move(texts, move.Days, move.Months);

    /// <summary>"6 months later than in January 2020".</summary>
    public static string Than(TextSet texts, DateMove move, string round) =>
        move.Days == 0 ? texts["slippage.since", texts["slippage.unchanged"], round] : texts["slippage.than", Move(texts, move), round];

    /// <summary>"+20 million (20 %) since January 2020".</summary>
    public static string Since(TextSet texts, AmountMove move, string round) => texts["slippage.since", Change(texts, move), round];

    /// <summary>How much an amount has changed, and the share of what it was.</summary>
    public static string Change(TextSet texts, AmountMove move)
    {
        if (move.Change.Mnok == 0m) return texts["slippage.unchanged"];
        var sign = move.Change.Mnok > 0m ? "+" : "−";
        return $"{sign}{Million(texts, new(Math.Abs(move.Change.Mnok)))}{(move.Share is { } share ? $" ({sign}{texts.Percent(Math.Abs(share))})" : "")}";
    }

    /// <summary>How often a deliverable has moved and how far in all, and whether it is delivered or its date has passed; empty where there is nothing to say.</summary>
    public static string InAll(TextSet texts, MilestoneHistory milestone)
    {
        var state = milestone.Delivered ? texts["slippage.delivered"] : milestone.DaysOverdue > 0 ? texts["slippage.passed"] : "";
        return $"{state}{(state.Length > 0 && milestone.Moves > 0 ? " " : "")}{Moves(texts, milestone)}";
    }

    /// <summary>How often a deliverable has moved and how far in all; empty where it hasn't.</summary>
    public static string Moves(TextSet texts, MilestoneHistory milestone)
    {
        if (milestone.Moves == 0) return "";
        var times = texts.Count("slippage.moves", milestone.Moves);
        return milestone is { Days: { } days and not 0, Months: { } months } ? texts["slippage.moved", times, Move(texts, days, months)] : times + ".";
    }

    /// <summary>The dates that a deliverable has had, each with the first and the last round that it stood in.</summary>
    public static List<(PartialDate Date, Round From, Round To)> Stood(MilestoneHistory milestone)
    {
        List<(PartialDate Date, Round From, Round To)> stood = [];
        foreach (var (round, said) in milestone.Dates)
        {
            if (said.Planned is not { } planned) continue;
            if (stood.Count > 0 && stood[^1].Date.LastDay == planned.LastDay) stood[^1] = stood[^1] with { To = round };
            else stood.Add((planned, round, round));
        }

        return stood;
    }

    private static string Move(TextSet texts, int days, decimal months)
    {
        if (days == 0) return texts["slippage.unchanged"];
        var later = days > 0;
        if (Math.Abs(months) < 1m) return texts.Count(later ? "slippage.daysLater" : "slippage.daysEarlier", Math.Abs(days));
        var key = later ? "slippage.monthsLater" : "slippage.monthsEarlier";
        var form = Math.Abs(months) == 1m ? ".one" : ".many";
        return texts[key + form, texts.Number(Math.Abs(months))];
    }
}
