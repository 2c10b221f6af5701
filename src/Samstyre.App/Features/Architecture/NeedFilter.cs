using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Architecture;

/// <summary>Which dependencies of the queue are shown.</summary>
/// <param name="Organisation">Only those of an organisation's initiatives; empty for all.</param>
/// <param name="Criticality">Only those so critical; null for all.</param>
internal sealed record NeedFilter(string Organisation, Level? Criticality)
{
    public bool IsAll => Organisation.Length == 0 && Criticality is null;

    public static NeedFilter Read(DeskVisit desk)
    {
        var query = desk.Http.Request.Query;
        var asked = query["kritikalitet"].ToString();
        return new(query["virksomhet"].ToString(), Enum.GetValues<Level>().Where(level => level.ToString() == asked).Select(level => (Level?)level).FirstOrDefault());
    }

    /// <summary>Whether a dependency is shown.</summary>
    public bool Shows(Standing? receiver, Level? criticality) =>
        (Organisation.Length == 0 || receiver?.Facts.Organisation == Organisation) && (Criticality is null || criticality == Criticality);

    /// <summary>Address of the queue with this choice.</summary>
    public string Address(NeedBook book, string part) =>
        $"{NeedWords.Address}?runde={Uri.EscapeDataString(book.Round.Round.Code)}&virksomhet={Uri.EscapeDataString(Organisation)}&kritikalitet={Criticality}&del={part}";

    /// <summary>The form by which one chooses.</summary>
    public void Write(HtmlWriter html, DeskVisit desk, NeedBook book)
    {
        var texts = desk.Texts;
        html.Write($"<form class=\"filter\" action=\"{desk.Root}{NeedWords.Address}\">");
        Fields.Select(html, new("runde", texts["round"], book.Round.Round.Code) { Width = "short" }, desk.Portfolio.Rounds.Reverse().Select(round => (round.Round.Code, round.Round.Month.ToText(texts.Language))));
        Fields.Select(html, new("virksomhet", texts["column.organisation"], Organisation), desk.Definition.Organisations.Select(organisation => (organisation.Code, organisation.Name)).Prepend(("", texts["board.all"])));
        Fields.Select(html, new("kritikalitet", texts["dependency.criticality"], Criticality?.ToString() ?? "") { Width = "short" },
            [("", texts["board.all"]), (nameof(Level.High), texts["level.High"]), (nameof(Level.Medium), texts["level.Medium"]), (nameof(Level.Low), texts["level.Low"])]);
        Fields.Submit(html, texts["audit.show"], "secondary");
        html.Write("</form>"u8);
    }
}
