using System.Globalization;
using Samstyre.App.Access;
using Samstyre.App.Features.Dependencies;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Features.Imports;

/// <summary>A list with headings of its own into a round, step by step: choose the file, say what the columns give, see what would become of the rows, and bring them in. The file waits in the store between the steps.</summary>
internal static class TablePages
{
    private const string Field = "liste";

    /// <summary>More than the largest list, so that whoever sends one too large is told so beside the field.</summary>
    private const long MaxPost = 2L * PendingTableStore.MaxBytes;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk("/runder/{round}/tabell", Right.RunRound, desk => WithRound(desk, round => Start(desk, round, null)));
        routes.MapDeed("/runder/{round}/tabell", Right.RunRound, desk => WithRound(desk, round => Upload(desk, round)), MaxPost);
        routes.MapDesk("/runder/{round}/tabell/{id}", Right.RunRound, desk => WithRound(desk, round => Columns(desk, round)));
        routes.MapDeed("/runder/{round}/tabell/{id}", Right.RunRound, desk => WithRound(desk, round => Take(desk, round)));
    }

    /// <summary>Begins each of the pages.</summary>
    public static void Begin(HtmlWriter html, DeskVisit desk, CalendarRound round, string step)
    {
        var (texts, month) = (desk.Texts, round.Month.ToText(desk.Texts.Language));
        Shell.BeginDesk(html, desk, DeskEntry.Rounds, texts["tables.page", month], ("/runder", texts["calendar.title"]), ("/runder/" + round.Code, texts["round.page", month]));
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["tables.page", month]}</h1><p class=\"lead\">{step}</p>");
    }

    /// <summary>A problem of the file in the reader's language, with its row.</summary>
    public static string Sentence(FileProblem problem, TextSet texts)
    {
        var sentence = Fields.SentenceOf(new(problem.Code, "", problem.Message), texts);
        // The label is the reader's word for it, the path what stands in the file.
        if (problem.Field is { } path) sentence = texts.Has("field." + path.Split('[', '.')[0]) ? $"{texts["field." + path.Split('[', '.')[0]]} ({path}): {sentence}" : $"{path}: {sentence}";
        return problem.Line is { } line ? $"{texts["upload.line", line]} {sentence}" : sentence;
    }

    private static async Task WithRound(DeskVisit desk, Func<CalendarRound, Task> answer)
    {
        var round = (await CalendarStore.List(desk.Db, desk.PortfolioId, desk.Cancellation)).FirstOrDefault(one => one.Code == desk.Part("round"));
        await (round is null ? ErrorPage.NotFound(desk.Http) : answer(round));
    }

    private static Task Start(DeskVisit desk, CalendarRound round, string? problem) => desk.Send(
        html =>
        {
            var texts = desk.Texts;
            Begin(html, desk, round, texts["tables.step1"]);
            if (problem is not null) Fields.Summary(html, texts, [(Field, problem)]);
            html.Write($"<form method=\"post\" class=\"ask\" enctype=\"multipart/form-data\" action=\"{desk.Root}/runder/{round.Code}/tabell\">");
            FormToken.Write(html, desk.Http);
            Fields.Input(html, new(Field, texts["tables.file"], "") { Type = "file", Help = texts["tables.fileHelp"], Error = problem, Attributes = new(" accept=\".csv,.tsv,.txt,.xlsx\""u8.ToArray()) });
            Fields.Submit(html, texts["tables.upload"]);
            html.Write("</form>"u8);
            Shell.End(html, texts);
        },
        problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task Upload(DeskVisit desk, CalendarRound round)
    {
        var file = desk.Http.Request.Form.Files.GetFile(Field);
        if (file is null or { FileName.Length: 0 } or { Length: 0 } or { Length: > PendingTableStore.MaxBytes })
        {
            var code = file switch { { Length: > 0, FileName.Length: > 0 } => "TableTooLarge", { FileName.Length: > 0 } => "FileEmpty", _ => "FileNotChosen" };
            await Start(desk, round, Fields.SentenceOf(new(code, Field, "The file is too large or empty."), desk.Texts));
            return;
        }

        var name = FileName.Of(file.FileName) is { Length: > 0 } given ? given : "liste";
        var bytes = await Reporting.UploadForm.BytesOf(file, desk.Cancellation);
        if (TableFile.Read(name, bytes).Problem is { } problem)
        {
            await Start(desk, round, Sentence(problem, desk.Texts));
            return;
        }

        var id = await PendingTableStore.Add(desk.Db, desk.PortfolioId, desk.Actor.Code, name, bytes, desk.Now, desk.Cancellation);
        desk.GoTo($"/runder/{round.Code}/tabell/{id:N}");
    }

    private static async Task Columns(DeskVisit desk, CalendarRound round)
    {
        if (await Pending(desk) is not { } pending)
        {
            desk.GoTo($"/runder/{round.Code}/tabell");
            return;
        }

        var sheet = desk.Http.Request.Query["ark"].ToString() is { Length: > 0 } named ? named : null;
        var (table, problem) = TableFile.Read(pending.Name, pending.Bytes, sheet);
        if (table is null)
        {
            await Start(desk, round, Sentence(problem!, desk.Texts));
            return;
        }

        var (mapping, remembered) = await TableImport.MappingFor(desk.Db, desk.PortfolioId, table, desk.Cancellation);
        var view = new TableColumns(desk, round, pending.Id, table, mapping);
        await desk.Send(html =>
        {
            Begin(html, desk, round, desk.Texts["tables.step2", table.FileName, table.Rows.Count]);
            view.Sheets(html);
            if (remembered is not null) html.Write($"<div class=\"ds-alert\" data-color=\"info\"><p>{desk.Texts["tables.remembered", remembered.FileName]}</p></div>");
            view.Write(html, MappedTable.Read(table, mapping, desk.Definition, round.Round.BudgetYear), isRemembered: remembered is not null, mayImport: false, []);
            Shell.End(html, desk.Texts);
        });
    }

    private static async Task Take(DeskVisit desk, CalendarRound round)
    {
        if (await Pending(desk) is not { } pending)
        {
            await Start(desk, round, desk.Texts["tables.gone"]);
            return;
        }

        var (table, problem) = TableFile.Read(pending.Name, pending.Bytes, desk.Posted("ark") is { Length: > 0 } named ? named : null);
        if (table is null)
        {
            await Start(desk, round, Sentence(problem!, desk.Texts));
            return;
        }

        var (earlier, _) = await TableImport.MappingFor(desk.Db, desk.PortfolioId, table, desk.Cancellation);
        var mapping = PostedMapping.Of(desk.Http.Request.Form, table, earlier);
        var dryRun = desk.Posted("gjor") != "les";
        var portfolio = (await PortfolioStore.Find(desk.Db, desk.Definition.Code, desk.Cancellation))!;
        var result = await TableImport.Run(desk.Db, portfolio, round.Round, pending.Bytes, table, mapping, desk.Actor.Code, desk.Time, dryRun, desk.Cancellation);
        var done = !dryRun && result.Import.Saved is { AlreadyImported: false };
        if (done) await PendingTableStore.Remove(desk.Db, desk.PortfolioId, pending.Id, desk.Actor.Code, CancellationToken.None);
        var told = await MovedLetters.Of(desk).OfFiles(round.Id, [result.Import], CancellationToken.None);
        var view = new TableColumns(desk, round, pending.Id, table, mapping);
        var errors = view.Errors(result.Import.Problems);
        await desk.Send(
            html =>
            {
                Begin(html, desk, round, done ? desk.Texts["tables.step4", table.FileName] : errors.Count > 0 ? desk.Texts["tables.step2", table.FileName, table.Rows.Count] : desk.Texts["tables.step3", table.FileName]);
                Fields.Summary(html, desk.Texts, errors);
                if (errors.Count == 0) new TableResult(desk, round).Write(html, result, dryRun, told);
                if (!done) view.Write(html, result.Reading, isRemembered: false, mayImport: errors.Count == 0 && result.Import.Saved is { AlreadyImported: false }, errors);
                Shell.End(html, desk.Texts);
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<PendingTable?> Pending(DeskVisit desk) =>
        Guid.TryParseExact(desk.Part("id"), "N", out var id) ? await PendingTableStore.Find(desk.Db, desk.PortfolioId, id, desk.Actor.Code, desk.Now, desk.Cancellation) : null;

    /// <summary>Name of the select of a column's field.</summary>
    public static string FieldName(TableColumn column) => string.Create(CultureInfo.InvariantCulture, $"felt-{column.Index}");

    /// <summary>Name of the select of a column's unit.</summary>
    public static string UnitName(TableColumn column) => string.Create(CultureInfo.InvariantCulture, $"enhet-{column.Index}");
}
