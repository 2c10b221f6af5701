using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Templates;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Reporting;

/// <summary>The addresses of the form.</summary>
internal static class FormRoutes
{
    private const string Form = "/innmelding/{round}/{initiative}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk(Form, Right.Report, desk => WithForm(desk, FormFrontPage.Show));
        routes.MapDesk(Form + "/send", Right.Report, desk => WithForm(desk, form => SendPage.Show(desk, form, [])));
        routes.MapDeed(Form + "/send", Right.Report, desk => WithForm(desk, form => SendPage.Send(desk, form)));
        FormAutosave.Map(routes, Form + "/lagre");
        routes.MapDeed(Form + "/svar", Right.Report, desk => WithForm(desk, form => FormFrontPage.Answer(desk, form)));
        foreach (var format in TemplateFormats.Forms) routes.MapDesk($"{Form}/mal.{format.Extension}", Right.Report, desk => WithForm(desk, form => TemplateDownload.Send(desk, form, format)));
        routes.MapDesk(Form + "/dokument", Right.Report, desk => WithForm(desk, ProposalPage.Show));
        routes.MapDeed(Form + "/dokument", Right.Report, desk => WithForm(desk, UploadForm.Post), UploadForm.MaxPost);
        routes.MapDeed(Form + "/dokument/{id}", Right.Report, desk => WithForm(desk, ProposalPage.Answer));
        routes.MapDeed(Form + "/vedlegg", Right.Report, desk => WithForm(desk, Attachments.Add), Attachments.MaxPost);
        routes.MapDesk(Form + "/vedlegg/{id}", Right.Report, desk => WithForm(desk, Attachments.Send));
        routes.MapDeed(Form + "/vedlegg/{id}", Right.Report, desk => WithForm(desk, Attachments.Remove));
        routes.MapDesk(Form + "/{page}", Right.Report, desk => WithPage(desk, (form, page) => FormPageView.Show(desk, form, page)));
        routes.MapDeed(Form + "/{page}", Right.Report, desk => WithPage(desk, (form, page) => FormSave.FromPage(desk, form, page)));
    }

    private static Task WithForm(DeskVisit desk, Func<DeskVisit, OpenForm, Task> answer) => WithForm(desk, form => answer(desk, form));

    private static async Task WithForm(DeskVisit desk, Func<OpenForm, Task> answer)
    {
        if (await OpenForm.FindForReporter(desk) is { } form) await answer(form);
        else await ErrorPage.NotFound(desk.Http);
    }

    private static Task WithPage(DeskVisit desk, Func<OpenForm, FormPage, Task> answer) =>
        FormPages.Page(desk.Part("page")) is { } page ? WithForm(desk, form => answer(form, page)) : ErrorPage.NotFound(desk.Http);
}
