using Microsoft.AspNetCore.Routing;
using Samstyre.Domain;

namespace Samstyre.IntegrationTests.Security;

/// <summary>An address of the server and who gets an answer there.</summary>
/// <param name="Route">Method and pattern.</param>
/// <param name="Address">One such address.</param>
/// <param name="May">Who gets the answer.</param>
/// <param name="Answer">The status of the answer.</param>
internal sealed record RouteLine(string Route, string Address, Who May, int Answer = 200)
{
    /// <summary>What is posted.</summary>
    public (string Name, string Value)[] Fields { get; init; } = [];

    /// <summary>Whether whoever gets the answer is logged out by it.</summary>
    public bool EndsSession { get; init; }

    /// <summary>Whether even somebody who could log in is told that it is not there.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Asked for with HEAD: what is made there takes a browser and seconds.</summary>
    public bool IsCostly { get; init; }

    public bool IsPost => Route.StartsWith("POST", StringComparison.Ordinal);

    /// <summary>The status that somebody gets.</summary>
    public int For(Who who) => May.HasFlag(who) ? Answer : who != Who.Nobody || IsHidden ? 404 : IsPost ? 401 : 302;

    /// <summary>The table's name of an endpoint.</summary>
    public static string NameOf(RouteEndpoint endpoint) =>
        $"{(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods[0] : "*")} {endpoint.RoutePattern.RawText}";
}

/// <summary>Every address of the server. A new one has to be written here, with who may come in.</summary>
internal static class RouteTable
{
    private const Who Reporters = Who.Own | Who.Office;
    private const Who Followers = Who.Architects | Who.Office;
    private const Who Weighers = Who.Committee | Who.Architects | Who.Office;
    private const string Round = "GET /{language}/{portfolio}/{round}";
    private const string DeskRoute = "/{language}/{portfolio}/arbeid";
    private const string FormRoute = DeskRoute + "/innmelding/{round}/{initiative}";
    private const string ReviewRoute = DeskRoute + "/kontroll/{round}/{initiative}";

    private const string NeedRoute = DeskRoute + "/avhengigheter/{initiative}/{need}";
    private static readonly string Need = $"{SecuredWorld.Desk}/avhengigheter/164/{NeedKey.Of(SecuredWorld.Journal)[0]}";

    /// <summary>Files of a round.</summary>
    public static readonly string[] Files = ["/eksport.csv", "/eksport.json", "/rapport.docx", "/rapport.html", "/rapport.xlsx", "/rapport.csv", "/rapport.json", "/skjemaer.docx", "/skjemaer.html"];

    /// <summary>Pages of a round.</summary>
    public static readonly string[] Pages = ["", "/tiltak", "/tiltak/164", "/tiltak/164/moteark", "/virksomheter", "/virksomheter/nhn", "/rapport", "/runder", "/avhengigheter/grunnmur", "/avhengigheter/grunnmur/helseid", "/avhengigheter/belastning", "/avhengigheter/forutsetninger"];

    /// <summary>The map of dependencies, as pages and files.</summary>
    private static readonly string[] Map = ["kart", "matrise", "kart.json", "kart.svg", "kart.graphml", "kart.archimate.xml"];

