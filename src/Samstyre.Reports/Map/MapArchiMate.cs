using System.Xml;
using Samstyre.Analysis;
using Samstyre.Domain;

namespace Samstyre.Reports;

/// <summary>A map of dependencies in the ArchiMate Model Exchange File Format 3.0 of The Open Group, with names in Bokmål. Initiatives are work packages, the deliverables that others wait for deliverables, organisations and parties business actors, building blocks application components, measures courses of action, clarifications requirements. What an initiative hands to another is a flow; all else that somebody waits for an association, as ArchiMate has no other relationship from those to a work package.</summary>
public static class MapArchiMate
{
    private const string Namespace = "http://www.opengroup.org/xsd/archimate/3.0/";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly (string Id, string Name)[] Properties =
        [("status", "Status"), ("risk", "Risiko"), ("segment", "Segment"), ("area", "Strategisk område"), ("nationalId", "Nasjonal id"), ("criticality", "Kritikalitet"), ("neededBy", "Trengs innen"), ("needs", "Antall avhengigheter")];

    private sealed record Element(string Id, string Type, string Name, string Folder, (string Key, string? Value)[] Properties);

    private sealed record Relationship(string Id, string Type, string Source, string Target, string? Name, (string Key, string? Value)[] Properties);

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="map">What is shown.</param>
    /// <param name="snapshot">The round it is of.</param>
    public static async Task Write(Stream output, DependencyMap map, PortfolioSnapshot snapshot)
    {
        var elements = Elements(map, snapshot.Definition);
        await using var xml = XmlWriter.Create(output, MapText.Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("model", Namespace);
        xml.WriteAttributeString("xmlns", "xsi", null, Instance);
        xml.WriteAttributeString("xsi", "schemaLocation", Instance, $"{Namespace} {Namespace}archimate3_Model.xsd");
        xml.WriteAttributeString("identifier", "id-" + XmlConvert.EncodeLocalName($"{snapshot.Definition.Code}-{snapshot.Round.Code}"));
        Words(xml, "name", $"{snapshot.Definition.Name.Bokmal}, {snapshot.Round.Month.ToText(Language.Bokmal)}: avhengigheter");
        Words(xml, "documentation", "Hvem som venter på hvem, slik tiltakene har meldt det.");
        if (elements.Count > 0) Content(xml, elements, Relationships(map, snapshot.Definition));
        xml.WriteStartElement("propertyDefinitions", Namespace);
        foreach (var (id, name) in Properties)
        {
            xml.WriteStartElement("propertyDefinition", Namespace);
            xml.WriteAttributeString("identifier", "property-" + id);
            xml.WriteAttributeString("type", "string");
            Words(xml, "name", name);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static List<Element> Elements(DependencyMap map, PortfolioDefinition definition)
    {
        var elements = map.Nodes.Select(Of).ToList();
        var there = elements.Select(element => element.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var code in map.Nodes.Select(node => node.Organisation))
        {
            if (definition.OrganisationByCode(code) is { } owner && there.Add(IdOf(OwnerOf(owner.Code)))) elements.Add(new(IdOf(OwnerOf(owner.Code)), "BusinessActor", owner.Name, "Virksomheter og parter", []));
        }

        foreach (var (_, deliverable) in Deliverables(map))
        {
            if (there.Add(IdOf(deliverable.Target))) elements.Add(new(IdOf(deliverable.Target), "Deliverable", deliverable.Name.Bokmal, "Leveranser", []));
        }

        return elements;
    }

    private static Element Of(MapNode node)
    {
        var (type, folder) = node.Target.Kind switch
        {
            TargetKind.Organisation or TargetKind.Party => ("BusinessActor", "Virksomheter og parter"),
            TargetKind.BuildingBlock => ("ApplicationComponent", "Felles grunnmur"),
            TargetKind.Measure => ("CourseOfAction", "Felles grunnmur"),
            TargetKind.Clarification => ("Requirement", "Avklaringer"),
            _ => ("WorkPackage", "Tiltak"),
        };
        return new(IdOf(node.Target), type, node.Name.Bokmal, folder, [("status", node.Status?.ToString()), ("risk", node.Risk?.ToString()), ("segment", node.Segment), ("area", node.Area), ("nationalId", node.NationalId?.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
    }

    private static List<Relationship> Relationships(DependencyMap map, PortfolioDefinition definition)
    {
        List<Relationship> all = [];
        foreach (var node in map.Nodes)
        {
            if (definition.OrganisationByCode(node.Organisation) is { } owner && OwnerOf(owner.Code) != node.Target)
                all.Add(Between(IsWork(node.Target) ? "Assignment" : "Association", OwnerOf(owner.Code), node.Target, null));
        }

        foreach (var edge in map.Edges)
        {
            // Who only makes a part that is named is bound to those who wait, and hands them nothing.
            all.Add(Between(IsWork(edge.Giver) && edge.MadeParts.IsEmpty ? "Flow" : "Association", edge.Giver, edge.Receiver, edge.Needs[0].Dependency?.What) with
            {
                Properties = [("status", edge.Status?.ToString()), ("criticality", edge.Criticality?.ToString()), ("neededBy", edge.NeededBy?.ToString()), ("needs", edge.Needs.Length.ToString(System.Globalization.CultureInfo.InvariantCulture))],
            });
        }

        foreach (var (edge, deliverable) in Deliverables(map))
        {
            all.Add(Between("Realization", edge.Giver, deliverable.Target, null));
            all.Add(Between("Association", deliverable.Target, edge.Receiver, null));
        }

        // Several wait for the same deliverable; its initiative makes it once.
        return [.. all.DistinctBy(one => one.Id)];
    }

    private static IEnumerable<(MapEdge Edge, NamedTarget Deliverable)> Deliverables(DependencyMap map) =>
        map.Edges.SelectMany(edge => edge.Needs.SelectMany(need => need.Named).Where(named => named.Target.Kind == TargetKind.Deliverable && DependencyMap.NodeOf(named.Target) == edge.Giver).Select(named => (edge, named)));

    private static Relationship Between(string type, TargetRef source, TargetRef target, string? name) =>
        new($"{type}-{IdOf(source)}-{IdOf(target)}", type, IdOf(source), IdOf(target), name, []);

    private static void Content(XmlWriter xml, List<Element> elements, List<Relationship> relationships)
    {
        xml.WriteStartElement("elements", Namespace);
        foreach (var element in elements)
        {
            xml.WriteStartElement("element", Namespace);
            xml.WriteAttributeString("identifier", element.Id);
            xml.WriteAttributeString("type", Instance, element.Type);
            Words(xml, "name", element.Name);
            Write(xml, element.Properties);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        if (relationships.Count > 0)
        {
            xml.WriteStartElement("relationships", Namespace);
            foreach (var relationship in relationships)
            {
                xml.WriteStartElement("relationship", Namespace);
                xml.WriteAttributeString("identifier", relationship.Id);
                xml.WriteAttributeString("source", relationship.Source);
                xml.WriteAttributeString("target", relationship.Target);
                xml.WriteAttributeString("type", Instance, relationship.Type);
                if (!string.IsNullOrWhiteSpace(relationship.Name)) Words(xml, "name", relationship.Name);
                Write(xml, relationship.Properties);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteStartElement("organizations", Namespace);
        foreach (var folder in elements.GroupBy(element => element.Folder, StringComparer.Ordinal))
        {
            xml.WriteStartElement("item", Namespace);
            Words(xml, "label", folder.Key);
            foreach (var element in folder)
            {
                xml.WriteStartElement("item", Namespace);
                xml.WriteAttributeString("identifierRef", element.Id);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, (string Key, string? Value)[] properties)
    {
        if (Array.TrueForAll(properties, property => property.Value is null)) return;
        xml.WriteStartElement("properties", Namespace);
        foreach (var (key, value) in properties)
        {
            if (value is null) continue;
            xml.WriteStartElement("property", Namespace);
            xml.WriteAttributeString("propertyDefinitionRef", "property-" + key);
            Words(xml, "value", value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Words(XmlWriter xml, string element, string words)
    {
        xml.WriteStartElement(element, Namespace);
        xml.WriteAttributeString("xml", "lang", null, "nb");
        xml.WriteString(MapText.Clean(words));
        xml.WriteEndElement();
    }

    // The language says which relationship may stand between which elements, and tools tell of those that may not.
    private static bool IsWork(TargetRef target) => target.Kind == TargetKind.Initiative;

    private static TargetRef OwnerOf(string organisation) => new(TargetKind.Organisation, organisation);

    private static string IdOf(TargetRef target) => "id-" + MapText.IdOf(target);
}
