using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>A map of dependencies as JSON. Its shape is public in docs/open-data.md; members are only ever added.</summary>
public static class MapJson
{
    private const int SchemaVersion = 1;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="map">What is shown.</param>
    /// <param name="snapshot">The round it is of.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task Write(Stream output, DependencyMap map, PortfolioSnapshot snapshot, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output, Options);
        var layout = MapLayout.Of(map);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("portfolio", snapshot.Definition.Code);
        json.WriteString("round", snapshot.Round.Code);
        json.WriteNumber("unresolved", map.Unresolved);
        json.WriteNumber("unresolvedPrerequisites", map.UnresolvedPrerequisites);
        json.WriteNumber("closed", map.Closed);
        json.WriteNumber("alone", map.Alone);
        json.WriteStartArray("nodes");
        for (var at = 0; at < map.Nodes.Length; at++) Node(json, map.Nodes[at], layout.Places[at]);
        json.WriteEndArray();
        await json.FlushAsync(cancellation);
        json.WriteStartArray("edges");
        foreach (var edge in map.Edges) Edge(json, edge);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Node(Utf8JsonWriter json, MapNode node, MapPlace place)
    {
        json.WriteStartObject();
        json.WriteString("id", node.Target.ToString());
        json.WriteString("kind", node.Target.Kind.ToString());
        json.WriteStartObject("name");
        json.WriteString("nb", node.Name.In(Language.Bokmal));
        json.WriteString("nn", node.Name.In(Language.Nynorsk));
        json.WriteString("en", node.Name.In(Language.English));
        json.WriteEndObject();
        if (node.NationalId is { } id) json.WriteNumber("nationalId", id);
        else json.WriteNull("nationalId");
        json.WriteString("status", node.Status?.ToString());
        json.WriteString("risk", node.Risk?.ToString());
        json.WriteString("segment", node.Segment);
        json.WriteString("area", node.Area);
        json.WriteString("organisation", node.Organisation);
        json.WriteNumber("waitsFor", node.WaitsFor);
        json.WriteNumber("waitedBy", node.WaitedBy);
        json.WriteNumber("x", place.X);
        json.WriteNumber("y", place.Y);
        json.WriteEndObject();
    }

    private static void Edge(Utf8JsonWriter json, MapEdge edge)
    {
        json.WriteStartObject();
        json.WriteString("receiver", edge.Receiver.ToString());
        json.WriteString("giver", edge.Giver.ToString());
        json.WriteString("criticality", edge.Criticality?.ToString());
        json.WriteString("status", edge.Status?.ToString());
        json.WriteString("neededBy", edge.NeededBy?.ToString());
        json.WriteBoolean("contradicted", edge.IsContradicted);
        json.WriteStartArray("madeParts");
        foreach (var part in edge.MadeParts) json.WriteStringValue(part.Name.Bokmal);
        json.WriteEndArray();
        json.WriteStartArray("needs");
        foreach (var need in edge.Needs)
        {
            json.WriteStartObject();
            json.WriteString("key", need.Key);
            json.WriteString("kind", need.IsPrerequisite ? "prerequisite" : "dependency");
            json.WriteString("what", need.Dependency?.What);
            json.WriteString("purpose", need.Dependency?.Purpose);
            json.WriteString("criticality", need.Criticality?.ToString());
            json.WriteString("status", need.Status?.ToString());
            json.WriteString("neededBy", need.NeededBy?.ToString());
            var deliverables = need.Named.Where(named => named.Target.Kind == TargetKind.Deliverable && DependencyMap.NodeOf(named.Target) == edge.Giver).ToList();
            json.WriteStartArray("deliverables");
            foreach (var deliverable in deliverables) json.WriteStringValue(deliverable.Name.Bokmal);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
