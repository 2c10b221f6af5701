using System.Globalization;
using System.Xml;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>A map of dependencies as a picture of its own: whoever waits to the left, whom it waits for to the right. Colours stand in attributes, since a page's content policy allows no style of its own.</summary>
public static class MapSvg
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const int Margin = 24;
    private const int Top = 120;

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="map">What is shown.</param>
    /// <param name="snapshot">The round it is of.</param>
    /// <param name="language">Of its words.</param>
    public static async Task Write(Stream output, DependencyMap map, PortfolioSnapshot snapshot, Language language)
    {
        var texts = ReportTexts.In(language);
        var layout = MapLayout.Of(map);
        await using var xml = XmlWriter.Create(output, MapText.Settings);
        var pen = new MapPen(xml);
        var (width, height) = (Math.Max(layout.Width, 640) + (2 * Margin), layout.Height + Top + (2 * Margin));
        xml.WriteStartDocument();
        xml.WriteStartElement("svg", Namespace);
        pen.Attributes(("viewBox", $"0 0 {width} {height}"), ("width", $"{width}"), ("height", $"{height}"), ("role", "img"), ("aria-labelledby", "title desc"), ("font-family", "Inter, sans-serif"), ("font-size", "13"), ("fill", MapPen.Ink));
        xml.WriteAttributeString("xml", "lang", null, texts.Code);
        var title = texts["map.svg.title", snapshot.Definition.Name.In(language), snapshot.Round.Month.ToText(language)];
        pen.Element("title", title, ("id", "title"));
        pen.Element("desc", texts["map.svg.desc", texts.Count("map.svg.boxes", map.Nodes.Length), texts.Count("map.svg.edges", map.Edges.Length)], ("id", "desc"));
        pen.Element("rect", null, ("width", "100%"), ("height", "100%"), ("fill", MapPen.Paper));
        pen.Element("text", title, ("x", $"{Margin}"), ("y", "38"), ("font-size", "18"), ("font-weight", "600"));
        Legend(pen, texts);
        var number = map.Nodes.Select((node, place) => (node.Target, place)).ToDictionary(pair => pair.Target, pair => pair.place);
        foreach (var edge in map.Edges) Edge(pen, edge, Moved(layout.Places[number[edge.Receiver]]), Moved(layout.Places[number[edge.Giver]]), language);
        for (var at = 0; at < map.Nodes.Length; at++) Node(pen, map.Nodes[at], Moved(layout.Places[at]), language);
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static MapPlace Moved(MapPlace place) => new(place.X + Margin, place.Y + Top + Margin);

    private static void Legend(MapPen pen, TextSet texts)
    {
        var x = Margin;
        foreach (var (light, word) in (ReadOnlySpan<(TrafficLight?, string)>)[(TrafficLight.Green, texts["map.svg.green"]), (TrafficLight.Yellow, texts["map.svg.yellow"]), (TrafficLight.Red, texts["map.svg.red"]), (null, texts["map.svg.notStated"])])
        {
            pen.Light(light, x, 56);
            pen.Element("text", word, ("x", Text(x + 22)), ("y", "69"));
            x += 40 + (word.Length * 8);
        }

        pen.Element("text", texts["map.svg.lines"], ("x", Text(Margin)), ("y", "94"));
        pen.Element("text", texts["map.svg.kinds"], ("x", Text(Margin)), ("y", "114"));
    }

    private static void Edge(MapPen pen, MapEdge edge, MapPlace from, MapPlace to, Language language)
    {
        const int Half = MapLayout.NodeWidth / 2;
        // A line that goes back, against the layers, leaves and enters on the same side.
        var (start, end) = (from.X + (from.X <= to.X && from.X != to.X ? Half : -Half), to.X + (from.X < to.X ? -Half : from.X == to.X ? -Half : Half));
        var bend = from.X == to.X ? -60 : (end - start) / 2;
        pen.Open("path", ("d", $"M{start} {from.Y}C{start + bend} {from.Y} {end - (from.X == to.X ? -bend : bend)} {to.Y} {end} {to.Y}"), ("fill", "none"), ("stroke", MapPen.LineOf(edge.Status)), ("stroke-width", MapPen.WidthOf(edge.Criticality)), ("opacity", "0.8"));
        if (!edge.MadeParts.IsEmpty) pen.Attributes(("stroke-dasharray", "2 4"));
        else if (edge.Status is null) pen.Attributes(("stroke-dasharray", "6 4"));
        pen.Element("title", $"{edge.Needs[0].Receiver.Facts.Name}: {string.Join("; ", edge.Needs.Select(need => need.Dependency?.What).OfType<string>())}{(edge.NeededBy is { } by ? $" ({by.ToText(language)})" : "")}");
        pen.Close();
        // The head points at who gives.
        var back = end < to.X ? -9 : 9;
        pen.Element("path", null, ("d", $"M{end} {to.Y}l{back} -5v10z"), ("fill", MapPen.LineOf(edge.Status)));
        if (edge.IsContradicted) pen.Element("text", "≠", ("x", Text((start + end) / 2)), ("y", Text(((from.Y + to.Y) / 2) + 6)), ("font-size", "20"), ("font-weight", "700"), ("text-anchor", "middle"), ("fill", MapPen.LineOf(TrafficLight.Red)));
    }

    private static void Node(MapPen pen, MapNode node, MapPlace middle, Language language)
    {
        var (left, top) = (middle.X - (MapLayout.NodeWidth / 2), middle.Y - (MapLayout.NodeHeight / 2));
        pen.Open("g");
        pen.Element("title", MapText.NameOf(node, language));
        pen.Box(node.Target.Kind, left, top, MapPen.LineOf(node.Status), node.Status is null ? "1.5" : "2.5");
        pen.Light(node.Status, left + 14, middle.Y - 8);
        var lines = MapText.Lines(MapText.NameOf(node, language));
        for (var at = 0; at < lines.Count; at++)
            pen.Element("text", lines[at], ("x", Text(left + 36)), ("y", Text(middle.Y + 5 + (at * 16) - ((lines.Count - 1) * 8))));
        pen.Close();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
