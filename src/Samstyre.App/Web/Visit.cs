using Samstyre.App.Portfolio;

namespace Samstyre.App.Web;

/// <summary>One request for a page of a round: its language, portfolio and round, which all stand in its address.</summary>
/// <param name="Http">The request.</param>
/// <param name="Texts">In the address's language.</param>
/// <param name="Round">The address's round.</param>
internal sealed record Visit(HttpContext Http, TextSet Texts, RoundIndex Round)
{
    public PortfolioIndex Portfolio => Round.Portfolio;

    /// <summary>Address of the round's overview; other addresses of the round continue it.</summary>
    public string Root { get; } = $"/{Texts.Code}/{Round.Portfolio.Definition.Code}/{Round.Round.Code}";

    /// <summary>The part of the address that a route names.</summary>
    public string Part(string name) => Http.Request.RouteValues[name] as string ?? "";

    /// <summary>The address below the round, with its question: what stays when the language or round changes.</summary>
    public string BelowRound
    {
        get
        {
            var path = Http.Request.Path.ToUriComponent();
            return (path.Length > Root.Length ? path[Root.Length..] : "") + Http.Request.QueryString.ToUriComponent();
        }
    }

    /// <summary>The address of another round's page.</summary>
    public string RootOf(RoundIndex round) => $"/{Texts.Code}/{Portfolio.Definition.Code}/{round.Round.Code}";

    /// <summary>A round as the month it was collected in.</summary>
    public string Name(Domain.Round round) => round.Month.ToText(Texts.Language);
}
