using Samstyre.App.Access;
using Samstyre.App.Features.Accounts;
using Samstyre.App.Features.Desk;
using Samstyre.App.Texts;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.People;

/// <summary>Who has which role in the portfolio: inviting people, giving and taking roles.</summary>
internal static class PeoplePage
{
    private static readonly Role[] Roles = Enum.GetValues<Role>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk("/personer", Right.ManagePeople, desk => Show(desk, [], new("", "", "nb", null, "")));
        routes.MapDeed("/personer", Right.ManagePeople, Invite);
        routes.MapDeed("/personer/{account}/fjern", Right.ManagePeople, TakeRole);
        routes.MapDeed("/personer/{account}/inviter", Right.ManagePeople, InviteAgain);
    }

    private static async Task Show(DeskVisit desk, IReadOnlyList<Problem> problems, Posted posted)
    {
        var people = await GrantStore.List(desk.Db, desk.PortfolioId, desk.Cancellation);
        await desk.Send(
            html =>
            {
                var texts = desk.Texts;
                Shell.BeginDesk(html, desk, DeskEntry.People, texts["people.title"]);
                html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["people.title"]}</h1><p class=\"lead\">{texts["people.lead", texts.Number(people.Count)]}</p>");
                if (desk.Http.Request.Query["invitert"].ToString() is { Length: > 0 }) html.Write($"<div class=\"ds-alert\" data-color=\"success\" role=\"status\"><p>{texts["people.invited"]}</p></div>");
                List(html, desk, people);
                Form(html, desk, problems, posted);
                Shell.End(html, texts);
            },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static void List(HtmlWriter html, DeskVisit desk, IReadOnlyList<PersonRow> people)
    {
        var texts = desk.Texts;
        Parts.BeginTable(html, texts["people.caption"]);
        Parts.Headings(html, (texts["account.name"], false), (texts["login.email"], false), (texts["people.roles"], false), (texts["people.state"], false));
        foreach (var (account, grants) in people)
        {
            html.Write($"<tr><th scope=\"row\">{account.Name}</th><td>{account.Email}</td><td><ul class=\"plain\">");
            foreach (var grant in grants)
            {
                html.Write($"<li><form method=\"post\" class=\"inline\" action=\"{desk.Root}/personer/{KeyOf(account)}/fjern\">");
                FormToken.Write(html, desk.Http);
                html.Write($"<input type=\"hidden\" name=\"rolle\" value=\"{grant.Role.ToString()}\"><input type=\"hidden\" name=\"virksomhet\" value=\"{grant.Organisation ?? ""}\">{RoleName(grant, desk)} <button class=\"ds-button\" data-variant=\"tertiary\" data-size=\"sm\" type=\"submit\" aria-label=\"{texts["people.take.label", RoleName(grant, desk), account.Name]}\">{texts["people.take"]}</button></form></li>");
            }

            html.Write("</ul></td><td>"u8);
            if (account.PasswordHash is not null)
            {
                html.Write($"{texts["people.active"]}");
            }
            else
            {
                html.Write($"{texts["people.waiting"]}<form method=\"post\" class=\"inline\" action=\"{desk.Root}/personer/{KeyOf(account)}/inviter\">");
                FormToken.Write(html, desk.Http);
                html.Write($"<button class=\"ds-button\" data-variant=\"tertiary\" data-size=\"sm\" type=\"submit\" aria-label=\"{texts["people.again.label", account.Name]}\">{texts["people.again"]}</button></form>");
            }

            html.Write("</td></tr>"u8);
        }

        Parts.EndTable(html);
    }

    private static void Form(HtmlWriter html, DeskVisit desk, IReadOnlyList<Problem> problems, Posted posted)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["people.invite"]}</h2>");
        Fields.Summary(html, texts, [.. problems.Select(problem => (FieldOf(problem), Fields.SentenceOf(problem, texts)))]);
        html.Write($"<form method=\"post\" class=\"ask\" action=\"{desk.Root}/personer\">");
        FormToken.Write(html, desk.Http);
        Fields.Input(html, new("navn", texts["account.name"], posted.Name) { Error = ErrorOf("navn") });
        Fields.Input(html, new("epost", texts["login.email"], posted.Email) { Type = "email", Error = ErrorOf("epost") });
        Fields.Select(html, new("sprak", texts["account.language"], posted.Language) { Width = "short" }, [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]);
        Fields.Radios(html, new("rolle", texts["people.role"], posted.Role?.ToString() ?? "") { Error = ErrorOf("rolle") }, Roles.Select(role => (role.ToString(), texts["role." + role])));
        Fields.Select(html, new("virksomhet", texts["people.organisation"], posted.Organisation) { Help = texts["people.organisation.help"], Error = ErrorOf("virksomhet") }, desk.Definition.Organisations.Select(organisation => (organisation.Code, organisation.Name)).Prepend(("", texts["people.organisation.none"])));
        Fields.Submit(html, texts["people.invite.button"]);
        html.Write("</form>"u8);

        string? ErrorOf(string field) => problems.Where(problem => FieldOf(problem) == field).Select(problem => Fields.SentenceOf(problem, texts)).FirstOrDefault();
    }

    private static async Task Invite(DeskVisit desk)
    {
        var posted = new Posted(desk.Posted("navn").Trim(), desk.Posted("epost").Trim(), desk.Posted("sprak"), Enum.TryParse<Role>(desk.Posted("rolle"), out var role) && Enum.IsDefined(role) ? role : null, desk.Posted("virksomhet"));
        if (ProblemsOf(posted, desk.Definition) is { Count: > 0 } problems)
        {
            await Show(desk, problems, posted);
            return;
        }

        var found = await AccountStore.FindOrCreate(desk.Db, posted.Email, posted.Name, ScreenTexts.Of(posted.Language)?.Code ?? "nb", desk.Now, desk.Cancellation);
        if (!found.Succeeded)
        {
            await Show(desk, found.Problems, posted);
            return;
        }

        await GrantStore.Give(desk.Db, desk.PortfolioId, found.Value.Id, new(posted.Role!.Value, posted.Role == Role.Reporter ? posted.Organisation : null), desk.Actor.Code, desk.Now, desk.Cancellation);
        if (found.Value.PasswordHash is null) await SendInvitation(desk, found.Value);
        desk.GoTo("/personer?invitert=ja");
    }

    private static async Task TakeRole(DeskVisit desk)
    {
        if (!Guid.TryParseExact(desk.Part("account"), "N", out var account) || !Enum.TryParse<Role>(desk.Posted("rolle"), out var role))
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        // Somebody must be left who can give roles.
        if (role == Role.Administrator && account == desk.Person.Account)
        {
            await Show(desk, [new("OwnAdministration", null, "You cannot take your own administrator role: ask another administrator.")], new("", "", "nb", null, ""));
            return;
        }

        await GrantStore.Take(desk.Db, desk.PortfolioId, account, new(role, desk.Posted("virksomhet") is { Length: > 0 } organisation ? organisation : null), desk.Actor.Code, desk.Now, desk.Cancellation);
        desk.GoTo("/personer");
    }

    private static async Task InviteAgain(DeskVisit desk)
    {
        var people = await GrantStore.List(desk.Db, desk.PortfolioId, desk.Cancellation);
        if (!Guid.TryParseExact(desk.Part("account"), "N", out var id) || people.FirstOrDefault(person => person.Account.Id == id) is not { Account: { PasswordHash: null } account })
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        await SendInvitation(desk, account);
        desk.GoTo("/personer?invitert=ja");
    }

    private static async Task SendInvitation(DeskVisit desk, Account account)
    {
        var secret = await OneTimeLinks.Issue(desk.Db, account.Id, LinkPurpose.Invitation, desk.Now, desk.Cancellation);
        await AccountLetters.Invitation(desk.Http, account, secret, desk.Definition.Name.In(ScreenTexts.Of(account.Language)!.Language));
    }

    private static List<Problem> ProblemsOf(Posted posted, PortfolioDefinition definition)
    {
        List<Problem> problems = [];
        if (posted.Name.Length is 0 or > 200) problems.Add(new("NameMissing", "name", "Write the person's name."));
        if (posted.Email.Length > 254 || !System.Net.Mail.MailAddress.TryCreate(posted.Email, out var address) || address.Address != posted.Email) problems.Add(new("EmailForm", "email", "Write a whole e-mail address: name@example.org."));
        if (posted.Role is null) problems.Add(new("RoleMissing", "role", "Choose a role."));
        if (posted.Role == Role.Reporter && definition.OrganisationByCode(posted.Organisation) is null) problems.Add(new("OrganisationMissing", "organisation", "Choose the organisation that the person reports for."));
        return problems;
    }

    private static string KeyOf(Account account) => account.Id.ToString("N");

    private static string FieldOf(Problem problem) => problem.Field switch { "name" => "navn", "email" => "epost", "role" => "rolle", "organisation" => "virksomhet", _ => "" };

    private static string RoleName(RoleGrant grant, DeskVisit desk) =>
        grant.Organisation is null ? desk.Texts["role." + grant.Role] : desk.Texts["role.for", desk.Texts["role." + grant.Role], desk.Definition.OrganisationByCode(grant.Organisation)?.Name ?? grant.Organisation];

    private sealed record Posted(string Name, string Email, string Language, Role? Role, string Organisation);
}
