using Samstyre.App.Access;
using Samstyre.App.Features.Dependencies;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Features.Imports;

/// <summary>Many forms into a round at once: files, or zips of them. Each file is dealt with by itself, and the page tells what became of it while the others wait.</summary>
internal static class RoundFiles
{
    private const string Field = "filer";
    private const string Try = "prov";

    /// <summary>The most that is taken in at once; a whole country's forms are far less.</summary>
    private const long MaxPost = 250_000_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk("/runder/{round}/filer", Right.RunRound, desk => Show(desk, null));
        routes.MapDeed("/runder/{round}/filer", Right.RunRound, Take, MaxPost);
    }

    private static async Task<CalendarRound?> Find(DeskVisit desk) =>
        (await CalendarStore.List(desk.Db, desk.PortfolioId, desk.Cancellation)).FirstOrDefault(one => one.Code == desk.Part("round"));

    private static async Task Show(DeskVisit desk, Problem? problem)
    {
        if (await Find(desk) is not { } round)
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        await desk.Send(
            html =>
            {
                Begin(html, desk, round);
                if (problem is not null) Fields.Summary(html, desk.Texts, [(Field, Fields.SentenceOf(problem, desk.Texts))]);
                Form(html, desk, round, problem);
                Shell.End(html, desk.Texts);
            },
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static void Begin(HtmlWriter html, DeskVisit desk, CalendarRound round)
    {
        var (texts, month) = (desk.Texts, round.Month.ToText(desk.Texts.Language));
        Shell.BeginDesk(html, desk, DeskEntry.Rounds, texts["files.page", month], ("/runder", texts["calendar.title"]), ("/runder/" + round.Code, texts["round.page", month]));
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["files.page", month]}</h1>");
    }

    private static void Form(HtmlWriter html, DeskVisit desk, CalendarRound round, Problem? problem)
    {
        var texts = desk.Texts;
        html.Write($"<p class=\"lead\">{texts["files.lead"]}</p><p><a class=\"ds-link\" href=\"{desk.Root}/runder/{round.Code}/tabell\">{texts["tables.link"]}</a></p>");
        html.Write($"<form method=\"post\" class=\"ask\" enctype=\"multipart/form-data\" action=\"{desk.Root}/runder/{round.Code}/filer\">");
        FormToken.Write(html, desk.Http);
        Fields.Input(html, new(Field, texts["files.field"], "") { Type = "file", Help = texts["files.help"], Error = problem is null ? null : Fields.SentenceOf(problem, texts), Attributes = new(" multiple"u8.ToArray()) });
        html.Write($"<label class=\"choice\"><input class=\"ds-input\" type=\"checkbox\" name=\"{Try}\" value=\"1\" checked> {texts["files.try"]}</label>");
        Fields.Submit(html, texts["files.button"]);
        html.Write($"</form><p><a class=\"ds-link\" href=\"{desk.Root}/virksomhetsnavn\">{texts["aliases.title"]}</a></p>");
    }

    private static async Task Take(DeskVisit desk)
    {
        var files = desk.Http.Request.Form.Files.GetFiles(Field).Where(file => file.FileName.Length > 0).ToList();
        if (await Find(desk) is not { } round || files.Count == 0)
        {
            await Show(desk, new("FileNotChosen", Field, "Choose a file first."));
            return;
        }

        var dryRun = desk.Posted(Try).Length > 0;
        var response = desk.Http.Response;
        response.ContentType = "text/html; charset=utf-8";
        var table = new FilesTable(desk, round);
        await table.Begin(html => Begin(html, desk, round), dryRun);
        var portfolio = (await PortfolioStore.Find(desk.Db, desk.Definition.Code, desk.Cancellation))!;
        var imports = new List<FileImport>();
        int told;
        try
        {
            foreach (var file in files.OrderBy(file => file.FileName, StringComparer.OrdinalIgnoreCase))
            {
                foreach (var one in InputFile.Of(FileName.Of(file.FileName), await Reporting.UploadForm.BytesOf(file, desk.Cancellation)))
                {
                    imports.Add(await ImportFiles.One(desk.Db, portfolio, round.Id, one, desk.Actor.Code, desk.Time, dryRun, desk.Cancellation));
                    await table.Add(imports[^1]);
                }
            }
        }
        finally
        {
            // What was stored is told, also when the browser has gone meanwhile: the same files again tell nothing.
            told = await MovedLetters.Of(desk).OfFiles(round.Id, imports, CancellationToken.None);
        }

        await table.End(dryRun, told);
    }
}
