using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>Reads the checklist of admission: what each answer leads to is a question's code, <c>segment:</c> with a segment's code, or <c>out</c>.</summary>
internal static class ChecklistYaml
{
    private const string Segment = "segment:";

    public static Checklist Read(YamlMap root, IReadOnlyList<Segment> segments)
    {
        if (root.OptionalMap("checklist") is not { } map) return Checklist.None;
        var version = map.OptionalNumber("version") ?? 1;
        List<ChecklistQuestion> questions = [];
        List<YamlMap> places = [];
        foreach (var one in map.Maps("questions"))
        {
            questions.Add(new(one.Text("code"), one.LocalText("text"), one.LocalText("help"), Target(one.Text("yes")), Target(one.Text("no"))));
            one.Close();
            places.Add(one);
        }

        map.Close();
        var checklist = new Checklist(version, questions);
        foreach (var mistake in ChecklistRules.MistakesOf(checklist, segments.Select(segment => segment.Code).ToHashSet(StringComparer.Ordinal)))
            places[mistake.Question].Mistake(mistake.Field, mistake.Code, mistake.Message);
        return checklist;
    }

    private static ChecklistTarget Target(string text) =>
        text == "out" ? ChecklistTarget.Out
        : text.StartsWith(Segment, StringComparison.Ordinal) ? new(null, text[Segment.Length..])
        : new(text, null);
}
