using Samstyre.Analysis;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Balance;

/// <summary>Amounts of a part of the portfolio as people read them.</summary>
internal static class BalanceMoney
{
    /// <summary>An amount with its unit; small ones with a decimal, so that they do not read as nothing.</summary>
    public static string Text(Money money, TextSet texts) => Parts.Million(money, texts, Decimals(money.Mnok));

    /// <summary>The number of millions without unit, with a sign where it is a difference.</summary>
    public static string Number(decimal million, TextSet texts, bool isDifference = false) =>
        (isDifference && million > 0m ? "+" : "") + new Money(million).ToText(texts.Language, Decimals(million));

    /// <summary>The money of a cell in one line and, where some state none, how many in another; nothing of an empty cell.</summary>
    public static void Write(HtmlWriter html, BalanceCell cell, TextSet texts)
    {
        if (cell.Budget.Sum is { } sum) html.Write($"<span class=\"line\">{Text(sum, texts)}</span>");
        else if (cell.Budget.Reported > 0) html.Write($"<span class=\"line quiet\">{texts["balance.noSum"]}</span>");
        if (cell.Budget.NotReported > 0) html.Write($"<span class=\"line quiet\">{texts["balance.noBudget", texts.Number(cell.Budget.NotReported)]}</span>");
    }

    private static int Decimals(decimal million) => Math.Abs(million) < 10m ? 1 : 0;
}
