using System.Globalization;
using System.Xml;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>A map of dependencies as GraphML: a directed graph, an edge from who needs to who gives.</summary>
public static class MapGraphMl
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    private static readonly (string Id, string For, string Type)[] Keys =
    [
        ("name", "node", "string"), ("kind", "node", "string"), ("nationalId", "node", "int"), ("status", "node", "string"), ("risk", "node", "string"),
        ("segment", "node", "string"), ("area", "node", "string"), ("organisation", "node", "string"), ("waitsFor", "node", "int"), ("waitedBy", "node", "int"),
        ("needs", "edge", "int"), ("criticality", "edge", "string"), ("edgeStatus", "edge", "string"), ("neededBy", "edge", "string"), ("madeParts", "edge", "string"), ("contradicted", "edge", "boolean"),
    ];

    /// <summary>Writes it; what is not stated is left out.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="map">What is shown.</param>
    /// <param name="language">Of the names.</param>
    public static async Task Write(Stream output, DependencyMap map, Language language)
    {
        await using var xml = XmlWriter.Create(output, MapText.Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("graphml", Namespace);
        foreach (var (id, element, type) in Keys)
        {
            xml.WriteStartElement("key", Namespace);
            xml.WriteAttributeString("id", id);
            xml.WriteAttributeString("for", element);
            xml.WriteAttributeString("attr.name", id == "edgeStatus" ? "status" : id);
            xml.WriteAttributeString("attr.type", type);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "dependencies");
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (var node in map.Nodes) Node(xml, node, language);
        for (var at = 0; at < map.Edges.Length; at++) Edge(xml, map.Edges[at], at);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Node(XmlWriter xml, MapNode node, Language language)
    {
        xml.WriteStartElement("node", Namespace);
        xml.WriteAttributeString("id", MapText.IdOf(node.Target));
        Data(xml, "name", node.Name.In(language));
        Data(xml, "kind", node.Target.Kind.ToString());
        Data(xml, "nationalId", node.NationalId?.ToString(CultureInfo.InvariantCulture));
        Data(xml, "status", node.Status?.ToString());
        Data(xml, "risk", node.Risk?.ToString());
        Data(xml, "segment", node.Segment);
        Data(xml, "area", node.Area);
        Data(xml, "organisation", node.Organisation);
        Data(xml, "waitsFor", node.WaitsFor.ToString(CultureInfo.InvariantCulture));
        Data(xml, "waitedBy", node.WaitedBy.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void Edge(XmlWriter xml, MapEdge edge, int number)
    {
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("id", string.Create(CultureInfo.InvariantCulture, $"e{number}"));
        xml.WriteAttributeString("source", MapText.IdOf(edge.Receiver));
        xml.WriteAttributeString("target", MapText.IdOf(edge.Giver));
        Data(xml, "needs", edge.Needs.Length.ToString(CultureInfo.InvariantCulture));
        Data(xml, "criticality", edge.Criticality?.ToString());
        Data(xml, "edgeStatus", edge.Status?.ToString());
        Data(xml, "neededBy", edge.NeededBy?.ToString());
        if (!edge.MadeParts.IsEmpty) Data(xml, "madeParts", string.Join("; ", edge.MadeParts.Select(part => part.Name.Bokmal)));
        Data(xml, "contradicted", edge.IsContradicted ? "true" : "false");
        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, string key, string? value)
    {
        if (value is null) return;
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", key);
        xml.WriteString(MapText.Clean(value));
        xml.WriteEndElement();
    }
}
