using System.Security.Cryptography;
using System.Text;
using Samstyre.Analysis;
using Samstyre.App.Features.Dependencies;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Reporting;

/// <summary>Writes the fields of a form: label, help, what stood last time, what is wrong, what somebody else wrote.</summary>
internal sealed class FormWriter(HtmlWriter html, DeskVisit desk, OpenForm form, IReadOnlyDictionary<string, Round> since)
{
    private readonly TextSet texts = desk.Texts;
    private readonly ILookup<string, CheckFinding> findings = form.Check.Findings.ToLookup(finding => form.FieldOf(finding.Field), StringComparer.Ordinal);
    private readonly HashSet<string> written = new(StringComparer.Ordinal);

    /// <summary>What others have answered to the rows; null where the page has none that are answered.</summary>
    public AnswersInForm? Answers { get; init; }

    /// <summary>Name of the hidden field that says what somebody had before them.</summary>
    public const string Seen = "sett.";

    /// <summary>What stops submission on a page, with the field it is about.</summary>
    public IReadOnlyList<(string Field, string Sentence)> Problems(FormPage page) =>
    [
        .. form.Reading.Problems.Where(problem => problem.Severity == FindingSeverity.Error && FormPages.PageOf(problem.Field) == page).Select(problem => (problem.Field, $"{LabelOf(problem.Field)}: {FindingText.Of(texts, problem)}")),
        .. form.Check.Findings.Where(finding => finding.Severity == FindingSeverity.Error && FormPages.PageOf(finding.Field) == page).Select(finding => (AnchorOf(finding), $"{LabelOf(form.FieldOf(finding.Field))}: {finding.Sentence.In(texts.Language)}")),
    ];

    /// <summary>What was on a field when the page was made: its version and a hash of its text. Whoever has not touched it posts the same text.</summary>
    public static string SeenOf(int version, string text) => $"{version}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))).AsSpan(0, 8))}";

    public void Item(FormItem item)
    {
        if (item.Key == "strategicFit") StrategicFit(item);
        else if (item.Key == "funding") Funding(item);
        else if (item.IsList) Rows(item);
        else if (item.Key.StartsWith("prerequisites.", StringComparison.Ordinal)) Prerequisite(item);
        else One(item.Key, LabelOf(item.Key), item.Kind!.Value, item.Rhythm == FieldRhythm.Static);
    }

    private void One(string path, string label, FieldKind kind, bool isStatic = false)
    {
        var text = form.Values.Text(path);
        // Asked once, then shown: it opens where somebody wants to change it.
        var folded = isStatic && text.Length > 0 && !form.Values.IsChanged(path) && !findings[path].Any();
        if (folded) html.Write($"<div class=\"static\"><p><strong>{label}</strong><br>{Shown(kind, text)}</p><details class=\"ds-details\"><summary>{texts["form.change", label]}</summary>");
        Field(path, label, kind, text);
        if (folded) html.Write("</details></div>"u8);
    }

    private void Field(string path, string label, FieldKind kind, string text, string? width = null)
    {
        written.Add(path);
        var own = findings[path].ToList();
        var problem = form.Reading.Problems.FirstOrDefault(one => one.Field == path);
        var error = problem is { Severity: FindingSeverity.Error } ? FindingText.Of(texts, problem) : own.FirstOrDefault(finding => finding.Severity == FindingSeverity.Error)?.Sentence.In(texts.Language);
        var view = new FieldView(path, label, text)
        {
            Help = texts.Has("help." + path) ? texts["help." + path] : null,
            Error = error,
            Width = width ?? (kind is FieldKind.Money or FieldKind.Date or FieldKind.DateOrWords ? "short" : null),
            Below = _ => Below(path, kind, text, problem, own),
        };
        Control(html, desk, view, kind);
    }

    /// <summary>The input of a field by what it takes.</summary>
    public static void Control(HtmlWriter html, DeskVisit desk, FieldView view, FieldKind kind)
    {
        switch (kind)
        {
            case FieldKind.LongText: Fields.Area(html, view); break;
            case FieldKind.Light: Fields.Radios(html, view, Choices.Lights(desk.Texts)); break;
            case FieldKind.Level or FieldKind.YesNo or FieldKind.Answer or FieldKind.Phase or FieldKind.Band or FieldKind.FocusArea or FieldKind.Category:
                var choices = Choices.Of(kind, desk.Definition, desk.Texts).ToList();
                // What is none of the choices stays until somebody chooses: two categories, an area of another year.
                if (choices.TrueForAll(choice => choice.Value != view.Value)) choices.Add((view.Value, view.Value));
                Fields.Select(html, view, choices);
                break;
            case FieldKind.Party: Fields.Input(html, view with { Attributes = new(" list=\"tiltak\""u8.ToArray()) }); break;
            default: Fields.Input(html, view); break;
        }
    }

