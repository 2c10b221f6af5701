using System.Reflection;
using System.Text.RegularExpressions;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests;

/// <summary>What ARCHITECTURE.md promises, kept by the build: arrows between rooms, sealed types, no setters in the model, files that fit on a few screens.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Root = FindRoot();

    /// <summary>Who may know whom. An arrow that is missing here fails.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Samstyre.Domain"] = [],
        ["Samstyre.Analysis"] = ["Samstyre.Domain"],
        ["Samstyre.Import"] = ["Samstyre.Domain"],
        ["Samstyre.Storage"] = ["Samstyre.Domain"],
        ["Samstyre.Reports"] = ["Samstyre.Domain", "Samstyre.Analysis"],
        ["Samstyre.App"] = ["Samstyre.Domain", "Samstyre.Analysis", "Samstyre.Import", "Samstyre.Reports", "Samstyre.Storage"],
    };

    [Fact]
    public void Rooms_ReferToEachOther_OnlyAlongTheRoadOfTheData()
    {
        foreach (var (room, allowed) in Arrows)
        {
            var project = File.ReadAllText(Path.Combine(Root, "src", room, room + ".csproj"));
            var referred = ProjectReference().Matches(project).Select(match => match.Groups["room"].Value);
            referred.ShouldBeSubsetOf(allowed, $"{room} refers to a room that comes after it");
        }
    }

    [Fact]
    public void PureRooms_Packages_AreNoneButTheAnalyzer()
    {
        foreach (var room in (string[])["Samstyre.Domain", "Samstyre.Analysis"])
        {
            var project = File.ReadAllText(Path.Combine(Root, "src", room, room + ".csproj"));
            PackageReference().Matches(project).Select(match => match.Groups["name"].Value).ShouldBe(["Microsoft.CodeAnalysis.BannedApiAnalyzers"]);
        }
    }

    [Fact]
    public void Types_OfAllRooms_AreSealedOrStatic()
    {
        var open = Rooms().SelectMany(room => room.GetTypes())
            .Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract && !IsGenerated(type) && !IsPage(type) && !IsSerializer(type))
            .Select(type => type.FullName);
        open.ShouldBeEmpty();
    }

    [Fact]
    public void Domain_Properties_HaveNoSetters()
    {
        var settable = typeof(Report).Assembly.GetTypes()
            .Where(type => !IsGenerated(type) && !IsSerializer(type))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
            .Select(property => $"{property.DeclaringType}.{property.Name}");
        settable.ShouldBeEmpty();
    }

    [Fact]
    public void SourceFiles_Lines_AreAtMostFourHundred()
    {
        var long400 = SourceFiles().Select(file => (Name: Path.GetRelativePath(Root, file), Lines: File.ReadLines(file).Count())).Where(file => file.Lines > 400).Select(file => $"{file.Name} ({file.Lines})");
        long400.ShouldBeEmpty();
    }

    [Fact]
    public void Sources_Cultures_AreNeverAskedForByName()
    {
        // The program has the invariant culture alone: to ask for another throws, or formats as the invariant one.
        var named = SourceFiles().Where(file => file.StartsWith(Path.Combine(Root, "src"), StringComparison.Ordinal) && NamedCulture().IsMatch(File.ReadAllText(file))).Select(file => Path.GetRelativePath(Root, file));
        named.ShouldBeEmpty();
    }

    [Fact]
    public void Code_Names_AvoidWordsThatSayNothing()
    {
        string[] empty = ["Manager", "Helper", "Util", "Utils", "Dto", "Common", "Impl"];
        var bad = Rooms().SelectMany(room => room.GetTypes()).Where(type => !IsGenerated(type) && empty.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal))).Select(type => type.FullName);
        bad.ShouldBeEmpty();
    }

    private static IEnumerable<Assembly> Rooms() => Arrows.Keys.Select(room => Assembly.Load(room == "Samstyre.App" ? "samstyre" : room));

    private static IEnumerable<string> SourceFiles() =>
        ((string[])["src", "tests", "bench"]).Select(folder => Path.Combine(Root, folder)).Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".sql", StringComparison.Ordinal))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin" or "node_modules"));

    private static bool IsGenerated(Type type) =>
        type.Name is "Program" || type.Name.Contains('<', StringComparison.Ordinal) || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true || type.Namespace?.StartsWith("Microsoft", StringComparison.Ordinal) == true
        || type.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is not null || type.DeclaringType is { } outer && IsGenerated(outer);

    // Razor compiles pages and layouts to open classes.
    private static bool IsPage(Type type) => type.GetInterfaces().Any(face => face.Name == "IComponent");

    private static bool IsSerializer(Type type) => type.Name.EndsWith("JsonContext", StringComparison.Ordinal) || type.DeclaringType?.Name.EndsWith("JsonContext", StringComparison.Ordinal) == true;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Samstyre.slnx"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("Samstyre.slnx was not found above the tests.");
    }

    [GeneratedRegex(@"<ProjectReference Include=""[^""]*?(?<room>Samstyre\.\w+)\.csproj""")]
    private static partial Regex ProjectReference();

    [GeneratedRegex(@"\bnew\s+(System\.Globalization\.)?CultureInfo\s*\(|\bCultureInfo\s*\.\s*(GetCultureInfo|CreateSpecificCulture)\s*\(|\bCultureInfo\s+\w+\s*=\s*new\s*\(")]
    private static partial Regex NamedCulture();

    [GeneratedRegex(@"<PackageReference Include=""(?<name>[^""]+)""")]
    private static partial Regex PackageReference();
}
