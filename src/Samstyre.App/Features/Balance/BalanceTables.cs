using System.Collections.Immutable;
using System.Globalization;
using Samstyre.Analysis;
using Samstyre.App.Features.Desk;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Balance;

/// <summary>The portfolio by two axes and by one, each number a link to its initiatives. Bars are drawn for the eye alone: their numbers stand beside them.</summary>
internal static class BalanceTables
{
    public static void Cross(HtmlWriter html, DeskVisit desk, RoundIndex round, BalanceTable table)
    {
        var texts = desk.Texts;
        var largest = table.Cells.Select(cell => cell.Budget.Sum?.Mnok ?? 0m).DefaultIfEmpty().Max();
        Web.Parts.BeginTable(html, texts["balance.caption", BalanceAddress.NameOf(table.RowAxis, texts), BalanceAddress.NameOf(table.ColumnAxis, texts), round.Round.Month.ToText(texts.Language), Year(round)], "balance");
        Web.Parts.Headings(html, [(BalanceAddress.NameOf(table.RowAxis, texts), false), .. table.Columns.Select(column => (column.Value.Name.In(texts.Language), true)), (texts["balance.total"], true)]);
        for (var row = 0; row < table.Rows.Length; row++)
        {
            var down = table.Rows[row].Value;
            html.Write("<tr><th scope=\"row\">"u8);
            Name(html, down, texts);
            html.Write("</th>"u8);
            for (var column = 0; column < table.Columns.Length; column++)
                Cell(html, desk, table.Cell(row, column), BalanceAddress.List(round, (table.RowAxis, down.Key), (table.ColumnAxis, table.Columns[column].Value.Key)), round, largest);
            Cell(html, desk, table.Rows[row].Cell, BalanceAddress.List(round, (table.RowAxis, down.Key)), round, null);
            html.Write("</tr>"u8);
        }

        html.Write($"<tr class=\"total\"><th scope=\"row\">{texts["balance.total"]}</th>");
        foreach (var column in table.Columns) Cell(html, desk, column.Cell, BalanceAddress.List(round, (table.ColumnAxis, column.Value.Key)), round, null);
        Cell(html, desk, table.Total, BalanceAddress.List(round), round, null);
        html.Write("</tr>"u8);
        Web.Parts.EndTable(html);
    }

    public static void Parts(HtmlWriter html, DeskVisit desk, RoundIndex round, BalanceAxis axis, ImmutableArray<BalancePart> parts)
    {
        var texts = desk.Texts;
        // One scale for both shares, so that the bars can be compared.
        var largest = parts.SelectMany(part => (decimal?[])[part.OfInitiatives, part.OfBudget]).Max() ?? 0m;
        Web.Parts.BeginTable(html, texts["balance.parts.caption", BalanceAddress.NameOf(axis, texts)], "shares");
        Web.Parts.Headings(html, (BalanceAddress.NameOf(axis, texts), false), (texts["column.initiatives"], true), (texts["balance.ofInitiatives"], true), (texts["column.budgetMillion", Year(round)], true), (texts["balance.ofBudget"], true), (texts["column.noBudget"], true));
        foreach (var part in parts)
        {
            html.Write("<tr><th scope=\"row\">"u8);
            Name(html, part.Value, texts);
            html.Write("</th><td class=\"num\">"u8);
            if (part.Cell.Initiatives > 0) html.Write($"<a class=\"ds-link\" href=\"{RootOf(desk, round)}{BalanceAddress.List(round, (axis, part.Value.Key))}\">{texts.Number(part.Cell.Initiatives)}</a>");
            else html.Write("0"u8);
            html.Write("</td><td class=\"num\">"u8);
            Share(part.OfInitiatives);
            html.Write("</td><td class=\"num\">"u8);
            if (part.Cell.Initiatives == 0) html.Write("–"u8);
            else if (part.Cell.Budget.Sum is { } sum) html.Write($"{BalanceMoney.Number(sum.Mnok, texts)}");
            else html.Write($"<span class=\"quiet\">{(part.Cell.Budget.Reported > 0 ? texts["balance.noSum"] : texts["notStated"])}</span>");
            html.Write("</td><td class=\"num\">"u8);
            Share(part.Cell.Initiatives == 0 ? null : part.OfBudget);
            html.Write($"</td><td class=\"num\">{texts.Number(part.Cell.Budget.NotReported)}</td></tr>");
        }

        Web.Parts.EndTable(html);

        void Share(decimal? share)
        {
            if (share is { } stated) html.Write($"{texts.Percent(stated)}");
            else html.Write("–"u8);
            Web.Parts.TinyBar(html, share ?? 0m, largest);
        }
    }

    /// <summary>A value of an axis; a colour with its shape.</summary>
    public static void Name(HtmlWriter html, FigureCategory value, TextSet texts)
    {
        if (value.Tone is Tone.Green or Tone.Yellow or Tone.Red) html.Write($"{Shapes.Mark(Enum.Parse<TrafficLight>(value.Key), texts)}");
        else html.Write($"{value.Name.In(texts.Language)}");
    }

    private static void Cell(HtmlWriter html, DeskVisit desk, BalanceCell cell, string list, RoundIndex round, decimal? largest)
    {
        var texts = desk.Texts;
        html.Write("<td class=\"num\">"u8);
        if (cell.Initiatives == 0)
        {
            html.Write("–</td>"u8);
            return;
        }

        html.Write($"<a class=\"ds-link\" href=\"{RootOf(desk, round)}{list}\">{texts.Count("initiatives", cell.Initiatives)}</a>");
        BalanceMoney.Write(html, cell, texts);
        if (largest is { } most) Web.Parts.TinyBar(html, cell.Budget.Sum?.Mnok ?? 0m, most);
        html.Write("</td>"u8);
    }

    private static string RootOf(DeskVisit desk, RoundIndex round) => $"/{desk.Texts.Code}/{desk.Definition.Code}/{round.Round.Code}";

    private static string Year(RoundIndex round) => round.Round.BudgetYear.ToString(CultureInfo.InvariantCulture);
}