    public static IReadOnlyList<RouteLine> For(SecuredWorld world, string style, string figure, string chapter) =>
    [
        new("GET /dist/{file}", style, Who.Everybody),
        new("GET /", "/", Who.Everybody, 302),
        new("GET /{language}", "/nb", Who.Everybody, 302),
        new("GET /{language}/{portfolio}", SecuredWorld.Root, Who.Everybody, 302),
        new(Round, SecuredWorld.Root + "/2020-10", Who.Everybody),
        new(Round + "/tiltak", SecuredWorld.Root + "/2020-10/tiltak", Who.Everybody),
        new(Round + "/tiltak/{initiative}", SecuredWorld.Root + "/2020-10/tiltak/164", Who.Everybody),
        new(Round + "/tiltak/{initiative}/kilde", SecuredWorld.Root + "/2020-10/tiltak/164/kilde", Who.Office) { IsHidden = true },
        new(Round + "/tiltak/{initiative}/kilde/tekst", SecuredWorld.Root + "/2020-10/tiltak/164/kilde/tekst", Who.Office) { IsHidden = true },
        new(Round + "/tiltak/{initiative}/moteark", SecuredWorld.Root + "/2020-10/tiltak/164/moteark", Who.Everybody),
        new(Round + "/virksomheter", SecuredWorld.Root + "/2020-10/virksomheter", Who.Everybody),
        new(Round + "/virksomheter/{organisation}", SecuredWorld.Root + "/2020-10/virksomheter/nhn", Who.Everybody),
        new(Round + "/avhengigheter/motsigelser", SecuredWorld.Root + "/2020-10/avhengigheter/motsigelser", Who.Everybody),
        new(Round + "/avhengigheter", SecuredWorld.Root + "/2020-10/avhengigheter", Who.Everybody),
        new(Round + "/avhengigheter/ringvirkninger", SecuredWorld.Root + "/2020-10/avhengigheter/ringvirkninger", Who.Everybody),
        new(Round + "/avhengigheter/grunnmur", SecuredWorld.Root + "/2020-10/avhengigheter/grunnmur", Who.Everybody),
        new(Round + "/avhengigheter/grunnmur/{code}", SecuredWorld.Root + "/2020-10/avhengigheter/grunnmur/helseid", Who.Everybody),
        new(Round + "/avhengigheter/belastning", SecuredWorld.Root + "/2020-10/avhengigheter/belastning", Who.Everybody),
        new(Round + "/avhengigheter/forutsetninger", SecuredWorld.Root + "/2020-10/avhengigheter/forutsetninger", Who.Everybody),
        .. Map.Select(ending => new RouteLine(Round + "/avhengigheter/" + ending, SecuredWorld.Root + "/2020-10/avhengigheter/" + ending, Who.Everybody)),
        new(Round + "/rapport", SecuredWorld.Root + "/2020-10/rapport", Who.Everybody),
        new(Round + "/rapport/{figure}", $"{SecuredWorld.Root}/2020-10/rapport/{figure}", Who.Everybody),
        new(Round + "/runder", SecuredWorld.Root + "/2020-10/runder", Who.Everybody),
        .. Files.Select(file => new RouteLine(Round + file, SecuredWorld.Root + "/2020-10" + file, Who.Everybody)),
        new(Round + "/rapport.pdf", SecuredWorld.Root + "/2020-10/rapport.pdf", Who.Everybody) { IsCostly = true },
        new(Round + "/skjemaer.pdf", SecuredWorld.Root + "/2020-10/skjemaer.pdf", Who.Everybody) { IsCostly = true },
        new("GET /{language}/{portfolio}/kalender.ics", SecuredWorld.Root + "/kalender.ics", Who.Everybody),
        new("* {**rest}", SecuredWorld.Root + "/2020-10/finnes/ikke/her", Who.Everybody, 404),

        new("GET /{language}/logg-inn", "/nb/logg-inn", Who.Everybody),
        new("POST /{language}/logg-inn", "/nb/logg-inn", Who.Everybody, 422) { Fields = [("epost", "ukjent@example.org"), ("passord", "feil")] },
        new("POST /{language}/logg-ut", "/nb/logg-ut", Who.Everybody, 302) { EndsSession = true },
        new("GET /{language}/invitasjon/{secret}", "/nb/invitasjon/" + world.Invitation, Who.Everybody),
        new("POST /{language}/invitasjon/{secret}", "/nb/invitasjon/" + world.Invitation, Who.Everybody, 422) { Fields = [("passord", "kort")] },
        new("GET /{language}/nytt-passord/{secret}", "/nb/nytt-passord/" + world.Reset, Who.Everybody),
        new("POST /{language}/nytt-passord/{secret}", "/nb/nytt-passord/" + world.Reset, Who.Everybody, 422) { Fields = [("passord", "kort")] },
        new("GET /{language}/glemt-passord", "/nb/glemt-passord", Who.Everybody),
        new("POST /{language}/glemt-passord", "/nb/glemt-passord", Who.Everybody) { Fields = [("epost", "ukjent@example.org")] },
        new("GET /{language}/konto", "/nb/konto", Who.LoggedIn),
        new("POST /{language}/konto", "/nb/konto", Who.LoggedIn, 422) { Fields = [("navn", "")] },
        new("POST /{language}/konto/passord", "/nb/konto/passord", Who.LoggedIn, 422) { Fields = [("gammelt", "feil"), ("passord", "feil")] },
        new("POST /{language}/konto/logg-ut-overalt", "/nb/konto/logg-ut-overalt", Who.LoggedIn, 302) { EndsSession = true },

        new("GET " + DeskRoute, SecuredWorld.Desk, Who.LoggedIn),
        new("GET " + DeskRoute + "/personer", SecuredWorld.Desk + "/personer", Who.Administrator),
        new("POST " + DeskRoute + "/personer", SecuredWorld.Desk + "/personer", Who.Administrator, 422),
        new("POST " + DeskRoute + "/personer/{account}/fjern", $"{SecuredWorld.Desk}/personer/{world.Administrator:N}/fjern", Who.Administrator, 422) { Fields = [("rolle", "Administrator")] },
        new("POST " + DeskRoute + "/personer/{account}/inviter", $"{SecuredWorld.Desk}/personer/{world.Invited:N}/inviter", Who.Administrator, 302),
        new("GET " + DeskRoute + "/virksomhetsnavn", SecuredWorld.Desk + "/virksomhetsnavn", Who.Office),
        new("POST " + DeskRoute + "/virksomhetsnavn", SecuredWorld.Desk + "/virksomhetsnavn", Who.Office, 422),
        new("POST " + DeskRoute + "/virksomhetsnavn/fjern", SecuredWorld.Desk + "/virksomhetsnavn/fjern", Who.Office, 422),
        new("GET " + DeskRoute + "/kandidater", SecuredWorld.Desk + "/kandidater", Reporters | Who.Other),
        new("GET " + DeskRoute + "/kandidater/ny", SecuredWorld.Desk + "/kandidater/ny", Reporters | Who.Other),
        new("POST " + DeskRoute + "/kandidater/ny", SecuredWorld.Desk + "/kandidater/ny", Reporters | Who.Other, 422),
        new("GET " + DeskRoute + "/kandidater/{id}", world.Candidate, Reporters),
        new("POST " + DeskRoute + "/kandidater/{id}/svar", world.Candidate + "/svar", Reporters, 302),
        new("POST " + DeskRoute + "/kandidater/{id}/melding", world.Candidate + "/melding", Reporters, 422),
        new("POST " + DeskRoute + "/kandidater/{id}/avgjor", world.Candidate + "/avgjor", Who.Office, 422),
        new("GET " + DeskRoute + "/livslop", SecuredWorld.Desk + "/livslop", Who.Office),
        new("POST " + DeskRoute + "/livslop", SecuredWorld.Desk + "/livslop", Who.Office, 422),
        new("GET " + DeskRoute + "/livslop/{initiative}", SecuredWorld.Desk + "/livslop/164", Who.Office),
        new("POST " + DeskRoute + "/livslop/{initiative}", SecuredWorld.Desk + "/livslop/164", Who.Office, 422),
        new("POST " + DeskRoute + "/livslop/{initiative}/segment", SecuredWorld.Desk + "/livslop/164/segment", Who.Office, 422),
        new("GET " + DeskRoute + "/logg", SecuredWorld.Desk + "/logg", Who.Office | Who.Administrator),

        new("GET " + DeskRoute + "/andre-venter/{initiative}", SecuredWorld.Desk + "/andre-venter/164", Reporters),
        new("POST " + DeskRoute + "/andre-venter/{initiative}/svar", SecuredWorld.Desk + "/andre-venter/164/svar", Reporters, 422),
        new("POST " + DeskRoute + "/andre-venter/{initiative}/sporsmal", SecuredWorld.Desk + "/andre-venter/164/sporsmal", Reporters, 422),

        new("GET " + FormRoute, SecuredWorld.Form, Reporters),
        new("GET " + FormRoute + "/send", SecuredWorld.Form + "/send", Reporters),
        new("POST " + FormRoute + "/send", SecuredWorld.Form + "/send", Reporters, 422),
        new("POST " + FormRoute + "/lagre", SecuredWorld.Form + "/lagre", Reporters) { Fields = [("statusCause", SecuredWorld.DraftWord)] },
        new("POST " + FormRoute + "/svar", SecuredWorld.Form + "/svar", Reporters, 302) { Fields = [("svar", "Ja")] },
        new("GET " + FormRoute + "/mal.docx", SecuredWorld.Form + "/mal.docx", Reporters),
        new("GET " + FormRoute + "/mal.xlsx", SecuredWorld.Form + "/mal.xlsx", Reporters),
        new("GET " + FormRoute + "/dokument", SecuredWorld.Form + "/dokument", Reporters),
        new("POST " + FormRoute + "/dokument", SecuredWorld.Form + "/dokument", Reporters, 422),
        new("POST " + FormRoute + "/dokument/{id}", $"{SecuredWorld.Form}/dokument/{Guid.Empty:N}", Reporters, 422),
        new("POST " + FormRoute + "/vedlegg", SecuredWorld.Form + "/vedlegg", Reporters, 422),
        new("GET " + FormRoute + "/vedlegg/{id}", $"{SecuredWorld.Form}/vedlegg/{world.Attachment:N}", Reporters),
        new("POST " + FormRoute + "/vedlegg/{id}", $"{SecuredWorld.Form}/vedlegg/{Guid.Empty:N}", Reporters, 422),
        new("GET " + FormRoute + "/{page}", SecuredWorld.Form + "/status", Reporters),
        new("POST " + FormRoute + "/{page}", SecuredWorld.Form + "/status", Reporters, 302) { Fields = [("statusCause", SecuredWorld.DraftWord)] },

        new("GET " + DeskRoute + "/runder", SecuredWorld.Desk + "/runder", Followers),
        new("POST " + DeskRoute + "/runder", SecuredWorld.Desk + "/runder", Who.Office, 422),
        new("GET " + DeskRoute + "/runder/{round}", SecuredWorld.Desk + "/runder/2020-12", Followers),
        new("POST " + DeskRoute + "/runder/{round}/steg", SecuredWorld.Desk + "/runder/2020-10/steg", Who.Office, 422) { Fields = [("til", "Published")] },
        new("POST " + DeskRoute + "/runder/{round}/datoer", SecuredWorld.Desk + "/runder/2020-12/datoer", Who.Office, 422),
        new("POST " + DeskRoute + "/runder/{round}/unntak", SecuredWorld.Desk + "/runder/2020-12/unntak", Who.Office, 422),
        new("GET " + DeskRoute + "/runder/{round}/filer", SecuredWorld.Desk + "/runder/2020-12/filer", Who.Office),
        new("POST " + DeskRoute + "/runder/{round}/filer", SecuredWorld.Desk + "/runder/2020-12/filer", Who.Office, 422),
        new("GET " + DeskRoute + "/runder/{round}/tabell", SecuredWorld.Desk + "/runder/2020-12/tabell", Who.Office),
        new("POST " + DeskRoute + "/runder/{round}/tabell", SecuredWorld.Desk + "/runder/2020-12/tabell", Who.Office, 422),
        new("GET " + DeskRoute + "/runder/{round}/tabell/{id}", $"{SecuredWorld.Desk}/runder/2020-12/tabell/{Guid.Empty:N}", Who.Office, 302),
        new("POST " + DeskRoute + "/runder/{round}/tabell/{id}", $"{SecuredWorld.Desk}/runder/2020-12/tabell/{Guid.Empty:N}", Who.Office, 422),
        new("POST " + DeskRoute + "/runder/{round}/paminn", SecuredWorld.Desk + "/runder/2020-12/paminn", Who.Office, 302),

        new("GET " + DeskRoute + "/avhengigheter", SecuredWorld.Desk + "/avhengigheter", Followers),
        new("GET " + DeskRoute + "/avhengigheter/navn", SecuredWorld.Desk + "/avhengigheter/navn", Followers),
        new("POST " + DeskRoute + "/avhengigheter/navn/fjern", SecuredWorld.Desk + "/avhengigheter/navn/fjern", Followers, 422),
        new("GET " + NeedRoute, Need, Followers),
        new("POST " + NeedRoute + "/navn", Need + "/navn", Followers, 422),
        new("POST " + NeedRoute + "/spor", Need + "/spor", Followers, 422),
        new("POST " + NeedRoute + "/notat", Need + "/notat", Followers, 422),
        new("GET " + DeskRoute + "/avhengigheter/ring/{initiative}", SecuredWorld.Desk + "/avhengigheter/ring/164", Followers),
        new("POST " + DeskRoute + "/avhengigheter/ring/{initiative}/spor", SecuredWorld.Desk + "/avhengigheter/ring/164/spor", Followers, 422),
        // Nothing that many need is unfunded in this world; AskAllTests asks as everybody where it is.
        new("GET " + DeskRoute + "/avhengigheter/grunnmur/{code}", SecuredWorld.Desk + "/avhengigheter/grunnmur/helseid", Followers, 404),
        new("POST " + DeskRoute + "/avhengigheter/grunnmur/{code}/spor", SecuredWorld.Desk + "/avhengigheter/grunnmur/helseid/spor", Followers, 404),

        new("GET " + DeskRoute + "/balanse", SecuredWorld.Desk + "/balanse", Weighers),
        new("GET " + DeskRoute + "/balanse/bilder", SecuredWorld.Desk + "/balanse/bilder", Weighers),
        new("POST " + DeskRoute + "/balanse/bilder", SecuredWorld.Desk + "/balanse/bilder", Who.Office, 422) { Fields = [("navn", "")] },
        new("GET " + DeskRoute + "/avhengigheter/simulering", SecuredWorld.Desk + "/avhengigheter/simulering", Followers),
        new("POST " + DeskRoute + "/avhengigheter/simulering", SecuredWorld.Desk + "/avhengigheter/simulering", Followers, 422) { Fields = [("fro", "x")] },
        new("GET " + DeskRoute + "/neste-ar", SecuredWorld.Desk + "/neste-ar", Weighers),
        new("GET " + DeskRoute + "/grunnmur", SecuredWorld.Desk + "/grunnmur", Followers),
        new("POST " + DeskRoute + "/grunnmur", SecuredWorld.Desk + "/grunnmur", Followers, 422),
        new("POST " + DeskRoute + "/grunnmur/forutsetning", SecuredWorld.Desk + "/grunnmur/forutsetning", Followers, 422),
        new("POST " + DeskRoute + "/grunnmur/ny", SecuredWorld.Desk + "/grunnmur/ny", Followers, 422),
        new("GET " + DeskRoute + "/arshjul", SecuredWorld.Desk + "/arshjul", Weighers),
        new("POST " + DeskRoute + "/arshjul", SecuredWorld.Desk + "/arshjul", Who.Office, 422),
        new("POST " + DeskRoute + "/arshjul/avlys", SecuredWorld.Desk + "/arshjul/avlys", Who.Office, 422),

        new("GET " + DeskRoute + "/rapport", SecuredWorld.Desk + "/rapport", Who.Office, 302),
        new("GET " + DeskRoute + "/rapport/{round}", SecuredWorld.Desk + "/rapport/2020-12", Who.Office),
        new("GET " + DeskRoute + "/rapport/{round}/{chapter}", SecuredWorld.Desk + "/rapport/2020-12/" + chapter, Who.Office),
        new("POST " + DeskRoute + "/rapport/{round}/{chapter}", SecuredWorld.Desk + "/rapport/2020-12/" + chapter, Who.Office, 422) { Fields = [("tekst", "")] },

        new("GET " + DeskRoute + "/kontroll", SecuredWorld.Desk + "/kontroll", Followers, 302),
        new("GET " + DeskRoute + "/kontroll/{round}", SecuredWorld.Desk + "/kontroll/2020-12", Followers),
        new("GET " + ReviewRoute, SecuredWorld.Desk + "/kontroll/2020-12/5", Followers),
        new("POST " + ReviewRoute + "/godkjenn", SecuredWorld.Desk + "/kontroll/2020-12/5/godkjenn", Who.Office, 422),
        new("POST " + ReviewRoute + "/tilbake", SecuredWorld.Desk + "/kontroll/2020-12/5/tilbake", Who.Office, 422),
        new("POST " + ReviewRoute + "/sporsmal", SecuredWorld.Desk + "/kontroll/2020-12/5/sporsmal", Who.Office, 422),
        new("POST " + ReviewRoute + "/vurdering", SecuredWorld.Desk + "/kontroll/2020-12/5/vurdering", Who.Office, 422),
    ];

    /// <summary>The table for a world that runs.</summary>
    public static async Task<IReadOnlyList<RouteLine>> Of(SecuredWorld world)
    {
        var nobody = await world.As(Who.Nobody);
        var style = Between((await nobody.Get("/nb/logg-inn")).Text, "href=\"", "/dist/samstyre-");
        var figure = Between((await nobody.Get(SecuredWorld.Root + "/2020-10/rapport")).Text, "/rapport/", "");
        var chapter = Between((await (await world.As(Who.Office)).Get(SecuredWorld.Desk + "/rapport/2020-12")).Text, "/arbeid/rapport/2020-12/", "");
        return For(world, style, figure, chapter);
    }

    /// <summary>The rest of the first attribute that holds this.</summary>
    private static string Between(string html, string before, string begins)
    {
        var start = html.IndexOf(before + begins, StringComparison.Ordinal) + before.Length;
        return html[start..(start + html.AsSpan(start).IndexOfAny('"', '?', '#'))];
    }
}
