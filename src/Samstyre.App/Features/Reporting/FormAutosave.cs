using System.Text.Json;
using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Portfolio;
using Samstyre.App.Texts;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Import;
using Samstyre.Storage;

namespace Samstyre.App.Features.Reporting;

/// <summary>Fields that the script saves while somebody writes. It comes often and from many, so nothing is read that saving does not need; above all it never waits for a portfolio that is read anew because somebody has submitted.</summary>
internal static class FormAutosave
{
    public static void Map(IEndpointRouteBuilder routes, string below)
    {
        var cache = routes.ServiceProvider.GetRequiredService<PortfolioCache>();
        routes.MapMethods("/{language}/{portfolio}/arbeid" + below, ["POST"], http => Save(http, cache)).WithMetadata(new Entrance(Right.Report, DeskRoutes.FormBytes));
    }

    /// <summary>Answers with the versions that the fields have now, and where somebody else has written.</summary>
    private static async Task Save(HttpContext http, PortfolioCache cache)
    {
        var cancellation = http.RequestAborted;
        var code = Part("portfolio");
        if (ScreenTexts.Of(Part("language")) is not { } texts || http.Person() is not { } person || await cache.Identify(code, cancellation) is not { } portfolio)
        {
            await ErrorPage.NotFound(http);
            return;
        }

        var (db, actor) = (http.RequestServices.GetRequiredService<Db>(), person.In(code));
        if (await OpenForm.RowForReporter(db, portfolio, actor, Part("round"), Part("initiative"), cancellation) is not { } row)
        {
            await ErrorPage.NotFound(http);
            return;
        }

        var edits = FormSave.EditsOf(http.Request.Form, await Start(db, portfolio, row, http.Request.Form, cancellation));
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var saved = await DraftStore.Save(db, portfolio, row.Assignment, edits, actor.Code, now, cancellation);
        http.Response.StatusCode = saved.Succeeded ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.Body.WriteAsync(Answer(texts, edits, saved), cancellation);

        string Part(string name) => http.Request.RouteValues[name] as string ?? "";
    }

    // Which funding columns there are is the last report's to say; all other paths are the same in every form.
    private static async Task<FormValues> Start(Db db, Guid portfolio, AssignmentRow row, IFormCollection posted, CancellationToken cancellation)
    {
        var prior = row.Assignment.PriorReport is { } id && posted.Keys.Any(path => FormPages.ItemOf(path)?.Key == "funding") ? await ReportStore.Read(db, portfolio, id, cancellation) : null;
        return FormValues.Of(prior is null ? null : ReportJson.FromUtf8(prior.Json.Span), row.Round.CollectedOn.Year);
    }

    private static byte[] Answer(TextSet texts, IReadOnlyList<DraftEdit> edits, Outcome<DraftSaved> saved)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (!saved.Succeeded)
            {
                json.WriteString("problem", Fields.SentenceOf(saved.Problems[0], texts));
            }
            else
            {
                json.WriteStartObject("seen");
                foreach (var edit in edits.Where(edit => !saved.Value.Rivals.Contains(edit.Field))) json.WriteString(edit.Field, FormWriter.SeenOf(saved.Value.Versions[edit.Field], edit.Value));
                json.WriteEndObject();
                json.WriteStartArray("rivals");
                foreach (var field in saved.Value.Rivals) json.WriteStringValue(field);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
