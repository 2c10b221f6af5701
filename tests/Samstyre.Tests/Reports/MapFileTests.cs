using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Samstyre.Analysis;
using Samstyre.Domain;
using Samstyre.Testing;
using Samstyre.Tests.Analysis;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Reports;

/// <summary>The map of dependencies as files: no text can break them.</summary>
public sealed class MapFileTests
{
    private const string Hostile = "<script>]]>&\"' \u0000\u0008\u000b\ufffe \ud800 \udc00 \ud83d\ude80 --> <!-- %s {0} \u202e æøå";
    private static readonly XNamespace ArchiMate = "http://www.opengroup.org/xsd/archimate/3.0/";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly (string Source, string Type, string Target)[] Allowed = [("WorkPackage", "Flow", "WorkPackage"), ("BusinessActor", "Assignment", "WorkPackage"), ("WorkPackage", "Realization", "Deliverable")];

    public static TheoryData<string> Maps => ["hostile", "generated", "empty"];

    [Theory]
    [MemberData(nameof(Maps))]
    public async Task Files_OfAnyMap_CanBeRead(string kind)
    {
        var (map, snapshot) = MapOf(kind);
        foreach (var language in Enum.GetValues<Language>())
        {
            var svg = await Read(output => MapSvg.Write(output, map, snapshot, language));
            svg.Root!.Name.LocalName.ShouldBe("svg");
            svg.Descendants().Attributes().ShouldAllBe(attribute => attribute.Name.LocalName != "style" && !attribute.Name.LocalName.StartsWith("on"));
            svg.Descendants().ShouldAllBe(element => element.Name.LocalName != "script");
            var graph = await Read(output => MapGraphMl.Write(output, map, language));
            graph.Descendants().Count(element => element.Name.LocalName == "node").ShouldBe(map.Nodes.Length);
            graph.Descendants().Count(element => element.Name.LocalName == "edge").ShouldBe(map.Edges.Length);
        }

        using var stream = new MemoryStream();
        await MapJson.Write(stream, map, snapshot, TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(stream.ToArray());
        json.RootElement.GetProperty("nodes").GetArrayLength().ShouldBe(map.Nodes.Length);
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public async Task ArchiMate_OfAnyMap_RefersOnlyToWhatIsThere(string kind)
    {
        var (map, snapshot) = MapOf(kind);
        var model = await Read(output => MapArchiMate.Write(output, map, snapshot));
        string[] order = ["name", "documentation", "elements", "relationships", "organizations", "propertyDefinitions"];
        var parts = model.Root!.Elements().Select(element => element.Name.LocalName).ToList();
        parts.ShouldBe(order.Where(parts.Contains));
        var ids = model.Descendants().Attributes("identifier").Select(attribute => attribute.Value).ToList();
        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => System.Xml.XmlConvert.VerifyNCName(id) == id);
        var elements = model.Descendants(ArchiMate + "element").Attributes("identifier").Select(attribute => attribute.Value).ToHashSet();
        foreach (var relationship in model.Descendants(ArchiMate + "relationship"))
        {
            elements.ShouldContain(relationship.Attribute("source")!.Value);
            elements.ShouldContain(relationship.Attribute("target")!.Value);
        }

        model.Descendants().Attributes("propertyDefinitionRef").Select(reference => reference.Value).ShouldAllBe(reference => ids.Contains(reference));
        model.Descendants().Attributes("identifierRef").Select(reference => reference.Value).ShouldBe(elements, ignoreOrder: true);
        var relationships = Relationships(model);
        relationships.Count(one => one.Type == "Flow").ShouldBe(map.Edges.Count(edge => edge.Giver.Kind == TargetKind.Initiative));
        relationships.Count(one => one is ("BusinessActor" or "ApplicationComponent" or "CourseOfAction" or "Requirement", "Association", "WorkPackage")).ShouldBe(map.Edges.Count(edge => edge.Giver.Kind != TargetKind.Initiative));
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public async Task ArchiMate_OfAnyMap_HasOnlyRelationshipsThatTheLanguageHas(string kind)
    {
        var (map, snapshot) = MapOf(kind);
        var model = await Read(output => MapArchiMate.Write(output, map, snapshot));
        // From the table of relationships in the standard; an association may stand between any two.
        Relationships(model).Where(one => one.Type != "Association").ShouldAllBe(one => Allowed.Contains(one));
    }

    [Fact]
    public async Task ArchiMate_PartsOfTheFoundation_AreAssociatedWithWhoAnswersAndWhoWaits()
    {
        TargetRef[] parts = [new(TargetKind.BuildingBlock, "b"), new(TargetKind.Measure, "m"), new(TargetKind.Clarification, "c"), new(TargetKind.Party, "p"), new(TargetKind.Organisation, "fhi")];
        var register = MadeMap.With([new() { Name = "En", Organisation = "Folkehelseinstituttet" }], (round, _) => [MadeMap.Need(round, 0, 0, parts)]);
        var map = DependencyMap.Of(register, MapFilter.All);
        var owned = map with { Nodes = [.. map.Nodes.Select(node => node with { Organisation = register.Snapshot.Definition.Organisations[0].Code })] };
        var model = await Read(output => MapArchiMate.Write(output, owned, register.Snapshot));
        var relationships = Relationships(model).ToList();
        relationships.ShouldAllBe(one => one.Type == "Association" || Allowed.Contains(one));
        relationships.ShouldContain(("BusinessActor", "Assignment", "WorkPackage"));
        foreach (var part in (string[])["ApplicationComponent", "CourseOfAction", "Requirement"])
        {
            relationships.ShouldContain(("BusinessActor", "Association", part));
            relationships.ShouldContain((part, "Association", "WorkPackage"));
        }
    }

    [Fact]
    public async Task ArchiMate_Containers_AreNeverEmpty()
    {
        foreach (var kind in Maps)
        {
            var (map, snapshot) = MapOf(kind);
            var model = await Read(output => MapArchiMate.Write(output, map, snapshot));
            string[] containers = ["elements", "relationships", "organizations", "properties", "propertyDefinitions"];
            model.Descendants().Where(one => containers.Contains(one.Name.LocalName)).ShouldAllBe(one => one.HasElements);
            model.Descendants(ArchiMate + "element").ShouldAllBe(one => one.Elements().First().Name.LocalName == "name");
        }
    }

    [Fact]
    public async Task ArchiMate_Deliverable_IsMadeByItsInitiative()
    {
        var register = MadeMap.With([new(), new()], (round, _) => [MadeMap.Need(round, 0, 0, [TargetRef.Of(round.Snapshot.Standings[1].Initiative.Id, 2)])]);
        var model = await Read(output => MapArchiMate.Write(output, DependencyMap.Of(register, MapFilter.All), register.Snapshot));
        model.Descendants(ArchiMate + "element").Select(element => element.Attribute(Instance + "type")!.Value).ShouldBe(["WorkPackage", "WorkPackage", "Deliverable"]);
        model.Descendants(ArchiMate + "relationship").Select(element => element.Attribute(Instance + "type")!.Value).ShouldBe(["Flow", "Realization", "Association"]);
    }

    [Theory]
    [InlineData("Kort navn", "Kort navn")]
    [InlineData("Pasientens legemiddelliste i kommunene", "Pasientens|legemiddelliste i|kommunene")]
    [InlineData("En to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten", "En to tre fire fem|seks sju åtte ni|ti elleve tolv…")]
    [InlineData("Helseopplysningsregistertilgangsstyring", "Helseopplysningsr-|egistertilgangsst-|yring")]
    public void Lines_OfNames_FitTheBox(string name, string lines)
    {
        var found = MapText.Lines(name);
        found.ShouldAllBe(line => line.Length <= 18);
        found.Count.ShouldBeLessThanOrEqualTo(3);
        string.Join('|', found).ShouldBe(lines);
    }

    private static (DependencyMap Map, PortfolioSnapshot Snapshot) MapOf(string kind)
    {
        if (kind == "empty") return (new([], [], 0, 0, 0, 0), MadeRound.Of(new Report()).Snapshot);
        if (kind == "generated")
        {
            var portfolio = MemoryPortfolio.Generated(7, 120, 2);
            var register = DependencyRegister.Of(portfolio.Content(portfolio.History.Latest!.Round.Code));
            return (DependencyMap.Of(register, MapFilter.All), register.Snapshot);
        }

        var hostile = MadeMap.With([new() { Name = Hostile }, new() { Name = "]]>" }], (round, _) =>
        [
            MadeMap.Need(round, 0, 0, [MadeMap.Initiative(round, 1), new(TargetKind.Party, "a b<>\u0001"), TargetRef.Of(round.Snapshot.Standings[1].Initiative.Id, 2)]) with { Dependency = new(Hostile, Hostile, Hostile, null, Level.High, Hostile, null, null) },
            MadeMap.Need(round, 1, 0, [MadeMap.Initiative(round, 0)]),
        ]);
        return (DependencyMap.Of(hostile, MapFilter.All), hostile.Snapshot);
    }

    private static IEnumerable<(string Source, string Type, string Target)> Relationships(XDocument model)
    {
        var types = model.Descendants(ArchiMate + "element").ToDictionary(element => element.Attribute("identifier")!.Value, element => element.Attribute(Instance + "type")!.Value);
        return model.Descendants(ArchiMate + "relationship").Select(one => (types[one.Attribute("source")!.Value], one.Attribute(Instance + "type")!.Value, types[one.Attribute("target")!.Value]));
    }

    private static async Task<XDocument> Read(Func<Stream, Task> write)
    {
        using var stream = new MemoryStream();
        await write(stream);
        return XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
    }
}