    private void Below(string path, FieldKind kind, string text, Finding? problem, List<CheckFinding> own)
    {
        var version = form.Draft.Cells.TryGetValue(path, out var cell) ? cell.Version : 0;
        html.Write($"<input type=\"hidden\" name=\"{Seen}{path}\" value=\"{SeenOf(version, text)}\">");
        if (problem is { Severity: not FindingSeverity.Error }) html.Write($"<p class=\"help\">{FindingText.Of(texts, problem)}</p>");
        if (Choices.Understood(kind, text, texts) is { } understood) html.Write($"<p class=\"help\">{texts["form.understood", understood]}</p>");
        if (form.Values.IsChanged(path) && form.PriorRound is { } round) html.Write($"<p class=\"prior\">{texts["form.prior", round.Month.ToText(texts.Language)]} {(form.Values.PriorText(path) is { Length: > 0 } prior ? Shown(kind, prior) : texts["notStated"])}</p>");
        else if (text.Length > 0 && since.TryGetValue(path, out var stood)) html.Write($"<p class=\"prior\">{texts["form.since", stood.Month.ToText(texts.Language)]}</p>");
        if (cell?.Origin is { } origin) html.Write($"<p class=\"help\">{texts["form.origin", OriginText.Of(origin)]}</p>");
        foreach (var finding in own.Where(finding => finding.Severity != FindingSeverity.Error)) Warning(path, finding);
        foreach (var rival in form.Draft.Rivals.Where(rival => rival.Field == path))
            html.Write($"<div class=\"ds-alert\" data-color=\"warning\"><p>{texts["form.rival"]}</p><blockquote>{rival.Value}</blockquote><div class=\"row\"><button class=\"ds-button\" data-variant=\"secondary\" data-size=\"sm\" type=\"submit\" name=\"valg\" value=\"bruk:{rival.Id.ToString()}\">{texts["form.rival.use"]}</button><button class=\"ds-button\" data-variant=\"tertiary\" data-size=\"sm\" type=\"submit\" name=\"valg\" value=\"behold:{rival.Id.ToString()}\">{texts["form.rival.keep"]}</button></div></div>");
    }

    private void Warning(string path, CheckFinding finding)
    {
        if (finding.Severity == FindingSeverity.Info)
        {
            html.Write($"<p class=\"help\">{finding.Sentence.In(texts.Language)}</p>");
            return;
        }

        // Several rules may ask about one field; each has its own words.
        var explain = $"{OpenForm.Explanation}{finding.Code}@{path}";
        if (!written.Add(explain)) return;
        var text = form.Draft.Cells.TryGetValue(explain, out var cell) ? cell.Value : "";
        html.Write($"<div class=\"warn\"><p><strong>{texts["form.warning"]}</strong> {GoneRow(finding)}{finding.Sentence.In(texts.Language)}</p><label class=\"ds-label\" for=\"{explain}\">{texts["form.explain"]}</label><textarea class=\"ds-input\" rows=\"2\" id=\"{explain}\" name=\"{explain}\">\n{text}</textarea><input type=\"hidden\" name=\"{Seen}{explain}\" value=\"{SeenOf(cell?.Version ?? 0, text)}\"></div>");
    }

    /// <summary>A row that is gone has no place of its own: it is named.</summary>
    private string GoneRow(CheckFinding finding) =>
        form.Changes.FirstOrDefault(change => change.Path == finding.Field) is { Item: { } name, Significance.Kind: SignificanceKind.Disappeared } ? texts["form.gone", name] + " " : "";

    private void Rows(FormItem item)
    {
        BeginList(item);
        var rows = form.Values.Rows(item.Key);
        if (item.Columns.Any(column => column.Kind == FieldKind.Party)) Parties();
        for (var place = 0; place < rows.Count; place++)
        {
            var name = BeginRow(item, rows, place);
            foreach (var column in item.Columns) Field($"{item.Key}.{rows[place]}.{column.Key}", texts[$"field.{item.Key}.{column.Key}"], column.Kind, form.Values.Text($"{item.Key}.{rows[place]}.{column.Key}"));
            EndRow(item, rows, place, name);
        }

        EndList(item);
    }

    private void Funding(FormItem item)
    {
        BeginList(item);
        var rows = form.Values.Rows(item.Key);
        for (var place = 0; place < rows.Count; place++)
        {
            var name = BeginRow(item, rows, place);
            Field($"funding.{rows[place]}.source", texts["field.funding.source"], FieldKind.Text, form.Values.Text($"funding.{rows[place]}.source"));
            Years($"funding.{rows[place]}.y");
            EndRow(item, rows, place, name);
        }

        html.Write($"<fieldset class=\"ds-fieldset rows\"><legend class=\"ds-label\">{texts["field.fundingTotal"]}</legend>");
        Years("fundingTotal");
        html.Write("</fieldset>"u8);
        EndList(item);
    }

    private void Years(string start)
    {
        html.Write("<div class=\"years\">"u8);
        for (var column = 0; column < form.Values.FundingColumns.Count; column++)
            Field($"{start}.{column}", Choices.Years(form.Values.FundingColumns[column], texts), FieldKind.Money, form.Values.Text($"{start}.{column}"), "short");
        html.Write("</div>"u8);
    }

