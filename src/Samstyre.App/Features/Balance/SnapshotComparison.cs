using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Balance;

/// <summary>Two moments of the portfolio side by side, and which initiatives came, left or changed segment.</summary>
internal static class SnapshotComparison
{
    public static void Write(HtmlWriter html, DeskVisit desk, SnapshotChoice choice, (PortfolioMoment Moment, string Name) first, (PortfolioMoment Moment, string Name) second)
    {
        var texts = desk.Texts;
        var comparison = BalanceComparison.Of(first.Moment, second.Moment, choice.Rows, choice.Columns);
        html.Write($"<p>{Sentence(texts, comparison, first, second)}</p>");
        if (!second.Moment.NotYetReported.IsEmpty) html.Write($"<p>{texts.Count("pictures.notYetReported", second.Moment.NotYetReported.Length)}</p>");
        Table(html, texts, choice, comparison, texts["pictures.compare.caption", first.Name, second.Name]);
        html.Write("<div class=\"columns\">"u8);
        Moves(html, desk, second.Moment, texts["pictures.came"], texts["pictures.came.none"], comparison.Came, _ => "");
        Moves(html, desk, first.Moment, texts["pictures.left"], texts["pictures.left.none"], comparison.Left, _ => "");
        Moves(html, desk, second.Moment, texts["pictures.moved"], texts["pictures.moved.none"], comparison.Moved, move => $": {Segment(move.Was)} → {Segment(move.Became)}");
        html.Write("</div>"u8);

        string Segment(string? code) => desk.Definition.Segments.FirstOrDefault(segment => segment.Code == code)?.Name.In(texts.Language) ?? texts["notStated"];
    }

    private static string Sentence(TextSet texts, BalanceComparison comparison, (PortfolioMoment Moment, string Name) first, (PortfolioMoment Moment, string Name) second) => texts[
        "pictures.sentence",
        first.Name, texts.Count("initiatives", comparison.Total.Was.Initiatives), first.Moment.Snapshot.Round.Month.ToText(texts.Language),
        second.Name, texts.Count("initiatives", comparison.Total.Is.Initiatives), second.Moment.Snapshot.Round.Month.ToText(texts.Language)];

    private static void Table(HtmlWriter html, TextSet texts, SnapshotChoice choice, BalanceComparison comparison, string caption)
    {
        Parts.BeginTable(html, caption, "balance");
        Parts.Headings(html, [(BalanceAddress.NameOf(choice.Rows, texts), false), .. comparison.Columns.Select(column => (column.Name.In(texts.Language), true)), (texts["balance.total"], true)]);
        for (var row = 0; row < comparison.Rows.Length; row++)
        {
            html.Write("<tr><th scope=\"row\">"u8);
            BalanceTables.Name(html, comparison.Rows[row], texts);
            html.Write("</th>"u8);
            for (var column = 0; column < comparison.Columns.Length; column++) Cell(html, texts, comparison.Cell(row, column));
            Cell(html, texts, comparison.RowTotals[row]);
            html.Write("</tr>"u8);
        }

        html.Write($"<tr class=\"total\"><th scope=\"row\">{texts["balance.total"]}</th>");
        foreach (var total in comparison.ColumnTotals) Cell(html, texts, total);
        Cell(html, texts, comparison.Total);
        html.Write("</tr>"u8);
        Parts.EndTable(html);
    }

    private static void Cell(HtmlWriter html, TextSet texts, BalanceChange change)
    {
        html.Write("<td class=\"num\">"u8);
        if (change.Was.Initiatives == 0 && change.Is.Initiatives == 0)
        {
            html.Write("–</td>"u8);
            return;
        }

        if (change.Was == change.Is)
        {
            html.Write($"<span class=\"line\">{texts.Count("initiatives", change.Is.Initiatives)}</span>");
            BalanceMoney.Write(html, change.Is, texts);
            html.Write($"<span class=\"line quiet\">{texts["pictures.unchanged"]}</span></td>");
            return;
        }

        html.Write($"<span class=\"line\">{texts["pictures.count", texts.Number(change.Was.Initiatives), texts.Number(change.Is.Initiatives)]}");
        if (change.Initiatives != 0) html.Write($" <strong>{(change.Initiatives > 0 ? "+" : "")}{texts.Number(change.Initiatives)}</strong>");
        html.Write($"</span><span class=\"line\">{texts["pictures.money", Million(change.Was), Million(change.Is)]}");
        if (change.Mnok is { } more and not 0m) html.Write($" <strong>{BalanceMoney.Number(more, texts, isDifference: true)}</strong>");
        html.Write("</span>"u8);
        if (change.Was.Budget.NotReported + change.Is.Budget.NotReported > 0)
            html.Write($"<span class=\"line quiet\">{texts["pictures.noBudget", texts.Number(change.Was.Budget.NotReported), texts.Number(change.Is.Budget.NotReported)]}</span>");
        html.Write("</td>"u8);

        string Million(BalanceCell cell) => cell.Mnok is { } stated ? BalanceMoney.Number(stated, texts) : "?";
    }

    private static void Moves(HtmlWriter html, DeskVisit desk, PortfolioMoment at, string title, string none, ImmutableArray<BalanceMove> moves, Func<BalanceMove, string> more)
    {
        html.Write($"<div class=\"group\"><h3 class=\"ds-heading\" data-size=\"xs\">{title}</h3>");
        if (moves.IsEmpty)
        {
            html.Write($"<p class=\"quiet\">{none}</p></div>");
            return;
        }

        var reported = at.Snapshot.Standings.Select(standing => standing.Initiative.Id).ToHashSet();
        html.Write("<ul>"u8);
        foreach (var move in moves)
        {
            html.Write("<li>"u8);
            if (reported.Contains(move.Initiative.Id)) html.Write($"<a class=\"ds-link\" href=\"/{desk.Texts.Code}/{desk.Definition.Code}/{at.Snapshot.Round.Code}/tiltak/{InitiativeLink.KeyOf(move.Initiative)}\">{move.Name}</a>");
            else html.Write($"{move.Name}");
            html.Write($"{more(move)}</li>");
        }

        html.Write("</ul></div>"u8);
    }
}
