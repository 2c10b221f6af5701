using System.Text.RegularExpressions;
using Samstyre.Storage;
using Shouldly;
using Xunit;

namespace Samstyre.IntegrationTests.Security;

/// <summary>The checklist in docs/sikkerhet.md names tests that are there, and each requirement once.</summary>
public sealed partial class SecurityChecklistTests
{
    private static readonly string Root = StoreOptions.Checkout() ?? throw new InvalidOperationException("The tests run in a checkout.");

    private static readonly string Checklist = File.ReadAllText(Path.Combine(Root, "docs", "sikkerhet.md"));

    [Fact]
    public void Checklist_NamesTestsThatAreThere()
    {
        var classes = Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToLookup(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText);
        var named = Named().Matches(Checklist).Select(match => (Class: match.Groups["class"].Value, Method: match.Groups["method"].Value)).Distinct().ToList();
        named.Count.ShouldBeGreaterThan(40);
        foreach (var (name, method) in named) classes[name].Any(text => Regex.IsMatch(text, $@"\b(void|Task) {method}\(")).ShouldBeTrue($"{name}.{method}");
    }

    [Fact]
    public void Checklist_HasEachRequirementOnce_InOrder()
    {
        var numbers = Row().Matches(Checklist).Select(match => match.Groups["number"].Value).ToList();
        numbers.Count.ShouldBeGreaterThan(80);
        numbers.ShouldBeUnique();
        numbers.ShouldBe(numbers.OrderBy(number => Version.Parse(number)));
        numbers.Select(number => number.Split('.')[0]).Distinct().ShouldBe(["2", "3", "4", "5", "12"]);
    }

    [GeneratedRegex(@"`(?<class>[A-Z]\w+Tests)\.(?<method>\w+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\| (?<number>\d+\.\d+\.\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