    private void StrategicFit(FormItem item)
    {
        html.Write($"<details class=\"ds-details\"><summary>{texts[item.Label]}</summary><div class=\"ask\">");
        foreach (var area in desk.Definition.StrategyAreas.SelectMany(area => area.FocusAreas))
            Field($"strategicFit.{area.Code}", area.Title(texts.Language), FieldKind.Level, form.Values.Text($"strategicFit.{area.Code}"), "short");
        html.Write("</div></details>"u8);
    }

    private void Prerequisite(FormItem item)
    {
        var parts = item.Key.Split('.');
        if (parts[2] == "criticality") html.Write($"<fieldset class=\"ds-fieldset rows\"><legend class=\"ds-label\">{texts["prerequisite." + parts[1]]}</legend>");
        Field(item.Key, texts["field.prerequisites." + parts[2]], item.Kind!.Value, form.Values.Text(item.Key), "short");
        if (parts[2] == "when") html.Write("</fieldset>"u8);
    }

    private void BeginList(FormItem item)
    {
        html.Write($"<section aria-labelledby=\"{item.Key}\"><h2 class=\"ds-heading\" data-size=\"sm\" id=\"{item.Key}\" tabindex=\"-1\">{texts[item.Label]}</h2>");
        if (texts.Has("help." + item.Key)) html.Write($"<p class=\"help\">{texts["help." + item.Key]}</p>");
        foreach (var finding in findings[item.Key]) ListFinding(item.Key, finding);
        // Rows that are gone, and cells that no row has, are told here.
        foreach (var group in findings.Where(group => group.Key.StartsWith(item.Key + ".", StringComparison.Ordinal) && !IsOnPage(item, group.Key)))
        {
            foreach (var finding in group) ListFinding(group.Key, finding);
        }
    }

    private bool IsOnPage(FormItem item, string field)
    {
        // A rule may speak of the list as a whole, and the total row's fields only begin as the list's do.
        if (!field.StartsWith(item.Key + ".", StringComparison.Ordinal)) return false;
        var row = field[(item.Key.Length + 1)..].Split('.')[0];
        return form.Values.Rows(item.Key).Contains(row) && field.Count(letter => letter == '.') >= 2;
    }

    private void ListFinding(string field, CheckFinding finding)
    {
        if (finding.Severity == FindingSeverity.Error) html.Write($"<p class=\"ds-validation-message\" data-color=\"danger\">{finding.Sentence.In(texts.Language)}</p>");
        else Warning(field, finding);
    }

    private void EndList(FormItem item)
    {
        if (form.IsWritable) html.Write($"<button class=\"ds-button\" data-variant=\"secondary\" type=\"submit\" name=\"rad\" value=\"{item.Key}:ny\">{texts["list.add." + item.Key]}</button>");
        html.Write("</section>"u8);
    }

    private string BeginRow(FormItem item, IReadOnlyList<string> rows, int place)
    {
        var name = texts["list.row." + item.Key, place + 1];
        html.Write($"<fieldset class=\"ds-fieldset rows\" id=\"{item.Key}.{rows[place]}\" tabindex=\"-1\"><legend class=\"ds-label\">{name}</legend>");
        if (since.TryGetValue($"{item.Key}.{rows[place]}", out var stood) && !item.Columns.Any(column => form.Values.IsChanged($"{item.Key}.{rows[place]}.{column.Key}"))) html.Write($"<p class=\"prior\">{texts["form.since", stood.Month.ToText(texts.Language)]}</p>");
        return name;
    }

    private void EndRow(FormItem item, IReadOnlyList<string> rows, int place, string name)
    {
        // What a rule says of a whole row.
        foreach (var finding in findings[$"{item.Key}.{rows[place]}"]) ListFinding($"{item.Key}.{rows[place]}", finding);
        if (AnswersInForm.Has(item)) Answers?.Write(html, rows[place]);
        if (form.IsWritable)
        {
            html.Write("<div class=\"row\">"u8);
            if (place > 0) Button("opp", "list.up");
            if (place < rows.Count - 1) Button("ned", "list.down");
            Button("fjern", "list.remove");
            html.Write("</div>"u8);
        }

        html.Write("</fieldset>"u8);

        void Button(string deed, string label) =>
            html.Write($"<button class=\"ds-button\" data-variant=\"tertiary\" data-size=\"sm\" type=\"submit\" name=\"rad\" value=\"{item.Key}:{deed}:{rows[place]}\" aria-label=\"{texts[label]}: {name}\">{texts[label]}</button>");
    }

    private void Parties()
    {
        html.Write("<datalist id=\"tiltak\">"u8);
        foreach (var standing in desk.Portfolio.Latest?.Snapshot.Standings ?? [])
        {
            if (standing.Initiative.NationalId is { } id) html.Write($"<option value=\"#{id} {standing.Facts.Name}\">");
        }

        html.Write("</datalist>"u8);
    }

    private string Shown(FieldKind kind, string text) => Choices.Word(kind, text, desk.Definition, texts);

    private string AnchorOf(CheckFinding finding)
    {
        var field = form.FieldOf(finding.Field);
        return FormPages.ItemOf(field) is { IsList: true } list && !IsOnPage(list, field) ? list.Key : field;
    }

    private string LabelOf(string field) => Choices.Label(field, desk.Definition, form.Values.FundingColumns, texts);
}
