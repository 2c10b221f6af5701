using Microsoft.Net.Http.Headers;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Initiatives;

/// <summary>One initiative in a round: how it goes, what changed, every part of its form, and where it comes from.</summary>
internal static class InitiativePage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var reports = routes.ServiceProvider.GetRequiredService<ReportCache>();
        var source = routes.ServiceProvider.GetRequiredService<PortfolioSource>();
        var shelf = routes.ServiceProvider.GetRequiredService<ReportShelf>();
        routes.MapPage("/tiltak/{initiative}", (visit, html) => Render(visit, html, reports, shelf));
        routes.MapVisit("/tiltak/{initiative}/kilde", visit => SendSource(visit, reports, source));
    }

    private static async ValueTask<int> Render(Visit visit, HtmlWriter html, ReportCache reports, ReportShelf shelf)
    {
        var key = visit.Part("initiative");
        if (visit.Round.Standing(key) is not { } standing) return RenderElsewhere(visit, html, key);
        var previous = PreviousOf(visit.Round, standing);
        var (now, before) = await reports.Read(visit.Portfolio.History.PortfolioId, standing.ReportId, previous?.ReportId, visit.Round.Mask, visit.Http.RequestAborted);
        var content = now is null ? null : await InitiativeContent.Of(visit.Round, standing, ReportJson.FromUtf8(now.Json.Span), reports, visit.Http.RequestAborted);
        var needs = await shelf.RegisterSoon(visit.Round, visit.Http.RequestAborted) is { } register ? new InitiativeNeeds(register, standing.Initiative.Id) : null;
        Page(visit, html, standing, previous, now, before, content, needs);
        return StatusCodes.Status200OK;
    }

    private static void Page(Visit visit, HtmlWriter html, Standing standing, Standing? previous, StoredContent? now, StoredContent? before, RoundContent? content, InitiativeNeeds? needs)
    {
        var texts = visit.Texts;
        var facts = standing.Facts;
        var report = content?.Reports[0];
        Shell.Begin(html, visit, MenuEntry.Initiatives, facts.Name, ("/tiltak", texts["list.title"]));
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{facts.Name}</h1>");
        if (report?.Purpose is { Length: > 0 } purpose) html.Write($"<p class=\"lead\">{FirstSentence(purpose)}</p>");
        if (standing.CarriedOver) html.Write($"<div class=\"ds-alert\" data-color=\"warning\"><p>{texts["carried.long", visit.Name(visit.Round.Round), visit.Name(standing.ReportedIn)]}</p></div>");
        html.Write($"<p class=\"export\"><a class=\"ds-link\" href=\"{visit.Root}/tiltak/{InitiativeLink.KeyOf(standing.Initiative)}/moteark\">{texts["sheet.link"]}</a></p>");
        InitiativeSummary.Facts(html, visit, standing);
        InitiativeSummary.History(html, visit, standing.Initiative);
        InitiativeLife.Render(html, visit, standing.Initiative);
        if (report is null)
        {
            html.Write($"<p>{texts["initiative.noContent"]}</p>");
        }
        else
        {
            InitiativeChanges.Render(html, visit, standing, previous, report, before is null ? null : ReportJson.FromUtf8(before.Json.Span));
            InitiativeSlippage.Render(html, visit, content!);
            needs?.Others(html, visit);
            ReportForm.Render(html, visit, report, needs);
            InitiativeFindings.Render(html, visit, standing, report, now!);
        }

        Shell.End(html, texts);
    }

    /// <summary>The initiative is not in this round's portfolio: says where it is.</summary>
    private static int RenderElsewhere(Visit visit, HtmlWriter html, string key)
    {
        var texts = visit.Texts;
        var elsewhere = visit.Portfolio.Rounds.Where(round => round.Standing(key) is not null).Reverse().ToList();
        if (elsewhere.Count == 0) return StatusCodes.Status404NotFound;
        var last = elsewhere[0].Standing(key)!;
        Shell.Begin(html, visit, MenuEntry.Initiatives, last.Facts.Name, ("/tiltak", texts["list.title"]));
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{last.Facts.Name}</h1><p class=\"lead\">{texts["initiative.elsewhere", visit.Name(visit.Round.Round)]}</p>");
        var initiative = visit.Portfolio.Leavers.GetValueOrDefault(last.Initiative.Id, last.Initiative);
        if (initiative.StageOn(visit.Round.Round.CollectedOn) is { Stage: not LifeStage.InPortfolio } step)
            html.Write($"<p>{texts["stage." + step.Stage]}{(step.Reason is { Length: > 0 } reason ? $": {reason}" : "")}</p>");
        InitiativeLife.Became(html, visit, initiative);
        html.Write("<ul>"u8);
        foreach (var round in elsewhere) html.Write($"<li><a class=\"ds-link\" href=\"{visit.RootOf(round)}/tiltak/{key}\">{visit.Name(round.Round)}</a></li>");
        html.Write("</ul>"u8);
        Shell.End(html, texts);
        return StatusCodes.Status404NotFound;
    }

    /// <summary>How it stood before its effective report; null where that is its first.</summary>
    private static Standing? PreviousOf(RoundIndex round, Standing standing)
    {
        var place = round.Position;
        while (place >= 0 && round.Portfolio.Rounds[place].Round != standing.ReportedIn) place--;
        for (place--; place >= 0; place--)
        {
            if (round.Portfolio.Rounds[place].Standing(standing.Initiative.Id) is { } earlier) return earlier;
        }

        return null;
    }

    private static ReadOnlySpan<char> FirstSentence(string purpose)
    {
        var line = purpose.AsSpan();
        var end = line.IndexOfAny('\r', '\n');
        if (end > 0) line = line[..end];
        for (var at = 40; at < line.Length - 1; at++)
        {
            if (line[at] == '.' && line[at + 1] == ' ') return line[..(at + 1)];
        }

        return line;
    }

    /// <summary>The original that the report was read from, byte for byte, always as a download.</summary>
    private static async Task SendSource(Visit visit, ReportCache reports, PortfolioSource source)
    {
        var (http, portfolio) = (visit.Http, visit.Portfolio.History.PortfolioId);
        // An original names persons and holds what is confidential: whoever does not see everything does not get it.
        if (!visit.Round.Mask.IsNone
            || visit.Round.Standing(visit.Part("initiative")) is not { } standing
            || await reports.Read(portfolio, standing.ReportId, null, visit.Round.Mask, http.RequestAborted) is not { First: { FileId: { } fileId } report }
            || await source.File(portfolio, fileId, http.RequestAborted) is not { } file)
        {
            await ErrorPage.NotFound(http);
            return;
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(FileName.Of(report.FileName) is { Length: > 0 } name ? name : "original");
        http.Response.ContentType = "application/octet-stream";
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        http.Response.ContentLength = file.Bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(file.Bytes, http.RequestAborted);
    }
}
